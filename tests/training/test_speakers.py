"""The fit of the speakers' weights, on references made up so that the right answer is plain."""

from training.speakers import Example, _share_right, fit, read_labels

from onrecord.people.ranking import Place


def test_a_fact_that_tells_the_right_person_gets_weight() -> None:
    place = Place(0, "pronoun")
    examples = [
        Example("a", place, [(1, ["opens"]), (2, ["object"]), (2, ["far"])], frozenset([1]))
        for _ in range(40)
    ]
    table, share = fit("pronoun", examples)
    assert table["opens"] > 0 > table["object"]
    assert share == 1.0


def test_nobody_is_learnt_as_one_of_the_answers() -> None:
    place = Place(0, "description", nobody=("nobody", "many words"))
    plain = Place(0, "description", nobody=("nobody",))
    examples = [Example("a", place, [(1, ["far"])], frozenset())] * 60
    examples += [Example("a", plain, [(1, ["far"])], frozenset([1]))] * 60
    table, share = fit("description", examples)
    assert table["many words"] > 0
    assert share == 1.0


def test_without_examples_a_description_stays_at_what_was_held_before() -> None:
    place = Place(0, "description", nobody=("nobody",))
    table, _ = fit("description", [Example("a", place, [(1, ["head known"])], frozenset([1]))])
    assert table["head known"] > 2.4
    assert _share_right([Example("a", place, [(1, ["head known"])], frozenset([1]))], table) == 1.0


def test_the_labels_hold_positions_and_no_words() -> None:
    labels = [label for found in read_labels().values() for label in found]
    assert len(labels) > 3_000
    assert all(start < end for label in labels for start, end in label.speaker)

"""Act and negation of a quotation, by its cue and the sentence around it. All sentences are invented."""

import pytest

from onrecord.quotes.acts import act_of

# A sentence with its cue in ⟨⟩ and, where it is given, its source in ⟦⟧.
NEGATED = [
    "⟨Asked⟩ whether the sluice would close, ⟦she⟧ did not say.",
    "⟨Pressed on⟩ who would pay, ⟦the mayor⟧ declined to answer.",
    "⟦Odile Brandt⟧ did not ⟨say⟩ that the sluice would close.",
    "⟦Odile Brandt⟧ ⟨did not say⟩ that the sluice would close.",
    "⟦She⟧ didn’t ⟨say⟩ who would pay.",
    "⟦She⟧ did not immediately ⟨say⟩ who would pay.",
    "⟦The mayor⟧ did not, however, ⟨say⟩ who would pay.",
    "⟦The mayor⟧ would not ⟨say⟩ who would pay.",
    "⟦The mayor⟧ won't be ⟨saying⟩ who pays.",
    "⟦The mayor⟧ never ⟨said⟩ the bridge was safe.",
    "⟦The mayor⟧ has never once publicly ⟨said⟩ the bridge was safe.",
    "⟦The mayor⟧ cannot ⟨say⟩ whether the bridge is safe.",
    "⟦The mayor⟧ refused to ⟨say⟩ whether the bridge is safe.",
    "⟦The mayor⟧ ⟨refused to say⟩ whether the bridge is safe.",
    "⟦The mayor⟧ has yet to ⟨say⟩ whether the bridge is safe.",
    "⟦The mayor⟧ failed to ⟨mention⟩ the cracks.",
    "⟦The mayor⟧ ⟨declined to comment⟩ on the cracks.",
    "⟦The mayor⟧ ⟨declined⟩ to comment on the cracks.",
    "⟦The mayor⟧ ⟨did not respond to⟩ a request for comment on the cracks.",
    "⟦Nobody⟧ ⟨said⟩ the bridge was safe.",
    "Nobody ⟨said⟩ the bridge was safe.",
    "Nobody has ever ⟨said⟩ the bridge was safe.",
    "⟦No one at the yard⟧ would ⟨say⟩ the bridge was safe.",
    "⟦No engineer⟧ ⟨said⟩ the bridge was safe.",
    "⟦None of the engineers⟧ ⟨said⟩ the bridge was safe.",
    "⟦Neither engineer⟧ ⟨said⟩ the bridge was safe.",
    "Nor did ⟦the minister⟧ ⟨say⟩ when the work would end.",
    "Nor ⟨did⟩ he say when the work would end.".replace("⟨did⟩ he say", "did ⟦he⟧ ⟨say⟩"),
    "Not once did ⟦Ruth Amsel⟧ ⟨say⟩ that the yard would close.",
    "The crew left without ⟨saying⟩ where they would go.",
    "⟦He⟧ left the hall rather than ⟨say⟩ who had signed.",
    "⟦He⟧ stopped short of ⟨saying⟩ that the figures were wrong.",
    "⟦He⟧ did not go so far as to ⟨say⟩ that the figures were wrong.",
    "If ⟦he⟧ ⟨said⟩ the bridge was safe, the board would open it.",
    "The board asked whether ⟦he⟧ had ⟨said⟩ the bridge was safe.",
    "If Pell ⟨said⟩ the bridge was safe, the board would open it.",
    "It was not the mayor ⟦who⟧ ⟨said⟩ the bridge was safe.",
    "⟦The mayor⟧ did not confirm or ⟨say⟩ who would pay.",
    "⟦The mayor⟧ ⟨said⟩ nothing about the cracks.",
    "⟦The mayor⟧ should have ⟨said⟩ that the bridge was unsafe.",
    "⟦The mayor⟧ no longer ⟨says⟩ that the bridge is safe.",
    "⟦The mayor⟧ ⟨made no mention of⟩ the cracks.",
    "⟦The mayor⟧ doesn't ⟨think⟩ the bridge is safe.",
    "⟦The mayor⟧ was unable to ⟨say⟩ who would pay.",
    "⟦The mayor⟧ has not ruled or ⟨said⟩ who would pay.",
    "⟦The mayor⟧ ⟨did not deny⟩ that the bridge was cracked.",
    "⟦The mayor⟧ ⟨gave⟩ no reasons for the delay.",
    "⟦The mayor⟧ ⟨has offered⟩ no details of the plan.",
    "⟦The board⟧ ⟨had no comment on⟩ the cracks.",
    "⟦Her⟧ ⟨yearly letter makes no mention of⟩ the ferry.",
    "⟦The board⟧ ⟨showed no sign of⟩ giving way.",
    "⟦The mayor⟧ ⟨declined⟩ to rule out a second bridge.",
    "⟦The mayor⟧ ⟨refused⟩ to concede that the sluice leaked.",
    "⟦The mayor⟧ ⟨is choosing not to respond to⟩ the charge.",
    "⟦The board⟧ ⟨stopped short of calling for⟩ a strike.",
    "⟦The board⟧ ⟨failed to reach a decision on⟩ the ferry.",
    "⟦The mayor⟧ ⟨has not registered as⟩ a friend of the yard.",
    "⟦The mayor⟧ ⟨declined for years⟩ to reveal the cost.",
    "⟦The mayor⟧ ⟨declined on Monday⟩ to criticize the yard.",
    "⟦The mayor⟧ ⟨declined⟩ repeated requests for an interview.",
    "⟦The board⟧ ⟨declined to provide⟩ the figures.",
    "⟦The mayor⟧ did not build the bridge or ⟨call for⟩ it.",
    "⟦The mayor⟧ ⟨didn't stop to answer⟩ any question.",
    "It is not that ⟦she⟧ ⟨believes⟩ the bridge is unsafe.",
    "No reason ⟨was given⟩ for the delay.",
    "The works ⟨can hardly be considered⟩ safe.",
    "⟦Nobody⟧ ⟨thought⟩ that the bridge was better than the ferry.",
]
NOT_NEGATED = [
    "⟨According to⟩ ⟦no less an authority than the mayor⟧, the bridge was safe.",
    "⟨Asked⟩ whether the sluice would close, ⟦she⟧ said it would.",
    "⟦The mayor⟧ ⟨said⟩ he did not sign it.",
    "⟦The mayor⟧ ⟨said⟩ nothing would change.",
    "“I did not sign it,” ⟦the mayor⟧ ⟨said⟩.",
    "I did not sign it, ⟦the mayor⟧ ⟨said⟩.",
    "It did not hold, ⟦he⟧ ⟨said⟩.",
    "⟦The mayor⟧ not only ⟨said⟩ that the bridge was safe but drove over it.",
    "⟦The mayor⟧ did not just ⟨say⟩ that the bridge was safe; she drove over it.",
    "⟦The mayor⟧ ⟨denied⟩ that the bridge was cracked.",
    "⟦People who did not vote⟧ ⟨said⟩ they were busy.",
    "People who did not vote ⟨said⟩ they were busy.",
    "⟦The mayor⟧ did not hesitate to ⟨say⟩ that the bridge was safe.",
    "⟦The mayor⟧ never tired of ⟨saying⟩ that the bridge was safe.",
    "⟦The mayor⟧ could not help ⟨saying⟩ that the bridge was safe.",
    "⟦The mayor⟧ no doubt ⟨said⟩ that the bridge was safe.",
    "If that is so, ⟦he⟧ ⟨said⟩, the board must meet.",
    "⟦The mayor⟧ will ⟨say⟩ on Monday that the bridge is safe.",
    "⟦The mayor⟧ ⟨refused⟩ to close the bridge.",
    "Not for nothing, ⟦she⟧ ⟨says⟩, is the bridge shut.",
    "⟦Not only the mayor but the whole board⟧ ⟨said⟩ the bridge was safe.",
    "The bridge is not safe: ⟦she⟧ ⟨said⟩ so.",
    "⟦The mayor⟧ ⟨did not stop saying⟩ that the bridge was safe.",
    "The bridge is not old or ugly, ⟦she⟧ ⟨said⟩.",
    "⟦The board⟧ ⟨declined⟩ requests to close the bridge.",
    "⟦Will Tarn⟧ ⟨had nothing but praise for⟩ the new bridge.",
    "⟦They⟧ talk at every meeting, whether ⟨discussing⟩ the bridge or the ferry.",
    "Even if ⟦the figures⟧ ⟨suggest⟩ otherwise, the yard is busy.",
    "⟦Nobody⟧ ⟨hates⟩ the toll more than the ferrymen do.",
    "The talks that failed ⟨were approved⟩ by ⟦the board⟧.",
    "They were not ⟦the only ones⟧ ⟨voicing⟩ doubts.",
    "⟦The mayor⟧ ⟨does not mince words about⟩ the toll.",
    "⟦The mayor⟧ ⟨makes no secret of⟩ her dislike of the toll.",
    "It is hard ⟨not to wonder⟩ whether the bridge is safe.",
    "⟨There is no doubt⟩ that the bridge is safe.",
    "⟨It is not an unreasonable assumption⟩ that the bridge is safe.",
    "⟦The ferrymen⟧ ⟨don't hesitate to report⟩ that the tide is late.",
    "⟦The harbour watch⟧ ⟨reported⟩ no arrests.",
    "⟦She⟧ had not slept (⟦she⟧ later ⟨said⟩) for two days.".replace("⟦She⟧ had", "She had"),
]
ACTS = [
    ("statement", "⟦Brandt⟧ ⟨said⟩ the sluice was shut."),
    ("statement", "⟨According to⟩ ⟦Brandt⟧ the sluice was shut."),
    ("statement", "⟦Brandt⟧ ⟨pointed out⟩ that the sluice was shut."),
    ("statement", "⟦Brandt⟧ ⟨has repeatedly criticised⟩ the sluice."),
    ("statement", "⟦Brandt⟧ ⟨denied⟩ that the sluice was shut."),
    ("statement", "⟦Brandt⟧ ⟨went on to say⟩ that the sluice was shut."),
    ("statement", "⟦Brandt⟧ ⟨:⟩ the sluice is shut."),
    ("statement", "⟦Brandt⟧ ⟨called for⟩ a new sluice."),
    ("statement", "⟦The letter⟧ ⟨shows⟩ that the sluice was shut."),
    ("statement", "⟦The board⟧ ⟨declined⟩ to comment on the sluice."),
    ("belief", "⟦Brandt⟧ ⟨believes⟩ the sluice is shut."),
    ("belief", "⟦Brandt⟧ ⟨is worried about⟩ the sluice."),
    ("belief", "⟦Brandt⟧ ⟨supports⟩ the new sluice."),
    ("belief", "⟦Supporters⟧ ⟨of⟩ the new sluice met."),
    ("intention", "⟦Brandt⟧ ⟨plans⟩ to shut the sluice."),
    ("intention", "⟦Brandt⟧ ⟨would like⟩ to shut the sluice."),
    ("intention", "⟦Brandt⟧ ⟨vowed⟩ to shut the sluice."),
    ("intention", "⟦Brandt⟧ ⟨refused⟩ to shut the sluice."),
    ("decree", "⟦The court⟧ ⟨ruled⟩ that the sluice must shut."),
    ("decree", "⟦The judge⟧ ⟨found⟩ that the sluice must shut."),
    ("decree", "⟦The union⟧ ⟨endorsed⟩ Ruth Amsel."),
    ("decree", "⟦The board⟧ ⟨appointed⟩ Ruth Amsel."),
    ("perception", "⟦A poll⟧ ⟨shows⟩ that few want the sluice."),
    ("perception", "⟦The study⟧ ⟨suggested⟩ that few want the sluice."),
    ("perception", "⟨In⟩ ⟦a survey of dockers⟧ few wanted the sluice."),
    ("perception", "⟦Brandt⟧ ⟨saw⟩ that the sluice was shut."),
    ("perception", "⟦Brandt⟧ ⟨noticed⟩ that the sluice was shut."),
    ("statement", "⟦Brandt⟧ ⟨launched a broad attack on⟩ the sluice."),
    ("statement", "⟦Brandt⟧ ⟨led a series of marches arguing against⟩ the sluice."),
    ("statement", "⟦Brandt⟧ ⟨would not rule out⟩ a second sluice."),
    ("statement", "⟦Brandt⟧ ⟨tried to explain⟩ the sluice."),
    ("statement", "⟦Brandt⟧ ⟨is expected to announce⟩ the new sluice."),
    ("statement", "⟦Brandt⟧ ⟨seemed to suggest⟩ that the sluice was shut."),
    ("statement", "⟦Brandt⟧ ⟨was back to implying⟩ that the sluice was shut."),
    ("statement", "⟦Brandt⟧ ⟨encouraged⟩ the crew to shut the sluice."),
    ("statement", "⟦Brandt⟧ ⟨zigzagged⟩ that the sluice was shut."),
    ("statement", "⟦Brandt⟧ ⟨made favorable comments about⟩ the sluice."),
    ("belief", "⟦Brandt⟧ ⟨loves mocking⟩ the sluice."),
    ("belief", "⟨It became clear⟩ that the sluice was shut."),
    ("belief", "⟨To⟩ ⟦those who follow the vote⟧, the sluice is a toy."),
    ("belief", "⟦Brandt⟧ ⟨was always for⟩ the sluice."),
    ("perception", "⟦The first estimates⟧ ⟨put⟩ the cost at a third."),
    ("belief", "⟦Brandt⟧ ⟨was encouraged by⟩ the new sluice."),
    ("belief", "The sluice ⟨is expected⟩ to open in May."),
    ("belief", "⟦The ferrymen⟧ ⟨were quite doddered about⟩ the sluice."),
    ("belief", "⟦Neighbours⟧ ⟨aren't dewy-eyed about⟩ the sluice."),
    ("belief", "⟨To⟩ ⟦Brandt⟧, the sluice is a toy."),
    ("belief", "In ⟨the eyes of⟩ ⟦most ferrymen⟧ the sluice is a toy."),
    ("belief", "The plan ⟨resonated with⟩ ⟦the ferrymen⟧."),
    ("belief", "⟨anti-⟩sluice ⟦banners⟧ hung from the crane."),
    ("intention", "⟦Brandt⟧ ⟨attempted⟩ to shut the sluice."),
    ("intention", "⟦Brandt⟧ ⟨eyes⟩ a second sluice."),
    ("decree", "⟦The board⟧ ⟨sided⟩ with the ferrymen."),
    ("perception", "The sluice ⟨appears⟩ to be shut."),
    ("perception", "⟦The survey⟧ ⟨underscores⟩ how few want the sluice."),
    ("other", "⟦Brandt⟧ ⟨ignored⟩ the sluice."),
]


def _read(marked: str) -> tuple[str, bool]:
    source = marked.partition("⟦")[2].partition("⟧")[0]
    before, _, rest = marked.replace("⟦", "").replace("⟧", "").partition("⟨")
    cue, _, after = rest.partition("⟩")
    return act_of(cue, before=before, after=after, source=source)


@pytest.mark.parametrize("sentence", NEGATED)
def test_what_the_text_denies_is_negated(sentence: str) -> None:
    assert _read(sentence)[1]


@pytest.mark.parametrize("sentence", NOT_NEGATED)
def test_a_not_that_belongs_elsewhere_does_not_negate(sentence: str) -> None:
    assert not _read(sentence)[1]


@pytest.mark.parametrize(("act", "sentence"), ACTS)
def test_the_cue_names_the_act(act: str, sentence: str) -> None:
    assert _read(sentence)[0] == act


def test_an_unknown_cue_of_quoted_words_is_a_statement() -> None:
    assert act_of("zigzagged", content="“It is shut,”") == ("statement", False)


def test_agreeing_in_quoted_words_is_speech() -> None:
    assert act_of("agreed", content="“It is shut,”")[0] == "statement"
    assert act_of("agreed", content="that it is shut")[0] == "belief"


def test_seeing_something_as_something_is_a_belief() -> None:
    assert act_of("see", source="They", content="the sluice as a toy")[0] == "belief"
    assert act_of("saw", source="They", content="the sluice at dawn")[0] == "perception"


def test_charging_somebody_with_something_is_a_decree() -> None:
    assert act_of("charged", source="The harbour police", content="Pell with theft")[0] == "decree"
    assert act_of("charged", source="Pell", content="that the board had met with the yard")[0] == "statement"


def test_an_unknown_cue_of_something_to_do_is_an_intention() -> None:
    assert act_of("are itching", source="They", content="to shut the sluice")[0] == "intention"


def test_no_cue_at_all_is_a_statement_only_of_quoted_words() -> None:
    assert act_of("", content="“It is shut.”") == ("statement", False)
    assert act_of("", content="it is shut") == ("other", False)


def test_hostile_words_do_no_harm() -> None:
    assert act_of("\x00 \ud800 ’’’ n't", before="not " * 5000, after="nothing " * 5000)[0] == "statement"
    assert act_of("is " * 5000 + "w" * 5000, content="as with " * 5000)[0] == "statement"

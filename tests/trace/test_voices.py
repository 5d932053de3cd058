"""Whether two printings are said by one voice, as far as families ask."""

import pytest

from onrecord.trace.voices import Voice, keys_of, same_voice


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Voice("Ada Quill"), Voice("Ada Quill"), True),
        (Voice("Ada Quill"), Voice("Quill"), True),
        (Voice("Ada Quill"), Voice("Jo Quill"), False),
        (Voice("Ada Quill"), None, None),
        (Voice("Ada Quill", "1"), Voice("the harbour master", "1"), True),
        (Voice("Ada Quill", "1"), Voice("Ada Quill", "2"), False),  # namesakes, whom the register has parted
        (Voice("Ada Quill", "1"), Voice("Quill", "2"), True),  # it wants more to merge a bare last name
        (Voice("Ada Quill", "1"), Voice("Ada Quill"), True),
        (Voice("Ada Quill", "1"), Voice("Mira Osk", "2"), False),
    ],
)
def test_ids_decide_where_they_can(one: Voice, other: Voice | None, same: bool | None) -> None:
    assert same_voice(one, other) is same
    assert same_voice(other, one) is same
    if same and other is not None:
        assert keys_of(one) & keys_of(other)

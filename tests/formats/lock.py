"""One invented text and its attributions, which the tests of the readers write by hand in each format."""

from onrecord.formats.annotated import Attribution
from onrecord.model import Speaker

#       0                  19 21          33 34 38  40                  60 61       70 71 75  87             103
TEXT = (
    "The lock stays shut, Odile Brandt said. “We open it in May,” Tam Amsel told the board, “or not at all.”"
)
BRANDT = Attribution(source=((21, 33),), cue=((34, 38),), content=((0, 19),))
AMSEL = Attribution(source=((61, 70),), cue=((71, 75),), content=((40, 60), (87, 103)))


def person(name: str) -> tuple[Speaker, ...]:
    return (Speaker(name=name, kind="person"),)

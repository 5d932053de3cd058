"""Abbreviations and signs that are read out as a word: the short form, and the word."""

ABBREVIATIONS: dict[str, str] = dict(
    pair.split(":")
    for pair in (
        "mr:mister dr:doctor sen:senator sens:senators gov:governor govs:governors pres:president "
        "prof:professor capt:captain lt:lieutenant sgt:sergeant cmdr:commander "
        "vs:versus &:and okay:ok dept:department govt:government mrs:missus approx:approximately "
        "atty:attorney jr:junior sr:senior "
    ).split()
)

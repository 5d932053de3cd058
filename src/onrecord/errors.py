"""Everything that can go wrong, as one tree.

OnrecordError
├── InputError           an input cannot be used: says which, why, and what to do
│   ├── UnreadableInput  no form that onrecord knows: empty, binary, damaged, missing
│   ├── InputTooLarge    over a documented bound
│   ├── NotFetched       a web address may not be fetched, or does not answer with a page
│   ├── BadRegister      a register or an authority file cannot be used as asked
│   ├── BadQuery         the words of a search cannot be read: says how to write it
│   ├── BadCorrection    a correction by hand does not fit its article: says which part, and why
│   └── BadLedger        a ledger cannot be reached, read or changed as asked
│       └── NotInLedger  the ledger holds no such article, quotation, speaker or document
├── MissingExtra         an optional dependency is not installed: says the command that installs it
└── BrokenInstallation   a file that ships with the package is missing or damaged
"""


class OnrecordError(Exception):
    """The root: catch this to catch every error that onrecord raises on purpose."""


class InputError(OnrecordError):
    """An input cannot be used; over a batch it becomes a `Failure` and the rest goes on."""


class UnreadableInput(InputError):
    """The input is in no form that onrecord knows: empty, binary, damaged or missing."""


class InputTooLarge(InputError):
    """The input is over a documented bound."""


class NotFetched(InputError):
    """A web address may not be fetched, does not answer, or not with what onrecord reads, or with too much of it."""


class BadRegister(InputError):
    """A register of speakers, or an authority file, cannot be read, or not be changed as asked."""


class BadQuery(InputError):
    """The words of a search, or what it is narrowed down by, cannot be read or do not go together."""


class BadCorrection(InputError):
    """A correction by hand does not fit the article that it is for, or says too much or too little."""


class BadLedger(InputError):
    """A ledger cannot be reached, is none, or cannot be read or changed as asked."""


class NotInLedger(BadLedger):
    """The ledger holds no such article, quotation, speaker or document."""


class MissingExtra(OnrecordError):
    """An optional dependency is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an optional part: run  pip install 'onrecord[{extra}]'")


class BrokenInstallation(OnrecordError):
    """A file that ships with the package is missing or damaged."""

"""The few examples that the first page offers, so that a newcomer sees what it does before giving it anything."""

from importlib import resources

from onrecord.web.uploads import Upload

NAMES = ("wire.txt", "courier.txt", "causeway.txt", "longstrand.md")
DOCUMENTS = ("briefing.txt", "address.txt")


def articles() -> list[Upload]:
    """The articles."""
    return [_upload(name) for name in NAMES]


def documents() -> list[Upload]:
    """The documents that they quote."""
    return [_upload(name) for name in DOCUMENTS]


def _upload(name: str) -> Upload:
    data = resources.files("onrecord.web").joinpath("examples", name).read_bytes()
    return Upload(name=name, data=data)

"""What whoever serves a ledger decides: who may write and read, what may be fetched, and how much is too much."""

import msgspec

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
LARGEST_UPLOAD = 64 * 2**20


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """The options of the web app.

    `names` are the host names by which it may be asked for (any where empty). `token` has to be shown to write, and
    with `private` to read too; without one everybody who reaches the app may write. `fetch` lets it fetch addresses
    that people give, and `keep` is the folder where what was fetched is kept as it came. `largest` bounds an upload
    in bytes, `writes` the changes that one client may ask for in a minute, `costly` the checks and exports.
    `seconds` and `memory` (bytes) bound the reading of one file.
    """

    names: tuple[str, ...] = ()
    token: str | None = None
    private: bool = False
    fetch: bool = False
    keep: str | None = None
    largest: int = LARGEST_UPLOAD
    writes: int = 120
    costly: int = 600
    seconds: int = 60
    memory: int = 2 * 2**30

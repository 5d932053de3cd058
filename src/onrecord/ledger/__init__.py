"""The ledger: a database that keeps articles, quotations, speakers, documents and verdicts, and answers questions."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loading the database's library would make the import of the package slow
    from onrecord.ledger.ledger import Ledger


def open_ledger(address: str, *, create: bool = True) -> "Ledger":
    """Open a ledger: a database that keeps articles with their quotations, made where it is new.

    `address` is `sqlite:///FILE`, the path of a file, or `postgresql://USER@HOST/DATABASE`. Close it, or use it in a
    `with` statement. Raises `BadLedger` where it cannot be reached, is no ledger, or was made by a newer version.
    """
    from onrecord.ledger.ledger import Ledger

    return Ledger.open(address, create=create)

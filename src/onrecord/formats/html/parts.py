"""The parts that a page is put together from, and the policy that lets only them run."""

import base64
import hashlib
from importlib import resources

from onrecord.errors import BrokenInstallation


def read_part(package: str, name: str) -> str:
    """A file that ships beside the code of a page; raises `BrokenInstallation` where it is missing."""
    try:
        return resources.files(package).joinpath(name).read_text(encoding="utf-8")
    except OSError as error:
        raise BrokenInstallation(f"{name}, a part of the page, is missing: install onrecord again") from error


def policy(style: str, script: str) -> str:
    """Nothing may be loaded or sent; only this very style and this very script, by their digests, may run."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(part: str) -> str:
    return base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()

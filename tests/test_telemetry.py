"""A library under onrecord reports to nobody: a run leaves nothing in the folder of its user."""

import os
import subprocess
import sys
from pathlib import Path

RUN = """
import onrecord
from onrecord.meaning.encoder import Encoder
onrecord.read_text("“The quay is open,” said Ada Quill.")
Encoder().encode(["The quay is open."])
"""


def test_nothing_is_kept_of_how_the_models_are_used(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    env |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    subprocess.run([sys.executable, "-c", RUN], env=env, check=True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []

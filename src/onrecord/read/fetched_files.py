"""What was fetched, kept as it came, so that anybody can see later what was read."""

import os

from onrecord.model import article_id
from onrecord.read.fetch import Fetched

_ENDINGS = {
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
}


def keep_bytes(fetched: Fetched, folder: str | os.PathLike[str]) -> str:
    """Write the bytes as they are, once, and give the file's path; raises `OSError`.

    The name is what `sha256sum` prints, which is in the article's id too.
    """
    digest = article_id(fetched.data).partition(":")[2]
    ending = _ENDINGS.get(fetched.kind or "", ".xml" if (fetched.kind or "").endswith("/xml") else ".html")
    path = os.path.join(folder, digest + ending)
    if not os.path.exists(path):
        with open(path + ".part", "wb") as file:
            file.write(fetched.data)
        os.replace(path + ".part", path)  # what was stopped half-way leaves no file of that name
    return path

"""Text files: any of the usual encodings into lines, kept exactly."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from gouji.model.report import Source
from gouji.sources.encoding import decode
from gouji.sources.page import OpenedSource, Page

MEDIA_TYPES = {".md": "text/markdown"}

LINE_END = re.compile(r"\r\n|\n|\r")


def read_text(path: Path, password: str | None = None) -> OpenedSource:  # noqa: ARG001 -- every reader takes one
    """The file as one page, as wide as its longest line and as high as it has lines.

    `DamagedFileError` when the bytes are no text in any encoding known here, `EmptyFileError` when the
    text is nothing but white space.
    """
    content = path.read_bytes()
    text, encoding = decode(path, content, "TXT")
    lines = tuple(LINE_END.split(text))
    source = Source(
        name=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type=MEDIA_TYPES.get(path.suffix.lower(), "text/plain"),
        pages=1,
        encoding=encoding,
    )
    page = Page(1, max(map(len, lines)), len(lines), ())
    return OpenedSource(source, (page,), lines)

"""Text files: any of the usual encodings into lines, kept exactly."""

from __future__ import annotations

import hashlib
import re

from gouji.errors import FileTooLargeError
from gouji.model.report import Source
from gouji.sources.encoding import decode
from gouji.sources.file import SourceFile
from gouji.sources.limits import LARGEST_TEXT_FILE, LONGEST_TEXT, MOST_LINES
from gouji.sources.page import OpenedSource, Page

MEDIA_TYPES = {".md": "text/markdown"}

LINE_END = re.compile(r"\r\n|\n|\r")


def read_text(file: SourceFile, encoding: str | None = None) -> OpenedSource:
    """The file as one page, as wide as its longest line and as high as it has lines.

    In the encoding asked for, else in the one that it seems to have. Raises what `decode` raises, and
    `FileTooLargeError`.
    """
    path = file.path
    if file.size > LARGEST_TEXT_FILE:
        raise FileTooLargeError(path)
    content = file.content()
    text, encoding = decode(path, content, "TXT", asked=encoding)
    lines = tuple(LINE_END.split(text, maxsplit=MOST_LINES))
    if len(text) > LONGEST_TEXT or len(lines) > MOST_LINES:
        raise FileTooLargeError(path)
    source = Source(
        name=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type=MEDIA_TYPES.get(path.suffix.lower(), "text/plain"),
        pages=1,
        encoding=encoding,
    )
    page = Page(1, max(map(len, lines)), len(lines), ())
    return OpenedSource(source, (page,), lines)

"""Text files: any of the usual encodings into lines, kept exactly."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path

from gouji.errors import DamagedFileError, EmptyFileError
from gouji.model.report import Source
from gouji.sources.page import OpenedSource, Page

MEDIA_TYPES = {".md": "text/markdown"}

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
"""Mark, codec that takes the mark off, name of the encoding; the longer of two marks first."""

GUESSED_ENCODINGS = ("gb18030", "big5", "utf_16_le", "utf_16_be")

LINE_END = re.compile(r"\r\n|\n|\r")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
RUBBISH_SHARE = 0.005
"""More control characters than this, and the file is no text; a stray one is only a blemish."""

SAMPLE = 64 * 1024
"""So many bytes settle the encoding of a file."""


def read_text(path: Path, password: str | None = None) -> OpenedSource:  # noqa: ARG001 -- every reader takes one
    """The file as one page, as wide as its longest line and as high as it has lines.

    `DamagedFileError` when the bytes are no text in any encoding known here, `EmptyFileError` when the
    text is nothing but white space.
    """
    content = path.read_bytes()
    text, encoding = _decode(path, content)
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


def _decode(path: Path, content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding."""
    for mark, codec, name in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _checked(path, content.decode(codec, errors="replace")), name
    if b"\0" not in content[:SAMPLE]:
        try:
            return _checked(path, content.decode("utf-8")), "utf-8"
        except UnicodeDecodeError:
            pass
    encoding = _guess(content)
    if encoding is None:
        raise DamagedFileError(path, kind="TXT")
    return _checked(path, content.decode(encoding, errors="replace")), encoding.replace("_", "-")


def _checked(path: Path, text: str) -> str:
    if not text.strip():
        raise EmptyFileError(path)
    if len(CONTROL.findall(text)) > RUBBISH_SHARE * len(text):
        raise DamagedFileError(path, kind="TXT")
    return text


def _guess(content: bytes) -> str | None:
    """The most plausible encoding of bytes that name none and are not UTF-8; None for rubbish."""
    sample = content[:SAMPLE]
    if _nearly_utf8(sample):
        return "utf-8"
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- 20 ms that most files never need

    best = from_bytes(sample, cp_isolation=list(GUESSED_ENCODINGS)).best()
    return None if best is None else best.encoding


def _nearly_utf8(sample: bytes) -> bool:
    """Whether few enough characters are broken that it must have been UTF-8."""
    text = sample.decode("utf-8", errors="replace")
    broken = text.count("\ufffd") + text.count("\0")
    return broken <= RUBBISH_SHARE * len(text)

"""Bytes into text, in any of the encodings that offices use."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from gouji.errors import DamagedFileError, EmptyFileError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
"""Mark, codec that takes the mark off, name of the encoding; the longer of two marks first."""

GUESSED_ENCODINGS = ("gb18030", "big5", "utf_16_le", "utf_16_be")

DECLARED_ENCODINGS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "xgbk": "gb18030",
    "cp936": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
}
"""Encodings a file is believed to be in when it says so, by the letters and digits of the name."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
PRIVATE = re.compile(r"[\ue000-\uf8ff]")
"""Characters without a meaning of their own."""
RUBBISH_SHARE = 0.005
"""More control characters than this, and the file is no text; a stray one is only a blemish."""

SAMPLE = 64 * 1024
"""So many bytes settle the encoding of a file."""


def decode(path: Path, content: bytes, kind: str, declared: str | None = None) -> tuple[str, str]:
    """The text of a file, and the name of its encoding.

    Args:
        path: the file, to be named in errors.
        content: its bytes.
        kind: the format it promises to be, to be named in errors.
        declared: the encoding it says it has; believed only where the bytes agree.

    Raises:
        DamagedFileError: when the bytes are no text in any encoding known here.
        EmptyFileError: when the text is nothing but white space.
    """
    text, encoding = _decode(path, content, kind, declared)
    if not text.strip():
        raise EmptyFileError(path)
    if len(CONTROL.findall(text)) > RUBBISH_SHARE * len(text):
        raise DamagedFileError(path, kind=kind)
    return text, encoding


def _decode(path: Path, content: bytes, kind: str, declared: str | None) -> tuple[str, str]:
    for mark, codec, name in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(codec, errors="replace"), name
    named = DECLARED_ENCODINGS.get(_bare(declared))
    for encoding in ("utf-8", named) if b"\0" not in content[:SAMPLE] else (named,):
        whole = _if_whole(content, encoding) if encoding else None
        if encoding and whole is not None:
            return whole, encoding
    guessed = _guess(content)
    if guessed is None:
        raise DamagedFileError(path, kind=kind)
    return content.decode(guessed, errors="replace"), guessed.replace("_", "-")


def _if_whole(content: bytes, codec: str) -> str | None:
    """The text, where the bytes are of this encoding beyond doubt: Big5 passes for rare GB18030."""
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        return None
    return text if len(PRIVATE.findall(text)) <= RUBBISH_SHARE * len(text) else None


def _bare(name: str | None) -> str:
    return "".join(char for char in (name or "").lower() if char.isalnum())


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

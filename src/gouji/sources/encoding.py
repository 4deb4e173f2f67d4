"""Bytes into text, in any of the encodings that offices use."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from gouji.errors import DamagedFileError, EmptyFileError, WrongEncodingError

ENCODINGS = {
    "utf-8": "utf-8",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
}
"""The encodings that one may ask for, by their names, and the codecs that read them; GB18030 includes GBK."""

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
    "big5": "big5",
    "big5hkscs": "big5",
}
"""Encodings a file is believed to be in when it says so, by the letters and digits of the name."""

MARKED_ENCODINGS = frozenset(name for _, _, name in BYTE_ORDER_MARKS) - ENCODINGS.keys()
"""Names that a file has only by its mark."""

# Compiled with the first text: others want the names of the encodings alone.
CONTROL = r"[\x00-\x08\x0e-\x1f\x7f\ufffd]"
CHINESE = r"[\u3400-\u9fff]"
PRIVATE = r"[\ue000-\uf8ff]"
"""Characters without a meaning of their own."""
RUBBISH_SHARE = 0.005
"""More control characters than this, and the file is no text; a stray one is only a blemish."""

RARE_SHARE = 0.1
"""Of the characters of a Chinese text fewer than this are not among the usual ones of their script."""

SAMPLE = 64 * 1024
"""So many bytes settle the encoding of a file."""


def decode(
    path: Path, content: bytes, kind: str, declared: str | None = None, asked: str | None = None
) -> tuple[str, str]:
    """The text of a file, and the name of its encoding.

    Args:
        path: the file, to be named in errors.
        content: its bytes.
        kind: the format it promises to be, to be named in errors.
        declared: the encoding it says it has; believed only where the bytes agree.
        asked: the name of the encoding to read it in, whatever it seems to have.

    Raises:
        WrongEncodingError: when the bytes are no text in the encoding that was asked for.
        DamagedFileError: when the bytes are no text in any encoding known here.
        EmptyFileError: when the text is nothing but white space.
    """
    text, encoding = _decode_as(path, content, asked) if asked else _decode(path, content, kind, declared)
    if not text.strip():
        raise EmptyFileError(path)
    if len(re.findall(CONTROL, text)) > RUBBISH_SHARE * len(text):
        raise WrongEncodingError(path, encoding=asked) if asked else DamagedFileError(path, kind=kind)
    return text, encoding


def _decode_as(path: Path, content: bytes, name: str) -> tuple[str, str]:
    if name not in ENCODINGS and name not in MARKED_ENCODINGS:
        raise WrongEncodingError(path, encoding=name)
    return content.decode(ENCODINGS.get(name, name), errors="replace").removeprefix("\ufeff"), name


def _decode(path: Path, content: bytes, kind: str, declared: str | None) -> tuple[str, str]:
    for mark, codec, name in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(codec, errors="replace"), name
    named = DECLARED_ENCODINGS.get(_bare(declared))
    for encoding in ("utf-8", named) if b"\0" not in content[:SAMPLE] else (named,):
        whole = _if_whole(content, ENCODINGS[encoding]) if encoding else None
        if encoding and whole is not None:
            return whole, encoding
    guessed = _guess(content)
    if guessed is None:
        raise DamagedFileError(path, kind=kind)
    return content.decode(ENCODINGS[guessed], errors="replace"), guessed


def _if_whole(content: bytes, codec: str) -> str | None:
    """The text, where the bytes are of this encoding beyond doubt: Big5 passes for rare GB18030."""
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        return None
    return text if len(re.findall(PRIVATE, text)) <= RUBBISH_SHARE * len(text) else None


def _bare(name: str | None) -> str:
    return "".join(char for char in (name or "").lower() if char.isalnum())


def _guess(content: bytes) -> str | None:
    """The most plausible encoding of bytes that name none and are not whole UTF-8; None for rubbish."""
    sample = content[:SAMPLE]
    if _broken_share(sample.decode("utf-8", errors="replace")) <= RUBBISH_SHARE:
        return "utf-8"
    likely = next((name for name in ENCODINGS if name != "utf-8" and _is_usual(sample, name)), None)
    if likely is not None:
        return likely
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- 20 ms that most files never need

    best = from_bytes(sample, cp_isolation=list(GUESSED_ENCODINGS)).best()
    return None if best is None else best.encoding.replace("_", "-")


def _is_usual(sample: bytes, name: str) -> bool:
    """Whether the bytes are a text of usual characters then: few broken ones make a strict guess fail."""
    text = sample.decode(ENCODINGS[name], errors="replace")
    chinese = Counter(re.findall(CHINESE, text))
    rare = sum(count for char, count in chinese.items() if not any(is_of(char) for is_of in SCRIPTS[name]))
    return _broken_share(text) <= RUBBISH_SHARE and rare < RARE_SHARE * chinese.total()


def _broken_share(text: str) -> float:
    return (text.count("\ufffd") + text.count("\0")) / max(len(text), 1)


def _is_simplified(char: str) -> bool:
    return bool(char.encode("gb2312", errors="ignore"))


def _is_traditional(char: str) -> bool:
    return b"\xa4" <= char.encode("big5", errors="ignore")[:1] < b"\xc7"


SCRIPTS: Mapping[str, Sequence[Callable[[str], bool]]] = {
    "gb18030": (_is_simplified,),
    "big5": (_is_traditional,),
    "utf-16-le": (_is_simplified, _is_traditional),
    "utf-16-be": (_is_simplified, _is_traditional),
}
"""Whether a character is one of the usual ones of a script that is written in the encoding."""

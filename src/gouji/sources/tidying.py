"""Texts of documents as they are seen: white space run together, raised figures told from others."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CHINESE = r"[\u2018-\u201d\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BROKEN = re.compile(rf"(?<={_CHINESE})[^\S\u3000]*[\r\n]\s*(?={_CHINESE})")
_SPACE = re.compile(r"[\s\x00-\x1f]+")
_IS_CHINESE = re.compile(_CHINESE)
_NO_WIDTH = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def tidy(text: str) -> str:
    """The text on one line: every run of white space is one space, a line broken within Chinese none.

    Spaces of no width are left out: a cell of nothing else is blank.
    """
    return _SPACE.sub(" ", _BROKEN.sub("", text.translate(_NO_WIDTH))).strip()


def joined(parts: Iterable[str]) -> str:
    """Lines of one cell on one line; a space keeps apart what is not Chinese, such as two figures."""
    whole = ""
    for part in parts:
        chinese = _IS_CHINESE.match(whole[-1:]) or _IS_CHINESE.match(part)
        whole += part if chinese or not whole else f" {part}"
    return whole


def raised(text: str) -> str:
    """Text printed above or below the line, so that the figures of a note are not taken for digits."""
    return text.translate(_RAISED)

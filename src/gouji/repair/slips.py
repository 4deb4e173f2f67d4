"""What may have happened to the digits of one figure."""

from __future__ import annotations

from gouji.model.report import Number
from gouji.model.suggestion import Slip

ALIKE = frozenset(frozenset(pair) for pair in ("17", "08", "06", "09", "38", "35", "56", "68", "89"))
"""Digits that eyes and text recognition take for each other."""


def digit_slip(right: Number, wrong: Number) -> Slip | None:
    """The slip that makes one figure of another by a single stroke; None where it takes more than that."""
    if not (_is_plain(right) and _is_plain(wrong)) or right == wrong:
        return None
    meant, written = str(right), str(wrong)
    if any(int(text) == wrong for text in _shortened(meant)):
        return Slip.LOST_DIGIT
    if any(int(text) == right for text in _shortened(written)):
        return Slip.DOUBLED_DIGIT if meant in _without_doubles(written) else Slip.EXTRA_DIGIT
    written = written.zfill(len(meant))
    if len(written) != len(meant):
        return None
    different = [place for place in range(len(meant)) if meant[place] != written[place]]
    if len(different) == 1:
        pair = frozenset((meant[different[0]], written[different[0]]))
        return Slip.MISREAD_DIGIT if pair in ALIKE else Slip.WRONG_DIGIT
    return Slip.SWAPPED_DIGITS if _is_swapped(meant, written, different) else None


def digit_changes(before: Number | None, after: Number) -> int:
    """How many digits of the printed figure change."""
    old, new = "" if before is None else str(before), str(after)
    common = _common(old, new) + _common(old[::-1], new[::-1])
    return max(len(old), len(new)) - min(common, len(old), len(new))


def _is_plain(value: Number) -> bool:
    return value >= 0 and value == int(value) and isinstance(value, int)


def _shortened(text: str) -> list[str]:
    """The text without one of its characters."""
    return [text[:place] + text[place + 1 :] for place in range(len(text))] if len(text) > 1 else []


def _without_doubles(text: str) -> list[str]:
    """The text without one of two equal digits that follow each other."""
    return [
        text[:place] + text[place + 1 :] for place in range(1, len(text)) if text[place] == text[place - 1]
    ]


def _is_swapped(meant: str, written: str, different: list[int]) -> bool:
    match different:
        case [first, second] if second == first + 1:
            return meant[first] == written[second] and meant[second] == written[first]
    return False


def _common(one: str, other: str) -> int:
    """How many characters are the same from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))

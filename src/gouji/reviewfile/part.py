"""A part of a parsed JSON file that knows the way to itself, and refuses to be what it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from string import hexdigits
from typing import Any, NoReturn, TypeVar

from gouji.model.report import Number

Choice = TypeVar("Choice", bound=StrEnum)
Named = TypeVar("Named")

LONGEST_TEXT = 4_000_000
"""More characters than any section of an honest report has."""
MOST_ENTRIES = 100_000
"""More entries than any list in a review file has."""
MOST_DIGITS = 100
"""More digits, on either side of the point, than any figure read from a report has."""
TOO_LARGE: int = 10**MOST_DIGITS

SHA256_DIGITS = 64

FARTHEST = 1_000_000_000
"""Farther than any place on a page is from its corner."""
LONGEST_STEP = 60
"""How much of a name is repeated where it is refused."""


class RefusedError(Exception):
    """A part is not what it must be; says which, by the way to it."""


class Part:
    """One JSON value and the way to it; methods raise `RefusedError` when the value is something else."""

    __slots__ = ("_step", "_value", "_whole")

    def __init__(self, value: Any, whole: Part | None = None, step: str = "") -> None:
        """It is a part of the whole, if one is given, and is found there by the step."""
        self._value = value
        self._whole = whole
        self._step = step

    @property
    def value(self) -> Any:
        """What it is, not looked at."""
        return self._value

    @property
    def way(self) -> tuple[str, ...]:
        """The names and numbers that lead to it."""
        return () if self._whole is None else (*self._whole.way, self._step)

    @property
    def is_null(self) -> bool:
        return self._value is None

    def has(self, key: str) -> bool:
        return key in self._object()

    def __getitem__(self, key: str) -> Part:
        """A member that must be there."""
        values = self._object()
        part = Part(values.get(key), self, key)
        if key not in values:
            part.refuse()
        return part

    def get(self, key: str, default: Any = None) -> Part:
        """A member, or the default in its place."""
        return Part(self._object().get(key, default), self, key)

    def members(self) -> Iterator[tuple[str, Part]]:
        """The members of an object by name."""
        for key in self._object():
            yield key, self[key]

    def entries(self, most: int = MOST_ENTRIES, *, least: int = 0) -> Iterator[Part]:
        """The entries of a list, counted from 1 in the way to them."""
        if not isinstance(self._value, list | tuple) or not least <= len(self._value) <= most:
            self.refuse()
        for number, value in enumerate(self._value, start=1):
            yield Part(value, self, str(number))

    def text(self) -> str:
        value = self._value
        if not isinstance(value, str) or len(value) > LONGEST_TEXT or not _is_encodable(value):
            self.refuse()
        return value

    def text_or_none(self) -> str | None:
        return None if self.is_null else self.text()

    def whole(self, least: int, most: int) -> int:
        value = self._value
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self.refuse()
        return value

    def number_or_none(self) -> Number | None:
        """A figure; a binary fraction is refused, since it cannot hold every printed digit."""
        value = self._value
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or not _is_bounded(value):
            self.refuse()
        return value

    def length(self) -> float:
        """A position on a page."""
        value = self._value
        if isinstance(value, Decimal):
            value = float(value)
        # Not a number at all is not within any bounds either.
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= FARTHEST:
            self.refuse()
        return value

    def choice(self, choices: type[Choice]) -> Choice:
        try:
            return choices(self._value)
        except ValueError:
            self.refuse()

    def named(self, known: Mapping[str, Named]) -> Named:
        """What has this name among what is known."""
        found = known.get(self.text())
        if found is None:
            self.refuse()
        return found

    def yes_or_no(self) -> bool:
        if not isinstance(self._value, bool):
            self.refuse()
        return self._value

    def sha256(self) -> str:
        """A SHA-256 in hexadecimal digits."""
        text = self.text()
        if len(text) != SHA256_DIGITS or not set(text) <= set(hexdigits):
            self.refuse()
        return text

    def moment(self) -> datetime:
        """A date and time that says its time zone."""
        try:
            moment = datetime.fromisoformat(self.text())
        except ValueError:
            self.refuse()
        if moment.tzinfo is None:
            self.refuse()
        return moment

    def day(self) -> date:
        """A date."""
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            self.refuse()

    def refuse(self) -> NoReturn:
        """Say that this part is not what it must be."""
        steps = ("".join(filter(str.isprintable, step))[:LONGEST_STEP] for step in self.way)
        raise RefusedError(" / ".join(steps) or "JSON")

    def _object(self) -> dict[str, Any]:
        if not isinstance(self._value, dict):
            self.refuse()
        return self._value


def _is_bounded(value: Number) -> bool:
    if isinstance(value, int):
        return abs(value) < TOO_LARGE
    if not value.is_finite():
        return False
    exponent = value.as_tuple().exponent
    return int(exponent) >= -MOST_DIGITS and value.adjusted() < MOST_DIGITS


def _is_encodable(text: str) -> bool:
    """Whether it is free of halves of surrogate pairs, which JSON can spell and no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True

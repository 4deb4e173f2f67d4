"""Every setting of the window, declared once: how it is stored and said; the dialog is made from this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication

from gouji.ui.look.language import QT_TRANSLATE_NOOP

T = TypeVar("T", bound="str | bool | int")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One thing that can be set: its name in the store, what it is unless set, and its words in English."""

    key: str
    default: T
    text: str
    tip: str

    def read(self, stored: str) -> T:
        """What is stored; what makes no sense counts as not stored."""
        raise NotImplementedError

    def write(self, value: T) -> str:
        """The value as it is stored."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Choice(Setting[str]):
    """One of a few values, each with its words."""

    choices: tuple[tuple[str, str], ...]

    def read(self, stored: str) -> str:
        return stored if stored in dict(self.choices) else self.default


@dataclass(frozen=True, slots=True)
class Switch(Setting[bool]):
    """On or off."""

    def read(self, stored: str) -> bool:
        return {"on": True, "off": False}.get(stored, self.default)

    def write(self, value: bool) -> str:  # noqa: FBT001 -- the value itself
        return "on" if value else "off"


@dataclass(frozen=True, slots=True)
class Percentage(Setting[int]):
    """A whole number of percent within bounds, changed by steps."""

    least: int
    most: int
    step: int

    def read(self, stored: str) -> int:
        value = int(stored) if stored.isascii() and stored.isdecimal() else self.default
        return value if self.least <= value <= self.most else self.default

    def next(self, value: int, steps: int) -> int:
        """The value so many steps further, within the bounds."""
        return min(max(value + steps * self.step, self.least), self.most)


_LIKE_SYSTEM = ("", QT_TRANSLATE_NOOP("Settings", "Like the system"))

LANGUAGE = Choice(
    "language", "",
    QT_TRANSLATE_NOOP("Settings", "&Language"),
    QT_TRANSLATE_NOOP("Settings", "The language of the window, and of what it writes"),
    (_LIKE_SYSTEM, ("zh", "简体中文"), ("en", "English")),
)  # fmt: skip
PALETTE = Choice(
    "palette", "",
    QT_TRANSLATE_NOOP("Settings", "&Appearance"),
    QT_TRANSLATE_NOOP("Settings", "The colours of the window"),
    (
        _LIKE_SYSTEM,
        ("light", QT_TRANSLATE_NOOP("Settings", "Light")),
        ("dark", QT_TRANSLATE_NOOP("Settings", "Dark")),
    ),
)  # fmt: skip
TEXT_SIZE = Percentage(
    "text_size", 100,
    QT_TRANSLATE_NOOP("Settings", "Text &size"),
    QT_TRANSLATE_NOOP("Settings", "The size of all text but the source's, which has a zoom of its own"),
    least=100, most=200, step=10,
)  # fmt: skip
LAST_YEAR = Switch(
    "last_year", False,  # noqa: FBT003 -- the default
    QT_TRANSLATE_NOOP("Settings", "Last &year's figures in the tables"),
    QT_TRANSLATE_NOOP("Settings", "Show last year's figure below each of this year's"),
)  # fmt: skip
THUMBNAILS = Switch(
    "thumbnails", True,  # noqa: FBT003 -- the default
    QT_TRANSLATE_NOOP("Settings", "Page &thumbnails"),
    QT_TRANSLATE_NOOP("Settings", "Show all pages small beside the source, with dots where findings are"),
)  # fmt: skip
QUEUE = Switch(
    "queue", True,  # noqa: FBT003 -- the default
    QT_TRANSLATE_NOOP("Settings", "&Queue of reports"),
    QT_TRANSLATE_NOOP("Settings", "Show the reports that wait beside the open one, where there are several"),
)  # fmt: skip
SCREEN_READER = Switch(
    "screen_reader", True,  # noqa: FBT003 -- the default
    QT_TRANSLATE_NOOP("Settings", "Answer screen &readers"),
    QT_TRANSLATE_NOOP(
        "Settings",
        "Switch this off only where a screen reader, or a tool that passes for one, upsets the window"
    ),
)  # fmt: skip

SETTINGS: tuple[Choice | Switch | Percentage, ...] = (
    LANGUAGE,
    PALETTE,
    TEXT_SIZE,
    LAST_YEAR,
    THUMBNAILS,
    QUEUE,
    SCREEN_READER,
)
"""In the order of the dialog."""


def spoken(text: str) -> str:
    """A text of the table in the language of the window."""
    return QCoreApplication.translate("Settings", text)

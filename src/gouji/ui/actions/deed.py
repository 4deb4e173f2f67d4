"""What a thing to do is made of: its words, its keys, and the menu it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gouji.ui.look.language import QT_TRANSLATE_NOOP


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = QT_TRANSLATE_NOOP("Actions", "&File")
    EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
    CHECK = QT_TRANSLATE_NOOP("Actions", "&Check")
    VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
    HELP = QT_TRANSLATE_NOOP("Actions", "&Help")


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: its words in English, its keys, and where it stands."""

    id: str
    text: str
    tip: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    in_bar: bool = False
    ends_group: bool = False
    needs_report: bool = True
    is_choice: bool = False
    """Whether it is on or off."""
    in_tables: bool = False
    """Whether its keys mean this only while the tables have the keyboard."""

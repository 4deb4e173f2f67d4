"""The menus, made from the table of deeds, and lists to choose from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from gouji.ui.actions.actions import Actions, words
from gouji.ui.actions.deed import Menu
from gouji.ui.actions.deeds import DEEDS
from gouji.ui.actions.tool_bar import ToolBar
from gouji.ui.look.plain import button_text, plain
from gouji.ui.settings.settings import Settings
from gouji.ui.settings.table import LANGUAGE, PALETTE, Choice, spoken

if TYPE_CHECKING:
    from gouji.ui.trail.steps_menu import StepsMenu

Choices = tuple[tuple[str, str], ...]


class Menus(QObject):
    """The menus of a window; those that are lists tell what was chosen from them."""

    recent_chosen = Signal(object)
    seen_chosen = Signal(str)

    def __init__(self, window: QMainWindow, actions: Actions, settings: Settings) -> None:
        super().__init__(window)
        self._settings = settings
        menus = {menu: window.menuBar().addMenu(words(menu)) for menu in Menu}
        for deed in DEEDS:
            menus[deed.menu].addAction(actions[deed.id])
            if deed.ends_group:
                menus[deed.menu].addSeparator()
            if deed.id == "open":
                self.recent = menus[deed.menu].addMenu(self.tr("Open &recent"))
                self.recent.aboutToShow.connect(self._list_recent)
        self._edit = menus[Menu.EDIT]
        self._redo = actions["redo"]
        self.lists: list[QMenu] = []
        """Those with the choices of a setting."""
        self._follow: list[Callable[[str], None]] = []
        self._add_choices(menus[Menu.VIEW])
        settings.changed.connect(self._note_changed)
        window.addToolBar(ToolBar(actions, self.tr("Tools")))
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def add_steps(self, steps: StepsMenu) -> None:
        """Offer the steps of a review below the last of them."""
        self.steps = steps
        beside = self._edit.actions()
        self._edit.insertMenu(beside[beside.index(self._redo) + 1], steps)

    def _add_choices(self, view: QMenu) -> None:
        for setting in (LANGUAGE, PALETTE):
            menu = view.addMenu(spoken(setting.text))
            self.lists.append(menu)
            self._add_setting(menu, setting)
        if self._settings.developer:
            from gouji.sources.seen import Seen  # noqa: PLC0415 -- few are developers

            seen: Choices = (
                ("", self.tr("Nothing")),
                (Seen.FIRST, self.tr("First reading: rulings, cells, labels")),
                (Seen.SECOND, self.tr("Second reading: tables of pdfplumber")),
            )
            _add_group(view.addMenu(self.tr("What the reader &sees")), seen, "", self.seen_chosen.emit)

    def _add_setting(self, menu: QMenu, setting: Choice) -> None:
        choices = tuple((value, spoken(text)) for value, text in setting.choices)
        settings = self._settings
        group = _add_group(menu, choices, settings.get(setting), partial(settings.put, setting))

        def follow(key: str) -> None:
            if key == setting.key:
                position = [value for value, _ in setting.choices].index(settings.get(setting))
                group.actions()[position].setChecked(True)

        self._follow.append(follow)

    def _list_recent(self) -> None:
        self.recent.clear()
        for path in self._settings.recent:
            action = self.recent.addAction(button_text(path.name))
            action.setToolTip(plain(str(path)))
            action.triggered.connect(partial(self._choose_recent, path))
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("None yet")).setEnabled(False)

    def _note_changed(self, key: str) -> None:
        for follow in self._follow:
            follow(key)

    def _choose_recent(self, path: Path, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- as Qt calls it
        self.recent_chosen.emit(path)


def _add_group(menu: QMenu, choices: Choices, current: str, choose: Callable[[str], object]) -> QActionGroup:
    group = QActionGroup(menu)
    for value, text in choices:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == current)
        action.triggered.connect(lambda _checked=False, value=value: choose(value))
        group.addAction(action)
    return group

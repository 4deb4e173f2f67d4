"""Menus and tool bar, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from gouji.sources.seen import Seen
from gouji.ui.actions import Actions, words
from gouji.ui.deeds import DEEDS, Menu
from gouji.ui.plain import button_text, plain
from gouji.ui.settings import Settings

Choices = tuple[tuple[str, str], ...]


class Menus(QObject):
    """The menus of a window; those that are lists tell what was chosen from them."""

    recent_chosen = Signal(object)
    language_chosen = Signal(str)
    palette_chosen = Signal(str)
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
        self._add_choices(menus[Menu.VIEW])
        window.addToolBar(_tool_bar(actions, self.tr("Tools")))
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _add_choices(self, view: QMenu) -> None:
        system = ("", self.tr("Like the system"))
        languages: Choices = (system, ("zh", "简体中文"), ("en", "English"))
        palettes: Choices = (system, ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        for title, choices, current, chosen in (
            (self.tr("&Language"), languages, self._settings.language, self.language_chosen.emit),
            (self.tr("&Appearance"), palettes, self._settings.palette, self.palette_chosen.emit),
        ):
            _add_group(view.addMenu(title), choices, current, chosen)
        if self._settings.developer:
            seen: Choices = (
                ("", self.tr("Nothing")),
                (Seen.FIRST, self.tr("First reading: rulings, cells, labels")),
                (Seen.SECOND, self.tr("Second reading: tables of pdfplumber")),
            )
            _add_group(view.addMenu(self.tr("What the reader &sees")), seen, "", self.seen_chosen.emit)

    def _list_recent(self) -> None:
        self.recent.clear()
        for path in self._settings.recent:
            action = self.recent.addAction(button_text(path.name))
            action.setToolTip(plain(str(path)))
            action.triggered.connect(partial(self._choose_recent, path))
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("None yet")).setEnabled(False)

    def _choose_recent(self, path: Path, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- as Qt calls it
        self.recent_chosen.emit(path)


def _tool_bar(actions: Actions, title: str) -> QToolBar:
    bar = QToolBar(title)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setIconSize(QSize(18, 18))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    menu = Menu.FILE
    for deed in DEEDS:
        if deed.in_bar:
            if deed.menu is not menu:
                bar.addSeparator()
            menu = deed.menu
            bar.addAction(actions[deed.id])
    return bar


def _add_group(menu: QMenu, choices: Choices, current: str, choose: Callable[[str], object]) -> None:
    group = QActionGroup(menu)
    for value, text in choices:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == current)
        action.triggered.connect(lambda _checked=False, value=value: choose(value))
        group.addAction(action)

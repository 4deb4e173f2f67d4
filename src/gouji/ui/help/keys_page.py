"""A page of the help: all keys, made from the table of actions, and what the marks mean."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from gouji.ui.actions.actions import key_names, plain, words
from gouji.ui.actions.deed import Menu
from gouji.ui.actions.deeds import DEEDS
from gouji.ui.grid.legend import Legend


class KeysPage(QScrollArea):
    """Menus with their keys, then the keys of the tables, then the marks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for menu in Menu:
            self._add_title(grid, plain(menu))
            for deed in DEEDS:
                if deed.menu is menu and deed.keys:
                    self._add_line(grid, key_names(deed), plain(deed.text), words(deed.tip))
        self._add_title(grid, self.tr("In the tables"))
        for keys, what in self._table_keys():
            self._add_line(grid, keys, what, "")
        self._add_title(grid, self.tr("Marks"))
        grid.addWidget(Legend(page), grid.rowCount(), 0, 1, 3)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def _table_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("typing, double-click"), self.tr("Change the figure; Esc leaves it as it was")),
            (self.tr("Enter"), self.tr("Accept the figure and go to the next finding, or down")),
            (self.tr("Tab, Shift+Tab, arrows"), self.tr("From figure to figure")),
            (self.tr("Home, End"), self.tr("Start and end of the line; with Ctrl, of the report")),
            (self.tr("Shift+arrows"), self.tr("Select a block")),
            (self.tr("Ctrl+A"), self.tr("Select the whole table")),
        )

    def _add_title(self, grid: QGridLayout, text: str) -> None:
        label = QLabel(text)
        label.setObjectName("tableTitle")
        label.setContentsMargins(0, 12 if grid.count() else 0, 0, 2)
        grid.addWidget(label, grid.rowCount(), 0, 1, 3)

    def _add_line(self, grid: QGridLayout, keys: str, what: str, tip: str) -> None:
        row = grid.rowCount()
        name = QLabel(keys)
        name.setObjectName("key")
        told = QLabel(what)
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(told, row, 1, 1, 1 if tip else 2, Qt.AlignmentFlag.AlignTop)
        if tip:
            note = QLabel(tip)
            note.setObjectName("note")
            note.setWordWrap(True)
            grid.addWidget(note, row, 2)

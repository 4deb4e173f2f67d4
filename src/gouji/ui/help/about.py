"""What the program is, what it is made of, and under which licences; to read and to copy."""

from __future__ import annotations

import platform
from html import escape

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gouji.ui.help.shipped import Part, parts
from gouji.ui.look.icons import picture
from gouji.ui.look.palettes import colours
from gouji.ui.look.text_size import enlarged, enlarged_size

_SIZE = (560, 520)
_MARGIN = 20
_BADGE = 48


class About(QDialog):
    """A line of its own, then a table of all parts with their versions and licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Gouji"))
        self.resize(enlarged_size(_SIZE, self.screen()))
        self._parts = parts()
        self.list = QTextBrowser()
        self.list.setAccessibleName(self.tr("Versions and licences"))
        self.list.setHtml(self._table())
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(12)
        column.addLayout(self._heading())
        column.addWidget(self.list, 1)
        column.addWidget(buttons)

    def text(self) -> str:
        """All of it in plain lines."""
        lines = [" ".join(part).strip() for part in self._parts]
        return "\n".join([*lines[:1], platform.platform(), *lines[1:]])

    def _heading(self) -> QHBoxLayout:
        badge = QLabel()
        badge.setPixmap(picture("gouji", enlarged(_BADGE), ""))
        said = self.tr("A review desk for annual disclosure reports. It works on this computer alone.")
        name = self.tr("Gouji")
        words = QLabel(f"<p><b>{escape(name)} {escape(self._parts[0].version)}</b><br>{escape(said)}</p>")
        words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(badge)
        row.addWidget(words, 1)
        return row

    def _table(self) -> str:
        chosen = colours(self.palette())
        head = Part(self.tr("Part"), self.tr("Version"), self.tr("Licence"))
        rows = [_row(head, f"color:{chosen.muted}"), *(_row(part) for part in self._parts)]
        return f"<table cellpadding='3' width='100%'>{''.join(rows)}</table>"


def _row(part: Part, style: str = "") -> str:
    cells = (f"<td style='{style}'>{escape(text)}</td>" for text in part)
    return f"<tr>{''.join(cells)}</tr>"

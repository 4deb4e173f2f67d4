"""What the window shows while no report is open."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gouji.ui.look.icons import icon, picture
from gouji.ui.look.palettes import colours
from gouji.ui.look.plain import button_text, plain
from gouji.ui.look.text_size import enlarged
from gouji.ui.settings.settings import Settings

_WIDTH = 520
_SHOWN = 5
_BADGE = 56


class Welcome(QWidget):
    """Open a file, drop one, take up a recent one, or look at the example."""

    chosen = Signal(object)
    """A recent path."""

    def __init__(self, settings: Settings, open_action: QAction, example_action: QAction) -> None:
        super().__init__()
        self._settings = settings
        self._badge = QLabel()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self.open = QPushButton(self.tr("Open a report…"))
        self.open.setObjectName("primary")
        self.open.clicked.connect(open_action.trigger)
        self.example = QPushButton(self.tr("See the example"))
        self.example.clicked.connect(example_action.trigger)
        self._card = QFrame()
        self._card.setObjectName("card")
        self._fill(QVBoxLayout(self._card))
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        # Told where to stand by an alignment, it would not be as tall as its wrapped lines.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
        self._tint()
        self.renew()

    def renew(self) -> None:
        """List the recent files again."""
        while item := self._recent.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        paths = self._settings.recent[:_SHOWN]
        if paths:
            self._recent.addWidget(_label(self.tr("Recent"), "overline"))
        for path in paths:
            self._recent.addWidget(self._link(path))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_card"):
            self._tint()
            self.renew()

    def _fill(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(40, 32, 40, 24)
        column.setSpacing(8)
        column.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(_label(self.tr("Gouji"), "wordmark"), 0, Qt.AlignmentFlag.AlignHCenter)
        aim = self.tr(
            "Reads an annual disclosure report, checks every sum, and shows where each figure stands."
        )
        said = _label(aim, "note")
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
        column.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.open)
        buttons.addWidget(self.example)
        buttons.addStretch(1)
        column.addLayout(buttons)
        hint = _label(self.tr("or drop files or folders here"), "note")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(hint)
        column.addSpacing(12)
        column.addLayout(self._recent)

    def _link(self, path: Path) -> QToolButton:
        button = QToolButton()
        button.setObjectName("recent")
        button.setText(button_text(path.name))
        button.setIcon(icon("report", self.palette(), colours(self.palette()).accent))
        button.setToolTip(plain(str(path)))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setMaximumWidth(enlarged(_WIDTH - 80))
        button.clicked.connect(partial(self._choose, path))
        return button

    def _choose(self, path: Path, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- as Qt calls it
        self.chosen.emit(path)

    def _tint(self) -> None:
        self._card.setFixedWidth(enlarged(_WIDTH))
        self._badge.setPixmap(picture("gouji", enlarged(_BADGE), ""))
        self._badge.setFixedSize(enlarged(_BADGE), enlarged(_BADGE))


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(name == "note")
    return label

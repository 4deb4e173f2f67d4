"""Paints a line of the queue: its state as a sign and a word, what is wrong in the colour of its weight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QBrush, QColor, QFont, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gouji.queue.entry import State
from gouji.ui.grid.model import Index
from gouji.ui.look.icons import picture
from gouji.ui.look.palettes import Colours, colours
from gouji.ui.look.text_size import enlarged
from gouji.ui.queue.model import IS_OPEN, STATE, Column

ICON = 14
BAR = 3
_ICONS = {
    State.WAITING: "waiting",
    State.OPEN: "error",
    State.CORRECTED: "edit",
    State.REVIEWED: "apply",
    State.FAILED: "close",
}


class QueueDelegate(QStyledItemDelegate):
    """The report on the desk is bold, with a bar at its left."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        said: Any = option  # the stubs lack its fields
        chosen, state, column = colours(said.palette), State(index.data(STATE)), index.column()
        # Which line has the keyboard is seen by its ground; a frame around one cell says nothing more.
        said.state &= ~QStyle.StateFlag.State_HasFocus
        if index.data(IS_OPEN) and column == Column.UNIT:
            font = QFont(said.font)
            font.setBold(True)
            said.font = font
        ink = QColor(_ink(state, column, chosen))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            said.palette.setBrush(role, QBrush(ink))
        if column == Column.STATE:
            said.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            said.icon = QIcon(picture(_ICONS[state], enlarged(ICON), ink.name()))
            said.decorationSize = QSize(enlarged(ICON), enlarged(ICON))
            if said.rect.width() < 3 * enlarged(ICON):
                said.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == Column.STATE and index.data(IS_OPEN):
            said: Any = option  # the stubs lack its fields
            rect: QRect = said.rect
            accent = QColor(colours(said.palette).accent)
            painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), accent)


def state_ink(state: State, chosen: Colours) -> str:
    """The colour that goes with a state."""
    return {
        State.WAITING: chosen.muted,
        State.OPEN: chosen.broken,
        State.CORRECTED: chosen.corrected,
        State.REVIEWED: chosen.proved,
        State.FAILED: chosen.broken,
    }[state]


def _ink(state: State, column: int, chosen: Colours) -> str:
    if column == Column.STATE:
        return state_ink(state, chosen)
    if column == Column.ERRORS:
        return chosen.broken
    if column == Column.WARNINGS:
        return chosen.unsure
    return chosen.muted if state in (State.REVIEWED, State.FAILED) or column == Column.YEAR else chosen.text

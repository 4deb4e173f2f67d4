"""Paints the places of a statutory table, and edits its figures."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gouji.model.layout import Place, Role
from gouji.ui.grid.figure_editor import FigureEditor
from gouji.ui.grid.mark_painter import SIDE, draw_marks, ground
from gouji.ui.grid.marks import Mark
from gouji.ui.grid.model import EDIT, NAME, Index, Shown, TableModel, printed
from gouji.ui.grid.sizes import PAD_X, balanced, small
from gouji.ui.look.palettes import Colours, colours
from gouji.ui.look.text_size import enlarged

_EDITOR_WIDTH = 96
# Plain whole numbers: to ask flags costs more than to draw.
_CORRECTED, _DOUBTFUL = int(Mark.CORRECTED), int(Mark.DOUBTFUL)
_QUIET = int(Mark.PROVED | Mark.NOTED)
"""With no other mark, a nought recedes."""
_LEAVING_KEYS = frozenset(
    (
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
    )
)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TableDelegate(QStyledItemDelegate):
    """Labels wrapped on a tinted ground; figures to the right with their marks."""

    left = Signal(int)
    """The editor was left with this key, its text taken."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        place = model.place(index) if isinstance(model, TableModel) else None
        if place is None or not isinstance(model, TableModel):
            return
        said: Any = option  # the stubs lack its fields
        chosen = colours(said.palette)
        painter.save()
        if place.address is not None:
            _paint_figure(painter, said, index, model.shown(place.address), chosen)
        else:
            _paint_label(painter, said.rect, place, chosen)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        address = model.address(index) if isinstance(model, TableModel) else None
        if address is None:
            return QWidget(parent)
        return FigureEditor(parent, address, str(index.data(NAME)))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # A change elsewhere, such as undo, must not overwrite what is being typed.
        if isinstance(editor, FigureEditor) and not editor.isModified():
            editor.setText(str(index.data(EDIT)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, FigureEditor) and editor.isModified():
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        said: Any = option  # the stubs lack its fields
        rect = QRect(said.rect)
        if rect.width() < enlarged(_EDITOR_WIDTH):
            rect.setLeft(max(rect.right() - enlarged(_EDITOR_WIDTH), 0))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, FigureEditor) and isinstance(event, QKeyEvent):
            key = event.key()
            if event.type() == QEvent.Type.KeyPress and key in _LEAVING_KEYS:
                taken = editor.is_number()
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                if taken:
                    self.left.emit(int(key))
                return True
        return super().eventFilter(editor, event)


def _paint_label(painter: QPainter, rect: QRect, place: Place, chosen: Colours) -> None:
    painter.fillRect(rect, QColor(chosen.head))
    painter.setPen(QColor(chosen.muted if place.role is Role.CORNER else chosen.text))
    text = printed(place)
    beside = place.role is Role.ROW_LABEL and "\n" not in text and rect.width() > rect.height()
    flags = _LEFT if beside else Qt.AlignmentFlag.AlignCenter
    padded = rect.adjusted(PAD_X, 0, -PAD_X, 0)
    if place.role is Role.COLUMN_HEAD:
        text = balanced(text, padded.width(), painter.fontMetrics())
    painter.drawText(padded, int(flags) | int(Qt.TextFlag.TextWordWrap), text)


def _paint_figure(painter: QPainter, said: Any, index: Index, shown: Shown, chosen: Colours) -> None:
    rect: QRect = said.rect
    text, marks, before, is_outlined = shown
    view = said.widget
    current = isinstance(view, QAbstractItemView) and view.currentIndex() == index
    selected = bool(said.state & QStyle.StateFlag.State_Selected)
    tint = chosen.selection if selected and not current else ground(marks, chosen)
    if tint is not None:
        painter.fillRect(rect, QColor(tint))
    if marks:
        width = painter.fontMetrics().horizontalAdvance(text) + enlarged(SIDE) + 4 * PAD_X
        cell = QRectF(rect).adjusted(0, 0, -1, -1)
        draw_marks(painter, cell, marks, chosen, crowded=width > rect.width())
    upper = rect.adjusted(0, 0, 0, -_draw_last_year(painter, rect, before, chosen)) if before else rect
    _draw_number(painter, upper, text, marks, chosen)
    if is_outlined:
        _frame(painter, rect, QPen(QColor(chosen.accent), 1.5, Qt.PenStyle.DashLine))
    if current:
        _frame(painter, rect, QPen(QColor(chosen.accent), 2))


def _draw_number(painter: QPainter, rect: QRect, text: str, marks: int, chosen: Colours) -> None:
    ink = chosen.text
    if marks & _CORRECTED:
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        ink = chosen.corrected
    elif marks & _DOUBTFUL:
        ink = chosen.doubtful
    painter.setPen(QColor(ink if text != "0" or marks & ~_QUIET else chosen.muted))
    painter.drawText(rect.adjusted(2, 0, -PAD_X - 2, 0), int(_RIGHT), text)


def _draw_last_year(painter: QPainter, rect: QRect, figure: str, chosen: Colours) -> int:
    """Write last year's figure at the foot of a cell; how much of its height that takes."""
    painter.save()
    painter.setFont(small(painter.font()))
    metrics = painter.fontMetrics()
    foot = rect.adjusted(2, rect.height() - metrics.height() - 3, -PAD_X - 2, -3)
    said = QCoreApplication.translate("LastYear", "was {figure}").format(figure=figure)
    text = next((each for each in (said, figure) if metrics.horizontalAdvance(each) <= foot.width()), "…")
    painter.setPen(QColor(chosen.muted))
    painter.drawText(foot, int(_RIGHT), text)
    painter.restore()
    return metrics.height()


def _frame(painter: QPainter, rect: QRect, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -2, -2))

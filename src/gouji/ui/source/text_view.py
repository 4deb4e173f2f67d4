"""A text file as its own picture: lines with numbers, the current cell's characters marked.

A place is counted in characters of its line, so tabs and wide characters cannot shift it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from gouji.model.geometry import Provenance
from gouji.ui.look.palettes import colours

SMALLEST, LARGEST = 6.0, 40.0
_TAB = 3
"""Characters from one tab stop to the next."""
# Each would begin another line in Qt and shift all boxes below it.
_LINE_BREAKS = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


class TextView(QPlainTextEdit):
    """The lines of the source, to read and to click."""

    clicked = Signal(int, float, float)
    """Page 1, and the middle of the character that was clicked, in columns and lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAccessibleName(self.tr("Source"))
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self._marks: list[QTextEdit.ExtraSelection] = []
        self._found: list[QTextEdit.ExtraSelection] = []
        self._usual = self.font().pointSizeF()
        self._margin = _LineNumbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_margin)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show the lines of another file."""
        self._marks, self._found = [], []
        self.setExtraSelections([])
        self.setPlainText("\n".join(line.translate(_LINE_BREAKS) for line in lines))
        self._make_room()

    def highlight(
        self, current: Provenance | None, others: Sequence[Provenance], words: Sequence[Provenance] = ()
    ) -> None:
        """Mark the current cell, others and words; bring the cell, else the words, into view."""
        chosen = colours(self.palette())
        marks = [self._mark(each, chosen.selection, chosen.accent) for each in (*others, *words)]
        if current is None and words:
            self._bring_into_view(self._cursor(words[0]))
        if current is not None:
            mark = self._mark(current, chosen.accent, chosen.accent)
            mark.format.setForeground(QColor(chosen.on_accent))
            marks.append(mark)
            self._bring_into_view(self._cursor(current))
        self._marks = marks
        self.setExtraSelections([*self._found, *self._marks])

    def show_found(self, found: Sequence[Provenance], current: Sequence[Provenance]) -> None:
        """Mark what was found, and bring the one that is current into view."""
        chosen = colours(self.palette())
        self._found = [self._mark(each, chosen.unsure_tint, chosen.unsure) for each in found]
        for place in current:
            mark = self._mark(place, chosen.unsure, chosen.unsure)
            mark.format.setForeground(QColor(chosen.surface))
            self._found.append(mark)
        # What is found last is drawn over the cell that it stands in.
        self.setExtraSelections([*self._marks, *self._found])
        for place in current[:1]:
            self._bring_into_view(self._cursor(place))

    def zoom(self, steps: int) -> None:
        """Larger or smaller letters."""
        self._resize_font(self.font().pointSizeF() + steps)

    def fit_width(self) -> None:
        """Letters of the usual size; lines are wrapped to the width anyhow."""
        self._resize_font(self._usual)

    def fit_page(self) -> None:
        """The same for text."""
        self.fit_width()

    def locate(self, place: Provenance) -> None:
        """Bring a cell to the middle."""
        self.setTextCursor(self._cursor(place, select=False))
        self.centerCursor()

    def place(self) -> dict[str, float | str]:
        """Size of the letters and first line in view."""
        return {"size": self.font().pointSizeF(), "line": self.firstVisibleBlock().blockNumber()}

    def go_to(self, place: Mapping[str, object]) -> None:
        """Show a place again; numbers that are none are left out."""
        size, line = place.get("size"), place.get("line")
        if isinstance(size, int | float):
            self._resize_font(size)
        if isinstance(line, int):
            self.verticalScrollBar().setValue(self._document_line(line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            point = event.position().toPoint()
            cursor = self.cursorForPosition(point)
            # Qt has a cursor stand at the nearer end of the character, which may begin the line below.
            stands = self.cursorRect(cursor)
            half = -0.5 if stands.x() > point.x() or stands.top() > point.y() else 0.5
            before = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()]
            column = len(before.decode("utf-16-le", "ignore")) + half
            self.clicked.emit(1, column, cursor.blockNumber() + 0.5)

    def paint_numbers(self, painter: QPainter, width: int, dirty: QRect) -> None:
        """Write the line numbers beside the lines in view."""
        chosen = colours(self.palette())
        painter.fillRect(dirty, QColor(chosen.window))
        painter.setPen(QColor(chosen.muted))
        block = self.firstVisibleBlock()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if rect.top() > dirty.bottom():
                break
            height = self.fontMetrics().height()
            line = QRect(0, round(rect.top()), width - 8, height)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), str(block.blockNumber() + 1))
            block = block.next()

    def _mark(self, place: Provenance, ground: str, line: str) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        shape.setBackground(QColor(ground))
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        shape.setUnderlineColor(QColor(line))
        mark.format = shape
        mark.cursor = self._cursor(place)
        return mark

    def _cursor(self, place: Provenance, *, select: bool = True) -> QTextCursor:
        block = self.document().findBlockByNumber(int(place.box.top))
        text = block.text()
        start = _units(text, int(place.box.x0))
        end = max(_units(text, int(place.box.x1)), start)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        if select:
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _bring_into_view(self, cursor: QTextCursor) -> None:
        rect = self.cursorRect(cursor)
        if not self.viewport().rect().adjusted(0, 24, 0, -24).contains(rect):
            here = QTextCursor(cursor)
            here.clearSelection()
            self.setTextCursor(here)
            self.centerCursor()

    def _resize_font(self, size: float) -> None:
        font = self.font()
        font.setPointSizeF(min(max(size, SMALLEST), LARGEST))
        self.setFont(font)
        self._make_room()

    def _document_line(self, block: int) -> int:
        """Where a line of the file begins among the wrapped lines, which the bar counts."""
        return self.document().findBlockByNumber(block).firstLineNumber()

    def _make_room(self) -> None:
        digits = len(str(max(self.blockCount(), 99)))
        width = self.fontMetrics().horizontalAdvance("9") * digits + 20
        self.setViewportMargins(width, 0, 0, 0)
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance("年") * _TAB)
        inside = self.contentsRect()
        self._margin.setGeometry(inside.left(), inside.top(), width, inside.height())

    def _scroll_margin(self, rect: QRect, dy: int) -> None:
        if dy:
            self._margin.scroll(0, dy)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())


class _LineNumbers(QWidget):
    """The strip to the left of the text."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._view.paint_numbers(painter, self.width(), event.rect())
        painter.end()


def _units(text: str, column: int) -> int:
    """Where a character stands in Qt's count, in which the rarest ones are two."""
    characters = text.encode("utf-16-le").decode("utf-16-le")
    return len(characters[:column].encode("utf-16-le")) // 2

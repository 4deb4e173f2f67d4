"""The content of a page as it flows: pieces of text into lines, and into the cells of tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from gouji.model.report import Doubt
from gouji.sources.html.spans import SpanTable
from gouji.sources.tidying import joined, raised, tidy
from gouji.sources.transcript import PrintedCell, Transcript


@dataclass(slots=True)
class _Cell:
    """A cell that is being filled."""

    column_span: int
    row_span: int
    parts: list[str] = field(default_factory=list)
    doubt: Doubt | None = None


class Flow:
    """Writes a transcript from what opens and closes in a page."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self._pieces: list[str] = []
        self._table: SpanTable | None = None
        self._cell: _Cell | None = None
        self.raised = 0
        """How many elements around the present place raise or lower their text."""

    def add(self, text: str | None) -> None:
        """Add text to the present line."""
        if text:
            self._pieces.append(raised(text) if self.raised else text)

    def break_line(self) -> None:
        """End the present line, if there is something in it."""
        if not self._pieces:
            return
        line = tidy("".join(self._pieces))
        self._pieces.clear()
        if line and self._cell is not None:
            self._cell.parts.append(line)
        elif line:
            self._transcript.add_text(line)

    def doubt_cell(self) -> None:
        """Something of the present cell is seen that is not in its text, or the other way round."""
        if self._cell is not None:
            self._cell.doubt = Doubt.DISPLAY

    def open_table(self) -> None:
        self.break_line()
        self._table = SpanTable()

    def open_row(self) -> None:
        self.close_cell()
        if self._table is not None:
            self._table.add_row()

    def open_cell(self, column_span: int, row_span: int) -> None:
        self.close_cell()
        self._cell = _Cell(column_span, row_span)

    def close_cell(self) -> None:
        """End the present cell, if there is one."""
        self.break_line()
        cell, self._cell = self._cell, None
        if cell is not None and self._table is not None:
            text = joined(cell.parts)
            self._table.add_cell(PrintedCell(text, 0, 0, cell.row_span, cell.column_span, cell.doubt))

    def close_table(self) -> None:
        self.close_cell()
        if self._table is not None:
            self._transcript.add_table(self._table.finish())
        self._table = None

"""Blocks as tables of a web page, as spreadsheets and word processors put them on the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser

from gouji.ui.clipboard.block import MOST_PIECES, MOST_TEXT, Block, Piece, TooLargeError

_WIDEST_SPAN = 200
_UNSEEN = ("style", "script", "title", "template")
_BREAKS = ("br", "p", "div", "li", "tr", "td", "th", "table")


def read_markup(markup: str) -> Block | None:
    """The block of all tables of a page below each other; None where it has none. Raises `TooLargeError`."""
    if len(markup) > MOST_TEXT:
        raise TooLargeError
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    reader.end_cell()
    return Block.of(reader.pieces) if reader.pieces else None


def write_markup(block: Block) -> str:
    """The block as a table with merged cells."""
    rows = "\n".join(f"<tr>{''.join(_cells(block, row))}</tr>" for row in range(block.height))
    return (
        '<html><head><meta charset="utf-8"></head><body>'
        f'<table border="1" style="border-collapse:collapse">\n{rows}\n</table></body></html>'
    )


def _cells(block: Block, row: int) -> Iterator[str]:
    begun = {piece.column: piece for piece in block.pieces if piece.row == row}
    for column in range(block.width):
        piece = begun.get(column)
        if piece is not None:
            name = "th" if piece.is_head else "td"
            spans = f' rowspan="{piece.row_span}"' if piece.row_span > 1 else ""
            spans += f' colspan="{piece.column_span}"' if piece.column_span > 1 else ""
            yield f"<{name}{spans}>{escape(piece.text)}</{name}>"
        elif (row, column) not in block.covering:
            yield "<td></td>"


class _Reader(HTMLParser):
    """Collects the cells of the outermost tables; what stands in a table within a cell is its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._taken: set[tuple[int, int]] = set()
        self._row = -1
        self._depth = 0
        self._unseen = 0
        self._spans = (1, 1)
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self.end_cell()
            self._row += 1
        elif self._depth == 1 and tag in ("td", "th"):
            self.end_cell()
            self._row = max(self._row, 0)
            given = dict(attrs)
            self._spans = (_span(given.get("rowspan")), _span(given.get("colspan")))
            self._text = []
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag == "table":
            if self._depth == 1:
                self.end_cell()
            self._depth = max(self._depth - 1, 0)
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self.end_cell()
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._unseen:
            self._text.append(data)

    def end_cell(self) -> None:
        """Put the cell that is being read, if any, on the first free place of its row."""
        if self._text is None:
            return
        column = 0
        while (self._row, column) in self._taken:
            column += 1
        rows, columns = self._spans
        self._taken |= {
            (self._row + down, column + across) for down in range(rows) for across in range(columns)
        }
        if len(self._taken) > MOST_PIECES:
            raise TooLargeError
        text = " ".join("".join(self._text).split())
        self.pieces.append(Piece(self._row, column, text, rows, columns))
        self._text = None

    def _break(self, tag: str) -> None:
        if self._text is not None and tag in _BREAKS:
            self._text.append(" ")


def _span(text: str | None) -> int:
    given = (text or "").strip()
    return min(max(int(given), 1), _WIDEST_SPAN) if given.isascii() and given.isdigit() else 1

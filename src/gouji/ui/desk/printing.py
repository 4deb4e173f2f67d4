"""Prints pieces of HTML on numbered pages, on paper or as a PDF; the end of a page cuts none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)

from gouji.errors import CannotWriteError
from gouji.export.printed import tables_pieces
from gouji.export.problems import problem_list
from gouji.export.problems.page import Piece, problems_pieces
from gouji.export.problems.paper import LATIN, MARGINS
from gouji.export.target import Made
from gouji.export.write import put
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.wording import say

RESOLUTION = 300
FOOTER = 0.03
"""Of the height of a page, for its number."""
ROOM_WITH_TITLE = 0.94
"""Of the height of a page, for a piece that shrinks to fit on one below its title."""
SHRINKING = 0.95
SMALLEST = 0.4
"""No piece is made smaller: nobody could read it."""
OVERLAP = 3.5 / 96
"""By how many inches tables below each other overlap to share a border: Qt leaves room around it."""


class Laid(NamedTuple):
    """A piece as it is printed: its text, and how much smaller than that was laid out."""

    document: QTextDocument
    scale: float = 1.0

    @property
    def height(self) -> float:
        """What it takes of a page."""
        return self.document.size().height() * self.scale


Placed = list[tuple[float, Laid]]
"""What stands on a page, each with its distance from the top."""


def a4() -> QPageLayout:
    """An upright page with the margins of an official letter."""
    across, down = (10 * margin for margin in MARGINS)
    margins = QMarginsF(across, down, across, down)
    upright = QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), upright, margins, QPageLayout.Unit.Millimeter)


def print_problems(
    review: Review,
    findings: list[Finding],
    choose: Callable[[int], QPagedPaintDevice | None],
    language: str,
) -> None:
    """Print the list of problems that is sent back on what is chosen, knowing how many they are.

    `CannotWriteError` when that does not take it.
    """
    listed = problem_list(review, findings, language)
    printer = choose(len(listed.lines))
    if printer is not None and not print_pieces(problems_pieces(listed), printer, language):
        raise CannotWriteError(Path(listed.heading), cause=say("targets.no_printer", language))


def write_problems(review: Review, findings: list[Finding], target: Path, language: str) -> None:
    """Write the list of problems as a PDF, as it would be printed; `CannotWriteError` in any trouble."""
    content = make_pdf(problems_pieces(problem_list(review, findings, language)), language)
    put(review, Made(content, lambda back: back.rstrip().endswith(b"%%EOF")), target, language)


def print_tables(
    review: Review,
    findings: list[Finding],
    choose: Callable[[], QPagedPaintDevice | None],
    language: str,
) -> None:
    """Print the corrected tables with their findings on what is chosen.

    `CannotWriteError` when that does not take it.
    """
    printer = choose()
    if printer is not None and not print_pieces(tables_pieces(review, findings, language), printer, language):
        name = Path(review.document.report.source.name)
        raise CannotWriteError(name, cause=say("targets.no_printer", language))


def write_tables(review: Review, findings: list[Finding], target: Path, language: str) -> None:
    """Write the corrected tables as a PDF, as they would be printed; `CannotWriteError` in any trouble."""
    content = make_pdf(tables_pieces(review, findings, language), language)
    put(review, Made(content, lambda back: back.rstrip().endswith(b"%%EOF")), target, language)


def make_pdf(pieces: Iterable[Piece], language: str) -> bytes:
    """The pieces as a PDF file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(a4())
    writer.setCreator("Gouji")
    print_pieces(pieces, writer, language)
    buffer.close()
    return bytes(content.data())


def print_pieces(pieces: Iterable[Piece], device: QPagedPaintDevice, language: str) -> bool:
    """Whether the device took all pages; it says itself how large they are."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    room = QRectF(0, 0, device.width(), device.height() * (1 - FOOTER))
    footer = QRectF(0, room.height(), device.width(), device.height() * FOOTER)
    middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
    for number, page in enumerate(_pages(pieces, device, room), start=1):
        if number > 1 and not device.newPage():
            return False
        for top, laid in page:
            _draw(laid, painter, top, room)
        painter.setFont(QFont(LATIN, 10))
        painter.drawText(footer, middle, say("problems.page_of", language, page=number))
    return painter.end()


def _pages(pieces: Iterable[Piece], device: QPagedPaintDevice, room: QRectF) -> list[Placed]:
    """The pieces laid below each other; those that stay together on one page, if they fit on one."""
    pages: list[Placed] = [[]]
    overlap, point = OVERLAP * device.logicalDpiY(), device.logicalDpiY() / 72
    bottom, after_row = 0.0, False
    for together in _groups(pieces):
        laid = [(each, _fit(each, device, room)) for each in together]
        height = sum(each.above * point + fitted.height for each, fitted in laid)
        if pages[-1] and bottom + height > room.height():
            pages.append([])
            bottom, after_row = 0.0, False
            if head := together[0].head:
                laid.insert(0, (Piece(head, head), Laid(_lay_out(head, device, room.width()))))
        for each, fitted in laid:
            gap = -overlap if each.head and after_row else each.above * point
            bottom = _place(fitted, bottom + (gap if pages[-1] else 0), pages, room)
            after_row = bool(each.head)
    return pages


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces, each with those that it keeps with it."""
    together: list[Piece] = []
    for piece in pieces:
        together.append(piece)
        if not piece.keeps_next:
            yield together
            together = []


def _place(laid: Laid, top: float, pages: list[Placed], room: QRectF) -> float:
    """Put a piece at its place, and what is longer than the page on the next; where it ends there."""
    pages[-1].append((top, laid))
    bottom = top + laid.height
    while bottom > room.height():
        top, bottom = top - room.height(), bottom - room.height()
        pages.append([(top, laid)])
    return bottom


def _fit(piece: Piece, device: QPagedPaintDevice, room: QRectF) -> Laid:
    """A piece as wide as the page; one that shrinks no longer than it either, its title above it."""
    laid = Laid(_lay_out(piece.html, device, room.width()))
    most = room.height() * ROOM_WITH_TITLE
    while piece.shrinks and laid.height > most and laid.scale > SMALLEST:
        scale = laid.scale * SHRINKING
        laid = Laid(_lay_out(piece.html, device, room.width() / scale), scale)
    return laid


def _lay_out(html: str, device: QPagedPaintDevice, width: float) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(html)
    frame = document.rootFrame().frameFormat()
    frame.setMargin(0)
    document.rootFrame().setFrameFormat(frame)
    document.setTextWidth(width)
    return document


def _draw(laid: Laid, painter: QPainter, top: float, room: QRectF) -> None:
    """Draw what of a document is on the page, black on white whatever the window wears."""
    painter.save()
    painter.setClipRect(room)
    painter.translate(0, top)
    painter.scale(laid.scale, laid.scale)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    laid.document.documentLayout().draw(painter, context)
    painter.restore()

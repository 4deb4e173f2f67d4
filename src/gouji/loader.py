"""One way in: a file becomes a review, whether it is a report, a review file or a workbook of ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from gouji.errors import GoujiError, NotAReportError, NoTextError, WrongEncodingError
from gouji.extraction import extract
from gouji.model.correction import Document
from gouji.model.loaded import Loaded, SourceView
from gouji.model.report import Reading, Report
from gouji.model.review import Review
from gouji.reviewfile import read_review
from gouji.sources import open_sheets, read, read_again
from gouji.sources import recognise as read_pictures
from gouji.sources.page import OpenedSource

if TYPE_CHECKING:
    from gouji.sources.workbook import StoredSheets


def load(path: Path, password: str | None = None, encoding: str | None = None) -> Loaded:
    """Read a report, or reopen a review; raises a `GoujiError` in any trouble with the file.

    A text or a web page is read in the encoding, where one is given: `WrongEncodingError` where it is no
    report then.
    """
    if path.suffix.lower() == ".json":
        return _with_source(path, read_review(path), password)
    sheets = open_sheets(path)
    if sheets is not None and (loaded := _returned(sheets, path, password)) is not None:
        return loaded
    opened = read(path, password, encoding)
    try:
        report = extract(opened)
        return Loaded(Review(Document(report)), _view(path, opened), unread=_unread(report, opened))
    except NotAReportError as error:
        if any(page.pictured for page in opened.pages):
            raise NoTextError(path) from error
        if opened.source.media_type.startswith("text/") and encoding is not None:
            raise WrongEncodingError(path, encoding=encoding) from error
        raise


def _returned(sheets: StoredSheets, path: Path, password: str | None) -> Loaded | None:
    """The review that a workbook of ours holds; None for any other workbook."""
    from gouji.reviewfile.returned import reopen  # noqa: PLC0415 -- loads what reads workbooks

    returned = reopen(sheets)
    if returned is None:
        return None
    before = returned.before if returned.review != returned.before else None
    return _with_source(path, returned.review, password, before)


def recognise(
    path: Path, password: str | None = None, tell: Callable[[int, int], None] | None = None
) -> Loaded:
    """Read a scan, which `load` refuses with `NoTextError`, or the pages it leaves unread: seconds a page.

    `tell` is called after every page with the number of pages that are done, and of all. Raises
    `NoTextError` where the extra ``ocr`` is not installed, another `GoujiError` in other trouble.
    """
    opened = read_pictures(path, password, tell)
    return Loaded(Review(Document(extract(opened))), _view(path, opened))


def second_reading(path: Path, password: str | None = None) -> Report:
    """What a PDF says when it is read by other means: slower, finds less, and errs otherwise than `load`.

    Raises a `GoujiError` in any trouble with the file, also where `load` has none.
    """
    return extract(read_again(path, password))


def _unread(report: Report, opened: OpenedSource) -> tuple[int, ...]:
    """The pages that are pictures, where something is missing that may stand there."""
    missing = any(cell.reading is Reading.MISSING for cell in report.cells.values())
    return tuple(page.number for page in opened.pages if page.pictured) if missing else ()


def _view(path: Path, opened: OpenedSource) -> SourceView:
    if opened.lines is not None:
        return SourceView(path, (), opened.lines)
    return SourceView(path, tuple((page.width, page.height) for page in opened.pages))


def _with_source(path: Path, review: Review, password: str | None, before: Review | None = None) -> Loaded:
    """A review with its source file, when that lies beside it; it may be another than it was."""
    source = review.document.report.source
    beside = path.with_name(Path(source.name).name)
    if beside == path or not beside.is_file():
        return Loaded(review, None, before)
    try:
        # In another encoding the cells would stand elsewhere.
        opened = read(beside, password, source.encoding)
    except GoujiError:
        return Loaded(review, None, before)
    if opened.source.sha256 != source.sha256:
        return Loaded(review, None, before, changed=beside)
    return Loaded(review, _view(beside, opened), before)

"""One way in: a file becomes a review, whether it is a report, a review file or a workbook of ours.

It comes open, or as a path, and is opened then.
"""

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
from gouji.sources.file import SourceFile, opened
from gouji.sources.page import OpenedSource

if TYPE_CHECKING:
    from gouji.sources.workbook import StoredSheets


def load(source: Path | SourceFile, password: str | None = None, encoding: str | None = None) -> Loaded:
    """Read a report, or reopen a review; raises a `GoujiError` in any trouble with the file.

    A text or a web page is read in the encoding, where one is given: `WrongEncodingError` where it is no
    report then.
    """
    with opened(source) as file:
        if file.path.suffix.lower() == ".json":
            return _with_source(file, read_review(file), password)
        sheets = open_sheets(file)
        if sheets is not None and (loaded := _returned(sheets, file, password)) is not None:
            return loaded
        return _reported(file.path, read(file, password, encoding), encoding)


def _reported(path: Path, pages: OpenedSource, encoding: str | None) -> Loaded:
    try:
        report = extract(pages)
        return Loaded(Review(Document(report)), _view(path, pages), unread=_unread(report, pages))
    except NotAReportError as error:
        if any(page.pictured for page in pages.pages):
            raise NoTextError(path) from error
        if pages.source.media_type.startswith("text/") and encoding is not None:
            raise WrongEncodingError(path, encoding=encoding) from error
        raise


def _returned(sheets: StoredSheets, file: SourceFile, password: str | None) -> Loaded | None:
    """The review that a workbook of ours holds; None for any other workbook."""
    from gouji.reviewfile.returned import reopen  # noqa: PLC0415 -- loads what reads workbooks

    returned = reopen(sheets)
    if returned is None:
        return None
    before = returned.before if returned.review != returned.before else None
    return _with_source(file, returned.review, password, before)


def recognise(
    source: Path | SourceFile, password: str | None = None, tell: Callable[[int, int], None] | None = None
) -> Loaded:
    """Read a scan, which `load` refuses with `NoTextError`, or the pages it leaves unread: seconds a page.

    `tell` is called after every page with the number of pages that are done, and of all. Raises
    `NoTextError` where the extra ``ocr`` is not installed, another `GoujiError` in other trouble.
    """
    with opened(source) as file:
        pages = read_pictures(file, password, tell)
        return Loaded(Review(Document(extract(pages))), _view(file.path, pages))


def second_reading(source: Path | SourceFile, password: str | None = None) -> Report:
    """What a PDF says when it is read by other means: slower, finds less, and errs otherwise than `load`.

    Raises a `GoujiError` in any trouble with the file, also where `load` has none.
    """
    return extract(read_again(source, password))


def _unread(report: Report, source: OpenedSource) -> tuple[int, ...]:
    """The pages that are pictures, where something is missing that may stand there."""
    missing = any(cell.reading is Reading.MISSING for cell in report.cells.values())
    return tuple(page.number for page in source.pages if page.pictured) if missing else ()


def _view(path: Path, source: OpenedSource) -> SourceView:
    if source.lines is not None:
        return SourceView(path, (), source.lines)
    return SourceView(path, tuple((page.width, page.height) for page in source.pages))


def _with_source(
    file: SourceFile, review: Review, password: str | None, before: Review | None = None
) -> Loaded:
    """A review with its source file, when that lies beside it; it may be another than it was."""
    source = review.document.report.source
    name = Path(source.name).name
    if name == file.path.name:
        return Loaded(review, None, before)
    try:
        with file.beside(name) as beside:
            # In another encoding the cells would stand elsewhere.
            found = read(beside, password, source.encoding)
    except GoujiError:
        return Loaded(review, None, before)
    if found.source.sha256 != source.sha256:
        return Loaded(review, None, before, changed=beside.path)
    return Loaded(review, _view(beside.path, found), before)

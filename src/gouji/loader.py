"""One way in: a file on disk becomes a review, whether it is a report or a review file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gouji.errors import GoujiError
from gouji.extraction import extract
from gouji.model.correction import Document
from gouji.model.review import Review
from gouji.reviewfile import read_review
from gouji.sources import OpenedSource, read
from gouji.sources import recognise as read_pictures


@dataclass(frozen=True, slots=True)
class SourceView:
    """What a window needs to show a source file: pages to have drawn, or lines to show."""

    path: Path
    page_sizes: tuple[tuple[float, float], ...]
    """Width and height of each page in points; empty for a text file."""
    lines: tuple[str, ...] | None = None
    """The decoded lines of a text file; None for other formats."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A review, and the source to show beside it."""

    review: Review
    view: SourceView | None
    """None when the source of a review file is not beside it, or is not the same file any more."""


def load(path: Path, password: str | None = None) -> Loaded:
    """Read a report, or reopen a review file; raises a `GoujiError` in any trouble with the file."""
    if path.suffix.lower() == ".json":
        review = read_review(path)
        return Loaded(review, _source_beside(path, review, password))
    opened = read(path, password)
    return Loaded(Review(Document(extract(opened))), _view(path, opened))


def recognise(
    path: Path, password: str | None = None, tell: Callable[[int, int], None] | None = None
) -> Loaded:
    """Read a scan, which `load` refuses with `NoTextError`, from its pictures: seconds a page.

    `tell` is called after every page with the number of pages that are done, and of all. Raises
    `NoTextError` where the extra ``ocr`` is not installed, another `GoujiError` in other trouble.
    """
    opened = read_pictures(path, password, tell)
    return Loaded(Review(Document(extract(opened))), _view(path, opened))


def _view(path: Path, opened: OpenedSource) -> SourceView:
    if opened.lines is not None:
        return SourceView(path, (), opened.lines)
    return SourceView(path, tuple((page.width, page.height) for page in opened.pages))


def _source_beside(path: Path, review: Review, password: str | None) -> SourceView | None:
    """The source file of a review file, when it lies beside it and is still the same."""
    source = review.document.report.source
    beside = path.with_name(Path(source.name).name)
    if beside == path or not beside.is_file():
        return None
    try:
        opened = read(beside, password)
    except GoujiError:
        return None
    return _view(beside, opened) if opened.source.sha256 == source.sha256 else None

"""What comes of reading a file: the review, and what there is to show beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from gouji.model.review import Review


class SourceView(NamedTuple):
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
    before: Review | None = None
    """The review as a workbook of ours was written, where figures were changed in it since."""
    unread: tuple[int, ...] = ()
    """Pages of a report with missing cells that are pictures, on which recognition may find them; from 1."""
    changed: Path | None = None
    """The source of a review file that lies beside it, and is not the same any more."""

    @property
    def can_be_read_again(self) -> bool:
        """Whether `second_reading` is worth its while: the source has pages, and no scan is among them."""
        cells = self.review.document.report.cells.values()
        return (
            self.view is not None and bool(self.view.page_sizes) and all(each.score is None for each in cells)
        )

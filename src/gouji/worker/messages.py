"""What the frames say: a loaded file, or the trouble with it, as JSON and back.

What comes back is believed in nothing: every part is looked at, and what is too much or something else is a
`BrokenFrameError`, the end of a process that answers so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gouji import errors
from gouji.errors import (
    BadReviewFileError,
    DeclarationError,
    GoujiError,
    ReaderStoppedError,
    RuleSettingsError,
)
from gouji.model.comparison import Reference
from gouji.model.correction import Document
from gouji.model.loaded import Loaded, SourceView
from gouji.model.report import Report
from gouji.model.review import Review
from gouji.reviewfile import decode, encode
from gouji.reviewfile.compared import read_reference
from gouji.reviewfile.part import Part, RefusedError
from gouji.sources.limits import LONGEST_SIDE, MOST_DOTS, MOST_LINES, MOST_PAGES
from gouji.wording import LANGUAGES
from gouji.worker.frames import BrokenFrameError

LONGEST_DETAIL = 1000
"""Characters of a file's name, or of what is told about the trouble with it."""
MOST_DETAILS = 8
LARGEST_SCALE = 1000.0
"""Pixels a point."""
_BYTES_A_DOT = 4
_NO_NAMES = ("", ".", "..")

_KINDS = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, GoujiError) and kind is not GoujiError
}
_OF_OTHER_FILES = (DeclarationError, RuleSettingsError)
"""Trouble with files of the program and the office; all other trouble is with the file that was asked for."""


@contextmanager
def checked() -> Iterator[None]:
    """Whatever is refused in an answer is a `BrokenFrameError`."""
    try:
        yield
    except (RefusedError, BadReviewFileError) as error:
        raise BrokenFrameError from error


def loaded_to_json(loaded: Loaded) -> dict[str, Any]:
    """A loaded file as values that JSON knows."""
    view = loaded.view
    return {
        "review": encode(loaded.review, None),
        "unread": list(loaded.unread),
        "changed": loaded.changed and loaded.changed.name,
        "before": loaded.before and encode(loaded.before, None),
        "view": view
        and {
            "name": view.path.name,
            "page_sizes": [list(size) for size in view.page_sizes],
            "lines": view.lines and list(view.lines),
        },
    }


def loaded_from_json(reply: dict[str, Any], path: Path) -> Loaded:
    """The file that was asked for; the source of a review file can only be beside it."""
    with checked():
        part = Part(reply)["loaded"]
        review, before, view = decode(part["review"].value), part["before"], part["view"]
        return Loaded(
            review,
            None if view.is_null else _view(view, path),
            None if before.is_null else decode(before.value),
            tuple(each.whole(1, MOST_PAGES) for each in part["unread"].entries(MOST_PAGES)),
            None if part["changed"].is_null else path_beside(part["changed"], path),
        )


def path_beside(part: Part, path: Path) -> Path:
    """A file in the folder of the one that was asked for; an answer can name no other."""
    name = part.text()
    if name != Path(name).name or name in _NO_NAMES or "\0" in name or len(name) > LONGEST_DETAIL:
        part.refuse()
    return path.with_name(name)


def _view(part: Part, path: Path) -> SourceView:
    sizes = tuple(_size(each) for each in part["page_sizes"].entries(MOST_PAGES))
    lines = part["lines"]
    shown = None if lines.is_null else tuple(each.text() for each in lines.entries(MOST_LINES))
    return SourceView(path_beside(part["name"], path), sizes, shown)


def _size(part: Part) -> tuple[float, float]:
    width, height = (_side(each) for each in part.entries(2, least=2))
    return width, height


def _side(part: Part) -> float:
    length = part.length()
    if not 0 <= length <= LONGEST_SIDE:
        part.refuse()
    return length


def preview_from_json(reply: dict[str, Any], path: Path) -> tuple[SourceView, float] | None:
    """The pages of the file and the scale of the picture of the first; None for a file without pages."""
    with checked():
        part = Part(reply)["preview"]
        if part.is_null:
            return None
        sizes = tuple(_size(each) for each in part["page_sizes"].entries(MOST_PAGES, least=1))
        scale = part["scale"].length()
        if not 0 < scale <= LARGEST_SCALE:
            part.refuse()
        return SourceView(path, sizes), scale


def report_to_json(report: Report) -> dict[str, Any]:
    """A report as values that JSON knows."""
    return encode(Review(Document(report)), None)


def report_from_json(reply: dict[str, Any]) -> Report:
    """The report again."""
    with checked():
        return decode(Part(reply)["report"].value).document.report


def size_from_json(reply: dict[str, Any], size: int) -> tuple[int, int]:
    """Width and height of a picture that has so many bytes."""
    with checked():
        part = Part(reply)
        width, height = (part[side].whole(1, MOST_DOTS) for side in ("width", "height"))
        if width * height * _BYTES_A_DOT != size:
            part.refuse()
        return width, height


def progress_from_json(reply: dict[str, Any]) -> tuple[int, int]:
    """How many pages are done, and of how many."""
    with checked():
        pages = Part(reply)["pages"].whole(0, MOST_PAGES)
        return Part(reply)["done"].whole(0, pages), pages


def reference_from_json(reply: dict[str, Any]) -> Reference | None:
    """Last year's report, if one was found."""
    with checked():
        return read_reference(Part(reply)["previous"])


def error_to_json(error: GoujiError) -> dict[str, Any]:
    """Trouble with a file as values that JSON knows."""
    details = {name: str(detail)[:LONGEST_DETAIL] for name, detail in error.details.items()}
    return {"kind": type(error).__name__, "path": str(error.path), "details": details}


def error_from_json(reply: dict[str, Any], path: Path) -> GoujiError:
    """The trouble again, with the file that was asked for; an unknown kind is a process that stopped."""
    with checked():
        part = Part(reply)["error"]
        kind = _KINDS.get(part["kind"].text(), ReaderStoppedError)
        members = [(name, each.text()) for name, each in part["details"].members()]
        if len(members) > MOST_DETAILS or any(len(text) > LONGEST_DETAIL for _, text in members):
            part["details"].refuse()
        error = kind(part["path"].text() if issubclass(kind, _OF_OTHER_FILES) else path)
        error.details |= members
    _refuse_unspeakable(error)
    return error


def _refuse_unspeakable(error: GoujiError) -> None:
    """Refuse trouble that lacks what its sentence tells."""
    try:
        for language in LANGUAGES:
            error.sentence(language)
    except (LookupError, ValueError, TypeError) as missing:
        raise BrokenFrameError from missing

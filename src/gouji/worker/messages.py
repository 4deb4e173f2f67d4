"""What the frames say: a loaded file, or the trouble with it, as JSON and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gouji import errors
from gouji.errors import BadReviewFileError, GoujiError, ReaderStoppedError
from gouji.model.comparison import Reference
from gouji.model.correction import Document
from gouji.model.loaded import Loaded, SourceView
from gouji.model.report import Report
from gouji.model.review import Review
from gouji.reviewfile import decode, encode
from gouji.reviewfile.compared import read_reference
from gouji.reviewfile.part import Part, RefusedError
from gouji.worker.frames import BrokenFrameError

_KINDS = {kind.__name__: kind for kind in vars(errors).values() if isinstance(kind, type)}


def loaded_to_json(loaded: Loaded) -> dict[str, Any]:
    """A loaded file as values that JSON knows."""
    view = loaded.view
    return {
        "review": encode(loaded.review, None),
        "unread": list(loaded.unread),
        "changed": loaded.changed and str(loaded.changed),
        "before": loaded.before and encode(loaded.before, None),
        "view": view
        and {
            "path": str(view.path),
            "page_sizes": [list(size) for size in view.page_sizes],
            "lines": view.lines and list(view.lines),
        },
    }


def loaded_from_json(values: dict[str, Any]) -> Loaded:
    """The loaded file again; `BrokenFrameError` when the values are not one."""
    try:
        review, view = decode(values["review"]), values["view"]
        before = None if values["before"] is None else decode(values["before"])
        unread = tuple(int(page) for page in values["unread"])
        changed = None if values["changed"] is None else Path(values["changed"])
        if view is None:
            return Loaded(review, None, before, unread, changed)
        sizes = tuple((float(width), float(height)) for width, height in view["page_sizes"])
        lines = None if view["lines"] is None else tuple(str(line) for line in view["lines"])
        return Loaded(review, SourceView(Path(view["path"]), sizes, lines), before, unread)
    except (BadReviewFileError, KeyError, TypeError, ValueError) as error:
        raise BrokenFrameError from error


def report_to_json(report: Report) -> dict[str, Any]:
    """A report as values that JSON knows."""
    return encode(Review(Document(report)), None)


def report_from_json(values: dict[str, Any]) -> Report:
    """The report again; `BrokenFrameError` when the values are not one."""
    try:
        return decode(values).document.report
    except BadReviewFileError as error:
        raise BrokenFrameError from error


def reference_from_json(values: Any) -> Reference | None:
    """Last year's report, if one was found; `BrokenFrameError` when the values are none."""
    try:
        return read_reference(Part(values))
    except RefusedError as error:
        raise BrokenFrameError from error


def error_to_json(error: GoujiError) -> dict[str, Any]:
    """Trouble with a file as values that JSON knows."""
    details = {name: str(detail) for name, detail in error.details.items()}
    return {"kind": type(error).__name__, "path": str(error.path), "details": details}


def error_from_json(values: dict[str, Any]) -> GoujiError:
    """The trouble again; an unknown kind counts as a reading process that stopped."""
    kind = _KINDS.get(str(values.get("kind")), ReaderStoppedError)
    details = values.get("details")
    error = kind(str(values.get("path")), **(details if isinstance(details, dict) else {}))
    return error if isinstance(error, GoujiError) else ReaderStoppedError(str(values.get("path")))

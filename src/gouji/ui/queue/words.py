"""What a line of the queue says of its report, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from gouji.queue.entry import Entry, Progress, State
from gouji.ui.look.language import QT_TRANSLATE_NOOP, current_language

STATES = {
    State.WAITING: QT_TRANSLATE_NOOP("Queue", "To review"),
    State.OPEN: QT_TRANSLATE_NOOP("Queue", "Problems"),
    State.CORRECTED: QT_TRANSLATE_NOOP("Queue", "Corrected"),
    State.REVIEWED: QT_TRANSLATE_NOOP("Queue", "Reviewed"),
    State.FAILED: QT_TRANSLATE_NOOP("Queue", "Failed"),
}
PROGRESS = {
    Progress.WAITING: QT_TRANSLATE_NOOP("Queue", "Waiting"),
    Progress.READING: QT_TRANSLATE_NOOP("Queue", "Reading …"),
    Progress.SKIPPED: QT_TRANSLATE_NOOP("Queue", "Not read"),
    Progress.SCAN: QT_TRANSLATE_NOOP("Queue", "Scan"),
    Progress.LOCKED: QT_TRANSLATE_NOOP("Queue", "Password"),
}
"""What is said instead of a state, as long as nothing is known of the figures."""
_COUNTS = (
    ("errors", QT_TRANSLATE_NOOP("Queue", "errors {number}")),
    ("warnings", QT_TRANSLATE_NOOP("Queue", "warnings {number}")),
    ("infos", QT_TRANSLATE_NOOP("Queue", "notes {number}")),
    ("doubtful", QT_TRANSLATE_NOOP("Queue", "doubtful {number}")),
    ("corrections", QT_TRANSLATE_NOOP("Queue", "corrections {number}")),
)


def word(text: str) -> str:
    """One of these texts in the language of the window."""
    return QCoreApplication.translate("Queue", text)


def standing(entry: Entry) -> str:
    """How a report stands, or how far it is read, in a word."""
    if entry.state is State.WAITING and entry.progress in PROGRESS:
        return word(PROGRESS[entry.progress])
    return word(STATES[entry.state])


def counts(entry: Entry) -> str:
    """How much there is left to decide, and how much was corrected; empty where that is not known."""
    if entry.summary is None:
        return ""
    numbers = ((text, getattr(entry.summary, name)) for name, text in _COUNTS)
    return "  ·  ".join(word(text).format(number=number) for text, number in numbers if number)


def tooltip(entry: Entry) -> str:
    """All that is known of a report, line by line."""
    return "\n".join(_lines(entry))


def spoken(entry: Entry) -> str:
    """All that is known of a report, in one go."""
    return ", ".join(_lines(entry))


def reason(entry: Entry) -> str:
    """Why a file was not read, in one sentence; empty where it was."""
    return "" if entry.trouble is None else entry.trouble.sentence(current_language())


def _lines(entry: Entry) -> Iterator[str]:
    year = f" {entry.summary.year}" if entry.summary and entry.summary.year else ""
    yield f"{entry.name}{year}"
    if entry.name != entry.path.name:
        yield entry.path.name
    yield standing(entry)
    yield from filter(None, (counts(entry), reason(entry)))

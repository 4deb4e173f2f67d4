"""Sessions that are kept, for the tests of the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from gouji.errors import GoujiError
from gouji.model.form import Address
from gouji.model.review import Review
from gouji.session import ReviewSession
from gouji.store.journal import Journal
from gouji.store.keeping import Keeping
from gouji.store.resume import resume
from tests.factory import Figure, make_document

UPHELD = Address.parse("disputes.review.upheld")
TOTAL = Address.parse("disputes.review.total")
CORRECTED = Address.parse("disputes.review.corrected")
SOURCE = "5" * 64


class Kept:
    """A session with its keeping, and what was told when it was taken up."""

    def __init__(self, session: ReviewSession, keeping: Keeping, told: tuple[GoujiError, ...]) -> None:
        self.session = session
        self.keeping = keeping
        self.told = [type(each).__name__ for each in told]
        self.sentences = [each.sentence("en") for each in told]

    def leave(self) -> None:
        self.keeping.release()


def review(figures: Mapping[str, Figure] | None = None, sha256: str = SOURCE) -> Review:
    """A review of a source with the digest."""
    document = make_document("2021", figures)
    source = replace(document.report.source, sha256=sha256, name="报告.pdf")
    return Review(replace(document, report=replace(document.report, source=source)))


def take_up(
    journal: Journal,
    opened: Review | None = None,
    before: Review | None = None,
    path: Path | None = None,
) -> Kept:
    """What the desk does when a file was read."""
    opened = opened or review()
    resumed = resume(journal, opened, before, path)
    session = ReviewSession(opened, history=resumed.history)
    session.keep_with(resumed.keeping)
    return Kept(session, resumed.keeping, resumed.told)


def again(folder: Path, opened: Review | None = None) -> Kept:
    """The same review in another life of the program, which ends at once."""
    journal = Journal(folder)
    kept = take_up(journal, opened)
    kept.leave()
    journal.close()
    return kept


def values(session: ReviewSession) -> dict[str, object]:
    """What is corrected to what."""
    return {str(address): each.after for address, each in session.document.corrections.items()}

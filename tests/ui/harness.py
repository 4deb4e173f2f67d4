"""A window on a desk without a reading process: its answers are made by the test."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from gouji.errors import FileMissingError, GoujiError
from gouji.model.comparison import Reference
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.geometry import Box, Provenance
from gouji.model.history import History
from gouji.model.loaded import Loaded, SourceView
from gouji.model.report import Cell, Doubt, Reading, Report
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.model.suggestion import Suggestion
from gouji.model.summary import Summary
from gouji.session import ReviewSession
from gouji.sources.phrase import Passages
from gouji.sources.seen import Seen
from gouji.ui.app import Gouji
from gouji.ui.grid.model import TableModel
from gouji.ui.grid.view import TableView
from gouji.ui.main_window import MainWindow
from gouji.ui.selection import Selection
from gouji.ui.settings.settings import Settings
from gouji.worker import Picture, Preview
from tests.factory import BLANK, MISSING, Figure, make_document
from tests.ui.replies import Replies as Replies  # noqa: PLC0414 -- tests find it here
from tests.ui.replies import Written as Written  # noqa: PLC0414 -- as above

NEW = Address.parse("requests.new.natural_person")
NEW_TOTAL = Address.parse("requests.new.total")
DONE = Address.parse("requests.total.natural_person")
DOUBTFUL = Address.parse("proactive.regulations.issued")
MISSED = Address.parse("requests.carried_in.business")
FEES = Address.parse("proactive.fees.amount")
PAGE = (595.0, 842.0)

CLEAN: Mapping[str, Figure] = {}
BROKEN: Mapping[str, Figure] = {
    "requests.new.natural_person": 51,
    "requests.new.total": 51,
    "requests.granted.natural_person": 51,
    "requests.granted.total": 51,
    "requests.total.natural_person": 50,
    "requests.total.total": 51,
    "disputes.review.upheld": 3,
    "disputes.review.total": 4,
    "requests.carried_in.business": MISSING,
    "proactive.regulations.repealed": BLANK,
    "proactive.regulations.in_force": 235,
    "proactive.fees.amount": Decimal("12.500000"),
    "proactive.regulations.issued": Cell(
        22,
        "22（其中修订 16 件）",
        Reading.DOUBTFUL,
        Provenance(1, Box(3, 3, 5, 4)),
        Doubt.ANNOTATION,
    ),
}
"""The balance of 自然人, the row 行政复议, and what follows from a missing cell."""


def text_source(path: Path = Path("报告.txt")) -> SourceView:
    return SourceView(path, (), tuple(f"{n:03} 一、\t{n}" for n in range(200)))


def page_source(path: Path = Path("报告.pdf"), pages: int = 4) -> SourceView:
    return SourceView(path, (PAGE,) * pages)


def loaded(figures: Mapping[str, Figure] = BROKEN, view: SourceView | None = None) -> Loaded:
    return Loaded(Review(make_document("2021", figures)), view or text_source())


def placed(document: Document, page: int = 2) -> Document:
    """The document read from a page of a PDF, a figure every 4 points."""
    cells = {
        address: Cell(cell.value, cell.raw, cell.reading, Provenance(page, Box(90, 4 * n, 110, 4 * n + 3)))
        for n, (address, cell) in enumerate(document.report.cells.items())
    }
    return Document(type(document.report)(document.report.form, document.report.source, cells))


def preview(path: Path, sizes: tuple[tuple[float, float], ...]) -> Preview:
    """The first of such pages, drawn at half its size."""
    width, height = (round(side / 2) for side in sizes[0])
    picture = Picture(1, 0.5, width, height, b"\x80" * (4 * width * height))
    return Preview(SourceView(path, sizes), picture)


class Answers:
    """In the place of the reading process: what each file holds, by its name."""

    def __init__(self) -> None:
        self.files: dict[str, Loaded | GoujiError | Callable[[str | None], Loaded | GoujiError]] = {}
        self.asked: list[tuple[str, str | None]] = []
        self.encodings: list[str | None] = []
        self.pages: dict[str, tuple[tuple[float, float], ...]] = {}
        self.previews: list[tuple[str, str | None, tuple[float, float]]] = []
        self.drawn: list[tuple[int, float]] = []
        self.tell: Callable[[int, int], None] | None = None
        self.answer: Callable[[Loaded | GoujiError], None] | None = None
        self.asked_again: list[tuple[str, str | None]] = []
        self.hear: Callable[[Report | GoujiError], None] | None = None
        self.seen: list[Seen | None] = []
        self.turned: list[int] = []
        self.looked_for: list[tuple[str, range]] = []
        self.passages: Callable[[Path, str, range], Passages | GoujiError] = lambda *_: Passages(())
        self.sought: list[Document] = []
        self.found: list[Suggestion] | None = []
        self.offer: Callable[[list[Suggestion] | GoujiError], None] | None = None
        self.looked: list[tuple[str, list[str]]] = []
        self.neighbour: Reference | None = None
        self.meet: Callable[[Reference | GoujiError | None], None] | None = None
        self.waits_to_meet = False
        self.summarised: list[str] = []
        self.holds: set[str] = set()
        self.held: dict[str, Callable[[], None]] = {}
        self.started = 0
        self.aside = 0
        self.ended = 0

    @property
    def stopped(self) -> int:
        """How many processes were ended, but for those that looked for last year's report."""
        return self.ended - len(self.looked)

    def start(self, *, aside: bool = False) -> None:
        self.started += not aside
        self.aside += aside

    def load(
        self,
        path: Path,
        password: str | None,
        answer: Callable[[Loaded | GoujiError], None],
        encoding: str | None = None,
    ) -> None:
        self.asked.append((path.name, password))
        self.encodings.append(encoding)
        found = self.files.get(path.name, FileMissingError(path))
        answer(found(password) if callable(found) else found)

    def preview(
        self,
        path: Path,
        password: str | None,
        room: tuple[float, float],
        answer: Callable[[Preview | GoujiError | None], None],
    ) -> None:
        """Answers with the pages that the test says the file has; where it says none, the file has none."""
        self.previews.append((path.name, password, room))
        sizes = self.pages.get(path.name)
        answer(preview(path, sizes) if sizes else None)

    def recognise(
        self,
        path: Path,
        password: str | None,
        tell: Callable[[int, int], None],
        answer: Callable[[Loaded | GoujiError], None],
    ) -> None:
        """Leaves it to the test when a page is done, and what comes of it."""
        self.asked.append((path.name, password))
        self.tell, self.answer = tell, answer

    def read_again(
        self, path: Path, password: str | None, answer: Callable[[Report | GoujiError], None]
    ) -> None:
        """Leaves it to the test what a second reading comes to, and when."""
        self.asked_again.append((path.name, password))
        self.hear = answer

    def draw(
        self,
        _path: Path,
        page: int,
        scale: float,
        answer: Callable[[Picture | GoujiError], None],
        seen: Seen | None = None,
        turns: int = 0,
    ) -> None:
        self.drawn.append((page, scale))
        self.seen.append(seen)
        self.turned.append(turns)
        width, height = (round(side * scale) for side in (reversed(PAGE) if turns % 2 else PAGE))
        answer(Picture(page, scale, width, height, b"\xf0" * (4 * width * height)))

    def summarise(
        self,
        path: Path,
        history: History | None,
        answer: Callable[[Summary | GoujiError], None],
        _encoding: str | None = None,
    ) -> None:
        """Answers with what opening the file would find; of files that are held, when the test says so."""
        self.summarised.append(path.name)
        found = self.files.get(path.name, FileMissingError(path))
        found = found(None) if callable(found) else found
        if isinstance(found, Loaded):
            session = ReviewSession(found.review, history=history)
            told: Summary | GoujiError = Summary.of(session.review, session.findings)
        else:
            told = found
        if path.name in self.holds:
            self.held[path.name] = lambda: answer(told)
        else:
            answer(told)

    def find(
        self, path: Path, phrase: str, pages: range, answer: Callable[[Passages | GoujiError], None]
    ) -> None:
        """Answers from what the test says stands on which page."""
        self.looked_for.append((phrase, pages))
        answer(self.passages(path, phrase, pages))

    def suggest(self, document: Document, answer: Callable[[list[Suggestion] | GoujiError], None]) -> None:
        """Answers with what the test says is found; where it says None, that is left to it."""
        self.sought.append(document)
        self.offer = answer
        if self.found is not None:
            answer(self.found)

    def find_previous(
        self,
        path: Path,
        _report: Report,
        recent: Sequence[Path],
        answer: Callable[[Reference | GoujiError | None], None],
    ) -> None:
        """Answers with the neighbour that the test says is there; where it would wait, that is left to it."""
        self.looked.append((path.name, [each.name for each in recent]))
        self.meet = answer
        if not self.waits_to_meet:
            answer(self.neighbour)

    def stop(self) -> None:
        self.ended += 1


class Bench:
    """A window under test with everything around it."""

    def __init__(self, gouji: Gouji, answers: Answers, replies: Replies, written: Written) -> None:
        self.gouji = gouji
        self.answers = answers
        self.replies = replies
        self.written = written

    @property
    def window(self) -> MainWindow:
        """Another one after a change of language."""
        return self.gouji.window

    @property
    def session(self) -> ReviewSession:
        session = self.gouji.desk.bridge.session
        assert session is not None
        return session

    @property
    def selection(self) -> Selection:
        return self.gouji.selection

    def view(self, table: str) -> TableView:
        return next(view for view in self.window.tables.views if view.objectName() == table)

    def model(self, table: str) -> TableModel:
        model = self.view(table).model()
        assert isinstance(model, TableModel)
        return model

    def go(self, address: Address) -> TableView:
        """Make a cell current, with the keyboard in its table."""
        self.selection.show_cell(address)
        self.window.tables.take_focus()
        return self.view(address.table)

    @property
    def finding(self) -> Finding:
        """The finding at hand; there must be one."""
        finding = self.selection.finding
        assert finding is not None
        return finding

    def click(self, name: str) -> None:
        """Click a button of the finding at hand."""
        button = self.window.findings.findChild(QAbstractButton, name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def do(self, name: str) -> None:
        self.window.deeds[name].trigger()

    def value(self, address: Address) -> object:
        return self.session.document.value(address)


def focus_key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    widget = focus()
    QTest.keyClick(widget, key, modifier)


def focus_text(text: str) -> None:
    """Type ASCII where the keyboard is; the first character may open an editor."""
    for character in text:
        QTest.keyClicks(focus(), character)


def focus() -> QWidget:

    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def settings_at(folder: Path) -> Settings:
    return Settings(QSettings(str(folder / "gouji.ini"), QSettings.Format.IniFormat))

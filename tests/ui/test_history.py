"""Last year's report beside this year's: found, chosen, told, shown and put away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gouji.errors import GoujiError, PasswordNeededError, ReaderStoppedError, WrongPasswordError
from gouji.model.comparison import Reference
from gouji.model.correction import Document
from gouji.model.form import Address
from gouji.model.loaded import Loaded
from gouji.model.report import Cell, Reading
from gouji.model.review import Review
from gouji.ui.findings.model import SUMS
from gouji.ui.grid.describe import spoken, tooltip
from gouji.ui.grid.model import LAST_YEAR
from tests.factory import BLANK, MISSING, Figure, make_document
from tests.ui.conftest import Opened
from tests.ui.harness import CLEAN, NEW, Bench, focus_key, loaded, text_source

CARRIED_IN = Address.parse("requests.carried_in.business")
CARRIED_OUT = Address.parse("requests.carried_out.business")
LAST = "去年.txt"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def last_year(
    figures: Mapping[str, Figure] | None = None,
    year: int | None = 2020,
    unit: str | None = "某某市某某局",
    form: str = "2021",
) -> Document:
    report = make_document(form, figures).report
    source = replace(report.source, name=LAST)
    return Document(replace(report, source=source, year=year, unit=unit))


def reference(figures: Mapping[str, Figure] | None = None) -> Reference:
    return Reference.of(last_year(figures))


def compared(bench: Bench) -> str | None:
    previous = bench.session.review.previous
    return None if previous is None else previous.name


@pytest.fixture
def beside(bench: Bench, opened: Opened, qtbot: QtBot) -> Bench:
    """A report that is open beside last year's, which was found by itself."""
    bench.answers.neighbour = reference({str(CARRIED_OUT): 3, str(NEW): 37})
    opened({str(CARRIED_IN): 2, str(NEW): 51})
    qtbot.waitUntil(lambda: compared(bench) is not None)
    return bench


def choose(bench: Bench, qtbot: QtBot, found: Document | GoujiError) -> None:
    """Choose last year's report with the keyboard."""
    bench.answers.files[LAST] = found if isinstance(found, GoujiError) else Loaded(Review(found), None)
    bench.replies.compare_this = Path(LAST)
    bench.window.tables.take_focus()
    with qtbot.waitSignal(bench.gouji.jobs.previous_loaded):
        focus_key(Qt.Key.Key_O, CONTROL | SHIFT)


def test_it_is_found_by_itself_and_named_at_the_foot(beside: Bench) -> None:
    assert beside.answers.looked[0][0] == "报告.txt"
    assert beside.window.status.previous.isVisible()
    assert beside.window.status.previous.text() == "Last year: 去年.txt ▾"
    assert "某某市某某局 · 2020" in beside.window.status.previous.toolTip()
    assert [each.at for each in beside.session.findings if each.rule.id == "history.carry"] == ["business"]
    assert not beside.window.isWindowModified()
    assert not beside.window.banner.isVisible()


def test_where_there_is_none_nothing_is_said(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(CLEAN)
    qtbot.waitUntil(lambda: len(bench.answers.looked) == 1)
    assert not bench.window.status.previous.isVisible()
    assert not bench.window.banner.isVisible()
    assert not bench.window.deeds["uncompare"].isEnabled()


@pytest.mark.parametrize("leave", ["another", "close"])
def test_one_that_is_found_too_late_is_not_taken(
    bench: Bench, opened: Opened, qtbot: QtBot, leave: str
) -> None:
    bench.answers.waits_to_meet = True
    opened(CLEAN)
    qtbot.waitUntil(lambda: bench.answers.meet is not None)
    late = bench.answers.meet
    assert late is not None
    bench.answers.waits_to_meet = False
    if leave == "another":
        opened(CLEAN, name="另.txt")
    else:
        bench.do("close")
    qtbot.waitUntil(lambda: bench.answers.ended == len(bench.answers.looked))
    late(reference())
    qtbot.wait(50)
    assert not bench.window.status.previous.isVisible()


def test_a_search_that_ends_badly_is_no_trouble(bench: Bench, opened: Opened, qtbot: QtBot) -> None:
    bench.answers.waits_to_meet = True
    opened(CLEAN)
    qtbot.waitUntil(lambda: bench.answers.meet is not None)
    assert bench.answers.meet is not None
    with qtbot.waitSignal(bench.gouji.jobs.previous_found):
        bench.answers.meet(ReaderStoppedError("报告.txt"))
    assert not bench.window.banner.isVisible()


def test_a_review_file_brings_its_own(opened: Opened) -> None:
    content = Loaded(Review(make_document(), previous=reference()), text_source())
    bench = opened(content=content, name="县.json")
    assert bench.answers.looked == []
    assert bench.window.status.previous.text() == "Last year: 去年.txt ▾"


def test_what_was_opened_lately_is_looked_at(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(CLEAN, name="甲.txt")
    opened(CLEAN, name="乙.txt")
    qtbot.waitUntil(lambda: len(bench.answers.looked) == 2)
    assert bench.answers.looked[1] == ("乙.txt", ["乙.txt", "甲.txt"])


def test_it_is_chosen_by_hand_kept_with_the_review_and_no_step(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = opened(CLEAN)
    choose(bench, qtbot, last_year())
    assert compared(bench) == LAST
    assert bench.window.isWindowModified()
    assert bench.session.undoable is None
    bench.replies.target = tmp_path / "县.json"
    with qtbot.waitSignal(bench.gouji.desk.written):
        bench.do("save")
    assert bench.written.files[0][1].previous == Reference.of(last_year())
    assert not bench.window.isWindowModified()


def test_one_of_another_unit_is_compared_and_told(opened: Opened, qtbot: QtBot) -> None:
    bench = opened(CLEAN)
    choose(bench, qtbot, last_year(unit="另一局"))
    assert compared(bench) == LAST
    assert "“去年.txt” is of another unit: 另一局." in bench.window.status.currentMessage()
    assert bench.window.status.previous.text() == "Last year: 去年.txt ⚠ ▾"
    assert "另一局" in bench.window.status.previous.toolTip()
    assert not bench.window.banner.isVisible()


@pytest.mark.parametrize(("year", "unit"), [(None, "某某市某某局"), (2020, None)])
def test_one_that_does_not_say_whose_it_is_is_compared_and_told(
    opened: Opened, qtbot: QtBot, year: int | None, unit: str | None
) -> None:
    bench = opened(CLEAN)
    choose(bench, qtbot, last_year(year=year, unit=unit))
    assert compared(bench) == LAST
    assert "It is not known whether" in bench.window.status.currentMessage()


def test_one_of_another_year_is_refused_in_one_sentence(beside: Bench, qtbot: QtBot) -> None:
    before = beside.session.review
    choose(beside, qtbot, last_year(year=2019))
    assert beside.session.review is before
    assert "2019" in beside.window.banner.sentence.text()
    choose(beside, qtbot, last_year())
    assert not beside.window.banner.isVisible()


def test_an_encrypted_one_asks_for_its_password(opened: Opened, qtbot: QtBot) -> None:
    def locked(password: str | None) -> Loaded | GoujiError:
        if password is None:
            return PasswordNeededError(LAST)
        return loaded(CLEAN) if password == "open" else WrongPasswordError(LAST)  # noqa: S105 -- invented

    bench = opened(CLEAN)
    bench.answers.files[LAST] = locked
    bench.replies.compare_this = Path(LAST)
    bench.replies.passwords = ["wrong", None]
    bench.do("compare")
    qtbot.waitUntil(lambda: bench.replies.passwords == [])
    assert bench.replies.heard == [f"password {LAST}", f"password {LAST} again"]
    assert compared(bench) is None


def test_it_is_put_away_and_not_looked_for_again(beside: Bench, qtbot: QtBot) -> None:
    beside.session.edit(NEW, 50)
    beside.do("uncompare")
    assert compared(beside) is None
    assert not beside.window.status.previous.isVisible()
    assert not any(each.rule.id == "history.carry" for each in beside.session.findings)
    beside.do("undo")
    qtbot.wait(50)
    assert compared(beside) is None
    assert len(beside.answers.looked) == 1


def test_each_cell_says_last_year_s_figure_and_the_change(beside: Bench) -> None:
    session = beside.session
    assert "Last year 37, now 14 more" in tooltip(session, NEW)
    assert spoken(session, NEW).endswith("Last year 37, now 14 more")
    assert "Last year 3, now 3 less" in tooltip(session, CARRIED_OUT)
    assert "Last year 0 too" in tooltip(session, Address.parse("requests.granted.total"))
    session.edit(NEW, 37)
    assert "Last year 37 too" in spoken(session, NEW)
    beside.do("uncompare")
    assert "Last year" not in tooltip(session, NEW)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (BLANK, "Left blank last year"),
        (MISSING, "Not found in last year's report"),
        (Cell(7, "7", Reading.DOUBTFUL), "Last year 7 (doubtful), now 44 more"),
    ],
)
def test_what_last_year_s_report_does_not_surely_say_is_told(
    bench: Bench, opened: Opened, qtbot: QtBot, cell: Cell, said: str
) -> None:
    bench.answers.neighbour = reference({str(NEW): cell})
    opened({str(NEW): 51})
    qtbot.waitUntil(lambda: compared(bench) is not None)
    assert spoken(bench.session, NEW).endswith(said)


def test_cells_that_last_year_s_form_has_not_say_nothing(bench: Bench, opened: Opened, qtbot: QtBot) -> None:
    bench.answers.neighbour = Reference.of(last_year(form="2019"))
    opened(CLEAN)
    qtbot.waitUntil(lambda: compared(bench) is not None)
    assert "Last year" not in tooltip(bench.session, Address.parse("requests.other_misc.total"))
    assert "Last year" in tooltip(bench.session, NEW)


def test_last_year_s_figures_are_shown_on_wish_and_that_is_remembered(
    beside: Bench, opened: Opened, qtbot: QtBot
) -> None:
    height = beside.view("requests").height()
    index = beside.model("requests").index_of(NEW)
    assert index.data(LAST_YEAR) == ""
    beside.window.tables.take_focus()
    focus_key(Qt.Key.Key_L, CONTROL)
    assert index.data(LAST_YEAR) == "37"
    assert beside.view("requests").height() > height
    assert beside.gouji.desk.settings.last_year
    beside.gouji.choose_language("en")
    assert beside.window.deeds["last_year"].isChecked()
    assert beside.model("requests").index_of(NEW).data(LAST_YEAR) == "37"
    beside.do("uncompare")
    assert beside.view("requests").height() == height
    beside.answers.neighbour = reference({str(NEW): 36})
    opened({str(NEW): 51}, name="另.txt")
    qtbot.waitUntil(lambda: beside.model("requests").index_of(NEW).data(LAST_YEAR) == "36")
    beside.do("last_year")
    assert beside.model("requests").index_of(NEW).data(LAST_YEAR) == ""
    assert beside.view("requests").height() == height


def test_the_strip_and_the_finding_show_both_years(beside: Bench) -> None:
    beside.go(CARRIED_IN)
    assert any(
        line == "商业企业: Carried out last year = carried in this year, ▲ difference 1"
        for line in beside.window.strip.shown
    )
    while beside.selection.finding is None or beside.finding.rule.id != "history.carry":
        beside.do("next_finding")
    model = beside.window.findings.model
    assert model.index(model.row_of(beside.finding)).data(SUMS) == "3 = 2"
    labels = [label.text() for label in beside.window.findings.detail.findChildren(QLabel)]
    assert any(text.startswith("去年.txt: ") and text.endswith("商业企业: 3") for text in labels)
    assert any(text.startswith("invented.txt: ") and text.endswith("商业企业: 2") for text in labels)


def test_the_foot_opens_what_can_be_done(beside: Bench) -> None:
    button = beside.window.status.previous
    names = [action.objectName() for action in button.actions()]
    assert names == ["compare", "uncompare", "last_year"]
    button.actions()[1].trigger()
    assert compared(beside) is None
    QTest.qWait(0)

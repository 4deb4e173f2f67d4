"""What was done is there again, in another life of the program."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from gouji.errors import DeskUnavailableError, NewerDeskError
from gouji.model.comparison import Reference
from gouji.model.correction import Mistake, StepKind
from gouji.model.report import Cell, Doubt, Reading
from gouji.model.rule import DecisionState
from gouji.session import ReviewSession
from gouji.store.folder import VARIABLE, data_folder
from gouji.store.journal import Journal
from gouji.store.schema import MIGRATIONS, backup_path, migrate
from tests.factory import make_document
from tests.store.desks import CORRECTED, TOTAL, UPHELD, Kept, again, review, take_up, values


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path)


def restarted(kept: Kept, folder: Path) -> Kept:
    """After the program was ended without a word: nothing is let go of but what the system takes."""
    kept.leave()
    return again(folder)


def test_everything_that_can_be_done_is_there_again(journal: Journal, tmp_path: Path) -> None:
    kept = take_up(journal)
    session = kept.session
    session.edit(UPHELD, 3)
    session.apply(
        StepKind.PASTE, {TOTAL: 4, CORRECTED: Decimal("1.500")}, Mistake.READING, "核对“原件”\n二页"
    )
    session.edit(UPHELD, None)
    session.undo()
    session.decide(session.findings[0], DecisionState.SOURCE_ERROR, "所报即如此")
    session.set_previous(replace(Reference.of(make_document("2021", {str(TOTAL): 8})), year=2020))
    session.revert([CORRECTED])
    session.undo()
    session.note(UPHELD, "待核实\n再问")
    session.note(TOTAL, "一")
    session.undo()
    assert kept.session.is_kept
    found = restarted(kept, tmp_path).session
    assert found.history == session.history
    assert found.review == session.review
    assert found.undoable == session.undoable
    assert found.redoable == session.redoable
    assert str(found.document.value(CORRECTED)) == "1.500"


def test_undo_goes_on_where_it_was_after_a_restart(journal: Journal, tmp_path: Path) -> None:
    kept = take_up(journal)
    for value in (1, 2, 3):
        kept.session.edit(UPHELD, value)
    kept.session.undo()
    for expected in (2, 1):
        kept = restarted(kept, tmp_path)
        assert kept.session.document.value(UPHELD) == expected
        kept = take_up(Journal(tmp_path))
        kept.session.undo()
    kept = restarted(kept, tmp_path)
    assert kept.session.undoable is None
    kept = take_up(Journal(tmp_path))
    for expected in (1, 2, 3):
        kept.session.redo()
        assert kept.session.document.value(UPHELD) == expected


def before_last() -> Reference:
    """The report of the year before."""
    return replace(Reference.of(make_document("2021", {str(TOTAL): 8})), year=2020)


def entries(journal: Journal) -> int:
    with journal.reading() as sql:
        return int(sql.execute("SELECT count(*) FROM entry").fetchone()[0])


def test_last_year_s_report_that_was_merely_found_is_no_part_of_the_history(
    journal: Journal, tmp_path: Path
) -> None:
    kept = take_up(journal)
    kept.session.set_previous(before_last(), as_found=True)
    assert entries(journal) == 0
    kept.session.edit(UPHELD, 3)
    kept.session.undo()
    assert kept.session.review.previous == before_last()
    kept.session.set_previous(None)
    assert entries(journal) == 2
    kept.leave()
    assert again(tmp_path).session.review.previous is None


def test_last_year_s_report_that_a_review_file_holds_is_known_when_that_is_opened(
    journal: Journal, tmp_path: Path
) -> None:
    kept = take_up(journal)
    kept.session.set_previous(before_last(), as_found=True)
    kept.session.edit(UPHELD, 3)
    kept.session.mark_saved()
    saved = kept.session.review
    assert saved.previous == before_last()
    assert kept.session.is_saved
    kept.leave()
    found = again(tmp_path, saved)
    assert found.told == []
    assert found.session.review == saved


def test_a_decision_rests_on_the_same_figures_after_a_restart(journal: Journal, tmp_path: Path) -> None:
    kept = take_up(journal, review({str(TOTAL): 7}))
    finding = kept.session.findings[0]
    kept.session.decide(finding, DecisionState.DISMISSED)
    kept.session.edit(finding.members[0], 77)
    kept.leave()
    found = again(tmp_path, review({str(TOTAL): 7})).session
    assert found.review.decisions[finding.key].figures is not None
    assert found.review.outdated(finding) == found.review.decisions[finding.key]


def test_a_confirmed_figure_stays_confirmed(journal: Journal, tmp_path: Path) -> None:
    opened = review({str(UPHELD): Cell(22, "22（其中修订 16 件）", Reading.DOUBTFUL, None, Doubt.ANNOTATION)})
    kept = take_up(journal, opened)
    kept.session.confirm(UPHELD)
    kept.leave()
    assert again(tmp_path, opened).session.document.corrections[UPHELD].confirms


def test_it_is_kept_before_any_listener_hears_of_it(journal: Journal) -> None:
    kept = take_up(journal)
    there: list[int] = []

    def look(_addresses: object) -> None:
        with sqlite3.connect(journal.path) as other:
            there.append(other.execute("SELECT count(*) FROM entry").fetchone()[0])

    kept.session.listen(look)
    kept.session.edit(UPHELD, 1)
    kept.session.undo()
    kept.session.redo()
    assert there == [1, 2, 3]


def test_a_commit_waits_for_the_disk(journal: Journal) -> None:
    journal.open()
    journal.remember("open", "[]")
    with journal.reading() as sql:
        assert sql.execute("PRAGMA synchronous").fetchone() == (2,)
        assert sql.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_same_file_under_another_name_goes_on_where_it_was(journal: Journal, tmp_path: Path) -> None:
    source = tmp_path / "甲.pdf"
    source.write_bytes(b"%PDF")
    kept = take_up(journal, path=source)
    kept.session.edit(UPHELD, 3)
    kept.leave()
    other = source.rename(tmp_path / "乙.pdf")
    kept = take_up(journal, path=other)
    assert values(kept.session) == {str(UPHELD): 3}
    assert kept.told == []


def test_view_and_desk_are_remembered(journal: Journal, tmp_path: Path) -> None:
    take_up(journal)
    sha256 = review().document.report.source.sha256
    assert journal.view(sha256) is None
    assert journal.remembered("open") is None
    journal.remember_view(sha256, '{"page": 3}')
    journal.remember("open", '["甲.pdf"]')
    other = Journal(tmp_path)
    assert other.view(sha256) == '{"page": 3}'
    assert other.remembered("open") == '["甲.pdf"]'


def test_a_changed_source_takes_over_what_is_printed_as_before(journal: Journal, tmp_path: Path) -> None:
    source = tmp_path / "甲.pdf"
    source.write_bytes(b"%PDF")
    kept = take_up(journal, review({str(TOTAL): 7}), path=source)
    kept.session.edit(UPHELD, 3)
    kept.session.edit(TOTAL, 9)
    kept.session.note(TOTAL, "来电核实")
    kept.session.decide(kept.session.findings[0], DecisionState.DISMISSED)
    kept.leave()
    changed = review({str(TOTAL): 8}, "6" * 64)
    kept = take_up(journal, changed, path=source)
    assert kept.told == ["SourceChangedError"]
    assert [each.text for each in kept.session.review.notes.values()] == ["来电核实"]
    assert "1 corrections were carried over, 1 stayed behind" in kept.sentences[0]
    assert values(kept.session) == {str(UPHELD): 3}
    assert len(kept.session.review.decisions) == 1
    kept.leave()
    found = again(tmp_path, changed)
    assert found.told == []
    assert values(found.session) == {str(UPHELD): 3}
    assert values(again(tmp_path, review({str(TOTAL): 7})).session) == {str(UPHELD): 3, str(TOTAL): 9}


def test_a_figure_read_otherwise_leaves_its_corrections_behind_and_they_come_back(
    journal: Journal, tmp_path: Path
) -> None:
    kept = take_up(journal, review({str(TOTAL): 7}))
    kept.session.edit(UPHELD, 3)
    kept.session.edit(TOTAL, 9)
    kept.leave()
    other = again(tmp_path, review({str(TOTAL): 70}))
    assert other.told == ["ReadOtherwiseError"]
    assert values(other.session) == {str(UPHELD): 3}
    # Nothing was done meanwhile, so the earlier reading finds everything again.
    assert values(again(tmp_path, review({str(TOTAL): 7})).session) == {str(UPHELD): 3, str(TOTAL): 9}
    kept = take_up(journal, review({str(TOTAL): 70}))
    kept.session.edit(CORRECTED, 1)
    kept.session.undo()
    kept.leave()
    found = again(tmp_path, review({str(TOTAL): 70}))
    assert found.told == []
    assert found.session.history == kept.session.history


def test_a_review_file_saved_before_the_last_change_does_not_take_it_back(journal: Journal) -> None:
    kept = take_up(journal)
    kept.session.edit(UPHELD, 3)
    saved = kept.session.review
    kept.session.edit(UPHELD, 4)
    kept.session.edit(TOTAL, 9)
    kept.leave()
    found = take_up(journal, saved)
    assert found.session.history == kept.session.history
    assert found.told == []


def test_what_somebody_else_did_in_a_review_file_comes_along(journal: Journal, tmp_path: Path) -> None:
    kept = take_up(journal)
    kept.session.edit(UPHELD, 3)
    kept.session.edit(CORRECTED, 1)
    theirs = again(tmp_path / "colleague", kept.session.review).session
    theirs.edit(UPHELD, 5)
    theirs.edit(TOTAL, 6)
    kept.session.edit(CORRECTED, 2)
    kept.leave()
    found = take_up(journal, theirs.review)
    assert found.told == ["TwoHandsError"]
    assert values(found.session) == {str(UPHELD): 5, str(TOTAL): 6, str(CORRECTED): 2}
    assert found.session.undoable is not None
    assert found.session.undoable.kind is StepKind.MERGE
    found.leave()
    found = take_up(journal)
    found.session.undo()
    assert values(found.session) == {str(UPHELD): 3, str(CORRECTED): 2}


def test_a_workbook_that_came_back_is_one_step(journal: Journal, tmp_path: Path) -> None:
    before = review()
    elsewhere = ReviewSession(before)
    elsewhere.edit(UPHELD, 4)
    kept = take_up(journal, elsewhere.review, before)
    assert kept.session.undoable is not None
    assert kept.session.undoable.kind is StepKind.RETURN
    kept.leave()
    found = take_up(Journal(tmp_path))
    assert values(found.session) == {str(UPHELD): 4}
    found.session.undo()
    assert values(found.session) == {}


def test_tables_of_an_earlier_version_become_those_of_today_after_a_backup(journal: Journal) -> None:
    kept = take_up(journal)
    kept.session.edit(UPHELD, 3)
    kept.leave()
    journal.close()
    sql = sqlite3.connect(journal.path, isolation_level=None)
    migrate(sql, journal.path, [*MIGRATIONS, "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT"])
    assert sql.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
    assert sql.execute("SELECT count(*) FROM entry").fetchone() == (1,)
    backup = sqlite3.connect(backup_path(journal.path, len(MIGRATIONS)))
    assert backup.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert backup.execute("SELECT count(*) FROM entry").fetchone() == (1,)
    for each in (sql, backup):
        each.close()


def test_a_migration_that_fails_changes_nothing(journal: Journal) -> None:
    journal.open()
    journal.close()
    sql = sqlite3.connect(journal.path, isolation_level=None)
    with pytest.raises(sqlite3.Error):
        migrate(sql, journal.path, [*MIGRATIONS, "CREATE TABLE more (id); CREATE TABLE review (id)"])
    sql.close()
    journal.open()
    with journal.reading() as now:
        assert now.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'more'").fetchone() == (0,)


def test_a_later_version_s_desk_is_left_alone(journal: Journal) -> None:
    journal.open()
    journal.close()
    sql = sqlite3.connect(journal.path)
    sql.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    sql.close()
    content = journal.path.read_bytes()
    kept = take_up(journal)
    assert kept.told == ["NewerDeskError"]
    kept.session.edit(UPHELD, 3)
    assert not kept.session.is_kept
    assert isinstance(kept.keeping.trouble, NewerDeskError)
    assert journal.path.read_bytes() == content


def test_a_folder_that_cannot_be_written_is_told_and_tried_again(tmp_path: Path) -> None:
    in_the_way = tmp_path / "data"
    in_the_way.write_text("a file")
    kept = take_up(Journal(in_the_way))
    assert kept.told == ["DeskUnavailableError"]
    changes: list[bool] = []
    kept.keeping.on_change = lambda: changes.append(kept.keeping.is_kept)
    kept.session.edit(UPHELD, 3)
    assert values(kept.session) == {str(UPHELD): 3}
    assert not kept.session.is_kept
    assert isinstance(kept.keeping.trouble, DeskUnavailableError)
    kept.session.edit(TOTAL, 4)
    in_the_way.unlink()
    kept.keeping.retry()
    assert kept.session.is_kept
    assert changes == [False, True]
    kept.leave()
    assert again(in_the_way).session.history == kept.session.history


def test_while_another_writes_a_change_waits_and_the_window_does_not(
    journal: Journal, tmp_path: Path
) -> None:
    kept = take_up(journal)
    other = sqlite3.connect(journal.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    kept.session.edit(UPHELD, 3)
    assert not kept.session.is_kept
    other.execute("ROLLBACK")
    other.close()
    kept.session.edit(TOTAL, 4)
    assert kept.session.is_kept
    kept.leave()
    assert again(tmp_path).session.history == kept.session.history


def test_a_database_taken_away_under_an_open_review_is_made_again(journal: Journal, tmp_path: Path) -> None:
    kept = take_up(journal)
    kept.session.edit(UPHELD, 3)
    for path in tmp_path.glob("desk.sqlite3*"):
        path.unlink()
    kept.session.edit(TOTAL, 4)
    assert kept.session.is_kept
    kept.leave()
    found = again(tmp_path)
    assert found.session.history == kept.session.history


def test_the_folder_is_the_user_s_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "named"))
    assert data_folder() == tmp_path / "named"
    assert data_folder(tmp_path / "other") == tmp_path / "other"
    monkeypatch.delenv(VARIABLE)
    assert data_folder().name == "Gouji"
    journal = Journal(tmp_path / "new" / "deep")
    journal.open()
    assert (tmp_path / "new" / "deep").stat().st_mode & 0o077 == 0


def test_compaction_gives_room_back_and_loses_nothing(journal: Journal, tmp_path: Path) -> None:
    kept = take_up(journal)
    kept.session.edit(UPHELD, 3)
    with journal.writing() as sql:
        sql.execute("INSERT INTO desk VALUES ('large', ?)", ("x" * 20_000_000,))
    with journal.writing() as sql:
        sql.execute("DELETE FROM desk")
    large = journal.path.stat().st_size
    journal.compact()
    assert journal.path.stat().st_size < large / 10
    kept.session.edit(TOTAL, 4)
    kept.leave()
    assert again(tmp_path).session.history == kept.session.history

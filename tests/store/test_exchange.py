"""A desk handed to a colleague and back: neither side loses anything."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from subprocess import run

import pytest

from gouji.errors import BadDeskFileError, FileMissingError, GoujiError, IsFolderError
from gouji.store.exchange import bring_desk, copy_desk
from gouji.store.journal import Journal
from tests.store.desks import CORRECTED, TOTAL, UPHELD, Kept, again, review, take_up, values


def handed(source: Path, target: Path, file: Path) -> tuple[int, int]:
    """Hand one desk over to another."""
    journal = Journal(source)
    file.write_bytes(copy_desk(journal))
    journal.close()
    journal = Journal(target)
    brought = bring_desk(journal, file)
    journal.close()
    return brought.new, brought.known


def worked(folder: Path, **edits: int) -> Kept:
    """Somebody opens the report, corrects cells, and leaves."""
    kept = take_up(Journal(folder))
    cells = {"upheld": UPHELD, "total": TOTAL, "corrected": CORRECTED}
    for name, value in edits.items():
        kept.session.edit(cells[name], value)
    kept.leave()
    return kept


@pytest.fixture
def desks(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Ours, theirs, and the file in between."""
    return tmp_path / "ours", tmp_path / "theirs", tmp_path / "desk.gouji"


def test_a_whole_desk_arrives_with_every_step(desks: tuple[Path, Path, Path]) -> None:
    ours, theirs, file = desks
    histories = []
    for number in range(3):
        kept = take_up(Journal(ours), review(sha256=f"{number:064}"))
        kept.session.edit(UPHELD, number + 1)
        kept.session.edit(TOTAL, 7)
        kept.session.undo()
        kept.leave()
        histories.append(kept.session.history)
    assert handed(ours, theirs, file) == (3, 0)
    for number, history in enumerate(histories):
        found = again(theirs, review(sha256=f"{number:064}"))
        assert found.told == []
        assert found.session.history == history
    assert handed(ours, theirs, file) == (0, 3)
    assert again(theirs, review(sha256=f"{1:064}")).session.history == histories[1]


def test_what_only_one_side_went_on_with_is_simply_there(desks: tuple[Path, Path, Path]) -> None:
    ours, theirs, file = desks
    worked(ours, upheld=1)
    handed(ours, theirs, file)
    history = worked(theirs, total=2).session.history
    handed(theirs, ours, file)
    found = again(ours)
    assert found.told == []
    assert found.session.history == history


def test_where_both_went_on_the_later_counts_and_undo_shows_the_other(desks: tuple[Path, Path, Path]) -> None:
    ours, theirs, file = desks
    worked(ours, upheld=1)
    handed(ours, theirs, file)
    worked(ours, upheld=2, corrected=8)
    worked(theirs, upheld=3, total=9)
    for _ in range(2):
        handed(theirs, ours, file)
    found = take_up(Journal(ours))
    assert found.told == ["TwoHandsError"]
    assert values(found.session) == {str(UPHELD): 3, str(TOTAL): 9, str(CORRECTED): 8}
    found.session.undo()
    assert values(found.session) == {str(UPHELD): 2, str(CORRECTED): 8}
    found.session.redo()
    found.leave()
    handed(ours, theirs, file)
    handed(theirs, ours, file)
    for folder in (ours, theirs):
        assert values(again(folder).session) == {str(UPHELD): 3, str(TOTAL): 9, str(CORRECTED): 8}


def test_both_began_by_themselves(desks: tuple[Path, Path, Path]) -> None:
    ours, theirs, file = desks
    worked(ours, upheld=1)
    worked(theirs, total=2)
    handed(theirs, ours, file)
    assert values(again(ours).session) == {str(UPHELD): 1, str(TOTAL): 2}


def test_a_review_that_is_open_takes_theirs_in_the_next_time(desks: tuple[Path, Path, Path]) -> None:
    ours, theirs, file = desks
    worked(ours, upheld=1)
    handed(ours, theirs, file)
    worked(theirs, total=2)
    open_here = take_up(Journal(ours))
    handed(theirs, ours, file)
    open_here.session.edit(CORRECTED, 3)
    assert open_here.session.is_kept
    open_here.leave()
    assert values(again(ours).session) == {str(UPHELD): 1, str(TOTAL): 2, str(CORRECTED): 3}


def test_no_path_of_this_machine_is_handed_on(desks: tuple[Path, Path, Path], tmp_path: Path) -> None:
    ours, theirs, file = desks
    source = tmp_path / "报告.pdf"
    source.write_bytes(b"%PDF")
    take_up(Journal(ours), path=source).leave()
    handed(ours, theirs, file)
    assert str(tmp_path).encode() not in gzip.decompress(file.read_bytes())


def lines(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in gzip.decompress(file.read_bytes()).splitlines()]


def test_a_file_that_is_none_or_was_tampered_with_changes_nothing(desks: tuple[Path, Path, Path]) -> None:
    ours, theirs, file = desks
    worked(theirs, upheld=1, total=2)
    worked(ours, corrected=3)
    handed(theirs, theirs, file)
    whole = file.read_bytes()
    text = gzip.decompress(whole).decode()
    bad = [
        b"",
        b"no gzip",
        whole[: len(whole) // 2],
        whole[:-4],
        gzip.compress(b"[]"),
        gzip.compress(b"{}\n"),
    ]
    for old, new in (
        ('"reviews":1', '"reviews":2'),
        ("gouji.desk/1", "gouji.desk/9"),
        ('\\"after\\":2', '\\"after\\":3'),
        ('"kind":"do"', '"kind":"undo"'),
        ('"merged":false', '"merged":0'),
        ('"sha256":"5', '"sha256":"6'),
        ('"branches":[{"name":"', '"branches":[{"name":"../'),
    ):
        assert old in text, old
        bad.append(gzip.compress(text.replace(old, new, 1).encode()))
    before = again(ours).session.history
    for number, content in enumerate(bad):
        file.write_bytes(content)
        with pytest.raises(BadDeskFileError) as caught:
            bring_desk(Journal(ours), file)
        assert "desk.gouji" in caught.value.sentence("zh"), number
    assert again(ours).session.history == before
    assert again(ours).told == []


@pytest.mark.parametrize(("name", "kind"), [("none", FileMissingError), ("ours", IsFolderError)])
def test_no_file_at_all(desks: tuple[Path, Path, Path], name: str, kind: type[GoujiError]) -> None:
    ours, _, file = desks
    worked(ours)
    with pytest.raises(kind):
        bring_desk(Journal(ours), file.with_name(name))


def test_on_the_command_line(desks: tuple[Path, Path, Path]) -> None:
    ours, theirs, file = desks
    worked(ours, upheld=1)
    gouji = [sys.executable, "-m", "gouji"]
    done = run([*gouji, "desk", "export", file, "--data", ours], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    done = run(
        [*gouji, "--data", theirs, "desk", "import", file, "--lang", "en"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0
    assert "1 reviews are new here" in done.stdout
    assert values(again(theirs).session) == {str(UPHELD): 1}
    file.write_bytes(b"something else")
    done = run(
        [*gouji, "desk", "import", file, "--data", theirs], capture_output=True, check=False, text=True
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1

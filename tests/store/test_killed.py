"""Killed at any moment, the program is there again with every change that it had acknowledged."""

from __future__ import annotations

import multiprocessing
import shutil
from pathlib import Path
from random import Random
from time import sleep

import openpyxl
import pytest

from gouji.model.history import History
from gouji.reviewfile import read_review
from gouji.store.folder import DATABASE
from gouji.store.journal import Journal
from tests.store.desks import review, take_up
from tests.store.driver import drive, expected, said

LONGEST = 0.15
"""Seconds that the reviewer has, at most."""
A_REVIEW = 25
"""So many lives work on the same review, one after the other."""


def killed(folder: Path, sha256: str, seed: int, after: float, *, at_start: bool) -> int | None:
    """The last deed that was told by one that was killed some seconds after its start; None for none."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.driver"])
    hear, tell = context.Pipe(duplex=False)
    process = context.Process(target=drive, args=(folder, sha256, seed, tell))
    process.start()
    tell.close()
    if not at_start:
        assert hear.poll(60)
    sleep(after)
    process.kill()
    process.join()
    told = None
    try:
        while True:
            told = int(hear.recv_bytes())
    except EOFError:
        return told
    finally:
        hear.close()


def found(folder: Path, copy: Path, sha256: str) -> History:
    """What the next start finds, in a copy: the desk itself is left to the next life as it is."""
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for path in folder.glob(f"{DATABASE}*"):
        if not path.name.endswith("-shm"):
            shutil.copy(path, copy)
    journal = Journal(copy)
    kept = take_up(journal, review(sha256=sha256))
    assert kept.told == []
    assert journal.trouble is None
    kept.leave()
    journal.close()
    return kept.session.history


def refuse_half_files(folder: Path) -> None:
    """Whatever stands under its own name is whole."""
    for path in folder.glob("表*"):
        if path.suffix == ".json":
            read_review(path)
        else:
            openpyxl.load_workbook(path).close()


def kill_again_and_again(tmp_path: Path, times: int) -> int:
    """How many changes were acknowledged in all, and were there again."""
    folder = tmp_path / "data"
    folder.mkdir()
    random = Random(times)  # noqa: S311 -- no secret
    before, acknowledged = History(), 0
    for seed in range(times):
        sha256 = f"{seed // A_REVIEW:064}"
        if seed % A_REVIEW == 0:
            before = History()
        at_start = random.random() < 0.3
        after = random.uniform(0, LONGEST)
        told = killed(folder, sha256, seed, after, at_start=at_start)
        now = found(folder, tmp_path / "copy", sha256)
        kept, perhaps = expected(before, sha256, seed, told or 0)
        assert said(now) in (kept, perhaps), f"life {seed}, killed after {told}"
        refuse_half_files(folder / "exported")
        before, acknowledged = now, acknowledged + (told or 0)
    assert not list(folder.glob("*damaged*"))
    return acknowledged


def test_twenty_five_lives(tmp_path: Path) -> None:
    assert kill_again_and_again(tmp_path, 25) > 0


@pytest.mark.long
def test_a_thousand_lives(tmp_path: Path) -> None:
    assert kill_again_and_again(tmp_path, 1000) > 1000

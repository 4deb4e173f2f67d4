"""The source is the same, byte for byte, after a whole life on the desk: in every format, in earnest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gouji.library import forms
from gouji.resources import resource
from gouji.session import ReviewSession
from gouji.ui.app import Gouji
from tests.twins import MAKERS
from tests.typeset import draw_figures, seeded
from tests.ui.harness import DONE, Replies, settings_at

PATIENCE = 60_000
"""Milliseconds that a report may take to be opened or written."""
ENDINGS = (".pdf", ".txt", *MAKERS)


class Life:
    """From one start of the program to its end."""

    def __init__(self, gouji: Gouji, replies: Replies, qtbot: QtBot) -> None:
        self.gouji, self.replies, self._qtbot = gouji, replies, qtbot

    @property
    def session(self) -> ReviewSession:
        assert self.gouji.desk.bridge.session is not None
        return self.gouji.desk.bridge.session

    def open(self, path: Path) -> None:
        with self._qtbot.waitSignal(self.gouji.desk.opened, timeout=PATIENCE):
            self.gouji.desk.open(path)

    def write(self, deed: str, target: Path, *, is_refused: bool = False) -> None:
        self.replies.target = target
        desk = self.gouji.desk
        with self._qtbot.waitSignal(desk.trouble if is_refused else desk.written, timeout=PATIENCE):
            self.gouji.window.deeds[deed].trigger()


@pytest.fixture
def living(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Callable[[], AbstractContextManager[Life]]:
    @contextmanager
    def live() -> Iterator[Life]:
        replies = Replies()
        gouji = Gouji(qapp, settings_at(tmp_path), questions=replies, data=tmp_path / "data")
        gouji.show([])
        qtbot.waitExposed(gouji.window)
        yield Life(gouji, replies, qtbot)
        gouji.window.hide()
        gouji.stop()
        gouji.window.deleteLater()
        QApplication.sendPostedEvents()

    return live


def report(folder: Path, ending: str) -> Path:
    """A report in a file that nobody may write."""
    path = folder / f"报告{ending}"
    if ending in MAKERS:
        form = forms()[0]
        MAKERS[ending](form, draw_figures(form, seeded(ending)), path)
    else:
        path.write_bytes(next(resource("examples").glob(f"*{ending}")).read_bytes())
    path.chmod(0o444)
    return path


def looks(path: Path) -> tuple[str, int, int, int]:
    """The file's content, and what the system says of it."""
    status = path.stat()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return digest, status.st_mtime_ns, status.st_ino, status.st_mode


@pytest.mark.parametrize("ending", ENDINGS)
def test_from_opening_to_opening_again(
    living: Callable[[], AbstractContextManager[Life]], tmp_path: Path, ending: str
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    path = report(folder, ending)
    before = looks(path)
    with living() as life:
        life.open(path)
        life.session.edit(DONE, 7)
        life.session.edit(DONE, 8)
        life.write("export", tmp_path / "out.xlsx")
        life.write("save_problems", tmp_path / "out.docx")
        life.gouji.window.deeds["close"].trigger()
    with living() as life:
        life.open(path)
        assert life.session.document.value(DONE) == 8
        life.session.undo()
        # Even where the source is what one is about to write over.
        life.write("export", path.with_suffix(".xlsx") if ending == ".xlsx" else path, is_refused=True)
        life.write("save", tmp_path / "out.json")
    assert looks(path) == before
    assert [each.name for each in folder.iterdir()] == [path.name]

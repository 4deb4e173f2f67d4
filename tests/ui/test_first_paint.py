"""The window is painted before the desk is there, and looks no other once it is."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from subprocess import PIPE, run

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gouji.resources import resource
from gouji.ui.app import Gouji
from gouji.ui.look.look import Look
from gouji.ui.main_window import MainWindow
from tests.ui.harness import Answers, Replies, Written, settings_at

STARTED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from gouji.ui import start

class Watched(start.MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", "gouji.ui.app" in sys.modules, flush=True)

    def furnish(self, desk, *others):
        super().furnish(desk, *others)
        desk.opened.connect(self.tell)

    def tell(self, view):
        print("opened", view.path.name, flush=True)
        QTimer.singleShot(0, self.close)

start.MainWindow = Watched
sys.exit(start.run([Path(sys.argv[1])]))
"""


def seen(window: MainWindow) -> QImage:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return window.grab().toImage()


def test_nothing_that_is_seen_changes_when_the_rest_is_there(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = settings_at(tmp_path)
    settings.remember(tmp_path / "报告.pdf")
    look = Look(qapp, settings)
    window = MainWindow(settings)
    window.show()
    qtbot.waitExposed(window)
    before, enabled = seen(window), {name: deed.isEnabled() for name, deed in window.deeds.items()}
    focused = window.focusWidget()
    gouji = Gouji(qapp, settings, Answers, Written(), Replies(), look=look, window=window)
    after = seen(window)
    assert before == after
    assert enabled == {name: deed.isEnabled() for name, deed in window.deeds.items()}
    assert focused is window.focusWidget() is window.welcome.open
    gouji.stop()
    window.deleteLater()


def test_a_window_that_is_seen_is_painted_while_the_rest_is_made(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = settings_at(tmp_path)
    window = MainWindow(settings)
    window.show()
    qtbot.waitExposed(window)
    heard: list[QWidget | None] = []
    QTimer.singleShot(0, window, lambda: heard.append(window.centralWidget()))
    gouji = Gouji(qapp, settings, Answers, Written(), Replies(), window=window)
    assert heard == [window.welcome]
    gouji.stop()
    window.deleteLater()


def test_the_program_paints_its_window_and_then_opens_a_file(tmp_path: Path) -> None:
    example = next(resource("examples").glob("*.txt"))
    home = {name: str(tmp_path) for name in ("GOUJI_DATA", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", STARTED, str(example)]
    started = run(command, stdout=PIPE, text=True, env=environment, check=False, timeout=60)
    told = started.stdout.splitlines()
    assert told[0] == "painted False"
    assert f"opened {example.name}" in told
    assert started.returncode == 0

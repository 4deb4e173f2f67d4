"""The program itself, killed while somebody types: what was shown is there at the next start."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random
from subprocess import PIPE, Popen
from time import sleep

import pytest

from gouji.resources import resource
from gouji.store.journal import Journal

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from gouji.model.form import Address
from gouji.ui.app import Gouji
from gouji.ui.look.look import make_application
from gouji.ui.settings.settings import Settings

cell = Address.parse("requests.new.natural_person")
application = make_application()
gouji = Gouji(application, Settings(), data=Path(sys.argv[1]))
gouji.show([Path(each) for each in sys.argv[2:]])
value = 0

def shown(_addresses):
    # The last listener: the tables, the findings and the trail have it already.
    session = gouji.desk.bridge.session
    print(session.document.value(cell), len(session.history.done), flush=True)

def work():
    global value
    session = gouji.desk.bridge.session
    if session is None:
        return
    if value == 0:
        value = session.document.value(cell)
        print(value, len(session.history.done), flush=True)
        gouji.desk.bridge.changed.connect(shown)
    value += 1
    session.undo() if value % 5 == 0 else session.edit(cell, value)

timer = QTimer(interval=3)
timer.timeout.connect(work)
timer.start()
application.exec()
"""


def lives(tmp_path: Path, times: int) -> None:
    """Kill the program so many times; each start without a file finds what the one before had shown."""
    example = next(resource("examples").glob("*.txt"))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    random = Random(times)  # noqa: S311 -- no secret
    last: list[int] | None = None
    for life in range(times):
        files = [str(example)] if life == 0 else []
        command = [sys.executable, "-c", PROGRAM, str(tmp_path / "data"), *files]
        with Popen(command, stdout=PIPE, text=True, env=environment) as program:
            assert program.stdout is not None
            first = program.stdout.readline()
            sleep(random.uniform(0, 0.3))
            program.kill()
            said = [line for line in [first, *program.stdout] if line.endswith("\n")]
        found = [[int(word) for word in line.split()] for line in said]
        if last is not None:
            # The step after the last that was shown may have been kept just then.
            assert abs(found[0][1] - last[1]) <= 1
            assert found[0] == last or found[0][1] != last[1]
        last = found[-1]
    journal = Journal(tmp_path / "data")
    journal.open()
    assert journal.trouble is None
    assert journal.remembered("open") == str(example)
    journal.close()


def test_three_lives(tmp_path: Path) -> None:
    lives(tmp_path, 3)


@pytest.mark.long
def test_fifty_lives(tmp_path: Path) -> None:
    lives(tmp_path, 50)

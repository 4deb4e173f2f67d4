"""What a stranger's file can do to the reading process, and what becomes of the others that wait."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from time import monotonic, sleep
from typing import Any

import pytest

from gouji.cli import reading_process
from gouji.cli.reading import Reading
from gouji.errors import EmptyFileError, ReaderStoppedError
from gouji.model.loaded import Loaded
from gouji.resources import resource
from gouji.sources.limits import MEMORY
from gouji.worker import ReadingProcess, server
from tests.sources.hostile_pdf import nested_forms, paged
from tests.worker.asking import PATIENCE

EXAMPLE = next(resource("examples").glob("*.txt"))
ANSWERS = """
import json, struct, sys, time
while lengths := sys.stdin.buffer.read(8):
    request = json.loads(sys.stdin.buffer.read(struct.unpack('>II', lengths)[0]))
    time.sleep(600 if 'hang' in request['name'] else 0.5)
    error = {'kind': 'EmptyFileError', 'path': request['name'], 'details': {}}
    answer = json.dumps({'id': request['id'], 'error': error}).encode()
    sys.stdout.buffer.write(struct.pack('>II', len(answer), 0) + answer)
    sys.stdout.flush()
"""
"""A reading process that calls every file empty, half a second each, and hangs over some."""

forking = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="copies of a process as on Unix"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


@pytest.fixture
def waiting() -> Iterator[ReadingProcess]:
    process = ReadingProcess((sys.executable, "-c", ANSWERS), time_limit=2.0)
    yield process
    process.stop()


def test_files_that_waited_behind_one_that_hangs_are_read(waiting: ReadingProcess, tmp_path: Path) -> None:
    answers: Queue[Any] = Queue()
    names = ["first.txt", "hang.txt", "third.txt", "fourth.txt"]
    for name in names:
        waiting.load(tmp_path / name, None, answers.put)
    found = [answers.get(timeout=PATIENCE) for _ in names]
    assert [each.path.name for each in found] == names
    assert [type(each) for each in found] == [
        EmptyFileError,
        ReaderStoppedError,
        EmptyFileError,
        EmptyFileError,
    ]


def test_a_file_that_waits_has_all_its_time(waiting: ReadingProcess, tmp_path: Path) -> None:
    """Together they take longer than one of them may."""
    answers: Queue[Any] = Queue()
    for _ in range(6):
        waiting.load(tmp_path / "any.txt", None, answers.put)
    assert all(isinstance(answers.get(timeout=PATIENCE), EmptyFileError) for _ in range(6))


def test_another_process_is_ready_before_it_is_asked(waiting: ReadingProcess, tmp_path: Path) -> None:
    answers: Queue[Any] = Queue()
    waiting.load(tmp_path / "hang.txt", None, answers.put)
    assert isinstance(answers.get(timeout=PATIENCE), ReaderStoppedError)
    deadline = monotonic() + PATIENCE
    while waiting._connection is None or not waiting._connection.is_alive:
        assert monotonic() < deadline
        sleep(0.01)


def test_a_process_that_dies_unasked_is_not_started_for_ever(tmp_path: Path) -> None:
    tally = tmp_path / "tally"
    program = f"open({str(tally)!r}, 'a').write('x')"
    process = ReadingProcess((sys.executable, "-c", program))
    process.start()
    sleep(1.0)
    assert tally.read_text() == "x"
    process.stop()


def test_an_answer_larger_than_any_ends_the_process(tmp_path: Path) -> None:
    program = (
        "import sys, struct\n"
        "out = sys.stdout.buffer\n"
        "out.write(struct.pack('>II', 65 * 1024 * 1024, 0) + b' ' * 65 * 1024 * 1024)\n"
    )
    process = ReadingProcess((sys.executable, "-c", program))
    answers: Queue[Any] = Queue()
    process.load(tmp_path / "any.txt", None, answers.put)
    assert isinstance(answers.get(timeout=PATIENCE), ReaderStoppedError)
    process.stop()


class TestCommands:
    """The command line reads in a copy of itself."""

    pytestmark = forking

    @pytest.mark.parametrize(
        "end",
        [
            # Killed, it ends like any crash, without the trace that faulthandler would print.
            lambda *_: signal.raise_signal(signal.SIGKILL),
            lambda *_: os._exit(0),
            lambda *_: bytearray(2 * MEMORY),
            lambda *_: 1 / 0,
        ],
        ids=["crash", "exit", "memory", "slip"],
    )
    def test_whatever_ends_the_reading_is_one_error_and_the_next_file_is_read(
        self,
        monkeypatch: pytest.MonkeyPatch,
        capfd: pytest.CaptureFixture[str],
        end: Callable[..., object],
    ) -> None:
        with Reading(reading_process(), "zh") as reading:
            with monkeypatch.context() as patch:
                patch.setattr(server, "load", end)
                with pytest.raises(ReaderStoppedError):
                    reading.load(EXAMPLE)
                # One that only ran out of memory goes on, and would end the next file as well.
                reading._process.stop()
            assert isinstance(reading.load(EXAMPLE), Loaded)
        assert capfd.readouterr() == ("", "")

    def test_a_hang_is_ended(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(server, "load", lambda *_: sleep(600))
        reading = Reading(ReadingProcess(None, time_limit=0.3), "zh")
        with reading, pytest.raises(ReaderStoppedError):
            reading.load(EXAMPLE)

    @pytest.mark.long
    def test_a_bomb_is_one_sentence_and_status_2(self, tmp_path: Path) -> None:
        path = tmp_path / "bomb.pdf"
        path.write_bytes(paged(b"/X Do " * 10, more=nested_forms(12, 10)))
        command = [sys.executable, "-m", "gouji", "check", "--lang", "en", str(path), str(EXAMPLE)]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert run.returncode == 2
        assert run.stderr.count("\n") == 1
        assert "bomb.pdf" in run.stderr
        assert EXAMPLE.name in run.stdout

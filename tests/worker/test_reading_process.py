"""Files are read in a process of their own; whatever happens there, the window gets an answer."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from gouji.errors import DamagedFileError, FileMissingError, GoujiError, NotAReportError, ReaderStoppedError
from gouji.loader import load
from gouji.model.loaded import Loaded
from gouji.resources import folder
from gouji.worker import Picture, Preview, ReadingProcess
from gouji.worker.launch import Spawned
from tests.worker.asking import PATIENCE, answer

EXAMPLE = folder() / "examples"


def example(suffix: str) -> Path:
    return next(path for path in EXAMPLE.iterdir() if path.suffix == suffix)


def loading(process: ReadingProcess, path: Path) -> Loaded | GoujiError:
    loaded: Loaded | GoujiError = answer(lambda put: process.load(path, None, put))
    return loaded


@pytest.mark.parametrize("suffix", [".pdf", ".txt"])
def test_a_report_comes_out_of_the_process_as_it_was_read_there(process: ReadingProcess, suffix: str) -> None:
    assert loading(process, example(suffix)) == load(example(suffix))


def test_trouble_with_a_file_comes_out_as_the_same_trouble(process: ReadingProcess, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("今天天气很好。\n" * 20, encoding="utf-8")
    assert isinstance(loading(process, tmp_path / "none.pdf"), FileMissingError)
    trouble = loading(process, letter)
    assert isinstance(trouble, NotAReportError)
    assert trouble.path.name == letter.name


def test_a_page_is_drawn_at_the_size_asked_for(process: ReadingProcess) -> None:
    path = example(".pdf")
    loaded = loading(process, path)
    assert isinstance(loaded, Loaded)
    assert loaded.view is not None
    width, height = loaded.view.page_sizes[0]
    picture = answer(lambda put: process.draw(path, 1, 1.5, put))
    assert isinstance(picture, Picture)
    assert picture.width == pytest.approx(width * 1.5, abs=1)
    assert picture.height == pytest.approx(height * 1.5, abs=1)
    assert len(picture.pixels) == picture.width * picture.height * 4
    assert len(set(picture.pixels[0::4])) > 1, "a blank page"


def test_the_first_page_comes_before_the_figures_and_fills_the_room(process: ReadingProcess) -> None:
    path, room, margin = example(".pdf"), 610.0, 24.0
    answers: Queue[Any] = Queue()
    process.preview(path, None, (room, margin), answers.put)
    process.load(path, None, answers.put)
    preview, loaded = (answers.get(timeout=PATIENCE) for _ in range(2))
    assert isinstance(preview, Preview)
    assert isinstance(loaded, Loaded)
    assert preview.view == loaded.view
    widest = max(width for width, _ in preview.view.page_sizes)
    assert preview.picture.width == pytest.approx(room * widest / (widest + margin), abs=1)
    assert len(preview.picture.pixels) == 4 * preview.picture.width * preview.picture.height


def test_a_file_without_pages_has_no_first_page(process: ReadingProcess, tmp_path: Path) -> None:
    def preview(path: Path) -> Any:
        return answer(lambda put: process.preview(path, None, (600.0, 24.0), put))

    assert preview(example(".txt")) is None
    assert isinstance(preview(tmp_path / "none.pdf"), FileMissingError)
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(example(".pdf").read_bytes()[:200])
    assert isinstance(preview(broken), DamagedFileError)


def test_answers_come_in_the_order_of_the_questions(process: ReadingProcess) -> None:
    path = example(".pdf")
    answers: Queue[Any] = Queue()
    process.load(path, None, answers.put)
    for page in (2, 1, 2):
        process.draw(path, page, 0.5, answers.put)
    assert isinstance(answers.get(timeout=PATIENCE), Loaded)
    assert [answers.get(timeout=PATIENCE).page for _ in range(3)] == [2, 1, 2]


def test_a_process_that_dies_is_one_plain_message_and_is_started_again(tmp_path: Path) -> None:
    mark = tmp_path / "died once"
    program = (
        "import pathlib, sys\n"
        f"mark = pathlib.Path({str(mark)!r})\n"
        "if not mark.exists():\n"
        "    mark.touch(); sys.stdin.buffer.read(8); sys.exit(3)\n"
        "from gouji.worker.server import main; main()\n"
    )
    process = ReadingProcess((sys.executable, "-c", program))
    assert isinstance(loading(process, example(".txt")), ReaderStoppedError)
    assert isinstance(loading(process, example(".txt")), Loaded)
    process.stop()


def test_a_process_that_hangs_is_ended(tmp_path: Path) -> None:
    process = ReadingProcess((sys.executable, "-c", "import time; time.sleep(600)"), time_limit=0.5)
    assert isinstance(loading(process, tmp_path / "any.pdf"), ReaderStoppedError)
    process.stop()


@pytest.mark.parametrize(
    "output", [b"\xff\xff\xff\xff\x00\x00\x00\x00", b"\x00\x00\x00\x02\x00\x00\x00\x00[]", b"garbage"]
)
def test_a_process_that_answers_rubbish_is_ended(tmp_path: Path, output: bytes) -> None:
    program = f"import os, time; os.write(1, {output!r}); os.close(1); time.sleep(600)"
    process = ReadingProcess((sys.executable, "-c", program), time_limit=30)
    assert isinstance(loading(process, tmp_path / "any.pdf"), ReaderStoppedError)
    process.stop()


def test_stopping_answers_everyone_who_waits(tmp_path: Path) -> None:
    process = ReadingProcess((sys.executable, "-c", "import time; time.sleep(600)"))
    answers: Queue[Any] = Queue()
    for number in range(3):
        process.load(tmp_path / f"{number}.pdf", None, answers.put)
    process.stop()
    left = [answers.get(timeout=PATIENCE) for _ in range(3)]
    assert [trouble.path.name for trouble in left] == ["0.pdf", "1.pdf", "2.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="tells its priority otherwise")
@pytest.mark.parametrize("aside", [False, True])
def test_a_process_that_stands_aside_gives_way_to_the_window(*, aside: bool) -> None:
    # It may be running before it is told to stand aside.
    program = "import os, time; time.sleep(0.5); print(os.nice(0))"
    process = Spawned((sys.executable, "-c", program), aside=aside)
    own = os.nice(0)
    assert int(process.answers.read()) > own if aside else int(process.answers.read()) == own
    process.wait()
    process.requests.close()
    process.answers.close()

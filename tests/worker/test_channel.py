"""The reading process is handed open files and knows no paths; it gets what is offered, and no other."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from queue import Queue
from shutil import copy
from threading import Event
from threading import enumerate as enumerate_threads
from typing import Any

import pytest

from gouji.errors import (
    EmptyFileError,
    FileMissingError,
    IsFolderError,
    NoPermissionError,
    NotAFileError,
    ReaderStoppedError,
)
from gouji.loader import load
from gouji.model.loaded import Loaded
from gouji.resources import resource
from gouji.reviewfile import dumps, encode
from gouji.sources.file import SourceFile, open_file
from gouji.worker import Picture, ReadingProcess, connection, launch
from gouji.worker.channel import CHANNEL, Channel, OpenFiles, Paths
from gouji.worker.files import Inbox
from gouji.worker.frames import BrokenFrameError
from gouji.worker.offer import MOST_ASKED, Offer
from tests.worker.asking import PATIENCE, answer

TEXT = next(resource("examples").glob("*.txt"))
PDF = next(resource("examples").glob("*.pdf"))
MANY = 200
CHANNELS = [
    pytest.param(OpenFiles, marks=pytest.mark.skipif(CHANNEL is Paths, reason="files are not handed over")),
    Paths,
]
handing_over = pytest.mark.skipif(CHANNEL is Paths, reason="here paths are told")
TALKING = """
import json, struct, sys, time
def receive():
    return sys.stdin.buffer.read(struct.unpack('>II', sys.stdin.buffer.read(8))[0])
def send(message):
    content = json.dumps(message).encode()
    sys.stdout.buffer.write(struct.pack('>II', len(content), 0) + content)
    sys.stdout.flush()
request = receive()
number = json.loads(request)['id']
"""
TELLING = (
    TALKING
    + """
send({'id': number, 'wants': 0})
open(sys.argv[1], 'wb').write(request + receive())
send({'id': number, 'error': {'kind': 'EmptyFileError', 'details': {}}})
"""
)
"""A reading process that writes down what it was told."""
ASKING = (
    TALKING
    + """
for wanted in json.loads(sys.argv[1]):
    send({'id': number, 'wants': wanted})
time.sleep(600)
"""
)
"""One that asks for files and says nothing else."""


def loading(process: ReadingProcess, path: Path) -> Any:
    return answer(lambda put: process.load(path, None, put))


@pytest.mark.parametrize("kind", CHANNELS)
def test_requests_and_files_come_across(kind: type[Channel], tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_text("content", encoding="utf-8")
    ours, theirs = kind.pair()
    end = kind(theirs)
    ours.send({"do": "first"})
    with open_file(path) as file:
        ours.send({}, file)
        if not kind.tells_paths:
            path.unlink()
        assert end.receive() == ({"do": "first"}, None)
        message, received = end.receive()
    assert received is not None
    with received:
        assert (received.path.name, received.content()) == ("年报.txt", b"content")
    assert (str(tmp_path) in str(message)) is kind.tells_paths
    ours.close()
    with pytest.raises(BrokenFrameError):
        end.receive()
    end.close()


@pytest.mark.parametrize("kind", CHANNELS)
def test_requests_that_come_before_a_file_are_kept(kind: type[Channel]) -> None:
    ours, theirs = kind.pair()
    inbox = Inbox(kind(theirs))
    with open_file(TEXT) as file:
        for message in ({"do": "second"}, {"do": "third"}):
            ours.send(message)
        ours.send({}, file)
        ours.send({"do": "fourth"})
        received = inbox.file()
    assert received is not None
    assert received.size == TEXT.stat().st_size
    received.close()
    assert [inbox.request()["do"] for _ in range(3)] == ["second", "third", "fourth"]
    ours.close()
    with pytest.raises(BrokenFrameError):
        inbox.request()
    inbox._channel.close()


@handing_over
def test_no_path_is_told(tmp_path: Path) -> None:
    """Nor with a file, nor with the trouble there is with it."""
    told = tmp_path / "told"
    path = tmp_path / "a folder" / "report.txt"
    path.parent.mkdir()
    for _ in range(2):
        process = ReadingProcess((sys.executable, "-c", TELLING, str(told)))
        assert isinstance(loading(process, path), EmptyFileError)
        process.stop()
        content = told.read_bytes()
        assert content.count(b"report.txt") == 2
        assert b"a folder" not in content
        path.touch()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="copies of a process as on Unix")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("kind", CHANNELS)
def test_a_process_reads_what_it_gets_either_way(
    kind: type[Channel], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(launch, "CHANNEL", kind)
    process = ReadingProcess(None)
    assert loading(process, TEXT) == load(TEXT)
    assert isinstance(loading(process, tmp_path), IsFolderError)
    process.stop()


def test_a_review_finds_its_source_beside_it(process: ReadingProcess, tmp_path: Path) -> None:
    source = Path(copy(TEXT, tmp_path))
    path = source.with_suffix(".json")
    path.write_text(dumps(encode(load(source).review)), encoding="utf-8")
    loaded = loading(process, path)
    assert isinstance(loaded, Loaded)
    assert loaded == load(path)
    assert loaded.view is not None
    assert loaded.view.path == source
    source.write_text("changed", encoding="utf-8")
    assert loading(process, path).changed == load(path).changed
    source.unlink()
    assert loading(process, path).view is None


def test_pages_of_files_that_are_called_alike_are_told_apart(process: ReadingProcess, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 -- for this test alone

    other = tmp_path / PDF.name
    page = Canvas(str(other), pagesize=(100, 50))
    page.drawString(10, 10, "small")
    page.save()
    answers: Queue[Any] = Queue()
    for path in (PDF, other, PDF):
        process.draw(path, 1, 1.0, answers.put)
    first, second, third = (answers.get(timeout=PATIENCE) for _ in range(3))
    assert isinstance(first, Picture)
    assert (second.width, second.height) == (100, 50)
    assert first == third != second


def test_what_cannot_be_opened_is_refused_in_words(process: ReadingProcess, tmp_path: Path) -> None:
    assert isinstance(loading(process, tmp_path / "none.txt"), FileMissingError)
    assert isinstance(loading(process, tmp_path / "half\0.txt"), FileMissingError)
    assert isinstance(loading(process, tmp_path), IsFolderError)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
        assert isinstance(loading(process, tmp_path / "pipe.txt"), NotAFileError)
        assert isinstance(loading(process, Path(os.devnull)), NotAFileError)
        locked = tmp_path / "locked.txt"
        locked.touch(0)
        if not os.access(locked, os.R_OK):
            assert isinstance(loading(process, locked), NoPermissionError)
    assert isinstance(loading(process, TEXT), Loaded)


@pytest.mark.skipif(sys.platform != "linux", reason="open files as Linux tells them")
def test_no_file_stays_open(process: ReadingProcess, tmp_path: Path) -> None:
    source = Path(copy(TEXT, tmp_path))
    review = source.with_suffix(".json")
    review.write_text(dumps(encode(load(source).review)), encoding="utf-8")
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(PDF.read_bytes()[:300])

    def ask() -> None:
        for path in (review, damaged, tmp_path / "none.txt"):
            loading(process, path)
        answer(lambda put: process.draw(PDF, 1, 0.1, put))

    ask()
    assert process._connection is not None
    launched: Any = process._connection._process
    folders = [Path(f"/proc/{pid}/fd") for pid in (launched._process.pid, os.getpid())]
    before = [len(list(folder.iterdir())) for folder in folders]
    for _ in range(MANY // 4):
        ask()
    assert [len(list(folder.iterdir())) for folder in folders] == before


def test_a_file_that_cannot_be_opened_in_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a share that hangs; what comes of it later goes nowhere."""
    late = Event()

    def hang(path: Path) -> SourceFile:
        late.wait(PATIENCE)
        return open_file(path)

    monkeypatch.setattr(connection, "open_file", hang)
    process = ReadingProcess(time_limit=1.0)
    threads = set(enumerate_threads())
    assert isinstance(loading(process, TEXT), ReaderStoppedError)
    process.stop()
    late.set()
    for thread in set(enumerate_threads()) - threads:
        thread.join(PATIENCE)


class TestOffer:
    """Whoever took over the reading process gets no file by asking for it."""

    own = Path("folder") / "report.json"

    def test_the_file_itself_and_those_near_to_it(self) -> None:
        near = [Path("a.txt"), Path("elsewhere") / "b.txt"]
        offer = Offer(self.own, lambda: near)
        assert [offer.path({"wants": number}) for number in range(4)] == [self.own, *near, None]

    def test_one_more_of_its_folder_where_that_is_offered(self) -> None:
        offer = Offer(self.own, beside=True)
        assert offer.path({"wants": "report.txt"}) == Path("folder") / "report.txt"
        assert offer.path({"wants": "other.txt"}) is None
        assert Offer(self.own).path({"wants": "report.txt"}) is None

    def test_none_that_is_hidden(self) -> None:
        assert Offer(self.own, beside=True).path({"wants": ".netrc"}) is None

    @pytest.mark.parametrize(
        "wanted",
        ["../report.txt", "/etc/passwd", "a/b", "", ".", "..", "half\0", "x" * 2000, None, -1, 1.5, []],
    )
    def test_nothing_else(self, wanted: Any) -> None:
        with pytest.raises(BrokenFrameError):
            Offer(self.own, beside=True).path({"wants": wanted})

    def test_nothing_for_a_request_without_a_file(self) -> None:
        for wanted in (0, "report.txt"):
            with pytest.raises(BrokenFrameError):
                Offer(None, beside=True).path({"wants": wanted})

    def test_no_endless_asking(self) -> None:
        offer = Offer(self.own)
        for _ in range(MOST_ASKED):
            offer.count()
        with pytest.raises(BrokenFrameError):
            offer.count()


@pytest.mark.parametrize("wanted", [["/etc/passwd"], ["../x"], [99], ["x"] * (MOST_ASKED + 1)])
def test_a_process_that_asks_for_what_is_not_offered_is_ended(wanted: list[Any], tmp_path: Path) -> None:
    process = ReadingProcess((sys.executable, "-c", ASKING, json.dumps(wanted)), time_limit=30)
    answers: Queue[Any] = Queue()
    process.load(tmp_path / "any.txt", None, answers.put)
    assert isinstance(answers.get(timeout=PATIENCE / 4), ReaderStoppedError)
    process.stop()

"""What the reading process answers is looked at before it is believed: a hijacked one gets nothing across."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from gouji.errors import DamagedFileError, ReaderStoppedError, TooManyPagesError, UnknownFormatError
from gouji.loader import load
from gouji.resources import resource
from gouji.sources.limits import LONGEST_SIDE, MOST_LINES, MOST_PAGES
from gouji.worker import ReadingProcess
from gouji.worker.frames import BrokenFrameError
from gouji.worker.messages import (
    LONGEST_DETAIL,
    error_from_json,
    error_to_json,
    loaded_from_json,
    loaded_to_json,
    progress_from_json,
    report_from_json,
    report_to_json,
    size_from_json,
)
from tests.worker.asking import PATIENCE

ASKED = next(resource("examples").glob("*.txt"))


def put(way: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Puts a value at the end of the way, whose steps are parted by slashes."""

    def apply(values: dict[str, Any]) -> None:
        *steps, last = way.split("/")
        for step in steps:
            values = values[step]
        values[last] = value

    return apply


@pytest.mark.parametrize(
    ("way", "value"),
    [
        ("loaded", []),
        ("loaded/review", {}),
        ("loaded/review/year", "2023"),
        ("loaded/before", 7),
        ("loaded/view", "none"),
        ("loaded/view/name", "../elsewhere.txt"),
        ("loaded/view/name", "/etc/passwd"),
        ("loaded/view/name", ".."),
        ("loaded/view/name", ""),
        ("loaded/view/name", "half\0"),
        ("loaded/view/name", "x" * (LONGEST_DETAIL + 1)),
        ("loaded/view/page_sizes", [[1, 2]] * (MOST_PAGES + 1)),
        ("loaded/view/page_sizes", [[1, 2, 3]]),
        ("loaded/view/page_sizes", [[-1, 2]]),
        ("loaded/view/page_sizes", [[1, 2 * LONGEST_SIDE]]),
        ("loaded/view/page_sizes", [[1, float("nan")]]),
        ("loaded/view/lines", ["x"] * (MOST_LINES + 1)),
        ("loaded/view/lines", [7]),
        ("loaded/view/lines", "abc"),
    ],
)
def test_a_file_that_is_none_is_refused(way: str, value: Any) -> None:
    reply = {"loaded": loaded_to_json(load(ASKED))}
    assert loaded_from_json(reply, ASKED) == load(ASKED)
    put(way, value)(reply)
    with pytest.raises(BrokenFrameError):
        loaded_from_json(reply, ASKED)


def test_a_report_that_is_none_is_refused() -> None:
    report = load(ASKED).review.document.report
    assert report_from_json({"report": report_to_json(report)}) == report
    for reply in ({}, {"report": None}, {"report": report_to_json(report) | {"cells": {}}}):
        with pytest.raises(BrokenFrameError):
            report_from_json(reply)


@pytest.mark.parametrize("size", [("10", 10), (10, -10), (10, 11), (None, None), (10.0, 10), (1 << 40, 1)])
def test_a_picture_is_as_large_as_it_says(size: tuple[Any, Any]) -> None:
    assert size_from_json({"width": 10, "height": 10}, 400) == (10, 10)
    with pytest.raises(BrokenFrameError):
        size_from_json({"width": size[0], "height": size[1]}, 400)


@pytest.mark.parametrize(
    "told", [{"done": 3}, {"done": 4, "pages": 3}, {"done": "1", "pages": 3}, {"pages": 3}]
)
def test_progress_is_in_pages(told: dict[str, Any]) -> None:
    assert progress_from_json({"done": 3, "pages": 3}) == (3, 3)
    with pytest.raises(BrokenFrameError):
        progress_from_json(told)


def test_trouble_is_with_the_file_that_was_asked_for() -> None:
    told = {"error": error_to_json(DamagedFileError("/etc/passwd", kind="PDF"))}
    error = error_from_json(told, ASKED)
    assert (type(error), error.path) == (DamagedFileError, ASKED)


@pytest.mark.parametrize("kind", ["GoujiError", "say", "Path", "__builtins__", "NoSuchError"])
def test_trouble_of_no_known_kind_is_a_process_that_stopped(kind: str) -> None:
    assert type(error_from_json({"error": {"kind": kind, "details": {}}}, ASKED)) is ReaderStoppedError


@pytest.mark.parametrize(
    "told",
    [
        None,
        {"kind": ["EmptyFileError"], "details": {}},
        {"kind": "EmptyFileError"},
        {"kind": "EmptyFileError", "details": {"a": 1}},
        {"kind": "EmptyFileError", "details": {str(n): "" for n in range(100)}},
        {"kind": "EmptyFileError", "details": {"a": "x" * (LONGEST_DETAIL + 1)}},
        {"kind": TooManyPagesError.__name__, "details": {"pages": "7"}},
        {"kind": UnknownFormatError.__name__, "details": {"kind": "X", "advice": "../errors.x"}},
        {"kind": "RuleSettingsError", "path": 7, "details": {"line": "1", "problem": ""}},
    ],
)
def test_trouble_that_cannot_be_told_is_refused(told: Any) -> None:
    with pytest.raises(BrokenFrameError):
        error_from_json({"error": told}, ASKED)


ONCE = """
import json, struct, sys, time
request = json.loads(sys.stdin.buffer.read(struct.unpack('>II', sys.stdin.buffer.read(8))[0]))
answer = ANSWER.replace('ID', str(request['id'])).encode()
sys.stdout.buffer.write(struct.pack('>II', len(answer), 0) + answer)
sys.stdout.flush()
time.sleep(600)
"""


@pytest.mark.parametrize(
    "reply",
    [
        '{"id": ID}',
        '{"id": ID, "loaded": {}}',
        '{"id": ID, "error": {}}',
        '{"id": ID, "done": 1, "pages": 2}',
        '{"id": [ID], "loaded": {}}',
        '{"id": 99, "loaded": {}}',
        '{"loaded": {}}',
        '{"id": ID, "loaded": ' + "[" * 50_000 + "]" * 50_000 + "}",
        '{"id": ID, "loaded": ' + "9" * 5_000 + "}",
    ],
    ids=["empty", "no report", "no error", "progress unasked", "id", "other", "none", "depth", "digits"],
)
def test_a_process_that_answers_nonsense_is_ended_and_whoever_asked_is_told(
    reply: str, tmp_path: Path
) -> None:
    program = ONCE.replace("ANSWER", repr(reply))
    process = ReadingProcess((sys.executable, "-c", program), time_limit=30)
    answers: Queue[Any] = Queue()
    process.load(tmp_path / "any.pdf", None, answers.put)
    assert isinstance(answers.get(timeout=PATIENCE / 4), ReaderStoppedError)
    process.stop()

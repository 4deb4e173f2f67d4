"""The reading process says where a phrase stands and draws pages turned; only what answers is believed."""

from __future__ import annotations

from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from gouji.resources import resource
from gouji.sources.phrase import LONGEST_PHRASE, MOST_PASSAGES, Passages
from gouji.worker import Picture, ReadingProcess
from gouji.worker.found import passages_from_json, passages_to_json
from gouji.worker.frames import BrokenFrameError
from tests.worker.asking import PATIENCE

EXAMPLE = next(resource("examples").glob("*.pdf"))
PLACE = {"page": 3, "x0": 1.5, "top": 2, "x1": 9, "bottom": 8}


def passages(process: ReadingProcess, path: Path, phrase: str) -> Passages:
    answers: Queue[Any] = Queue()
    process.find(path, phrase, range(1, 5), answers.put)
    found = answers.get(timeout=PATIENCE)
    assert isinstance(found, Passages)
    return found


def test_a_phrase_is_found_where_its_print_is(process: ReadingProcess) -> None:
    found = passages(process, EXAMPLE, "收到和处理政府信息公开申请情况").found
    assert {passage[0].page for passage in found} == {2}
    page, box = found[0][0].page, found[0][0].box
    answers: Queue[Any] = Queue()
    process.draw(EXAMPLE, page, 1, answers.put)
    picture = answers.get(timeout=PATIENCE)
    assert isinstance(picture, Picture)
    dark = [
        picture.pixels[4 * (picture.width * y + x)] < 128
        for x in range(int(box.x0), int(box.x1))
        for y in range(int(box.top), int(box.bottom))
    ]
    assert sum(dark) > len(dark) / 20


def test_a_page_is_drawn_turned(process: ReadingProcess) -> None:
    answers: Queue[Any] = Queue()
    for turns in range(4):
        process.draw(EXAMPLE, 2, 0.5, answers.put, None, turns)
    upright, right, over, left = (answers.get(timeout=PATIENCE) for _ in range(4))
    assert (right.width, right.height) == (upright.height, upright.width) == (left.width, left.height)
    dots = [over.pixels[index : index + 4] for index in range(0, len(over.pixels), 4)]
    assert b"".join(reversed(dots)) == upright.pixels


def test_passages_come_across_whole() -> None:
    found = passages_from_json({"found": [[PLACE, PLACE], [PLACE]], "next": 4}, range(2, 9))
    assert passages_from_json(passages_to_json(found), range(2, 9)) == found
    assert found.next_page == 4


@pytest.mark.parametrize(
    "reply",
    [
        {},
        {"found": [], "next": 1},
        {"found": [], "next": 2},
        {"found": [], "next": 9},
        {"found": [], "next": True},
        {"found": {}, "next": None},
        {"found": [[]], "next": None},
        {"found": [[PLACE | {"page": 1}]], "next": None},
        {"found": [[PLACE | {"page": 9}]], "next": None},
        {"found": [[PLACE | {"x0": "1"}]], "next": None},
        {"found": [[PLACE | {"x0": 1e30}]], "next": None},
        {"found": [[{"page": 3}]], "next": None},
        {"found": [[PLACE] * (LONGEST_PHRASE + 1)], "next": None},
        {"found": [[PLACE]] * (MOST_PASSAGES + 1), "next": None},
    ],
)
def test_what_is_no_answer_is_refused(reply: dict[str, Any]) -> None:
    with pytest.raises(BrokenFrameError):
        passages_from_json(reply, range(2, 9))

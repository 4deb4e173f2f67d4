"""An errand has one process for one piece of work; what was given up is not heard of again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gouji.errors import ReaderStoppedError
from gouji.ui.reading.errand import Answer, Errand, Tell
from gouji.ui.reading.reader import Reader
from tests.ui.harness import Answers

PATH = Path("报告.pdf")


class Work:
    """What was asked of the process, to be answered by the test."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.tells: list[Tell] = []

    def __call__(self, _reader: Reader, answer: Answer, tell: Tell) -> None:
        self.answers.append(answer)
        self.tells.append(tell)


def at_once(work: Callable[..., None], *arguments: object) -> None:
    work(*arguments)


@pytest.fixture
def processes() -> list[Answers]:
    return []


def errand(processes: list[Answers], *, stays: bool = False) -> Errand:
    def make() -> Answers:
        processes.append(Answers())
        return processes[-1]

    return Errand(make, at_once, stays=stays)


@pytest.mark.parametrize("stays", [False, True])
def test_the_process_goes_with_the_answer_or_stays_for_the_next(
    qapp: QApplication, processes: list[Answers], *, stays: bool
) -> None:
    assert qapp is not None
    trip, work = errand(processes, stays=stays), Work()
    heard: list[object] = []
    for answer in ("one", "two"):
        trip.begin(PATH, work, heard.append)
        work.answers[-1](answer)
    assert heard == ["one", "two"]
    assert [process.ended for process in processes] == ([0] if stays else [1, 1])
    assert all(process.aside == 1 for process in processes)
    trip.end()
    assert all(process.ended == 1 for process in processes)


@pytest.mark.parametrize("stays", [False, True])
def test_what_comes_late_is_not_heard(qapp: QApplication, processes: list[Answers], *, stays: bool) -> None:
    assert qapp is not None
    trip, work = errand(processes, stays=stays), Work()
    heard: list[object] = []
    told: list[tuple[int, int]] = []
    trip.begin(PATH, work, heard.append, lambda done, whole: told.append((done, whole)))
    work.tells[0](1, 4)
    trip.begin(PATH, work, heard.append)
    work.tells[0](2, 4)
    work.answers[0]("late")
    assert (heard, told) == ([], [(1, 4)])
    assert [process.ended for process in processes] == [1, 0]
    work.answers[1]("in time")
    work.answers[1]("twice")
    assert heard == ["in time"]


def test_giving_up_what_is_done_leaves_a_process_that_stays(
    qapp: QApplication, processes: list[Answers]
) -> None:
    assert qapp is not None
    trip, work = errand(processes, stays=True), Work()
    trip.begin(PATH, work, print)
    work.answers[0]("done")
    trip.give_up()
    assert processes[0].ended == 0


def test_a_process_that_cannot_be_had_is_an_answer(qapp: QApplication) -> None:
    def refuse() -> Reader:
        raise OSError

    assert qapp is not None
    heard: list[object] = []
    Errand(refuse, at_once).begin(PATH, Work(), heard.append)
    assert [type(each) for each in heard] == [ReaderStoppedError]

"""Qt and Python together bear 5,000 signals and 1,000 edits in one process."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tests.ui.conftest import Opened
from tests.ui.harness import DONE


class Sender(QObject):
    """Sends what once aborted the process: True and None."""

    sent = Signal(object)


def test_five_thousand_signals() -> None:
    sender = Sender()
    heard: list[object] = []
    sender.sent.connect(heard.append)
    for number in range(5_000):
        sender.sent.emit((True, None, number)[number % 3])
    assert len(heard) == 5_000


def test_a_thousand_edits_and_undos(opened: Opened) -> None:
    bench = opened()
    model = bench.model("requests")
    index = model.index_of(DONE)
    for number in range(1_000):
        assert model.setData(index, str(number + 51))
    assert bench.value(DONE) == 1050
    for _ in range(1_000):
        bench.session.undo()
    assert bench.value(DONE) == 50
    assert bench.session.is_saved

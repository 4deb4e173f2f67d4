"""What a suggestion would settle and bring is told before it is applied, and each can be reached by Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from gouji.model.suggestion import Suggestion
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, DONE, NEW, Bench, focus, focus_key


def offers(bench: Bench) -> list[QPushButton]:
    found = bench.window.findings.detail.findChildren(QPushButton)
    return [button for button in found if button.isVisible()]


def words(bench: Bench) -> str:
    return "\n".join(label.text() for label in bench.window.findings.detail.findChildren(QLabel))


def test_it_is_told_what_would_be_settled(opened: Opened) -> None:
    bench = opened(BROKEN)
    while not bench.window.deeds["apply"].isEnabled():
        focus_key(Qt.Key.Key_F8)
    before = {each.key for each in bench.session.findings}
    title = bench.finding.rule.title["en"]
    told = offers(bench)[0].toolTip()
    assert title in told
    assert "brings nothing new" in words(bench)
    count = int(words(bench).partition("settles ")[2].split()[0])
    focus_key(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    after = {each.key for each in bench.session.findings}
    assert len(before - after) == count
    assert after <= before


def test_what_would_break_is_told_by_its_name(opened: Opened) -> None:
    """Also what no repair looks at, such as a limit or the prose."""
    bench = opened(BROKEN)
    bench.do("next_finding")
    wrong = Suggestion({NEW: 999}, (), ())
    outlook = bench.session.outlook(wrong)
    before = {each.key for each in bench.session.findings}
    bench.session.edit(NEW, 999)
    after = {each.key for each in bench.session.findings}
    assert {each.key for each in outlook.brings} == after - before
    assert {each.key for each in outlook.settles} == before - after
    assert outlook.brings


def test_tab_leads_from_the_list_to_each_of_them(opened: Opened) -> None:
    bench = opened(BROKEN)
    bench.do("next_finding")
    settled = (bench.finding.key,)
    more = [Suggestion({NEW: number, DONE: number}, (), settled) for number in (52, 53)]
    bench.session.offer(bench.session.document, more)
    buttons = offers(bench)
    assert len(buttons) == 1 + len(more)
    bench.window.findings.list.setFocus()
    for button in buttons:
        focus_key(Qt.Key.Key_Tab)
        assert focus() is button

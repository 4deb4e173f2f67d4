"""Figures that were read in doubt or not found: each is reached by a key, also without any finding."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.factory import MISSING
from tests.ui.conftest import Opened
from tests.ui.harness import BROKEN, CLEAN, DOUBTFUL, FEES, MISSED, NEW, focus, focus_key

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_a_key_goes_round_them(opened: Opened) -> None:
    bench = opened({str(DOUBTFUL): BROKEN[str(DOUBTFUL)], str(MISSED): MISSING, str(FEES): MISSING})
    bench.go(NEW)
    met = []
    for _ in range(4):
        focus_key(KEY.Key_F8, CONTROL)
        met.append(bench.selection.cell)
    assert met == [MISSED, DOUBTFUL, FEES, MISSED]
    assert focus() is bench.view("requests")


def test_what_was_looked_over_is_passed_over(opened: Opened) -> None:
    bench = opened({str(DOUBTFUL): BROKEN[str(DOUBTFUL)], str(FEES): MISSING})
    bench.go(NEW)
    focus_key(KEY.Key_F8, CONTROL)
    assert bench.selection.cell == DOUBTFUL
    focus_key(KEY.Key_Return)
    for _ in range(2):
        focus_key(KEY.Key_F8, CONTROL)
        assert bench.selection.cell == FEES
    bench.session.edit(FEES, 1)
    assert not bench.window.deeds["next_unsure"].isEnabled()


def test_there_is_none_in_a_sound_report(opened: Opened) -> None:
    assert not opened(CLEAN).window.deeds["next_unsure"].isEnabled()


def test_there_is_nothing_to_zoom_to_where_nothing_was_found(opened: Opened) -> None:
    bench = opened({str(FEES): MISSING})
    bench.go(NEW)
    assert bench.window.deeds["locate"].isEnabled()
    bench.go(FEES)
    assert not bench.window.deeds["locate"].isEnabled()

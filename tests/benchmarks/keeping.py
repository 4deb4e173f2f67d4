"""A keystroke with everything kept, and a large desk: ``python -m tests.benchmarks.keeping [FOLDER]``.

Give it a folder on the disk that matters; a folder in memory knows nothing of waiting for a disk. The
target: 16 ms, one frame, from the key that ends a figure to the window repainted, findings renewed and the
journal written, in the median.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gouji.store.journal import Journal
from gouji.ui.app import Gouji
from gouji.ui.look.look import make_application
from tests.store.desks import UPHELD, review, take_up
from tests.ui.harness import (
    DONE,
    Answers,
    Bench,
    Replies,
    Written,
    focus_key,
    focus_text,
    loaded,
    settings_at,
    text_source,
)

KEYS = 100
EDITS = 200
REVIEWS = 500


def spent(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each time, the quickest first."""
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append((perf_counter() - start) * 1000)
    return sorted(found)


def told(name: str, found: list[float]) -> None:
    high = found[round(0.99 * (len(found) - 1))]
    print(f"{name:52} median {median(found):6.2f} ms   99 % {high:6.2f}   most {found[-1]:6.2f}")  # noqa: T201 -- what a benchmark is for


def opened(folder: Path, data: Path | None) -> Bench:
    """A window on a report."""
    application = make_application()
    answers = Answers()
    (folder / "报告.txt").write_text("a report", encoding="utf-8")
    answers.files["报告.txt"] = loaded(view=text_source(folder / "报告.txt"))
    replies, written = Replies(), Written()
    gouji = Gouji(application, settings_at(folder), lambda: answers, written, replies, data)
    gouji.show([folder / "报告.txt"])
    while gouji.desk.bridge.session is None:
        application.processEvents()
    return Bench(gouji, answers, replies, written)


def keystrokes(folder: Path, data: Path | None) -> list[float]:
    """From the key that ends a figure until the window is painted."""
    bench = opened(folder, data)
    found = []
    for number in range(KEYS):
        bench.go(DONE)
        focus_text(str(number))
        QApplication.processEvents()
        start = perf_counter()
        focus_key(Qt.Key.Key_Tab)
        QApplication.processEvents()
        found.append((perf_counter() - start) * 1000)
        assert bench.session.history.done
    assert len(bench.session.history.done) >= KEYS - 5
    bench.window.hide()
    bench.gouji.stop()
    return sorted(found)


def main() -> None:
    """Print a line for each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as named:
        folder = Path(named)
        told("keystroke to window painted, nothing kept", keystrokes(folder, None))
        told("keystroke to window painted, journal written", keystrokes(folder, folder / "desk"))
        kept = take_up(Journal(folder / "edits"))
        values = iter(range(1, 10 * EDITS))
        told("one change of a session, kept", spent(lambda: kept.session.edit(UPHELD, next(values)), EDITS))
        kept.leave()
        large = Journal(folder / "large")
        for number in range(REVIEWS):
            one = take_up(large, review(sha256=f"{number:064}"))
            for value in range(5):
                one.session.edit(UPHELD, value + 1)
            one.leave()
        large.close()
        size = (folder / "large" / "desk.sqlite3").stat().st_size / 1e6

        def start_again() -> None:
            again = Journal(folder / "large")
            again.open()
            again.close()

        told(f"opening a desk of {REVIEWS} reviews, {size:.0f} MB", spent(start_again, 9))
        again = Journal(folder / "large")
        again.open()
        numbers = iter(range(REVIEWS))
        told(
            "taking a review up again",
            spent(lambda: take_up(again, review(sha256=f"{next(numbers):064}")).leave(), 50),
        )


if __name__ == "__main__":
    main()

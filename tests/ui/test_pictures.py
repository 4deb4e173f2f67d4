"""A few pictures of what is drawn by hand, compared with those beside this file.

``pytest --renew-pictures`` takes them anew; look at each before it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPixmap, qBlue, qGreen, qRed
from PySide6.QtWidgets import QApplication, QWidget

from gouji.model.form import Address
from gouji.ui.grid.legend import Legend
from tests.ui.conftest import Opened
from tests.ui.harness import DONE, Bench

UPHELD = Address.parse("disputes.review.upheld")

FOLDER = Path(__file__).with_name("pictures")
FAMILY = "WenQuanYi Micro Hei"
LIKE = 48
"""Steps of 255 that a colour may be off, where edges are smoothed otherwise."""
MOST_UNLIKE = 0.01
"""Of all points, looked at with half closed eyes."""


@pytest.fixture
def drawn(opened: Opened, qapp: QApplication) -> Iterator[Bench]:
    """A broken report with a correction, in letters of a known shape and size."""
    if FAMILY not in QFontDatabase.families():
        pytest.skip(f"pictures are written in {FAMILY}")
    bench = opened()
    bench.session.edit(DONE, 51)
    bench.go(UPHELD)
    bench.window.resize(1280, 800)
    before = qapp.font()
    yield bench
    qapp.setFont(before)


def write_in_known_letters() -> None:
    font = QFont(FAMILY)
    font.setPixelSize(12)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    QApplication.setFont(font)
    QApplication.processEvents()


def legend(_bench: Bench) -> QWidget:
    widget = Legend()
    widget.setAutoFillBackground(True)
    return widget


PARTS: dict[str, Callable[[Bench], QWidget]] = {
    "legend": legend,
    "disputes": lambda bench: bench.view("disputes"),
    "findings": lambda bench: bench.window.findings.list,
    "strip": lambda bench: bench.window.strip,
}


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("name", PARTS)
def test_it_looks_as_it_did(drawn: Bench, name: str, palette: str, pytestconfig: pytest.Config) -> None:
    drawn.gouji.choose_palette(palette)
    write_in_known_letters()
    picture = PARTS[name](drawn).grab()
    target = FOLDER / f"{name}-{palette}.png"
    if pytestconfig.getoption("--renew-pictures"):
        FOLDER.mkdir(exist_ok=True)
        picture.save(str(target))
    before = QPixmap(str(target))
    assert picture.size() == before.size()
    assert unlike(picture.toImage(), before.toImage()) <= MOST_UNLIKE


def unlike(one: QImage, other: QImage) -> float:
    """The share of points in which two pictures of one size differ."""
    size = QSize(one.width() // 2, one.height() // 2)
    smooth = Qt.TransformationMode.SmoothTransformation
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    one, other = one.scaled(size, ratio, smooth), other.scaled(size, ratio, smooth)
    differing = 0
    for y in range(size.height()):
        for x in range(size.width()):
            left, right = one.pixel(x, y), other.pixel(x, y)
            off = max(abs(part(left) - part(right)) for part in (qRed, qGreen, qBlue))
            differing += off > LIKE
    return differing / (size.width() * size.height())


def test_a_mark_more_would_be_seen(drawn: Bench) -> None:
    write_in_known_letters()
    before = drawn.view("disputes").grab().toImage()
    drawn.session.edit(UPHELD, 4)
    assert unlike(drawn.view("disputes").grab().toImage(), before) > MOST_UNLIKE

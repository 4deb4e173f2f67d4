"""Palettes, languages, settings, icons, and the input method's plugin."""

from __future__ import annotations

import os
import re
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QStyleHints, qGray
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTextBrowser
from pytestqt.qtbot import QtBot

from gouji.library.rules import all_rules
from gouji.resources import resource
from gouji.ui.actions.deeds import DEEDS
from gouji.ui.grid.describe import MARK_NAMES
from gouji.ui.grid.mark_painter import draw_marks
from gouji.ui.grid.marks import Mark
from gouji.ui.help.window import Help
from gouji.ui.look.look import prefer_available_input_method, style_sheet
from gouji.ui.look.palettes import DARK, LIGHT, Colours, colours, contrast, make_palette, read_together
from tests.ui.conftest import Opened, Programs
from tests.ui.harness import CLEAN, DONE, Bench, settings_at

GREY_SEEN = 40
"""Steps of 255 that the eye tells apart at a glance."""


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_everything_can_be_read(chosen: Colours) -> None:
    faint = [
        (ink, ground, round(contrast(ink, ground), 2))
        for ink, ground in read_together(chosen)
        if contrast(ink, ground) < 4.5
    ]
    assert faint == []
    assert colours(make_palette(chosen)) is chosen


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_are_told_apart_without_colour(qapp: QApplication, chosen: Colours) -> None:
    """On a ground of one colour, no two leave the same ink."""
    assert qapp
    shapes = {mark: _ink(mark, chosen) for mark in MARK_NAMES}
    for one, other in combinations(shapes, 2):
        shared = len(shapes[one] & shapes[other])
        either = len(shapes[one] | shapes[other])
        assert either - shared >= 8, (one, other)
        assert shared / either < 0.6, (one, other)


def _ink(mark: Mark, chosen: Colours) -> frozenset[tuple[int, int]]:
    """The pixels that a mark darkens, or lightens where the window is dark, in shades of grey."""
    picture = QImage(64, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor(chosen.surface))
    painter = QPainter(picture)
    painter.scale(2, 2)
    draw_marks(painter, QRectF(0, 0, 31, 19), mark, chosen)
    painter.end()
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    ground = QColor(chosen.surface).lightness()
    return frozenset(
        (x, y) for x in range(64) for y in range(40) if abs(qGray(grey.pixel(x, y)) - ground) > GREY_SEEN
    )


def test_the_style_sheet_names_only_known_colours() -> None:
    assert "@" not in re.sub(r"/\*.*?\*/", "", style_sheet(LIGHT), flags=re.DOTALL)


def test_the_palette_is_worn_at_once(opened: Opened, qapp: QApplication) -> None:
    bench = opened()
    bench.gouji.choose_palette("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    assert bench.window.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    bench.gouji.choose_palette("light")


def test_another_language_is_spoken_at_once_and_nothing_is_lost(opened: Opened) -> None:
    bench = opened()
    bench.go(DONE)
    bench.session.edit(DONE, 51)
    old = bench.window
    bench.gouji.choose_language("zh")
    assert bench.window is not old
    assert bench.window.deeds["undo"].text() == "撤销(&U) 修改"
    assert bench.window.deeds["undo"].iconText() == "撤销"
    assert bench.value(DONE) == 51
    assert bench.selection.cell == DONE
    assert bench.window.isWindowModified()
    assert bench.window.source.text.toPlainText() != ""
    bench.gouji.choose_language("en")
    assert bench.window.deeds["undo"].text() == "&Undo edit"
    assert QLocale().language() is QLocale.Language.English


def test_settings_survive_and_nonsense_is_forgotten(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    settings = settings_at(tmp_path)
    settings.language = "zh"
    settings.keep_shape("window", QByteArray(b"shape"))
    for number in range(12):
        settings.remember(tmp_path / f"{number}.txt")
    settings.remember(tmp_path / "5.txt")
    settings.write_recent()
    again = settings_at(tmp_path)
    assert again.language == "zh"
    assert again.shape("window") == QByteArray(b"shape")
    assert [path.name for path in again.recent][:3] == ["5.txt", "11.txt", "10.txt"]
    assert len(again.recent) == 8
    again.palette = "purple"
    assert again.palette == ""
    again.forget_recent()
    assert again.recent == []


def test_a_file_that_is_opened_is_written_down_later(
    programs: Programs, opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    opened()
    assert settings_at(tmp_path).recent == []
    qtbot.waitUntil(lambda: settings_at(tmp_path).recent == [tmp_path / "报告.txt"])
    opened(CLEAN, name="另一.txt")
    programs.stop()
    assert settings_at(tmp_path).recent == [tmp_path / "另一.txt", tmp_path / "报告.txt"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_shows_guide_keys_and_rules(bench: Bench, language: str) -> None:
    bench.gouji.choose_language(language)
    bench.do("help")
    (page,) = bench.window.findChildren(Help)
    keys = {label.text() for label in page.findChildren(QLabel)}
    assert {"F8", "Shift+F8", "Ctrl+.", "Ctrl+G"} <= keys
    guide, rules = page.pages.widget(0), page.pages.widget(2)
    assert isinstance(guide, QTextBrowser)
    assert isinstance(rules, QTextBrowser)
    assert "Ctrl+Shift+E" in guide.toPlainText()
    titles = {rule.title[language] for rule in all_rules()}
    assert [title for title in titles if title not in rules.toPlainText()] == []
    page.close()


def test_the_pictures_of_the_guide_are_there() -> None:
    for language in ("zh", "en"):
        guide = resource("help", f"guide.{language}.html").read_text(encoding="utf-8")
        pictures = re.findall(r'src="([^"]+)"', guide)
        assert pictures
        assert all(resource("help", name).is_file() for name in pictures)


def test_keys_are_given_once() -> None:
    keys = [key for deed in DEEDS for key in deed.keys]
    assert len(keys) == len(set(keys))
    assert len({deed.id for deed in DEEDS}) == len(DEEDS)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_menu_has_an_access_key_twice(bench: Bench, language: str) -> None:
    bench.gouji.choose_language(language)
    for title in bench.window.menuBar().actions():
        menu = title.menu()
        assert isinstance(menu, QMenu)
        keys = re.findall(r"&(\w)", " ".join(action.text().upper() for action in menu.actions()))
        assert keys
        assert len(keys) == len(set(keys)), keys


def test_every_icon_is_one_family() -> None:
    for deed in DEEDS:
        if deed.icon:
            drawing = resource("icons", f"{deed.icon}.svg").read_text(encoding="utf-8")
            assert 'viewBox="0 0 24 24"' in drawing
            assert 'stroke="currentColor"' in drawing


@pytest.mark.parametrize(("module", "after"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("xim", "xim")])
def test_fcitx_falls_back_to_ibus(module: str, after: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULE", module)
    prefer_available_input_method()

    assert os.environ["QT_IM_MODULE"] == after


def test_the_palette_follows_the_system_while_it_runs(
    opened: Opened, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = opened()
    bench.gouji.choose_palette("")
    for scheme, chosen in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        monkeypatch.setattr(QStyleHints, "colorScheme", lambda _, scheme=scheme: scheme)
        qapp.styleHints().colorSchemeChanged.emit(scheme)
        assert bench.window.palette().color(QPalette.ColorRole.Window).name() == chosen.window
        assert colours(bench.view("requests").palette()) is chosen
    bench.gouji.choose_palette("light")

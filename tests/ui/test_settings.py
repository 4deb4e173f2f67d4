"""The settings: declared once, strictly read, changed in a dialog, in force at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QSpinBox, QWidget

from gouji.ui.look.palettes import DARK
from gouji.ui.settings.dialog import SettingsDialog
from gouji.ui.settings.settings import Settings
from gouji.ui.settings.table import SETTINGS, TEXT_SIZE, Setting
from tests.ui.conftest import Opened
from tests.ui.harness import DONE, Bench, focus, focus_key, settings_at


def dialog(bench: Bench) -> SettingsDialog:
    (found,) = bench.window.findChildren(SettingsDialog)
    return found


def test_every_setting_is_declared_once_and_can_be_reached_as_an_attribute() -> None:
    keys = [setting.key for setting in SETTINGS]
    assert len(set(keys)) == len(keys)
    assert set(keys) <= vars(Settings).keys()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
@pytest.mark.parametrize("nonsense", ["purple", "-1", "1e3", "99999", "True", "５０"])
def test_nonsense_in_the_store_is_the_default(
    setting: Setting[str | bool | int], nonsense: str, tmp_path: Path
) -> None:
    store = QSettings(str(tmp_path / "gouji.ini"), QSettings.Format.IniFormat)
    settings = Settings(store)
    store.setValue(setting.key, nonsense)
    assert settings.get(setting) == setting.default


def test_what_is_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    settings = settings_at(tmp_path)
    settings.last_year, settings.text_size, settings.screen_reader = True, 150, False
    settings._store.sync()
    again = settings_at(tmp_path)
    assert (again.last_year, again.text_size, again.screen_reader) == (True, 150, False)


def test_the_dialog_has_a_line_for_each_setting(bench: Bench) -> None:
    focus_key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    shown = dialog(bench)
    for setting in SETTINGS:
        editor = shown.findChild(QWidget, setting.key)
        assert editor is not None
        assert editor.accessibleDescription() == setting.tip
        named = editor.text() if isinstance(editor, QCheckBox) else _label(shown, editor)
        assert named == setting.text
    shown.close()


def _label(shown: QWidget, editor: QWidget) -> str:
    (label,) = (each for each in shown.findChildren(QLabel) if each.buddy() is editor)
    return label.text()


def test_changes_apply_at_once(opened: Opened, qapp: QApplication) -> None:
    bench = opened()
    bench.go(DONE)
    bench.do("settings")
    palette = dialog(bench).findChild(QComboBox, "palette")
    assert palette is not None
    palette.setCurrentIndex(palette.findData("dark"))
    palette.activated.emit(palette.currentIndex())
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    size = dialog(bench).findChild(QSpinBox, "text_size")
    assert size is not None
    before = bench.window.fontMetrics().height()
    size.stepUp()
    assert bench.window.fontMetrics().height() > before
    last_year = dialog(bench).findChild(QCheckBox, "last_year")
    assert last_year is not None
    last_year.click()
    assert bench.window.deeds["last_year"].isChecked()
    size.setValue(TEXT_SIZE.default)
    dialog(bench).close()


def test_another_language_leaves_the_dialog_open_in_it(opened: Opened) -> None:
    bench = opened()
    bench.do("settings")
    language = dialog(bench).findChild(QComboBox, "language")
    assert language is not None
    language.setCurrentIndex(language.findData("zh"))
    language.activated.emit(language.currentIndex())
    assert dialog(bench).windowTitle() == "设置"
    dialog(bench).close()


def test_the_menus_follow_the_settings(bench: Bench) -> None:
    bench.gouji.choose_palette("dark")
    checked = [
        action.text()
        for group in (menu.actions() for menu in bench.window.menus.lists)
        for action in group
        if action.isChecked()
    ]
    assert checked == ["English", "Dark"]


def test_screen_readers_are_not_answered_where_that_is_switched_off(bench: Bench) -> None:
    bench.gouji.desk.settings.screen_reader = False
    QAccessible.setActive(True)
    bench.window.welcome.example.setFocus()
    assert focus() is bench.window.welcome.example
    assert not QAccessible.isActive()
    bench.gouji.desk.settings.screen_reader = True
    assert QAccessible.isActive()
    QAccessible.setActive(False)

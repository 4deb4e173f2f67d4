"""What the window remembers between two starts, each thing declared once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Generic

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, Signal

from gouji.ui.settings.table import (
    LANGUAGE,
    LAST_YEAR,
    PALETTE,
    QUEUE,
    SCREEN_READER,
    TEXT_SIZE,
    THUMBNAILS,
    Setting,
    T,
)

RECENT_LIMIT = 8
PAUSE = 1_000
"""Milliseconds until what was opened is written down: who opens a file is not to wait for the disk."""
TURNED_LIMIT = 200
"""So many files are remembered whose pages were turned."""
_QUARTERS = ("1", "2", "3")


class Stored(Generic[T]):
    """A declared setting as an attribute of `Settings`."""

    def __init__(self, setting: Setting[T]) -> None:
        self._setting = setting

    def __get__(self, settings: Settings, _owner: object = None) -> T:
        return settings.get(self._setting)

    def __set__(self, settings: Settings, value: T) -> None:
        settings.put(self._setting, value)


class Settings(QObject):
    """The stored settings, and what else is remembered; a value that makes no sense counts as not stored."""

    changed = Signal(str)
    """The key of a setting that has another value now."""

    language = Stored(LANGUAGE)
    palette = Stored(PALETTE)
    text_size = Stored(TEXT_SIZE)
    last_year = Stored(LAST_YEAR)
    thumbnails = Stored(THUMBNAILS)
    queue = Stored(QUEUE)
    screen_reader = Stored(SCREEN_READER)

    def __init__(self, store: QSettings | None = None) -> None:
        super().__init__()
        self._store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Gouji", "Gouji"
        )
        self._recent: list[Path] | None = None
        """The files opened last, as long as they are not written down."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.write_recent)

    def get(self, setting: Setting[T]) -> T:
        """The value in force."""
        return setting.read(str(self._store.value(setting.key, "")))

    def put(self, setting: Setting[T], value: T) -> None:
        """Store a value, and tell of it if it is another."""
        before = self.get(setting)
        self._store.setValue(setting.key, setting.write(value))
        if self.get(setting) != before:
            self.changed.emit(setting.key)

    @property
    def developer(self) -> bool:
        """Whether to offer what only those who work on the program need."""
        return self._store.value("developer", os.environ.get("GOUJI_DEVELOPER")) in ("1", "true", 1, True)

    @property
    def recent(self) -> list[Path]:
        """The files opened last, newest first."""
        if self._recent is not None:
            return self._recent
        stored = self._store.value("recent", [])
        names = [stored] if isinstance(stored, str) else stored
        return [Path(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []

    def remember(self, path: Path) -> None:
        """Put a file on top of the recent ones."""
        others = [each for each in self.recent if each != path]
        self._recent = [path, *others][:RECENT_LIMIT]
        self._pause.start()

    def write_recent(self) -> None:
        """Write the recent files down, if they are not yet."""
        self._pause.stop()
        if self._recent is not None:
            self._store.setValue("recent", [str(each) for each in self._recent])
            self._recent = None

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._pause.stop()
        self._recent = None
        self._store.remove("recent")

    def turns(self, sha256: str) -> int:
        """By how many quarters the pages of a file were turned clockwise when it was last seen."""
        return self._turned().get(sha256, 0)

    def keep_turns(self, sha256: str, turns: int) -> None:
        """Remember how the pages of a file were turned."""
        others = {each: turned for each, turned in self._turned().items() if each != sha256}
        newest = {sha256: turns} | others if turns else others
        kept = [f"{each}:{turned}" for each, turned in list(newest.items())[:TURNED_LIMIT]]
        self._store.setValue("turned", kept)

    def shape(self, name: str) -> QByteArray:
        """The stored geometry of a window or splitter; empty when there is none."""
        stored = self._store.value(f"shapes/{name}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def keep_shape(self, name: str, shape: QByteArray) -> None:
        """Store the geometry of a window or splitter."""
        self._store.setValue(f"shapes/{name}", shape)

    def _turned(self) -> dict[str, int]:
        """Turned files by the SHA-256 of their contents, newest first."""
        stored = self._store.value("turned", [])
        entries = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        parted = [str(each).partition(":") for each in entries]
        return {sha256: int(turned) for sha256, _, turned in parted if turned in _QUARTERS}

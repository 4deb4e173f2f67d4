"""Which files are still as they were when they were last read or written here."""

from __future__ import annotations

import hashlib
from pathlib import Path

from gouji.errors import ChangedFileError


class Watch:
    """Told on one thread only, that which writes; knows a file by the SHA-256 of its content."""

    def __init__(self) -> None:
        self._looked_at: dict[Path, str | None] = {}
        self._known: dict[Path, str | None] = {}

    def look(self, path: Path) -> None:
        """Remember a file that is about to be read, should that succeed."""
        self._looked_at[path] = _digest(path)

    def keep(self, path: Path) -> None:
        """It was read: from now on it is known."""
        if path in self._looked_at:
            self._known[path] = self._looked_at.pop(path)

    def refuse_changed(self, path: Path) -> None:
        """`ChangedFileError` where someone else changed a known file; not where it is gone."""
        now = _digest(path)
        if now is not None and path in self._known and now != self._known[path]:
            raise ChangedFileError(path)

    def note_written(self, path: Path) -> None:
        """What is there now was written here."""
        self._known[path] = _digest(path)


def _digest(path: Path) -> str | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        # Not to be read: for the reading or the writing to find out.
        return None

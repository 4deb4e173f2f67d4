"""How much of something a file may hold before it is refused."""

from __future__ import annotations

from pathlib import Path

from gouji.errors import FileTooLargeError


class Allowance:
    """Is spent while a file is read."""

    def __init__(self, path: Path, most: int) -> None:
        self._path = path
        self._left = most

    def spend(self, amount: int = 1) -> None:
        """Take from what is left; `FileTooLargeError` where that is not enough."""
        self._left -= amount
        if self._left < 0:
            raise FileTooLargeError(self._path)

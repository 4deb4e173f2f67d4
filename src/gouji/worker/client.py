"""The window's side of the reading process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gouji.errors import GoujiError
from gouji.loader import Loaded


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page: rows of 4-byte pixels in the order blue, green, red, unused."""

    page: int
    scale: float
    width: int
    height: int
    pixels: bytes


class ReadingProcess:
    """A reading process that is started when first asked and started again when it died.

    Answers come on a background thread, each as a result or as the `GoujiError` that prevented it;
    requests are answered in the order they were made.
    """

    def load(
        self, path: Path, password: str | None, answer: Callable[[Loaded | GoujiError], None]
    ) -> None:
        """Ask for a file to be read; it becomes the file whose pages `draw` draws."""
        raise NotImplementedError

    def draw(
        self, path: Path, page: int, scale: float, answer: Callable[[Picture | GoujiError], None]
    ) -> None:
        """Ask for one page of a loaded file; pages count from 1, scale 1 is 72 dots per inch."""
        raise NotImplementedError

    def stop(self) -> None:
        """End the process; waiting requests are answered with `ReaderStoppedError`."""
        raise NotImplementedError

"""The sizes that a layout was made for: where nothing wants another, it need not be made again."""

from __future__ import annotations

from PySide6.QtCore import QSize


class WantedSizes:
    """What was wanted when a widget was last asked to lay itself out; nothing before the first time."""

    def __init__(self) -> None:
        self._sizes: tuple[QSize, ...] = ()

    def stay(self, *sizes: QSize) -> bool:
        """Whether the same is wanted as the last time; takes note of it in any case."""
        before, self._sizes = self._sizes, sizes
        return before == sizes

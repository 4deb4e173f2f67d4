"""The files that a request offers to the reading process, which asks for them but has no say in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from gouji.reviewfile.part import Part
from gouji.worker.frames import BrokenFrameError
from gouji.worker.messages import checked, path_beside

MOST_ASKED = 16
"""Files that the process may ask for to answer one request; it needs half as many."""


class Offer:
    """What may be handed over: the file itself, one more of its folder, and others that the request names."""

    def __init__(
        self, own: Path | None, near: Callable[[], Sequence[Path]] | None = None, *, beside: bool = False
    ) -> None:
        """The others are listed when the first of them is asked for."""
        self._own = own
        self._list_near = near
        self._near: Sequence[Path] | None = None
        self._beside = beside
        self._asked = 0

    def count(self) -> None:
        """Take note that a file was asked for; `BrokenFrameError` where nobody needs so many."""
        self._asked += 1
        if self._asked > MOST_ASKED:
            raise BrokenFrameError

    def path(self, reply: dict[str, Any]) -> Path | None:
        """Which file a reply asks for, None where there is none; `BrokenFrameError` for one not offered."""
        with checked():
            wanted = Part(reply)["wants"]
            if isinstance(wanted.value, str):
                return self._named(wanted)
            number = wanted.whole(0, MOST_ASKED)
        if number == 0:
            if self._own is None:
                raise BrokenFrameError
            return self._own
        if self._near is None:
            self._near = self._list_near() if self._list_near else ()
        return self._near[number - 1] if number <= len(self._near) else None

    def _named(self, wanted: Part) -> Path | None:
        if self._own is None:
            raise BrokenFrameError
        path = path_beside(wanted, self._own)
        if not self._beside or path.name.startswith("."):
            return None
        self._beside = False
        return path

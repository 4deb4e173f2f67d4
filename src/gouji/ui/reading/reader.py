"""What the window asks of a reading process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gouji.errors import GoujiError
from gouji.sources.phrase import Passages
from gouji.sources.seen import Seen

if TYPE_CHECKING:
    from gouji.model.comparison import Reference
    from gouji.model.correction import Document
    from gouji.model.history import History
    from gouji.model.loaded import Loaded
    from gouji.model.report import Report
    from gouji.model.suggestion import Suggestion
    from gouji.model.summary import Summary
    from gouji.worker import Picture, Preview


class Reader(Protocol):
    """A process to read files and draw pages in; its answers come on a thread of its own."""

    def start(self, *, aside: bool = False) -> None: ...
    def load(
        self,
        path: Path,
        password: str | None,
        answer: Callable[[Loaded | GoujiError], None],
        encoding: str | None = None,
    ) -> None: ...
    def preview(
        self,
        path: Path,
        password: str | None,
        room: tuple[float, float],
        answer: Callable[[Preview | GoujiError | None], None],
    ) -> None: ...
    def recognise(
        self,
        path: Path,
        password: str | None,
        tell: Callable[[int, int], None],
        answer: Callable[[Loaded | GoujiError], None],
    ) -> None: ...
    def read_again(
        self, path: Path, password: str | None, answer: Callable[[Report | GoujiError], None]
    ) -> None: ...
    def draw(  # noqa: PLR0913, PLR0917 -- every one says what is drawn
        self,
        path: Path,
        page: int,
        scale: float,
        answer: Callable[[Picture | GoujiError], None],
        seen: Seen | None = None,
        turns: int = 0,
    ) -> None: ...
    def find(
        self, path: Path, phrase: str, pages: range, answer: Callable[[Passages | GoujiError], None]
    ) -> None: ...
    def summarise(
        self,
        path: Path,
        history: History | None,
        answer: Callable[[Summary | GoujiError], None],
        encoding: str | None = None,
    ) -> None: ...
    def suggest(
        self, document: Document, answer: Callable[[list[Suggestion] | GoujiError], None]
    ) -> None: ...
    def find_previous(
        self,
        path: Path,
        report: Report,
        recent: Sequence[Path],
        answer: Callable[[Reference | GoujiError | None], None],
    ) -> None: ...
    def stop(self) -> None: ...

"""In the place of dialogs and writers: what the reviewer says, and what was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from gouji.errors import GoujiError
from gouji.model.review import Review
from gouji.model.rule import Finding
from gouji.ui.desk.questions import Leaving, Questions


class Replies(Questions):
    """In the place of dialogs: what the reviewer says."""

    def __init__(self) -> None:
        super().__init__()
        self.open_this: Path | None = None
        self.open_these: list[Path] = []
        self.compare_this: Path | None = None
        self.on_changed = False
        self.bring_this: Path | None = None
        self.target: Path | None = None
        self.passwords: list[str | None] = []
        self.on_leaving = Leaving.CANCEL
        self.on_leaving_behind = False
        self.on_page: int | None = None
        self.on_printing: QPrinter | None = None
        self.heard: list[str] = []

    def files_to_open(self, _folder: Path) -> list[Path]:
        return self.open_these or [path for path in [self.open_this] if path is not None]

    def folder_to_open(self, _folder: Path) -> Path | None:
        return self.open_this

    def previous_file(self, _folder: Path) -> Path | None:
        return self.compare_this

    def read_changed(self, name: str) -> bool:
        self.heard.append(f"changed {name}")
        return self.on_changed

    def review_target(self, proposed: Path) -> Path | None:
        self.heard.append(f"save {proposed.name}")
        return self.target

    def export_target(self, proposed: Path) -> Path | None:
        self.heard.append(f"export {proposed.name}")
        return self.target

    def desk_target(self, proposed: Path) -> Path | None:
        self.heard.append(f"hand over {proposed.suffix}")
        return self.target

    def desk_to_bring(self, _folder: Path) -> Path | None:
        return self.bring_this

    def problems_target(self, proposed: Path) -> Path | None:
        self.heard.append(f"problems {proposed.name}")
        return self.target

    def page(self, page: int, pages: int) -> int | None:
        self.heard.append(f"page {page} of {pages}")
        return self.on_page

    def printer(self, number: int) -> QPrinter | None:
        self.heard.append(f"print {number}")
        return self.on_printing

    def printer_of_tables(self) -> QPrinter | None:
        self.heard.append("print tables")
        return self.on_printing

    def password(self, path: Path, *, again: bool) -> str | None:
        self.heard.append(f"password {path.name}{' again' if again else ''}")
        return self.passwords.pop(0)

    def leave_behind(self, name: str, cells: Sequence[str]) -> bool:
        self.heard.append(f"leave behind {len(cells)} of {name}")
        return self.on_leaving_behind

    def leaving(self, name: str) -> Leaving:
        self.heard.append(f"leaving {name}")
        return self.on_leaving


@dataclass
class Written:
    """In the place of the writers: what was written where."""

    files: list[tuple[Path, Review, str]] = field(default_factory=list)
    trouble: GoujiError | None = None

    def __call__(self, review: Review, _findings: list[Finding], target: Path, language: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.files.append((target, review, language))

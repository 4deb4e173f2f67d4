"""In which encoding a text is read: the one that was chosen for it, at every opening, under any name."""

from __future__ import annotations

from pathlib import Path

from gouji.errors import GoujiError, PasswordNeededError, WrongPasswordError
from gouji.model.loaded import Loaded
from gouji.ui.desk.journaling import Journaling


class Encodings:
    """What the journal remembers of them; before a file is read only its path is known."""

    def __init__(self, journaling: Journaling) -> None:
        self._journaling = journaling

    def expected(self, path: Path) -> str | None:
        """The encoding that was chosen for what stood at the path."""
        return self._journaling.encoding_of(path)

    def is_wrong(self, path: Path, answer: Loaded | GoujiError, used: str | None) -> bool:
        """Whether the file at the path is to be read again, in the encoding that is `right`."""
        if isinstance(answer, PasswordNeededError | WrongPasswordError):
            return False
        if isinstance(answer, GoujiError):
            return used is not None
        is_text = answer.view is not None and answer.view.path == path
        return is_text and self.right(answer) not in (used, answer.review.document.report.source.encoding)

    def right(self, answer: Loaded | GoujiError) -> str | None:
        """The encoding that was chosen for the content; None where the content is to tell its own."""
        if isinstance(answer, GoujiError):
            return None
        return self._journaling.encoding_of(answer.review.document.report.source.sha256)

    def note(self, loaded: Loaded, chosen: str) -> None:
        """Have the next opening read it as the reviewer has it read now."""
        if loaded.view is not None:
            sha256 = loaded.review.document.report.source.sha256
            self._journaling.note_encoding(loaded.view.path, sha256, chosen)

"""What can be done to a whole desk: a copy for a colleague, and a colleague's copy brought in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gouji.export.target import Made, replace_file
from gouji.store.exchange import bring_desk, copy_desk
from gouji.store.folder import data_folder
from gouji.store.journal import Journal
from gouji.wording import say


def export_desk(journal: Journal, path: Path, language: str) -> str:
    """Write a copy of the desk, whole or not at all; what to say of it."""
    content = copy_desk(journal)
    replace_file(path, Made(content, lambda back: back == content), language)
    return say("cli.desk_written", language, file=path.name)


def import_desk(journal: Journal, path: Path, language: str) -> str:
    """Lay the reviews of a copy on the desk; what to say of it."""
    brought = bring_desk(journal, path)
    return say("cli.desk_brought", language, file=path.name, new=brought.new, known=brought.known)


DEEDS: dict[str, Callable[[Journal, Path, str], str]] = {"export": export_desk, "import": import_desk}


def do(deed: str, path: Path, data: Path | None, language: str) -> str:
    """Do it to the desk in the folder, or to the user's own; what to say of it."""
    journal = Journal(data_folder(data))
    try:
        return DEEDS[deed](journal, path, language)
    finally:
        journal.close()

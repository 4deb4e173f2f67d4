"""Where the desk is kept: a folder of the user's own."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "GOUJI_DATA"
"""Names another folder than the system's."""
DATABASE = "desk.sqlite3"


def data_folder(named: Path | None = None) -> Path:
    """The folder named, else the one in the environment, else the system's for this user."""
    if named is not None:
        return named.absolute()
    from_environment = os.environ.get(VARIABLE)
    if from_environment:
        return Path(from_environment).absolute()
    return user_data_path("Gouji", appauthor=False, roaming=False)


def make_private(folder: Path) -> None:
    """Make the folder, for its user alone; one that is there stays as open as it is."""
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700, parents=True)

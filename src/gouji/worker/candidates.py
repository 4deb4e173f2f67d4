"""The files around a report of which one may be last year's, by their names; none is opened here."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

ENDINGS = frozenset((".pdf", ".docx", ".xlsx", ".html", ".htm", ".mht", ".mhtml", ".txt", ".md", ".json"))
MOST_NAMES = 2000
"""So many names of a folder are looked at; where it holds more, the likeliest name is still asked for."""
MOST_READ = 8
"""So many files are read at most."""
SHORTEST = 4
"""Of so many characters at least is the end of a unit's name that tells it."""
_LATELY = (5, 0)


def candidates(path: Path, unit: str, year: int, recent: Iterable[Path]) -> list[Path]:
    """The files to read, the likeliest first.

    The path's own name with the year before in it, names with year and unit, with either, review files,
    and what was opened lately. Of two that are alike, the one that was reviewed comes first.
    """
    twin = path.stem.replace(str(year), str(year - 1))
    twins = (path.with_name(twin + ending) for ending in sorted(ENDINGS))
    likely = {each: _likely(each, twin, unit, year) for each in (*_neighbours(path.parent), *twins)}
    likely |= {each: _likely(each, twin, unit, year) or _LATELY for each in recent}
    ranked = [(rank, each) for each, rank in likely.items() if rank is not None and each != path]
    ranked.sort(key=lambda found: (*found[0], found[1].suffix.lower() != ".json", found[1].name))
    return list(islice((each for _, each in ranked if _is_file(each)), MOST_READ))


def _likely(path: Path, twin: str, unit: str, year: int) -> tuple[int, int] | None:
    """How likely a file is by its name, and by how much of the unit's; the likeliest least."""
    if path.suffix.lower() not in ENDINGS or path.name.startswith((".", "~$")):
        return None
    if path.stem == twin:
        return 0, 0
    name, unit = _folded(path.stem), _folded(unit)
    # Names of files often leave out the city or the county.
    shared = next((len(unit) - at for at in range(len(unit) - SHORTEST + 1) if unit[at:] in name), 0)
    if str(year - 1) in name:
        return (1, -shared) if shared else (2, 0)
    if shared:
        return 3, -shared
    return (4, 0) if path.suffix.lower() == ".json" else None


def _neighbours(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            yield from [Path(entry.path) for entry in islice(entries, MOST_NAMES)]
    except OSError:
        # A folder that may not be listed has no neighbours to offer.
        return


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())

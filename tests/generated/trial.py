"""One trial: a report is written, printed, read and judged; all of it follows from a producer and a seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from gouji.errors import GoujiError
from gouji.extraction import extract
from gouji.model.form import Address
from gouji.model.report import Cell, Reading
from gouji.sources import read, recognise
from tests.generated.author import write
from tests.generated.excuses import excuse, provable
from tests.generated.habits import Habits, draw_habits
from tests.generated.judge import Verdict, judge
from tests.generated.manuscript import Manuscript
from tests.generated.producers import Producer
from tests.typeset import seeded


@dataclass(frozen=True)
class Trial:
    """What came of one report."""

    producer: str
    seed: int
    habits: Habits
    manuscript: Manuscript
    verdict: Verdict
    path: Path
    refused: str = ""
    """Why the file was not read at all."""

    @property
    def excuse(self) -> str | None:
        return excuse(self.producer, self.habits)

    @property
    def lost(self) -> int:
        """How many cells were not read right that could be."""
        if self.excuse:
            return 0
        return sum(provable(self.producer, address) for address, _ in self.verdict.marked)

    def __str__(self) -> str:
        lines = [f"{self.producer} {self.seed}: {self.habits}", *self._told()]
        return "\n".join(lines + ([self.refused] if self.refused else []))

    def _told(self) -> Iterator[str]:
        for name, cells in (("silent", self.verdict.silent), ("marked", self.verdict.marked)):
            for address, cell in cells[:20]:
                entry = self.manuscript.entries.get(address)
                printed = entry.text if entry else None
                found = f"{cell.value} from {cell.raw!r} ({cell.doubt})"
                yield f"  {name} {address}: printed {printed!r}, read {found}"


def attempt(name: str, producer: Producer, seed: int, folder: Path, random: Random | None = None) -> Trial:
    """The trial of a producer with a seed, or with chances from elsewhere; the file stays in the folder."""
    random = random or seeded(f"{name} {seed}")
    habits = draw_habits(random)
    manuscript = write(random, habits)
    path = folder / f"source{producer.suffix}"
    producer.produce(manuscript, random, path)
    try:
        report = extract(recognise(path) if producer.scan else read(path))
    except GoujiError as error:
        missing = Cell(None, None, Reading.MISSING)
        marked: tuple[tuple[Address, Cell], ...] = tuple((each, missing) for each in manuscript.entries)
        return Trial(name, seed, habits, manuscript, Verdict(0, marked, ()), path, str(error))
    return Trial(name, seed, habits, manuscript, judge(manuscript, report), path)

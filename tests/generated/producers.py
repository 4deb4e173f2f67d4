"""Everything that prints manuscripts, by name: texts, pages, documents, workbooks, and paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.generated.manuscript import Manuscript
from tests.generated.markup import PAGES
from tests.generated.office import OFFICE
from tests.generated.paper import producers as paper_producers
from tests.generated.texts import TEXTS

Produce = Callable[[Manuscript, Random, Path], None]


@dataclass(frozen=True)
class Producer:
    """One way to print a manuscript into a file."""

    suffix: str
    produce: Produce
    weight: float = 1.0
    """How often it is chosen in the long run, beside others."""
    scan: bool = False
    """Whether it prints pictures, which only recognition reads."""


SUFFIXES = {"page": ".html", "site": ".htm", "archive": ".mht", "markdown": ".md", "workbook": ".xlsx"}
WEIGHTS = {"library document": 0.2, "glued": 0.5, "glued rows": 0.5}

PRODUCERS: dict[str, Producer] = {
    **{
        name: Producer(SUFFIXES.get(name, ".txt"), each, WEIGHTS.get(name, 1.0))
        for name, each in TEXTS.items()
    },
    **{name: Producer(SUFFIXES[name], each) for name, each in PAGES.items()},
    **{
        name: Producer(SUFFIXES.get(name, ".docx"), each, WEIGHTS.get(name, 1.0))
        for name, each in OFFICE.items()
    },
}
"""Those that need nothing but the packages of the tests."""


def all_producers() -> dict[str, Producer]:
    """Those of this folder, and those of PDFs whose programs are there."""
    paper = {
        f"pdf: {name}": Producer(".pdf", each.produce, each.weight, each.scan)
        for name, each in paper_producers.PRODUCERS.items()
        if each.available()
    }
    return PRODUCERS | paper

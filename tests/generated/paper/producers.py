"""The ways of printing a manuscript as a PDF, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.generated.manuscript import Manuscript
from tests.generated.paper.press import print_pdf
from tests.generated.paper.web import has_chromium, print_web
from tests.generated.paper.writer import has_writer, print_document, print_page


def always() -> bool:
    """What needs nothing but the packages of the tests is there."""
    return True


@dataclass(frozen=True)
class Producer:
    """A way of printing."""

    produce: Callable[[Manuscript, Random, Path], None]
    weight: float
    """How often it is taken among the others."""
    scan: bool = False
    """Whether it prints pictures, which only recognition reads."""
    available: Callable[[], bool] = always
    """Whether the program that it needs is there."""


PRODUCERS: dict[str, Producer] = {
    "reportlab": Producer(print_pdf, 10.0),
    "chromium": Producer(print_web, 1.0, available=has_chromium),
    "writer": Producer(print_document, 1.0, available=has_writer),
    "writer page": Producer(print_page, 0.5, available=has_writer),
}

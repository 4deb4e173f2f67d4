"""The ways of printing a manuscript as a PDF, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.generated.manuscript import Manuscript
from tests.generated.paper.press import print_partly_ruled, print_pdf
from tests.generated.paper.scans import can_scan, print_mixed, print_scan
from tests.generated.paper.web import has_chromium, print_partly_ruled_web, print_web
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
    "ruled": Producer(print_pdf, 10.0),
    "partly ruled": Producer(print_partly_ruled, 1.0),
    "chromium": Producer(print_web, 1.0, available=has_chromium),
    "chromium partly ruled": Producer(print_partly_ruled_web, 0.2, available=has_chromium),
    "writer": Producer(print_document, 1.0, available=has_writer),
    "writer page": Producer(print_page, 0.2, available=has_writer),
    "scan": Producer(print_scan, 0.05, scan=True, available=can_scan),
    "mixed scan": Producer(print_mixed, 0.05, scan=True, available=can_scan),
}

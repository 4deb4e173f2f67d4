"""Finds what is declared rather than programmed: forms, rules, translations, icons, examples."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """The `resources` folder, in a wheel, a frozen application or a checkout.

    A wheel and a frozen application carry it inside the package; a checkout has it at the top.
    """
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package)) / "resources"
    candidates = (package / "resources", frozen, package.parents[1] / "resources")
    return next(path for path in candidates if path.is_dir())


def resource(*parts: str) -> Path:
    """The path of one resource, for example ``resource("forms", "2021.toml")``."""
    return folder().joinpath(*parts)

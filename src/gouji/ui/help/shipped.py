"""What the program is made of: each library that runs with it, with the version and licence it states."""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import NamedTuple

from PySide6.QtCore import qVersion

from gouji import __version__

LIBRARIES = (
    "PySide6-Essentials",
    "pdfplumber",
    "pypdfium2",
    "Pillow",
    "pandas",
    "openpyxl",
    "XlsxWriter",
    "lxml",
    "python-docx",
    "charset-normalizer",
    "simplejson",
    "click",
    "platformdirs",
    "rapidocr",
    "onnxruntime",
    "opencv-python-headless",
    "numpy",
)
"""Those that pyproject.toml names; what these need in their turn is found by their own word."""
_NAME = re.compile(r"[\w.-]+")
_LONGEST_LICENCE = 60
"""Some give the whole text in the place of the name."""


class Part(NamedTuple):
    """One thing that runs: its name, version and licence; what is not known is empty."""

    name: str
    version: str
    licence: str


def parts() -> list[Part]:
    """The program and what it stands on, then every library that is there, by name."""
    found = _libraries()
    return [
        Part("Gouji", __version__, "MIT"),
        Part("Python", platform.python_version(), "PSF-2.0"),
        Part("Qt", qVersion(), "LGPL-3.0-only"),
        Part("PDFium", _pdfium(found), "BSD-3-Clause, Apache-2.0"),
        *sorted((_part(each) for each in found.values()), key=lambda part: part.name.casefold()),
    ]


def _libraries() -> dict[str, Distribution]:
    """Those that are installed, and what they need, by their names in one spelling."""
    found: dict[str, Distribution] = {}
    sought = list(LIBRARIES)
    while sought:
        name = sought.pop()
        if _spelt(name) in found:
            continue
        try:
            library = distribution(name)
        except PackageNotFoundError:
            continue
        found[_spelt(name)] = library
        sought += _needed(library)
    return found


def _needed(library: Distribution) -> Iterator[str]:
    for requirement in library.requires or ():
        name = _NAME.match(requirement)
        if name and "extra ==" not in requirement:
            yield name[0]


def _part(library: Distribution) -> Part:
    stated = [*_stated(library, "License-Expression"), *_stated(library, "License")]
    short = [licence for licence in stated if 0 < len(licence) <= _LONGEST_LICENCE]
    classes = (each for each in _stated(library, "Classifier") if each.startswith("License ::"))
    named = [each.rpartition(" :: ")[2] for each in classes if not each.endswith("OSI Approved")]
    return Part(library.name, library.version, short[0] if short else ", ".join(named))


def _stated(library: Distribution, field: str) -> list[str]:
    return library.metadata.get_all(field) or []


def _pdfium(found: dict[str, Distribution]) -> str:
    """The number of the build, which its wrapper notes in a file of its own."""
    wrapper = found.get("pypdfium2")
    noted = wrapper.read_text("../pypdfium2_raw/version.json") if wrapper else None
    return str(json.loads(noted).get("build", "")) if noted else ""


def _spelt(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

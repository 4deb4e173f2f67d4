"""The files that are damaged: invented reports in every format and encoding that is read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from gouji.export import write
from gouji.library import forms
from gouji.loader import load
from gouji.resources import resource
from tests.twins import MAKERS
from tests.typeset import draw_figures, seeded, typeset

LAYOUTS = ("tabs", "bars", "markdown", "cells")
CODECS = ("utf-8", "gb18030", "utf-16", "utf-16-le")
ENVELOPE = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


@cache
def originals() -> Mapping[str, tuple[bytes, ...]]:
    """The contents of whole files, by the ending of their names."""
    found: dict[str, tuple[bytes, ...]] = {".txt": tuple(_texts())}
    with TemporaryDirectory() as folder:
        for ending, make in MAKERS.items():
            found[ending] = tuple(_made(ending, make, Path(folder)))
        found[".json"] = (_written(Path(folder), ".json"),)
        found[".xlsx"] += (_written(Path(folder), ".xlsx"),)
    found[".mht"] = tuple(ENVELOPE + page for page in found[".html"])
    found[".pdf"] = tuple(path.read_bytes() for path in resource("examples").glob("*.pdf"))
    return found


def _texts() -> list[bytes]:
    return [
        "\n".join(typeset(form, draw_figures(form, seeded(layout)), layout)).encode(codec)
        for form, layout, codec in zip((forms() * 4)[:4], LAYOUTS, CODECS, strict=True)
    ]


def _made(ending: str, make: object, folder: Path) -> list[bytes]:
    assert callable(make)
    contents = []
    for form in forms()[:2]:
        path = folder / f"{form.id}{ending}"
        make(form, draw_figures(form, seeded(ending)), path)
        contents.append(path.read_bytes())
    return contents


def _written(folder: Path, ending: str) -> bytes:
    """The example as this program writes it."""
    example = next(resource("examples").glob("*.txt"))
    path = folder / f"written{ending}"
    write(load(example).review, [], path, "zh")
    return path.read_bytes()

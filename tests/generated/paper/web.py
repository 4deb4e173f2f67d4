"""Prints a manuscript as a PDF with Chromium, from a web page with styles of all kinds."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.generated.manuscript import Lattice, Manuscript, Spot
from tests.generated.paper.in_sight import is_cut_off
from tests.generated.paper.lettering import printable

PATIENCE = 120.0
"""Seconds that a browser may take."""
PARTLY = ("tr", "table", "")
NARROW = "table { font-size: 5pt } td, th { word-break: break-all }"
"""Keeps a table on its sheet that would be wider."""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--no-first-run",
)
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The browser, where there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def has_chromium() -> bool:
    """Whether there is a browser."""
    return chromium() is not None


@dataclass(frozen=True)
class Page:
    """The styles of a web page."""

    sheet: str
    repeats: bool
    """Whether the heads of tables are printed again on every page."""
    watermark: bool


def print_web(manuscript: Manuscript, random: Random, path: Path) -> None:
    """The manuscript as a PDF, printed by a browser, every cell with its border."""
    _print(manuscript, random, path, "td, th")


def print_partly_ruled_web(manuscript: Manuscript, random: Random, path: Path) -> None:
    """The manuscript as a PDF, printed by a browser, with borders of rows or tables, or none."""
    _print(manuscript, random, path, random.choice(PARTLY))


def _print(manuscript: Manuscript, random: Random, path: Path, bordered: str) -> None:
    page = draw_page(random, bordered)
    flags = ["--no-pdf-header-footer"] if random.random() < 0.7 else []
    for sheet in (page.sheet, f"{page.sheet}\n{NARROW}"):
        _convert(web_page(manuscript, replace(page, sheet=sheet)), flags, path)
        if not is_cut_off(manuscript, path):
            return


def _convert(text: str, flags: Sequence[str], path: Path) -> None:
    """Have the browser make a PDF of a page."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "source.html"
        source.write_text(text, encoding="utf-8")
        own = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={path}"]
        command = [chromium() or NAMES[0], *FLAGS, *own, *flags, source.as_uri()]
        environment = {**os.environ, "HOME": folder}
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, env=environment)


def draw_page(random: Random, bordered: str) -> Page:
    """Any styles; what is `bordered` is given by its name in the page, which may be empty."""
    size = random.choice([7, 8, 9, 10, 10.5, 12])
    line = random.choices(
        ["1px solid", "0.5pt solid", "2px solid", "3px double", "1px dashed", "1px dotted"],
        [8, 4, 2, 1, 1, 1],
    )[0]
    upright = [
        "writing-mode: vertical-rl",
        "writing-mode: vertical-rl; text-orientation: upright",
        "width: 1.2em",
    ]
    margins = f"{random.randint(8, 30)}mm {random.randint(8, 25)}mm {random.randint(8, 90)}mm"
    sheet = random.choice(["A4", "A4", "A4 landscape", "A3", "185mm 260mm"])
    rules = [
        f"@page {{ size: {sheet}; margin: {margins} }}",
        f"body {{ font: {random.choice([12, 14, 16])}pt/{random.choice([1.2, 1.5, 2])} serif }}",
        f"table {{ width: {random.choice(['100%', '100%', '92%', 'auto'])} }}",
        f"table {{ border-collapse: {random.choice(['collapse', 'collapse', 'collapse', 'separate'])} }}",
        f"table {{ border-spacing: {random.choice(['0', '1px', '2px'])} }}",
        f"table {{ table-layout: {random.choice(['auto', 'auto', 'fixed'])} }}",
        f"table {{ font-size: {size}pt; line-height: {random.choice([1.1, 1.3, 1.6])} }}",
        f"td, th {{ padding: {random.choice(['0', '1px', '3px', '6px 2px'])} }}",
        f"td, th {{ word-break: {random.choice(['normal', 'normal', 'break-all', 'break-word'])} }}",
        f"td, th {{ vertical-align: {random.choice(['middle', 'top', 'baseline'])} }}",
        f"td.figure {{ text-align: {random.choice(['center', 'center', 'left', 'right'])} }}",
        f"td.label {{ text-align: {random.choice(['left', 'center'])} }}",
        f"tr {{ break-inside: {random.choice(['auto', 'auto', 'avoid'])} }}",
        f"td.upright {{ {random.choice(upright)} }}",
        "p.mark { position: fixed; top: 40%; left: 20%; transform: rotate(-30deg) }",
        "p.mark { font-size: 50pt; opacity: 0.15 }",
    ]
    if bordered:
        rules.append(f"{bordered} {{ border: {line} {random.choice(['black', '#333', '#999'])} }}")
    return Page("\n".join(rules), random.random() < 0.3, random.random() < 0.15)


def web_page(manuscript: Manuscript, page: Page) -> str:
    """The source of a web page."""
    lines = [
        "<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>x</title>",
        f"<style>{page.sheet}</style></head><body>",
    ]
    if page.watermark:
        lines.append("<p class=mark>内部资料 2023</p>")
    for block in manuscript.blocks:
        if isinstance(block, Lattice):
            lines += web_table(block, repeats=page.repeats)
        else:
            lines.append(f"<p>{escape(printable(block))}</p>")
    return "\n".join([*lines, "</body></html>"])


def web_table(table: Lattice, *, repeats: bool = False) -> list[str]:
    """The source of a table; its heads are told apart where they are to be printed again."""
    first = min((spot.row for spot in table.spots if spot.address), default=0)
    heads = first if repeats and table.table == "requests" else 0
    lines = ["<table>"]
    for row in range(table.height):
        lines += ["<thead>"] if heads and row == 0 else []
        lines += ["</thead><tbody>"] if heads and row == heads else []
        lines.append("<tr>" + "".join(map(_cell, table.line(row))) + "</tr>")
    return [*lines, "</tbody></table>" if heads else "</table>"]


def _cell(spot: Spot) -> str:
    kind = "upright" if spot.upright else "figure" if spot.address else "label"
    text = "<br>".join(escape(line) for line in printable(spot.text).split("\n"))
    return f'<td class="{kind}" rowspan="{spot.row_span}" colspan="{spot.column_span}">{text}</td>'

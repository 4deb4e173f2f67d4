"""What of a printed manuscript is to be seen: a table wider than its page loses its last columns."""

from __future__ import annotations

from pathlib import Path

from pypdfium2 import PdfDocument

from tests.generated.manuscript import Manuscript


def is_cut_off(manuscript: Manuscript, path: Path) -> bool:
    """Whether a file shows fewer digits than its cells have: beyond the edge of a page nobody reads them."""
    printed = sum(map(_digits, (entry.text for entry in manuscript.entries.values())))
    with PdfDocument(path) as document:
        shown = sum(_digits(page.get_textpage().get_text_bounded()) for page in document)
    return shown < printed


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)

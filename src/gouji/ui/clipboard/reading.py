"""The figures of a block, read as strictly as a paste must be that nobody watches cell by cell."""

from __future__ import annotations

import re
import unicodedata

from gouji.extraction.numerals import BLANK
from gouji.extraction.numerals import read_figure as read_printed
from gouji.model.report import Number
from gouji.ui.grid.figures import NotANumberError, read_figure

_PARTED = re.compile(r"[+-]?[0-9]{1,3}( [0-9]{3})+(\.[0-9]+)?")
"""A number with spaces between its thousands; anything else with spaces in it may be several numbers."""


def read_pasted(text: str, label: str = "") -> Number | None:
    """The number in a cell of a block; None for a blank or a placeholder. Raises `NotANumberError`."""
    if is_blank(text):
        return None
    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    if " " in folded and not _PARTED.fullmatch(folded):
        raise NotANumberError(text)
    return read_figure(folded, label)


def is_blank(text: str) -> bool:
    """Whether a cell says that there is no figure."""
    return read_printed(text) == BLANK


def is_figure(text: str) -> bool:
    """Whether a cell holds a number."""
    try:
        return read_pasted(text) is not None
    except NotANumberError:
        return False

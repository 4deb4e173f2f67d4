"""Fonts in DOCX: for Chinese and for Latin letters, and what stands in where a font is not there."""

from __future__ import annotations

from docx.document import Document as Letter
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.run import Run

from gouji.export.problems.paper import FALLBACKS, LATIN, Lettering

GB2312 = "86"
"""The charset of simplified Chinese, by which a system chooses when it knows none of the names."""


def set_lettering(run: Run, lettering: Lettering, *, bold: bool) -> None:
    """Set a run in its lettering."""
    run.bold = bold
    run.font.size = Pt(lettering.size)
    run.font.name = LATIN
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 -- for Chinese letters python-docx has no word
    fonts.set(qn("w:eastAsia"), lettering.font)
    # Quotation marks are as wide as Chinese letters.
    fonts.set(qn("w:hint"), "eastAsia")


def lay_fallbacks(letter: Letter) -> None:
    """Name in the letter's table of fonts what stands in for each Chinese font."""
    part = letter.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = parse_xml(part.blob)
    for name, others in FALLBACKS.items():
        font = OxmlElement("w:font", {qn("w:name"): name})
        for tag, value in (("altName", ",".join(others)), ("charset", GB2312), ("family", "auto")):
            font.append(OxmlElement(f"w:{tag}", {qn("w:val"): value}))
        fonts.append(font)
    part._blob = serialize_part_xml(fonts)  # noqa: SLF001 -- python-docx keeps this part as it found it

"""PDF files read a second time, by pdfplumber: its characters, its words, its tables.

Nothing outside this folder touches pdfplumber or pdfminer. They are slow, and stumble over broken files
in ways of their own: what comes of it is a second opinion, for which nobody should have to wait.
"""

from gouji.sources.plumbed.document import read_plumbed
from gouji.sources.plumbed.drawing import draw_outline, draw_tables

__all__ = ["draw_outline", "draw_tables", "read_plumbed"]

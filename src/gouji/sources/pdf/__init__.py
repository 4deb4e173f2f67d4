"""PDF files: words and ruling lines with their places, and drawn pages, by pdfium.

Nothing outside this folder touches pdfium. It is called through its C interface, where a call for each
character costs a microsecond; the comfortable classes of pypdfium2 cost ten times that.
"""

from gouji.sources.pdf.document import MEDIA_TYPE, PdfPages, read_pdf

__all__ = ["MEDIA_TYPE", "PdfPages", "read_pdf"]

"""Web pages, as saved from an office's site: HTML, and the MHTML of browsers and of Word."""

from gouji.sources.html.document import MEDIA_TYPE, read_html

__all__ = ["MEDIA_TYPE", "read_html"]

"""Pages and forms into a report."""

from gouji.extraction.extract import extract

__all__ = ["extract"]

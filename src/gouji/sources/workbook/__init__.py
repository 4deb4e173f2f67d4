"""Workbooks of Excel and WPS: XLSX."""

from gouji.sources.workbook.document import MEDIA_TYPE, read_workbook
from gouji.sources.workbook.stored import StoredSheets

__all__ = ["MEDIA_TYPE", "StoredSheets", "read_workbook"]

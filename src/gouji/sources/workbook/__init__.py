"""Workbooks of Excel and WPS: XLSX, also those that this program wrote."""

from gouji.sources.workbook.document import MEDIA_TYPE, read_workbook

__all__ = ["MEDIA_TYPE", "read_workbook"]

"""One way out: a review into a workbook, a review file, or the list of problems that is sent back."""

from gouji.export.write import WRITERS, write, write_json

__all__ = ["WRITERS", "write", "write_json"]

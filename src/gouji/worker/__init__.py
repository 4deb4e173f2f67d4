"""The guarded reading process: files are read and pages drawn in it, never in the window's process."""

from gouji.worker.client import Picture, Preview, ReadingProcess

__all__ = ["Picture", "Preview", "ReadingProcess"]

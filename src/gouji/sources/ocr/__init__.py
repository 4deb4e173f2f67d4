"""Scanned pages: ruling lines and words with their places, read from pictures by recognition, offline.

Needs the optional extra ``ocr``. Nothing outside this folder touches its libraries, and nothing imports
this folder before a scan is to be read. The pictures are laid straight first: the places of words and
rulings are those on the straight page, see `Page.skew`.
"""

import os

# Or onnxruntime writes down an identifier of this machine and tells its makers of every run.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from gouji.sources.ocr.scan import read_scan

__all__ = ["read_scan"]

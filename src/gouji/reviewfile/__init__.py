"""The review file: a report, its corrections and the decisions on its findings as JSON ``gouji.report/1``."""

from gouji.reviewfile.decode import decode
from gouji.reviewfile.disk import parse, read_review
from gouji.reviewfile.encode import SCHEMA, dumps, encode

__all__ = ["SCHEMA", "decode", "dumps", "encode", "parse", "read_review"]

"""Documents and rules into findings."""

from gouji.checking.check import check

__all__ = ["check"]

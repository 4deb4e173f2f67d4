"""The command line."""

from gouji.cli.arguments import run

__all__ = ["run"]

"""Saves a picture of the window: ``picture.py TARGET.png FILE ...``."""

from __future__ import annotations

import sys
from pathlib import Path

from gouji.ui.app import grab


def main() -> int:
    """The exit status: 0 when the picture was saved."""
    target, *files = (Path(argument) for argument in sys.argv[1:])
    return 0 if grab(files, target, (1440, 900)) else 1


if __name__ == "__main__":
    sys.exit(main())

"""What the reading process may still open on Linux: the program, its libraries, and what is the system's.

Nothing here is its user's. Places that a system does not have are passed over.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from gouji.resources import folder

_SYSTEM = (
    # Libraries, also those that others bring, fonts, and time zones.
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share", "/usr/local/lib", "/usr/local/share",
    "/nix/store", "/gnu/store",
    # What the C library and Python's own look up.
    "/etc/ld.so.cache", "/etc/localtime", "/etc/mime.types", "/dev/null", "/dev/urandom",
    # How much memory there is, and which processors.
    "/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/sys/vm", "/sys/devices", "/sys/bus/pci",
    "/sys/fs/cgroup",
)  # fmt: skip


_FONTS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
"""Where pdfium looks for fonts that a PDF does not bring; they may be elsewhere, behind a link."""


def readable_places() -> Iterator[Path]:
    """Folders with all in them, and files."""
    yield from map(Path, _SYSTEM)
    yield from (path for fonts in _FONTS if fonts.is_dir() for path in fonts.iterdir() if path.is_symlink())
    yield folder()
    yield Path(__file__).parents[1]
    for prefix in {sys.prefix, sys.base_prefix}:
        yield Path(prefix) / "lib"
    yield from (path for path in map(Path, sys.path) if path.is_absolute() and not _is_here(path))


def _is_here(path: Path) -> bool:
    """Whether it is the folder that the program was started in: modules may lie there, and reports do."""
    try:
        return path.samefile(".")
    except OSError:
        return False

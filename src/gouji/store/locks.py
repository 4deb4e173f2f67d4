"""A lock that the system lets go of by itself when its process ends, however it ends."""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Self

_FAR = 1 << 30
"""A byte beyond the text: where Windows locks, it also forbids to read."""
_PAUSE = 0.02


class FileLock:
    """Held by one process, or one object of it, at a time; says in the file whose it is."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def acquire(self, patience: float = 0.0) -> bool:
        """Whether it is held now; waits for it so many seconds. `OSError` where no file can be made."""
        until = monotonic() + patience
        while not self._try():
            if monotonic() >= until:
                return False
            sleep(_PAUSE)
        return True

    def release(self) -> None:
        """Let go of it, and take the file away."""
        if self._handle is not None:
            with suppress(OSError):
                self._path.unlink()
            os.close(self._handle)
            self._handle = None

    def holder(self) -> tuple[str, str]:
        """The user who holds it, and the machine; empty where that cannot be told."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            return str(said["user"]), str(said["machine"])
        except (OSError, ValueError, KeyError, TypeError):
            return "", ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.release()

    def _try(self) -> bool:
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _lock(handle) or not self._is_file_of(handle):
            os.close(handle)
            return False
        os.ftruncate(handle, 0)
        os.write(handle, json.dumps({"user": _user(), "machine": platform.node()}).encode())
        self._handle = handle
        return True

    def _is_file_of(self, handle: int) -> bool:
        """Whether the file was not taken away by its last holder in between."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except OSError:
            return False


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

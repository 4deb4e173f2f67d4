"""How the window starts: as the first on its desk, or by giving its files to the one that is."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from gouji.faults import FaultLog, log_folder
from gouji.store.folder import data_folder, make_private
from gouji.store.locks import FileLock
from gouji.ui.last_resort import LastResort
from gouji.ui.look.look import Look, make_application
from gouji.ui.main_window import MainWindow
from gouji.ui.settings.settings import Settings

if TYPE_CHECKING:
    from gouji.ui.app import Gouji

_AFTER_FIRST_PAINT = 20
"""Milliseconds until the rest is imported; that takes as long as the window."""
_REST = ("gouji.ui.app", "gouji.ui.panels", "gouji.store.journal")
_AFTER_FIRST_FILE = 200
"""Milliseconds until later starts are listened to; they wait longer than that."""


def run(paths: Sequence[Path]) -> int:
    """Open the window on files and stay until it is closed; the exit status."""
    data = data_folder()
    lock = FileLock(data / "window.lock")
    is_first = _is_first(lock, data)
    if not is_first and _hand_over(data, paths):
        return 0
    application = make_application()
    last_resort = LastResort(FaultLog(log_folder()))
    last_resort.install()
    settings = Settings()
    look = Look(application, settings)
    window = MainWindow(settings)
    window.show_whole()
    _import_the_rest()
    # The caller may have had garbage wait until the window is painted; what is there by now stays.
    gc.freeze()
    gc.enable()
    last_resort.begin_log()
    from gouji.ui.app import Gouji  # noqa: PLC0415 -- the window is painted without it

    gouji = Gouji(application, settings, data=data, look=look, window=window)
    last_resort.save_wanted.connect(gouji.desk.save_as)
    # So does what is there by then, and need not be looked through for garbage again and again.
    gouji.jobs.ready.connect(lambda _form: gc.freeze())
    QTimer.singleShot(0, window, lambda: gouji.begin(paths))
    if is_first:
        QTimer.singleShot(_AFTER_FIRST_FILE, gouji.window, lambda: _be_found(gouji, data))
    status = application.exec()
    gouji.stop()
    last_resort.uninstall()
    lock.release()
    return status


def _import_the_rest() -> None:
    """Import the desk beside the painted window; what is done with the window meanwhile waits for it."""
    loop = QEventLoop()
    rest = Thread(target=_import_and, args=(loop.quit,))
    QTimer.singleShot(_AFTER_FIRST_PAINT, loop, rest.start)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    rest.join()


def _import_and(end: Callable[[], None]) -> None:
    try:
        for name in _REST:
            import_module(name)
    finally:
        end()


def _is_first(lock: FileLock, data: Path) -> bool:
    try:
        make_private(data)
        return lock.acquire()
    except OSError:
        # There is no desk that two could share.
        return True


def _hand_over(data: Path, paths: Sequence[Path]) -> bool:
    from gouji.ui.first_window import hand_over  # noqa: PLC0415 -- the first window is painted without it

    return hand_over(data, paths)


def _be_found(gouji: Gouji, data: Path) -> None:
    from gouji.ui.first_window import FirstWindow  # noqa: PLC0415 -- as above

    first = FirstWindow(data, gouji.desk)
    first.asked.connect(gouji.take)

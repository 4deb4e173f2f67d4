"""What happens when the program itself is at fault: it says so, keeps the work, and goes on."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from gouji.faults import FaultLog, described, surroundings, tell_terminal


class LastResort(QObject):
    """Hears of every error that nothing else took care of, on any thread, and of what Qt complains of."""

    save_wanted = Signal()
    """The reviewer would rather save a copy of the review now."""
    _happened = Signal(str)

    def __init__(self, log: FaultLog) -> None:
        super().__init__()
        self._log = log
        self._told: set[str] = set()
        self._box: QMessageBox | None = None
        # The dialog is shown on the main thread, whichever thread the fault was on.
        self._happened.connect(self._tell)

    def install(self) -> None:
        """Be the one who hears of errors."""
        sys.excepthook = self._take_error
        threading.excepthook = self._take_thread
        sys.unraisablehook = self._take_unraisable

    def begin_log(self) -> None:
        """Log the start, and from now on what Qt complains of: to open the log takes its time."""
        self._log.note_start()
        qInstallMessageHandler(self._take_notice)

    def uninstall(self) -> None:
        """Leave it to Python and Qt again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)
        self._log.close()

    def take(self, error: BaseException) -> None:
        """Log a fault and tell of it, once of each: one in a painting would be told for ever."""
        description = described(error)
        if description in self._told:
            return
        self._told.add(description)
        tell_terminal(error)
        self._log.note_fault(description)
        self._happened.emit(description)

    def _take_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QApplication.quit()
        else:
            self.take(error)

    def _take_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.take(told.exc_value)

    def _take_unraisable(self, told: sys.UnraisableHookArgs) -> None:
        if told.exc_value is not None:
            self._log.note_fault(described(told.exc_value))

    def _take_notice(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            self._log.note_notice(f"Qt {context.category or ''}", text)
            sys.stderr.write(f"{text}\n")

    def _tell(self, description: str) -> None:
        if self._box is not None:
            return
        self._box = box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("A fault of the program"))
        box.setText(self.tr("Gouji made a mistake, and what was just asked for may not have been done."))
        box.setInformativeText(
            self.tr(
                "Your corrections are still here. Save the review under another name, then start Gouji "
                "again. The details hold nothing of the report: copy them for whoever looks after "
                "the program."
            )
        )
        box.setDetailedText(f"{surroundings()}\n{description}")
        copy = box.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        save = box.addButton(self.tr("Save review as…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Close)
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(box.detailedText()))
        save.clicked.connect(self.save_wanted)
        box.finished.connect(self._put_away)
        box.open()

    def _put_away(self, _answer: int) -> None:
        box, self._box = self._box, None
        if box is not None:
            box.deleteLater()

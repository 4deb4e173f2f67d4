"""A calm line inside the window that says what went wrong, with the details to copy."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from gouji.errors import DamagedFileError, GoujiError, NotAReportError, WrongEncodingError
from gouji.ui.look.icons import picture
from gouji.ui.look.language import current_language
from gouji.ui.look.palettes import colours
from gouji.ui.look.text_size import enlarged
from gouji.ui.source.encoding_menu import EncodingMenu
from gouji.ui.widgets.icon_button import IconButton

TEXT_ENDINGS = (".txt", ".md", ".html", ".htm", ".mht", ".mhtml")
ILLEGIBLE = (DamagedFileError, NotAReportError, WrongEncodingError)
"""What may be the trouble with a text that is read in the wrong encoding."""


class Banner(QFrame):
    """Hidden until there is something to say."""

    encoding_chosen = Signal(object, str)
    """The path of a text that could not be read, and the encoding to read it in."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._details = ""
        self._error: GoujiError | None = None
        self._icon = QLabel()
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = QPushButton(self.tr("Copy details"))
        self.encoding = QPushButton(self.tr("Another encoding…"))
        self._encodings = EncodingMenu(self)
        self.dismiss = IconButton("close", self.tr("Close this message"), ink="broken")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.encoding)
        row.addWidget(self.copy)
        row.addWidget(self.dismiss)
        self.copy.clicked.connect(self._copy)
        self.encoding.clicked.connect(lambda: self._encodings.offer(None, self.encoding, above=False))
        self._encodings.chosen.connect(self._choose)
        self.dismiss.clicked.connect(self.hide)
        self._tint()
        self.hide()

    def show_trouble(self, error: GoujiError) -> None:
        """Say what happened, to which file, and what to do."""
        self._error = error
        self.encoding.setVisible(isinstance(error, ILLEGIBLE) and error.path.suffix.lower() in TEXT_ENDINGS)
        self.sentence.setText(error.sentence(current_language()))
        facts = [f"{name}: {value}" for name, value in error.details.items()]
        self._details = "\n".join([self.sentence.text(), type(error).__name__, str(error.path), *facts])
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_icon"):
            self._tint()

    def _tint(self) -> None:
        self._icon.setPixmap(picture("error", enlarged(20), colours(self.palette()).broken))

    def _choose(self, encoding: str) -> None:
        if self._error is not None:
            self.encoding_chosen.emit(self._error.path, encoding)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

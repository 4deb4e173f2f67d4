"""Data for the clipboard that may lie there when the program ends."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QStringListModel


def new_mime_data() -> QMimeData:
    """Nothing yet, made by Qt itself.

    The clipboard is emptied after Python is gone, which takes the process down where the data was made there.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0, 0)])
    for kind in data.formats():
        data.removeFormat(kind)
    return data

"""The settings to look at and change; made from their table, and in force as soon as they are changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gouji.ui.look.plain import without_access_key
from gouji.ui.look.text_size import enlarged
from gouji.ui.settings.settings import Settings
from gouji.ui.settings.table import SETTINGS, Choice, Percentage, Switch, spoken

_WIDTH = 480
_MARGIN = 20


class SettingsDialog(QDialog):
    """A line for each setting: its name, its value, and what it is for."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        for setting in SETTINGS:
            self._add(setting)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setMinimumWidth(enlarged(_WIDTH))

    def _add(self, setting: Choice | Switch | Percentage) -> None:
        """Its editor beside its name, what it is for below."""
        row = self._grid.rowCount()
        editor = self._editor(setting)
        editor.setObjectName(setting.key)
        tip = QLabel(spoken(setting.tip))
        tip.setObjectName("note")
        tip.setWordWrap(True)
        editor.setAccessibleDescription(tip.text())
        if isinstance(setting, Switch):
            self._grid.addWidget(editor, row, 1)
        else:
            name = QLabel(spoken(setting.text))
            name.setBuddy(editor)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(tip, row + 1, 1)
        self._grid.setRowMinimumHeight(row + 2, 8)

    def _editor(self, setting: Choice | Switch | Percentage) -> QWidget:
        if isinstance(setting, Choice):
            return self._choice(setting)
        return self._switch(setting) if isinstance(setting, Switch) else self._percentage(setting)

    def _choice(self, setting: Choice) -> QComboBox:
        box = QComboBox()
        for value, text in setting.choices:
            box.addItem(spoken(text), value)
        box.setCurrentIndex(box.findData(self._settings.get(setting)))
        box.activated.connect(lambda row: self._settings.put(setting, box.itemData(row)))
        return box

    def _switch(self, setting: Switch) -> QCheckBox:
        box = QCheckBox(spoken(setting.text))
        box.setChecked(self._settings.get(setting))
        box.toggled.connect(partial(self._settings.put, setting))
        return box

    def _percentage(self, setting: Percentage) -> QSpinBox:
        box = QSpinBox()
        box.setRange(setting.least, setting.most)
        box.setSingleStep(setting.step)
        box.setSuffix(" %")
        box.lineEdit().setAccessibleName(without_access_key(spoken(setting.text)))
        box.setKeyboardTracking(False)
        box.setValue(self._settings.get(setting))
        box.valueChanged.connect(partial(self._settings.put, setting))
        return box

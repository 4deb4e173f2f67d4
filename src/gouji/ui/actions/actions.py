"""The table of deeds as Qt actions, with their words, keys and icons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette, QShortcutEvent

from gouji.ui.actions.deed import Deed
from gouji.ui.actions.deeds import DEEDS
from gouji.ui.look.icons import SIZE as ICON
from gouji.ui.look.icons import icon
from gouji.ui.look.palettes import Colours, colours
from gouji.ui.look.plain import without_access_key
from gouji.ui.look.text_size import enlarged


class Actions(Mapping[str, QAction]):
    """The table as Qt actions, by their ids."""

    def __init__(self, parent: QObject) -> None:
        self._actions = {deed.id: _make(deed, parent) for deed in DEEDS}
        larger = self._actions["text_larger"]
        self._shifted = _Shifted(larger, (self._actions["zoom_in"], larger))
        self._tinted: tuple[Colours, int] | None = None

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def __len__(self) -> int:
        return len(self._actions)

    def connect(self, deeds: Mapping[str, Callable[[], object]]) -> None:
        """Say what is done; every one of the table must be named."""
        for name, action in self._actions.items():
            action.triggered.connect(lambda _checked=False, do=deeds[name]: do())

    def tint(self, palette: QPalette) -> None:
        """Draw the icons in the colours of a palette and the size of the text, unless they are so."""
        before, self._tinted = self._tinted, (colours(palette), enlarged(ICON))
        for deed in DEEDS:
            if deed.icon and before != self._tinted:
                self._actions[deed.id].setIcon(icon(deed.icon, palette))


class _Shifted(QObject):
    """Does the deed whose key names Shift where the keyboard needs Shift for the other's key as well.

    On many keyboards + is Shift and =, so that Ctrl++ and Ctrl+Shift++ are one; Qt then does neither.
    """

    def __init__(self, meant: QAction, alike: tuple[QAction, ...]) -> None:
        super().__init__(meant)
        self._meant = meant
        for action in alike:
            action.installEventFilter(self)

    def eventFilter(self, _action: QObject, event: QEvent) -> bool:
        if isinstance(event, QShortcutEvent) and event.isAmbiguous():
            self._meant.trigger()
            return True
        return False


def words(text: str) -> str:
    """A text of the table in the language of the window."""
    return QCoreApplication.translate("Actions", text)


def plain(text: str) -> str:
    """The words without the sign for the access key and without dots: for tooltips and the page of keys."""
    return without_access_key(words(text))


def key_names(deed: Deed) -> str:
    """The keys as they are called on this system."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in deed.keys)


def _make(deed: Deed, parent: QObject) -> QAction:
    action = QAction(words(deed.text), parent)
    action.setObjectName(deed.id)
    action.setIconText(plain(deed.text))
    action.setCheckable(deed.is_choice)
    action.setShortcuts([QKeySequence(key) for key in deed.keys])
    if deed.in_tables:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    keys = f" ({key_names(deed)})" if deed.keys else ""
    action.setToolTip(f"{plain(deed.text)}{keys}\n{words(deed.tip)}")
    action.setStatusTip(words(deed.tip))
    return action

"""What Qt finds on this machine, as JSON: ``python -m gouji.ui.checkup``, run by ``gouji doctor``.

A program of its own: Qt ends the process where it finds no screen or lacks a library.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication

from gouji.ui.look.look import prefer_available_input_method
from gouji.ui.look.text_size import CHINESE_FONTS

_PLUGIN = "platforminputcontextplugin"


def main() -> None:
    """Print the findings."""
    prefer_available_input_method()
    application = QGuiApplication(sys.argv[:1])
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    found = {
        "version": qVersion(),
        "platform": application.platformName(),
        "fonts": [name for name in CHINESE_FONTS if name in chinese] or chinese[:1],
        "input_methods": input_methods(),
    }
    sys.stdout.write(json.dumps(found))


def input_methods() -> list[str]:
    """The input methods that Qt has a plugin for."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    names = (path.stem.removeprefix("lib") for path in folder.glob(f"*{_PLUGIN}*"))
    return sorted(name.removesuffix(_PLUGIN) for name in names)


if __name__ == "__main__":
    main()

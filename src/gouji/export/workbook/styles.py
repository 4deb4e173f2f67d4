"""How the sheets look: styles are plain mappings that are laid over each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Style = Mapping[str, Any]

PLAIN: Style = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
TEXT_MARK: Style = {"quote_prefix": True}
"""Keeps a text that looks like a formula a text when someone edits it."""

TITLE: Style = {**PLAIN, "font_size": 16, "bold": True, "align": "center"}
NOTE: Style = {**PLAIN, "text_wrap": True}
STRONG: Style = {**NOTE, "bold": True}
SMALL_NOTE: Style = {**NOTE, "font_size": 9, "font_color": "#595959"}

FRAMED: Style = {**PLAIN, "border": 1, "text_wrap": True}
BOXED: Style = {**FRAMED, "align": "left", "indent": 1}
HEAD: Style = {**FRAMED, "align": "center", "bold": True, "bg_color": "#F2F2F2"}
CENTERED: Style = {**FRAMED, "align": "center"}
FIGURE: Style = {**FRAMED, "align": "center", "text_wrap": False, "num_format": "0"}
SUM: Style = {**FRAMED, "align": "right", "indent": 1, "text_wrap": False, "num_format": "General"}

GOOD: Style = {"font_color": "#1E6B34"}
BAD: Style = {"font_color": "#9C0006", "bg_color": "#FFC7CE", "bold": True}
OPEN: Style = {"font_color": "#7F6000", "bg_color": "#FFEB9C"}

"""The colours of the window, light and dark, each pair that is read together in clear contrast."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

MIDDLE = 128
"""Windows darker than this count as dark."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours; a tint is the ground on which its colour is written."""

    window: str
    surface: str
    head: str
    text: str
    muted: str
    line: str
    border: str
    accent: str
    on_accent: str
    selection: str
    broken: str
    broken_tint: str
    unsure: str
    unsure_tint: str
    doubtful: str
    doubtful_tint: str
    corrected: str
    corrected_tint: str
    proved: str


LIGHT = Colours(
    window="#f3f5f8",
    surface="#ffffff",
    head="#eef1f5",
    text="#1b2027",
    muted="#59636f",
    line="#d5dbe3",
    border="#b4bdc9",
    accent="#1d5fbf",
    on_accent="#ffffff",
    selection="#dbe8fb",
    broken="#b3261e",
    broken_tint="#fde9e7",
    unsure="#855400",
    unsure_tint="#fff2d4",
    doubtful="#6a3ea1",
    doubtful_tint="#f2ebfb",
    corrected="#1d5fbf",
    corrected_tint="#e6effc",
    proved="#24703f",
)

DARK = Colours(
    window="#1d2025",
    surface="#24282e",
    head="#2c3138",
    text="#e5e8ec",
    muted="#a5afbb",
    line="#3b424c",
    border="#566070",
    accent="#8ab4f8",
    on_accent="#0e2038",
    selection="#2b4268",
    broken="#ff9d94",
    broken_tint="#4a2725",
    unsure="#f1c26a",
    unsure_tint="#43371c",
    doubtful="#cdaef5",
    doubtful_tint="#3a2f4d",
    corrected="#8ab4f8",
    corrected_tint="#293a54",
    proved="#7ccb99",
)


def colours(palette: QPalette) -> Colours:
    """The set of colours that a palette was made from."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < MIDDLE else LIGHT


def make_palette(chosen: Colours) -> QPalette:
    """The Qt palette of a set of colours."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(chosen.window))
    for wanted, name in (
        (role.Window, chosen.window),
        (role.WindowText, chosen.text),
        (role.Base, chosen.surface),
        (role.AlternateBase, chosen.head),
        (role.Text, chosen.text),
        (role.Button, chosen.head),
        (role.ButtonText, chosen.text),
        (role.BrightText, chosen.broken),
        (role.ToolTipBase, chosen.surface),
        (role.ToolTipText, chosen.text),
        (role.PlaceholderText, chosen.muted),
        (role.Highlight, chosen.accent),
        (role.HighlightedText, chosen.on_accent),
        (role.Accent, chosen.accent),
        (role.Link, chosen.accent),
        (role.LinkVisited, chosen.doubtful),
        (role.Mid, chosen.border),
        (role.Midlight, chosen.line),
    ):
        palette.setColor(wanted, QColor(name))
    for wanted in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, wanted, QColor(chosen.muted))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(chosen.line))
    return palette


def read_together(chosen: Colours) -> Iterator[tuple[str, str]]:
    """Every pair of writing and ground that the window shows."""
    for ground in (chosen.window, chosen.surface, chosen.head, chosen.selection):
        yield chosen.text, ground
    for ink in (chosen.muted, chosen.broken, chosen.unsure, chosen.proved, chosen.corrected, chosen.doubtful):
        yield ink, chosen.selection
    for ground in (chosen.window, chosen.surface, chosen.head):
        yield chosen.muted, ground
        yield chosen.accent, ground
    yield chosen.on_accent, chosen.accent
    for ink, tint in (
        (chosen.broken, chosen.broken_tint),
        (chosen.unsure, chosen.unsure_tint),
        (chosen.doubtful, chosen.doubtful_tint),
        (chosen.corrected, chosen.corrected_tint),
    ):
        yield ink, chosen.surface
        yield ink, tint
        yield chosen.text, tint
    yield chosen.proved, chosen.surface
    yield chosen.proved, chosen.window


def contrast(one: str, other: str) -> float:
    """How much lighter one colour is than the other, as WCAG counts it: 1 to 21."""
    high, low = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (_linear(part) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 -- sRGB

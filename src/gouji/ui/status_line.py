"""The line at the foot of the window: what is going on, which page, how the report stands."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QLabel, QStatusBar

from gouji.checking.second_opinion import Opinion
from gouji.model.report import Reading
from gouji.ui.bridge import Bridge
from gouji.ui.desk.previous_button import PreviousButton
from gouji.ui.findings.model import gravity
from gouji.ui.grid.describe import spoken
from gouji.ui.look.plain import plain
from gouji.ui.selection import Selection
from gouji.ui.source.encoding_button import EncodingButton

MOST_NAMED = 12
"""So many cells are named in a tooltip."""
_READ_FOR = 8000
"""Milliseconds that a notice stays."""


class StatusLine(QStatusBar):
    """Counts what is left to do."""

    def __init__(self, bridge: Bridge, selection: Selection) -> None:
        super().__init__()
        self._bridge = bridge
        self._selection = selection
        self.page = QLabel()
        self.encoding = EncodingButton(bridge)
        self.previous = PreviousButton(bridge)
        self.finding = QLabel()
        self.second = QLabel()
        self.summary = QLabel()
        self.setSizeGripEnabled(False)
        self.addWidget(self.page)
        self.addWidget(self.encoding)
        self.addWidget(self.previous)
        self.addPermanentWidget(self.second)
        self.addPermanentWidget(self.finding)
        self.addPermanentWidget(self.summary)
        for signal in (bridge.changed, bridge.replaced, selection.finding_changed):
            signal.connect(self.renew)
        self.renew()

    def show_page(self, page: int, pages: int) -> None:
        """Say which page is in view."""
        self.page.setText(self.tr("Page {page} / {pages}").format(page=page, pages=pages))

    def show_busy(self, name: str) -> None:
        """Say which file is being read or written; nothing when the name is empty."""
        if name:
            self.showMessage(self.tr("Working on “{name}” …").format(name=name))
        else:
            self.clearMessage()

    def hold(self, *, held: bool) -> None:
        """Say nothing of the report before while pages of the next are shown."""
        for word in (self.second, self.finding, self.summary):
            word.setVisible(not held)

    def show_written(self, name: str) -> None:
        """Say that a file was written."""
        self.showMessage(self.tr("Written: {name}").format(name=name), _READ_FOR)

    def show_notice(self, words: str) -> None:
        """Say something that is worth knowing and no trouble."""
        self.showMessage(words, _READ_FOR)

    def show_opinion(self, opinion: Opinion | None) -> None:
        """Say what a second reading of the file came to; nothing while there is none."""
        session = self._bridge.session
        self.second.clear()
        self.second.setToolTip("")
        if session is None or opinion is None:
            return
        if not opinion.agreed and not opinion.doubted:
            self.second.setText(self.tr("No second reading"))
            self.second.setToolTip(
                self.tr("The file could not be read by other means: all figures rest on one reading.")
            )
        elif not opinion.doubted:
            self.second.setText(self.tr("Second reading agrees"))
        else:
            differing = self.tr("Second reading: {number} differing")
            self.second.setText(differing.format(number=len(opinion.doubted)))
        if opinion.agreed:
            lines = [spoken(session, address) for address in list(opinion.doubted)[:MOST_NAMED]]
            found = self.tr("The same in {agreed} of {cells} cells")
            lines.append(found.format(agreed=opinion.agreed, cells=len(session.report.cells)))
            self.second.setToolTip(plain("\n".join(lines)))

    def renew(self, _addresses: object = None) -> None:
        """Count again."""
        session, finding = self._bridge.session, self._selection.finding
        if session is None:
            for label in (self.page, self.finding, self.second, self.summary):
                label.clear()
            return
        keys = [each.key for each in session.findings]
        place = keys.index(finding.key) + 1 if finding and finding.key in keys else 0
        shown = self.tr("Finding {place} of {count}").format(place=place, count=len(keys)) if place else ""
        self.finding.setText(shown)
        gravities = Counter(gravity(each) for each in session.findings)
        readings = Counter(
            cell.reading
            for address, cell in session.report.cells.items()
            if address not in session.document.corrections
        )
        counts = (
            (self.tr("errors {number}"), gravities[0]),
            (self.tr("warnings {number}"), gravities[1] + gravities[2]),
            (self.tr("not checkable {number}"), gravities[3]),
            (self.tr("doubtful {number}"), readings[Reading.DOUBTFUL]),
            (self.tr("missing {number}"), readings[Reading.MISSING]),
            (self.tr("corrections {number}"), len(session.document.corrections)),
        )
        told = [text.format(number=number) for text, number in counts if number]
        self.summary.setText("  ·  ".join(told) or self.tr("Every equation of the form holds"))

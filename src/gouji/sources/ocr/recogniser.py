"""Printed pieces of lines into text with a score, by the model that rapidocr carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from gouji.sources.ocr.picture import Grey, Picture
from gouji.sources.ocr.prints import Print

HEIGHT = 48
"""Dots; the model reads lines of this height."""
NARROWEST = 48
WIDEST = 2400
"""Dots after scaling; a longer line is squeezed."""
BATCH = 3200
"""Dots of all lines together that are read at a time: memory grows with it."""
MARGIN = 0.12
"""Of the height of a line, left white around it."""

PLAIN = frozenset("0123456789.,-/")
"""What figures are made of."""
ROUND = frozenset("0OoQ〇○ＯΟ")
FIGURES = PLAIN | ROUND
Certainty = NDArray[np.float32]
"""For every step along a line, and every character, how likely it stands there."""


class Recognised(NamedTuple):
    """The text of a print; its score, 0 to 1, is that of its least certain character."""

    text: str
    score: float


class Recogniser:
    """The model, loaded; it keeps 100 MB, and reads offline."""

    def __init__(self, model: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        # Threads that wait by spinning would take the processor from the window.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name
        characters = self._session.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._characters = ["", *characters, " "]
        digits = [index for index, each in enumerate(self._characters) if each in PLAIN or not index]
        self._figures = np.array(digits)
        self._nought = digits.index(self._characters.index("0"))
        self._round = np.array([index for index, each in enumerate(self._characters) if each in ROUND])

    def read(self, picture: Picture, prints: Sequence[Print]) -> list[Recognised]:
        """The text of each print."""
        lines = [_line(picture.grey, each) for each in prints]
        order = sorted(range(len(lines)), key=lambda index: lines[index].shape[1])
        found: dict[int, Recognised] = {}
        for batch in _batches([(index, lines[index].shape[1]) for index in order]):
            width = lines[batch[-1]].shape[1]
            stack = np.zeros((len(batch), 3, HEIGHT, width), np.float32)
            for row, index in enumerate(batch):
                stack[row, :, :, : lines[index].shape[1]] = lines[index] / 127.5 - 1.0
            certainty = self._session.run(None, {self._input: stack})[0]
            found |= dict(zip(batch, map(self._decode, np.asarray(certainty)), strict=True))
        return [found[index] for index in range(len(lines))]

    def _decode(self, certainty: Certainty) -> Recognised:
        """The likeliest text; in a figure, whatever is round is a nought."""
        found = _collapse(certainty, self._characters)
        if not found.text or not set(found.text) <= FIGURES:
            return found
        of_figures = certainty[:, self._figures]
        of_figures[:, self._nought] = certainty[:, self._round].sum(axis=1)
        return _collapse(of_figures, [self._characters[index] for index in self._figures])


def _collapse(certainty: Certainty, characters: Sequence[str]) -> Recognised:
    """The likeliest character of every step, one for each run of the same; the first stands for none."""
    steps: list[int] = certainty.argmax(axis=1).tolist()
    scores: list[float] = certainty.max(axis=1).tolist()
    runs = [
        (step, max(score for _, score in run))
        for step, run in groupby(zip(steps, scores, strict=True), key=itemgetter(0))
        if step
    ]
    least = min((score for _, score in runs), default=0.0)
    return Recognised("".join(characters[step] for step, _ in runs).strip(), round(least, 4))


def _batches(widths: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Runs of lines, given by number and width from narrow to wide, that are read together."""
    batch: list[int] = []
    for index, width in widths:
        if batch and (len(batch) + 1) * width > BATCH:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _line(grey: Grey, printed: Print) -> NDArray[np.float32]:
    """A print on white paper, as high as its line and of the height that the model reads."""
    area = printed.area
    height = max(printed.line_height, area.height)
    margin = max(round(MARGIN * height), 1)
    spare = height - area.height
    sheet = cv2.copyMakeBorder(
        grey[area.top : area.bottom, area.left : area.right],
        margin + spare // 2,
        margin + spare - spare // 2,
        margin,
        margin,
        cv2.BORDER_CONSTANT,
        value=(255.0,),
    )
    width = round(sheet.shape[1] * HEIGHT / sheet.shape[0])
    size = (min(max(width, NARROWEST), WIDEST), HEIGHT)
    if width < NARROWEST:
        missing = round(sheet.shape[0] * NARROWEST / HEIGHT) - sheet.shape[1]
        sheet = cv2.copyMakeBorder(
            sheet, 0, 0, missing // 2, missing - missing // 2, cv2.BORDER_CONSTANT, value=(255.0,)
        )
    return np.asarray(cv2.resize(sheet, size, interpolation=cv2.INTER_AREA), np.float32)

"""Pictures of pages: laid straight, their ruling lines and their print found; nothing is recognised here."""

from __future__ import annotations

import math

import pytest

pytest.importorskip("cv2")
pytest.importorskip("numpy")

import numpy as np

from gouji.sources.ocr.picture import Grey, straighten, turn
from gouji.sources.ocr.picture_rulings import find_rulings
from gouji.sources.ocr.prints import Print, find_prints
from tests.sources.scanning import (
    DOTS,
    blank_sheet,
    rule,
    rule_table,
    soil,
    write,
)

XS, YS = (50.0, 150, 200, 250, 350), (60.0, 75, 90, 130, 200)


def table() -> Grey:
    sheet = blank_sheet()
    rule_table(sheet, XS, YS)
    return sheet


def prints_of(sheet: Grey) -> list[Print]:
    picture = straighten(sheet, DOTS)
    return find_prints(picture, find_rulings(picture))


@pytest.mark.parametrize("degrees", [-2.5, -1, -0.3, 0, 0.4, 1, 2.5])
def test_a_page_that_lay_askew_is_laid_straight(degrees: float) -> None:
    askew = soil(turn(table(), -math.tan(math.radians(degrees))), noise=8, paper=235)
    assert math.degrees(straighten(askew, DOTS).skew) == pytest.approx(degrees, abs=0.08)


@pytest.mark.parametrize("degrees", [-1, 0, 1])
@pytest.mark.parametrize(("noise", "paper"), [(0, 255), (15, 225)])
def test_every_ruling_line_is_found_in_its_place(degrees: float, noise: float, paper: int) -> None:
    askew = soil(turn(table(), -math.tan(math.radians(degrees))), noise=noise, paper=paper)
    found = [ruling.box for ruling in find_rulings(straighten(askew, DOTS))]
    level = sorted((box.top + box.bottom) / 2 for box in found if box.width > box.height)
    upright = sorted((box.x0 + box.x1) / 2 for box in found if box.width < box.height)
    assert level == pytest.approx(YS, abs=1)
    assert upright == pytest.approx(XS, abs=1)
    assert all(box.x0 == pytest.approx(XS[0], abs=2) for box in found if box.width > box.height)


def test_a_pale_line_rules_and_a_shaded_row_is_paper() -> None:
    sheet = table()
    sheet[round(60 * DOTS) : round(75 * DOTS), round(50 * DOTS) : round(350 * DOTS)] = 214
    rule_table(sheet, XS, YS[:2])
    rule(sheet, (100, 60), (100, 200), ink=140)
    found = find_rulings(straighten(sheet, DOTS))
    assert sum(ruling.horizontal for ruling in found) == len(YS)
    assert sum(not ruling.horizontal for ruling in found) == len(XS) + 1
    assert prints_of(sheet) == []


def test_print_rules_nothing() -> None:
    sheet = table()
    for row, text in enumerate(("HHHHHH", "llllll", "EEEEEE")):
        write(sheet, text, 60, 73 + 15 * row, size=11)
    write(sheet, "HEADLINE", 60, 40, size=18)
    assert len(find_rulings(straighten(sheet, DOTS))) == len(XS) + len(YS)


def test_every_figure_is_a_print_in_its_cell_and_a_blank_cell_has_none() -> None:
    sheet = table()
    write(sheet, "100135", 155, 86)
    write(sheet, "7", 220, 86)
    found = prints_of(soil(sheet, noise=8, paper=240))
    assert len(found) == 2
    assert all(each.alone for each in found)
    long, short = sorted(found, key=lambda each: each.area.left)
    assert (long.area.left / DOTS, short.area.left / DOTS) == pytest.approx((155, 220), abs=2)
    assert long.area.right / DOTS < XS[2]


def test_lines_of_a_cell_are_apart_and_a_lonely_stroke_is_a_dash() -> None:
    sheet = table()
    write(sheet, "first", 60, 105)
    write(sheet, "second", 60, 118)
    rule(sheet, (170, 110), (182, 110))
    found = prints_of(sheet)
    assert [each.is_dash for each in sorted(found, key=lambda each: each.area.left)] == [False, False, True]


def test_a_sheet_without_print_has_none() -> None:
    assert prints_of(blank_sheet()) == []
    assert prints_of(np.zeros((300, 300), np.uint8)) == []


def test_print_in_line_with_a_ruling_is_no_part_of_it() -> None:
    sheet = blank_sheet()
    rule_table(sheet, (50, 350), (60, 75, 130))
    for x in (150, 200, 250):
        rule(sheet, (x, 75), (x, 130))
        rule(sheet, (x, 69), (x, 75))
    found = [ruling.box for ruling in find_rulings(straighten(sheet, DOTS))]
    inner = [box for box in found if box.height > box.width and 60 < box.x0 < 340]
    assert [box.top for box in inner] == pytest.approx([75, 75, 75], abs=1)

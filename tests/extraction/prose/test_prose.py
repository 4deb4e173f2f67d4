"""Sections, their prose and its places, the time reported on, dates, and what is none of these."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pdfplumber
import pytest

from gouji.extraction import extract
from gouji.extraction.extract import read_report
from gouji.extraction.paper.typesetting import text_lines
from gouji.extraction.text.grid import text_strips
from gouji.library import forms
from gouji.model.geometry import Box, Provenance
from gouji.model.prose import Section
from gouji.model.report import Report, Source
from gouji.resources import resource
from gouji.sources import read
from gouji.sources.page import Word
from gouji.sources.strip import TextLine
from tests.extraction.test_layouts import read_back
from tests.typeset import TITLE, UNIT, draw_figures, seeded, typeset

FORM = next(form for form in forms() if form.id == "2021")
PRINTED = draw_figures(FORM, seeded("prose"))
SIGNED = ["某某县农机推广站办公室", "2024年1月15日"]


def lines_of(layout: str = "tabs") -> list[str]:
    return typeset(FORM, PRINTED, layout)


def after(lines: list[str], heading: str, *more: str) -> list[str]:
    """The lines with more below the heading that begins so."""
    at = next(index for index, text in enumerate(lines) if text.startswith(heading))
    return [*lines[: at + 1], *more, *lines[at + 1 :]]


def section(report: Report, number: str) -> Section:
    return next(each for each in report.sections if each.number == number)


def spaceless(text: str) -> str:
    return "".join(text.split())


# Places


def test_every_line_stands_where_it_says() -> None:
    lines = after(lines_of(), "一、", "　　全年收到申请5件，", "已办结4件。")
    report = read_back(lines)
    told = [each for section in report.sections for each in section.prose.lines]
    assert len(told) > 5
    for text, (page, box) in ((text, (place.page, place.box)) for text, place in told):
        assert page == 1
        assert lines[int(box.top)][int(box.x0) : int(box.x1)] == text
    opening = section(report, "一")
    start = opening.text.index("申请5件，\n已办结")
    first, second = opening.prose.places_of(start, start + len("申请5件，\n已办结"))
    assert lines[int(first.box.top)][int(first.box.x0) : int(first.box.x1)] == "申请5件，"
    assert lines[int(second.box.top)][int(second.box.x0) : int(second.box.x1)] == "已办结"


def test_a_pdf_says_where_its_lines_are_printed() -> None:
    """What another library finds in the box of a line is the text of the line."""
    path = Path(str(resource("examples", "bailu_2025.pdf")))
    report = extract(read(path))
    told = [line for section in report.sections for line in section.prose.lines]
    told += [(section.heading, section.heading_place) for section in report.sections]  # type: ignore[misc]  # both are there
    told += [(note.text, note.place) for note in report.footnotes]  # type: ignore[misc]  # as above
    told += [(each.text, each.place) for each in report.dates]  # type: ignore[misc]  # as above
    with pdfplumber.open(path) as pdf:
        for text, place in told:
            box = place.box
            page = pdf.pages[place.page - 1]
            here = page.crop((box.x0 - 1, box.top - 1, box.x1 + 1, box.bottom + 1), strict=False)
            assert spaceless(here.extract_text()) == spaceless(text)
    assert len(told) > 30


def test_the_same_words_are_read_from_paper_and_from_text() -> None:
    text, paper = (
        extract(read(Path(str(resource("examples", f"bailu_2025.{ending}"))))) for ending in ("txt", "pdf")
    )
    assert [spaceless(each.text) for each in text.sections] == [
        spaceless(each.text) for each in paper.sections
    ]
    assert text.period is not None
    assert paper.period is not None
    assert (text.period.start, text.period.end) == (paper.period.start, paper.period.end)
    assert [each.day for each in text.dates] == [each.day for each in paper.dates] == [date(2026, 1, 20)]


def test_the_title_says_where_it_is_printed() -> None:
    lines = lines_of()
    at = lines.index(TITLE)
    broken = [*lines[:at], UNIT, TITLE.removeprefix(UNIT), *lines[at + 1 :]]
    assert [place.box.top for place in read_back(lines).title_places] == [at]
    report = read_back(broken)
    assert (report.title, report.unit) == (TITLE, UNIT)
    assert [place.box.top for place in report.title_places] == [at, at + 1]


def test_a_stroke_stands_on_the_line_of_its_neighbours() -> None:
    """Some files give letters no more room than their ink takes: 一 is as thin as a ruling."""
    bracket = Word("（", Box(100, 362.9, 116, 380.1))
    stroke = Word("一", Box(117, 368.7, 132, 370.6))
    rest = Word("）主动公开", Box(133, 362.9, 260, 380.1))
    below = Word("政府", Box(100, 391.4, 132, 407.4))
    lines = text_lines([bracket, stroke, rest, below])
    assert [[word.text for word in line] for line in lines] == [["（", "一", "）主动公开"], ["政府"]]


# Sections


def test_headings_are_known_by_their_words_and_told_as_printed() -> None:
    lines = [
        text.replace("五、存在的主要", "六、存在的主要").replace("六、其他需要", "七、其他需要")
        for text in lines_of()
    ]
    report = read_back(after(lines, "一、", "全年平稳。", "五、另一个标题", "另有一段。"))
    assert [each.number for each in report.sections] == list("一二三四五六")
    assert [str(each.heading)[0] for each in report.sections] == list("一二三四六七")
    assert section(report, "一").text.splitlines()[:3] == ["全年平稳。", "五、另一个标题", "另有一段。"]


def test_a_lost_heading_is_a_section_less() -> None:
    report = read_back([text for text in lines_of() if not text.startswith("五、")])
    assert [each.number for each in report.sections] == list("一二三四六")


def test_sections_out_of_order_are_told_in_the_order_of_the_file() -> None:
    lines = lines_of()
    five, six = (
        next(index for index, text in enumerate(lines) if text.startswith(start))
        for start in ("五、", "六、")
    )
    report = read_back([*lines[:five], lines[six], "无。", lines[five], "问题一。", "改进二。"])
    assert [each.number for each in report.sections] == list("一二三四六五")
    assert section(report, "六").text == "无。"
    assert section(report, "五").text == "问题一。\n改进二。"


def test_pieces_of_labels_are_no_prose() -> None:
    lines = after(
        lines_of("markdown"),
        "三、收到",
        "（本列数据的勾稽关系为：第一项加第二项之和，",
        "等于第三项加第四项之和） 自然人 商业科研总计",
        "企业机构",
        "组织机构",
    )
    report = read_back(after(lines, "四、", "全年未发生行政复议。"))
    assert section(report, "三").text == ""
    assert section(report, "四").text == "全年未发生行政复议。"


def test_who_signed_and_when_is_no_part_of_the_last_section() -> None:
    lines = lines_of()
    at = next(index for index, text in enumerate(lines) if text.startswith("六、"))
    empty = read_back([*lines[: at + 1], *SIGNED])
    assert section(empty, "六").text == ""
    assert [(each.day, each.text) for each in empty.dates] == [(date(2024, 1, 15), "2024年1月15日")]
    place = empty.dates[0].place
    assert place is not None
    assert place.box.top == at + 2
    full = read_back([*lines[: at + 1], "无", "农机推广站无其他需要报告的事项", *SIGNED])
    assert section(full, "六").text == "无\n农机推广站无其他需要报告的事项"


def on_pages(lines: list[str], per_page: int, head: str, foot: str) -> Report:
    """The lines printed on pages with a head and a foot, whose places are in points."""
    items = list(text_strips(tuple(lines)))
    texts = [item for item in items if isinstance(item, TextLine)]
    printed: list[TextLine] = []
    for number in range(0, len(texts), per_page):
        page = number // per_page + 1
        here = [head, *(item.text for item in texts[number : number + per_page]), foot.format(page)]
        tops = [40.0 + 20 * index for index in range(len(here) - 1)] + [800.0]
        printed += [
            TextLine(text, page, Box(90, top, 90 + 10 * len(text), top + 12))
            for text, top in zip(here, tops, strict=True)
        ]
    return read_report(Source("made.pdf", "0" * 64, "application/pdf", page, None), printed)


def test_what_heads_and_ends_every_page_is_no_prose() -> None:
    lines = typeset(FORM, PRINTED, "plain")
    body = [f"第{number}项工作平稳有序。" for number in range(40)]
    report = on_pages(after(lines, "一、", *body), 30, "某某县农机推广站公文", "{}")
    prose = "\n".join(each.text for each in report.sections)
    assert all(text in prose for text in body)
    assert "公文" not in prose
    assert not {line for line in prose.splitlines() if line.isdigit()}


def test_a_heading_that_begins_page_after_page_is_one_all_the_same() -> None:
    """As in a file with several reports, one behind the other."""
    lines = typeset(FORM, PRINTED, "plain")
    first = next(index for index, line in enumerate(lines) if line.startswith("二、"))
    report = on_pages(lines, 30, lines[first], "{}")
    assert {section.number for section in report.sections} >= {"二", "三"}
    assert all(section.heading_place for section in report.sections)


# The time and the dates


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("所列数据的统计期限自2023年1月1日起至2023年12月31日止。", "2023-01-01", "2023-12-31"),
        ("本报告数据统计期限为 2023 年 1 月 1 日至 12 月 31 日", "2023-01-01", "2023-12-31"),
        ("统计时间：2023.1.1—2023.12.31", "2023-01-01", "2023-12-31"),
        ("统计期限：2023-01-01至2023-12-31", "2023-01-01", "2023-12-31"),
        ("数据期限从二〇二三年一月一日到二〇二三年十二月三十一日", "2023-01-01", "2023-12-31"),
        ("统计期限为2023年7月1日起到2024年6月30日", "2023-07-01", "2024-06-30"),
    ],
)
def test_the_time_reported_on(said: str, first: str, last: str) -> None:
    lines = lines_of()
    report = read_back([lines[0], said, *lines[1:]])
    assert report.period is not None
    assert (report.period.start.isoformat(), report.period.end.isoformat()) == (first, last)
    assert [place.box.top for place in report.period.places] == [1]


def test_the_time_reported_on_over_two_lines_and_in_a_section() -> None:
    report = read_back(after(lines_of(), "一、", "数据统计期限自2023年1月1", "日起至2023年12月31日止。"))
    assert report.period is not None
    assert report.period.end == date(2023, 12, 31)
    first, second = report.period.places
    assert (second.box.top, second.box.x0) == (first.box.top + 1, 0)


@pytest.mark.parametrize(
    "said",
    [
        "活动自2023年5月1日至2023年5月7日举行。",
        "统计期限自2023年12月31日至2023年1月1日。",
        "统计期限自2023年2月30日至2023年12月31日。",
        "统计期限为全年。",
    ],
)
def test_what_is_no_time_reported_on(said: str) -> None:
    assert read_back(after(lines_of(), "一、", said)).period is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("（2024年1月15日）", "2024-01-15"),
        ("发布日期：2024-01-15", "2024-01-15"),
        ("公开时间: 2024/1/15 09:30", "2024-01-15"),
        ("2024年元月6日", "2024-01-06"),
        ("二〇二四年一月二十一日", "2024-01-21"),
        ("二○二四年十月十日", "2024-10-10"),
    ],
)
def test_a_date_under_the_title(said: str, day: str) -> None:
    lines = lines_of()
    report = read_back([lines[0], said, *lines[1:]])
    assert [each.day.isoformat() for each in report.dates] == [day]
    place = Provenance(1, Box(0, 1, len(said), 2))
    assert [(each.text, each.place) for each in report.dates] == [(said, place)]


@pytest.mark.parametrize("said", ["2024年2月30日", "截至2024年1月15日，已办结。", "电话：2024-115"])
def test_what_is_no_date(said: str) -> None:
    lines = lines_of()
    assert read_back([lines[0], said, *lines[1:]]).dates == ()

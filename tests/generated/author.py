"""Writes reports at random: the statutory tables filled with figures, in one of many disguises."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from gouji.library import forms
from gouji.model.form import Address, Form, SectionHead
from tests.generated.figures import draw_values, print_values
from tests.generated.habits import Habits, draw_habits
from tests.generated.lattices import arranged, cut_in_two, set_table
from tests.generated.manuscript import Entry, Lattice, Manuscript
from tests.generated.wording import Wording

Block = str | Lattice

UNITS = (
    "某某县农机推广站",
    "某某市水务局",
    "某某区人民政府办公室",
    "某某镇人民政府",
    "某某自治州教育和体育局",
)
TITLES = (
    "{unit}{year}年政府信息公开工作年度报告",
    "{unit}{year}年度政府信息公开工作年度报告",
    "{year}年{unit}政府信息公开工作年度报告",
    "{unit}{year}年政府信息公开年度报告",
)
EXTRA = ("机构概况", "工作机制建设", "重点领域公开")
PROSE = ("全年工作平稳有序。", "按照上级部署推进各项任务，机制进一步健全。", "没有需要报告的其他事项。")
NUMBERED_PROSE = (
    "全年通过门户网站发布信息{}条，其中动态{}条。",
    "本年新收申请{}件，上年结转{}件，均按期答复。",
    "制发规范性文件 {} 件，废止 {} 件，开展培训3次、120人次。",
)
LIST = ("一、下一步继续加强培训。", "二、完善平台建设", "（一）予以改进", "1.补齐短板", "三、强化监督保障。")
NOTES = (
    "注：行政复议、行政诉讼数量含上年度结转数量。",
    "注: 表中数据截至12月31日",
    "备注：以上{}件为主动公开数量。",
)
PAGES = ("— {} —", "- {} -", "第 {} 页", "-{}-")
CHINESE = "一二三四五六七八九十"


def write(random: Random, habits: Habits | None = None) -> Manuscript:
    """A report with the truth of its cells; with any habits where none are given."""
    habits = habits or draw_habits(random)
    form = next(form for form in forms() if form.id == habits.form)
    values, empty = draw_values(form, habits, random)
    entries = print_values(form, values, empty, habits, random)
    for address in list(_lost(form, habits, random)):
        entries.pop(address, None)
    unit = random.choice(UNITS)
    year = random.randint(form.years[0], min(form.years[1], 2026))
    blocks = (*_front(unit, year, form, habits, random), *_body(form, entries, habits, random))
    return Manuscript(form, unit, year, blocks, entries)


def _lost(form: Form, habits: Habits, random: Random) -> Iterator[Address]:
    """The cells that are not printed."""
    table = form.by_id["requests"]
    row = random.choice(list(table.rows)) if habits.lost_row else None
    column = random.choice(list(table.columns)) if habits.lost_column else None
    for address in table.addresses:
        lost_total = address.column == "total" and random.random() < habits.lost_totals
        if address.row == row or address.column == column or lost_total:
            yield address


def _front(unit: str, year: int, form: Form, habits: Habits, random: Random) -> Iterator[Block]:
    if habits.metadata:
        index = f"{random.randint(10**8, 10**9 - 1)}/{year + 1}-{random.randint(1, 99999):05}"
        yield arranged(
            "metadata",
            (
                ("索引号", index, "发布机构", unit),
                ("生成日期", f"{year + 1}-01-{random.randint(10, 31)}", "公开日期", f"{year + 1}-01-31"),
                ("文号", "", "浏览次数", str(random.randint(1, 5000))),
            ),
        )
    title = random.choice(TITLES).format(unit=unit, year=year)
    if random.random() < 0.2:
        yield from (title[: len(unit)], title[len(unit) :])
    else:
        yield title
    if habits.contents:
        yield "目录"
        yield from (f"{section.number}、{section.title}" for section in form.sections)


def _body(form: Form, entries: dict[Address, Entry], habits: Habits, random: Random) -> Iterator[Block]:
    wording = Wording(form, habits, random)
    cut = random.choice([table.id for table in form]) if habits.cut else None
    for number in range(habits.shifted):
        yield f"{CHINESE[number]}、{EXTRA[number]}"
        yield from _prose(habits, random)
    for index, section in enumerate(form.sections):
        if index != habits.lost_heading:
            yield _heading(section, index + habits.shifted, habits, random)
        if section.table is None:
            yield from _prose(habits, random)
            if habits.lists and index == 4:
                yield from random.sample(LIST, 3)
            continue
        lattice = set_table(form.by_id[section.table], entries, wording, habits)
        yield from _parts(lattice, random) if section.table == cut else (lattice,)
        if habits.notes:
            yield random.choice(NOTES).format(random.randint(1, 500))


def _heading(section: SectionHead, index: int, habits: Habits, random: Random) -> str:
    title = random.choice((section.title, *section.variants)) if habits.renamed else section.title
    if title.startswith("表"):
        return title
    number = (
        "" if habits.unnumbered else random.choice(("{}、", "{}、", "{}．", "{} 、")).format(CHINESE[index])
    )
    return number + title


def _prose(habits: Habits, random: Random) -> Iterator[str]:
    for _ in range(random.randint(1, 3)):
        if habits.numbers_in_prose:
            yield random.choice(NUMBERED_PROSE).format(random.randint(0, 3000), random.randint(0, 300))
        else:
            yield random.choice(PROSE)


def _parts(lattice: Lattice, random: Random) -> Iterator[Block]:
    """The two parts of a table that a page end cuts; a page number may stand between them."""
    upper, *rest = cut_in_two(lattice, random)
    yield upper
    if rest and random.random() < 0.7:
        yield random.choice(PAGES).format(random.randint(2, 12))
    yield from rest

"""Prints manuscripts as web pages: plain ones, pages of an office's site, pages saved by Word, archives."""

from __future__ import annotations

from base64 import encodebytes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from quopri import encodestring
from random import Random

from tests.generated.manuscript import Lattice, Manuscript, Spot

CLUTTER = (
    "<ul class=nav><li><a href='#'>首页</a></li><li><a href='#'>政府信息公开</a></li><li>年报</li></ul>",
    "<div style='display:none'>分享 12 收藏 7</div>",
    "<div class=share>字号：<a>大</a> <a>中</a> <a>小</a> 打印 阅读次数：<span id=hits>327</span></div>",
    "<script>var hits = '一、总体情况';</script>",
    "<table class=crumb><tr><td>当前位置：</td><td>首页 &gt; 公开 &gt; 年报</td></tr></table>",
)
FOOTER = "<div class=footer>主办：某某县人民政府 备案号：00000000号-1 联系电话：0000-1234567</div>"


@dataclass(frozen=True)
class Style:
    """How a page is marked up."""

    nested: bool = False
    """Text stands in fonts and spans within paragraphs."""
    split: bool = False
    """Runs of text are cut into several elements."""
    broken: bool = False
    """Long labels are broken over lines."""
    flat: bool = False
    """Merged cells are many: the first holds the text."""
    framed: bool = False
    """The whole page stands in a table that arranges it."""
    cluttered: bool = False
    word: bool = False
    """What Word leaves behind when it saves a page."""


def draw_style(random: Random) -> Style:
    """Any way to mark up a page."""
    nested, split, broken, flat, framed = (random.random() < share for share in (0.4, 0.4, 0.4, 0.15, 0.3))
    return Style(nested=nested, split=split, broken=broken, flat=flat, framed=framed)


def page(manuscript: Manuscript, style: Style, random: Random, charset: str = "utf-8") -> str:
    """The page of a manuscript."""
    body = "\n".join(_blocks(manuscript, style, random))
    if style.framed:
        body = f"<table width='1000'><tr><td>{body}</td></tr></table>"
    if style.cluttered:
        body = "\n".join((*random.sample(CLUTTER, random.randint(1, len(CLUTTER))), body, FOOTER))
    return (
        f"<!DOCTYPE html><html><head><meta http-equiv='Content-Type' content='text/html; charset={charset}'>"
        f"<title>{random.choice(('年报', '政府信息公开', ''))}</title></head><body>{body}</body></html>"
    )


def _blocks(manuscript: Manuscript, style: Style, random: Random) -> Iterator[str]:
    for block in manuscript.blocks:
        if isinstance(block, str):
            yield _paragraph(block, style, random)
        else:
            yield _table(block, style, random)


def _paragraph(text: str, style: Style, random: Random) -> str:
    kind = " class=MsoNormal style='mso-hide:none'" if style.word else ""
    inner = _runs(text, replace(style, broken=False), random)
    return f"<p{kind}>{inner}{'<o:p></o:p>' if style.word else ''}</p>"


def _table(lattice: Lattice, style: Style, random: Random) -> str:
    rows = []
    for row in range(lattice.height):
        cells = _flat(lattice, row) if style.flat else lattice.line(row)
        rows.append("<tr>" + "".join(_cell(spot, style, random) for spot in cells) + "</tr>")
    attributes = random.choice(("", " border=1 cellspacing=0", " class=MsoNormalTable"))
    inner = "\n".join(rows)
    return (
        f"<table{attributes}><tbody>{inner}</tbody></table>"
        if random.random() < 0.5
        else (f"<table{attributes}>{inner}</table>")
    )


def _flat(lattice: Lattice, row: int) -> list[Spot]:
    """The cells of a row, one for each place."""
    covering = [spot for spot in lattice.spots if spot.row <= row < spot.row + spot.row_span]
    return [
        Spot(row, column, 1, 1, spot.text if (row, column) == (spot.row, spot.column) else "", spot.address)
        for spot in sorted(covering, key=lambda spot: spot.column)
        for column in range(spot.column, spot.column + spot.column_span)
    ]


def _cell(spot: Spot, style: Style, random: Random) -> str:
    spans = ""
    if spot.row_span > 1 or random.random() < 0.1:
        spans += f' rowspan="{spot.row_span}"'
    if spot.column_span > 1:
        spans += f" colspan={spot.column_span}"
    inner = replace(style, broken=style.broken and not spot.address)
    text = _runs(spot.text, inner, random) if spot.text else random.choice(("", "&nbsp;", "<p>&nbsp;</p>"))
    if style.nested and spot.text:
        text = f"<p style='text-align:center'>{text}</p>"
    return f"<td{spans}>{text}</td>"


def _runs(text: str, style: Style, random: Random) -> str:
    cuts: list[str] = []
    if style.broken and len(text) > 6 and random.random() < 0.5:
        place = random.randrange(2, len(text) - 1)
        cuts = [text[:place], "<br>", text[place:]]
    elif style.split and len(text) > 1:
        place = random.randrange(1, len(text))
        cuts = [text[:place], text[place:]]
    parts = cuts or [text]
    if not style.nested and not style.split:
        return "".join(part if part == "<br>" else _escaped(part) for part in parts)
    return "".join(
        part if part == "<br>" else f"<span lang=EN-US><font>{_escaped(part)}</font></span>" for part in parts
    )


def _escaped(text: str) -> str:
    return escape(text).replace("\u00a0", "&nbsp;").replace("  ", " &nbsp;")


def produce_page(manuscript: Manuscript, random: Random, path: Path) -> None:
    """A plain page."""
    path.write_text(page(manuscript, draw_style(random), random), encoding="utf-8")


def produce_site(manuscript: Manuscript, random: Random, path: Path) -> None:
    """A page as saved from an office's site, often in the encoding of old ones."""
    charset = random.choice(("utf-8", "gb2312", "gbk", "gb18030"))
    drawn = draw_style(random)
    style = Style(drawn.nested, drawn.split, drawn.broken, drawn.flat, drawn.framed, cluttered=True)
    codec = "utf-8" if charset == "utf-8" else "gb18030"
    path.write_bytes(page(manuscript, style, random, charset).encode(codec))


def produce_archive(manuscript: Manuscript, random: Random, path: Path) -> None:
    """A page that Word or a browser saved in one file."""
    style = Style(nested=True, split=random.random() < 0.5, broken=random.random() < 0.5, word=True)
    charset, codec = random.choice((("utf-8", "utf-8"), ("gb2312", "gb18030")))
    content = page(manuscript, style, random, charset).encode(codec)
    encode: Callable[[bytes], bytes]
    name, encode = random.choice((("base64", encodebytes), ("quoted-printable", encodestring)))
    head = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="----=_Next"\n\n------=_Next\n'
        f'Content-Type: text/html; charset="{charset}"\nContent-Transfer-Encoding: {name}\n\n'
    )
    path.write_bytes(head.encode() + encode(content) + b"\n------=_Next--\n")


PAGES = {"page": produce_page, "site": produce_site, "archive": produce_archive}

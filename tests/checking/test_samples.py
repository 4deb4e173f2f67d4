"""What is truly wrong with the real reports this program is measured by, where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.checking import check
from gouji.library import rules_for
from gouji.loader import load
from gouji.model import prose_rule
from gouji.model.rule import Outcome

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
TRUE = {
    "000_1776bedf71b7910d.txt": [],
    "001_d028c3917ff344aa.txt": [],
    "002_3f5f08638fb4a4d2.txt": [("proactive.authority", "regulations")],
    "003_cad4fa3e014eb2f3.txt": [],
    "004_2f76d07078775984.txt": [("form.sections", "六")],
    "hongze_2024.pdf": [("form.mixed", "form")],
    "made_cr_seed004_vert.pdf": [("form.sections", "六")],
    "made_lo_seed003.pdf": [],
    "pingtan_2021.txt": [],
    "pingtan_2024.txt": [],
    "shanghai_office_2019.html": [],
    "shanghai_office_2025.txt": [("form.sections", "五")],
    "shuyang_fgj_2023.html": [],
}
"""By what rule, and where; but for the rules about prose."""

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not part of the repository")


@pytest.mark.parametrize("name", list(TRUE))
def test_this_and_nothing_else_is_wrong(name: str) -> None:
    document = load(SAMPLES / name).review.document
    rules = [
        rule for rule in rules_for(document.report.form.id) if type(rule).__module__ != prose_rule.__name__
    ]
    found = [each for each in check(document, rules) if each.outcome is Outcome.BROKEN]
    assert [(each.rule.id, each.at) for each in found] == TRUE[name]

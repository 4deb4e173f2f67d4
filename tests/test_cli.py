"""The command line, run as a user or a script runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gouji import __version__
from gouji.library import all_rules
from gouji.library.settings import FOLDER_VARIABLE
from gouji.resources import folder


def gouji(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The finished program, its output decoded as UTF-8."""
    return subprocess.run(
        [sys.executable, "-m", "gouji", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PATH": "", "LANG": "zh_CN.UTF-8", FOLDER_VARIABLE: os.devnull} | environment,
    )


@pytest.fixture
def example() -> Path:
    return next((folder() / "examples").glob("*.txt"))


def test_extract_prints_every_cell_of_the_form(example: Path) -> None:
    run = gouji("extract", example)
    report = json.loads(run.stdout)
    assert report["schema"] == "gouji.report/1"
    assert len(report["cells"]) == 200
    assert run.returncode == 1, "the example breaks rules"
    assert run.stderr == ""


def test_extract_writes_the_same_to_a_file(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    run = gouji("extract", example, "-o", target)
    assert run.stdout == ""
    printed = json.loads(gouji("extract", example).stdout)
    assert json.loads(target.read_text("utf-8")) == printed


def test_check_prints_a_line_a_finding_in_the_language_of_the_user(example: Path) -> None:
    chinese = gouji("check", example).stdout.splitlines()
    english = gouji("check", "--lang", "en", example).stdout.splitlines()
    assert len(chinese) == len(english) > 3
    assert all(line.startswith(f"{example.name}: 错误: ") for line in chinese)
    assert all(line.startswith(f"{example.name}: error: ") for line in english)


def test_a_workbook_that_comes_back_is_the_review_again(example: Path, tmp_path: Path) -> None:
    book, again, first = tmp_path / "book.xlsx", tmp_path / "again.json", tmp_path / "first.json"
    gouji("export", example, "-o", book)
    gouji("export", example, "-o", first)
    assert gouji("export", book, "-o", again).returncode == 1
    assert again.read_bytes() == first.read_bytes()
    assert gouji("check", book).stdout == gouji("check", example).stdout.replace(example.name, book.name)


def test_what_cannot_be_checked_is_told_but_is_no_error(example: Path, tmp_path: Path) -> None:
    short = tmp_path / "short.txt"
    lines = example.read_text("utf-8").splitlines()
    short.write_text("\n".join(line for line in lines if "重复申请" not in line), encoding="utf-8")
    told = gouji("check", short).stdout
    assert f"{short.name}: 待核: " in told
    assert "缺 1 个数" in told


@pytest.mark.parametrize("suffix", [".xlsx", ".json", ".docx"])
def test_export_writes_what_the_ending_names(example: Path, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"out{suffix}"
    run = gouji("export", example, "-o", target)
    assert run.returncode == 1
    assert target.stat().st_size > 1000


def test_an_exported_review_file_reads_like_the_report(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    gouji("export", example, "-o", target)
    assert gouji("check", target).stdout.replace("out.json", "") == gouji("check", example).stdout.replace(
        example.name, ""
    )


def test_forms_lists_the_three_layouts_with_their_basis() -> None:
    lines = gouji("forms").stdout.splitlines()
    assert {line.split("\t")[0] for line in lines} == {"2021", "2019", "2021-hybrid"}
    assert {line.split("\t")[2] for line in lines} == {"200", "198", "186"}


def test_forms_tells_every_rule_with_severity_title_basis_and_what_to_look_at() -> None:
    for language, severity in (("zh", "错误"), ("en", "error")):
        printed = gouji("forms", "--rules", "--lang", language).stdout
        told = [line.split("\t") for line in printed.splitlines() if line.startswith("    ")]
        assert {line[0].strip() for line in told} == {rule.id for rule in all_rules()}
        assert ["    requests.balance", severity] in [line[:2] for line in told]
        assert all(len(line) == 5 and all(line) for line in told)


@pytest.mark.parametrize(
    "arguments", [["extract"], ["check", "--nonsense"], ["export", "x.txt"], ["--lang", "fr", "forms"]]
)
def test_wrong_usage_is_64(arguments: list[str]) -> None:
    run = gouji(*arguments)
    assert run.returncode == 64
    assert "Traceback" not in run.stderr


def test_trouble_with_a_file_is_one_line_that_names_it(tmp_path: Path) -> None:
    empty = tmp_path / "空.txt"
    empty.touch()
    target = str(tmp_path / "x.json")
    for command, *options in (("extract",), ("check",), ("export", "-o", target)):
        run = gouji(command, empty, *options)
        assert run.returncode == 2
        assert run.stdout == ""
        (line,) = run.stderr.splitlines()
        assert "空.txt" in line


@pytest.fixture
def year_before(example: Path, tmp_path: Path) -> Path:
    """The example as if for 2024; of what it carries out, 商业企业 is not what the example carries in."""
    text = example.read_text("utf-8").replace("2025", "2024")
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("四、结转下年度"))
    lines[at] = "四、结转下年度继续办理\t9\t3\t0\t0\t1\t0\t13"
    target = tmp_path / "2024.txt"
    target.write_text("\n".join(lines), encoding="utf-8")
    return target


def history(run: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in run.stdout.splitlines() if "2024.txt" in line and "结转" in line]


def test_last_year_s_report_is_compared(example: Path, year_before: Path) -> None:
    told = history(gouji("check", example, "--previous", year_before))
    assert [line.split("“")[1].split("”")[0] for line in told] == ["商业企业", "总计"]
    assert "3 = 2，差 1" in told[0]
    assert ": 错误: " in told[0]


def test_last_year_s_report_may_be_a_review_file_and_is_kept_in_one(
    example: Path, year_before: Path, tmp_path: Path
) -> None:
    before, target = tmp_path / "before.json", tmp_path / "out.json"
    gouji("export", year_before, "-o", before)
    gouji("export", example, "-o", target, "--previous", before)
    kept = json.loads(target.read_text("utf-8"))
    assert kept["previous"]["year"] == 2024
    assert kept["previous"]["source"]["name"] == "2024.txt"
    carried = next(each for each in kept["findings"] if each["rule"] == "history.carry")
    assert (carried["left"], carried["right"], carried["difference"]) == (3, 2, 1)
    assert carried["facts"]["previous"] == 3
    year_before.unlink()
    before.unlink()
    assert len(history(gouji("check", target))) == 2


def test_with_several_files_last_year_s_goes_with_that_of_its_unit(
    example: Path, year_before: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        example.read_text("utf-8").replace("白鹭区自然资源和规划局", "白鹭区财政局"), encoding="utf-8"
    )
    run = gouji("check", other, example, "--previous", year_before)
    assert [line.split(": ")[0] for line in history(run)] == [example.name] * 2


def test_last_year_s_report_of_nobody_is_wrong_usage(
    example: Path, year_before: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        example.read_text("utf-8").replace("白鹭区自然资源和规划局", "白鹭区财政局"), encoding="utf-8"
    )
    twice = gouji("check", other, other, "--previous", year_before)
    assert (twice.returncode, twice.stdout) == (64, "")
    assert "2024.txt" in twice.stderr
    of_this_year = gouji("check", example, "--previous", example)
    assert (of_this_year.returncode, of_this_year.stdout) == (64, "")
    assert "2024" in of_this_year.stderr
    missing = gouji("check", example, "--previous", tmp_path / "none.txt")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "none.txt" in missing.stderr


def test_the_office_switches_rules_off_and_the_report_says_so(example: Path, tmp_path: Path) -> None:
    settings = tmp_path / "rules.toml"
    settings.write_text(
        '[rules."requests.balance"]\noff = true\n[rules."disputes.outcomes"]\nseverity = "info"\n',
        encoding="utf-8",
    )
    run = gouji("check", example, GOUJI_CONFIG=str(tmp_path))
    assert "本年新收 + 上年结转" not in run.stdout
    assert f"{example.name}: 提示: 政府信息公开行政复议" in run.stdout
    assert "requests.balance" in run.stderr
    report = json.loads(gouji("check", "--json", example, GOUJI_CONFIG=str(tmp_path)).stdout)
    assert report["rules_off"] == ["requests.balance"]
    assert report["rules_changed"] == {"disputes.outcomes": "info"}
    assert "requests.balance\t停用" in gouji("forms", "--rules", GOUJI_CONFIG=str(tmp_path)).stdout


def test_settings_that_are_not_well_written_are_refused_with_file_and_line(
    example: Path, tmp_path: Path
) -> None:
    (tmp_path / "rules.toml").write_text('[rules."requests.balance"]\nof = true\n', encoding="utf-8")
    run = gouji("check", example, GOUJI_CONFIG=str(tmp_path))
    assert (run.returncode, run.stdout) == (2, "")
    assert "rules.toml" in run.stderr
    assert "2" in run.stderr


def test_one_bad_file_does_not_stop_the_others(example: Path, tmp_path: Path) -> None:
    run = gouji("check", tmp_path / "none.txt", example)
    assert run.returncode == 2
    assert run.stdout == gouji("check", example).stdout
    assert "none.txt" in run.stderr


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_and_version_everywhere(language: str) -> None:
    for command in ([], ["extract"], ["check"], ["export"], ["forms"]):
        help_text = gouji(*command, "--lang", language, "--help")
        assert help_text.returncode == 0
        assert ("界面语言" in help_text.stdout) == (language == "zh")
        version = gouji(*command, "--version")
        assert version.stdout.strip() == f"gouji {__version__}"


def test_a_system_that_speaks_no_chinese_gets_english(example: Path) -> None:
    assert "error: " in gouji("check", example, LANG="de_DE.UTF-8").stdout


def test_a_reader_that_has_had_enough_gets_no_traceback(example: Path) -> None:
    command = f'"{sys.executable}" -m gouji extract "{example}" | true'
    run = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert run.stderr == ""

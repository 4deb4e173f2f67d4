"""The command line, run as a user or a script runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from gouji import __version__
from gouji.resources import folder


def gouji(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The finished program, its output decoded as UTF-8."""
    return subprocess.run(
        [sys.executable, "-m", "gouji", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PATH": "", "LANG": "zh_CN.UTF-8"} | environment,
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
    assert "requests.balance" in gouji("forms", "--rules").stdout


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

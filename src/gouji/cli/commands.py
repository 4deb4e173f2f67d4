"""What the commands do: each reads, prints or writes, and gives its exit status."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from gouji.checking import check
from gouji.checking.explain import explain
from gouji.cli.status import FILE_TROUBLE, NOTHING_WRONG, RULE_BROKEN
from gouji.errors import GoujiError, NoTextError
from gouji.export import write, write_json
from gouji.library import forms, rules_for
from gouji.loader import Loaded, load, recognise
from gouji.model.review import Review
from gouji.model.rule import Finding, Outcome, Severity
from gouji.reviewfile import dumps, encode
from gouji.wording import say


def extract(language: str, path: Path, output: Path | None) -> int:
    """Read a report and give its JSON, to a file or to standard output."""
    review, findings = _read(path)
    if output is None:
        click.echo(dumps(encode(review, findings, language)))
    else:
        write_json(review, findings, output, language)
    return _status(findings)


def check_all(language: str, paths: tuple[Path, ...], *, as_json: bool) -> int:
    """Print the findings of every file; a file in trouble does not stop the others."""
    return max([_check_one(path, language, as_json=as_json) for path in paths])


def export(language: str, path: Path, output: Path) -> int:
    """Write a report in the format that the target's ending names."""
    review, findings = _read(path)
    write(review, findings, output, language)
    return _status(findings)


def list_forms(language: str, *, rules: bool) -> int:
    """Print the forms that ship, and their rules if asked for."""
    for form in forms():
        years = f"{form.years[0]}-{form.years[1]}"
        click.echo(f"{form.id}\t{years}\t{len(form.addresses)}\t{form.title}\t{form.basis}")
        for rule in rules_for(form.id) if rules else ():
            severity = say(f"severities.{rule.severity}", language)
            click.echo(f"    {rule.id}\t{severity}\t{rule.title[language]}\t{rule.basis}")
    return NOTHING_WRONG


def _check_one(path: Path, language: str, *, as_json: bool) -> int:
    try:
        review, findings = _read(path)
    except GoujiError as error:
        click.echo(error.sentence(language), err=True)
        return FILE_TROUBLE
    if as_json:
        click.echo(dumps(encode(review, findings, language)))
    else:
        for finding in findings:
            weight = say(f"severities.{_weight(finding)}", language)
            click.echo(f"{path.name}: {weight}: {explain(finding, review.document, language)}")
    return _status(findings)


def _weight(finding: Finding) -> str:
    """What cannot be checked is no error yet."""
    return "unchecked" if finding.outcome is Outcome.NOT_CHECKABLE else finding.rule.severity


def _read(path: Path) -> tuple[Review, list[Finding]]:
    review = _load(path).review
    return review, check(review.document, rules_for(review.document.report.form.id))


def _load(path: Path) -> Loaded:
    try:
        return load(path)
    except NoTextError:
        return recognise(path, tell=_show_progress if sys.stderr.isatty() else None)


def _show_progress(done: int, pages: int) -> None:
    click.echo(f"\r{done} / {pages}", err=True, nl=done == pages)


def _status(findings: list[Finding]) -> int:
    broken = any(
        finding.outcome is Outcome.BROKEN and finding.rule.severity is Severity.ERROR for finding in findings
    )
    return RULE_BROKEN if broken else NOTHING_WRONG

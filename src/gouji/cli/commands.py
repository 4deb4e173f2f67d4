"""What the commands do: each reads, prints or writes, and gives its exit status."""

from __future__ import annotations

from pathlib import Path

import click

from gouji.checking import check
from gouji.checking.explain import explain
from gouji.cli.previous import Read, read_all
from gouji.cli.reading import Reading
from gouji.cli.status import FILE_TROUBLE, NOTHING_WRONG, RULE_BROKEN
from gouji.errors import GoujiError
from gouji.library import forms, rule_settings, rules_for, rules_in_force
from gouji.model.review import Review
from gouji.model.rule import Finding, Outcome, Severity
from gouji.reviewfile import dumps, encode
from gouji.wording import say

LETTER = ".docx"
"""Ending of the list of problems."""


def extract(
    language: str, path: Path, output: Path | None, reading: Reading, previous: tuple[Path, ...]
) -> int:
    """Read a report and give its JSON, to a file or to standard output."""
    import gouji.reviewfile.told  # noqa: F401, PLC0415 -- while the file is read there is time for it

    review, findings = _read_one(path, reading, previous, language)
    if output is None:
        click.echo(dumps(encode(review, findings, language)))
    else:
        from gouji.export import write_json  # noqa: PLC0415 -- what is printed needs none of it

        write_json(review, findings, output, language)
    return _status(findings)


def check_all(
    language: str,
    paths: tuple[Path, ...],
    reading: Reading,
    previous: tuple[Path, ...],
    *,
    as_json: bool,
) -> int:
    """Print the findings of every file; a file in trouble does not stop the others."""
    with reading:
        # With reports of the year before, all files are read first, to see which goes with which.
        groups = [paths] if previous else [(path,) for path in paths]
        status = max(
            _print_one(path, read, language, as_json=as_json)
            for group in groups
            for path, read in zip(group, read_all(group, previous, reading, language), strict=True)
        )
    if not as_json:
        _tell_departures(language)
    return status


def export(language: str, path: Path, output: Path, reading: Reading, previous: tuple[Path, ...]) -> int:
    """Write a report in the format that the target's ending names."""
    from gouji.export import write  # noqa: PLC0415 -- as above
    from gouji.export.problems import problem_list  # noqa: PLC0415 -- as above

    review, findings = _read_one(path, reading, previous, language)
    write(review, findings, output, language)
    if output.suffix.lower() == LETTER and not problem_list(review, findings, language).parts:
        click.echo(say("problems.none_written", language, file=output.name), err=True)
    return _status(findings)


def list_forms(language: str, *, rules: bool) -> int:
    """Print the forms that ship, and their rules if asked for."""
    from gouji.library.handbook import severity_in_force  # noqa: PLC0415 -- as above

    for form in forms():
        years = f"{form.years[0]}-{form.years[1]}"
        click.echo(f"{form.id}\t{years}\t{len(form.addresses)}\t{form.title}\t{form.basis}")
        for rule in rules_for(form.id) if rules else ():
            title, sentence = rule.title[language], rule.sentence[language]
            click.echo(
                f"    {rule.id}\t{severity_in_force(rule, language)}\t{title}\t{rule.basis}\t{sentence}"
            )
    return NOTHING_WRONG


def handle_desk(language: str, deed: str, path: Path, data: Path | None) -> int:
    """Write a copy of the desk, or bring a colleague's in."""
    from gouji.deskfile import do  # noqa: PLC0415 -- SQLite costs time that other commands have not

    click.echo(do(deed, path, data, language))
    return NOTHING_WRONG


def _print_one(path: Path, read: Read, language: str, *, as_json: bool) -> int:
    if isinstance(read, GoujiError):
        click.echo(read.sentence(language), err=True)
        return FILE_TROUBLE
    review, findings = read, _findings(read)
    if as_json:
        click.echo(dumps(encode(review, findings, language)))
    else:
        for finding in findings:
            weight = say(f"severities.{_weight(finding)}", language)
            click.echo(f"{path.name}: {weight}: {explain(finding, review.document, language)}")
    return _status(findings)


def _tell_departures(language: str) -> None:
    """Tell what the office has set otherwise than the rules ship, if anything."""
    settings = rule_settings()
    if settings.off or settings.severities:
        from gouji.export.problem import departures  # noqa: PLC0415 -- as above

        click.echo(say("problems.departures", language, rules=departures(language)), err=True)


def _weight(finding: Finding) -> str:
    """What cannot be checked is no error yet."""
    return "unchecked" if finding.outcome is Outcome.NOT_CHECKABLE else finding.rule.severity


def _read_one(
    path: Path, reading: Reading, previous: tuple[Path, ...], language: str
) -> tuple[Review, list[Finding]]:
    with reading:
        (read,) = read_all([path], previous, reading, language)
    if isinstance(read, GoujiError):
        raise read
    return read, _findings(read)


def _findings(review: Review) -> list[Finding]:
    document = review.document
    return check(document, rules_in_force(document.report.form.id), review.comparison)


def _status(findings: list[Finding]) -> int:
    broken = any(
        finding.outcome is Outcome.BROKEN and finding.rule.severity is Severity.ERROR for finding in findings
    )
    return RULE_BROKEN if broken else NOTHING_WRONG

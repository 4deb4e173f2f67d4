"""The command line: arguments, output, exit status."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from functools import partial
from io import TextIOWrapper
from pathlib import Path

import click

from gouji import __version__
from gouji.checking import check
from gouji.checking.explain import explain
from gouji.errors import GoujiError
from gouji.library import forms, rules_for
from gouji.loader import load
from gouji.model.review import Review
from gouji.model.rule import Finding, Outcome, Severity
from gouji.reviewfile import dumps, encode
from gouji.wording import LANGUAGES, say, system_language

NOTHING_WRONG, RULE_BROKEN, FILE_TROUBLE, WRONG_USAGE = 0, 1, 2, 64

Parameters = tuple[click.Parameter, ...]


def run(arguments: list[str]) -> int:
    """The exit status of the command that the arguments ask for."""
    _speak_utf8()
    language = _language(arguments)
    try:
        status = commands(language).main(arguments, prog_name="gouji", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        error.show()
        return WRONG_USAGE
    except GoujiError as error:
        click.echo(error.sentence(language), err=True)
        return FILE_TROUBLE
    except BrokenPipeError:
        # Whoever read the output has had enough; Python would complain again on closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOTHING_WRONG
    return status if isinstance(status, int) else NOTHING_WRONG


def commands(language: str) -> click.Group:
    """All commands, with their help in one language."""
    path = click.Path(path_type=Path)
    file = click.Argument(["path"], metavar="FILE", type=path)
    files = click.Argument(["paths"], metavar="FILE...", nargs=-1, required=True, type=path)
    output = click.Option(["-o", "--output"], type=path, help=say("cli.output", language))
    target = click.Option(["-o", "--output"], type=path, required=True, help=say("cli.target", language))
    as_json = click.Option(["--json", "as_json"], is_flag=True, help=say("cli.json", language))
    rules = click.Option(["--rules"], is_flag=True, help=say("cli.rules", language))
    group = click.Group(help=say("cli.gouji", language), params=list(_everywhere(language)))
    for name, function, parameters in (
        ("extract", _extract, (file, output)),
        ("check", _check, (files, as_json)),
        ("export", _export, (file, target)),
        ("forms", _forms, (rules,)),
    ):
        group.add_command(_command(name, function, parameters, language))
    return group


def _command(name: str, function: Callable[..., int], parameters: Parameters, language: str) -> click.Command:
    return click.Command(
        name,
        callback=partial(function, language),
        params=[*parameters, *_everywhere(language)],
        help=say(f"cli.{name}", language),
    )


def _everywhere(language: str) -> Parameters:
    """The options that every command takes; the language was read before, help texts need it too."""

    def show_version(context: click.Context, _option: click.Parameter, value: bool) -> None:  # noqa: FBT001 -- as click calls it
        if value:
            click.echo(f"gouji {__version__}")
            context.exit()

    lang = click.Option(
        ["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=say("cli.lang", language)
    )
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show_version,
        help=say("cli.version", language),
    )
    return lang, version


def _language(arguments: list[str]) -> str:
    """The language asked for anywhere among the arguments, else the system's."""
    text = " ".join(arguments)
    asked = re.search(rf"--lang[ =]({'|'.join(LANGUAGES)})\b", text)
    return asked[1] if asked else system_language()


def _speak_utf8() -> None:
    """Write UTF-8 to pipes and terminals alike; what a terminal cannot show is escaped, never fatal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _extract(language: str, path: Path, output: Path | None) -> int:
    review, findings = _read(path)
    if output is not None:
        from gouji.export import write_json  # noqa: PLC0415 -- needed with -o only

        write_json(review, findings, output, language)
    else:
        click.echo(dumps(encode(review, findings, language)))
    return _status(findings)


def _check(language: str, paths: tuple[Path, ...], *, as_json: bool) -> int:
    statuses = [_check_one(path, language, as_json=as_json) for path in paths]
    return max(statuses)


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
            severity = say(f"severities.{finding.rule.severity}", language)
            click.echo(f"{path.name}: {severity}: {explain(finding, review.document, language)}")
    return _status(findings)


def _export(language: str, path: Path, output: Path) -> int:
    from gouji.export import write  # noqa: PLC0415 -- the other commands need no writers

    review, findings = _read(path)
    write(review, findings, output, language)
    return _status(findings)


def _forms(language: str, *, rules: bool) -> int:
    for form in forms():
        years = f"{form.years[0]}-{form.years[1]}"
        click.echo(f"{form.id}\t{years}\t{len(form.addresses)}\t{form.title}\t{form.basis}")
        for rule in rules_for(form.id) if rules else ():
            severity = say(f"severities.{rule.severity}", language)
            click.echo(f"    {rule.id}\t{severity}\t{rule.title[language]}\t{rule.basis}")
    return NOTHING_WRONG


def _read(path: Path) -> tuple[Review, list[Finding]]:
    review = load(path).review
    return review, check(review.document, rules_for(review.document.report.form.id))


def _status(findings: list[Finding]) -> int:
    broken = any(
        finding.outcome is Outcome.BROKEN and finding.rule.severity is Severity.ERROR for finding in findings
    )
    return RULE_BROKEN if broken else NOTHING_WRONG

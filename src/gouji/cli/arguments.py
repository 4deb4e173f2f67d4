"""What the command line takes: commands, options, their help; and the exit status of it all."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gouji import __version__
from gouji.cli.status import FILE_TROUBLE, INTERRUPTED, NOTHING_WRONG, WRONG_USAGE
from gouji.errors import GoujiError
from gouji.wording import LANGUAGES, say, system_language

if TYPE_CHECKING:
    from gouji.cli.reading import Reading
    from gouji.worker import ReadingProcess

Parameters = tuple[click.Parameter, ...]


def run(arguments: list[str], process: ReadingProcess | None) -> int:
    """The exit status of the command that the arguments ask for; the process is to read its files."""
    _speak_utf8()
    language = _language(arguments)
    try:
        status = commands(language).main(arguments, prog_name="gouji", standalone_mode=False, obj=process)
        sys.stdout.flush()
    except click.UsageError as error:
        error.show()
        return WRONG_USAGE
    except GoujiError as error:
        click.echo(error.sentence(language), err=True)
        return FILE_TROUBLE
    except click.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has had enough; Python would complain again on closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOTHING_WRONG
    except Exception as fault:  # noqa: BLE001 -- the last resort: a fault of the program is told in words
        from gouji.cli.fault import tell  # noqa: PLC0415 -- for what never should be

        return tell(fault, language)
    return status if isinstance(status, int) else NOTHING_WRONG


def commands(language: str) -> click.Group:
    """All commands, with their help in one language."""
    return _Commands(language)


class _Commands(click.Group):
    """Makes each command when it is asked for: most of what one takes is of no use to another."""

    def __init__(self, language: str) -> None:
        super().__init__(help=say("cli.gouji", language), params=list(_everywhere(language)))
        self._language = language

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- as click calls it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- as click calls it
        if cmd_name not in COMMANDS:
            return None
        function, takes = COMMANDS[cmd_name]
        return _command(cmd_name, function, takes(self._language), self._language)


def _extract(language: str) -> Parameters:
    output = click.Option(["-o", "--output"], type=PATH, help=say("cli.output", language))
    return _file(), output, *_reading(language)


def _check(language: str) -> Parameters:
    files = click.Argument(["paths"], metavar="FILE...", nargs=-1, required=True, type=PATH)
    as_json = click.Option(["--json", "as_json"], is_flag=True, help=say("cli.json", language))
    return files, as_json, *_reading(language)


def _export(language: str) -> Parameters:
    target = click.Option(["-o", "--output"], type=PATH, required=True, help=say("cli.target", language))
    return _file(), target, *_reading(language)


def _forms(language: str) -> Parameters:
    return (click.Option(["--rules"], is_flag=True, help=say("cli.rules", language)),)


def _desk(language: str) -> Parameters:
    deed = click.Argument(["deed"], metavar="export|import", type=click.Choice(["export", "import"]))
    data = click.Option(["--data"], metavar="DIR", type=PATH, help=say("cli.data", language))
    return deed, _file(), data


def _file() -> click.Parameter:
    return click.Argument(["path"], metavar="FILE", type=PATH)


def _reading(language: str) -> Parameters:
    """The options of every command that reads reports."""
    from gouji.sources.encoding import ENCODINGS  # noqa: PLC0415 -- help and version need none of the readers

    encodings = click.Choice(list(ENCODINGS), case_sensitive=False)
    encoding = click.Option(["--encoding"], type=encodings, help=say("cli.encoding", language))
    second = click.Option(["--second-opinion"], is_flag=True, help=say("cli.second_opinion", language))
    previous = click.Option(
        ["--previous"], metavar="FILE", multiple=True, type=PATH, help=say("cli.previous", language)
    )
    return encoding, second, previous


PATH = click.Path(path_type=Path)
COMMANDS: dict[str, tuple[str, Callable[[str], Parameters]]] = {
    "extract": ("extract", _extract),
    "check": ("check_all", _check),
    "export": ("export", _export),
    "forms": ("list_forms", _forms),
    "doctor": ("doctor", lambda _language: ()),
    "desk": ("handle_desk", _desk),
}
"""By name: the function that does what it says, and the parameters it takes."""


def _command(name: str, function: str, parameters: Parameters, language: str) -> click.Command:
    def callback(**arguments: Any) -> int:
        if function == "doctor":
            # It must run where libraries are missing that the others need.
            from gouji.cli.doctor import doctor  # noqa: PLC0415

            return doctor(language)
        if "encoding" in arguments:
            arguments["reading"] = _begun(arguments, language)
        # Help and version need nothing of what the commands do; while a file is read there is time for it.
        from gouji.cli import commands  # noqa: PLC0415
        from gouji.library import all_rules, rule_settings  # noqa: PLC0415

        if (trouble := rule_settings().trouble) is not None:
            raise trouble
        all_rules()
        status: int = getattr(commands, function)(language, **arguments)
        return status

    everywhere = _everywhere(language)
    help_text = say(f"cli.{name}", language)
    return click.Command(name, callback=callback, params=[*parameters, *everywhere], help=help_text)


def _begun(arguments: dict[str, Any], language: str) -> Reading:
    """What reads the files of a command, at work on the first; takes its options from the arguments."""
    from gouji.cli.reading import Reading  # noqa: PLC0415 -- help and version read nothing

    how = arguments.pop("encoding"), arguments.pop("second_opinion")
    reading = Reading(click.get_current_context().obj, language, *how)
    # Reports of the year before are read first, and none waits behind a file that may end the process.
    if not arguments["previous"]:
        reading.begin(arguments["path"] if "path" in arguments else arguments["paths"][0])
    return reading


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

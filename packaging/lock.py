"""The versions that the program is installed with, each pinned by its hashes: `requirements.lock`.

`lock.py` says whether the lock is in step with pyproject.toml; `lock.py renew` makes it anew with ``uv``,
which must be installed; `lock.py audit` asks ``pip-audit`` for known weaknesses, which needs the network;
`lock.py behind` asks the package index alone which pinned libraries have a newer release: a weakness that was
mended is mended in one.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "packaging" / "requirements.lock"
RENEW = (
    "uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes",
    "--upgrade", "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet", "--output-file", str(LOCK),
)  # fmt: skip
AUDIT = ("pip-audit", "--strict", "--require-hashes", "--disable-pip", "--requirement", str(LOCK))
OUTDATED = (sys.executable, "-m", "pip", "list", "--outdated", "--format=json")
PYTHONS = ("3.11.0", "3.12.0", "3.13.0")

_ENTRY = re.compile(
    r"^([A-Za-z0-9._-]+)==([^ ;\\]+)(?: ; ([^\\]+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.MULTILINE,
)
"""A pinned package: its name, version, where it is needed, and its hashes."""


def entries(text: str) -> list[tuple[Requirement, str]]:
    """What is pinned and at which version; `ValueError` where a line is anything but that."""
    if rest := _ENTRY.sub("", text).strip():
        raise ValueError(rest.splitlines()[0])
    return [
        (Requirement(f"{name}{f' ; {marker}' if marker else ''}"), version)
        for name, version, marker, _ in _ENTRY.findall(text)
    ]


def differences(project: str, lock: str) -> list[str]:
    """What pyproject.toml asks for that the lock does not have, for each version of Python."""
    pinned = entries(lock)
    wanted = [Requirement(each) for each in tomllib.loads(project)["project"]["dependencies"]]
    return [
        f"Python {python}: {requirement}"
        for python in PYTHONS
        for requirement in wanted
        if _applies(requirement, python) and not _is_met(requirement, pinned, python)
    ]


def behind(outdated: str, lock: str) -> list[str]:
    """The pinned libraries that are not the newest release; `outdated` is what pip says of those installed.

    Where the lock has a version for each Python, one that is the newest for its own is not behind.
    """
    newest: dict[str, str] = {
        canonicalize_name(each["name"]): each["latest_version"] for each in json.loads(outdated)
    }
    pinned: dict[str, set[str]] = {}
    for requirement, version in entries(lock):
        pinned.setdefault(canonicalize_name(requirement.name), set()).add(version)
    return [
        f"{name} {' and '.join(sorted(versions))}: {newest[name]} is there"
        for name, versions in pinned.items()
        if name in newest and newest[name] not in versions
    ]


def _is_met(requirement: Requirement, pinned: list[tuple[Requirement, str]], python: str) -> bool:
    name = canonicalize_name(requirement.name)
    versions = [
        Version(version)
        for each, version in pinned
        if canonicalize_name(each.name) == name and _applies(each, python)
    ]
    return len(versions) == 1 and versions[0] in requirement.specifier


def _applies(requirement: Requirement, python: str) -> bool:
    surroundings = {"python_full_version": python, "python_version": python.rpartition(".")[0]}
    return requirement.marker is None or requirement.marker.evaluate(surroundings)


def main() -> int:
    """The exit status of what is asked for."""
    if sys.argv[1:] in (["renew"], ["audit"]):
        return subprocess.run(RENEW if sys.argv[1] == "renew" else AUDIT, cwd=ROOT, check=False).returncode  # noqa: S603 -- ours
    lock = LOCK.read_text(encoding="utf-8")
    if sys.argv[1:] == ["behind"]:
        told = subprocess.run(OUTDATED, stdout=subprocess.PIPE, check=True, encoding="utf-8")  # noqa: S603 -- ours
        found, good = behind(told.stdout, lock), "Every pinned library is its newest release."
    else:
        project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        found, good = differences(project, lock), "The lock is in step."
    print("\n".join(found) or good)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

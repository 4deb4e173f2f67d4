"""What a stranger's file could have the reading process do is refused by the system, not by good manners."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from queue import Queue
from shutil import copy
from typing import Any

import pytest

from gouji.errors import EmptyFileError
from gouji.loader import load
from gouji.model.loaded import Loaded
from gouji.resources import resource
from gouji.sources.file import SourceFile
from gouji.worker import ReadingProcess, server
from gouji.worker.readable import readable_places
from gouji.worker.sandbox import available, confine
from tests.worker.asking import PATIENCE

EXAMPLES = sorted(resource("examples").glob("*.[pt]*"))
LIBRARIES = (
    "PIL.Image", "charset_normalizer", "cv2", "docx", "lxml.etree", "mimetypes", "numpy", "onnxruntime",
    "openpyxl", "pandas", "pdfplumber", "pypdfium2", "xlsxwriter", "zoneinfo",
)  # fmt: skip
"""What is imported late, in this process or in another."""
INSTALLED = [name for name in LIBRARIES if find_spec(name.partition(".")[0])]
PROBE = """
import ctypes, os, resource, socket, subprocess, sys, threading
from importlib import import_module
from pathlib import Path
target, parent = Path(sys.argv[1]), os.getppid()
sys.path.insert(0, sys.argv[2])
from gouji.resources import folder
from gouji.worker.sandbox import confine
before, ours, theirs = target.open("rb"), *socket.socketpair()
confined = confine(is_told_paths=False)

def attempt(deed):
    try:
        return f"done: {deed()}"
    except (OSError, RuntimeError) as error:
        return f"refused: {error}"

def thread():
    one = threading.Thread(target=lambda: None)
    one.start()
    one.join()

def handed():
    socket.send_fds(ours, [b"x"], [before.fileno()])
    _, (descriptor,), _, _ = socket.recv_fds(theirs, 1, 1)
    return os.pread(descriptor, 9, 0)

print("landlock", confined.landlock)
print("filter", confined.filter)
for name, deed in {
    "create": lambda: target.with_name("new").write_bytes(b"x"),
    "overwrite": lambda: target.open("r+b"),
    "truncate": lambda: os.truncate(target, 0),
    "remove": target.unlink,
    "rename": lambda: target.rename(target.with_name("moved")),
    "folder": lambda: target.with_name("folder").mkdir(),
    "link": lambda: target.with_name("link").symlink_to(target),
    "device": lambda: open("/dev/shm/gouji-probe", "wb"),
    "tcp": lambda: socket.create_connection(("127.0.0.1", 9), 1),
    "udp": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9)),
    "unix": lambda: socket.socket(socket.AF_UNIX),
    "fork": os.fork,
    "run": lambda: subprocess.run(["/bin/true"]),
    "exec": lambda: os.execv("/bin/true", ["true"]),
    "signal": lambda: os.kill(parent, 0),
    "read": lambda: target.read_bytes(),
    "list": lambda: os.listdir(target.parent),
    "reopen": lambda: open(f"/proc/self/fd/{before.fileno()}", "rb"),
    "passwords": lambda: open("/etc/passwd", "rb"),
    "home": lambda: os.listdir(os.path.expanduser("~")),
    "handed": handed,
    "open": lambda: before.read(),
    "own": lambda: bool(folder().joinpath("forms", "2021.toml").read_bytes()),
    "libraries": lambda: [import_module(name) for name in sys.argv[3:]] and None,
    "think": thread,
    "core": lambda: resource.getrlimit(resource.RLIMIT_CORE),
}.items():
    print(name, attempt(deed))
"""
READS = ("read", "list", "reopen", "passwords", "home")
FILES = ("create", "overwrite", "truncate", "remove", "rename", "folder", "link", "device")
CALLS = ("tcp", "udp", "unix", "fork", "run", "exec", "signal")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What became of every deed of a confined process."""
    target = tmp_path_factory.mktemp("probe") / "target"
    target.write_bytes(b"kept")
    source = str(Path(__file__).parents[2] / "src")
    run = subprocess.run(
        [sys.executable, "-c", PROBE, str(target), source, *INSTALLED],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert target.read_bytes() == b"kept"
    assert list(target.parent.iterdir()) == [target]
    return {name: rest for name, _, rest in (line.partition(" ") for line in run.stdout.splitlines())}


@pytest.mark.skipif(sys.platform == "win32", reason="limits as on Unix")
def test_what_reading_needs_is_left_and_no_core_is_dumped(outcomes: dict[str, str]) -> None:
    assert outcomes["open"] == outcomes["handed"] == "done: b'kept'"
    assert outcomes["own"] == "done: True"
    assert outcomes["libraries"] == "done: None"
    assert outcomes["think"] == "done: None"
    assert outcomes["core"] == "done: (0, 0)"


@pytest.mark.parametrize("deed", FILES)
def test_nothing_can_be_written(outcomes: dict[str, str], deed: str) -> None:
    if outcomes["landlock"] == "0":
        pytest.skip("this kernel has no Landlock, or has it switched off")
    assert outcomes[deed].startswith("refused")


@pytest.mark.parametrize("deed", READS)
def test_nothing_of_the_user_can_be_opened(outcomes: dict[str, str], deed: str) -> None:
    if outcomes["landlock"] == "0":
        pytest.skip("this kernel has no Landlock, or has it switched off")
    assert outcomes[deed].startswith("refused")


@pytest.mark.parametrize("deed", CALLS)
def test_nobody_can_be_called(outcomes: dict[str, str], deed: str) -> None:
    if outcomes["filter"] == "False":
        pytest.skip("this kernel takes no filter of system calls, or the machine is of another kind")
    assert outcomes[deed].startswith("refused")


@pytest.mark.skipif(sys.platform != "linux", reason="the state of a process as Linux tells it")
def test_the_process_of_the_desk_is_confined_and_reads_all_the_same(process: ReadingProcess) -> None:
    answers: Queue[Any] = Queue()
    for path in EXAMPLES:
        process.load(path, None, answers.put)
        assert isinstance(answers.get(timeout=PATIENCE), Loaded)
    assert process._connection is not None
    launched: Any = process._connection._process
    status = Path(f"/proc/{launched._process.pid}/status").read_text(encoding="utf-8")
    told = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert told["NoNewPrivs"] == "1"
    assert told["Seccomp"] == "2"


def test_the_folder_it_was_started_in_is_not_among_what_may_be_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here, libraries = tmp_path / "here", tmp_path / "libraries"
    for each in (here, libraries):
        each.mkdir()
        monkeypatch.syspath_prepend(each)
    monkeypatch.chdir(here)
    places = set(readable_places())
    assert libraries in places
    assert places.isdisjoint({here, tmp_path, Path.home(), Path("/")})


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_the_process_reads_what_it_is_handed_and_cannot_open_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if not available()[0]:
        pytest.skip("this kernel has no Landlock, or has it switched off")
    path = Path(copy(EXAMPLES[-1], tmp_path))

    def open_by_path(file: SourceFile, *_: object) -> Loaded:
        try:
            path.read_bytes()
        except PermissionError:
            return load(file)
        raise EmptyFileError(path)

    monkeypatch.setattr(server, "load", open_by_path)
    process = ReadingProcess(None)
    answers: Queue[Any] = Queue()
    process.load(path, None, answers.put)
    assert answers.get(timeout=PATIENCE) == load(path)
    process.stop()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="copies of a process as on Unix")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_what_is_not_known_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """On another system nothing but the limits is set; tried in a copy, as there is no way back."""
    child = os.fork()
    if child == 0:
        monkeypatch.setattr(sys, "platform", "another")
        confined = confine(is_told_paths=False)
        os._exit(int(confined.landlock or confined.filter or not confined.limits))
    assert os.waitpid(child, 0)[1] == 0

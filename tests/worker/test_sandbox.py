"""What a stranger's file could have the reading process do is refused by the system, not by good manners."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from gouji.model.loaded import Loaded
from gouji.resources import resource
from gouji.worker import ReadingProcess
from gouji.worker.sandbox import confine

EXAMPLES = sorted(resource("examples").glob("*.[pt]*"))
PATIENCE = 60.0
PROBE = """
import ctypes, os, resource, socket, subprocess, sys, threading
from pathlib import Path
target, parent = Path(sys.argv[1]), os.getppid()
sys.path.insert(0, sys.argv[2])
from gouji.worker.sandbox import confine
confined = confine()

def attempt(deed):
    try:
        return f"done: {deed()}"
    except (OSError, RuntimeError) as error:
        return f"refused: {error}"

def thread():
    one = threading.Thread(target=lambda: None)
    one.start()
    one.join()

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
    "think": thread,
    "core": lambda: resource.getrlimit(resource.RLIMIT_CORE),
}.items():
    print(name, attempt(deed))
"""
FILES = ("create", "overwrite", "truncate", "remove", "rename", "folder", "link", "device")
CALLS = ("tcp", "udp", "unix", "fork", "run", "exec", "signal")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What became of every deed of a confined process."""
    target = tmp_path_factory.mktemp("probe") / "target"
    target.write_bytes(b"kept")
    source = str(Path(__file__).parents[2] / "src")
    run = subprocess.run(
        [sys.executable, "-c", PROBE, str(target), source], capture_output=True, encoding="utf-8", check=True
    )
    assert target.read_bytes() == b"kept"
    assert list(target.parent.iterdir()) == [target]
    return {name: rest for name, _, rest in (line.partition(" ") for line in run.stdout.splitlines())}


@pytest.mark.skipif(sys.platform == "win32", reason="limits as on Unix")
def test_reading_and_threads_are_left_and_no_core_is_dumped(outcomes: dict[str, str]) -> None:
    assert outcomes["read"] == "done: b'kept'"
    assert outcomes["think"] == "done: None"
    assert outcomes["core"] == "done: (0, 0)"


@pytest.mark.parametrize("deed", FILES)
def test_nothing_can_be_written(outcomes: dict[str, str], deed: str) -> None:
    if outcomes["landlock"] == "0":
        pytest.skip("this kernel has no Landlock, or has it switched off")
    assert outcomes[deed].startswith("refused")


@pytest.mark.parametrize("deed", CALLS)
def test_nobody_can_be_called(outcomes: dict[str, str], deed: str) -> None:
    if outcomes["filter"] == "False":
        pytest.skip("this kernel takes no filter of system calls, or the machine is of another kind")
    assert outcomes[deed].startswith("refused")


@pytest.fixture
def process() -> Iterator[ReadingProcess]:
    process = ReadingProcess()
    yield process
    process.stop()


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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="copies of a process as on Unix")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_what_is_not_known_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """On another system nothing but the limits is set; tried in a copy, as there is no way back."""
    child = os.fork()
    if child == 0:
        monkeypatch.setattr(sys, "platform", "another")
        confined = confine()
        os._exit(int(confined.landlock or confined.filter or not confined.limits))
    assert os.waitpid(child, 0)[1] == 0

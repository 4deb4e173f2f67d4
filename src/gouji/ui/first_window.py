"""One window for one user and one desk: a second start gives its files to the first, and ends."""

from __future__ import annotations

import getpass
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 3.0
"""Seconds that a second start waits for the first to answer; then it opens a window of its own."""
_MOMENT = 300
"""Milliseconds for one word between two processes of the same machine."""
_LONGEST = 1 << 20
"""Bytes of the longest list of files that is listened to."""
_TAKEN = b"taken\n"


def server_name(folder: Path) -> str:
    """The name under which the window on the desk in the folder is reached by its user."""
    named = f"{getpass.getuser()}\n{folder.resolve()}"
    return f"gouji-{sha256(named.encode()).hexdigest()[:24]}"


def hand_over(folder: Path, paths: Sequence[Path], patience: float = PATIENCE) -> bool:
    """Whether a window on this desk has taken the files, which may be none."""
    message = json.dumps([str(path.absolute()) for path in paths]).encode() + b"\n"
    until = monotonic() + patience
    while not _say(server_name(folder), message):
        # It may be starting just now.
        if monotonic() >= until:
            return False
        sleep(_MOMENT / 3000)
    return True


class FirstWindow(QObject):
    """Takes the files of later starts."""

    asked = Signal(object)
    """The paths that a later start was given."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        # Nobody else may have files opened on this desk.
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)
        # Who holds the lock of the desk is the first: a name in use was left behind by one that was killed.
        QLocalServer.removeServer(server_name(folder))
        self._server.listen(server_name(folder))

    @property
    def is_listening(self) -> bool:
        return self._server.isListening()

    def close(self) -> None:
        """Take no more files."""
        self._server.close()

    def _receive(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setReadBufferSize(_LONGEST)
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() >= _LONGEST:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        paths = _paths(bytes(socket.readLine().data()))
        if paths is None:
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        self.asked.emit(paths)


def _say(name: str, message: bytes) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_MOMENT):
        return False
    socket.write(message)
    socket.flush()
    taken = socket.waitForReadyRead(int(PATIENCE * 1000)) and socket.readAll().data() == _TAKEN
    socket.abort()
    return taken


def _paths(line: bytes) -> list[Path] | None:
    """The paths in a message; None where it is none of ours."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        return None
    return [Path(each) for each in found]

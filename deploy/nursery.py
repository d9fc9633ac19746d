"""Where the parts of a tree are born: a process that has loaded what they share, and forks each of them.

They begin at once instead of after seconds, and hold in memory once what they have in common. It has one thread and
no loop, so that it may be forked. Its orders and its news are lines of JSON, one a message of a socket:

    → {"ready": true}
    {"bear": ["bot", "citizen"]} → {"born": 4711} … {"ended": 4711, "code": 0}
    {"signal": 4711, "with": 15}
"""

import gc
import json
import os
import signal
import socket
import sys
from importlib import import_module
from select import select
from typing import Any

from setproctitle import setproctitle

from deploy.bus.embedded import die_with_parent

SHARED = ("deploy.cli", "deploy.parts", "bots.citizen.app", "bots.moderator.app", "bots.notifier.app")
LONGEST = 64 * 1024  # bytes of a message


def main() -> None:
    """Serve the socket that is handed over by its number, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl-C is for whoever leads the tree, and tells us
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # else numpy begins more as soon as it is loaded
    for module in SHARED:
        import_module(module)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # from now on there may be children, who end first
    gc.freeze()  # the collector would write to each page that is shared
    with socket.socket(fileno=int(sys.argv[1])) as door:
        arguments = Nursery(door).open()
    if arguments is not None:
        _live(arguments)


class Nursery:
    """The children that live, and the door that orders come through."""

    def __init__(self, door: socket.socket) -> None:
        self._door, self._living = door, set[int]()
        self._bell, ringing = os.pipe()
        for end in (self._bell, ringing):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(ringing)

    def open(self) -> list[str] | None:
        """Work until there is nobody to work for; in a child that was born, return its arguments at once."""
        self._tell(ready=True)
        while True:
            ready, _, _ = select([self._door.fileno(), self._bell], [], [])
            if self._bell in ready:
                os.read(self._bell, LONGEST)
                self._bury()
            if self._door.fileno() in ready:
                message = self._door.recv(LONGEST)
                if not message:
                    return None
                order = json.loads(message)
                if "bear" in order and self._bear():
                    return list(order["bear"])
                if order.get("signal") in self._living:
                    os.kill(order["signal"], order["with"])

    def _bear(self) -> bool:
        """Fork, and say in the child that it is one."""
        parent = os.getpid()
        child = os.fork()
        if child:
            self._living.add(child)
            self._tell(born=child)
            return False
        signal.set_wakeup_fd(-1)
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD):
            signal.signal(each, signal.SIG_DFL)
        die_with_parent()
        if os.getppid() != parent:  # it has died before we could ask to be told
            os._exit(0)
        return True

    def _bury(self) -> None:
        for child in tuple(self._living):
            gone, status = os.waitpid(child, os.WNOHANG)
            if gone:
                self._living.remove(child)
                self._tell(ended=child, code=os.waitstatus_to_exitcode(status))

    def _tell(self, **news: Any) -> None:
        self._door.send(json.dumps(news).encode())


def _live(arguments: list[str]) -> None:
    """Be a part: what `palabre ARGUMENTS` is in a process of its own."""
    from deploy.cli import main as palabre  # noqa: PLC0415 - whoever imports the nursery's words loads no command

    setproctitle(f"palabre {' '.join(arguments)}")
    palabre(arguments, prog_name="palabre")


if __name__ == "__main__":
    main()

"""CircuitMatter's device as a peer on a free UDP port, without mDNS.

The first line of output is {"ready": true, "port": …, "passcode": …, "discriminator": …};
its log is standard error. The process ends when its standard input does.
"""

import json
import os
import select
import socket
import sys
import tempfile
from pathlib import Path


class FreePortSocket(socket.socket):
    """CircuitMatter binds port 5541; a test takes whichever is free."""

    def bind(self, address):
        super().bind((address[0], 0, *address[2:]))


class SocketPool:
    AF_INET6 = socket.AF_INET6
    SOCK_DGRAM = socket.SOCK_DGRAM
    socket = FreePortSocket


class NoMDNS:
    """Advertises nothing: the tests name address and port."""

    def advertise_service(self, *_, **__):
        pass


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    with tempfile.TemporaryDirectory(prefix="circuitmatter-") as folder:
        import circuitmatter

        state_file = Path(folder) / "state.json"
        matter = circuitmatter.CircuitMatter(
            socketpool=SocketPool, mdns_server=NoMDNS(), state_filename=str(state_file)
        )
        state = json.loads(state_file.read_text())
        ready = {
            "ready": True,
            "port": matter.socket.getsockname()[1],
            "passcode": state["passcode"],
            "discriminator": state["discriminator"],
        }
        answers.write(json.dumps(ready) + "\n")
        while True:
            readable, _, _ = select.select([matter.socket, sys.stdin], [], [], 0.05)
            if sys.stdin in readable and not os.read(sys.stdin.fileno(), 4096):
                return
            matter.process_packets()


if __name__ == "__main__":
    main()

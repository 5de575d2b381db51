"""A UDP relay between a controller and one device, which records and can lose what the device says.

  udp_relay.py PORT          the device's port on ::1

The first line of output is {"ready": true, "port": …}: the port that stands in for the device's.
Each datagram then gives a line {"from": "controller" | "device", "dropped": false, "bytes": "hex"}.
The command {"drop": 2} on standard input loses the second datagram from the device counted from
there, once; it is answered by {"dropping": 2}, and 0 loses none. The process ends when its input
does.
"""

import json
import select
import socket
import sys

MAXIMUM_DATAGRAM = 65535


class Relay:
    def __init__(self, device_port: int) -> None:
        self.device = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
        self.device.connect(("::1", device_port))
        self.controller = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
        self.controller.bind(("::1", 0))
        self.controller_address = None
        self.until_drop = 0

    def run(self) -> None:
        self.say({"ready": True, "port": self.controller.getsockname()[1]})
        while True:
            readable, _, _ = select.select([sys.stdin, self.controller, self.device], [], [])
            if sys.stdin in readable:
                line = sys.stdin.readline()
                if not line:
                    return
                self.until_drop = json.loads(line)["drop"]
                self.say({"dropping": self.until_drop})
            if self.controller in readable:
                datagram, self.controller_address = self.controller.recvfrom(MAXIMUM_DATAGRAM)
                self.record("controller", datagram, dropped=False)
                self.device.send(datagram)
            if self.device in readable:
                self.pass_on_from_device()

    def pass_on_from_device(self) -> None:
        try:
            datagram = self.device.recv(MAXIMUM_DATAGRAM)
        except ConnectionRefusedError:
            return
        dropped = self.until_drop == 1
        self.until_drop = max(0, self.until_drop - 1)
        self.record("device", datagram, dropped)
        if not dropped:
            self.controller.sendto(datagram, self.controller_address)

    def record(self, sender: str, datagram: bytes, dropped: bool) -> None:
        self.say({"from": sender, "dropped": dropped, "bytes": datagram.hex()})

    def say(self, line: dict) -> None:
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    Relay(int(sys.argv[1])).run()

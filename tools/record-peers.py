"""Records the golden traces that need real time: both parties over loopback, and foreign stacks.

  record-peers.py MATTER_SIM PEERS FOLDER REASON

MATTER_SIM is the program, PEERS the folder of the peers' scripts, FOLDER takes the traces, and REASON
says in them why they were recorded. Prints a line for each trace: its name, a tab, and what it shows.
"""

import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

PASSCODE = 20202021
WRONG_PASSCODE = 20202022
PATIENCE_SECONDS = 60

matter_sim, peers, folder, reason = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]


class Process:
    """A program that talks in lines of JSON."""

    def __init__(self, *command: str) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, bufsize=1)

    def say(self, line: dict) -> None:
        self.process.stdin.write(json.dumps(line) + "\n")

    def hear(self, wanted=lambda line: True) -> dict:
        for text in self.process.stdout:
            if text.startswith("{") and wanted(line := json.loads(text)):
                return line
        raise RuntimeError(f"{self.process.args[0]} ended without the line that was expected")


@contextmanager
def running(*command: str):
    child = Process(*command)
    try:
        yield child
    finally:
        child.process.terminate()
        try:
            child.process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            child.process.kill()


def peer(name: str, *arguments: str):
    return running(sys.executable, str(peers / name), *arguments)


def record(name: str) -> list[str]:
    return ["--record", str(folder / f"{name}.pcapng"), "--force", "--reason", reason,
            "--format", "json"]


@contextmanager
def device(name: str):
    with running(matter_sim, "device", "--port", "0", "--passcode", str(PASSCODE),
                 "--seed", "1", *record(name)) as child:
        listening = child.hear(lambda line: line["event"] == "listening")
        child.hear(lambda line: line["event"] == "window_opened")
        yield child, listening["port"]


def pair(controller: Process, port: int, passcode: int, node: int) -> dict:
    controller.say({"op": "pase", "address": "::1", "port": port, "passcode": passcode, "node": node})
    return controller.hear(lambda line: "ok" in line)


@contextmanager
def chip_controller():
    with peer("chip_controller.py") as controller:
        controller.hear(lambda line: line.get("ready"))
        yield controller


def loopback(name: str, summary: str, *options: str) -> None:
    subprocess.run([matter_sim, "pase", "--seed", "1", *options, *record(name)], check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=200)
    print(f"{name}\t{summary}")


def chip_good() -> None:
    with device("chip-good") as (child, port), chip_controller() as controller:
        assert pair(controller, port, PASSCODE, 1)["ok"]
        child.hear(lambda line: line["event"] == "session_established")
    print("chip-good\tThe CHIP SDK's controller pairs with this device.")


def chip_wrong_passcode() -> None:
    with device("chip-wrong-passcode") as (child, port), chip_controller() as controller:
        assert not pair(controller, port, WRONG_PASSCODE, 1)["ok"]
        child.hear(lambda line: line["event"] == "pairing_failed")
    print("chip-wrong-passcode\tThe CHIP SDK's controller tries one wrong passcode.")


def chip_twenty_attempts() -> None:
    with device("chip-twenty-attempts") as (child, port), chip_controller() as controller:
        for node in range(1, 21):
            assert not pair(controller, port, WRONG_PASSCODE, node)["ok"]
        child.hear(lambda line: line["event"] == "window_closed")
    print("chip-twenty-attempts\tThe CHIP SDK's controller tries a wrong passcode 20 times, "
          "and the window closes.")


def chip_lossy() -> None:
    with device("chip-lossy") as (child, port), peer("udp_relay.py", str(port)) as relay:
        relay_port = relay.hear(lambda line: line.get("ready"))["port"]
        relay.say({"drop": 2})
        relay.hear(lambda line: "dropping" in line)
        with chip_controller() as controller:
            assert pair(controller, relay_port, PASSCODE, 1)["ok"]
            child.hear(lambda line: line["event"] == "session_established")
    print("chip-lossy\tThe CHIP SDK's controller pairs though the device's second datagram is "
          "lost once.")


def circuitmatter_good() -> None:
    with peer("circuitmatter_device.py") as other:
        ready = other.hear(lambda line: line.get("ready"))
        subprocess.run(
            [matter_sim, "pair", f"[::1]:{ready['port']}", "--passcode", str(ready["passcode"]),
             "--seed", "1", *record("circuitmatter-good")],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=100)
    print("circuitmatter-good\tThis commissioner pairs with CircuitMatter's device.")


loopback("loopback-good", "Both parties over loopback: pairing, an echo, and CloseSession.")
loopback("loopback-lossy", "The same on a wire that loses, doubles and delays datagrams.",
         "--drop", "0.2", "--duplicate", "0.1", "--reorder", "0.1")
chip_good()
chip_wrong_passcode()
chip_twenty_attempts()
chip_lossy()
circuitmatter_good()

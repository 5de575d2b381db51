"""The CHIP SDK's controller as a peer: commands as JSON lines in, answers as JSON lines out.

  {"op": "pase", "address": "::1", "port": 5540, "passcode": 20202021, "node": 1}
  {"op": "expire", "node": 1}

Each command is answered by one line, in order: {"ok": true, "seconds": 0.05, "errors": []}, or
{"ok": false, "error": "…", "seconds": 4.2, "errors": ["SC: PASESession timed out …", …]}, where
`errors` are those that the SDK logged meanwhile: they tell why, `error` mostly does not.
The first line is {"ready": true}. The process ends when its input does. Its log is standard error.

The library keeps its state in /data and /tmp, which it has by name. This process works in a folder
of its own instead: once loaded, the names in memory are changed to lie below the current folder,
so that neither root nor a namespace is needed and nothing is left behind.
"""

import argparse
import asyncio
import ctypes
import json
import logging
import mmap
import os
import sys
import tempfile
import time
from pathlib import Path

STATE_PATHS = {
    b"/data/chip_factory.ini\0": b".data/chip_factory.ini\0",
    b"/data/chip_config.ini\0": b".data/chip_config.ini\0",
    b"/data/chip_counters.ini\0": b".data/chip_counters.ini\0",
    b"/tmp/chip_kvs\0": b".data/kvs____\0",
}


def address_of(library: Path, offset: int) -> int:
    """Where the byte at `offset` of the loaded `library` lies in memory."""
    for line in Path("/proc/self/maps").read_text().splitlines():
        span, _, start, _, _, *path = line.split(maxsplit=5)
        if path != [str(library)]:
            continue
        low, high = (int(end, 16) for end in span.split("-"))
        if int(start, 16) <= offset < int(start, 16) + high - low:
            return low + offset - int(start, 16)
    raise RuntimeError(f"{library} is not mapped at offset {offset:#x}")


def redirect_state_paths(library: Path) -> None:
    """Makes the loaded `library` keep its state below the current folder."""
    with library.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as image:
        offsets = {name: image.find(name) for name in STATE_PATHS}
        unique = all(image.find(name, at + 1) < 0 for name, at in offsets.items())
    if not unique or min(offsets.values()) < 0:
        raise RuntimeError(f"{library} does not hold each of {list(STATE_PATHS)} exactly once")
    for name, offset in offsets.items():
        overwrite(address_of(library, offset), STATE_PATHS[name])


def overwrite(address: int, replacement: bytes) -> None:
    """Puts `replacement` at `address` of this process's read-only memory."""
    libc = ctypes.CDLL(None, use_errno=True)
    first = address // mmap.PAGESIZE * mmap.PAGESIZE
    size = address + len(replacement) - first

    def protect(access: int) -> None:
        if libc.mprotect(ctypes.c_void_p(first), ctypes.c_size_t(size), access) != 0:
            raise OSError(ctypes.get_errno(), "the library's pages cannot be made writable")

    protect(mmap.PROT_READ | mmap.PROT_WRITE)
    ctypes.memmove(address, replacement, len(replacement))
    protect(mmap.PROT_READ)


class ErrorCollector(logging.Handler):
    """Keeps the errors that the SDK logs until they are taken."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(f"{record.name.rpartition('.')[2]}: {record.getMessage().strip()}")

    def take(self) -> list[str]:
        taken, self.errors = self.errors, []
        return taken


class Controller:
    """A commissioner on a fabric of its own."""

    def __init__(self, folder: Path) -> None:
        import chip.native
        import chip.logging

        library = Path(chip.native.FindNativeLibraryPath(chip.native.Library.CONTROLLER)).resolve()
        ctypes.CDLL(str(library))
        redirect_state_paths(library)
        chip.native.Init()
        chip.logging.RedirectToPythonLogging()
        self.errors = ErrorCollector()
        logging.getLogger("chip.native").addHandler(self.errors)

        from chip.CertificateAuthority import CertificateAuthorityManager
        from chip.ChipStack import ChipStack

        # An authority ends with its manager, so both are held.
        self.stack = ChipStack(persistentStoragePath=str(folder / "controller.json"))
        self.authorities = CertificateAuthorityManager(self.stack)
        self.authority = self.authorities.NewCertificateAuthority()
        self.fabric = self.authority.NewFabricAdmin(vendorId=0xFFF1, fabricId=1)
        self.commissioner = self.fabric.NewController(useTestCommissioner=True)

    async def pase(self, address: str, port: int, passcode: int, node: int) -> None:
        await self.commissioner.EstablishPASESessionIP(address, passcode, node, port)

    async def settle(self) -> None:
        """Waits for what the SDK is doing: it reports one failure twice, and a command begun
        between the two would take the second for its own."""
        await self.stack.CallAsyncWithResult(lambda: None)

    async def expire(self, node: int) -> None:
        self.commissioner.ExpireSessions(node)


async def answer(controller: Controller, command: dict) -> dict:
    operation = {"pase": controller.pase, "expire": controller.expire}[command.pop("op")]
    controller.errors.take()
    start = time.monotonic()
    try:
        await operation(**command)
        outcome = {"ok": True}
    except Exception as error:
        outcome = {"ok": False, "error": str(error)}
    await controller.settle()
    seconds = round(time.monotonic() - start, 4)
    return {**outcome, "seconds": seconds, "errors": controller.errors.take()}


async def serve(controller: Controller, answers) -> None:
    answers.write(json.dumps({"ready": True}) + "\n")
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        answers.write(json.dumps(await answer(controller, json.loads(line))) + "\n")


def main() -> None:
    argparse.ArgumentParser(description="CHIP SDK controller").parse_args()
    # The library prints to standard output: that goes to standard error, the answers stay alone.
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    logging.basicConfig(level=logging.DEBUG, format="%(relativeCreated)d %(name)s %(message)s")
    with tempfile.TemporaryDirectory(prefix="chip-controller-") as folder:
        os.chdir(folder)
        Path(".data").mkdir()
        asyncio.run(serve(Controller(Path(folder)), answers))
        os.chdir("/")
    # The library's own threads need no farewell, and its clean-up may wait for sessions to end.
    answers.close()
    os._exit(0)


if __name__ == "__main__":
    main()

"""Runs one command and tells what it took: seconds by the clock, processor seconds, and memory.

    python -I -S benchmarks/measuring.py FOLDER LOG COMMAND ...

prints a line of JSON. It is a small process of its own, since Linux counts the memory of whoever starts a program as that
program's for a moment, and the one who compares builds has grown by then.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY = 0.1
"""Seconds between two looks at the memory of all processes together."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of a command took."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Processor seconds of all its processes."""
    largest: float
    """Peak memory of the largest single process, in MB."""
    together: float
    """Most memory seen of all its processes at one time, pages that they share counted once, in MB; it may miss a short peak."""
    status: int
    """0 if it did its work."""
    told: str
    """The last lines it said."""


def measured(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Measured:
    """Run the command in this folder, with these settings beside the ones of the environment."""
    log = folder / "said.log"
    measure = [sys.executable, "-I", "-S", str(Path(__file__).resolve()), str(folder), str(log), *command]
    done = subprocess.run(measure, env={**os.environ, **environment}, check=True, capture_output=True, text=True)
    said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return Measured(**json.loads(done.stdout), told="\n".join(said[-3:]))


def _run(command: Sequence[str], folder: str, log: str) -> dict[str, float]:
    watch = _Watch()
    with Path(log).open("wb") as said:
        began = time.perf_counter()
        running = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT, start_new_session=True)
        threading.Thread(target=watch.look, args=(running.pid,), daemon=True).start()
        _pid, status, used = os.wait4(running.pid, 0)
        wall = time.perf_counter() - began
    running.returncode = os.waitstatus_to_exitcode(status)  # It is reaped; Popen must not wait for it again.
    unit = 1 if sys.platform == "darwin" else 1024
    return {
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "largest": used.ru_maxrss * unit / 1e6,
        "together": watch.most / 1e6,
        "status": running.returncode,
    }


class _Watch:
    """Looks at a session's memory again and again; knows the most it saw, in bytes."""

    def __init__(self) -> None:
        self.most = 0

    def look(self, session: int) -> None:
        while True:
            self.most = max(self.most, sum(map(_memory, _processes(session))))
            time.sleep(LOOK_EVERY)


def _processes(session: int) -> list[Path]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            # The name of a program may hold spaces; what counts comes after the bracket that closes it.
            told = (process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
        except OSError:
            continue
        if int(told.split()[3]) == session:
            found.append(process)
    return found


def _memory(process: Path) -> int:
    try:
        told = (process / "smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("Pss:"))


if __name__ == "__main__":
    print(json.dumps(_run(sys.argv[3:], sys.argv[1], sys.argv[2])))

"""One reader of spoilt directories in a process of its own, which watches its time and its memory.

python -m tests.fuzz.reading 0 1000       the numbers of the inputs; what came of them is printed as JSON
"""

from __future__ import annotations

import json
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

from generator.load import load
from generator.problems import as_text
from tests.fuzz.inputs import spoilt
from tests.town import TODAY

MOST_SECONDS = 2.0
"""Of the processor's time, for one file."""
MOST_MEMORY = 300_000_000
"""Bytes, for the process as a whole."""
ROOM = 1_500_000_000
"""Address space at which the system stops the process, long before it stops the machine."""


class TooLongError(Exception):
    """A file kept the reader busy."""


def most_memory() -> int:
    """The most memory that this process held, in bytes. What `getrusage` tells has in it that of whoever started it."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _too_long(_signal: int, _frame: object) -> None:
    raise TooLongError


def judged(data: bytes, folder: Path) -> tuple[str, float]:
    """What came of one file: `directory`, `problems`, or why that was wrong; and the processor's time it took."""
    file = folder / "resources.yaml"
    file.write_bytes(data)
    before = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS * 1.5)
    try:
        loaded = load(file, root=folder, today=TODAY)
        told = [as_text(problem) for problem in loaded.problems]
    except TooLongError:
        return "too long", time.process_time() - before
    except Exception:  # noqa: BLE001 - this is what is looked for
        return traceback.format_exc(limit=-4), time.process_time() - before
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - before
    if took > MOST_SECONDS:
        return "too long", took
    if any("\n" in line or not line.isprintable() for line in told):
        return "a problem of more than one visible line", took
    if loaded.directory is None and not loaded.errors:
        return "nothing was read and nothing told", took
    return "directory" if loaded.directory else "problems", took


def read_all(first: int, last: int) -> dict[str, Any]:
    """What came of the inputs with these numbers."""
    signal.signal(signal.SIGPROF, _too_long)
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    outcomes: Counter[str] = Counter()
    wrong: dict[int, str] = {}
    worst = (0.0, first)
    with tempfile.TemporaryDirectory() as name:
        for number in range(first, last):
            outcome, took = judged(spoilt(number), Path(name))
            if outcome in {"directory", "problems"}:
                outcomes[outcome] += 1
            else:
                wrong[number] = outcome
            worst = max(worst, (took, number))
    memory = most_memory()
    return {"outcomes": outcomes, "wrong": wrong, "worst": worst, "memory": memory}


if __name__ == "__main__":
    print(json.dumps(read_all(int(sys.argv[1]), int(sys.argv[2]))))

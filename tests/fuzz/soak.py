"""The soak: a hundred thousand spoilt directories, read by several processes at once (`make fuzz`).

    python -m tests.fuzz.soak 100000 2        how many, and by how many processes

Says how many were read a second, what came of them, and the most time and memory that one of them took.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.fuzz.reading import MOST_MEMORY, MOST_SECONDS

ROOT = Path(__file__).resolve().parents[2]
BATCH = 2_500
"""Inputs that one process reads before a fresh one takes over, so that a crash costs little and is found soon."""


def batch(first: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.fuzz.reading", str(first), str(first + BATCH)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        died = {str(first): f"the process ended with {done.returncode}: {done.stderr[-1500:]}"}
        return {"outcomes": {}, "wrong": died, "worst": [0, first], "memory": 0}
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main(arguments: list[str]) -> int:
    wanted, processes = (int(arguments[0]) if arguments else 100_000, int(arguments[1]) if len(arguments) > 1 else 2)
    began = time.monotonic()
    outcomes: Counter[str] = Counter()
    wrong: dict[str, str] = {}
    worst, memory, done = [0.0, 0.0], 0, 0
    with ThreadPoolExecutor(processes) as pool:
        for found in pool.map(batch, range(0, wanted, BATCH)):
            outcomes.update(found["outcomes"])
            wrong |= found["wrong"]
            worst, memory, done = max(worst, found["worst"]), max(memory, found["memory"]), done + BATCH
            if done % (10 * BATCH) == 0:
                print(f"{done} read, {len(wrong)} wrong, {done / (time.monotonic() - began):.0f} a second", flush=True)
    told = ", ".join(f"{times} {what}" for what, times in outcomes.most_common())
    print(f"{done} inputs in {time.monotonic() - began:.0f} s by {processes} processes: {told}; {len(wrong)} wrong.")
    print(
        f"The longest took {worst[0]:.2f} s of the processor (input {worst[1]:.0f}; {MOST_SECONDS:.0f} s are allowed)."
    )
    print(f"No process used more than {memory / 1e6:.0f} MB ({MOST_MEMORY / 1e6:.0f} MB are allowed).")
    for number, why in list(wrong.items())[:20]:
        print(f"\nInput {number}:\n{why}")
    return 1 if wrong or memory > MOST_MEMORY else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

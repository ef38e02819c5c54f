"""How long reading a large directory takes, against PyYAML's CSafeLoader on the same file.

    python benchmarks/read_yaml.py [--listings 10000] [--rounds 5]

Both loaders run in one process, in turn, so that a busy machine slows both. The aim is a ratio of at most 0.35.
Memory is measured apart, in a process for each loader: the peak while loading and what the result keeps.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
AIM = 0.35
PROSE = (
    "group peer support evening tea walk talk hope town hall library people step week friend quiet room open door come "
    "along listen share music garden craft cook sleep worry recovery strength plan"
)


def listings_text(number: int, seed: int = 1) -> str:
    """A directory of so many groups, the same for the same seed: about 1.1 kB and 36 named values a group."""
    chance = random.Random(seed)
    parts = ["directory:\n  name: Our Town\n  time_zone: Europe/London\n  country: GB\n\ngroups:\n"]
    parts += [_listing(chance, index) for index in range(number)]
    return "".join(parts)


def _listing(chance: random.Random, index: int) -> str:
    words = PROSE.split()

    def prose(length: int) -> str:
        return " ".join(chance.choice(words) for _ in range(length)).capitalize()

    return f"""\
  - id: group-{index}
    name: {prose(3)} {index}
    summary: {prose(14)}.
    description: >
      {prose(24)}.
      {prose(24)}.
    organization: org-{index % 200}
    goals: [friends, coping, meaning]
    areas: [north, centre]
    schedule:
      - every: week
        on: {chance.choice(["Monday", "Tuesday", "Friday"])}
        from: 18:30
        to: 20:00
    location:
      name: {prose(2)} Hall
      address: {chance.randint(1, 99)} High Street
      postcode: AB{chance.randint(1, 9)} {chance.randint(1, 9)}CD
    contact:
      name: {chance.choice(["Jo", "Sam", "Alex"])}
      phone: 020 7946 {chance.randint(1000, 9999)}
      email: group{index}@example.org
      web: https://example.org/groups/{index}
    cost: free
    languages: [en, cy]
    access: [step-free, hearing loop]
    first_visit: {prose(20)}.
    verified: 2026-09-{chance.randint(1, 28):02d}
"""


def loaders(path: Path) -> dict[str, Callable[[], object]]:
    """The loaders to be compared, each reading the file from disk."""
    # The script is run by its path, so the project is not importable by itself.
    sys.path.insert(0, str(ROOT))
    from generator.source import read

    def with_yaml() -> object:
        with path.open(encoding="utf-8") as stream:
            return yaml.load(stream.read(), Loader=yaml.CSafeLoader)

    return {"waypost": lambda: read(path, root=path.parent), "CSafeLoader": with_yaml}


def seconds(load: Callable[[], object]) -> float:
    """How long one load takes, from a tidy start."""
    gc.collect()
    began = time.perf_counter()
    load()
    return time.perf_counter() - began


def memory(path: Path, name: str) -> str:
    """The peak and the kept memory of one load, in MiB, measured in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--memory-of", name, "--file", str(path)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def memory_here(load: Callable[[], object]) -> str:
    """As `memory`, in this process. libyaml's own buffers are not counted; they are small."""
    tracemalloc.start()
    kept = load()
    gc.collect()
    now, peak = tracemalloc.get_traced_memory()
    del kept
    return f"peak {peak / 2**20:.0f} MiB, kept {now / 2**20:.0f} MiB"


def main() -> int:
    """Measure and print; the exit code is 1 if the aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--listings", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory-of", help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.memory_of:
        print(memory_here(loaders(wanted.file)[wanted.memory_of]))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "resources.yaml"
        path.write_text(listings_text(wanted.listings), encoding="utf-8")
        compared = loaders(path)
        times: dict[str, list[float]] = {name: [] for name in compared}
        for _ in range(wanted.rounds):
            for name, load in compared.items():
                times[name].append(seconds(load))
        medians = {name: statistics.median(taken) for name, taken in times.items()}
        print(f"{wanted.listings} listings, {path.stat().st_size / 1e6:.1f} MB, median of {wanted.rounds} rounds")
        for name in compared:
            fastest, slowest = min(times[name]), max(times[name])
            print(f"  {name:12} {medians[name]:.3f} s ({fastest:.3f} to {slowest:.3f}); {memory(path, name)}")
    ratio = medians["waypost"] / medians["CSafeLoader"]
    print(f"  ratio {ratio:.3f} (aim: at most {AIM})")
    return 0 if ratio <= AIM else 1


if __name__ == "__main__":
    raise SystemExit(main())

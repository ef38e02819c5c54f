"""How long each stage takes from a large file to a checked directory, and how that grows.

    python benchmarks/load_directory.py [--sizes 500,2000,10000]

Times are medians of the rounds; the ratio beside each is to the reading of the same file, which a busy machine slows as
much.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from generator.load import load
from generator.source.reader import read

TODAY = date(2026, 11, 22)
HEAD = """\
directory: {name: Large Town, area_served: Large Town, country: US, time_zone: America/New_York, language: en-US}
crisis: US
goals:
  - {id: rest, name: Rest, summary: Sleep and quiet.}
  - {id: work, name: Work, summary: Work and learning.}
areas:
  - {id: north, name: North}
  - {id: south, name: South}
groups:
"""
GROUP = """\
  - id: group-{n}
    name: {word} circle {n}
    summary: Tea and talk among people who know {word} days, number {n} of many.
    description: |
      We sit together and talk about the week. Whoever wants to speaks, the others listen.

      - Tea is on the table.
      - What is said here stays here.
    goals: [rest, work]
    areas: [{area}]
    schedule:
      when: {when}
      public_holidays: closed
    location:
      name: House {n}
      address: {n} {word} Street
      city: Large Town
      postal_code: "04992"
      accessibility: [step_free, hearing_loop]
    contact:
      phones: (207) 555-{phone:04}
      email: group-{n}@example.org
      website: https://example.org/groups/{n}
    eligibility: {{description: Anybody over 18, minimum_age: 18}}
    joining: drop_in
    cost: free
    languages: [en, es]
    verified: 2026-11-01
    verified_by: Desk
"""
WORDS = ("Quiet", "Open", "Morning", "River", "Harbor", "Lantern", "Orchard", "Meadow", "Bridge", "Garden", "Kettle")
WHENS = (
    "Tuesday 18:30-20:00",
    "1st and 3rd Monday 19:00-20:30",
    "Monday to Friday 09:00-11:00",
    "last Friday 18:00-21:00",
)


def directory_text(size: int) -> str:
    """A directory of so many groups without a mistake, the same for the same size."""
    chance = random.Random(1)
    groups = (
        GROUP.format(
            n=n,
            word=chance.choice(WORDS),
            area=chance.choice(("north", "south")),
            when=chance.choice(WHENS),
            phone=100 + n % 100,
        )
        for n in range(size)
    )
    return HEAD + "".join(groups)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="500,2000,10000")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"{'listings':>8} {'read':>8} {'read, type, check':>18} {'ratio':>6} {'a listing':>10}")
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "resources.yaml"
            path.write_text(directory_text(size), encoding="utf-8")
            reading, loading = [], []
            assert load(path, root=path.parent, today=TODAY).directory, "a directory with mistakes takes another road"
            for _ in range(options.rounds):
                reading.append(_seconds(partial(read, path, root=path.parent)))
                loading.append(_seconds(partial(load, path, root=path.parent, today=TODAY)))
            read_s, load_s = statistics.median(reading), statistics.median(loading)
        print(f"{size:8} {read_s:7.2f}s {load_s:17.2f}s {load_s / read_s:6.1f} {load_s / size * 1e6:7.0f} us")


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()

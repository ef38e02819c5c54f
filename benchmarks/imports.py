"""How long an HSDS import takes and what memory: real and synthetic exports, each in a process of its own.

    python -m benchmarks.imports [--services 10000] [--rounds 3]

Measured is the import itself, from opening the source to the text of every file of the new directory, and beside it the
writing of the files with the report. The bars are 10 s and 300 MB, for the real export and for ten thousand services.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ILLINOIS = ROOT.parent / "shared" / "data" / "hsds-csv-illinois"
TODAY = date(2026, 11, 22)
MOST_SECONDS, MOST_MEGABYTES = 10.0, 300.0


def measure(source: Path) -> dict[str, float]:
    """One import in this process: seconds to make it and to write it, and the most memory so far."""
    from generator.imports.hsds import import_hsds, write

    began = time.perf_counter()
    worked = time.process_time()
    imported = import_hsds(source, name="County", today=TODAY)
    made = time.perf_counter()
    worked = time.process_time() - worked
    with tempfile.TemporaryDirectory() as folder:
        write(imported, Path(folder) / "new")
    written = time.perf_counter()
    return {
        "made": made - began,
        "cpu": worked,
        "written": written - made,
        "megabytes": _peak(),
        "listings": imported.report.made["services"] + imported.report.made["groups"],
        "lines": len(imported.report.lines),
    }


def _peak() -> float:
    """The peak of this program alone; what `getrusage` tells has the memory of whoever started it in it."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("The peak of memory stands in /proc, which this system has not.")


def compare(services: int, rounds: int) -> None:
    """Each source so many times; the middle of the times, the most of the memory."""
    with tempfile.TemporaryDirectory(prefix="hsds-") as folder:
        package = [sys.executable, "-m", "benchmarks.hsds_package", folder, "--services", str(services)]
        subprocess.run(package, check=True, cwd=ROOT)
        sources = {
            "Illinois, CSV 1.x": ILLINOIS,
            f"{services} services, JSON": Path(folder) / "services.json",
            f"{services} services, CSV 3.0": Path(folder) / "tables",
        }
        print("| source | MB | listings | import | of it processor | with writing | peak | lines of report |")
        print("|---|---|---|---|---|---|---|---|")
        for name, source in sources.items():
            if source.exists():
                print(_row(name, source, rounds), flush=True)


def _row(name: str, source: Path, rounds: int) -> str:
    runs = []
    for _ in range(rounds):
        command = [sys.executable, "-m", "benchmarks.imports", "--one", str(source)]
        runs.append(json.loads(subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True).stdout))
    files = [source] if source.is_file() else [path for path in source.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    made = statistics.median(run["made"] for run in runs)
    cpu = statistics.median(run["cpu"] for run in runs)
    written = statistics.median(run["written"] for run in runs)
    peak = max(run["megabytes"] for run in runs)
    mark = "" if made + written <= MOST_SECONDS and peak <= MOST_MEGABYTES else " (over the bar)"
    return (
        f"| {name} | {size:.1f} | {runs[0]['listings']:.0f} | {made:.2f} s | {cpu:.2f} s | {made + written:.2f} s | {peak:.0f} MB{mark} "
        f"| {runs[0]['lines']:.0f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--services", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", type=Path, help="Measure one source in this process and print it as JSON.")
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measure(asked.one)))
    else:
        compare(asked.services, asked.rounds)


if __name__ == "__main__":
    main()

"""How fast, small and steady worksheets become PDFs, beside WeasyPrint on the same sheets.

    python -m benchmarks.sheets --rounds 3 --weasyprint /path/to/python

100 different sheets are printed one after another in one process, on A4, once for the pen and once to type into; processes
take turns within each round, so that a busy machine slows all of them. Both begin with what the printing
needs, made beforehand: ours with the words of the sheet, WeasyPrint with its HTML and with styles that were read once. `--weasyprint`
names the Python of an environment with WeasyPrint in it (`pip install weasyprint==70.0`; it needs Pango of the system);
without it, it is left out.

Then the whole set of worksheets, booklets and posters, as a build prints it: its peak memory, and whether two processes in two
folders, time zones and locales give the same bytes.

The ratio in brackets is that of processor time, which other work on the machine disturbs less; typesetting may use two cores.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.hundred_sheets import ROOT, SITE, demonstration, hundred, styles, web_sheets
from generator.paper.booklet import booklet_jobs
from generator.paper.job import BOOKLETS
from generator.paper.poster import poster_jobs
from generator.paper.press import Press
from generator.paper.sheets import sheet_jobs
from generator.paper.works import Works

AIM = 0.15
LARGEST = {"print": 60, "fill": 80}
MOST_MEMORY = 250
KINDS = ("print", "fill")
SET_KINDS = (*KINDS, "booklet or poster")
STEPS = (25, 50, 100)

Run = dict[str, Any]


def print_ours(kind: str, count: int) -> Run:
    """Print so many sheets on one press, each from its words."""
    survey = hundred(demonstration(), count)
    press = Press()
    ending = "-a4-fill.pdf" if kind == "fill" else "-a4.pdf"
    began = time.perf_counter()
    jobs = [job for job in sheet_jobs(survey, SITE) if job.path.endswith(ending)]
    words = time.perf_counter() - began
    seconds, sizes, memory = [], [], []
    worked = time.process_time()
    for job in jobs:
        began = time.perf_counter()
        pdf = press.print(job)
        seconds.append(time.perf_counter() - began)
        sizes.append(len(pdf))
        memory.append(_peak())
    cpu = time.process_time() - worked
    return {"seconds": seconds, "cpu": cpu, "words": words, "sizes": sizes, "memory": memory}


def print_the_set(cores: int) -> Run:
    """Print every worksheet in every paper, size and kind, every booklet and every poster, as a build does."""
    survey = demonstration()
    digest, sizes = hashlib.sha256(), {kind: [0] for kind in SET_KINDS}
    began = time.perf_counter()
    jobs = (job for kind in (sheet_jobs, booklet_jobs, poster_jobs) for job in kind(survey, SITE))
    for printed in Works(None, cores=cores).printed(jobs):
        digest.update(printed.job.path.encode() + printed.content)
        of_a_sheet = "fill" if printed.job.fillable else "print"
        sizes["booklet or poster" if printed.job.of == BOOKLETS else of_a_sheet].append(len(printed.content))
    return {
        "seconds": [time.perf_counter() - began],
        "count": sum(map(len, sizes.values())) - len(sizes),
        "sizes": {kind: max(each) for kind, each in sizes.items()},
        "memory": [_peak()],
        "sha256": digest.hexdigest(),
        "folder": str(ROOT),
    }


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def child(*arguments: str, python: str = sys.executable, cwd: Path = ROOT, **environment: str) -> Run:
    """What one of these prints in a process of its own."""
    script = ["-m", "benchmarks.sheets"] if python == sys.executable else [str(ROOT / "benchmarks/weasyprint_press.py")]
    done = subprocess.run(
        [python, *script, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(cwd), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    run: Run = json.loads(done.stdout.splitlines()[-1])
    return run


def race(count: int, rounds: int, weasyprint: str | None, folder: Path) -> None:
    """The table of both contenders, for the pen and to type into."""
    if weasyprint:
        (folder / "styles.css").write_text(styles(), encoding="utf-8")
        for name, html in web_sheets(hundred(demonstration(), count)):
            (folder / f"{name}.html").write_text(html, encoding="utf-8")
    runs: dict[tuple[str, str], list[Run]] = {}
    for _ in range(rounds):
        for kind in KINDS:
            runs.setdefault(("Waypost", kind), []).append(child("--child", kind, "--count", str(count)))
            if weasyprint:
                other = child(str(folder), kind, python=weasyprint)
                runs.setdefault(("WeasyPrint", kind), []).append(other)
    print(f"{count} different sheets on A4, one process, {rounds} rounds; {load_now()}\n")
    heads = ["", "for", "all, s (fastest-slowest)", "a sheet, ms", "to WeasyPrint (in processor time)"]
    heads += ["kB: median, largest", "peak MB after 25, 50, 100"]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    for (name, kind), each in runs.items():
        print(row(name, kind, each, runs.get(("WeasyPrint", kind), [])))
    words = [run["words"] / count * 1000 for (name, _), each in runs.items() if name == "Waypost" for run in each]
    print(f"\nMaking the words of a sheet, for all its papers: {statistics.median(words):.0f} ms (not counted above).")
    print(f"Bars: at most {AIM}x; print under {LARGEST['print']} kB, to type into under {LARGEST['fill']} kB.")


def row(name: str, kind: str, runs: Sequence[Run], others: Sequence[Run]) -> str:
    """One line of the table."""
    totals = sorted(sum(run["seconds"]) for run in runs)
    each = statistics.median(second for run in runs for second in run["seconds"]) * 1000
    sizes = sorted(size / 1000 for size in runs[0]["sizes"])
    memory = [runs[0]["memory"][step - 1] for step in STEPS if step <= len(runs[0]["memory"])]
    ratio = "-"
    if others and runs is not others:
        theirs = sorted(sum(run["seconds"]) for run in others)
        worked = [statistics.median(run["cpu"] for run in each) for each in (runs, others)]
        ratio = f"**{statistics.median(totals) / statistics.median(theirs):.2f}** ({worked[0] / worked[1]:.2f})"
    peaks = ", ".join(f"{peak:.0f}" for peak in memory)
    spread = f"{statistics.median(totals):.1f} ({totals[0]:.1f}-{totals[-1]:.1f})"
    weights = f"{statistics.median(sizes):.0f}, {sizes[-1]:.0f}"
    return f"| {name} | {kind} | {spread} | {each:.0f} | {ratio} | {weights} | {peaks} |"


def steadiness(folder: Path, cores: int) -> None:
    """The whole set: time, memory and sizes, and the same bytes from elsewhere."""
    # Both are copies, so that nobody's work on the code in between can change one of them alone.
    places = [folder / "one", folder / "other place"]
    for name in ("generator", "benchmarks", "listings", "resources.yaml"):
        (places[0] / name).parent.mkdir(exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, places[0] / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, places[0] / name)
    shutil.copytree(places[0], places[1])
    one = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    other = {"TZ": "Pacific/Kiritimati", "LC_ALL": "es_ES.UTF-8", "PYTHONHASHSEED": "2", "HOME": str(folder)}
    here = child("--child", "set", "--cores", str(cores), cwd=places[0], **one)
    there = child("--child", "set", cwd=places[1], **other)
    if there["folder"] == here["folder"]:
        raise SystemExit("both processes printed from the same folder")
    same = "the same bytes" if here["sha256"] == there["sha256"] else "OTHER BYTES"
    for run, cores_used in ((here, cores), (there, 1)):
        spent, peak = run["seconds"][0], run["memory"][0]
        print(f"\nThe whole set, {run['count']} PDFs: {spent:.1f} s on {cores_used} cores, peak {peak:.0f} MB", end="")
    print(f" (bar {MOST_MEMORY} MB)")
    print("Largest of it: " + ", ".join(f"{kind} {size / 1000:.0f} kB" for kind, size in here["sizes"].items()))
    print(f"From two processes, folders, time zones, locales and homes: {same} ({here['sha256'][:16]})")


def load_now() -> str:
    """How busy the machine is."""
    return f"load {os.getloadavg()[0]:.1f}"


def main() -> None:
    """Race, then the set."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--cores", type=int, default=1)
    options.add_argument("--weasyprint", metavar="PYTHON", help="the Python of an environment with WeasyPrint in it")
    options.add_argument("--child", choices=[*KINDS, "set"], help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.child:
        made = print_the_set(chosen.cores) if chosen.child == "set" else print_ours(chosen.child, chosen.count)
        print(json.dumps(made))
        return
    with tempfile.TemporaryDirectory() as name:
        race(chosen.count, chosen.rounds, chosen.weasyprint, Path(name))
        steadiness(Path(name), os.cpu_count() or 1)
    print(load_now())


if __name__ == "__main__":
    main()

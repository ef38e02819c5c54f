"""Builds of the same site by ours and by other builders, side by side.

    python -m benchmarks.builds --sizes 200,2000,10000 --rounds 3
    python -m benchmarks.builds --sizes 2000 --only ours,hugo
    python -m benchmarks.builds --sizes 2000 --only ours --serve

All are given the same pages; benchmarks/README.md tells what favours whom. What is not there is left out:
`python -m benchmarks.peer_tools` fetches the others. The figures also go into FOLDER/builds.json.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
from dataclasses import asdict
from functools import partial
from pathlib import Path

from benchmarks.build_rounds import Row, rounds
from benchmarks.build_tables import tables
from benchmarks.builders import eleventy, hugo, one_process, ours, stock_mkdocs
from benchmarks.builders.build import Build, Prepare, Town
from benchmarks.page_sizes import told
from benchmarks.peer_tools import CACHE, PeerTools
from benchmarks.serving import edit_to_page
from benchmarks.town_to_build import town_to_build

BUILDERS: dict[str, Prepare] = {
    "ours": ours.prepare,
    "ours-no-exports": ours.prepare_without_exports,
    "mkdocs": stock_mkdocs.prepare,
    "mkdocs-html": stock_mkdocs.prepare_html,
    "hugo": hugo.prepare,
    "eleventy": eleventy.prepare,
    "zensical": stock_mkdocs.prepare_zensical,
    "one-process": one_process.prepare,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="200,2000,10000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default=",".join(BUILDERS), help="names of builders, with commas between")
    parser.add_argument("--tools", type=Path, default=CACHE, help="where peer_tools has put the other builders")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "waypost-builds")
    parser.add_argument("--cold", action="store_true", help="build from nothing only")
    parser.add_argument("--serve", action="store_true", help="measure edit to reloaded page, and no builds")
    options = parser.parse_args()
    rows: list[Row] = []
    for size in map(int, options.sizes.split(",")):
        folder = options.folder / str(size)
        folder.mkdir(parents=True, exist_ok=True)
        print(f"{size}: laying out (load {os.getloadavg()[0]:.1f})", flush=True)
        names = options.only.split(",")
        town = town_to_build(size, folder, with_pages=not all(name.startswith("ours") for name in names))
        builds = _prepared(names, town, folder, PeerTools(options.tools))
        if options.serve:
            for build in builds:
                times = " ".join(f"{one:.2f}" for one in edit_to_page(build, town))
                print(f"{size} {build.name}: first ready, then edit to page, s: {times}", flush=True)
            continue
        rows += rounds(builds, town, options.rounds, partial(print, flush=True), cold_only=options.cold)
        for build in builds:
            if build.name == "ours":
                print(f"{size}: {told(build.site)}", flush=True)
    if rows:
        _keep(rows, options.folder / "builds.json")
        print(f"\n{tables(rows)}\nLoad at the end: {os.getloadavg()[0]:.1f}")


def _keep(rows: list[Row], file: Path) -> None:
    """Add the rows to those of earlier runs, in place of older ones of the same builder and size."""
    earlier = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
    every = {(row["name"], row["size"]): row for row in (*earlier, *map(asdict, rows))}
    file.write_text(json.dumps([*every.values()], indent=1), encoding="utf-8")


def _prepared(names: list[str], town: Town, folder: Path, tools: PeerTools) -> list[Build]:
    builds = []
    for name in names:
        place = folder / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        try:
            builds.append(BUILDERS[name](town, place, tools))
        except FileNotFoundError as missing:
            print(f"{name} is left out: {missing}")
    return builds


if __name__ == "__main__":
    main()

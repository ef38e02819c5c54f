"""The town that every builder is given: a directory, one of its listings to edit, and its pages taken apart."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from benchmarks.builders.build import Town
from benchmarks.builders.ours import laid_out
from benchmarks.make_directory import write
from benchmarks.measuring import measured
from benchmarks.our_site import PARTS, ROOT, fingerprint
from benchmarks.page_records import Records, take_apart


def town_to_build(size: int, folder: Path, *, with_pages: bool = True) -> Town:
    """The town of so many listings, in this folder; its pages are made anew where the code or the listings have changed.

    Only builders other than ours need its pages.
    """
    directory, records = folder / "directory", Records(folder / "records")
    shutil.rmtree(directory, ignore_errors=True)
    write(size, directory)
    stamp, made_of = folder / "made-of", fingerprint([*(ROOT / part for part in PARTS), directory])
    if with_pages and not (stamp.is_file() and stamp.read_text() == made_of):
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            build = laid_out(directory, Path(scratch))
            done = measured(build.command, build.folder, build.environment)
            if done.status:
                raise RuntimeError(f"Our own build failed: {done.told}")
            take_apart(build.site, records.folder)
        stamp.write_text(made_of)
    return Town(size, directory, records, *_middle(directory))


def _middle(directory: Path) -> tuple[str, str, str]:
    """The group in the middle of its file: the file, the folder of its page, and its summary."""
    parts = sorted((directory / "listings").glob("groups-*.yaml"))
    file = parts[len(parts) // 2] if parts else directory / "resources.yaml"
    typed = file.read_text(encoding="utf-8").partition("\ngroups:\n" if not parts else "groups:\n")[2]
    groups = re.findall(
        r"^  - id: (\S+)\n(?:    .*\n|\n)*?    summary: (.*)$", typed.partition("\nservices:\n")[0], re.MULTILINE
    )
    name, summary = groups[len(groups) // 2]
    return file.relative_to(directory).as_posix(), f"groups/{name}/", summary

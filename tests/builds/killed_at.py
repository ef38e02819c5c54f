"""Runs `mkdocs build` and kills it, as by a power cut, when it is about to change the disk for the n-th time.

python killed_at.py 117 build      n = 0: never; how many changes there were is written to the file CHANGES names
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.utime", "os.symlink", "shutil.rmtree"}


@dataclass
class Killer:
    """Counts changes of the disk, and ends the process at one of them."""

    last: int
    done: int = 0
    renamed: list[int] = field(default_factory=list)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        mode = arguments[1] if event == "open" and len(arguments) > 1 else None
        if event not in CHANGES and not (isinstance(mode, str) and set("wax+") & set(mode)):
            return
        self.done += 1
        if event == "os.rename":
            self.renamed.append(self.done)
        if self.done == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    killer = Killer(int(sys.argv[1]))
    sys.dont_write_bytecode = True
    sys.addaudithook(killer)
    sys.argv = ["mkdocs", *sys.argv[2:]]
    try:
        runpy.run_module("mkdocs", run_name="__main__")
    finally:
        if os.environ.get("CHANGES"):
            told = f"{killer.done} {' '.join(map(str, killer.renamed))}"
            Path(os.environ["CHANGES"]).write_text(told, encoding="utf-8")

"""Write `uv.lock` anew and, from it, the same versions for pip: `make lock`; with `--upgrade` the newest that are allowed.

Both name the public registry only, whatever mirror or extra index this machine is set up with.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REGISTRY = "https://pypi.org/simple"

HEAD = "# Made from uv.lock by `make lock`: what pip installs where there is no uv. Change pyproject.toml, not this file.\n"


def main(arguments: list[str]) -> int:
    uv = shutil.which("uv")
    if uv is None:
        print("To lock, Waypost needs uv: https://docs.astral.sh/uv/ (or: python3 -m pip install uv)", file=sys.stderr)
        return 1
    _uv(uv, "lock", *arguments)
    pdf, dev = ("--extra", "pdf"), ("--extra", "dev")
    for level, more in (("site", pdf), ("site-without-pdf", ()), ("dev", (*pdf, *dev))):
        path = ROOT / "requirements" / f"{level}.txt"
        names = _uv(uv, "export", "--locked", "--no-header", "--no-emit-project", "--group", "build", *more)
        path.write_text(HEAD + names, encoding="utf-8", newline="\n")
        print(f"Locked: {path.relative_to(ROOT)}, {sum(line[:1].isalnum() for line in names.splitlines())} packages")
    return 0


def _uv(uv: str, *command: str) -> str:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_", "VIRTUAL_ENV"))}
    env = {**ours, "UV_NO_CONFIG": "1", "UV_DEFAULT_INDEX": REGISTRY}
    done = subprocess.run([uv, *command, "--quiet"], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Set up `.venv` with the locked packages: `python3 tools/setup.py`, or with `--dev` also what the tests need.

Works with uv where it is installed, else with Python's own venv and pip; both take the versions that `uv.lock` names
(for pip they stand in `requirements/`, with their hashes). A stamp in `.venv` says what was set up, so that a second run
has nothing to do. Only the standard library is used, and any Python 3.7 can read this file, so that an old one gets a
sentence and not a traceback.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Iterator, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "waypost-set-up.json"
OLDEST = (3, 11)
NEWEST_TRIED = 15
LEVELS = ("site", "dev")
"""What can be set up; each holds the one before it."""

ASK = "import sys; print(*sys.version_info[:3]); print(getattr(sys, '_base_executable', None) or sys.executable)"

TOO_OLD = """\
Waypost needs Python {oldest} or newer, and found only {found}.
  Debian, Ubuntu:  sudo apt install python3.11 python3.11-venv
  macOS:           brew install python
  Windows, others: https://www.python.org/downloads/
If it is installed under another name:  make site PYTHON=/where/it/is"""

NO_VENV = """\
{python} has no venv module, with which Waypost keeps its packages to itself.
  Debian, Ubuntu:  sudo apt install python3-venv
or install uv, which does without: https://docs.astral.sh/uv/
Then run this once more."""


WITHOUT_PDF = """\
that did not work; its own words say why. Trying without the PDF engine.
The site will have everything except PDFs of worksheets, booklets and posters; its pages can be printed all the same."""


class Python(NamedTuple):
    """A Python that answered, and its version."""

    path: str
    version: tuple[int, ...]

    def __str__(self) -> str:
        return "Python " + ".".join(map(str, self.version))


class CannotSetUp(Exception):
    """Why it does not work here, in words for the person at the keyboard."""


def set_up(level: str) -> None:
    """Bring `.venv` to `level` ("site" or "dev"), doing only what is not done yet."""
    level = max(level, level_of_stamp(), key=LEVELS.index)
    inside = ask(venv_python())
    stamps = [stamp(level, inside, pdf) for pdf in (True, False)] if inside else []
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") in stamps:
        say("already done.")
        return
    began = time.monotonic()
    if not inside or inside.version[:2] < OLDEST or has_moved():
        remove_venv()
    uv = shutil.which("uv")
    pdf = set_up_with_uv(uv, level) if uv else set_up_with_pip(level)
    inside = ask(venv_python())
    if not inside:
        raise CannotSetUp("The Python in .venv does not start. Delete the folder .venv and run this once more.")
    STAMP.write_text(stamp(level, inside, pdf), encoding="utf-8")
    say(f"done in {time.monotonic() - began:.0f} seconds.")


def set_up_with_uv(uv: str, level: str) -> bool:
    """Whether PDFs can be made afterwards."""
    python = newest_allowed(find_pythons())
    say(f"{python}, with uv")
    say("installing the packages that uv.lock names")
    command = [uv, "sync", "--locked", "--quiet", "--python", python.path]
    pdf, dev = ["--extra", "pdf"], ["--extra", "dev"]
    if "UV_CACHE_DIR" not in os.environ and not home_is_writable():
        command += ["--no-cache"]
    # An environment that happens to be active is not meant, and no Python is fetched unasked.
    env = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    env.update(UV_PROJECT_ENVIRONMENT=str(VENV), UV_PYTHON_DOWNLOADS="never")
    if level == "dev":
        run([*command, *pdf, *dev], env)
    elif not runs([*command, *pdf], env):
        say(WITHOUT_PDF)
        run(command, env)
        return False
    return True


def set_up_with_pip(level: str) -> bool:
    """Whether PDFs can be made afterwards."""
    inside = str(venv_python())
    if not succeeds([inside, "-m", "pip", "--version"]):
        python = with_venv(find_pythons())
        say(f"{python}, with venv and pip")
        run([python.path, "-m", "venv", "--clear", str(VENV)])
    install = [inside, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    say(f"installing the packages that requirements/{level}.txt names")
    pdf = True
    # No source archive of the engine: building it takes a Rust compiler and a quarter of an hour.
    listed = [*install, "--require-hashes", "--only-binary=pikepdf,typst", "-r"]
    if level == "dev":
        run([*listed, str(ROOT / "requirements" / "dev.txt")])
    elif not runs([*listed, str(ROOT / "requirements" / "site.txt")]):
        say(WITHOUT_PDF)
        run([*listed, str(ROOT / "requirements" / "site-without-pdf.txt")])
        pdf = False
    say("installing Waypost itself, to be used where it stands")
    run([*install, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    return pdf


def find_pythons() -> Iterator[Python]:
    """Each Python on this machine, the one that runs this first."""
    minors = range(NEWEST_TRIED, OLDEST[1] - 1, -1)
    names = [sys.executable, "python3", *(f"python3.{minor}" for minor in minors), "python"]
    seen = set()
    for name in names:
        # A name can be on the path and still not start: version managers leave such stand-ins.
        found = ask(shutil.which(name))
        if found and found not in seen:
            seen.add(found)
            yield found


def newest_allowed(pythons: Iterator[Python]) -> Python:
    """The first that is new enough."""
    found = []
    for python in pythons:
        if python.version[:2] >= OLDEST:
            return python
        found.append(str(python))
    raise CannotSetUp(TOO_OLD.format(oldest=".".join(map(str, OLDEST)), found=", ".join(found) or "none"))


def with_venv(pythons: Iterator[Python]) -> Python:
    """The first that is new enough and can make an environment; Debian packs these two modules apart from Python."""
    found = list(pythons)
    enough = newest_allowed(iter(found))
    for python in found:
        if python.version[:2] >= OLDEST and succeeds([python.path, "-c", "import venv, ensurepip"]):
            return python
    raise CannotSetUp(NO_VENV.format(python=enough))


def ask(python: str | Path | None) -> Python | None:
    """What a Python says of itself; None if it does not start. Asked inside an environment, it names the one outside."""
    if not python or not Path(python).exists():
        return None
    try:
        done = subprocess.run(
            [str(python), "-c", ASK], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if done.returncode or len(lines) != 2:
        return None
    return Python(lines[1], tuple(int(number) for number in lines[0].split()))


def stamp(level: str, inside: Python, pdf: bool) -> str:
    """What `.venv` holds: for which lock, which Python, which place on the disk, and whether it can make PDFs."""
    lock = hashlib.sha256()
    for path in (ROOT / "pyproject.toml", ROOT / "uv.lock", *sorted((ROOT / "requirements").glob("*.txt"))):
        lock.update(path.read_bytes())
    facts = {"level": level, "pdf": pdf, "python": str(inside), "folder": str(ROOT), "lock": lock.hexdigest()}
    return json.dumps(facts, indent=1) + "\n"


def level_of_stamp() -> str:
    return str(read_stamp().get("level", LEVELS[0]))


def has_moved() -> bool:
    """An environment knows its place by heart; in a folder that was moved or copied it would act on the old one."""
    return read_stamp().get("folder", str(ROOT)) != str(ROOT)


def read_stamp() -> dict[str, object]:
    try:
        facts = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) and facts.get("level") in LEVELS else {}


def remove_venv() -> None:
    if VENV.is_symlink():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(str(VENV))


def home_is_writable() -> bool:
    try:
        return os.access(str(Path.home()), os.W_OK)
    except RuntimeError:  # a user whom the system does not know, as containers have them
        return False


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def succeeds(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    except OSError:
        return False
    return done.returncode == 0


def runs(command: list[str], env: dict[str, str] | None = None) -> bool:
    return subprocess.run(command, cwd=str(ROOT), env=env, check=False).returncode == 0


def run(command: list[str], env: dict[str, str] | None = None) -> None:
    if not runs(command, env):
        raise CannotSetUp(
            "The step above did not work; its own words say why. Without network nothing can be installed."
        )


def say(what: str) -> None:
    print("Setting up: " + what, flush=True)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Set up .venv with the locked packages, once.")
    parser.add_argument("--dev", action="store_true", help="also what the tests, the linters and the type checker need")
    chosen = parser.parse_args(arguments)
    try:
        set_up("dev" if chosen.dev else "site")
    except CannotSetUp as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

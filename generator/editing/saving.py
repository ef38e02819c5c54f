"""New contents of files, put in place of the old ones whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def save(contents: Mapping[Path, bytes]) -> None:
    """Write each file beside its old form, and only when all are written let them take the old ones' places.

    Raises `OSError` (no room, no permission); then every file is as it was before. The mode of a file stays, and where
    its name is a link, the file that the link leads to is the one written.
    """
    waiting: list[tuple[Path, Path, bytes | None]] = []
    try:
        for path, data in contents.items():
            real = path.resolve()
            if real.exists() and not os.access(real, os.W_OK):
                raise PermissionError(13, "may not be written", str(path))
            waiting.append((_written_beside(real, data), real, real.read_bytes() if real.exists() else None))
    except OSError:
        for new, _, _ in waiting:
            new.unlink(missing_ok=True)
        raise
    done: list[tuple[Path, bytes | None]] = []
    try:
        for new, real, old in waiting:
            new.replace(real)
            done.append((real, old))
    except OSError:
        for real, old in done:
            with suppress(OSError):
                real.unlink() if old is None else _written_beside(real, old).replace(real)
        for new, _, _ in waiting:
            new.unlink(missing_ok=True)
        raise


def _written_beside(path: Path, data: bytes) -> Path:
    """A complete new file in the same folder, so that putting it in place is one step."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        new.chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_mask())
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return new


def _mask() -> int:
    """What new files of this person do not allow; it can only be asked for by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask

"""Work done by a second process while the first goes on: both cores, where there is enough to do."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from typing import IO, TypeVar, cast

T = TypeVar("T")


def apart(make: Callable[[], Iterable[T]]) -> Callable[[], Iterator[T]]:
    """Begin to make things in a process of its own; what comes back waits for it and hands them over, one by one.

    The second process is a copy of this one as it is now, and leaves the things in a file that is gone when nobody
    needs it. Where there can be none, or where it fails, they are made here when they are asked for, so that errors
    are told as ever.

    >>> list(apart(lambda: range(3))())
    [0, 1, 2]
    """
    # A copy of a process with several threads may hang. Elsewhere than on Linux, system libraries forbid copies.
    if sys.platform != "linux" or threading.active_count() > 1 or (os.cpu_count() or 1) == 1:
        return here(make)
    store = tempfile.TemporaryFile()  # noqa: SIM115 - it is open as long as somebody may ask
    gc.freeze()
    child = os.fork()
    if child == 0:
        _leave(make, store)
    gc.unfreeze()
    went_well: list[bool] = []
    otherwise = here(make)

    def made() -> Iterator[T]:
        if not went_well:
            went_well.append(os.waitpid(child, 0)[1] == 0)
        return _read(store, made) if went_well[0] else otherwise()

    weakref.finalize(made, store.close)
    return made


def here(make: Callable[[], Iterable[T]]) -> Callable[[], Iterator[T]]:
    """The same without a second process: made when they are asked for, and once."""
    kept: list[list[T]] = []

    def made() -> Iterator[T]:
        if not kept:
            kept.append(list(make()))
        return iter(kept[0])

    return made


def _leave(make: Callable[[], Iterable[T]], store: IO[bytes]) -> None:
    """In the copy: make them, and end without tidying up what belongs to the first process."""
    status = 1
    try:
        gc.disable()
        for thing in make():
            pickle.dump(thing, store, pickle.HIGHEST_PROTOCOL)
        store.flush()
        status = 0
    finally:
        os._exit(status)


def _read(store: IO[bytes], _owner: object) -> Iterator[T]:
    # Two may read at once: each goes on from where it was itself. While one reads, the owner of the file is needed.
    at = 0
    end = os.fstat(store.fileno()).st_size
    while at < end:
        store.seek(at)
        thing = cast("T", pickle.load(store))  # noqa: S301 - left by our own copy
        at = store.tell()
        yield thing

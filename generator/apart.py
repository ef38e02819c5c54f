"""Work done by a second process while the first goes on: both cores, where there is enough to do."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable
from functools import cache
from typing import TypeVar, cast

T = TypeVar("T")


def apart(make: Callable[[], T]) -> Callable[[], T]:
    """Begin to make something in a process of its own; what comes back waits for it and hands it over.

    The second process is a copy of this one as it is now. Where there can be none, or where it fails, the thing is made
    here when it is asked for, so that its errors are told as ever.

    >>> apart(lambda: [1, 2, 3])()
    [1, 2, 3]
    """
    # A copy of a process with several threads may hang. Elsewhere than on Linux, system libraries forbid copies.
    if sys.platform != "linux" or threading.active_count() > 1 or (os.cpu_count() or 1) == 1:
        return cache(make)
    gc.freeze()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _make(make, reading, writing)
    gc.unfreeze()
    os.close(writing)

    @cache
    def made() -> T:
        with os.fdopen(reading, "rb") as pipe:
            told = pipe.read()
        os.waitpid(child, 0)
        return cast("T", pickle.loads(told)) if told else make()  # noqa: S301 - told by our own copy

    return made


def _make(make: Callable[[], T], reading: int, writing: int) -> None:
    """In the copy: make it, hand it over, and leave without tidying up what belongs to the first process."""
    try:
        os.close(reading)
        gc.disable()
        told = pickle.dumps(make(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(told)
    finally:
        os._exit(0)

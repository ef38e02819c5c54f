"""What a second process makes is what the first would have made, and its failures are told where they belong."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator

import pytest

from generator.apart import apart


def test_it_is_made_by_another_process_and_handed_over() -> None:
    made = apart(lambda: iter([os.getpid(), ["a", {"b": 1}], "c" * 10**6]))
    process, *things = made()
    assert things == [["a", {"b": 1}], "c" * 10**6]
    if sys.platform == "linux" and threading.active_count() == 1 and (os.cpu_count() or 1) > 1:
        assert process != os.getpid()
    both = list(zip(made(), made(), strict=True))
    assert both == [(thing, thing) for thing in (process, *things)], "it can be asked for again, and meanwhile"


def test_what_fails_there_fails_here() -> None:
    def fail() -> Iterator[int]:
        yield 1
        raise ValueError("the listing has no name")

    with pytest.raises(ValueError, match="the listing has no name"):
        list(apart(fail)())


def test_what_cannot_be_handed_over_is_made_here() -> None:
    [lock] = apart(lambda: [threading.Lock()])()
    assert lock.acquire(blocking=False)


def test_beside_other_threads_all_is_made_here() -> None:
    waiting = threading.Event()
    other = threading.Thread(target=waiting.wait)
    other.start()
    try:
        assert list(apart(lambda: [os.getpid()])()) == [os.getpid()]
    finally:
        waiting.set()
        other.join()

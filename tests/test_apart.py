"""What a second process makes is what the first would have made, and its failures are told where they belong."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from generator.apart import apart


def test_it_is_made_by_another_process_and_handed_over() -> None:
    made = apart(lambda: (os.getpid(), ["a", {"b": 1}]))
    process, thing = made()
    assert thing == ["a", {"b": 1}]
    if sys.platform == "linux" and threading.active_count() == 1 and (os.cpu_count() or 1) > 1:
        assert process != os.getpid()
    assert made() == (process, thing), "it can be asked for again"


def test_what_fails_there_fails_here() -> None:
    def fail() -> None:
        raise ValueError("the listing has no name")

    with pytest.raises(ValueError, match="the listing has no name"):
        apart(fail)()


def test_what_cannot_be_handed_over_is_made_here() -> None:
    assert apart(lambda: lambda: 3)()() == 3


def test_beside_other_threads_all_is_made_here() -> None:
    waiting = threading.Event()
    other = threading.Thread(target=waiting.wait)
    other.start()
    try:
        assert apart(os.getpid)() == os.getpid()
    finally:
        waiting.set()
        other.join()

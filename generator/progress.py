"""A bar that shows how far a long work is, where somebody watches: on a terminal, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from generator.words import Words


def bar(speak: Callable[[Words], str] = str) -> Callable[[Words, int, int], None]:
    """What is told of each step (what, how many are done, of how many) and draws the bar.

    It draws to the error stream, so that what a command answers can be piped on; into a file or a log it draws nothing.
    """
    drawn = None

    def step(what: Words, done: int, of: int) -> None:
        nonlocal drawn
        if not sys.stderr.isatty():
            return
        if drawn is None:
            drawn = click.progressbar(length=of, label=speak(what), file=sys.stderr)
            drawn.__enter__()
        drawn.update(1)
        if done == of:
            drawn.__exit__(None, None, None)
            drawn = None

    return step

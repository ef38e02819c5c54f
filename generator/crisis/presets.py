"""The national crisis lines of a country, read from the data files beside this module.

>>> [line.name for line in preset("IE")][:2]
['Emergency services', 'Samaritans']
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from generator.model.crisis import PRESETS, Crisis, CrisisLine
from generator.problems import InputError
from generator.source.reader import read


@cache
def preset(country: str) -> tuple[CrisisLine, ...]:
    """The national lines of a country (two letters), in the order of its file; KeyError if there is no preset for it."""
    if country not in PRESETS:
        raise KeyError(country)
    with as_file(files("generator.crisis") / f"{country.lower()}.yaml") as path:
        document = read(path, root=path.parent)
    if document.problems:
        raise InputError(document.problems)
    rows = document.value["lines"]
    return tuple(CrisisLine.model_validate(row) for row in rows)


def crisis_lines(crisis: Crisis) -> tuple[CrisisLine, ...]:
    """Every line that a directory shows, by kind: the national ones it takes, then its own."""
    return crisis.lines_for(preset(crisis.preset) if crisis.preset else ())

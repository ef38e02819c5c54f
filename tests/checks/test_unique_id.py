from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.finding import Subject, Where
from generator.checks.unique_id import check
from generator.model.about import About
from generator.model.crisis import Crisis
from generator.model.directory import SECTIONS, Directory
from generator.problems import Place

TODAY = date(2026, 11, 22)
TOWN = About(name="Lantern Bay", area_served="Lantern County", country="US", time_zone="America/New_York")
# One set of names for what has a page of its own among the listings; each other section has its own.
TOGETHER = {"groups": "listings", "services": "listings", "worksheets": "listings"}

typed = st.lists(st.tuples(st.sampled_from(sorted(SECTIONS)), st.sampled_from(["a", "b", "a-2", "a-3"])), max_size=20)


def _subject(rows: list[tuple[str, str]]) -> Subject:
    by_section: dict[str, list[tuple[Where, str]]] = {section: [] for section in SECTIONS}
    for section, name in rows:
        by_section[section].append(((section, len(by_section[section]), "id"), name))
    return Subject(
        Directory(directory=TOWN, crisis=Crisis(preset="US")),
        TODAY,
        typed_ids=by_section,
        place=lambda where: Place("resources.yaml", hash(where) % 999 + 1),
    )


@given(typed)
def test_each_id_is_told_once_for_each_time_it_stands_again(rows: list[tuple[str, str]]) -> None:
    times = Counter((TOGETHER.get(section, section), name) for section, name in rows)
    again = Counter({pair: n - 1 for pair, n in times.items() if n > 1})
    findings = list(check(_subject(rows)))
    assert Counter((TOGETHER.get(str(f.where[0]), str(f.where[0])), f.message.values["id"]) for f in findings) == again


@given(typed)
def test_ids_that_are_offered_instead_are_free_and_all_different(rows: list[tuple[str, str]]) -> None:
    offered = [(TOGETHER.get(str(f.where[0]), str(f.where[0])), f.hint.values["free"]) for f in check(_subject(rows))]
    assert len(set(offered)) == len(offered)
    assert not set(offered) & {(TOGETHER.get(section, section), name) for section, name in rows}


@pytest.mark.parametrize("section", sorted(SECTIONS))
def test_ids_are_looked_at_in_every_section(section: str) -> None:
    assert len(list(check(_subject([(section, "a"), (section, "a")])))) == 1

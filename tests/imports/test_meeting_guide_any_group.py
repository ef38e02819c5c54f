"""Whatever weekly groups a directory has, what it publishes as Meeting Guide comes back as the same rows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.about import About
from generator.model.crisis import Crisis
from generator.model.directory import Directory
from generator.model.listing import PeerGroup
from generator.model.taxonomy import Area
from tests.imports.meetings import brought_in, directory, published

SITE = "https://town.example.org/"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Words as people write them. Markup is no part of the form, and is taken out of it.
_WORD = st.text("abcdefgäéñ朝😀XYZ'\"(),;:/\\=+-_0123456789", min_size=1, max_size=9).filter(
    lambda word: word.strip("-– ") == word
)
_LINE = st.lists(_WORD, min_size=1, max_size=6).map(lambda words: f"A {' '.join(words)}.")
_TIME = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 5, 30, 59]))
_DAYS = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=7, unique=True).map(
    lambda days: sorted(days, key=WEEKDAYS.index)
)
_WHEN = st.one_of(
    st.builds(lambda days, begins: f"{', '.join(days)} {begins}", _DAYS, _TIME),
    st.builds(lambda days, begins, ends: f"{', '.join(days)} {begins}-{ends}", _DAYS, _TIME, _TIME).filter(
        lambda when: when[-11:-6] != when[-5:]
    ),
)


def _each_slot_once(lines: list[str]) -> bool:
    """What stands twice in a directory is told once; that is a check's affair."""
    slots = [(day, line.split()[-1]) for line in lines for day in WEEKDAYS if day in line]
    return len(slots) == len(set(slots))


_LOCATION = st.fixed_dictionaries(
    {"address": _LINE, "city": st.sampled_from(["Small Town", "Other Town"])},
    optional={
        "name": _LINE,
        "address_2": st.sampled_from(["Room 3", "Upstairs"]),
        "state_province": st.just("ME"),
        "postal_code": st.just("04999"),
        "directions": _LINE,
        "transit": _LINE,
        "accessibility": st.lists(
            st.sampled_from(["step_free", "accessible_toilet", "parking"]), min_size=1, unique=True
        ),
    },
)
_GROUP = st.fixed_dictionaries(
    {"name": _LINE, "summary": _LINE, "schedule": st.lists(_WHEN, min_size=1, max_size=3).filter(_each_slot_once), "verified": st.just("2026-11-01")},
    optional={
        "description": st.lists(_LINE, min_size=1, max_size=3).map("\n\n".join),
        "is_not": _LINE,
        "eligibility": st.fixed_dictionaries({"description": _LINE}),
        "areas": st.sampled_from([["north"], ["south", "north"]]),
        "languages": st.lists(st.sampled_from(["en", "es", "ase", "pl"]), min_size=1, unique=True),
        "alert": st.fixed_dictionaries({"text": _LINE}),
        "location": st.one_of(_LOCATION, st.just({"confidential": "yes"})),
        "online": st.fixed_dictionaries({"url": st.just("https://meet.example.org/1")}, optional={"how_to_join": _LINE, "phone": st.just("(207) 555-0142")}),
        "contact": st.sampled_from([{"phones": ["(207) 555-0143"]}, {"email": "tea@example.org"}, {"phones": ["(207) 555-0144"], "email": "a@example.org"}]),
        "joining": st.sampled_from(["drop_in", "contact_first"]),
        "application_process": _LINE,
        "cost": st.sampled_from([{"kind": "free"}, {"kind": "fixed", "amount": "$5"}]),
    },
)  # fmt: skip


def town(groups: list[dict[str, Any]]) -> Directory:
    about = {
        "name": "Town",
        "area_served": "Town",
        "country": "US",
        "time_zone": "America/New_York",
        "language": "en-US",
    }
    return Directory(
        directory=About.model_validate(about),
        crisis=Crisis.model_validate("US"),
        areas=(Area(id="north", name="North side"), Area(id="south", name="South side")),
        groups=tuple(PeerGroup.model_validate({**group, "id": f"g{number}"}) for number, group in enumerate(groups)),
    )


@given(st.lists(_GROUP, min_size=1, max_size=4))
@settings(
    max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
def test_out_in_and_out_again_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, groups: list[dict[str, Any]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    rows, _ = published(town(groups), SITE)
    imported = brought_in(rows, folder, country="US", time_zone=None, area_served=None, language=None)
    assert published(directory(imported, folder), SITE)[0] == rows

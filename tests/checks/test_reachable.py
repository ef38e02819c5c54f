from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.problems import Problem

Told = Callable[[str, str], list[Problem]]

ORGANIZATIONS = """organizations:
  - id: with-phone
    name: With phone
    contact: {phones: 988}
  - id: without
    name: Without
locations:
  - id: library
    address: 12 Alder Street
  - id: refuge
    confidential: yes
"""
WHEN_AND_WHERE = "{joining: drop_in, schedule: Tuesday 18:30, location: library}"


@pytest.mark.parametrize(
    ("more", "reached"),
    [
        ("{}", False),
        ("{contact: {website: 'https://example.org'}}", True),
        ("{organization: with-phone}", True),
        ("{organization: without}", False),
        ("{organization: unknown}", True),
        ("{online: {url: 'https://example.org'}}", True),
        ("{online: {phone: (207) 555-0142}}", True),
        ("{online: {platform: Video call}}", False),
        (WHEN_AND_WHERE, True),
        (WHEN_AND_WHERE.replace("library", "refuge"), False),
        (WHEN_AND_WHERE.replace("library", "{name: Town Hall}"), True),
        (WHEN_AND_WHERE.replace("drop_in", "contact_first"), False),
        (WHEN_AND_WHERE.replace("location: library", "keywords: none"), False),
        ("{status: ended}", False),
        ("{status: paused}", False),
    ],
)
def test_an_active_listing_leads_to_somebody(more: str, reached: bool, told: Told) -> None:
    fields = ", ".join(filter(None, ["id: a, name: A, summary: A.", more[1:-1]]))
    problems = told("reachable", f"{ORGANIZATIONS}groups:\n  - {{{fields}}}\n")
    is_active = "status" not in more
    assert bool(problems) is (is_active and not reached)

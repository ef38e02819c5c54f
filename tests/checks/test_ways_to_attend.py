from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.problems import Problem

Told = Callable[[str, str], list[Problem]]


@pytest.mark.parametrize(
    ("more", "times"),
    [
        ("", 0),
        ("location: {name: Hall}", 0),
        ("attending: online", 1),
        ("attending: hybrid", 2),
        ("attending: [online, hybrid], location: {name: Hall}", 1),
        ("attending: online, online: {how_to_join: Write to us.}", 0),
        ("attending: in_person", 1),
        ("attending: in_person, location: {confidential: yes}", 0),
        ("attending: in_person, joining: contact_first, contact: {phones: 988}", 0),
        ("attending: in_person, joining: drop_in, contact: {phones: 988}", 1),
        ("attending: in_person, joining: contact_first", 1),
        ("attending: phone", 1),
        ("attending: phone, contact: {phones: 988}", 0),
        ("attending: phone, contact: {text: 988}", 1),
        ("attending: phone, online: {phone: 988}", 0),
        ("attending: phone, organization: with-phone", 0),
        ("attending: phone, organization: without", 1),
        ("attending: in_person, location: {name: Hall}, online: {url: 'https://example.org'}", 1),
        ("attending: online, online: {url: 'https://example.org'}, location: {name: Hall}", 1),
        ("attending: online, status: ended", 0),
        ("schedule: {when: Tuesday 18:30, attending: online}", 1),
        ("schedule: {when: Tuesday 18:30, attending: online}, online: {url: 'https://example.org'}", 0),
    ],
)
def test_each_way_to_attend_has_its_details_and_each_detail_its_way(more: str, times: int, told: Told) -> None:
    organizations = (
        "organizations:\n  - {id: with-phone, name: A, contact: {phones: 988}}\n  - {id: without, name: B}\n"
    )
    fields = ", ".join(filter(None, ["id: a, name: A, summary: A.", more]))
    assert len(told("ways-to-attend", f"{organizations}groups:\n  - {{{fields}}}\n")) == times


def test_a_way_of_one_evening_is_told_at_that_evening(told: Told) -> None:
    typed = "groups:\n  - id: a\n    name: A\n    summary: A.\n    schedule:\n      - Tuesday 18:30\n      - when: Friday 10:00\n        attending: online\n"
    (problem,) = told("ways-to-attend", typed)
    assert problem.place.line == 8

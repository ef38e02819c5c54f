"""What would lead to a confidential place."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Told

HOUSE = """
services:
  - id: safe-house
    name: Safe House
    summary: A house to stay in.
    description: {description}
    location: {{city: Lantern Bay{confidential}}}
    contact: {{phones: 988, website: '{website}'}}
"""


def house(
    description: str = "Call first.", website: str = "https://example.org", confidential: str = ", confidential: yes"
) -> str:
    return HOUSE.format(description=repr(description), website=website, confidential=confidential)


@pytest.mark.parametrize(
    "description",
    [
        "Ring at 14 Mill Street.",
        "It is 7b Old Quay Rd, second door.",
        "At the corner of Mill and Main.",
        "Find us at 43.2012, -69.0031.",
        "Our spot is ///filled.count.soap for friends.",
    ],
)
def test_a_street_a_spot_and_a_corner_are_told(told: Told, description: str) -> None:
    assert len(told("kept-secret", house(description))) == 1
    assert told("kept-secret", house(description, confidential="")) == []


@pytest.mark.parametrize(
    "website",
    [
        "https://maps.google.com/?q=43.2,-69.0",
        "https://www.google.com/maps/place/x",
        "https://goo.gl/maps/abc",
        "https://www.openstreetmap.org/#map=18/43.2/-69.0",
        "https://w3w.co/map.filled",
        "https://maps.apple.google.com/maps",
    ],
)
def test_a_link_to_a_map_is_told(told: Told, website: str) -> None:
    assert len(told("kept-secret", house(website=website))) == 1


@pytest.mark.parametrize(
    "description",
    [
        "We have 12 rooms and 2 Quiet Corners.",
        "Open since 2012. Way out is always open.",
        "Between 10.5 and 12.5 people stay.",
    ],
)
def test_numbers_and_capitals_alone_are_no_street(told: Told, description: str) -> None:
    assert told("kept-secret", house(description)) == []

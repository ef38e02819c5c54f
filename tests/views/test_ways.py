"""What one can do to reach somebody, and where no map may be."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator.language import Language
from generator.model.contact import Contact
from generator.model.place import Location
from generator.views.ways import address_lines, address_to_copy, host, in_a_map_app, on_the_map, ways_of_contact

ENGLISH = Language.load("en-US")


def ways(**typed: object) -> list[tuple[str, str, str]]:
    found = ways_of_contact(Contact.model_validate(typed), "US", ENGLISH)
    return [(way.verb, way.target, way.href) for way in found]


def test_the_quickest_way_stands_first() -> None:
    found = ways(
        website="https://www.example.org/tea",
        form="https://example.org/write",
        email="tea@example.org",
        text="HELLO to (207) 555-0143",
        phones="(207) 555-0142",
    )
    assert found == [
        ("Call", "(207) 555-0142", "tel:+12075550142"),
        ("Text HELLO to (207) 555-0143", "", "sms:+12075550143?body=HELLO"),
        ("Email", "tea@example.org", "mailto:tea@example.org"),
        ("Write to them", "example.org", "https://example.org/write"),
        ("Website", "example.org", "https://www.example.org/tea"),
    ]


@pytest.mark.parametrize(
    ("kind", "verb", "scheme"),
    [
        ("voice", "Call", "tel"),
        ("text", "Text", "sms"),
        ("fax", "Fax", "tel"),
        ("textphone", "Textphone", "tel"),
        ("video", "Video call in sign language", "tel"),
    ],
)
def test_a_number_is_offered_for_what_answers_there(kind: str, verb: str, scheme: str) -> None:
    [(said, _, href)] = ways(phones=[{"number": "(207) 555-0142", "type": kind}])
    assert said == verb
    assert href.startswith(f"{scheme}:")


def test_what_one_should_know_first_stands_beside_the_number() -> None:
    contact = Contact.model_validate({"phones": [{"number": "(207) 555-0142", "description": "Mornings only."}]})
    [way] = ways_of_contact(contact, "US", ENGLISH)
    assert way.note == "Mornings only."
    assert not way.is_outside


def test_without_a_contact_there_is_no_way() -> None:
    assert ways_of_contact(None, "US", ENGLISH) == []


def test_only_another_site_counts_as_outside() -> None:
    contact = Contact.model_validate({"email": "tea@example.org", "website": "https://example.org"})
    assert [way.is_outside for way in ways_of_contact(contact, "US", ENGLISH)] == [False, True]


@pytest.mark.parametrize(
    "place",
    [
        {"name": "A safe house", "city": "Millbrook", "confidential": True},
        {"name": "The Mill", "city": "Millbrook"},
        {"city": "Millbrook"},
    ],
)
def test_there_is_no_map_of_a_confidential_place_or_of_one_without_an_address(place: dict[str, object]) -> None:
    made = Location.model_validate(place)
    assert on_the_map(made, ENGLISH) is None
    assert in_a_map_app(made) is None
    assert address_to_copy(made) == ""


def test_a_confidential_place_has_no_address_lines() -> None:
    place = Location(name="A safe house", city="Millbrook", state_province="ME", confidential=True)
    assert address_lines(place) == []


def test_a_map_shows_the_typed_spot_else_looks_for_the_address() -> None:
    spot = on_the_map(Location(address="1 Mill Street", latitude=44.1, longitude=-69.25), ENGLISH)
    assert spot is not None
    asked = parse_qs(urlsplit(spot.href).query)
    assert (float(asked["mlat"][0]), float(asked["mlon"][0])) == (44.1, -69.25)
    words = on_the_map(Location(address="1 Mill & Rose Street #2", city="Millbrook"), ENGLISH)
    assert words is not None
    assert parse_qs(urlsplit(words.href).query) == {"query": ["1 Mill & Rose Street #2, Millbrook"]}
    assert urlsplit(words.href).netloc == "www.openstreetmap.org"


def test_a_map_app_gets_the_typed_spot_with_the_name_of_the_place() -> None:
    app = in_a_map_app(Location(name="The Mill (back), 2nd & 3rd #4", latitude=44.1, longitude=-69.25))
    assert app is not None
    # RFC 5870: coordinates, then parameters; in brackets Android's apps take a label, which a bracket would end.
    spot, label = app.geo.removeprefix("geo:").split("?q=")
    assert [float(number) for number in spot.split(",")] == [44.1, -69.25]
    assert unquote(label) == "44.10000,-69.25000(The Mill (back), 2nd & 3rd #4)"
    assert (label.count("("), label.count(")")) == (1, 1)
    assert parse_qs(app.maps.removeprefix("maps:?")) == {
        "ll": ["44.10000,-69.25000"],
        "q": ["The Mill (back), 2nd & 3rd #4"],
    }


def test_a_map_app_looks_for_an_address_without_a_spot() -> None:
    app = in_a_map_app(Location(name="The Mill", address="1 Mill & Rose Street #2", city="Millbrook"))
    assert app is not None
    assert app.geo.startswith("geo:0,0?")
    assert parse_qs(app.geo.partition("?")[2]) == {"q": ["1 Mill & Rose Street #2, Millbrook"]}
    assert parse_qs(app.maps.partition("?")[2]) == {
        "address": ["1 Mill & Rose Street #2, Millbrook"],
        "q": ["The Mill"],
    }


@pytest.mark.parametrize("apps", [0, 1], ids=["geo", "maps"])
def test_no_address_of_a_map_app_leads_to_a_website(apps: int) -> None:
    app = in_a_map_app(Location(name="https://example.org", address="https://example.org"))
    assert app is not None
    assert urlsplit((app.geo, app.maps)[apps]).netloc == ""


def test_an_address_is_copied_whole_and_without_repetition() -> None:
    place = Location(
        name="The Mill", address="1 Mill Street", address_2="Room 2", city="Millbrook", postal_code="04999"
    )
    assert address_to_copy(place) == "The Mill, 1 Mill Street, Room 2, Millbrook, 04999"
    assert address_to_copy(Location(name="1 Mill Street", address="1 Mill Street")) == "1 Mill Street"


def test_the_equator_is_a_place_too() -> None:
    assert on_the_map(Location(latitude=0, longitude=0), ENGLISH) is not None
    assert in_a_map_app(Location(latitude=0, longitude=0)) is not None


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "https://www.example.org/groups?x=1",
        "http://tea.example.org?x=1",
        "https://example.org#contact",
        "https://example.org/a#b",
    ],
)
def test_people_read_the_name_of_a_site(url: str) -> None:
    assert host(url) == (urlsplit(url).hostname or "").removeprefix("www.")

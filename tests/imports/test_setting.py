"""Where a directory is: told, guessed where the addresses leave no doubt, or asked for."""

from __future__ import annotations

import pytest

from generator.imports.report import Happened
from generator.problems import InputError
from tests.imports.conftest import Import

SERVICES = "id,name,description\n1,Tea,Tea.\n"
NOTHING_TOLD = {"country": None, "time_zone": None, "area_served": None, "language": None}


def addresses(*rows: str) -> str:
    return "\n".join(["organization_id,address_1,city,state_province,postal_code,country", *rows, ""])


@pytest.mark.parametrize(
    ("rows", "guessed"),
    [
        (["7,1 Main Street,Chicago,IL,60601,"], ("US", "America/Chicago", "IL", "en-US")),
        (["7,1 Main Street,Chicago,il,60601-1234,USA"], ("US", "America/Chicago", "IL", "en-US")),
        (["7,1 Rue A,Ottawa,ON,K1A 0B1,"], ("CA", "America/Toronto", "ON", "en-CA")),
        (["7,1 High Street,Leeds,,LS1 4AP,"], ("GB", "Europe/London", "Town", "en-GB")),
        (["7,1 High Street,Leeds,,LS1 4AP,UK"], ("GB", "Europe/London", "Town", "en-GB")),
        (["7,1 Main Street,Cork,,T12 W8KP,"], ("IE", "Europe/Dublin", "Town", "en-IE")),
        (["7,1 King Street,Sydney,NSW,2000,"], ("AU", "Australia/Sydney", "NSW", "en-AU")),
        (["7,1 Queen Street,Auckland,,1010,NZ"], ("NZ", "Pacific/Auckland", "Town", "en-NZ")),
    ],
)
def test_addresses_tell_country_zone_and_area(
    imported: Import, rows: list[str], guessed: tuple[str, str, str, str]
) -> None:
    made = imported(NOTHING_TOLD, services=SERVICES, postal_addresses=addresses(*rows))
    lines = {line.field: line.original for line in made.report.lines if line.origin.file == "resources.yaml"}
    assert (lines["country"], lines["time_zone"], lines["area_served"], lines["language"]) == guessed
    assert {line.happened for line in made.report.lines if line.origin.file == "resources.yaml"} == {Happened.GUESSED}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "do not say in which country it is"),
        (["7,1 Street,Town,,1010,"], "do not say in which country it is"),
        (["7,1 Street,Town,IL,60601,US", "7,1 Street,Town,ON,K1A 0B1,CA"], "do not say in which country it is"),
        (["7,1 Street,Chicago,IL,60601,", "7,1 Street,New York,NY,10001,"], "in which time zone its hours are"),
        (["7,1 Strasse,Wien,,1010,AT"], "in which time zone its hours are"),
    ],
)
def test_where_there_is_a_doubt_the_person_is_asked(imported: Import, rows: list[str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        imported(NOTHING_TOLD, services=SERVICES, postal_addresses=addresses(*rows))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"country": "UK"}, "--country:1:1: 'UK' is not the code of a country. Type GB"),
        ({"time_zone": "Chicago"}, "--time-zone:1:1: 'Chicago' is not a time zone."),
        ({"language": "English"}, "--language:1:1: 'English' is not a language code."),
    ],
)
def test_an_option_that_cannot_be_is_told(imported: Import, options: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        imported(options, services=SERVICES)


def test_what_is_told_is_no_guess(imported: Import) -> None:
    made = imported(services=SERVICES, postal_addresses=addresses("7,1 Main Street,Chicago,IL,60601,US"))
    assert [line for line in made.report.lines if line.origin.file == "resources.yaml"] == []


def test_a_country_without_crisis_lines_of_ours_is_left_for_the_town_to_fill(imported: Import) -> None:
    made = imported({"country": "AT", "time_zone": "Europe/Vienna"}, services=SERVICES)
    assert "crisis:" not in made.files["resources.yaml"]
    assert "No crisis lines are known here for AT: type those of the country under 'crisis:' before you publish." in [
        str(note) for note in made.report.notes
    ]

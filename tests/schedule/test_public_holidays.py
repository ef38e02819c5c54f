"""Public holidays, checked against dates that governments have published."""

from __future__ import annotations

from datetime import date

import pytest
from holidays import list_supported_countries

from generator.language import Language
from generator.schedule.public_holidays import is_known, public_holidays

ENGLISH = Language.load("en")


def test_a_country_has_its_own_holidays_and_a_part_of_it_its_own() -> None:
    # gov.uk, "UK bank holidays": St Andrew's Day is a holiday in Scotland only, on Monday 30 November 2026.
    assert date(2026, 11, 30) in public_holidays("GB", "SCT", [2026], ENGLISH)
    assert date(2026, 11, 30) not in public_holidays("GB", "ENG", [2026], ENGLISH)


def test_a_holiday_on_a_weekend_is_told_on_the_day_it_is_kept() -> None:
    # gov.uk: Boxing Day 2026 is a Saturday, with Monday 28 December instead. opm.gov: 3 July 2026 for Independence Day.
    assert "Boxing Day" in public_holidays("GB", "ENG", [2026], ENGLISH)[date(2026, 12, 28)]
    assert "Independence Day" in public_holidays("US", "ME", [2026], ENGLISH)[date(2026, 7, 3)]


def test_several_years_are_told_in_order_and_no_other() -> None:
    found = public_holidays("US", None, range(2026, 2028), ENGLISH)
    assert {day.year for day in found} == {2026, 2027}
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("country", "language", "name"),
    [
        ("DE", "de-AT", "Neujahr"),
        ("DE", "fr", "Neujahr"),
        ("NO", "nb", "Første nyttårsdag"),
        ("CA", "fr", "Jour de l'an"),
        ("GB", "en-XA", "New Year's Day"),
        ("NZ", "fr", "New Year's Day"),
    ],
)
def test_names_are_in_the_language_or_else_in_the_country_s(country: str, language: str, name: str) -> None:
    assert public_holidays(country, None, [2026], Language.load(language))[date(2026, 1, 1)] == name


def test_the_environment_does_not_choose_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "th")
    assert public_holidays("DE", None, [2031], Language.load("fr"))[date(2031, 1, 1)] == "Neujahr"


def test_a_part_that_is_not_known_has_the_holidays_of_the_country() -> None:
    assert not is_known("US", "Mane")
    assert public_holidays("US", "Mane", [2026], ENGLISH) == public_holidays("US", None, [2026], ENGLISH)


def test_a_country_that_is_not_known_has_none() -> None:
    assert not is_known("XX")
    assert public_holidays("XX", None, [2026], ENGLISH) == {}


def test_no_country_and_no_year_stops_a_build() -> None:
    for country in list_supported_countries():
        assert is_known(country)
        public_holidays(country, None, [2026, 2099], ENGLISH)

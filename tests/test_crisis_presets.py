"""The national crisis lines, checked against a second list typed by hand: a wrong number here is the worst mistake."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import phonenumbers
import pytest
from phonenumbers import shortnumberinfo

from generator.crisis.presets import crisis_lines, preset
from generator.model.crisis import PRESETS, Crisis, CrisisKind, CrisisLine, most_urgent
from generator.model.number import ascii_digits
from generator.model.phone import Phone, TextLine, dial, number_problem

# Country, line, every address a phone would dial or text for it. Change a number in both places, with its source open.
DIALLED = {
    "US": {
        "emergency": "tel:911",
        "988-lifeline": "tel:988 sms:988 sms:988?body=AYUDA",
        "crisis-text-line": "sms:741741?body=HOME",
        "veterans-crisis-line": "tel:988 sms:838255",
        "trevor-project": "tel:+18664887386 sms:678678?body=START",
        "domestic-violence-hotline": "tel:+18007997233 tel:+18007873224 sms:88788?body=START",
        "samhsa-helpline": "tel:+18006624357 tel:+18004874889",
    },
    "CA": {
        "emergency": "tel:911",
        "988-helpline": "tel:988 sms:988",
        "hope-for-wellness": "tel:+18552423310",
        "kids-help-phone": "tel:+18006686868 sms:686868?body=CONNECT",
    },
    "GB": {
        "emergency": "tel:999",
        "samaritans": "tel:116123",
        "nhs-111": "tel:111",
        "shout": "sms:85258?body=SHOUT",
        "lifeline-ni": "tel:08088088000",
        "calm": "tel:0800585858",
        "papyrus": "tel:08000684141 sms:88247",
        "childline": "tel:08001111",
    },
    "IE": {
        "emergency": "tel:112 tel:999",
        "samaritans": "tel:116123",
        "text-about-it": "sms:50808?body=HELLO",
        "pieta": "tel:1800247247 sms:51444?body=HELP",
        "hse-your-mental-health": "tel:1800111888",
    },
    "AU": {
        "emergency": "tel:000",
        "lifeline": "tel:131114 sms:+61477131114",
        "13yarn": "tel:139276",
        "beyond-blue": "tel:1300224636",
        "kids-helpline": "tel:1800551800",
    },
    "NZ": {
        "emergency": "tel:111",
        "need-to-talk-1737": "tel:1737 sms:1737",
        "suicide-crisis-helpline": "tel:0508828865",
        "lifeline": "tel:0800543354 sms:4357?body=HELP",
        "youthline": "tel:0800376633 sms:234",
    },
}
STRIP = {
    "US": ["911", "988", "741741"],
    "CA": ["911", "988"],
    "GB": ["999", "116123", "111"],
    "IE": ["112", "116123", "50808"],
    "AU": ["000", "131114", "1300224636"],
    "NZ": ["111", "1737", "0508828865"],
}
FIRST_EDITION = date(2026, 11, 21)

LINES = [pytest.param(country, line, id=f"{country}-{line.id}") for country in PRESETS for line in preset(country)]


def ways(line: CrisisLine) -> tuple[Phone | TextLine, ...]:
    return (*line.phones, *line.text)


@pytest.mark.parametrize("country", PRESETS)
def test_every_number_is_dialled_as_on_the_second_list(country: str) -> None:
    dialled = {line.id: " ".join(dial(way, country) for way in ways(line)) for line in preset(country)}
    assert dialled == DIALLED[country]


@pytest.mark.parametrize(("country", "line"), LINES)
def test_every_number_can_be_right_in_its_country(country: str, line: CrisisLine) -> None:
    for way in ways(line):
        assert number_problem(way, country) is None
        digits = phonenumbers.parse(ascii_digits(way.number), country)
        is_short = shortnumberinfo.is_valid_short_number_for_region(digits, country)
        assert is_short or phonenumbers.is_valid_number(digits)


@pytest.mark.parametrize("country", PRESETS)
def test_the_emergency_numbers_are_those_that_phones_know(country: str) -> None:
    emergency = [line for line in preset(country) if line.kind is CrisisKind.EMERGENCY]
    assert len(emergency) == 1
    assert all(shortnumberinfo.is_emergency_number(phone.number, country) for phone in emergency[0].phones)


@pytest.mark.parametrize("country", PRESETS)
def test_the_strip_names_the_numbers_that_everybody_should_know(country: str) -> None:
    assert [ascii_digits(ways(line)[0].number) for line in most_urgent(preset(country))] == STRIP[country]


@pytest.mark.parametrize(("country", "line"), LINES)
def test_every_line_says_where_it_was_checked_and_when_and_when_somebody_answers(
    country: str, line: CrisisLine
) -> None:
    assert line.source is not None
    assert line.source.startswith("https://")
    assert line.checked >= FIRST_EDITION
    assert line.hours
    assert line.what_happens


@pytest.mark.parametrize(("country", "line"), LINES)
def test_every_line_is_told_in_short_sentences(country: str, line: CrisisLine) -> None:
    for text in (line.summary, line.what_happens or ""):
        sentences = [sentence for sentence in text.rstrip(".").split(". ") if sentence]
        assert text.endswith(".")
        assert all(len(sentence.split()) <= 22 for sentence in sentences), text


def test_there_is_one_file_a_country_and_each_names_its_country() -> None:
    found = {file.name for file in files("generator.crisis").iterdir() if file.name.endswith(".yaml")}
    assert found == {f"{country.lower()}.yaml" for country in PRESETS}
    for name in found:
        text = files("generator.crisis").joinpath(name).read_text(encoding="utf-8")
        assert f"\ncountry: {name[:2].upper()}\n" in text


def test_ids_are_unique_in_a_country() -> None:
    for country in PRESETS:
        ids = [line.id for line in preset(country)]
        assert len(ids) == len(set(ids))


def test_a_country_without_a_file_is_an_error() -> None:
    with pytest.raises(KeyError):
        preset("FR")


def test_a_directory_shows_the_national_lines_it_has_not_hidden() -> None:
    shown = crisis_lines(Crisis(preset="GB", hide=("lifeline-ni",)))
    assert "lifeline-ni" not in {line.id for line in shown}
    assert len(shown) == len(preset("GB")) - 1
    own = CrisisLine(id="own", name="Own", kind=CrisisKind.CRISIS, summary="S.", phones=(Phone(number="988"),),
                     checked=FIRST_EDITION)  # fmt: skip
    assert crisis_lines(Crisis(lines=(own,))) == (own,)

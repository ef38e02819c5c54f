"""Whether a number can be right in a country: its plans, its short codes, and the numbers kept for fiction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.number import ascii_digits
from generator.model.phone import Phone, TextLine, dial, number_problem


def phone(typed: object) -> Phone:
    return Phone.model_validate(typed)


def text_line(typed: object) -> TextLine:
    return TextLine.model_validate(typed)


ABROAD = "A number abroad begins with + and its country code."


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("020 7946 0000", "GB"),
        ("02079460000", "GB"),
        ("+44 20 7946 0000", "GB"),
        ("+44 (0)20 7946 0000", "GB"),
        ("0044 20 7946 0000", "GB"),
        ("+44 20 7946 0000", "US"),
        ("011 44 20 7946 0000", "US"),
        ("(207) 555-0123 ext. 4", "US"),
        ("1-866-488-7386", "US"),
        ("416-555-0142", "US"),
        ("988", "US"),
        ("911", "US"),
        ("211", "US"),
        ("9-8-8", "CA"),
        ("116 123", "GB"),
        ("116 123", "IE"),
        ("111", "GB"),
        ("999", "GB"),
        ("0800 1111", "GB"),
        ("112", "IE"),
        ("1800 247 247", "IE"),
        ("000", "AU"),
        ("13 11 14", "AU"),
        ("1800 55 1800", "AU"),
        ("1737", "NZ"),
        ("0800 543 354", "NZ"),
    ],
)
def test_numbers_that_people_of_a_country_dial_have_no_problem(typed: str, country: str) -> None:
    assert number_problem(phone(typed), country) is None


@pytest.mark.parametrize(
    ("typed", "country", "said"),
    [
        ("83", "GB", "phone '83' is not a phone number. Type it with its area code, as in: 020 7946 0000."),
        (
            "555-0123",
            "US",
            "phone '555-0123' is not a phone number. Type it with its area code, as in: (207) 555-0123.",
        ),
        (
            "7946 0000",
            "GB",
            "phone '7946 0000' is not a phone number. Type it with its area code, as in: 020 7946 0000.",
        ),
        ("988", "GB", "phone '988' is not a phone number. Type it with its area code, as in: 020 7946 0000."),
        (
            "207-555-01234",
            "US",
            "phone '207-555-01234' has too many digits for a phone number here (US). "
            f"Check every digit, as in: (207) 555-0123. {ABROAD}",
        ),
        (
            "020 7946 0000",
            "US",
            "phone '020 7946 0000' has too many digits for a phone number here (US). "
            f"Check every digit, as in: (207) 555-0123. {ABROAD}",
        ),
        (
            "555-555-0123",
            "US",
            f"phone '555-555-0123' is not a phone number here (US). Check every digit, as in: (207) 555-0123. {ABROAD}",
        ),
        (
            "(207) 555-0142",
            "GB",
            "phone '(207) 555-0142' is not typed as people here (GB) dial it. "
            f"Check every digit, as in: 020 7946 0000. {ABROAD}",
        ),
        (
            "44 20 7946 0000",
            "GB",
            "phone '44 20 7946 0000' is not typed as people here (GB) dial it. "
            f"Check every digit, as in: 020 7946 0000. {ABROAD}",
        ),
        (
            "+999 123 4567",
            "GB",
            "phone '+999 123 4567' is not a phone number of any country. "
            "Check the country code after the + and every digit, as in: +44 20 7946 0000.",
        ),
        (
            "+44 116 123",
            "GB",
            "phone '+44 116 123' is not a phone number of any country. "
            "Check the country code after the + and every digit, as in: +44 20 7946 0000.",
        ),
        (
            "741741",
            "US",
            "phone '741741' takes texts only; it cannot be called. "
            "Move it to 'text', with the word to send, as in: HOME to 741741.",
        ),
        (
            "555-010",
            "US",
            "phone '555-010' has too few digits for a phone number here (US). "
            "Type it with its area code, as in: (207) 555-0123.",
        ),
        (
            "55501",
            "CA",
            "phone '55501' has too few digits for a phone number here (CA). Type it with its area code, as in: "
            "(416) 555-0142. Only if it is a code for texts, type it under 'text'.",
        ),
        (
            "988 ext. 2",
            "US",
            "phone '988' is a short number, and those have no extensions. "
            "Say in 'description' which key to press, as in: Press 2.",
        ),
        (
            "1234567",
            "XX",
            "phone '1234567' is not a phone number. Type it with its area code, as in: +1 207 555 0123.",
        ),
    ],
)
def test_numbers_that_cannot_be_right_are_named_with_what_to_type(typed: str, country: str, said: str) -> None:
    assert str(number_problem(phone(typed), country)) == said


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("HOME to 741741", "US"),
        ("838255", "US"),
        ("AYUDA to 988", "US"),
        ("CONNECT to 686868", "CA"),
        ("45645", "CA"),
        ("SHOUT to 85258", "GB"),
        ("88247", "GB"),
        ("HELLO to 50808", "IE"),
        ("HELP to 51444", "IE"),
        ("0477 13 11 14", "AU"),
        ("234", "NZ"),
        ("HELP to 4357", "NZ"),
        ("HELLO to (207) 555-0143", "US"),
    ],
)
def test_text_codes_and_mobile_numbers_can_be_texted(typed: str, country: str) -> None:
    assert number_problem(text_line(typed), country) is None


@pytest.mark.parametrize(("typed", "country"), [("HOME to 12", "US"), ("HOME to 7417417", "US"), ("85258852", "GB")])
def test_a_text_code_of_an_impossible_length_is_refused(typed: str, country: str) -> None:
    problem = number_problem(text_line(typed), country)
    assert problem is not None
    assert problem.rule == "phone-number"


def test_a_code_for_texts_may_stand_under_phones_if_its_kind_says_so() -> None:
    assert number_problem(phone({"number": "741741", "type": "text"}), "US") is None


# North American Numbering Plan: 555-0100 to 555-0199 are set aside for fiction in every area.
@given(st.sampled_from(["207", "212", "415", "808", "907", "416", "604"]), st.integers(0, 99))
def test_american_numbers_kept_for_fiction_pass(area: str, last: int) -> None:
    typed = phone(f"({area}) 555-01{last:02}")
    assert number_problem(typed, "US") is None
    assert dial(typed, "US") == f"tel:+1{area}55501{last:02}"


# Ofcom, "Telephone numbers for drama use": each row is a range of a thousand numbers.
@given(
    st.sampled_from(
        [
            "0113 496 0", "0114 496 0", "0115 496 0", "0116 496 0", "0117 496 0", "0118 496 0", "0121 496 0",
            "0131 496 0", "0141 496 0", "0151 496 0", "0161 496 0", "020 7946 0", "0191 498 0", "028 9649 6",
            "029 2018 0", "01632 960", "07700 900", "0808 157 0", "0306 999 0",
        ]
    ),
    st.integers(0, 999),
)  # fmt: skip
def test_british_numbers_kept_for_drama_pass(block: str, last: int) -> None:
    typed = phone(f"{block}{last:03}")
    assert number_problem(typed, "GB") is None
    assert ascii_digits(dial(typed, "GB")).endswith(ascii_digits(block)[1:] + f"{last:03}")


# ACMA, fictitious numbers: eight geographic blocks of ten thousand, and single mobile and freephone numbers.
@given(st.sampled_from(["02", "03", "07", "08"]), st.sampled_from(["5550", "7010"]), st.integers(0, 9999))
def test_australian_numbers_kept_for_fiction_pass(area: str, block: str, last: int) -> None:
    assert number_problem(phone(f"({area}) {block} {last:04}"), "AU") is None


@pytest.mark.parametrize("typed", ["0491 570 006", "0491 570 156", "1800 160 401", "1800 975 707"])
def test_australian_mobile_and_freephone_numbers_kept_for_fiction_pass(typed: str) -> None:
    assert number_problem(phone(typed), "AU") is None

"""Phones and text lines: what may be typed, how it is dialled and how it is shown."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from generator.model.base import Refused
from generator.model.number import ascii_digits
from generator.model.phone import Phone, PhoneType, TextLine, dial, number_problem, spoken
from generator.words import Words

# RFC 3966, section 3: a global number, or digits that stand for themselves (dial() says why without phone-context).
TEL = re.compile(r"tel:(?:\+[0-9]{1,15}|[0-9]{3,15})(?:;ext=[0-9]+)?")
# RFC 5724, section 2.2: sms-hier with one recipient and the field `body`, its value percent-coded.
SMS = re.compile(r"sms:(?:\+[0-9]{1,15}|[0-9]{3,15})(?:\?body=(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+)?")

COUNTRIES = st.sampled_from(["US", "CA", "GB", "IE", "AU", "NZ", "DE", "XX"])


def phone(typed: object) -> Phone:
    return Phone.model_validate(typed)


def text_line(typed: object) -> TextLine:
    return TextLine.model_validate(typed)


def refusal(model: type[Phone] | type[TextLine], typed: object) -> Refused:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(typed)
    cause = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(cause, Refused)
    return cause


class TestTyping:
    def test_a_number_alone_is_a_phone_that_somebody_answers(self) -> None:
        assert phone("020 7946 0000") == Phone(number="020 7946 0000", type=PhoneType.VOICE)

    def test_the_long_form_has_room_for_everything(self) -> None:
        typed = {"number": "988", "type": "voice", "description": "Press 2 for Spanish.", "languages": "es"}
        assert phone(typed).languages == ("es",)
        assert phone(typed).description == "Press 2 for Spanish."

    @pytest.mark.parametrize("kind", ["voice", "text", "fax", "textphone", "video"])
    def test_each_kind_of_phone_can_be_typed(self, kind: str) -> None:
        assert phone({"number": "(207) 555-0123", "type": kind}).type.value == kind

    def test_an_extension_may_stand_after_the_number_or_beside_it_but_not_both(self) -> None:
        assert phone("(207) 555-0123 x4") == phone({"number": "(207) 555-0123", "extension": "4"})
        twice = refusal(Phone, {"number": "(207) 555-0123 x4", "extension": "4"})
        assert str(twice) == (
            "The extension of '(207) 555-0123' is typed twice. Leave it either after the number or in 'extension'."
        )

    def test_an_extension_is_digits(self) -> None:
        error = refusal(Phone, {"number": "(207) 555-0123", "extension": "front desk"})
        assert str(error) == "'front desk' is not an extension. Type up to 7 digits, as in: 204."
        assert error.rule == "phone-extension"

    @pytest.mark.parametrize(
        ("typed", "number", "keyword"),
        [
            ("HOME to 741741", "741741", "HOME"),
            ("Text HOME to 741741", "741741", "HOME"),
            ("text 'HOME' to 741741", "741741", "HOME"),
            ("send “START” to 678-678", "678-678", "START"),
            ("START NOW to 88788", "88788", "START NOW"),
            ("GO to BED to 88788", "88788", "GO to BED"),
            ("Text 1737", "1737", None),
            ("85258", "85258", None),
            ("0477 13 11 14", "0477 13 11 14", None),
            ("HELLO to (207) 555-0143", "(207) 555-0143", "HELLO"),
        ],
    )
    def test_a_text_line_is_typed_as_on_a_poster(self, typed: str, number: str, keyword: str | None) -> None:
        assert text_line(typed) == TextLine(number=number, keyword=keyword)

    def test_a_text_line_without_a_number_is_refused(self) -> None:
        assert str(refusal(TextLine, "HOME")) == (
            "'HOME' has no number in it. Type the number in digits, or take the line out."
        )

    @given(st.text(max_size=80))
    def test_whatever_is_typed_the_answer_is_a_phone_or_a_refusal(self, typed: str) -> None:
        for model in (Phone, TextLine):
            number, causes = "", []
            try:
                number = model.model_validate(typed).number
            except ValidationError as error:
                causes = [detail["ctx"]["error"] for detail in error.errors()]
            assert bool(ascii_digits(number)) != bool(causes)
            assert all(isinstance(cause, Refused) for cause in causes)

    @pytest.mark.parametrize("model", [Phone, TextLine])
    def test_editors_take_the_short_form_and_the_long_one(self, model: type[Phone] | type[TextLine]) -> None:
        judge = Draft202012Validator(model.model_json_schema())
        for right in ("988", 988, {"number": "988", "description": "Press 2."}):
            assert judge.is_valid(right), right
        for wrong in (["988"], {"numbr": "988"}, {"description": "Press 2."}):
            assert not judge.is_valid(wrong), wrong


class TestDialling:
    @pytest.mark.parametrize(
        ("typed", "country", "address"),
        [
            ("020 7946 0000", "GB", "tel:+442079460000"),
            ("+44 (0)20 7946 0000", "GB", "tel:+442079460000"),
            ("+44 20 7946 0000", "US", "tel:+442079460000"),
            ("(207) 555-0123", "US", "tel:+12075550123"),
            ("(207) 555-0123 ext. 4", "US", "tel:+12075550123;ext=4"),
            ("1-866-488-7386", "US", "tel:+18664887386"),
            ("988", "US", "tel:988"),
            ("9-8-8", "CA", "tel:988"),
            ("116 123", "GB", "tel:116123"),
            ("000", "AU", "tel:000"),
            ("13 11 14", "AU", "tel:131114"),
            ("0800 58 58 58", "GB", "tel:0800585858"),
            ("+44 800 58 58 58", "GB", "tel:0800585858"),
            ("+44 800 58 58 58", "IE", "tel:+44800585858"),
            ("0808 808 8000", "GB", "tel:08088088000"),
            ("1800 247 247", "IE", "tel:1800247247"),
            ("0508 828 865", "NZ", "tel:0508828865"),
            ("07700 900123", "GB", "tel:+447700900123"),
            ("٠٢٠ ٧٩٤٦ ٠٠٠٠", "GB", "tel:+442079460000"),
            ({"number": "(207) 555-0123", "type": "text"}, "US", "sms:+12075550123"),
            ({"number": "(207) 555-0123", "type": "textphone"}, "US", "tel:+12075550123"),
        ],
    )
    def test_a_phone_is_dialled_by_the_address_that_works_in_its_country(
        self, typed: object, country: str, address: str
    ) -> None:
        assert dial(phone(typed), country) == address

    @pytest.mark.parametrize(
        ("typed", "country", "address"),
        [
            ("SHOUT to 85258", "GB", "sms:85258?body=SHOUT"),
            ("HOME to 741741", "US", "sms:741741?body=HOME"),
            ("1737", "NZ", "sms:1737"),
            ("0477 13 11 14", "AU", "sms:+61477131114"),
            ({"number": "85258", "keyword": "Hello, it's me"}, "GB", "sms:85258?body=Hello%2C%20it%27s%20me"),
            ({"number": "85258", "keyword": "año & más"}, "GB", "sms:85258?body=a%C3%B1o%20%26%20m%C3%A1s"),
            ({"number": "85258", "keyword": "a?body=b#c"}, "GB", "sms:85258?body=a%3Fbody%3Db%23c"),
        ],
    )
    def test_a_text_line_opens_the_message_with_its_word(self, typed: object, country: str, address: str) -> None:
        assert dial(text_line(typed), country) == address

    @given(st.text(st.sampled_from("0123456789+-(). ext٣"), min_size=1, max_size=24), COUNTRIES)
    def test_no_typed_text_makes_an_address_outside_the_two_standards(self, typed: str, country: str) -> None:
        try:
            way = phone(typed)
        except ValidationError:
            return
        address = dial(way, country)
        if number_problem(way, country) is None:
            assert TEL.fullmatch(address)
        assert re.fullmatch(r"tel:\+?[0-9]+(;ext=[0-9]+)?", address)

    @given(st.text(min_size=1, max_size=40))
    def test_any_word_to_send_survives_the_way_through_the_address(self, keyword: str) -> None:
        try:
            way = text_line({"number": "85258", "keyword": keyword})
        except ValidationError:
            return
        address = dial(way, "GB")
        assert SMS.fullmatch(address)
        assert unquote(address.partition("?body=")[2]) == way.keyword

    @given(st.text(st.sampled_from("0123456789"), min_size=7, max_size=12), COUNTRIES)
    def test_dialling_never_changes_a_digit_of_the_number(self, digits: str, country: str) -> None:
        way = phone(digits)
        if number_problem(way, country) is None:
            assert dial(way, country).endswith(digits[-6:])
            assert ascii_digits(spoken(way, country)).endswith(digits[-6:])


class TestShowing:
    @pytest.mark.parametrize(
        ("typed", "country", "shown"),
        [
            ("02079460000", "GB", "020 7946 0000"),
            ("+442079460000", "GB", "020 7946 0000"),
            ("+442079460000", "US", "+44 20 7946 0000"),
            ("2075550123", "US", "(207) 555-0123"),
            ("+12075550123", "US", "(207) 555-0123"),
            ("207-555-0123", "US", "207-555-0123"),
            ("0800 58 58 58", "GB", "0800 58 58 58"),
            ("1800 55 1800", "AU", "1800 55 1800"),
            ("13 11 14", "AU", "13 11 14"),
            ("116 123", "GB", "116 123"),
            ("9-8-8", "CA", "9-8-8"),
            ("(207) 555-0123 x4", "US", "(207) 555-0123 ext. 4"),
        ],
    )
    def test_a_number_is_shown_as_people_of_the_country_read_it(self, typed: str, country: str, shown: str) -> None:
        assert spoken(phone(typed), country) == shown

    def test_the_word_for_extension_can_be_said_in_another_language(self) -> None:
        def in_welsh(words: Words) -> str:
            return words.said(lambda _: "{number} estyniad {extension}", lambda one, many, n: one)

        assert spoken(phone("020 7946 0000 x4"), "GB", in_welsh) == "020 7946 0000 estyniad 4"

    def test_a_text_line_says_what_to_do(self) -> None:
        assert str(text_line("SHOUT to 85258").in_words("GB")) == "Text SHOUT to 85258"
        assert str(text_line("1737").in_words("NZ")) == "Text 1737"

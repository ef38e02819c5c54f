"""What is refused of a number's text before the country is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.base import Refused
from generator.model.number import Number, ascii_digits, without_extension

NUMBER = TypeAdapter[str](Number)


def refusal(typed: object) -> Refused:
    with pytest.raises(ValidationError) as caught:
        NUMBER.validate_python(typed)
    cause = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(cause, Refused)
    return cause


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("020 7946 0000", "020 7946 0000"),
        ("  (207)   555-0123 ", "(207) 555-0123"),
        ("+44 (0)20 7946 0000", "+44 (0)20 7946 0000"),
        ("207.555.0123", "207.555.0123"),
        ("0800\u00a058\u00a058\u00a058", "0800 58 58 58"),
        ("207\u2011555\u20110123", "207\u2011555\u20110123"),
        ("988", "988"),
        ("٠٢٠ ٧٩٤٦ ٠٠٠٠", "٠٢٠ ٧٩٤٦ ٠٠٠٠"),
    ],
)
def test_a_number_is_kept_as_typed_but_for_spare_spaces(typed: str, kept: str) -> None:
    assert NUMBER.validate_python(typed) == kept


TWO = "Type each number on a line of its own that begins with a hyphen; inside a number use spaces."
WORDS = "Type only the number here; words such as 'press 2' go in 'description'."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "1-800-GET-HELP",
            "'1-800-GET-HELP' has letters in it, which not every phone can dial. "
            "Type the digits: 1-800-438-4357. The word can stand in 'description'.",
        ),
        (
            "(800) FLOWERS",
            "'(800) FLOWERS' has letters in it, which not every phone can dial. "
            "Type the digits: 1-800-356-9377. The word can stand in 'description'.",
        ),
        ("1-800-662-HELP (4357)", f"'1-800-662-HELP (4357)' holds words as well as a number. {WORDS}"),
        ("0508 TAUTOKO", f"'0508 TAUTOKO' holds words as well as a number. {WORDS}"),
        ("988 (press 2)", f"'988 (press 2)' holds words as well as a number. {WORDS}"),
        ("call 988", f"'call 988' holds words as well as a number. {WORDS}"),
        ("ask at the desk", "'ask at the desk' has no number in it. Type the number in digits, or take the line out."),
        ("-", "'-' has no number in it. Type the number in digits, or take the line out."),
        ("207-555-0123 / 207-555-0124", f"'207-555-0123 / 207-555-0124' looks like more than one phone number. {TWO}"),
        ("999 or 112", f"'999 or 112' looks like more than one phone number. {TWO}"),
        (
            "020 7946 0000, 020 7946 0001",
            f"'020 7946 0000, 020 7946 0001' looks like more than one phone number. {TWO}",
        ),
        ("*67", "'*67' has a '*' in it. Type only digits and spaces; a + may stand at the beginning."),
        ("020+7946", "'020+7946' has a '+' in it. Type only digits and spaces; a + may stand at the beginning."),
        ("207/5", "'207/5' has a '/' in it. Type only digits and spaces; a + may stand at the beginning."),
        (
            "<b>207</b>",
            f"'<b>207</b>' holds words as well as a number. {WORDS}",
        ),
    ],
)
def test_what_no_country_dials_is_refused_with_what_to_type(typed: str, said: str) -> None:
    error = refusal(typed)
    assert str(error) == said
    assert error.rule == "phone-number"


def test_an_empty_number_a_list_and_an_invisible_letter_are_refused() -> None:
    assert refusal("").rule == "empty"
    assert refusal(["988"]).rule == "wrong-kind"
    assert refusal("\u202a988").rule == "control-character"


@pytest.mark.parametrize(
    ("typed", "number", "extension"),
    [
        ("(207) 555-0123 ext. 4", "(207) 555-0123", "4"),
        ("(207) 555-0123 ext 4", "(207) 555-0123", "4"),
        ("(207) 555-0123, extension 204", "(207) 555-0123", "204"),
        ("(207) 555-0123x204", "(207) 555-0123", "204"),
        ("(207) 555-0123 X 204", "(207) 555-0123", "204"),
        ("(207) 555-0123 #204", "(207) 555-0123", "204"),
        ("(207) 555-0123 extn: 204", "(207) 555-0123", "204"),
        ("(207) 555-0123", "(207) 555-0123", None),
        ("fax 4", "fax 4", None),
        ("ext. 4", "ext. 4", None),
        ("(207) 555-0123 ext. 12345678", "(207) 555-0123 ext. 12345678", None),
    ],
)
def test_an_extension_after_the_number_is_told_apart(typed: str, number: str, extension: str | None) -> None:
    assert without_extension(typed) == (number, extension)


@given(st.text(max_size=400))
def test_reading_an_extension_never_fails_and_keeps_the_number_at_the_front(typed: str) -> None:
    number, extension = without_extension(typed)
    assert typed.startswith(number)
    assert extension is None or (extension.isascii() and extension.isdecimal() and 1 <= len(extension) <= 7)


@given(st.text(max_size=60))
def test_any_text_is_either_kept_with_all_its_digits_or_refused(typed: str) -> None:
    try:
        kept = NUMBER.validate_python(typed)
    except ValidationError:
        return
    assert ascii_digits(kept) == ascii_digits(typed) != ""
    assert not any(letter.isalpha() for letter in kept)
    assert not set(kept) & set("<>&\"'`\n")


def test_the_digits_of_other_scripts_count_as_digits() -> None:
    assert ascii_digits("٠١٢ ３４") == "01234"
    assert ascii_digits("²½") == ""

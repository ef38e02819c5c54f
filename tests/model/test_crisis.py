"""Crisis lines: what a town types, what it sees, and which lines stand on every page."""

from __future__ import annotations

from datetime import date

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from generator.model.base import Refused
from generator.model.crisis import PRESETS, Crisis, CrisisLine, in_order, most_urgent


def typed(line_id: str, kind: str = "crisis", **fields: object) -> dict[str, object]:
    plain = {
        "id": line_id,
        "name": line_id,
        "kind": kind,
        "summary": "A line.",
        "phones": "988",
        "checked": "2026-11-22",
    }
    return plain | fields


def line(line_id: str, kind: str = "crisis", **fields: object) -> CrisisLine:
    return CrisisLine.model_validate(typed(line_id, kind, **fields))


def refusal(model: type[Crisis] | type[CrisisLine], value: object) -> Refused:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(value)
    cause = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(cause, Refused)
    return cause


def ids(lines: tuple[CrisisLine, ...]) -> list[str]:
    return [line.id for line in lines]


NATIONAL = (
    line("police", "emergency"),
    line("lifeline"),
    line("listeners", "listening"),
    line("youth", "specific", for_whom="Young people"),
)


class TestTyping:
    def test_a_country_alone_takes_its_national_lines(self) -> None:
        assert Crisis.model_validate("US") == Crisis(preset="US")
        assert Crisis.model_validate({"preset": "gb"}).preset == "GB"

    @pytest.mark.parametrize(
        ("country", "said"),
        [
            (
                "FR",
                "There are no crisis lines for 'FR' yet. There are lines for: AU, CA, GB, IE, NZ, US. "
                "For another country, type its lines under 'lines'.",
            ),
            ("UK", "There are no crisis lines for 'UK' yet. Type GB, the code of the United Kingdom."),
        ],
    )
    def test_a_country_without_lines_is_refused_with_those_that_have(self, country: str, said: str) -> None:
        assert str(refusal(Crisis, country)) == said

    def test_a_directory_without_any_crisis_line_is_refused(self) -> None:
        assert str(refusal(Crisis, {})) == (
            "There is no crisis line in this directory. "
            "Type the country's two letters, as in: preset: US, or lines of your own under 'lines'."
        )

    def test_own_lines_are_enough(self) -> None:
        crisis = Crisis(lines=(line("county"),))
        assert ids(crisis.lines_for(())) == ["county"]

    def test_two_own_lines_with_one_id_are_refused(self) -> None:
        rows = [typed("county"), typed("county", phones="911")]
        assert str(refusal(Crisis, {"lines": rows})) == (
            "Two crisis lines have the id 'county'. Give each line an id of its own."
        )

    def test_a_line_that_nobody_can_reach_is_refused(self) -> None:
        unreachable = typed("x")
        del unreachable["phones"]
        assert str(refusal(CrisisLine, unreachable)) == (
            "This crisis line has no way to reach anybody. Type at least one of: phones, text, chat, email, website."
        )

    def test_a_line_must_say_when_it_was_checked(self) -> None:
        undated = typed("x")
        del undated["checked"]
        with pytest.raises(ValidationError) as caught:
            CrisisLine.model_validate(undated)
        assert [(detail["loc"], detail["type"]) for detail in caught.value.errors()] == [(("checked",), "missing")]
        assert line("x").checked == date(2026, 11, 22)


class TestWhichLines:
    def test_own_lines_come_after_the_national_ones_of_their_kind(self) -> None:
        crisis = Crisis(
            preset="US", lines=(line("town-youth", "specific"), line("county"), line("sheriff", "emergency"))
        )
        shown = ids(crisis.lines_for(NATIONAL))
        assert shown == ["police", "sheriff", "lifeline", "county", "listeners", "youth", "town-youth"]

    def test_hidden_lines_are_left_out(self) -> None:
        crisis = Crisis(preset="US", hide=("youth", "listeners"))
        assert ids(crisis.lines_for(NATIONAL)) == ["police", "lifeline"]

    def test_an_own_line_with_a_national_id_stands_in_its_place(self) -> None:
        own = line("lifeline", name="Our own words for it")
        shown = Crisis(preset="US", lines=(own,)).lines_for(NATIONAL)
        assert ids(shown) == ids(NATIONAL)
        assert shown[1] is own

    def test_a_hidden_id_that_no_line_has_can_be_found(self) -> None:
        crisis = Crisis(preset="US", hide=("youth", "yooth"))
        assert crisis.unknown_hidden(NATIONAL) == ("yooth",)

    def test_lines_stand_by_urgency_and_otherwise_as_typed(self) -> None:
        mixed = [
            line("d", "specific"),
            line("b"),
            line("a", "emergency"),
            line("e", "specific"),
            line("c", "listening"),
        ]
        assert ids(in_order(mixed)) == ["a", "b", "c", "d", "e"]


class TestTheStrip:
    def test_it_holds_one_emergency_number_and_two_lines_for_everyone(self) -> None:
        lines = [line("youth", for_whom="Young people"), line("a"), *NATIONAL, line("fire", "emergency")]
        assert ids(most_urgent(lines)) == ["police", "a", "lifeline"]

    def test_lines_for_some_people_come_in_only_where_there_are_no_others(self) -> None:
        lines = [line("police", "emergency"), line("veterans", for_whom="Veterans")]
        assert ids(most_urgent(lines)) == ["police", "veterans"]
        assert ids(most_urgent([*lines, line("everyone")])) == ["police", "everyone"]

    def test_lines_that_cannot_be_called_or_texted_stay_off_it(self) -> None:
        chat = typed("chat", chat="https://example.org/chat")
        del chat["phones"]
        assert ids(most_urgent([CrisisLine.model_validate(chat), line("police", "emergency")])) == ["police"]

    def test_fewer_may_be_asked_for(self) -> None:
        assert ids(most_urgent(NATIONAL, 2)) == ["police", "lifeline"]
        assert most_urgent([]) == ()


def fields_of(model: type[Crisis] | type[CrisisLine]) -> dict[str, dict[str, object]]:
    schema = model.model_json_schema()
    _, fields = schema.get("anyOf", (None, schema))
    properties: dict[str, dict[str, object]] = fields["properties"]
    return properties


def test_every_field_explains_itself_to_editors() -> None:
    for model in (Crisis, CrisisLine):
        assert all(fields_of(model)[name]["description"] for name in model.model_fields), model


def test_editors_offer_the_countries_that_have_lines() -> None:
    assert str(list(PRESETS)) in str(fields_of(Crisis)["preset"])


def test_editors_take_a_country_alone() -> None:
    judge = Draft202012Validator(Crisis.model_json_schema())
    assert judge.is_valid("US")
    assert judge.is_valid({"preset": "US"})
    assert not judge.is_valid({"preset": "FR"})
    assert not judge.is_valid(["US"])

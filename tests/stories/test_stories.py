"""Twenty volunteers, each with one thing to do or one slip of the hand. What git shows in the end is all that changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.stories.volunteers import TOWN, Checkout

RIGHT = "No problems found."


@pytest.fixture
def town(tmp_path: Path) -> Checkout:
    return Checkout.make(tmp_path)


def test_one_changes_a_time(town: Checkout) -> None:
    town.replace("schedule: Tuesday 18:30-20:00", "schedule: Tuesday 19:00-20:30")
    assert RIGHT in town.waypost("check").stdout
    assert town.changed() == ["-    schedule: Tuesday 18:30-20:00", "+    schedule: Tuesday 19:00-20:30"]


def test_one_adds_a_group_by_answering_questions(town: Checkout) -> None:
    answers = ["Sunday Walk", "", "peers", "We walk: two hours, no hills.", "", "coping", "Sunday 10:00-12:00", "in_person",
               "North side", "5 Harbor Street", "", "(207) 555-0160", "", "", "drop_in", "free", "", "y"]  # fmt: skip
    done = town.waypost("new", "group", answers="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert town.changed() == [
        "+  - id: sunday-walk",
        "+    name: Sunday Walk",
        '+    summary: "We walk: two hours, no hills."',
        "+    goals: coping",
        "+    schedule: Sunday 10:00-12:00",
        "+    attending: in_person",
        "+    areas: north",
        "+    location:",
        "+      address: 5 Harbor Street",
        "+    contact:",
        "+      phones: (207) 555-0160",
        "+    joining: drop_in",
        "+    cost: free",
        "+    led_by: peers",
        "+",
    ]
    assert "\n    verified: 2026-11-01\n\n  - id: sunday-walk\n" in town.file.read_text(encoding="utf-8")
    assert town.waypost("check").exit_code == 0


def test_one_mistypes_an_answer_and_is_asked_again(town: Checkout) -> None:
    answers = [
        "Sunday Walk",
        "harbour-house",
        "harbor-house",
        "peer",
        "peers",
        "We walk.",
        "",
        "",
        "Sundy 10:00",
        "Sunday 10:00-11:00",
    ]
    done = town.waypost("new", "group", answers="\n".join(answers + [""] * 20) + "\n")
    assert "Did you mean 'harbor-house'?" in done.output
    assert "Did you mean 'peers'?" in done.output
    assert "Did you mean 'Sunday'?" in done.output


def test_one_pauses_a_group_and_hears_what_is_missing(town: Checkout) -> None:
    town.replace("    joining: drop_in\n", "    joining: drop_in\n    status: paused\n")
    assert town.first_problem().startswith("resources.yaml:55:13: Tuesday Talkers: It is paused, but nothing says why")
    town.replace(
        "    status: paused\n", "    status: paused\n    alert:\n      text: We are back in the middle of January.\n"
    )
    assert RIGHT in town.waypost("check").stdout
    assert [line[0] for line in town.changed()] == ["+"] * 3


def test_one_ends_a_group(town: Checkout) -> None:
    town.replace("    joining: drop_in\n", "    joining: drop_in\n    status: ended\n")
    assert town.waypost("check").exit_code == 0
    assert town.changed() == ["+    status: ended"]


def test_one_made_sure_of_two_listings(town: Checkout) -> None:
    done = town.waypost("verify", "tuesday-talkers", "job-coach", "--date", "2026-11-20")
    assert done.exit_code == 0
    assert town.changed() == [
        "-    verified: 2026-10-04 # asked Rosa at the door",
        "+    verified: 2026-11-20 # asked Rosa at the door",
        "-    verified: 2026-11-01",
        "+    verified: 2026-11-20",
    ]


def test_one_made_sure_of_a_listing_that_has_no_date(town: Checkout) -> None:
    town.replace(
        "    cost: free\n    languages: [en, es]\n    verified: 2026-10-04 # asked Rosa at the door\n    verified_by: Rosa\n",
        "    cost: free # really\n",
    )
    town.commit("No date")
    assert town.waypost("verify", "tuesday-talkers", "--by", "Sam").exit_code == 0
    assert town.changed() == ["+    verified: 2026-11-22", "+    verified_by: Sam"]


def test_one_mistypes_an_id(town: Checkout) -> None:
    done = town.waypost("verify", "tuesday-talker", "night-owls")
    assert done.exit_code == 1
    assert (
        done.stderr
        == "Nothing was changed: there is no listing with the id 'tuesday-talker'. Did you mean tuesday-talkers?\n"
    )
    assert town.changed() == []


def test_one_types_a_line_too_far_to_the_right(town: Checkout) -> None:
    town.replace("    led_by: peers", "      led_by: peers")
    told = town.first_problem()
    assert told.startswith("resources.yaml:39:")
    assert "line 38" in told
    town.replace("      led_by: peers", "    led_by: peers")
    assert town.changed() == []


def test_one_pastes_from_a_word_processor(town: Checkout) -> None:
    town.replace("name: Night Owls", "name: “Night Owls”")
    told = town.first_problem()
    assert told.startswith("resources.yaml:62:11:")
    assert 'name: "Night Owls" (curly-quotes)' in told
    town.replace("name: “Night Owls”", 'name: "Night Owls"')
    assert RIGHT in town.waypost("check").stdout


def test_one_indents_with_tabs(town: Checkout) -> None:
    town.replace("    led_by: peers", "\tled_by: peers")
    assert town.first_problem().startswith("resources.yaml:39:1: There is a tab here, made by the Tab key.")
    refused = town.waypost("verify", "night-owls")
    assert refused.exit_code == 1
    assert "resources.yaml:39:1" in refused.stderr
    assert town.changed() == ["-    led_by: peers", "+\tled_by: peers"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_one_has_windows_and_its_line_ends_and_mark_stay(tmp_path: Path, mark: bytes) -> None:
    data = mark + TOWN.replace(b"\n", b"\r\n")
    town = Checkout.make(tmp_path, data)
    assert town.waypost("verify", "night-owls").exit_code == 0
    there = b"    verified: 2026-11-01\r\n\r\nservices:"
    assert data.count(there) == 1
    assert town.file.read_bytes() == data.replace(there, there.replace(b"2026-11-01", b"2026-11-22"))
    added = town.waypost(
        "new", "service", "--yes", "--name", "Legal Aid", "--summary", "Advice.", "--phone", "(207) 555-0170"
    )
    assert added.exit_code == 0, added.output
    assert b"\n" not in town.file.read_bytes().replace(b"\r\n", b"")


def test_one_has_a_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    town = Checkout.make(tmp_path, b"\xef\xbb\xbf" + TOWN)
    assert RIGHT in town.waypost("check").stdout
    assert town.waypost("format").exit_code == 0
    assert town.file.read_bytes().startswith(b"\xef\xbb\xbf# The directory")


def test_one_adds_what_is_there_already(town: Checkout) -> None:
    done = town.waypost("new", "group", "--yes", "--name", "Night Owls", "--id", "night-owls", "--summary", "Again.")
    assert done.exit_code == 2
    assert "There is a listing with the id 'night-owls' already. Use another one: night-owls-2." in done.output
    assert town.changed() == []


def test_two_change_the_same_line_and_the_conflict_stays_in_the_file(town: Checkout) -> None:
    town.git("checkout", "--quiet", "-b", "other")
    town.replace("schedule: Tuesday 18:30-20:00", "schedule: Wednesday 18:30-20:00")
    town.commit("Wednesday")
    town.git("checkout", "--quiet", "main")
    town.replace("schedule: Tuesday 18:30-20:00", "schedule: Thursday 18:30-20:00")
    town.commit("Thursday")
    town.git("merge", "other")
    told = town.first_problem()
    assert told.startswith(
        "resources.yaml:42:1: Two people changed the same lines, and git left both versions here, down to line 46."
    )
    lines = town.file.read_text(encoding="utf-8").split("\n")
    kept = [line for row, line in enumerate(lines, 1) if row not in (42, 44, 45, 46)]
    town.file.write_text("\n".join(kept), encoding="utf-8")
    assert RIGHT in town.waypost("check").stdout
    assert town.file.read_bytes() == TOWN.replace(b"schedule: Tuesday 18:30", b"schedule: Thursday 18:30")


def test_one_types_a_phone_without_quotes(town: Checkout) -> None:
    town.replace("phones: (207) 555-0142", "phones: +1 207 555 0142")
    assert RIGHT in town.waypost("check").stdout


def test_one_deletes_a_colon(town: Checkout) -> None:
    town.replace("summary: Tea and talk", "summary Tea and talk")
    told = town.first_problem()
    assert told.startswith(
        "resources.yaml:40:5: The line 'summary Tea and talk among equals.' has no name with a colon."
    )
    town.replace("summary Tea and talk", "summary: Tea and talk")
    assert town.changed() == []


def test_one_lays_the_file_out_and_only_the_order_is_another(town: Checkout) -> None:
    assert town.waypost("format", "--check").exit_code == 1
    assert town.changed() == []
    assert "+" in town.waypost("format", "--diff").stdout
    assert town.changed() == []
    assert town.waypost("format").exit_code == 0
    taken, added = (sorted(line[1:] for line in town.changed() if line[0] == sign) for sign in "-+")
    assert taken == added != []
    assert RIGHT in town.waypost("check").stdout
    assert town.waypost("format", "--check").exit_code == 0


def test_one_would_lay_out_a_file_with_a_mistake(town: Checkout) -> None:
    town.replace("joining: drop_in", "joining: dropin_")
    done = town.waypost("format")
    assert done.exit_code == 1
    assert done.stderr.startswith("resources.yaml was left as it is. First mend what is wrong in it:\n")
    assert ":54:14: Tuesday Talkers: joining:" in done.stderr
    assert town.changed() == ["-    joining: drop_in", "+    joining: dropin_"]


def test_one_sends_a_form_and_one_line_changes(town: Checkout) -> None:
    from tests.editing.forms import body

    form = body(
        "change-a-listing",
        listing="night-owls",
        summary="Company online on long nights.",
        **{"how-known": "I host it."},
    )
    done = town.waypost("from-form", "--json", answers=form)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["id"] == "night-owls"
    assert town.changed() == [
        "-    summary: Company online for people who cannot sleep.",
        "+    summary: Company online on long nights.",
    ]


def test_one_has_a_file_for_each_listing_and_the_new_one_gets_its_own(tmp_path: Path) -> None:
    town = Checkout.make(tmp_path, TOWN + b"\ninclude: [listings/*.yaml]\n")
    (tmp_path / "listings").mkdir()
    text = TOWN.decode()
    begin, end = text.index("groups:\n"), text.index("services:\n")
    for number, name in enumerate(("tuesday-talkers", "night-owls")):
        item = text[begin:end].removeprefix("groups:\n").split("\n\n")[number]
        (tmp_path / "listings" / f"{name}.yaml").write_text(f"groups:\n{item}\n", encoding="utf-8")
    town.file.write_text(text[:begin] + text[end:] + "\ninclude: [listings/*.yaml]\n", encoding="utf-8")
    town.commit("One file a listing")
    done = town.waypost(
        "new", "group", "--yes", "--name", "Sunday Walk", "--summary", "We walk.", "--phone", "(207) 555-0170"
    )
    assert done.exit_code == 0, done.output
    assert town.changed() == []
    assert town.git("status", "--short").split() == ["??", "listings/sunday-walk.yaml"]
    assert town.waypost("verify", "night-owls").exit_code == 0
    assert town.git("diff", "--name-only").split() == ["listings/night-owls.yaml"]

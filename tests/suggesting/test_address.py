"""The address behind "Suggest a change": what it says is what the listing says, and sent back untouched it changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.files import Files, NothingChanged
from generator.editing.form_changes import change_of
from generator.editing.form_fields import CHANGE
from generator.editing.form_reading import Sent, read_form
from generator.language import Language
from generator.model.listing import Listing
from generator.source.reader import read
from generator.suggesting.address import LONGEST, form_address, mail_address
from generator.suggesting.answers import Answers, answers_by_id
from generator.suggesting.questions import QUESTIONS
from generator.suggesting.ways import Suggesting
from generator.views.survey import Survey
from tests.editing.forms import body
from tests.town import TODAY, town

ROOT = Path(__file__).resolve().parents[2]
NEW_ISSUE = "https://example.org/lantern-bay/issues/new"
IN_WORDS = "https://example.org/issues/new?title={title}&body={answers}"
TOWN = """
locations:
  - {id: refuge, name: The Refuge, confidential: yes}
groups:
  - id: tea
    name: Tea & Talk
    summary: "Tea, talk #1 and 100 % company?"
    schedule: [Tuesday 18:30-20:00, Thursday 10:00-11:00]
    location: {name: The Mill, address: 1 Mill Street}
    joining: drop_in
    cost: {kind: donation, note: Whatever you like.}
    contact: {phones: (207) 555-0142}
    first_visit: |
      You are greeted at the door.

      You may just listen.
    verified: 2026-11-01
services:
  - id: safe
    name: Safe Home
    summary: A home for a while.
    location: refuge
    contact: {phones: (207) 555-0143}
    verified: 2026-11-01
  - id: safe-too
    name: Safe Home Too
    summary: A home for a while.
    location: {name: Somewhere Hidden, confidential: yes}
    contact: {phones: (207) 555-0144}
    verified: 2026-11-01
"""


def demonstration() -> Files:
    return Files.read(ROOT / "resources.yaml", TODAY)


def small(folder: Path, text: str = TOWN) -> Files:
    town(text, folder)
    return Files.read(folder / "resources.yaml", TODAY)


def suggesting(files: Files, form: str = NEW_ISSUE) -> tuple[Survey, Suggesting]:
    directory = files.loaded.directory
    assert directory is not None
    typed = read(files.resources, root=files.resources.parent).value
    return Survey(directory, TODAY, Language.load("en")), Suggesting(form, answers_by_id(typed, directory))


def asked(address: str) -> Answers:
    """What a code host would fill into the form, by the ids of its questions."""
    parts = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert all(len(values) == 1 for values in parts.values())
    known = {field.id for field in CHANGE.fields} | {"template", "title"}
    assert parts.keys() <= known
    return {key: values[0] for key, values in parts.items()}


def as_issue(answers: Answers, **changed: str) -> Sent:
    filled = {key: text for key, text in {**answers, **changed}.items() if key not in ("template", "title")}
    return read_form(body("change-a-listing", **filled).encode())


def test_every_form_of_the_demonstration_sent_back_untouched_changes_nothing() -> None:
    files = demonstration()
    survey, sent_to = suggesting(files)
    for entry in survey.directory.entries:
        address = sent_to.ways(entry, survey)[0].href
        assert address.startswith(f"{NEW_ISSUE}?template=change-a-listing.yml&")
        assert len(address) <= LONGEST
        assert (ROOT / ".github" / "ISSUE_TEMPLATE" / asked(address)["template"]).is_file()
        assert asked(address)["listing"] == entry.id
        assert asked(address)["name"] == entry.name
        with pytest.raises(NothingChanged, match="every answer is what the listing says already"):
            change_of(files, as_issue(asked(address)))


def test_every_letter_of_the_demonstration_sent_back_untouched_changes_nothing() -> None:
    files = demonstration()
    survey, sent_to = suggesting(files)
    for entry in survey.directory.entries:
        address = sent_to.ways(entry, survey)[-1].href
        assert len(address) <= LONGEST
        assert "%0A" not in address.replace("%0D%0A", "")
        letter = parse_qs(urlsplit(address).query)["body"][0]
        answered = letter.replace("How do you know?", "How do you know?\r\n\r\nI was there.")
        with pytest.raises(NothingChanged, match="every answer is what the listing says already"):
            change_of(files, read_form(answered.encode()))


def test_one_answer_changed_in_the_form_changes_that_one_field_and_no_other() -> None:
    files = demonstration()
    survey, sent_to = suggesting(files)
    for entry in survey.directory.listings[:8]:
        answers = asked(sent_to.ways(entry, survey)[0].href)
        change = change_of(files, as_issue(answers, name="Another Name"))
        assert [(one.question, one.before, one.after) for one in change.asked] == [
            ("What is it called?", entry.name, "Another Name")
        ]


def test_every_kind_of_value_is_filled_in_as_the_form_would_ask_for_it(tmp_path: Path) -> None:
    files = small(tmp_path)
    survey, sent_to = suggesting(files)
    address = sent_to.ways(survey.directory.entry_by_id["tea"], survey)[0].href
    assert asked(address) == {
        "template": "change-a-listing.yml",
        "title": "Change to Tea & Talk (tea)",
        "listing": "tea",
        "name": "Tea & Talk",
        "summary": "Tea, talk #1 and 100 % company?",
        "status": "It is on",
        "when": "Tuesday 18:30-20:00, Thursday 10:00-11:00",
        "place": "1 Mill Street",
        "phone": "(207) 555-0142",
        "joining": "Just come",
        "cost": "A donation is welcome",
        "first-visit": "You are greeted at the door.\r\n\r\nYou may just listen.",
    }
    with pytest.raises(NothingChanged, match="every answer"):
        change_of(files, as_issue(asked(address)))


@pytest.mark.parametrize("identity", ["safe", "safe-too"])
def test_nothing_of_a_secret_place_is_filled_in(tmp_path: Path, identity: str) -> None:
    survey, sent_to = suggesting(small(tmp_path))
    ways = sent_to.ways(survey.directory.entry_by_id[identity], survey)
    assert len(ways) == 2
    for way in ways:
        for secret in ("Hidden", "Somewhere", "refuge", "Refuge"):
            assert secret not in way.href


def test_no_secret_place_of_the_demonstration_is_filled_in() -> None:
    survey, sent_to = suggesting(demonstration())
    places = ((listing, survey.directory.location_of(listing)) for listing in survey.directory.listings)
    secret = [listing for listing, place in places if place is not None and place.confidential]
    assert secret
    for listing in secret:
        assert isinstance(listing, Listing)
        assert "place" not in asked(sent_to.ways(listing, survey)[0].href)


def test_a_directory_with_a_mailbox_alone_offers_a_letter_and_one_with_neither_offers_nothing(tmp_path: Path) -> None:
    survey, with_form = suggesting(small(tmp_path))
    tea = survey.directory.entry_by_id["tea"]
    (letter,) = Suggesting("", with_form.answers).ways(tea, survey)
    assert letter.verb == "Suggest a change"
    parts = urlsplit(letter.href)
    assert (parts.scheme, parts.path) == ("mailto", "desk@example.org")
    assert parse_qs(parts.query)["subject"] == ["Change to Tea & Talk (tea)"]
    assert "### When is it on?\r\n\r\nTuesday 18:30-20:00" in parse_qs(parts.query)["body"][0]
    about = survey.directory.about.model_copy(update={"contact": None})
    alone = survey.directory.model_copy(update={"directory": about})
    assert list(Suggesting().ways(tea, Survey(alone, date(2026, 11, 22), survey.language))) == []


def test_a_host_without_forms_gets_the_same_questions_as_text(tmp_path: Path) -> None:
    files = small(tmp_path)
    survey, sent_to = suggesting(files, IN_WORDS)
    address = sent_to.ways(survey.directory.entry_by_id["tea"], survey)[0].href
    parts = parse_qs(urlsplit(address).query)
    assert parts["title"] == ["Change to Tea & Talk (tea)"]
    answered = parts["body"][0].replace("How do you know?", "How do you know?\n\nI was there.")
    with pytest.raises(NothingChanged, match="every answer"):
        change_of(files, read_form(answered.encode()))


def test_the_longest_answers_stay_out_first() -> None:
    answers = {"listing": "tea", "name": "Tea", "summary": "s" * 900, "first-visit": "f" * 1900}
    assert asked(form_address(NEW_ISSUE, "Tea", answers)).keys() == {"template", "title", "listing", "name", "summary"}


def test_a_letter_in_a_script_that_takes_much_room_asks_one_question() -> None:
    address = mail_address(
        "desk@example.org", "Tea", {"listing": "tea"}, lambda words: "\N{DEVANAGARI LETTER KA}" * len(str(words))
    )
    assert len(address) <= LONGEST
    assert parse_qs(urlsplit(address).query)["body"] == ["\N{DEVANAGARI LETTER KA}" * 35]


def test_the_questions_of_the_letter_are_those_of_the_form() -> None:
    assert {key: str(words) for key, words in QUESTIONS.items()} == {field.id: field.label for field in CHANGE.fields}


@given(
    st.dictionaries(
        st.sampled_from([field.id for field in CHANGE.fields if field.path]),
        st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1, max_size=700),
    )
)
def test_no_text_leaves_its_place_or_makes_the_address_too_long(answers: dict[str, str]) -> None:
    told = {"listing": "tea", **answers}
    address = form_address(NEW_ISSUE, "Tea", told)
    assert len(address) <= LONGEST
    assert address.isascii()
    assert not set(address) & set("\"'<>` \\")
    seen = asked(address)
    assert {key: text for key, text in seen.items() if key not in ("template", "title")}.items() <= told.items()
    mail = mail_address("desk@example.org", "Tea", told)
    assert len(mail) <= LONGEST
    assert parse_qs(urlsplit(mail).query).keys() == {"subject", "body"}


def test_a_text_that_looks_like_a_question_of_the_form_is_not_filled_in(tmp_path: Path) -> None:
    text = TOWN.replace("You are greeted at the door.", "### Which listing?")
    survey, sent_to = suggesting(small(tmp_path, text))
    assert "first-visit" not in asked(sent_to.ways(survey.directory.entry_by_id["tea"], survey)[0].href)

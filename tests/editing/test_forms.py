"""What people send by a form: read as text, put in its place, or refused with its line; nothing in it is obeyed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.editing.form_fields import CHANGE, FORMS, NEW
from generator.editing.form_reading import MOST_BYTES, read_form
from generator.load import load
from generator.model.listing import PeerGroup, Service
from tests.editing.forms import body
from tests.stories.volunteers import TOWN

TEMPLATES = Path(__file__).resolve().parents[2] / ".github" / "ISSUE_TEMPLATE"
HOSTILE = [
    "<script>alert(1)</script>",
    "x\n    cost: free\n  - id: smuggled\n    name: Smuggled",
    "'; rm -rf / #",
    "$(touch /tmp/owned) `id` ${IFS}",
    "{{ config.secrets }} {% raw %}",
    "&a *a !!python/object:os.system [x, {y: z}]",
    '"quoted": # note',
    "| literal\n> folded\n--- \n...",
    "=HYPERLINK(1)",
    "**bold** [link](javascript:alert(1)) <!-- -->",
    "::error file=x::y",
]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    (tmp_path / "resources.yaml").write_bytes(TOWN)
    return tmp_path / "resources.yaml"


def send(town: Path, form: str | bytes, *more: str) -> Result:
    arguments = ["from-form", "--resources", str(town), "--today", "2026-11-22", *more]
    return CliRunner().invoke(main, arguments, input=form, catch_exceptions=False)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_form_on_the_code_host_asks_the_same(form: object) -> None:
    assert form in FORMS
    for one in FORMS:
        typed = yaml.safe_load((TEMPLATES / f"{one.name}.yml").read_text(encoding="utf-8"))
        assert typed["labels"] == [one.label]
        questions = [part for part in typed["body"] if part["type"] != "markdown"]
        assert [(part["type"], part["id"], part["attributes"]["label"]) for part in questions] == [
            (field.kind, field.id, field.label) for field in one.fields
        ]
        for part, field in zip(questions, one.fields, strict=True):
            if field.kind == "dropdown":
                assert part["attributes"]["options"] == list(field.options)
            needed = part["attributes"]["options"][0] if field.kind == "checkboxes" else part.get("validations", {})
            assert needed.get("required", False) is field.required


def test_every_answer_goes_to_a_field_that_exists_and_every_choice_means_something() -> None:
    for field in (*CHANGE.fields, *NEW.fields):
        if field.path:
            for kind in (PeerGroup, Service):
                assert field.path[0] in kind.model_fields
        for value in field.options.values():
            if field.path:
                assert not [error for error in _errors({field.path[0]: value}) if error["loc"][0] == field.path[0]]


def _errors(values: dict[str, str]) -> list[dict[str, tuple[str, ...]]]:
    from pydantic import ValidationError

    try:
        PeerGroup.model_validate(values)
    except ValidationError as error:
        return [{"loc": tuple(str(step) for step in one["loc"])} for one in error.errors()]
    return []


def test_only_what_differs_is_changed(town: Path) -> None:
    form = body(
        "change-a-listing",
        listing="tuesday-talkers",
        name="Tuesday Talkers",
        when="Wednesday 18:30-20:00",
        place="14 Alder Street",
        phone="(207) 555-0142\n(207) 555-0143",
        joining="Sign up first",
        cost="Free",
    )
    done = send(town, form, "--json")
    assert done.exit_code == 0, done.output
    told = {one["question"]: (one["before"], one["after"]) for one in json.loads(done.stdout)["fields"]}
    assert told == {
        "When is it on?": ("Tuesday 18:30-20:00", "Wednesday 18:30-20:00"),
        "Where is it?": ("12 Alder Street", "14 Alder Street"),
        "Which number can people call?": ("(207) 555-0142", "(207) 555-0142, (207) 555-0143"),
        "How does one come in?": ("Just come", "Sign up first"),
    }
    by_hand = (
        TOWN.replace(b"schedule: Tuesday 18:30", b"schedule: Wednesday 18:30")
        .replace(b"address: 12 Alder", b"address: 14 Alder")
        .replace(b"phones: (207) 555-0142", b"phones: [(207) 555-0142, (207) 555-0143]")
        .replace(b"joining: drop_in", b"joining: sign_up")
    )
    assert town.read_bytes() == by_hand


def test_a_new_listing_gets_a_free_id_and_its_place(town: Path) -> None:
    form = body(
        "new-listing",
        kind="A group of people who meet as equals",
        name="Night Owls",
        summary="Another one of that name.",
        when="Monday 20:00-21:00",
        place="3 Mill Road",
        areas="North side, south",
    )
    done = send(town, form, "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["id"] == "night-owls-2"
    text = town.read_text(encoding="utf-8")
    added = text[text.index("  - id: night-owls-2") : text.index("\nservices:")]
    assert text.replace(f"\n{added}", "", 1) == TOWN.decode()
    assert "    areas: [north, south]\n" in added


def test_windows_line_ends_of_a_code_host_are_read(town: Path) -> None:
    form = body("change-a-listing", listing="night-owls", name="Owls").replace("\n", "\r\n")
    assert send(town, form).exit_code == 0
    assert b"    name: Owls\n" in town.read_bytes()


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_stands_in_the_answers_stays_text(town: Path, text: str, tmp_path: Path) -> None:
    before = load(town, root=town.parent, today=date(2026, 11, 22))
    form = body(
        "change-a-listing", listing="night-owls", name=text, news=text, **{"first-visit": text, "how-known": text}
    )
    done = send(town, form, "--out", str(tmp_path / "report.md"))
    assert done.exit_code == 0, done.output
    after = load(town, root=town.parent, today=date(2026, 11, 22))
    assert before.directory is not None
    assert after.directory is not None
    assert [entry.id for entry in after.directory.entries] == [entry.id for entry in before.directory.entries]
    changed = after.directory.entry_by_id["night-owls"]
    assert changed.name == " ".join(text.split())
    others = {entry.id: entry for entry in before.directory.entries if entry.id != "night-owls"}
    assert {entry.id: entry for entry in after.directory.entries if entry.id != "night-owls"} == others
    assert "<script>" not in (tmp_path / "report.md").read_text(encoding="utf-8").replace(
        "`<script>alert(1)</script>`", ""
    ).replace("text\n<script>", "")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_at_all_is_taken_as_it_is_or_refused(town: Path, text: str) -> None:
    town.write_bytes(TOWN)
    done = send(town, body("change-a-listing", listing="night-owls", **{"first-visit": text}))
    assert done.exit_code in (0, 1)
    loaded = load(town, root=town.parent, today=date(2026, 11, 22))
    assert loaded.directory is not None
    assert len(loaded.directory.entries) == 4
    if done.exit_code == 1:
        assert town.read_bytes() == TOWN


@pytest.mark.parametrize(
    ("form", "told"),
    [
        (body("change-a-listing", listing="night-owl", name="X"), "Did you mean night-owls?"),
        (
            body("change-a-listing", listing="../../etc/passwd", name="X"),
            "there is no listing with the id '../../etc/passwd'",
        ),
        (
            body("change-a-listing", listing="night-owls\n### Which listing?\n\njob-coach", name="X"),
            "stands here a second time",
        ),
        (
            body("change-a-listing", listing="night-owls", news="x\n\n### What does it cost?\n\nFree"),
            "stands here a second time",
        ),
        (body("change-a-listing", listing="night-owls", when="Sundy 10:00"), "form:21:1: When is it on? 'Sundy 10:00'"),
        (body("change-a-listing", listing="night-owls", joining="rm -rf"), "Choose one of these: Just come;"),
        (body("change-a-listing", listing="night-owls", phone="83"), "'83' is not a phone number"),
        (body("change-a-listing", listing="night-owls"), "every answer is what the listing says already"),
        (body("change-a-listing", listing="_No response_", name="X"), "an answer is missing"),
        (body("new-listing", kind="A worksheet", name="X", summary="X"), "Choose one of these"),
        (body("a-listing-is-wrong", listing="night-owls", wrong="All"), "wants to be read and answered by a person"),
        (body("question", question="Why?"), "wants to be read and answered by a person"),
        ("Hello,\n\nthe time is wrong.", "not the questions and answers of one of our forms"),
        (b"\xff\xfe", "not UTF-8"),
        ("", "not the questions"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_reason_and_nothing_changes(
    town: Path, form: str | bytes, told: str
) -> None:
    done = send(town, form)
    assert done.exit_code == 1
    assert told in done.stderr
    assert town.read_bytes() == TOWN
    assert all(line.isprintable() for line in done.stderr.splitlines())


def test_a_megabyte_is_not_even_read(town: Path) -> None:
    done = send(town, body("question", question="x" * 1_000_000))
    assert done.exit_code == 1
    assert done.stderr.startswith(f"This is larger than {MOST_BYTES} bytes")


def test_an_answer_may_hold_headings_of_its_own() -> None:
    sent = read_form(body("question", question="### A plan\n\n# of mine").encode())
    assert sent.answers["question"].text == "### A plan\n\n# of mine"

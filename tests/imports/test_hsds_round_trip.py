"""Out and in again: what a directory publishes as HSDS comes back the same, and goes out the same once more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.imports.hsds import Imported, import_hsds, write
from generator.language import Language
from generator.load import load
from generator.model.base import Part
from generator.model.directory import SECTIONS, Directory
from generator.model.place import Location
from generator.problems import as_text
from generator.views.survey import Survey
from tests.exports.hsds.published import demonstrated, demonstration, published
from tests.exports.listings import GROUP, SERVICE
from tests.exports.schedule_sorts import EVERY_SORT
from tests.town import TODAY, survey

LOST = {"worksheets", "accepted"}
"""Fields of a listing that HSDS has no place for: worksheets are none of its objects, and acceptances are for curators."""

SORTS = {name: {"when": when, **more} for name, (when, more) in EVERY_SORT.items()}


def source(files: Mapping[str, bytes], form: str, folder: Path) -> Path:
    """The published files as somebody has them: the tree of JSON, or the zip of tables."""
    if form == "zip":
        (folder / "hsds.zip").write_bytes(files["hsds.zip"])
        return folder / "hsds.zip"
    for path, content in files.items():
        (folder / "tree" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "tree" / path).write_bytes(content)
    return folder / "tree"


def back(imported: Imported, folder: Path, today: date = TODAY) -> Survey:
    """The imported directory, written and read as any other."""
    write(imported, folder / "new")
    loaded = load(folder / "new" / "resources.yaml", root=folder / "new", today=today)
    assert loaded.directory, "\n".join(as_text(problem) for problem in loaded.problems)
    return Survey(loaded.directory, today, Language.load(loaded.directory.about.language))


def round_trip(found: Survey, form: str, folder: Path, **told: Any) -> tuple[Mapping[str, bytes], Survey, Imported]:
    files = published(found)
    imported = import_hsds(source(files, form, folder), today=found.today, **told)
    return files, back(imported, folder, found.today), imported


def town(text: str, folder: Path) -> Survey:
    (folder / "town").mkdir(exist_ok=True)
    return survey(text, folder / "town", language="en-US")


def told_apart(found: Directory, again: Directory) -> list[str]:
    """Where two directories differ, but for what HSDS has no place for."""
    differ = []
    for section in SECTIONS:
        if section == "worksheets":
            continue
        ours = {part.id: part for part in getattr(found, section)}
        theirs = {part.id: part for part in getattr(again, section)}
        assert list(ours.keys() ^ theirs.keys()) == [], section
        for id_, part in ours.items():
            differ += [f"{section}/{id_}: {name}" for name in _fields(part) if not _same(part, theirs[id_], name)]
    return differ


def _fields(part: Part) -> list[str]:
    return [name for name in type(part).model_fields if name not in LOST]


def _same(part: Part, other: Part, name: str) -> bool:
    one, two = getattr(part, name), getattr(other, name)
    if isinstance(one, Location) and one.confidential:
        # Nothing of a confidential place is published.
        one = Location(confidential=True)
    return bool(one == two)


@pytest.mark.parametrize("form", ["tree", "zip"])
def test_the_demonstration_goes_out_comes_in_and_goes_out_the_same(form: str, tmp_path: Path) -> None:
    again = back(import_hsds(source(demonstrated(), form, tmp_path), today=TODAY), tmp_path)
    files = published(again)
    assert files.keys() == demonstrated().keys()
    assert [path for path, content in files.items() if content != demonstrated()[path]] == []


@pytest.mark.parametrize("form", ["tree", "zip"])
def test_the_demonstration_comes_back_as_it_was_typed(form: str, tmp_path: Path) -> None:
    imported = import_hsds(source(demonstrated(), form, tmp_path), today=TODAY)
    again = back(imported, tmp_path).directory
    found = demonstration().directory
    assert told_apart(found, again) == []
    assert (again.about, again.crisis) == (found.about, found.crisis)
    assert imported.report.lines == []


@pytest.mark.parametrize("form", ["tree", "zip"])
@pytest.mark.parametrize("name", SORTS)
def test_every_sort_of_schedule_comes_back(name: str, form: str, tmp_path: Path) -> None:
    text = f"groups:\n  - {json.dumps({'id': 'tea', 'name': 'Tea', 'summary': 'Tea.', 'schedule': SORTS[name]})}\n"
    found = town(text, tmp_path)
    files, again, _ = round_trip(found, form, tmp_path)
    assert published(again) == files
    if name != "single dates":
        # A cancelled single date leaves no trace, and needs none.
        assert again.directory.groups[0].schedule == found.directory.groups[0].schedule


@pytest.mark.parametrize("form", ["tree", "zip"])
@pytest.mark.parametrize("text", [GROUP, SERVICE], ids=["group", "service"])
def test_a_listing_with_everything_comes_back(text: str, form: str, tmp_path: Path) -> None:
    found = town(text, tmp_path)
    files, again, imported = round_trip(found, form, tmp_path)
    assert published(again) == files
    assert told_apart(found.directory, again.directory) == []
    assert imported.report.lines == []


RARE = """\
audiences: [{id: parents, name: Parents}]
locations:
  - {id: refuge, name: The refuge, city: Small Town, confidential: yes}
  - {id: hall, city: Small Town, postal_code: "04999", accessibility: [step_free, captions]}
groups:
  - id: tea
    name: Tea
    summary: Tea.
    description: "One.\\n\\n- two\\n- three"
    alert: {text: Moved., until: 2026-12-24}
    status: paused
    attending: [in_person, phone]
    location: refuge
    joining: referral
    application_process: Ask anybody.
    related: talk
    review_every: 2 weeks
    languages: [es]
    eligibility: {not_for: Somebody else., minimum_age: 0, maximum_age: 120, audiences: parents}
    cost: {kind: donation, note: What you like.}
    first_visit: "'=1+1 and so on, @home"
    is_not: "=cmd()"
    contact: {text: {number: "741741", keyword: TEA, description: Evenings.}, form: "https://example.org/", note: Patience.}
    schedule:
      - when: Tuesday 18:30-20:00
        note: Please ring first.
        attending: phone
        breaks: {first: 2026-12-20, last: 2027-01-02, reason: the winter | break}
        cancelled: {date: 2026-12-15, reason: no room}
        moved: [{date: 2026-12-08, to: 2026-12-09 10:00-11:00, reason: a fair}]
      - {when: by appointment, note: At any time.}
      - {when: 2026-12-24 18:00-20:00, note: Carols.}
  - id: talk
    name: Talk
    summary: Talk.
    location: hall
    online: {platform: A phone line, phone: {number: "(207) 555-0142", extension: "007", languages: es}}
    schedule: {when: Wednesday, starts: 2026-11-01, ends: 2027-01-31, public_holidays: closed}
"""


@pytest.mark.parametrize("form", ["tree", "zip"])
def test_what_is_seldom_typed_comes_back_too(form: str, tmp_path: Path) -> None:
    found = town(RARE, tmp_path)
    files, again, imported = round_trip(found, form, tmp_path)
    assert published(again) == files
    assert imported.report.lines == []
    ours, theirs = ({one.id: one for one in each.directory.groups} for each in (found, again))
    for id_ in ours:
        for name in _fields(ours[id_]):
            if name != "location":
                assert getattr(ours[id_], name) == getattr(theirs[id_], name), name
    assert theirs["tea"].location == Location(confidential=True)
    assert again.directory.location_of(theirs["talk"]) == found.directory.location_of(ours["talk"])


def test_nothing_of_a_confidential_place_is_in_what_comes_back(tmp_path: Path) -> None:
    _, _, imported = round_trip(town(RARE, tmp_path), "tree", tmp_path)
    assert not any("refuge" in text.lower() for text in imported.files.values())


@pytest.mark.parametrize("form", ["tree", "zip"])
def test_a_directory_that_is_called_otherwise_keeps_its_ids(form: str, tmp_path: Path) -> None:
    files, again, _ = round_trip(town(GROUP, tmp_path), form, tmp_path, name="Quite another name", area_served="County")
    assert again.directory.about.name == "Quite another name"
    assert {path for path in published(again) if path.startswith("services/")} == {
        path for path in files if path.startswith("services/")
    }


def test_one_service_alone_comes_back_with_its_goals(tmp_path: Path) -> None:
    files = published(town(GROUP, tmp_path))
    (tmp_path / "one").mkdir()
    service = next(path for path in files if path.startswith("services/") and "page" not in path)
    (tmp_path / "one" / "tea.json").write_bytes(files[service])
    imported = import_hsds(tmp_path / "one" / "tea.json", today=TODAY, country="US", time_zone="America/New_York")
    made = {entry.section: entry for entry in imported.entries}
    assert made["groups"].id == "tea"
    assert made["groups"].fields["goals"] == "coping"
    assert made["goals"].fields == {"id": "coping", "name": "Ways to cope", "summary": "Tools for hard hours."}
    assert made["organizations"].id == "house"


def test_a_record_that_somebody_changed_since_counts_as_it_is_now(tmp_path: Path) -> None:
    files = dict(
        published(town("groups:\n  - {id: tea, name: Tea, summary: Tea., schedule: Tuesday 18:30-20:00}\n", tmp_path))
    )
    path = next(path for path in files if path.startswith("services/") and "page" not in path)
    service = json.loads(files[path])
    service["schedules"][0] |= {"byday": "WE", "opens_at": "10:00:00", "closes_at": "11:00:00"}
    files[path] = json.dumps(service).encode()
    imported = import_hsds(source(files, "tree", tmp_path), today=TODAY)
    assert next(entry for entry in imported.entries if entry.id == "tea").fields["schedule"] == "Wednesday 10:00-11:00"


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40).map(
    lambda text: " ".join(text.split())
).filter(lambda text: any(letter.isalnum() for letter in text))  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=5, max_size=5))
def test_any_text_comes_back_letter_for_letter(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    names = ("name", "summary", "is_not", "first_visit", "interpretation")
    listing = {"id": "tea", **dict(zip(names, texts, strict=True))}
    found = town(f"services:\n  - {json.dumps(listing, ensure_ascii=False)}\n", folder)
    for form in ("tree", "zip"):
        (folder / form).mkdir()
        files, again, _ = round_trip(found, form, folder / form)
        assert again.directory.services == found.directory.services
        assert published(again) == files


def test_a_listing_that_another_directory_keeps_is_left_to_it(tmp_path: Path) -> None:
    found = town(
        "groups:\n  - {id: tea, name: Tea, summary: Tea.}\n  - {id: talk, name: Talk, summary: Talk.}\n", tmp_path
    )
    files = dict(published(found))
    full = [path for path in files if path.startswith("services/") and "/page-" not in path]
    path = next(path for path in full if json.loads(files[path])["name"] == "Talk")
    service = json.loads(files[path])
    term = {"id": "7", "code": "details/source", "name": "Source", "description": "Who keeps it."}
    service["attributes"].append({"id": "8", "taxonomy_term": term, "value": "Riverton"})
    files[path] = json.dumps(service).encode()
    imported = import_hsds(source(files, "tree", tmp_path), today=TODAY)
    assert [entry.id for entry in imported.entries if entry.section in {"groups", "services"}] == ["tea"]
    assert [line.original for line in imported.report.lines] == ["Talk"]

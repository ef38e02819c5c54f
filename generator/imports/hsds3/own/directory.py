"""Everything in a source that a directory like ours published itself, made into entries again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import ValidationError

from generator.imports.csv_table import Row
from generator.imports.entries import Entry, filled, fitted
from generator.imports.hsds3.marks import NAMED, OWN_TAXONOMIES, RUNS_ITSELF, Marks, one
from generator.imports.hsds3.own import listings
from generator.imports.hsds3.own.records import OwnWords
from generator.imports.hsds_tables import Package
from generator.imports.report import Origin, Report
from generator.imports.setting import Setting
from generator.language import Language
from generator.model.about import About
from generator.model.crisis import Crisis
from generator.model.directory import SECTIONS
from generator.model.text import LONGEST_ID, slug
from generator.source.text import FORBIDDEN
from generator.source.writer import Writable
from generator.words import say

FROM_INDEX = ("goals", "areas", "audiences")
_INDEX = Origin("index.json")
# The terms of these taxonomies are sections of ours, where the index did not come along.
_LEADS_TO = {"goals": "goals", "audiences": "audiences"}
_BELONGING = (
    "services_at_location", "contacts", "addresses", "schedules", "service_areas", "cost_options", "required_documents",
    "accessibility", "phones", "languages", "metadata", "attributes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OwnRecords:
    """The entries, and the ids of every record that was read for them."""

    entries: tuple[Entry, ...] = ()
    organizations: Mapping[str, Entry] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


def about_of(words: Mapping[str, Any], report: Report) -> About | None:
    """What the directory says of itself; nothing if it is not as the model wants it."""
    told = words.get("directory")
    if not isinstance(told, dict):
        return None
    try:
        return About.model_validate({**told, "namespace": words.get("namespace")})
    except ValidationError:
        report.dropped(_INDEX, "directory", str(told)[:500], say("What the directory says of itself is not right."))
        return None


def crisis_of(words: Mapping[str, Any], report: Report) -> Mapping[str, Writable]:
    """Its crisis lines; nothing if they are not as the model wants them."""
    told = words.get("crisis")
    if not isinstance(told, dict):
        return {}
    try:
        found = Crisis.model_validate(told)
    except ValidationError:
        report.dropped(_INDEX, "crisis", str(told)[:500], say("What the directory says of itself is not right."))
        return {}
    written: Mapping[str, Writable] = found.model_dump(mode="json", exclude_defaults=True)
    return written


def made_on(words: Mapping[str, Any], today: date) -> date:
    """The day of the export."""
    try:
        return date.fromisoformat(str(words.get("made")))
    except ValueError:
        return today


def own_records(
    package: Package, words: Mapping[str, Any], about: About | None, setting: Setting, today: date, report: Report
) -> OwnRecords:  # fmt: skip
    """All own records of a source, each id once."""
    marks = Marks(package)
    services = [row for row in package.rows("services") if NAMED in marks.of(row.id)]
    if not services and not words:
        return OwnRecords()
    own = OwnWords(package, marks, report, Language.load(setting.language), about, made_on(words, today), setting)
    found = [*_sections(words, package, report)]
    organizations: dict[str, Entry] = {}
    known = set()
    for row in package.rows("organizations"):
        its_marks = marks.of(row.id)
        if NAMED in its_marks:
            organizations[row.id] = listings.organization(own, row)
        if NAMED in its_marks or RUNS_ITSELF in its_marks:
            known.add(row.id)
    found += organizations.values()
    homes: dict[str, str] = {}
    services = [row for row in services if not _is_passed_on(row, marks, known, report)]
    for row in services:
        home = row["organization_id"] if row["organization_id"] in organizations else ""
        known.add(row.id)
        for link in own.rows("services_at_location", "service", row):
            homes.setdefault(link["location_id"], home)
    for row in package.rows("locations"):
        if row.id in homes or NAMED in marks.of(row.id):
            known.add(row.id)
            if NAMED in marks.of(row.id):
                found.append(listings.location(own, row, homes.get(row.id, "")))
    found += [listings.listing(own, row) for row in services]
    made = _each_once(found, report)
    _use(package, known, report)
    return OwnRecords(
        tuple(_without_strangers(made, report)),
        {row: entry for row, entry in organizations.items() if entry.id in {each.id for each in made}},
        frozenset(known),
    )


def _is_passed_on(row: Row, marks: Marks, known: set[str], report: Report) -> bool:
    """Whether another directory keeps this listing: it is told, and left out here."""
    keeper = one(marks.of(row.id), "source")
    if keeper:
        known.add(row.id)
        reason = say("{name} keeps this listing. Take it over from there, under include_directory.", name=keeper)
        report.dropped(row.origin, "", row["name"], reason)
    return bool(keeper)


def _sections(words: Mapping[str, Any], package: Package, report: Report) -> list[Entry]:
    """Goals, areas and audiences, from the index; goals and audiences else from their terms."""
    found = []
    for section in FROM_INDEX:
        told = words.get(section)
        for number, part in enumerate(told if isinstance(told, list) else ()):
            if isinstance(part, dict) and part.get("id"):
                name = str(part.get("name", ""))
                origin = Origin(_INDEX.file, 0, str(part["id"]), name, way=f"#/{section}/{number}")
                known = SECTIONS[section].model_fields
                for field in part.keys() - known.keys():
                    report.dropped(origin, field, str(part[field])[:500], say("A directory here has no field for it."))
                kept = {field: value for field, value in part.items() if field in known and value is not None}
                found.append(Entry(section, origin, kept))
    told_already = {(entry.section, entry.id) for entry in found}
    for row in package.rows("taxonomy_terms"):
        taxonomy, _, name = row["code"].partition("/")
        section = _LEADS_TO.get(taxonomy, "")
        if section and name and (section, name) not in told_already and not words:
            summary = row["description"] if section == "goals" else ""
            found.append(Entry(section, row.origin, filled(id=name, name=row["name"], summary=summary)))
    return found


def _written(value: Any) -> Any:
    """The value without what no file can hold."""
    if isinstance(value, str):
        return FORBIDDEN.sub("", value)
    if isinstance(value, dict):
        return {name: _written(part) for name, part in value.items()}
    return [_written(part) for part in value] if isinstance(value, list | tuple) else value


def _each_once(entries: list[Entry], report: Report) -> list[Entry]:
    """The entries as the model takes them; of two with one short name, the second is called otherwise."""
    taken: set[tuple[str, str]] = set()
    made = []
    for entry in entries:
        fields = _written(entry.fields)
        if fields != entry.fields:
            report.changed(entry.origin, "", "", say("Invisible characters were taken out."))
            entry = replace(entry, fields=fields)
        group = "listings" if entry.section in {"groups", "services"} else entry.section
        wanted = slug(str(entry.fields["id"]))
        name, number = wanted, 1
        while (group, name) in taken:
            number += 1
            name = f"{wanted[: LONGEST_ID - 4]}-{number}"
        if name != entry.fields["id"]:
            report.changed(entry.origin, "id", str(entry.fields["id"]), say("It is called '{id}' here.", id=name))
            entry = replace(entry, fields={**entry.fields, "id": name})
        taken.add((group, name))
        found = fitted(entry, report)
        if found:
            made.append(found)
    return made


def _without_strangers(entries: list[Entry], report: Report) -> list[Entry]:
    """The entries without references to what did not come along."""
    ids: dict[str, set[str]] = {}
    for entry in entries:
        group = "listings" if entry.section in {"groups", "services"} else entry.section
        ids.setdefault(group, set()).add(entry.id)
    targets = {"related": "listings", "goals": "goals", "areas": "areas", "organization": "organizations"}
    found = []
    for entry in entries:
        fields = dict(entry.fields)
        for name, group in targets.items():
            if entry.section not in {"groups", "services"} or name not in fields:
                continue
            value = fields[name]
            named = [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]
            known = [one for one in named if one in ids.get(group, ())]
            if known != named:
                lost = ", ".join(one for one in named if one not in known)
                report.dropped(entry.origin, name, lost, say("Nothing in the export has this id."))
                del fields[name]
                if known:
                    fields[name] = known[0] if len(known) == 1 else list(known)
        found.append(replace(entry, fields=fields) if fields != entry.fields else entry)
    return found


def _use(package: Package, known: set[str], report: Report) -> None:
    """Count every row that belongs to a known record, or to what belongs to one."""
    belonging = set(known)
    for table in ("services", "organizations", "locations"):
        for row in package.rows(table):
            if row.id in known:
                report.use(row.origin)
    for row in package.rows("taxonomy_terms"):
        if row["code"].partition("/")[0] in OWN_TAXONOMIES:
            report.use(row.origin)
    for table in _BELONGING:
        columns = (
            [column for column in package.tables[table].columns if column.endswith("_id")]
            if package.rows(table)
            else []
        )
        for row in package.rows(table):
            if any(row[column] in belonging for column in columns if column != "taxonomy_term_id"):
                belonging.add(row.id)
                report.use(row.origin)

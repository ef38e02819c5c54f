"""Own organizations, places and listings as entries, each under the short name it had."""

from __future__ import annotations

from collections.abc import Mapping

from generator.imports.csv_table import Row
from generator.imports.entries import Entry, filled
from generator.imports.hsds3.marks import RUNS_ITSELF, one, several, under
from generator.imports.hsds3.own.records import OwnWords, Values, day, in_paragraphs, in_short, split, years
from generator.imports.hsds3.own.schedules import schedules
from generator.model.choice import CostKind, Kind
from generator.source.writer import Writable

_STATUS = {"temporarily closed": "paused", "inactive": "paused", "defunct": "ended"}


def short_name(own: OwnWords, row: Row) -> str:
    """The id it has with us; empty if it is none of ours."""
    return one(own.marks.of(row.id), "short-name")


def organization(own: OwnWords, row: Row) -> Entry:
    """An organization that listings name."""
    marks = own.marks.of(row.id)
    fields = filled(
        id=one(marks, "short-name"),
        name=row["name"],
        alternate_names=in_short(split(row["alternate_name"])),
        description="" if row["description"] == row["name"] else in_paragraphs(row["description"]),
        contact=own.contact(row, "organization", row["website"]),
        peer_run=True if "details/peer-run" in marks else None,
    )
    return Entry("organizations", row.origin, fields, home=row.id)


def location(own: OwnWords, row: Row, home: str) -> Entry:
    """A place that several listings share."""
    return Entry("locations", row.origin, filled(id=short_name(own, row), **own.place(row)), home=home)


def listing(own: OwnWords, row: Row) -> Entry:
    """A group or service."""
    marks = own.marks.of(row.id)
    is_group = Kind.GROUP.value in under(marks, "kinds")
    summary, _, description = row["description"].partition("\n\n")
    fields: Values = filled(
        id=one(marks, "short-name"),
        name=row["name"],
        alternate_names=in_short(split(row["alternate_name"])),
        summary=summary,
        description=in_paragraphs(description),
        goals=in_short(list(under(marks, "goals"))),
        keywords=in_short(list(marks.get("details/keyword", ()))),
        languages=_languages(own, row),
        related=in_short(list(marks.get("details/related", ()))),
        organization=_organization(own, row),
        status=_STATUS.get(row["status"], ""),
        alert=filled(text=row["alert"], until=day(one(marks, "alert-until"))) if row["alert"] else None,
        is_not=one(marks, "is-not"),
        first_visit=in_paragraphs(one(marks, "first-visit")),
        eligibility=_eligibility(row, marks),
        schedule=in_short(schedules(own.rows("schedules", "service", row), own)),
        attending=in_short(list(several(marks, "attending"))),
        areas=in_short(_areas(own, row)),
        **_places(own, row, marks),
        contact=own.contact(row, "service", row["url"]),
        joining=one(marks, "joining"),
        application_process=_application(row, marks),
        required_documents=in_short([found["document"] for found in own.rows("required_documents", "service", row)]),
        cost=_cost(own, row),
        interpretation=row["interpretation_services"],
        led_by=one(marks, "led-by"),
        group_size=one(marks, "group-size"),
        waiting=one(marks, "waiting"),
        peer_workers=True if "details/peer-workers" in marks else None,
        verified=day(row["assured_date"]),
        verified_by=_verified_by(own, row),
        review_every=one(marks, "review-every"),
    )
    organization_ = fields.get("organization", "")
    return Entry(
        "groups" if is_group else "services", row.origin, fields, row["organization_id"] if organization_ else ""
    )


def _languages(own: OwnWords, row: Row) -> Writable:
    """None where it is the directory's own alone, as that goes without saying."""
    codes = own.languages(row, "service")
    return "" if own.about and codes == [own.about.language] else in_short(codes)


def _organization(own: OwnWords, row: Row) -> str:
    marks = own.marks.of(row["organization_id"])
    return "" if RUNS_ITSELF in marks else one(marks, "short-name")


def _eligibility(row: Row, marks: Mapping[str, list[str]]) -> Writable:
    fields = filled(
        description=row["eligibility_description"],
        not_for=one(marks, "not-for"),
        audiences=in_short(list(under(marks, "audiences"))),
        minimum_age=years(row["minimum_age"]),
        maximum_age=years(row["maximum_age"]),
    )
    return fields["description"] if list(fields) == ["description"] else fields


def _areas(own: OwnWords, row: Row) -> list[Writable]:
    return [name for found in own.rows("service_areas", "service", row) if (name := short_name(own, found))]


def _places(own: OwnWords, row: Row, marks: Mapping[str, list[str]]) -> Values:
    """Where it is, and how one joins from afar."""
    found: Values = {"location": {"confidential": True}} if "details/confidential" in marks else {}
    for link in own.rows("services_at_location", "service", row):
        for place in own.package.by("locations", "id").get(link["location_id"], [])[:1]:
            if place["location_type"] == "virtual":
                found["online"] = own.online(place)
            else:
                found["location"] = short_name(own, place) or own.place(place)
    return {name: found[name] for name in ("location", "online") if name in found}


def _application(row: Row, marks: Mapping[str, list[str]]) -> str:
    """What to do, without the sentences that the codes beside it made."""
    lines = row["application_process"].split("\n") if row["application_process"] else []
    if "details/joining" in marks:
        lines = lines[1:]
    if "details/confidential" in marks:
        lines = lines[:-1]
    return " ".join(lines)


def _cost(own: OwnWords, row: Row) -> Writable:
    options = own.rows("cost_options", "service", row)
    if not options or options[0]["option"] not in set(CostKind):
        return ""
    amount = options[0]["amount_description"]
    lines = row["fees_description"].split("\n")[1:]
    fields = filled(kind=options[0]["option"], amount=amount, note=" ".join(lines[1:] if amount else lines))
    return fields["kind"] if len(fields) == 1 else fields


def _verified_by(own: OwnWords, row: Row) -> str:
    for found in own.package.by("metadata", "resource_id").get(row.id, []):
        if found["field_name"] == "assured_date" and found["updated_by"] != own.desk:
            return found["updated_by"]
    return ""

"""How an imported directory is laid out in files: one for each organization, so that two people seldom change the same.

resources.yaml                     name, country, time zone; `include: [listings/*.yaml]`
listings/community-law-project.yaml  the organization, its places and its services
listings/organization-25571.yaml   what belongs to an organization that the export does not describe
listings/places.yaml               places that no listing uses
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.imports.entries import Entry
from generator.imports.setting import Setting
from generator.model.crisis import PRESETS
from generator.model.text import slug
from generator.problems import Say
from generator.source.writer import Path, Writable, written
from generator.words import Words, say

FOLDER = "listings"
ORDER = ("goals", "areas", "audiences", "organizations", "locations", "groups", "services")


def resources(setting: Setting, today: date, spoken: Say, heading: Words | None = None) -> str:
    """The text of resources.yaml; `heading` says where it came from."""
    about: dict[str, Writable] = {"name": setting.name, "area_served": setting.area_served, "country": setting.country}
    if setting.subdivision:
        about["subdivision"] = setting.subdivision
    about |= {"time_zone": setting.time_zone, "language": setting.language, **setting.further}
    notes: dict[Path, str] = {("directory", field): spoken(reason) for field, reason in setting.reasons.items()}
    top: dict[str, Writable] = {"directory": about}
    if setting.crisis:
        top["crisis"] = setting.crisis
    elif setting.country in PRESETS:
        top["crisis"] = {"preset": setting.country}
    top["include"] = [f"{FOLDER}/*.yaml"]
    came = heading or say(
        "Imported from an HSDS export on {today}. What did not come over stands in import-report.md.", today=today
    )
    return written(top, notes=notes, heading=spoken(came))


def listing_files(organizations: Mapping[str, Entry], entries: Iterable[Entry]) -> dict[str, str]:
    """The text of each file below the folder, by its path; every entry stands in one of them."""
    entries = list(entries)
    used = {entry.home for entry in entries if entry.section != "locations"}
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_file(entry, organizations, used), []).append(entry)
    return {f"{FOLDER}/{file}.yaml": _text(found) for file, found in sorted(groups.items())}


def _file(entry: Entry, organizations: Mapping[str, Entry], used: set[str]) -> str:
    if entry.home in organizations:
        return organizations[entry.home].id
    if entry.home in used and entry.home:
        return slug(f"organization {entry.home}")
    return "places" if entry.section == "locations" else entry.section


def _text(entries: list[Entry]) -> str:
    sections: dict[str, Writable] = {}
    notes: dict[Path, str] = {}
    for section in ORDER:
        found = [entry for entry in entries if entry.section == section]
        if found:
            sections[section] = [entry.fields for entry in found]
            notes |= {(section, index, "id"): entry.note for index, entry in enumerate(found) if entry.note}
    return written(sections, notes=notes)

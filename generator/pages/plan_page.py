"""My plan: an empty page that a visitor fills on their own device, and the directory's data it is filled from.

The page asks for data once a plan holds something, and picks what it needs on the device (plan_parts.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.addresses import Addresses
from generator.language import Language
from generator.made import AssetFile, PageFile
from generator.pages.desk import Desk
from generator.pages.plan_parts import NAMES, in_parts
from generator.views import paths
from generator.views.clock import clock_of
from generator.views.frame import urgent_ways
from generator.views.plan import PlanEntry, plan_entries
from generator.views.worksheet_page import sheet_names
from generator.words import say


def pages(desk: Desk) -> Iterator[PageFile | AssetFile]:
    parts = in_parts([row(entry, desk.survey.language, desk.addresses) for entry in plan_entries(desk.survey)])
    yield desk.page(
        paths.PLAN,
        "plan",
        desk.say(say("My plan")),
        desk.say(say("What matters to you, your next small step, and what you have found, on one sheet of your own.")),
        part_path=parts.path("{part}"),
        parts=parts.count,
        names_path=NAMES if parts.has_names else "",
        urgent=urgent_ways(desk.survey),
        sheets=sheet_names(desk.survey),
        known_on=desk.survey.language.date(desk.survey.today),
        zone=desk.survey.zone_name,
        made=clock_of(desk.survey),
        search_boost=0.5,
    )
    yield from parts.files()


def row(entry: PlanEntry, language: Language, addresses: Addresses) -> dict[str, Any]:
    """The entry as plan-card.js reads it; what is empty is left out."""
    values = {
        "id": entry.id,
        "kind": entry.kind,
        "name": entry.name,
        "path": addresses.link(paths.PLAN, entry.path),
        "notes": entry.notes,
        "dates": [[date.until, date.words, date.change, *([date.iso] if date.iso else [])] for date in entry.dates],
        "facts": [[fact.icon, fact.words] for fact in entry.facts],
        "ways": [
            [way.icon, f"{way.verb} {language.apart(way.target)}".strip(), way.href, way.note] for way in entry.ways
        ],
    }
    return {key: value for key, value in values.items() if value}

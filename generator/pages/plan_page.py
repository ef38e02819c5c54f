"""My plan: an empty page that a visitor fills on their own device, and the directory's data it is filled from.

The data is one script for all visitors, which the page asks for once a plan holds something. What is in the plan is
picked out on the device, so the host learns no more than that somebody opened a plan. It is a script and not JSON because
a page opened from a memory stick may run its own scripts but fetch nothing
(docs/decisions/0008-my-plan-stays-with-the-visitor.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.made import AssetFile, PageFile
from generator.pages.desk import Desk
from generator.views import paths
from generator.views.frame import urgent_ways
from generator.views.plan import PlanEntry, plan_entries
from generator.words import say

DATA = "assets/javascripts/plan-data.js"


def pages(desk: Desk) -> Iterator[PageFile | AssetFile]:
    yield desk.page(
        paths.PLAN,
        "plan",
        desk.say(say("My plan")),
        desk.say(say("What matters to you, your next small step, and what you have found, on one sheet of your own.")),
        data_path=DATA,
        urgent=urgent_ways(desk.survey),
        known_on=desk.survey.language.date(desk.survey.today),
        zone=desk.survey.zone_name,
        search_boost=0.5,
    )
    yield AssetFile(DATA, data_script([_row(entry, desk) for entry in plan_entries(desk.survey)]))


def data_script(rows: list[dict[str, Any]]) -> bytes:
    """A script of one statement, which hands the rows to the plan.

    >>> data_script([{"id": "tea"}])
    b'waypostDirectory=[{"id":"tea"}];\\n'
    """
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    # Old browsers end a line of script at these two; inside a string that would break it.
    for letter in "\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return f"waypostDirectory={text};\n".encode()


def _row(entry: PlanEntry, desk: Desk) -> dict[str, Any]:
    """The entry as plan.js reads it; what is empty is left out."""
    apart = desk.survey.language.apart
    row = {
        "id": entry.id,
        "kind": entry.kind,
        "name": entry.name,
        "path": desk.addresses.link(paths.PLAN, entry.path),
        "notes": entry.notes,
        "dates": [[date.until, date.words, date.change] for date in entry.dates],
        "facts": [[fact.icon, fact.words] for fact in entry.facts],
        "ways": [[way.icon, f"{way.verb} {apart(way.target)}".strip(), way.href, way.note] for way in entry.ways],
    }
    return {key: value for key, value in row.items() if value}

"""The page of each thing, as a path in the source tree."""

from __future__ import annotations

from generator.model.choice import Kind
from generator.model.entry import Entry

HOME = "index.md"
WEEK = "week.md"
HELP_NOW = "help-now.md"
PLAN = "plan.md"
NO_SIGNAL = "no-signal.md"
GOALS = "goals/index.md"
AREAS = "areas/index.md"
ALL = "listings/index.md"
FIND = "find/index.md"
LEARN = "learn/index.md"
ABOUT = "about/index.md"
HOW_CHECKED = "about/how-listings-are-checked.md"
PRIVACY = "about/privacy.md"
ACCESSIBILITY = "about/accessibility.md"
LICENCE = "about/open-data-and-licence.md"
PRINT = "about/print.md"
TO_PRINT = "print/index.md"
KEEPERS = "keepers/index.md"
DATA = "data/index.md"
SUGGEST = "suggest.md"

HAND_WRITTEN = (
    LEARN,
    "learn/values.md",
    "learn/goals.md",
    "learn/strengths.md",
    "learn/small-steps.md",
    "learn/tracking-and-reflecting.md",
    "learn/first-time-at-a-group.md",
    "learn/choosing-a-service.md",
    "learn/when-things-get-worse.md",
    ABOUT,
    HOW_CHECKED,
    PRIVACY,
    ACCESSIBILITY,
    LICENCE,
    PRINT,
    SUGGEST,
)
"""The pages that people write and the made pages link."""

FOLDER = {Kind.GROUP: "groups", Kind.SERVICE: "services", Kind.WORKSHEET: "worksheets"}


def of_kind(kind: Kind, sheet: int = 1) -> str:
    """One sheet of the list of one kind, counted from 1. No listing can stand there: `page` is no id, nor has one a slash."""
    return f"{FOLDER[kind]}/index.md" if sheet == 1 else f"{FOLDER[kind]}/page/{sheet}.md"


def of_entry(entry: Entry) -> str:
    """The page of a group, service or worksheet."""
    return f"{FOLDER[entry.kind]}/{entry.id}.md"


def of_goal(goal_id: str) -> str:
    return f"goals/{goal_id}.md"


def of_area(area_id: str) -> str:
    return f"areas/{area_id}.md"


def within(page: str, kind: Kind, sheet: int = 1) -> str:
    """One sheet of all of one kind that belong to the goal or area of this page: `goals/rest/groups.md`."""
    first = f"{page.removesuffix('.md')}/{FOLDER[kind]}"
    return f"{first}.md" if sheet == 1 else f"{first}/{sheet}.md"


def of_all(page: int) -> str:
    """One sheet of the list of all listings, counted from 1."""
    return ALL if page == 1 else f"listings/{page}.md"


def of_answer(key: str, value: str, sheet: int = 1) -> str:
    """One sheet of everything with one answer to a question of the finder, counted from 1: `find/how/online.md`."""
    return f"find/{key}/{value}.md" if sheet == 1 else f"find/{key}/{value}/{sheet}.md"

"""Directories that nobody has, in the form of data.js: every shape that a column may have, by a seeded die."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

HORIZON = 63
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
PARTS = ["morning", "afternoon", "evening", "night"]
WHEN = ["now", "today", "tomorrow", "week"]
CLOCK = ("when", "day", "time")
SYLLABLES = ["ba", "den", "ko", "lum", "mar", "no", "pel", "ro", "sun", "ti", "vor", "wen"]

WORDS = {
    "today": "Today",
    "tomorrow": "Tomorrow",
    "today_at": "Today {time}",
    "tomorrow_at": "Tomorrow {time}",
    "day_at": "{day} {time}",
    "now": "Now",
    "now_until": "Now, until {time}",
    "open_now": "Open now",
    "open_now_until": "Open now, until {time}",
    "open_today": "Open today",
    "open_tomorrow": "Open tomorrow",
    "open_day": "Open {day}",
    "opens_today_at": "Opens today {time}",
    "opens_tomorrow_at": "Opens tomorrow {time}",
    "opens_day_at": "Opens {day} {time}",
    "always": "Open 24 hours",
    "your_today": "{time} your time",
    "your_day": "{day} {time} your time",
    "km": "{n} km",
    "mi": "{n} miles",
    "under_km": "less than 1 km",
    "under_mi": "less than 1 mile",
    "about_km": "about {n} km",
    "about_mi": "about {n} miles",
    "about_under_km": "about 1 km",
    "about_under_mi": "about 1 mile",
    "in_area": "in this area",
    "typed_now": "now, open now",
    "typed_today": "today",
    "typed_tonight": "tonight, this evening",
    "typed_tomorrow": "tomorrow",
    "typed_week": "this week",
    "typed_weekend": "weekend, this weekend",
    "typed_weekday": "weekday, during the week",
    "typed_before_noon": "am",
    "typed_after_noon": "pm",
}


def a_name(die: random.Random) -> str:
    return " ".join("".join(die.choices(SYLLABLES, k=die.randint(1, 3))).capitalize() for _ in range(die.randint(1, 3)))


def a_slot(die: random.Random) -> list[Any]:
    """As data.py writes them: a mask or days, minutes, opening hours, a change; nothing at the end is left out."""
    start = -1 if die.random() < 0.1 else die.randrange(0, 1440, 15)
    end = -1 if start < 0 or die.random() < 0.15 else start + die.choice([30, 60, 90, 240, 600, 1440, 2000])
    days: Any = die.randint(1, 127) if die.random() < 0.6 else sorted(die.sample(range(HORIZON), die.randint(1, 6)))
    slot: list[Any] = [days, start, end, int(die.random() < 0.4), die.choice(["", "", "Extra date"])]
    while len(slot) > 3 and not slot[-1]:
        slot.pop()
    return slot


def column(values: Sequence[Any], key: str) -> dict[str, Any]:
    known: list[Any] = []
    for value in values:
        if value not in known:
            known.append(value)
    return {"of": [known.index(value) for value in values], key: known}


def made_up(seed: int, count: int = 60, articles: int = 4, made: date = date(2026, 11, 22)) -> dict[str, Any]:
    """A directory of so many entries, made on a day, by the clocks of London in winter unless a test says otherwise."""
    die = random.Random(seed)
    sizes = {"goal": 5, "area": 6, "how": 4, "for": 4, "language": 3, "access": 6, "cost": 4, "join": 4}
    ids = {key: [f"{key}-{number}" for number in range(size)] for key, size in sizes.items()}
    ids["how"] = ["in_person", "online", "phone", "hybrid"]
    ids["kind"] = ["group", "service", "worksheet"]
    die.shuffle(week := list(WEEKDAYS))
    ids |= {"when": WHEN, "day": week, "time": PARTS}
    order = ["when", "kind", "goal", "area", "day", "time", "how", "for", "language", "access", "cost", "join"]
    kinds = sorted([0, 1, 2, *(die.choice([0, 0, 0, 1, 1, 2]) for _ in range(count - 3))])
    names = [
        name for kind in range(3) for name in sorted((a_name(die) for one in kinds if one == kind), key=str.casefold)
    ]
    places = [
        [f"Place {number}", *die.choice([(None, None), (43 + die.random(), -70 - die.random())])] for number in range(8)
    ]
    areas: list[list[Any]] = []
    for number, identity in enumerate(ids["area"]):
        middle = (43 + die.random(), -70 - die.random()) if die.random() < 0.7 else (None, None)
        areas.append([identity, f"Ward {number}", *middle, die.sample(range(6), 2), [f"0499{number}"]])
    sets = {
        key: [sorted(die.sample(range(len(ids[key])), die.choice([0, 1, 1, 2, 3]))) for _ in range(count)]
        for key in sizes
    }
    labels = {
        key: column(["", *(die.choice(["", key.title()]) for _ in range(count - 1))], "labels")
        for key in ("price", "note", "extra")
    }
    return {
        "made": made.isoformat(),
        "zone": "Europe/London",
        "horizon": HORIZON,
        "days": [f"{made + timedelta(days=number):%a %d %b}" for number in range(HORIZON)],
        "offsets": [[0, 0]],
        "times": {str(minute): f"{minute // 60:02}:{minute % 60:02}" for minute in range(0, 1440, 5)},
        "words": WORDS,
        "units": "mi",
        "facets": [[key, key.title(), [[one, one.replace("_", " ").title()] for one in ids[key]]] for key in order],
        "areas": areas,
        "places": places,
        "folders": ["groups", "services", "worksheets"],
        "ending": "/",
        "count": count,
        "articles": articles,
        "name": [*names, *(f"Page {number}" for number in range(articles))],
        "path": [*[0] * count, *(f"learn/page-{number}/" for number in range(articles))],
        "kind": kinds,
        **{key: column(values, "sets") for key, values in sets.items()},
        "place": [die.choice([0, 0, *range(1, 9)]) for _ in range(count)],
        "slots": column([[a_slot(die) for _ in range(die.choice([0, 1, 1, 2, 3]))] for _ in range(count)], "sets"),
        "checked": {"of": [0] * count, "labels": [["Checked in May", 0]]},
        **labels,
        "paused": [],
        "shards": [],
        "texts": 64,
    }


def a_choice(die: random.Random, data: dict[str, Any]) -> dict[str, list[str]]:
    """What a visitor may have ticked: mostly little, sometimes much."""
    keys = die.sample(data["facets"], die.choice([0, 1, 1, 2, 2, 3, 4]))
    return {key: [one[0] for one in die.sample(values, die.randint(1, min(3, len(values))))] for key, _, values in keys}

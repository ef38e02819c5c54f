"""The first stage of the finder: everything but the words, in one file that is small enough for a phone.

`data.js` hands over `["data", {...}]`. An entry is a number: listings first (groups, then services), then worksheets, each
by name; after these `count` entries the `articles` other pages: "Help now", then what people wrote by hand.

About the directory:

- `made`: the day of the build, `2026-11-22`; it is day 0. `zone`: the IANA time zone. `horizon`: 63 days.
- `days`: the label of each day, `Tue 24 Nov`. `times`: the label of each minute of the day that a slot names.
- `offsets`: `[[day, minutes east of UTC], …]` at noon of day 0 and of each day on which that changes.
- `words`: what the script says, by key. `units`: `mi` or `km`.
- `facets`: `[[key, name, [[value id, name], …]], …]` in the order in which they are shown.
- `areas`: `[[id, name, latitude or null, longitude or null, [numbers of its neighbors], [postal codes]], …]`.
- `places`: `[[label, latitude or null, longitude or null], …]`. `folders`: of each value of `kind`, where its pages are.
- `ending`: what follows the id in an address, `/` or `.html`.

About the entries (`n` = count, `m` = articles):

- `name` [n+m]. `path` [n+m]: 0 if the id is the slug of the name, else the id; of an article its address from the root of
  the site. An entry's address is its folder, `/`, the id and the ending. The slug: small letters, decomposed (NFKD), what is
  not ASCII dropped, each run of anything but a-z and 0-9 one hyphen, cut to 60 letters, no hyphen at the ends.
- `kind` [n]: the number of the value. Each other facet but `when`, `day` and `time`: `{of: [n], sets: [[value numbers], …]}`,
  so that `sets[of[i]]` are the values of entry i.
- `place` [n]: 0 for none, else 1 + the number of the place.
- `slots` {of, sets}: each set is `[[days, start, end, is opening hours, change], …]`. `days` is a number, the mask of the
  weekdays (bit 0 is Monday) on each of which it is on in the whole horizon, or the list of the numbers of its days. `start`
  and `end` are minutes of the directory's clock; end may pass 1440; -1 is unknown (start -1: a day without a time). `is
  opening hours` is 1 or 0: one drops by within these hours. `change` is the words of a moved or extra date. The last of
  them are left out where there is nothing to say: `[2,1110,1200]` is a meeting, `[31,540,1020,1]` opening hours.
  A slot belongs to the weekday on which it begins; to the part of the day in which it begins, and opening hours to each part
  that they reach into (morning 5-12, afternoon 12-17, evening 17-22, night 22-5).
- `checked` {of, labels}: `[words, 1 if overdue]`; worksheets have `["", 0]`. `price`, `note`, `extra` {of, labels}: words, or
  nothing; labels[of[i]] is always there, and labels[0] is the empty one.
- `paused`: the numbers of the entries that pause for now.
- `shards`: the first form of each words file, in order. `texts`: how many entries a texts file holds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from generator.addresses import Addresses
from generator.finder.article import Article
from generator.finder.columns import column
from generator.finder.sentences import sentences
from generator.model.choice import Status
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.model.place import Location
from generator.model.text import LONGEST_ID
from generator.model.worksheet import Worksheet
from generator.views.card import cost, covers, minutes, where
from generator.views.facets import Facet, facets, values_of
from generator.views.paths import FOLDER
from generator.views.rows import checked, clock, note
from generator.views.slots import DAY, HORIZON, UNKNOWN, Slot, slots
from generator.views.survey import Survey

TEXTS = 64
"""Entries a file of summaries holds: more than one sheet of results, and still a small file."""

MILES = {"US", "GB", "LR", "MM"}
"""Countries whose road signs count miles."""

CLOCK = {"when", "day", "time"}
"""Facets that slots answer."""

# Four places are a house's width and a half; more would only cost.
_DECIMALS = 4


def data(
    survey: Survey, entries: Sequence[Entry], articles: Sequence[Article], shards: Sequence[str], addresses: Addresses
) -> dict[str, Any]:
    """What `data.js` holds for these entries, in this order; `shards` are the first forms of the words files."""
    known = facets(survey)
    places, place_of = _places(entries, survey)
    dates = [slots(entry, survey) if isinstance(entry, Listing) else () for entry in entries]
    return {
        **_clock(survey, [slot for found in dates for slot in found]),
        "words": sentences(survey.language),
        "units": "mi" if survey.directory.about.country in MILES else "km",
        "facets": [[facet.key, facet.name, [[value.id, value.name] for value in facet.values]] for facet in known],
        "areas": _areas(survey),
        "places": places,
        "folders": [FOLDER[kind] for kind in FOLDER if any(entry.kind is kind for entry in entries)],
        "ending": "/" if addresses.folders else ".html",
        "count": len(entries),
        "articles": len(articles),
        "name": [*(entry.name for entry in entries), *(article.title for article in articles)],
        "path": [*map(_path, entries), *(addresses.url(article.path) for article in articles)],
        **_answers(entries, known, survey),
        "place": place_of,
        "slots": column([[_slot(slot) for slot in found] for found in dates], key="sets"),
        "checked": column([_checked(entry, survey) for entry in entries], key="labels", first=["", 0]),
        "price": column([_price(entry, survey) for entry in entries], key="labels", first=""),
        "note": column([_note(entry, survey) for entry in entries], key="labels", first=""),
        "extra": column([_extra(entry, survey) for entry in entries], key="labels", first=""),
        "paused": [number for number, entry in enumerate(entries) if _is_paused(entry)],
        "shards": list(shards),
        "texts": TEXTS,
    }


def _clock(survey: Survey, found: Sequence[Slot]) -> dict[str, Any]:
    """The days ahead, and every time that is named."""
    language, days = survey.language, [survey.today + timedelta(days=number) for number in range(HORIZON)]
    named = {minute % DAY for slot in found for minute in (slot.start, slot.end) if minute != UNKNOWN}
    offsets: list[list[int]] = []
    for number, day in enumerate(days):
        away = datetime.combine(day, time(12), survey.start.tzinfo).utcoffset() or timedelta()
        east = int(away.total_seconds() // 60)
        if not offsets or offsets[-1][1] != east:
            offsets.append([number, east])
    return {
        "made": survey.today.isoformat(),
        "zone": survey.zone,
        "horizon": HORIZON,
        "days": [language.at_the_top(language.date(day, "day")) for day in days],
        "offsets": offsets,
        "times": {str(minute): language.time(clock(minute)) for minute in sorted(named)},
    }


def _areas(survey: Survey) -> list[list[Any]]:
    numbers = {area.id: number for number, area in enumerate(survey.directory.areas)}
    return [
        [
            area.id,
            area.name,
            _degrees(area.latitude),
            _degrees(area.longitude),
            [numbers[other] for other in area.neighbors if other in numbers],
            list(area.postal_codes),
        ]
        for area in survey.directory.areas
    ]


def _places(entries: Sequence[Entry], survey: Survey) -> tuple[list[list[Any]], list[int]]:
    """All places, each once, and the number of each entry's own: 0 for none."""
    numbers: dict[tuple[str, float | None, float | None], int] = {}
    of = []
    for entry in entries:
        told = _place_of(entry, survey) if isinstance(entry, Listing) else None
        of.append(numbers.setdefault(told, len(numbers) + 1) if told else 0)
    return [list(place) for place in numbers], of


def _place_of(listing: Listing, survey: Survey) -> tuple[str, float | None, float | None] | None:
    place, area = survey.directory.location_of(listing), covers(listing, survey)
    if place:
        return place_told(place, survey)
    return (area, None, None) if area else None


def place_told(place: Location, survey: Survey) -> tuple[str, float | None, float | None]:
    """Label and coordinates of a place; of a confidential one only that its address is given on the phone."""
    label = where(place, survey.directory, survey.language)
    if place.confidential:
        return label, None, None
    return label, _degrees(place.latitude), _degrees(place.longitude)


def _degrees(value: float | None) -> float | None:
    return None if value is None else round(value, _DECIMALS)


def _path(entry: Entry) -> int | str:
    return 0 if entry.id == _slug(entry.name) else entry.id


def _slug(name: str) -> str:
    """The id that most names lead to; so plain a rule that the script can follow it too."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")


def _answers(entries: Sequence[Entry], known: Sequence[Facet], survey: Survey) -> dict[str, Any]:
    """The columns of the facets, but for those that the clock answers."""
    columns: dict[str, Any] = {}
    for facet in known:
        if facet.key in CLOCK:
            continue
        numbers = {value.id: number for number, value in enumerate(facet.values)}
        sets = [sorted(numbers[value] for value in values_of(entry, survey).get(facet.key, ())) for entry in entries]
        columns[facet.key] = [only for (only,) in sets] if facet.key == "kind" else column(sets, key="sets")
    return columns


def _slot(slot: Slot) -> list[Any]:
    """`[days, start, end, is opening hours, change]`, without what is nothing at the end."""
    days = slot.days if isinstance(slot.days, int) else list(slot.days)
    row: list[Any] = [days, slot.start, slot.end, int(slot.is_opening), slot.change]
    while not row[-1] and len(row) > 3:
        row.pop()
    return row


def _checked(entry: Entry, survey: Survey) -> list[Any]:
    words, is_overdue = checked(entry, survey)
    return [words, int(is_overdue)]


def _price(entry: Entry, survey: Survey) -> str:
    return cost(entry.cost, survey.language) if isinstance(entry, Listing) else ""


def _note(entry: Entry, survey: Survey) -> str:
    return note(entry, survey) if isinstance(entry, Listing) else ""


def _is_paused(entry: Entry) -> bool:
    return isinstance(entry, Listing) and entry.status is Status.PAUSED


def _extra(entry: Entry, survey: Survey) -> str:
    return minutes(entry, survey.language) if isinstance(entry, Worksheet) else ""

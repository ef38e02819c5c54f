"""What a booklet of listings holds: by area and then by day, each listing told once, with where else it belongs.

A booklet lives in a pocket for months. So it goes by the pattern of the week, not by the coming dates, and says on which day
it was made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.model.choice import Kind
from generator.model.listing import Listing
from generator.model.taxonomy import Area
from generator.model.when import Frequency
from generator.views import names
from generator.views.booklet_listing import BookletListing, booklet_listing
from generator.views.sorting import by_name
from generator.views.survey import Survey
from generator.views.week_pattern import Pattern, Regular, pattern, regular_days, times_of, weekdays_in_order
from generator.words import Words, say

# What is on more often than that has hours, and no day on which somebody would look for it.
MOST_DAYS = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """Which listings a booklet holds; all of those that fit each of its answers. Nothing chosen is everything."""

    area: str = ""
    goal: str = ""
    kind: Kind | None = None
    ids: tuple[str, ...] = ()


class NotThere(ValueError):
    """An area, goal or listing that the directory does not have."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(str(words))


@dataclass(frozen=True, slots=True)
class Pointer:
    """A listing told elsewhere in the booklet, with when it is on."""

    id: str
    name: str
    when: str


@dataclass(frozen=True, slots=True)
class DayPart:
    """The listings of one day of the week, or of no day, by time."""

    name: str
    listings: Sequence[BookletListing]
    also: Sequence[Pointer]
    """What is on too, and told under another day."""


@dataclass(frozen=True, slots=True)
class AreaPart:
    """The listings of one area, or those for all areas."""

    id: str
    name: str
    summary: str
    days: Sequence[DayPart]
    also: Sequence[Pointer]
    """What serves this area too, and is told under another."""


@dataclass(frozen=True, slots=True)
class GoalPart:
    """What matters to somebody, and the listings that go with it, by name."""

    name: str
    listings: Sequence[Listing]


@dataclass(frozen=True, slots=True)
class Booklet:
    """Everything in it but the frame of pages."""

    chosen: Sequence[str]
    """What it was narrowed to, in words; nothing if it holds all."""
    count: int
    week: Pattern
    areas: Sequence[AreaPart]
    goals: Sequence[GoalPart]
    names: Sequence[Listing]
    """All its listings by name."""


def booklet(survey: Survey, choice: Choice | None = None) -> Booklet:
    """The booklet of all public listings, or of a chosen part. Raises `NotThere` where the choice names what is not there."""
    wanted = choice or Choice()
    listings = chosen(survey, wanted)
    return Booklet(
        chosen=_in_words(survey, wanted),
        count=len(listings),
        week=pattern(listings, survey),
        areas=_areas(listings, survey, wanted),
        goals=_goals(listings, survey),
        names=listings,
    )


def chosen(survey: Survey, choice: Choice) -> list[Listing]:
    """The public listings that fit each answer, by name."""
    directory = survey.directory
    found: Iterable[Listing] = survey.public_listings
    if choice.area:
        _must_be_there(choice.area, directory.area_by_id, say("There is no area '{id}'.", id=choice.area))
        found = survey.by_area[choice.area]
    if choice.goal:
        _must_be_there(choice.goal, directory.goal_by_id, say("There is no goal '{id}'.", id=choice.goal))
        found = [listing for listing in found if choice.goal in listing.goals]
    if choice.kind:
        found = [listing for listing in found if listing.kind is choice.kind]
    if choice.ids:
        public = {listing.id for listing in survey.public_listings}
        for name in choice.ids:
            _must_be_there(name, public, say("There is no group or service '{id}' to print.", id=name))
        found = [listing for listing in found if listing.id in choice.ids]
    return sorted(found, key=by_name)


def _must_be_there(name: str, known: Iterable[str], otherwise: Words) -> None:
    if name not in set(known):
        raise NotThere(otherwise)


def _in_words(survey: Survey, choice: Choice) -> list[str]:
    directory, say_it = survey.directory, survey.language.say
    return [
        *([say_it(names.KINDS[choice.kind])] if choice.kind else []),
        *([directory.area_by_id[choice.area].name] if choice.area else []),
        *([directory.goal_by_id[choice.goal].name] if choice.goal else []),
        *([say_it(say("Chosen by hand"))] if choice.ids else []),
    ]


def _areas(listings: Sequence[Listing], survey: Survey, choice: Choice) -> list[AreaPart]:
    """One part for each area that has any, in the order of the directory, and at last what is for all areas."""
    areas = [area for area in survey.directory.areas if choice.area in ("", area.id)]
    known = {area.id for area in areas}
    homes: dict[str, list[Listing]] = defaultdict(list)
    guests: dict[str, list[Listing]] = defaultdict(list)
    for listing in listings:
        own = [area for area in listing.areas if area in known]
        homes[own[0] if own else ""].append(listing)
        for area in own[1:]:
            guests[area].append(listing)
    parts = [
        _area(area, homes[area.id], guests[area.id], survey) for area in areas if homes[area.id] or guests[area.id]
    ]
    if homes[""]:
        name = survey.language.say(say("For all of {area}", area=survey.directory.about.area_served))
        parts.append(AreaPart("", name, "", _days(homes[""], survey), ()))
    return parts


def _area(area: Area, homes: Sequence[Listing], guests: Sequence[Listing], survey: Survey) -> AreaPart:
    also = [Pointer(listing.id, listing.name, survey.how_often(listing)) for listing in guests]
    return AreaPart(area.id, area.name, area.summary or "", _days(homes, survey), also)


def _days(listings: Sequence[Listing], survey: Survey) -> list[DayPart]:
    """Weekday by weekday, then what is on on most days, at any hour, and on no fixed day."""
    language = survey.language
    regular = {listing.id: regular_days(listing, survey) for listing in listings}
    told: dict[int | str, list[Listing]] = defaultdict(list)
    also: dict[int | str, list[tuple[Regular, Listing]]] = defaultdict(list)
    for listing in listings:
        days = list({day.weekday: day for day in reversed(regular[listing.id])}.values())[::-1]
        told[_place_of(listing, days)].append(listing)
        if len(days) <= MOST_DAYS:
            for day in days[1:]:
                also[day.weekday].append((day, listing))
    headings: list[tuple[int | str, str]] = [
        (number, language.at_the_top(language.weekday(number))) for number in weekdays_in_order(survey)
    ]
    headings += [(key, language.say(words)) for key, words in NO_ONE_DAY]
    return [
        DayPart(
            name,
            [booklet_listing(listing, survey) for listing in sorted(told[key], key=_by_time(regular))],
            [Pointer(listing.id, listing.name, times_of(day, survey)) for day, listing in also[key]],
        )
        for key, name in headings
        if told[key] or also[key]
    ]


NO_ONE_DAY: Sequence[tuple[str, Words]] = (
    ("most", say("On several days of the week")),
    ("always", say("At any hour")),
    ("other", say("By appointment and on other days")),
)
"""What stands under no day of the week, in this order."""


def _place_of(listing: Listing, days: Sequence[Regular]) -> int | str:
    """The day under which somebody would look for it: the first of one or two, in the order of the week."""
    if days:
        return days[0].weekday if len(days) <= MOST_DAYS else "most"
    is_always = any(schedule.when.frequency is Frequency.ALWAYS for schedule in listing.schedule)
    return "always" if is_always else "other"


def _by_time(regular: dict[str, list[Regular]]) -> Callable[[Listing], tuple[str, tuple[str, str, str]]]:
    def key(listing: Listing) -> tuple[str, tuple[str, str, str]]:
        days = regular[listing.id]
        starts = days[0].starts if days else None
        return (starts.isoformat() if starts else "", by_name(listing))

    return key


def _goals(listings: Sequence[Listing], survey: Survey) -> list[GoalPart]:
    parts = [
        GoalPart(goal.name, [listing for listing in listings if goal.id in listing.goals])
        for goal in survey.directory.goals
    ]
    return [part for part in parts if part.listings]

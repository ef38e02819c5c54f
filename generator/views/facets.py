"""The questions by which a visitor narrows the finder down, and what each listing answers.

A facet is a question (which day? at what cost?), its values are the answers that some listing gives. The same facets make
the plain pages `find/<key>/<value>/` and the columns of the finder's data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from generator.language import Language, primary
from generator.model.choice import Attending, CostKind, Joining
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.model.terms import Cost
from generator.views import names
from generator.views.card import access_of
from generator.views.slots import DAY, Slot, slots, weekdays_of
from generator.views.sorting import letters
from generator.views.survey import Survey
from generator.words import Words, say

Answers = Mapping[str, tuple[str, ...]]
"""Of one entry: the key of a facet, and the ids of its values there."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One answer, with its name in the site's language."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One question, with the answers that lead somewhere."""

    key: str
    name: str
    values: tuple[FacetValue, ...]


NAMES: Mapping[str, Words] = {
    "when": say("When"),
    "kind": say("What it is"),
    "goal": say("What matters to you"),
    "area": say("Area"),
    "day": say("Day of the week"),
    "time": say("Time of day"),
    "how": say("How to take part"),
    "for": say("Especially for"),
    "language": say("Language"),
    "access": say("Access"),
    "cost": say("Cost"),
    "join": say("How to join"),
}
"""All facets, in the order in which they are shown."""

WHEN: Mapping[str, Words] = {
    "now": say("Open now"),
    "today": say("Today"),
    "tomorrow": say("Tomorrow"),
    "week": say("In the next 7 days"),
}
"""Answers that the clock gives; they are no answers of an entry, and no pages."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

TIMES: Mapping[str, tuple[Words, int, int]] = {
    "morning": (say("Morning"), 5 * 60, 12 * 60),
    "afternoon": (say("Afternoon"), 12 * 60, 17 * 60),
    "evening": (say("Evening"), 17 * 60, 22 * 60),
    "night": (say("Night"), 22 * 60, 29 * 60),
}
"""Parts of the day: name, first minute, and the minute after the last, counted from midnight."""

HOW: Mapping[Attending, Words] = {**names.ATTENDING, Attending.HYBRID: say("In person and online at once")}

COST: Mapping[CostKind, Words] = {
    CostKind.FREE: say("Free"),
    CostKind.DONATION: say("Free, donation welcome"),
    CostKind.SLIDING_SCALE: say("By income"),
    CostKind.FIXED: say("Fixed price"),
    CostKind.INSURANCE: say("Insurance pays"),
}

JOIN: Mapping[Joining, Words] = {
    Joining.DROP_IN: say("Just come"),
    Joining.CONTACT_FIRST: say("Call or write first"),
    Joining.SIGN_UP: say("Sign up first"),
    Joining.REFERRAL: say("Referral needed"),
}

CHOICES: Mapping[str, Mapping[str, Words]] = {
    "kind": {kind.value: name for kind, name in names.KINDS.items()},
    "how": {way.value: name for way, name in HOW.items()},
    "access": {need.value: name for need, name in names.ACCESS.items()},
    "cost": {cost.value: name for cost, name in COST.items()},
    "join": {way.value: name for way, name in JOIN.items()},
}
"""The answers that are the same in every directory."""


def facets(survey: Survey) -> tuple[Facet, ...]:
    """All facets in the order in which they are shown, with the values that some public entry has.

    A facet with no value is left out; `when` is there as soon as anything has a date.
    """
    used: dict[str, set[str]] = {key: set() for key in NAMES}
    for entry in survey.public_entries:
        for key, ids in values_of(entry, survey).items():
            used[key].update(ids)
    has_dates = bool(used["day"])
    say_it, found = survey.language.say, []
    for key, name in NAMES.items():
        known = _known(key, used[key], survey)
        values = tuple(
            FacetValue(value, said) for value, said in known if value in used[key] or (key == "when" and has_dates)
        )
        if values:
            found.append(Facet(key, say_it(name), values))
    return tuple(found)


_ANSWERS: WeakKeyDictionary[Survey, dict[str, Answers]] = WeakKeyDictionary()


def values_of(entry: Entry, survey: Survey) -> Answers:
    """What an entry answers, by the key of the facet; a question it does not answer is left out.

    Each entry is asked once a survey: plain pages, counts and the index all come here.
    """
    answers = _ANSWERS.setdefault(survey, {})
    if entry.id not in answers:
        answers[entry.id] = {key: tuple(dict.fromkeys(ids)) for key, ids in _answers(entry, survey) if ids}
    return answers[entry.id]


def parts_of_day(slot: Slot) -> list[str]:
    """When in the day: a meeting counts where it begins, opening hours in every part that they reach into.

    >>> parts_of_day(Slot(0b10, 11 * 60, 13 * 60)), parts_of_day(Slot(0b10, 11 * 60, 13 * 60, is_opening=True))
    (['morning'], ['morning', 'afternoon'])
    """
    if slot.start < 0:
        return []
    last = slot.end - 1 if slot.is_opening and slot.end > slot.start else slot.start
    spans = [(slot.start + day, last + day) for day in (-DAY, 0, DAY)]
    return [part for part, (_, begins, ends) in TIMES.items() if any(a < ends and b >= begins for a, b in spans)]


def _answers(entry: Entry, survey: Survey) -> Iterator[tuple[str, Sequence[str]]]:
    directory = survey.directory
    yield "kind", [entry.kind.value]
    yield "goal", [goal for goal in entry.goals if goal in directory.goal_by_id]
    yield "language", [primary(tag) for tag in entry.languages or (directory.about.language,)]
    if not isinstance(entry, Listing):
        return
    known = directory.area_by_id
    yield "area", [area for area in entry.areas or survey.directory.own_areas if area in known]
    dates = slots(entry, survey)
    there = {weekday for slot in dates for weekday in weekdays_of(slot, survey.today)}
    yield "day", [name for number, name in enumerate(WEEKDAYS) if number in there]
    parts = {part for slot in dates for part in parts_of_day(slot)}
    yield "time", [part for part in TIMES if part in parts]
    yield "how", _how(entry, survey)
    yield "for", [name for name in entry.eligibility.audiences if name in directory.audience_by_id]
    yield "access", [need.value for need in access_of(entry, directory.location_of(entry))]
    yield "cost", _cost(entry.cost) if entry.cost else []
    yield "join", [entry.joining.value] if entry.joining else []


def _cost(price: Cost) -> list[str]:
    """What is free but for a gift is free: nobody who has no money should miss it."""
    is_gift = price.kind is CostKind.DONATION
    return [CostKind.FREE.value, price.kind.value] if is_gift else [price.kind.value]


def _how(listing: Listing, survey: Survey) -> list[str]:
    """Every way to take part, at some of its times at least; who can come either way can come each way."""
    ways = {*survey.attending(listing), *(way for schedule in listing.schedule for way in schedule.attending)}
    if Attending.HYBRID in ways:
        ways |= {Attending.IN_PERSON, Attending.ONLINE}
    return [way.value for way in Attending if way in ways]


def _known(key: str, used: Iterable[str], survey: Survey) -> list[tuple[str, str]]:
    """The values of one facet with their names, in the order in which they are shown."""
    directory, language = survey.directory, survey.language
    match key:
        case "when":
            return [(value, language.say(name)) for value, name in WHEN.items()]
        case "goal":
            return [(goal.id, goal.name) for goal in directory.goals]
        case "area":
            return [(area.id, area.name) for area in directory.areas]
        case "day":
            first = language.locale.first_week_day
            week = [(first + number) % 7 for number in range(7)]
            return [(WEEKDAYS[day], language.at_the_top(language.weekday(day))) for day in week]
        case "time":
            return [(part, language.say(name)) for part, (name, _, _) in TIMES.items()]
        case "for":
            return [(audience.id, audience.name) for audience in directory.audiences]
        case "language":
            return _languages(used, directory.about.language, language)
    return [(value, language.say(name)) for value, name in CHOICES[key].items()]


def _languages(used: Iterable[str], own: str, language: Language) -> list[tuple[str, str]]:
    """The directory's own first, then the others by name."""
    named = [(code, language.at_the_top(language.language_name(code))) for code in sorted(used)]
    return sorted(named, key=lambda pair: (pair[0] != primary(own), letters(pair[1]), pair[0]))

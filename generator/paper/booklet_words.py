"""The words of a booklet, as plain JSON: what its template sets, and never code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.addresses import Addresses
from generator.language import Language
from generator.model.listing import Listing
from generator.views import paths
from generator.views.booklet import AreaPart, Booklet, Pointer
from generator.views.booklet_listing import BookletListing
from generator.views.frame import urgent_ways
from generator.views.help_now import Line, help_now
from generator.views.survey import Survey
from generator.views.ways import Way, ways_of_contact
from generator.views.week_pattern import Hours, Pattern, Slot
from generator.words import say, say_n

MOST_LINKED = 120
"""In a larger booklet the page of each listing stands in print alone: so many links would make it a large file."""


def booklet_words(booklet: Booklet, survey: Survey, site_url: str, addresses: Addresses) -> dict[str, Any]:
    """Everything that stands in the booklet, whatever the paper; `site_url` is empty while nobody knows where it will be."""
    say_it, about = survey.language.say, survey.directory.about
    home = full_address(site_url, addresses, paths.HOME)
    return {
        "language": language_tag(Language.load(about.language)),
        "name": about.name,
        "tagline": about.tagline or "",
        "area": about.area_served,
        "chosen": list(booklet.chosen),
        "demo": say_it(say("A demonstration. The listings are made up.")) if about.demo else "",
        "made": say_it(say("As of {day}", day=survey.language.date(survey.today))),
        "linked": bool(home) and booklet.count <= MOST_LINKED,
        "count": say_it(say_n("{n} listing", "{n} listings", booklet.count)),
        "newest": say_it(say("The newest version:")),
        "href": home,
        "home_short": short_address(home),
        "home_alt": say_it(say("QR code of {address}", address=home)) if home else "",
        "crisis": crisis_foot(survey),
        "help": {
            "title": say_it(say("Help now")),
            "lede": say_it(say("If you or somebody with you is in danger or in crisis, reach out now.")),
            "lines": [_line(line) for line in help_now(survey) if not line.is_specific],
            "specific": say_it(say("For some people or one matter")),
            "others": [_line(line) for line in help_now(survey) if line.is_specific],
        },
        "how": _how(survey, short_address(home)),
        "contents": say_it(say("Contents")),
        "week": _week(booklet.week, survey, has_areas=len(booklet.areas) > 1),
        "areas": [_area(area, survey, site_url, addresses) for area in booklet.areas],
        "empty": "" if booklet.count else say_it(say("There are no listings to print yet.")),
        "goals": {
            "title": say_it(say("What matters to you")),
            "goals": [{"name": goal.name, "listings": _named(goal.listings)} for goal in booklet.goals],
        },
        "index": {"title": say_it(say("All names")), "listings": _named(booklet.names)},
        "notes": say_it(say("Notes")),
        "last": _last(survey, site_url, addresses),
    }


def crisis_foot(survey: Survey) -> dict[str, Any]:
    """The crisis lines for the foot of each page: what they are for, and each way to reach one, the most urgent first."""
    return {"lead": survey.language.say(say("Help now")), "ways": [way.words for way in urgent_ways(survey)]}


def language_tag(language: Language) -> dict[str, Any]:
    """A language as a template sets it: for the reader of the PDF, for breaking lines, and from which side it is read."""
    locale = language.locale
    return {"code": locale.language, "region": locale.territory or "", "from_right": language.is_right_to_left}


def short_address(url: str) -> str:
    """An address as people type it.

    >>> short_address("https://example.org/town/")
    'example.org/town'
    """
    return url.removeprefix("https://").removeprefix("http://").removesuffix("/")


def way(found: Way) -> dict[str, str]:
    return {"verb": found.verb, "target": found.target, "href": found.href, "note": found.note}


def full_address(site_url: str, addresses: Addresses, path: str) -> str:
    """The address of a page with the site's own, or nothing while nobody knows where the site will stand."""
    return f"{site_url.rstrip('/')}/{addresses.url(path)}" if site_url else ""


def _line(line: Line) -> dict[str, Any]:
    facts = [line.hours, line.languages, line.cost, line.area]
    return {
        "name": line.name,
        "ways": [way(found) for found in line.ways],
        "summary": line.summary,
        "facts": " · ".join(fact for fact in facts if fact),
    }


def _how(survey: Survey, home: str) -> dict[str, Any]:
    say_it, language = survey.language.say, survey.language
    own = language.language_name(survey.directory.about.language.partition("-")[0])
    return {
        "title": say_it(say("How to use this booklet")),
        "text": [
            say_it(say("Listings stand by area, and in each area by day. Each is told once.")),
            say_it(
                say("Of each you read what it is, when and where it is, how to join, what it costs, and whom to call.")
            ),
            say_it(say("Some addresses are private. They are given when you call.")),
            say_it(say("“Access” is what a place offers. What is not named, nobody has told us: please ask.")),
            say_it(say("Where no language is named, it is {own}.", own=own)),
            say_it(
                say("The timetable shows the whole week. At the back you can look by what matters to you, or by name.")
            ),
            *(
                [say_it(say("Each has a page on the web. Type {home}/ and then its small last line.", home=home))]
                if home
                else []
            ),
            say_it(say("Times change. Look at the date on the cover, and call before you go a long way.")),
        ],
    }


def _week(week: Pattern, survey: Survey, *, has_areas: bool) -> dict[str, Any] | None:
    if week.is_empty:
        return None
    say_it = survey.language.say
    return {
        "title": say_it(say("The week")),
        "lede": say_it(say("Peer groups, day by day, with the page that tells more.")),
        "days": [
            {"name": day.name, "rows": [_row(slot, survey, has_areas=has_areas) for slot in day.slots]}
            for day in week.days
            if day.slots
        ],
        "others": {"title": say_it(say("On other days")), "rows": [_hours(hours) for hours in week.others]},
        "doors": {"title": say_it(say("Doors you can drop by")), "rows": [_hours(hours) for hours in week.doors]},
    }


def _row(slot: Slot, survey: Survey, *, has_areas: bool) -> dict[str, str]:
    known = survey.directory.area_by_id
    areas = [known[area].name for area in slot.listing.areas if area in known] if has_areas else []
    facts = [survey.language.said_list(areas), slot.often]
    return {
        "id": slot.listing.id,
        "name": slot.listing.name,
        "starts": slot.starts,
        "facts": " · ".join(fact for fact in facts if fact),
    }


def _hours(hours: Hours) -> dict[str, str]:
    return {"id": hours.listing.id, "name": hours.listing.name, "facts": "; ".join(hours.when)}


def _area(area: AreaPart, survey: Survey, site_url: str, addresses: Addresses) -> dict[str, Any]:
    say_it = survey.language.say
    return {
        "name": area.name,
        "summary": area.summary,
        "days": [
            {
                "name": day.name,
                "listings": [_listing(listing, site_url, addresses) for listing in day.listings],
                "also": _pointers(say_it(say("Also on this day")) if day.listings else "", day.also),
            }
            for day in area.days
        ],
        "also": _pointers(say_it(say("Also in this area")), area.also),
    }


def _pointers(title: str, pointers: Sequence[Pointer]) -> dict[str, Any] | None:
    rows = [{"id": pointer.id, "name": pointer.name, "facts": pointer.when} for pointer in pointers]
    return {"title": title, "rows": rows} if rows else None


def _listing(listing: BookletListing, site_url: str, addresses: Addresses) -> dict[str, Any]:
    page = full_address(site_url, addresses, listing.page)
    return {
        "id": listing.id,
        "name": listing.name,
        "kind": listing.kind,
        "notes": list(listing.notes),
        "summary": listing.summary,
        "when": list(listing.when),
        "when_notes": listing.when_notes,
        "place": listing.place,
        "come": listing.come,
        "facts": list(listing.facts),
        "ways": [way(found) for found in listing.ways],
        "href": page,
        # Of each the mark before it, since a template that sets them apart would make three things of one line.
        "page": addresses.url(listing.page).removesuffix("/") if page else "",
        "checked": f" · {listing.checked}" if listing.checked else "",
    }


def _named(listings: Iterable[Listing]) -> list[dict[str, str]]:
    return [{"id": listing.id, "name": listing.name} for listing in listings]


def _last(survey: Survey, site_url: str, addresses: Addresses) -> dict[str, Any]:
    say_it, about = survey.language.say, survey.directory.about
    suggest = full_address(site_url, addresses, paths.SUGGEST)
    licence = about.licence
    return {
        "title": say_it(say("If something here is wrong")),
        "text": [
            say_it(say("Thank you for telling us. Say which listing, and what has changed.")),
            say_it(say("You need not give your name.")),
        ],
        "ways": [way(found) for found in ways_of_contact(about.contact, about.country, survey.language)],
        "href": suggest,
        "page_short": short_address(suggest),
        "licence_title": say_it(say("Copy it and pass it on")) if licence else "",
        "licence": say_it(
            say(
                "The listings may be copied under {licence}. Please name {directory}, and leave the date on.",
                licence=licence.name,
                directory=about.name,
            )
        )
        if licence
        else "",
        "licence_way": {"href": licence.url, "words": licence.url} if licence and licence.url else None,
        "promise": say_it(say("We list what we know. It is not a recommendation, and no listing has paid to be here.")),
    }

"""What one should know before reading on: news, a pause, an end, a check long past, an address that is kept private."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.choice import Status
from generator.model.listing import Listing
from generator.views.survey import Survey
from generator.words import say


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know before reading on."""

    kind: str
    title: str
    text: str


def not_checked_lately(listing: Listing, survey: Survey) -> str:
    """The few words beside a date of a listing whose check is long past; nothing beside any other."""
    return "" if survey.freshness(listing).is_trusted else survey.language.say(say("Not checked lately"))


def notices(listing: Listing, survey: Survey) -> list[Notice]:
    """The notices of a listing on the survey's day, the most urgent first."""
    say_it, found = survey.language.say, []
    alert = survey.alert(listing)
    if alert:
        found.append(Notice("info", say_it(say("Please note")), alert.text))
    if listing.status is Status.PAUSED:
        found.append(
            Notice(
                "paused",
                say_it(say("Paused for now")),
                say_it(say("It is not running at the moment. Ask before you go.")),
            )
        )
    if listing.status is Status.ENDED:
        found.append(
            Notice(
                "paused",
                say_it(say("No longer running")),
                say_it(say("This page stays so that old links still explain themselves.")),
            )
        )
    fresh = survey.freshness(listing)
    if not fresh.is_trusted and listing.status is not Status.ENDED:
        if fresh.verified:
            text = say(
                "Nobody has made sure of this since {day}. Times and places may have changed, so please call or write before you go.",
                day=survey.language.date(fresh.verified),
            )
        else:
            text = say("Nobody has made sure of this yet, so please call or write before you go.")
        found.append(Notice("overdue", say_it(say("Not checked lately")), say_it(text)))
    place = survey.directory.location_of(listing)
    if place and place.confidential:
        found.append(
            Notice(
                "private",
                say_it(say("A private address")),
                say_it(say("To keep people safe, the address is given only when you call.")),
            )
        )
    return found

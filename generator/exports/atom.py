"""News of the listings, `data/changes.atom` (RFC 4287): what came or changed, the latest first.

The day of a listing is that of its last change; without any history, that of its last check. An entry keeps its id for good, so that a reader sees a listing as the same
one when it changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from generator.addresses import Addresses
from generator.exports.calendars import uid_ending
from generator.exports.on_the_web import OnTheWeb
from generator.made import AssetFile
from generator.model.listing import Listing
from generator.schedule.wording import sentence
from generator.views import names, paths
from generator.views.source import in_one_line, source_of
from generator.views.survey import Survey
from generator.words import say

PATH = "data/changes.atom"

MOST_ENTRIES = 100
"""A reader asks every few hours; nobody reads further back."""

# XML 1.0 has no form for these, escaped or not (section 2.2).
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def files(survey: Survey, site_url: str, addresses: Addresses | None = None) -> Iterator[AssetFile]:
    web = OnTheWeb(site_url, addresses or Addresses())
    yield AssetFile(PATH, "".join(f"{line}\n" for line in _feed(survey, web)).encode())


def _feed(survey: Survey, web: OnTheWeb) -> Iterator[str]:
    about, language = survey.directory.about, survey.language
    latest = _latest(survey)
    subtitle = (
        say("New and changed groups and services")
        if _has_history(survey)
        else say("New and newly checked groups and services")
    )
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(about.language)}>'
    yield f"<id>{_id('', web)}</id>"
    yield f"<title>{_text(about.name)}</title>"
    yield f"<subtitle>{_text(language.say(subtitle))}</subtitle>"
    yield f"<updated>{_moment(min(latest[0][0], survey.today) if latest else survey.today)}</updated>"
    yield f"<author><name>{_text(about.name)}</name></author>"
    if about.licence:
        rights = " ".join(part for part in (about.licence.name, about.licence.url) if part)
        yield f"<rights>{_text(rights)}</rights>"
    if web.root:
        yield f'<link rel="self" type="application/atom+xml" href={_attribute(web.url(PATH))}/>'
        yield f'<link rel="alternate" type="text/html" href={_attribute(web.root)}/>'
    for day, listing in latest:
        yield from _entry(listing, min(day, survey.today), survey, web)
    yield "</feed>"


def _has_history(survey: Survey) -> bool:
    return any(survey.changed(listing).last for listing in survey.public_listings)


def _latest(survey: Survey) -> list[tuple[date, Listing]]:
    """The listings that came or changed last, with the day; those of which no history can be known, by their last check."""
    has_history, found = _has_history(survey), []
    for listing in survey.public_listings:
        is_ours = not survey.directory.neighbour_of(listing)
        day = survey.changed(listing).last if has_history and is_ours else listing.verified
        if day:
            found.append((day, listing))
    return sorted(found, key=lambda one: one[0], reverse=True)[:MOST_ENTRIES]


def _entry(listing: Listing, day: date, survey: Survey, web: OnTheWeb) -> Iterator[str]:
    language, goals = survey.language, survey.directory.goal_by_id
    yield "<entry>"
    yield f"<id>{_id(listing.id, web)}</id>"
    yield f"<title>{_text(listing.name)}</title>"
    yield f"<updated>{_moment(day)}</updated>"
    if first := survey.changed(listing).first:
        yield f"<published>{_moment(first)}</published>"
    if web.root:
        yield f'<link rel="alternate" type="text/html" href={_attribute(web.url(paths.of_entry(listing)))}/>'
    yield f"<category term={_attribute(listing.kind.value)} label={_attribute(language.say(names.KIND[listing.kind]))}/>"
    for goal in listing.goals:
        if goal in goals:
            yield f"<category term={_attribute(goal)} label={_attribute(goals[goal].name)}/>"
    source = source_of(listing, survey)
    if source:
        yield f"<author><name>{_text(source.name)}</name></author>"
        if source.licence:
            rights = " ".join(part for part in (source.licence, source.licence_url) if part)
            yield f"<rights>{_text(rights)}</rights>"
        if source.page:
            yield f'<link rel="via" type="text/html" href={_attribute(source.page)}/>'
    yield f"<summary>{_text(listing.summary)}</summary>"
    # An entry without a page to lead to must have content (section 4.1.2).
    yield f'<content type="text">{_text(_content(listing, survey))}</content>'
    yield "</entry>"


def _content(listing: Listing, survey: Survey) -> str:
    language, alert = survey.language, survey.alert(listing)
    lines = [language.say(say("Please note: {text}", text=alert.text))] if alert else []
    lines.append(listing.summary)
    lines += [sentence(schedule, language) for schedule in listing.schedule]
    if changed := survey.changed(listing).last:
        lines.append(language.say(say("Last changed on {day}.", day=language.date(changed))))
    if checked := listing.verified:
        lines.append(language.say(say("Last checked on {day}.", day=language.date(min(checked, survey.today)))))
    lines += filter(None, [in_one_line(listing, survey)])
    return "\n".join(lines)


def _id(name: str, web: OnTheWeb) -> str:
    return uuid5(NAMESPACE_URL, f"{uid_ending(web.site_url)}#{name}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    return escape(_NOT_IN_XML.sub("", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_IN_XML.sub("", text))

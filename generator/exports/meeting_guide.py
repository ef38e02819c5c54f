"""Weekly meetings of peer groups in the Meeting Guide form, `data/meeting-guide.json`.

That form knows meetings that are on each week at the same time, and no others. Whatever is monthly, every second week,
round the clock or on single dates is left out and told in `data/meeting-guide-left-out.json`, never made weekly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from generator.addresses import Addresses
from generator.exports.json_text import json_bytes
from generator.exports.on_the_web import OnTheWeb
from generator.exports.public_place import attending, public_place, spot
from generator.made import AssetFile
from generator.model.choice import Attending
from generator.model.listing import Listing
from generator.model.phone import dial
from generator.model.place import Location
from generator.model.schedule import PublicHolidays, Schedule
from generator.model.when import Frequency
from generator.schedule.wording import details, sentence
from generator.standards.meeting_guide import ACCESS, AUDIENCES, LANGUAGES
from generator.views import names, paths
from generator.views.card import cost
from generator.views.source import in_one_line, page_there
from generator.views.survey import Survey
from generator.words import Words, say

PATH = "data/meeting-guide.json"
LEFT_OUT_PATH = "data/meeting-guide-left-out.json"

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONGEST_SLUG = 64

_OF_ACCESS = {need: code for code, need in ACCESS.items()}
_OF_LANGUAGE = {**{tag: code for code, tag in LANGUAGES.items()}, "nb": "NO"}
_OF_AUDIENCE = {name.casefold(): code for code, name in AUDIENCES.items()}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that the form cannot say."""

    listing: Listing
    what: str
    """The times as they are typed; nothing where all of the listing is meant."""
    why: Words


def files(survey: Survey, site_url: str, addresses: Addresses | None = None) -> Iterator[AssetFile]:
    web = OnTheWeb(site_url, addresses or Addresses())
    rows: list[Mapping[str, object]] = []
    left_out: list[LeftOut] = []
    for group in survey.directory.groups:
        for found in _of_group(group, survey, web):
            left_out.append(found) if isinstance(found, LeftOut) else rows.append(found)
    yield AssetFile(PATH, json_bytes(rows))
    told = [
        {"id": one.listing.id, "name": one.listing.name, "what": one.what, "why": survey.language.say(one.why)}
        for one in left_out
    ]
    yield AssetFile(LEFT_OUT_PATH, json_bytes(told))


def _of_group(group: Listing, survey: Survey, web: OnTheWeb) -> Iterator[Mapping[str, object] | LeftOut]:
    if not survey.is_offered(group):
        yield LeftOut(group, "", say("It is paused, has ended, or was not checked for too long."))
        return
    seen: Counter[str] = Counter()
    for schedule in sorted(group.schedule, key=lambda line: line.when.opens_at or time()):
        why = _unsayable(schedule, survey)
        if why:
            yield LeftOut(group, str(schedule), why)
            continue
        for day in schedule.when.weekdays:
            name = _DAYS[day]
            seen[name] += 1
            ending = f"-{name}" if seen[name] == 1 else f"-{name}-{seen[name]}"
            yield _row(group, schedule, day, f"{group.id[: LONGEST_SLUG - len(ending)]}{ending}", survey, web)
    for schedule in group.schedule:
        if not _unsayable(schedule, survey) and _has_dates_of_its_own(schedule):
            why = say(
                "Only the weekly meeting is said; dates that differ, breaks and public holidays stand in its notes alone."
            )
            yield LeftOut(group, str(schedule), why)


def _unsayable(schedule: Schedule, survey: Survey) -> Words | None:
    when = schedule.when
    if when.frequency is not Frequency.WEEKLY or when.interval != 1:
        return say("Only what is on every week can be said; this is not.")
    if when.opens_at is None:
        return say("Only meetings with a time can be said; this has none.")
    if (schedule.starts and schedule.starts > survey.today) or (schedule.ends and schedule.ends < survey.today):
        return say("It has not begun yet, or is over.")
    return None


def _has_dates_of_its_own(schedule: Schedule) -> bool:
    changes = (schedule.cancelled, schedule.moved, schedule.extra, schedule.breaks, schedule.starts, schedule.ends)
    return any(changes) or schedule.public_holidays is PublicHolidays.CLOSED


def _row(
    group: Listing, schedule: Schedule, day: int, slug: str, survey: Survey, web: OnTheWeb
) -> Mapping[str, object]:
    about, when = survey.directory.about, schedule.when
    place, organization, contact = public_place(group, survey), survey.organization(group), survey.contact_of(group)
    areas = survey.directory.area_by_id
    row = {
        "name": group.name[:255],
        "slug": slug,
        # Sunday is 0 there.
        "day": (day + 1) % 7,
        "time": f"{when.opens_at:%H:%M}",
        "end_time": f"{when.closes_at:%H:%M}" if when.closes_at else None,
        "timezone": schedule.time_zone or survey.zone,
        "types": _types(group, place, survey),
        # Narrow spaces between a number and PM are for typeset pages.
        "notes": "\n".join(" ".join(line.split()) for line in _notes(group, schedule, survey)),
        **_where(place, group, survey),
        "regions": [areas[area].name for area in group.areas[:1] if area in areas],
        **_online(group, schedule, survey),
        "group": organization.name if organization else None,
        "url": web.url(paths.of_entry(group)),
        "feedback_url": web.url(paths.SUGGEST),
        "updated": f"{datetime.combine(group.verified, time()):%Y-%m-%d %H:%M:%S}" if group.verified else None,
        "contact_1_email": contact.email if contact else None,
        "contact_1_phone": next((_digits(dial(phone, about.country)) for phone in contact.phones), None)
        if contact
        else None,
        **_entity(group, survey, web),
    }
    return {name: value for name, value in row.items() if value is not None and value not in ("", [])}


def _entity(group: Listing, survey: Survey, web: OnTheWeb) -> Mapping[str, object]:
    """Who answers for the listing: the directory it came from."""
    neighbour, about = survey.directory.neighbour_of(group), survey.directory.about
    if neighbour is None:
        return {"entity": about.name, "entity_location": about.area_served, "entity_website_url": web.root}
    return {
        "entity": neighbour.name,
        "entity_location": neighbour.area_served,
        "entity_website_url": neighbour.site,
        "feedback_url": page_there(group, neighbour) or None,
    }


def _types(group: Listing, place: Location | None, survey: Survey) -> list[str]:
    needs = [*(place.accessibility if place else ()), *(group.online.accessibility if group.online else ())]
    languages = group.languages or (survey.directory.about.language,)
    found = [_OF_ACCESS[need] for need in needs if need in _OF_ACCESS]
    found += [code for tag in languages if (code := _OF_LANGUAGE.get(tag.partition("-")[0]))]
    audiences = [survey.directory.audience_by_id.get(audience) for audience in group.eligibility.audiences]
    found += [code for audience in audiences if audience and (code := _OF_AUDIENCE.get(audience.name.casefold()))]
    return list(dict.fromkeys(found))


def _where(place: Location | None, group: Listing, survey: Survey) -> Mapping[str, object]:
    about = survey.directory.about
    if place is None:
        hidden = survey.directory.location_of(group)
        name = survey.language.say(say("Address given when you call")) if hidden and hidden.confidential else None
        return {"location": name, "formatted_address": f"{about.area_served}, {about.country}", "approximate": "yes"}
    north, east = spot(place) or (None, None)
    return {
        "location": place.name,
        "location_notes": " ".join(text for text in (place.address_2, place.directions, place.transit) if text),
        "address": place.address,
        "city": place.city,
        "state": place.state_province,
        "postal_code": place.postal_code,
        "country": about.country,
        "latitude": north,
        "longitude": east,
        "approximate": "no" if place.address or north is not None else "yes",
    }


def _online(group: Listing, schedule: Schedule, survey: Survey) -> Mapping[str, object]:
    if group.online is None or not {*(schedule.attending or attending(group, survey))} - {Attending.IN_PERSON}:
        return {}
    phone = group.online.phone
    return {
        "conference_url": group.online.url,
        "conference_url_notes": group.online.how_to_join if group.online.url else None,
        "conference_phone": _digits(dial(phone, survey.directory.about.country)) if phone else None,
        "conference_phone_notes": phone.description if phone else None,
    }


def _digits(address: str) -> str:
    """The number of a tel: address, with commas where the phone is to wait before it dials the rest."""
    number = address.partition(":")[2].partition("?")[0]
    return number.replace(";ext=", ",")


def _notes(group: Listing, schedule: Schedule, survey: Survey) -> Iterator[str]:
    """What has no field there, a line for each; what is true of these times alone stands second."""
    language, alert = survey.language, survey.alert(group)
    if alert:
        yield language.say(say("Please note: {text}", text=alert.text))
    yield group.summary
    own = [sentence(schedule, language)] if _has_dates_of_its_own(schedule) else []
    # The time zone has a field of its own there.
    here = schedule.model_copy(update={"time_zone": None})
    times = " ".join([*own, *details(here, language, survey.today)])
    if times:
        yield times
    yield from (text for text in (group.is_not, group.eligibility.description) if text)
    if group.description:
        yield from (line for line in group.description.splitlines() if line)
    if group.joining:
        yield language.say(names.JOINING[group.joining])
    if group.application_process:
        yield group.application_process
    if group.cost:
        yield cost(group.cost, language)
    if survey.directory.neighbour_of(group):
        yield in_one_line(group, survey)

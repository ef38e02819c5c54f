"""Groups and services as a table, `data/listings.csv`: one a line, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.addresses import Addresses
from generator.exports.csv_text import Cell, table
from generator.exports.on_the_web import OnTheWeb
from generator.exports.public_place import public_place, spot, street
from generator.made import AssetFile
from generator.model.contact import Contact
from generator.model.listing import Listing
from generator.model.phone import PhoneType, spoken
from generator.model.place import Location, OnlinePlace
from generator.schedule.wording import sentence
from generator.views import paths
from generator.views.calendar_links import meets, of_listing
from generator.views.source import source_of
from generator.views.survey import Survey

PATH = "data/listings.csv"

COLUMNS = (
    "id",
    "kind",
    "name",
    "other_names",
    "status",
    "news",
    "summary",
    "description",
    "goals",
    "areas",
    "run_by",
    "when",
    "schedule",
    "time_zone",
    "attending",
    "place",
    "street",
    "city",
    "state_province",
    "postal_code",
    "country",
    "latitude",
    "longitude",
    "address_on_request",
    "accessibility",
    "online_url",
    "online_platform",
    "online_phone",
    "phones",
    "text",
    "email",
    "website",
    "form",
    "joining",
    "how_to_join",
    "who_can_come",
    "minimum_age",
    "maximum_age",
    "cost",
    "cost_note",
    "languages",
    "verified",
    "changed",
    "page",
    "calendar",
    "source",
    "source_page",
    "source_license",
    "source_day",
)
"""Names of the columns; answers from a fixed set are told by their short names, lists are parted by semicolons."""

_BETWEEN = "; "


def files(survey: Survey, site_url: str, addresses: Addresses | None = None) -> Iterator[AssetFile]:
    web = OnTheWeb(site_url, addresses or Addresses())
    rows = (row(listing, survey, web) for listing in survey.public_listings)
    yield AssetFile(PATH, table(COLUMNS, ([found.get(column) for column in COLUMNS] for found in rows)))


def row(listing: Listing, survey: Survey, web: OnTheWeb) -> Mapping[str, Cell]:
    """One listing by the names of the columns; what nobody typed is not there."""
    directory, language = survey.directory, survey.language
    organization, alert = survey.organization(listing), survey.alert(listing)
    goals, areas = directory.goal_by_id, directory.area_by_id
    return {
        "id": listing.id,
        "kind": listing.kind.value,
        "name": listing.name,
        "other_names": _BETWEEN.join(listing.alternate_names),
        "status": listing.status.value,
        "news": alert.text if alert else None,
        "summary": listing.summary,
        "description": listing.description,
        "goals": _BETWEEN.join(goals[goal].name for goal in listing.goals if goal in goals),
        "areas": _BETWEEN.join(areas[area].name for area in listing.areas if area in areas),
        "run_by": organization.name if organization else None,
        "when": language.said_list([sentence(schedule, language) for schedule in listing.schedule]),
        "schedule": _BETWEEN.join(str(schedule) for schedule in listing.schedule),
        "time_zone": _BETWEEN.join(dict.fromkeys(schedule.time_zone or survey.zone for schedule in listing.schedule)),
        "attending": _BETWEEN.join(survey.attending(listing)),
        **_place(public_place(listing, survey), directory.about.country),
        "address_on_request": "yes" if (place := directory.location_of(listing)) and place.confidential else None,
        **_online(listing.online, survey),
        **_contact(survey.contact_of(listing), survey),
        "joining": listing.joining.value if listing.joining else None,
        "how_to_join": listing.application_process,
        "who_can_come": listing.eligibility.description,
        "minimum_age": listing.eligibility.minimum_age,
        "maximum_age": listing.eligibility.maximum_age,
        "cost": listing.cost.kind.value if listing.cost else None,
        "cost_note": " ".join(text for text in (listing.cost.amount, listing.cost.note) if text)
        if listing.cost
        else None,
        "languages": _BETWEEN.join(listing.languages or (directory.about.language,)),
        "verified": listing.verified.isoformat() if listing.verified else None,
        "changed": changed.isoformat() if (changed := survey.changed(listing).last) else None,
        "page": web.url(paths.of_entry(listing)),
        "calendar": web.url(of_listing(listing)) if meets(listing) else None,
        **_source(listing, survey),
    }


def _source(listing: Listing, survey: Survey) -> Mapping[str, Cell]:
    """Whose the listing is, where it is not our own."""
    source = source_of(listing, survey)
    if source is None:
        return {}
    return {
        "source": source.name,
        "source_page": source.page,
        "source_license": " ".join(text for text in (source.licence, source.licence_url) if text),
        "source_day": source.day,
    }


def _place(place: Location | None, country: str) -> Mapping[str, Cell]:
    if place is None:
        return {}
    north, east = spot(place) or (None, None)
    return {
        "place": place.name,
        "street": street(place),
        "city": place.city,
        "state_province": place.state_province,
        "postal_code": place.postal_code,
        "country": country,
        "latitude": north,
        "longitude": east,
        "accessibility": _BETWEEN.join(place.accessibility),
    }


def _online(online: OnlinePlace | None, survey: Survey) -> Mapping[str, Cell]:
    if online is None:
        return {}
    return {
        "online_url": online.url,
        "online_platform": online.platform,
        "online_phone": survey.spoken(online.phone) if online.phone else None,
    }


def _contact(contact: Contact | None, survey: Survey) -> Mapping[str, Cell]:
    if contact is None:
        return {}
    country, say = survey.directory.about.country, survey.language.say
    return {
        "phones": _BETWEEN.join(survey.spoken(phone) for phone in contact.phones if phone.type is not PhoneType.FAX),
        "text": _BETWEEN.join(spoken(text, country, say) for text in contact.text),
        "email": contact.email,
        "website": contact.website,
        "form": contact.form,
    }

"""Groups and services as HSDS services, with where and when they are, for whom, and who made sure of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.exports.hsds.contacts import contacts, phones
from generator.exports.hsds.costs import cost_options, fees
from generator.exports.hsds.ids import Ids
from generator.exports.hsds.languages import languages
from generator.exports.hsds.organizations import Organizations
from generator.exports.hsds.places import Places
from generator.exports.hsds.record import Record, Value
from generator.exports.hsds.schedules import Line, lines
from generator.exports.hsds.terms import AUDIENCES, DIMENSIONS, GOALS, KINDS, Taxonomies
from generator.model.choice import Status
from generator.model.listing import Listing, PeerGroup, Service
from generator.views import names
from generator.views.source import source_of
from generator.views.survey import Survey
from generator.words import say

_STATUS: Mapping[Status, str] = {
    Status.ACTIVE: "active",
    Status.PAUSED: "temporarily closed",
    Status.ENDED: "defunct",
}


@dataclass(frozen=True, slots=True)
class Published:
    """A service, who runs it, and each of its places with what happens there."""

    service: Record
    organization: Record
    at_locations: Sequence[Record]


class Services:
    """Writes the listings of one directory."""

    def __init__(self, survey: Survey, ids: Ids, terms: Taxonomies, pages: Mapping[str, str]) -> None:
        self.survey, self.ids, self.terms, self.pages = survey, ids, terms, pages
        self.organizations = Organizations(survey, ids, terms)
        self.places = Places(survey, ids, terms)

    def of(self, listing: Listing) -> Published:
        """Everything there is of a listing."""
        id_ = self.ids.of("service", listing.id)
        survey, language = self.survey, self.survey.language
        organization = self.organizations.of(listing)
        numbers = phones(id_, listing.contact, survey.directory.about.country, self.ids, language, self.terms)
        when = lines(listing, survey, self.ids, self.terms)
        at_locations = [*self._at_locations(listing, when)]
        inside: dict[str, Record | Sequence[Record]] = {
            "phones": numbers,
            "schedules": [line.record for line in when],
            "service_areas": [*self._areas(id_, listing)],
            "service_at_locations": at_locations,
            "languages": languages(id_, listing.languages or (survey.directory.about.language,), self.ids, language),
            "organization": organization,
            "cost_options": cost_options(id_, listing.cost, survey, self.ids),
            "required_documents": [
                Record("required_document", {"id": self.ids.of(id_, "document", document), "document": document})
                for document in listing.required_documents
            ],
            "contacts": contacts(id_, listing.contact, numbers, self.ids),
            "attributes": [*self._attributes(id_, listing)],
            "metadata": [*self._metadata(id_, listing)],
        }
        return Published(Record("service", self._fields(id_, listing), inside), organization, at_locations)

    def _fields(self, id_: str, listing: Listing) -> dict[str, Value]:
        who, contact, about = listing.eligibility, listing.contact, self.survey.directory.about
        alert = self.survey.alert(listing)
        revised = self.survey.revised(listing)
        texts = [text for text in (listing.summary, listing.description) if text]
        return {
            "id": id_,
            "name": listing.name,
            "alternate_name": "; ".join(listing.alternate_names) or None,
            "description": "\n\n".join(texts),
            "url": contact.website if contact else None,
            "email": contact.email if contact else None,
            "status": _STATUS[listing.status],
            "interpretation_services": listing.interpretation,
            "application_process": self._how_to_join(listing),
            "fees_description": fees(listing.cost, self.survey),
            "eligibility_description": who.description,
            "minimum_age": who.minimum_age,
            "maximum_age": who.maximum_age,
            "assured_date": listing.verified.isoformat() if listing.verified else None,
            "assurer_email": about.contact.email
            if about.contact and listing.verified and not self.survey.directory.neighbour_of(listing)
            else None,
            "alert": alert.text if alert else None,
            "last_modified": f"{revised}T00:00:00Z" if revised else None,
        }

    def _how_to_join(self, listing: Listing) -> str | None:
        speak, place = self.survey.language.say, self.survey.directory.location_of(listing)
        told = [speak(names.JOINING[listing.joining])] if listing.joining else []
        told += [listing.application_process] if listing.application_process else []
        told += [speak(say("Address given when you call"))] if place and place.confidential else []
        return "\n".join(told) or None

    def _at_locations(self, listing: Listing, when: Sequence[Line]) -> Iterator[Record]:
        for place, ways in self.places.of(listing):
            schedules = [line.record for line in when if not line.attending or line.attending & ways]
            id_ = self.ids.of("service", listing.id, "at", place.id)
            yield Record("service_at_location", {"id": id_}, {"schedules": schedules, "location": place})

    def _areas(self, of: str, listing: Listing) -> Iterator[Record]:
        known = self.survey.directory.area_by_id
        served = [(area, known[area].name, known[area].summary) for area in listing.areas if area in known]
        for code, name, summary in served or [("all", self.survey.directory.about.area_served, None)]:
            id_ = self.ids.of(of, "area", code)
            marks = [*self.terms.details(id_, short_name=code if code in known else None)]
            yield Record("service_area", {"id": id_, "name": name, "description": summary}, {"attributes": marks})

    def _attributes(self, of: str, listing: Listing) -> Iterator[Record]:
        goals = self.survey.directory.goal_by_id
        dimensions = [part.value for goal in listing.goals if goal in goals for part in goals[goal].dimensions]
        yield from self.terms.attributes(of, KINDS, [listing.kind.value])
        yield from self.terms.attributes(of, GOALS, listing.goals)
        yield from self.terms.attributes(of, DIMENSIONS, dimensions)
        yield from self.terms.attributes(of, AUDIENCES, listing.eligibility.audiences)
        contact, alert = listing.contact, self.survey.alert(listing)
        source = source_of(listing, self.survey)
        place, listings = self.survey.directory.location_of(listing), self.survey.directory.entry_by_id
        yield from self.terms.details(
            of,
            short_name=listing.id,
            page=self.pages.get(listing.id),
            is_not=listing.is_not,
            first_visit=listing.first_visit,
            not_for=listing.eligibility.not_for,
            joining=listing.joining.value if listing.joining else None,
            led_by=listing.led_by.value if isinstance(listing, PeerGroup) and listing.led_by else None,
            group_size=listing.group_size if isinstance(listing, PeerGroup) else None,
            waiting=listing.waiting if isinstance(listing, Service) else None,
            peer_workers=listing.peer_workers if isinstance(listing, Service) else None,
            contact_note=contact.note if contact else None,
            contact_form=contact.form if contact else None,
            keyword=listing.keywords,
            attending=", ".join(way.value for way in listing.attending),
            confidential=place is not None and place.confidential,
            alert_until=alert.until if alert else None,
            review_every=listing.review_every,
            source=source.name if source else None,
            source_page=source.page if source else None,
            source_license=" ".join(filter(None, (source.licence, source.licence_url))) if source else None,
            source_day=source.day if source else None,
            related=tuple(other for other in listing.related if isinstance(listings.get(other), Listing)),
        )

    def _metadata(self, of: str, listing: Listing) -> Iterator[Record]:
        """When it came or last changed, and who made sure of it and when; what stood there before is not told."""
        about = self.survey.directory.about
        neighbour = self.survey.directory.neighbour_of(listing)
        desk = about.contact.role if about.contact and about.contact.role else about.name
        changed = self.survey.changed(listing)
        own = {"resource_id": of, "resource_type": "service"}
        if changed.last:
            fields = {
                "id": self.ids.of(of, "metadata", "last_modified"),
                **own,
                "last_action_date": changed.last.isoformat(),
                "last_action_type": "create" if changed.is_new else "update",
                "field_name": "last_modified",
                "previous_value": "",
                "replacement_value": changed.last.isoformat(),
                "updated_by": desk,
            }
            yield Record("metadata", fields)
        if listing.verified:
            day = listing.verified.isoformat()
            fields = {
                "id": self.ids.of(of, "metadata", "assured_date"),
                **own,
                "last_action_date": day,
                "last_action_type": "verify",
                "field_name": "assured_date",
                "previous_value": "",
                "replacement_value": day,
                "updated_by": listing.verified_by or (neighbour.name if neighbour else desk),
            }
            yield Record("metadata", fields)

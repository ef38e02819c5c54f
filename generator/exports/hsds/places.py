"""Where a service is: a place with its address, or a meeting from afar; of a confidential place nothing at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.exports.hsds.contacts import phone
from generator.exports.hsds.ids import Ids
from generator.exports.hsds.record import Record
from generator.exports.hsds.terms import Taxonomies
from generator.model.choice import Access, Attending
from generator.model.listing import Listing
from generator.model.place import Location, OnlinePlace
from generator.views import names
from generator.views.survey import Survey

AT_A_PLACE = frozenset({Attending.IN_PERSON, Attending.HYBRID})
FROM_AFAR = frozenset({Attending.ONLINE, Attending.PHONE, Attending.HYBRID})


class Places:
    """The places of a directory; one that several listings share is one record."""

    def __init__(self, survey: Survey, ids: Ids, terms: Taxonomies) -> None:
        self.survey, self.ids, self.terms = survey, ids, terms
        self._shared: dict[str, Record] = {}

    def of(self, listing: Listing) -> list[tuple[Record, frozenset[Attending]]]:
        """Each place of a listing, with the ways of taking part that belong to it."""
        lines = (schedule.attending for schedule in listing.schedule)
        there = frozenset(self.survey.attending(listing)).union(*lines)
        found = []
        place = self.survey.directory.location_of(listing)
        if place is not None and not place.confidential and there & AT_A_PLACE:
            found.append((self._physical(place, listing), AT_A_PLACE))
        if listing.online is not None and there & FROM_AFAR:
            found.append((self._virtual(listing.online, listing), FROM_AFAR))
        return found

    def _physical(self, place: Location, listing: Listing) -> Record:
        if place.id is None:
            return self._place(place, f"service/{listing.id}/location")
        if place.id not in self._shared:
            self._shared[place.id] = self._place(place, f"location/{place.id}")
        return self._shared[place.id]

    def _place(self, place: Location, name: str) -> Record:
        id_ = self.ids.of(name)
        fields = {
            "id": id_,
            "location_type": "physical",
            "name": place.name or place.address,
            "description": place.directions,
            "transportation": place.transit,
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
        inside = {
            "addresses": self._addresses(place, id_),
            "accessibility": self._accessibility(id_, place.accessibility, place.accessibility_note),
            "attributes": [*self._details(id_, place)],
        }
        return Record("location", fields, inside)

    def _details(self, id_: str, place: Location) -> Iterator[Record]:
        """What stands in no column; a place without a street has no address in HSDS, and so no town there."""
        town = place if not place.address else Location()
        return self.terms.details(
            id_,
            short_name=place.id,
            accessibility=", ".join(need.value for need in place.accessibility),
            city=town.city,
            state_province=town.state_province,
            postal_code=town.postal_code,
        )

    def _addresses(self, place: Location, of: str) -> list[Record]:
        """The address; HSDS wants a town, state and postal code in each, so what nobody typed is written as empty text."""
        if not place.address:
            return []
        about = self.survey.directory.about
        fields = {
            "id": self.ids.of(of, "address"),
            "address_1": place.address,
            "address_2": place.address_2,
            "city": place.city or "",
            "state_province": place.state_province or about.subdivision or "",
            "postal_code": place.postal_code or "",
            "country": about.country,
            "address_type": "physical",
        }
        return [Record("address", fields)]

    def _accessibility(self, of: str, needs: Iterable[Access], note: str | None) -> list[Record]:
        said = [(need.value, self.survey.language.say(names.ACCESS[need])) for need in needs]
        found = [
            Record("accessibility", {"id": self.ids.of(of, "accessibility", code), "description": words})
            for code, words in said
        ]
        if note:
            found.append(Record("accessibility", {"id": self.ids.of(of, "accessibility", "note"), "details": note}))
        return found

    def _virtual(self, online: OnlinePlace, listing: Listing) -> Record:
        id_ = self.ids.of("service", listing.id, "online")
        fields = {
            "id": id_,
            "location_type": "virtual",
            "url": online.url,
            "name": online.platform or self.survey.language.say(names.ATTENDING[Attending.ONLINE]),
            "description": online.how_to_join,
        }
        inside = {
            "accessibility": self._accessibility(id_, online.accessibility, None),
            "phones": [phone(id_, online.phone, self.ids, self.survey.language)] if online.phone else [],
            "attributes": [
                *self.terms.details(id_, accessibility=", ".join(need.value for need in online.accessibility))
            ],
        }
        return Record("location", fields, inside)

"""Organizations. HSDS wants one behind every service, so a group that names none stands for itself."""

from __future__ import annotations

from generator.exports.hsds.contacts import contacts, phones
from generator.exports.hsds.ids import Ids
from generator.exports.hsds.record import Record
from generator.exports.hsds.terms import Taxonomies
from generator.model.listing import Listing
from generator.model.organization import Organization
from generator.views.survey import Survey


class Organizations:
    """The organizations of a directory, each one record however many listings it runs."""

    def __init__(self, survey: Survey, ids: Ids, terms: Taxonomies) -> None:
        self.survey, self.ids, self.terms = survey, ids, terms
        self.named = {found.id: self._record(found) for found in survey.directory.organizations}

    def of(self, listing: Listing) -> Record:
        """Who runs a listing."""
        found = self.named.get(listing.organization or "")
        return found or self._of_itself(listing)

    def _record(self, found: Organization) -> Record:
        id_ = self.ids.of("organization", found.id)
        contact = found.contact
        country, language = self.survey.directory.about.country, self.survey.language
        numbers = phones(id_, contact, country, self.ids, language, self.terms)
        fields = {
            "id": id_,
            "name": found.name,
            "alternate_name": "; ".join(found.alternate_names) or None,
            "description": found.description or found.name,
            "email": contact.email if contact else None,
            "website": contact.website if contact else None,
        }
        details = self.terms.details(
            id_,
            short_name=found.id,
            peer_run=found.peer_run,
            contact_note=contact.note if contact else None,
            contact_form=contact.form if contact else None,
        )
        inside = {
            "contacts": contacts(id_, contact, numbers, self.ids),
            "phones": numbers,
            "attributes": [*details],
        }
        return Record("organization", fields, inside)

    def _of_itself(self, listing: Listing) -> Record:
        id_ = self.ids.of("organization", "of", listing.id)
        fields = {"id": id_, "name": listing.name, "description": listing.summary}
        return Record("organization", fields, {"attributes": [*self.terms.details(id_, runs_itself=True)]})

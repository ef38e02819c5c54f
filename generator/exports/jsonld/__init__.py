"""What a listing's page says to search engines and other programs: schema.org data as JSON-LD.

A peer group is an `Event` with a schedule, a service a `Service` with its channels. Neither is ever given a medical type
(docs/decisions/0007-no-medical-types-for-peers.md). What nobody typed is left out, never guessed.
"""

from __future__ import annotations

from generator.exports.jsonld.event import event
from generator.exports.jsonld.node import in_script
from generator.exports.jsonld.service import service
from generator.model.listing import Listing, PeerGroup
from generator.views.survey import Survey

__all__ = ["json_ld"]


def json_ld(listing: Listing, survey: Survey, url: str) -> str:
    """The data of a listing whose page has this address (empty if nobody knows it yet), safe inside a script element."""
    node = event(listing, survey, url) if isinstance(listing, PeerGroup) else service(listing, survey, url)
    return in_script({"@context": "https://schema.org", **node})

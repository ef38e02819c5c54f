"""What groups and services have in common: what they are, whom they are for, what they cost, who runs them."""

from __future__ import annotations

from generator.exports.jsonld.contact import contact_points
from generator.exports.jsonld.node import Node, node
from generator.model.choice import CostKind
from generator.model.listing import Listing
from generator.model.terms import Cost, Eligibility
from generator.views import names
from generator.views.source import source_of
from generator.views.survey import Survey

# A donation is welcome and not asked for. What depends on income or insurance is free to some, so nothing is claimed.
FREE = {CostKind.FREE: True, CostKind.DONATION: True, CostKind.FIXED: False}


def about(listing: Listing, url: str) -> Node:
    """What it is called and what it is, and what it is not."""
    texts = [text for text in (listing.summary, listing.description) if text]
    website = listing.contact.website if listing.contact else None
    return {
        "identifier": listing.id,
        "name": listing.name,
        "alternateName": list(listing.alternate_names),
        "description": "\n\n".join(texts),
        "disambiguatingDescription": listing.is_not,
        "url": url,
        "sameAs": website,
    }


def reviewed(listing: Listing, url: str, survey: Survey) -> Node | list[Node]:
    """The page about it, with the day on which somebody last made sure of it; and the page it came from."""
    page = node("WebPage", url=url, lastReviewed=listing.verified.isoformat()) if listing.verified else {}
    source = source_of(listing, survey)
    if source is None:
        return page
    there = node(
        "WebPage",
        url=source.page,
        publisher=node("Organization", name=source.name, url=source.site),
        license=source.licence_url or source.licence,
        sdDatePublished=source.day,
    )
    return [found for found in (page, there) if found]


def goals(listing: Listing, survey: Survey) -> list[str]:
    """What it helps people with, by the names of the goals."""
    known = survey.directory.goal_by_id
    return [known[goal].name for goal in listing.goals if goal in known]


def languages(listing: Listing, survey: Survey) -> list[str]:
    """The languages one can use there, as BCP 47 codes."""
    return list(listing.languages) or [survey.directory.about.language]


def audience(who: Eligibility, survey: Survey) -> Node:
    """Whom it is for."""
    known = survey.directory.audience_by_id
    return node(
        "PeopleAudience",
        name=who.description,
        audienceType=[known[name].name for name in who.audiences if name in known],
        requiredMinAge=who.minimum_age,
        requiredMaxAge=who.maximum_age,
    )


def offer(cost: Cost | None, survey: Survey) -> Node:
    """What it costs; a number only where it is nothing, since amounts are typed in words."""
    if cost is None:
        return {}
    is_free = FREE.get(cost.kind, False)
    return node(
        "Offer",
        name=survey.language.say(names.COST[cost.kind]),
        description="\n".join(text for text in (cost.amount, cost.note) if text),
        price=0 if is_free else None,
        priceCurrency=survey.directory.about.currency if is_free else None,
    )


def run_by(listing: Listing, survey: Survey, url: str) -> Node:
    """The organization behind it; a group that names none runs itself.

    Whether an organization is public, charitable or clinical is not typed anywhere, so nothing finer is claimed.
    """
    organization = survey.organization(listing)
    own_contact = contact_points(listing.contact, survey)
    if organization is None:
        return node("Organization", name=listing.name, url=url, contactPoint=own_contact)
    contact = organization.contact
    return node(
        "Organization",
        name=organization.name,
        alternateName=list(organization.alternate_names),
        description=organization.description,
        url=contact.website if contact else None,
        contactPoint=own_contact or contact_points(contact, survey),
    )

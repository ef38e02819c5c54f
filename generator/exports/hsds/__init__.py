"""The directory in HSDS 3.0, Open Referral's Human Services Data Specification: what its API would answer, as files.

    data/hsds/index.json                    what `/` answers, and where the rest stands
    data/hsds/services/page-1.json          what `/services?page=1` answers: a page of services without their details
    data/hsds/services/<id>.json            what `/services/<id>` answers: one service with everything

and likewise `organizations`, `service_at_locations`, `taxonomies` and `taxonomy_terms`; `data/hsds/hsds.zip` holds
everything as tables (CSV with a datapackage.json).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.addresses import Addresses
from generator.exports.hsds.ids import Ids, namespace_of
from generator.exports.hsds.own_words import KEY, own_words
from generator.exports.hsds.record import Record, encode, listed
from generator.exports.hsds.services import Published, Services
from generator.exports.hsds.tables import package, rows
from generator.exports.hsds.terms import Taxonomies
from generator.made import AssetFile
from generator.standards.hsds import OPENAPI_URL, VERSION
from generator.views import paths
from generator.views.survey import Survey

FOLDER = "data/hsds/"
ZIP = f"{FOLDER}hsds.zip"
PAGE_SIZE = 100
LISTS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")


@dataclass(frozen=True, slots=True)
class _Text:
    """One object of a list, written: as it stands in the list, and in full."""

    id: str
    listed: str
    full: str


def files(survey: Survey, site_url: str, addresses: Addresses | None = None) -> Iterator[AssetFile]:
    """Every file of the format; `site_url` is told for links to the pages, and may be empty."""
    ids = Ids(namespace_of(survey.directory.about))
    terms = Taxonomies(survey, ids)
    services = Services(survey, ids, terms, _pages(survey, site_url, addresses or Addresses()))
    # By their ids, so that an entry moved to another file of the directory changes nothing here.
    published = [services.of(listing) for listing in sorted(survey.directory.listings, key=lambda one: one.id)]
    named = {found.id: found for _, found in sorted(services.organizations.named.items())}
    organizations = [*(named | {found.organization.id: found.organization for found in published}).values()]
    lists = dict(zip(LISTS, _lists(published, organizations, terms), strict=True))
    yield AssetFile(f"{FOLDER}index.json", _index(survey))
    for name, texts in lists.items():
        yield from _paged(name, texts)
        yield from (AssetFile(f"{FOLDER}{name}/{text.id}.json", text.full.encode()) for text in texts)
    records = [*organizations, *(found.service for found in published), *terms.taxonomies, *terms.terms.values()]
    yield AssetFile(ZIP, package(rows(records), survey))


def _lists(
    published: Sequence[Published], organizations: Sequence[Record], terms: Taxonomies
) -> Iterator[Sequence[_Text]]:
    in_short = [found.service.beside(organization=found.organization.alone) for found in published]
    yield [_Text(found.service.id, text, found.service.full) for found, text in zip(published, in_short, strict=True)]
    run_by: dict[str, list[str]] = defaultdict(list)
    for found in published:
        run_by[found.organization.id].append(found.service.alone)
    yield [
        _Text(found.id, found.alone, f'{found.full[:-1]},"services":{listed(run_by[found.id])}}}')
        for found in organizations
    ]
    at_locations = [
        (place.id, f'{place.full[:-1]},"service":{text}}}')
        for found, text in zip(published, in_short, strict=True)
        for place in found.at_locations
    ]
    yield [_Text(id_, text, text) for id_, text in at_locations]
    for records in (terms.taxonomies, terms.terms.values()):
        yield [_Text(record.id, record.full, record.full) for record in records]


def _paged(name: str, texts: Sequence[_Text]) -> Iterator[AssetFile]:
    """The list in pages of the API's shape; an empty list has one page."""
    pages = [texts[start : start + PAGE_SIZE] for start in range(0, len(texts), PAGE_SIZE)] or [()]
    for number, page in enumerate(pages, start=1):
        head = encode(
            {
                "total_items": len(texts),
                "total_pages": len(pages),
                "page_number": number,
                "size": len(page),
                "first_page": number == 1,
                "last_page": number == len(pages),
                "empty": not page,
            }
        )
        contents = listed([text.listed for text in page])
        yield AssetFile(f"{FOLDER}{name}/page-{number}.json", f'{head[:-1]},"contents":{contents}}}'.encode())


def _index(survey: Survey) -> bytes:
    about = survey.directory.about
    licence = about.licence
    said: dict[str, object] = {
        "version": VERSION,
        "profile": "https://docs.openreferral.org",
        "openapi_url": OPENAPI_URL,
        "name": about.name,
        "licence": {"name": licence.name, "url": licence.url} if licence else None,
        "built": survey.today.isoformat(),
        "lists": {name: f"{name}/page-{{page}}.json" for name in LISTS},
        "one": {name: f"{name}/{{id}}.json" for name in LISTS},
        "tables": "hsds.zip",
        KEY: own_words(survey),
    }
    return encode({name: value for name, value in said.items() if value is not None}).encode()


def _pages(survey: Survey, site_url: str, addresses: Addresses) -> Mapping[str, str]:
    """The page of each listing, by its id, if anybody knows where the site stands."""
    if not site_url:
        return {}
    root = f"{site_url.rstrip('/')}/"
    return {
        listing.id: f"{root}{addresses.url(paths.of_entry(listing))}"
        for listing in survey.directory.listings
        if survey.is_public(listing)
    }

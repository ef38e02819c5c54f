"""Every entry as a lean page for Pagefind, the search for sites of more than ten thousand listings.

Pagefind reads built pages and tells its filters by marks in them. On our own pages the marks would burden each visitor; so they
stand on pages that nobody visits, at the same addresses below a folder of their own. docs/scaling.md tells how both are used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from generator.addresses import Addresses
from generator.made import AssetFile
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.model.worksheet import Worksheet
from generator.schedule.wording import sentence
from generator.views import paths
from generator.views.facets import facets, values_of
from generator.views.survey import Survey

FOLDER = "pagefind-pages/"
OF_THE_CLOCK = "when"
"""The facet whose answers change by the hour; a page cannot tell them."""

PAGE = """\
<!doctype html>
<html lang="{lang}">
<head><meta charset="utf-8"><title>{title}</title></head>
<body data-pagefind-body>
<h1>{title}</h1>
{words}
{filters}
</body>
</html>
"""


def files(survey: Survey, site_url: str, addresses: Addresses | None = None) -> Iterator[AssetFile]:  # noqa: ARG001
    """A page for each public group, service and worksheet; no other site's address stands in them."""
    where = addresses or Addresses()
    names = {facet.key: {value.id: value.name for value in facet.values} for facet in facets(survey)}
    names.pop(OF_THE_CLOCK, None)
    # A comma would end the name of a filter, a colon begin its value.
    titles = {facet.key: facet.name.replace(",", "").replace(":", "") for facet in facets(survey)}
    for entry in survey.public_entries:
        content = PAGE.format(
            lang=escape(survey.directory.about.language),
            title=escape(entry.name),
            words="\n".join(f"<p>{escape(text)}</p>" for text in _words(entry, survey)),
            filters="\n".join(_filters(entry, survey, names, titles)),
        )
        yield AssetFile(f"{FOLDER}{where.file(paths.of_entry(entry))}", content.encode())


def _words(entry: Entry, survey: Survey) -> Iterator[str]:
    """What people may look for, the most telling first."""
    yield entry.summary
    yield from filter(None, [", ".join(entry.alternate_names), ", ".join(entry.keywords), entry.description])
    if isinstance(entry, Listing):
        organization, place = survey.organization(entry), survey.directory.location_of(entry)
        if organization:
            yield organization.name
        if place and not place.confidential:
            yield ", ".join(filter(None, (place.name, place.city, place.postal_code)))
        yield from (sentence(schedule, survey.language) for schedule in entry.schedule)
    if isinstance(entry, Worksheet):
        yield entry.purpose


def _filters(
    entry: Entry, survey: Survey, names: Mapping[str, Mapping[str, str]], titles: Mapping[str, str]
) -> Iterator[str]:
    for key, answers in values_of(entry, survey).items():
        for answer in answers:
            if answer in names.get(key, {}):
                mark = escape(f"{titles[key]}:{names[key][answer]}")
                yield f'<i data-pagefind-filter="{mark}"></i>'

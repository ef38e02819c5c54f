"""Taxonomies: what matters to people, for whom, what kind; and a few for what HSDS has no field for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.exports.hsds.ids import Ids
from generator.exports.hsds.record import Record
from generator.model.choice import Dimension, Kind
from generator.views import names
from generator.views.survey import Survey
from generator.words import Words, say

GOALS, AUDIENCES, KINDS, DIMENSIONS, DETAILS = "goals", "audiences", "kinds", "dimensions", "details"

TAXONOMIES: Mapping[str, tuple[Words, Words]] = {
    GOALS: (say("What matters to you"), say("What people want from life, by which they enter the directory.")),
    AUDIENCES: (say("Who it is for"), say("People whom some listings are especially for.")),
    KINDS: (say("Kind of listing"), say("Whether people meet as equals or get help from an organization.")),
    DIMENSIONS: (
        say("Four dimensions of recovery"),
        say("Health, home, purpose and community, as named by SAMHSA's working definition of recovery (2012)."),
    ),
    DETAILS: (say("Details"), say("What the specification has no field for; the value of the attribute tells it.")),
}
"""Name and description of each taxonomy, by its code."""

DETAIL: Mapping[str, Words] = {
    "short-name": say("Short name in the directory"),
    "is-not": say("What it is not"),
    "first-visit": say("What the first visit is like"),
    "not-for": say("Who would be better helped elsewhere"),
    "joining": say("How one comes in, as a code"),
    "led-by": say("Who leads it, as a code"),
    "group-size": say("How many people usually come"),
    "waiting": say("How long people usually wait"),
    "peer-workers": say("People with lived experience work there"),
    "peer-run": say("Run by people with lived experience"),
    "runs-itself": say("No organization is behind it: this record stands for the group or service itself"),
    "keyword": say("Other words people type when they look for it"),
    "contact-note": say("What to know before getting in touch"),
    "contact-form": say("Page with a form to write to them"),
    "page": say("Its page in this directory"),
    "time-zone": say("Time zone of the times, by its name in the IANA database"),
    "excluded-date": say("A date on which the schedule does not take place"),
    "cancelled-date": say("A date that falls out, and why"),
    "moved-date": say("A date that is on another day, that day with its times, and why"),
    "extra-date": say("A further date, with times of its own where they are not the usual ones"),
    "break": say("First and last day of a time when the schedule does not take place"),
    "break-reason": say("First and last day of such a time, and why"),
    "starts": say("First day on which the schedule counts"),
    "attending": say("How one takes part, as codes"),
    "accessibility": say("What it offers to people with access needs, as codes"),
    "confidential": say("The address is given only to people who call"),
    "alert-until": say("Last day on which its news are shown"),
    "review-every": say("How often it is looked at again"),
    "related": say("Short name of another service that goes well with it"),
    "source": say("The directory that keeps the listing, where it is not this one"),
    "source-page": say("Its page in that directory"),
    "source-license": say("The license of that directory"),
    "source-day": say("The day as of which it was taken over from there"),
    "text-line": say("A number to text"),
    "text-keyword": say("The word to send first"),
    "city": say("Town of a place without a street"),
    "state-province": say("State, province or county of a place without a street"),
    "postal-code": say("Postal code of a place without a street"),
    "public-holidays": say("Not on public holidays"),
}
"""Details by their codes."""


class Taxonomies:
    """Every taxonomy of a directory with its terms, and attributes that name them."""

    def __init__(self, survey: Survey, ids: Ids) -> None:
        self.ids = ids
        self.taxonomies: list[Record] = []
        self.terms: dict[tuple[str, str], Record] = {}
        self._in_short: dict[tuple[str, str], Record] = {}
        speak, language = survey.language.say, survey.directory.about.language
        for code, (name, description) in TAXONOMIES.items():
            fields = {"id": ids.of("taxonomy", code), "name": speak(name), "description": speak(description)}
            taxonomy = Record("taxonomy", fields)
            self.taxonomies.append(taxonomy)
            for term, called, described in _terms(code, survey):
                own = {
                    "id": ids.of("taxonomy_term", code, term),
                    "code": f"{code}/{term}",
                    "name": called,
                    "description": described,
                    "taxonomy": str(taxonomy.fields["name"]),
                    "language": language,
                    "taxonomy_id": taxonomy.id,
                }
                self.terms[code, term] = Record("taxonomy_term", own, {"taxonomy_detail": taxonomy})
                self._in_short[code, term] = Record("taxonomy_term", own)

    def attributes(self, of: str, taxonomy: str, terms: Iterable[str]) -> Iterator[Record]:
        """Attributes that classify; `of` is the name of what they belong to."""
        for term in dict.fromkeys(terms):
            if (taxonomy, term) in self.terms:
                yield self._attribute(of, taxonomy, term, None)

    def details(self, of: str, **values: object) -> Iterator[Record]:
        """Attributes that carry a value, by the code of the detail with underscores; what is empty is left out."""
        for name, value in values.items():
            for one in value if isinstance(value, tuple | list) else [value]:
                if one not in (None, "", False):
                    yield self._attribute(of, DETAILS, name.replace("_", "-"), "yes" if one is True else str(one))

    def _attribute(self, of: str, taxonomy: str, term: str, value: str | None) -> Record:
        found = self._in_short[taxonomy, term]
        id_ = self.ids.of(of, "attribute", taxonomy, term, value or "")
        return Record("attribute", {"id": id_, "taxonomy_term_id": found.id, "value": value}, {"taxonomy_term": found})


def _terms(taxonomy: str, survey: Survey) -> Iterator[tuple[str, str, str]]:
    """Code, name and description of each term."""
    directory, speak = survey.directory, survey.language.say
    if taxonomy == GOALS:
        yield from ((goal.id, goal.name, goal.summary) for goal in directory.goals)
    elif taxonomy == AUDIENCES:
        yield from ((found.id, found.name, found.name) for found in directory.audiences)
    elif taxonomy == KINDS:
        for kind in (Kind.GROUP, Kind.SERVICE):
            yield kind.value, speak(names.KIND[kind]), speak(names.KIND[kind])
    elif taxonomy == DIMENSIONS:
        for dimension in Dimension:
            yield dimension.value, speak(names.DIMENSION[dimension]), speak(names.DIMENSION[dimension])
    else:
        yield from ((code, speak(words), speak(words)) for code, words in DETAIL.items())

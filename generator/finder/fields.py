"""What an entry is found by: each text with its importance, from 7 for a name to 1 for what is said in passing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.finder.article import Article, text_of
from generator.language import Language, own_name, primary
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.model.worksheet import Worksheet
from generator.views import names, paths
from generator.views.card import cost
from generator.views.facets import CHOICES, TIMES, WEEKDAYS, facets, values_of
from generator.views.survey import Survey
from generator.words import Words

NAME, OTHER_NAMES, KEYWORDS, SUMMARY, BELONGS, ANSWERS, MORE = 7, 6, 5, 4, 3, 2, 1

# Facets whose values have a name of their own as a field, with words of the town's besides.
_TOLD_APART = {"when", "kind", "goal", "area", "for", "language"}

# Of pages about the site itself the headings are enough: their text has many words of people in need, and no help for them.
_ABOUT_THE_SITE = ("about/", paths.SUGGEST)


@dataclass(frozen=True, slots=True)
class Field:
    """One text by which an entry is found."""

    weight: int
    text: str
    is_meant: bool = False
    """Whether its words tell what the entry is for, so that other words for the same lead there too."""
    stays: bool = False
    """Whether its words are found in however many entries they are: one who types "free" wants what is free."""


class Fields:
    """The fields of every entry of one survey."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._names = {facet.key: {value.id: value.name for value in facet.values} for facet in facets(survey)}

    def of(self, entry: Entry) -> Iterator[Field]:
        """Every text of an entry; some are empty."""
        yield Field(NAME, entry.name, is_meant=True)
        yield Field(OTHER_NAMES, "\n".join(entry.alternate_names), is_meant=True)
        yield Field(KEYWORDS, "\n".join(entry.keywords), is_meant=True)
        yield Field(SUMMARY, entry.summary, is_meant=True)
        yield Field(ANSWERS, entry.description or "")
        yield Field(BELONGS, self._survey.language.say(names.KIND[entry.kind]), is_meant=True, stays=True)
        known = self._survey.directory.goal_by_id
        for goal in (known[name] for name in entry.goals if name in known):
            yield Field(BELONGS, "\n".join((goal.name, goal.in_my_words or "", *goal.keywords)), is_meant=True)
        yield from self._answers(entry)
        for code in entry.languages:
            yield from self._in_its_language(entry, code)
        if isinstance(entry, Listing):
            yield from self._of_listing(entry)
        if isinstance(entry, Worksheet):
            yield Field(ANSWERS, "\n".join((entry.purpose, *(section.title for section in entry.sections))))

    def _of_listing(self, listing: Listing) -> Iterator[Field]:
        directory = self._survey.directory
        organization, place = self._survey.organization(listing), directory.location_of(listing)
        yield Field(BELONGS, organization.name if organization else "")
        # Of a confidential place nothing is told, so nothing may be found by it.
        if place and not place.confidential:
            yield Field(BELONGS, "\n".join(filter(None, (place.name, place.city, place.postal_code))))
            yield Field(MORE, place.address or "")
        for area in (directory.area_by_id[name] for name in listing.areas if name in directory.area_by_id):
            yield Field(BELONGS, "\n".join((area.name, *area.postal_codes)))
        who = listing.eligibility
        for audience in (directory.audience_by_id.get(name) for name in who.audiences):
            if audience:
                yield Field(SUMMARY, "\n".join((audience.name, *audience.keywords)), is_meant=True)
        yield Field(ANSWERS, who.description or "")
        contact = listing.contact
        yield Field(ANSWERS, " ".join(filter(None, (contact.name, contact.role))) if contact else "")
        yield Field(MORE, cost(listing.cost, self._survey.language))
        yield Field(MORE, (listing.online.platform or "") if listing.online else "")

    def _answers(self, entry: Entry) -> Iterator[Field]:
        """The names of its answers: "Tuesday", "evening", "online", "free", "hearing loop"."""
        for key, ids in values_of(entry, self._survey).items():
            if key not in _TOLD_APART:
                said = "\n".join(self._names[key][value] for value in ids)
                yield Field(ANSWERS, said, is_meant=True, stays=True)
            elif key == "language":
                yield Field(BELONGS, "\n".join(self._names[key][value] for value in ids), stays=True)

    def _in_its_language(self, entry: Entry, code: str) -> Iterator[Field]:
        """The same in a language that is spoken there and that is not the site's: `grupo`, `español`, `martes`, `gratis`."""
        if primary(code) == primary(self._survey.language.code):
            return
        yield Field(BELONGS, _own_name(code), stays=True)
        said = _spoken(primary(code))
        answers = values_of(entry, self._survey)
        for key in said:
            weight = BELONGS if key == "kind" else ANSWERS
            yield Field(weight, "\n".join(said[key][value] for value in answers.get(key, ())), stays=True)


@lru_cache(maxsize=256)
def _own_name(code: str) -> str:
    return own_name(code)


@lru_cache(maxsize=64)
def _spoken(code: str) -> Mapping[str, Mapping[str, str]]:
    """The names of fixed answers in another language; nothing where nobody has translated the generator's sentences."""
    language = Language.load(code)
    if language.of_sentences != code:
        return {}

    def said(choices: Mapping[str, Words]) -> dict[str, str]:
        return {value: language.say(words) for value, words in choices.items()}

    weekdays = {name: language.weekday(number) for number, name in enumerate(WEEKDAYS)}
    times = said({part: name for part, (name, _, _) in TIMES.items()})
    singular = {kind.value: language.say(name) for kind, name in names.KIND.items()}
    return {
        **{key: said(choices) for key, choices in CHOICES.items()},
        "kind": singular,
        "day": weekdays,
        "time": times,
    }


def of_article(article: Article) -> Iterator[Field]:
    """Every text of a hand-written page."""
    found = text_of(article.html)
    yield Field(NAME, article.title, is_meant=True)
    yield Field(NAME, "\n".join(article.keywords))
    yield Field(SUMMARY, article.summary, is_meant=True)
    yield Field(BELONGS, found.headings, is_meant=True)
    if not article.path.startswith(_ABOUT_THE_SITE):
        yield Field(MORE, found.text)

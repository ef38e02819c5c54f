"""The second stage of the finder: which word is found in which entry, and how much it matters there.

Words of one stem form a group: `sleep`, `sleeping`, `sleeps`. A group has one list of entries for all of its forms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.finder.article import Article
from generator.finder.fields import NAME, OTHER_NAMES, Field, Fields, of_article
from generator.finder.forms import Stems, forms, stems_of
from generator.finder.other_words import OtherWords, quiet_forms
from generator.language import primary
from generator.model.entry import Entry
from generator.views.survey import Survey

WEIGHTS = 8
"""A post is the distance to the entry before, times this, plus the weight."""

# In a directory of so few entries even a word of most of them tells one from another.
_FEW = 24
# Another word for what an entry says counts so much less than the word itself.
_LESS = 3
# What is found beside an entry to which a word leads first counts at most so much.
_BESIDE = 5


@dataclass(frozen=True, slots=True)
class Group:
    """The forms of one stem, in order, and the entries in which one of them is found."""

    forms: Sequence[str]
    posts: Sequence[int]
    """Distance times 8 plus weight, in the order of the entries; the first distance is counted from entry 0.

    Empty for words that tell nothing of what somebody looks for, such as "somewhere".
    """


def index(survey: Survey, entries: Sequence[Entry], articles: Sequence[Article]) -> list[Group]:
    """The groups, by their first forms; entries are numbered as they stand here, articles after them."""
    own = tuple(dict.fromkeys(map(primary, (survey.directory.about.language, survey.language.code))))
    spoken = sorted({primary(code) for entry in entries for code in entry.languages} - set(own))
    stems = stems_of(survey.directory.about.language)
    book = _Book(stems, OtherWords([*own, *spoken], stems), quiet_forms(own, spoken))
    fields = Fields(survey)
    for number, entry in enumerate(entries):
        book.note(number, fields.of(entry), tuple(dict.fromkeys((*own, *map(primary, entry.languages)))))
    for number, article in enumerate(articles, len(entries)):
        book.note(number, of_article(article), own, leads=article.keywords)
    return book.groups(len(entries) + len(articles))


class _Book:
    """Notes which words are found where, entry by entry."""

    def __init__(self, stems: Stems, other_words: OtherWords, quiet: frozenset[str]) -> None:
        self._stems = stems
        self._other_words = other_words
        self._quiet = quiet
        self._forms: dict[str, set[str]] = defaultdict(set)
        self._found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._asked_for: set[str] = set()
        """Stems that are kept, however many entries have them."""
        self._led: dict[str, set[int]] = defaultdict(set)
        self._quiet_names: dict[str, list[tuple[int, int]]] = {form: [] for form in quiet}
        # What many entries share, such as the words of a goal, is taken apart once.
        self._texts: dict[str, tuple[str, ...]] = {}
        self._called: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        self._rings: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}

    def note(self, number: int, fields: Iterable[Field], languages: tuple[str, ...], leads: Iterable[str] = ()) -> None:
        """The words of the next entry, which is written or used in these languages; it comes first for what it leads."""
        best: dict[str, int] = {}
        called: dict[str, int] = {}
        quiet_name: set[str] = set()
        for field in fields:
            if not field.text:
                continue
            stems = self._stems_of(field.text)
            _add(best, stems, field.weight)
            if field.is_meant:
                _add(called, self._called_by(field.text, languages), max(1, field.weight - _LESS))
            if field.stays:
                self._asked_for.update(stems)
            if field.weight == NAME:
                quiet_name.update(self._quiet.intersection(forms(field.text)))
        # A name such as "I am here" has to be found by something.
        for form in quiet_name:
            self._quiet_names[form].append((number, 1))
        for form in leads:
            self._led[self._stems(form)].add(number)
        for name, weight in called.items():
            for stem in self._other_stems(name, languages):
                if best.get(stem, 0) < weight:
                    best[stem] = weight
        for stem, weight in best.items():
            self._found[stem].append((number, weight))
            if weight == NAME:
                self._asked_for.add(stem)

    def groups(self, count: int) -> list[Group]:
        """All groups, once every one of so many entries is noted."""
        made = [
            Group(sorted(self._forms[stem]), _posts([] if self._tells_nothing(stem, count) else self._ranked(stem)))
            for stem in self._found
        ]
        made += [Group([form], _posts(found)) for form, found in self._quiet_names.items()]
        return sorted(made, key=lambda group: group.forms[0])

    def _ranked(self, stem: str) -> list[tuple[int, int]]:
        """Where a stem is found; beside an entry that it leads to, no other is as good a match."""
        first = self._led.get(stem, ())
        return [
            (number, min(weight, _BESIDE) if first and number not in first else weight)
            for number, weight in self._found[stem]
        ]

    def _tells_nothing(self, stem: str, count: int) -> bool:
        return count >= _FEW and 2 * len(self._found[stem]) > count and stem not in self._asked_for

    def _stems_of(self, text: str) -> tuple[str, ...]:
        """The stems of a text, each once; its quiet words have none."""
        if text not in self._texts:
            self._texts[text] = self._learned(forms(text))
        return self._texts[text]

    def _called_by(self, text: str, languages: tuple[str, ...]) -> tuple[str, ...]:
        """The rings that a text calls."""
        key = (text, languages)
        if key not in self._called:
            self._called[key] = self._other_words.called(forms(text), languages)
        return self._called[key]

    def _other_stems(self, ring: str, languages: tuple[str, ...]) -> tuple[str, ...]:
        """The stems that are found by a ring."""
        key = (ring, languages)
        if key not in self._rings:
            self._rings[key] = self._learned(self._other_words.words(ring, languages))
        return self._rings[key]

    def _learned(self, found: Iterable[str]) -> tuple[str, ...]:
        stems: dict[str, None] = {}
        for form in dict.fromkeys(found):
            if form not in self._quiet:
                stem = self._stems(form)
                self._forms[stem].add(form)
                stems[stem] = None
        return tuple(stems)


def _add(best: dict[str, int], names: Iterable[str], weight: int) -> None:
    for name in names:
        known = best.get(name)
        if known is None:
            best[name] = weight
        else:
            # What several fields say counts a little more each time, but never as much as a name.
            most = max(weight, known)
            best[name] = most if most >= OTHER_NAMES else most + 1


def _posts(found: Iterable[tuple[int, int]]) -> list[int]:
    """
    >>> _posts([(3, 7), (4, 1)])
    [31, 9]
    """
    posts, before = [], 0
    for number, weight in found:
        posts.append((number - before) * WEIGHTS + weight)
        before = number
    return posts

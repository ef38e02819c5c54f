"""From the words of a listing to other words for the same, by the rings of one directory's languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.finder.forms import Stems, forms
from generator.finder.synonyms import DANGER, LEADS_ONLY, QUIET, rings


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring in one language."""

    calls: Sequence[tuple[str, ...]]
    """The stems of each word that calls the others, one tuple a word or phrase."""
    words: Sequence[str]
    """The forms that are found by it; those of phrases are not, since each means something else alone."""


class OtherWords:
    """The rings of some languages, ready to be asked for many texts."""

    def __init__(self, languages: Sequence[str], stems: Stems) -> None:
        self._stems = stems
        self._rings = {code: _rings(code, stems) for code in languages}
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        for code, known in self._rings.items():
            first = self._by_first[code] = defaultdict(list)
            for name, ring in known.items():
                for call in ring.calls:
                    first[call[0]].append((call, name))

    def called(self, found: Sequence[str], languages: Sequence[str]) -> tuple[str, ...]:
        """The names of the rings that these forms, in their order, call in one of these languages."""
        said = [self._stems(form) for form in found]
        names: dict[str, None] = {}
        for first in (self._by_first[code] for code in languages if code in self._by_first):
            for place, stem in enumerate(said):
                for call, name in first.get(stem, ()):
                    if len(call) == 1 or tuple(said[place : place + len(call)]) == call:
                        names[name] = None
        return tuple(names)

    def words(self, name: str, languages: Sequence[str]) -> Iterator[str]:
        """The words that are found by a ring in each of these languages."""
        for code in languages:
            ring = self._rings.get(code, {}).get(name)
            yield from ring.words if ring else ()


def quiet_forms(own: Iterable[str], spoken: Iterable[str] = ()) -> frozenset[str]:
    """The forms that tell nothing of what somebody looks for, in the site's own languages and in others spoken there.

    Of the others only those that are no word of ours: Spanish "son" says little, an English-speaking son does.
    """
    ours = {form for code in own for name, words in rings(code).items() if name != QUIET for form in _forms_in(words)}
    return frozenset(
        form
        for code in (*own, *spoken)
        for form in _forms_in(rings(code).get(QUIET, ()))
        if code in own or form not in ours
    )


def _forms_in(words: Iterable[str]) -> Iterator[str]:
    return (form for word in words for form in forms(word))


def danger_words(languages: Sequence[str]) -> tuple[str, ...]:
    """What people type whose life may be in danger."""
    return tuple(word for code in languages for word in rings(code).get(DANGER, ()))


def _rings(code: str, stems: Stems) -> Mapping[str, Ring]:
    made = {}
    for name, words in rings(code).items():
        if name in (QUIET, DANGER):
            continue
        calls, leading = [], []
        for word in words:
            said = forms(word)
            if not word.startswith(LEADS_ONLY):
                calls.append(tuple(stems(form) for form in said))
            if len(said) == 1:
                leading.append(said[0])
        made[name] = Ring(calls, leading)
    return made

"""Invented prose whose words come as often as words do in English, so that it is neither easier nor harder to shrink.

A few words make up half of any text and most words are rare (Zipf's law); gzip leaves about 35 % of it, as of a page of
English. Rare words are made from common ones by the endings of the language, so that a search has stems to find.

    >>> Prose(random.Random(1)).sentence(6) == Prose(random.Random(1)).sentence(6)
    True
"""

from __future__ import annotations

import random
from functools import cache
from itertools import accumulate

COMMON = (
    "the and to a of in you for with we is on at who it or can people are be this that not come have our by from your "
    "one so each week help talk group do here about if when they no there their some all out what will how need time "
    "first more than them may like own day where but meet other every us two up work as call ask most good any after "
    "before only way room home open free find often small over know make life take also new just long door then"
)
STEMS = (
    "walk listen share cook garden paint sing knit read write learn teach train search apply visit travel rest sleep "
    "breathe stretch swim dance play draw craft mend repair build bake plant harvest fish sail climb cycle run worry "
    "hope trust doubt change grow heal recover support welcome greet host guide lead follow plan decide choose value "
    "care love lose grieve remember forget laugh cry rage calm soothe steady balance cope manage struggle suffer fear "
    "dream wish want matter count track note answer question wonder explore discover invite gather join belong connect "
    "neighbor friend parent child family partner carer mother father sister brother veteran student worker teacher "
    "nurse doctor counsel advise advocate appeal claim benefit rent lease house shelter key kitchen kettle table chair "
    "window garden yard porch street bridge harbor river mill hill shore island market library school college church "
    "chapel hall clinic hospital office center shop studio boat bus train ferry van car bicycle path beach park forest "
    "field farm animal dog cat horse bird tree flower leaf seed soil rain snow wind sun cloud storm light dark morning "
    "noon evening night winter spring summer autumn month year season holiday birthday supper lunch breakfast soup "
    "bread tea coffee cookie apple pear berry honey salt story poem song drum guitar choir theater film picture photo "
    "letter phone message video camera screen computer form paper pencil book page word voice vision silence noise "
    "music rhythm body head heart hand foot shoulder back skin food drink water wine beer drug medicine dose pill pain "
    "stress panic anger shame guilt joy grief sorrow mood thought feel sense spirit faith pray meaning purpose dignity "
    "right duty law court lawyer debt money budget bank bill tax wage job career skill strength step path goal task "
    "habit craving relapse crisis safety danger trauma memory story culture language accent custom tradition newcomer "
    "refuge border country village town city county region member volunteer peer mentor helper neighborly honest gentle "
    "quiet loud warm cold soft hard early late young old rich poor deaf blind lame tired lonely sad glad proud brave "
    "curious patient private public local rural online weekly daily yearly simple plain clear bright rough smooth"
)
ENDINGS = ("", "s", "ing", "ed", "er", "ers", "ful", "less", "ly", "ness")
BEGINNINGS = ("", "un")
# How far from the front of the ranks the counting begins: with this, gzip leaves of the prose what it leaves of English.
FLATNESS = 10.0


class Prose:
    """Sentences of invented prose, the same for the same source of chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def words(self, number: int) -> list[str]:
        """So many words; no word follows itself."""
        chosen = self.chance.choices(_words(), cum_weights=_weights(), k=number)
        return [word for index, word in enumerate(chosen) if not index or word != chosen[index - 1]]

    def sentence(self, number: int) -> str:
        """One sentence of about so many words."""
        words = self.words(number)
        if number > 9:
            words[number // 2] += ","
        return " ".join(words).capitalize() + "."

    def paragraph(self, number: int) -> str:
        """Sentences of 7 to 15 words that make about so many words together."""
        sentences: list[str] = []
        while number > 0:
            length = self.chance.randint(7, 15)
            sentences.append(self.sentence(length))
            number -= length
        return " ".join(sentences)


@cache
def _words() -> tuple[str, ...]:
    """All words, the commonest first."""
    stems = list(dict.fromkeys(STEMS.split()))
    # A fixed shuffle: whether a word is common must not hang on where it stands in the list above.
    random.Random(7).shuffle(stems)
    rare = [begin + _with(stem, end) for end in ENDINGS for begin in BEGINNINGS for stem in stems if begin or end]
    random.Random(8).shuffle(rare)
    return tuple(dict.fromkeys((*COMMON.split(), *stems, *rare)))


@cache
def _weights() -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + FLATNESS) for rank in range(len(_words()))))


def _with(stem: str, end: str) -> str:
    """The word with an ending, its last e left out before a vowel: share, sharing."""
    return stem[:-1] + end if stem.endswith("e") and end[:1] in ("i", "e") else stem + end

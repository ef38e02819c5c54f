"""How a directory speaks: its sentences from one gettext catalogue, its dates, times and lists by CLDR.

>>> from generator.words import say
>>> english = Language.load("en-GB")
>>> english.say(say("On {day}", day=english.weekday(1)))
'On Tuesday'
>>> english.time(time(18, 30)), english.and_list(["tea", "talk", "cake"])
('18:30', 'tea, talk and cake')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache, reduce
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import (
    format_date,
    format_interval,
    format_skeleton,
    format_time,
    get_day_names,
    get_month_names,
    get_timezone_name,
)
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

from generator.sign_languages import SIGN_LANGUAGES
from generator.words import Words

DOMAIN = "waypost"
CATALOGUES = Path(__file__).parent / "locale"

# A pseudo-language for tests: the words of every sentence in the catalogue stand between these marks, the values put into
# it outside of them. What lacks marks is a value, or escaped the catalogue.
PSEUDO = "en-XA"
PSEUDO_MARKS = ("⟦", "⟧")

Width = Literal["abbreviated", "narrow", "wide"]

_SKELETONS = {"day": "MMMEd", "month-day": "MMMMd"}


class Language:
    """One language of a site: a BCP 47 tag, its catalogue, and CLDR's way with dates, times and lists."""

    def __init__(self, code: str, translations: NullTranslations, locale: Locale) -> None:
        self.code = code
        self.translations = translations
        self.locale = locale

    @classmethod
    def load(cls, code: str) -> Language:
        """The language of a BCP 47 tag such as `en`, `es` or `pt-BR`; sentences without a translation stay English.

        Of some languages, such as Hmong, CLDR knows no more than the name; their dates and lists are English too.
        Raises `ValueError` when it does not know the tag at all.
        """
        if code == PSEUDO:
            return cls.pseudo()
        try:
            locale = Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError) as cause:
            if code.partition("-")[0] not in {*Locale("en").languages, *SIGN_LANGUAGES}:
                raise ValueError(f"{code!r} is not a language that the Unicode CLDR knows") from cause
            locale = Locale("en")
        return cls(code, _translations(tuple(_catalogues(code, locale))), locale)

    @classmethod
    def pseudo(cls) -> Language:
        """English between marks, to find sentences that bypass the catalogue."""
        return cls(PSEUDO, _Marked(), Locale.parse("en_GB"))

    @property
    def is_right_to_left(self) -> bool:
        return self.locale.text_direction == "rtl"

    @property
    def of_sentences(self) -> str:
        """The language in which its sentences are really written, without a region: English as long as nobody translated.

        >>> Language.load("es-MX").of_sentences, Language.load("cy").of_sentences
        ('es', 'en')
        """
        return primary(self.code) if isinstance(self.translations, GNUTranslations) else "en"

    def gettext(self, sentence: str) -> str:
        return self.translations.gettext(sentence)

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.translations.ngettext(one, many, n)

    def say(self, words: Words) -> str:
        """The sentence in this language, its values put in."""
        return words.said(self.gettext, self.ngettext, self.apart)

    def apart(self, text: str) -> str:
        """A text as it can be put into a line of this language: from right to left a phone number keeps its order.

        Unicode Standard Annex 9: the digits of "13 11 14" among Arabic letters would be shown from the last to the first.

        >>> Language.load("ar").apart("13 11 14"), Language.load("en").apart("13 11 14")
        ('\u206813 11 14\u2069', '13 11 14')
        """
        return f"\u2068{text}\u2069" if text and self.is_right_to_left else text

    def date(self, day: date, form: str = "long") -> str:
        """`full`, `long`, `medium`, `short`, or `day` (Tue 24 Nov) and `month-day` (24 November) without the year.

        >>> british = Language.load("en-GB")
        >>> british.date(date(2026, 11, 24)), british.date(date(2026, 11, 24), "day")
        ('24 November 2026', 'Tue 24 Nov')
        """
        return _date(self.locale, day, form)

    def times(self, begins: time, ends: time) -> str:
        """From one time to another, as short as this language puts it.

        >>> Language.load("en-US").times(time(18, 30), time(20)), Language.load("en-GB").times(time(22), time(2))
        ('6:30\u2009–\u20098:00\u202fPM', '22:00–02:00')
        """
        return _times(self.locale, begins, ends)

    def time(self, at: time) -> str:
        """The time of day as this language's readers write it.

        >>> Language.load("en-US").time(time(18, 30))
        '6:30\\u202fPM'
        """
        return _time(self.locale, at)

    def at_the_top(self, text: str) -> str:
        """A text as it begins a line of its own: many languages write weekdays and months small elsewhere.

        >>> spanish = Language.load("es")
        >>> spanish.weekday(6), spanish.at_the_top(spanish.weekday(6))
        ('domingo', 'Domingo')
        """
        dotted = text.startswith("i") and self.locale.language in {"az", "tr"}
        return ("İ" if dotted else text[:1].upper()) + text[1:]

    def number(self, value: float) -> str:
        return format_decimal(value, locale=self.locale)

    def weekday(self, number: int, width: Width = "wide") -> str:
        """The name of a weekday, Monday being 0 as in Python's `datetime`."""
        return _weekday(self.locale, number, width)

    def month(self, number: int, width: Width = "wide") -> str:
        """The name of a month, January being 1."""
        return str(get_month_names(width, "stand-alone", locale=self.locale)[number])

    def and_list(self, things: Iterable[str]) -> str:
        """`a, b and c` in the way of this language."""
        return format_list(list(things), "standard", locale=self.locale)

    def or_list(self, things: Iterable[str]) -> str:
        """`a, b or c` in the way of this language."""
        return format_list(list(things), "or", locale=self.locale)

    def said_list(self, things: Iterable[str]) -> str:
        """`a, b, c` without a last "and", for facts in one line.

        >>> Language.load("en").said_list(["Free", "step-free"])
        'Free, step-free'
        >>> Language.load("es").said_list(["Gratis", "en línea", "de noche"]), Language.load("ja").said_list(["本", "茶"])
        ('Gratis, en línea, de noche', '本、茶')
        """
        # CLDR's own style for this ("unit") has no middle in Spanish, and an "and" in others. What parts things in the
        # middle of any list is there in every language.
        between = self.locale.list_patterns["standard"]["middle"]
        known = list(things)
        return reduce(between.format, known) if known else ""

    def language_name(self, code: str) -> str:
        """What this language calls another; the tag itself where CLDR does not know it.

        >>> Language.load("en").language_name("cy"), Language.load("en").language_name("ase")
        ('Welsh', 'American Sign Language')
        """
        if code in SIGN_LANGUAGES:
            return self.say(SIGN_LANGUAGES[code])
        names = self.locale.languages
        tag = code.replace("-", "_")
        return names.get(tag) or names.get(tag.partition("_")[0]) or code

    def zone_name(self, zone: str) -> str:
        """What people call a time zone of the IANA database, whatever the season.

        >>> Language.load("en-US").zone_name("America/New_York")
        'Eastern Time'
        """
        return get_timezone_name(ZoneInfo(zone), width="long", zone_variant="generic", locale=self.locale)


# A site says the same few days and times on thousands of pages, and CLDR's patterns are slow to fill in.
_said_again = lru_cache(maxsize=8192)


@_said_again
def _date(locale: Locale, day: date, form: str) -> str:
    if form in _SKELETONS:
        return format_skeleton(_SKELETONS[form], day, locale=locale)
    return format_date(day, form, locale=locale)


@_said_again
def _time(locale: Locale, at: time) -> str:
    return format_time(at, "short", locale=locale)


@_said_again
def _times(locale: Locale, begins: time, ends: time) -> str:
    day = date(2000, 1, 1)
    has_halves = "h" in locale.time_formats["short"].pattern
    span = datetime.combine(day, begins), datetime.combine(day, ends)
    return format_interval(*span, "hm" if has_halves else "Hm", locale=locale)


@_said_again
def _weekday(locale: Locale, number: int, width: Width) -> str:
    return str(get_day_names(width, "stand-alone", locale=locale)[number])


def primary(code: str) -> str:
    """The language of a tag without its region: what matters to somebody who asks whether theirs is spoken.

    >>> primary("en-US")
    'en'
    """
    return code.partition("-")[0]


def own_name(code: str) -> str:
    """What a language calls itself, for people who look for theirs.

    >>> own_name("cy"), own_name("ur")
    ('Cymraeg', 'اردو')
    """
    try:
        return (Locale.parse(code, sep="-").get_display_name() or code).strip()
    except (UnknownLocaleError, ValueError):
        return code


def _catalogues(code: str, locale: Locale) -> Iterable[tuple[Path, int]]:
    """The files with a language's sentences, the nearest first, each with the time of its last change."""
    names = [str(locale), f"{locale.language}_{locale.script}"] if locale.script else [code.replace("-", "_")]
    for name in dict.fromkeys((*names, primary(code))):
        path = CATALOGUES / name / "LC_MESSAGES" / f"{DOMAIN}.po"
        if path.is_file():
            yield path, path.stat().st_mtime_ns


# A preview is built again and again; a catalogue is read again only when its translator has changed it.
@lru_cache(maxsize=32)
def _translations(files: tuple[tuple[Path, int], ...]) -> NullTranslations:
    """What these catalogues say, the first that knows a sentence having its way; English where none does.

    Translators mark as "fuzzy" what has to be looked at again; until then it counts as not translated. Raises
    `ValueError` when a file is no catalogue.
    """
    found = NullTranslations()
    for path, _ in reversed(files):
        compiled = BytesIO()
        try:
            with path.open("rb") as file:
                write_mo(compiled, read_po(file, abort_invalid=True))
            compiled.seek(0)
            nearer = GNUTranslations(compiled)
        except (PoFileError, ValueError) as cause:
            raise ValueError(f"{path} is not a catalogue of sentences: {cause}") from cause
        if files[-1][0] != path:
            nearer.add_fallback(found)
        found = nearer
    return found


_PLACES = re.compile(r"(%\(\w+\)[sd]|\{\w[^{}]*\})")


class _Marked(NullTranslations):
    def gettext(self, message: str) -> str:
        before, after = PSEUDO_MARKS
        parts = _PLACES.split(message)
        return "".join(
            f"{before}{part}{after}" if part.strip() and not _PLACES.fullmatch(part) else part for part in parts
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext's own signature
        return self.gettext(message)

"""Public holidays of a country or a part of it, from the data of the `holidays` package.

>>> found = public_holidays("GB", "SCT", [2026], Language.load("en"))
>>> found[date(2026, 11, 30)]
"Saint Andrew's Day"
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from warnings import catch_warnings, simplefilter

from generator.language import Language

# The package calls Norwegian by its old code.
_OTHER_CODES = {"nb": "no"}


def public_holidays(
    country: str, subdivision: str | None, years: Iterable[int], language: Language
) -> Mapping[date, str]:
    """The public holidays of these years with their names, observed days included.

    `country` is a code of ISO 3166-1, `subdivision` one of ISO 3166-2 without the country. A country that the data does
    not know has no holidays, and one whose subdivision it does not know has those of the whole country: ask `is_known`
    before relying on them. Names are in the language if there are any, else in one of the country's own.
    """
    return _holidays(country, subdivision or None, tuple(sorted(set(years))), language.code)


def is_known(country: str, subdivision: str | None = None) -> bool:
    """Whether there is data for this country, and for this part of it.

    >>> is_known("US", "ME"), is_known("US", "Mane"), is_known("XX")
    (True, False, False)
    """
    known = _subdivisions().get(country)
    return known is not None and (not subdivision or subdivision in known)


# The package takes a moment to load, and most directories are built without asking it twice.
@lru_cache(maxsize=64)
def _holidays(country: str, subdivision: str | None, years: Sequence[int], code: str) -> Mapping[date, str]:
    from holidays import country_holidays

    if not is_known(country):
        return MappingProxyType({})
    part = subdivision if is_known(country, subdivision) else None
    asked = country_holidays(country, part, years=[])
    # Without a language the package would ask the environment.
    language = _nearest(code, country, asked.supported_languages) or asked.default_language
    with catch_warnings():
        # It warns of years beyond its data; there are then no holidays to tell.
        simplefilter("ignore")
        found = country_holidays(country, part, years=years, expand=False, language=language)
    return MappingProxyType(dict(sorted(found.items())))


@lru_cache(maxsize=1)
def _subdivisions() -> Mapping[str, Sequence[str]]:
    """The countries that the package knows, with the codes and names of their parts."""
    from holidays import list_supported_countries

    return list_supported_countries(include_aliases=True)


def _nearest(code: str, country: str, names: Sequence[str]) -> str | None:
    """The package's language for one of ours, if it has one."""
    language = _OTHER_CODES.get(code.partition("-")[0], code.partition("-")[0])
    for wanted in (code.replace("-", "_"), language, f"{language}_{country}"):
        if wanted in names:
            return wanted
    return next((name for name in names if name.partition("_")[0] == language), None)

"""What is taken of the theme beneath ours: the nearest of the languages it ships, and none of its scripts.

>>> closest(Language.load("pt-BR"), ["pt", "pt-BR"]), closest(Language.load("es-MX"), ["en", "es"])
('pt-BR', 'es')
>>> closest(Language.load("zh-HK"), ["en", "zh", "zh-Hant"]), closest(Language.load("hmn"), ["en", "es"])
('zh-Hant', 'en')
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from generator.language import Language

NEVER_LOADED = ("assets/javascripts/bundle.", "assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Files of Material that no page of ours asks for: two megabytes of scripts, most of them for its search."""


def closest(language: Language, shipped: Collection[str]) -> str:
    """The shipped tag that is nearest to the site's language; English if there is none."""
    by_lower = {tag.lower(): tag for tag in shipped}
    return next((by_lower[tag] for tag in _ever_wider(language) if tag in by_lower), "en")


def shipped_by(folders: Iterable[str]) -> list[str]:
    """The languages in a theme's template folders, as Material for MkDocs keeps them."""
    return [file.stem for folder in folders for file in Path(folder, "partials", "languages").glob("*.html")]


def _ever_wider(language: Language) -> Iterator[str]:
    """The site's tag, then wider ones. The script weighs more than the region: zh-HK is written like zh-Hant, not zh."""
    locale = language.locale
    yield language.code.lower()
    for more in ((locale.script, locale.territory), (locale.script,), (locale.territory,), ()):
        if None not in more:
            yield "-".join(filter(None, (locale.language, *more))).lower()
    # Norwegian is nearly always typed as `no` and shipped as one of its two written forms.
    if locale.language == "no":
        yield "nb"

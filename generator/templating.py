"""How every template of the generator is read: escaping on, unknown names refused, sentences from the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.language import Language


def environment(package: str, language: Language) -> Environment:
    """The templates of a package, such as `generator.pages`, saying their own sentences in `language`."""
    made = Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        # They are read anew for each build; looking at their files for each page takes longer than most pages.
        auto_reload=False,
    )
    made.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]
    said = _said(language.gettext)
    made.globals.update(_=said, gettext=said)
    return made


def _said(gettext: Callable[[str], str]) -> Callable[..., Markup]:
    """Jinja's own way with sentences, but each one without values is looked up once and not on every page."""

    @cache
    def plain(sentence: str) -> Markup:
        return Markup(gettext(sentence)) % {}  # noqa: S704 - the sentences are ours; values are escaped as they go in

    def said(sentence: str, /, **values: object) -> Markup:
        return Markup(gettext(sentence)) % values if values else plain(sentence)  # noqa: S704 - likewise

    return said

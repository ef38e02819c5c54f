"""How every template of the generator is read: escaping on, unknown names refused, sentences from the catalogue."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

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
    return made

"""Collect every sentence that the generator and its theme say into one catalogue: `generator/locale/waypost.pot`.

    python tools/words.py            write the catalogue, and bring each translation up to it
    python tools/words.py --check    say what is out of date or wrong in it and in each translation (exit code 1)
    python tools/words.py --new fr   begin a translation

A translation is `generator/locale/<language>/LC_MESSAGES/waypost.po`; `docs/translating.md` tells how to add one.
"""

from __future__ import annotations

import ast
import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from gettext import c2py
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import PoFileError, read_po, write_po

from generator.crisis.presets import preset
from generator.crisis.sentences import sentences
from generator.model.crisis import PRESETS

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "generator" / "locale"
TEMPLATE = LOCALE / "waypost.pot"

Sentence = str | tuple[str, ...]

# Python says its sentences with say() and say_n(), of which so many arguments are sentences; templates with _(),
# {% trans %} and {% pluralize %}, and with pgettext() where one English word has two meanings.
PYTHON_WORDS = {"say": 1, "say_n": 2}
TEMPLATE_WORDS: dict[str, Any] = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
TEMPLATES = ("generator/pages/templates", "generator/worksheets/templates", "theme_overrides")

# The catalogue changes when a sentence does, and not with the day it was collected on.
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)

HEAD = """\
# Every sentence that Waypost says. docs/translating.md tells how to put them into another language.
#"""

# Where a value goes into a sentence: {name} in Python and in scripts, %(name)s in templates.
PLACE = re.compile(r"%\(\w+\)[sd]|\{\w[^{}]*\}")
LONGEST_QUOTE = 60
NUMBERS_TRIED = 1000


def sources() -> Iterator[Path]:
    """Every file in which a sentence may stand, in a fixed order."""
    yield from sorted((ROOT / "generator").rglob("*.py"))
    for folder in TEMPLATES:
        for ending in ("*.jinja", "*.html"):
            yield from sorted((ROOT / folder).rglob(ending))


def catalogue() -> Catalog:
    """All sentences, with the files they stand in."""
    found = Catalog(
        project="Waypost",
        header_comment=HEAD,
        charset="utf-8",
        creation_date=BEGINNING,
        revision_date=BEGINNING,
        fuzzy=False,
    )
    for path in sources():
        place = path.relative_to(ROOT).as_posix()
        for sentence, context in of_python(path) if path.suffix == ".py" else of_template(path):
            found.add(sentence, locations=[(place, 0)], context=context)
    for country in PRESETS:
        for line in preset(country):
            for sentence in sentences(line):
                found.add(sentence, locations=[(f"generator/crisis/{country.lower()}.yaml", 0)])
    return found


def of_python(path: Path) -> Iterator[tuple[Sentence, None]]:
    """The sentences of a module, in their order; those inside f-strings too, which Babel's own reader passes over."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        arguments = call.args[: PYTHON_WORDS.get(name, 0)]
        said = tuple(each.value for each in arguments if isinstance(each, ast.Constant) and isinstance(each.value, str))
        if said and len(said) == len(arguments):
            yield said if len(said) > 1 else said[0], None


def of_template(path: Path) -> Iterator[tuple[Sentence, str | None]]:
    """The sentences of a Jinja template, each with its meaning where the template tells it."""
    options = {"silent": "false", "extensions": "jinja2.ext.i18n"}
    found = extract_from_file("jinja2.ext.babel_extract", path, keywords=TEMPLATE_WORDS, options=options)
    for _, sentence, _, context in found:
        yield sentence, context


def brought_up(path: Path, found: Catalog) -> Catalog:
    """The translation in a file, with every sentence of the catalogue and no other; PoFileError if it cannot be read."""
    with path.open("rb") as file:
        translation = read_po(file, locale=path.parent.parent.name, domain="waypost", abort_invalid=True)
    translation.update(found, no_fuzzy_matching=True)
    return translation


def as_text(found: Catalog) -> bytes:
    """A catalogue as a PO file.

    Without line numbers, since they would change with every edit, and without the version of the program that wrote it.
    """
    out = BytesIO()
    write_po(out, found, width=120, sort_output=True, include_lineno=False)
    return re.sub(rb'"Generated-By: .*\n', b"", out.getvalue())


def is_translated(message: Message) -> bool:
    """Whether visitors read the translation: it is whole, and nobody marked it as fuzzy."""
    return all(forms(message.string)) and not message.fuzzy


def untranslated(translation: Catalog) -> list[Message]:
    return [message for message in translation if message.id and not is_translated(message)]


def forms(said: str | Sequence[str] | None) -> tuple[str, ...]:
    """A sentence, or each form of one that depends on a number."""
    return (said or "",) if isinstance(said, str | None) else tuple(said)


def mistakes(translation: Catalog) -> Iterator[str]:
    """What would show wrong, or stop a build, if somebody read this translation; one line each."""
    numbers = _numbers_offorms(translation)
    for message in translation:
        english, said = forms(message.id), forms(message.string)
        if not message.id or not any(said):
            continue
        if message.pluralizable and (len(said) != len(numbers) or not all(said)):
            yield f"{_quoted(english)} needs {len(numbers)} forms, one for each kind of number in this language."
            continue
        for form, text in enumerate(said):
            says_its_number = message.pluralizable and len(numbers[form]) == 1
            for wrong in _mistakes_of(english, text, message, may_leave_out_n=says_its_number):
                yield f"{_quoted(english)}: {wrong}"


def _mistakes_of(english: tuple[str, ...], text: str, message: Message, *, may_leave_out_n: bool) -> Iterator[str]:
    wanted = {place for form in english for place in PLACE.findall(form)}
    given = set(PLACE.findall(text))
    missing = wanted - given - ({"{n}"} if may_leave_out_n else set())
    if missing:
        yield f"{' and '.join(sorted(missing))} is missing in the translation."
    if given - wanted:
        yield f"{' and '.join(sorted(given - wanted))} stands in the translation only."
    rest, english_rest = PLACE.sub("", text), PLACE.sub("", " ".join(english))
    # A brace or a percent sign would be taken for a place; the others for markup, since templates trust the catalogue.
    for letter in '{}%<>&"':
        if letter in rest and letter not in english_rest:
            yield f"{letter} must not stand in the translation."
    if text != text.strip():
        yield "the translation begins or ends with a space."
    is_of_crisis = any(place.startswith("generator/crisis/") for place, _ in message.locations)
    if is_of_crisis and re.findall(r"\d+", text) != re.findall(r"\d+", english[0]):
        yield "the numbers differ, and this is about help in a crisis."


def _numbers_offorms(translation: Catalog) -> list[set[int]]:
    """For each plural form the numbers that it serves, as far as tried."""
    form_of = c2py(translation.plural_expr)
    numbers: list[set[int]] = [set() for _ in range(translation.num_plurals)]
    for n in range(NUMBERS_TRIED):
        numbers[form_of(n)].add(n)
    return numbers


def _quoted(english: tuple[str, ...]) -> str:
    text = english[0]
    return f"“{text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rstrip() + '…'}”"


def check() -> Iterator[str]:
    """Everything that is out of date or wrong, one line each."""
    found = catalogue()
    if not TEMPLATE.exists() or TEMPLATE.read_bytes() != as_text(found):
        yield f"{TEMPLATE.relative_to(ROOT)} is not up to date. Run: python tools/words.py"
    for path in translations():
        name = path.relative_to(ROOT).as_posix()
        try:
            translation = brought_up(path, found)
            if path.read_bytes() != as_text(translation):
                yield f"{name} is not up to date. Run: python tools/words.py"
            yield from (f"{name}: {wrong}" for wrong in mistakes(translation))
        except (PoFileError, ValueError) as cause:
            yield f"{name} cannot be read: {cause}"


def translations() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/waypost.po"))


def begin(code: str) -> Path:
    """An empty translation for a language such as `fr` or `pt-BR`; one that is there already stays as it is."""
    locale = Locale.parse(code, sep="-")
    path = LOCALE / str(locale) / "LC_MESSAGES" / TEMPLATE.with_suffix(".po").name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_text(Catalog(locale=locale, project="Waypost", charset="utf-8", fuzzy=False)))
    return path


def main() -> int:
    options = ArgumentParser(description="Collect every sentence for translators.")
    options.add_argument("--check", action="store_true", help="only say what is out of date or wrong")
    options.add_argument("--new", metavar="LANGUAGE", help="begin a translation, as in: --new fr")
    asked = options.parse_args()
    if asked.check:
        wrong = list(check())
        print("\n".join(wrong) or f"{TEMPLATE.relative_to(ROOT)} and every translation are up to date.")
        return 1 if wrong else 0
    if asked.new:
        begin(asked.new)
    found = catalogue()
    TEMPLATE.write_bytes(as_text(found))
    print(f"{len(found)} sentences written to {TEMPLATE.relative_to(ROOT)}.")
    for path in translations():
        translation = brought_up(path, found)
        path.write_bytes(as_text(translation))
        print(f"{path.relative_to(ROOT)}: {len(untranslated(translation))} sentences to translate.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

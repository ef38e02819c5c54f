"""The catalogue holds every sentence, and each translation keeps what its sentence promises."""

from __future__ import annotations

import ast
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import PoFileError, read_po
from jinja2 import Environment, nodes

from generator import language
from generator.language import Language
from generator.words import Words, say, say_n
from tools import words
from tools.words import LOCALE, ROOT, TEMPLATE, TEMPLATES, catalogue, check, mistakes, translations, untranslated

FOUND = catalogue()
SENTENCES = {form for message in FOUND if message.id for form in words.forms(message.id)}

# Which arguments of a template's calls are sentences.
FIRST_AND_LAST = {"_": (0, 1), "gettext": (0, 1), "ngettext": (0, 2), "pgettext": (1, 2)}

# Sentences that a visitor may meet; the others are for those who keep the directory.
FOR_VISITORS = ("crisis", "exports", "pages", "schedule", "sign_languages.py", "views", "worksheets")


def test_the_committed_catalogue_and_every_translation_are_up_to_date_and_right() -> None:
    assert list(check()) == []


def test_every_sentence_in_python_is_a_whole_one_and_in_the_catalogue() -> None:
    """Read by Python's own parser: what is put together only when it runs cannot be collected, nor translated."""
    count = 0
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in {"say", "say_n"}:
                for sentence in call.args[: 1 if call.func.id == "say" else 2]:
                    if path == ROOT / "generator" / "words.py":
                        continue
                    where = f"{path.relative_to(ROOT)}:{call.lineno}"
                    assert isinstance(sentence, ast.Constant), f"{where}: type the whole sentence here"
                    assert sentence.value in SENTENCES, f"{where}: {sentence.value!r}"
                    count += 1
    assert count > 700


def test_what_babel_itself_would_collect_is_in_the_catalogue() -> None:
    """A second judge, which reads tokens: it misses f-strings before Python 3.12, and nothing else."""
    collected: set[str] = set()
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for _, message, *_ in extract_from_file("python", path, keywords={"say": (1,), "say_n": (1, 2)}):
            collected.update(words.forms(message))
    assert len(collected) > 700
    assert collected <= SENTENCES


def test_words_made_without_say_hold_no_words() -> None:
    """`Words("{list}", ...)` is for lists and the like: with letters of its own it would bypass the catalogue."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Words" and call.args:
                first = call.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    assert not re.search(r"\w", words.PLACE.sub("", first.value)), f"{path}:{call.lineno}"


def test_every_sentence_in_a_template_is_in_the_catalogue() -> None:
    """Read by Jinja's own parser, with the extension as the site has it."""
    count = 0
    for folder in TEMPLATES:
        for path in sorted((ROOT / folder).rglob("*.*")):
            if path.suffix not in {".jinja", ".html"}:
                assert "{{ _(" not in path.read_bytes().decode("utf-8", "replace"), path
                continue
            tree = Environment(extensions=["jinja2.ext.i18n"]).parse(path.read_text(encoding="utf-8"))
            for call in tree.find_all(nodes.Call):
                if isinstance(call.node, nodes.Name) and call.node.name in FIRST_AND_LAST:
                    first, last = FIRST_AND_LAST[call.node.name]
                    for sentence in call.args[first:last]:
                        assert isinstance(sentence, nodes.Const), f"{path}:{call.lineno}: type the whole sentence here"
                        assert sentence.value in SENTENCES, f"{path}:{call.lineno}: {sentence.value!r}"
                        count += 1
    assert count > 200


def test_no_sentence_is_empty_or_runs_over_lines() -> None:
    assert [sentence for sentence in SENTENCES if not sentence.strip() or "\n" in sentence] == []


def test_the_crisis_lines_are_in_the_catalogue_without_their_numbers() -> None:
    assert "Emergency services" in SENTENCES
    assert not SENTENCES & {"911", "988", "741741", "HOME", "https://988lifeline.org/"}


def po(body: str, forms: str = "nplurals=2; plural=(n != 1);") -> Catalog:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    text = f'{head}"Language: es\\n"\n"Plural-Forms: {forms}\\n"\n\n{body}\n'
    return read_po(BytesIO(text.encode()), locale="es", abort_invalid=True)


@pytest.mark.parametrize(
    ("english", "spanish", "wrong"),
    [
        ("Call {number}", "Llama al {number}", ""),
        ("Call {number}", "Llama al {numero}", "{number} is missing in the translation."),
        ("Call {number}", "Llama al {numero}", "{numero} stands in the translation only."),
        ("Call {number}", "Llama", "{number} is missing in the translation."),
        ("Call {number!r}", "Llama al {number}", "{number!r} is missing in the translation."),
        ("Call {number}", "Llama al {number.__class__}", "{number.__class__} stands in the translation only."),
        ("Call {number}", "Llama al {number", "{ must not stand in the translation."),
        ("Checked %(day)s", "Revisado el %(day)s", ""),
        ("Checked %(day)s", "Revisado el %(dia)s", "%(day)s is missing in the translation."),
        ("Checked %(day)s", "Revisado el %(day)", "%(day)s is missing in the translation."),
        ("Free", "100 % gratis", "% must not stand in the translation."),
        ("Free", "<b>Gratis</b>", "< must not stand in the translation."),
        ("Free", "Gratis & libre", "& must not stand in the translation."),
        ("Free", ' \\"Gratis\\"', '" must not stand in the translation.'),
        ("Free", " Gratis", "the translation begins or ends with a space."),
        ("Free", "", ""),
    ],
)
def test_a_translation_that_would_show_wrong_or_stop_a_build_is_told(english: str, spanish: str, wrong: str) -> None:
    told = list(mistakes(po(f'msgid "{english}"\nmsgstr "{spanish}"')))
    assert (f"“{english}”: {wrong}" in told) if wrong else not told


def test_a_number_that_differs_in_a_crisis_line_is_told() -> None:
    body = '#: generator/crisis/us.yaml\nmsgid "Press 1, or 2."\nmsgstr "Marca {}."'
    assert not list(mistakes(po(body.replace("{}", "1, o 2"))))
    assert "the numbers differ" in next(mistakes(po(body.replace("{}", "2, o 1"))))


def test_plural_forms_must_all_be_there_and_only_a_form_for_one_number_may_leave_it_out() -> None:
    body = 'msgid "{n} week: {day}"\nmsgid_plural "{n} weeks: {day}"\n'
    assert not list(mistakes(po(body + 'msgstr[0] "Una semana: {day}"\nmsgstr[1] "{n} semanas: {day}"')))
    assert "{n} is missing" in next(mistakes(po(body + 'msgstr[0] "{n} semana: {day}"\nmsgstr[1] "Semanas: {day}"')))
    assert "needs 2 forms" in next(mistakes(po(body + 'msgstr[0] "{n} semana: {day}"\nmsgstr[1] ""')))
    # In French 0 counts as one: the form serves two numbers, and each must be said.
    french = po(body + 'msgstr[0] "Une semaine: {day}"\nmsgstr[1] "{n} semaines: {day}"', "nplurals=2; plural=(n > 1);")
    assert "{n} is missing" in next(mistakes(french))


def test_a_new_translation_has_every_sentence_and_its_language_s_plural_forms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "LOCALE", tmp_path)
    path = words.begin("pl")
    polish = words.brought_up(path, FOUND)
    path.write_bytes(words.as_text(polish))
    assert path == tmp_path / "pl" / "LC_MESSAGES" / "waypost.po"
    # Polish counts 1, 2 to 4, 5 and more; the rest of CLDR's forms are for fractions.
    assert polish.num_plurals == 3
    assert len(untranslated(words.brought_up(path, FOUND))) == len(FOUND)
    assert not list(mistakes(polish))
    before = path.read_bytes()
    assert words.begin("pl") == path
    assert path.read_bytes() == before, "what is there already stays"


def test_a_file_that_is_no_catalogue_is_refused_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "es" / "LC_MESSAGES" / "waypost.po"
    broken.parent.mkdir(parents=True)
    broken.write_text('msgid "Free"\nmsgstr "Gratis\nmsgid\n', encoding="utf-8")
    with pytest.raises(PoFileError):
        words.brought_up(broken, FOUND)
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    with pytest.raises(ValueError, match=r"waypost\.po is not a catalogue of sentences: .* on [0-9]+"):
        Language.load("es")


def test_a_language_reads_its_po_file_and_leaves_out_what_is_fuzzy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(name: str, body: str) -> None:
        path = tmp_path / name / "LC_MESSAGES" / "waypost.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        path.write_text(f'{head}"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n{body}', encoding="utf-8")

    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    write("es", 'msgid "Free"\nmsgstr "Gratis"\n\n#, fuzzy\nmsgid "Online"\nmsgstr "¿En línea?"\n')
    write("es_MX", 'msgid "Quiet space"\nmsgstr "Un rincón tranquilo"\n')
    spanish, mexican = Language.load("es"), Language.load("es-MX")
    assert [spanish.say(say(text)) for text in ("Free", "Online", "Quiet space")] == ["Gratis", "Online", "Quiet space"]
    assert [mexican.say(say(text)) for text in ("Free", "Quiet space")] == ["Gratis", "Un rincón tranquilo"]
    assert spanish.say(say_n("{n} day", "{n} days", 2)) == "2 days"
    assert (spanish.of_sentences, Language.load("cy").of_sentences) == ("es", "en")
    # A translator who previews the site sees what was just written.
    write("es", 'msgid "Free"\nmsgstr "Sin costo, y con gusto"\n')
    assert Language.load("es").say(say("Free")) == "Sin costo, y con gusto"


def test_nothing_stays_nothing_in_every_language() -> None:
    """Under the empty text gettext keeps the head of the catalogue, which nobody wants to read on a page."""
    assert Language.load("es").say(Words("")) == ""


def is_for_visitors(message: Message) -> bool:
    rooms = {place.removeprefix("generator/").partition("/")[0] for place, _ in message.locations}
    return bool(rooms & {*FOR_VISITORS, "theme_overrides"})


def test_spanish_is_whole_for_visitors() -> None:
    path = next(path for path in translations() if path.parent.parent.name == "es")
    missing = [message for message in untranslated(words.brought_up(path, FOUND)) if is_for_visitors(message)]
    assert [str(message.id) for message in missing] == [], "docs/translating.md says how to add them"


def test_the_catalogue_stands_where_languages_are_read_from() -> None:
    assert (LOCALE, TEMPLATE.stem) == (language.CATALOGUES, language.DOMAIN)

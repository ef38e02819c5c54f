"""The script and its sentences know each other: none is missing, and none is kept for nobody."""

from __future__ import annotations

import re
from importlib.resources import files

from generator.finder.sentences import sentences
from generator.language import Language

SCRIPTS = files("generator.finder") / "scripts"
PARTS = sorted((part for part in SCRIPTS.iterdir() if part.name.endswith(".js")), key=lambda part: part.name)
PAGE = "\n".join(part.read_text(encoding="utf-8") for part in PARTS if re.match("5|6|7|80|89", part.name))
TEXT = "\n".join(part.read_text(encoding="utf-8") for part in PARTS)

# Keys that the script puts together, such as `opens_${near}_at`.
MADE = re.compile(r"words\[`([^`]+)`\]|say\(`([^`]+)`")


def made_keys() -> set[str]:
    """The keys that fit a pattern which the script fills in."""
    patterns = [one or other for one, other in MADE.findall(TEXT)] + ["open_${near}", "opens_${near}_at", "${near}_at"]
    parts = [re.sub(r"\\\$\\\{.*?\\\}", r"\\w+", re.escape(pattern)) for pattern in patterns]
    return {key for key in sentences(Language.load("en")) if any(re.fullmatch(part, key) for part in parts)}


def test_every_sentence_the_script_asks_for_is_there() -> None:
    # `pieces.words` is the box that words are typed into, and the engine's own `words` are those of the index.
    page = re.sub(r"pieces\.words", "", PAGE)
    asked = {*re.findall(r"\bwords\.([a-z]\w*)", page), *re.findall(r"directory\.words\.([a-z]\w*)", TEXT)}
    assert len(asked) > 20
    assert asked - set(sentences(Language.load("en"))) == set()


def test_no_sentence_is_kept_for_nobody() -> None:
    kept = set(sentences(Language.load("en")))
    said = {key for key in kept if re.search(rf"words\.{key}\b|[\"'`]{key}[\"'`]", TEXT)}
    assert kept - said - made_keys() == set()


def test_every_sentence_is_translated_and_keeps_its_places() -> None:
    english = sentences(Language.load("en"))
    marked = sentences(Language.pseudo())
    assert marked.keys() == english.keys()
    for key, text in english.items():
        assert set(re.findall(r"\{\w+\}", marked[key])) == set(re.findall(r"\{\w+\}", text)), key
        has_words = re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", text))
        assert not has_words or marked[key] != text, f"{key} bypasses the catalogue"

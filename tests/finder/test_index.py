"""The words of the finder: each stands where its range says, finds what says it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.finder import Article, in_order
from generator.finder.forms import Stems
from generator.finder.other_words import quiet_forms
from generator.finder.synonyms import DANGER, QUIET, rings
from generator.language import Language
from generator.load import load
from generator.views.survey import Survey
from tests.finder.reading import Read, entries_of, plain, read
from tests.town import TODAY, survey

ROOT = Path(__file__).resolve().parents[2]
HOPE = Article("learn/hope.md", "Hope", "<h1>Hope</h1><h2>Borrowed hope</h2><p>Somebody may hold it for marigolds.</p>")


@pytest.fixture(scope="module")
def demo() -> Survey:
    directory = load(ROOT / "resources.yaml", root=ROOT, today=TODAY).directory
    assert directory
    return Survey(directory, TODAY, Language.load("en-US"))


@pytest.fixture(scope="module")
def index(demo: Survey) -> Read:
    return read(demo, [HOPE])


TEA = """\
goals:
  - {id: rest, name: Rest, summary: To rest., keywords: [nap]}
groups:
  - id: tea
    name: Tea
    summary: Tea and talk.
    joining: drop_in
    verified: 2026-11-01
    contact: {phones: (207) 555-0101}
"""


def of(more: str, folder: Path, language: str = "en-US") -> Read:
    """The index of one group with these further lines, and of a second one."""
    lines = "".join(f"    {line}\n" for line in more.splitlines())
    other = (
        TEA[TEA.index("  - id: tea") :].replace("tea", "cake").replace("Tea and talk", "Cake").replace("Tea", "Cake")
    )
    return read(survey(TEA + lines + other, folder, language=language))


def test_every_word_of_every_entry_finds_it_in_the_one_file_of_its_range(demo: Survey, index: Read) -> None:
    quiet, stems = quiet_forms(["en"], ["es", "fr", "so"]), Stems("en")
    led = {stems(form) for word in rings("en")[DANGER] for form in plain(word)}
    asked = 0
    for number, entry in enumerate(in_order(demo)):
        said = [
            (entry.name, 7),
            (" ".join(entry.alternate_names), 6),
            (" ".join(entry.keywords), 5),
            (entry.summary, 4),
        ]
        for text, weight in [*said, (entry.description or "", 2)]:
            for form in set(plain(text)) - quiet:
                found = index.found(form)
                assert found is not None, form
                # Beside the crisis lines no other entry is as good a match for a word of danger.
                least = min(weight, 5) if stems(form) in led else weight
                assert not found or found.get(number, 0) >= least, (form, entry.id)
                asked += 1
    assert asked > 1000


def test_words_of_most_entries_tell_nothing_and_are_no_unknown_words(index: Read) -> None:
    for form in ("somewhere", "the", "need"):
        assert form not in index.names("tea")
        found = index.found(form)
        assert found is not None
        assert set(found.values()) <= {1}, "such a word finds at most names that hold it"


def test_what_people_ask_for_is_found_however_common_it_is(index: Read) -> None:
    free = index.found("free") or {}
    assert 2 * len(free) > index.data["count"]


def test_forms_stand_once_each_in_order_and_every_range_is_told(index: Read) -> None:
    shards = [index.words(number) for number in range(len(index.data["shards"]))]
    forms = [form for shard in shards for form in shard["forms"]]
    assert forms == sorted(set(forms))
    assert index.data["shards"] == [shard["forms"][0] for shard in shards]
    assert f"words-{len(shards)}.js" not in index.files
    vocabulary = index.files["vocabulary.js"].decode()
    assert vocabulary.split('"')[3].encode().decode("unicode_escape").split(" ") == forms


def test_posts_name_entries_in_order_with_weights_from_1_to_7(index: Read) -> None:
    total = index.data["count"] + index.data["articles"]
    for number in range(len(index.data["shards"])):
        shard = index.words(number)
        assert set(shard["of"]) == set(range(len(shard["posts"])))
        for posts in shard["posts"]:
            assert all(post > 7 for post in posts[1:]), "an entry stands once in a list"
            found = entries_of(posts)
            assert all(0 <= entry < total for entry in found)
            assert set(found.values()) <= set(range(1, 8))


def test_forms_of_one_stem_find_the_same(index: Read) -> None:
    assert index.found("groups") == index.found("group") != {}
    # A group whose forms stand in several files has its entries in each of them.
    stems = Stems("en")
    everywhere: dict[str, dict[int, int]] = {}
    quiet = quiet_forms(["en"], ["es", "fr", "so"])
    for number in range(len(index.data["shards"])):
        shard = index.words(number)
        for form, group in zip(shard["forms"], shard["of"], strict=True):
            if form not in quiet:
                found = entries_of(shard["posts"][group])
                assert everywhere.setdefault(stems(form), found) == found, form


def test_accents_and_capitals_make_no_difference(tmp_path: Path) -> None:
    index = of('alternate_names: ["CAFÉ Ñandú", "Straße"]', tmp_path)
    for form in ("cafe", "nandu", "strasse"):
        assert index.names(form) == ["Tea"]


def test_other_scripts_are_words_too(tmp_path: Path) -> None:
    index = of('alternate_names: ["Чай", "お茶", "शांति"]', tmp_path)
    for typed in ("ЧАЙ", "お茶", "शांति"):
        assert index.names(plain(typed)[0]) == ["Tea"]


def test_the_more_it_matters_the_higher_it_stands(tmp_path: Path) -> None:
    index = of("keywords: [cake]", tmp_path)
    assert index.names("cake") == ["Cake", "Tea"]
    assert index.names("tea") == ["Tea"]


@pytest.mark.parametrize(
    ("more", "typed"),
    [
        ("goals: rest", "nap"),
        ("schedule: Tuesday 18:30", "tuesday"),
        ("schedule: Tuesday 18:30", "evening"),
        ("online: {platform: Zoom}", "zoom"),
        ("online: {platform: Zoom}", "online"),
        ("cost: free", "free"),
        ("location: {name: The Mill, city: Millbrook, accessibility: hearing_loop}", "mill"),
        ("location: {name: The Mill, city: Millbrook, accessibility: hearing_loop}", "millbrook"),
        ("location: {name: The Mill, city: Millbrook, accessibility: hearing_loop}", "loop"),
        ("languages: [es]", "spanish"),
        ("languages: [es]", "espanol"),
        ("languages: [es]", "grupo"),
        ("languages: [es]\nschedule: Tuesday 18:30", "martes"),
        ("keywords: [depression]", "sad"),
        ("keywords: [hearing voices]", "psychosis"),
        ("summary: For everybody who cannot sleep.", "insomnia"),
        ("keywords: [depression]\nlanguages: [es]", "triste"),
    ],
)
def test_it_is_found_by(more: str, typed: str, tmp_path: Path) -> None:
    text = TEA.replace("    summary: Tea and talk.\n", "") if "summary" in more else TEA
    lines = "".join(f"    {line}\n" for line in more.splitlines())
    assert read(survey(text + lines, tmp_path, language="en-US")).names(typed) == ["Tea"]
    assert "Tea" not in read(survey(TEA, tmp_path)).names(typed), "only by what was added"


@pytest.mark.parametrize(
    ("more", "typed"),
    [
        ("alternate_names: [The Blue House]", "sad"),
        ("keywords: [voices]", "group therapy"),
        ("keywords: [depression]", "triste"),
        ("description: Some come when they feel depressed.", "lonely"),
    ],
)
def test_it_is_not_found_by(more: str, typed: str, tmp_path: Path) -> None:
    assert of(more, tmp_path).names(typed) == []


def test_another_word_for_it_counts_less_than_the_word_itself(tmp_path: Path) -> None:
    index = of("keywords: [depression]", tmp_path)
    assert index.found("depression") == {1: 5}
    assert index.found("sad") == {1: 2}


def test_a_confidential_place_is_found_by_nothing(tmp_path: Path) -> None:
    index = of("location: {name: Heron House, city: Millbrook, confidential: yes}", tmp_path)
    for typed in ("heron", "house", "millbrook"):
        assert index.names(typed) == [], "its name would lead there"
    assert b"eron" not in b"".join(index.files.values())
    assert all(lat is None and lon is None for _, lat, lon in index.data["places"])


def test_ended_listings_are_not_found(tmp_path: Path) -> None:
    index = of("status: ended", tmp_path)
    assert index.data["name"][: index.data["count"]] == ["Cake"]
    assert index.found("tea") is None


def test_pages_that_people_wrote_are_found_by_title_heading_and_text(index: Read) -> None:
    number = index.data["name"].index("Hope", index.data["count"])
    assert (index.found("hope") or {})[number] == 7
    assert (index.found("borrowed") or {})[number] == 3
    assert index.found("marigolds") == {number: 1}
    assert index.data["path"][number] == "learn/hope/"


@pytest.mark.parametrize("typed", ["suicide", "suicidal", "die", "overdose", "emergency"])
def test_help_now_is_the_best_match_for_a_word_of_danger(index: Read, typed: str) -> None:
    number = index.data["name"].index("Help now")
    assert (index.found(typed) or {})[number] == 7
    assert index.data["path"][number] == "help-now/"


def test_a_name_of_quiet_words_alone_is_still_found(tmp_path: Path) -> None:
    index = read(survey(TEA.replace("name: Tea", "name: I am here"), tmp_path))
    assert index.names("here") == ["I am here"]


def test_a_quiet_word_of_another_language_may_say_much_in_ours() -> None:
    assert "son" in quiet_forms(["es"])
    assert "son" not in quiet_forms(["en"], ["es"])
    assert "alguien" in quiet_forms(["en"], ["es"])


@pytest.mark.parametrize("code", ["en", "es"])
def test_rings_hold_words_once_and_are_named_alike_in_each_language(code: str) -> None:
    for name, words in rings(code).items():
        said = [tuple(plain(word)) for word in words]
        assert all(said), name
        assert name in rings("en")
        twice = {word for word in said if said.count(word) > 1}
        # "el" and "él" are one word to the finder; those who read the list of quiet words look for both.
        assert name in (QUIET, DANGER) or not twice, (name, twice)


@pytest.mark.parametrize("code", ["en", "es"])
def test_no_word_of_a_ring_is_quiet(code: str) -> None:
    quiet = quiet_forms([code])
    alone = {(name, *plain(word)) for name, words in rings(code).items() for word in words if len(plain(word)) == 1}
    assert not {(name, word) for name, word in alone if name != QUIET and word in quiet}


@pytest.mark.parametrize("code", ["en", "es"])
def test_words_of_danger_are_single_words(code: str) -> None:
    # Of "self-harm" the first half would bring the crisis lines to everybody who looks for self-help.
    assert all(len(plain(word)) == 1 for word in rings(code)[DANGER])

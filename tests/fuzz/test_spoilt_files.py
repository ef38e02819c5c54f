"""Whatever stands in a file: problems, never a traceback, and never more than 2 seconds or 300 MB.

`make fuzz` reads 100,000 spoilt files; here are a few hundred of them, and the worst that somebody could think of.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import load
from generator.problems import as_text
from tests.fuzz.inputs import TOKENS, spoilt
from tests.hostile.town import every_string, quoted
from tests.town import HEAD, TODAY

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the limits of a process are those of Unix")

IN_ITS_OWN_PROCESS = """
import json, resource, signal, sys
from pathlib import Path
from tests.fuzz.reading import ROOM, _too_long, judged, most_memory
import generator.load
signal.signal(signal.SIGPROF, _too_long)
resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
folder = Path(sys.argv[1])
before = most_memory()
outcome, took = judged((folder / "given.yaml").read_bytes(), folder)
memory = most_memory()
print(json.dumps({"outcome": outcome, "took": took, "memory": memory, "before": before}))
"""


def alone(data: bytes, folder: Path) -> dict[str, Any]:
    """What came of one file in a process of its own."""
    (folder / "given.yaml").write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", IN_ITS_OWN_PROCESS, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_first_of_the_soak_are_read_in_time_and_room() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.reading", "0", "600"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert found["wrong"] == {}
    assert found["memory"] < 300_000_000
    assert sum(found["outcomes"].values()) == 600
    # Some must get through: a reader that refuses everything would pass as well.
    assert found["outcomes"]["directory"] >= 3


def test_an_input_is_the_same_each_time() -> None:
    assert [spoilt(number) for number in range(20)] == [spoilt(number) for number in range(20)]
    assert len({spoilt(number) for number in range(200)}) > 190


def many(text: str, megabytes: float) -> str:
    return text * int(megabytes * 1_000_000 / len(text.encode()))


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
WORST: dict[str, Callable[[], str]] = {
    "aliases that multiply": lambda: BOMB,
    "an alias of itself": lambda: HEAD + "groups: &a [*a]\n",
    "merge keys that multiply": lambda: "a: &a {x: 1}\n" + "".join(f"k{n}: {{<<: *a}}\n" for n in range(20_000)),
    "lists within lists": lambda: HEAD + "groups: " + "[" * 200_000,
    "mappings within mappings": lambda: HEAD + "groups: " + "{a: " * 200_000,
    "lists by hyphens": lambda: HEAD + "groups:\n" + "- " * 200_000,
    "ever deeper lines": lambda: "".join(f"{' ' * n}a:\n" for n in range(2_500)),
    "one text of 19 MB": lambda: f"{HEAD}groups: {many('a', 19)}\n",
    "one quoted text of 19 MB": lambda: f'{HEAD}groups: "{many("a ", 19)}"\n',
    "one text of 19 MB that never ends": lambda: f'{HEAD}groups: "{many("a ", 19)}',
    "one name of 19 MB": lambda: many("a", 19) + ": b\n",
    "19 MB of empty lines": lambda: many("\n", 19),
    "19 MB of notes": lambda: many("# note\n", 19),
    "19 MB of tabs": lambda: many("\t", 19),
    "19 MB of colons": lambda: many(": ", 19),
    "19 MB of quotes": lambda: many('"', 19),
    "19 MB of brackets": lambda: many("[]", 19),
    "19 MB of conflict marks": lambda: many("<<<<<<< a\n=======\n>>>>>>> b\n", 19),
    "19 MB of control characters": lambda: many("\x01", 19),
    "19 MB of short values": lambda: f"{HEAD}groups:\n" + many("  - a\n", 19),
    "19 MB of short fields": lambda: HEAD + "".join(f"k{n}: v\n" for n in range(1_500_000)),
    "19 MB of escapes": lambda: f'{HEAD}groups: "{many(chr(92) + "u0041", 19)}"\n',
    "five megabytes of entries with nothing in them": lambda: f"{HEAD}groups:\n" + many("  - {id: x}\n", 1),
    "a text of hundred thousand accents": lambda: f"{HEAD}groups:\n  - name: {'a' + chr(0x301) * 99_000}\n",
    "a schedule of hundred thousand letters": lambda: f"{HEAD}groups:\n  - schedule: {many('1st and ', 0.09)}\n",
    "a number of hundred thousand digits": lambda: f"{HEAD}groups:\n  - eligibility: {{minimum_age: {'9' * 99_000}}}\n",
    "a phone of hundred thousand digits": lambda: f"{HEAD}groups:\n  - contact: {{phones: {'5' * 99_000}}}\n",
    "an address of hundred thousand letters": lambda: f"{HEAD}groups:\n  - contact: {{email: {'a@' * 49_000}}}\n",
}


@pytest.mark.parametrize("name", WORST)
def test_what_is_made_to_break_a_reader_is_a_problem(name: str, tmp_path: Path) -> None:
    found = alone(WORST[name]().encode(), tmp_path)
    assert found["outcome"] == "problems", found
    assert found["took"] <= 2
    assert found["memory"] <= 300_000_000


def read_here(text: str) -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "resources.yaml"
        file.write_text(text, encoding="utf-8", errors="surrogatepass")
        return [as_text(problem) for problem in load(file, root=Path(name), today=TODAY).problems]


FIELDS = [
    *(
        "id",
        "name",
        "summary",
        "verified",
        "schedule",
        "location",
        "contact",
        "cost",
        "languages",
        "goals",
        "areas",
        "joining",
    ),
    *(
        "eligibility",
        "review_every",
        "online",
        "alert",
        "status",
        "attending",
        "related",
        "worksheets",
        "accepted",
        "led_by",
    ),
]
VALUES = st.one_of(
    st.sampled_from(every_string()).map(quoted),
    st.sampled_from([token for token in TOKENS if "\n" not in token]),
    st.text(st.characters(codec="utf-8")).map(quoted),
    st.integers().map(str),
    st.dates().map(str),
    st.floats().map(str),
)
NESTED = st.recursive(
    VALUES,
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda many: f"[{', '.join(many)}]")
        | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=8,
)


@settings(max_examples=int(os.environ.get("WAYPOST_FUZZ_EXAMPLES", "150")))
@given(
    st.dictionaries(st.sampled_from(FIELDS), NESTED, min_size=1, max_size=8), st.sampled_from(["groups", "services"])
)
def test_any_value_in_any_field_is_a_problem_or_right(fields: dict[str, str], section: str) -> None:
    entry = "".join(f"    {key}: {value}\n" for key, value in fields.items())
    for line in read_here(f"{HEAD}{section}:\n  -\n{entry}"):
        assert line.isprintable()


def test_of_very_many_wrong_entries_a_thousand_problems_are_told() -> None:
    told = read_here(f"{HEAD}groups:\n" + "  - {id: x}\n" * 5_000)
    assert sum(line.endswith("(missing)") for line in told) in {1_000, 1_001}
    assert sum("There are more problems in this file than are shown." in line for line in told) == 1


@pytest.mark.parametrize("text", [text for text in every_string() if text.isprintable()][::7])
def test_no_text_leads_a_name_of_a_file_anywhere(text: str) -> None:
    for line in (f"  - id: {quoted(text)}\n    name: A", f"  - {{id: a, name: A, worksheets: {quoted(text)}}}"):
        for told in read_here(f"{HEAD}groups:\n{line}\n"):
            assert told.isprintable()
    assert read_here(f"{HEAD}include: {quoted(text)}\n"), "no such file is there, and each of these is told"

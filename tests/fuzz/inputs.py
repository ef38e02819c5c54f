"""Spoilt directories without end: real entries put together anew, then changed by bytes, by lines and by values.

Each input is made from its number and the entries that stand in the project now: `spoilt(4711)` shows it again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.hostile.town import every_string, quoted
from tests.town import HEAD

ROOT = Path(__file__).resolve().parents[2]
ENTRY = re.compile(r"^  - (?=id:|name:)", re.MULTILINE)
SECTION = re.compile(r"^([a-z]+):[ ]*(?:#.*)?$", re.MULTILINE)
MOST_BYTES = 60_000

TOKENS = [
    *(
        "&a ",
        "*a",
        "<<: *a",
        "!!python/object:os.system ",
        "!!binary ",
        "? ",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "#",
        "|",
        ">",
    ),
    *(
        "|\n",
        ">-\n",
        "%YAML 1.1\n",
        "---\n",
        "...\n",
        "\t",
        "\r\n",
        "\x00",
        "\x1b",
        "\u2028",
        "\ufeff",
        '"',
        "'",
        "\\",
        "\\x00",
    ),
    *(
        "\xff",
        "0" * 400,
        "9" * 5_000,
        "-" * 300,
        "[" * 200,
        "{a: " * 200,
        "- " * 200,
        "1e999",
        "-0",
        "0x7fffffffffffffff",
        "~",
        "null",
    ),
    *(
        "2026-02-30",
        "9999-12-31",
        "0000-00-00",
        "10000-01-01",
        "2026-11-22 25:61-99:99",
        "every 999999999 weeks on Monday 10:00",
    ),
    *(
        "32nd Tuesday 10:00",
        "Monday 00:00-24:00",
        "Monday 23:59-23:58",
        "1st to 99th of every month 10:00",
        "last last Friday",
    ),
    *(
        "../../etc/passwd",
        "/etc/passwd",
        "include: [../**/*.yaml]\n",
        "include: /dev/zero\n",
        "include: [resources.yaml]\n",
    ),
    *(
        "include_directory: ../x.json\n",
        "con",
        "a" * 70,
        "id: ../../x\n",
        "latitude: 1e308\n",
        "longitude: nan\n",
        "minimum_age: -1\n",
    ),
    *("verified: 9999-12-31\n", "review_every: 999999999 years\n", "time_zone: ../../etc/localtime\n", "country: ZZ\n"),
    *(
        "starts: 0001-01-01\n",
        "ends: 9999-12-31\n",
        "language: x-klingon\n",
        "minutes: 999999999999999999999\n",
        "rows: 99999999999\n",
    ),
]


@cache
def corpus(cases: bool = True) -> dict[str, list[str]]:
    """Every entry of the demonstration, and of the tests' cases, as it is written, by its section."""
    found: dict[str, list[str]] = {}
    more = (ROOT / "tests" / "cases").rglob("*.yaml") if cases else ()
    for path in sorted([ROOT / "resources.yaml", *(ROOT / "listings").rglob("*.yaml"), *more]):
        text = path.read_text(encoding="utf-8", errors="replace")
        marks = [*SECTION.finditer(text)]
        for mark, following in zip(marks, [*marks[1:], None], strict=False):
            body = text[mark.end() : following.start() if following else len(text)]
            pieces = ENTRY.split(body)[1:] or ([body] if body.strip() else [])
            found.setdefault(mark[1], []).extend(pieces)
    return found


STUBS = {
    "goals": "{{id: {id}, name: {id}, summary: To get there.}}",
    "areas": "{{id: {id}, name: {id}}}",
    "audiences": "{{id: {id}, name: {id}}}",
    "organizations": "{{id: {id}, name: {id}}}",
    "locations": "{{id: {id}, name: {id}, address: 1 Mill Street, city: Small Town}}",
}


@cache
def known() -> str:
    """Something under each id that an entry may name, so that many directories are whole before they are spoilt."""
    parts = []
    for section, stub in STUBS.items():
        ids = dict.fromkeys(
            found[1] for entry in corpus()[section] if (found := re.match(r"id: ([a-z0-9-]+)$", entry, re.MULTILINE))
        )
        parts.append(f"{section}:\n" + "".join(f"  - {stub.format(id=id_)}\n" for id_ in ids))
    return "".join(parts)


def put_together(chance: random.Random) -> str:
    """A small directory: a head, and up to three real entries of some sections."""
    parts = [HEAD] if chance.random() < 0.9 else []
    source = corpus()
    sections = sorted(source)
    if chance.random() < 0.5:
        parts = [HEAD, known()]
        source, sections = corpus(cases=False), ["groups", "services"]
    for section in chance.sample(sections, k=chance.randint(1, min(len(sections), 5))):
        entries = source[section]
        if section in {"directory", "crisis"}:
            parts.append(f"{section}:{chance.choice(entries)}\n")
        else:
            chosen = (chance.choice(entries) for _ in range(chance.randint(1, 3)))
            parts.append(f"{section}:\n" + "".join(f"  - {entry.rstrip()}\n" for entry in chosen))
    return "".join(parts)


def by_token(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(TOKENS).encode("utf-8", "surrogatepass") + data[at:]


def by_byte(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + chance.randint(0, 1) :]


def by_cut(data: bytes, chance: random.Random) -> bytes:
    first, last = sorted(chance.randint(0, len(data)) for _ in range(2))
    return data[:first] + data[min(last, first + chance.choice((1, 10, 200, len(data)))) :]


def by_copy(data: bytes, chance: random.Random) -> bytes:
    first, last = sorted(chance.randint(0, len(data)) for _ in range(2))
    piece = data[first : min(last, first + 300)] * chance.choice((1, 1, 2, 40))
    at = chance.randint(0, len(data))
    return data[:at] + piece + data[at:]


def by_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, two = (chance.randrange(len(lines)) for _ in range(2))
    way = chance.randrange(4)
    if way == 0:
        lines[one], lines[two] = lines[two], lines[one]
    elif way == 1:
        del lines[one]
    elif way == 2:
        lines[one] = b" " * chance.randint(0, 20) + lines[one].lstrip()
    else:
        lines.insert(one, lines[two])
    return b"\n".join(lines)


def by_value(data: bytes, chance: random.Random) -> bytes:
    """Another value after a name: a hostile text, a token, or a value that belongs somewhere else."""
    places = [*re.finditer(rb"(?<=: )[^\n]+", data)]
    if not places:
        return data
    place = chance.choice(places)
    way = chance.randrange(3)
    if way == 0:
        value = quoted(chance.choice(every_string())).encode("utf-8", "surrogatepass")
    elif way == 1:
        value = chance.choice(TOKENS).encode("utf-8", "surrogatepass")
    else:
        value = chance.choice(places)[0]
    return data[: place.start()] + value + data[place.end() :]


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    by_token,
    by_byte,
    by_cut,
    by_copy,
    by_line,
    by_value,
    by_value,
)


def spoilt(number: int) -> bytes:
    """The input of this number."""
    chance = random.Random(number)
    data = put_together(chance).encode("utf-8", "surrogatepass")
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8, 30))):
        data = chance.choice(WAYS)(data, chance)[:MOST_BYTES]
    return data

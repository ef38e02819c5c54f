"""The large directories for measuring: valid, fictional, the same each time, and as hard to shrink as English."""

from __future__ import annotations

import gzip
import random
import re
from pathlib import Path

import pytest

from benchmarks.make_directory import TODAY, directory_text, write
from benchmarks.prose import Prose
from generator.load import Loaded, load
from generator.model.choice import Attending
from generator.problems import Level

SIZE = 150


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("county")
    return load(write(SIZE, folder), root=folder, today=TODAY)


def test_a_made_directory_has_nothing_to_mend(loaded: Loaded) -> None:
    assert loaded.directory
    assert [problem for problem in loaded.problems if problem.level is not Level.NOTICE] == []


def test_it_holds_as_many_listings_as_were_asked_for(loaded: Loaded) -> None:
    assert loaded.directory
    assert len(loaded.directory.listings) == SIZE
    assert len(loaded.directory.groups) == SIZE * 3 // 5
    assert len({entry.name for entry in loaded.directory.listings}) == SIZE
    assert len(loaded.directory.areas) == 40
    assert all(area.latitude and area.longitude and area.postal_codes for area in loaded.directory.areas)


def test_about_one_listing_in_ten_is_online_only(loaded: Loaded) -> None:
    assert loaded.directory
    online = [listing for listing in loaded.directory.listings if listing.attending == (Attending.ONLINE,)]
    assert SIZE * 0.04 < len(online) < SIZE * 0.18


def test_nobody_real_can_be_reached_through_it(loaded: Loaded) -> None:
    assert loaded.directory
    assert loaded.directory.about.demo
    text = directory_text(SIZE)
    assert set(re.findall(r"\(\d{3}\) (\d{3}-\d\d)", text)) == {"555-01"}
    assert set(re.findall(r"@([\w.-]+)", text)) == {"example.org"}
    assert set(re.findall(r"https?://[\w-]+\.([\w.]+)", text)) == {"example.org"}


def test_the_same_seed_gives_the_same_text() -> None:
    assert directory_text(40) == directory_text(40)
    assert directory_text(40) != directory_text(40, seed=2)


def test_its_prose_is_as_hard_to_shrink_as_english(request: pytest.FixtureRequest) -> None:
    prose = Prose(random.Random(5))
    made = "\n".join(prose.paragraph(60) for _ in range(400)).encode()
    # The project's own pages are the yardstick: real English of about that length.
    pages = sorted((request.config.rootpath / "content").rglob("*.md"))
    english = "\n".join(Path(page).read_text(encoding="utf-8") for page in pages).encode()[: len(made)]
    assert abs(_left(made) - _left(english)) < 0.06


def _left(text: bytes) -> float:
    return len(gzip.compress(text, 6)) / len(text)

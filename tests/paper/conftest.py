"""What tests of paper share: a press with templates of the tests' own, a specimen, and the demonstration's whole set."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.load import load
from generator.paper import press as press_room
from generator.paper.job import Job
from generator.paper.press import Press, is_there
from generator.paper.works import Printed, Works
from generator.site_files import Site

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = Path(__file__).parent / "templates"
THE_DAY = date(2026, 11, 22)
CODE = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M1 1h8v8h-8z"/></svg>'

SPECIMEN = Job(
    path="worksheets/specimen/specimen-a4.pdf",
    template="specimen.typ",
    words=json.dumps({"title": "A specimen", "body": "One of everything."}),
    title="A specimen",
    language="en",
    fillable=True,
    pictures={"code": CODE},
    author="Small Town",
    subject="What a finished file can hold.",
    of="specimen",
)

needs_engine = pytest.mark.skipif(is_there() is not None, reason="the packages for PDFs are not installed")


@pytest.fixture(autouse=True)
def _engine() -> None:
    if missing := is_there():
        pytest.skip(str(missing))


@pytest.fixture
def own_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """The press reads its templates from the tests' own folder."""
    monkeypatch.setattr(press_room, "TEMPLATES", TEMPLATES)


@pytest.fixture(scope="session")
def make_specimen() -> Callable[..., bytes]:
    """A finished specimen: `make_specimen(fillable=False)`; `words` are put into those that it has."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(press_room, "TEMPLATES", TEMPLATES)
        press = Press()

    def make(words: dict[str, object] | None = None, **changes: object) -> bytes:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(press_room, "TEMPLATES", TEMPLATES)
            filled = json.dumps({**json.loads(SPECIMEN.words), **(words or {})})
            return press.print(replace(SPECIMEN, words=filled, **changes))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def specimen(make_specimen: Callable[..., bytes]) -> bytes:
    return make_specimen()


@pytest.fixture(scope="session")
def demo_site() -> Site:
    """The repository's own directory, with works that keep their PDFs where the site's build does."""
    loaded = load(ROOT / "resources.yaml", root=ROOT, today=lambda _zone: THE_DAY)
    assert loaded.directory
    url = "https://example.org/lantern-bay/"
    return Site(loaded.directory, THE_DAY, url, works=Works(ROOT / ".cache" / "waypost", cores=2))


@pytest.fixture(scope="session")
def demo_set(demo_site: Site) -> Sequence[Printed]:
    """Every PDF of the repository's own site."""
    printed = demo_site.printed()
    said = [line for line in demo_site.told() if not line.startswith("Made")]
    assert not said, said
    return printed

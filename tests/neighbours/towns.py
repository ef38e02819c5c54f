"""Towns for the tests: each typed as a volunteer would, published as its site publishes it, and taken in by another."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent
from typing import Any

from generator.exports.plain_json import PATH, files
from generator.language import Language
from generator.load import Loaded, load
from generator.model.directory import Directory
from generator.neighbours.joined import with_neighbours
from generator.problems import as_text
from generator.views.survey import Survey
from tests.town import TODAY

RIVERTON = """\
directory:
  name: Riverton Directory
  area_served: Riverton
  country: US
  time_zone: America/Chicago
  language: en
  licence: {name: CC BY-SA 4.0, url: "https://creativecommons.org/licenses/by-sa/4.0/"}
crisis:
  preset: US
  lines: [{id: river-line, kind: listening, name: River Line, summary: Somebody listens., phones: (207) 555-0190, checked: 2026-11-01}]
goals:
  - {id: coping, name: Ways to cope, summary: Tools for hard hours.}
  - {id: own-goal, name: Growing things, summary: To grow things.}
areas:
  - {id: old-mill, name: Old Mill}
audiences:
  - {id: bakers, name: Bakers}
organizations:
  - {id: mill, name: The Mill Trust, contact: {email: mill@example.org}}
locations:
  - {id: mill-house, name: Mill House, address: 1 Mill Lane, city: Riverton, latitude: 44.1, longitude: -69.2}
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Talk by the river, with tea.
    goals: [coping, own-goal]
    areas: [old-mill]
    eligibility: {audiences: [bakers]}
    organization: mill
    schedule: Tuesday 18:30-20:00
    location: mill-house
    contact: {name: Rosa, phones: (207) 555-0199}
    related: [refuge]
    worksheets: [values]
    joining: drop_in
    cost: free
    review_every: 5 years
    verified: 2026-11-01
    verified_by: Rosa
services:
  - id: refuge
    name: Safe House
    summary: A safe place to stay.
    location: {confidential: yes}
    contact: {phones: (207) 555-0198}
    schedule: 24 hours
    joining: contact_first
    verified: 2026-11-01
  - id: warm-line
    name: River Warm Line
    summary: Somebody to talk to.
    attending: phone
    contact: {phones: (207) 555-0197}
    schedule: 24 hours
    joining: drop_in
    verified: 2026-11-01
  - id: closed
    name: Long Gone
    summary: It was good.
    status: ended
worksheets:
  - id: values
    name: What matters
    summary: Find what matters.
    purpose: It helps you see what matters.
    author: Riverton
    licence: CC-BY-4.0
    minutes: 10
    sections:
      - title: The week
        blocks: [{type: lines, id: good, prompt: What did me good?, rows: 3}]
"""

HILL = """\
directory: {name: Hill End Help, area_served: Hill End, country: US, time_zone: America/New_York, language: en}
crisis: US
groups:
  - id: tuesday-talkers
    name: Hill Talkers
    summary: Talk on the hill.
    schedule: Monday 10:00-11:00
    location: {name: Hut, address: 3 Hill Road, city: Hill End}
    contact: {phones: (207) 555-0177}
    verified: 2026-11-10
"""

OURS = """\
directory:
  name: Lantern County
  area_served: Lantern County
  country: US
  time_zone: America/New_York
  language: en
  contact: {email: desk@example.org}
  licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
crisis: US
include_directory:
  - file: neighbours/riverton.json
    from: https://riverton.example.org/data/waypost.json
  - {file: neighbours/hill-end.json, name: Hill End}
goals:
  - {id: coping, name: Ways to cope, summary: Tools for hard hours.}
areas:
  - {id: harbor, name: Harbor}
groups:
  - id: tuesday-talkers
    name: Harbor Talkers
    summary: Talk by the sea.
    goals: coping
    areas: harbor
    schedule: Wednesday 18:00-19:00
    location: {name: Pier, address: 1 Pier Road}
    contact: {phones: (207) 555-0111}
    verified: 2026-11-01
services:
  - id: county-line
    name: County Line
    summary: Help for all of the county.
    attending: phone
    contact: {phones: (207) 555-0112}
    schedule: Monday 09:00-17:00
    verified: 2026-11-01
"""


def read(text: str, folder: Path) -> Loaded:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "resources.yaml"
    file.write_text(dedent(text), encoding="utf-8")
    return load(file, root=folder, today=TODAY)


def typed(text: str, folder: Path) -> Directory:
    """The directory of a text without errors."""
    loaded = read(text, folder)
    assert loaded.directory, "\n".join(as_text(problem) for problem in loaded.problems)
    return loaded.directory


def published(directory: Directory, site_url: str = "") -> bytes:
    """The plain JSON that the directory's site publishes."""
    survey = Survey(directory, TODAY, Language.load(directory.about.language))
    return next(file.content for file in files(survey, site_url) if file.path == PATH)


def riverton(folder: Path, **changes: Any) -> bytes:
    """Riverton's file, with these top-level fields in place of its own."""
    data = published(typed(RIVERTON, folder / "riverton"), "https://riverton.example.org/")
    return json.dumps({**json.loads(data), **changes}).encode() if changes else data


def put(folder: Path, name: str, data: bytes) -> None:
    path = folder / "neighbours" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def county(folder: Path, text: str = OURS, **neighbours: bytes) -> Loaded:
    """Our county with Riverton and Hill End; a file given by name (`riverton`, `hill_end`) stands in place of its own."""
    put(folder, "riverton.json", neighbours["riverton"] if "riverton" in neighbours else riverton(folder))
    put(folder, "hill-end.json", neighbours.get("hill_end") or published(typed(HILL, folder / "hill")))
    return with_neighbours(read(text, folder), folder)


def shown(loaded: Loaded) -> Directory:
    assert loaded.directory, "\n".join(as_text(problem) for problem in loaded.problems)
    return loaded.directory


def seen(loaded: Loaded) -> Survey:
    return Survey(shown(loaded), TODAY, Language.load("en"))

"""The first `resources.yaml` of a town: its own head, a crisis line, and two made-up listings to show how they look."""

from __future__ import annotations

from datetime import date

import phonenumbers

from generator.model.crisis import PRESETS
from generator.new_town.town import Town
from generator.source.writer import in_line

HEADING = """\
# yaml-language-server: $schema=docs/resources.schema.json
#
# The directory. One entry begins with "- id:". Indent with spaces. Save, and `waypost check` says in plain words what is
# amiss. "waypost new group" adds a group, "waypost format" lays everything out.
"""

LISTINGS = """\
include:
  - listings/goals.yaml # what matters to people: the ways in
  - listings/worksheets/*.yaml

# TO DO: the parts of your town, as people there call them.
areas:
  - id: center
    name: The center

# TO DO: replace these two. They are made up, to show how a listing looks.
groups:
  - id: example-tea-and-talk
    name: Tea and Talk (example)
    summary: An example. Tea and talk among people who know low days from the inside.
    goals: [community, coping-skills]
    first_visit: Somebody greets you at the door. You may just listen.
    schedule: Tuesday 18:30-20:00
    attending: in_person
    areas: [center]
    location: {name: Town Library (example), address: 1 Example Street, accessibility: [step_free]}
    contact: {role: Host of the group, email: tea@example.org}
    joining: drop_in
    cost: free
    verified: {day}

services:
  - id: example-listening-desk
    name: Listening Desk (example)
    summary: An example. Somebody listens, and helps you find what there is.
    goals: [having-a-say]
    schedule: Monday to Friday 09:00-12:00
    attending: in_person
    areas: [center]
    location: {name: Town Hall (example), address: 2 Example Street, accessibility: [step_free]}
    contact: {role: Front desk, email: desk@example.org}
    joining: contact_first
    cost: free
    verified: {day}
"""


def resources_text(town: Town, today: date) -> str:
    """The file's text; whoever has it can build the site, and `waypost check` says what is still to be done."""
    head = f"""\
directory:
  name: {in_line(town.name)}
  area_served: {in_line(town.area_served)}
  country: {in_line(town.country)}
  time_zone: {in_line(town.time_zone)}
  language: {in_line(town.language)}
  contact:
    role: The directory desk
    email: {in_line(town.email)}
  demo: yes # TO DO: take this line out when your listings are real
"""
    listings = LISTINGS.replace("{day}", today.isoformat())
    return "\n".join([HEADING, head, _crisis(town.country), listings])


def _crisis(country: str) -> str:
    if country in PRESETS:
        return f"# TO DO: open the source of each line on the page Help now, and see that all of it is true today.\ncrisis:\n  preset: {country}\n"
    number = emergency_number(country)
    return f"""\
# TO DO: look up the crisis lines of your country on their own pages, and type them here. This program knows none for it yet.
crisis:
  lines:
    - id: emergency
      name: Emergency services
      kind: emergency
      summary: If a life is in danger, call this number.
      phones: {in_line(number)} # TO DO: from a list of telephone numbers; make sure of it, then change the date
      checked: 2000-01-01
"""


_ASKED_FIRST = ("112", "911", "999", "119")


def emergency_number(country: str) -> str:
    """A number for emergencies that works in a country, by the telephone data that come with `phonenumberslite`.

    >>> emergency_number("DE"), emergency_number("JP"), emergency_number("NO")
    ('112', '119', '112')
    """
    known = [number for number in _ASKED_FIRST if phonenumbers.is_emergency_number(number, country)]
    return known[0] if known else _ASKED_FIRST[0]

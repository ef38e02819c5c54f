"""A group and a service with almost everything that can be typed, for tests of what is told of them."""

from __future__ import annotations

GROUP = """\
organizations:
  - id: house
    name: Harbor House
    peer_run: yes
    contact: {website: "https://house.example.org/", phones: (207) 555-0199}
areas:
  - {id: north, name: North side}
audiences:
  - {id: parents, name: Parents}
goals:
  - {id: coping, name: Ways to cope, summary: Tools for hard hours.}
groups:
  - id: tea
    name: Tea
    alternate_names: The Tea Table
    summary: Tea and talk.
    description: It is warm.
    is_not: It is not therapy.
    keywords: [depression, anxiety]
    goals: coping
    languages: [en, es]
    organization: house
    eligibility: {description: Parents who feel low., audiences: parents, minimum_age: 18}
    schedule: {when: Tuesday 18:30-20:00, cancelled: 2026-12-22}
    location:
      name: Alder Street Library
      address: 12 Alder Street
      address_2: Room 3
      city: Small Town
      state_province: ME
      postal_code: "04999"
      latitude: 44.1
      longitude: -69.2
      accessibility: [step_free, hearing_loop]
    online: {url: "https://meet.example.org/tea", platform: Zoom, how_to_join: Cameras may stay off.}
    contact: {name: Rosa, phones: (207) 555-0142 ext. 4, text: HELLO to (207) 555-0143, email: tea@example.org}
    cost: free
    verified: 2026-11-01
"""

SERVICE = """\
areas:
  - {id: north, name: North side}
services:
  - id: warm-line
    name: Warm Line
    summary: Somebody to talk to.
    areas: north
    schedule: {when: Monday to Friday 09:00-17:00, public_holidays: closed}
    contact:
      phones:
        - (207) 555-0142
        - {number: (207) 555-0143, type: textphone}
        - {number: (207) 555-0144, type: fax}
      text: HOME to 741741
      website: https://warm.example.org/
      form: https://warm.example.org/write
    cost: {kind: sliding_scale, amount: $5 to $40}
    languages: es
    verified: 2026-11-01
"""

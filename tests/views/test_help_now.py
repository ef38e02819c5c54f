"""Help now: who listens when it is no emergency."""

from __future__ import annotations

from pathlib import Path

from generator.views.help_now import somebody_to_talk_to
from tests.town import survey

LINE = """\
services:
  - id: line
    name: Evening Line
    summary: Somebody who listens.
    schedule: every day 17:00-23:00
    attending: phone
    joining: drop_in
    contact: {phones: (207) 555-0101}
    verified: 2026-11-01
"""


def test_a_voice_on_the_phone_that_one_may_just_call_is_named_with_its_hours(tmp_path: Path) -> None:
    (talk,) = somebody_to_talk_to(survey(LINE, tmp_path))
    assert (talk.name, talk.path, talk.call.href) == ("Evening Line", "services/line.md", "tel:+12075550101")
    assert list(talk.hours) == ["Every day, 17:00 to 23:00"]


def test_what_has_a_door_or_asks_for_an_appointment_or_rests_is_not(tmp_path: Path) -> None:
    for old, new in (
        ("attending: phone", "attending: [phone, in_person]"),
        ("joining: drop_in", "joining: sign_up"),
        ("attending: phone", "attending: phone\n    status: paused"),
        ("contact: {phones: (207) 555-0101}", "contact: {email: a@example.org}"),
    ):
        assert somebody_to_talk_to(survey(LINE.replace(old, new), tmp_path)) == [], new

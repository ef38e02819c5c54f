"""Every sort of schedule that a town may have, and what can happen to its dates."""

from __future__ import annotations

from typing import Any

EVERY_SORT: dict[str, tuple[str, dict[str, Any]]] = {
    "weekly": ("Tuesday 18:30-20:00", {}),
    "several days": ("Monday, Wednesday and Friday 12:15-12:45", {"public_holidays": "closed"}),
    "every second week": ("every 2nd week on Thursday 17:30-19:00", {"starts": "2026-09-03"}),
    "1st and 3rd": ("1st and 3rd Tuesday 19:00-20:30", {"cancelled": "2026-12-15"}),
    "2nd and last": ("2nd and last Friday 10:30-12:00", {}),
    "4th and last, which are often one": ("4th and last Friday 10:30-12:00", {"cancelled": "2027-01-22"}),
    "5th": ("5th Monday 10:00-11:00", {}),
    "15th and 30th": ("15th and 30th 17:00-18:00", {}),
    "30th and the last day, which are often one": ("30th and last day of the month 17:00-18:00", {}),
    "every quarter": ("1st Saturday every 3 months 18:00-20:30", {"starts": "2026-09-05"}),
    "a course": ("Thursday 16:30-18:00", {"starts": "2026-09-03", "ends": "2027-05-06"}),
    "a course ahead": ("Thursday 16:30-18:00", {"starts": "2027-02-03", "ends": "2027-05-06"}),
    "breaks": ("Thursday 16:30-18:00", {"breaks": {"first": "2026-12-18", "last": "2027-01-08"}}),
    "moved": ("Wednesday 19:00-21:00", {"moved": [{"date": "2026-12-23", "to": "2026-12-22 18:00-19:00"}]}),
    "moved on its day": ("Wednesday 19:00-21:00", {"moved": [{"date": "2026-12-23", "to": "2026-12-23 10:00"}]}),
    "moved into a chain": (
        "Tuesday 19:00-20:00",
        {"moved": [{"date": "2026-12-08", "to": "2026-12-15"}, {"date": "2026-12-15", "to": "2026-12-16"}]},
    ),
    "moved from its first date": (
        "Tuesday 19:00-20:00",
        {"starts": "2026-12-01", "moved": [{"date": "2026-12-01", "to": "2026-12-02"}]},
    ),
    "moved onto its first date, in a break": (
        "Tuesday 19:00-20:00",
        {
            "starts": "2026-12-01",
            "breaks": {"first": "2026-12-01", "last": "2026-12-01"},
            "moved": [{"date": "2026-12-08", "to": "2026-12-01"}],
        },
    ),
    "moved onto another of its days in a month": (
        "2nd and 4th Monday 10:00-11:00",
        {"public_holidays": "closed", "moved": [{"date": "2026-12-14", "to": "2026-12-28 15:00-16:00"}]},
    ),
    "extra": ("Saturday 10:00-12:00", {"extra": ["2026-12-13 10:00-12:00", "2026-12-17"]}),
    "extra in a break": (
        "Saturday 10:00-12:00",
        {"extra": "2026-12-19", "breaks": {"first": "2026-12-13", "last": "2027-01-04"}},
    ),
    "extra and longer in a break": (
        "Saturday 10:00-12:00",
        {"extra": "2026-12-19 10:00-14:00", "breaks": {"first": "2026-12-13", "last": "2027-01-04"}},
    ),
    "extra on the day it moved away from": (
        "Saturday 10:00-12:00",
        {
            "breaks": {"first": "2026-12-13", "last": "2027-01-04"},
            "moved": [{"date": "2026-12-19", "to": "2026-12-20"}],
            "extra": "2026-12-19",
        },
    ),
    "first date of all in a break": (
        "Saturday 10:00-12:00",
        {"starts": "2026-12-19", "extra": "2026-12-19", "breaks": {"first": "2026-12-13", "last": "2027-01-04"}},
    ),
    "across midnight": ("Friday and Saturday 22:00-02:00", {}),
    "every night": ("every day 19:00-07:00", {}),
    "from the night of the change": ("every day 19:00-07:00", {"starts": "2027-03-13"}),
    "in the hour that is skipped": ("Sunday 02:30-03:30", {}),
    "in the hour that comes twice": ("Sunday 01:30-02:30", {}),
    "24 hours of a day": ("Saturday 24 hours", {}),
    "no end": ("Tuesday 19:00", {}),
    "no times": ("Tuesday", {"cancelled": "2026-12-08", "moved": [{"date": "2026-12-15", "to": "2026-12-16"}]}),
    "single dates": ("2026-12-02, 2026-12-09 and 2027-01-06 18:00-20:00", {"cancelled": "2026-12-09"}),
    "by appointment, and once at a fixed time": ("by appointment", {"extra": "2026-12-09 10:00-11:00"}),
    "another zone": ("Wednesday 17:00-18:00", {"time_zone": "America/Los_Angeles"}),
    "a zone of half hours": ("Sunday 01:00-04:00", {"time_zone": "Australia/Lord_Howe"}),
}

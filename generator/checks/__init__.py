"""The checks, in the order in which the manual explains them; each is a file, and its docstring is its page."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checks import (
    alert_over,
    crisis_help,
    known_reference,
    pause_explained,
    phone_number,
    probable_duplicate,
    reachable,
    review_due,
    schedule_dates,
    unique_id,
    ways_to_attend,
)
from generator.checks.finding import Check

CHECKS: Sequence[Check] = (
    unique_id,
    known_reference,
    crisis_help,
    phone_number,
    reachable,
    ways_to_attend,
    schedule_dates,
    pause_explained,
    alert_over,
    review_due,
    probable_duplicate,
)

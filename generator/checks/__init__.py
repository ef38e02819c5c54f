"""The checks, in the order in which the manual explains them; each is a file, and its docstring is its page."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checks import (
    access_said,
    alert_over,
    blocked_worksheets,
    claims_of_cure,
    crisis_help,
    first_names,
    fits_in_print,
    gentle_wording,
    in_use,
    kept_secret,
    known_reference,
    likely_times,
    pause_explained,
    phone_number,
    place_fits,
    plain_words,
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
    blocked_worksheets,
    plain_words,
    gentle_wording,
    claims_of_cure,
    first_names,
    kept_secret,
    place_fits,
    likely_times,
    access_said,
    fits_in_print,
    in_use,
)

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.problems import Problem

Told = Callable[[str, str], list[Problem]]


@pytest.mark.parametrize(
    ("more", "rules"),
    [
        ("alert: {text: A., until: 2026-11-21}", ["alert-over"]),
        ("alert: {text: A., until: 2026-11-22}", []),
        ("alert: {text: A.}", []),
        ("status: paused", ["pause-explained"]),
        ("status: paused, alert: {text: A.}", []),
        ("status: paused, alert: {text: A., until: 2026-11-22}", []),
        ("status: paused, alert: {text: A., until: 2026-11-21}", ["pause-explained"]),
        ("status: ended", []),
    ],
)
def test_news_that_is_over_and_a_pause_without_any_are_told_once(more: str, rules: list[str], told: Told) -> None:
    typed = f"groups:\n  - {{id: a, name: A, summary: A., {more}}}\n"
    assert [problem.rule for rule in ("alert-over", "pause-explained") for problem in told(rule, typed)] == rules

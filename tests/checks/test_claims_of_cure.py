"""What promises too much, and what does not."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Told


def listing(summary: str) -> str:
    return f"services:\n  - id: calm\n    name: Calm\n    summary: '{summary}'\n    contact: {{phones: 988}}\n"


@pytest.mark.parametrize(
    "summary",
    [
        "Cures depression.",
        "You will be cured.",
        "A guaranteed way out of grief.",
        "Get rid of your anxiety.",
        "100% success with voices.",
        "Never feel anxious again.",
        "It ends your depression in a week.",
    ],
)
def test_a_promise_is_told(told: Told, summary: str) -> None:
    assert len(told("claims-of-cure", listing(summary))) == 1


@pytest.mark.parametrize(
    "summary",
    [
        "It is not a cure.",
        "Nobody here promises to cure anything.",
        "We will not try to fix you.",
        'Flyers may say "cures all"; we do not.',
        "We secure a seat for you, and the curate makes tea.",
        "An accurate list of rooms.",
        "We help to claim the rights that laws guarantee.",
        "A place is guaranteed once you are on the list.",
    ],
)
def test_what_denies_it_quotes_it_or_only_looks_like_it_is_not(told: Told, summary: str) -> None:
    assert told("claims-of-cure", listing(summary)) == []

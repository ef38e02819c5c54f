"""What it costs, in words; a number only where it is certain."""

from __future__ import annotations

import re

from generator.exports.hsds.ids import Ids
from generator.exports.hsds.record import Record
from generator.model.choice import CostKind
from generator.model.terms import Cost
from generator.views import names
from generator.views.survey import Survey

_NUMBER = re.compile(r"\d+(?:\.\d\d)?(?![\d.,]*\d)")


def fees(cost: Cost | None, survey: Survey) -> str | None:
    """The price in one text."""
    if cost is None:
        return None
    return "\n".join(text for text in (survey.language.say(names.COST[cost.kind]), cost.amount, cost.note) if text)


def cost_options(of: str, cost: Cost | None, survey: Survey, ids: Ids) -> list[Record]:
    """The price as data."""
    if cost is None:
        return []
    amount, currency = _amount(cost), survey.directory.about.currency
    fields = {
        "id": ids.of(of, "cost", cost.kind.value),
        "option": cost.kind.value,
        "currency": currency if amount is not None and currency else None,
        "amount": amount if currency else None,
        "amount_description": cost.amount,
    }
    return [Record("cost_option", fields)]


def _amount(cost: Cost) -> int | float | None:
    """The only number in a fixed price.

    >>> _amount(Cost(kind="fixed", amount="$5 a session")), _amount(Cost(kind="fixed", amount="$5 to $40"))
    (5, None)
    """
    if cost.kind is not CostKind.FIXED or not cost.amount:
        return None
    digits = re.findall(r"\d[\d.,]*", cost.amount)
    if len(digits) != 1 or not _NUMBER.fullmatch(digits[0].rstrip(".,")):
        return None
    number = float(digits[0].rstrip(".,"))
    return int(number) if number == int(number) else number

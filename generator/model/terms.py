"""The terms on which one may come: whom it is for and what it costs."""

from __future__ import annotations

from typing import Any, Self

from pydantic import Field, model_validator

from generator.model.base import Refused
from generator.model.choice import CostKind, choose
from generator.model.short_form import ShortForm
from generator.model.text import Id, Several, Summary
from generator.words import say


class Eligibility(ShortForm):
    """Who can come (HSDS `eligibility_description`, `minimum_age`, `maximum_age`)."""

    description: Summary | None = None
    """Who can come, in plain words: Anybody over 18 who feels low."""
    not_for: Summary | None = None
    """Who would be better helped elsewhere, kindly said."""
    audiences: Several[Id] = ()
    """Ids of the audiences it is especially for."""
    minimum_age: int | None = Field(default=None, ge=0, le=120)
    """Youngest age, in years."""
    maximum_age: int | None = Field(default=None, ge=0, le=120)
    """Oldest age, in years."""

    @model_validator(mode="before")
    @classmethod
    def _a_sentence_alone_will_do(cls, typed: Any) -> Any:
        return {"description": typed} if isinstance(typed, str) else typed

    @model_validator(mode="after")
    def _ages_in_order(self) -> Self:
        if self.minimum_age is not None and self.maximum_age is not None and self.minimum_age > self.maximum_age:
            raise Refused(
                "ages",
                say(
                    "The youngest age {low} is above the oldest age {high}.",
                    low=self.minimum_age,
                    high=self.maximum_age,
                ),
                say("Swap the two numbers."),
            )
        return self


class Cost(ShortForm):
    """What it costs (HSDS `cost_option`); `cost: free` alone will do.

    ```yaml
    cost:
      kind: sliding_scale
      amount: $5 to $40
      note: Nobody is turned away for lack of money.
    ```
    """

    kind: CostKind
    """free, donation, sliding_scale, fixed or insurance."""
    amount: Summary | None = None
    """How much, with the currency: $5 a session."""
    note: Summary | None = None
    """Anything else about money."""

    @model_validator(mode="before")
    @classmethod
    def _a_word_alone_will_do(cls, typed: Any) -> Any:
        return {"kind": choose(CostKind, typed)} if isinstance(typed, str) else typed

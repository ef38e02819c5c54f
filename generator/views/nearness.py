"""Which listings are close to an entry: those that share most goals with it, then most areas."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from heapq import nlargest, nsmallest

from generator.model.listing import Listing


class Nearness:
    """Listings by their goals and areas, sorted out once, since every page asks for its neighbors."""

    def __init__(self, listings: Iterable[Listing]) -> None:
        self._listings: dict[str, Listing] = {}
        self._areas: dict[str, frozenset[str]] = {}
        self._of_goal: dict[str, list[str]] = defaultdict(list)
        for listing in listings:
            self._listings[listing.id] = listing
            self._areas[listing.id] = frozenset(listing.areas)
            for goal in frozenset(listing.goals):
                self._of_goal[goal].append(listing.id)

    def nearest(
        self, goals: Iterable[str], areas: Iterable[str], beside: Collection[str], at_most: int
    ) -> list[Listing]:
        """The nearest first, without the ids `beside` which they are to stand; ties go by id.

        Only what shares a goal is near: an area alone says where somebody lives, not what they look for.
        """
        shared = Counter[str]()
        for goal in frozenset(goals):
            shared.update(self._of_goal.get(goal, ()))
        for name in beside:
            shared.pop(name, None)
        # In a large town hundreds share one goal; only those that share enough are worth a closer look.
        enough = min(nlargest(at_most, shared.values()), default=0)
        here = frozenset(areas)
        nearest = nsmallest(
            at_most,
            (name for name, count in shared.items() if count >= enough),
            key=lambda name: (-shared[name], -len(here & self._areas[name]), name),
        )
        return [self._listings[name] for name in nearest]

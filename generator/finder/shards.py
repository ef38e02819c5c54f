"""The words in files of a range each: a visitor loads the one or two in which their words stand.

`words-<i>.js` hands over `["words", i, {forms, of, posts}]`: the forms in order, the number of each form's group within
this file, and the posts of each group (`generator.finder.index.Group`). A group whose forms begin differently stands in
each file that has one of them. `vocabulary.js` hands over `["vocabulary", "all forms, parted by spaces"]`, for the visitor
who mistyped the first letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.finder.index import Group
from generator.finder.script import compact, script

# Letters of a file: after compression about 4 kB, which on a slow line costs little more than the request itself.
ENOUGH = 10_000


@dataclass(slots=True)
class Shard:
    """One file of words."""

    forms: list[str] = field(default_factory=list)
    of: list[int] = field(default_factory=list)
    posts: list[Sequence[int]] = field(default_factory=list)

    def file(self, number: int) -> bytes:
        return script("words", number, {"forms": self.forms, "of": self.of, "posts": self.posts})


def shards(groups: Sequence[Group]) -> list[Shard]:
    """All forms in order, parted into files of about the same length."""
    return list(_shards(groups))


def vocabulary(groups: Sequence[Group]) -> bytes:
    return script("vocabulary", " ".join(sorted(form for group in groups for form in group.forms)))


def _in_order(groups: Sequence[Group]) -> list[tuple[str, int]]:
    return sorted((form, number) for number, group in enumerate(groups) for form in group.forms)


def _shards(groups: Sequence[Group]) -> Iterator[Shard]:
    lengths = [len(compact(group.posts)) for group in groups]
    shard, length, numbers = Shard(), 0, dict[int, int]()
    for form, group in _in_order(groups):
        more = len(compact(form)) + 4 + (0 if group in numbers else lengths[group])
        if shard.forms and length + more > ENOUGH:
            yield shard
            shard, length, numbers = Shard(), 0, {}
            more = len(compact(form)) + 4 + lengths[group]
        if group not in numbers:
            numbers[group] = len(numbers)
            shard.posts.append(groups[group].posts)
        shard.forms.append(form)
        shard.of.append(numbers[group])
        length += more
    if shard.forms:
        yield shard

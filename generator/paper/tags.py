"""The tag tree of a PDF (ISO 32000-1, 14.7): what stands under what, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf

# Of pikepdf's objects only the file itself knows the kind: each may be a dictionary, an array, a number or a name.
Node = Any


class Branch:
    """A tag and what stands under it, read once: asking the file itself again and again takes longer than to set it."""

    __slots__ = ("annotations", "below", "holds_content", "kind", "tag")

    def __init__(self, tag: Node, kind: str) -> None:
        self.tag, self.kind = tag, kind
        self.below: list[Branch] = []
        """The tags directly under it."""
        self.annotations: list[tuple[int, int]] = []
        """The numbers of the links and form fields directly under it."""
        self.holds_content = False
        """Whether anything on the page stands directly under it."""
        for kid in kids(tag):
            if type(kid) is int:
                self.holds_content = True
            elif name := kid.get("/S"):
                self.below.append(Branch(kid, str(name)[1:]))
            elif is_annotation(kid):
                self.annotations.append(kid.Obj.objgen)
            else:
                self.holds_content = True

    def all(self) -> Iterator[Branch]:
        """The tags below it, in reading order."""
        for branch in self.below:
            yield branch
            yield from branch.all()

    def annotations_in_order(self) -> Iterator[tuple[int, int]]:
        """The numbers of all links and form fields below it, in reading order."""
        yield from self.annotations
        for branch in self.all():
            yield from branch.annotations

    @property
    def has_words(self) -> bool:
        """Whether anything is written in it, pictures aside."""
        return self.kind != "Figure" and (self.holds_content or any(branch.has_words for branch in self.below))


def tree(pdf: Pdf) -> Branch:
    """The whole tree, as it is now."""
    return Branch(pdf.Root.StructTreeRoot, "")


def kids(element: Node) -> list[Node]:
    """What stands directly under a tag: further tags, references to annotations, and numbers of marked content."""
    under = element.get("/K")
    if under is None:
        return []
    return list(under) if isinstance(under, Array) else [under]


def is_annotation(kid: Node) -> bool:
    """True for a reference to an annotation, such as a link or a form field."""
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


class Holders:
    """The parent tree: which tag holds the annotation of a number (`StructParent`), and which tags hold what is on a page."""

    def __init__(self, pdf: Pdf) -> None:
        self._places: dict[int, tuple[Node, int]] = {}
        for numbers in _number_lists(pdf):
            read = list(numbers)
            self._places |= {int(read[position]): (numbers, position + 1) for position in range(0, len(read), 2)}

    def __getitem__(self, number: int) -> Node:
        numbers, position = self._places[number]
        return numbers[position]

    def __setitem__(self, number: int, tag: Node) -> None:
        numbers, position = self._places[number]
        numbers[position] = tag


def _number_lists(pdf: Pdf) -> Iterator[Node]:
    waiting: list[Node] = [pdf.Root.StructTreeRoot.ParentTree]
    while waiting:
        leaf = waiting.pop()
        if "/Nums" in leaf:
            yield leaf.Nums
        waiting.extend(leaf.get("/Kids", Array()))


def attributes(element: Node, owner: Object) -> Node | None:
    """The tag's attributes that belong to `owner`, such as `Name.Table`."""
    return next((one for one in _attribute_list(element) if one.get("/O") == owner), None)


def give_attributes(element: Node, owner: Object, **values: Node) -> None:
    """Set attributes that belong to `owner`; others stay."""
    there = attributes(element, owner)
    if there is None:
        element.A = Array([*_attribute_list(element), Dictionary(O=owner, **values)])
        return
    for name, value in values.items():
        there[f"/{name}"] = value


def _attribute_list(element: Node) -> list[Node]:
    there = element.get("/A")
    if there is None:
        return []
    return list(there) if isinstance(there, Array) else [there]

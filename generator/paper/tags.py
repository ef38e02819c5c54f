"""The tag tree of a PDF (ISO 32000-1, 14.7): what stands under what, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf

# Of pikepdf's objects only the file itself knows the kind: each may be a dictionary, an array, a number or a name.
Node = Any


def kids(element: Node) -> list[Node]:
    """What stands directly under a tag: further tags, references to annotations, and numbers of marked content."""
    under = element.get("/K")
    if under is None:
        return []
    return list(under) if isinstance(under, Array) else [under]


def is_tag(kid: Node) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def kind(tag: Node) -> str:
    """What sort of tag it is: `TH`, `Link`."""
    return str(tag.S).removeprefix("/")


def is_annotation(kid: Node) -> bool:
    """True for a reference to an annotation, such as a link or a form field."""
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def tags(element: Node) -> Iterator[Node]:
    """The tags below an element, or below the root of the tree, in reading order."""
    for kid in kids(element):
        if is_tag(kid):
            yield kid
            yield from tags(kid)


def holders(pdf: Pdf) -> Iterator[tuple[int, Node]]:
    """The number of each annotation or page in the parent tree (`StructParent`), and the tag or tags that hold it."""
    for numbers in _number_lists(pdf):
        for position in range(0, len(numbers), 2):
            yield int(numbers[position]), numbers[position + 1]


def give_holder(pdf: Pdf, number: int, tag: Node) -> None:
    """From now on the annotation of this number stands in `tag`."""
    for numbers in _number_lists(pdf):
        for position in range(0, len(numbers), 2):
            if int(numbers[position]) == number:
                numbers[position + 1] = tag


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

"""A tagged PDF as the check sees it: its tags in reading order, with what stands under each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

# ISO 32000-1, 14.8.4: the standard structure types; all others need a place in the role map.
STANDARD = frozenset(
    re.findall(
        r"\w+",
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
        "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu "
        "WT WP Figure Formula Form",
    )
)


@dataclass
class Tag:
    """A structure element as it was found."""

    element: Any
    kind: str
    """Its standard type, after the role map."""
    named: str
    parent: Any
    kids: list[Tag] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)
    contents: int = 0
    """How many pieces of marked content stand directly under it."""

    def all(self) -> Iterator[Tag]:
        yield self
        for kid in self.kids:
            yield from kid.all()


class Seen:
    """A PDF with its tags read once."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf, self.root = pdf, pdf.Root
        self.content_of: dict[tuple[int, int], Counter[int]] = {}
        """How often each piece of marked content is in the tree, by page."""
        self.tags: list[Tag] = []
        if "/StructTreeRoot" in self.root:
            tree = self.root.StructTreeRoot
            self.roles = {str(k)[1:]: str(v)[1:] for k, v in dict(tree.get("/RoleMap", Dictionary())).items()}
            self.tags = [tag for kid in listed(tree.get("/K")) for tag in self._read(kid, tree, None).all()]

    def _read(self, element: Any, parent: Any, page: Any) -> Tag:
        named = str(element.S)[1:]
        tag = Tag(element, self.roles.get(named, named), named, parent)
        page = element.get("/Pg", page)
        for kid in listed(element.get("/K")):
            if isinstance(kid, Dictionary) and "/S" in kid:
                tag.kids.append(self._read(kid, element, page))
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
                tag.annotations.append(kid.Obj)
            else:
                where = kid.get("/Pg", page) if isinstance(kid, Dictionary) else page
                number = int(kid.MCID if isinstance(kid, Dictionary) else kid)
                self.content_of.setdefault(where.objgen, Counter())[number] += 1
                tag.contents += 1
        return tag

    @cached_property
    def annotations(self) -> list[Any]:
        return [annotation for page in self.pdf.pages for annotation in page.get("/Annots", Array())]

    @cached_property
    def widgets(self) -> list[Any]:
        return [annotation for annotation in self.annotations if annotation.Subtype == Name.Widget]

    @cached_property
    def home(self) -> dict[tuple[int, int], list[Tag]]:
        """The tags that hold each annotation."""
        found: dict[tuple[int, int], list[Tag]] = {}
        for tag in self.tags:
            for annotation in tag.annotations:
                found.setdefault(annotation.objgen, []).append(tag)
        return found

    @cached_property
    def holders(self) -> dict[int, Any]:
        """What the parent tree says, by number."""
        found: dict[int, Any] = {}

        def read(leaf: Any) -> None:
            numbers = listed(leaf.get("/Nums"))
            found.update((int(number), held) for number, held in zip(numbers[::2], numbers[1::2], strict=True))
            for kid in listed(leaf.get("/Kids")):
                read(kid)

        read(self.root.StructTreeRoot.get("/ParentTree", Dictionary()))
        return found

    @cached_property
    def fonts(self) -> list[Any]:
        form = self.root.get("/AcroForm", Dictionary()).get("/DR", Dictionary())
        sources = [*(page.get("/Resources", Dictionary()) for page in self.pdf.pages), form]
        fonts = {font.objgen: font for source in sources for font in dict(source.get("/Font", Dictionary())).values()}
        return list(fonts.values())


def listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


def attribute(tag: Tag, name: str) -> Any:
    return next(
        (one[name] for one in listed(tag.element.get("/A")) if one.get("/O") == Name.Table and name in one), None
    )


def listed_ids(leaf: Any) -> Iterator[bytes]:
    yield from map(bytes, listed(leaf.get("/Names"))[::2])
    for kid in listed(leaf.get("/Kids")):
        yield from listed_ids(kid)

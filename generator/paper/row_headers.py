"""Names that a table's rows and a picture's link need when they are heard.

Typst tags the head of a table but not the first cell of its rows, and says nothing for a link that holds only a picture.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Pdf, String

from generator.paper.tags import Branch, Node, attributes, give_attributes


def name_rows_and_pictures(pdf: Pdf, root: Branch) -> None:
    """The first written cell of each body row heads its row; a link round a picture says what the picture says."""
    heads = 0
    for branch in root.all():
        if branch.kind == "Link":
            _name_link(branch)
        elif branch.kind == "TBody":
            for head, others in _rows(branch):
                heads += 1
                _set_head(head, others, String(f"row-{heads:05d}"))
    if heads:
        _list_ids(pdf, root)


def _name_link(link: Branch) -> None:
    if not link.has_words and "/Alt" not in link.tag:
        named = next((branch.tag for branch in link.all() if "/Alt" in branch.tag), None)
        if named is not None:
            link.tag.Alt = named.Alt


def _rows(body: Branch) -> Iterator[tuple[Branch, list[Branch]]]:
    """The first cell of each row of a table's body that can head it, and the cells that it heads."""
    rows = [row.below for row in body.below if row.kind == "TR"]
    position = 0
    while position < len(rows):
        cells = rows[position]
        # A first cell that reaches down heads the rows beside it; their own first cells are not in the first column.
        reach = int((attributes(cells[0].tag, Name.Table) or {}).get("/RowSpan", 1)) if cells else 1
        beside = [cell for row in rows[position + 1 : position + reach] for cell in row]
        if len(cells) > 1 and cells[0].kind == "TD" and cells[0].has_words and not _has_control(cells[0]):
            yield cells[0], [*cells[1:], *beside]
        position += reach


def _set_head(head: Branch, others: list[Branch], name: String) -> None:
    head.kind, head.tag.S, head.tag.ID = "TH", Name.TH, name
    give_attributes(head.tag, Name.Table, Scope=Name.Row)
    for cell in others:
        known = (attributes(cell.tag, Name.Table) or {}).get("/Headers", Array())
        give_attributes(cell.tag, Name.Table, Headers=Array([*known, name]))


def _has_control(branch: Branch) -> bool:
    return any(below.kind in ("Form", "Link") for below in branch.all())


def _list_ids(pdf: Pdf, root: Branch) -> None:
    """Every id in one sorted list, where a reader looks up what `Headers` names."""
    heads: list[Node] = [branch.tag for branch in root.all() if branch.kind == "TH"]
    named = sorted(((bytes(tag.ID), tag) for tag in heads if "/ID" in tag), key=lambda pair: pair[0])
    names = Array([part for name, tag in named for part in (String(name.decode("latin-1")), tag)])
    limits = Array([names[0], names[len(names) - 2]])
    # A name tree's root has no limits of its own (ISO 32000-1, 7.9.6), so the list is its one kid.
    leaf = pdf.make_indirect(Dictionary(Limits=limits, Names=names))
    pdf.Root.StructTreeRoot.IDTree = pdf.make_indirect(Dictionary(Kids=Array([leaf])))

"""Blanks become form fields (AcroForm), without breaking the tags.

In a fillable sheet the template puts a link round each blank. Typst then writes an annotation with the right rectangle,
at the right place in the reading order, inside the right table cell. Here each of these becomes a field, and its tag
`Link` becomes `Form`: nothing has to be found or matched. No field has any script.
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf, String

from generator.paper.appearances import Appearances, Mark
from generator.paper.field_link import FieldLink
from generator.paper.form_font import FONT_NAME, form_font
from generator.paper.job import Job
from generator.paper.tags import Holders, Node, is_annotation, kids

MULTILINE = 1 << 12
RADIO = 1 << 15
PRINTED = 1 << 2
OF_A_LINK = ("/A", "/Border", "/QuadPoints", "/Contents", "/H")
MARKS = {"check": Mark.TICK, "radio": Mark.DOT, "ring": Mark.RING}


def make_fields(pdf: Pdf, job: Job) -> None:
    """Turn every link that names a blank into a form field of that name."""
    form = _Form(pdf, job)
    holders = Holders(pdf)
    for page in pdf.pages:
        for annotation in page.get("/Annots", Array()):
            link = FieldLink.read(str(annotation.get("/A", Dictionary()).get("/URI", "")))
            if link:
                form.add(annotation, link)
                _tag_as_form(pdf, holders, int(annotation.StructParent))
    form.close()


class _Form:
    """The form of one PDF while its fields are made."""

    def __init__(self, pdf: Pdf, job: Job) -> None:
        self.pdf, self.size = pdf, job.typed_size
        self.looks = Appearances(pdf)
        self.fields: dict[str, Node] = {}

    def add(self, widget: Node, link: FieldLink) -> None:
        left, bottom, right, top = (float(edge) for edge in widget.Rect)
        width, height = right - left, top - bottom
        for key in OF_A_LINK:
            if key in widget:
                del widget[key]
        widget.Subtype, widget.F, widget.TU = Name.Widget, PRINTED, String(link.label)
        if link.kind in ("text", "area"):
            widget.FT, widget.Ff = Name.Tx, MULTILINE if link.kind == "area" else 0
            widget.DA = self._typed(min(self.size, height * 0.7))
            widget.AP = self.looks.of_text(width, height)
        else:
            state = _state(link.value) if link.is_choice else "Yes"
            widget.AP = self.looks.of_choice(width, height, MARKS[link.kind], state)
            widget.AS = Name.Off
        if link.is_choice:
            group = self._group(link)
            widget.Parent = group
            group.Kids.append(widget)
            return
        if link.kind == "check":
            widget.FT, widget.V = Name.Btn, Name.Off
        self._enter(link.name, widget)

    def _group(self, link: FieldLink) -> Node:
        """The field that the answers to one question share."""
        if link.name not in self.fields:
            group = Dictionary(FT=Name.Btn, Ff=RADIO, V=Name.Off, Kids=Array(), TU=String(link.group or link.label))
            self._enter(link.name, self.pdf.make_indirect(group))
        return self.fields[link.name]

    def _enter(self, name: str, field: Node) -> None:
        if name in self.fields:
            raise ValueError(f"two blanks are named {name!r}")
        field.T = String(name)
        self.fields[name] = field

    def _typed(self, size: float) -> String:
        return String(f"/{FONT_NAME} {size:g} Tf 0.1 g")

    def close(self) -> None:
        if not self.fields:
            return
        font = form_font(self.pdf, str(self.pdf.Root.get("/Lang", "")))
        self.pdf.Root.AcroForm = self.pdf.make_indirect(
            Dictionary(
                Fields=Array(list(self.fields.values())),
                DR=Dictionary(Font=Dictionary({f"/{FONT_NAME}": font})),
                DA=self._typed(self.size),
            )
        )


def _state(value: str) -> str:
    """The name of a choice's state; `Off` is the one name that is taken (ISO 32000-1, 12.7.4.2.3)."""
    return value if value != "Off" else "Off-"


def _tag_as_form(pdf: Pdf, holders: Holders, number: int) -> None:
    """A `Form` tag may hold its field and nothing else (ISO 32000-1, table 340): words beside it stay outside."""
    holder = holders[number]
    under = kids(holder)
    if len(under) == 1:
        holder.S = Name.Form
        return
    tag = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=holder))
    tag.K = Array([kid for kid in under if is_annotation(kid)])
    holder.S = Name.Span
    holder.K = Array([*(kid for kid in under if not is_annotation(kid)), tag])
    holders[number] = tag

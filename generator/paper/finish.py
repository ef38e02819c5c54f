"""What Typst's PDF still lacks: form fields, names of rows, the order of annotations, metadata, and small size."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Name, Pdf

from generator.language import Language
from generator.paper.about import tell_about
from generator.paper.fields import make_fields
from generator.paper.fold import folded
from generator.paper.job import Job
from generator.paper.row_headers import name_rows_and_pictures
from generator.paper.tags import Branch, tree
from generator.paper.tight import tighten


def finished(raw: bytes, job: Job) -> bytes:
    """The PDF with its fields, names and metadata in place, packed; the same bytes each time."""
    with pikepdf.open(BytesIO(raw)) as pdf:
        if job.fillable:
            make_fields(pdf, job)
        root = tree(pdf)
        name_rows_and_pictures(pdf, root)
        _put_annotations_in_order(pdf, root)
        tell_about(pdf, job)
        tighten(pdf)
        packed = BytesIO()
        # What the compiler packed well, such as its fonts, is left as it is.
        pdf.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    made = packed.getvalue()
    return folded(made, from_right=Language.load(job.language).is_right_to_left) if job.fold else made


def _put_annotations_in_order(pdf: Pdf, root: Branch) -> None:
    """Annotations in reading order, also where a page is written from right to left; the Tab key follows the tags."""
    order = {number: place for place, number in reversed(list(enumerate(root.annotations_in_order())))}
    for page in pdf.pages:
        if "/Annots" in page:
            page.Annots = Array(sorted(page.Annots, key=lambda annotation: order[annotation.objgen]))
            page.Tabs = Name.S

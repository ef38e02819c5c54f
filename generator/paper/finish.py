"""What Typst's PDF still lacks: form fields, names of rows, the order of annotations, metadata, and small size."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Name, Pdf

from generator.language import Language
from generator.paper.fields import make_fields
from generator.paper.fold import folded
from generator.paper.job import Job
from generator.paper.row_headers import name_rows_and_pictures
from generator.paper.tags import is_annotation, kids, tags
from generator.paper.tight import tighten

# With these the file would tell when and by which release of the compiler it was made, and differ for no reason.
OF_THE_MOMENT = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:CreatorTool", "xmpMM:InstanceID", "xmpMM:DocumentID")


def finished(raw: bytes, job: Job) -> bytes:
    """The PDF with its fields, names and metadata in place, packed; the same bytes each time."""
    with pikepdf.open(BytesIO(raw)) as pdf:
        if job.fillable:
            make_fields(pdf, job)
        name_rows_and_pictures(pdf)
        _put_annotations_in_order(pdf)
        _tell_about(pdf, job)
        tighten(pdf)
        packed = BytesIO()
        pdf.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=True,
            deterministic_id=True,
        )
    made = packed.getvalue()
    return folded(made, from_right=Language.load(job.language).is_right_to_left) if job.fold else made


def _put_annotations_in_order(pdf: Pdf) -> None:
    """Annotations in reading order, also where a page is written from right to left; the Tab key follows the tags."""
    order: dict[tuple[int, int], int] = {}
    for tag in tags(pdf.Root.StructTreeRoot):
        for kid in kids(tag):
            if is_annotation(kid):
                order.setdefault(kid.Obj.objgen, len(order))
    for page in pdf.pages:
        if "/Annots" in page:
            page.Annots = Array(sorted(page.Annots, key=lambda annotation: order[annotation.objgen]))
            page.Tabs = Name.S


def _tell_about(pdf: Pdf, job: Job) -> None:
    """Title, author and subject, for viewers and catalogues; a date only where the sheet tells of a day."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
        for key in OF_THE_MOMENT:
            if key in about and not (job.day and key.endswith("Date")):
                del about[key]
        about["dc:title"] = job.title
        if job.author:
            about["dc:creator"] = [job.author]
        if job.subject:
            about["dc:description"] = job.subject
        about["pdf:Producer"] = "Waypost"
    dates = {key: pdf.docinfo[key] for key in ("/CreationDate", "/ModDate") if job.day and key in pdf.docinfo}
    told = {"/Title": job.title, "/Author": job.author, "/Subject": job.subject, "/Producer": "Waypost"}
    del pdf.docinfo
    for key, value in {**{name: text for name, text in told.items() if text}, **dates}.items():
        pdf.docinfo[key] = value

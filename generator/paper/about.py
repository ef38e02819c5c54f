"""What a PDF says of itself, for viewers and catalogues: title, author, subject, language, and that it was built to PDF/UA-1."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from xml.sax.saxutils import escape

from pikepdf import Name, Pdf

from generator.paper.job import Job

PRODUCER = "Waypost"

# What XML cannot hold at all (XML 1.0, 2.2).
_NO_LETTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

# The standard of such packets (XMP, ISO 16684-1) asks for these marks at both ends, the first with a byte order mark in it.
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{facts}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def tell_about(pdf: Pdf, job: Job) -> None:
    """Say what it is, in both places where a PDF can; a date only where the sheet tells of a day."""
    told = pdf.make_stream(packet(job, str(pdf.Root.get("/Lang", job.language))))
    told.Type, told.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = told
    dates = {key: pdf.docinfo[key] for key in ("/CreationDate", "/ModDate") if job.day and key in pdf.docinfo}
    facts = {"/Title": job.title, "/Author": job.author, "/Subject": job.subject, "/Producer": PRODUCER}
    del pdf.docinfo
    for key, value in {**{name: text for name, text in facts.items() if text}, **dates}.items():
        pdf.docinfo[key] = value


def packet(job: Job, language: str) -> bytes:
    """The facts as XML.

    >>> b"<dc:title><rdf:Alt><rdf:li xml:lang=\\"x-default\\">Tea &amp; talk</rdf:li>" in packet(
    ...     Job("x.pdf", "sheet.typ", "{}", "Tea & talk", "en"), "en")
    True
    """
    facts = ["<pdfuaid:part>1</pdfuaid:part>", "<dc:format>application/pdf</dc:format>"]
    facts += [_listed("title", "Alt", job.title), _listed("language", "Bag", language)]
    if job.author:
        facts.append(_listed("creator", "Seq", job.author))
    if job.subject:
        facts.append(_listed("description", "Alt", job.subject))
    facts.append(f"<pdf:Producer>{PRODUCER}</pdf:Producer>")
    if job.day:
        moment = datetime.combine(job.day, time(), UTC).isoformat()
        facts += [f"<xmp:{name}>{moment}</xmp:{name}>" for name in ("CreateDate", "ModifyDate")]
    return PACKET.format(facts="\n".join(facts)).encode()


def _listed(name: str, group: str, text: str) -> str:
    words = escape(_NO_LETTER.sub("", text))
    spoken = ' xml:lang="x-default"' if group == "Alt" else ""
    return f"<dc:{name}><rdf:{group}><rdf:li{spoken}>{words}</rdf:li></rdf:{group}></dc:{name}>"

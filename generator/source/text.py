"""Bytes of a file to text, with what no text of a directory may hold: tabs, control characters, leftovers of git.

What is refused here is replaced by a space, so that reading goes on and tells further problems of the same file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from generator.problems import Level, Place, Problem
from generator.source import limits
from generator.source.line_table import LineTable
from generator.source.quoting import shown
from generator.words import Words, say

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that a volunteer cannot see and that no page should carry; tab and line feed are not among them."""

_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_PLAIN_BYTES = bytes(byte for byte in range(256) if byte in b"\t\n\r" or (byte >= 0x20 and byte != 0x7F))
_FORBIDDEN_BYTES = re.compile(rb"\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\xef\xbb\xbf|\xef\xbf[\xbe\xbf]")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \n]|\Z)", re.MULTILINE)
_BEFORE_DIRECTIVE = re.compile(r"(?:[ ]*(?:#[^\n]*)?\n)*")


@dataclass(slots=True)
class FileText:
    """The text of one file, made fit for reading, and the problems met on the way.

    From `spoilt_from` on (a line, from 1) the text cannot be expected to make sense: what stands there was told already.
    """

    file: str
    text: str = ""
    problems: list[Problem] = field(default_factory=list)
    readable: bool = True
    spoilt_from: int | None = None
    _table: LineTable | None = None

    def place(self, at: int) -> Place:
        """Line and column of a character of the text."""
        if self._table is None:
            self._table = LineTable()
            self._table.add(self.file, self.text)
        return self._table.place(at)

    def refuse(self, place: Place, rule: str, message: Words, hint: Words) -> bool:
        """Take in a problem; says whether there is room for more."""
        self.problems.append(Problem(place, Level.ERROR, rule, message, hint))
        return len(self.problems) < limits.MOST_PROBLEMS

    def refuse_all(self, place: Place, rule: str, message: Words, hint: Words) -> FileText:
        """Take in a problem that keeps the file from being read at all."""
        self.refuse(place, rule, message, hint)
        self.readable = False
        return self


def decoded(file: str, data: bytes) -> FileText:
    """UTF-8 bytes as text with plain line feeds. A byte order mark and Windows line ends are accepted."""
    found = FileText(file)
    data = data.removeprefix(_UTF8_BOM)
    head = data[:1_000]
    if data.startswith(_UTF16_BOMS) or head.count(0) * 4 > len(head):
        return found.refuse_all(
            Place(file),
            "not-utf-8",
            say("This file is saved as UTF-16, which some editors call Unicode."),
            say("Open it in your editor and save it again with the encoding UTF-8."),
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(found, data, error)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") >= limits.MOST_LINES:
        return found.refuse_all(
            Place(file),
            "too-large",
            say("This file has more than {most} lines.", most=limits.MOST_LINES),
            say("Split it into several files and name them under include."),
        )
    found.text = text
    if data.translate(None, _PLAIN_BYTES) or (not text.isascii() and _FORBIDDEN_BYTES.search(data)):
        _refuse_control_characters(found)
    if "\t" in text:
        _refuse_tabs(found)
    if "<<<<<<<" in text or "=======" in text or ">>>>>>>" in text:
        _refuse_conflicts(found)
    if "%" in text:
        _refuse_directives(found)
    return found


def _not_utf8(found: FileText, data: bytes, error: UnicodeDecodeError) -> FileText:
    before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    place = Place(found.file, before.count(b"\n") + 1, len(before[line_start:].decode("utf-8")) + 1)
    byte = data[error.start]
    message = say("This file is not UTF-8 text: the byte {byte} does not belong here.", byte=f"0x{byte:02X}")
    letter = bytes([byte]).decode("cp1252", "replace")
    if letter.isprintable() and letter != "\N{REPLACEMENT CHARACTER}":
        hint = say(
            "It looks like Windows-1252 (also called ANSI), where this byte is {letter}. "
            "Open the file in your editor and save it again with the encoding UTF-8.",
            letter=letter,
        )
    else:
        hint = say("Open the file in your editor and save it again as text with the encoding UTF-8.")
    return found.refuse_all(place, "not-utf-8", message, hint)


def _refuse_control_characters(found: FileText) -> None:
    for match in FORBIDDEN.finditer(found.text):
        message = say("There is an invisible character here, {code}.", code=f"U+{ord(match[0]):04X}")
        hint = say("Delete it, and type the words around it again if it comes back.")
        place = found.place(match.start())
        if not found.text[match.start() - place.column + 1 : match.start()].strip(" "):
            _spoil(found, place)
        if not found.refuse(place, "control-character", message, hint):
            break
    found.text = FORBIDDEN.sub(" ", found.text)


def _refuse_tabs(found: FileText) -> None:
    """Tabs are refused everywhere but in lines that are notes: where they are harmless depends on who reads the file.

    With a space for each, a file that is indented by nothing but tabs can still be read on.
    """
    text = found.text
    pieces: list[str] = []
    done = 0
    at = text.find("\t")
    while at >= 0:
        line_start = text.rfind("\n", 0, at) + 1
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        before = text[line_start:at]
        if not before.lstrip(" ").startswith("#"):
            place = found.place(at)
            if not before.strip(" "):
                hint = say("Delete it and type spaces instead, two for each step to the right.")
                _spoil(found, place)
            else:
                hint = say("Delete it and type a space instead.")
            pieces += [text[done:at], text[at:line_end].replace("\t", " ")]
            done = line_end
            if not found.refuse(place, "tab", say("There is a tab here, made by the Tab key."), hint):
                text = text.replace("\t", " ")
        at = text.find("\t", line_end)
    found.text = "".join([*pieces, text[done:]])


def _refuse_conflicts(found: FileText) -> None:
    """One problem for each place where two people's versions stand one after the other."""
    marks = [(match.start(), match[0]) for match in _CONFLICT.finditer(found.text)]
    ends = [at for at, mark in marks if mark.startswith(">")]
    told_until = -1
    for at, mark in marks:
        if at <= told_until:
            continue
        place = found.place(at)
        nearest = bisect_left(ends, at)
        if mark.startswith("<") and nearest < len(ends):
            told_until = ends[nearest]
            message = say(
                "Two people changed the same lines, and git left both versions here, down to line {last}.",
                last=found.place(told_until).line,
            )
            hint = say(
                "Keep the lines that are right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
            )
        else:
            message = say("git left the mark {mark} here when two people's changes met.", mark=mark)
            hint = say("Delete this line, and see that the lines around it are right.")
        _spoil(found, place)
        if not found.refuse(place, "merge-conflict", message, hint):
            break


def _refuse_directives(found: FileText) -> None:
    """Lines like `%YAML 1.2` at the top. They are made notes, so that the parser does not meet them."""
    text = found.text
    pieces: list[str] = []
    done = at = 0
    while True:
        match = _BEFORE_DIRECTIVE.match(text, at)
        at = match.end() if match else at
        if text[at : at + 1] != "%":
            break
        pieces += [text[done:at], "#"]
        done = at + 1
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        message = say("The line '{seen}' begins with a percent sign.", seen=shown(text[at:line_end].rstrip()))
        hint = say("Delete this line; the file needs no such instruction.")
        if not found.refuse(found.place(at), "directive", message, hint):
            break
        at = line_end
    found.text = "".join([*pieces, text[done:]])


def _spoil(found: FileText, place: Place) -> None:
    found.spoilt_from = place.line if found.spoilt_from is None else min(place.line, found.spoilt_from)

"""Text from a web form or a database, made plain: markup, invisible characters, first sentences.

>>> without_markup("<p>Tea &amp; talk</p><p>Bring <b>cake</b></p>")
'Tea & talk\\n\\nBring cake'
>>> first_sentences("Tea and talk. Bring cake. " + "And more. " * 40, 30)
'Tea and talk. Bring cake.'
"""

from __future__ import annotations

import html
import re
import unicodedata

# Tags that only lay out a text. Whatever else stands between < and > is left as the text that was typed.
_LINE_BREAKS = re.compile(r"<br\b[^<>]{0,500}>", re.IGNORECASE)
_LIST_ITEMS = re.compile(r"<li\b[^<>]{0,500}>", re.IGNORECASE)
_BLOCKS = re.compile(
    r"</?(?:p|div|ul|ol|h[1-6]|table|thead|tbody|tr|blockquote|section|article|hr|dl|dt|dd)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"</?(?:b|i|u|em|strong|small|span|font|sup|sub|td|th|center|abbr|cite|mark)\b[^<>]{0,500}>|</(?:li|a)\s*>",
    re.IGNORECASE,
)
_LINK = re.compile(r"<a\b[^<>]{0,300}?\bhref[ ]?=[ ]?[\"']?([^\"'<>\s]{0,2000})[^<>]{0,300}>([^<]*)</a>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)

_STEERING = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_BULLET = re.compile(r"^[ ]*[•·▪●◦*–-][ ]+(?=\S)", re.MULTILINE)

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W_a-z])")
_NO_END = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|St|Dr|Mr|Mrs|Ms|No|Inc|Jr|Sr|vs|Ave|Blvd|Rd|Mt|Ft|approx|etc|e\.g|i\.e|a\.m|p\.m|[A-Z](?:\.[A-Z])+)$"
)
WIDTH = 100
"""Characters of a line of prose in a file."""


def without_markup(text: str) -> str:
    """Layout tags and character entities as plain paragraphs; what is no known tag stays as it was typed."""
    if "<" in text:
        text = _LINK.sub(_named_link, text)
        text = _LINE_BREAKS.sub("\n", text)
        text = _LIST_ITEMS.sub("\n- ", text)
        text = _BLOCKS.sub("\n\n", text)
        text = _INLINE.sub("", text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _named_link(found: re.Match[str]) -> str:
    address, name = found[1], found[2].strip()
    if not address or address.removeprefix("mailto:") == name:
        return name
    return f"{name} ({address})" if name else address


def without_invisible(text: str) -> str:
    """The text without control characters and marks that steer what people see; line breaks stay.

    >>> without_invisible("Tea\\u200b and\\x07 talk")
    'Tea and talk'
    """
    if text.isprintable():
        return text
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\t", " ")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n\n")
    )
    text = _STEERING.sub("", text)
    if text.replace("\n", " ").isprintable():
        return text
    return "".join(
        letter for letter in text if letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cs", "Cn", "Co"}
    )


def paragraphs(text: str) -> str:
    """Paragraphs with one empty line between them, each on one line; bullets of any kind as `- `.

    >>> paragraphs("Bring:\\n\\n • tea\\n • cake\\n\\n\\n  And\\n  time.")
    'Bring:\\n\\n- tea\\n- cake\\n\\nAnd time.'
    """
    text = _BULLET.sub("- ", text)
    blocks = [block.strip() for block in re.split(r"\n[ \t\xa0]*\n", text)]
    return "\n\n".join(_block(block) for block in blocks if block)


def _block(block: str) -> str:
    if not re.search(r"^- ", block, re.MULTILINE):
        return " ".join(block.split())
    lines: list[str] = []
    for line in block.splitlines():
        words = " ".join(line.split())
        if words:
            lines.append(words)
    return "\n".join(lines)


def wrapped(text: str) -> str:
    """Paragraphs in lines of a readable length; the model joins the lines of a paragraph again.

    >>> wrapped("Tea and talk.\\n\\n- one\\n- two")
    'Tea and talk.\\n\\n- one\\n- two\\n'
    """
    blocks = [block if block.startswith("- ") or "\n- " in block else _wrap(block) for block in text.split("\n\n")]
    return "\n\n".join(blocks) + "\n"


def _wrap(block: str) -> str:
    lines: list[str] = []
    line = ""
    for word in block.split():
        if line and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    # A line that begins with a hyphen would become an item of a list.
    return block if any(line.startswith("- ") for line in lines) else "\n".join(lines)


def first_sentences(text: str, limit: int) -> str:
    """As many whole sentences from the beginning as fit; a first sentence too long is cut between words.

    >>> first_sentences("Dr. Lee, who is in the U.S. Army, sees you. Bring cake.", 50)
    'Dr. Lee, who is in the U.S. Army, sees you.'
    >>> first_sentences("A sentence without any end at all", 20)
    'A sentence without…'
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    # One letter more than fits, to see that a sentence ends there and another begins.
    ends = [found for found in _SENTENCE_END.finditer(line[: limit + 2]) if not _NO_END.search(line[: found.start()])]
    if ends:
        return line[: ends[-1].end()].strip()
    cut = line[:limit].rpartition(" ")[0].rstrip(" ,;:-–(") or line[: limit - 1]
    return f"{cut}…"


def cut_paragraphs(text: str, limit: int) -> str:
    """As many whole paragraphs as fit, and of the next one as many whole sentences."""
    if len(text) <= limit:
        return text
    kept: list[str] = []
    room = limit
    for block in text.split("\n\n"):
        if len(block) > room:
            if room > len("…"):
                kept.append(first_sentences(block, room))
            break
        kept.append(block)
        room -= len(block) + 2
    return "\n\n".join(kept)

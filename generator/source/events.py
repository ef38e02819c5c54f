"""YAML text to parser events: by libyaml, or by PyYAML's own parser where libyaml is missing.

Both tell the same. PyYAML's parser differs in a few corners (a question mark or a colon inside brackets, impossible
escapes), which are put right here. It takes twenty times as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from yaml.error import Mark
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken, TagToken

try:
    from yaml import cyaml
except ImportError:  # PyYAML may have been built without libyaml.
    _HAS_LIBYAML = False
else:
    _HAS_LIBYAML = True

Events = Callable[[str], Iterator[Any]]
"""Makes events of a text; raises `yaml.error.MarkedYAMLError` in the middle where the text is not YAML."""

_BLOCK_TEXT_ENDS = re.compile(r"[\0\t\n ]|:(?=[\0\t\n ])")
_BRACKET_TEXT_ENDS = re.compile(r"[\0\t\n ,\[\]{}]|:(?=[\0\t\n ,\[\]{}?])")
_BLOCK_SIGNS = re.compile(r"(?:(?P<end>[+-])(?P<step>[1-9])?|(?P<first_step>[1-9])(?P<last_end>[+-])?)?(?=[\0\t\n #])")
_TAG_LETTER = r"(?:[\w\-;/?:@&=+$.!~*'()]|%[0-7][0-9A-Fa-f])"
_TAG = re.compile(
    rf"!<(?:{_TAG_LETTER}|[,\[\]])+>|(?P<handle>![\w-]*!){_TAG_LETTER}+|!(?![\w-]*!){_TAG_LETTER}*", re.ASCII
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def libyaml_events(text: str) -> Iterator[Any]:
    """Events as libyaml reads them."""
    return iter(cyaml.CParser(text).get_event, None)  # type: ignore[attr-defined]


def python_events(text: str) -> Iterator[Any]:
    """The same events without libyaml."""
    return iter(_PythonParser(text).get_event, None)


def fastest_events() -> Events:
    """libyaml's events where PyYAML has libyaml, as all its published wheels do."""
    return libyaml_events if _HAS_LIBYAML else python_events


class _PythonParser(Reader, Scanner, Parser):
    """PyYAML's parser with libyaml's manners."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_plain(self) -> ScalarToken:
        """Text without quotes. In brackets, `?` may stand within it and `:` may not stand before a bracket or comma."""
        ends = _BRACKET_TEXT_ENDS if self.flow_level else _BLOCK_TEXT_ENDS
        start = end = self.get_mark()
        chunks: list[str] = []
        spaces: list[str] = []
        while self.peek() != "#":
            found = ends.search(self.buffer, self.pointer)
            length = (found.start() if found else len(self.buffer)) - self.pointer
            if self.flow_level and self.peek(length) == ":" and self.peek(length + 1) in ",[]{}?":
                self.forward(length)
                raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
            if not length:
                break
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(self.indent + 1, start) or []
            if not spaces or (not self.flow_level and self.column <= self.indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def scan_block_scalar_indicators(self, start_mark: Mark) -> tuple[bool | None, int | None]:
        """What follows `|` or `>`. A note may stick to it."""
        found = _BLOCK_SIGNS.match(self.buffer, self.pointer)
        if found is None:
            what = "did not find expected comment or line break"
            raise ScannerError("while scanning a block scalar", start_mark, what, self.get_mark())
        self.forward(len(found[0]))
        step = found["step"] or found["first_step"]
        end = found["end"] or found["last_end"]
        return (end == "+") if end else None, int(step) if step else None

    def scan_tag(self) -> TagToken:
        """A tag. What it says does not matter, as none is accepted."""
        start = self.get_mark()
        found = _TAG.match(self.buffer, self.pointer)
        follows = self.peek(len(found[0])) if found else "?"
        if found is None or not (follows in "\0\t\n " or (self.flow_level and follows == ",")):
            raise ScannerError("while scanning a tag", start, "did not find expected whitespace or line break", start)
        self.forward(len(found[0]))
        return TagToken((found["handle"], "!"), start, self.get_mark())

    def parse_flow_mapping_value(self) -> Any:
        """An empty value in braces stands where the next thing stands."""
        return self._at_next_token(super().parse_flow_mapping_value())  # type: ignore[no-untyped-call]

    def parse_flow_sequence_entry_mapping_value(self) -> Any:
        """An empty value in brackets, likewise."""
        return self._at_next_token(super().parse_flow_sequence_entry_mapping_value())  # type: ignore[no-untyped-call]

    def _at_next_token(self, event: Any) -> Any:
        if event.start_mark is event.end_mark:
            event.start_mark = event.end_mark = self.peek_token().start_mark  # type: ignore[no-untyped-call]
        return event

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Mark) -> list[str]:
        """Part of a quoted text. An escape must name a character that exists."""
        try:
            chunks: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
            if not any(map(_SURROGATE.search, chunks)):
                return chunks
        except (ValueError, OverflowError):
            pass
        raise ScannerError(
            "while parsing a quoted scalar", start_mark, "found invalid Unicode character escape code", self.get_mark()
        )

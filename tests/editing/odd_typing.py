"""Files as many hands type them: every kind of quotes and text block, odd steps, notes everywhere, empty lines.

`typed_files()` draws a text together with its notes, each with the field to which whoever typed it attached it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

WORDS = st.sampled_from(["tea", "talk", "at: noon".replace(": ", ":"), "it's", "café", "x#y", "a - b", "50%", "hope!"])
SENTENCE = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
PLAIN_FIELDS = ["name", "summary", "description", "schedule", "cost", "is_not", "waiting", "verified", "joining"]
LIST_FIELDS = ["goals", "keywords", "areas"]


@dataclass(slots=True)
class TypedText:
    """The lines so far; `beside` and `above` say for each note at which listing and field it stands."""

    lines: list[str] = field(default_factory=list)
    beside: dict[str, tuple[int, str]] = field(default_factory=dict)
    above: dict[str, tuple[int, str]] = field(default_factory=dict)
    count: int = 0

    def note(self) -> str:
        self.count += 1
        return f"# note {self.count} on this: '\"|-"

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@st.composite
def typed_files(draw: st.DrawFn) -> TypedText:
    """One file with groups, typed as nobody should."""
    made = TypedText()
    if draw(st.booleans()):
        made.lines += ["# yaml-language-server: $schema=x.json"] + [""] * draw(st.integers(0, 2))
    if draw(st.booleans()):
        made.lines.append("---")
    number = 0
    for section in draw(st.permutations(["services", "groups"])):
        _space(draw, made, 0)
        made.lines.append(f"{section}:")
        dash = draw(st.integers(0, 4))
        for _ in range(draw(st.integers(1, 3))):
            _listing(draw, made, number, dash, dash + draw(st.integers(2, 5)))
            number += 1
    if draw(st.booleans()):
        made.lines += ["", "# the end"]
    if draw(st.booleans()):
        made.lines.append("")
    return made


def _space(draw: st.DrawFn, made: TypedText, column: int) -> None:
    made.lines += [" " * draw(st.sampled_from([0, 0, column])) for _ in range(draw(st.sampled_from([0, 0, 1, 3])))]


def _listing(draw: st.DrawFn, made: TypedText, number: int, dash: int, column: int) -> None:
    keys = draw(st.permutations([*PLAIN_FIELDS, *LIST_FIELDS, "contact"]))[: draw(st.integers(1, 5))]
    keys = draw(st.permutations(["id", *keys]))
    for place, key in enumerate(keys):
        _space(draw, made, column)
        if draw(st.integers(0, 3)) == 0:
            note = made.note()
            made.above[note] = (number, key if place else "")
            made.lines.append(" " * (column if place else dash) + note)
        start = " " * column if place else " " * dash + "-" + " " * (column - dash - 1)
        _field(draw, made, number, f"{start}{key}:", key, column)


def _field(draw: st.DrawFn, made: TypedText, number: int, start: str, key: str, column: int) -> None:
    note = made.note() if draw(st.integers(0, 3)) == 0 else ""
    if note:
        made.beside[note] = (number, key)
    behind = " " * draw(st.integers(1, 4)) + note if note else " " * draw(st.sampled_from([0, 0, 2]))
    inner = " " * (column + draw(st.integers(1, 4)))
    if key == "id":
        made.lines.append(f"{start} listing-{number}{behind}")
    elif key == "contact":
        _contact(draw, made, start, behind, inner)
    elif key in LIST_FIELDS:
        _list(draw, made, start, behind, inner, column)
    else:
        _text(draw, made, start, behind, inner, column)


def _contact(draw: st.DrawFn, made: TypedText, start: str, behind: str, inner: str) -> None:
    if draw(st.booleans()):
        made.lines.append(f"{start} {{email:  a@example.org,name: Jo ,phones: [ '1',\"2\" ]}}{behind}")
        return
    made.lines.append(f"{start}{behind}")
    if draw(st.booleans()):
        made.lines.append(f"{inner}# inside")
    made.lines += [f"{inner}phones:", f"{inner}- '988' # first", f'{inner}-   "112"', f"{inner}name: Jo"]
    if draw(st.booleans()):
        made.lines += [f"{inner}  # after the name", f"{inner}# after the contact"]


def _list(draw: st.DrawFn, made: TypedText, start: str, behind: str, inner: str, column: int) -> None:
    match draw(st.integers(0, 4)):
        case 0:
            made.lines.append(f"{start}  [ tea,'talk, too' ,\"x\"  ]{behind}")
        case 1:
            made.lines += [
                f"{start} [tea, # one",
                f"{inner}'and",
                "",
                f"{inner} talk',",
                f"{inner}# two",
                f"{inner}more]{behind}",
            ]
        case 2:
            made.lines += [
                f"{start}{behind}",
                f"{' ' * column}- tea",
                f"{' ' * column}-",
                f"{' ' * column}- |",
                f"{' ' * column}    x",
            ]
        case 3:
            made.lines += [
                f"{start}{behind}",
                f"{inner}- tea # hot",
                f"{inner}# of the next",
                f"{inner}-  talk",
                f"{inner}  and more",
            ]
        case _:
            made.lines.append(f"{start} []{behind}")


def _text(draw: st.DrawFn, made: TypedText, start: str, behind: str, inner: str, column: int) -> None:
    words, more = draw(SENTENCE), draw(SENTENCE)
    empty = [""] * draw(st.integers(0, 2))
    match draw(st.integers(0, 10)):
        case 0:
            made.lines.append(f"{start} '{words.replace(chr(39), chr(39) * 2)} # no note'{behind}")
        case 1:
            made.lines.append(f'{start}   "{words} \\u00e9 \\" # no note"{behind}')
        case 2:
            made.lines += [f'{start} "{words}', *empty, f"{inner}{more}  \\", f'  {inner}end"{behind}']
        case 3:
            made.lines += [f"{start} {words}", *empty, f"{inner}{more}{behind}"]
        case 4:
            sign = draw(st.sampled_from(["|", "|-", ">", ">-"]))
            made.lines += [
                f"{start} {sign}{behind}",
                f"{inner}{words}  ",
                *empty,
                f"{inner}  # no note",
                f"{inner}{more}",
            ]
        case 5:
            made.lines += [f"{start} |+{behind}", f"{inner}{words}", *empty]
        case 6:
            made.lines += [f"{start} |2{behind}", f"{' ' * column}    {words}", f"{' ' * column}  {more}"]
        case 7:
            made.lines.append(f"{start}{behind}")
        case 8:
            made.lines += [f"{start}{behind}", f"{inner}{words}"]
        case 9:
            made.lines += [f"{start}{behind}", f"{inner}# between", f"{inner}'{words.replace(chr(39), '')}'"]
        case _:
            made.lines.append(f"{start}  {words}{behind}")

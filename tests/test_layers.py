"""The rooms of `generator/`, and what each may know of the others: the one place where this is written down for machines.

A new file at the top of `generator/` is a new room: give it a line in ROOMS, and think about what it may use.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

GENERATOR = Path(__file__).resolve().parent.parent / "generator"

ROOMS = {
    # The ground: known to everybody, knowing nobody above.
    "words": "",
    "problems": "words",
    "sign_languages": "words",
    "reading_grade": "",
    "language": "words sign_languages",
    "templating": "language words",
    "addresses": "",
    "apart": "",
    "changed": "",
    "exchange": "",
    "disk_trouble": "words",
    "swap": "exchange",
    "today": "",
    "made": "",
    "fonts": "made",
    "stamps": "",
    "standards": "",
    # The way of a listing, in order.
    "gentle_words": "",
    "source": "problems words",
    "model": "problems words sign_languages reading_grade",
    "crisis": "source model problems words",
    "schedule": "model words language",
    "checks": "model schedule problems words crisis reading_grade gentle_words",
    "accepting": "checks model problems words",
    "load": "accepting source model checks problems words",
    "neighbours": "comparing imports load source model problems words language",
    "history": "kept changed source model words",
    "views": "model schedule words language crisis addresses changed",
    # Formats: side by side, each unknown to the others.
    "pages": "views model schedule words language problems addresses made fonts templating",
    "worksheets": "views model schedule words language problems addresses made templating",
    "finder": "views model words language addresses made",
    "validating": "standards model problems words",
    "exports": "standards views model schedule words language problems addresses made changed",
    "imports": "apart standards source model schedule words language problems",
    "offline": "views made addresses",
    "paper": "views worksheets model schedule words language addresses fonts",
    "comparing": "views model schedule words language",
    "links": "model",
    "code_host": "comparing views schedule model language words",
    "suggesting": "editing views model words",
    # The seam, and the two doors.
    "site_files": "apart suggesting paper pages worksheets finder exports views model schedule words language problems addresses made fonts offline changed",
    "site_reading": "kept neighbours suggesting site_files load source problems language today history words",
    "hand_written": "finder views addresses words",
    "theme_language": "language",
    "ready_page": "made",
    "progress": "words",
    "kept": "",
    "last_build": "",
    "build_record": "made",
    "page_shell": "made ready_page views",
    "bare_styles": "",
    "building": "kept bare_styles build_record last_build page_shell progress ready_page site_files site_reading hand_written theme_language made swap stamps views",
    "plugin": "kept building last_build today disk_trouble",
    # Changes of the curators' own files, and a town's first ones.
    "editing": "load source model problems words",
    "merging": "editing imports load source model problems words",
    "new_town": "source model swap words",
    "cli": "kept neighbours validating editing merging new_town code_host paper progress comparing links site_files load imports exports checks source model schedule views words language problems addresses made swap today history changed",
    "__main__": "cli",
    "__init__": "",
}
"""Each room, and the rooms it may use besides itself."""

PACKAGES = {
    "click": "cli progress",
    "fontTools": "fonts paper",
    "jinja2": "page_shell pages worksheets templating",
    "markdown": "hand_written pages worksheets",
    "material": "",
    "markupsafe": "page_shell pages templating worksheets",
    "mkdocs": "building plugin ready_page",
    "pikepdf": "paper",
    "typst": "paper",
    "yaml": "source gentle_words",
    # Nothing is fetched in a build.
    "ftplib": "",
    "http": "",
    "requests": "",
    "smtplib": "",
    "socket": "links",
    "ssl": "",
    "urllib.request": "",
    "urllib3": "links code_host",
}
"""Packages from outside that belong to some rooms only."""

DOORS = "cli plugin"
NAMES = {
    "date.today": DOORS,
    "datetime.now": DOORS,
    "datetime.today": DOORS,
    "datetime.utcnow": DOORS,
    "time.gmtime": DOORS,
    "time.localtime": DOORS,
    "time.time": DOORS,
    "os.environ": DOORS,
    "os.getenv": DOORS,
    "exit": "",
    "input": "",
    "print": "cli",
    "quit": "",
    "sys.exit": "cli __main__",
    "sys.stderr": "cli progress",
    "sys.stdin": "cli",
    "sys.stdout": "cli",
}
"""The clock, the environment and the terminal come in by the doors; below, they are arguments and results."""

SAYS_NOTHING = {"common", "helper", "helpers", "misc", "tools", "util", "utils"}
LONGEST = 320
LONGEST_PLUGIN = 160


def test_every_room_keeps_to_its_place() -> None:
    assert list(broken_rules(GENERATOR)) == []


def test_templates_neither_sort_nor_choose() -> None:
    templates = [path for path in GENERATOR.rglob("*") if path.suffix in {".html", ".jinja", ".j2"}]
    assert [fault for path in templates for fault in decisions(path.read_text(encoding="utf-8"), path.name)] == []


@pytest.mark.parametrize(
    ("file", "code", "fault"),
    [
        ("words.py", "from generator.problems import Problem", "words may not use problems"),
        ("source/reader.py", "import generator.model.listing", "source may not use model"),
        ("source/reader.py", "from generator import cli", "source may not use cli"),
        ("checks/phone.py", "from ..views import week", "checks may not use views"),
        ("model/listing.py", "def f():\n    import yaml", "model may not import yaml"),
        ("views/week.py", "import jinja2.environment", "views may not import jinja2"),
        ("pages/home.py", "from generator.exports.ics import calendar", "pages may not use exports"),
        ("exports/ics.py", "from generator.worksheets import sheet", "exports may not use worksheets"),
        ("cli/check.py", "import mkdocs.config", "cli may not import mkdocs"),
        ("plugin.py", "import click", "plugin may not import click"),
        ("site_files.py", "from generator.plugin import Plugin", "site_files may not use plugin"),
        ("checks/online.py", "from urllib import request", "checks may not import urllib.request"),
        ("checks/review.py", "print('late')", "checks may not use print"),
        ("checks/review.py", "import sys\nsys.exit(1)", "checks may not use sys.exit"),
        ("schedule/dates.py", "import datetime\nx = datetime.date.today()", "schedule may not use date.today"),
        ("schedule/dates.py", "from datetime import datetime\nx = datetime.now()", "schedule may not use datetime.now"),
        ("views/week.py", "from os import environ", "views may not use os.environ"),
        ("views/utils.py", "", "a name that says nothing"),
        ("helpers/text.py", "", "a name that says nothing"),
        ("new_room.py", "", "new_room has no line in ROOMS"),
        ("views/long.py", "x = 1\n" * (LONGEST + 1), "more than one idea"),
        ("plugin.py", "x = 1\n" * (LONGEST_PLUGIN + 1), "more than one idea"),
    ],
)
def test_a_broken_rule_is_seen(tmp_path: Path, file: str, code: str, fault: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(code, encoding="utf-8")
    (seen,) = broken_rules(tmp_path)
    assert fault in seen
    assert file in seen


def test_what_is_allowed_is_let_through(tmp_path: Path) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "review.py").write_text(
        "import time\nfrom urllib.parse import quote\nfrom generator.model.day import Day\n"
        "from generator.checks.finding import Finding\nbegan = time.monotonic()\n",
        encoding="utf-8",
    )
    (tmp_path / "cli").mkdir()
    (tmp_path / "cli" / "check.py").write_text("import os, sys\nprint(os.environ)\nsys.exit()\n", encoding="utf-8")
    assert list(broken_rules(tmp_path)) == []


@pytest.mark.parametrize("template", ["{{ rows | sort }}", "{% for r in rows if r.cost == 0 %}{{ r }}{% endfor %}"])
def test_a_template_that_decides_is_seen(template: str) -> None:
    assert len(list(decisions(template, "home.html"))) == 1


def test_a_template_may_leave_out_what_is_empty() -> None:
    assert list(decisions("{% for r in rows if r.note %}{{ r.note }}{% endfor %}", "home.html")) == []


def broken_rules(generator: Path) -> Iterator[str]:
    """Every rule that a file below `generator` breaks, with the file and line."""
    for path in sorted(generator.rglob("*.py")):
        inside = path.relative_to(generator)
        text = path.read_text(encoding="utf-8")
        if SAYS_NOTHING & {part.removesuffix(".py") for part in inside.parts}:
            yield f"{inside}: a name that says nothing of what is in it"
            continue
        room = inside.parts[0].removesuffix(".py")
        if room not in ROOMS:
            yield f"{inside}: the room {room} has no line in ROOMS"
            continue
        lines = text.count("\n")
        if lines > (LONGEST_PLUGIN if room == "plugin" else LONGEST):
            yield f"{inside}: {lines} lines are more than one idea"
        for line, fault in _faults(room, ast.parse(text, str(inside)), ("generator", *inside.parent.parts)):
            yield f"{inside}:{line}: {room} may not {fault}"


def _faults(room: str, tree: ast.Module, package: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in _imported(node, package):
                if fault := _of_import(room, name):
                    yield node.lineno, fault
                    break
        elif isinstance(node, ast.Attribute | ast.Name) and (fault := _of_name(room, ast.unparse(node))):
            yield node.lineno, fault


def _imported(node: ast.Import | ast.ImportFrom, package: tuple[str, ...]) -> list[str]:
    """Everything that an import may bring in, with its full dotted name."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    start = package[: len(package) - node.level + 1] if node.level else ()
    base = ".".join([*start, *([node.module] if node.module else [])])
    return [f"{base}.{alias.name}" for alias in node.names]


def _of_import(room: str, name: str) -> str | None:
    first, _, rest = name.partition(".")
    if first == "generator":
        used = rest.partition(".")[0]
        if used in ROOMS and used != room and used not in ROOMS[room].split():
            return f"use {used}"
        return None
    for package, rooms in PACKAGES.items():
        if f"{name}.".startswith(f"{package}.") and room not in rooms.split():
            return f"import {package}"
    return _of_name(room, name)


def _of_name(room: str, dotted: str) -> str | None:
    for name, rooms in NAMES.items():
        called_so = dotted == name or ("." in name and dotted.endswith(f".{name}"))
        if called_so and room not in rooms.split():
            return f"use {name}"
    return None


def decisions(template: str, name: str) -> Iterator[str]:
    """What a template does that belongs into `views/`: sorting, choosing, grouping."""
    deciding = {"dictsort", "groupby", "reject", "rejectattr", "select", "selectattr", "sort", "unique"}
    tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(template)
    for used in tree.find_all(nodes.Filter):
        if used.name in deciding:
            yield f"{name}:{used.lineno}: the filter {used.name} decides"
    for loop in tree.find_all(nodes.For):
        # To leave out what is empty is no choice.
        if loop.test is not None and not isinstance(loop.test, nodes.Name | nodes.Getattr):
            yield f"{name}:{loop.lineno}: a loop that chooses"

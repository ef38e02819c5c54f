"""schema.org data inside a page: whatever volunteers type, it stays data."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.jsonld import json_ld
from generator.exports.jsonld.node import in_script
from generator.views.survey import Survey
from tests.exports.listings import GROUP, SERVICE
from tests.town import TODAY, survey

HOSTILE = "</script><script>alert(1)</script><!-- ]]> & \" ' \\ \t"


class _Scripts(HTMLParser):
    """What a browser sees of a page: the start and end tags outside of scripts, and the scripts' text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text += data


def in_page(data: str) -> str:
    return f'<p>before</p><script type="application/ld+json">{data}</script><p>after</p>'


def comes_back(data: str) -> Any:
    """The data as a program reads it off a page; nothing of it may have become markup."""
    soup = BeautifulSoup(in_page(data), "html.parser")
    assert [tag.name for tag in soup.find_all(True)] == ["p", "script", "p"]
    page = _Scripts()
    page.feed(in_page(data))
    assert page.tags == ["p", "/p", "script", "/script", "p", "/p"]
    assert not set("<>&\u2028\u2029") & set(data)
    return json.loads(data)


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_text_comes_back_from_a_page_as_it_was(value: object) -> None:
    assert comes_back(in_script({"value": value})) == {"value": value}


def test_hostile_text_in_every_field_stays_text(tmp_path: Path) -> None:
    """Each text that a volunteer can type, at every depth, holds markup; all of it comes back, none of it is markup."""
    for text in (GROUP, SERVICE):
        found = survey(text, tmp_path)
        directory = type(found.directory).model_construct(
            **{name: _poisoned(getattr(found.directory, name)) for name in type(found.directory).model_fields}
        )
        poisoned = Survey(directory, TODAY, found.language)
        data = comes_back(json_ld(directory.listings[0], poisoned, "https://example.org/"))
        assert data["name"].endswith(HOSTILE)
        assert json.dumps(data, ensure_ascii=False).count("alert(1)") > 10


# Short words that the code asks for by name, or that have a form of their own.
_KEPT = {"id", "organization", "goals", "areas", "audiences", "country", "time_zone", "currency", "language", "number"}


def _poisoned(value: Any, name: str = "") -> Any:
    if name in _KEPT and isinstance(value, str | tuple) and all(isinstance(one, str) for one in value):
        return value
    if type(value) is str:
        return value + HOSTILE
    if isinstance(value, tuple):
        return tuple(_poisoned(one, name) for one in value)
    if hasattr(type(value), "model_fields") and name != "crisis":
        fields = {field: _poisoned(getattr(value, field), field) for field in type(value).model_fields}
        return type(value).model_construct(**fields)
    return value

"""The other files of a new town: settings of the site, what to do first, what the program needs."""

from __future__ import annotations

import re

from generator.new_town.town import Town
from generator.source.writer import in_line

GITIGNORE = """\
/.venv/
/.cache/
/site/
/.site.new/
/.site.old/
/site-offline/
/.site-offline.new/
/.site-offline.old/
__pycache__/
.DS_Store
"""

REQUIREMENTS = """\
# What builds this site: pip install -r requirements.txt
# Until Waypost is in a package index, put the address of its repository behind the name: waypost @ git+https://...
waypost
"""

README = """\
# {name}

The directory of {area}: groups, services and worksheets, made into a website by Waypost.

## Set up once

    python3 -m venv .venv
    .venv/bin/pip install -r requirements.txt
    . .venv/bin/activate

After the third line, which every new terminal needs, `waypost` and `mkdocs` are there as they are typed below. (On Windows:
`py -m venv .venv`, `.venv\\Scripts\\pip install -r requirements.txt`, `.venv\\Scripts\\activate`.)

## What to do first

1. `waypost check` says what is missing or wrong in `resources.yaml`, with the line and what to type.
2. Search `resources.yaml` for `TO DO`. Replace the two made-up listings: `waypost new group` and `waypost new service` ask
   what is needed and write it in the right place.
3. **Help in a crisis:** look at the page "Help now". Open the source of each line, call nobody without need, and see that all of
   it is true where you are.
4. Read the pages in `content/`, above all "About", "How listings are checked" and "Privacy", and make them true for you. They
   are written in American English.
5. Take `demo: yes` out of `resources.yaml` when your listings are real.

## Every day

| | |
|---|---|
| `waypost check` | what is wrong, and where |
| `waypost due` | what wants to be looked at again, and whom to ask |
| `waypost verify ID` | somebody made sure of a listing today |
| `waypost new group` | adds a listing |
| `waypost format` | lays the files out |
| `mkdocs serve --livereload` | shows the site while you change it |
| `mkdocs build --strict` | makes the site in `site/`; put that folder on any host for static files, once a day |

## What is where

| | |
|---|---|
| `resources.yaml`, `listings/` | the directory: what is listed |
| `content/` | the pages written by hand |
| `mkdocs.yml` | addresses and navigation of the site |
| `theme_overrides/` | the look |
| `docs/resources.schema.json` | lets editors complete and explain each field |
| `.github/ISSUE_TEMPLATE/` | the forms by which people tell of a change |
"""

_ADDRESS = "https://example.org/lantern-bay/"
_AT_THE_CODE_HOST = {
    "edit_uri_template": "edit/main/content/{path}",
    "edit_listing": "edit/main/{path}#L{line}",
    "suggest_change": "issues/new",
}
_EDITED = re.compile(r"^( *)((?:edit_uri_template|edit_listing|suggest_change): )\S+$", re.MULTILINE)


def readme(town: Town) -> str:
    """The first page for whoever looks after the directory."""
    return README.format(name=_plain(town.name), area=_plain(town.area_served))


def settings(model: str, town: Town) -> str:
    """The model's `mkdocs.yml` with this town's addresses; edit links wait until it is known where the files are."""

    def edited(found: re.Match[str]) -> str:
        inside = _AT_THE_CODE_HOST[found[2].rstrip(": ")]
        if town.repository:
            return f"{found[1]}{found[2]}{in_line(town.repository + inside)}"
        return f"{found[1]}# {found[2]}https://github.com/YOU/YOUR-DIRECTORY/{inside}"

    return _with_address(_EDITED.sub(edited, model), town)


def with_address(data: bytes, town: Town) -> bytes:
    """A file that a town takes over, with its own address in place of the model's."""
    return data.replace(_ADDRESS.encode(), town.site_url.encode())


def _with_address(text: str, town: Town) -> str:
    return text.replace(_ADDRESS, town.site_url)


def _plain(text: str) -> str:
    """A name as nothing but text in Markdown."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text)

"""Where pages stand on the site, and how one page points to another.

Pages are named by their path in the source tree, as in MkDocs: `groups/tuesday-talkers.md`. All links between them are
relative, so that a site works under a sub-path and from a memory stick alike.

    >>> addresses = Addresses()
    >>> addresses.url("groups/tuesday-talkers.md")
    'groups/tuesday-talkers/'
    >>> addresses.link("goals/work.md", to="groups/tuesday-talkers.md")
    '../../groups/tuesday-talkers/'
    >>> Addresses(folders=False).link("goals/work.md", to="index.md")
    '../index.html'
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Addresses:
    """How paths become addresses: `folders` gives `groups/x/`, else `groups/x.html` (for sites opened by double click)."""

    folders: bool = True
    root: str = ""
    """The site's own path, such as `/town/`, for the one page that is shown at addresses of any depth: not found."""

    def file(self, path: str) -> str:
        """The file that holds the page or asset in the finished site."""
        return _file(self.folders, path)

    def url(self, path: str) -> str:
        """The address of a page or asset, from the root of the site and without a leading slash."""
        file = self.file(path)
        return file.removesuffix("index.html") if self.folders else file

    def link(self, here: str, to: str) -> str:
        """The address of page or asset `to` as typed in a link on page `here`; a `#part` is kept."""
        target, mark, part = to.partition("#")
        if self.root:
            return f"{self.root}{self.url(target)}{mark}{part}"
        return f"{_relative(self.folders, self.file(here), self.file(target))}{mark}{part}"


# Links to the same few pages stand on every page of a large site.
@lru_cache(maxsize=65536)
def _file(folders: bool, path: str) -> str:
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    if posixpath.basename(stem) == "README":
        stem = posixpath.join(posixpath.dirname(stem), "index")
    if not folders or posixpath.basename(stem) == "index":
        return f"{stem}.html"
    return f"{stem}/index.html"


def _relative(folders: bool, here: str, to: str) -> str:
    """The way from one file of the site to another, as short as it can be."""
    folder, target = here.split("/")[:-1], to.split("/")
    shared = 0
    for mine, other in zip(folder, target[:-1], strict=False):
        if mine != other:
            break
        shared += 1
    if folders and target[-1] == "index.html":
        target[-1] = ""
    up, down = "../" * (len(folder) - shared), "/".join(target[shared:])
    return f"{up}{down}" or "./"

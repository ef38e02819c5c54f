"""Few, small requests to the REST interface of a code host: GitHub's, which Forgejo and Gitea follow for issues and pulls."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import urllib3

PAGE = 50
MOST_PAGES = 20
"""A thousand issues are as many as are looked at."""
TIMEOUT = urllib3.Timeout(connect=15, read=30)
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")


class HostRefused(Exception):
    """The code host did not do what it was asked, in words for whoever reads the log."""


@dataclass(frozen=True)
class CodeHost:
    """One repository on a code host: `CodeHost("https://api.github.com", "town/directory", token)`.

    `base` is the root of the interface; on Forgejo it ends with /api/v1. Raises `HostRefused` for names that are none.
    """

    base: str
    repository: str
    token: str = field(repr=False)
    pool: urllib3.PoolManager = field(default_factory=lambda: urllib3.PoolManager(timeout=TIMEOUT, retries=2))

    def __post_init__(self) -> None:
        if urlsplit(self.base).scheme not in ("http", "https"):
            raise HostRefused(f"'{self.base}' is not the address of a code host. Type it as in https://api.github.com.")
        if not _REPOSITORY.fullmatch(self.repository) or ".." in self.repository:
            raise HostRefused(f"'{self.repository}' is not a repository. Type owner and name, as in town/directory.")

    def get(self, path: str, **query: str | int) -> Any:
        return self._ask("GET", path, query=query)

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        return self._ask("POST", path, body)

    def patch(self, path: str, body: Mapping[str, Any]) -> Any:
        return self._ask("PATCH", path, body)

    def each(self, path: str, **query: str | int) -> Iterator[Any]:
        """All rows of a list, page by page."""
        for page in range(1, MOST_PAGES + 1):
            # GitHub calls the size of a page per_page, Forgejo limit; each ignores the other's.
            rows = self.get(path, **query, per_page=PAGE, limit=PAGE, page=page)
            yield from rows
            if len(rows) < PAGE:
                return

    def _ask(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        query: Mapping[str, str | int] | None = None,
    ) -> Any:
        address = f"{self.base.rstrip('/')}/repos/{self.repository}/{path}"
        if query:
            address += f"?{urlencode(query)}"
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json", "User-Agent": "Waypost"}
        content = json.dumps(body).encode() if body is not None else None
        if content:
            headers["Content-Type"] = "application/json"
        try:
            # A redirect would carry the token to another host.
            answer = self.pool.request(method, address, body=content, headers=headers, redirect=False)
        except urllib3.exceptions.HTTPError as error:
            raise HostRefused(f"{method} {path}: the code host could not be reached.") from error
        if answer.status >= 300:
            raise HostRefused(
                f"{method} {path}: the code host answered {answer.status}. {_reason(answer.data)}".rstrip()
            )
        try:
            return json.loads(answer.data) if answer.data else None
        except ValueError as error:
            raise HostRefused(f"{method} {path}: the code host answered something that is no JSON.") from error


def _reason(data: bytes) -> str:
    try:
        said = json.loads(data)["message"]
    except (ValueError, KeyError, TypeError):
        return ""
    return str(said)[:200]

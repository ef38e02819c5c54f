"""A code host on this machine: as much of the interface as Waypost uses, kept in memory and asked over HTTP."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "town/directory"
TOKEN = "the-token"
BOT = "github-actions[bot]"


@dataclass
class Host:
    """What stands on the host, and what it was asked."""

    pulls: list[dict[str, Any]] = field(default_factory=list)
    issues: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    base: str = ""

    def pull(self, number: int, commit: str) -> None:
        self.pulls.append({"number": number, "state": "open", "head": {"sha": commit}})

    def issue(self, body: str, *, labels: tuple[str, ...] = (), state: str = "open", title: str = "") -> int:
        number = len(self.issues) + 1
        named = [{"name": label} for label in labels]
        self.issues.append({"number": number, "state": state, "title": title, "body": body, "labels": named})
        return number

    def comment(self, issue: int, body: str, login: str) -> int:
        number = 1000 + len(self.comments)
        self.comments.append({"id": number, "issue": issue, "body": body, "user": {"login": login}})
        return number

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Any) -> Any:
        page, size = int(query.get("page", ["1"])[0]), int(query.get("per_page", ["30"])[0])
        shown = slice((page - 1) * size, page * size)
        if (method, path) == ("GET", "pulls"):
            return self.pulls[shown]
        if (method, path) == ("GET", "issues"):
            wanted = set(query.get("labels", [""])[0].split(",")) - {""}
            rows = [row for row in self.issues if wanted <= {label["name"] for label in row["labels"]}]
            return [row for row in rows if row["state"] == query["state"][0]][shown]
        if (method, path) == ("POST", "issues"):
            number = self.issue(body["body"], labels=tuple(body["labels"]), title=body["title"])
            return self.issues[number - 1]
        if found := re.fullmatch(r"issues/(\d+)/comments", path):
            number = int(found[1])
            if method == "GET":
                return [row for row in self.comments if row["issue"] == number][shown]
            self.comment(number, body["body"], BOT)
            return self.comments[-1]
        if found := re.fullmatch(r"issues/comments/(\d+)", path):
            [row] = [row for row in self.comments if row["id"] == int(found[1])]
            return _changed(row, body)
        if found := re.fullmatch(r"issues/(\d+)", path):
            return _changed(self.issues[int(found[1]) - 1], body)
        return None


def _changed(row: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
    row.update(body)
    return row


@contextmanager
def running() -> Iterator[Host]:
    """A host with nothing on it, at `host.base`."""
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            parts = urlsplit(self.path)
            host.asked.append(f"{self.command} {parts.path}")
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            inside = parts.path.removeprefix(f"/api/repos/{REPOSITORY}/")
            known = self.headers["Authorization"] == f"Bearer {TOKEN}" and inside != parts.path
            answer = host.answer(self.command, inside, parse_qs(parts.query), body) if known else None
            data = json.dumps({"message": "Not Found"} if answer is None else answer).encode()
            self.send_response(404 if answer is None else 200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = _do  # noqa: N815 - the base class calls them so

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class calls it so
            """A test prints nothing of its own."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.base = f"http://127.0.0.1:{server.server_address[1]}/api"
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()

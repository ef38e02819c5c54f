"""One file from a site on this machine, under a name that only these tests know: whole, small enough, soon enough, or not."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from generator.links.download import MOST_REDIRECTS, NotFetched, download
from generator.links.host import Unreachable

Answer = Callable[[BaseHTTPRequestHandler], None]
MOST = 100_000


def here(host: str) -> str | Unreachable:
    return "127.0.0.1" if host == "town.example" else Unreachable.PRIVATE


def sends(status: int, body: bytes, length: int | None = None, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


@contextmanager
def site(pages: dict[str, Answer]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                pages[self.path](self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class calls it so
            """A test prints nothing of its own."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://town.example:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_file_comes_whole() -> None:
    with site({"/a.json": sends(200, b"{}")}) as at:
        assert download(f"{at}/a.json", MOST, resolve=here) == b"{}"


def test_it_is_unpacked() -> None:
    with site({"/a.json": sends(200, gzip.compress(b"x" * 5_000), Content_Encoding="gzip")}) as at:
        assert download(f"{at}/a.json", MOST, resolve=here) == b"x" * 5_000


def test_a_redirect_is_followed() -> None:
    with site({"/a": sends(302, b"", Location="/b"), "/b": sends(200, b"here")}) as at:
        assert download(f"{at}/a", MOST, resolve=here) == b"here"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (sends(404, b"no"), "404"),
        (sends(200, b"x" * (MOST + 1)), "more than"),
        (sends(200, gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip"), "more than"),
        (sends(200, b"half", length=400), "broke off|middle"),
        (sends(302, b"", Location="/a"), "more than"),
        (sends(302, b"", Location="file:///etc/passwd"), "not safe"),
        (sends(302, b"", Location="http://inside.example/"), "private"),
        (sends(302, b"", Location="http://169.254.169.254/latest"), "private"),
    ],
)
def test_whatever_is_no_file_is_refused(answer: Answer, reason: str) -> None:
    with site({"/a": answer}) as at, pytest.raises(NotFetched, match=reason):
        download(f"{at}/a", MOST, resolve=here)


def test_a_private_address_is_never_asked() -> None:
    asked: list[str] = []
    with site({"/a": lambda handler: asked.append(handler.path)}) as at, pytest.raises(NotFetched, match="private"):
        download(at.replace("town.example", "127.0.0.1") + "/a", MOST)
    assert asked == []


def test_what_drips_too_slowly_is_left() -> None:
    ticks = iter([0.0, *(1_000.0 for _ in range(100))])
    with site({"/a": sends(200, b"x" * 1_000)}) as at, pytest.raises(NotFetched, match="in time"):
        download(f"{at}/a", MOST, resolve=here, clock=lambda: next(ticks))


def test_a_chain_of_redirects_has_an_end() -> None:
    pages = {f"/{number}": sends(302, b"", Location=f"/{number + 1}") for number in range(MOST_REDIRECTS + 3)}
    with site(pages) as at, pytest.raises(NotFetched, match="leads on"):
        download(f"{at}/0", MOST, resolve=here)

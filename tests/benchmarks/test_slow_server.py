"""The slow line of the benchmarks: right bytes, never sooner than the line allows, and honest about what it sent."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from benchmarks.slow_server import SlowServer

PAGE = "<!doctype html><title>Tea</title>" + "<p>Tea and talk on Tuesdays.</p>" * 2000
NOISE = bytes(range(256)) * 40


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "groups" / "tea").mkdir(parents=True)
    (folder / "groups" / "tea" / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "letters.woff2").write_bytes(NOISE)
    (tmp_path / "secret.txt").write_text("not for you", encoding="utf-8")
    return folder


@pytest.fixture
def fast(site: Path) -> Iterator[SlowServer]:
    with SlowServer(site, kilobits=0, round_trip=0) as server:
        yield server


def ask(server: SlowServer, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_text_is_sent_gzipped_and_comes_out_as_it_was(fast: SlowServer) -> None:
    response, body = ask(fast, "/groups/tea/?q=tea")
    assert response.status == 200
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert gzip.decompress(body).decode() == PAGE
    assert len(body) < len(PAGE) / 10


def test_what_is_packed_already_is_sent_as_it_is(fast: SlowServer) -> None:
    response, body = ask(fast, "/letters.woff2")
    assert "Content-Encoding" not in response.headers
    assert body == NOISE


def test_a_page_that_the_browser_has_is_not_sent_again(fast: SlowServer) -> None:
    first, _ = ask(fast, "/groups/tea/")
    again, body = ask(fast, "/groups/tea/", If_None_Match=first.headers["ETag"])
    assert (again.status, body) == (304, b"")
    assert first.headers["Cache-Control"] == "max-age=600"


@pytest.mark.parametrize("path", ["/nothing/", "/../secret.txt", "/%2e%2e/secret.txt"])
def test_nothing_outside_the_folder_is_sent(fast: SlowServer, path: str) -> None:
    response, body = ask(fast, path)
    assert response.status == 404
    assert b"not for you" not in gzip.decompress(body)


def test_a_response_is_never_sooner_than_the_line_allows(site: Path) -> None:
    kilobits, round_trip = 400.0, 0.1
    with SlowServer(site, kilobits=kilobits, round_trip=round_trip) as server:
        began = time.monotonic()
        ask(server, "/letters.woff2")
        taken = time.monotonic() - began
        # The note is made when the last byte has left, which the client may hear of first.
        while not server.sent:
            time.sleep(0.01)
    (sent,) = server.sent
    assert sent.path == "/letters.woff2"
    assert sent.size > len(NOISE)
    least = round_trip + len(NOISE) * 8 / (kilobits * 1000)
    assert taken >= least
    assert sent.done - sent.asked >= least

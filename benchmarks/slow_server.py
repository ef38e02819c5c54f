"""A static host at the far end of a slow line, for measuring pages as a phone with a weak signal gets them.

    python -m benchmarks.slow_server site --port 8000

It sends what a plain static host sends: text gzipped (level 6), an ETag, ten minutes of caching, connections kept open.
Each response waits out the round trip first; then all responses share one line of so many kilobits a second. Setting up
connections, encryption and name look-ups are not part of the model. What went over the line is written down:

    with SlowServer(Path("site")) as server:
        browser_opens(server.url)
        print(sum(sent.size for sent in server.sent))
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import hashlib
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

KILOBITS = 1600.0
ROUND_TRIP = 0.150
CHUNK = 4096

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".wasm": "application/wasm",
}
SHRUNK_ALREADY = {".woff2", ".png", ".wasm", ".pdf", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter"}


@dataclass(frozen=True, slots=True)
class Sent:
    """One response: when its request came and its last byte left, in seconds of the monotonic clock, and its size."""

    path: str
    size: int
    """Bytes on the line: head and body as sent."""
    asked: float
    done: float


class SlowServer:
    """Serves a folder while the `with` block lasts, at 127.0.0.1 and a free port; 0 kilobits means without a limit."""

    def __init__(
        self, folder: Path, *, kilobits: float = KILOBITS, round_trip: float = ROUND_TRIP, port: int = 0
    ) -> None:
        self.folder = folder.resolve()
        self.bytes_a_second = kilobits * 1000 / 8
        self.round_trip = round_trip
        self.port = port
        self.sent: list[Sent] = []
        self._line_is_free_at = 0.0
        self._packed: dict[Path, tuple[bytes, bool]] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._talks: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._talk, "127.0.0.1", self.port), self._loop
        ).result()
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _close(self) -> None:
        self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """All requests of one connection, one after the other."""
        talk = asyncio.current_task()
        assert talk, "a connection is served by a task"
        self._talks.add(talk)
        with suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                asked = time.monotonic()
                method, target, _ = head.split(" ", 2)
                etag = next(
                    (line[15:] for line in head.split("\r\n") if line.lower().startswith("if-none-match: ")), ""
                )
                response = self._response(unquote(urlsplit(target).path), etag, with_body=method != "HEAD")
                await asyncio.sleep(self.round_trip)
                await self._send(writer, response)
                self.sent.append(Sent(target, len(response), asked, time.monotonic()))
        self._talks.discard(talk)
        writer.close()

    async def _send(self, writer: asyncio.StreamWriter, response: bytes) -> None:
        for start in range(0, len(response), CHUNK):
            piece = response[start : start + CHUNK]
            if self.bytes_a_second:
                now = time.monotonic()
                self._line_is_free_at = max(self._line_is_free_at, now) + len(piece) / self.bytes_a_second
                await asyncio.sleep(self._line_is_free_at - now)
            writer.write(piece)
            await writer.drain()

    def _response(self, path: str, etag_known: str, *, with_body: bool) -> bytes:
        file = (self.folder / path.lstrip("/")).resolve()
        if file.is_dir():
            file /= "index.html"
        status = "200 OK"
        if not file.is_relative_to(self.folder) or not file.is_file():
            status, file = "404 Not Found", self.folder / "404.html"
        body, is_packed = self._body(file)
        etag = f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'
        if etag == etag_known:
            status, with_body = "304 Not Modified", False
        lines = [
            f"HTTP/1.1 {status}",
            "Server: slow",
            f"Content-Type: {TYPES.get(file.suffix, 'application/octet-stream')}",
            f"ETag: {etag}",
            "Cache-Control: max-age=600",
            "Vary: Accept-Encoding",
            *(["Content-Encoding: gzip"] if is_packed else []),
            *([] if status.startswith("304") else [f"Content-Length: {len(body)}"]),
        ]
        return "\r\n".join([*lines, "", ""]).encode() + (body if with_body else b"")

    def _body(self, file: Path) -> tuple[bytes, bool]:
        """What is sent of a file, and whether that is gzipped."""
        if file not in self._packed:
            raw = file.read_bytes() if file.is_file() else b"There is nothing here."
            is_packed = file.suffix not in SHRUNK_ALREADY
            self._packed[file] = (gzip.compress(raw, 6, mtime=0) if is_packed else raw, is_packed)
        return self._packed[file]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--kilobits", type=float, default=KILOBITS)
    parser.add_argument("--round-trip", type=float, default=ROUND_TRIP, help="in seconds")
    options = parser.parse_args()
    server = SlowServer(options.folder, kilobits=options.kilobits, round_trip=options.round_trip, port=options.port)
    with server, suppress(KeyboardInterrupt):
        print(server.url)
        while True:
            time.sleep(1)


if __name__ == "__main__":
    main()

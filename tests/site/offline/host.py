"""A host for the site whose signal can be cut, and whose files can change overnight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any, ClassVar

Change = Callable[[str, bytes], bytes | None]


class Host:
    """One folder under one address.

    `answers` is how it answers: `well`, `never` (no connection), `late` (not before `release()`) or `badly` (503).
    `change` gets each file's path and contents, and gives what is sent instead; nothing stands for a file that is gone.
    """

    def __init__(self) -> None:
        self.url = ""
        self.answers = "well"
        self.change: Change = lambda _path, content: content
        self.further: dict[str, bytes] = {}
        """Files that the folder does not have, by their path."""
        self.asked: list[str] = []
        self._released = Event()

    def release(self) -> None:
        self._released.set()

    def wait(self) -> None:
        self._released.wait(30)


@contextmanager
def hosted(site: Path) -> Iterator[Host]:
    """The site's folder on a host of its own, under the folder's name."""
    host = Host()

    class Answer(_Answer):
        owner = host
        root = site.parent

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        host.url = f"http://127.0.0.1:{server.server_port}/{site.name}/"
        try:
            yield host
        finally:
            host.release()
            server.shutdown()
            thread.join()


class _Answer(SimpleHTTPRequestHandler):
    owner: ClassVar[Host]
    root: ClassVar[Path]

    def __init__(self, *args: Any) -> None:
        super().__init__(*args, directory=str(self.root))

    def do_GET(self) -> None:
        host = self.owner
        host.asked.append(self.path)
        if host.answers == "late":
            host.wait()
        if host.answers == "never":
            self.close_connection = True
        elif host.answers == "badly":
            self.send_error(503)
        else:
            self._send(Path(self.translate_path(self.path)))

    def _send(self, path: Path) -> None:
        file = path / "index.html" if path.is_dir() else path
        name = file.relative_to(self.root).as_posix()
        found = file.read_bytes() if file.exists() else self.owner.further.get(name)
        content = None if found is None else self.owner.change(name, found)
        if content is None:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass

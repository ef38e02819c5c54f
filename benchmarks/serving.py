"""From saving a file to the changed page in the preview."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

from benchmarks.build_rounds import edit
from benchmarks.builders.build import Build, Town

PATIENCE = 300.0
"""Seconds until a preview is given up."""


def edit_to_page(build: Build, town: Town, edits: int = 3) -> list[float]:
    """Seconds until the preview first shows the listing's page, then from each edit to the page with it."""
    if not build.serve:
        return []
    build.empty()
    port = _free_port()
    command = [part.replace("{port}", str(port)) for part in build.serve]
    page = f"http://127.0.0.1:{port}{build.at}{town.listing}"
    original = build.edited.read_text(encoding="utf-8")
    with (build.folder / "serving.log").open("wb") as log:
        began = time.perf_counter()
        server = subprocess.Popen(
            command, cwd=build.folder, env={**os.environ, **build.environment}, stdout=log, stderr=log
        )
        try:
            return list(_times(server, page, build, town, edits, began))
        finally:
            server.terminate()
            server.wait(20)
            build.edited.write_text(original, encoding="utf-8")


def _times(
    server: subprocess.Popen[bytes], page: str, build: Build, town: Town, edits: int, began: float
) -> Iterator[float]:
    yield _until(server, page, town.sentence) - began
    sentence = town.sentence
    for number in range(edits):
        # A preview may still be busy with what the last change led to.
        time.sleep(3)
        more = f"Edited the {number}th time."
        began = time.perf_counter()
        edit(build.edited, sentence, more)
        sentence = f"{sentence} {more}"
        yield _until(server, page, sentence) - began


def _until(server: subprocess.Popen[bytes], page: str, text: str) -> float:
    """The moment at which the page has this text."""
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        if server.poll() is not None:
            raise RuntimeError(f"the preview ended with status {server.returncode}")
        try:
            with urllib.request.urlopen(page, timeout=PATIENCE) as response:
                if text in response.read().decode():
                    return time.perf_counter()
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{page} does not show the change")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])

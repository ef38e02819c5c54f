"""Asking real servers on this machine, under names that only these tests know."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from generator.links.asker import MOST_BYTES, Asker, Manners
from generator.links.host import Unreachable, public_address
from generator.links.outcome import Outcome, State

QUICK = Manners(between=0.0, timeout=0.4, whole=1.5, retries=1, longest_wait=1.0)

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    answers: dict[str, Answer]
    asked: list[tuple[float, str, str]]

    def do_GET(self) -> None:
        self.asked.append((time.monotonic(), self.headers["Host"], self.path))
        try:
            self.answers[self.path](self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class calls it so
        """A test prints nothing of its own."""

    def say(self, status: int, body: bytes = b"here", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server:
    """A site whose pages are functions; `asked` tells when, under which name and for what it was asked."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.asked: list[tuple[float, str, str]] = []
        handler = type("OwnHandler", (Handler,), {"answers": answers, "asked": self.asked})
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.port = self.http.server_address[1]

    def address(self, path: str, host: str = "town.example") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def site(answers: dict[str, Answer]) -> Iterator[Server]:
    server = Server(answers)
    threading.Thread(target=server.http.serve_forever, args=[0.02], daemon=True).start()
    try:
        yield server
    finally:
        server.http.shutdown()
        server.http.server_close()


def resolve(host: str) -> str | Unreachable:
    """Names of these tests lead to this machine; every other name is judged as it is in earnest."""
    return "127.0.0.1" if host.endswith("town.example") else public_address(host)


def ask(address: str, manners: Manners = QUICK) -> Outcome:
    return Asker(manners, resolve).ask(address)


def status(number: int, **headers: str) -> Answer:
    return lambda handler: handler.say(number, b"here", **headers)


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (200, State.OK),
        (204, State.OK),
        (404, State.DEAD),
        (410, State.DEAD),
        (403, State.BLOCKED),
        (429, State.BLOCKED),
        (451, State.BLOCKED),
        (999, State.BLOCKED),
        (500, State.ERROR),
        (503, State.ERROR),
    ],
)
def test_each_answer_is_told_apart(number: int, state: State) -> None:
    def answer(handler: Handler) -> None:
        handler.say(number, b"" if number == 204 else b"here")

    with site({"/x": answer}) as server:
        assert ask(server.address("/x")).state is state


def test_a_page_that_moved_for_good_gives_its_new_address() -> None:
    with site({"/old": status(301, Location="/new"), "/new": status(200)}) as server:
        assert ask(server.address("/old")) == Outcome(State.MOVED, "it moved for good", server.address("/new"))


def test_a_page_that_leads_on_for_now_is_where_it_was() -> None:
    with site({"/a": status(302, Location="/b"), "/b": status(200)}) as server:
        assert ask(server.address("/a")) == Outcome(State.OK)


def test_of_a_move_for_good_and_then_for_now_only_the_first_is_given() -> None:
    pages = {"/a": status(308, Location="/b"), "/b": status(302, Location="/c"), "/c": status(200)}
    with site(pages) as server:
        assert ask(server.address("/a")).now_at == server.address("/b")


def test_a_move_to_a_page_that_is_not_there_is_dead() -> None:
    with site({"/old": status(301, Location="/gone"), "/gone": status(404)}) as server:
        assert ask(server.address("/old")).state is State.DEAD


def test_a_circle_of_redirects_ends() -> None:
    with site({"/a": status(302, Location="/b"), "/b": status(302, Location="/a")}) as server:
        assert ask(server.address("/a")).state is State.ERROR
        assert len(server.asked) < 12


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{port}/inner",
        "http://localhost:{port}/inner",
        "http://[::1]:{port}/inner",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://192.168.1.1/admin",
        "http://[::ffff:127.0.0.1]:{port}/inner",
        "http://[fd00::1]/",
        "http://0.0.0.0:{port}/inner",
        "http://2130706433:{port}/inner",
        "http://0x7f.1:{port}/inner",
    ],
)
def test_a_redirect_into_a_private_network_is_not_followed(target: str) -> None:
    with site({"/inner": status(200)}) as server:
        to = target.format(port=server.port)
        with site({"/out": status(302, Location=to)}) as first:
            outcome = ask(first.address("/out"))
        assert outcome.state is not State.OK
        assert server.asked == []


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://town.example/x", "javascript:alert(1)", "gopher://x"])
def test_a_redirect_to_something_else_than_the_web_is_refused(target: str) -> None:
    with site({"/out": status(302, Location=target)}) as server:
        assert ask(server.address("/out")).state is State.ERROR


def test_of_a_page_without_end_only_the_beginning_is_read() -> None:
    sent = 0

    def endless(handler: Handler) -> None:
        nonlocal sent
        handler.send_response(200)
        handler.end_headers()
        while sent < 200 * MOST_BYTES:
            sent += handler.wfile.write(b"x" * 65536)

    with site({"/x": endless}) as server:
        assert ask(server.address("/x")).state is State.OK
    assert sent < 200 * MOST_BYTES


def test_a_slow_drip_ends_in_time() -> None:
    def drip(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)

    manners = Manners(between=0.0, timeout=0.5, whole=0.6, retries=0)
    with site({"/x": drip}) as server:
        assert ask(server.address("/x"), manners) == Outcome(State.ERROR, "it did not end in time")


def test_a_server_that_never_answers_is_an_error() -> None:
    with site({"/x": lambda handler: time.sleep(1)}) as server:
        assert ask(server.address("/x"), Manners(timeout=0.2, whole=0.5, retries=0)).state is State.ERROR


def test_a_busy_site_is_asked_again() -> None:
    answers = iter([503, 200])
    with site({"/x": lambda handler: handler.say(next(answers), Retry_After="0")}) as server:
        assert ask(server.address("/x")).state is State.OK


def test_a_site_that_wants_a_long_pause_is_left_alone() -> None:
    with site({"/x": status(429, Retry_After="86400")}) as server:
        assert ask(server.address("/x")).state is State.BLOCKED
        assert len(server.asked) == 1


def test_requests_to_one_host_keep_their_distance() -> None:
    with site({"/a": status(200), "/b": status(200), "/c": status(200)}) as server:
        asker = Asker(Manners(between=0.15, timeout=1, whole=5), resolve)
        threads = [threading.Thread(target=asker.ask, args=[server.address(path)]) for path in ("/a", "/b", "/c")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        times = sorted(at for at, _, _ in server.asked)
    # A distance that is kept can only grow on its way; a tenth of a second leaves room for clocks.
    assert [later - earlier >= 0.1 for earlier, later in pairwise(times)] == [True, True]


def test_the_site_hears_its_own_name_though_the_connection_goes_to_the_judged_address() -> None:
    with site({"/x": status(200)}) as server:
        ask(server.address("/x", host="münchen.town.example"))
        [(_, host, _)] = server.asked
    assert host == f"xn--mnchen-3ya.town.example:{server.port}"


def test_a_name_that_nobody_knows_is_dead_and_one_that_cannot_be_looked_up_is_not() -> None:
    gone = Asker(QUICK, lambda _host: Unreachable.UNKNOWN)
    away = Asker(QUICK, lambda _host: Unreachable.NO_ANSWER)
    assert gone.ask("https://town.example/").state is State.DEAD
    assert away.ask("https://town.example/").state is State.ERROR


def test_a_refused_connection_and_broken_talk_are_errors() -> None:
    with site({}) as server:
        address = server.address("/x")
    assert ask(address).state is State.ERROR

    def noise(handler: Handler) -> None:
        handler.wfile.write(b"\x00\xff" * 50)

    with site({"/x": noise}) as server:
        assert ask(server.address("/x")).state is State.ERROR


def test_a_certificate_that_is_none_is_an_error() -> None:
    with site({}) as server:
        assert ask(server.address("/x").replace("http:", "https:")).state is State.ERROR

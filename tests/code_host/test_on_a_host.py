"""`waypost host` against a code host that really answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.code_host.summary import LONGEST, MARK
from generator.code_host.verify_issues import LABEL
from tests.code_host.host import BOT, REPOSITORY, TOKEN, Host, running
from tests.town import HEAD

GROUPS = """\
groups:
  - {id: a, name: A, summary: First., contact: {phones: (207) 555-0101}, verified: 2026-01-01}
  - {id: b, name: B, summary: Second., contact: {name: Jo, phones: (207) 555-0102}, verified: 2026-02-01}
  - {id: c, name: "C @everybody <img src=x>", summary: Third., contact: {phones: (207) 555-0103}, verified: 2026-03-01}
  - {id: d, name: D, summary: Fresh., contact: {phones: (207) 555-0104}, verified: 2026-11-01}
"""


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "resources.yaml").write_text(HEAD + GROUPS, encoding="utf-8")
    with running() as there:
        monkeypatch.setenv("GITHUB_API_URL", there.base)
        monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
        monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
        yield there


def waypost(*words: str) -> Result:
    return CliRunner().invoke(main, ["host", *words])


def freshness(*words: str, today: str = "2026-11-22") -> Result:
    edit = "https://code.example/edit/{path}#L{line}"
    return waypost("freshness", "--today", today, "--site-url", "https://town.example/", "--edit", edit, *words)


def comment(text: str, commit: str = "abc") -> Result:
    Path("summary.md").write_text(text, encoding="utf-8")
    return waypost("comment", "--commit", commit, "--text", "summary.md")


# One comment under a pull request


def test_a_pull_request_gets_one_comment_that_is_kept_up_to_date(host: Host) -> None:
    host.pull(7, "abc")
    for text in ("First", "Second"):
        assert comment(text).exit_code == 0
    assert [(row["issue"], row["body"]) for row in host.comments] == [(7, f"{MARK}\nSecond")]


def test_what_somebody_else_wrote_is_left_alone_however_it_begins(host: Host) -> None:
    host.pull(7, "abc")
    host.comment(7, f"{MARK}\nTheirs", "stranger")
    comment("Ours")
    assert [(row["user"]["login"], row["body"]) for row in host.comments] == [
        ("stranger", f"{MARK}\nTheirs"),
        (BOT, f"{MARK}\nOurs"),
    ]


def test_our_comment_is_found_beyond_the_first_page(host: Host) -> None:
    host.pull(7, "abc")
    for number in range(120):
        host.comment(7, f"Comment {number}", "somebody")
    ours = host.comment(7, f"{MARK}\nOld", BOT)
    comment("New")
    assert len(host.comments) == 121
    assert host.comments[-1] == {"id": ours, "issue": 7, "body": f"{MARK}\nNew", "user": {"login": BOT}}


def test_a_commit_of_no_open_pull_request_says_nothing(host: Host) -> None:
    host.pull(7, "abc")
    done = comment("Text", commit="def")
    assert done.exit_code == 0
    assert host.comments == []


def test_a_very_long_text_is_cut_at_a_line(host: Host) -> None:
    host.pull(7, "abc")
    comment("x" * 99 + "\n" + "a line\n" * 20_000)
    [row] = host.comments
    assert len(row["body"]) < LONGEST + 100
    assert row["body"].endswith("a line\n\n…")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("GITHUB_TOKEN", "wrong", "answered 404"),
        ("GITHUB_TOKEN", "", "no GITHUB_TOKEN"),
        ("GITHUB_REPOSITORY", "town/../other", "is not a repository"),
        ("GITHUB_API_URL", "file:///etc", "is not the address of a code host"),
        ("GITHUB_API_URL", "http://127.0.0.1:1", "could not be reached"),
    ],
)
def test_what_keeps_it_from_working_is_said_without_the_token(
    host: Host, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    host.pull(7, "abc")
    monkeypatch.setenv(name, value)
    done = comment("Text")
    assert done.exit_code == 1
    assert told in done.output
    assert TOKEN not in done.output


# Issues that ask whether a listing is still true


def test_the_most_urgent_are_asked_about_up_to_the_number_that_is_allowed(host: Host) -> None:
    done = freshness("--most", "2")
    assert [row["title"] for row in host.issues] == ["Please check: A", "Please check: B"]
    assert {label["name"] for row in host.issues for label in row["labels"]} == {LABEL}
    assert "2 opened, 0 closed, 1 more are due." in done.output


def test_asking_twice_asks_nothing_twice(host: Host) -> None:
    for _ in range(3):
        freshness("--most", "5")
    assert len(host.issues) == 3


def test_an_issue_holds_whom_to_ask_and_the_line_to_answer_with(host: Host) -> None:
    freshness()
    body = host.issues[1]["body"]
    assert "`Jo, (207) 555-0102`" in body
    assert "```yaml\nverified: 2026-11-22\n```" in body
    assert "https://town.example/groups/b/" in body
    line = HEAD.count("\n") + 3
    assert f"https://code.example/edit/resources.yaml#L{line}" in body


def test_what_was_checked_is_closed_and_makes_room(host: Host) -> None:
    freshness("--most", "1")
    text = (HEAD + GROUPS).replace("verified: 2026-01-01", "verified: 2026-11-22")
    Path("resources.yaml").write_text(text, encoding="utf-8")
    freshness("--most", "1")
    assert [(row["title"], row["state"]) for row in host.issues] == [
        ("Please check: A", "closed"),
        ("Please check: B", "open"),
    ]
    assert [row["body"] for row in host.comments] == ["This was checked, or is listed no longer. Thank you."]


def test_a_strangers_issue_with_our_mark_closes_nothing_and_keeps_nothing_from_being_asked(host: Host) -> None:
    host.issue("<!-- waypost-verify: a -->")
    host.issue("<!-- waypost-verify: nowhere -->")
    freshness("--most", "1")
    assert [row["state"] for row in host.issues] == ["open", "open", "open"]
    assert host.issues[2]["title"] == "Please check: A"


def test_two_open_issues_about_one_listing_become_one(host: Host) -> None:
    for _ in range(2):
        host.issue("<!-- waypost-verify: a -->", labels=(LABEL,))
    freshness("--most", "0")
    assert [row["state"] for row in host.issues] == ["open", "closed"]


def test_names_stay_inert_in_the_text(host: Host) -> None:
    freshness()
    body = host.issues[2]["body"]
    outside = re.sub(r"`[^`]*`", "", body)
    assert "@everybody" in body
    assert "@everybody" not in outside
    assert "<img" not in outside


def test_a_dry_run_changes_nothing(host: Host) -> None:
    done = freshness("--dry-run")
    assert host.issues == []
    assert "3 opened" in done.output
    assert {line.split()[0] for line in host.asked} == {"GET"}


def test_a_directory_with_errors_asks_nothing(host: Host) -> None:
    Path("resources.yaml").write_text(HEAD + "groups: none\n", encoding="utf-8")
    assert freshness().exit_code == 1
    assert host.asked == []


@pytest.mark.parametrize(
    ("body", "listing"), [("<!-- waypost-verify: a -->", "a"), ("<!-- waypost-verify: $(id) -->", ""), ("", "")]
)
def test_the_listing_of_an_issue_is_a_plain_id_or_nothing(host: Host, body: str, listing: str) -> None:
    Path("issue.md").write_text(body, encoding="utf-8")
    done = waypost("listing-of", "issue.md")
    assert (done.exit_code, done.stdout.strip()) == (0 if listing else 1, listing)

"""What stands in .github: safe against strangers, thin, and its scripts do what they say on a real repository."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.editing.form_fields import FORMS
from tests.town import HEAD

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
posix_only = pytest.mark.skipif(os.name == "nt", reason="shell scripts")

GROUPS = """\
groups:
  - id: talkers
    name: Talkers # the oldest group
    summary: Tea and talk.
    schedule: Tuesday 18:30-20:00
    contact: {phones: (207) 555-0142}
    verified: 2026-01-15
"""


def _name(path: Path) -> str:
    return path.name


def parsed(path: Path) -> dict[Any, Any]:
    """A workflow by PyYAML, which takes the bare key `on` for true."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_the_auditor_finds_nothing() -> None:
    auditor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [auditor, "--offline", "--no-progress", ".github"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_auditor_would_find_something(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text(
        "on: pull_request_target\njobs:\n  x:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - run: echo ${{ github.event.issue.title }}\n",
        encoding="utf-8",
    )
    auditor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [auditor, "--offline", "--no-progress", tmp_path / "bad.yml"], capture_output=True, check=False
    )
    assert done.returncode != 0


@pytest.mark.parametrize("path", WORKFLOWS, ids=_name)
def test_each_action_is_pinned_by_its_commit_with_the_version_beside_it(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    assert [line for line in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=_name)
def test_no_job_has_more_rights_than_it_names_and_none_is_endless(path: Path) -> None:
    workflow = parsed(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert "permissions" in job
        assert job["timeout-minutes"] <= 90


@pytest.mark.parametrize("path", WORKFLOWS, ids=_name)
def test_nothing_of_an_event_is_written_into_a_command(path: Path) -> None:
    for job in parsed(path)["jobs"].values():
        for step in job.get("steps", []):
            assert "${{" not in step.get("run", "")
            assert len(step.get("run", "").splitlines()) <= 6, "a workflow is thin; what thinks belongs into a command"


@pytest.mark.parametrize("path", WORKFLOWS, ids=_name)
def test_what_runs_a_strangers_files_may_write_nothing(path: Path) -> None:
    workflow = parsed(path)
    triggers = workflow[True]
    assert "pull_request_target" not in triggers
    if "pull_request" in triggers:
        assert all(job["permissions"] == {"contents": "read"} for job in workflow["jobs"].values())
        assert "secrets." not in path.read_text(encoding="utf-8")


def test_what_is_said_of_a_change_is_found_by_the_program_that_it_cannot_change() -> None:
    workflow = parsed(ROOT / ".github" / "workflows" / "say-what-changes.yml")
    [job] = workflow["jobs"].values()
    # The default branch is what this event checks out where no other is named; a file of the change's own run would lie.
    assert set(workflow[True]) == {"workflow_run"}
    assert not [step for step in job["steps"] if "download-artifact" in step.get("uses", "")]
    assert [step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/checkout")] == [
        {"fetch-depth": 0, "persist-credentials": False}
    ]
    runs = [step for step in job["steps"] if "waypost diff" in step.get("run", "")]
    assert len(runs) == 1
    assert "GITHUB_TOKEN" not in runs[0]["env"], "what reads a stranger's files holds no token"


@pytest.mark.parametrize("path", WORKFLOWS, ids=_name)
def test_every_command_of_ours_that_a_workflow_calls_is_there(path: Path) -> None:
    calls = re.findall(r"waypost ((?:host )?[a-z-]+)", path.read_text(encoding="utf-8").replace("actions/waypost", ""))
    for words in {call.strip() for call in calls}:
        done = subprocess.run(
            [sys.executable, "-m", "generator", *words.split(), "--help"], cwd=ROOT, capture_output=True, check=False
        )
        assert done.returncode == 0, words


# The scripts


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town in a repository of its own, with a bare one beside it that it pushes to."""
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "resources.yaml").write_text(HEAD + GROUPS, encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--bare", "far.git")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", "First")
    git(folder, "remote", "add", "origin", str(tmp_path / "far.git"))
    return folder


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout


def from_issue(town: Path, label: str, body: str | None) -> tuple[str, str]:
    """What the script leaves for a pull request, and why it did nothing."""
    out = town.parent / "out"
    out.mkdir(exist_ok=True)
    (out / "event.json").write_text(json.dumps({"issue": {"number": 7, "body": body}}), encoding="utf-8")
    waypost = out / "waypost"
    waypost.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"\n', encoding="utf-8")
    waypost.chmod(0o755)
    env = {**os.environ, "WAYPOST": str(waypost), "SOURCE_DATE_EPOCH": "1795359600"}
    subprocess.run(
        ["bash", ROOT / "tools" / "from_issue.sh", label, out / "event.json", out], cwd=town, env=env, check=True
    )
    return tuple(
        (out / name).read_text(encoding="utf-8") if (out / name).exists() else ""
        for name in ("proposal.md", "refusal.md")
    )  # type: ignore[return-value]


def form(**answers: str) -> str:
    """What a code host sends for the form "Change a listing"."""
    [change] = [form for form in FORMS if form.name == "change-a-listing"]
    known = {"listing": "talkers", "how-known": "I was there.", "private": "- [x] I left out names."} | answers
    return "".join(f"### {field.label}\n\n{known.get(field.id, '_No response_')}\n\n" for field in change.fields)


@posix_only
def test_an_accepted_form_changes_one_line_and_says_so(town: Path) -> None:
    proposal, refusal = from_issue(town, "accepted", form(when="Wednesday 18:30-20:00"))
    assert refusal == ""
    assert "talkers" in proposal
    changed = [line for line in git(town, "diff", "--unified=0").splitlines() if re.match(r"[-+][^-+]", line)]
    assert changed == ["-    schedule: Tuesday 18:30-20:00", "+    schedule: Wednesday 18:30-20:00"]


@posix_only
def test_a_listing_that_is_still_true_gets_its_new_date_and_nothing_else(town: Path) -> None:
    proposal, _ = from_issue(town, "still-true", "Please check.\n<!-- waypost-verify: talkers -->")
    assert "`talkers` is still true" in proposal
    changed = [line for line in git(town, "diff", "--unified=0").splitlines() if re.match(r"[-+][^-+]", line)]
    assert changed == ["-    verified: 2026-01-15", "+    verified: 2026-11-22"]


@posix_only
@pytest.mark.parametrize(
    ("label", "body"),
    [
        ("accepted", None),
        ("accepted", ""),
        ("accepted", "$(touch stolen) `touch stolen`; touch stolen"),
        ("accepted", form(when="$(touch stolen)")),
        ("accepted", form(when="Tuesday 18:30", listing="../../etc/passwd")),
        ("accepted", form(when="Tuesday 18:30", listing="--out=stolen")),
        ("accepted", "x" * 1_500_000),
        ("still-true", "<!-- waypost-verify: nowhere -->"),
        ("still-true", "<!-- waypost-verify: --help -->"),
        ("still-true", "<!-- waypost-verify: $(touch stolen) -->"),
        ("still-true", "no mark at all"),
    ],
)
def test_what_cannot_be_used_is_refused_and_changes_nothing(town: Path, label: str, body: str | None) -> None:
    proposal, refusal = from_issue(town, label, body)
    assert proposal == ""
    assert refusal.startswith("Nothing was changed:\n")
    assert len(refusal) < 5000
    assert git(town, "status", "--porcelain") == ""
    assert not list(town.parent.rglob("stolen"))


def propose(town: Path, *words: str) -> tuple[int, str]:
    """The script's exit code, and what it asked of `gh`, which is a script here that writes down how it was called."""
    tools = town.parent / "tools"
    tools.mkdir(exist_ok=True)
    gh = tools / "gh"
    gh.write_text(f'#!/bin/sh\nprintf "%s\\n" "$*" >> "{tools}/asked"\n', encoding="utf-8")
    gh.chmod(0o755)
    env = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", ROOT / "tools" / "propose.sh", *words], cwd=town, env=env, capture_output=True, check=False
    )
    return done.returncode, (tools / "asked").read_text(encoding="utf-8") if (tools / "asked").exists() else ""


@posix_only
def test_a_change_becomes_a_branch_and_a_pull_request_that_closes_the_issue(town: Path) -> None:
    from_issue(town, "accepted", form(when="Wednesday 18:30-20:00"))
    out = town.parent / "out"
    code, asked = propose(town, "7", str(out / "proposal.md"), str(out / "refusal.md"))
    assert code == 0
    assert "pr create --head issue-7 --title Change a listing, as asked in #7" in asked
    assert (out / "proposal.md").read_text(encoding="utf-8").endswith("\nCloses #7\n")
    assert "Wednesday" in git(town.parent / "far.git", "show", "issue-7:resources.yaml")
    assert git(town.parent / "far.git", "diff", "--stat", "issue-7~1", "issue-7").count("|") == 1


@posix_only
def test_why_nothing_was_changed_is_said_in_the_issue(town: Path) -> None:
    from_issue(town, "accepted", "not a form")
    out = town.parent / "out"
    code, asked = propose(town, "7", str(out / "proposal.md"), str(out / "refusal.md"))
    assert (code, asked) == (0, f"issue comment 7 --body-file {out / 'refusal.md'}\n")


@posix_only
@pytest.mark.parametrize("number", ["", "7; touch stolen", "--web", "7 8"])
def test_what_is_no_number_of_an_issue_is_refused(town: Path, number: str) -> None:
    code, asked = propose(town, number, "x", "y")
    assert (code, asked) == (2, "")

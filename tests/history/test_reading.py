from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.changed import Changed
from tests.history.repositories import AUTHOR, TODAY, Project, group, groups


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path / "town")
    made.begin()
    return made


def test_a_listing_came_and_changed_on_the_days_of_its_commits(project: Project) -> None:
    project.commit("2026-03-01", {"resources.yaml": groups(group("tea"), group("choir"))})
    project.commit("2026-05-09", {"resources.yaml": groups(group("tea", "Talk and cake."), group("choir"))})
    project.commit(
        "2026-07-01", {"resources.yaml": groups(group("tea", "Talk and cake."), group("choir"), group("walk"))}
    )
    march, may, july = date(2026, 3, 1), date(2026, 5, 9), date(2026, 7, 1)
    assert project.history() == {
        "tea": Changed(march, (march, may)),
        "choir": Changed(march, (march,)),
        "walk": Changed(july, (july,)),
    }
    assert project.told().words is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            'groups:\n- name: "Tea"\n  # the old hall\n  summary: >-\n    Talk\n    and tea.\n  id: tea\n', id="layout"
        ),
        pytest.param("groups: [{id: tea, name: Tea, summary: 'Talk and tea.'}]\n", id="brackets"),
        pytest.param(groups(group("tea", more="    verified: 2026-05-08\n    verified_by: Ana\n")), id="a check"),
        pytest.param("areas:\n  - {id: quay, name: Quay}\n" + groups(group("tea")), id="something else"),
    ],
)
def test_what_looks_different_and_means_the_same_is_no_change(project: Project, text: str) -> None:
    project.commit("2026-03-01", {"resources.yaml": groups(group("tea"))})
    project.commit("2026-05-09", {"resources.yaml": text})
    assert project.days("tea") == ["2026-03-01"]


def test_one_form_of_a_schedule_in_place_of_another_is_no_change(project: Project) -> None:
    project.commit(
        "2026-03-01", {"resources.yaml": groups(group("tea", more="    schedule: {when: Tuesday 19:00-20:30}\n"))}
    )
    project.commit(
        "2026-05-09",
        {"resources.yaml": groups(group("tea", more="    schedule:\n      - when: Tuesdays 19:00-20:30\n"))},
    )
    assert project.days("tea") == ["2026-03-01"]
    project.commit(
        "2026-06-09", {"resources.yaml": groups(group("tea", more="    schedule: {when: Tuesday 19:30-20:30}\n"))}
    )
    assert project.days("tea") == ["2026-03-01", "2026-06-09"]


def test_a_listing_that_moves_to_another_file_has_not_changed(project: Project) -> None:
    project.commit("2026-03-01", {"resources.yaml": groups(group("tea"), group("choir"))})
    split = {
        "resources.yaml": "include: [listings/*.yaml]\n",
        "listings/a.yaml": groups(group("tea")),
        "listings/b.yaml": groups(group("choir", "Sing.")),
    }
    project.commit("2026-05-09", split)
    assert project.days("tea") == ["2026-03-01"]
    assert project.days("choir") == ["2026-03-01", "2026-05-09"]
    project.git("mv", "listings/a.yaml", "listings/c.yaml")
    project.commit("2026-06-01", {})
    assert project.days("tea") == ["2026-03-01"]


def test_a_listing_that_comes_back_has_its_first_day_still(project: Project) -> None:
    project.commit("2026-03-01", {"resources.yaml": groups(group("tea"), group("choir"))})
    project.commit("2026-04-01", {"resources.yaml": groups(group("choir"))})
    project.commit("2026-05-01", {"resources.yaml": groups(group("choir"), group("tea"))})
    assert project.history()["tea"] == Changed(date(2026, 3, 1), (date(2026, 3, 1),))


def test_a_change_counts_from_the_day_it_was_merged(project: Project) -> None:
    project.commit("2026-03-01", {"resources.yaml": groups(group("tea"))})
    project.git("switch", "--quiet", "--create", "proposal")
    project.commit("2026-04-02", {"resources.yaml": groups(group("tea", "Talk and cake."))})
    project.git("switch", "--quiet", "main")
    project.commit("2026-04-03", {"notes.txt": "Nothing of the listings."})
    project.git("merge", "--quiet", "--no-ff", "--message", "Merge", "proposal", day=date(2026, 4, 20))
    assert project.days("tea") == ["2026-03-01", "2026-04-20"]


def test_days_are_those_of_the_town(project: Project) -> None:
    project.write({"resources.yaml": groups(group("tea"))})
    project.git("add", "--all")
    project.git("-c", "user.useConfigOnly=false", "commit", "--quiet", "--message", "Late", day=date(2026, 3, 1))
    project.git("commit", "--amend", "--quiet", "--no-edit", "--date", "2026-03-02T02:00:00Z")
    told = project.git("log", "-1", "--format=%cI").strip()
    assert project.days("tea") == [told[:10]]


def test_what_is_not_committed_changed_today(project: Project) -> None:
    project.commit("2026-03-01", {"resources.yaml": groups(group("tea"), group("choir"))})
    project.write({"resources.yaml": groups(group("tea", "Talk and cake."), group("choir"), group("walk"))})
    assert project.history()["tea"].days == (date(2026, 3, 1), TODAY)
    assert project.history()["walk"] == Changed(TODAY, (TODAY,))
    assert project.history()["choir"].last == date(2026, 3, 1)


def test_of_a_file_that_git_does_not_keep_nothing_is_said(project: Project) -> None:
    project.commit(
        "2026-03-01",
        {"resources.yaml": "include: [listings/*.yaml]\n" + groups(group("tea")), ".gitignore": "listings\n"},
    )
    project.write({"listings/imported.yaml": groups(group("choir"))})
    assert set(project.history()) == {"tea"}


def test_what_another_town_publishes_is_no_history_of_ours(project: Project) -> None:
    ours = {"resources.yaml": "include: [listings/*.yaml]\n", "listings/a.yaml": groups(group("tea"))}
    project.commit("2026-03-01", {**ours, "listings/neighbour.json": '{\n"groups": [\n{"id": "tea"}]\n}'})
    project.commit("2026-05-01", {"listings/neighbour.json": '{\n"groups": [\n{"id": "tea", "name": "x"}]\n}'})
    assert project.days("tea") == ["2026-03-01"]


def test_windows_line_ends_are_no_change(project: Project) -> None:
    project.commit("2026-03-01", {"resources.yaml": groups(group("tea"))})
    file = project.folder / "resources.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert project.days("tea") == ["2026-03-01"]


def test_a_day_after_today_is_today(project: Project) -> None:
    project.commit("2027-03-01", {"resources.yaml": groups(group("tea"))})
    assert project.history()["tea"].last == TODAY


class TestLittleHistory:
    def test_of_a_shallow_clone_only_what_it_holds_is_told(self, project: Project, tmp_path: Path) -> None:
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea"), group("choir"))})
        project.commit("2026-05-09", {"resources.yaml": groups(group("tea", "Talk and cake."), group("choir"))})
        project.commit(
            "2026-07-01", {"resources.yaml": groups(group("tea", "Talk and cake."), group("choir", "Sing."))}
        )
        for depth, known in (1, set()), (2, {"choir"}), (3, {"tea", "choir"}):
            clone = Project(tmp_path / f"clone{depth}")
            clone.git("clone", "--quiet", "--depth", str(depth), project.folder.as_uri(), str(clone.folder))
            assert set(clone.history()) == known
            assert (clone.told().words is None) is (clone.git("rev-parse", "--is-shallow-repository") == "false\n")
        two = Project(tmp_path / "clone2")
        assert two.history()["choir"] == Changed(None, (date(2026, 7, 1),))
        assert "2026-05-09" in str(two.told().words)

    def test_without_git_nothing_is_known_and_nothing_is_said(self, project: Project, tmp_path: Path) -> None:
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea"))})
        copy = Project(tmp_path / "exported")
        shutil.copy(project.folder / "resources.yaml", copy.folder)
        assert (copy.told().history, copy.told().words) == ({}, None)

    def test_a_copy_within_another_repository_has_no_history(self, project: Project) -> None:
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea")), ".gitignore": "unpacked\n"})
        copy = Project(project.folder / "unpacked")
        copy.write({"resources.yaml": groups(group("tea"))})
        assert (copy.told().history, copy.told().words) == ({}, None)

    def test_a_repository_without_a_commit_has_no_history(self, project: Project) -> None:
        project.write({"resources.yaml": groups(group("tea"))})
        assert (project.told().history, project.told().words) == ({}, None)

    def test_where_git_is_not_installed_nothing_is_known(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea"))})
        monkeypatch.setenv("PATH", str(project.folder))
        assert (project.told().history, project.told().words) == ({}, None)

    def test_a_repository_of_somebody_else_is_told_and_not_looked_at(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea"))})
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        told = project.told()
        assert told.history == {}
        assert "dubious ownership" in str(told.words)

    def test_a_broken_repository_is_told_and_stops_nothing(self, project: Project) -> None:
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea"))})
        shutil.rmtree(project.folder / ".git" / "objects")
        (project.folder / ".git" / "objects").mkdir()
        assert project.told().history == {}

    def test_a_project_in_a_folder_of_a_repository_has_its_history(self, project: Project) -> None:
        inner = Project(project.folder / "towns" / "bay")
        inner.write({"resources.yaml": groups(group("tea"))})
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea", "Another town's."))})
        inner.write({"resources.yaml": groups(group("tea", "Talk and cake."))})
        project.commit("2026-05-09", {})
        assert inner.days("tea") == ["2026-03-01", "2026-05-09"]
        assert project.days("tea") == ["2026-03-01"]


class TestKept:
    def test_what_is_kept_changes_nothing(self, project: Project, tmp_path: Path) -> None:
        kept = tmp_path / "kept" / "history.json"
        for number in range(6):
            text = groups(group("tea", f"Talk and cake {number // 2}."), *[group(f"g{at}") for at in range(number)])
            project.commit(f"2026-03-0{number + 1}", {"resources.yaml": text})
            assert project.told(kept) == project.told(kept) == project.told()
        before = kept.read_bytes()
        project.told(kept)
        assert kept.read_bytes() == before

    @pytest.mark.parametrize(
        "damage", ["", "{", "[]", '{"form": 1}', '{"form": 99, "pairs": {}}', '{"form": 1, "pairs": {"a": 5}}']
    )
    def test_a_damaged_file_is_as_good_as_none(self, project: Project, tmp_path: Path, damage: str) -> None:
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea"))})
        kept = tmp_path / "history.json"
        kept.write_text(damage)
        assert project.told(kept) == project.told()
        assert json.loads(kept.read_text())["form"] == 1

    def test_a_place_where_nothing_can_be_written_stops_nothing(self, project: Project, tmp_path: Path) -> None:
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea"))})
        (tmp_path / "file").write_text("")
        assert project.told(tmp_path / "file" / "history.json") == project.told()

    def test_nothing_of_an_author_is_kept(self, project: Project, tmp_path: Path) -> None:
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea"))})
        project.told(tmp_path / "history.json")
        assert not [value for value in AUTHOR.values() if value in (tmp_path / "history.json").read_text()]


class TestAlone:
    def test_a_partial_clone_fetches_nothing(self, project: Project, tmp_path: Path) -> None:
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea"))})
        project.commit("2026-05-09", {"resources.yaml": groups(group("tea", "Talk and cake."))})
        project.git("config", "uploadpack.allowFilter", "true")
        clone = Project(tmp_path / "partial")
        clone.git("clone", "--quiet", "--filter=blob:none", project.folder.as_uri(), str(clone.folder))
        before = clone.git("count-objects", "-v")
        told = clone.told()
        assert clone.git("count-objects", "-v") == before
        assert told.history == {}
        assert "2026-05-09" in str(told.words)

    def test_settings_of_the_project_start_no_program(self, project: Project, tmp_path: Path) -> None:
        project.commit(
            "2026-03-01", {"resources.yaml": groups(group("tea")), ".gitattributes": "*.yaml diff=odd filter=odd\n"}
        )
        trace = tmp_path / "was-run"
        program = tmp_path / "odd"
        program.write_text(f"#!/bin/sh\necho run >> {trace}\ncat\n")
        program.chmod(0o755)
        for setting in (
            "core.fsmonitor",
            "diff.external",
            "diff.odd.textconv",
            "diff.odd.command",
            "core.pager",
            "pager.log",
        ):
            project.git("config", setting, str(program))
        for setting in ("filter.odd.smudge", "filter.odd.clean"):
            project.git("config", setting, str(program))
        project.write({"resources.yaml": groups(group("tea", "Talk and cake."))})
        assert project.history()["tea"].last == TODAY
        assert not trace.exists()
        # The trap would have caught somebody.
        project.git("status")
        assert trace.exists()

    def test_a_file_whose_name_looks_like_an_option_is_a_file(self, project: Project) -> None:
        files = {
            "resources.yaml": "include: ['--output=x.yaml', ':!odd.yaml']\n",
            "--output=x.yaml": groups(group("tea")),
            ":!odd.yaml": groups(group("choir")),
        }
        project.commit("2026-03-01", files)
        assert set(project.history()) == {"tea", "choir"}
        assert sorted(path.name for path in project.folder.iterdir()) == sorted([".git", *files])


steps = st.lists(
    st.dictionaries(st.sampled_from("abcd"), st.tuples(st.integers(0, 2), st.integers(0, 1)), max_size=4),
    min_size=1,
    max_size=6,
)
"""States of a town: of each group, what it says and in which of two files it stands."""


@given(steps)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_history_is_what_looking_at_each_state_tells(
    tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, tuple[int, int]]]
) -> None:
    project = Project(tmp_path_factory.mktemp("town"))
    project.begin()
    known: dict[str, int] = {}
    expected: dict[str, list[date]] = {}
    for at, state in enumerate(states):
        day = date(2026, 3, 1 + at)
        texts = ["", ""]
        for name, (says, file) in state.items():
            texts[file] += group(f"group-{name}", f"Talk number {says}.")
            if known.get(name) != says:
                expected.setdefault(f"group-{name}", []).append(day)
            known[name] = says
        files = {"resources.yaml": "include: [more/*.yaml]\n" + groups(texts[0]), "more/other.yaml": groups(texts[1])}
        project.commit(day.isoformat(), files)
    assert project.history() == {name: Changed(days[0], tuple(days)) for name, days in expected.items()}

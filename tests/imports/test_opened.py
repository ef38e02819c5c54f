"""What can be handed over, and what a hostile gift may try: names that lead elsewhere, links, bombs, endless lists."""

from __future__ import annotations

import os
import struct
import zipfile
from collections import deque
from io import BytesIO
from pathlib import Path

import pytest

from generator.imports import opened as room
from generator.imports.opened import LARGEST_FILE, Member, opened
from generator.imports.report import Report
from generator.problems import InputError

TEA = b'{"id": "1", "name": "Tea", "status": "active"}'


def names(path: Path, report: Report | None = None) -> list[str]:
    with opened(path, report or Report()) as members:
        return [member.name for member in members]


def whole(path: Path) -> dict[str, bytes]:
    with opened(path, Report()) as members:
        return {member.name: member.bytes() for member in members}


def packed(path: Path, files: dict[str, bytes], **how: int) -> Path:
    with zipfile.ZipFile(path, "w", how.get("compression", zipfile.ZIP_DEFLATED)) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as error:
        whole(path)
    return str(error.value)


def test_a_file_a_folder_and_a_zip_give_the_same_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    (folder / "services").mkdir(parents=True)
    (folder / "services" / "tea.json").write_bytes(TEA)
    assert whole(folder) == {"services/tea.json": TEA}
    assert whole(folder / "services" / "tea.json") == {"tea.json": TEA}
    assert whole(packed(tmp_path / "export.zip", {"services/tea.json": TEA})) == {"services/tea.json": TEA}


def test_a_zip_is_known_by_its_contents_not_its_name(tmp_path: Path) -> None:
    assert names(packed(tmp_path / "export.download", {"tea.json": TEA})) == ["tea.json"]


def test_only_json_and_csv_that_are_not_hidden_are_read(tmp_path: Path) -> None:
    files = {"tea.json": TEA, "a.csv": b"id\n", "readme.txt": b"", ".hidden.json": TEA, "__MACOSX/._tea.json": TEA}
    assert names(packed(tmp_path / "export.zip", files)) == ["a.csv", "tea.json"]


@pytest.mark.parametrize(
    "name", ["../tea.json", "/etc/tea.json", "a/../../tea.json", "..\\tea.json", "C:/tea.json", "C:\\tea.json"]
)
def test_names_that_lead_out_of_a_zip_are_left_alone_and_told(tmp_path: Path, name: str) -> None:
    report = Report()
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        # As another program might write it: the class would mend some names.
        entry = zipfile.ZipInfo("x")
        entry.filename = name
        archive.writestr(entry, TEA)
    assert names(path, report) == []
    assert [str(note) for note in report.notes] == [f"{name} was not read: its name leads out of the zip."]


def test_links_in_a_zip_and_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_bytes(b'{"secret": 1}')
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "tea.json").symlink_to(secret)
    (folder / "more").symlink_to(tmp_path, target_is_directory=True)
    report = Report()
    assert names(folder, report) == []
    assert sorted(str(note) for note in report.notes) == [
        "more was not read: it is a link.",
        "tea.json was not read: it is a link.",
    ]
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        entry = zipfile.ZipInfo("tea.json")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, str(secret))
    assert names(path) == []


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tea.json")
    assert names(tmp_path) == []


def test_a_bomb_ends_when_more_comes_out_than_a_file_may_have(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("tea.json", "w") as file:
        for _ in range(LARGEST_FILE // (1 << 20) + 2):
            file.write(bytes(1 << 20))
    assert path.stat().st_size < 1_000_000
    with opened(path, Report()) as [member], pytest.raises(InputError, match="more than 200000000 bytes"):
        deque(member.pieces(), maxlen=0)


def test_many_files_together_have_a_bound_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "export.zip", {f"{number}.json": bytes(1000) for number in range(10)})
    monkeypatch.setattr(room, "LARGEST_IN_ALL", 5000)
    monkeypatch.setattr(room.Budget, "__init__", lambda self: setattr(self, "left", 5000))
    assert "With this file there are more than 5000 bytes" in refusal(path)


def test_the_size_that_a_zip_tells_is_not_believed(tmp_path: Path) -> None:
    path = packed(tmp_path / "export.zip", {"tea.json": bytes(100_000)})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 5)
    path.write_bytes(data)
    assert "cannot be read" in refusal(path)


def test_more_files_than_any_directory_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_FILES", 3)
    many = {f"{number}.json": TEA for number in range(4)}
    assert "There are more than 3 files in this zip." in refusal(packed(tmp_path / "export.zip", many))
    for name, content in many.items():
        (tmp_path / name).write_bytes(content)
    assert "There are more than 3 files in this folder." in refusal(tmp_path)


def test_an_endless_list_of_contents_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "export.zip", {"tea.json": TEA})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x05\x06")
    data[at + 12 : at + 16] = struct.pack("<I", 0xFFFFFFFF)
    path.write_bytes(data)
    assert "files in this zip" in refusal(path)


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_may_ask_for_any_memory_are_not_unpacked(tmp_path: Path, compression: int) -> None:
    report = Report()
    assert names(packed(tmp_path / "export.zip", {"tea.json": TEA}, compression=compression), report) == []
    assert "packed in a way that is not known here" in str(report.notes[0])


def test_a_locked_file_and_one_that_stands_twice_are_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "export.zip", {"tea.json": TEA})
    data = bytearray(path.read_bytes())
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    report = Report()
    assert names(path, report) == []
    assert "locked with a password" in str(report.notes[0])
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as archive:
        archive.writestr("tea.json", TEA)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("tea.json", b"{}")
    report = Report()
    assert names(tmp_path / "twice.zip", report) == ["tea.json"]
    assert "stands twice" in str(report.notes[0])


def test_every_cut_and_every_changed_byte_of_a_zip_is_refused_or_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "export.zip", {"tea.json": TEA * 3})
    data = path.read_bytes()
    broken = [data[:end] for end in range(len(data))]
    broken += [data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :] for at in range(len(data))]
    refused = 0
    for number, content in enumerate(broken):
        path.write_bytes(content)
        try:
            assert set(whole(path).values()) <= {TEA * 3}, number
        except InputError:
            refused += 1
    assert refused > len(data)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path / "nowhere.json")


def test_a_member_knows_its_folder_and_name() -> None:
    member = Member("data/services/TEA.json", BytesIO, room.Budget())
    assert (member.folder, member.base) == ("services", "tea.json")

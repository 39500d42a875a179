"""The folder of a backup: whole or not there, read by its owner alone, verified byte by byte, and in time removed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kecamatan.ground.errors import InputError
from sakip.backup.folder import (
    AtWork,
    backups_in,
    chosen,
    file_mark,
    kept_alone,
    new_file,
    outdated,
    verified,
    written_whole,
)
from sakip.backup.manifest import FILE, DatabaseState, Manifest, write_manifest

BEGUN = datetime(2026, 11, 29, 18, 0, tzinfo=UTC)


def made(place: Path) -> Path:
    """A backup with a database and a photo, neither of them real."""
    with kept_alone(place), written_whole(place, BEGUN) as (unfinished, folder):
        for name in ("basis-data.sqlite3", "media/foto/rapat.png"):
            with new_file(unfinished / name) as target:
                target.write(name.encode())
        manifest = Manifest(
            begun=BEGUN,
            ended=BEGUN,
            program="1.7.0",
            database=DatabaseState(
                vendor="sqlite", version="3", tool="", rows={}, triggers=(), migrations=()
            ),
            files={
                name: file_mark(unfinished / name) for name in ("basis-data.sqlite3", "media/foto/rapat.png")
            },
        )
        with new_file(unfinished / FILE) as target:
            target.write(write_manifest(manifest).encode())
    return folder


def test_a_whole_backup_says_what_is_in_it_to_its_owner_alone(tmp_path: Path) -> None:
    folder = made(tmp_path / "cadangan")
    assert folder.name == "sakip-20261129T180000Z"
    manifest = verified(folder)
    assert (manifest.begun, manifest.size, list(manifest.media)) == (BEGUN, 38, ["foto/rapat.png"])
    modes = {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()}
    folders = {path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*")) if path.is_dir()}
    assert (modes, folders) == ({0o600}, {0o700})


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda b: flip(b / "basis-data.sqlite3"), "berkas basis-data.sqlite3 berubah"),
        (lambda b: flip(b / "media/foto/rapat.png"), "berkas media/foto/rapat.png berubah"),
        (lambda b: flip(b / FILE), "manifest.json (berubah sesudah ditulis|tidak dapat dibaca)"),
        (lambda b: (b / "media/foto/rapat.png").unlink(), "berkas media/foto/rapat.png hilang"),
        (lambda b: (b / "media/lain.png").write_bytes(b"x"), "berkas media/lain.png tidak tercatat"),
        (lambda b: (b / "media/lain").symlink_to(b), '"media/lain" yang bukan berkas biasa'),
        (lambda b: (b / FILE).unlink(), "bukan cadangan yang utuh: manifest.json tidak ada"),
    ],
)
def test_what_is_not_what_was_written_is_refused(
    tmp_path: Path, harm: Callable[[Path], object], words: str
) -> None:
    folder = made(tmp_path)
    harm(folder)
    with pytest.raises(InputError, match=f"{words}.*Pakai cadangan lain"):
        verified(chosen(folder))


def test_an_error_or_a_killed_run_leaves_nothing_that_looks_whole(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError), written_whole(tmp_path, BEGUN) as (unfinished, _):
        new_file(unfinished).close()
    assert list(tmp_path.iterdir()) == []
    (tmp_path / ".sementara-sakip-20261128T180000Z").mkdir()  # what SIGKILL leaves
    new_file(tmp_path / ".sementara-sakip-20261128T180000Z" / FILE).close()
    with pytest.raises(InputError, match="Tidak ada cadangan yang utuh"):
        chosen(tmp_path)
    folder = made(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".kunci", folder.name]


def test_two_do_not_write_to_one_place_at_once(tmp_path: Path) -> None:
    with kept_alone(tmp_path), pytest.raises(AtWork, match="sedang berjalan"), kept_alone(tmp_path):
        pass


def test_of_two_in_one_second_both_stay_and_the_later_is_the_newest(tmp_path: Path) -> None:
    assert [made(tmp_path).name, made(tmp_path).name] == [
        "sakip-20261129T180000Z",
        "sakip-20261129T180000Z-2",
    ]
    assert chosen(tmp_path).name == "sakip-20261129T180000Z-2"
    (tmp_path / "lain").mkdir()  # not ours
    assert len(backups_in(tmp_path)) == 2


def test_the_newest_of_each_of_the_last_days_and_weeks_is_kept() -> None:
    """29 November 2026 is a Sunday. 18.00 UTC is the next day on the clocks of the kabupaten, a Monday."""
    stamps = [
        "20261129T180000Z",  # Monday 30: day 1, week 1
        "20261129T050000Z",  # Sunday 29: day 2, week 2
        "20261128T190000Z",  # Sunday 29 as well, earlier: goes
        "20261127T050000Z",  # Friday 27: day 3; its week has one
        "20261126T050000Z",  # Thursday 26: a fourth day: goes
        "20261120T050000Z",  # Friday 20: week 3
        "20261116T050000Z",  # Monday 16: the same week: goes
        "20261030T050000Z",  # October: a fourth week: goes
    ]
    going = outdated([Path(f"sakip-{stamp}") for stamp in stamps], daily=3, weekly=3)
    assert [re.sub(r"\D+", "", path.name)[:8] for path in going] == [
        "20261128",
        "20261126",
        "20261116",
        "20261030",
    ]

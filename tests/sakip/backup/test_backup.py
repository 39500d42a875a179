"""A backup made while twenty people save, and restored into an empty installation: all of it or a refusal."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, connection
from pytest_django import Settings

from kecamatan.ground.errors import InputError
from kecamatan.models import BackupRun, Jejak, Pengguna
from reports.signing.chain import head, link_holds
from sakip.backup import postgresql
from sakip.backup.folder import file_mark, verified
from sakip.backup.make import Made, make_backup
from sakip.backup.manifest import FILE, write_manifest
from sakip.backup.media import MediaCopy, stored_mark, stored_names
from sakip.backup.restore import check_backup, restore_backup
from sakip.backup.sqlite import SQLite
from sakip.entry.form import Scope
from sakip.entry.save import record_save
from sakip.integrity import run_rules
from sakip.models import BarisPK
from sakip.records.pk.form import BarisPKForm
from tests.buckets import bucket_server, new_bucket, storages
from tests.factory import make as make_row
from tests.factory import make_laporan, make_pengguna, make_pk
from tests.reports.signing.archives import archived

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS = 20


@pytest.fixture(autouse=True)
def media(tmp_path: Path, settings: Settings) -> Path:
    """An empty storage of the test's own."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


@contextmanager
def another_installation(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Inside, the program runs with another database, in which nothing is, and another storage."""
    ours = connection.settings_dict["NAME"]
    name = str(tmp_path / "pulih.sqlite3") if connection.vendor == "sqlite" else f"{ours}_pulih"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    connection.close()
    connection.settings_dict["NAME"] = name
    settings.MEDIA_ROOT = str(tmp_path / "media-pulih")
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = ours
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{name}"')


class Writers:
    """People who save through the service, each a row of his own: in every round all at once, a larger number."""

    def __init__(self) -> None:
        pk = make_pk()
        by = make_pengguna("operator", kecamatan=pk.kecamatan)
        self._scope = Scope(kecamatan=pk.kecamatan, tahun=pk.tahun, pengguna=by)
        rows = [
            make_row(BarisPK, perjanjian=pk, acuan_indikator=None, indikator=f"Indikator {n}", urut=n)
            for n in range(1, WRITERS + 1)
        ]
        self.acknowledged: dict[int, int] = dict.fromkeys((row.pk for row in rows), 0)
        self._round, self._over = 0, False
        self._told = threading.Condition()
        self._threads = [threading.Thread(target=self._work, args=(row,)) for row in rows]

    def __enter__(self) -> Writers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        with self._told:
            self._over = True
            self._told.notify_all()
        for thread in self._threads:
            thread.join()

    def save(self, *, until: int) -> None:
        """Let everybody save once more; returns when so many have been told that it is saved."""
        with self._told:
            self._round += 1
            self._told.notify_all()
            done = self._told.wait_for(
                lambda: sum(n == self._round for n in self.acknowledged.values()) >= until, timeout=60
            )
        assert done

    def _work(self, row: BarisPK) -> None:
        try:
            while True:
                number = self.acknowledged[row.pk] + 1
                with self._told:
                    self._told.wait_for(lambda: self._round >= number or self._over)  # noqa: B023
                    if self._round < number:
                        return
                self._save(row, number)
                with self._told:
                    self.acknowledged[row.pk] = number
                    self._told.notify_all()
        finally:
            connection.close()

    def _save(self, row: BarisPK, number: int) -> None:
        values = {
            "sasaran": row.sasaran,
            "indikator": row.indikator,
            "satuan": "indeks",
            "target": str(number),
        }
        form = BarisPKForm(values, instance=BarisPK.objects.get(pk=row.pk), scope=self._scope)
        assert form.is_valid(), form.errors
        record_save(form=form, by=self._scope.pengguna, fingerprint=form.fingerprint)


@pytest.fixture
def elsewhere(settings: Settings, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Takes another place for media each time, which is empty; in the first this installation keeps its media. As an
    installation has it: beside SQLite a folder, beside PostgreSQL a bucket."""
    if connection.vendor == "sqlite":
        names = (str(tmp_path / f"media-{number}") for number in count(1))
        yield lambda: setattr(settings, "MEDIA_ROOT", next(names))
        return
    with bucket_server() as server:

        def bucket() -> None:
            settings.STORAGES = storages(server, new_bucket(server))

        bucket()
        yield bucket


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Writers]:
    """Who have all saved once; at each step of a backup all save again, and it goes on when the first has. Meanwhile
    one photo comes, and one goes."""
    with Writers() as writers:
        take = MediaCopy.take

        def taken(copy: MediaCopy) -> None:
            take(copy)
            default_storage.delete("foto/pergi.png")
            if not default_storage.exists("foto/datang.png"):
                default_storage.save("foto/datang.png", ContentFile(b"datang"))
            writers.save(until=1)

        monkeypatch.setattr(MediaCopy, "take", taken)
        writers.save(until=WRITERS)
        yield writers


def test_what_was_saved_before_a_backup_began_comes_back_from_it(
    writers: Writers, elsewhere: Callable[[], None], tmp_path: Path, settings: Settings
) -> None:
    for name in ("foto/rapat.png", "foto/pergi.png", "arsip/lkip.pdf"):
        default_storage.save(name, ContentFile(name.encode() * 1000))
    signature = archived(make_laporan(tahun=2020, status="ditandatangani"))
    tails = [breach.code for breach in run_rules()]  # the helper archives a true PDF alone
    made = make_backup(tmp_path / "cadangan", daily=7, weekly=4)
    writers.__exit__()
    assert set(writers.acknowledged.values()) == {3}
    run = BackupRun.objects.get()
    assert (run.folder, run.files, run.problem) == (str(made.folder), 5, "")
    with another_installation(settings, tmp_path):
        elsewhere()
        default_storage.save("asing", ContentFile(b"asing"))
        with pytest.raises(
            InputError, match=r"tidak kosong: berkas asing bukan dari cadangan ini.* bucket S3"
        ):
            restore_backup(tmp_path / "cadangan")
        elsewhere()
        restored = restore_backup(tmp_path / "cadangan")
        assert restored.folder == made.folder
        assert [breach.code for breach in restored.breaches] == tails == ["arsip-utuh"] * 4
        assert (last := head()) is not None
        assert (last.sidik, link_holds(last)) == (signature.arsip.sidik, True)
        stored = [int(number or 0) for (number,) in BarisPK.objects.values_list("angka")]
        assert len(stored) == WRITERS
        assert min(stored) >= 1
        # Each with its trail, and of those after the first, at least one that was saved before the copy was made.
        assert Jejak.objects.count() == sum(stored) > WRITERS
        names = {
            "arsip/lkip.pdf",
            "foto/rapat.png",
            "foto/pergi.png",
            "foto/datang.png",
            signature.arsip.pdf.name,
        }
        assert {name: stored_mark(name) for name in stored_names()} == made.manifest.media
        assert made.manifest.media.keys() == names
        # What guards archive and trail stands again, and the next row gets a number of its own.
        for statement in ("DELETE FROM reports_arsip", "UPDATE kecamatan_jejak SET alasan = 'x'"):
            with pytest.raises(IntegrityError, match="diubah"), connection.cursor() as cursor:
                cursor.execute(statement)
        make_pengguna(username="baru")
        with pytest.raises(InputError, match=r"tidak kosong: 2 akun dan \d+ catatan jejak"):
            restore_backup(made.folder)


@pytest.fixture
def backup(tmp_path: Path) -> Made:
    make_pengguna()
    default_storage.save("foto/rapat.png", ContentFile(b"rapat"))
    return make_backup(tmp_path / "cadangan", daily=7, weekly=4)


def rewritten(backup: Made, **change: object) -> Path:
    """The backup with another manifest, in step with its files."""
    manifest = verified(backup.folder)
    (backup.folder / FILE).write_text(write_manifest(replace(manifest, **change)))  # type: ignore[arg-type]
    return backup.folder


@pytest.mark.one_engine
def test_a_newer_version_and_another_engine_are_refused(backup: Made) -> None:
    state = backup.manifest.database
    with pytest.raises(InputError, match=r"dibuat versi 99\.0\.0, lebih baru .* Perbarui program"):
        check_backup(rewritten(backup, program="99.0.0"))
    later = replace(state, migrations=(*state.migrations, "sakip.9999_besok"))
    with pytest.raises(InputError, match=r"migrasi sakip\.9999_besok tidak dikenal"):
        check_backup(rewritten(backup, program="1.7.0", database=later))
    with pytest.raises(InputError, match="dari Oracle, sedangkan instalasi ini memakai SQLite"):
        check_backup(rewritten(backup, database=replace(state, vendor="Oracle")))
    with pytest.raises(InputError, match="lain daripada yang dicatatnya"):
        check_backup(rewritten(backup, database=replace(state, rows={**state.rows, "kecamatan_pengguna": 2})))


@pytest.mark.one_engine
def test_an_older_version_is_migrated_and_nobody_stays_signed_in(
    backup: Made, tmp_path: Path, settings: Settings
) -> None:
    copy = backup.folder / SQLite.file
    with closing(sqlite3.connect(copy)) as opened:  # as if sessions came later
        opened.execute("DROP TABLE django_session")
        opened.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
        opened.commit()
    state = replace(
        backup.manifest.database,
        rows={name: n for name, n in backup.manifest.database.rows.items() if name != "django_session"},
        migrations=tuple(
            name for name in backup.manifest.database.migrations if not name.startswith("sessions.")
        ),
    )
    state = replace(state, rows={**state.rows, "django_migrations": len(state.migrations)})
    files = {**backup.manifest.files, SQLite.file: file_mark(copy)}
    manifest = replace(backup.manifest, program="1.0.0", database=state, files=files)
    (backup.folder / FILE).write_text(write_manifest(manifest))
    with another_installation(settings, tmp_path):
        call_command("pulihkan", str(backup.folder))
        assert Pengguna.objects.count() == 1
        assert "django_session" in connection.introspection.table_names()


@pytest.mark.one_engine
def test_only_an_empty_installation_is_filled_and_a_stopped_restore_goes_on(
    backup: Made, tmp_path: Path, settings: Settings
) -> None:
    with pytest.raises(CommandError, match="Basis data ini tidak kosong: 1 akun"):
        call_command("pulihkan", str(backup.folder))
    with another_installation(settings, tmp_path):
        default_storage.save("lain.png", ContentFile(b"lain"))
        with pytest.raises(InputError, match=r"berkas lain\.png bukan dari cadangan ini"):
            restore_backup(backup.folder)
        assert connection.introspection.table_names() == []
        default_storage.delete("lain.png")
        default_storage.save("foto/rapat.png", ContentFile(b"rapat"))  # brought by the one that was stopped
        restore_backup(backup.folder)
        assert (list(stored_names()), Pengguna.objects.count()) == (["foto/rapat.png"], 1)


@pytest.mark.one_engine
def test_a_failure_is_kept_and_leaves_what_there_was(
    backup: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, media: Path
) -> None:
    def full(copy: MediaCopy) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(MediaCopy, "take", full)
    with pytest.raises(InputError, match="Penyimpanan server penuh"):
        make_backup(tmp_path / "cadangan", daily=1, weekly=0)
    with pytest.raises(InputError, match="Folder induknya tidak ada"):
        make_backup(tmp_path / "tidak" / "ada", daily=1, weekly=0)
    with pytest.raises(InputError, match="di dalam folder berkas unggahan"):
        make_backup(media / "cadangan", daily=1, weekly=0)
    assert verified(backup.folder) == backup.manifest
    assert [bool(run.problem) for run in BackupRun.objects.all()] == [True, True, True, False]
    assert json.loads((backup.folder / FILE).read_text())["versi"] == backup.manifest.program
    monkeypatch.undo()
    make_backup(tmp_path / "cadangan", daily=1, weekly=0)
    assert not backup.folder.exists()  # of one day the newest is kept


def test_client_tools_that_are_missing_or_old_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite needs none")
    said = {"pg_dump": "pg_dump (PostgreSQL) 9.6.24"}
    monkeypatch.setattr(postgresql, "_call", lambda command, environment=None: said[command[0]])
    with pytest.raises(InputError, match=r"pg_dump versi 9\.6\.24 lebih lama daripada peladen PostgreSQL"):
        make_backup(tmp_path, daily=1, weekly=0)
    monkeypatch.undo()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(
        InputError, match=r"pg_dump tidak ada pada mesin ini\. Pasang paket postgresql-client"
    ):
        make_backup(tmp_path, daily=1, weekly=0)

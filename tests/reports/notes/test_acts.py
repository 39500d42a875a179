"""Notes by the service: who may what in which state, what is kept, and what goes on to the next version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import CatatanReviu, Laporan
from reports.notes.acts import note_answer, note_close, note_reopen, note_write
from reports.notes.places import NotePlace
from reports.notes.threads import open_notes, open_text, read_threads
from sakip.entry.writer import RecordRefused
from tests.factory import TAHUN, make, make_laporan
from tests.reports.workflow.test_acts import PERAN, everybody

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TABLE = NotePlace(key="tabel-capaian", label="Tabel 3.1 Capaian", text="SKM 82,50 sangat baik")
PART = NotePlace(key="kendala", label="B. Kendala", text="Petugas kurang. Jaringan lambat.")
PLACES = {one.key: one for one in (PART, TABLE)}

#: Written out once more: peran → what he may do with the note of the camat.
ALLOWED: dict[str, set[str]] = {
    "operator": {"tulis", "jawab"},
    "operator_unit": set(),
    "camat": {"tulis", "jawab", "tutup", "buka"},
    "organisasi": {"tulis", "jawab"},
    "pengawas": set(),
    "admin": set(),
    "akar": {"tulis", "jawab"},
    "orang_luar": set(),
}


@pytest.fixture
def people(balung: Kecamatan) -> dict[str, Pengguna]:
    return everybody(balung)


def written(balung: Kecamatan, by: Pengguna, **change: Any) -> CatatanReviu:
    given: dict[str, Any] = {"isi": "Jelaskan sebabnya.", "place": TABLE} | change
    return note_write(kecamatan=balung, tahun=TAHUN, by=by, **given)


def shown(balung: Kecamatan) -> list[str]:
    return [one.note.isi for one in read_threads(kecamatan=balung, tahun=TAHUN, places=PLACES)]


@pytest.mark.parametrize("peran", PERAN)
def test_who_may_what(balung: Kecamatan, people: dict[str, Pengguna], peran: str) -> None:
    by = people[peran]
    note = written(balung, people["camat"])
    acts: dict[str, Callable[[], object]] = {
        "tulis": lambda: written(balung, by, isi="Lengkapi."),
        "jawab": lambda: note_answer(note, by=by, isi="Sudah."),
        "tutup": lambda: note_close(note, by=by),
        "buka": lambda: note_reopen(note, by=by),
    }
    for code, act in acts.items():
        before = Jejak.objects.count()
        if code in ALLOWED[peran]:
            act()
            assert Jejak.objects.count() > before, code
        else:
            with pytest.raises(PermissionDenied):
                act()
            assert Jejak.objects.count() == before, code


@pytest.mark.parametrize("status", Laporan.Status.values)
def test_a_note_is_taken_in_every_state(balung: Kecamatan, people: dict[str, Pengguna], status: str) -> None:
    """Records are closed while the camat reads; that is when he writes."""
    laporan = make_laporan(kecamatan=balung, tahun=TAHUN, status=status)
    assert written(balung, people["camat"]).laporan == laporan


def test_the_first_note_begins_the_report_and_the_trail_tells_all(
    balung: Kecamatan, people: dict[str, Pengguna]
) -> None:
    note = written(balung, people["camat"], place=PART, kutipan="Jaringan\n lambat", isi="Sejak kapan?")
    note_answer(note, by=people["operator"], isi="Sejak Mei.")
    note_close(note, by=people["camat"])
    note_close(note, by=people["camat"])
    note_reopen(note, by=people["camat"])
    assert (note.laporan.versi, note.laporan.status, note.kutipan) == (1, "draf", "Jaringan lambat")
    told = Jejak.objects.filter(objek_jenis="reports.catatanreviu").order_by("pk")
    assert [(one.tindakan, str(one.pengguna), one.sebelum, one.sesudah) for one in told] == [
        (
            "reviu.dicatat",
            "Siti Aminah",
            None,
            {"Tempat": "B. Kendala", "Kutipan": "Jaringan lambat", "Catatan": "Sejak kapan?"},
        ),
        ("reviu.dijawab", "Budi Santoso", None, {"Jawaban": "Sejak Mei."}),
        ("reviu.diselesaikan", "Siti Aminah", {"Keadaan": "terbuka"}, {"Keadaan": "selesai"}),
        ("reviu.dibuka_lagi", "Siti Aminah", {"Keadaan": "selesai"}, {"Keadaan": "terbuka"}),
    ]


def test_who_wrote_a_note_closes_it(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    note = written(balung, people["organisasi"])
    note_close(note, by=people["organisasi"])
    note.refresh_from_db()
    assert note.selesai
    note_reopen(note, by=people["camat"])  # who signs may, whoever wrote it
    assert open_notes(kecamatan=balung, tahun=TAHUN) == 1


@pytest.mark.both_engines
def test_a_closed_note_takes_no_answer(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    note = written(balung, people["camat"])
    stale = CatatanReviu.objects.select_related("laporan").get(pk=note.pk)
    note_close(note, by=people["camat"])
    with pytest.raises(RecordRefused, match="sudah ditutup"):
        note_answer(stale, by=people["operator"], isi="Sudah.")


@pytest.mark.parametrize(
    ("place", "where"), [(TABLE, "Tabel 3.1 Capaian"), (None, "Seluruh laporan")], ids=["table", "whole"]
)
def test_quoted_words_stand_at_their_place(
    balung: Kecamatan, people: dict[str, Pengguna], place: NotePlace | None, where: str
) -> None:
    with pytest.raises(RecordRefused, match=f"“Jaringan lambat” tidak ada pada {where}"):
        written(balung, people["camat"], place=place, kutipan="Jaringan lambat")
    assert not CatatanReviu.objects.exists()


@pytest.mark.both_engines
def test_notes_stand_in_the_order_of_the_document(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    gone = NotePlace(key="hilang", label="Z. Hilang", text="")
    for isi, place in (("tabel", TABLE), ("hilang", gone), ("bagian", PART), ("semua", None)):
        written(balung, people["camat"], isi=isi, place=place)
    note_answer(CatatanReviu.objects.get(isi="bagian"), by=people["operator"], isi="Sudah.")
    threads = read_threads(kecamatan=balung, tahun=TAHUN, places=PLACES)
    assert [(one.note.isi, one.anchor, one.place, len(one.answers)) for one in threads] == [
        ("semua", "", "Seluruh laporan", 0),
        ("bagian", "kendala", "B. Kendala", 1),
        ("tabel", "tabel-capaian", "Tabel 3.1 Capaian", 0),
        ("hilang", "", "Z. Hilang", 0),
    ]


def test_notes_go_on_to_the_next_version(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    old = make_laporan(kecamatan=balung, tahun=TAHUN, status="diterima")
    kept, settled = (
        written(balung, people["camat"], isi="terbuka"),
        written(balung, people["camat"], isi="selesai"),
    )
    note_close(settled, by=people["camat"])
    assert shown(balung) == ["terbuka", "selesai"]
    make(
        Laporan,
        kecamatan=balung,
        tahun=TAHUN,
        versi=2,
        menggantikan=old,
        alasan_dibuka="Angka keliru.",
    )
    own = written(balung, people["camat"], isi="baru")
    threads = read_threads(kecamatan=balung, tahun=TAHUN, places=PLACES)
    assert [(one.note.isi, one.carried, one.done_before) for one in threads] == [
        ("terbuka", 1, False),
        ("selesai", 1, True),
        ("baru", None, False),
    ]
    assert open_notes(kecamatan=balung, tahun=TAHUN) == 2
    kept.refresh_from_db()
    assert (kept.laporan.versi, own.laporan.versi) == (1, 2)


def test_words_that_changed_since_are_said_to_have(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    written(balung, people["camat"], place=PART, kutipan="Jaringan lambat")
    now = NotePlace(key="kendala", label="B. Kendala", text="Jaringan sudah baik.")
    for places, changed in ((PLACES, False), ({"kendala": now}, True), ({}, True)):
        (thread,) = read_threads(kecamatan=balung, tahun=TAHUN, places=places)
        assert thread.changed is changed


def test_what_a_report_is_returned_with(balung: Kecamatan, people: dict[str, Pengguna]) -> None:
    written(balung, people["camat"], isi="Jelaskan sebabnya.")
    written(balung, people["camat"], isi="Sejak kapan?", place=PART, kutipan="Jaringan lambat")
    note_close(written(balung, people["camat"], isi="Sudah baik."), by=people["camat"])
    assert open_text(read_threads(kecamatan=balung, tahun=TAHUN, places=PLACES)) == (
        "1. B. Kendala (“Jaringan lambat”): Sejak kapan?\n2. Tabel 3.1 Capaian: Jelaskan sebabnya."
    )
    assert open_notes(kecamatan=balung, tahun=TAHUN) == 2

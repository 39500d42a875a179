"""The writer of every row: what it writes into the trail, and each thing that it refuses, with nothing written."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Model
from pytest_django import DjangoAssertNumQueries

from kecamatan.ground.trail import record_history
from kecamatan.ground.trail_key import trail_key
from kecamatan.models import Jejak, Kecamatan, Pengguna
from sakip.entry import writer
from sakip.entry.confirm import record_confirm
from sakip.entry.form import RecordForm
from sakip.entry.lock import YearClosed
from sakip.entry.restore import ParentGone, record_restore
from sakip.entry.save import Conflict, record_delete, record_move, record_save
from sakip.entry.writer import RecordRefused
from sakip.models import RKT, BarisPK, BarisRKT, IndikatorBarisRKT, PerjanjianKinerja, Sasaran
from sakip.records.pk.form import BarisPKForm, PKForm
from sakip.records.rkt.form import IndikatorBarisRKTForm, RKTForm
from tests.factory import make, make_indikator, make_kecamatan, make_laporan, make_pk
from tests.sakip.entry.pk_rows import TAHUN, fingerprint, move, new, rows, scope, shown, trail, typed

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


class SasaranForm(RecordForm):
    """A row that no report's year closes."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = Sasaran
        fields = ("uraian",)


class FormUndeletable(BarisPKForm):
    """A row that may not be deleted now."""

    def deletion_refusal(self) -> str:
        return "Hapus dahulu lampirannya."


# --- What is written ---


def test_a_new_row_is_told_with_all_that_it_says(
    pk: PerjanjianKinerja, balung: Kecamatan, budi: Pengguna
) -> None:
    stored = record_save(form=typed(new(pk), target="82,5"), by=budi, alasan="Tertinggal.")
    assert isinstance(stored, BarisPK)
    assert (stored.indikator, stored.angka, stored.pk is not None) == ("Indeks baru", Decimal("82.5"), True)
    jejak = Jejak.objects.get()
    assert jejak.tindakan == "catatan.dibuat"
    assert (jejak.objek_jenis, jejak.objek_pk, jejak.objek_sebutan) == (
        "sakip.barispk",
        stored.pk,
        "Indeks baru",
    )
    assert (jejak.pengguna, jejak.kecamatan, jejak.tahun, jejak.alasan) == (
        budi,
        balung,
        TAHUN,
        "Tertinggal.",
    )
    assert jejak.sebelum is None
    assert jejak.sesudah == {
        "Sasaran": "Meningkatnya kepuasan warga",
        "Indikator": "Indeks baru",
        "Satuan": "indeks",
        "Target": "82,5",
    }


def test_a_changed_row_is_told_with_what_changed_and_no_more(
    row: BarisPK, balung: Kecamatan, budi: Pengguna
) -> None:
    stored = record_save(
        form=typed(row, target="85"), by=budi, fingerprint=fingerprint(row), alasan="Salah ketik."
    )
    assert stored == row
    assert BarisPK.objects.get().angka == 85
    jejak = Jejak.objects.get()
    assert jejak.tindakan == "catatan.diubah"
    assert (jejak.objek_pk, jejak.objek_sebutan) == (row.pk, "Indeks kepuasan")
    assert (jejak.pengguna, jejak.kecamatan, jejak.tahun, jejak.alasan) == (
        budi,
        balung,
        TAHUN,
        "Salah ketik.",
    )
    assert (jejak.sebelum, jejak.sesudah) == ({"Target": "80"}, {"Target": "85"})


def test_the_row_that_comes_back_is_the_one_in_the_database(row: BarisPK) -> None:
    """With the decimals that its column has, as whoever reads it next gets it."""
    stored = record_save(form=typed(row, target="85"), by=None, fingerprint=fingerprint(row))
    assert isinstance(stored, BarisPK)
    assert str(stored.angka) == str(BarisPK.objects.get().angka) == "85.0000"


def test_what_is_stored_already_is_a_success_and_written_once(row: BarisPK) -> None:
    assert record_save(form=typed(row), by=None, fingerprint=fingerprint(row)) == row
    assert trail() == []
    seen = fingerprint(row)
    for _ in range(2):  # the second has a fingerprint that is out of date, and says what is stored by now
        record_save(form=typed(row, target="85"), by=None, fingerprint=seen)
    assert [action for action, _, _ in trail()] == ["catatan.diubah"]


def test_a_deleted_row_stays_in_the_trail_whole(row: BarisPK, balung: Kecamatan, budi: Pengguna) -> None:
    jejak = record_delete(form=shown(row), by=budi, fingerprint=fingerprint(row), alasan="Tertulis dua kali.")
    assert not BarisPK.objects.exists()
    assert jejak == Jejak.objects.get()
    assert jejak.tindakan == "catatan.dihapus"
    assert (jejak.objek_jenis, jejak.objek_pk, jejak.objek_sebutan) == (
        "sakip.barispk",
        row.pk,
        "Indeks kepuasan",
    )
    assert (jejak.pengguna, jejak.kecamatan, jejak.tahun) == (budi, balung, TAHUN)
    assert jejak.alasan == "Tertulis dua kali."
    assert jejak.sebelum
    assert (jejak.sebelum["Target"], jejak.sesudah) == ("80", None)
    # The key is read by those that were written before.
    assert [one["pk"] for one in jejak.sebelum["_baris"]] == [row.pk]


@pytest.mark.both_engines
def test_what_is_brought_back_is_told(row: BarisPK, balung: Kecamatan, budi: Pengguna) -> None:
    before = rows()
    jejak = record_delete(form=shown(row), by=None, fingerprint=fingerprint(row))
    assert record_restore(jejak=jejak, by=budi) == row
    assert rows() == before
    back = Jejak.objects.latest("pk")
    assert back.tindakan == "catatan.dipulihkan"
    assert (back.objek_jenis, back.objek_pk, back.objek_sebutan) == (
        "sakip.barispk",
        row.pk,
        "Indeks kepuasan",
    )
    assert (back.pengguna, back.kecamatan, back.tahun) == (budi, balung, TAHUN)


def test_the_history_is_of_this_row_alone_and_latest_first(
    row: BarisPK, pk: PerjanjianKinerja, budi: Pengguna, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    other = make(BarisPK, perjanjian=pk, acuan_indikator=None, indikator="Lain", satuan="indeks", urut=2)
    for one, target in ((row, "85"), (other, "86"), (row, "87")):
        record_save(form=typed(one, target=target), by=budi, fingerprint=fingerprint(one))
    make(Jejak, objek_jenis="sakip.perjanjiankinerja", objek_pk=row.pk, record_key=trail_key(row))
    with django_assert_num_queries(1):
        told = [(j.sesudah, str(j.pengguna)) for j in record_history(row)]
    assert told == [({"Target": "87"}, "Budi Santoso"), ({"Target": "85"}, "Budi Santoso")]


# --- A new row comes last ---


def test_a_new_row_comes_after_the_rows_of_its_parent(
    row: BarisPK, pk: PerjanjianKinerja, balung: Kecamatan
) -> None:
    make(BarisPK, perjanjian=pk, acuan_indikator=None, urut=4)
    other = make_pk(kecamatan=balung, tahun=TAHUN, versi=1)
    make(BarisPK, perjanjian=other, acuan_indikator=None, urut=9)
    stored = record_save(form=typed(new(pk)), by=None)
    assert isinstance(stored, BarisPK)
    assert stored.urut == 5
    empty = record_save(form=typed(new(make_pk(kecamatan=balung, tahun=2022))), by=None)
    assert isinstance(empty, BarisPK)
    assert empty.urut == 1


def test_what_a_row_is_about_does_not_say_where_it_stands(
    row: BarisPK, pk: PerjanjianKinerja, balung: Kecamatan
) -> None:
    """The indikator is a column to another record as the PK is, but it is chosen in the form."""
    form = typed(new(pk), acuan_indikator=str(make_indikator().pk))
    stored = record_save(form=form, by=None)
    assert isinstance(stored, BarisPK)
    assert stored.urut == 2


def test_a_changed_row_stays_where_it_is(row: BarisPK, pk: PerjanjianKinerja) -> None:
    make(BarisPK, perjanjian=pk, acuan_indikator=None, urut=4)
    record_save(form=typed(row, target="85"), by=None, fingerprint=fingerprint(row))
    assert BarisPK.objects.get(pk=row.pk).urut == 1


# --- Somebody else was there ---


def test_a_row_that_somebody_changed_is_shown_with_who_and_when(row: BarisPK, budi: Pengguna) -> None:
    seen = fingerprint(row)
    record_save(form=typed(row, target="85"), by=budi, fingerprint=seen)
    before, jejak = rows(), Jejak.objects.get()
    for attempt in (
        lambda: record_save(form=typed(row, target="86"), by=None, fingerprint=seen),
        lambda: record_delete(form=shown(row), by=None, fingerprint=seen),
    ):
        with pytest.raises(Conflict) as refused:
            attempt()
        assert refused.value.stored["target"] == "85"
        assert (refused.value.by, refused.value.moment) == ("Budi Santoso", jejak.waktu)
        assert (refused.value.deleted, str(refused.value)) == (False, "catatan berubah sejak halaman dibuka")
    assert (rows(), Jejak.objects.count()) == (before, 1)


@pytest.mark.both_engines
def test_a_row_changed_by_the_program_or_without_a_trail_is_the_systems(row: BarisPK) -> None:
    seen = fingerprint(row)
    BarisPK.objects.filter(pk=row.pk).update(angka=85)
    with pytest.raises(Conflict) as refused:
        record_save(form=typed(row, target="86"), by=None, fingerprint=seen)
    assert (refused.value.by, refused.value.moment) == ("Sistem", None)
    record_save(form=typed(row, target="87"), by=None, fingerprint=fingerprint(row))
    with pytest.raises(Conflict) as refused:
        record_save(form=typed(row, target="86"), by=None, fingerprint=seen)
    assert (refused.value.by, refused.value.moment) == ("Sistem", Jejak.objects.get().waktu)


def test_a_row_that_somebody_deleted_is_said_to_be_gone(row: BarisPK, budi: Pengguna) -> None:
    seen, late, late_deletion = fingerprint(row), typed(row, target="85"), shown(row)
    record_delete(form=shown(row), by=budi, fingerprint=seen)
    for attempt in (
        lambda: record_save(form=late, by=None, fingerprint=seen),
        lambda: record_delete(form=late_deletion, by=None, fingerprint=seen),
    ):
        with pytest.raises(Conflict) as refused:
            attempt()
        assert (refused.value.deleted, refused.value.stored) == (True, {})
        assert (refused.value.by, refused.value.moment) == ("Budi Santoso", Jejak.objects.get().waktu)


@pytest.mark.both_engines
def test_an_equal_row_stored_between_look_and_write_is_refused_in_words(pk: PerjanjianKinerja) -> None:
    indikator = make_indikator()
    form = typed(new(pk), acuan_indikator=str(indikator.pk))
    make(BarisPK, perjanjian=pk, acuan_indikator=indikator)
    with pytest.raises(RecordRefused, match="Catatan lain dengan isi yang sama baru saja disimpan"):
        record_save(form=form, by=None)
    assert (BarisPK.objects.count(), trail()) == (1, [])


# --- A closed year ---


def test_a_closed_year_refuses_every_way_to_write(
    row: BarisPK, pk: PerjanjianKinerja, balung: Kecamatan
) -> None:
    """An undone deletion above all: it is written without any form being asked."""
    two = make(BarisPK, perjanjian=pk, acuan_indikator=None, satuan="indeks", urut=2, ditinjau=False)
    lost = make(BarisPK, perjanjian=pk, acuan_indikator=None, satuan="indeks", urut=3)
    jejak = record_delete(form=shown(lost), by=None, fingerprint=fingerprint(lost))
    seen, before = fingerprint(row), rows()
    make_laporan(kecamatan=balung, tahun=TAHUN, status="diajukan")
    attempts: list[Callable[[], object]] = [
        lambda: record_save(form=typed(row, target="85"), by=None, fingerprint=seen),
        lambda: record_save(form=typed(new(pk)), by=None),
        lambda: record_delete(form=shown(row), by=None, fingerprint=seen),
        lambda: record_restore(jejak=jejak, by=None),
        lambda: move(row, "turun"),
        lambda: record_confirm(rows=[two], scope=scope(balung), by=None),
    ]
    for attempt in attempts:
        with pytest.raises(YearClosed, match="Catatan tahun 2021 terkunci karena LKIP sudah diajukan"):
            attempt()
    assert (rows(), Jejak.objects.count()) == (before, 1)


def test_only_the_own_year_of_the_own_kecamatan_closes(row: BarisPK, balung: Kecamatan) -> None:
    make_laporan(kecamatan=balung, tahun=TAHUN - 1, status="ditandatangani")
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    make_laporan(kecamatan=neighbour, tahun=TAHUN, status="ditandatangani")
    jejak = record_delete(form=shown(row), by=None, fingerprint=fingerprint(row))
    assert record_restore(jejak=jejak, by=None) == row


@pytest.mark.both_engines
def test_a_row_of_no_year_is_written_in_a_closed_one_too(balung: Kecamatan) -> None:
    sasaran = make(Sasaran, urut=1)
    second = make(Sasaran, tujuan=sasaran.tujuan, renstra=sasaran.renstra, kunci="lain", urut=2)
    make_laporan(kecamatan=balung, tahun=TAHUN, status="ditandatangani")
    old = SasaranForm(instance=Sasaran.objects.get(pk=sasaran.pk), scope=scope(balung))
    form = SasaranForm({"uraian": "Uraian baru"}, instance=sasaran, scope=scope(balung))
    assert form.is_valid()
    record_save(form=form, by=None, fingerprint=old.fingerprint)
    record_move(
        row=second,
        siblings=("tujuan",),
        direction="naik",
        seen=2,
        scope=scope(balung),
        by=None,
        yearly=False,
    )
    new = SasaranForm(instance=Sasaran.objects.get(pk=sasaran.pk), scope=scope(balung))
    jejak = record_delete(form=new, by=None, fingerprint=new.fingerprint)
    assert record_restore(jejak=jejak, by=None, yearly=False) == sasaran
    assert [s.uraian for s in Sasaran.objects.order_by("urut")] == [second.uraian, "Uraian baru"]


# --- What cannot be deleted, and what cannot be brought back ---


def test_the_form_may_forbid_deleting(row: BarisPK, balung: Kecamatan) -> None:
    form = FormUndeletable(instance=row, scope=scope(balung))
    with pytest.raises(RecordRefused, match=r"^Hapus dahulu lampirannya\.$"):
        record_delete(form=form, by=None, fingerprint=form.fingerprint)
    assert (BarisPK.objects.count(), trail()) == (1, [])


def test_only_a_deletion_that_kept_its_rows_can_be_undone(row: BarisPK, pk: PerjanjianKinerja) -> None:
    record_save(form=typed(row, target="85"), by=None, fingerprint=fingerprint(row))
    gone = record_delete(form=shown(row), by=None, fingerprint=fingerprint(row))
    assert gone.sebelum
    content = gone.sebelum["_baris"]
    general: dict[str, Any] = {"objek_jenis": "sakip.barispk", "objek_pk": row.pk}
    general |= {"kecamatan": pk.kecamatan, "tahun": TAHUN}
    for jejak in (
        make(Jejak, tindakan="catatan.diubah", sebelum={"_baris": content}, **general),
        make(Jejak, tindakan="catatan.dihapus", sebelum={"Target": "80"}, **general),
        make(Jejak, tindakan="catatan.dihapus", sebelum={"_baris": []}, **general),
        make(Jejak, tindakan="catatan.dihapus", sebelum=None, **general),
        # Rows, but not the one that the entry is about.
        make(
            Jejak,
            tindakan="catatan.dihapus",
            sebelum={"_baris": content},
            **general | {"objek_pk": row.pk + 1},
        ),
        make(
            Jejak,
            tindakan="catatan.dihapus",
            sebelum={"_baris": content},
            **general | {"objek_jenis": "sakip.rkt"},
        ),
    ):
        with pytest.raises(RecordRefused, match=r"tidak dapat dipulihkan\. Buat catatan baru\."):
            record_restore(jejak=jejak, by=None)
        assert not BarisPK.objects.exists()
    assert not Jejak.objects.filter(tindakan="catatan.dipulihkan").exists()


def test_a_row_comes_back_after_what_it_hung_on(
    row: BarisPK, pk: PerjanjianKinerja, balung: Kecamatan
) -> None:
    gone = record_delete(form=shown(row), by=None, fingerprint=fingerprint(row))
    head = PKForm(instance=pk, scope=scope(balung))
    above = record_delete(form=head, by=None, fingerprint=head.fingerprint)
    with pytest.raises(
        ParentGone, match=rf'^Pulihkan dahulu perjanjian kinerja "{pk}": catatan ini'
    ) as refused:
        record_restore(jejak=gone, by=None)
    assert refused.value.deletion == above
    assert not Jejak.objects.filter(tindakan="catatan.dipulihkan").exists()
    record_restore(jejak=above, by=None)
    assert record_restore(jejak=gone, by=None) == BarisPK.objects.get()


@pytest.mark.both_engines
def test_what_took_the_parent_along_is_named(balung: Kecamatan) -> None:
    """A target whose baris is gone with its RKT: the RKT is what comes back."""
    baris = make(BarisRKT, rkt=make(RKT, kecamatan=balung, tahun=TAHUN))
    target = make(IndikatorBarisRKT, baris=baris)
    form = IndikatorBarisRKTForm(instance=target, scope=scope(balung))
    gone = record_delete(form=form, by=None, fingerprint=form.fingerprint)
    rkt = RKT.objects.get()
    head = RKTForm(instance=rkt, scope=scope(balung))
    above = record_delete(form=head, by=None, fingerprint=head.fingerprint)
    with pytest.raises(ParentGone, match=rf'^Pulihkan dahulu RKT "{rkt}"') as refused:
        record_restore(jejak=gone, by=None)
    assert refused.value.deletion == above
    record_restore(jejak=above, by=None)
    assert record_restore(jejak=gone, by=None) == IndikatorBarisRKT.objects.get()


def test_a_row_whose_parent_nobody_kept_is_to_be_made_anew(row: BarisPK, pk: PerjanjianKinerja) -> None:
    gone = record_delete(form=shown(row), by=None, fingerprint=fingerprint(row))
    make(
        Jejak,
        tindakan="catatan.dihapus",
        kecamatan=pk.kecamatan,
        tahun=TAHUN,
        sebelum={
            "_baris": [
                {"model": "sakip.barispk", "pk": pk.pk},
                {"model": pk._meta.label_lower, "pk": pk.pk + 1},
            ]
        },
    )
    make(Jejak, tindakan="catatan.dihapus", kecamatan=pk.kecamatan, tahun=TAHUN, sebelum=None)
    pk.delete()
    with pytest.raises(
        ParentGone, match=r"perjanjian kinerja yang disebutnya sudah tidak ada\. Buat"
    ) as refused:
        record_restore(jejak=gone, by=None)
    assert refused.value.deletion is None


def test_a_deletion_is_undone_once(row: BarisPK) -> None:
    jejak = record_delete(form=shown(row), by=None, fingerprint=fingerprint(row))
    record_restore(jejak=jejak, by=None)
    BarisPK.objects.update(angka=90)
    with pytest.raises(RecordRefused, match="sudah dipulihkan"):
        record_restore(jejak=jejak, by=None)
    assert BarisPK.objects.get().angka == 90
    assert Jejak.objects.filter(tindakan="catatan.dipulihkan").count() == 1


def test_an_entry_of_no_kecamatan_or_no_year_is_not_undone(row: BarisPK, balung: Kecamatan) -> None:
    """No page leads to one, and there is no year that could be asked whether it is open and right."""
    jejak = record_delete(form=shown(row), by=None, fingerprint=fingerprint(row))
    for change in ({"kecamatan": None, "tahun": TAHUN}, {"kecamatan": balung, "tahun": None}):
        old = make(
            Jejak,
            tindakan="catatan.dihapus",
            objek_jenis="sakip.barispk",
            objek_pk=row.pk,
            sebelum=jejak.sebelum,
            **change,
        )
        with pytest.raises(RecordRefused, match="tidak dapat dipulihkan"):
            record_restore(jejak=old, by=None)
    assert not BarisPK.objects.exists()


# --- All or nothing ---


class TrailIsFull(Exception):
    """What goes wrong after the row was written."""


def test_without_its_line_in_the_trail_nothing_is_written(
    three: list[BarisPK], balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, c = three
    BarisPK.objects.filter(pk=c.pk).update(ditinjau=False)
    lost = make(BarisPK, perjanjian=a.perjanjian, acuan_indikator=None, satuan="indeks", urut=9)
    jejak = record_delete(form=shown(lost), by=None, fingerprint=fingerprint(lost))
    seen, before = fingerprint(a), rows()

    def fail(**_: Any) -> Jejak:
        raise TrailIsFull

    monkeypatch.setattr(writer, "trail_add", fail)
    attempts: list[Callable[[], object]] = [
        lambda: record_save(form=typed(a, target="85"), by=None, fingerprint=seen),
        lambda: record_save(form=typed(new(a.perjanjian)), by=None),
        lambda: record_delete(form=shown(a), by=None, fingerprint=seen),
        lambda: record_restore(jejak=jejak, by=None),
        lambda: move(b, "naik"),
        lambda: record_confirm(rows=[c], scope=scope(balung), by=None),
    ]
    for attempt in attempts:
        with pytest.raises(TrailIsFull):
            attempt()
        assert rows() == before


def test_a_deletion_that_fails_leaves_no_line_in_the_trail(
    row: BarisPK, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Model, *_: Any, **__: Any) -> None:
        raise TrailIsFull

    monkeypatch.setattr(BarisPK, "delete", fail)
    with pytest.raises(TrailIsFull):
        record_delete(form=shown(row), by=None, fingerprint=fingerprint(row))
    assert trail() == []

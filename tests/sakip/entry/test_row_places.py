"""Where a row stands and what hangs on it: the place of a new one, what goes and comes back, who moved it last."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from django.core import serializers

from kecamatan.ground.trail import trail_add
from kecamatan.models import Jejak, Kecamatan, Pengguna
from sakip.entry.form import RecordForm, Scope
from sakip.entry.restore import record_restore
from sakip.entry.save import Conflict, form_save, record_delete, record_move, record_save
from sakip.entry.writer import DELETED, ROW, writing
from sakip.models import (
    RKT,
    BarisPK,
    BarisRencanaAksi,
    BarisRKT,
    Belanja,
    Keluaran,
    PerjanjianKinerja,
    Program,
    RencanaAksi,
    SasaranRKT,
    TargetTriwulan,
)
from tests.factory import build, make, make_anggaran, make_kecamatan, make_pengguna, make_pk

pytestmark = pytest.mark.django_db


class PartForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Keluaran
        fields = ("uraian",)


class SpendingForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Belanja
        fields = ("nama",)


class NumberedForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Keluaran
        fields = ("uraian", "urut")


class DocumentForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = RKT
        fields = ("tempat",)


class ProgramForm(RecordForm):
    """The program is entered through another field."""

    error_fields: ClassVar[dict[str, str]] = {"program": "anggaran"}

    class Meta(RecordForm.Meta):
        model = BarisRKT
        fields = ("anggaran",)


class ActionForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = BarisRencanaAksi
        fields = ("indikator",)


class ReviewForm(RecordForm):
    """One that confirms by itself."""

    class Meta(RecordForm.Meta):
        model = SasaranRKT
        fields = ("indikator", "ditinjau")


def scope(kecamatan: Kecamatan) -> Scope:
    return Scope(kecamatan=kecamatan, tahun=2021, pengguna=None)


def save(form: type[RecordForm], row: Any, kecamatan: Kecamatan, **typed: str) -> Any:
    filled = form(typed, instance=row, scope=scope(kecamatan))
    assert filled.is_valid(), filled.errors
    seen = (
        form(instance=type(row).objects.get(pk=row.pk), scope=scope(kecamatan)).fingerprint if row.pk else ""
    )
    return record_save(form=filled, by=None, fingerprint=seen)


# -- a new row -------------------------------------------------------------------------------------


def test_a_new_row_stands_behind_those_of_its_parent(balung: Kecamatan) -> None:
    mine, other = make_anggaran(kecamatan=balung), make_anggaran(kecamatan=balung, tahun=2020)
    for order in (1, 4):
        make(Keluaran, anggaran=mine, urut=order)
    make(Keluaran, anggaran=other, urut=9)
    new = build(Keluaran, anggaran=mine)
    assert save(PartForm, new, balung, uraian="Jumlah surat").urut == 5


@pytest.mark.one_engine
def test_a_new_row_stands_behind_those_of_its_kecamatan_and_year(balung: Kecamatan) -> None:
    neighbour = make_kecamatan(kode="35.09.11", kabupaten=balung.kabupaten)
    group = make(Belanja, kecamatan=balung, tahun=2021, kode="a", urut=1)
    make(
        Belanja, kecamatan=balung, tahun=2021, kode="a-1", induk=group, urut=2
    )  # below another, in the same list
    make(Belanja, kecamatan=balung, tahun=2020, kode="b", urut=7)
    make(Belanja, kecamatan=neighbour, tahun=2021, kode="c", urut=8)
    new = Belanja(kecamatan=balung, tahun=2021, kode="modal")
    assert save(SpendingForm, new, balung, nama="Belanja Modal").urut == 3
    first = Belanja(kecamatan=balung, tahun=2022, kode="modal")
    assert save(SpendingForm, first, balung, nama="Belanja Modal").urut == 1


def test_what_a_row_is_says_nothing_of_where_it_stands(balung: Kecamatan) -> None:
    """Rows of one RKT are one list, whatever program each is of, also where no field has the column's own name."""
    rkt = make(RKT, kecamatan=balung)
    one = make(Program)
    two = make(Program, kode="7.01.03", nama="Program Pemberdayaan")
    make(BarisRKT, rkt=rkt, program=one, urut=3)
    new = BarisRKT(rkt=rkt, program=two)
    assert save(ProgramForm, new, balung, anggaran="1.000.000").urut == 4


@pytest.mark.one_engine
def test_a_place_that_is_typed_is_kept(balung: Kecamatan) -> None:
    mine = make_anggaran(kecamatan=balung)
    make(Keluaran, anggaran=mine, urut=1)
    assert save(NumberedForm, build(Keluaran, anggaran=mine), balung, uraian="Surat", urut="7").urut == 7


@pytest.mark.one_engine
def test_a_row_that_has_no_place_is_stored_without(balung: Kecamatan) -> None:
    save(DocumentForm, RKT(kecamatan=balung, tahun=2021), balung, tempat="Balung")
    assert RKT.objects.get().tempat == "Balung"


def test_a_new_row_needs_nothing_to_have_been_seen(balung: Kecamatan) -> None:
    """Also where the act holds the row already."""
    form = SpendingForm(
        {"nama": "Belanja Modal"},
        instance=Belanja(kecamatan=balung, tahun=2021, kode="modal"),
        scope=scope(balung),
    )
    assert form.is_valid()
    with writing(scope(balung), by=None) as act:
        form_save(act, form, held=True)
    assert Belanja.objects.get().nama == "Belanja Modal"


def test_a_form_that_confirms_writes_what_it_says(balung: Kecamatan) -> None:
    """Of other forms the confirmation of another is kept."""
    row = make(SasaranRKT, rkt=make(RKT, kecamatan=balung), ditinjau=False)
    saved = save(ReviewForm, SasaranRKT.objects.get(pk=row.pk), balung, indikator="Indeks", ditinjau="on")
    assert (saved.indikator, saved.ditinjau) == ("Indeks", True)


# -- what goes with a row --------------------------------------------------------------------------


def test_what_hangs_on_a_row_goes_and_comes_back_with_it(balung: Kecamatan) -> None:
    row = make(BarisRencanaAksi, rencana_aksi=make(RencanaAksi, kecamatan=balung))
    for triwulan, pk in ((1, row.pk), (2, row.pk + 1)):  # numbers are of a kind
        make(TargetTriwulan, baris=row, triwulan=triwulan, pk=pk)
    before = sorted(TargetTriwulan.objects.values_list("pk", "triwulan", "angka"))
    form = ActionForm(instance=row, scope=scope(balung))
    gone = record_delete(form=form, by=None, fingerprint=form.fingerprint)
    assert not TargetTriwulan.objects.exists()
    assert record_restore(jejak=gone, by=None) == BarisRencanaAksi.objects.get()
    assert sorted(TargetTriwulan.objects.values_list("pk", "triwulan", "angka")) == before


def kept(row: Belanja, *also: Belanja) -> Jejak:
    """An entry about the row that holds it and others; they are gone."""
    rows = serializers.serialize("python", [row, *also])
    place = scope(row.kecamatan)
    Belanja.objects.all().delete()
    return trail_add(
        action=DELETED,
        subject=row,
        sebutan="belanja",
        kecamatan=place.kecamatan,
        tahun=place.tahun,
        before={ROW: rows},
    )


def test_of_several_rows_that_come_back_the_deleted_one_is_told(balung: Kecamatan) -> None:
    first, second = (make(Belanja, kecamatan=balung, kode=kode) for kode in "ab")
    assert record_restore(jejak=kept(first, second), by=None) == first
    assert Belanja.objects.count() == 2
    assert Jejak.objects.get(tindakan="catatan.dipulihkan").objek_pk == first.pk


# -- who moved it ----------------------------------------------------------------------------------


def rows_of(pk: PerjanjianKinerja) -> list[BarisPK]:
    return [
        make(BarisPK, perjanjian=pk, acuan_indikator=None, indikator=nama, satuan="indeks", urut=order)
        for order, nama in enumerate("abc", start=1)
    ]


def move(row: BarisPK, seen: int, by: Pengguna | None = None) -> None:
    place = scope(row.perjanjian.kecamatan)
    record_move(row=row, siblings=("perjanjian",), direction="naik", seen=seen, scope=place, by=by)


def test_who_moved_the_rows_of_the_list_last_is_named(balung: Kecamatan) -> None:
    """Not who did something else to them since, nor who moved rows elsewhere or of another kind."""
    a, b, _ = rows_of(make_pk(kecamatan=balung))
    _, other, _ = rows_of(make_pk(kecamatan=balung, tahun=2020))
    siti, budi = (
        make_pengguna("operator", kecamatan=balung, username=name.lower(), nama=name)
        for name in ("Siti Aminah", "Budi Santoso")
    )
    move(b, 2, siti)
    trail_add(action="catatan.diubah", subject=b, sebutan="b", pengguna=budi)
    move(other, 2, budi)
    trail_add(action="catatan.dipindah", subject=make(SasaranRKT, pk=b.pk), sebutan="b", pengguna=budi)
    with pytest.raises(Conflict) as conflict:
        move(a, 1)
    assert conflict.value.by == "Siti Aminah"


def test_who_deleted_a_row_is_named_to_whoever_moves_it(balung: Kecamatan) -> None:
    _, b, _ = rows_of(make_pk(kecamatan=balung))
    siti = make_pengguna(nama="Siti Aminah")
    gone = BarisPK.objects.get(pk=b.pk)
    trail_add(action="catatan.dihapus", subject=b, sebutan="b", pengguna=siti)
    b.delete()
    with pytest.raises(Conflict) as conflict:
        move(gone, 2)
    assert (conflict.value.deleted, conflict.value.by) == (True, "Siti Aminah")

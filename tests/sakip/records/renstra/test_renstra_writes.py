"""A Renstra copied as its perubahan: the same tree under the same kunci, and rows of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db.models import Model

from kecamatan.models import Jejak, Kecamatan
from sakip.entry.watch import every_finding
from sakip.entry.writer import RecordRefused
from sakip.integrity import run_rules
from sakip.models import (
    Indikator,
    IndikatorTujuan,
    MisiRPJMD,
    PeriodeRPJMD,
    Renstra,
    Sasaran,
    TargetRenstra,
    TargetTujuan,
    Tujuan,
)
from sakip.records.renstra.writes import renstra_copy_perubahan
from tests.factory import (
    make,
    make_indikator,
    make_pengguna,
    make_renstra,
    make_sasaran,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def renstra(balung: Kecamatan) -> Renstra:
    """Two tujuan, three sasaran, four indikator with eight targets."""
    periode = make(PeriodeRPJMD, kabupaten=balung.kabupaten)
    misi = make(MisiRPJMD, periode=periode)
    renstra = make_renstra(kecamatan=balung, periode_rpjmd=periode, misi_diacu=misi, dasar="Perbup 12/2021")
    one = make(Tujuan, renstra=renstra, kunci="t1", uraian="Tujuan satu", urut=1)
    two = make(Tujuan, renstra=renstra, kunci="t2", uraian="Tujuan dua", urut=2)
    tujuan = make(IndikatorTujuan, tujuan=one, nama="Indeks pelayanan", satuan="indeks")
    make(TargetTujuan, indikator=tujuan, tahun=2021, angka=Decimal("3.5"))
    for n, di in enumerate((one, one, two), start=1):
        sasaran = make_sasaran(tujuan=di, kunci=f"s{n}", strategi=[f"Strategi {n}"], urut=n)
        for i in range(2 if n == 1 else 1):
            indikator = make_indikator(sasaran=sasaran, kunci=f"i{n}{i}", urut=i, satuan="indeks")
            for tahun in (2021, 2022):
                make(
                    TargetRenstra,
                    indikator=indikator,
                    tahun=tahun,
                    angka=Decimal(80 + n),
                    cetak=f"{80 + n},0",
                )
    return renstra


def content(renstra: Renstra) -> list[tuple[object, ...]]:
    """Everything below a Renstra, without the numbers of the rows."""
    return [
        *renstra.tujuan.values_list("kunci", "uraian", "urut"),
        *TargetTujuan.objects.filter(indikator__tujuan__renstra=renstra).values_list(
            "indikator__tujuan__kunci", "indikator__nama", "tahun", "angka"
        ),
        *renstra.sasaran.values_list("tujuan__kunci", "kunci", "uraian", "strategi", "urut"),
        *renstra.indikator.values_list("sasaran__kunci", "kunci", "nama", "satuan", "rumus", "urut"),
        *TargetRenstra.objects.filter(indikator__renstra=renstra)
        .order_by("indikator__kunci", "tahun")
        .values_list("indikator__kunci", "tahun", "angka", "cetak"),
    ]


@pytest.mark.both_engines
def test_the_copy_holds_the_same_tree_under_the_same_kunci(renstra: Renstra) -> None:
    new = renstra_copy_perubahan(renstra=renstra, tahun=2022, by=None)
    assert (new.versi, new.tahun_awal, new.tahun_akhir) == (1, 2021, 2026)
    assert (new.periode_rpjmd, new.misi_diacu) == (renstra.periode_rpjmd, renstra.misi_diacu)
    assert (new.dasar, new.tanggal, new.sumber) == ("", None, "")
    assert len(content(new)) == 2 + 1 + 3 + 4 + 8
    assert content(new) == content(renstra)
    assert run_rules() == []
    assert list(every_finding()) == []


@pytest.mark.both_engines
def test_the_copy_has_rows_of_its_own(renstra: Renstra) -> None:
    before = content(renstra)
    new = renstra_copy_perubahan(renstra=renstra, tahun=2022, by=None)
    new.indikator.update(nama="Diubah")
    TargetRenstra.objects.filter(indikator__renstra=new).update(angka=Decimal(99))
    new.tujuan.all().delete()
    assert content(renstra) == before


@pytest.mark.both_engines
def test_every_row_of_the_copy_is_in_the_trail(renstra: Renstra, balung: Kecamatan) -> None:
    by = make_pengguna("operator", kecamatan=balung)
    new = renstra_copy_perubahan(renstra=renstra, tahun=2022, by=by)
    jejak = Jejak.objects.filter(tindakan="catatan.disalin", pengguna=by, kecamatan=balung)
    rows = [new, *new.tujuan.all(), *IndikatorTujuan.objects.filter(tujuan__renstra=new)]
    rows += [*new.sasaran.all(), *new.indikator.all()]
    assert {(j.objek_jenis, j.objek_pk) for j in jejak} == {(b._meta.label_lower, b.pk) for b in rows}
    assert jejak.count() == 1 + 2 + 1 + 3 + 4
    head = jejak.get(objek_jenis="sakip.renstra")
    assert head.sesudah == {"Tahun awal": "2021", "Tahun akhir": "2026", "Versi": "1"}
    assert {j.alasan for j in jejak} == {f"Disalin dari {renstra}."}
    assert jejak.filter(objek_jenis="sakip.tujuan").latest("objek_pk").sesudah == {
        "Kunci": "t2",
        "Uraian": "Tujuan dua",
    }


def test_only_the_latest_version_is_copied(renstra: Renstra) -> None:
    new = renstra_copy_perubahan(renstra=renstra, tahun=2022, by=None)
    with pytest.raises(RecordRefused, match=r"Sudah ada perubahan ke-1\. Salin dari perubahan itu\."):
        renstra_copy_perubahan(renstra=renstra, tahun=2022, by=None)
    assert renstra_copy_perubahan(renstra=new, tahun=2022, by=None).versi == 2
    for model, jumlah in ((Renstra, 3), (Tujuan, 6), (Sasaran, 9), (Indikator, 12)):
        assert model._default_manager.count() == jumlah


@pytest.mark.parametrize("model", [TargetRenstra, TargetTujuan])
def test_a_target_says_of_what_it_is_before_its_year(model: type[Model]) -> None:
    """Trail and preview list the columns of a row as they are declared; a preview that waits must not change."""
    columns = [column.name for column in model._meta.concrete_fields]
    assert columns.index("indikator") < columns.index("tahun")

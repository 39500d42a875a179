"""A Perjanjian Kinerja made from the RKT, and a perubahan made from the PK before it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kecamatan.models import Jejak, Kecamatan
from reports.models import Laporan
from sakip.entry.form import Scope
from sakip.entry.lock import YearClosed
from sakip.entry.writer import RecordRefused
from sakip.models import (
    RKT,
    AnggaranPK,
    BarisPK,
    BarisRKT,
    Kegiatan,
    PerjanjianKinerja,
    Program,
    SasaranRKT,
    TargetRenstra,
)
from sakip.records.pk.form import PKForm
from sakip.records.pk.writes import pk_from_rkt, pk_perubahan
from sakip.snapshot.build import build
from sakip.snapshot.typed import pejabat
from tests.factory import (
    make,
    make_indikator,
    make_laporan,
    make_masa_jabatan,
    make_pk,
    make_renstra,
    make_sasaran,
)
from tests.sakip.records.realisasi.measured_year import skala

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

#: Letters of a scale: kode, label, batas, tertutup.
SAKIP = (("BB", "Sangat Baik", "70", True), ("B", "Baik", None, False))

TAHUN = 2022


@pytest.fixture
def rkt(balung: Kecamatan) -> RKT:
    """Two indikator of the Renstra and one of the RKT's own; two programs, one of them without all amounts."""
    rkt = make(RKT, kecamatan=balung, tahun=TAHUN)
    sasaran = make_sasaran(renstra=make_renstra(kecamatan=balung))
    skm = make_indikator(sasaran=sasaran, kunci="skm")
    sakip = make_indikator(
        sasaran=sasaran,
        kunci="sakip",
        nama="Nilai SAKIP",
        jenis_nilai="huruf",
        rumus="predikat",
        skala=skala("sakip", SAKIP),
    )
    make(TargetRenstra, indikator=sakip, tahun=TAHUN, angka=None, huruf="BB", cetak="BB (75)")
    make(SasaranRKT, rkt=rkt, indikator="Indeks kepuasan", acuan_indikator=skm, angka=Decimal(85), urut=1)
    make(SasaranRKT, rkt=rkt, indikator="Nilai SAKIP", acuan_indikator=sakip, urut=2)
    make(SasaranRKT, rkt=rkt, indikator="Tanpa target", urut=3)
    program = make(Program, kode="7.01.01", nama="Penunjang")
    kegiatan = [make(Kegiatan, program=program, kode=f"7.01.01.2.0{n}", nama=f"K{n}") for n in (1, 2)]
    make(BarisRKT, rkt=rkt, program=program, urut=1)
    make(BarisRKT, rkt=rkt, program=program, kegiatan=kegiatan[0], anggaran=Decimal("258000"), urut=2)
    make(BarisRKT, rkt=rkt, program=program, kegiatan=kegiatan[1], anggaran=Decimal("742000.50"), urut=3)
    other = make(Program, kode="7.01.02", nama="Pelayanan")
    make(
        BarisRKT, rkt=rkt, program=other, kegiatan=make(Kegiatan, program=other, kode="7.01.02.2.01"), urut=4
    )
    return rkt


@pytest.mark.both_engines
def test_targets_and_sums_are_those_of_the_rkt(balung: Kecamatan, rkt: RKT) -> None:
    result = pk_from_rkt(kecamatan=balung, tahun=TAHUN, by=None)
    pk = PerjanjianKinerja.objects.get()
    assert result.perjanjian == pk
    assert (pk.jenis, pk.versi, pk.tanggal) == ("murni", 0, None)
    assert [(b.indikator, b.angka, b.huruf, b.cetak) for b in pk.baris.all()] == [
        ("Indeks kepuasan", Decimal(85), "", ""),
        ("Nilai SAKIP", None, "BB", "BB (75)"),
    ]
    sasaran = set(
        rkt.sasaran.exclude(acuan_indikator=None).values_list("acuan_indikator__sasaran", flat=True)
    )
    assert {b.acuan_sasaran_id for b in pk.baris.all()} == sasaran
    assert [(a.nama, a.anggaran) for a in pk.anggaran.all()] == [("Penunjang", Decimal("1000000.50"))]
    assert result.left_behind == (
        'Indikator "Tanpa target" tidak disalin: target tahun 2022 tidak ada dalam RKT maupun Renstra.',
        'Program "Pelayanan" tidak disalin: anggarannya dalam RKT belum lengkap. Lengkapi RKT, atau tambahkan'
        " program ini sendiri.",
    )
    # Each row has a trail of its own.
    assert Jejak.objects.filter(objek_jenis="sakip.barispk", alasan=f"Disalin dari {rkt}.").count() == 2


@pytest.mark.both_engines
def test_a_row_that_the_judge_refuses_is_not_copied(balung: Kecamatan, rkt: RKT) -> None:
    # Stored before the rule was there: a letter where the indikator is measured by a number.
    SasaranRKT.objects.filter(indikator="Indeks kepuasan").update(angka=None, huruf="BB", cetak="")
    with pytest.raises(RecordRefused, match=r"Indeks kepuasan: \"BB\" bukan angka"):
        pk_from_rkt(kecamatan=balung, tahun=TAHUN, by=None)
    assert not PerjanjianKinerja.objects.exists()


def test_a_second_murni_is_refused_and_changes_nothing(balung: Kecamatan, rkt: RKT) -> None:
    pk_from_rkt(kecamatan=balung, tahun=TAHUN, by=None)
    with pytest.raises(RecordRefused, match="PK murni tahun 2022 sudah ada"):
        pk_from_rkt(kecamatan=balung, tahun=TAHUN, by=None)
    assert PerjanjianKinerja.objects.count() == 1


def test_without_an_rkt_it_starts_empty(balung: Kecamatan) -> None:
    result = pk_from_rkt(kecamatan=balung, tahun=TAHUN, by=None)
    assert (result.perjanjian.baris.count(), result.left_behind) == (0, ())


def test_a_quoted_pk_becomes_the_kecamatans_own(balung: Kecamatan, rkt: RKT) -> None:
    old = make_pk(kecamatan=balung, tahun=TAHUN, dikutip=True)
    row = make(BarisPK, perjanjian=old)
    pk_from_rkt(kecamatan=balung, tahun=TAHUN, by=None)
    old.refresh_from_db()
    assert not old.dikutip
    assert [*old.baris.all()] == [row]


def test_a_closed_year_gets_no_pk(balung: Kecamatan, rkt: RKT) -> None:
    make_laporan(kecamatan=balung, tahun=TAHUN, status=Laporan.Status.DIAJUKAN)
    with pytest.raises(YearClosed):
        pk_from_rkt(kecamatan=balung, tahun=TAHUN, by=None)
    assert not PerjanjianKinerja.objects.exists()


def perubahan(kecamatan: Kecamatan, versi: int, **content: str) -> PerjanjianKinerja:
    form = PKForm(
        {"alasan": "b", "tempat": "Jember", "tanggal": "1 Oktober 2022"} | content,
        instance=PerjanjianKinerja(kecamatan=kecamatan, tahun=TAHUN, jenis="perubahan", versi=versi),
        scope=Scope(kecamatan=kecamatan, tahun=TAHUN, pengguna=None),
    )
    assert form.is_valid(), form.errors
    return pk_perubahan(form=form, by=None)


@pytest.mark.both_engines
def test_a_perubahan_begins_with_every_row_of_the_pk_before_it(balung: Kecamatan) -> None:
    murni = make_pk(kecamatan=balung, tahun=TAHUN)
    make(BarisPK, perjanjian=murni, urut=1)
    make(AnggaranPK, perjanjian=murni)
    first = perubahan(balung, 1)
    BarisPK.objects.filter(perjanjian=first).update(angka=Decimal(90))
    second = perubahan(balung, 2, alasan="a")
    assert (second.jenis, second.versi, second.alasan, second.tanggal) == (
        "perubahan",
        2,
        "a",
        date(2022, 10, 1),
    )
    assert [b.angka for b in second.baris.all()] == [Decimal(90)]
    assert [a.anggaran for a in second.anggaran.all()] == [Decimal(1_000_000)]
    assert [b.angka for b in murni.baris.all()] == [Decimal(80)]


def test_the_same_perubahan_twice_is_one(balung: Kecamatan) -> None:
    make_pk(kecamatan=balung, tahun=TAHUN)
    perubahan(balung, 1)
    form = PKForm(
        {"alasan": "b", "tempat": "", "tanggal": ""},
        instance=PerjanjianKinerja(kecamatan=balung, tahun=TAHUN, jenis="perubahan", versi=1),
        scope=Scope(kecamatan=balung, tahun=TAHUN, pengguna=None),
    )
    form.is_valid()
    with pytest.raises(RecordRefused, match="sudah ada"):
        pk_perubahan(form=form, by=None)
    assert PerjanjianKinerja.objects.count() == 2


@pytest.mark.both_engines
def test_the_parties_are_who_held_office_on_the_date(balung: Kecamatan) -> None:
    make_pk(kecamatan=balung, tahun=TAHUN)
    old = make_masa_jabatan(kecamatan=balung, mulai=date(2020, 1, 1), sampai=date(2022, 6, 30))
    plt = make_masa_jabatan(pejabat=old.pejabat, kecamatan=balung, status="plt", mulai=date(2022, 7, 1))
    bupati = make_masa_jabatan(
        pejabat=old.pejabat,
        kecamatan=None,
        kabupaten=balung.kabupaten,
        jabatan="bupati",
        mulai=date(2021, 2, 26),
    )
    sekretaris = make_masa_jabatan(
        pejabat=old.pejabat, kecamatan=balung, jabatan="sekretaris", mulai=date(2019, 1, 1)
    )
    pk = perubahan(balung, 1)
    assert (pk.pihak_pertama, pk.pihak_kedua) == (None, None)  # nobody chose them: the date does
    (_, printed) = build(kecamatan=balung, tahun=TAHUN).pk
    assert printed.pihak_pertama is not None
    assert printed.pihak_kedua is not None
    assert (printed.pihak_pertama.jabatan, printed.pihak_kedua.jabatan) == (plt.sebutan, bupati.sebutan)
    assert printed.pihak_pertama.jabatan != sekretaris.sebutan
    # The date changes, and the parties with it; a choice stays.
    PerjanjianKinerja.objects.filter(pk=pk.pk).update(tanggal=date(2022, 6, 30))
    assert build(kecamatan=balung, tahun=TAHUN).pk[1].pihak_pertama == pejabat(old)
    PerjanjianKinerja.objects.filter(pk=pk.pk).update(pihak_pertama=old, tanggal=date(2022, 7, 1))
    assert build(kecamatan=balung, tahun=TAHUN).pk[1].pihak_pertama == pejabat(old)

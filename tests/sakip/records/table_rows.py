"""A row of every kind that is filled in a table, with a text that its column takes and one that it refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kecamatan.models import Kecamatan, UnitKerja
from sakip.models import (
    IKI,
    RKT,
    Anggaran,
    AnggaranPK,
    BarisPK,
    BarisPKUnit,
    BarisRencanaAksi,
    BarisRKT,
    Indikator,
    IndikatorBarisRKT,
    Kegiatan,
    KegiatanRencanaAksi,
    Keluaran,
    PembandingIndikator,
    PKUnit,
    Program,
    RencanaAksi,
    SasaranRKT,
    SubKegiatan,
    TargetRenstra,
    TargetTriwulan,
)
from tests.factory import (
    make,
    make_anggaran,
    make_indikator,
    make_pk,
    make_renstra,
    make_sasaran,
)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A row, a field of it, a text that is stored and one that is refused."""

    grid: str
    kind: str
    make: Callable[[Kecamatan], Any]
    column: str
    good: str
    bad: str


def sub_kegiatan(many: int) -> list[SubKegiatan]:
    """Of one kegiatan."""
    kegiatan = make(Kegiatan, program=make(Program))
    return [
        make(SubKegiatan, kegiatan=kegiatan, kode=f"7.01.02.2.01.{n:02}", nama=f"Sub {n}")
        for n in range(1, many + 1)
    ]


def an_anggaran(kecamatan: Kecamatan, sub: SubKegiatan | None = None, urut: int = 1) -> Anggaran:
    """400.000 of 1.000.000."""
    sub = sub or sub_kegiatan(1)[0]
    return make_anggaran(
        kecamatan=kecamatan,
        program=sub.kegiatan.program,
        kegiatan=sub.kegiatan,
        sub_kegiatan=sub,
        pagu_murni=Decimal(1_000_000),
        realisasi=Decimal(400_000),
        urut=urut,
    )


def an_indikator(kecamatan: Kecamatan) -> Indikator:
    """With 70 as its target of 2021 and 80 of 2022, printed as 80%."""
    renstra = make_renstra(kecamatan=kecamatan)
    indikator = make_indikator(renstra=renstra, sasaran=make_sasaran(renstra=renstra), nama="IKM", satuan="%")
    make(TargetRenstra, indikator=indikator, tahun=2021, angka=Decimal(70))
    make(TargetRenstra, indikator=indikator, tahun=2022, angka=Decimal(80), cetak="80%")
    return indikator


def a_baris_pk(kecamatan: Kecamatan) -> BarisPK:
    return make(
        BarisPK,
        perjanjian=make_pk(kecamatan=kecamatan, tahun=2021),
        acuan_indikator=None,
        satuan="indeks",
        angka=Decimal(80),
    )


def an_anggaran_pk(kecamatan: Kecamatan) -> AnggaranPK:
    program = make(Program)
    pk = make_pk(kecamatan=kecamatan, tahun=2021)
    return make(AnggaranPK, perjanjian=pk, program=program, nama="Program A", anggaran=Decimal(1_000_000))


def a_sasaran_rkt(kecamatan: Kecamatan) -> SasaranRKT:
    rkt = make(RKT, kecamatan=kecamatan, tahun=2021)
    return make(SasaranRKT, rkt=rkt, acuan_indikator=None, satuan="indeks", angka=Decimal(80))


def a_baris_rkt(kecamatan: Kecamatan) -> BarisRKT:
    sub = sub_kegiatan(1)[0]
    return make(
        BarisRKT,
        rkt=make(RKT, kecamatan=kecamatan, tahun=2021),
        program=sub.kegiatan.program,
        kegiatan=sub.kegiatan,
        sub_kegiatan=sub,
        acuan_sasaran=None,
        anggaran=Decimal(1_000_000),
    )


def a_baris_rencana_aksi(kecamatan: Kecamatan) -> BarisRencanaAksi:
    rencana = make(RencanaAksi, kecamatan=kecamatan, tahun=2021)
    row = make(BarisRencanaAksi, rencana_aksi=rencana, acuan_indikator=None, satuan="indeks")
    make(TargetTriwulan, baris=row, triwulan=1, angka=Decimal(20))
    return row


def a_keluaran(kecamatan: Kecamatan) -> Keluaran:
    return make(
        Keluaran,
        anggaran=an_anggaran(kecamatan),
        satuan="laporan",
        target=Decimal(12),
        realisasi=Decimal(10),
        keadaan=Keluaran.Keadaan.TERISI,
    )


def an_indikator_of_rkt(kecamatan: Kecamatan) -> IndikatorBarisRKT:
    return make(
        IndikatorBarisRKT, baris=a_baris_rkt(kecamatan), uraian="Laporan", target="12", satuan="laporan"
    )


def a_kegiatan_of_rencana_aksi(kecamatan: Kecamatan) -> KegiatanRencanaAksi:
    sub = sub_kegiatan(1)[0]
    return make(
        KegiatanRencanaAksi,
        baris=a_baris_rencana_aksi(kecamatan),
        program=sub.kegiatan.program,
        kegiatan=sub.kegiatan,
        sub_kegiatan=sub,
        indikator="Laporan",
        satuan="laporan",
        triwulan_1=Decimal(3),
    )


def a_pembanding(kecamatan: Kecamatan) -> PembandingIndikator:
    """That there is none for the provinsi is known."""
    return make(
        PembandingIndikator,
        indikator=an_indikator(kecamatan),
        tahun=2021,
        tahun_nilai=2021,
        lingkup="provinsi",
        keadaan="terisi",
        angka=Decimal(80),
    )


def a_unit(kecamatan: Kecamatan) -> dict[str, Any]:
    """Where a row of a PK berjenjang hangs."""
    own: dict[str, Any] = {"kecamatan": kecamatan, "nama": "Seksi Pemerintahan", "jenis": "seksi"}
    seksi = make(UnitKerja, **own, kunci="seksi", induk=make(UnitKerja, kecamatan=kecamatan))
    return {"kecamatan": kecamatan, "tahun": 2021, "unit": seksi}


def a_baris_pk_unit(kecamatan: Kecamatan) -> BarisPKUnit:
    return make(BarisPKUnit, **a_unit(kecamatan), indikator=an_indikator(kecamatan), satuan="kali")


def a_head(kecamatan: Kecamatan) -> PKUnit:
    return make(PKUnit, **a_unit(kecamatan), pangkat="Penata")


CASES = (
    Case(grid="pembanding", kind="pembanding", make=a_pembanding, column="nilai", good="75", bad="banyak"),
    Case(
        grid="rkt",
        kind="indikator-baris-rkt",
        make=an_indikator_of_rkt,
        column="target",
        good="75",
        bad="9.8",
    ),
    Case(
        grid="rencana-aksi",
        kind="kegiatan-rencana-aksi",
        make=a_kegiatan_of_rencana_aksi,
        column="triwulan_1",
        good="75",
        bad="tiga",
    ),
    Case(
        grid="anggaran", kind="anggaran", make=an_anggaran, column="realisasi", good="450.000", bad="4,5 juta"
    ),
    Case(grid="anggaran", kind="keluaran", make=a_keluaran, column="realisasi", good="75", bad="banyak"),
    Case(grid="pk", kind="baris-pk", make=a_baris_pk, column="target", good="75", bad="tinggi"),
    Case(
        grid="pk", kind="anggaran-pk", make=an_anggaran_pk, column="anggaran", good="450.000", bad="4,5 juta"
    ),
    Case(grid="rkt", kind="sasaran-rkt", make=a_sasaran_rkt, column="target", good="75", bad="tinggi"),
    Case(grid="rkt", kind="baris-rkt", make=a_baris_rkt, column="anggaran", good="450.000", bad="4,5 juta"),
    Case(
        grid="rencana-aksi",
        kind="baris-rencana-aksi",
        make=a_baris_rencana_aksi,
        column="target_1",
        good="75",
        bad="tinggi",
    ),
    Case(
        grid="pk-berjenjang",
        kind="baris-pk-unit",
        make=a_baris_pk_unit,
        column="satuan",
        good="laporan",
        bad="x" * 51,
    ),
    Case(
        grid="pk-berjenjang",
        kind="iki",
        make=lambda kecamatan: make(IKI, **a_unit(kecamatan)),
        column="target",
        good="96",
        bad="9" * 101,
    ),
    Case(
        grid="pk-berjenjang",
        kind="pk-berjenjang",
        make=a_head,
        column="pangkat",
        good="Penata Tingkat I",
        bad="x" * 61,
    ),
    Case(grid="renstra", kind="indikator", make=an_indikator, column="target_2021", good="75", bad="tinggi"),
)

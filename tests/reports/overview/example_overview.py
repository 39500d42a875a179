"""A kabupaten of four kecamatan, by hand: Ajung signed and whole, Balung a draft and whole, Kalisat measured in part,
Silo without records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from reports.overview.facts import (
    DocumentState,
    FindingCount,
    Measured,
    Overview,
    OverviewRow,
    Quote,
    YearFacts,
)
from reports.peers.alike import key_as
from sakip.capaian.aggregates import rerata_capaian
from sakip.capaian.anggaran import compute_serapan
from sakip.capaian.results import Capaian
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import Keadaan
from tests.reports.lkip.example_naskah import naskah_jombang

NASKAH = naskah_jombang()
assert NASKAH.results is not None
KEBIJAKAN = NASKAH.results.kebijakan
DAY = date(2024, 3, 5)


def capaian(nilai: int | None) -> Capaian:
    if nilai is None:
        without = Capaian(keadaan=Keadaan.TIDAK_TERSEDIA, rumus=Rumus.POSITIF, target=None)
        return replace(without, alasan="Survei tidak diadakan.")
    exact = Fraction(nilai)
    return Capaian(
        keadaan=Keadaan.TERHITUNG,
        rumus=Rumus.POSITIF,
        target=None,
        mentah=exact,
        terbatas=exact,
        nilai=Decimal(nilai).quantize(Decimal("0.01")),
    )


def measured(nama: str, nilai: int | None, satuan: str = "%", **quotes: str) -> Measured:
    return Measured(
        key=key_as(nama, satuan, Rumus.POSITIF.value, ""),
        nama=nama,
        satuan=satuan,
        target="100%",
        realisasi=f"{nilai}%",
        capaian=capaian(nilai),
        quotes=tuple(
            Quote(place=place.replace("_", "-"), text=said, read=True) for place, said in quotes.items()
        ),
    )


def _rupiah(amount: int | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def row(
    nama: str, *indikator: Measured, signed: bool = False, money: tuple[int | None, int | None] = (None, None)
) -> OverviewRow:
    """A kecamatan with these indikator; without any it has no records."""
    facts = YearFacts(
        signed=signed,
        versi=1,
        kebijakan=KEBIJAKAN,
        rerata=rerata_capaian([one.capaian for one in indikator], KEBIJAKAN),
        serapan=compute_serapan(_rupiah(money[0]), _rupiah(money[1])),
        indikator=indikator,
        quotes=(),
    )
    lkip = DocumentState(
        code="lkip",
        title="LKIP",
        said="diterima" if signed else "draf",
        asked=True,
        complete=True,
        missing=(),
        until=date(2024, 2, 29),
        time="tepat waktu" if signed else "lewat batas",
        late="" if signed else "5 hari",
    )
    pk = replace(
        lkip,
        code="pk-murni",
        title="PK",
        complete=nama != "Balung",
        missing=("tanggal",),
        until=None,
        time="",
    )
    return OverviewRow(
        kode=f"35.09.{nama}",
        slug=nama.lower(),
        nama=f"Kecamatan {nama}",
        laporan=lkip.said,
        facts=facts if indikator else None,
        documents=(pk, lkip),
        findings=(FindingCount(rule="R-sum", galat=2, peringatan=1),) if indikator else None,
        alasan="" if indikator else "Belum ada catatan tahun 2023.",
    )


AJUNG = row(
    "Ajung",
    measured("Tindak lanjut", 90, pendorong="Rapat diadakan setiap bulan."),
    measured("Kepuasan", 100, "indeks"),
    signed=True,
    money=(1_000_000, 900_000),
)
BALUNG = row(
    "Balung",
    measured("Tindak  lanjut", 60, "persen", penghambat="Petugas kurang", rencana_aksi="Menambah petugas"),
    measured("Kepuasan", 70, "indeks"),
    money=(2_000_000, 1_500_000),
)
KALISAT = row(
    "Kalisat", measured("Tindak lanjut", 80), measured("Kepuasan", None, "indeks"), money=(500_000, None)
)
SILO = row("Silo")


def overview(*rows: OverviewRow) -> Overview:
    kabupaten = NASKAH.snapshot.kecamatan.kabupaten
    return Overview(
        kabupaten=kabupaten,
        sebutan="Kecamatan",
        tahun=2023,
        day=DAY,
        pengaturan=NASKAH.pengaturan,
        rows=rows,
    )


FOUR = overview(AJUNG, BALUNG, KALISAT, SILO)

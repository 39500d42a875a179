"""What was measured, as it is frozen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, F, Value

from kecamatan import models as wilayah
from sakip import models as m
from sakip.capaian.inputs import KeadaanNilai, Nilai
from sakip.capaian.triwulan import TAHUNAN, akumulasi
from sakip.snapshot.typed import nilai
from sakip.snapshot.types import Indikator, Realisasi

_BELUM_DIISI = Nilai(keadaan=KeadaanNilai.BELUM_DIISI)


def realisasi(
    kecamatan: wilayah.Kecamatan, tahun: range, definisi: dict[str, Indikator]
) -> tuple[Realisasi, ...]:
    """:func:`measured_from` the stored rows (1 query)."""
    return measured_from(realisasi_rows(kecamatan, tahun), definisi)


def realisasi_rows(kecamatan: wilayah.Kecamatan, tahun: range, *, evidence: bool = True) -> list[m.Realisasi]:
    """The stored rows of the years (1 query), of two Renstra versions the later one's last.

    Each has the ``kunci`` of its indikator and the number of its evidence (``jumlah_bukti``); without ``evidence``
    nothing is counted, and the number is 0.
    """
    return list(
        m.Realisasi.objects.for_kecamatan(kecamatan)
        .filter(tahun__in=tahun)
        .annotate(kunci=F("indikator__kunci"), jumlah_bukti=Count("bukti") if evidence else Value(0))
        .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi", "tahun", "triwulan")
    )


def measured_from(rows: Iterable[m.Realisasi], definisi: dict[str, Indikator]) -> tuple[Realisasi, ...]:
    """Rows of :func:`realisasi_rows` → realisasi per indikator and year, in the order of the Renstra in force.

    The year's value is the one entered for the year, else it follows from the triwulan. Values are joined over
    Renstra versions by ``kunci``; of two versions the later one's value stands.
    """
    terkumpul: dict[tuple[str, int], dict[int, m.Realisasi]] = defaultdict(dict)
    for b in rows:
        terkumpul[kunci_of(b), b.tahun][b.triwulan] = b
    urutan = {kunci: nomor for nomor, kunci in enumerate(definisi)}
    return tuple(
        _realisasi(kunci, tahun_nilai, terkumpul[kunci, tahun_nilai], definisi[kunci])
        for kunci, tahun_nilai in sorted(terkumpul, key=lambda k: (urutan.get(k[0], len(urutan)), k[1]))
        if kunci in definisi
    )


def kunci_of(row: m.Realisasi) -> str:
    """The kunci of the indikator of a row of :func:`realisasi_rows`."""
    kunci: str = row.kunci  # type: ignore[attr-defined]  # annotated above
    return kunci


def _realisasi(kunci: str, tahun: int, baris: dict[int, m.Realisasi], definisi: Indikator) -> Realisasi:
    triwulan = tuple(nilai(baris[n]) if n in baris else _BELUM_DIISI for n in range(1, 5))
    ada_triwulan = any(n in baris for n in range(1, 5))
    setahun = baris.get(TAHUNAN)
    return Realisasi(
        kunci_indikator=kunci,
        tahun=tahun,
        tahunan=nilai(setahun)
        if setahun
        else akumulasi(triwulan, definisi.akumulasi, definisi.pengali_pecahan, definisi.triwulan_measured),
        triwulan=triwulan if ada_triwulan else (),
        catatan=next((b.catatan for b in baris.values() if b.catatan), ""),
        sumber=next((b.sumber for b in baris.values() if b.sumber), ""),
        bukti=sum(b.jumlah_bukti for b in baris.values()),  # type: ignore[attr-defined]  # annotated above
    )

"""What was measured, as it is frozen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from typing import Final

from django.db.models import Count, F, Q, QuerySet, Value

from kecamatan import models as wilayah
from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.capaian.inputs import KeadaanNilai, Nilai
from sakip.capaian.triwulan import TAHUNAN, akumulasi
from sakip.snapshot.typed import frozen, nilai
from sakip.snapshot.types import Indikator, Realisasi, RealisasiTujuan

_NOT_FILLED = Nilai(keadaan=KeadaanNilai.BELUM_DIISI)


def realisasi(
    kecamatan: wilayah.Kecamatan, tahun: range, definition: dict[str, Indikator]
) -> tuple[Realisasi, ...]:
    """:func:`measured_from` the stored rows (1 query)."""
    return measured_from(realisasi_rows(kecamatan, tahun), definition)


def realisasi_rows(
    kecamatan: wilayah.Kecamatan, tahun: range, *, evidence: bool = True, earlier_of: str | None = None
) -> list[m.Realisasi]:
    """The stored rows of the years (1 query), of two Renstra versions the later one's last.

    Each has the ``key`` of its indikator and the number of its evidence (``jumlah_bukti``); without ``evidence``
    nothing is counted, and the number is 0. With ``earlier_of`` of the years before the
    last those of this kunci alone.
    """
    keys: tuple[int | str, ...] = kecamatan.pk, tahun[0], tahun[-1]
    if earlier_of is not None:
        keys = *keys, earlier_of
    return (_WITH_EVIDENCE if evidence else _VALUES)(*keys)


def _realisasi_of(
    kecamatan: int, first: int, last: int, earlier_of: str | None = None, *, evidence: bool
) -> QuerySet[m.Realisasi]:
    rows = (
        m.Realisasi.objects.for_kecamatan(kecamatan)
        .filter(tahun__range=(first, last))
        .annotate(kunci=F("indikator__kunci"), jumlah_bukti=Count("bukti") if evidence else Value(0))
        .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi", "tahun", "triwulan")
    )
    return rows if earlier_of is None else rows.filter(Q(tahun=last) | Q(indikator__kunci=earlier_of))


_WITH_EVIDENCE: Final = PreparedRows(partial(_realisasi_of, evidence=True))
_VALUES: Final = PreparedRows(partial(_realisasi_of, evidence=False))


def measured_from(rows: Iterable[m.Realisasi], definition: dict[str, Indikator]) -> tuple[Realisasi, ...]:
    """Rows of :func:`realisasi_rows` → realisasi per indikator and year, in the order of the Renstra in force.

    The year's value is the one entered for the year, else it follows from the triwulan. Values are joined over
    Renstra versions by ``key``; of two versions the later one's value stands.
    """
    collected: dict[tuple[str, int], dict[int, m.Realisasi]] = defaultdict(dict)
    for b in rows:
        collected[key_of(b), b.tahun][b.triwulan] = b
    ordering = {key: nomor for nomor, key in enumerate(definition)}
    return tuple(
        _realisasi(key, tahun_nilai, collected[key, tahun_nilai], definition[key])
        for key, tahun_nilai in sorted(collected, key=lambda k: (ordering.get(k[0], len(ordering)), k[1]))
        if key in definition
    )


def realisasi_tujuan(kecamatan: wilayah.Kecamatan, tahun: range) -> tuple[RealisasiTujuan, ...]:
    """:func:`measured_tujuan_from` the stored rows (1 query)."""
    return measured_tujuan_from(realisasi_tujuan_rows(kecamatan, tahun))


def realisasi_tujuan_rows(kecamatan: wilayah.Kecamatan, tahun: range) -> list[m.RealisasiTujuan]:
    """The stored rows of the years with their indikator (1 query), of two Renstra versions the later one's last."""
    return _OF_TUJUAN(kecamatan.pk, tahun[0], tahun[-1])


def measured_tujuan_from(rows: Iterable[m.RealisasiTujuan]) -> tuple[RealisasiTujuan, ...]:
    """Rows of :func:`realisasi_tujuan_rows` → values of indikator tujuan, joined over Renstra versions: the later
    one's stands."""
    found = {(b.indikator.tujuan.kunci, b.indikator.nama, b.tahun): b for b in rows}
    return tuple(
        frozen(RealisasiTujuan, b, kunci_tujuan=tujuan, indikator=name, nilai=nilai(b))
        for (tujuan, name, _), b in sorted(found.items(), key=lambda item: item[0])
    )


def key_of(row: m.Realisasi) -> str:
    """The kunci of the indikator of a row of :func:`realisasi_rows`."""
    key: str = row.kunci  # type: ignore[attr-defined]  # annotated above
    return key


def _realisasi(key: str, tahun: int, rows: dict[int, m.Realisasi], definition: Indikator) -> Realisasi:
    triwulan = tuple(nilai(rows[n]) if n in rows else _NOT_FILLED for n in range(1, 5))
    has_triwulan = any(n in rows for n in range(1, 5))
    whole_year = rows.get(TAHUNAN)
    return Realisasi(
        kunci_indikator=key,
        tahun=tahun,
        tahunan=nilai(whole_year)
        if whole_year
        else akumulasi(
            triwulan, definition.akumulasi, definition.pengali_pecahan, definition.triwulan_measured
        ),
        triwulan=triwulan if has_triwulan else (),
        catatan=next((b.catatan for b in rows.values() if b.catatan), ""),
        sumber=next((b.sumber for b in rows.values() if b.sumber), ""),
        bukti=sum(b.jumlah_bukti for b in rows.values()),  # type: ignore[attr-defined]  # annotated above
    )


_OF_TUJUAN: Final = PreparedRows(
    lambda kecamatan, *years: (
        m.RealisasiTujuan.objects.for_kecamatan(kecamatan)
        .filter(tahun__range=years)
        .select_related("indikator__tujuan")
        .order_by("indikator__tujuan__renstra__tahun_awal", "indikator__tujuan__renstra__versi")
    )
)

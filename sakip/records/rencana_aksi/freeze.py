"""The rencana aksi as it is frozen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from kecamatan import models as wilayah
from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.capaian.inputs import Akumulasi, Target
from sakip.capaian.triwulan import TRIWULAN
from sakip.querysets import of_year
from sakip.records.pejabat.terms import TermsOf, who_signs
from sakip.snapshot.reference import nomenklatur_of, renstra_of
from sakip.snapshot.rows import NOMENKLATUR, RENSTRA_INDIKATOR, fetch, key_of, nama
from sakip.snapshot.typed import angka, frozen, pejabat, target
from sakip.snapshot.types import BarisRencanaAksi, KegiatanRencanaAksi, LangkahRencanaAksi, RencanaAksi


def rencana_aksi(
    kecamatan: wilayah.Kecamatan, tahun: int, nama_unit: Mapping[str, str], terms: TermsOf
) -> RencanaAksi | None:
    """The year's rencana aksi (5 queries), signed by whom its date names in ``terms`` where nobody was chosen;
    ``nama_unit`` turns kunci of units into names."""
    row = _RENCANA_AKSI.first(kecamatan.pk, tahun)
    if row is None:
        return None
    return frozen(
        RencanaAksi,
        row,
        penandatangan=pejabat(who_signs(row, terms)),
        baris=tuple(_rencana_aksi_row(b, nama_unit) for b in row.baris.all()),
    )


def quarter_targets(
    kecamatan: wilayah.Kecamatan, tahun: int, *, beside: Collection[int] = ()
) -> RencanaAksi | None:
    """Of the year's rencana aksi the targets of its triwulan alone (2 queries): what capaian of a triwulan is measured
    by, without signatory, kegiatan and steps, so that it makes no document. None where it has no row. Of the years
    ``beside`` it is asked with the same queries."""
    read = _QUARTERS(kecamatan.pk, min((tahun, *beside)), max((tahun, *beside)))
    rows = [row for row in read if row.rencana_aksi.tahun == tahun]
    if not rows:
        return None
    baris = tuple(
        frozen(
            BarisRencanaAksi,
            row,
            kunci_indikator=key_of(row.acuan_indikator),
            akumulasi=Akumulasi(row.akumulasi),
            triwulan=_targets(row),
            kegiatan=(),
            langkah=(),
            acuan=None,
        )
        for row in rows
    )
    return frozen(RencanaAksi, rows[0].rencana_aksi, penandatangan=None, baris=baris)


def _targets(row: m.BarisRencanaAksi) -> tuple[Target | None, ...]:
    triwulan = {t.triwulan: target(t) for t in row.target.all()}
    return tuple(triwulan.get(n) for n in TRIWULAN)


def _rencana_aksi_row(row: m.BarisRencanaAksi, nama_unit: Mapping[str, str]) -> BarisRencanaAksi:
    return frozen(
        BarisRencanaAksi,
        row,
        kunci_indikator=key_of(row.acuan_indikator),
        akumulasi=Akumulasi(row.akumulasi),
        triwulan=_targets(row),
        kegiatan=tuple(
            frozen(
                KegiatanRencanaAksi,
                k,
                nama_program=k.program.nama,
                nama_kegiatan=k.kegiatan.nama if k.kegiatan else "",
                nama_sub_kegiatan=k.sub_kegiatan.nama if k.sub_kegiatan else "",
                triwulan=tuple(angka(t) for t in (k.triwulan_1, k.triwulan_2, k.triwulan_3, k.triwulan_4)),
                nomenklatur=nomenklatur_of(k),
            )
            for k in row.kegiatan.all()
        ),
        langkah=tuple(
            frozen(LangkahRencanaAksi, step, penanggung_jawab=nama(step.penanggung_jawab, nama_unit))
            for step in row.langkah.all()
        ),
        acuan=renstra_of(row.acuan_indikator),
    )


_RENCANA_AKSI: Final = PreparedRows(
    lambda kecamatan, tahun: of_year(m.RencanaAksi, kecamatan, tahun).prefetch_related(
        fetch("baris", m.BarisRencanaAksi, RENSTRA_INDIKATOR),
        "baris__target",
        fetch("baris__kegiatan", m.KegiatanRencanaAksi, *NOMENKLATUR),
        "baris__langkah",
    )
)

_QUARTERS: Final = PreparedRows(
    lambda kecamatan, first, last: (
        m.BarisRencanaAksi.objects.for_kecamatan(kecamatan)
        .filter(rencana_aksi__tahun__range=(first, last))
        .select_related("rencana_aksi", "acuan_indikator")
        .prefetch_related("target")
    )
)

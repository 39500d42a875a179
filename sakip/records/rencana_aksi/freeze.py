"""The rencana aksi as it is frozen."""

from __future__ import annotations

from kecamatan import models as wilayah
from sakip import models as m
from sakip.capaian.inputs import Akumulasi
from sakip.querysets import of_year
from sakip.snapshot.reference import nomenklatur_of, renstra_of
from sakip.snapshot.rows import NOMENKLATUR, RENSTRA_INDIKATOR, fetch, key_of
from sakip.snapshot.typed import angka, choose_pejabat, frozen, pejabat, target
from sakip.snapshot.types import BarisRencanaAksi, KegiatanRencanaAksi, RencanaAksi


def rencana_aksi(kecamatan: wilayah.Kecamatan, tahun: int) -> RencanaAksi | None:
    """The year's rencana aksi (4 queries)."""
    baris = (
        of_year(m.RencanaAksi, kecamatan, tahun)
        .select_related(*choose_pejabat("penandatangan"))
        .prefetch_related(
            fetch("baris", m.BarisRencanaAksi, RENSTRA_INDIKATOR),
            "baris__target",
            fetch("baris__kegiatan", m.KegiatanRencanaAksi, *NOMENKLATUR),
        )
        .first()
    )
    if baris is None:
        return None
    return frozen(
        RencanaAksi,
        baris,
        penandatangan=pejabat(baris.penandatangan),
        baris=tuple(_baris_rencana_aksi(b) for b in baris.baris.all()),
    )


def _baris_rencana_aksi(baris: m.BarisRencanaAksi) -> BarisRencanaAksi:
    triwulan = {t.triwulan: target(t) for t in baris.target.all()}
    return frozen(
        BarisRencanaAksi,
        baris,
        kunci_indikator=key_of(baris.acuan_indikator),
        akumulasi=Akumulasi(baris.akumulasi),
        triwulan=tuple(triwulan.get(n) for n in range(1, 5)),
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
            for k in baris.kegiatan.all()
        ),
        acuan=renstra_of(baris.acuan_indikator),
    )

"""A year with its documents, and the Renstra in force in the year into which they are copied."""

from __future__ import annotations

from decimal import Decimal

from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.entry.copying import CopyOffer, CopyResult
from tests.factory import make, make_indikator, make_renstra, make_sasaran

SOURCE, TO = 2021, 2022


def copied(offer: CopyOffer, kecamatan: Kecamatan) -> CopyResult:
    return offer.copy(kecamatan=kecamatan, source=SOURCE, to=TO, by=None)


def renstra_and_perubahan(balung: Kecamatan) -> dict[str, m.Indikator]:
    """Of the first Renstra: skm and lama. The perubahan in force has skm alone, with a target for the new year."""
    start = make_sasaran(renstra=make_renstra(kecamatan=balung, tahun_awal=2021, tahun_akhir=2026))
    results = {
        "skm": make_indikator(sasaran=start, kunci="skm"),
        "lama": make_indikator(sasaran=start, kunci="lama", nama="Indikator lama"),
    }
    perubahan = make_renstra(kecamatan=balung, tahun_awal=2021, tahun_akhir=2026, versi=1)
    tujuan = make(m.Tujuan, renstra=perubahan)
    sasaran = make(m.Sasaran, renstra=perubahan, tujuan=tujuan)
    results["skm baru"] = make_indikator(sasaran=sasaran, kunci="skm")
    make(m.TargetRenstra, indikator=results["skm baru"], tahun=TO, angka=Decimal(88), cetak="88 (Baik)")
    return results


def old_rkt(balung: Kecamatan, indikator: dict[str, m.Indikator]) -> m.RKT:
    rkt = make(m.RKT, kecamatan=balung, tahun=SOURCE, tempat="Jember")
    make(m.SasaranRKT, rkt=rkt, indikator="IKM", acuan_indikator=indikator["skm"], angka=Decimal(70), urut=1)
    make(m.SasaranRKT, rkt=rkt, indikator="Lama", acuan_indikator=indikator["lama"], angka=Decimal(1), urut=2)
    program = make(m.Program)
    row = make(
        m.BarisRKT,
        rkt=rkt,
        acuan_sasaran=indikator["skm"].sasaran,
        program=program,
        kegiatan=make(m.Kegiatan, program=program),
        anggaran=Decimal(5_000_000),
        penanggung_jawab=["seksi-pemerintahan"],
    )
    make(m.IndikatorBarisRKT, baris=row, target="12 laporan", satuan="laporan")
    return rkt

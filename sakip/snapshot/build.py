"""ORM → :class:`~sakip.snapshot.types.Snapshot`: the only bridge, in a fixed number of queries."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from kecamatan import models as wilayah_models
from sakip.snapshot import dokumen, rencana, ukur, wilayah
from sakip.snapshot.masukan import TAHUN_LALU_MAKSIMUM
from sakip.snapshot.nilai import PILIH_PEJABAT, pada, pejabat
from sakip.snapshot.pandangan import satu_pandangan
from sakip.snapshot.types import Indikator, Renstra, Snapshot

VERSI_FORMAT = 1


@satu_pandangan()
def build(*, kecamatan: wilayah_models.Kecamatan, tahun: int, tanggal: date | None = None) -> Snapshot:
    """Freeze everything recorded about a kecamatan and year.

    ``tanggal`` is the date of the report: who is camat and kepala daerah on it signs (default: 1 January of the
    next year). The number of queries does not depend on the number of rows; all show one moment, so that the
    parts belong together.
    """
    baris = (
        wilayah_models.Kecamatan.objects.select_related("kabupaten")
        .prefetch_related("desa", "unit_kerja")
        .get(pk=kecamatan.pk)
    )
    pada_tanggal = tanggal or date(tahun + 1, 1, 1)
    masa = list(
        wilayah_models.MasaJabatan.objects.filter(Q(kecamatan=baris) | Q(kabupaten=baris.kabupaten))
        .select_related(*PILIH_PEJABAT)
        .order_by("-mulai", "-id")
    )
    identitas = wilayah.kecamatan(baris)
    nama_unit = {u.kunci: u.nama for u in identitas.unit_kerja}
    lalu = range(tahun - TAHUN_LALU_MAKSIMUM, tahun)
    baris_renstra = rencana.renstra_rows(baris, tahun)
    renstra = tuple(rencana.renstra(r, nama_unit) for r in baris_renstra)
    pk = dokumen.perjanjian(baris, range(lalu.start, tahun + 1))
    return Snapshot(
        versi_format=VERSI_FORMAT,
        tahun=tahun,
        kecamatan=identitas,
        camat=pejabat(pada(masa, ("camat", "plt-camat"), pada_tanggal)),
        kepala_daerah=pejabat(pada(masa, ("bupati",), pada_tanggal)),
        profil=wilayah.profil(baris, tahun),
        sdm=wilayah.sdm(baris, tahun),
        kebijakan=rencana.kebijakan(baris.kabupaten, tahun),
        rpjmd=rencana.rpjmd(baris_renstra[-1] if baris_renstra else None),
        renstra=renstra,
        rkt=dokumen.rkt(baris, tahun, nama_unit),
        pk=tuple(p for p in pk if p.tahun == tahun),
        pk_lalu=tuple(p for p in pk if p.tahun < tahun),
        iku=dokumen.keputusan_iku(baris, tahun),
        rencana_aksi=dokumen.rencana_aksi(baris, tahun),
        realisasi=ukur.realisasi(baris, range(lalu.start, tahun + 1), _definisi(renstra)),
        pembanding=ukur.pembanding(baris, tahun),
        anggaran=ukur.anggaran(baris, tahun),
        anggaran_lalu=ukur.anggaran_lalu(baris, lalu),
        belanja=ukur.belanja(baris, tahun),
        dukungan=ukur.dukungan(baris, tahun),
    )


@satu_pandangan()
def build_ukur(*, kecamatan: wilayah_models.Kecamatan, tahun: int) -> Snapshot:
    """Only what capaian is computed from: kebijakan, the Renstra in force, PK, realisasi (13 queries at most).

    For answers while somebody types. Budget, profile, comparison with other areas and whoever signs are left out,
    so it makes no document; the capaian and means that the engine computes from it are those of :func:`build`.
    ``kecamatan`` needs its kabupaten.
    """
    lalu = range(tahun - TAHUN_LALU_MAKSIMUM, tahun)
    baris_renstra = rencana.renstra_ukur(kecamatan, tahun)
    renstra = (
        () if baris_renstra is None else (rencana.renstra(baris_renstra, {}, dengan_indikator_tujuan=False),)
    )
    pk = dokumen.perjanjian(kecamatan, range(lalu.start, tahun + 1), hanya_indikator=True)
    return Snapshot(
        versi_format=VERSI_FORMAT,
        tahun=tahun,
        kecamatan=wilayah.kecamatan(kecamatan, dengan_isi=False),
        camat=None,
        kepala_daerah=None,
        profil=None,
        sdm=(),
        kebijakan=rencana.kebijakan(kecamatan.kabupaten, tahun),
        rpjmd=None,
        renstra=renstra,
        rkt=None,
        pk=tuple(p for p in pk if p.tahun == tahun),
        pk_lalu=tuple(p for p in pk if p.tahun < tahun),
        iku=None,
        rencana_aksi=None,
        realisasi=ukur.realisasi(kecamatan, range(lalu.start, tahun + 1), _definisi(renstra)),
        pembanding=(),
        anggaran=(),
        anggaran_lalu=(),
        belanja=(),
        dukungan=(),
    )


def _definisi(renstra: tuple[Renstra, ...]) -> dict[str, Indikator]:
    """Definitions by kunci, those of the version in force."""
    if not renstra:
        return {}
    return {i.kunci: i for t in renstra[-1].tujuan for s in t.sasaran for i in s.indikator}

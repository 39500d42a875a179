"""ORM → :class:`sakip.snapshot.types.Snapshot`: the only bridge, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from datetime import date
from typing import Final

from django.db.models import Q

from kecamatan import models as wilayah_models
from sakip.models import Realisasi
from sakip.records.anggaran.freeze import anggaran, anggaran_lalu, belanja, dukungan
from sakip.records.iku.freeze import keputusan_iku
from sakip.records.kebijakan.freeze import kebijakan
from sakip.records.pembanding.freeze import pembanding
from sakip.records.pk.freeze import perjanjian
from sakip.records.profil.freeze import profil, sdm
from sakip.records.realisasi.freeze import measured_from, realisasi
from sakip.records.rencana_aksi.freeze import rencana_aksi
from sakip.records.renstra.freeze import renstra as frozen_renstra
from sakip.records.renstra.freeze import renstra_measure, renstra_rows
from sakip.records.rkt.freeze import rkt
from sakip.records.rpjmd.freeze import rpjmd
from sakip.records.wilayah.freeze import kecamatan as frozen_kecamatan
from sakip.snapshot.one_moment import satu_pandangan
from sakip.snapshot.to_engine import TAHUN_LALU_MAKSIMUM
from sakip.snapshot.typed import PILIH_PEJABAT, pada, pejabat
from sakip.snapshot.types import Indikator, Renstra, Snapshot

VERSI_FORMAT = 1

#: The parts of a snapshot that can be asked for, by the names of its fields.
PARTS: Final = frozenset(f.name for f in fields(Snapshot)) - {"versi_format", "tahun"}


@satu_pandangan()
def build(
    *,
    kecamatan: wilayah_models.Kecamatan,
    tahun: int,
    tanggal: date | None = None,
    parts: Collection[str] = PARTS,
    base: Snapshot | None = None,
) -> Snapshot:
    """Freeze everything recorded about a kecamatan and year.

    ``tanggal`` is the date of the report: who is camat and kepala daerah on it signs (default: 1 January of the
    next year). The number of queries does not depend on the number of rows; all show one moment, so that the
    parts belong together.

    ``parts`` are those of :data:`PARTS` that whoever asks will look at; the others are left empty and cost nothing,
    so that such a snapshot makes no document. Realisasi need the definitions of the Renstra: ask for both.
    """
    baris = _kecamatan(kecamatan, dengan_isi="kecamatan" in parts)
    identitas = frozen_kecamatan(baris, dengan_isi="kecamatan" in parts)
    if base is not None and "kecamatan" not in parts:
        identitas = base.kecamatan
    nama_unit = {u.kunci: u.nama for u in identitas.unit_kerja}
    lalu = range(tahun - TAHUN_LALU_MAKSIMUM, tahun)
    masa = _masa_jabatan(baris) if {"camat", "kepala_daerah", "jabatan"} & set(parts) else []
    pada_tanggal = tanggal or date(tahun + 1, 1, 1)
    baris_renstra = renstra_rows(baris, tahun) if {"renstra", "rpjmd"} & set(parts) else []
    renstra = tuple(frozen_renstra(r, nama_unit) for r in baris_renstra)
    if base is not None and "renstra" not in parts:
        renstra = base.renstra
    pk = perjanjian(baris, range(lalu.start, tahun + 1)) if {"pk", "pk_lalu"} & set(parts) else []
    made = Snapshot(
        versi_format=VERSI_FORMAT,
        tahun=tahun,
        kecamatan=identitas,
        camat=pejabat(pada(masa, ("camat", "plt-camat"), pada_tanggal)),
        kepala_daerah=pejabat(pada(masa, ("bupati",), pada_tanggal)),
        profil=profil(baris, tahun) if "profil" in parts else None,
        sdm=sdm(baris, tahun) if "sdm" in parts else (),
        kebijakan=kebijakan(baris.kabupaten, tahun) if "kebijakan" in parts else None,
        rpjmd=rpjmd(baris_renstra[-1] if baris_renstra else None),
        renstra=renstra,
        rkt=rkt(baris, tahun, nama_unit) if "rkt" in parts else None,
        pk=tuple(p for p in pk if p.tahun == tahun),
        pk_lalu=tuple(p for p in pk if p.tahun < tahun),
        iku=keputusan_iku(baris, tahun) if "iku" in parts else None,
        rencana_aksi=rencana_aksi(baris, tahun) if "rencana_aksi" in parts else None,
        realisasi=(
            realisasi(baris, range(lalu.start, tahun + 1), _definisi(renstra)) if "realisasi" in parts else ()
        ),
        pembanding=pembanding(baris, tahun) if "pembanding" in parts else (),
        anggaran=anggaran(baris, tahun) if "anggaran" in parts else (),
        anggaran_lalu=anggaran_lalu(baris, lalu) if "anggaran_lalu" in parts else (),
        belanja=belanja(baris, tahun) if "belanja" in parts else (),
        dukungan=dukungan(baris, tahun) if "dukungan" in parts else (),
        jabatan=tuple(p for m in reversed(masa) if (p := pejabat(m)) is not None),
    )
    return made if base is None else replace(base, **{part: getattr(made, part) for part in parts})


def _kecamatan(kecamatan: wilayah_models.Kecamatan, *, dengan_isi: bool) -> wilayah_models.Kecamatan:
    """The row as it is stored now with desa and units (3 queries); where those are not asked for, as it is at hand."""
    if not dengan_isi:
        return kecamatan
    return (
        wilayah_models.Kecamatan.objects.select_related("kabupaten")
        .prefetch_related("desa", "unit_kerja")
        .get(pk=kecamatan.pk)
    )


def _masa_jabatan(kecamatan: wilayah_models.Kecamatan) -> list[wilayah_models.MasaJabatan]:
    """Terms of the kecamatan and of its kepala daerah, latest first (1 query)."""
    return list(
        wilayah_models.MasaJabatan.objects.filter(Q(kecamatan=kecamatan) | Q(kabupaten=kecamatan.kabupaten))
        .select_related(*PILIH_PEJABAT)
        .order_by("-mulai", "-id")
    )


def with_realisasi(definitions: Snapshot, rows: Iterable[Realisasi]) -> Snapshot:
    """:func:`build_definitions` with what was measured, rows of ``realisasi_rows``."""
    return replace(definitions, realisasi=measured_from(rows, _definisi(definitions.renstra)))


def build_definitions(*, kecamatan: wilayah_models.Kecamatan, tahun: int) -> Snapshot:
    """What capaian is computed by, without anything measured: kebijakan, the Renstra in force, PK (12 queries at most).

    For answers while somebody types. Budget, profile, comparison with other areas and whoever signs are left out, so
    it makes no document; with what was measured (:func:`with_realisasi`) the engine computes from it the capaian and
    means of :func:`build`. ``kecamatan`` needs its kabupaten.
    """
    lalu = range(tahun - TAHUN_LALU_MAKSIMUM, tahun)
    baris_renstra = renstra_measure(kecamatan, tahun)
    renstra = (
        () if baris_renstra is None else (frozen_renstra(baris_renstra, {}, dengan_indikator_tujuan=False),)
    )
    pk = perjanjian(kecamatan, range(lalu.start, tahun + 1), hanya_indikator=True)
    return Snapshot(
        versi_format=VERSI_FORMAT,
        tahun=tahun,
        kecamatan=frozen_kecamatan(kecamatan, dengan_isi=False),
        camat=None,
        kepala_daerah=None,
        profil=None,
        sdm=(),
        kebijakan=kebijakan(kecamatan.kabupaten, tahun),
        rpjmd=None,
        renstra=renstra,
        rkt=None,
        pk=tuple(p for p in pk if p.tahun == tahun),
        pk_lalu=tuple(p for p in pk if p.tahun < tahun),
        iku=None,
        rencana_aksi=None,
        realisasi=(),
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

"""What a paper is judged against that is no part of it: names of areas, regulations, pangkat, programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kecamatan import models as m
from reports.examine.subject import Known, Subject
from reports.review.around import beyond, reference_surroundings
from sakip.checks.material import Surroundings
from sakip.records.wilayah.freeze import kecamatan as frozen_kecamatan
from sakip.snapshot.types import Kabupaten, Kecamatan, Snapshot

FORMAT = 1


def known_areas(rows: Iterable[m.Kecamatan]) -> tuple[Known, ...]:
    """The kecamatan among which the paper's own is looked for."""
    return tuple(
        Known(pk=row.pk, kode=row.kode, nama=row.nama, kabupaten=row.kabupaten.nama, sebutan=row.sebutan)
        for row in rows
    )


def around_of(subject: Subject) -> tuple[Snapshot, Surroundings]:
    """A year with nothing but its kecamatan, and what lies around it (at most 11 queries).

    What the site has recorded of the year is left aside: a paper is measured by itself.
    """
    if subject.known is None:
        return empty_year(printed_kecamatan(subject), subject.tahun), reference_surroundings(None)
    row = (
        m.Kecamatan.objects.select_related("kabupaten")
        .prefetch_related("desa", "unit_kerja")
        .get(pk=subject.known.pk)
    )
    return empty_year(replace(frozen_kecamatan(row), unit_kerja=()), subject.tahun), beyond(kecamatan=row)


def printed_kecamatan(subject: Subject) -> Kecamatan:
    """A kecamatan of which no more is known than its paper says."""
    return Kecamatan(
        kode="",
        nama=subject.nama,
        slug="",
        alamat="",
        telepon="",
        kode_pos="",
        surel="",
        ibu_kota="",
        kabupaten=Kabupaten(
            kode="",
            nama=subject.kabupaten,
            sebutan="Kabupaten",
            provinsi="",
            ibu_kota="",
            sebutan_kepala_daerah="Bupati",
            lambang=None,
        ),
        desa=(),
        unit_kerja=(),
    )


def empty_year(kecamatan: Kecamatan, tahun: int) -> Snapshot:
    """A year of which nothing is recorded."""
    return Snapshot(
        versi_format=FORMAT,
        tahun=tahun,
        kecamatan=kecamatan,
        camat=None,
        kepala_daerah=None,
        profil=None,
        sdm=(),
        kebijakan=None,
        rpjmd=None,
        renstra=(),
        rkt=None,
        pk=(),
        pk_lalu=(),
        iku=None,
        rencana_aksi=None,
        realisasi=(),
        pembanding=(),
        anggaran=(),
        anggaran_lalu=(),
        belanja=(),
        dukungan=(),
    )

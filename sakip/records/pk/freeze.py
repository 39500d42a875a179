"""The Perjanjian Kinerja as it is frozen."""

from __future__ import annotations

from typing import Final

from django.db.models import QuerySet

from kecamatan import models as wilayah
from kecamatan.ground.prepared import PreparedRows, made_once
from sakip import models as m
from sakip.records.pejabat.terms import TermsOf, who_signs
from sakip.snapshot.reference import nomenklatur_of, renstra_of
from sakip.snapshot.rows import RENSTRA_INDIKATOR, RENSTRA_SASARAN, fetch, key_of
from sakip.snapshot.typed import frozen, pejabat, target
from sakip.snapshot.types import AnggaranPK, BarisPK, PerjanjianKinerja


def perjanjian(
    kecamatan: wilayah.Kecamatan,
    tahun: range,
    terms: TermsOf | None,
) -> list[PerjanjianKinerja]:
    """PK of the years, murni before perubahan (3 queries); without ``terms`` parties and money are left out (2).

    A party that nobody chose is of ``terms`` who held the office on the document's date.
    """
    if terms is not None:
        return _frozen(kecamatan, tahun, terms)
    place = kecamatan.pk, tahun[0], tahun[-1]
    return list(made_once(("pk", *place), lambda: tuple(_frozen(kecamatan, tahun, None))))


def _frozen(kecamatan: wilayah.Kecamatan, tahun: range, terms: TermsOf | None) -> list[PerjanjianKinerja]:
    office = wilayah.MasaJabatan.Jabatan
    signed_by = {"pihak_pertama": office.CAMAT, "pihak_kedua": office.BUPATI}
    rows = (_MEASURED_BY if terms is None else _PK)(kecamatan.pk, tahun[0], tahun[-1])
    return [
        frozen(
            PerjanjianKinerja,
            p,
            **{
                party: pejabat(who_signs(p, terms, party, of)) if terms is not None else None
                for party, of in signed_by.items()
            },
            indikator=tuple(
                frozen(
                    BarisPK,
                    b,
                    kunci_sasaran=key_of(b.acuan_sasaran),
                    kunci_indikator=key_of(b.acuan_indikator),
                    target=target(b),
                    acuan=renstra_of(b.acuan_indikator, b.acuan_sasaran),
                )
                for b in p.baris.all()
            ),
            anggaran=tuple(
                frozen(
                    AnggaranPK, a, program=a.program.kode if a.program else "", nomenklatur=nomenklatur_of(a)
                )
                for a in (p.anggaran.all() if terms is not None else ())
            ),
        )
        for p in rows
    ]


def _rows(kecamatan: int, *years: int) -> QuerySet[m.PerjanjianKinerja]:
    return (
        m.PerjanjianKinerja.objects.for_kecamatan(kecamatan)
        .filter(tahun__range=years)
        .order_by("tahun", "versi")
        .prefetch_related(fetch("baris", m.BarisPK, RENSTRA_INDIKATOR, RENSTRA_SASARAN))
    )


_MEASURED_BY: Final = PreparedRows(_rows)
_PK: Final = PreparedRows(
    lambda *place: _rows(*place).prefetch_related(
        fetch("anggaran", m.AnggaranPK, "program__versi", "program__kabupaten")
    )
)

"""The Perjanjian Kinerja as it is frozen."""

from __future__ import annotations

from collections.abc import Iterable

from kecamatan import models as wilayah
from sakip import models as m
from sakip.records.pejabat.terms import who_signs
from sakip.snapshot.reference import nomenklatur_of, renstra_of
from sakip.snapshot.rows import RENSTRA_INDIKATOR, RENSTRA_SASARAN, fetch, key_of
from sakip.snapshot.typed import choose_pejabat, frozen, pejabat, target
from sakip.snapshot.types import AnggaranPK, BarisPK, PerjanjianKinerja


def perjanjian(
    kecamatan: wilayah.Kecamatan,
    tahun: range,
    terms: Iterable[wilayah.MasaJabatan] = (),
    *,
    only_indikator: bool = False,
) -> list[PerjanjianKinerja]:
    """PK of the years, murni before perubahan (3 queries); ``only_indikator`` leaves out parties and money (2).

    A party that nobody chose is of ``terms`` who held the office on the document's date.
    """
    office = wilayah.MasaJabatan.Jabatan
    rows = (
        m.PerjanjianKinerja.objects.for_kecamatan(kecamatan)
        .filter(tahun__in=tahun)
        .order_by("tahun", "versi")
        .prefetch_related(fetch("baris", m.BarisPK, RENSTRA_INDIKATOR, RENSTRA_SASARAN))
    )
    if not only_indikator:
        rows = rows.select_related(*choose_pejabat("pihak_pertama", "pihak_kedua")).prefetch_related(
            fetch("anggaran", m.AnggaranPK, "program__versi", "program__kabupaten")
        )
    return [
        frozen(
            PerjanjianKinerja,
            p,
            pihak_pertama=None
            if only_indikator
            else pejabat(who_signs(p.pihak_pertama, terms, office.CAMAT, p)),
            pihak_kedua=None
            if only_indikator
            else pejabat(who_signs(p.pihak_kedua, terms, office.BUPATI, p)),
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
                for a in (() if only_indikator else p.anggaran.all())
            ),
        )
        for p in rows
    ]

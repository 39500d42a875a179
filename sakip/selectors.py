"""Reads that span models, for pages. Each says how many queries it makes; none depends on the number of rows."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser
from django.db.models import CharField, F, Model, Q, Value

from kecamatan.models import Kecamatan, KomposisiSDM, Pengguna, ProfilKecamatan
from sakip import models as m

#: Which record makes which document of a year, by the document's code, and on which condition. Two models may stand
#: behind one. A PK that a later report merely quotes is no document of its year.
PENCATAT: Final[tuple[tuple[str, type[Model], Q], ...]] = (
    ("profil", ProfilKecamatan, Q()),
    ("profil", KomposisiSDM, Q()),
    ("iku", m.KeputusanIKU, Q()),
    ("rkt", m.RKT, Q()),
    ("pk", m.PerjanjianKinerja, Q(dikutip=False)),
    ("rencana-aksi", m.RencanaAksi, Q()),
    ("realisasi", m.Realisasi, Q()),
    ("anggaran", m.Anggaran, Q()),
)

#: Values of earlier years are recorded beside this year's to be compared with; alone they make no year of work.
BUKAN_PENANDA: Final = frozenset({"realisasi"})

KecamatanTahun = tuple[int, int]
"""Primary key of the Kecamatan, and the year."""


def dokumen_tercatat(user: Pengguna | AnonymousUser) -> dict[KecamatanTahun, frozenset[str]]:
    """Codes of the documents that are recorded, by kecamatan and year, in what the user may see (2 queries).

    A year appears with its first document of its own; a Renstra, which spans years, and values of earlier years
    do not make one.
    """
    tercatat: defaultdict[KecamatanTahun, set[str]] = defaultdict(set)
    pertama, *lain = (_baris(user, *pencatat) for pencatat in PENCATAT)
    for pk, tahun, kode in pertama.union(*lain):
        tercatat[pk, tahun].add(kode)
    masa: defaultdict[int, set[int]] = defaultdict(set)
    for pk, awal, akhir in m.Renstra.objects.for_user(user).values_list(
        "kecamatan_id", "tahun_awal", "tahun_akhir"
    ):
        masa[pk].update(range(awal, akhir + 1))
    return {
        (pk, tahun): frozenset(kode | {"renstra"} if tahun in masa[pk] else kode)
        for (pk, tahun), kode in tercatat.items()
        if kode - BUKAN_PENANDA
    }


def tahun_tercatat(*, kecamatan: Kecamatan) -> list[int]:
    """Years of which the kecamatan has records of its own, first to last (1 query)."""
    pertama, *lain = (
        model._default_manager.filter(syarat, kecamatan=kecamatan)
        .order_by()
        .values_list("tahun", flat=True)
        .distinct()
        for kode, model, syarat in PENCATAT
        if kode not in BUKAN_PENANDA
    )
    return sorted(pertama.union(*lain))


def _baris(user: Pengguna | AnonymousUser, kode: str, model: Any, syarat: Q) -> Any:
    """Kecamatan, year and code of every row of the model, each once."""
    return (
        model.objects.for_user(user)
        .filter(syarat)
        .order_by()
        .annotate(
            kunci_kecamatan=F(f"{model.jalur_kecamatan}_id"),
            kunci_tahun=F(model.jalur_tahun),
            kunci_dokumen=Value(kode, output_field=CharField()),
        )
        .values_list("kunci_kecamatan", "kunci_tahun", "kunci_dokumen")
        .distinct()
    )

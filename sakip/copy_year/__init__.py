"""Salin dari tahun lalu: one service per document, and what a page needs to offer them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction

from kecamatan.models import Kecamatan, KomposisiSDM, Pengguna, ProfilKecamatan
from sakip import models as m
from sakip.copy_year.base import AWALAN, AlreadyFilled, CopyResult, copying
from sakip.copy_year.plan import copy_iku, copy_pk, copy_rkt
from sakip.copy_year.profile import copy_profil, copy_sdm

__all__ = [
    "AWALAN",
    "SALINAN",
    "AlreadyFilled",
    "CopyOffer",
    "CopyResult",
    "copy_all",
    "copy_iku",
    "copy_pk",
    "copy_profil",
    "copy_rkt",
    "copy_sdm",
    "copying",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOffer:
    """A document that can be copied. ``jumlah`` counts its rows in a year, for the page that offers it."""

    kode: str
    nama: str
    halaman: str
    keterangan: str
    jumlah: Callable[[Kecamatan, int], int]
    copy: Callable[..., CopyResult]


def _banyak(*model: tuple[Any, dict[str, Any]]) -> Callable[[Kecamatan, int], int]:
    def compute(kecamatan: Kecamatan, tahun: int) -> int:
        return sum(
            satu.objects.for_kecamatan(kecamatan).for_tahun(tahun).filter(**syarat).count()
            for satu, syarat in model
        )

    return compute


SALINAN: Final[tuple[CopyOffer, ...]] = (
    CopyOffer(
        kode="profil",
        nama="Profil",
        halaman="profil",
        keterangan="Batas, penduduk, dasar hukum, kedudukan, tugas, fungsi, isu, dan fakta.",
        jumlah=_banyak((ProfilKecamatan, {})),
        copy=copy_profil,
    ),
    CopyOffer(
        kode="sdm",
        nama="SDM",
        halaman="profil",
        keterangan="Baris tabel pegawai, tanpa jumlah orangnya.",
        jumlah=_banyak((KomposisiSDM, {})),
        copy=copy_sdm,
    ),
    CopyOffer(
        kode="rkt",
        nama="RKT",
        halaman="rkt",
        keterangan="Sasaran, program sampai sub kegiatan, dan indikatornya; target dari Renstra, tanpa anggaran.",
        jumlah=_banyak((m.SasaranRKT, {}), (m.BarisRKT, {})),
        copy=copy_rkt,
    ),
    CopyOffer(
        kode="pk",
        nama="Perjanjian Kinerja",
        halaman="pk",
        keterangan="Sasaran dan indikator dari PK terakhir; target dari Renstra, tanpa program dan anggaran.",
        jumlah=_banyak((m.BarisPK, {"perjanjian__dikutip": False})),
        copy=copy_pk,
    ),
    CopyOffer(
        kode="iku",
        nama="Keputusan IKU",
        halaman="iku",
        keterangan="Mengingat, lampiran, dan indikator; tanpa nomor dan tanggal.",
        jumlah=_banyak((m.BarisIKU, {}), (m.ButirIKU, {}), (m.MengingatIKU, {})),
        copy=copy_iku,
    ),
)


@transaction.atomic
def copy_all(
    *, pilihan: Sequence[CopyOffer], kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None
) -> list[tuple[CopyOffer, CopyResult]]:
    """Copy the chosen documents, all or none. Raises as each of them does."""
    return [(s, s.copy(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh)) for s in pilihan]

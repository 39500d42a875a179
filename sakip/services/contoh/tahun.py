"""The performance records of one kecamatan and year."""

from __future__ import annotations

from functools import partial

from django.db import transaction

from kecamatan.bacaan import Objek
from kecamatan.selaras import Penyelaras
from kecamatan.services.contoh import Tempat
from sakip.services.contoh.anggaran import anggaran
from sakip.services.contoh.iku import keputusan_iku
from sakip.services.contoh.konteks import Konteks, nomenklatur
from sakip.services.contoh.perjanjian import perjanjian
from sakip.services.contoh.rencana_aksi import rencana_aksi
from sakip.services.contoh.renstra import acuan_lain, renstra
from sakip.services.contoh.rkt import rkt
from sakip.services.contoh.rpjmd import rpjmd
from sakip.services.contoh.ukur import pembanding, realisasi


@transaction.atomic
def tahun_muat(*, asal: Objek, tempat: Tempat, tahun: int, selaras: Penyelaras) -> None:
    """Write plan, documents, measured values and money as the file has them.

    Rows that other records still use are only set aside; the caller ends with ``selaras.buang_usang()``.
    """
    versi = nomenklatur(asal, "nomenklatur")
    if versi is None:
        raise asal.galat('kunci "nomenklatur" belum diisi. Isi kode versinya, misalnya "2021".')
    konteks = Konteks(
        asal=asal,
        tempat=tempat,
        tahun=tahun,
        selaras=selaras,
        nomenklatur=versi,
        nomenklatur_rkt=nomenklatur(asal, "nomenklatur_rkt") or versi,
    )
    if not selaras.bagian(lambda: renstra(konteks, rpjmd(konteks))):
        return  # everything else refers to its sasaran and indikator
    if selaras.utuh:
        acuan_lain(konteks)
    for bagian in (rkt, perjanjian, keputusan_iku, rencana_aksi, realisasi, pembanding, anggaran):
        selaras.bagian(partial(bagian, konteks))

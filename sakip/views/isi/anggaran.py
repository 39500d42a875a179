"""Entry of the budget: amounts typed in the table itself, everything that is added up computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.forms import BoundField

from sakip import models as m
from sakip.capaian.anggaran import serapan_baris
from sakip.capaian.aritmetika import jumlah_lengkap
from sakip.capaian.inputs import AnggaranMasukan
from sakip.capaian.results import Serapan
from sakip.forms.anggaran import KOLOM_JUMLAH, FormJumlah
from sakip.models.anggaran import Anggaran
from sakip.snapshot.nilai import angka
from sakip.views.tempat import Tempat


@dataclass(frozen=True, slots=True, kw_only=True)
class Jumlah:
    """What rows add up to; None where a part is not known. ``serapan`` is the engine's."""

    pagu_murni: Decimal | None
    pagu_berlaku: Decimal | None
    serapan: Serapan


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTabel:
    """A line of the table: a program or kegiatan with its sums, or a row with its cells."""

    uraian: str
    tingkat: int
    jumlah: Jumlah
    baris: Anggaran | None = None
    sel: tuple[BoundField, ...] = ()
    sidik: str = ""
    pesan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketikan:
    """What was typed and not stored: the forms by row, and what is wrong with a row as a whole."""

    form: Mapping[int, FormJumlah]
    sidik: Mapping[int, str]
    pesan: Mapping[int, str] = field(default_factory=dict)


def awalan(baris: Anggaran) -> str:
    """Prefix of the names of a row's cells."""
    return f"baris-{baris.pk}"


def baris_anggaran(tempat: Tempat) -> list[Anggaran]:
    """The year's rows (2 queries)."""
    return list(
        Anggaran.objects.for_kecamatan(tempat.kecamatan)
        .for_tahun(tempat.tahun)
        .select_related("program", "kegiatan", "sub_kegiatan")
        .prefetch_related("keluaran")
    )


def susun(tempat: Tempat, ketikan: Ketikan | None = None) -> dict[str, Any]:
    """The table, keluaran, belanja, earlier totals and dukungan (6 queries)."""
    semua = baris_anggaran(tempat)
    return {
        "tabel": list(_tabel(semua, tempat, ketikan)),
        "jumlah": jumlah(semua),
        "baris_anggaran": semua,
        "ada_rkt": m.BarisRKT.objects.for_kecamatan(tempat.kecamatan).for_tahun(tempat.tahun).exists(),
        "belanja": list(
            m.Belanja.objects.for_kecamatan(tempat.kecamatan)
            .for_tahun(tempat.tahun)
            .select_related("induk")
            .order_by("urut", "pk")
        ),
        "anggaran_lalu": list(
            m.AnggaranLalu.objects.for_kecamatan(tempat.kecamatan)
            .filter(tahun__lt=tempat.tahun)
            .select_related("kecamatan")
            .order_by("-tahun")
        ),
        "dukungan": list(
            m.DukunganProgram.objects.for_kecamatan(tempat.kecamatan)
            .for_tahun(tempat.tahun)
            .select_related("sasaran", "program")
            .order_by("sasaran__urut", "sasaran", "urut", "pk")
        ),
        "bentrok": bool(ketikan and ketikan.pesan),
    }


def jumlah(baris: Iterable[Anggaran]) -> Jumlah:
    """Sums and serapan of rows, as the engine computes them."""
    semua = list(baris)
    return Jumlah(
        pagu_murni=jumlah_lengkap(angka(b.pagu_murni) for b in semua) if semua else None,
        pagu_berlaku=jumlah_lengkap(_pagu(b) for b in semua) if semua else None,
        serapan=serapan_baris([_masukan(b) for b in semua]),
    )


def _tabel(semua: list[Anggaran], tempat: Tempat, ketikan: Ketikan | None) -> Iterable[BarisTabel]:
    """Program, kegiatan, rows: each group where its first row stands."""
    for program_id in dict.fromkeys(b.program_id for b in semua):
        seprogram = [b for b in semua if b.program_id == program_id]
        if any(b.kegiatan_id for b in seprogram):
            yield BarisTabel(uraian=str(seprogram[0].program), tingkat=0, jumlah=jumlah(seprogram))
        for kegiatan_id in dict.fromkeys(b.kegiatan_id for b in seprogram):
            sekegiatan = [b for b in seprogram if b.kegiatan_id == kegiatan_id]
            if any(b.sub_kegiatan_id for b in sekegiatan):
                yield BarisTabel(uraian=str(sekegiatan[0].kegiatan), tingkat=1, jumlah=jumlah(sekegiatan))
            yield from (_baris(b, tempat, ketikan) for b in sekegiatan)


def _baris(baris: Anggaran, tempat: Tempat, ketikan: Ketikan | None) -> BarisTabel:
    tingkat = 2 if baris.sub_kegiatan_id else 1 if baris.kegiatan_id else 0
    form = ketikan.form.get(baris.pk) if ketikan else None
    if form is None and tempat.boleh_isi:
        form = FormJumlah(instance=baris, lingkup=tempat.lingkup, prefix=awalan(baris))
    nama = str(baris.sub_kegiatan or baris.kegiatan or baris.program or "Tidak dirinci dalam dokumen")
    return BarisTabel(
        uraian=nama if baris.rinci or not baris.program_id else f"{nama} (tidak dirinci dalam dokumen)",
        tingkat=tingkat,
        jumlah=jumlah([baris]),
        baris=baris,
        sel=tuple(form[kolom] for kolom in KOLOM_JUMLAH) if form else (),
        sidik=(ketikan.sidik.get(baris.pk, "") if ketikan else form.sidik) if form else "",
        pesan=ketikan.pesan.get(baris.pk, "") if ketikan else "",
    )


def _pagu(baris: Anggaran) -> Decimal | None:
    """The amount in force: the perubahan's, where there is one."""
    return angka(baris.pagu_murni if baris.pagu_perubahan is None else baris.pagu_perubahan)


def _masukan(baris: Anggaran) -> AnggaranMasukan:
    return AnggaranMasukan(
        program=baris.program.kode if baris.program else "",
        nama_program=baris.program.nama if baris.program else "",
        kegiatan="",
        nama_kegiatan="",
        sub_kegiatan="",
        nama_sub_kegiatan="",
        pagu=_pagu(baris),
        realisasi=angka(baris.realisasi),
    )

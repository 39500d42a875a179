"""Rules about money."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Coalesce

from sakip import models as m
from sakip.angka import format_rupiah
from sakip.capaian.aritmetika import jumlah_lengkap
from sakip.capaian.levels import pagu_of, total_amount
from sakip.pemeriksaan.aturan import Aturan, Pelanggaran, Tingkat
from sakip.snapshot.dokumen import JENJANG
from sakip.snapshot.types import Anggaran
from sakip.snapshot.ukur import budget_row

#: Up to this year programs held belanja langsung alone (Permendagri 13/2006); since then they hold everything.
TAHUN_TERAKHIR_LANGSUNG = 2020
LANGSUNG = "langsung"


def realisasi_dalam_pagu() -> Pelanggaran:
    """Realisasi of a budget row is not above its pagu. It may be, after a late transfer; then the pagu needs a look."""
    for a in (
        m.Anggaran.objects.annotate(pagu=Coalesce("pagu_perubahan", "pagu_murni"))
        .filter(realisasi__gt=F("pagu"))
        .select_related("kecamatan", "program", "kegiatan", "sub_kegiatan")
    ):
        yield (
            f"{a.kecamatan} {a.tahun}, anggaran {a}",
            f"Realisasi {format_rupiah(a.realisasi or 0)} melebihi pagu {format_rupiah(a.pagu)}. Periksa keduanya.",
        )


def belanja_sekelompok() -> Pelanggaran:
    """A belanja row is part of a group of the same kecamatan and year."""
    for b in (
        m.Belanja.objects.exclude(induk=None)
        .exclude(induk__kecamatan=F("kecamatan"), induk__tahun=F("tahun"))
        .select_related("kecamatan")
    ):
        yield (
            f"{b.kecamatan} {b.tahun}, belanja {b.kode}",
            "Kelompoknya milik kecamatan atau tahun lain. Pilih ulang.",
        )


def belanja_menjumlah() -> Pelanggaran:
    """The parts of a belanja group add up to it, where all of them are known."""
    anak: dict[int, list[m.Belanja]] = defaultdict(list)
    semua = list(m.Belanja.objects.select_related("kecamatan").order_by("kecamatan", "tahun", "urut"))
    for b in semua:
        if b.induk_id is not None:
            anak[b.induk_id].append(b)
    for b in semua:
        for kolom in ("pagu", "realisasi"):
            tercatat: Decimal | None = getattr(b, kolom)
            jumlah = jumlah_lengkap(getattr(a, kolom) for a in anak[b.pk])
            if anak[b.pk] and None not in (tercatat, jumlah) and tercatat != jumlah:
                yield (
                    f"{b.kecamatan} {b.tahun}, belanja {b.kode}",
                    f"{kolom.capitalize()} {format_rupiah(tercatat or 0)} bukan jumlah rinciannya "
                    f"({format_rupiah(jumlah or 0)}). Periksa rinciannya.",
                )


def belanja_sama_dengan_anggaran() -> Pelanggaran:
    """Belanja and program add up to the same pagu, where both are known."""
    baris: dict[tuple[int, int], list[Anggaran]] = defaultdict(list)
    for a in m.Anggaran.objects.select_related(*JENJANG).order_by("pk"):
        baris[a.kecamatan_id, a.tahun].append(budget_row(a))
    belanja: dict[tuple[int, int], list[m.Belanja]] = defaultdict(list)
    for b in m.Belanja.objects.filter(induk=None).select_related("kecamatan").order_by("urut"):
        belanja[b.kecamatan_id, b.tahun].append(b)
    for (kecamatan, tahun), teratas in belanja.items():
        langsung = [b for b in teratas if b.kode == LANGSUNG]
        setara = langsung if langsung and tahun <= TAHUN_TERAKHIR_LANGSUNG else teratas
        jumlah_belanja = jumlah_lengkap(b.pagu for b in setara)
        jumlah_pagu = total_amount(baris[kecamatan, tahun], pagu_of)
        if (
            baris[kecamatan, tahun]
            and None not in (jumlah_belanja, jumlah_pagu)
            and jumlah_belanja != jumlah_pagu
        ):
            yield (
                f"{teratas[0].kecamatan} {tahun}, belanja",
                f"Jumlah belanja {format_rupiah(jumlah_belanja or 0)} berbeda dengan jumlah pagu program "
                f"{format_rupiah(jumlah_pagu or 0)}. Periksa keduanya.",
            )


def dukungan_beranggaran() -> Pelanggaran:
    """A program that supports a sasaran is one that the year's budget has, where there is a budget."""
    ada = set(m.Anggaran.objects.order_by().values_list("kecamatan", "tahun", "program"))
    beranggaran = {(kecamatan, tahun) for kecamatan, tahun, _ in ada}
    for d in m.DukunganProgram.objects.select_related("kecamatan", "program"):
        if (d.kecamatan_id, d.tahun) in beranggaran and (d.kecamatan_id, d.tahun, d.program_id) not in ada:
            yield (
                f"{d.kecamatan} {d.tahun}, dukungan {d.program}",
                "Program ini tidak ada dalam anggaran tahun itu. Pilih program yang beranggaran.",
            )


def dukungan_sekecamatan() -> Pelanggaran:
    """A supported sasaran is one of the kecamatan's own Renstra."""
    for d in m.DukunganProgram.objects.exclude(sasaran__renstra__kecamatan=F("kecamatan")).select_related(
        "kecamatan", "program"
    ):
        yield (
            f"{d.kecamatan} {d.tahun}, dukungan {d.program}",
            "Sasarannya milik kecamatan lain. Pilih ulang sasarannya.",
        )


def anggaran_lalu_tidak_berbeda() -> Pelanggaran:
    """A total recorded for a year is the sum of that year's own rows, where those are recorded as well."""
    for lalu in m.AnggaranLalu.objects.select_related("kecamatan"):
        semua = m.Anggaran.objects.filter(kecamatan=lalu.kecamatan, tahun=lalu.tahun)
        baris = [budget_row(b) for b in semua.select_related(*JENJANG)]
        jumlah = total_amount(baris, pagu_of)
        if baris and None not in (jumlah, lalu.pagu) and jumlah != lalu.pagu:
            yield (
                f"{lalu.kecamatan} {lalu.tahun}, anggaran tahun lalu",
                f"Pagu {format_rupiah(lalu.pagu or 0)} berbeda dengan jumlah baris anggaran "
                f"{format_rupiah(jumlah or 0)}. Hapus catatan jumlah itu atau perbaiki barisnya.",
            )


ATURAN_UANG = (
    Aturan("realisasi-dalam-pagu", realisasi_dalam_pagu, Tingkat.PERINGATAN),
    Aturan("belanja-sekelompok", belanja_sekelompok),
    Aturan("belanja-menjumlah", belanja_menjumlah),
    Aturan("belanja-sama-dengan-anggaran", belanja_sama_dengan_anggaran),
    Aturan("dukungan-beranggaran", dukungan_beranggaran),
    Aturan("dukungan-sekecamatan", dukungan_sekecamatan),
    Aturan("anggaran-lalu-tidak-berbeda", anggaran_lalu_tidak_berbeda, Tingkat.PERINGATAN),
)

"""Rules about money."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Coalesce

from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.angka import format_rupiah
from sakip.capaian.aritmetika import jumlah_lengkap
from sakip.capaian.levels import pagu_of, total_amount
from sakip.pemeriksaan.anggaran import check_belanja_amounts, check_control_totals, check_program_amounts
from sakip.pemeriksaan.aturan import Aturan, Pelanggaran, Tingkat
from sakip.snapshot import dokumen, ukur
from sakip.snapshot.dokumen import JENJANG
from sakip.snapshot.ukur import budget_row


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
    """Belanja and program add up to the same, year by year."""
    for kecamatan, tahun in _tahun_beranggaran():
        yield from _di(
            kecamatan,
            tahun,
            check_belanja_amounts(ukur.anggaran(kecamatan, tahun), ukur.belanja(kecamatan, tahun), tahun),
        )


def anggaran_sama_dengan_rincian() -> Pelanggaran:
    """A row above detailed ones says what they come to."""
    for kecamatan, tahun in _tahun_beranggaran():
        yield from _di(kecamatan, tahun, check_control_totals(ukur.anggaran(kecamatan, tahun)))


def anggaran_program_sama() -> Pelanggaran:
    """A program has one amount in RKT, PK and budget."""
    for kecamatan, tahun in _tahun_beranggaran():
        pk = dokumen.perjanjian(kecamatan, range(tahun, tahun + 1))
        rkt = dokumen.rkt(kecamatan, tahun, {})
        yield from _di(kecamatan, tahun, check_program_amounts(ukur.anggaran(kecamatan, tahun), pk, rkt))


def _tahun_beranggaran() -> list[tuple[Kecamatan, int]]:
    """Every kecamatan-year that has budget rows or an RKT and a PK to compare."""
    pasangan = {
        tuple(satu)
        for model in (m.Anggaran, m.PerjanjianKinerja)
        for satu in model._default_manager.order_by().values_list("kecamatan", "tahun").distinct()
    }
    kecamatan = Kecamatan.objects.in_bulk([pk for pk, _ in pasangan])
    return [(kecamatan[pk], tahun) for pk, tahun in sorted(pasangan)]


def _di(kecamatan: Kecamatan, tahun: int, temuan: Pelanggaran) -> Pelanggaran:
    for tempat, pesan in temuan:
        yield f"{kecamatan} {tahun}, {tempat}", pesan


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
    Aturan("anggaran-sama-dengan-rincian", anggaran_sama_dengan_rincian, Tingkat.PERINGATAN),
    Aturan("anggaran-program-sama", anggaran_program_sama, Tingkat.PERINGATAN),
    Aturan("dukungan-beranggaran", dukungan_beranggaran),
    Aturan("dukungan-sekecamatan", dukungan_sekecamatan),
    Aturan("anggaran-lalu-tidak-berbeda", anggaran_lalu_tidak_berbeda, Tingkat.PERINGATAN),
)

"""What was measured, and money."""

from __future__ import annotations

from typing import Any, Final

from sakip import models as m
from sakip.entry.values import Choice, Key, Number, Rupiah, WholeChoice, Year, YesNo
from sakip.records.pembanding.models import PILIHAN_LINGKUP
from sakip.workbook.sheets.columns import (
    SEBARIS,
    kode,
    kunci_indikator,
    nama_indikator,
    nama_kode,
    nilai_tercatat,
    satuan,
    teks,
)
from sakip.workbook.sheets.sheet import Kolom, Lembar

PILIHAN_TRIWULAN: Final = (
    ("0", "Setahun"),
    ("1", "Triwulan I"),
    ("2", "Triwulan II"),
    ("3", "Triwulan III"),
    ("4", "Triwulan IV"),
)


def unit(**lain: Any) -> Kolom:
    """The kelurahan or unit that carries out its part of a sub kegiatan."""
    return teks("unit", "Kelurahan atau unit", m.Anggaran, jenis=SEBARIS, lebar=20, added=True, **lain)


def lembar_ukuran() -> tuple[Lembar, ...]:
    """The sheets, in order."""
    return (
        Lembar(
            nama="Realisasi",
            isi="Realisasi indikator per triwulan atau setahun",
            model=("sakip.realisasi",),
            unik=("kunci_indikator", "tahun", "triwulan"),
            kolom=(
                kunci_indikator(petunjuk="Kunci pada lembar Indikator.", arti="kunci indikator"),
                nama_indikator(),
                Kolom(
                    kunci="tahun",
                    judul="Tahun",
                    jenis=Year(),
                    petunjuk="Kosong berarti tahun buku kerja.",
                    lebar=10,
                ),
                Kolom(
                    kunci="triwulan",
                    judul="Triwulan",
                    jenis=WholeChoice(choices=PILIHAN_TRIWULAN),
                    petunjuk="Kosong berarti Setahun.",
                    lebar=14,
                ),
                *nilai_tercatat(m.Realisasi, "Realisasi"),
                teks("catatan", "Catatan", lebar=30),
                teks("sumber", "Sumber data", lebar=30),
            ),
        ),
        Lembar(
            nama="Pembanding",
            isi="Nilai kabupaten, provinsi, dan nasional untuk dibandingkan",
            model=("sakip.pembandingindikator",),
            unik=("kunci_indikator", "lingkup"),
            kolom=(
                kunci_indikator(petunjuk="Kunci pada lembar Indikator.", arti="kunci indikator"),
                nama_indikator(),
                Kolom(
                    kunci="lingkup",
                    judul="Lingkup",
                    jenis=Choice(choices=PILIHAN_LINGKUP),
                    arti="lingkup: Kabupaten, Provinsi, atau Nasional",
                    lebar=14,
                ),
                Kolom(
                    kunci="tahun",
                    judul="Tahun nilai",
                    jenis=Year(),
                    petunjuk="Kosong berarti tahun buku kerja.",
                    lebar=12,
                ),
                *nilai_tercatat(m.PembandingIndikator, "Nilai"),
                teks("sumber", "Sumber data", lebar=30),
            ),
        ),
        Lembar(
            nama="Anggaran",
            isi="Pagu dan realisasi anggaran; jumlah dihitung dari baris terdalam",
            model=("sakip.anggaran",),
            unik=("kode", "unit"),
            kolom=(
                kode(
                    petunjuk="Kode menurut lembar Nomenklatur; kosong hanya untuk sisa tak terinci. Baris di atas"
                    " rinciannya hanya dibandingkan, tidak ikut dijumlahkan."
                ),
                nama_kode(),
                unit(petunjuk="Hanya bila beberapa kelurahan atau unit melaksanakan sub kegiatan yang sama."),
                Kolom(
                    kunci="rinci",
                    judul="Dirinci",
                    jenis=YesNo(),
                    petunjuk="Tidak untuk sisa yang tidak dirinci dokumen; kosong berarti Ya.",
                    lebar=10,
                ),
                Kolom(kunci="pagu_murni", judul="Pagu murni (Rp)", jenis=Rupiah(), lebar=20),
                Kolom(kunci="pagu_perubahan", judul="Pagu perubahan (Rp)", jenis=Rupiah(), lebar=20),
                Kolom(kunci="realisasi", judul="Realisasi (Rp)", jenis=Rupiah(), lebar=20),
                teks("keterangan", "Keterangan", lebar=30),
            ),
        ),
        Lembar(
            nama="Keluaran",
            isi="Keluaran dan hasil setiap baris anggaran",
            model=("sakip.keluaran",),
            kolom=(
                Kolom(
                    kunci="kode",
                    judul="Kode",
                    jenis=SEBARIS,
                    petunjuk="Kode pada lembar Anggaran.",
                    lebar=20,
                    acuan="Anggaran",
                ),
                nama_kode(),
                unit(petunjuk="Seperti pada lembar Anggaran."),
                Kolom(
                    kunci="jenis",
                    judul="Jenis",
                    jenis=Choice(choices=tuple(m.Keluaran.Jenis.choices)),
                    petunjuk="Kosong berarti Keluaran (output).",
                    lebar=18,
                ),
                teks("uraian", "Uraian", arti="uraian keluaran atau hasil", lebar=50),
                satuan(m.Keluaran),
                Kolom(kunci="target", judul="Target", jenis=Number(), lebar=14),
                teks("target_cetak", "Target seperti tercetak", m.Keluaran, lebar=18, jenis=SEBARIS),
                Kolom(kunci="realisasi", judul="Realisasi", jenis=Number(), lebar=14),
                teks("realisasi_cetak", "Realisasi seperti tercetak", m.Keluaran, lebar=18, jenis=SEBARIS),
                Kolom(
                    kunci="keadaan",
                    judul="Keadaan realisasi",
                    jenis=Choice(choices=tuple(m.Keluaran.Keadaan.choices)),
                    petunjuk="Kosong berarti mengikuti isian realisasi.",
                    lebar=18,
                ),
                teks("keterangan", "Keterangan", lebar=30),
            ),
        ),
        Lembar(
            nama="Belanja",
            isi="Komposisi belanja",
            model=("sakip.belanja",),
            unik=("kode",),
            kolom=(
                teks(
                    "kode",
                    "Kode",
                    m.Belanja,
                    jenis=Key(),
                    petunjuk="Nama pendek tanpa spasi, misalnya barang-jasa.",
                    arti="kode belanja",
                    lebar=20,
                ),
                teks("nama", "Nama", m.Belanja, arti="nama belanja", lebar=40, jenis=SEBARIS),
                Kolom(
                    kunci="induk",
                    judul="Kelompok",
                    jenis=Key(),
                    petunjuk="Kode kelompoknya, yang ditulis lebih dahulu.",
                    lebar=20,
                    acuan="Belanja",
                ),
                Kolom(kunci="pagu", judul="Pagu (Rp)", jenis=Rupiah(), lebar=20),
                Kolom(kunci="realisasi", judul="Realisasi (Rp)", jenis=Rupiah(), lebar=20),
                Kolom(
                    kunci="di_luar_program",
                    judul="Di luar program",
                    jenis=YesNo(),
                    petunjuk="Ya bila tidak termasuk pagu program pada lembar Anggaran; kosong berarti Tidak.",
                    lebar=12,
                    added=True,
                ),
            ),
        ),
        Lembar(
            nama="AnggaranLalu",
            isi="Jumlah anggaran tahun-tahun lalu yang rinciannya tidak dicatat",
            model=("sakip.anggaranlalu",),
            unik=("tahun",),
            kolom=(
                Kolom(kunci="tahun", judul="Tahun", jenis=Year(), arti="tahun", lebar=10),
                Kolom(kunci="pagu", judul="Pagu (Rp)", jenis=Rupiah(), lebar=20),
                Kolom(kunci="realisasi", judul="Realisasi (Rp)", jenis=Rupiah(), lebar=20),
                teks("sumber", "Sumber", lebar=40),
            ),
        ),
        Lembar(
            nama="DukunganProgram",
            isi="Program yang mendukung setiap sasaran",
            model=("sakip.dukunganprogram",),
            unik=("sasaran", "kode"),
            kolom=(
                Kolom(
                    kunci="sasaran",
                    judul="Kunci sasaran",
                    jenis=Key(),
                    petunjuk="Kunci pada lembar Sasaran.",
                    arti="kunci sasaran",
                    lebar=14,
                    acuan="Sasaran",
                ),
                kode(petunjuk="Kode program menurut lembar Nomenklatur.", arti="kode program"),
                nama_kode(),
            ),
        ),
    )

"""The plan: RPJMD and Renstra."""

from __future__ import annotations

from typing import Final

from sakip import models as m
from sakip.capaian.rumus import pilihan_rumus
from sakip.capaian.triwulan import IRAMA
from sakip.entry.values import Choice, Date, Key, Lines, Number, Whole, Year, YesNo
from sakip.records.shared_columns import PILIHAN_AKUMULASI
from sakip.workbook.sheets.columns import (
    SEBARIS,
    VERSI_RENSTRA,
    cetak,
    kunci_indikator,
    nama_indikator,
    nomor,
    satuan,
    target,
    teks,
)
from sakip.workbook.sheets.sheet import Kolom, Lembar, Only

JENIS_RPJMD: Final = (
    ("periode", "Periode"),
    ("misi", "Misi"),
    ("tujuan", "Tujuan"),
    ("sasaran", "Sasaran"),
)


def _only(*levels: str, reason: str) -> Only:
    return Only("jenis", frozenset(levels), reason)


def lembar_rencana() -> tuple[Lembar, ...]:
    """The sheets, in order."""
    return (
        Lembar(
            nama="RPJMD",
            isi="RPJMD kabupaten; diubah oleh Bagian Organisasi, operator hanya membacanya",
            model=("sakip.perioderpjmd", "sakip.misirpjmd", "sakip.tujuanrpjmd", "sakip.sasaranrpjmd"),
            kolom=(
                Kolom(
                    kunci="jenis",
                    judul="Jenis",
                    jenis=Choice(choices=JENIS_RPJMD),
                    petunjuk="Bertingkat: tujuan di bawah misinya, sasaran di bawah tujuannya.",
                    arti="jenis",
                    lebar=12,
                ),
                Kolom(
                    kunci="nomor",
                    judul="Nomor",
                    jenis=Whole(largest=32767),
                    petunjuk="Tahun awal periode, atau nomor misi.",
                    lebar=10,
                    only=_only("periode", "misi", reason="hanya periode dan misi yang bernomor"),
                ),
                Kolom(
                    kunci="tahun_akhir",
                    judul="Tahun akhir",
                    jenis=Year(),
                    lebar=12,
                    only=_only("periode", reason="hanya periode yang mempunyai tahun akhir"),
                ),
                teks("uraian", "Uraian", petunjuk="Visi, misi, tujuan, atau sasaran.", lebar=80),
                Kolom(
                    kunci="indikator",
                    judul="Indikator",
                    jenis=Lines(),
                    petunjuk="Satu per baris dalam sel (Alt+Enter).",
                    lebar=50,
                    only=_only("tujuan", "sasaran", reason="hanya tujuan dan sasaran yang berindikator"),
                ),
                teks(
                    "dasar",
                    "Dasar",
                    petunjuk="Peraturan yang menetapkan periode.",
                    lebar=40,
                    only=_only("periode", reason="hanya periode yang mempunyai dasar hukum"),
                ),
            ),
        ),
        Lembar(
            nama="Renstra",
            isi="Renstra yang berlaku dan perubahannya",
            model=("sakip.renstra",),
            unik=("tahun_awal", "versi"),
            kolom=(
                Kolom(
                    kunci="tahun_awal",
                    judul="Tahun awal",
                    jenis=Year(),
                    arti="tahun awal Renstra",
                    lebar=12,
                ),
                Kolom(
                    kunci="tahun_akhir",
                    judul="Tahun akhir",
                    jenis=Year(),
                    arti="tahun akhir Renstra",
                    lebar=12,
                ),
                Kolom(
                    kunci="versi",
                    judul="Versi",
                    jenis=Whole(largest=32767),
                    petunjuk="0 awal; 1, 2, … perubahan.",
                    lebar=8,
                ),
                teks("dasar", "Dasar", petunjuk="Peraturan yang menetapkannya.", lebar=60),
                Kolom(kunci="tanggal", judul="Tanggal", jenis=Date(), lebar=18),
                teks("sumber", "Sumber", lebar=40),
                Kolom(
                    kunci="rpjmd",
                    judul="RPJMD (tahun awal)",
                    jenis=Year(),
                    petunjuk="Tahun awal RPJMD yang diacu.",
                    lebar=16,
                ),
                Kolom(
                    kunci="misi_diacu",
                    judul="Misi yang diacu",
                    jenis=Whole(largest=32767),
                    petunjuk="Nomor misi RPJMD.",
                    lebar=16,
                ),
            ),
        ),
        Lembar(
            nama="Tujuan",
            isi="Tujuan Renstra",
            model=("sakip.tujuan",),
            unik=("tahun_awal", "versi", "kunci"),
            kolom=(
                *VERSI_RENSTRA,
                teks(
                    "kunci",
                    "Kunci",
                    m.Tujuan,
                    jenis=Key(),
                    petunjuk="Nama pendek tanpa spasi, misalnya t1.",
                    arti="kunci tujuan",
                    lebar=12,
                ),
                teks("uraian", "Uraian", m.Tujuan, arti="uraian tujuan", lebar=90),
            ),
        ),
        Lembar(
            nama="IndikatorTujuan",
            isi="Indikator tujuan Renstra",
            model=("sakip.indikatortujuan",),
            unik=("tahun_awal", "versi", "tujuan", "nomor"),
            kolom=(
                *VERSI_RENSTRA,
                Kolom(
                    kunci="tujuan",
                    judul="Kunci tujuan",
                    jenis=Key(),
                    arti="kunci tujuan",
                    lebar=14,
                    acuan="Tujuan",
                ),
                nomor("1, 2, … dalam tujuannya.", arti="nomor urut indikator"),
                teks("nama", "Nama indikator", m.IndikatorTujuan, arti="nama indikator tujuan", lebar=70),
                satuan(m.IndikatorTujuan),
            ),
        ),
        Lembar(
            nama="TargetTujuan",
            isi="Target indikator tujuan per tahun",
            model=("sakip.targettujuan",),
            unik=("tahun_awal", "versi", "tujuan", "nomor", "tahun"),
            kolom=(
                *VERSI_RENSTRA,
                Kolom(
                    kunci="tujuan",
                    judul="Kunci tujuan",
                    jenis=Key(),
                    arti="kunci tujuan",
                    lebar=14,
                    acuan="Tujuan",
                ),
                nomor("Nomor pada lembar IndikatorTujuan.", arti="nomor indikator tujuan"),
                Kolom(kunci="tahun", judul="Tahun", jenis=Year(), arti="tahun target", lebar=10),
                target(arti="target tahun itu, atau hapus barisnya"),
                cetak(m.TargetTujuan),
            ),
        ),
        Lembar(
            nama="Sasaran",
            isi="Sasaran strategis Renstra",
            model=("sakip.sasaran",),
            unik=("tahun_awal", "versi", "kunci"),
            kolom=(
                *VERSI_RENSTRA,
                Kolom(
                    kunci="tujuan",
                    judul="Kunci tujuan",
                    jenis=Key(),
                    arti="kunci tujuan",
                    lebar=14,
                    acuan="Tujuan",
                ),
                teks(
                    "kunci",
                    "Kunci",
                    m.Sasaran,
                    jenis=Key(),
                    petunjuk="Nama pendek tanpa spasi, misalnya s1.",
                    arti="kunci sasaran",
                    lebar=12,
                ),
                teks("uraian", "Uraian", m.Sasaran, arti="uraian sasaran", lebar=60),
                Kolom(
                    kunci="bobot",
                    judul="Bobot (%)",
                    jenis=Number(),
                    petunjuk="Kosong bila semua sama berat.",
                    lebar=12,
                    bidang=(m.Sasaran, "bobot"),
                ),
                Kolom(
                    kunci="strategi",
                    judul="Strategi",
                    jenis=Lines(),
                    petunjuk="Satu per baris dalam sel (Alt+Enter).",
                    lebar=40,
                ),
                Kolom(kunci="kebijakan", judul="Kebijakan", jenis=Lines(), lebar=40),
                Kolom(
                    kunci="program",
                    judul="Program seperti tercetak",
                    jenis=Lines(),
                    petunjuk="Nama program dalam matriks Renstra.",
                    lebar=40,
                ),
                teks(
                    "sasaran_rpjmd",
                    "Sasaran RPJMD",
                    petunjuk="Uraian sasaran RPJMD yang diacu, persis seperti pada lembar RPJMD.",
                    lebar=40,
                ),
            ),
        ),
        Lembar(
            nama="Indikator",
            isi="Indikator sasaran: apa yang diukur dan bagaimana",
            model=("sakip.indikator",),
            unik=("tahun_awal", "versi", "kunci"),
            kolom=(
                *VERSI_RENSTRA,
                Kolom(
                    kunci="sasaran",
                    judul="Kunci sasaran",
                    jenis=Key(),
                    arti="kunci sasaran",
                    lebar=14,
                    acuan="Sasaran",
                ),
                teks(
                    "kunci",
                    "Kunci",
                    m.Indikator,
                    jenis=Key(),
                    petunjuk="Nama pendek tanpa spasi, misalnya skm; tetap sama dari tahun ke tahun.",
                    arti="kunci indikator",
                    lebar=16,
                ),
                teks("nama", "Nama indikator", m.Indikator, arti="nama indikator", lebar=60),
                satuan(m.Indikator),
                Kolom(
                    kunci="jenis_nilai",
                    judul="Jenis nilai",
                    jenis=Choice(choices=tuple(m.Indikator.JenisNilai.choices)),
                    petunjuk="Kosong berarti Angka.",
                    lebar=14,
                ),
                Kolom(
                    kunci="rumus",
                    judul="Rumus",
                    jenis=Choice(choices=pilihan_rumus()),
                    petunjuk="Kosong berarti rumus yang lazim bagi jenis nilainya.",
                    lebar=30,
                ),
                Kolom(
                    kunci="skala",
                    judul="Skala",
                    jenis=SEBARIS,
                    petunjuk="Hanya untuk jenis nilai Huruf, misalnya akip-2021.",
                    lebar=16,
                    acuan="Skala",
                ),
                Kolom(
                    kunci="desimal",
                    judul="Jumlah desimal",
                    jenis=Whole(largest=4),
                    petunjuk="0 sampai 4; kosong berarti 2.",
                    lebar=12,
                ),
                Kolom(
                    kunci="akumulasi",
                    judul="Akumulasi triwulan",
                    jenis=Choice(choices=PILIHAN_AKUMULASI),
                    petunjuk="Kosong berarti nilai triwulan terakhir.",
                    lebar=30,
                ),
                Kolom(
                    kunci="irama",
                    judul="Triwulan pengukuran",
                    jenis=Choice(choices=IRAMA),
                    petunjuk="Kosong berarti setiap triwulan.",
                    lebar=20,
                    added=True,
                ),
                Kolom(
                    kunci="bobot",
                    judul="Bobot (%)",
                    jenis=Number(),
                    lebar=12,
                    bidang=(m.Indikator, "bobot"),
                ),
                teks("pembilang", "Pembilang", petunjuk="Uraian, bukan angka.", lebar=40),
                teks("penyebut", "Penyebut", petunjuk="Uraian, bukan angka.", lebar=40),
                Kolom(
                    kunci="pengali",
                    judul="Pengali",
                    jenis=Number(),
                    petunjuk="Dikalikan dengan pembilang ÷ penyebut, misalnya 10.000; kosong berarti 100 bila satuannya"
                    " persen.",
                    lebar=12,
                    bidang=(m.Indikator, "pengali"),
                    added=True,
                ),
                teks("formulasi", "Formulasi", petunjuk="Bila tidak berupa pecahan.", lebar=40),
                Kolom(
                    kunci="penjelasan",
                    judul="Penjelasan",
                    jenis=Lines(),
                    petunjuk="Satu per baris dalam sel (Alt+Enter).",
                    lebar=40,
                ),
                Kolom(
                    kunci="penanggung_jawab",
                    judul="Penanggung jawab",
                    jenis=Lines(),
                    petunjuk="Kunci unit kerja, satu per baris.",
                    lebar=24,
                    acuan="UnitKerja",
                ),
                teks("sumber_data", "Sumber data", lebar=30),
                Kolom(kunci="iku", judul="IKU", jenis=YesNo(), petunjuk="Kosong berarti Ya.", lebar=10),
                Kolom(
                    kunci="dalam_renstra",
                    judul="Tercetak dalam Renstra",
                    jenis=YesNo(),
                    petunjuk="Kosong berarti Ya.",
                    lebar=14,
                ),
            ),
        ),
        Lembar(
            nama="TargetRenstra",
            isi="Target indikator per tahun menurut Renstra",
            model=("sakip.targetrenstra",),
            unik=("tahun_awal", "versi", "kunci_indikator", "tahun"),
            kolom=(
                *VERSI_RENSTRA,
                kunci_indikator(petunjuk="Kunci pada lembar Indikator.", arti="kunci indikator"),
                nama_indikator(),
                Kolom(kunci="tahun", judul="Tahun", jenis=Year(), arti="tahun target", lebar=10),
                target(arti="target tahun itu, atau hapus barisnya"),
                cetak(m.TargetRenstra),
            ),
        ),
    )

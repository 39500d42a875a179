"""The year's documents: RKT, PK, IKU, Rencana Aksi."""

from __future__ import annotations

from typing import Final

from sakip import models as m
from sakip.entry.values import Choice, Date, Key, Lines, Number, Rupiah, Whole, Year
from sakip.records.shared_columns import PILIHAN_AKUMULASI
from sakip.workbook.sheets.columns import (
    SEBARIS,
    cetak,
    kode,
    kunci_indikator,
    nama_kode,
    nomor,
    satuan,
    target,
    teks,
)
from sakip.workbook.sheets.sheet import Kolom, Lembar, Only

#: Heads of documents: their code in the loader's document, and what the sheet calls them.
DOKUMEN: Final = (
    ("rkt", "RKT"),
    ("pk", "PK"),
    ("iku", "SK IKU"),
    ("rencana_aksi", "Rencana Aksi"),
    ("laporan", "LKIP"),
)


def _only(*documents: str, reason: str) -> Only:
    return Only("dokumen", frozenset(documents), reason)


def lembar_dokumen() -> tuple[Lembar, ...]:
    """The sheets, in order."""
    tahun_pk = (
        Kolom(
            kunci="tahun",
            judul="Tahun",
            jenis=Year(),
            petunjuk="Kosong berarti tahun buku kerja; tahun lalu hanya sebagai pembanding.",
            lebar=10,
        ),
        Kolom(
            kunci="versi",
            judul="Versi",
            jenis=Whole(largest=32767),
            petunjuk="Kosong atau 0 murni; 1, 2, … perubahan.",
            lebar=8,
        ),
    )
    return (
        Lembar(
            nama="Dokumen",
            isi="Tempat, tanggal, dan penanda tangan setiap dokumen",
            model=(
                "sakip.rkt",
                "sakip.perjanjiankinerja",
                "sakip.keputusaniku",
                "sakip.rencanaaksi",
                "reports.laporan",
            ),
            unik=("dokumen", "tahun", "versi"),
            kolom=(
                Kolom(
                    kunci="dokumen",
                    judul="Dokumen",
                    jenis=Choice(choices=DOKUMEN),
                    arti="nama dokumen",
                    lebar=16,
                ),
                *tahun_pk,
                teks(
                    "nomor",
                    "Nomor",
                    m.KeputusanIKU,
                    only=_only("iku", reason="hanya SK IKU yang bernomor"),
                    petunjuk="Hanya SK IKU.",
                    lebar=26,
                    jenis=SEBARIS,
                ),
                teks("tempat", "Tempat", m.RKT, lebar=18, jenis=SEBARIS),
                Kolom(
                    kunci="tanggal",
                    judul="Tanggal",
                    jenis=Date(),
                    petunjuk="Misalnya 2/1/2023.",
                    lebar=18,
                ),
                teks(
                    "tanggal_cetak",
                    "Tanggal seperti tercetak",
                    m.RKT,
                    petunjuk="Bila harinya tidak diketahui, misalnya Januari 2021.",
                    lebar=22,
                    jenis=SEBARIS,
                ),
                Kolom(
                    kunci="penandatangan",
                    judul="Penanda tangan",
                    jenis=SEBARIS,
                    petunjuk="Nama pada lembar Pejabat; untuk PK pihak pertama.",
                    lebar=36,
                    acuan="Pejabat",
                    only=_only(
                        "rkt",
                        "pk",
                        "iku",
                        "rencana_aksi",
                        reason="LKIP ditandatangani camat yang menjabat pada tanggalnya",
                    ),
                ),
                Kolom(
                    kunci="pihak_kedua",
                    judul="Pihak kedua",
                    jenis=SEBARIS,
                    petunjuk="Hanya PK: nama kepala daerah.",
                    lebar=36,
                    acuan="Pejabat",
                    only=_only("pk", reason="hanya PK yang mempunyai pihak kedua"),
                ),
                Kolom(
                    kunci="alasan",
                    judul="Alasan perubahan",
                    jenis=Choice(choices=tuple(m.PerjanjianKinerja.Alasan.choices)),
                    petunjuk="Hanya PK perubahan.",
                    lebar=36,
                    only=_only("pk", reason="hanya PK perubahan yang mempunyai alasan perubahan"),
                ),
                teks(
                    "instansi",
                    "Instansi",
                    m.KeputusanIKU,
                    only=_only("iku", reason="hanya SK IKU yang menyebut instansi"),
                    petunjuk="Hanya SK IKU.",
                    lebar=26,
                    jenis=SEBARIS,
                ),
                teks(
                    "sumber",
                    "Sumber",
                    petunjuk="Hanya PK: dokumen asalnya.",
                    lebar=36,
                    only=_only("pk", reason="hanya PK yang mencatat dokumen asalnya"),
                ),
            ),
        ),
        Lembar(
            nama="RKT",
            isi="Rencana Kinerja Tahunan: sasaran, indikator, dan target",
            model=("sakip.sasaranrkt",),
            kolom=(
                teks("sasaran", "Sasaran", arti="sasaran seperti tercetak dalam RKT", lebar=50),
                teks("indikator", "Indikator", arti="indikator seperti tercetak dalam RKT", lebar=50),
                kunci_indikator(),
                satuan(m.SasaranRKT),
                target(),
                cetak(m.SasaranRKT),
            ),
        ),
        Lembar(
            nama="RKTKegiatan",
            isi="Rencana Kinerja Tahunan: program, kegiatan, dan sub kegiatan",
            model=("sakip.barisrkt", "sakip.indikatorbarisrkt"),
            kolom=(
                nomor("Baris dengan nomor yang sama memuat indikator berikutnya; kodenya boleh kosong."),
                Kolom(
                    kunci="sasaran",
                    judul="Kunci sasaran",
                    jenis=Key(),
                    petunjuk="Kunci pada lembar Sasaran.",
                    lebar=14,
                    acuan="Sasaran",
                ),
                kode(),
                nama_kode(),
                teks(
                    "uraian",
                    "Indikator",
                    petunjuk="Indikator program, kegiatan, atau sub kegiatan.",
                    lebar=50,
                ),
                teks(
                    "target",
                    "Target",
                    m.IndikatorBarisRKT,
                    petunjuk="Seperti tercetak.",
                    lebar=14,
                    jenis=SEBARIS,
                ),
                satuan(m.IndikatorBarisRKT),
                Kolom(kunci="anggaran", judul="Anggaran (Rp)", jenis=Rupiah(), lebar=20),
                Kolom(
                    kunci="penanggung_jawab",
                    judul="Penanggung jawab",
                    jenis=Lines(),
                    petunjuk="Kunci unit kerja, satu per baris.",
                    lebar=24,
                    acuan="UnitKerja",
                ),
            ),
        ),
        Lembar(
            nama="PK",
            isi="Perjanjian Kinerja: sasaran, indikator, dan target",
            model=("sakip.barispk",),
            kolom=(
                *tahun_pk,
                teks("sasaran", "Sasaran", arti="sasaran seperti tercetak dalam PK", lebar=50),
                Kolom(
                    kunci="kunci_sasaran",
                    judul="Kunci sasaran",
                    jenis=Key(),
                    petunjuk="Kunci pada lembar Sasaran.",
                    lebar=14,
                    acuan="Sasaran",
                ),
                teks("indikator", "Indikator", arti="indikator seperti tercetak dalam PK", lebar=50),
                kunci_indikator(),
                satuan(m.BarisPK),
                target(arti="target"),
                cetak(m.BarisPK),
            ),
        ),
        Lembar(
            nama="PKAnggaran",
            isi="Perjanjian Kinerja: program dan anggarannya",
            model=("sakip.anggaranpk",),
            kolom=(
                *tahun_pk,
                kode(petunjuk="Kode program menurut lembar Nomenklatur."),
                teks(
                    "nama",
                    "Nama program",
                    m.AnggaranPK,
                    petunjuk="Seperti tercetak dalam PK.",
                    arti="nama program seperti tercetak dalam PK",
                    lebar=60,
                    jenis=SEBARIS,
                ),
                Kolom(kunci="anggaran", judul="Anggaran (Rp)", jenis=Rupiah(), arti="anggaran", lebar=20),
                teks("sumber_dana", "Sumber dana", m.AnggaranPK, petunjuk="Misalnya APBD.", jenis=SEBARIS),
            ),
        ),
        Lembar(
            nama="IKU",
            isi="Keputusan Camat tentang IKU: baris lampiran",
            model=("sakip.barisiku",),
            kolom=(
                teks("sasaran", "Sasaran", arti="sasaran seperti tercetak dalam keputusan", lebar=50),
                teks("indikator", "Indikator", arti="indikator seperti tercetak dalam keputusan", lebar=50),
                kunci_indikator(),
                satuan(m.BarisIKU),
                teks("pembilang", "Pembilang", petunjuk="Uraian, bukan angka.", lebar=40),
                teks("penyebut", "Penyebut", petunjuk="Uraian, bukan angka.", lebar=40),
                teks("formulasi", "Formulasi", petunjuk="Bila tidak berupa pecahan.", lebar=40),
                Kolom(
                    kunci="penjelasan",
                    judul="Penjelasan",
                    jenis=Lines(),
                    petunjuk="Satu per baris dalam sel (Alt+Enter).",
                    lebar=50,
                ),
                Kolom(
                    kunci="penanggung_jawab",
                    judul="Penanggung jawab",
                    jenis=Lines(),
                    petunjuk="Seperti tercetak, satu per baris.",
                    lebar=30,
                ),
                teks("sumber_data", "Sumber data", lebar=30),
            ),
        ),
        Lembar(
            nama="IKUButir",
            isi="Keputusan Camat tentang IKU: tugas, fungsi, tujuan, dan indikator tujuan",
            model=("sakip.butiriku",),
            kolom=(
                Kolom(
                    kunci="jenis",
                    judul="Jenis",
                    jenis=Choice(choices=tuple(m.ButirIKU.Jenis.choices)),
                    arti="jenis butir",
                    lebar=20,
                ),
                teks("uraian", "Uraian", arti="uraian butir", lebar=90),
            ),
        ),
        Lembar(
            nama="RencanaAksi",
            isi="Rencana Aksi: target per triwulan",
            model=("sakip.barisrencanaaksi", "sakip.targettriwulan"),
            unik=("nomor",),
            kolom=(
                nomor("Dirujuk lembar RencanaAksiKegiatan."),
                teks("sasaran", "Sasaran", arti="sasaran seperti tercetak dalam rencana aksi", lebar=40),
                teks(
                    "indikator", "Indikator", arti="indikator seperti tercetak dalam rencana aksi", lebar=40
                ),
                kunci_indikator(),
                satuan(m.BarisRencanaAksi),
                Kolom(
                    kunci="akumulasi",
                    judul="Akumulasi triwulan",
                    jenis=Choice(choices=PILIHAN_AKUMULASI),
                    petunjuk="Kosong berarti kumulatif.",
                    lebar=30,
                ),
                *(
                    kolom
                    for n, romawi in enumerate(("I", "II", "III", "IV"), start=1)
                    for kolom in (
                        target(f"Target triwulan {romawi}", kunci=f"target_{n}"),
                        cetak(m.TargetTriwulan, f"cetak_{n}", f"Tercetak triwulan {romawi}"),
                    )
                ),
            ),
        ),
        Lembar(
            nama="RencanaAksiKegiatan",
            isi="Rencana Aksi: kegiatan dan keluarannya per triwulan",
            model=("sakip.kegiatanrencanaaksi",),
            kolom=(
                nomor("Nomor baris pada lembar RencanaAksi.", arti="nomor baris rencana aksi"),
                kode(arti="kode program, kegiatan, atau sub kegiatan"),
                nama_kode(),
                teks("indikator", "Indikator", lebar=50),
                satuan(m.KegiatanRencanaAksi),
                *(
                    Kolom(kunci=f"triwulan_{n}", judul=f"Triwulan {romawi}", jenis=Number(), lebar=14)
                    for n, romawi in enumerate(("I", "II", "III", "IV"), start=1)
                ),
            ),
        ),
    )

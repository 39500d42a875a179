"""A kecamatan without records builds its year form by form, and the LKIP of the worker holds what was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import tahun_ajung as ajung
from tests.e2e.langkah import (
    akun_baru,
    baris,
    buat_pdf,
    isi_formulir,
    ke_isi,
    pastikan_tersimpan,
    simpan,
    tambah,
    tekan,
    tulis_narasi,
)
from tests.e2e.lkip import periksa_lkip
from tests.e2e.situs import Situs


def isi_profil(halaman: Page) -> None:
    ke_isi(halaman, "Profil dan SDM")
    halaman.get_by_role("link", name=f"Ubah Kecamatan {ajung.NAMA}").click()
    isi_formulir(halaman, {"Alamat kantor": ajung.ALAMAT, "Ibu kota kecamatan": ajung.NAMA})
    simpan(halaman)
    tambah(
        halaman,
        "Tambah masa jabatan",
        {
            "Nama dengan gelar": ajung.CAMAT,
            "NIP": ajung.NIP,
            "Jabatan": "Camat",
            "Pangkat": ajung.GOLONGAN,
            "Mulai menjabat": "2/1/2022",
        },
    )
    tambah(
        halaman,
        "Tambah unit kerja",
        {"Nama": "Camat", "Jenis": "Camat"},
        lagi=[
            {"Nama": ajung.SEKRETARIAT, "Jenis": "Sekretariat", "Atasan langsung": "Camat"},
            {"Nama": ajung.SEKSI, "Jenis": "Seksi", "Atasan langsung": "Camat"},
        ],
    )
    halaman.get_by_role("region", name="Desa dan Kelurahan", exact=True).get_by_role(
        "link", name="Tambah beberapa sekaligus"
    ).click()
    isi_formulir(halaman, {"Baris": "\n".join(ajung.DESA)})
    simpan(halaman, "Simpan semua")
    tambah(
        halaman,
        "Isi profil tahun ini",
        {
            "Luas (km²)": ajung.LUAS,
            "Penduduk (jiwa)": ajung.PENDUDUK,
            "Penduduk laki-laki (jiwa)": ajung.LAKI_LAKI,
            "Penduduk perempuan (jiwa)": ajung.PEREMPUAN,
        },
    )
    for judul, uraian in (("Tugas", ajung.TUGAS), ("Isu strategis", ajung.ISU)):
        bagian = halaman.get_by_role("region", name=judul, exact=True)
        tambah(halaman, "Tambah butir", {"Uraian": uraian}, dalam=bagian)


def isi_renstra(halaman: Page) -> None:
    ke_isi(halaman, "Renstra")
    tambah(halaman, "Buat Renstra", {"Tahun awal": "2021", "Tahun akhir": "2026"})
    tambah(halaman, "Tambah tujuan", {"Uraian": ajung.TUJUAN})
    for uraian in ajung.SASARAN:
        tambah(halaman, "Tambah sasaran", {"Uraian": uraian}, dalam=baris(halaman, ajung.TUJUAN))
    for i in ajung.INDIKATOR:
        pembilang, penyebut = i.pecahan
        tambah(
            halaman,
            "Tambah indikator",
            {
                "Nama": i.nama,
                "Satuan": i.satuan,
                **{f"Target {tahun}": target for tahun, target in i.target.items()},
                **i.cara,
                "Pembilang": pembilang,
                "Penyebut": penyebut,
                "Penanggung jawab": [i.unit],
            },
            dalam=baris(halaman, ajung.SASARAN[i.sasaran]),
        )


def isi_rkt(halaman: Page) -> None:
    ke_isi(halaman, "RKT")
    tambah(
        halaman,
        "Buat RKT",
        {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_RKT, "Penanda tangan": ajung.CAMAT},
    )
    tekan(halaman, "Tambahkan semua dari Renstra")
    for s in ajung.SUB:
        halaman.get_by_role("link", name="Cari dalam nomenklatur", exact=True).click()
        halaman.get_by_label("Kode atau kata").fill(s.kode.replace(".", "") if s.sasaran else s.nama.lower())
        halaman.get_by_role("button", name="Cari", exact=True).click()
        halaman.get_by_role("link", name=f"Pilih {s.kode} {s.nama}").click()
        isi_formulir(
            halaman,
            {
                "Sasaran": ajung.SASARAN[s.sasaran],
                "Anggaran (Rp)": s.pagu,
                "Penanggung jawab": [s.unit],
                "Target": s.target,
            },
        )
        simpan(halaman)


def isi_pk(halaman: Page) -> None:
    ke_isi(halaman, "PK")
    tekan(halaman, "Buat PK murni dari RKT")
    halaman.get_by_role("region", name="Murni").get_by_role("link", name="Ubah PK").first.click()
    isi_formulir(halaman, {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_PK})
    simpan(halaman)
    expect(halaman.locator("main")).to_contain_text(ajung.CAMAT)
    expect(halaman.locator("main")).to_contain_text(ajung.BUPATI)
    for s in ajung.SUB:
        nama = s.program[1]
        baris(halaman, nama).get_by_role("link", name=f"Ubah {nama}").click()
        isi_formulir(halaman, {"Keterangan (sumber dana)": ajung.SUMBER_DANA})
        simpan(halaman)


def isi_iku(halaman: Page) -> None:
    ke_isi(halaman, "IKU")
    tambah(
        halaman,
        "Buat keputusan IKU",
        {"Nomor": ajung.NOMOR_IKU, "Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_IKU},
    )
    tekan(halaman, "Isi dari Renstra")


def isi_rencana_aksi(halaman: Page) -> None:
    ke_isi(halaman, "Rencana Aksi")
    tambah(
        halaman,
        "Buat rencana aksi",
        {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_RKT, "Penanda tangan": ajung.CAMAT},
    )
    tekan(halaman, "Isi dari PK")
    for i in ajung.INDIKATOR:
        baris(halaman, i.nama).get_by_role("link", name=f"Ubah {i.nama}").click()
        isi_formulir(
            halaman,
            {
                "Akumulasi triwulan": "Nilai triwulan terakhir",
                **{f"Target triwulan {'I' * n if n < 4 else 'IV'}": t for n, t in i.triwulan.items()},
            },
        )
        simpan(halaman)


def isi_realisasi(halaman: Page, *, javascript: bool) -> None:
    """Cell by cell with JavaScript, where each saves itself and the capaian follows; else all with one button."""
    ke_isi(halaman, "Realisasi")
    for i in ajung.INDIKATOR:
        for triwulan, teks in i.realisasi.items():
            kolom = ("Setahun", "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")[triwulan]
            sel = halaman.get_by_role("textbox", name=f"{kolom} {i.nama}")
            sel.fill(teks)
            if javascript:
                sel.press("Tab")
                expect(halaman.get_by_role("cell").filter(has=sel)).to_contain_text("tersimpan")
    if not javascript:
        halaman.get_by_role("button", name="Simpan", exact=True).click()
        pastikan_tersimpan(halaman)
    for i, (capaian, predikat) in zip(ajung.INDIKATOR, ajung.CAPAIAN, strict=True):
        expect(baris(halaman, i.nama)).to_contain_text(capaian)
        expect(baris(halaman, i.nama)).to_contain_text(predikat)
    expect(halaman.get_by_text("Capaian kecamatan:")).to_contain_text(ajung.RERATA)


def isi_anggaran(halaman: Page) -> None:
    ke_isi(halaman, "Anggaran")
    tekan(halaman, "Ambil dari RKT")
    for s in ajung.SUB:
        sel = halaman.get_by_role("textbox", name=f"Realisasi (Rp), {s.kode}")
        sel.fill(s.realisasi)
    tekan(halaman, "Simpan anggaran")
    for s in ajung.SUB:
        uraian, satuan, target, realisasi = s.keluaran
        keluaran = halaman.locator("tbody").filter(
            has=halaman.get_by_role("link", name="Tambah keluaran atau hasil")
        )
        tambah(
            halaman,
            "Tambah keluaran atau hasil",
            {"Uraian": uraian, "Satuan": satuan, "Target": target, "Realisasi": realisasi},
            dalam=keluaran.filter(has_text=s.nama),
        )
        tambah(
            halaman,
            "Tambah dukungan program",
            {"Sasaran": ajung.SASARAN[s.sasaran], "Program": s.program[1]},
        )
    tahun, pagu, realisasi = ajung.SERAPAN_LALU
    tambah(
        halaman,
        "Tambah anggaran tahun lalu",
        {"Tahun": str(tahun), "Pagu (Rp)": pagu, "Realisasi (Rp)": realisasi},
    )


def isi_narasi(halaman: Page, *, javascript: bool) -> None:
    ke_isi(halaman, "Narasi")
    tambah(halaman, "Isi tempat dan tanggal", {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_LKIP})
    kelompok = halaman.get_by_role("region", name=ajung.IKM.nama)
    kelompok.get_by_role("link", name="Faktor pendorong keberhasilan").click()
    tulis_narasi(halaman, ajung.PENDORONG, javascript=javascript)
    ke_isi(halaman, "Narasi")
    halaman.get_by_role("link", name="Kendala (ikhtisar dan penutup)").click()
    tulis_narasi(halaman, ajung.KENDALA, javascript=javascript)


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_an_empty_kecamatan_comes_to_its_lkip(
    situs: Situs, pekerja: Callable[[], None], tmp_path: Path, javascript: bool
) -> None:
    akun_baru(situs, ajung.SLUG, ajung.TAHUN)
    halaman = situs.masuk_sendiri(ajung.OPERATOR, javascript=javascript)
    halaman.goto(f"/kecamatan/{ajung.SLUG}/{ajung.TAHUN}/")
    isi_profil(halaman)
    isi_renstra(halaman)
    isi_rkt(halaman)
    isi_pk(halaman)
    isi_iku(halaman)
    isi_rencana_aksi(halaman)
    isi_realisasi(halaman, javascript=javascript)
    isi_anggaran(halaman)
    isi_narasi(halaman, javascript=javascript)
    pdf = buat_pdf(halaman, pekerja, f"LKIP-{ajung.NAMA}-{ajung.TAHUN}.pdf", tmp_path, javascript=javascript)
    periksa_lkip(pdf)
    assert situs.keluhan == []

"""A kecamatan without records builds its year form by form, and the LKIP of the worker holds what was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import ajung_year as ajung
from tests.e2e.lkip import check_lkip
from tests.e2e.site import Situs
from tests.e2e.steps import (
    add,
    akun_baru,
    baris,
    fill_form_page,
    ke_isi,
    make_pdf,
    pastikan_tersimpan,
    store,
    tekan,
    write_narasi,
)


def fill_profil(halaman: Page) -> None:
    ke_isi(halaman, "Profil dan SDM")
    halaman.get_by_role("link", name=f"Ubah Kecamatan {ajung.NAMA}").click()
    fill_form_page(halaman, {"Alamat kantor": ajung.ALAMAT, "Ibu kota kecamatan": ajung.NAMA})
    store(halaman)
    add(
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
    add(
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
    fill_form_page(halaman, {"Baris": "\n".join(ajung.DESA)})
    store(halaman, "Simpan semua")
    add(
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
        add(halaman, "Tambah butir", {"Uraian": uraian}, dalam=bagian)


def fill_renstra(halaman: Page) -> None:
    ke_isi(halaman, "Renstra")
    add(halaman, "Buat Renstra", {"Tahun awal": "2021", "Tahun akhir": "2026"})
    add(halaman, "Tambah tujuan", {"Uraian": ajung.TUJUAN})
    for uraian in ajung.SASARAN:
        add(halaman, "Tambah sasaran", {"Uraian": uraian}, dalam=baris(halaman, ajung.TUJUAN))
    for i in ajung.INDIKATOR:
        pembilang, penyebut = i.pecahan
        add(
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


def fill_rkt(halaman: Page) -> None:
    ke_isi(halaman, "RKT")
    add(
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
        fill_form_page(
            halaman,
            {
                "Sasaran": ajung.SASARAN[s.sasaran],
                "Anggaran (Rp)": s.pagu,
                "Penanggung jawab": [s.unit],
                "Target": s.target,
            },
        )
        store(halaman)


def fill_pk(halaman: Page) -> None:
    ke_isi(halaman, "PK")
    tekan(halaman, "Buat PK murni dari RKT")
    halaman.get_by_role("region", name="Murni").get_by_role("link", name="Ubah PK").first.click()
    fill_form_page(halaman, {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_PK})
    store(halaman)
    expect(halaman.locator("main")).to_contain_text(ajung.CAMAT)
    expect(halaman.locator("main")).to_contain_text(ajung.BUPATI)
    for s in ajung.SUB:
        nama = s.program[1]
        baris(halaman, nama).get_by_role("link", name=f"Ubah {nama}").click()
        fill_form_page(halaman, {"Keterangan (sumber dana)": ajung.SUMBER_DANA})
        store(halaman)


def fill_iku(halaman: Page) -> None:
    ke_isi(halaman, "IKU")
    add(
        halaman,
        "Buat keputusan IKU",
        {"Nomor": ajung.NOMOR_IKU, "Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_IKU},
    )
    tekan(halaman, "Isi dari Renstra")


def fill_rencana_aksi(halaman: Page) -> None:
    ke_isi(halaman, "Rencana Aksi")
    add(
        halaman,
        "Buat rencana aksi",
        {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_RKT, "Penanda tangan": ajung.CAMAT},
    )
    tekan(halaman, "Isi dari PK")
    for i in ajung.INDIKATOR:
        baris(halaman, i.nama).get_by_role("link", name=f"Ubah {i.nama}").click()
        fill_form_page(
            halaman,
            {
                "Akumulasi triwulan": "Nilai triwulan terakhir",
                **{f"Target triwulan {'I' * n if n < 4 else 'IV'}": t for n, t in i.triwulan.items()},
            },
        )
        store(halaman)


def fill_realisasi(halaman: Page, *, javascript: bool) -> None:
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
        add(
            halaman,
            "Tambah keluaran atau hasil",
            {"Uraian": uraian, "Satuan": satuan, "Target": target, "Realisasi": realisasi},
            dalam=keluaran.filter(has_text=s.nama),
        )
        add(
            halaman,
            "Tambah dukungan program",
            {"Sasaran": ajung.SASARAN[s.sasaran], "Program": s.program[1]},
        )
    tahun, pagu, realisasi = ajung.SERAPAN_LALU
    add(
        halaman,
        "Tambah anggaran tahun lalu",
        {"Tahun": str(tahun), "Pagu (Rp)": pagu, "Realisasi (Rp)": realisasi},
    )


def fill_narasi(halaman: Page, *, javascript: bool) -> None:
    ke_isi(halaman, "Narasi")
    add(halaman, "Isi tempat dan tanggal", {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_LKIP})
    kelompok = halaman.get_by_role("region", name=ajung.IKM.nama)
    kelompok.get_by_role("link", name="Faktor pendorong keberhasilan").click()
    write_narasi(halaman, ajung.PENDORONG, javascript=javascript)
    ke_isi(halaman, "Narasi")
    halaman.get_by_role("link", name="Kendala (ikhtisar dan penutup)").click()
    write_narasi(halaman, ajung.KENDALA, javascript=javascript)


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_an_empty_kecamatan_comes_to_its_lkip(
    situs: Situs, pekerja: Callable[[], None], tmp_path: Path, javascript: bool
) -> None:
    akun_baru(situs, ajung.SLUG, ajung.TAHUN)
    halaman = situs.sign_in_sendiri(ajung.OPERATOR, javascript=javascript)
    halaman.goto(f"/kecamatan/{ajung.SLUG}/{ajung.TAHUN}/")
    fill_profil(halaman)
    fill_renstra(halaman)
    fill_rkt(halaman)
    fill_pk(halaman)
    fill_iku(halaman)
    fill_rencana_aksi(halaman)
    fill_realisasi(halaman, javascript=javascript)
    isi_anggaran(halaman)
    fill_narasi(halaman, javascript=javascript)
    pdf = make_pdf(halaman, pekerja, f"LKIP-{ajung.NAMA}-{ajung.TAHUN}.pdf", tmp_path, javascript=javascript)
    check_lkip(pdf)
    assert situs.keluhan == []

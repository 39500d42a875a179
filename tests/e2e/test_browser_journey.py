"""A kecamatan without records builds its year form by form, and its LKIP holds what was typed.

On a phone, and without a script: each page does its work by itself. With scripts, at every width, the same way is gone
in test_overlapping_renstra; what they add to a page has tests of its own.
"""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e import ajung_year as ajung
from tests.e2e.lkip import check_lkip_on_screen
from tests.e2e.site import Site
from tests.e2e.steps import add, fill_form_page, new_account, press, row, store, to_content
from tests.e2e.test_accessibility import overflow


def fill_profil(page: Page) -> None:
    to_content(page, "Profil dan SDM")
    page.get_by_role("link", name=f"Ubah Kecamatan {ajung.NAMA}").click()
    fill_form_page(page, {"Alamat kantor": ajung.ADDRESS, "Ibu kota kecamatan": ajung.NAMA})
    store(page)
    add(
        page,
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
        page,
        "Tambah unit kerja",
        {"Nama": "Camat", "Jenis": "Camat"},
        again=[
            {"Nama": ajung.SEKRETARIAT, "Jenis": "Sekretariat", "Atasan langsung": "Camat"},
            {"Nama": ajung.SEKSI, "Jenis": "Seksi", "Atasan langsung": "Camat"},
        ],
    )
    page.get_by_role("region", name="Desa dan Kelurahan", exact=True).get_by_role(
        "link", name="Tambah beberapa sekaligus"
    ).click()
    fill_form_page(page, {"Tempelan": "\n".join(ajung.DESA)})
    with page.expect_navigation():
        page.get_by_role("button", name="Periksa", exact=True).click()
    press(page, "Terapkan semua perubahan")
    add(
        page,
        "Isi profil tahun ini",
        {
            "Luas (km²)": ajung.LUAS,
            "Penduduk (jiwa)": ajung.PENDUDUK,
            "Penduduk laki-laki (jiwa)": ajung.LAKI_LAKI,
            "Penduduk perempuan (jiwa)": ajung.PEREMPUAN,
        },
    )
    for title, uraian in (("Tugas", ajung.TUGAS), ("Isu strategis", ajung.ISU)):
        part = page.get_by_role("region", name=title, exact=True)
        add(page, "Tambah butir", {"Uraian": uraian}, inside=part)


def fill_renstra(page: Page) -> None:
    to_content(page, "Renstra")
    add(page, "Buat Renstra", {"Tahun awal": "2021", "Tahun akhir": "2026"})
    add(page, "Tambah tujuan", {"Uraian": ajung.TUJUAN})
    for uraian in ajung.SASARAN:
        add(page, "Tambah sasaran", {"Uraian": uraian}, inside=row(page, ajung.TUJUAN))
    for i in ajung.INDIKATOR:
        pembilang, penyebut = i.pecahan
        add(
            page,
            "Tambah indikator",
            {
                "Nama": i.nama,
                "Satuan": i.satuan,
                **{f"Target {tahun}": target for tahun, target in i.target.items()},
                **i.way,
                "Pembilang": pembilang,
                "Penyebut": penyebut,
                "Penanggung jawab": [i.unit],
            },
            inside=row(page, ajung.SASARAN[i.sasaran]),
        )


def fill_rkt(page: Page) -> None:
    to_content(page, "RKT")
    add(
        page,
        "Buat RKT",
        {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_RKT, "Penanda tangan": ajung.CAMAT},
    )
    press(page, "Tambahkan semua dari Renstra")
    for s in ajung.SUB:
        page.get_by_role("link", name="Cari dalam nomenklatur", exact=True).click()
        page.get_by_label("Kode atau kata").fill(s.kode.replace(".", "") if s.sasaran else s.nama.lower())
        page.get_by_role("button", name="Cari", exact=True).click()
        page.get_by_role("link", name=f"Pilih {s.kode} {s.nama}").click()
        fill_form_page(
            page,
            {
                "Sasaran": ajung.SASARAN[s.sasaran],
                "Anggaran (Rp)": s.pagu,
                "Penanggung jawab": [s.unit],
                "Target": s.target,
            },
        )
        store(page)


def fill_pk(page: Page) -> None:
    to_content(page, "PK")
    press(page, "Buat PK murni dari RKT")
    page.get_by_role("region", name="Murni").get_by_role("link", name="Ubah PK").first.click()
    fill_form_page(page, {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_PK})
    store(page)
    expect(page.locator("main")).to_contain_text(ajung.CAMAT)
    expect(page.locator("main")).to_contain_text(ajung.BUPATI)
    for s in ajung.SUB:
        nama = s.program[1]
        row(page, nama).get_by_role("link", name=f"Ubah {nama}").click()
        fill_form_page(page, {"Keterangan (sumber dana)": ajung.SUMBER_DANA})
        store(page)


def fill_iku(page: Page) -> None:
    to_content(page, "IKU")
    add(
        page,
        "Buat keputusan IKU",
        {"Nomor": ajung.NOMOR_IKU, "Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_IKU},
    )
    press(page, "Isi dari Renstra dan profil")


def fill_rencana_aksi(page: Page) -> None:
    to_content(page, "Rencana Aksi")
    add(
        page,
        "Buat rencana aksi",
        {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_RKT, "Penanda tangan": ajung.CAMAT},
    )
    press(page, "Isi dari PK")
    for i in ajung.INDIKATOR:
        row(page, i.nama).get_by_role("link", name=f"Ubah {i.nama}").click()
        fill_form_page(
            page,
            {
                "Akumulasi triwulan": "Nilai triwulan terakhir",
                **{f"Target triwulan {'I' * n if n < 4 else 'IV'}": t for n, t in i.triwulan.items()},
            },
        )
        store(page)


def fill_realisasi(page: Page) -> None:
    """All with one button, and the capaian follows."""
    to_content(page, "Realisasi")
    for i in ajung.INDIKATOR:
        for triwulan, text in i.realisasi.items():
            column = ("Setahun", "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")[triwulan]
            page.get_by_role("textbox", name=f"{column} {i.nama}").fill(text)
    press(page, "Simpan")
    for i, (capaian, predikat) in zip(ajung.INDIKATOR, ajung.CAPAIAN, strict=True):
        expect(row(page, i.nama)).to_contain_text(capaian)
        expect(row(page, i.nama)).to_contain_text(predikat)
    expect(page.get_by_text("Capaian kecamatan:")).to_contain_text(ajung.RERATA)


def fill_anggaran(page: Page) -> None:
    to_content(page, "Anggaran")
    press(page, "Ambil dari RKT")
    for s in ajung.SUB:
        cell = page.get_by_role("textbox", name=f"Realisasi (Rp), {s.kode}")
        cell.fill(s.realisasi)
    press(page, "Simpan anggaran")
    for s in ajung.SUB:
        uraian, satuan, target, realisasi = s.keluaran
        keluaran = page.locator("tbody").filter(
            has=page.get_by_role("link", name="Tambah keluaran atau hasil")
        )
        # The RKT brought its own, in the words of the nomenklatur.
        planned = keluaran.filter(has_text=s.nama).locator("tr[id^=keluaran-]:not([id^=keluaran-dari])")
        planned.get_by_role("link", name=re.compile("^Ubah ")).click()
        fill_form_page(page, {"Uraian": uraian, "Satuan": satuan, "Target": target, "Realisasi": realisasi})
        store(page)
        add(
            page,
            "Tambah dukungan program",
            {"Sasaran": ajung.SASARAN[s.sasaran], "Program": s.program[1]},
        )
    tahun, pagu, realisasi = ajung.LAST_SERAPAN
    add(
        page,
        "Tambah anggaran tahun lalu",
        {"Tahun": str(tahun), "Pagu (Rp)": pagu, "Realisasi (Rp)": realisasi},
    )


def write_narasi(page: Page, text: str) -> None:
    page.get_by_label("Tulisan").fill(text)
    press(page, "Simpan")


def fill_narasi(page: Page) -> None:
    to_content(page, "Narasi")
    add(page, "Isi tempat dan tanggal", {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_LKIP})
    group = page.get_by_role("region", name=ajung.IKM.nama)
    group.get_by_role("link", name="Faktor pendorong keberhasilan").click()
    write_narasi(page, ajung.PENDORONG)
    to_content(page, "Narasi")
    page.get_by_role("link", name="Kendala (BAB IV)").click()
    write_narasi(page, ajung.KENDALA)


def test_an_empty_kecamatan_comes_to_its_lkip(site: Site) -> None:
    new_account(site, ajung.SLUG, ajung.TAHUN)
    page = site.sign_in(ajung.OPERATOR, width=360, javascript=False)
    page.goto(f"/kecamatan/{ajung.SLUG}/{ajung.TAHUN}/")
    for fill in (
        fill_profil,
        fill_renstra,
        fill_rkt,
        fill_pk,
        fill_iku,
        fill_rencana_aksi,
        fill_realisasi,
        fill_anggaran,
        fill_narasi,
    ):
        fill(page)
        assert overflow(page) == [], page.url
    check_lkip_on_screen(page, ajung.SLUG, ajung.TAHUN, ajung.TABLES, ajung.SENTENCES)
    assert site.complaint == []

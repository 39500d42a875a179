"""The same year by workbook: downloaded empty, filled as a clerk fills it, previewed, applied, and the same LKIP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, expect

from kecamatan.models import Kecamatan
from sakip.models import Indikator, Realisasi, Renstra
from tests.e2e import ajung_year as ajung
from tests.e2e.lkip import check_lkip
from tests.e2e.site import Situs
from tests.e2e.steps import akun_baru, make_pdf

BUKU = "Buku-Kerja-Ajung-2024.xlsx"
BARIS_ISI = 3  # below the headings and the instructions
VERSI = {"Tahun awal": 2021, "Versi": 0}
TRIWULAN = ("Setahun", "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")
KUNCI_UNIT = {ajung.SEKRETARIAT: "sekretariat", ajung.SEKSI: "seksi-pelayanan"}
KUNCI = {ajung.IKM.nama: "ikm", ajung.PENGADUAN.nama: "pengaduan", ajung.SAKIP.nama: "sakip"}
KUNCI_SASARAN = ("kepuasan", "akuntabilitas")


def write(buku: Workbook, lembar: str, *baris: Mapping[str, Any]) -> None:
    """Write rows below what the sheet holds already, each cell under its heading."""
    halaman = buku[lembar]
    kolom = {sel.value: sel.column for sel in halaman[1]}
    mulai = BARIS_ISI
    while any(sel.value is not None for sel in halaman[mulai]):
        mulai += 1
    for n, satu in enumerate(baris, start=mulai):
        for judul, nilai in satu.items():
            halaman.cell(n, kolom[judul]).value = nilai


def bilangan(teks: str) -> Decimal:
    """The number that a clerk would see if the cell were numeric."""
    return Decimal(teks.replace(".", "").replace(",", "."))


def fill_profil(buku: Workbook) -> None:
    profil = {
        "Alamat kantor": ajung.ALAMAT,
        "Ibu kota kecamatan": ajung.NAMA,
        "Luas (km²)": ajung.LUAS,  # as text, with a comma
        "Penduduk (jiwa)": ajung.PENDUDUK,  # as text, with a dot
        "Penduduk laki-laki (jiwa)": bilangan(ajung.LAKI_LAKI),
        "Penduduk perempuan (jiwa)": bilangan(ajung.PEREMPUAN),
    }
    for label, nilai in buku["Profil"].iter_rows(min_row=BARIS_ISI - 1, max_col=2):
        if label.value in profil:
            nilai.value = profil.pop(label.value)
    assert profil == {}
    write(
        buku,
        "ProfilButir",
        {"Jenis": "Tugas", "Uraian": ajung.TUGAS},
        {"Jenis": "Isu strategis", "Uraian": ajung.ISU},
    )
    write(buku, "Desa", *({"Jenis": "Desa", "Nama": nama} for nama in ajung.DESA))
    write(
        buku,
        "UnitKerja",
        {"Kunci": "camat", "Nama": "Camat", "Jenis": "Camat"},
        *(
            {"Kunci": kunci, "Nama": nama, "Jenis": nama.split()[0], "Atasan langsung": "camat"}
            for nama, kunci in KUNCI_UNIT.items()
        ),
    )
    pejabat = {"Nama dengan gelar": ajung.CAMAT, "NIP": ajung.NIP, "Jabatan": "Camat"}
    write(buku, "Pejabat", pejabat | {"Mulai menjabat": "2/1/2022", "Golongan": ajung.GOLONGAN})


def fill_renstra(buku: Workbook) -> None:
    write(buku, "Renstra", VERSI | {"Tahun akhir": 2026})
    write(buku, "Tujuan", VERSI | {"Kunci": "pelayanan", "Uraian": ajung.TUJUAN})
    for kunci, uraian in zip(KUNCI_SASARAN, ajung.SASARAN, strict=True):
        write(buku, "Sasaran", VERSI | {"Kunci tujuan": "pelayanan", "Kunci": kunci, "Uraian": uraian})
    for i in ajung.INDIKATOR:
        pembilang, penyebut = i.pecahan
        berhuruf = i is ajung.SAKIP
        write(
            buku,
            "Indikator",
            VERSI
            | {
                "Kunci sasaran": KUNCI_SASARAN[i.sasaran],
                "Kunci": KUNCI[i.nama],
                "Nama indikator": i.nama,
                "Satuan": i.satuan or None,
                "Jenis nilai": i.cara.get("Jenis nilai", "Angka"),
                "Rumus": i.cara.get("Rumus", "Semakin tinggi semakin baik"),
                "Skala": "akip-2021" if berhuruf else None,
                "Akumulasi triwulan": "Nilai triwulan terakhir",
                "Pembilang": pembilang or None,
                "Penyebut": penyebut or None,
                "Penanggung jawab": KUNCI_UNIT[i.unit],
                "IKU": "Ya",
            },
        )
        for tahun, target in i.target.items():
            isi = {"Kunci indikator": KUNCI[i.nama], "Tahun": tahun}
            write(buku, "TargetRenstra", VERSI | isi | {"Target": target if berhuruf else bilangan(target)})


def fill_dokumen(buku: Workbook) -> None:
    """Heads of the documents, then the rows that repeat the indikator of the Renstra."""
    write(
        buku,
        "Dokumen",
        *(
            {"Dokumen": nama, "Tahun": ajung.TAHUN, "Tempat": ajung.NAMA, "Tanggal": tanggal} | lain
            for nama, tanggal, lain in (
                ("RKT", ajung.TANGGAL_RKT, {"Penanda tangan": ajung.CAMAT}),
                (
                    "PK",
                    date(2024, 1, 15),
                    {"Versi": 0, "Penanda tangan": ajung.CAMAT, "Pihak kedua": ajung.BUPATI},
                ),
                ("SK IKU", ajung.TANGGAL_IKU, {"Penanda tangan": ajung.CAMAT, "Nomor": ajung.NOMOR_IKU}),
                ("Rencana Aksi", ajung.TANGGAL_RKT, {"Penanda tangan": ajung.CAMAT}),
                ("LKIP", ajung.TANGGAL_LKIP, {}),
            )
        ),
    )
    for nomor, i in enumerate(ajung.INDIKATOR, start=1):
        baris = {
            "Sasaran": ajung.SASARAN[i.sasaran],
            "Indikator": i.nama,
            "Kunci indikator": KUNCI[i.nama],
            "Satuan": i.satuan or None,
        }
        target = {"Target": i.target[ajung.TAHUN]}
        write(buku, "RKT", baris | target)
        pk = {"Tahun": ajung.TAHUN, "Versi": 0, "Kunci sasaran": KUNCI_SASARAN[i.sasaran]}
        write(buku, "PK", baris | target | pk)
        pembilang, penyebut = (kata or None for kata in i.pecahan)
        write(buku, "IKU", baris | {"Pembilang": pembilang, "Penyebut": penyebut, "Penanggung jawab": i.unit})
        triwulan = {f"Target t{TRIWULAN[n][1:]}": target for n, target in i.triwulan.items()}
        write(
            buku,
            "RencanaAksi",
            baris | {"Nomor": nomor, "Akumulasi triwulan": "Nilai triwulan terakhir"} | triwulan,
        )


def fill_realisasi(buku: Workbook) -> None:
    for i in ajung.INDIKATOR:
        for n, teks in i.realisasi.items():
            pembilang, _, penyebut = teks.partition("/")
            nilai = {"Pembilang": int(pembilang), "Penyebut": penyebut} if penyebut else {"Realisasi": teks}
            letak = {"Kunci indikator": KUNCI[i.nama], "Tahun": ajung.TAHUN, "Triwulan": TRIWULAN[n]}
            write(buku, "Realisasi", letak | {"Keadaan": "Terisi"} | nilai)


def isi_anggaran(buku: Workbook) -> None:
    """Amounts in every way that offices write them."""
    for nomor, s in enumerate(ajung.SUB, start=1):
        uraian, satuan, target, realisasi = s.keluaran
        sasaran = {"Kunci sasaran": KUNCI_SASARAN[s.sasaran]}
        program = {"Kode": s.program[0]}
        rkt = {"Nomor": nomor, "Kode": s.kode, "Target": s.target, "Anggaran (Rp)": bilangan(s.pagu)}
        write(buku, "RKTKegiatan", sasaran | rkt | {"Satuan": s.satuan, "Indikator": uraian})
        pk = {
            "Tahun": ajung.TAHUN,
            "Versi": 0,
            "Nama program": s.program[1],
            "Sumber dana": ajung.SUMBER_DANA,
        }
        write(buku, "PKAnggaran", program | pk | {"Anggaran (Rp)": f"Rp {s.pagu},-"})
        uang = {"Pagu murni (Rp)": bilangan(s.pagu), "Realisasi (Rp)": f"Rp. {s.realisasi}"}
        write(buku, "Anggaran", {"Kode": s.kode, "Dirinci": "Ya"} | uang)
        jumlah = {"Target": target, "Realisasi": int(realisasi), "Keadaan realisasi": "Terisi"}
        keluaran = {"Kode": s.kode, "Jenis": "Keluaran (output)", "Uraian": uraian, "Satuan": satuan}
        write(buku, "Keluaran", keluaran | jumlah)
        write(buku, "DukunganProgram", sasaran | program)
    tahun, pagu, serap = ajung.SERAPAN_LALU
    write(buku, "AnggaranLalu", {"Tahun": tahun, "Pagu (Rp)": pagu, "Realisasi (Rp)": bilangan(serap)})


def fill_narasi(buku: Workbook) -> None:
    write(
        buku,
        "Narasi",
        {
            "Bagian": "Faktor pendorong keberhasilan",
            "Kunci sasaran atau indikator": KUNCI[ajung.IKM.nama],
            "Isi": ajung.PENDORONG,
        },
        {"Bagian": "Kendala (ikhtisar dan penutup)", "Isi": ajung.KENDALA},
    )


def upload(halaman: Page, berkas: Path, pekerja: Callable[[], None]) -> None:
    """Upload it; the page that waits for the worker finds out by itself."""
    halaman.get_by_label("Buku kerja yang sudah diisi").set_input_files(berkas)
    halaman.get_by_role("button", name="Unggah dan periksa").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text(berkas.name)
    pekerja()


def test_the_year_by_workbook_gives_the_same_lkip(
    situs: Situs, pekerja: Callable[[], None], tmp_path: Path
) -> None:
    akun_baru(situs, ajung.SLUG, ajung.TAHUN)
    halaman = situs.sign_in_sendiri(ajung.OPERATOR)
    halaman.goto(f"/kecamatan/{ajung.SLUG}/{ajung.TAHUN}/")
    halaman.get_by_role("link", name="Buku kerja Excel").click()
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="Unduh buku kerja terisi").click()
    assert unduhan.value.suggested_filename == BUKU
    unduhan.value.save_as(tmp_path / BUKU)

    buku = load_workbook(tmp_path / BUKU)
    for isi in (fill_profil, fill_renstra, fill_dokumen, fill_realisasi, isi_anggaran, fill_narasi):
        isi(buku)
    # Two readings: refused with its place, and nothing of the whole workbook is stored.
    salah = next(b for b in buku["Realisasi"].iter_rows(min_row=BARIS_ISI) if b[5].value == "76,5")
    salah[5].value = "76.5"
    buku.save(tmp_path / BUKU)
    upload(halaman, tmp_path / BUKU, pekerja)
    masalah = halaman.get_by_role("row").filter(has_text="76.5")
    expect(masalah.get_by_role("rowheader")).to_have_text("Realisasi")
    expect(masalah.get_by_role("cell").first).to_have_text(str(salah[5].row))
    expect(masalah).to_contain_text("76,5")
    assert not Renstra.objects.for_kecamatan(Kecamatan.objects.get(slug=ajung.SLUG)).exists()

    salah[5].value = "76,5"
    buku.save(tmp_path / BUKU)
    halaman.get_by_role("link", name="unggah lagi").click()
    upload(halaman, tmp_path / BUKU, pekerja)
    pratinjau = halaman.get_by_role("region", name="Lembar Realisasi").first
    expect(pratinjau).to_contain_text(ajung.IKM.realisasi[4])
    assert not Realisasi.objects.filter(indikator__nama=ajung.IKM.nama).exists()
    halaman.get_by_role("button", name="Terapkan semua perubahan").click()
    expect(halaman.get_by_role("progressbar")).to_be_visible()
    pekerja()
    expect(halaman.get_by_text("Sudah diterapkan")).to_be_visible()
    assert Indikator.objects.filter(nama__in=KUNCI).count() == len(KUNCI)

    halaman.get_by_role("link", name="Buku kerja", exact=True).click()
    upload(halaman, tmp_path / BUKU, pekerja)
    expect(halaman.get_by_text("Tidak ada perubahan")).to_be_visible()

    check_lkip(make_pdf(halaman, pekerja, "LKIP-Ajung-2024.pdf", tmp_path, javascript=True))
    assert situs.keluhan == []

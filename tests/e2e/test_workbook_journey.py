"""The same year by workbook: downloaded empty, filled as a clerk fills it, previewed, applied, and the same LKIP."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

from kecamatan.models import Kecamatan
from sakip.models import Indikator, Realisasi, Renstra
from tests.e2e import ajung_year as ajung
from tests.e2e.books import FIRST_ROW, apply, bilangan, upload, write, write_profil
from tests.e2e.lkip import check_lkip_on_screen
from tests.e2e.site import Site
from tests.e2e.steps import new_account

WORKBOOK = "Buku-Kerja-Ajung-2024.xlsx"
VERSI = {"Tahun awal": 2021, "Versi": 0}
TRIWULAN = ("Setahun", "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")
UNIT_KEYS = {ajung.SEKRETARIAT: "sekretariat", ajung.SEKSI: "seksi-pelayanan"}
KEYS = {ajung.IKM.nama: "ikm", ajung.COMPLAINT.nama: "pengaduan", ajung.SAKIP.nama: "sakip"}
SASARAN_KEYS = ("kepuasan", "akuntabilitas")


def fill_profil(workbook: Workbook) -> None:
    profil = {
        "Alamat kantor": ajung.ADDRESS,
        "Ibu kota kecamatan": ajung.NAMA,
        "Luas (km²)": ajung.LUAS,  # as text, with a comma
        "Penduduk (jiwa)": ajung.PENDUDUK,  # as text, with a dot
        "Penduduk laki-laki (jiwa)": bilangan(ajung.LAKI_LAKI),
        "Penduduk perempuan (jiwa)": bilangan(ajung.PEREMPUAN),
    }
    write_profil(workbook, profil)
    write(
        workbook,
        "ProfilButir",
        {"Jenis": "Tugas", "Uraian": ajung.TUGAS},
        {"Jenis": "Isu strategis", "Uraian": ajung.ISU},
    )
    write(workbook, "Desa", *({"Jenis": "Desa", "Nama": nama} for nama in ajung.DESA))
    write(
        workbook,
        "UnitKerja",
        {"Kunci": "camat", "Nama": "Camat", "Jenis": "Camat"},
        *(
            {"Kunci": key, "Nama": nama, "Jenis": nama.split()[0], "Atasan langsung": "camat"}
            for nama, key in UNIT_KEYS.items()
        ),
    )
    pejabat = {"Nama dengan gelar": ajung.CAMAT, "NIP": ajung.NIP, "Jabatan": "Camat"}
    write(workbook, "Pejabat", pejabat | {"Mulai menjabat": "2/1/2022", "Golongan": ajung.GOLONGAN})


def fill_renstra(workbook: Workbook) -> None:
    write(workbook, "Renstra", VERSI | {"Tahun akhir": 2026})
    write(workbook, "Tujuan", VERSI | {"Kunci": "pelayanan", "Uraian": ajung.TUJUAN})
    for key, uraian in zip(SASARAN_KEYS, ajung.SASARAN, strict=True):
        write(workbook, "Sasaran", VERSI | {"Kunci tujuan": "pelayanan", "Kunci": key, "Uraian": uraian})
    for i in ajung.INDIKATOR:
        pembilang, penyebut = i.pecahan
        lettered = i is ajung.SAKIP
        write(
            workbook,
            "Indikator",
            VERSI
            | {
                "Kunci sasaran": SASARAN_KEYS[i.sasaran],
                "Kunci": KEYS[i.nama],
                "Nama indikator": i.nama,
                "Satuan": i.satuan or None,
                "Jenis nilai": i.way.get("Jenis nilai", "Angka"),
                "Rumus": i.way.get("Rumus", "Semakin tinggi semakin baik"),
                "Skala": "akip-2021" if lettered else None,
                "Akumulasi triwulan": "Nilai triwulan terakhir",
                "Pembilang": pembilang or None,
                "Penyebut": penyebut or None,
                "Penanggung jawab": UNIT_KEYS[i.unit],
                "IKU": "Ya",
            },
        )
        for tahun, target in i.target.items():
            content = {"Kunci indikator": KEYS[i.nama], "Tahun": tahun}
            write(
                workbook,
                "TargetRenstra",
                VERSI | content | {"Target": target if lettered else bilangan(target)},
            )


def fill_dokumen(workbook: Workbook) -> None:
    """Heads of the documents, then the rows that repeat the indikator of the Renstra."""
    write(
        workbook,
        "Dokumen",
        *(
            {"Dokumen": nama, "Tahun": ajung.TAHUN, "Tempat": ajung.NAMA, "Tanggal": tanggal} | others
            for nama, tanggal, others in (
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
        rows = {
            "Sasaran": ajung.SASARAN[i.sasaran],
            "Indikator": i.nama,
            "Kunci indikator": KEYS[i.nama],
            "Satuan": i.satuan or None,
        }
        target = {"Target": i.target[ajung.TAHUN]}
        write(workbook, "RKT", rows | target)
        pk = {"Tahun": ajung.TAHUN, "Versi": 0, "Kunci sasaran": SASARAN_KEYS[i.sasaran]}
        write(workbook, "PK", rows | target | pk)
        pembilang, penyebut = (word or None for word in i.pecahan)
        write(
            workbook, "IKU", rows | {"Pembilang": pembilang, "Penyebut": penyebut, "Penanggung jawab": i.unit}
        )
        triwulan = {f"Target t{TRIWULAN[n][1:]}": target for n, target in i.triwulan.items()}
        write(
            workbook,
            "RencanaAksi",
            rows | {"Nomor": nomor, "Akumulasi triwulan": "Nilai triwulan terakhir"} | triwulan,
        )


def fill_realisasi(workbook: Workbook) -> None:
    for i in ajung.INDIKATOR:
        for n, text in i.realisasi.items():
            pembilang, _, penyebut = text.partition("/")
            nilai = {"Pembilang": int(pembilang), "Penyebut": penyebut} if penyebut else {"Realisasi": text}
            locations = {"Kunci indikator": KEYS[i.nama], "Tahun": ajung.TAHUN, "Triwulan": TRIWULAN[n]}
            write(workbook, "Realisasi", locations | {"Keadaan": "Terisi"} | nilai)


def anggaran_content(workbook: Workbook) -> None:
    """Amounts in every way that offices write them."""
    for nomor, s in enumerate(ajung.SUB, start=1):
        uraian, satuan, target, realisasi = s.keluaran
        sasaran = {"Kunci sasaran": SASARAN_KEYS[s.sasaran]}
        program = {"Kode": s.program[0]}
        rkt = {"Nomor": nomor, "Kode": s.kode, "Target": s.target, "Anggaran (Rp)": bilangan(s.pagu)}
        write(workbook, "RKTKegiatan", sasaran | rkt | {"Satuan": s.satuan, "Indikator": uraian})
        pk = {
            "Tahun": ajung.TAHUN,
            "Versi": 0,
            "Nama program": s.program[1],
            "Sumber dana": ajung.SUMBER_DANA,
        }
        write(workbook, "PKAnggaran", program | pk | {"Anggaran (Rp)": f"Rp {s.pagu},-"})
        uang = {"Pagu murni (Rp)": bilangan(s.pagu), "Realisasi (Rp)": f"Rp. {s.realisasi}"}
        write(workbook, "Anggaran", {"Kode": s.kode, "Dirinci": "Ya"} | uang)
        jumlah = {"Target": target, "Realisasi": int(realisasi), "Keadaan realisasi": "Terisi"}
        keluaran = {"Kode": s.kode, "Jenis": "Keluaran (output)", "Uraian": uraian, "Satuan": satuan}
        write(workbook, "Keluaran", keluaran | jumlah)
        write(workbook, "DukunganProgram", sasaran | program)
    tahun, pagu, serap = ajung.LAST_SERAPAN
    write(workbook, "AnggaranLalu", {"Tahun": tahun, "Pagu (Rp)": pagu, "Realisasi (Rp)": bilangan(serap)})


def fill_narasi(workbook: Workbook) -> None:
    write(
        workbook,
        "Narasi",
        {
            "Bagian": "Faktor pendorong keberhasilan",
            "Kunci sasaran atau indikator": KEYS[ajung.IKM.nama],
            "Isi": ajung.PENDORONG,
        },
        {"Bagian": "Kendala (BAB IV)", "Isi": ajung.KENDALA},
    )


def test_the_year_by_workbook_gives_the_same_lkip(
    site: Site, worker: Callable[[], None], tmp_path: Path
) -> None:
    new_account(site, ajung.SLUG, ajung.TAHUN)
    page = site.sign_in(ajung.OPERATOR)
    page.goto(f"/kecamatan/{ajung.SLUG}/{ajung.TAHUN}/")
    page.get_by_role("link", name="Buku kerja Excel").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh buku kerja terisi").click()
    assert download.value.suggested_filename == WORKBOOK
    download.value.save_as(tmp_path / WORKBOOK)

    workbook = load_workbook(tmp_path / WORKBOOK)
    for content in (fill_profil, fill_renstra, fill_dokumen, fill_realisasi, anggaran_content, fill_narasi):
        content(workbook)
    # Two readings: refused with its place, and nothing of the whole workbook is stored.
    wrong = next(b for b in workbook["Realisasi"].iter_rows(min_row=FIRST_ROW) if b[5].value == "76,5")
    wrong[5].value = "76.5"
    workbook.save(tmp_path / WORKBOOK)
    upload(page, tmp_path / WORKBOOK, worker)
    problem = page.get_by_role("row").filter(has_text="76.5")
    expect(problem.get_by_role("rowheader")).to_have_text("Realisasi")
    expect(problem.get_by_role("cell").first).to_have_text(str(wrong[5].row))
    expect(problem).to_contain_text("76,5")
    assert not Renstra.objects.for_kecamatan(Kecamatan.objects.get(slug=ajung.SLUG)).exists()

    wrong[5].value = "76,5"
    workbook.save(tmp_path / WORKBOOK)
    page.get_by_role("link", name="unggah lagi").click()
    upload(page, tmp_path / WORKBOOK, worker)
    preview = page.get_by_role("region", name="Lembar Realisasi").first
    expect(preview).to_contain_text(ajung.IKM.realisasi[4])
    assert not Realisasi.objects.filter(indikator__nama=ajung.IKM.nama).exists()
    apply(page, worker)
    assert Indikator.objects.filter(nama__in=KEYS).count() == len(KEYS)

    page.get_by_role("link", name="Buku kerja", exact=True).click()
    upload(page, tmp_path / WORKBOOK, worker)
    expect(page.get_by_text("Tidak ada perubahan")).to_be_visible()

    check_lkip_on_screen(page, ajung.SLUG, ajung.TAHUN, ajung.TABLES, ajung.SENTENCES)
    assert site.complaint == []

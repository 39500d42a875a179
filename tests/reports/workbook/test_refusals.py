"""Whatever is uploaded ends in an import or in messages with sheet, row and column; never half, never a traceback."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from kecamatan.models import Kecamatan
from reports.workbook.exchange import workbook_export, workbook_import
from sakip.models import Indikator, KebijakanPengukuran
from tests.reports.workbook.refused import mistake
from tests.workbook_edits import Change, column_number, edited, opened, write

#: What is refused here is refused while the file is read; test_there_and_back tests what is stored, on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def row_content(sheet: str, row: int, **nilai: Any) -> Change:
    """Fill cells of a row by the titles of their columns (spaces as underscores)."""

    def change(workbook: Workbook) -> None:
        for title, one in nilai.items():
            write(sheet, row, title.replace("_", " "), one)(workbook)

    return change


def both(*changes: Change) -> Change:
    """One mistake that takes several cells."""

    def change(workbook: Workbook) -> None:
        for one in changes:
            one(workbook)

    return change


def all_said(book: bytes, wrong: Mapping[str, tuple[Change, str]]) -> None:
    """Everything is said: a file with many mistakes is read once, as one with a single one.

    What is not said yet, because another mistake at its cell or in its sheet hides it, or what is found before
    anything is written, is sent again without those that were said.
    """
    waiting = dict(wrong)
    while waiting:
        sentences = mistake(edited(book, *(change for change, _ in waiting.values())))
        said = [name for name, (_, message) in waiting.items() if any(message in one for one in sentences)]
        assert said, (list(waiting), sentences)
        for name in said:
            del waiting[name]


#: What is wrong, and what is said of it. Last what takes a column or cells from under the others.
WRONG: dict[str, tuple[Change, str]] = {
    "unit word": (
        row_content("Realisasi", 14, Kunci_indikator="skm", Triwulan="Triwulan I", Realisasi="12,5 persen"),
        'Lembar Realisasi, baris 14, kolom "Realisasi": "12,5 persen" bukan angka. Tulis 12,5.',
    ),
    "two readings": (
        write("Belanja", 3, "Pagu (Rp)", "9.23.268.085"),
        'Lembar Belanja, baris 3, kolom "Pagu (Rp)": "9.23.268.085" meragukan: kelompok "23" tidak memuat tiga'
        " angka. Maksud Anda 923.268.085, atau ada angka yang kurang atau lebih pada kelompok itu?",
    ),
    "formula": (
        row_content("Desa", 4, Jenis="Desa", Nama="=A1"),
        'Lembar Desa, baris 4, kolom "Nama": berisi rumus. Salin selnya, lalu tempel sebagai nilai (Tempel Khusus,'
        " Nilai).",
    ),
    "error cell": (
        row_content("Desa", 5, Jenis="Desa", Nama="#REF!"),
        'Lembar Desa, baris 5, kolom "Nama": "#REF!" adalah galat Excel, bukan isian. Tulis nilainya, atau'
        " kosongkan.",
    ),
    "empty": (row_content("Desa", 6, Jenis="Desa"), 'Lembar Desa, baris 6, kolom "Nama": Isi nama desa.'),
    "choice": (
        row_content("Desa", 7, Jenis="Dusun", Nama="Balung Kulon"),
        'Lembar Desa, baris 7, kolom "Jenis": "Dusun" tidak dikenal. Pilih Desa atau Kelurahan.',
    ),
    "twice": (
        row_content("Desa", 9, Jenis="Desa", Nama="Balung Lor"),
        "Lembar Desa, baris 9: jenis dan nama sama dengan baris 3. Hapus salah satu, atau perbaiki.",
    ),
    "too long": (
        row_content("Desa", 8, Jenis="Desa", Nama="x" * 101),
        f'kolom "Nama": "{"x" * 59}…" terlalu panjang: 101 karakter, paling banyak 100. Ringkas.',
    ),
    "reference": (
        write("PK", 3, "Kunci indikator", "skn"),
        'Lembar PK, baris 3, kolom "Kunci indikator": "skn" tidak dikenal. Isi salah satu dari sakip, skm.',
    ),
    "nothing": (
        write("PK", 4, "Kunci indikator", "-"),
        'Lembar PK, baris 4, kolom "Kunci indikator": "-" tidak dikenal. Isi salah satu dari sakip, skm.'
        " Kosongkan bila belum ada.",
    ),
    "regulation": (
        write("DasarHukum", 3, "Kode peraturan", "PP No. 17 Tahun 2018"),
        'kolom "Kode peraturan": "PP No. 17 Tahun 2018" bukan kode peraturan. Tulis pp-17-2018.',
    ),
    "regulation not recorded": (
        write("DasarHukum", 3, "Kode peraturan", "Perbup Bondowoso 5/2021"),
        'kolom "Kode peraturan": "Perbup Bondowoso 5/2021" bukan kode peraturan. Salin kodenya dari lembar'
        " Peraturan. Perda, Perbup, atau Keputusan yang belum ada dicatat Bagian Organisasi pada Pengaturan, bagian"
        " Peraturan.",
    ),
    "code": (
        write("Anggaran", 3, "Kode", "7.01.99"),
        'Lembar Anggaran, baris 3, kolom "Kode": "7.01.99" tidak ada dalam nomenklatur 2021. Salin kodenya dari'
        " lembar Nomenklatur, dan ketik sebagai teks.",
    ),
    "pejabat": (
        write("Dokumen", 3, "Penanda tangan", "JOKO"),
        'Lembar Dokumen, baris 3, kolom "Penanda tangan": "JOKO" tidak ada pada lembar Pejabat. Tulis salah satu:'
        " BUPATI JEMBER; SITI AMINAH, S.Sos..",
    ),
    "nip": (
        write("Pejabat", 4, "NIP", "197001011990013001"),
        'Lembar Pejabat, baris 4, kolom "NIP": "197001011990013001" bukan NIP',
    ),
    "not in office": (
        write("Pejabat", 4, "Mulai menjabat", date(2023, 6, 1)),
        'kolom "Penanda tangan": SITI AMINAH, S.Sos., Camat Balung tidak menjabat pada',
    ),
    "half a fraction": (
        row_content("Realisasi", 5, Penyebut=10),
        'Lembar Realisasi, baris 5, kolom "Pembilang": Isi pembilang.',
    ),
    "remark without a value": (
        write("Realisasi", 5, "Catatan", "belum ada"),
        'Lembar Realisasi, baris 5, kolom "Realisasi": Isi nilainya, atau pilih keadaan "Tidak tersedia" dan isi'
        " alasannya.",
    ),
    "year": (write("Realisasi", 3, "Tahun", 2012), 'kolom "Tahun": Isi tahun antara 2019 dan 2023.'),
    "rumus": (
        write("Indikator", 3, "Rumus", "Huruf pada skala"),
        'Lembar Indikator, baris 3, kolom "Rumus": Untuk jenis nilai Angka, pilih "Semakin tinggi semakin baik",',
    ),
    "unit": (
        write("UnitKerja", 4, "Atasan langsung", "sekretariat"),
        'Lembar UnitKerja, baris 4, kolom "Atasan langsung": "sekretariat" tidak dikenal.',
    ),
    "no code": (
        write("RKTKegiatan", 3, "Kode", None),
        'Lembar RKTKegiatan, baris 3, kolom "Kode": Isi kode program, kegiatan, atau sub kegiatan.',
    ),
    "bagian": (
        write("Narasi", 3, "Bagian", "Bab 5"),
        'Lembar Narasi, baris 3, kolom "Bagian": "Bab 5" tidak dikenal.',
    ),
    "e-mail": (
        write("Profil", 6, "Nilai", "kode"),
        'Lembar Profil, baris 6, kolom "Surel": "kode" bukan alamat surel. Tulis seperti'
        " kecamatan@jemberkab.go.id.",
    ),
    "outline": (
        write("RPJMD", 4, "Jenis", "Sasaran"),
        'Lembar RPJMD, baris 4, kolom "Jenis": Tulis tujuan di atas sasaran ini.',
    ),
    "two dates": (
        write("Dokumen", 3, "Tanggal", "15/1/2023"),
        'kolom "Tanggal seperti tercetak": Isi tanggal, atau tanggal seperti tercetak',
    ),
    "merged": (
        lambda workbook: workbook["Desa"].merge_cells("A3:B4"),
        "Lembar Desa, baris 3: sel A3:B4 digabung. Batalkan penggabungan sel, lalu isi setiap baris.",
    ),
    "header": (
        write("Desa", 1, "Nama", "Nama desa"),
        'Lembar Desa, baris 1: judul kolom "Nama" tidak ada. Kembalikan baris judul seperti dalam buku kerja yang'
        " diunduh.",
    ),
}


def test_what_is_wrong_is_said_with_its_place(mini: Kecamatan, lean: bytes) -> None:
    all_said(lean, WRONG)


#: What only a rule of the database finds: one sentence each, at its cell.
RULES: dict[str, tuple[Change, str]] = {
    "Sasaran Bobot (%)": (
        write("Sasaran", 3, "Bobot (%)", 150),
        'Sasaran, baris 3, kolom "Bobot (%)": Isi bobot lebih dari 0 sampai 100 persen.',
    ),
    "Indikator Penyebut": (
        write("Indikator", 3, "Pembilang", "Nilai unsur"),
        'Indikator, baris 3, kolom "Penyebut": Isi pembilang dan penyebut, atau kosongkan keduanya.',
    ),
    "IKU Pembilang": (
        write("IKU", 3, "Pembilang", None),
        'IKU, baris 3, kolom "Pembilang": Isi pembilang dan penyebut, atau kosongkan keduanya.',
    ),
    "Renstra Tahun akhir": (
        write("Renstra", 3, "Tahun akhir", 2020),
        'Renstra, baris 3, kolom "Tahun akhir": Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.',
    ),
    "Pejabat Sampai dengan": (
        write("Pejabat", 4, "Sampai dengan", date(2021, 12, 31)),
        'Pejabat, baris 4, kolom "Sampai dengan": Isi tanggal akhir jabatan yang tidak lebih awal daripada tanggal'
        " mulainya.",
    ),
    "Profil Luas (km²)": (
        write("Profil", 8, "Nilai", 0),
        'Profil, baris 8, kolom "Luas (km²)": Isi luas wilayah lebih dari 0 km².',
    ),
    "ProfilFakta Nilai": (
        write("ProfilFakta", 3, "Nilai", None),
        'ProfilFakta, baris 3, kolom "Nilai": Isi nilai fakta dengan angka atau kata-kata.',
    ),
    "Anggaran Kode": (
        row_content("Anggaran", 4, **{"Pagu_murni_(Rp)": 1000}),
        'Anggaran, baris 4, kolom "Kode": Pilih program baris anggaran ini; hanya sisa yang tidak dirinci boleh'
        " tanpa program.",
    ),
    "Keluaran Realisasi": (
        write("Keluaran", 3, "Keadaan realisasi", "Belum diisi"),
        'Keluaran, baris 3, kolom "Realisasi": Isi realisasi dan pilih keadaan "terisi", atau kosongkan'
        " realisasi.",
    ),
    "Realisasi Penyebut": (
        both(write("Indikator", 3, "Satuan", "%"), row_content("Realisasi", 5, Pembilang=9, Penyebut=0)),
        'Realisasi, baris 5, kolom "Penyebut": Isi penyebut lebih dari 0.',
    ),
    "UnitKerja Atasan langsung": (
        write("UnitKerja", 4, "Atasan langsung", None),
        'UnitKerja, baris 4, kolom "Atasan langsung": Pilih atasan langsung unit kerja ini; hanya camat yang tidak'
        " memilikinya.",
    ),
    "RPJMD Nomor": (
        write("RPJMD", 3, "Nomor", 1999),
        'RPJMD, baris 3, kolom "Nomor": Isi tahun awal antara 2000 dan 2100.',
    ),
    "RPJMD Uraian": (write("RPJMD", 4, "Uraian", None), 'RPJMD, baris 4, kolom "Uraian": Isi uraian misi.'),
    "RPJMD Uraian of row 5": (
        write("RPJMD", 5, "Uraian", None),
        'RPJMD, baris 5, kolom "Uraian": Isi uraian tujuan.',
    ),
    "RencanaAksi Target triwulan III": (
        write("RencanaAksi", 3, "Target triwulan III", "90 s.d. 80"),
        'RencanaAksi, baris 3, kolom "Target triwulan III": ',
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_of_the_database_is_said_at_its_cell(mini: Kecamatan, lean: bytes, name: str) -> None:
    change, message = RULES[name]
    (sentence,) = mistake(edited(lean, change))
    assert sentence.startswith(f"Lembar {message}")


def test_only_the_rumus_on_offer_is_taken_or_listed(mini: Kecamatan, lean: bytes) -> None:
    divide = "Semakin rendah semakin baik (target ÷ realisasi)"
    choices = {k[0].value: [s.value for s in k[1:] if s.value] for k in _choice_column(lean)}
    assert divide not in choices["Indikator.rumus"]
    (one,) = mistake(edited(lean, write("Indikator", 3, "Rumus", divide)))
    assert one.startswith(
        f'Lembar Indikator, baris 3, kolom "Rumus": "{divide}" tidak ditawarkan kebijakan pengukuran tahun 2023.'
    )
    KebijakanPengukuran.objects.filter(kabupaten=mini.kabupaten).update(rumus=["positif", "negatif-bagi"])
    workbook_import(
        content=edited(lean, write("Indikator", 3, "Rumus", divide)),
        nama="uji.xlsx",
        apply_changes=True,
        kabupaten=True,
    )
    assert Indikator.objects.filter(rumus="negatif-bagi").exists()
    new = workbook_export(kecamatan=mini, tahun=2023)
    choices = {k[0].value: [s.value for s in k[1:] if s.value] for k in _choice_column(new)}
    assert divide in choices["Indikator.rumus"]


def _choice_column(content: bytes) -> Any:
    return opened(content)["_pilihan"].iter_cols()


def test_every_error_is_named_at_once(mini: Kecamatan, lean: bytes) -> None:
    sentences = mistake(
        edited(
            lean,
            write("Desa", 3, "Jenis", "Dusun"),
            write("Belanja", 3, "Pagu (Rp)", "dua"),
            write("Belanja", 4, "Pagu (Rp)", "tiga"),
            write("Narasi", 3, "Bagian", "?"),
        )
    )
    assert [one.split(":")[0] for one in sentences] == [
        'Lembar Desa, baris 3, kolom "Jenis"',
        'Lembar Belanja, baris 3, kolom "Pagu (Rp)"',
        'Lembar Belanja, baris 4, kolom "Pagu (Rp)"',
        'Lembar Narasi, baris 3, kolom "Bagian"',
    ]


def test_errors_of_the_loader_are_collected_sheet_by_sheet(mini: Kecamatan, lean: bytes) -> None:
    """What only the database knows is found in every sheet, not just in the first."""
    sentences = mistake(
        edited(
            lean,
            write("Pejabat", 4, "Mulai menjabat", date(2023, 6, 1)),
            write("Pejabat", 3, "Sampai dengan", date(2021, 12, 31)),
        )
    )
    assert {one.split(",")[0] for one in sentences} == {"Lembar Dokumen"}
    assert len(sentences) >= 3


def test_blank_rows_do_not_shift_the_numbers(mini: Kecamatan, lean: bytes) -> None:
    sentences = mistake(
        edited(lean, row_content("Desa", 40, Jenis="Desa"), row_content("Desa", 60, Nama="Balung Tutul"))
    )
    assert [one.split(":")[0] for one in sentences] == [
        'Lembar Desa, baris 40, kolom "Nama"',
        'Lembar Desa, baris 60, kolom "Jenis"',
    ]


def test_a_number_too_large_for_a_date_is_said_with_its_place(mini: Kecamatan, lean: bytes) -> None:
    """Also where warnings are errors: openpyxl warns of it while rows are read."""

    def tanggal(workbook: Workbook) -> None:
        cell = workbook["Pejabat"].cell(4, column_number(workbook, "Pejabat", "Mulai menjabat"))
        cell.value, cell.number_format = 9_686_197_560_695_820, "d/m/yyyy"

    assert mistake(edited(lean, tanggal)) == [
        'Lembar Pejabat, baris 4, kolom "Mulai menjabat": "#VALUE!" adalah galat Excel, bukan isian. Tulis nilainya,'
        " atau kosongkan."
    ]

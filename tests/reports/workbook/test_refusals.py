"""Whatever is uploaded ends in an import or in messages with sheet, row and column; never half, never a traceback."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak, Kecamatan
from reports.workbook.exchange import WorkbookRefused, buku_ekspor, buku_impor
from sakip.models import Indikator, KebijakanPengukuran, Realisasi
from tests.workbook_edits import Ubah, baris_dengan, diubah, kolom, opened, write

#: What is refused here is refused while the file is read; test_there_and_back tests what is stored, on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]


@pytest.fixture
def ekspor(mini: Kecamatan, buku_mini: bytes) -> bytes:
    return buku_mini


def kesalahan(isi: bytes) -> list[str]:
    """Every error of a workbook; nothing may have been written."""
    jejak = Jejak.objects.count()
    with pytest.raises(WorkbookRefused) as galat:
        buku_impor(isi=isi, nama="uji.xlsx", apply_changes=True, kabupaten=True)
    assert Jejak.objects.count() == jejak
    kalimat = [str(g) for g in galat.value.tinjauan.galat]
    assert all("\n" not in satu for satu in kalimat)
    assert str(galat.value) == (
        kalimat[0] if len(kalimat) == 1 else f"{len(kalimat)} kesalahan. Yang pertama: {kalimat[0]}"
    )
    return kalimat


def isi_baris(lembar: str, baris: int, **nilai: Any) -> Ubah:
    """Fill cells of a row by the titles of their columns (spaces as underscores)."""

    def change(buku: Workbook) -> None:
        for judul, satu in nilai.items():
            write(lembar, baris, judul.replace("_", " "), satu)(buku)

    return change


@pytest.mark.parametrize(
    ("change", "pesan"),
    [
        pytest.param(
            isi_baris("Realisasi", 14, Kunci_indikator="skm", Triwulan="Triwulan I", Realisasi="12,5 persen"),
            'Lembar Realisasi, baris 14, kolom "Realisasi": "12,5 persen" bukan angka. Tulis 12,5.',
            id="unit word",
        ),
        pytest.param(
            write("Belanja", 3, "Pagu (Rp)", "9.23.268.085"),
            'Lembar Belanja, baris 3, kolom "Pagu (Rp)": "9.23.268.085" meragukan: kelompok "23" tidak memuat tiga'
            " angka. Maksud Anda 923.268.085, atau ada angka yang kurang atau lebih pada kelompok itu?",
            id="two readings",
        ),
        pytest.param(
            write("Desa", 3, "Nama", "=A1"),
            'Lembar Desa, baris 3, kolom "Nama": berisi rumus. Salin selnya, lalu tempel sebagai nilai (Tempel Khusus,'
            " Nilai).",
            id="formula",
        ),
        pytest.param(
            write("Desa", 3, "Nama", "#REF!"),
            'Lembar Desa, baris 3, kolom "Nama": berisi galat #REF!. Tulis nilainya, atau kosongkan.',
            id="error cell",
        ),
        pytest.param(
            lambda buku: buku["Desa"].merge_cells("A3:B4"),
            "Lembar Desa, baris 3: sel A3:B4 digabung. Batalkan penggabungan sel, lalu isi setiap baris.",
            id="merged",
        ),
        pytest.param(
            write("Desa", 1, "Nama", "Nama desa"),
            'Lembar Desa, baris 1: judul kolom "Nama" tidak ada. Kembalikan baris judul seperti dalam buku kerja yang'
            " diunduh.",
            id="header",
        ),
        pytest.param(
            write("Desa", 3, "Nama", None), 'Lembar Desa, baris 3, kolom "Nama": Isi nama desa.', id="empty"
        ),
        pytest.param(
            write("Desa", 3, "Jenis", "Dusun"),
            'Lembar Desa, baris 3, kolom "Jenis": "Dusun" tidak dikenal. Pilih Desa atau Kelurahan.',
            id="choice",
        ),
        pytest.param(
            isi_baris("Desa", 9, Jenis="Desa", Nama="Balung Lor"),
            "Lembar Desa, baris 9: jenis dan nama sama dengan baris 3. Hapus salah satu, atau perbaiki.",
            id="twice",
        ),
        pytest.param(
            write("Desa", 3, "Nama", "x" * 101),
            f'kolom "Nama": "{"x" * 59}…" terlalu panjang: 101 karakter, paling banyak 100. Ringkas.',
            id="too long",
        ),
        pytest.param(
            write("PK", 3, "Kunci indikator", "skn"),
            'Lembar PK, baris 3, kolom "Kunci indikator": "skn" tidak dikenal. Isi salah satu dari sakip, skm.',
            id="reference",
        ),
        pytest.param(
            write("Anggaran", 3, "Kode", "7.01.99"),
            'Lembar Anggaran, baris 3, kolom "Kode": "7.01.99" tidak ada dalam nomenklatur 2021. Salin kodenya dari'
            " lembar Nomenklatur, dan ketik sebagai teks.",
            id="code",
        ),
        pytest.param(
            write("Dokumen", 3, "Penanda tangan", "JOKO"),
            'Lembar Dokumen, baris 3, kolom "Penanda tangan": "JOKO" tidak ada pada lembar Pejabat. Tulis salah satu:'
            " BUPATI JEMBER; SITI AMINAH, S.Sos..",
            id="pejabat",
        ),
        pytest.param(
            write("Pejabat", 4, "NIP", "197001011990013001"),
            'Lembar Pejabat, baris 4, kolom "NIP": "197001011990013001" bukan NIP',
            id="nip",
        ),
        pytest.param(
            write("Pejabat", 4, "Mulai menjabat", date(2023, 6, 1)),
            'kolom "Penanda tangan": SITI AMINAH, S.Sos., Camat Balung tidak menjabat pada',
            id="not in office",
        ),
        pytest.param(
            isi_baris("Realisasi", 5, Penyebut=10),
            'Lembar Realisasi, baris 5, kolom "Pembilang": Isi pembilang.',
            id="half a fraction",
        ),
        pytest.param(
            write("Realisasi", 5, "Catatan", "belum ada"),
            'Lembar Realisasi, baris 5, kolom "Realisasi": Isi nilainya, atau pilih keadaan "Tidak tersedia" dan isi'
            " alasannya.",
            id="remark without a value",
        ),
        pytest.param(
            write("Realisasi", 3, "Tahun", 2012),
            'kolom "Tahun": Isi tahun antara 2019 dan 2023.',
            id="year",
        ),
        pytest.param(
            write("Indikator", 3, "Rumus", "Huruf pada skala"),
            'Lembar Indikator, baris 3, kolom "Rumus": Untuk jenis nilai Angka, pilih "Semakin tinggi semakin baik",',
            id="rumus",
        ),
        pytest.param(
            write("UnitKerja", 4, "Atasan langsung", "sekretariat"),
            'Lembar UnitKerja, baris 4, kolom "Atasan langsung": "sekretariat" tidak dikenal.',
            id="unit",
        ),
        pytest.param(
            write("RKTKegiatan", 3, "Kode", None),
            'Lembar RKTKegiatan, baris 3, kolom "Kode": Isi kode program, kegiatan, atau sub kegiatan.',
            id="no code",
        ),
        pytest.param(
            write("Narasi", 3, "Bagian", "Bab 5"),
            'Lembar Narasi, baris 3, kolom "Bagian": "Bab 5" tidak dikenal.',
            id="bagian",
        ),
        pytest.param(
            write("Profil", 6, "Nilai", "kode"),
            'Lembar Profil, baris 6, kolom "Surel": "kode" bukan alamat surel. Tulis seperti'
            " kecamatan@jemberkab.go.id.",
            id="e-mail",
        ),
        pytest.param(
            write("RPJMD", 4, "Jenis", "Sasaran"),
            'Lembar RPJMD, baris 4, kolom "Jenis": Tulis tujuan di atas sasaran ini.',
            id="outline",
        ),
        pytest.param(
            write("Dokumen", 3, "Tanggal", "15/1/2023"),
            'kolom "Tanggal seperti tercetak": Isi tanggal, atau tanggal seperti tercetak',
            id="two dates",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(mini: Kecamatan, lean: bytes, change: Ubah, pesan: str) -> None:
    kalimat = kesalahan(diubah(lean, change))
    assert any(pesan in satu for satu in kalimat), kalimat


def test_only_the_rumus_on_offer_is_taken_or_listed(mini: Kecamatan, ekspor: bytes) -> None:
    divide = "Semakin rendah semakin baik (target ÷ realisasi)"
    pilihan = {k[0].value: [s.value for s in k[1:] if s.value] for k in _kolom_pilihan(ekspor)}
    assert divide not in pilihan["Indikator.rumus"]
    (satu,) = kesalahan(diubah(ekspor, write("Indikator", 3, "Rumus", divide)))
    assert satu.startswith(
        f'Lembar Indikator, baris 3, kolom "Rumus": "{divide}" tidak ditawarkan kebijakan pengukuran tahun 2023.'
    )
    KebijakanPengukuran.objects.filter(kabupaten=mini.kabupaten).update(rumus=["positif", "negatif-bagi"])
    buku_impor(
        isi=diubah(ekspor, write("Indikator", 3, "Rumus", divide)),
        nama="uji.xlsx",
        apply_changes=True,
        kabupaten=True,
    )
    assert Indikator.objects.filter(rumus="negatif-bagi").exists()
    baru = buku_ekspor(kecamatan=mini, tahun=2023)
    pilihan = {k[0].value: [s.value for s in k[1:] if s.value] for k in _kolom_pilihan(baru)}
    assert divide in pilihan["Indikator.rumus"]


def _kolom_pilihan(isi: bytes) -> Any:
    return opened(isi)["_pilihan"].iter_cols()


def test_every_error_is_named_at_once(ekspor: bytes) -> None:
    kalimat = kesalahan(
        diubah(
            ekspor,
            write("Desa", 3, "Jenis", "Dusun"),
            write("Belanja", 3, "Pagu (Rp)", "dua"),
            write("Belanja", 4, "Pagu (Rp)", "tiga"),
            write("Narasi", 3, "Bagian", "?"),
        )
    )
    assert [satu.split(":")[0] for satu in kalimat] == [
        'Lembar Desa, baris 3, kolom "Jenis"',
        'Lembar Belanja, baris 3, kolom "Pagu (Rp)"',
        'Lembar Belanja, baris 4, kolom "Pagu (Rp)"',
        'Lembar Narasi, baris 3, kolom "Bagian"',
    ]


def test_errors_of_the_loader_are_collected_sheet_by_sheet(ekspor: bytes) -> None:
    """What only the database knows is found in every sheet, not just in the first."""
    kalimat = kesalahan(
        diubah(
            ekspor,
            write("Pejabat", 4, "Mulai menjabat", date(2023, 6, 1)),
            write("Pejabat", 3, "Sampai dengan", date(2021, 12, 31)),
        )
    )
    assert {satu.split(",")[0] for satu in kalimat} == {"Lembar Dokumen"}
    assert len(kalimat) >= 3


def test_blank_rows_do_not_shift_the_numbers(ekspor: bytes) -> None:
    kalimat = kesalahan(
        diubah(ekspor, isi_baris("Desa", 40, Jenis="Desa"), isi_baris("Desa", 60, Nama="Balung Tutul"))
    )
    assert [satu.split(":")[0] for satu in kalimat] == [
        'Lembar Desa, baris 40, kolom "Nama"',
        'Lembar Desa, baris 60, kolom "Jenis"',
    ]


def test_a_percentage_that_excel_keeps_as_a_fraction_is_a_percentage(mini: Kecamatan, ekspor: bytes) -> None:
    baris = baris_dengan(ekspor, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")

    def persen(buku: Workbook) -> None:
        sel = buku["Realisasi"].cell(baris, kolom(buku, "Realisasi", "Realisasi"))
        sel.value, sel.number_format = 0.985, "0.0%"

    buku_impor(isi=diubah(ekspor, persen), nama="uji.xlsx", apply_changes=True, kabupaten=True)
    assert str(Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka) == "98.5000"


def test_a_number_too_large_for_a_date_is_said_with_its_place(ekspor: bytes) -> None:
    """Also where warnings are errors: openpyxl warns of it while rows are read."""

    def tanggal(buku: Workbook) -> None:
        sel = buku["Pejabat"].cell(4, kolom(buku, "Pejabat", "Mulai menjabat"))
        sel.value, sel.number_format = 9_686_197_560_695_820, "d/m/yyyy"

    assert kesalahan(diubah(ekspor, tanggal)) == [
        'Lembar Pejabat, baris 4, kolom "Mulai menjabat": berisi galat #VALUE!. Tulis nilainya, atau kosongkan.'
    ]


def test_no_cell_of_an_export_is_a_formula(mini: Kecamatan) -> None:
    for awal in ("=1+1", "+1", "-1", "@x"):
        mini.desa.create(jenis="desa", nama=f"{awal} Desa", urut=9)
    isi = buku_ekspor(kecamatan=mini, tahun=2023)
    buku = opened(isi)
    sel = [s for lembar in buku.worksheets for baris in lembar.iter_rows() for s in baris]
    assert {s.data_type for s in sel} <= {"s", "n", "d"}
    assert "=1+1 Desa" in [s.value for s in sel]
    assert buku_impor(isi=isi, nama="x", apply_changes=True, kabupaten=True).hitungan.perubahan == 0


def test_an_export_guides_whoever_fills_it(ekspor: bytes) -> None:
    buku = opened(ekspor)
    for nama in (
        "Profil",
        "Desa",
        "Pejabat",
        "SDM",
        "Renstra",
        "TargetRenstra",
        "RKT",
        "PK",
        "PKAnggaran",
        "IKU",
    ):
        assert nama in buku.sheetnames
    for nama in ("RencanaAksi", "Realisasi", "Anggaran", "Pembanding", "Narasi"):
        lembar = buku[nama]
        assert lembar.freeze_panes == "A3"
        assert lembar.protection.sheet
        assert lembar["A1"].protection.locked
        assert lembar["A2"].protection.locked
        assert not lembar["A3"].protection.locked
        assert not lembar.column_dimensions["A"].protection.locked  # rows can be added
        assert lembar.data_validations.dataValidation
    meta = {baris[0].value: baris[1].value for baris in buku["_meta"].iter_rows()}
    assert (meta["format"], meta["kecamatan"], meta["nama"], meta["tahun"]) == (
        "1",
        "35.09.10",
        "Balung",
        "2023",
    )
    assert buku["_meta"].sheet_state == "hidden"
    assert buku.active.title == "Petunjuk"


@pytest.mark.parametrize(
    ("change", "pesan"),
    [
        (lambda b: b["_meta"].__setitem__("B1", "2"), "Buku kerja ini berformat 2, bukan 1."),
        (
            lambda b: b["_meta"].__setitem__("B2", "99.99.99"),
            'Kecamatan "99.99.99" dalam berkas ini tidak dikenal',
        ),
        (lambda b: b["_meta"].__setitem__("B4", "MMXX"), 'Tahun "MMXX" dalam berkas ini tidak dikenal'),
        (
            lambda b: b["_meta"].__setitem__("B5", "2030"),
            'Nomenklatur "2030" dalam berkas ini tidak dikenal',
        ),
        (
            lambda b: b["_meta"].__setitem__("B5", "a\nb\n" + "x" * 100),
            f'Nomenklatur "a b {"x" * 55}…" dalam berkas ini tidak dikenal',
        ),
        (lambda b: b.remove(b["_meta"]), "bukan buku kerja aplikasi ini (lembar _meta tidak ada)"),
    ],
    ids=range(6),
)
def test_a_workbook_that_is_not_ours_is_refused(
    ekspor: bytes, change: Callable[[Any], Any], pesan: str
) -> None:
    with pytest.raises(InputError) as galat:
        buku_impor(isi=diubah(ekspor, change), nama="uji.xlsx", apply_changes=True)
    assert pesan in str(galat.value)


def test_a_chart_in_place_of_a_sheet_is_refused(ekspor: bytes) -> None:
    def bagan(buku: Workbook) -> None:
        buku.remove(buku["Desa"])
        buku.create_chartsheet("Desa")

    with pytest.raises(InputError):
        buku_impor(isi=diubah(ekspor, bagan), nama="uji.xlsx", apply_changes=True)


def bagian_diubah(isi: bytes, bagian: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one of its parts changed."""
    keluaran = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluaran, "w") as baru:
        for info in lama.infolist():
            teks = lama.read(info)
            if info.filename == bagian:
                assert change(teks) != teks
                teks = change(teks)
            baru.writestr(info, teks)
    return keluaran.getvalue()


def test_a_shared_text_that_is_not_there_is_a_broken_sheet(ekspor: bytes) -> None:
    asli, rusak = b't="inlineStr"><is><t>Balung Lor</t></is>', b't="s"><v>99999</v>'
    isi = bagian_diubah(ekspor, "xl/worksheets/sheet6.xml", lambda teks: teks.replace(asli, rusak))  # Desa
    with pytest.raises(InputError, match="Lembar Desa: isi lembar tidak dapat dibaca"):
        buku_impor(isi=isi, nama="uji.xlsx", apply_changes=True)


@pytest.mark.parametrize("teks", ["NaN", "INF", "-INF", "12,5"])
def test_a_number_that_is_none_is_told_at_its_cell(ekspor: bytes, teks: str) -> None:
    luas = re.compile(rb'(<c r="B(\d+)" s="\d+" t="n"><v>)47\.12</v>')
    nomor = luas.search(zipfile.ZipFile(io.BytesIO(ekspor)).read("xl/worksheets/sheet2.xml"))
    assert nomor is not None
    isi = bagian_diubah(
        ekspor,
        "xl/worksheets/sheet2.xml",
        lambda asli: luas.sub(rb"\g<1>" + teks.encode() + b"</v>", asli),  # Profil
    )
    (pesan,) = kesalahan(isi)
    assert pesan.startswith(f"Lembar Profil, baris {int(nomor[2])}, kolom")
    assert pesan.endswith(f'"{teks}" bukan angka. Tulis angka, misalnya 98,5 atau 1.234.567.')


def test_a_style_that_is_not_there_is_a_broken_cell(ekspor: bytes) -> None:
    luas = re.compile(rb'(<c r="B\d+") s="\d+"( t="n"><v>47\.12</v>)')
    isi = bagian_diubah(
        ekspor, "xl/worksheets/sheet2.xml", lambda teks: luas.sub(rb'\1 s="99999"\2', teks)
    )  # Profil
    (pesan,) = kesalahan(isi)
    assert pesan.startswith("Lembar Profil, baris ")
    assert pesan.endswith("rusak dan tidak dapat dibaca. Ketik ulang isinya.")

"""Narrative through the workbook: the plain text of every other door, and workbooks of before."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from kecamatan.models import Kecamatan
from reports.forms.narasi import NarasiForm
from reports.models import Narasi
from reports.publish.naskah import BAGIAN_NARASI
from reports.workbook.exchange import WorkbookRefused, workbook_export, workbook_import
from reports.workbook.import_run import Preview
from sakip.entry.form import Scope
from tests.factory import one
from tests.workbook_edits import Change, column_number, edited, only, opened, write

#: What a cell becomes is decided before it is stored; that an import stores it on both, test_there_and_back tests.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def export() -> bytes:
    return workbook_export(kecamatan=Kecamatan.objects.get(kode="35.09.10"), tahun=2023)


@pytest.fixture(scope="module")
def sheet(lean: bytes) -> bytes:
    """The workbook of ``mini`` with its narrative alone."""
    return only(lean, "Narasi")


def load(file: bytes) -> Preview:
    return workbook_import(content=file, nama="uji.xlsx", apply_changes=True, kabupaten=True)


def cells(file: bytes) -> list[object]:
    book = opened(file)
    column = column_number(book, "Narasi", "Isi")
    return [row[column - 1] for row in book["Narasi"].iter_rows(min_row=3, values_only=True)]


def of_before(text: str) -> Change:
    """A workbook as it was written before texts had one spelling."""

    def change(book: Workbook) -> None:
        meta = book["_meta"]
        (row,) = (r[0].row for r in meta.iter_rows() if r[0].value == "narasi")
        meta.delete_rows(row)
        del book["_dasar"]  # what it held when it was downloaded, which newer ones carry along
        write("Narasi", 3, "Isi", text)(book)

    return change


#: Place and key, what is typed there and what is stored, in the order of the report.
TYPED = dict(
    zip(
        (
            ("latar-belakang", None),
            ("profil", None),
            ("pendorong", "skm"),
            ("penghambat", "skm"),
            ("kendala", None),
            ("langkah", None),
            ("perubahan-renstra", None),
        ),
        (
            (
                "1. Pembinaan\nSetiap bulan.\n2. Monitoring\nOleh tim.\n3. Evaluasi",
                "<ol><li>Pembinaan<br>Setiap bulan.</li><li>Monitoring<br>Oleh tim.</li><li>Evaluasi</li></ol>",
            ),
            (
                "*tebal* dan _miring_\nbaris kedua",
                "<p><strong>tebal</strong> dan <em>miring</em><br>baris kedua</p>",
            ),
            ("5. Kelima\n  - anak", '<ol start="5"><li>Kelima<ul><li>anak</li></ul></li></ol>'),
            (
                "Langkah:\n\uf0b7\tsatu\n▪ dua\n➢ tiga",
                "<p>Langkah:</p><ul><li>satu</li><li>dua</li><li>tiga</li></ul>",
            ),
            ("satu_x000B_dua_x000D_\ntiga_x0007_", "<p>satu<br>dua<br>tiga</p>"),
            (
                "| Surat | 12 |\n| --- | --- |\n| Masuk | 3 |",
                '<table><thead><tr><th scope="col">Surat</th><th scope="col">12</th></tr></thead>'
                "<tbody><tr><td>Masuk</td><td>3</td></tr></tbody></table>",
            ),
            ("<b>bukan HTML</b>", "<p>&lt;b&gt;bukan HTML&lt;/b&gt;</p>"),
        ),
        strict=True,
    )
)


def test_a_cell_says_what_the_box_of_the_page_says(mini: Kecamatan, sheet: bytes) -> None:
    """All of them in one file, which is stored, exported and read again as a file with one is."""
    rows = enumerate(TYPED.items(), start=3)
    load(
        edited(
            sheet,
            *(
                write("Narasi", row, title, value)
                for row, ((place, key), (text, _)) in rows
                for title, value in (
                    ("Bagian", BAGIAN_NARASI[place]),
                    ("Kunci sasaran atau indikator", key),
                    ("Isi", text),
                )
            ),
        )
    )
    scope, shown = Scope(kecamatan=mini, tahun=2023, pengguna=None), []
    for (place, _), (text, stored) in TYPED.items():
        narasi = Narasi.objects.get(bagian=place)
        assert narasi.isi == stored
        form = NarasiForm({"isi": text, "ditinjau": "True"}, instance=narasi, scope=scope)
        assert form.is_valid()
        assert form.cleaned_data["isi"] == stored
        shown.append(form.fields["isi"].prepare_value(stored))
    file = export()
    assert cells(file) == shown
    assert load(file).tally.perubahan == 0


def test_a_cell_that_cannot_be_stored_is_refused_as_the_box_refuses_it(mini: Kecamatan, sheet: bytes) -> None:
    before = one(Narasi).isi
    with pytest.raises(WorkbookRefused) as refused:
        load(edited(sheet, write("Narasi", 3, "Isi", "baik \uf04a")))
    (error,) = refused.value.preview.errors
    assert str(error).startswith('Lembar Narasi, baris 3, kolom "Isi": Tanda U+F04A pada “baik □”')
    assert one(Narasi).isi == before
    scope = Scope(kecamatan=mini, tahun=2023, pengguna=None)
    form = NarasiForm({"isi": "baik \uf04a", "ditinjau": "True"}, instance=one(Narasi), scope=scope)
    assert form.errors["isi"] == [error.pesan]


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("<p>Satu.</p><p>Dua &amp; tiga.</p>", "Satu.\nDua & tiga."),
        (
            "<p>Langkah:</p><ul><li>a</li><li>b</li></ul><p>Selesai.</p>",
            "Langkah:\n- a\n- b\nSelesai.",
        ),
        ("<ol><li>a</li></ol><p>x</p><ol><li>b</li></ol>", "1. a\nx\n1. b"),
        ("<p>Nilai *) dan _x_.</p>", "Nilai *) dan _x_."),
        ("<p>Petugas <em>terlatih</em>.</p>", "<p>Petugas <em>terlatih</em>.</p>"),
        ("teks <em>lama</em>", "<!---->teks <em>lama</em>"),
        ("<p>a</p>\n<p>b</p>", "<p>a</p>\n<p>b</p>"),
        (
            "<table><tbody><tr><td>1</td></tr></tbody></table>",
            "<table><tbody><tr><td>1</td></tr></tbody></table>",
        ),
    ],
)
def test_a_workbook_of_before_changes_nothing(mini: Kecamatan, sheet: bytes, stored: str, text: str) -> None:
    Narasi.objects.update(isi=stored)
    assert load(edited(sheet, of_before(text))).tally.perubahan == 0
    assert one(Narasi).isi == stored


def test_the_preview_tells_the_text_as_it_is_typed(mini: Kecamatan, sheet: bytes) -> None:
    file = edited(sheet, write("Narasi", 3, "Isi", "*Baru*\n\n- satu"))
    preview = workbook_import(content=file, nama="uji.xlsx", kabupaten=True)
    (change,) = preview.changes
    assert [(c.judul, c.lama, c.baru) for c in change.kolom] == [
        ("isi", "Petugas _terlatih_.", "*Baru*\n\n- satu")
    ]


def test_a_workbook_of_before_is_read_as_its_writer_was_told(mini: Kecamatan, sheet: bytes) -> None:
    load(edited(sheet, of_before("1. Pembinaan\nSetiap bulan.\n2. Monitoring\n▪ satu\n▪ dua")))
    assert one(Narasi).isi == (
        '<ol><li>Pembinaan</li></ol><p>Setiap bulan.</p><ol start="2"><li>Monitoring</li></ol>'
        "<ul><li>satu</li><li>dua</li></ul>"
    )


def test_a_sheet_left_out_leaves_long_texts_alone(mini: Kecamatan, lean: bytes) -> None:
    Narasi.objects.update(isi="".join(f"<p>Paragraf {n} tentang pelayanan.</p>" for n in range(1100)))

    def without(book: Workbook) -> None:
        del book["Narasi"]

    assert load(edited(lean, without)).tally.perubahan == 0


def test_a_text_as_it_is_stored_is_never_refused(mini: Kecamatan) -> None:
    """Written before there was a judge: deeper than Word's lists go."""
    deep = "<ul><li>a" * 12 + "</li></ul>" * 12
    Narasi.objects.update(isi=deep)
    assert load(export()).tally.perubahan == 0
    assert one(Narasi).isi == deep


def test_a_preview_warns_of_markers_without_a_value_and_writes_all_the_same(
    mini: Kecamatan, sheet: bytes
) -> None:
    content = edited(
        sheet, write("Narasi", 3, "Isi", "Naik {capain: IKM}, lihat {lampiran 2} {realisasi/target}.")
    )
    preview = workbook_import(content=content, nama="uji.xlsx", kabupaten=True)
    (warning,) = preview.warnings
    assert (warning.lembar, warning.baris, warning.kolom) == ("Narasi", 3, "Isi")
    assert warning.pesan.startswith("{capain: IKM}: nilai “capain” tidak dikenal. ")
    assert load(content).applied
    assert "{capain: IKM}" in one(Narasi).isi

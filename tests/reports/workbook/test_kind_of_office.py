"""The kind of an office in the workbook: its column, and the "Plt. Camat" of workbooks from before it had one."""

from datetime import date

import pytest
from openpyxl import Workbook

from kecamatan.models import MasaJabatan
from sakip.models import PerjanjianKinerja
from tests.workbook_edits import (
    column_number,
    edited,
    export_year,
    import_book,
    opened,
    row_with,
    sentences,
    write,
)

#: What a cell becomes is decided before it is stored; that an import stores it on both, test_there_and_back tests.
pytestmark = [pytest.mark.one_engine, pytest.mark.usefixtures("mini")]

SHEET = "Pejabat"


def of_status(jabatan: str, status: str, **others: str) -> MasaJabatan:
    term = MasaJabatan.objects.get(jabatan=jabatan)
    MasaJabatan.objects.filter(pk=term.pk).update(status=status, **others)
    return term


def as_before(book: Workbook) -> None:
    """Without the columns that older workbooks do not have."""
    for title in ("Status jabatan", "Jabatan sendiri"):
        book[SHEET].delete_cols(column_number(book, SHEET, title))


def test_a_plt_camat_is_the_same_in_an_old_workbook_and_in_a_new_one() -> None:
    of_status("camat", "plt")
    new = export_year()
    row = row_with(new, SHEET, Jabatan="Plt. Camat")
    two_columns = edited(
        new, write(SHEET, row, "Jabatan", "Camat"), write(SHEET, row, "Status jabatan", "Plt.")
    )
    for book in (new, edited(new, as_before), two_columns):
        result = import_book(book)
        assert (sentences(result), result.tally.perubahan) == ([], 0)


def test_another_kind_is_written_in_its_column_and_printed(lean: bytes) -> None:
    book = lean
    row = row_with(book, SHEET, Jabatan="Kepala daerah")
    assert sentences(import_book(edited(book, write(SHEET, row, "Status jabatan", "pjs.")))) == []
    assert MasaJabatan.objects.get(jabatan="bupati").sebutan == "Pjs. Bupati Jember"
    assert import_book(export_year()).tally.perubahan == 0
    wrong = edited(book, write(SHEET, row, "Status jabatan", "Plz."))
    assert (
        '"Plz." tidak dikenal. Pilih Definitif, Pj., Pjs., Plt., Plh., atau a.n..'
        in sentences(import_book(wrong, apply_changes=False))[0]
    )


def test_who_signs_on_behalf_says_the_own_office(lean: bytes) -> None:
    book = lean
    row = row_with(book, SHEET, Jabatan="Kepala daerah")
    on_behalf = write(SHEET, row, "Status jabatan", "a.n.")
    assert (
        "Isi jabatan sendiri bagi yang menandatangani atas nama"
        in sentences(import_book(edited(book, on_behalf), apply_changes=False))[0]
    )
    own = write(SHEET, row, "Jabatan sendiri", "Sekretaris Daerah")
    assert sentences(import_book(edited(book, on_behalf, own))) == []
    assert MasaJabatan.objects.get(jabatan="bupati").sebutan == "Sekretaris Daerah a.n. Bupati Jember"


def test_a_document_names_a_term_by_its_kind_where_the_name_alone_would_not_do() -> None:
    camat = MasaJabatan.objects.get(jabatan="camat")
    plt = MasaJabatan.objects.create(
        pejabat=camat.pejabat,
        jabatan="camat",
        status="plt",
        kecamatan=camat.kecamatan,
        mulai=date(2021, 1, 1),
        sampai=date(2021, 12, 31),
    )
    PerjanjianKinerja.objects.filter(versi=0, tahun=2023).update(pihak_pertama=plt)
    book = export_year()
    texts = [cell.value for row in opened(book)["Dokumen"].iter_rows() for cell in row]
    assert f"{plt.pejabat.nama} (Plt. Camat sejak 1 Januari 2021)" in texts
    assert MasaJabatan.objects.filter(pk=plt.pk, status="plt").exists()

"""A workbook that was downloaded before colleagues went on working takes nothing back."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

import pytest
from openpyxl import Workbook

from kecamatan.models import DesaKelurahan, Jejak, Kecamatan
from reports.workbook.exchange import WorkbookRefused
from sakip.models import BarisPK, Indikator, Realisasi
from sakip.workbook.base import BaseBroken, read_base, write_base
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.sheet import BASE
from tests.factory import make_realisasi
from tests.workbook_edits import delete_row, edited, import_book, opened, row_with, without_base, write

#: What is merged is decided between values that were read; test_there_and_back reads and stores them on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def realisasi_row(content: bytes) -> int:
    return row_with(content, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")


def skm() -> str:
    return str(Realisasi.objects.get(indikator__kunci="skm", tahun=2023, triwulan=0).angka)


def add_desa(mini: Kecamatan, nama: str = "Balung Baru") -> None:
    DesaKelurahan.objects.create(kecamatan=mini, jenis="desa", nama=nama, urut=9)


def test_what_colleagues_added_since_stays(mini: Kecamatan, lean: bytes) -> None:
    add_desa(mini)
    make_realisasi(
        indikator=Indikator.objects.get(kunci="sakip"), tahun=2023, triwulan=1, angka=None, huruf="B"
    )
    preview = import_book(lean)
    assert (preview.tally.perubahan, preview.changes, preview.clashes) == (0, [], [])
    assert any("Yang tidak diubah dalam berkas tetap seperti di situs" in note for note in preview.notes)
    assert mini.desa.filter(nama="Balung Baru").exists()


def test_before_the_workbook_said_what_it_was_filled_with_it_took_them_back(
    mini: Kecamatan, lean: bytes
) -> None:
    add_desa(mini)
    preview = import_book(without_base(lean), apply_changes=False)
    assert preview.tally.dihapus == 1
    assert any("Periksa bahwa perubahan di bawah tidak mengembalikan" in note for note in preview.notes)


def test_what_colleagues_changed_since_stays_and_the_files_own_changes_are_stored(
    mini: Kecamatan, lean: bytes
) -> None:
    content = edited(lean, write("Realisasi", realisasi_row(lean), "Realisasi", "77,25"))
    BarisPK.objects.filter(indikator="SKM").update(satuan="poin")
    Kecamatan.objects.filter(pk=mini.pk).update(telepon="0336-999")
    Realisasi.objects.filter(indikator__kunci="skm", tahun=2023).update(sumber="Survei triwulan IV")
    preview = import_book(content)
    assert [(u.lembar, [k.judul for k in u.kolom]) for u in preview.changes] == [
        ("Realisasi", ["nilai (angka)"])
    ]
    assert skm() == "77.2500"
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).sumber == "Survei triwulan IV"
    assert set(BarisPK.objects.filter(indikator="SKM").values_list("satuan", flat=True)) == {"poin"}
    assert Kecamatan.objects.get(pk=mini.pk).telepon == "0336-999"


def test_what_colleagues_deleted_since_does_not_come_back(mini: Kecamatan, lean: bytes) -> None:
    mini.desa.all().delete()
    assert import_book(lean).tally.perubahan == 0
    assert not mini.desa.exists()


def test_what_the_file_deletes_is_deleted_and_what_came_since_stays(mini: Kecamatan, lean: bytes) -> None:
    before = mini.desa.count()
    add_desa(mini)
    preview = import_book(edited(lean, delete_row("Desa", 3)))
    assert preview.tally.dihapus == 1
    assert mini.desa.count() == before  # one gone, one that came
    assert mini.desa.filter(nama="Balung Baru").exists()


def test_a_cell_that_both_changed_is_shown_three_ways_and_has_to_be_chosen(
    mini: Kecamatan, lean: bytes
) -> None:
    row = realisasi_row(lean)
    content = edited(lean, write("Realisasi", row, "Realisasi", "77,25"))
    Realisasi.objects.filter(indikator__kunci="skm", tahun=2023).update(angka=60)
    preview = import_book(content, apply_changes=False)
    (clash,) = preview.clashes
    assert (clash.lembar, clash.baris, clash.kolom) == ("Realisasi", row, "Realisasi")
    assert (clash.semula, clash.berkas, clash.situs) == ("76,5", "77,25", "60")
    assert preview.tally.perubahan == 0  # until it is chosen it is as the site has it
    with pytest.raises(
        WorkbookRefused, match=r'berkas mengisi "77,25", situs sejak diunduh "60" .semula "76,5"'
    ):
        import_book(content)
    assert skm() == "60.0000"
    assert import_book(content, chosen={clash.kunci: "situs"}).tally.perubahan == 0
    assert import_book(content, chosen={clash.kunci: "berkas"}).tally.berubah == 1
    assert skm() == "77.2500"


def test_a_row_deleted_in_the_file_and_changed_on_the_site_has_to_be_chosen(
    mini: Kecamatan, lean: bytes
) -> None:
    desa = mini.desa.get(nama=str(opened(lean)["Desa"].cell(3, 2).value))
    mini.desa.filter(pk=desa.pk).update(status="Mandiri")
    content = edited(lean, delete_row("Desa", 3))
    (clash,) = import_book(content, apply_changes=False).clashes
    assert (clash.kolom, clash.berkas) == ("", "baris dihapus")
    assert "Mandiri" in clash.situs
    assert import_book(content, chosen={clash.kunci: "berkas"}).tally.dihapus == 1
    assert not mini.desa.filter(pk=desa.pk).exists()


def test_the_same_file_twice_adds_once(mini: Kecamatan, lean: bytes) -> None:
    def fact(workbook: Workbook) -> None:
        page = workbook["ProfilButir"]
        write("ProfilButir", page.max_row + 1, "Jenis", str(page.cell(3, 1).value or "Tugas"))(workbook)
        write("ProfilButir", page.max_row, "Uraian", "Melaksanakan tugas lain")(workbook)

    content = edited(lean, fact)
    assert import_book(content).tally.baru == 1
    assert import_book(content).tally.perubahan == 0


def test_a_hidden_sheet_that_was_tampered_with_is_said_and_not_believed(mini: Kecamatan, lean: bytes) -> None:
    def tamper(workbook: Workbook) -> None:
        workbook[BASE].cell(1, 1).value = "!!!"

    add_desa(mini)
    preview = import_book(edited(lean, tamper), apply_changes=False)
    assert preview.tally.dihapus == 1
    assert any("keadaan saat buku kerja diunduh rusak" in note for note in preview.notes)


@pytest.mark.parametrize(
    "broken", ["!!!", "QUJD", "eJwDAAAAAAE="], ids=["no base 64", "not packed", "nothing in it"]
)
def test_a_base_that_was_tampered_with_is_refused(broken: str) -> None:
    with pytest.raises(BaseBroken):
        read_base([broken])


def test_a_base_that_is_not_that_of_the_fingerprint_is_not_believed(mini: Kecamatan, lean: bytes) -> None:
    def forge(workbook: Workbook) -> None:
        page = workbook[BASE]
        pieces = [str(page.cell(row, 1).value) for row in range(1, page.max_row + 1)]
        base: dict[str, Any] = read_base(pieces) | {"Desa": []}
        page.delete_rows(1, page.max_row)
        for row, piece in enumerate(write_base(base), start=1):
            page.cell(row, 1).value = piece

    add_desa(mini)
    assert import_book(edited(lean, forge), apply_changes=False).tally.dihapus == 1


def test_another_installation_takes_the_whole_file(mini: Kecamatan, lean: bytes) -> None:
    """It has not the line of the trail that was the last when the file was downloaded: nothing came there since."""
    mini.desa.all().delete()
    content = edited(lean, lambda workbook: _say_of_another(workbook))
    assert import_book(content).tally.baru > 0
    assert mini.desa.exists()


def _say_of_another(workbook: Workbook) -> None:
    page = workbook["_meta"]
    for row in range(1, page.max_row + 1):
        if page.cell(row, 1).value == "jejak":
            page.cell(row, 2).value = "999999 2026-01-01T00:00:00+00:00"


def test_what_a_workbook_is_filled_with_is_read_as_it_was_written(mini: Kecamatan) -> None:
    content = RecordedBook(mini, 2023).content
    assert Jejak.objects.exists()
    assert read_base(write_base(content)) == content


def test_a_base_that_would_fill_the_memory_is_refused() -> None:
    bomb = {"Desa": [{"nama": "a" * 21 * 1024 * 1024}]}
    with pytest.raises(BaseBroken):
        read_base(write_base(bomb))


@pytest.mark.parametrize("number", ["Balung", "1E99999999999999999999"])
def test_a_base_with_what_is_no_number_is_refused(number: str) -> None:
    plain = json.dumps({"Anggaran": [{"pagu": {"@angka": number}}]})
    with pytest.raises(BaseBroken):
        read_base([base64.b64encode(zlib.compress(plain.encode())).decode()])

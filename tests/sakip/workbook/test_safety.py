"""What may not be opened is told by its directory and its XML heads, quickly and in words that help."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook

from sakip.workbook.raw_cells import visible_sheets
from sakip.workbook.safety import (
    LARGEST_SIZE,
    MOST_PARTS,
    MOST_ROWS,
    Deadline,
    TimedOut,
    WorkbookUnsafe,
    check_file,
)
from tests.table_tests import each_row


def arsip(**parts: str | bytes) -> bytes:
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as file:
        for nama, content in parts.items():
            file.writestr(nama.replace("__", "/"), content)
    return keluaran.getvalue()


def workbook(**extra: str | bytes) -> bytes:
    return arsip(**{"xl__workbook.xml": "<workbook/>"} | extra)


def test_a_workbook_without_its_formats_is_refused_where_dates_are_told_by_them() -> None:
    check_file(workbook())
    with pytest.raises(WorkbookUnsafe, match=r"kehilangan format selnya.* Unduh buku kerja lagi"):
        check_file(workbook(), styled=True)


def alasan(content: bytes) -> str:
    with pytest.raises(WorkbookUnsafe) as error:
        check_file(content)
    assert "\n" not in str(error.value)
    return str(error.value)


@each_row(
    ("content", "message"),
    [
        (b"", "Berkas kosong."),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Excel lama (.xls). Simpan sebagai Buku Kerja Excel (.xlsx)"),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "dilindungi sandi. Buka di Excel, hapus sandinya",
        ),
        (b"Kunci;Nilai\nskm;80\n", "Berkas ini CSV, bukan buku kerja Excel"),
        (b"halo", "Berkas ini teks, bukan buku kerja Excel"),
        (b"%PDF-1.7 ...", "Berkas ini PDF"),
        (b"\x89PNG\r\n\0\0", "bukan buku kerja Excel (.xlsx)"),
        (b"PK\x03\x04" + b"sampah" * 50, "Berkas rusak"),
        (arsip(**{"word__document.xml": "<a/>"}), "Berkas ini Word"),
        (
            arsip(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "Berkas ini lembar kerja OpenDocument (.ods). Simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah lagi.",
        ),
        (arsip(mimetype="application/vnd.oasis.opendocument.text"), "Berkas ini OpenDocument, bukan buku"),
        (
            arsip(**{"xl/workbook.bin": "x"}),
            "Berkas ini Excel biner (.xlsb). Simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah lagi.",
        ),
        (arsip(a="b"), "Berkas ini arsip zip"),
        (
            b"<html><table><tr><td>1</td></tr></table>",
            "halaman web (HTML) yang dinamai seperti Excel. Buka di Excel.",
        ),
        (
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
            "Berkas ini lembar kerja XML 2003. Buka di Excel.",
        ),
        ("Kode\tUraian\n".encode("utf-16"), "Berkas ini teks Unicode, bukan buku kerja Excel"),
        (
            arsip(**{"Index/Document.iwa": "x"}),
            "Berkas ini Numbers (.numbers). Pilih Berkas, Ekspor Ke, Excel",
        ),
        (
            arsip(**{"xl\\workbook.xml": "<workbook/>"}),
            "dinamai lain dari yang dinamai Excel. Buka di Excel.",
        ),
        (
            arsip(**{"xl/workbook.xml": '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'}),
            'Berkas ini "Lembar Kerja Strict Open XML". Buka di Excel, simpan dengan jenis "Buku Kerja Excel (.xlsx)"',
        ),
        (
            workbook(**{"xl__worksheets__sheet1.xml": "<worksheet><row"}),
            "Berkas rusak: bagian xl/worksheets/sheet1.xml",
        ),
        (
            workbook(
                **{
                    "xl__worksheets__sheet1.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
                }
            ),
            "Berkas memuat entitas XML",
        ),
        (
            workbook(**{"xl__sharedStrings.xml": '<!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>'}),
            "Berkas memuat entitas XML",
        ),
        (
            workbook(**{"xl__styles.xml": '<!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>'.encode("utf-16")}),
            "Berkas memuat entitas XML",
        ),
        (
            workbook(**{f"x{n}": "" for n in range(MOST_PARTS)}),
            f"Berkas memuat {MOST_PARTS + 1} bagian",
        ),
        (b"PK\x03\x04" + b"\0" * LARGEST_SIZE, "MB terlalu besar; batasnya 10 MB."),
    ],
    ids=range(25),
)
def test_what_is_no_workbook_is_named_with_the_remedy(content: bytes, message: str) -> None:
    assert message in alasan(content)


def test_entities_are_refused_in_a_sheet_under_any_name() -> None:
    """What a part is called is for the file to say: ours are told by their names, the library follows its links."""
    plain = io.BytesIO()
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = 1
    book.save(plain)
    laughs = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info).replace(b"sheet1.xml", b"satu.dat")
            name = info.filename.replace("sheet1.xml", "satu.dat")
            new.writestr(name, laughs + content if name.endswith(".dat") else content)
    with (
        pytest.raises(WorkbookUnsafe, match="tidak dapat dibaca sebagai buku kerja Excel"),
        visible_sheets(out.getvalue(), Deadline(), most_rows=9, remedy="Unduh.") as (page,),
    ):
        list(page.iter_rows())


def test_a_bomb_is_refused_before_any_part_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = workbook(**{"xl__worksheets__sheet1.xml": b"\0" * (60 * 1024 * 1024)})
    assert len(bomb) < 80 * 1024
    monkeypatch.delattr(zipfile.ZipFile, "open")
    assert "Isi berkas terlalu besar setelah dibuka" in alasan(bomb)


def test_a_bomb_of_many_equal_parts_is_refused() -> None:
    pieces = b"0" * (1024 * 1024)
    assert "terlalu besar" in alasan(workbook(**{f"xl__media__{n}": pieces for n in range(42)}))


def test_an_encrypted_part_is_named() -> None:
    content = bytearray(workbook(**{"xl__worksheets__sheet1.xml": "<a/>"}))
    for mark, location in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := content.find(mark, start)) >= 0:
            content[start + location] |= 1
            start += 4
    assert "dilindungi sandi" in alasan(bytes(content))


def test_rows_and_cells_are_bounded() -> None:
    cell = '<worksheet><sheetData><row r="{}"><c><v>1</v></c></row></sheetData></worksheet>'
    assert f"lebih dari {MOST_ROWS} baris" in alasan(
        workbook(**{"xl__worksheets__sheet1.xml": cell.format(MOST_ROWS + 1)})
    )
    check_file(workbook(**{"xl__worksheets__sheet1.xml": cell.format(MOST_ROWS)}))
    empty = '<worksheet><sheetData><row r="1048576"><c s="1"/></row></sheetData></worksheet>'
    check_file(workbook(**{"xl__worksheets__sheet1.xml": empty}))  # only coloured, not filled


def test_merged_cells_are_told() -> None:
    keluaran = io.BytesIO()
    one = Workbook()
    one.active.merge_cells("A3:B4")
    one.save(keluaran)
    assert check_file(keluaran.getvalue()) == {"xl/worksheets/sheet1.xml": ["A3:B4"]}


def test_reading_ends_when_the_time_is_over() -> None:
    row = "".join(f'<row r="{n}"><c><v>1</v></c></row>' for n in range(1, 50))
    content = workbook(
        **{"xl__worksheets__sheet1.xml": f"<worksheet><sheetData>{row}</sheetData></worksheet>"}
    )
    with pytest.raises(TimedOut, match="belum selesai dibaca, diperiksa, dan disimpan dalam -1 detik"):
        check_file(content, deadline=Deadline(-1))

"""What may not be opened is told by its directory and its XML heads, quickly and in words that help."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from openpyxl import Workbook

from sakip.workbook.safety import (
    BAGIAN_TERBANYAK,
    BARIS_TERBANYAK,
    UKURAN_TERBESAR,
    Tenggat,
    TimedOut,
    WorkbookUnsafe,
    check_file,
)


def arsip(**bagian: str | bytes) -> bytes:
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as berkas:
        for nama, isi in bagian.items():
            berkas.writestr(nama.replace("__", "/"), isi)
    return keluaran.getvalue()


def buku(**tambahan: str | bytes) -> bytes:
    return arsip(**{"xl__workbook.xml": "<workbook/>"} | tambahan)


def alasan(isi: bytes) -> str:
    with pytest.raises(WorkbookUnsafe) as galat:
        check_file(isi)
    assert "\n" not in str(galat.value)
    return str(galat.value)


@pytest.mark.parametrize(
    ("isi", "pesan"),
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
            buku(**{"xl__worksheets__sheet1.xml": "<worksheet><row"}),
            "Berkas rusak: bagian xl/worksheets/sheet1.xml",
        ),
        (
            buku(
                **{
                    "xl__worksheets__sheet1.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
                }
            ),
            "Berkas memuat entitas XML",
        ),
        (
            buku(**{"xl__sharedStrings.xml": '<!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>'}),
            "Berkas memuat entitas XML",
        ),
        (
            buku(**{"xl__styles.xml": '<!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>'.encode("utf-16")}),
            "Berkas memuat entitas XML",
        ),
        (
            buku(**{f"x{n}": "" for n in range(BAGIAN_TERBANYAK)}),
            f"Berkas memuat {BAGIAN_TERBANYAK + 1} bagian",
        ),
        (b"PK\x03\x04" + b"\0" * UKURAN_TERBESAR, "MB terlalu besar; batasnya 10 MB."),
    ],
    ids=range(19),
)
def test_what_is_no_workbook_is_named_with_the_remedy(isi: bytes, pesan: str) -> None:
    assert pesan in alasan(isi)


def test_a_bomb_is_refused_at_once() -> None:
    bom = buku(**{"xl__worksheets__sheet1.xml": b"\0" * (300 * 1024 * 1024)})
    assert 200 * 1024 < len(bom) < 400 * 1024
    mulai = time.perf_counter()
    assert "Isi berkas terlalu besar setelah dibuka" in alasan(bom)
    assert time.perf_counter() - mulai < 1


def test_a_bomb_of_many_equal_parts_is_refused() -> None:
    potongan = b"0" * (1024 * 1024)
    assert "terlalu besar" in alasan(buku(**{f"xl__media__{n}": potongan for n in range(100)}))


def test_an_encrypted_part_is_named() -> None:
    isi = bytearray(buku(**{"xl__worksheets__sheet1.xml": "<a/>"}))
    for tanda, letak in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        mulai = 0
        while (mulai := isi.find(tanda, mulai)) >= 0:
            isi[mulai + letak] |= 1
            mulai += 4
    assert "dilindungi sandi" in alasan(bytes(isi))


def test_rows_and_cells_are_bounded() -> None:
    sel = '<worksheet><sheetData><row r="{}"><c><v>1</v></c></row></sheetData></worksheet>'
    assert f"lebih dari {BARIS_TERBANYAK} baris" in alasan(
        buku(**{"xl__worksheets__sheet1.xml": sel.format(BARIS_TERBANYAK + 1)})
    )
    check_file(buku(**{"xl__worksheets__sheet1.xml": sel.format(BARIS_TERBANYAK)}))
    kosong = '<worksheet><sheetData><row r="1048576"><c s="1"/></row></sheetData></worksheet>'
    check_file(buku(**{"xl__worksheets__sheet1.xml": kosong}))  # only coloured, not filled


def test_merged_cells_are_told() -> None:
    keluaran = io.BytesIO()
    satu = Workbook()
    satu.active.merge_cells("A3:B4")
    satu.save(keluaran)
    assert check_file(keluaran.getvalue()) == {"xl/worksheets/sheet1.xml": ["A3:B4"]}


def test_reading_ends_when_the_time_is_over() -> None:
    baris = "".join(f'<row r="{n}"><c><v>1</v></c></row>' for n in range(1, 50))
    isi = buku(**{"xl__worksheets__sheet1.xml": f"<worksheet><sheetData>{baris}</sheetData></worksheet>"})
    with pytest.raises(TimedOut, match="terlalu lama dibaca"):
        check_file(isi, tenggat=Tenggat(-1))

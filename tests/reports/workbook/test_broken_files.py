"""A file that is no workbook of ours, or of which a part is broken, is refused in words, never with a traceback."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook

from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan
from reports.workbook.exchange import workbook_import
from tests.reports.workbook.refused import mistake
from tests.workbook_edits import edited, only

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture(scope="module")
def small(mini_workbook: bytes) -> bytes:
    """One sheet of it, with what says whose workbook it is."""
    return only(mini_workbook, "Desa")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda b: b["_meta"].__setitem__("B1", "2"), "Buku kerja ini berformat 2, bukan 1."),
        (
            lambda b: b["_meta"].__setitem__("B2", "99.99.99"),
            'Kecamatan "99.99.99" dalam berkas ini tidak dikenal',
        ),
        (lambda b: b["_meta"].__setitem__("B4", "MMXX"), 'Tahun "MMXX" dalam berkas ini tidak dikenal'),
        (
            lambda b: b["_meta"].__setitem__("B4", "2" * 5000),
            f'Tahun "{"2" * 59}…" dalam berkas ini tidak dikenal',
        ),
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
    ids=range(7),
)
def test_a_workbook_that_is_not_ours_is_refused(
    mini: Kecamatan, small: bytes, change: Callable[[Any], Any], message: str
) -> None:
    with pytest.raises(InputError) as error:
        workbook_import(content=edited(small, change), nama="uji.xlsx", apply_changes=True)
    assert message in str(error.value)


def test_a_chart_in_place_of_a_sheet_is_refused(mini: Kecamatan, small: bytes) -> None:
    def chart(workbook: Workbook) -> None:
        workbook.remove(workbook["Desa"])
        workbook.create_chartsheet("Desa")

    with pytest.raises(InputError):
        workbook_import(content=edited(small, chart), nama="uji.xlsx", apply_changes=True)


def changed_part(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one of its parts changed."""
    keluaran = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(keluaran, "w") as new:
        for info in old.infolist():
            text = old.read(info)
            if info.filename == part:
                assert change(text) != text
                text = change(text)
            new.writestr(info, text)
    return keluaran.getvalue()


def test_a_shared_text_that_is_not_there_is_a_broken_sheet(exported: bytes) -> None:
    original, broken = b't="inlineStr"><is><t>Balung Lor</t></is>', b't="s"><v>99999</v>'
    content = changed_part(
        exported, "xl/worksheets/sheet6.xml", lambda text: text.replace(original, broken)
    )  # Desa
    with pytest.raises(InputError, match="Lembar Desa: isi lembar tidak dapat dibaca"):
        workbook_import(content=content, nama="uji.xlsx", apply_changes=True)


@pytest.mark.parametrize("text", ["NaN", "INF", "-INF", "12,5"])
def test_a_number_that_is_none_is_told_at_its_cell(exported: bytes, text: str) -> None:
    luas = re.compile(rb'(<c r="B(\d+)" s="\d+" t="n"><v>)47\.12</v>')
    nomor = luas.search(zipfile.ZipFile(io.BytesIO(exported)).read("xl/worksheets/sheet2.xml"))
    assert nomor is not None
    content = changed_part(
        exported,
        "xl/worksheets/sheet2.xml",
        lambda original: luas.sub(rb"\g<1>" + text.encode() + b"</v>", original),  # Profil
    )
    (message,) = mistake(content)
    assert message.startswith(f"Lembar Profil, baris {int(nomor[2])}, kolom")
    assert message.endswith(f'"{text}" bukan angka. Tulis angka, misalnya 98,5 atau 1.234.567.')


def test_a_style_that_is_not_there_is_a_broken_cell(exported: bytes) -> None:
    luas = re.compile(rb'(<c r="B\d+") s="\d+"( t="n"><v>47\.12</v>)')
    content = changed_part(
        exported, "xl/worksheets/sheet2.xml", lambda text: luas.sub(rb'\1 s="99999"\2', text)
    )  # Profil
    (message,) = mistake(content)
    assert message.startswith("Lembar Profil, baris ")
    assert message.endswith("rusak dan tidak dapat dibaca. Ketik ulang isinya.")

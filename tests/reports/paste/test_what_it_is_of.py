"""Of which sheet a table is that calls its rows by a name: what stands above them, and what they say, tells."""

from __future__ import annotations

import pytest

from reports.paste.reading import best_reading, rows_of
from sakip.records import forms, sheets  # noqa: F401  # registers every kind of row, and its sheet
from sakip.workbook.of_page import sheets_of_page
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine

#: What is read without a question, and what a person is asked about first.
SURE, ASKED = "", "?"
#: Of nothing of the page: nothing is found, or it is asked about as something else.
NEITHER = "?"


@each_row(
    ("text", "read"),
    [
        # neither desa nor units, whatever their names look like
        (
            "Nama Barang\tSatuan\tJumlah\tKondisi\nMeja\tunit\t12\tBaik\nKursi\tunit\t40\tRusak ringan",
            "ProfilFakta?",
        ),
        ("Nama Barang\tJumlah\nMeja\t3\nKursi\t2", NEITHER),
        ("No\tNama Sekolah\tStatus\n1\tSDN Satu\tNegeri\n2\tMI Nurul\tSwasta", NEITHER),
        ("No\tNama Sungai\tPanjang (km)\n1\tBedadung\t12", NEITHER),
        ("No\tNama Pasar\tJenis\n1\tPasar Lama\tDesa\n2\tPasar Kliwon\tDesa", NEITHER),
        ("Nama Pegawai\tJabatan\nBudi\tStaf", "Pejabat?"),
        ("Meja\tunit\tBaik\nKursi\tunit\tRusak ringan", NEITHER),
        ("Nama Kades\tDesa\nBudi\tKeting", "Desa"),  # the desa, not who heads it
        ("Nama Dusun\tDesa\nKrajan\tKeting\nSumber\tJombang", "Desa"),
        # nor is the address of others the kecamatan's
        ("No\tNama Ormas\tAlamat\n1\tKarang Taruna\tJl. Raya", NEITHER),
        # units by their names
        ("Nama Unit\tASN\nSeksi Pemerintahan\t5\nSekretariat\t7", "UnitKerja"),
        ("Nama\nSekretariat\nSeksi Pemerintahan", "UnitKerja"),
        # desa by the head, by their kind, by their status, by the word before them
        ("No\tNama Desa\tStatus IDM\n1\tSumberjo\tMandiri", "Desa"),
        ("No\tDesa\tJumlah Penduduk\tKK\n1\tKeting\t1.200\t300\n2\tJombang\t3.000\t900", "Desa"),
        ("Nama\tJenis\nKeting\tDesa\nJombang\tKelurahan", "Desa"),
        ("No\tNama\tStatus\n1\tSumberjo\tMandiri\n2\tPadomasan\tBerkembang", "Desa"),
        ("Nama\tJumlah\tKeterangan\nDesa Keting\t1\tada\nDesa Jombang\t2\t", "Desa"),
        ("DAFTAR DESA SE-KECAMATAN\t\nNo\tNama\n1\tKeting\n2\tJombang", "Desa"),
        # names alone may be of anything
        ("No\tNama\n1\tKeting\n2\tJombang", "Desa?"),
        ("Keting\nJombang\nNgampelrejo", "Desa?"),
        ("No\tNama\tJumlah KK\n1\tBudi\t3\n2\tSiti\t4", "Desa?"),
        # how many desa there are is no list of them
        ("Uraian\tJumlah\nDesa\t6\nKelurahan\t0\nDusun\t22", "ProfilFakta?"),
    ],
)
def test_rows_that_are_called_by_a_name(text: str, read: str) -> None:
    found = best_reading(rows_of(text), sheets_of_page("profil"))
    asked = found is not None and (found.undecided or bool(found.lacking))
    said = f"{found.sheet.nama}{ASKED if asked else SURE}" if found else NEITHER
    if read == NEITHER:
        assert said.endswith(ASKED)
        assert not said.startswith(("Desa", "UnitKerja", "Profil?"))
    else:
        assert said == read


def test_who_has_chosen_the_sheet_is_not_asked_again() -> None:
    desa = next(one for one in sheets_of_page("profil") if one.nama == "Desa")
    found = best_reading(rows_of("No\tNama\n1\tKeting\n2\tJombang"), [desa])
    assert found is not None
    assert (found.columns, found.undecided) == (("", "nama"), False)

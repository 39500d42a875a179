"""The abbreviations of a report: those that stand in it, with what they stand for."""

from dataclasses import replace

from reports.lkip.bab1 import bab1
from reports.lkip.bab1_singkatan import daftar_singkatan
from reports.lkip.lkip import lkip
from reports.prose.abbreviations import abbreviations_in
from reports.publish.naskah import Narasi
from tests.reports.lkip.example_naskah import empty_naskah, naskah_jombang, snapshot_jombang
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import all_tables, part_of


def listed(*narasi: Narasi) -> dict[str, str]:
    (part,) = daftar_singkatan(naskah(snapshot_jombang(), narasi=narasi))
    rows = [[str(c.content) for c in r.cells] for r in all_tables(part)["tabel-singkatan"].rows]
    return {short: words for row in rows for short, words in (row[:2], row[2:]) if short}


def test_a_word_of_its_own_is_told_and_nothing_that_is_not_there() -> None:
    assert abbreviations_in(("Data APBDes, RT/RW; SKMX dan apbd.",)).keys() == {"APBDes", "RT", "RW"}
    before = listed()
    told = listed(Narasi(bagian="kendala", kunci="", isi="<p>Petugas PPPK belum ada.\nUMKM belum.</p>"))
    assert told.keys() - before.keys() == {"PPPK", "UMKM"}
    assert told["PPPK"] == "Pegawai Pemerintah dengan Perjanjian Kerja"


def test_a_kabupaten_has_its_own_abbreviations_and_terms() -> None:
    """Of several words or with signs as well, and its own words for one that every report knows."""
    kendala = Narasi(
        bagian="kendala", kunci="", isi="<p>J-HUR, Desa Cantik &amp; PPPK; bukan Desa Cantika.</p>"
    )
    told = replace(
        naskah(snapshot_jombang(), narasi=(kendala,)),
        singkatan=(
            ("Desa Cantik", "Desa Cinta Statistik"),
            ("Desa Cantik & PPPK", "Nama program"),
            ("HUR", "Tidak berdiri sendiri"),
            ("J-HUR", "Jember Hadir untuk Rakyat"),
            ("PPPK", "Pegawai dengan perjanjian kerja"),
            ("PUSPA", "Tidak dipakai"),
        ),
    )
    (part,) = daftar_singkatan(told)
    rows = [[str(c.content) for c in r.cells] for r in all_tables(part)["tabel-singkatan"].rows]
    known = {short: words for row in rows for short, words in (row[:2], row[2:]) if short}
    assert known["J-HUR"] == "Jember Hadir untuk Rakyat"
    assert known["Desa Cantik & PPPK"] == "Nama program"
    assert known["PPPK"] == "Pegawai dengan perjanjian kerja"
    assert not known.keys() & {"HUR", "PUSPA", "Desa Cantik"}


def test_each_stands_somewhere_else_in_the_report() -> None:
    words = repr(replace(lkip(naskah_jombang()), body=lkip(naskah_jombang()).body[1:]))
    one = bab1(naskah_jombang())
    words += repr(replace(one, children=tuple(c for c in one.children if c.key != "singkatan")))
    assert listed().keys() <= abbreviations_in((words,)).keys()
    assert part_of(one, "singkatan").title == "Daftar Singkatan"


def test_of_an_empty_year_there_is_none() -> None:
    assert daftar_singkatan(empty_naskah()) == ()


def test_a_cell_that_heads_nothing_is_no_head() -> None:
    """Of an odd number the last row has an empty pair: to who hears the table an empty head is a fault."""
    for narasi in ((), (Narasi(bagian="kendala", kunci="", isi="<p>Petugas PPPK.</p>"),)):
        (part,) = daftar_singkatan(naskah(snapshot_jombang(), narasi=narasi))
        cells = [c for r in all_tables(part)["tabel-singkatan"].rows for c in r.cells]
        assert all(c.content for c in cells if c.head)

"""Every table of the four documents says what was worked out by hand from the seed documents.

The expectation files name each table by its title and give its rows; see tests/harapan.
"""

from __future__ import annotations

import pytest

from tests.flows.pdf_tables import match, memuat, tabel_bernama
from tests.flows.printed import AKAR, CONTOH, Cetakan, read_expected
from tests.flows.read_pdf import tidy

TABEL = [
    pytest.param(nama, kunci, id=f"{nama}-{kunci}", marks=pytest.mark.xdist_group(nama))
    for nama in CONTOH
    for kunci in read_expected(nama)["tabel"]
]


def test_every_expectation_file_belongs_to_a_document_and_has_only_known_keys() -> None:
    berkas = sorted((AKAR / "tests" / "harapan").glob("*.json"))
    assert [b.stem for b in berkas] == sorted(CONTOH)
    for nama in CONTOH:
        isi = read_expected(nama)
        assert set(isi) == {"dokumen", "tabel", "kalimat"}
        assert all(set(t) == {"judul_memuat", "baris"} and t["baris"] for t in isi["tabel"].values())


@pytest.mark.parametrize(("cetakan", "kunci"), TABEL, indirect=["cetakan"])
def test_a_table_has_the_rows_worked_out_by_hand(cetakan: Cetakan, kunci: str) -> None:
    harap = cetakan.harapan["tabel"][kunci]
    tabel = tabel_bernama(cetakan.tabel, harap["judul_memuat"])
    _, hilang = match(tabel, harap["baris"])
    assert not hilang, f"{tabel.judul} (halaman {tabel.halaman} dari berkas)\n{hilang}"


def test_no_table_and_no_row_is_printed_that_nobody_worked_out(cetakan: Cetakan) -> None:
    diharapkan: dict[str, set[int]] = {t.judul: set() for t in cetakan.tabel}
    for harap in cetakan.harapan["tabel"].values():
        tabel = tabel_bernama(cetakan.tabel, harap["judul_memuat"])
        diharapkan[tabel.judul] |= match(tabel, harap["baris"])[0]
    lebih = [
        f"{t.judul}: {' | '.join(baris)}"
        for t in cetakan.tabel
        for i, baris in enumerate(t.baris)
        if i not in diharapkan[t.judul]
    ]
    assert not lebih, "\n".join(lebih)


def test_the_sentences_worked_out_by_hand_are_printed(cetakan: Cetakan) -> None:
    assert cetakan.harapan["kalimat"]
    hilang = [k for k in cetakan.harapan["kalimat"] if not memuat([cetakan.teks], [tidy(k)])]
    assert not hilang

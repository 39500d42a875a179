"""Drafts say only what the numbers prove, and say every number by a live value."""

from __future__ import annotations

import re

import pytest

from reports.kerangka_narasi import PETUNJUK, Keadaan, kerangka_narasi
from reports.naskah import BAGIAN_NARASI, Narasi
from reports.writing.drafts import draft
from reports.writing.html import read_html, write_html
from reports.writing.live import fill, marker_messages, nilai_hidup
from tests.reports.sections.bahan_naskah import naskah
from tests.reports.sections.contoh_naskah import (
    naskah_balung,
    naskah_jombang,
    naskah_kosong,
    naskah_umbulsari,
    snapshot_jombang,
)

CONTOH = [naskah_jombang(), naskah_balung(), naskah_umbulsari()]


@pytest.mark.parametrize("contoh", CONTOH, ids=["jombang", "balung", "umbulsari"])
def test_every_draft_is_tidy_and_every_marker_in_it_known(contoh: object) -> None:
    assert not isinstance(contoh, str)
    nilai = nilai_hidup(contoh.hasil)  # type: ignore[attr-defined]
    dibuat = 0
    for petak in kerangka_narasi(contoh).semua:  # type: ignore[arg-type]
        blocks = draft(contoh, petak.bagian, petak.kunci)  # type: ignore[arg-type]
        dibuat += bool(blocks)
        isi = write_html(blocks)
        assert read_html(isi) == blocks
        assert marker_messages(blocks, nilai, kunci=petak.kunci) == []
        # No percentage or amount is written by hand.
        assert not re.search(r"\d(,\d+)?%|Rp", re.sub(r"\{[^}]*\}|“[^”]*”", "", isi)), isi
    assert dibuat > 5


def test_a_draft_reads_like_the_report() -> None:
    contoh = naskah_jombang()
    nilai = nilai_hidup(contoh.hasil)
    isi = write_html(fill(draft(contoh, "penghambat", "laporan"), nilai, kunci="laporan"))
    assert "terealisasi 95% dari target 100%. Realisasi tersebut berada di bawah target" in isi
    assert "capaian 95,00% dengan predikat AA (Sangat Memuaskan)" in isi


def test_causes_and_remedies_are_never_invented() -> None:
    assert draft(naskah_jombang(), "solusi", "laporan") == ()
    assert draft(naskah_jombang(), "perubahan-renstra") == ()
    assert draft(naskah_jombang(), "pendorong", "tidak-ada") == ()


def test_nothing_measured_gives_no_draft() -> None:
    assert all(draft(naskah_kosong(), bagian) == () for bagian in BAGIAN_NARASI)


def test_the_outline_names_every_place_with_its_state_and_loses_no_text() -> None:
    tulisan = (
        Narasi(bagian="solusi", kunci="ikm", isi="<p>Melatih petugas.</p>"),
        Narasi(bagian="kendala", kunci="", isi="<p>Salinan.</p>", ditinjau=False),
        Narasi(bagian="pendorong", kunci="sudah-dihapus", isi="<p>Lama.</p>"),
    )
    kerangka = kerangka_narasi(naskah(snapshot_jombang(), tulisan))
    keadaan = {(p.bagian, p.kunci): p.keadaan for p in kerangka.semua}
    assert keadaan["solusi", "ikm"] is Keadaan.TERISI
    assert keadaan["kendala", ""] is Keadaan.BELUM_DITINJAU
    assert keadaan["pendorong", "sudah-dihapus"] is Keadaan.TERISI
    assert keadaan["langkah", ""] is Keadaan.KOSONG
    assert (kerangka.terisi, kerangka.belum_ditinjau) == (3, 1)
    assert {p.bagian for p in kerangka.semua} == set(BAGIAN_NARASI)
    assert len(kerangka.semua) == 5 + 4 * (2 + 4) + 1


def test_the_outline_of_an_empty_year_has_the_general_places() -> None:
    kerangka = kerangka_narasi(naskah_kosong())
    assert [p.bagian for p in kerangka.semua] == [
        "latar-belakang",
        "profil",
        "kendala",
        "langkah",
        "perubahan-renstra",
    ]


def test_every_place_tells_its_writer_what_belongs_there() -> None:
    assert PETUNJUK.keys() == BAGIAN_NARASI.keys()

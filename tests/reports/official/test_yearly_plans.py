"""Matriks Renstra, RKT and rencana aksi as forms: kop, title, tables, signature, landscape."""

from dataclasses import replace

import pytest

from reports.document.tree import Part, SignatureBlock, Title
from reports.official.yearly_plans import matriks_renstra_part, rencana_aksi_part, rkt_part
from tests.reports.lkip.example_plan import (
    RENCANA_AKSI,
    RENSTRA_AWAL,
    RENSTRA_PERUBAHAN,
    RKT_2023,
    naskah_rencana,
)
from tests.reports.lkip.read_part import all_sentences, all_tables, blocks_from

N = naskah_rencana()


def titles(part: Part) -> tuple[str, ...]:
    (one,) = [b.rows for b in blocks_from(part) if isinstance(b, Title)]
    return one


def tanda_tangan(part: Part) -> list[tuple[tuple[str, ...], str]]:
    return [(b.blocks[0].heads, b.blocks[0].nama) for b in blocks_from(part) if isinstance(b, SignatureBlock)]


@pytest.mark.parametrize(
    "part",
    [
        matriks_renstra_part(N, RENSTRA_PERUBAHAN),
        rkt_part(N, RKT_2023),
        rencana_aksi_part(N, RENCANA_AKSI),
    ],
    ids=lambda b: b.key,
)
def test_a_form_is_landscape_below_a_letterhead_with_its_own_title(part: Part) -> None:
    assert part.landscape
    assert not part.shows_title
    assert [type(b).__name__ for b in part.content][:2] == ["Kop", "Title"]


def test_the_matrix_is_named_after_what_it_holds() -> None:
    assert titles(matriks_renstra_part(N, RENSTRA_PERUBAHAN)) == (
        "MATRIKS TUJUAN, SASARAN, STRATEGI, DAN KEBIJAKAN",
        "RENCANA STRATEGIS (PERUBAHAN) KECAMATAN JOMBANG TAHUN 2021–2026",
    )
    assert titles(matriks_renstra_part(N, RENSTRA_AWAL)) == (
        "MATRIKS TUJUAN DAN SASARAN",
        "RENCANA STRATEGIS KECAMATAN JOMBANG TAHUN 2021–2026",
    )


def test_the_rkt_form_holds_everything_and_is_signed() -> None:
    part = rkt_part(N, RKT_2023)
    assert titles(part) == ("RENCANA KINERJA TAHUNAN (RKT)", "TAHUN 2023")
    assert {k: len(t.columns) for k, t in all_tables(part).items()} == {
        "rkt-rpjmd": 4,
        "rkt-sasaran": 4,
        "rkt-kegiatan": 7,
    }
    assert tanda_tangan(part) == [(("Jember, 3 Januari 2023", "Camat Jombang,"), "NURYADI, S.STP.")]


def test_the_rencana_aksi_form_is_signed() -> None:
    part = rencana_aksi_part(N, RENCANA_AKSI)
    assert titles(part) == ("RENCANA AKSI KINERJA", "TAHUN 2023")
    assert list(all_tables(part)) == ["rencana-aksi-sasaran", "rencana-aksi-kegiatan"]
    assert tanda_tangan(part) == [(("Jember, 3 Desember 2023", "Camat Jombang,"), "NURYADI, S.STP.")]


def test_a_form_without_rows_is_one_sentence_and_the_signature() -> None:
    empty = {
        "Tujuan dan sasaran Renstra Kecamatan Jombang belum dicatat.": matriks_renstra_part(
            N, replace(RENSTRA_AWAL, tujuan=())
        ),
        "Isi Rencana Kinerja Tahunan Kecamatan Jombang belum dicatat.": rkt_part(
            naskah_rencana(rpjmd=None), replace(RKT_2023, sasaran=(), baris=())
        ),
        "Isi rencana aksi Kecamatan Jombang belum dicatat.": rencana_aksi_part(
            N, replace(RENCANA_AKSI, baris=())
        ),
    }
    for sentence, part in empty.items():
        assert all_sentences(part) == [sentence]
        assert not all_tables(part)

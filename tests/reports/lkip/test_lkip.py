"""The LKIP as a whole: its parts in order, its lampiran without gaps, its anchors unique."""

from dataclasses import replace

from reports.document.numbering import number_all
from reports.document.tree import Dokumen, Figure, Part, TableBlock
from reports.lkip.lkip import lkip
from tests.reports.lkip.example_naskah import empty_naskah
from tests.reports.lkip.example_plan import (
    RENSTRA_AWAL,
    RENSTRA_PERUBAHAN,
    complete_pk,
    naskah_rencana,
)
from tests.reports.lkip.read_part import all_parts, blocks_from


def everything(dokumen: Dokumen) -> list[Part]:
    return [*dokumen.front, *dokumen.body, *dokumen.lampiran]


def test_front_chapters_and_lampiran_in_their_order() -> None:
    d = lkip(naskah_rencana())
    assert [b.key for b in d.front] == ["kata-pengantar", "ikhtisar-eksekutif"]
    assert [b.nomor for b in d.body] == ["BAB I", "BAB II", "BAB III", "BAB IV"]
    assert [(b.nomor, b.title) for b in d.lampiran] == [
        ("Lampiran 1", "Matriks Rencana Strategis Tahun 2021–2026"),
        ("Lampiran 2", "Rencana Kinerja Tahunan (RKT) Tahun 2023"),
        ("Lampiran 3", "Pohon Kinerja Tahun 2023"),
        ("Lampiran 4", "Perjanjian Kinerja Tahun 2023"),
        ("Lampiran 5", "Perjanjian Kinerja Perubahan Tahun 2023"),
        ("Lampiran 6", "Rencana Aksi Kinerja Tahun 2023"),
        ("Lampiran 7", "Keputusan Camat tentang IKU Tahun 2023"),
        ("", "Lampiran Keputusan Camat tentang IKU Tahun 2023"),
    ]


def test_lampiran_that_do_not_exist_leave_no_gap() -> None:
    d = lkip(naskah_rencana(rkt=None, pk=(complete_pk(1),), rencana_aksi=None))
    assert [b.nomor for b in d.lampiran] == ["Lampiran 1", "Lampiran 2", "Lampiran 3", ""]
    assert lkip(empty_naskah()).lampiran == ()


def test_a_title_and_a_name_for_the_whole() -> None:
    d = lkip(naskah_rencana())
    assert d.key == "lkip-jombang-2023"
    assert (
        d.title == "Laporan Kinerja Instansi Pemerintah (LKIP) Kecamatan Jombang Kabupaten Jember Tahun 2023"
    )
    assert d.head == "LKIP Kecamatan Jombang Tahun 2023"
    assert d.konsep


def test_a_signed_report_is_no_draft() -> None:
    assert not lkip(replace(naskah_rencana(), konsep=False)).konsep


def test_every_anchor_is_used_once() -> None:
    third = replace(RENSTRA_PERUBAHAN, versi=2)
    full = naskah_rencana(
        renstra=(RENSTRA_AWAL, RENSTRA_PERUBAHAN, third), pk=tuple(complete_pk(v) for v in range(3))
    )
    for naskah in (full, empty_naskah()):
        d = lkip(naskah)
        keys = [
            *(b.key for above in everything(d) for b in all_parts(above)),
            *(
                b.key
                for above in everything(d)
                for b in blocks_from(above)
                if isinstance(b, TableBlock | Figure)
            ),
        ]
        assert len(keys) == len(set(keys))
        number_all(d)


def test_tables_are_numbered_by_chapter_and_lampiran() -> None:
    nomor = number_all(lkip(naskah_rencana())).nomor
    assert nomor["tabel-sdm-jabatan"] == "Tabel 1.1"
    assert nomor["gambar-organisasi-1"] == "Gambar 1.1"
    assert nomor["tabel-renstra-1"] == "Tabel 2.1"
    assert nomor["rkt-kegiatan"] == "Tabel L2.3"
    assert "pk-1-indikator" not in nomor

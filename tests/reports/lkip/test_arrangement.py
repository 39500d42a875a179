"""A kabupaten arranges BAB I and BAB II: in print, in the daftar isi, in the words of the sistematika."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reports.document.numbering import number_all, traverse
from reports.document.plain_text import plain_text
from reports.document.tree import ParagraphBlock, Part, SignatureBlock, TableBlock
from reports.lkip.arrangement import COLUMNS, InvalidArrangement, arranged, parts_of, read_lines, write_lines
from reports.lkip.lkip import lkip
from reports.publish.naskah import Narasi, Naskah, Penomoran, PenomoranLampiran, Susunan
from reports.review.rearranged import Mention, rearranged
from reports.review.sections import numbers_of
from sakip.snapshot.codec import from_plain, to_plain
from tests.reports.lkip.example_naskah import naskah_jombang as example
from tests.reports.lkip.example_plan import snapshot_rencana
from tests.reports.lkip.naskah_material import naskah as material

DEFAULT = write_lines(one.key for one in parts_of("bagian"))


def chapter(key: str, *children: str) -> Part:
    parts = tuple(
        Part(
            key=one,
            title=one,
            level=2,
            nomor="X.",
            children=(Part(key=f"{one}-1", title="", level=3, nomor="1."),),
        )
        for one in children
    )
    return Part(key=key, title=key, level=1, nomor="BAB", children=parts)


def words_of(part: Part) -> str:
    """The paragraphs of a part and of those below it, and the lines below their tables."""
    return " ".join(
        plain_text(block.content) if isinstance(block, ParagraphBlock) else block.sumber
        for one in traverse(part)
        for block in one.content
        if isinstance(block, ParagraphBlock | TableBlock)
    )


def labels(part: Part) -> list[str]:
    return [one.label for one in part.children]


def test_without_an_arrangement_every_part_is_printed_as_before() -> None:
    naskah: Naskah = example()
    (first, second, *_) = lkip(naskah).body
    assert [one.nomor for one in first.children] == [
        f"{letter}." for letter in "ABCDEFGH"[: len(first.children)]
    ]
    assert [one.key for one in second.children] == ["renstra", "rkt", "pk", "iku"]


def test_parts_are_ordered_left_out_and_numbered_and_the_lists_follow() -> None:
    keys = read_lines(
        "Isu Strategis\nKedudukan, Tugas, Fungsi, dan Susunan Organisasi\nSistematika Penyajian\n"
        "Perjanjian Kinerja\nRencana Strategis"
    )
    dokumen = lkip(replace(example(), susunan=Susunan(penomoran=Penomoran.ANGKA, bagian=keys)))
    first, second, third, _ = dokumen.body
    assert [(one.nomor, one.key) for one in first.children] == [
        ("1.1", "isu-strategis"),
        ("1.2", "kedudukan"),
        ("1.3", "sistematika"),
    ]
    assert [(one.nomor, one.key) for one in second.children] == [("2.1", "pk"), ("2.2", "renstra")]
    assert third.children[0].nomor == "3.1"
    listed = [entry.nomor for entry in number_all(dokumen).content]
    assert listed[listed.index("BAB I") :][:4] == ["BAB I", "1.1", "1.2", "1.3"]
    assert "2.3" not in listed
    (words,) = [one.content for one in first.children[2].content if isinstance(one, ParagraphBlock)]
    assert "BAB II merangkum Perjanjian Kinerja dan Renstra;" in plain_text(words)


def own(**lists: str) -> Susunan:
    """An arrangement of which a kabupaten wrote these lists, by their column."""
    return Susunan(bagian=tuple(key for column, text in lists.items() for key in read_lines(text, column)))


BAB_3 = """Realisasi Anggaran
- Realisasi Anggaran per Program
- Sumber Daya per Sasaran
Capaian Kinerja
- Cakupan Pengukuran
- Analisis Setiap Sasaran
- Pengukuran Capaian Kinerja"""


APPENDICES = "Perjanjian Kinerja\nMatriks Renstra\nKeputusan IKU dan Definisi Operasional"


def test_bab_3_is_ordered_to_its_third_level_and_its_tables_are_numbered_anew() -> None:
    naskah = example()
    before, after = lkip(naskah), lkip(replace(naskah, susunan=own(bagian_bab3=BAB_3)))
    first, second, third, fourth = after.body
    assert (first, second, fourth) == (before.body[0], before.body[1], before.body[3])
    assert [(one.nomor, one.key) for one in third.children] == [
        ("A.", "realisasi-anggaran"),
        ("B.", "capaian-kinerja"),
    ]
    assert [(one.nomor, one.key) for one in third.children[0].children] == [
        ("1.", "serapan-program"),
        ("2.", "proporsi-sasaran"),
    ]
    keys = [one.key for one in third.children[1].children]
    # The seven analyses of each of four sasaran stay together, and in their order.
    assert (keys[0], keys[-1], len(keys)) == ("cakupan-pengukuran", "pengukuran-capaian", 1 + 4 + 1)
    before_analyses = [one.children for one in before.body[2].children[1].children if one.key in keys[1:-1]]
    assert [one.children for one in third.children[1].children[1:-1]] == before_analyses
    assert number_all(before).nomor["tabel-anggaran"] != "Tabel 3.1"
    assert number_all(after).nomor["tabel-anggaran"] == "Tabel 3.1"
    assert [one.nomor for one in third.children[1].children] == [f"{n}." for n in range(1, 7)]


def test_whichever_part_ends_bab_4_has_the_signature_and_the_ikhtisar_names_what_is_told_there() -> None:
    written = tuple(
        Narasi(bagian=bagian, kunci="", isi=f"<p>Ada {bagian}.</p>") for bagian in ("kendala", "langkah")
    )
    naskah = replace(example(), narasi=written)
    told = "kendala dan langkah perbaikan"
    assert told in words_of(lkip(naskah).front[1]).casefold()
    dokumen = lkip(replace(naskah, susunan=own(bagian_bab4="Langkah Perbaikan\nSimpulan Umum")))
    last = dokumen.body[3]
    assert [one.label for one in last.children] == ["A. Langkah Perbaikan", "B. Simpulan Umum"]
    signed = [any(isinstance(b, SignatureBlock) for b in one.content) for one in last.children]
    assert signed == [False, True]
    assert told not in words_of(dokumen.front[1]).casefold()
    assert "BAB IV memuat langkah perbaikan dan simpulan." in words_of(dokumen.body[0])


def test_appendices_are_ordered_and_left_out_and_the_chapters_name_them_by_what_they_bear() -> None:
    naskah = material(snapshot_rencana())
    assert "RKT dalam Lampiran 2 dan" in words_of(lkip(naskah).body[1])
    dokumen = lkip(
        replace(
            naskah,
            susunan=own(lampiran=APPENDICES),
        )
    )
    numbered = [one.label for one in dokumen.lampiran if one.nomor]
    assert [label.partition(" ")[2][:1] for label in numbered] == [
        str(n) for n in range(1, len(numbered) + 1)
    ]
    assert numbered[0].startswith("Lampiran 1 Perjanjian Kinerja")
    said = words_of(dokumen.body[1])
    assert "Tahun 2023 dalam Lampiran 1" in said
    assert "RKT dalam" not in said
    assert "pohon kinerja dalam" not in said
    assert "selengkapnya terdapat dalam lampiran" not in words_of(dokumen.body[0])


@pytest.mark.parametrize(
    ("style", "first", "second", "table"),
    [
        (PenomoranLampiran.ANGKA, "Lampiran 1", "Lampiran 2", "Tabel L2.1"),
        (PenomoranLampiran.ROMAWI, "Lampiran I", "Lampiran II", "Tabel L.II.1"),
        (PenomoranLampiran.HURUF, "Lampiran A", "Lampiran B", "Tabel L.B.1"),
    ],
)
def test_appendices_their_tables_and_what_names_them_follow_the_style(
    style: PenomoranLampiran, first: str, second: str, table: str
) -> None:
    naskah = material(snapshot_rencana())
    dokumen = lkip(replace(naskah, susunan=Susunan(penomoran_lampiran=style)))
    assert [one.nomor for one in dokumen.lampiran][:2] == [first, second]
    assert f"RKT dalam {second} dan" in words_of(dokumen.body[1])
    tables = [b.key for b in dokumen.lampiran[1].content if isinstance(b, TableBlock)]
    assert number_all(dokumen).nomor[tables[0]] == table


def test_a_list_that_was_never_written_has_every_part() -> None:
    """As of a kabupaten that arranged BAB I and BAB II before there was more to arrange, and of what it signed then."""
    naskah = example()
    before, after = lkip(naskah), lkip(replace(naskah, susunan=own(bagian=DEFAULT)))
    assert (after.body, after.lampiran) == (before.body, before.lampiran)
    everything = own(**{column: write_lines(one.key for one in parts_of(column)) for column in COLUMNS})
    assert lkip(replace(naskah, susunan=everything)) == before


def test_a_finding_names_a_part_by_the_number_that_it_bears() -> None:
    dokumen = lkip(replace(example(), susunan=Susunan(penomoran=Penomoran.ANGKA)))
    assert numbers_of(dokumen)["tujuan-sasaran"] == "BAB II 2.1.1"


def test_a_part_that_no_list_knows_stays_behind_the_one_before_it() -> None:
    (first,) = arranged(
        Susunan(bagian=("pk", "renstra")), [chapter("bab-2", "renstra", "baru", "rkt", "lain", "pk", "iku")]
    )
    assert labels(first) == ["A. pk", "B. renstra", "C. baru", "D. lain"]


def test_parts_below_a_part_are_numbered_with_it() -> None:
    (first,) = arranged(Susunan(penomoran=Penomoran.ANGKA), [chapter("bab-1", "profil", "sdm")])
    assert [one.nomor for part in first.children for one in part.children] == ["1.1.1", "1.2.1"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (DEFAULT + "\nRamalan", "Bagian “Ramalan” tidak dikenal."),
        (DEFAULT + "\nprofil  KECAMATAN", "Bagian “Profil Kecamatan” tertulis dua kali."),
        (
            DEFAULT.replace("Isu Strategis\n", ""),
            "Bagian “Isu Strategis” tidak boleh dihilangkan: Permen PANRB Nomor 53 Tahun 2014 Lampiran II meminta",
        ),
        (DEFAULT.replace("Perjanjian Kinerja\n", ""), "Bagian “Perjanjian Kinerja” tidak boleh dihilangkan"),
    ],
)
def test_a_list_that_cannot_be_printed_is_refused_with_the_reason(text: str, said: str) -> None:
    with pytest.raises(InvalidArrangement) as refused:
        read_lines(text)
    assert said in str(refused.value)


def test_a_frozen_report_keeps_its_own() -> None:
    susunan = Susunan(
        penomoran=Penomoran.ANGKA,
        penomoran_lampiran=PenomoranLampiran.ROMAWI,
        bagian=("pk", "kedudukan", "isu-strategis"),
    )
    plain = json.loads(json.dumps(to_plain(replace(example(), susunan=susunan))))
    assert from_plain(plain, Naskah).susunan == susunan


def test_what_a_change_does_is_told_with_the_texts_that_name_an_old_number() -> None:
    naskah = example()
    before = lkip(naskah)
    number = number_all(before).nomor["tabel-anggaran"]
    naskah = replace(
        naskah,
        narasi=(
            Narasi(bagian="kendala", kunci="", isi=f"<p>Lihat {number}, Lampiran 1, dan Tabel 9.9.</p>"),
            Narasi(bagian="profil", kunci="", isi="<p>Tanpa rujukan.</p>"),
        ),
    )
    before = lkip(naskah)
    after = lkip(replace(naskah, susunan=own(bagian_bab3=BAB_3, lampiran="Perjanjian Kinerja")))
    found = rearranged(before, after, naskah)
    assert found.mentions == (
        Mention("Kendala (BAB IV)", number, "Tabel 3.1"),
        Mention("Kendala (BAB IV)", "Lampiran 1", ""),
    )
    assert "BAB III A Kerangka Pengukuran Kinerja" in found.left_out
    assert ("Realisasi Anggaran", "BAB III C", "BAB III A") in [
        (one.title, one.before, one.after) for one in found.moved
    ]
    assert not rearranged(before, before, naskah)
    lettered = lkip(replace(naskah, susunan=Susunan(penomoran_lampiran=PenomoranLampiran.HURUF)))
    assert (
        Mention("Kendala (BAB IV)", "Lampiran 1", "Lampiran A")
        in rearranged(before, lettered, naskah).mentions
    )
    assert "BAB III A Kerangka Pengukuran Kinerja" in rearranged(after, before, naskah).added

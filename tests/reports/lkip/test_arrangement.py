"""A kabupaten arranges BAB I and BAB II: in print, in the daftar isi, in the words of the sistematika."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reports.document.numbering import number_all
from reports.document.plain_text import plain_text
from reports.document.tree import ParagraphBlock, Part
from reports.lkip.arrangement import EVERY, InvalidArrangement, arranged, read_lines, write_lines
from reports.lkip.lkip import lkip
from reports.publish.naskah import Naskah, Penomoran, Susunan
from reports.review.sections import numbers_of
from sakip.snapshot.codec import from_plain, to_plain
from tests.reports.lkip.example_naskah import naskah_jombang as example

DEFAULT = write_lines(one.key for one in EVERY)


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
    susunan = Susunan(penomoran=Penomoran.ANGKA, bagian=("pk", "kedudukan", "isu-strategis"))
    plain = json.loads(json.dumps(to_plain(replace(example(), susunan=susunan))))
    assert from_plain(plain, Naskah).susunan == susunan

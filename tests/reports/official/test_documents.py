"""Documents of their own: the same parts as in the LKIP, made only of what is recorded."""

from dataclasses import replace

import pytest

from reports.document.numbering import number_all
from reports.document.tree import Dokumen
from reports.official.documents import DOKUMEN_KINDS
from tests.reports.lkip.example_naskah import empty_naskah
from tests.reports.lkip.example_plan import complete_pk, naskah_rencana


def arrange(kind: str, **content: object) -> Dokumen | None:
    return DOKUMEN_KINDS[kind].arrange(naskah_rencana(**content))


@pytest.mark.parametrize(
    ("kind", "key", "title", "parts"),
    [
        ("renstra", "renstra-jombang-2023", "Matriks Rencana Strategis Tahun 2021–2026", ["matriks-renstra"]),
        ("rkt", "rkt-jombang-2023", "Rencana Kinerja Tahunan (RKT) Tahun 2023", ["lampiran-rkt"]),
        ("pk-murni", "pk-murni-jombang-2023", "Perjanjian Kinerja Tahun 2023", ["pk-0"]),
        ("pk-perubahan", "pk-perubahan-jombang-2023", "Perjanjian Kinerja Perubahan Tahun 2023", ["pk-1"]),
        (
            "sk-iku",
            "sk-iku-jombang-2023",
            "Keputusan Camat tentang Indikator Kinerja Utama Tahun 2023",
            ["sk-iku", "sk-iku-lampiran"],
        ),
        ("rencana-aksi", "rencana-aksi-jombang-2023", "Rencana Aksi Kinerja Tahun 2023", ["rencana-aksi"]),
    ],
)
def test_a_document_of_its_own(kind: str, key: str, title: str, parts: list[str]) -> None:
    d = arrange(kind)
    assert d is not None
    assert d.key == key
    assert d.title == f"{title}, Kecamatan Jombang Kabupaten Jember"
    assert d.head == "Kecamatan Jombang Kabupaten Jember"
    assert [b.key for b in d.body] == parts
    assert [b.nomor for b in d.body] == [""] * len(parts)
    assert (d.cover, d.front, d.lampiran, d.contents, d.konsep) == (None, (), (), False, True)
    number_all(d)


def test_the_parts_are_those_of_the_lampiran() -> None:
    # which says below some of them what became of the plan
    whole = arrange("lkip")
    assert whole is not None
    lampiran = {b.key: b.content for b in whole.lampiran}
    for kind, about in DOKUMEN_KINDS.items():
        one = arrange(kind)
        if (
            kind != "lkip" and not about.reviewed and not about.by_parts
        ):  # the LKIP has those only where it is asked
            assert one is not None
            assert all(b.content == lampiran[b.key][: len(b.content)] for b in one.body)


def test_the_latest_perubahan_is_meant() -> None:
    d = arrange("pk-perubahan", pk=tuple(complete_pk(v) for v in range(3)))
    assert d is not None
    assert [b.title for b in d.body] == ["Perjanjian Kinerja Perubahan Ke-2 Tahun 2023"]


def test_murni_and_perubahan_are_not_taken_for_each_other() -> None:
    assert arrange("pk-murni", pk=(complete_pk(1),)) is None
    assert arrange("pk-perubahan", pk=(complete_pk(0),)) is None


def test_nothing_recorded_gives_no_document_but_always_an_lkip() -> None:
    results = {kode: j.arrange(empty_naskah()) for kode, j in DOKUMEN_KINDS.items()}
    assert [kode for kode, d in results.items() if d is not None] == ["lkip"]


def test_kinds_are_named_once() -> None:
    assert all(kode == j.kode for kode, j in DOKUMEN_KINDS.items())
    assert len({j.nama for j in DOKUMEN_KINDS.values()}) == len(DOKUMEN_KINDS)


def test_a_signed_document_is_no_draft() -> None:
    d = DOKUMEN_KINDS["pk-perubahan"].arrange(replace(naskah_rencana(), konsep=False))
    assert d is not None
    assert not d.konsep

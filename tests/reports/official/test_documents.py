"""Documents of their own: the same parts as in the LKIP, made only of what is recorded."""

from dataclasses import replace

import pytest

from reports.document.numbering import nomori
from reports.document.tree import Dokumen
from reports.official.documents import JENIS_DOKUMEN
from tests.reports.lkip.example_naskah import naskah_kosong
from tests.reports.lkip.example_plan import naskah_rencana, pk_lengkap


def arrange(jenis: str, **isi: object) -> Dokumen | None:
    return JENIS_DOKUMEN[jenis].arrange(naskah_rencana(**isi))


@pytest.mark.parametrize(
    ("jenis", "kunci", "judul", "bagian"),
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
def test_a_document_of_its_own(jenis: str, kunci: str, judul: str, bagian: list[str]) -> None:
    d = arrange(jenis)
    assert d is not None
    assert d.kunci == kunci
    assert d.judul == f"{judul}, Kecamatan Jombang Kabupaten Jember"
    assert d.kepala == "Kecamatan Jombang Kabupaten Jember"
    assert [b.kunci for b in d.batang] == bagian
    assert [b.nomor for b in d.batang] == [""] * len(bagian)
    assert (d.sampul, d.depan, d.lampiran, d.daftar_isi, d.konsep) == (None, (), (), False, True)
    nomori(d)


def test_the_parts_are_those_of_the_lampiran() -> None:
    utuh = arrange("lkip")
    assert utuh is not None
    lampiran = {b.kunci: b.isi for b in utuh.lampiran}
    for jenis in JENIS_DOKUMEN:
        satu = arrange(jenis)
        if jenis != "lkip":
            assert satu is not None
            assert all(b.isi == lampiran[b.kunci] for b in satu.batang)


def test_the_latest_perubahan_is_meant() -> None:
    d = arrange("pk-perubahan", pk=tuple(pk_lengkap(v) for v in range(3)))
    assert d is not None
    assert [b.judul for b in d.batang] == ["Perjanjian Kinerja Perubahan Ke-2 Tahun 2023"]


def test_murni_and_perubahan_are_not_taken_for_each_other() -> None:
    assert arrange("pk-murni", pk=(pk_lengkap(1),)) is None
    assert arrange("pk-perubahan", pk=(pk_lengkap(0),)) is None


def test_nothing_recorded_gives_no_document_but_always_an_lkip() -> None:
    hasil = {kode: j.arrange(naskah_kosong()) for kode, j in JENIS_DOKUMEN.items()}
    assert [kode for kode, d in hasil.items() if d is not None] == ["lkip"]


def test_kinds_are_named_once() -> None:
    assert all(kode == j.kode for kode, j in JENIS_DOKUMEN.items())
    assert len({j.nama for j in JENIS_DOKUMEN.values()}) == len(JENIS_DOKUMEN)


def test_a_signed_document_is_no_draft() -> None:
    d = JENIS_DOKUMEN["pk-perubahan"].arrange(replace(naskah_rencana(), konsep=False))
    assert d is not None
    assert not d.konsep

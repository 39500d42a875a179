"""BAB IV: the conclusion repeats the results; kendala, langkah, next year and the signature."""

import re
from dataclasses import replace
from datetime import date

from reports.document.tree import SignatureBlock
from reports.lkip.bab3.sources import all_indikator
from reports.lkip.bab4 import bab4
from reports.prose.conclusion import target_sentence
from reports.publish.naskah import Narasi
from sakip.snapshot.types import TindakLanjut
from tests.reports.lkip.example_naskah import (
    empty_naskah,
    naskah_balung,
    naskah_jombang,
    naskah_umbulsari,
    snapshot_jombang,
)
from tests.reports.lkip.naskah_material import filled, naskah, realisasi
from tests.reports.lkip.read_part import all_sentences, all_tables, blocks_from, narasi, part_of, prose


def test_parts_of_the_chapter() -> None:
    bab = bab4(naskah_jombang())
    assert (bab.nomor, bab.title, bab.level) == ("BAB IV", "Penutup", 1)
    assert [(b.nomor, b.title) for b in bab.children] == [
        ("A.", "Simpulan Umum"),
        ("B.", "Kendala"),
        ("C.", "Langkah Perbaikan"),
    ]


def test_conclusion_of_jombang() -> None:
    assert all_sentences(part_of(bab4(naskah_jombang()), "simpulan")) == [
        "Rata-rata capaian Kecamatan Jombang tahun 2023 atas 4 (empat) indikator sebesar 95,00% dengan predikat AA "
        "(Sangat Memuaskan). Menurut ketercapaian targetnya, 2 (dua) indikator mencapai target dan 2 (dua) indikator "
        "belum mencapai target. Serapan anggaran naik 0,05 poin dibandingkan dengan tahun 2022, dari 94,45% menjadi "
        "94,50%. Dari segi penggunaan sumber daya, 2 (dua) sasaran dinilai efisien dan 2 (dua) sasaran dinilai "
        "tidak efisien.",
    ]


def test_what_there_is_of_them_is_said_with_its_clause() -> None:
    """ "Terdapat 2 indikator yang …", but "2 indikator …" where that is the sentence itself."""
    content = naskah_jombang()
    assert content.results
    said = " ".join(target_sentence(all_indikator(content.results), n) for n in range(32))
    assert "terdapat 2 (dua) indikator yang mencapai target dan 2 (dua) indikator yang belum" in said
    assert "sebanyak 2 (dua) indikator mencapai target dan 2 (dua) indikator belum" in said
    assert not re.search(r"(terdapat|tercatat) \d+ \(\w+\) indikator (?!yang)", said)


def test_conclusion_of_a_partial_measurement() -> None:
    text = prose(part_of(bab4(naskah_balung()), "simpulan"))
    assert "capaian Kecamatan Balung tahun 2020 sebesar 72,83% dihitung atas 2 dari 3 indikator" in text
    assert "capaian 1 (satu) indikator lainnya tidak tersedia" in text
    assert "Rp1.903.421.864" in text
    assert "Rp400.000.000" in text


def test_kendala_and_langkah_as_written() -> None:
    bab = bab4(naskah_jombang())
    assert narasi(part_of(bab, "kendala")) == ["Belanja listrik tidak terserap penuh."]
    assert narasi(part_of(bab, "langkah")) == ["Jadwal kegiatan disusun sejak awal tahun."]


def test_closing_words_as_written_stand_before_the_signature() -> None:
    written = (Narasi(bagian="penutup", kunci="", isi="<p>Demikian laporan ini.</p>"),)
    bab = bab4(naskah(snapshot_jombang(), narasi=written))
    *_, said, signed = part_of(bab, "langkah").content
    assert narasi(replace(bab, children=(), content=(said,))) == ["Demikian laporan ini."]
    assert isinstance(signed, SignatureBlock)
    assert "dasar penyusunan rencana kinerja" not in prose(bab)


def test_unwritten_kendala_points_to_the_causes_or_says_that_they_are_missing() -> None:
    hambat = (Narasi(bagian="penghambat", kunci="ikm", isi="<p>Jaringan lambat.</p>"),)
    assert all_sentences(part_of(bab4(naskah(snapshot_jombang(), narasi=hambat)), "kendala")) == [
        "Kendala tahun 2023 diuraikan sebagai faktor penghambat setiap indikator dalam BAB III."
    ]
    assert all_sentences(part_of(bab4(naskah_balung()), "kendala")) == [
        "Kendala dalam pencapaian kinerja tahun 2020 belum dicatat."
    ]


def test_unwritten_langkah_follow_from_the_results() -> None:
    assert all_sentences(part_of(bab4(naskah_umbulsari()), "langkah"))[0] == (
        "Pada tahun 2022 perbaikan diarahkan pada indikator yang targetnya belum tercapai, yaitu “Nilai SKM dalam "
        "pelayanan publik”. Data indikator “Persentase rekomendasi yang ditindaklanjuti” perlu dilengkapi agar "
        "capaiannya dapat disimpulkan."
    )
    assert "Langkah perbaikan untuk tahun 2025 belum dicatat." in prose(bab4(empty_naskah()))


def test_all_targets_met_asks_to_keep_it_so() -> None:
    full = {"laporan": "100", "kesra": "100"}
    dasar = snapshot_jombang()
    reached = tuple(
        realisasi(r.kunci_indikator, 2023, filled(full[r.kunci_indikator], "%"))
        if r.tahun == 2023 and r.kunci_indikator in full
        else r
        for r in dasar.realisasi
    )
    assert (
        "Pada tahun 2024 Kecamatan Jombang mempertahankan kinerja yang telah memenuhi seluruh target."
        in prose(bab4(naskah(replace(dasar, realisasi=reached))))
    )


def test_the_report_closes_with_next_year_and_the_camat() -> None:
    step = part_of(bab4(naskah_jombang()), "langkah")
    assert all_sentences(step)[-1].endswith("dasar penyusunan rencana kinerja Kecamatan Jombang tahun 2024.")
    *_, closing = blocks_from(step)
    assert isinstance(closing, SignatureBlock)
    (block,) = closing.blocks
    assert block.heads == ("Jember, 21 Februari 2024", "Camat Jombang,")
    assert block.nama == "NURYADI, S.STP."
    assert block.below == ("Penata Tingkat I", "NIP 19801124 200112 1 003")


def test_follow_up_is_a_table_of_its_year_and_names_its_source() -> None:
    def one(tahun: int) -> TindakLanjut:
        return TindakLanjut(
            kunci_indikator="laporan",
            indikator="Laporan",
            tahun=tahun,
            tindakan="Menambah patroli",
            penanggung_jawab=("Seksi Trantib",),
            batas_waktu=date(2023, 6, 30),
            keadaan="selesai",
            hasil="",
        )

    def titles(*years: int) -> list[str]:
        year = replace(snapshot_jombang(), tindak_lanjut=tuple(one(t) for t in years))
        tables = all_tables(part_of(bab4(naskah(year)), "langkah")).values()
        assert {t.sumber for t in tables} <= {"Catatan tindak lanjut Kecamatan Jombang"}
        return [t.title for t in tables]

    before = "Keadaan Tindak Lanjut atas Target Tahun 2022 yang Belum Tercapai"
    own = "Rencana Perbaikan atas Target Tahun 2023 yang Belum Tercapai"
    assert (titles(2022, 2023), titles(2023), titles()) == ([before, own], [own], [])

"""BAB II B–D: RKT, PK and IKU in sentences, tables and drawings."""

from dataclasses import replace
from datetime import date

from reports.document.tree import Figure, Part
from reports.lkip.appendices import lampiran
from reports.lkip.bab2 import bab2
from sakip.snapshot.types import TargetTahun
from tests.reports.lkip.example_naskah import empty_naskah, snapshot_jombang
from tests.reports.lkip.example_plan import (
    IKU,
    RENSTRA_AWAL,
    RENSTRA_PERUBAHAN,
    RKT_2023,
    anggaran_pk,
    complete_pk,
    naskah_rencana,
)
from tests.reports.lkip.naskah_material import angka, naskah
from tests.reports.lkip.read_part import (
    all_sentences,
    all_tables,
    blocks_from,
    part_of,
    prose,
    table_heads,
    table_rows,
)


def part(key: str, **content: object) -> Part:
    return part_of(bab2(naskah_rencana(**content)), key)


def test_parts_of_the_chapter() -> None:
    bab = bab2(naskah_rencana())
    assert (bab.nomor, bab.title) == ("BAB II", "Perencanaan dan Perjanjian Kinerja")
    assert [(b.nomor, b.title) for b in bab.children] == [
        ("A.", "Rencana Strategis (Renstra)"),
        ("B.", "Rencana Kinerja Tahunan (RKT) Tahun 2023"),
        ("C.", "Perjanjian Kinerja Tahun 2023"),
        ("D.", "Indikator Kinerja Utama (IKU)"),
    ]


def test_the_rkt_counts_what_it_holds_and_adds_its_amounts() -> None:
    # 2.277.470.966 + 664.092.000 = 2.941.562.966
    assert all_sentences(part("rkt")) == [
        "RKT Kecamatan Jombang tahun 2023 memuat 2 (dua) sasaran dengan 2 (dua) indikator sasaran serta 2 (dua) "
        "program dengan anggaran Rp2.941.562.966.",
    ]
    # Where the whole of it stands is said once, below its table.
    assert all_tables(part("rkt"))["tabel-rkt-program"].sumber == (
        "RKT Kecamatan Jombang Tahun 2023. Selengkapnya: RKT dalam Lampiran 2 dan pohon kinerja dalam Lampiran 3"
    )


def test_an_rkt_of_sasaran_only_promises_no_program() -> None:
    content = part("rkt", rkt=replace(RKT_2023, baris=()))
    sentence = all_sentences(content)[0]
    assert sentence.endswith("memuat 2 (dua) sasaran dengan 2 (dua) indikator sasaran.")
    assert "program" not in sentence
    assert not all_tables(content)


def test_an_rkt_of_programs_only_promises_no_sasaran() -> None:
    content = part("rkt", rkt=replace(RKT_2023, sasaran=()), rpjmd=None)
    assert "memuat 2 (dua) program dengan anggaran" in all_sentences(content)[0]
    assert list(all_tables(content)) == ["tabel-rkt-program"]


def test_the_cascade_has_an_appendix_of_its_own_where_there_is_one() -> None:
    tree = next(p for p in lampiran(naskah_rencana()) if p.key == "pohon-kinerja")
    assert (tree.nomor, tree.landscape) == ("Lampiran 3", True)
    assert [type(b) for b in blocks_from(tree)] == [Figure, Figure]
    assert "pohon-kinerja" not in [p.key for p in lampiran(naskah_rencana(renstra=()))]
    assert "pohon kinerja" not in prose(part("rkt", renstra=()))


def test_the_rkt_is_summed_up_program_by_program() -> None:
    content = part("rkt")
    assert table_heads(content, "tabel-rkt-program") == [
        ["Kode", "Program", "Kegiatan", "Sub kegiatan", "Anggaran (Rp)"]
    ]
    assert table_rows(content, "tabel-rkt-program") == [
        ["7.01.01", "Program Penunjang", "1", "1", "2.277.470.966"],
        ["7.01.02", "Program Pelayanan", "0", "0", "664.092.000"],
        ["Jumlah", "1", "1", "2.941.562.966"],
    ]


def test_the_pk_that_is_measured_in_figures_and_words() -> None:
    # 2.321.886.527 + 9.230.400 = 2.331.116.927
    assert all_sentences(part("pk")) == [
        "Perjanjian Kinerja Perubahan Tahun 2023 disepakati oleh Camat Jombang dan Bupati Jember; perjanjian itu "
        "ditandatangani pada tanggal 21 November 2023. Perubahan itu dilakukan karena anggaran programnya disesuaikan "
        "dengan Perubahan APBD.",
    ]
    table = all_tables(part("pk"))["tabel-pk-anggaran"]
    assert table.sumber == (
        "Perjanjian Kinerja Perubahan Tahun 2023. Selengkapnya: Perjanjian Kinerja Tahun 2023 dalam Lampiran 4 dan "
        "Perjanjian Kinerja Perubahan Tahun 2023 dalam Lampiran 5"
    )
    # The sum alone is said in words, too.
    assert table_rows(part("pk"), "tabel-pk-anggaran") == [
        ["1", "Program Penunjang Urusan Pemerintahan Daerah", "2.321.886.527"],
        ["2", "Program Penyelenggaraan Urusan Pemerintahan Umum", "9.230.400"],
        [
            "Jumlah (dua miliar tiga ratus tiga puluh satu juta seratus enam belas ribu sembilan ratus dua puluh tujuh "
            "rupiah)",
            "2.331.116.927",
        ],
    ]


def test_each_perubahan_says_why_it_was_made() -> None:
    second = replace(complete_pk(), versi=2, alasan="c")
    word = prose(part("pk", pk=(complete_pk(0), replace(complete_pk(), alasan="a"), second)))
    assert (
        # Not "perubahan itu": that would be the first.
        "Perjanjian Kinerja Perubahan Tahun 2023 dilakukan karena terjadi pergantian atau mutasi pejabat. Perjanjian "
        "Kinerja Perubahan Ke-2 Tahun 2023 dilakukan karena terjadi perubahan prioritas atau asumsi" in word
    )


def test_the_pk_in_force_has_its_targets_and_its_budget() -> None:
    tables = all_tables(part("pk"))
    assert {k: t.title for k, t in tables.items()} == {
        "tabel-target": "Indikator dan Target Perjanjian Kinerja Perubahan Tahun 2023",
        "tabel-pk-anggaran": "Anggaran Program dalam Perjanjian Kinerja Perubahan Tahun 2023",
    }


def test_a_pk_murni_with_one_program_and_a_month() -> None:
    one = replace(
        complete_pk(0),
        tanggal=None,
        tanggal_cetak="Januari 2023",
        anggaran=(anggaran_pk("7.01.01", "Program Penunjang", 1_001_000, "APBD"),),
    )
    word = prose(part("pk", pk=(one,)))
    assert "Bupati Jember; perjanjian itu ditandatangani pada bulan Januari 2023." in word


def test_the_parties_are_named_in_the_kind_in_which_they_held_their_office() -> None:
    first, second = complete_pk().pihak_pertama, complete_pk().pihak_kedua
    assert first is not None
    assert second is not None
    acting = replace(
        complete_pk(),
        pihak_pertama=replace(first, jabatan="Plt. Camat Jombang"),
        pihak_kedua=replace(second, jabatan="Pjs. Bupati Jember"),
    )
    assert "oleh Plt. Camat Jombang dan Pjs. Bupati Jember" in prose(part("pk", pk=(acting,)))


def test_a_pk_without_date_indikator_or_amounts_says_what_is_missing() -> None:
    empty = replace(complete_pk(0), tanggal=None, indikator=(), anggaran=())
    content = part("pk", pk=(empty,))
    assert all_sentences(content) == [
        "Perjanjian Kinerja Tahun 2023 disepakati oleh Camat Jombang dan Bupati Jember. Sasaran, indikator, dan target "
        "dalam Perjanjian Kinerja Tahun 2023 belum dicatat.",
        "Selengkapnya: Perjanjian Kinerja Tahun 2023 dalam Lampiran 4.",
    ]
    assert not all_tables(content)


def test_a_month_never_gets_a_day_and_a_day_keeps_no_zero() -> None:
    start = replace(complete_pk(0), tanggal=date(2023, 1, 5))
    assert "pada tanggal 5 Januari 2023." in prose(part("pk", pk=(start,)))


def test_the_iku_names_its_decree() -> None:
    content = part("iku")
    assert all_sentences(content) == [
        "IKU Kecamatan Jombang ditetapkan dengan Keputusan Camat Jombang Nomor 065/25/35.09.01/2023 dan terdiri atas 3 "
        "(tiga) indikator.",
        "Selengkapnya: rumus, penanggung jawab, dan sumber data IKU dalam Lampiran 7.",
    ]
    without = prose(part("iku", iku=replace(IKU, nomor="")))
    assert "dengan Keputusan Camat Jombang dan terdiri atas" in without


def test_iku_decided_in_an_earlier_year_are_those_of_the_year_and_their_decree_says_its_own() -> None:
    content = part("iku", iku=replace(IKU, tanggal=date(2018, 3, 5)))
    assert "dengan Keputusan Camat Jombang Nomor 065/25/35.09.01/2023 Tahun 2018 dan terdiri" in prose(
        content
    )


def test_without_records_every_part_is_one_sentence() -> None:
    bab = bab2(empty_naskah())
    assert [all_sentences(b) for b in bab.children] == [
        ["Rencana Strategis Kecamatan Jelbuk belum dicatat."],
        ["Rencana Kinerja Tahunan Kecamatan Jelbuk tahun 2024 belum dicatat."],
        [
            "Perjanjian Kinerja Kecamatan Jelbuk tahun 2024 belum dicatat sehingga target yang menjadi dasar "
            "pengukuran belum dapat disajikan."
        ],
        ["Indikator Kinerja Utama Kecamatan Jelbuk yang berlaku pada tahun 2024 belum dicatat."],
    ]
    assert not all_tables(bab)


def test_a_renstra_that_did_not_change_is_shown_once() -> None:
    content = part("renstra", renstra=(RENSTRA_AWAL,))
    assert list(all_tables(content)) == ["tabel-renstra-0"]
    assert (
        all_tables(content)["tabel-renstra-0"].title == "Tujuan, Sasaran, dan Target Renstra Tahun 2021–2026"
    )


def test_only_the_years_of_the_renstra_in_force_are_named() -> None:
    words = all_sentences(part("renstra", renstra=(replace(RENSTRA_PERUBAHAN, versi=0, dasar="Perbup 5."),)))
    assert words[0] == ("Renstra Kecamatan Jombang Tahun 2021–2026 ditetapkan berdasarkan Perbup 5.")


def test_targets_of_all_documents_stand_side_by_side() -> None:
    base = snapshot_jombang()
    content = bab2(naskah(base))
    assert table_heads(content, "tabel-target") == [["No.", "Sasaran strategis", "Indikator kinerja", "PK"]]
    (rencana,) = base.renstra
    tujuan, *rest = rencana.tujuan
    trantib, pelayanan, *others = tujuan.sasaran
    (ikm,) = pelayanan.indikator
    ikm = replace(ikm, target=(*ikm.target, TargetTahun(tahun=2023, target=angka("100"))))
    sasaran = (trantib, replace(pelayanan, indikator=(ikm,)), *others)
    new = replace(rencana, tujuan=(replace(tujuan, sasaran=sasaran), *rest))
    content = bab2(naskah(replace(base, renstra=(new,))))
    assert table_heads(content, "tabel-target") == [
        ["No.", "Sasaran strategis", "Indikator kinerja", "Renstra", "PK"]
    ]
    assert [r[2:] for r in table_rows(content, "tabel-target")][1] == ["IKM", "100", "85"]

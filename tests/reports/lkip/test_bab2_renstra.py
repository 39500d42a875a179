"""BAB II.A: what the kabupaten wants, tujuan and sasaran of every version, and what a perubahan changed."""

from dataclasses import replace

from reports.document.tree import ItemList, Part
from reports.lkip.appendices import lampiran
from reports.lkip.bab2_renstra import rencana_strategis
from reports.publish.naskah import Narasi
from sakip.snapshot.types import MisiRPJMD
from tests.reports.lkip.example_plan import (
    RENSTRA_AWAL,
    RENSTRA_PERUBAHAN,
    RPJMD,
    naskah_rencana,
    snapshot_rencana,
)
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import (
    all_sentences,
    all_tables,
    blocks_from,
    narasi,
    part_of,
    table_heads,
)
from tests.reports.official.read_forms import list_content


def part(key: str, **content: object) -> Part:
    return part_of(rencana_strategis(naskah_rencana(**content)), key)


def test_visi_misi_and_what_the_kecamatan_serves() -> None:
    content = part("visi-misi")
    assert content.title == "Visi dan Misi Kabupaten Jember"
    assert all_sentences(content) == [
        "Visi RPJMD Kabupaten Jember Tahun 2021–2026",
        "“Wes Wayahe Mbenahi Jember”",
        "Misi",
        "Misi ke-1: Meningkatkan pertumbuhan ekonomi.",
        "Misi ke-2: Membangun tata kelola pemerintahan yang kondusif.",
        "Kecamatan Jombang mendukung misi ke-2.",
        "Tujuan: Meningkatkan tata kelola yang baik.",
    ]
    listing = [b for b in blocks_from(content) if isinstance(b, ItemList)][-1]
    assert list(list_content(listing))[1:] == [
        "Sasaran: Meningkatnya pelayanan publik.",
        "Sasaran: Meningkatnya realisasi pajak daerah.",
    ]


def test_a_single_recorded_misi_is_named_in_the_sentence() -> None:
    one = replace(RPJMD, visi="", misi=RPJMD.misi[1:])
    assert all_sentences(part("visi-misi", rpjmd=one))[0] == (
        "Kecamatan Jombang mendukung misi ke-2 RPJMD Kabupaten Jember Tahun 2021–2026, yaitu “Membangun tata kelola "
        "pemerintahan yang kondusif”."
    )


def test_a_misi_without_tujuan_promises_none() -> None:
    empty = replace(RPJMD.misi[1], tujuan=())
    words = all_sentences(part("visi-misi", rpjmd=replace(RPJMD, misi=(RPJMD.misi[0], empty))))
    assert words[-1] == "Kecamatan Jombang mendukung misi ke-2."


def test_misi_that_nobody_serves_are_only_listed() -> None:
    other = MisiRPJMD(nomor=1, uraian="Meningkatkan ekonomi", diacu=False, tujuan=())
    words = all_sentences(part("visi-misi", rpjmd=replace(RPJMD, visi="", misi=(other,))))
    assert words == [
        "Misi RPJMD Kabupaten Jember Tahun 2021–2026",
        "Misi ke-1: Meningkatkan ekonomi.",
    ]


def test_numbers_follow_the_parts_that_exist() -> None:
    complete = rencana_strategis(naskah_rencana())
    assert [(b.nomor, b.title) for b in complete.children] == [
        ("1.", "Visi dan Misi Kabupaten Jember"),
        ("2.", "Tujuan dan Sasaran Kecamatan Jombang"),
        ("3.", "Strategi dan Kebijakan"),
    ]
    for rpjmd in (None, replace(RPJMD, visi="", misi=())):
        without = rencana_strategis(naskah_rencana(rpjmd=rpjmd))
        assert [(b.nomor, b.key) for b in without.children] == [("1.", "tujuan-sasaran"), ("2.", "strategi")]


def source(content: Part) -> str:
    (table,) = all_tables(content).values()
    return table.sumber


def test_a_first_renstra_leads_to_its_matrix() -> None:
    content = part("tujuan-sasaran", renstra=(RENSTRA_AWAL,))
    assert all_sentences(content) == []
    assert source(content).endswith(". Selengkapnya: target setiap tahun dalam Lampiran 1")


def test_the_chapter_has_the_targets_of_the_year_and_of_the_end() -> None:
    content = part("tujuan-sasaran", renstra=(RENSTRA_AWAL,))
    assert table_heads(content, "tabel-renstra-0")[1] == ["2023", "2026"]


def test_a_changed_renstra_sums_up_what_changed_and_shows_the_one_in_force() -> None:
    alasan = (Narasi(bagian="perubahan-renstra", kunci="", isi="<p>Menyesuaikan tata kelola.</p>"),)
    content = part_of(rencana_strategis(naskah(snapshot_rencana(), narasi=alasan)), "tujuan-sasaran")
    changed = "Renstra Kecamatan Jombang telah diubah 1 (satu) kali dan kini memuat 2 (dua) tujuan dan 2 (dua) sasaran."
    assert all_sentences(content) == [changed]
    elsewhere = "Selengkapnya: target setiap tahun dan rumusan sebelum perubahan dalam Lampiran 1"
    assert source(content).endswith(f". {elsewhere}")
    # Counted where nobody wrote what was changed.
    counted = (
        "Perubahan tersebut menambahkan 1 (satu) tujuan, 1 (satu) sasaran, dan 2 (dua) indikator sasaran; mengubah 1 "
        "(satu) indikator tujuan dan 1 (satu) target indikator; menghapus 1 (satu) sasaran dan 1 (satu) indikator "
        "sasaran."
    )
    unwritten = part_of(rencana_strategis(naskah(snapshot_rencana())), "tujuan-sasaran")
    assert all_sentences(unwritten) == [f"{changed} {counted}"]
    assert narasi(content) == ["Menyesuaikan tata kelola."]
    assert [t.title for t in all_tables(content).values()] == [
        "Tujuan, Sasaran, dan Target Renstra Tahun 2021–2026"
    ]
    appendix = next(p for p in lampiran(naskah(snapshot_rencana())) if p.key == "matriks-renstra")
    assert [t.title for t in all_tables(appendix).values()][1:] == [
        "Tujuan, Sasaran, dan Target Renstra Tahun 2021–2026 Sebelum Perubahan",
    ]


def test_several_changes_are_told_apart_and_the_last_two_are_compared() -> None:
    second = replace(RENSTRA_PERUBAHAN, versi=2)
    versions = (RENSTRA_AWAL, RENSTRA_PERUBAHAN, second)
    (sentence,) = all_sentences(part("tujuan-sasaran", renstra=versions))
    assert "telah diubah 2 (dua) kali" in sentence
    assert sentence.endswith(
        "Perubahan tersebut tidak mengubah tujuan, sasaran, indikator, maupun targetnya."
    )
    appendix = next(p for p in lampiran(naskah_rencana(renstra=versions)) if p.key == "matriks-renstra")
    assert [t.title.rpartition("2026")[2] for t in all_tables(appendix).values()][1:] == [
        " Sebelum Perubahan Ke-1",
        " Sebelum Perubahan Ke-2",
    ]


def test_a_renstra_known_only_as_perubahan_says_nothing_of_what_is_not_known() -> None:
    content = part("tujuan-sasaran", renstra=(RENSTRA_PERUBAHAN,))
    assert all_sentences(content) == [
        "Renstra Kecamatan Jombang telah diubah 1 (satu) kali dan kini memuat 2 (dua) tujuan dan 2 (dua) sasaran.",
    ]
    assert source(content).endswith(". Selengkapnya: target setiap tahun dalam Lampiran 1")


def test_a_renstra_without_tujuan_says_so() -> None:
    empty = replace(RENSTRA_AWAL, tujuan=())
    assert all_sentences(part("tujuan-sasaran", renstra=(empty,))) == [
        "Tujuan dan sasaran Renstra Kecamatan Jombang belum dicatat."
    ]


def test_strategi_and_kebijakan_of_those_sasaran_that_have_some() -> None:
    content = part("strategi")
    (listing,) = [b for b in blocks_from(content) if isinstance(b, ItemList)]
    assert list(list_content(listing)) == [
        "Sasaran “Meningkatnya kepuasan masyarakat”:",
        "Strategi: Melatih petugas; menata loket.",
        "Kebijakan: Standar pelayanan ditegakkan.",
    ]
    without = rencana_strategis(naskah_rencana(renstra=(RENSTRA_AWAL,)))
    assert [child.key for child in without.children] == ["visi-misi", "tujuan-sasaran"]


def test_a_name_among_the_strategi_keeps_its_capital() -> None:
    (tujuan, *_), sasaran = RENSTRA_PERUBAHAN.tujuan, RENSTRA_PERUBAHAN.tujuan[0].sasaran[0]
    named = replace(sasaran, strategi=("Pembinaan desa", "Jember Berbagi", "Penyusunan laporan"))
    plan = replace(RENSTRA_PERUBAHAN, tujuan=(replace(tujuan, sasaran=(named,)),))
    listing = [b for b in blocks_from(part("strategi", renstra=(plan,))) if isinstance(b, ItemList)][-1]
    assert "Strategi: Pembinaan desa; Jember Berbagi; penyusunan laporan." in list(list_content(listing))

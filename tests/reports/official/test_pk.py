"""The Perjanjian Kinerja as a form: prescribed words to the letter, two parties, lampiran on its own page."""

from dataclasses import replace

from reports.document.tree import (
    Bold,
    Kop,
    PageBreak,
    ParagraphBlock,
    Part,
    SignatureBlock,
    TableBlock,
    Title,
)
from reports.official.pk import pk_part
from reports.publish.naskah import Pengesahan
from sakip.snapshot.types import PerjanjianKinerja
from tests.reports.lkip.example_plan import complete_pk, naskah_rencana
from tests.reports.lkip.read_part import all_tables, blocks_from, table_rows, text
from tests.reports.official.read_forms import pairs

#: The pernyataan as the blank form has it (Permen PANRB 53/2014 as used in Jember); names between the sentences.
PERNYATAAN = [
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi pada "
    "hasil, kami yang bertanda tangan dibawah ini :",
    "Selanjutnya disebut Pihak Pertama.",
    "Selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua.",
    "Pihak Pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
    "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
    "Pihak Kedua akan memberikan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari "
    "perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
]


def form_page(pk: PerjanjianKinerja) -> Part:
    return pk_part(naskah_rencana(pk=(pk,)), pk)


def test_the_pernyataan_is_exact_to_the_letter() -> None:
    sentences = [b for b in blocks_from(form_page(complete_pk())) if isinstance(b, ParagraphBlock)]
    assert [text(k.content) for k in sentences] == PERNYATAAN
    assert [
        p for k in sentences if not isinstance(k.content, str) for p in k.content if isinstance(p, Bold)
    ] == [
        Bold("Pihak Pertama."),
        Bold("Pihak Kedua."),
    ]


def test_the_pernyataan_has_its_page_and_the_lampiran_the_next() -> None:
    assert [type(b).__name__ for b in form_page(complete_pk()).content] == [
        *(
            "Kop",
            "Title",
            "ParagraphBlock",
            "FormBlock",
            "ParagraphBlock",
            "FormBlock",
            "ParagraphBlock",
            "ParagraphBlock",
            "ParagraphBlock",
        ),
        *("SignatureBlock", "PageBreak", "Title", "FormBlock", "TableBlock", "TableBlock", "SignatureBlock"),
    ]


def test_both_parties_by_name_and_office() -> None:
    assert pairs(form_page(replace(complete_pk(), alasan=""))) == {
        "Nama": ["NURYADI, S.STP.", "Ir. H. HENDY SISWANTO, ST, IPU"],
        "Jabatan": ["Camat Jombang", "Bupati Jember"],
    }


def test_the_bupati_signs_left_and_the_camat_right_with_place_and_date() -> None:
    marks = [b for b in blocks_from(form_page(complete_pk())) if isinstance(b, SignatureBlock)]
    assert len(marks) == 2
    for one in marks:
        left, right = one.blocks
        assert left.heads == ("Pihak Kedua,", "Bupati Jember,")
        assert (left.nama, left.below) == ("Ir. H. HENDY SISWANTO, ST, IPU", ())
        assert right.heads == ("Jember, 21 November 2023", "Pihak Pertama,", "Camat Jombang,")
        assert right.nama == "NURYADI, S.STP."
        assert right.below == ("Penata Tingkat I", "NIP 19801124 200112 1 003")


def test_only_a_pk_that_is_signed_itself_carries_the_signature() -> None:
    """A signed LKIP prints the same PK in its lampiran: there it is not what was signed."""
    stamp = Pengesahan(
        alamat="https://contoh.go.id/verifikasi/x/", pernyataan="Ditandatangani secara elektronik."
    )
    naskah, pk = replace(naskah_rencana(pk=(complete_pk(),)), pengesahan=stamp), complete_pk()
    for blocks in [b.blocks for b in blocks_from(pk_part(naskah, pk)) if isinstance(b, SignatureBlock)]:
        assert [(one.stamp, one.words) for one in blocks] == [(None, ""), (None, "")]
    own = [
        b.blocks for b in blocks_from(pk_part(naskah, pk, pengesahan=stamp)) if isinstance(b, SignatureBlock)
    ]
    assert len(own) == 2
    for second, first in own:
        assert first.stamp
        assert first.words == "Ditandatangani secara elektronik."
        assert second.stamp is None
        assert second.words.startswith("Pihak Kedua menandatangani secara elektronik sesudah Pihak Pertama.")


def test_titles_name_the_version() -> None:
    def title(versi: int) -> list[tuple[str, ...]]:
        return [b.rows for b in blocks_from(form_page(complete_pk(versi))) if isinstance(b, Title)]

    assert title(0) == [
        ("PERJANJIAN KINERJA", "TAHUN 2023"),
        ("LAMPIRAN PERJANJIAN KINERJA TAHUN 2023", "KECAMATAN JOMBANG"),
    ]
    assert title(1)[0] == ("PERJANJIAN KINERJA PERUBAHAN", "TAHUN 2023")
    assert title(2)[0] == ("PERJANJIAN KINERJA PERUBAHAN KE-2", "TAHUN 2023")


def test_the_lampiran_lists_targets_then_programs_with_their_total() -> None:
    content = form_page(complete_pk())
    assert table_rows(content, "pk-1-indikator") == [
        ["1", "Meningkatnya kepuasan masyarakat", "IKM", "85"],
        ["", "", "Persentase layanan tepat waktu", "90%"],
        ["2", "Terselenggaranya pemerintahan kecamatan", "Nilai SAKIP", "B"],
    ]
    assert table_rows(content, "pk-1-anggaran") == [
        ["1", "Program Penunjang Urusan Pemerintahan Daerah", "2.321.886.527", "P-APBD"],
        ["2", "Program Penyelenggaraan Urusan Pemerintahan Umum", "9.230.400", "P-APBD"],
        ["Jumlah", "2.331.116.927", "P-APBD"],
    ]
    assert all(not t.numbered and not t.shown_title for t in all_tables(content).values())


def test_a_pk_without_counterpart_date_or_rows_still_is_a_form() -> None:
    empty = replace(
        complete_pk(0), pihak_kedua=None, tempat="", tanggal=None, tanggal_cetak="", indikator=(), anggaran=()
    )
    content = form_page(empty)
    assert pairs(content)["Nama"] == ["NURYADI, S.STP."]
    assert pairs(content)["Jabatan"] == ["Camat Jombang", "Bupati Jember"]
    assert [text(b.content) for b in blocks_from(content) if isinstance(b, ParagraphBlock)][-3:] == [
        "Keterangan: Nama Pihak Kedua dan tanggal penandatanganan Perjanjian Kinerja Tahun 2023 belum diisi.",
        "Sasaran, indikator, dan target dalam Perjanjian Kinerja Tahun 2023 belum dicatat.",
        "Perjanjian Kinerja Tahun 2023 tidak memuat anggaran program.",
    ]
    (mark, _) = [b for b in blocks_from(content) if isinstance(b, SignatureBlock)]
    assert mark.blocks[0].heads == ("Pihak Kedua,", "Bupati Jember,")
    assert mark.blocks[1].heads == ("Pihak Pertama,", "Camat Jombang,")
    assert mark.blocks[0].nama == ""


def test_the_form_brings_its_own_title_and_letterhead() -> None:
    content = form_page(complete_pk())
    assert not content.shows_title
    assert not content.landscape
    (kop,) = [b for b in content.content if isinstance(b, Kop)]
    assert (kop.pemerintah, kop.instansi) == ("Pemerintah Kabupaten Jember", "Kecamatan Jombang")
    assert kop.addresses == ("Jl. Ahmad Yani No. 104, Telepon (0336) 322155", "Jombang – Kode Pos 68168")
    assert sum(isinstance(b, PageBreak) for b in content.content) == 1
    assert sum(isinstance(b, TableBlock) for b in content.content) == 2


def test_a_perubahan_says_in_its_lampiran_why_it_was_made() -> None:
    changed = replace(complete_pk(), versi=1, alasan="a")
    assert pairs(form_page(changed))["Alasan perubahan"] == ["Terjadi pergantian atau mutasi pejabat."]
    assert "Alasan perubahan" not in pairs(form_page(replace(changed, alasan="")))

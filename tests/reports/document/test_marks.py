"""Copied rows and texts in what is printed: none passes as if somebody had read it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.document.builders import details
from reports.document.marks import UNREAD, UNREAD_LINE, mark_texts, settled
from reports.document.tree import (
    Bold,
    FormBlock,
    Item,
    ItemList,
    LineBreak,
    Mark,
    PageBreak,
    ParagraphBlock,
    TableBlock,
)
from reports.lkip.bab1 import isu_strategis, kedudukan
from reports.lkip.bab1_profil import profil_kecamatan
from reports.lkip.bab2_renstra import rencana_strategis
from reports.lkip.bab3.anggaran import anggaran_table
from reports.official.sk_iku import keputusan_part, lampiran_part
from reports.official.yearly_plans import matriks_renstra_part
from reports.tables.iku import iku_table
from reports.tables.pk import anggaran_pk_table, indikator_pk_table
from reports.tables.rencana_aksi import sasaran_rencana_aksi_table
from reports.tables.rkt import kegiatan_rkt_table, sasaran_rkt_table
from tests.reports.lkip.example_kecamatan import PROFIL
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.reports.lkip.example_plan import (
    IKU,
    RENCANA_AKSI,
    RENSTRA_AWAL,
    RENSTRA_PERUBAHAN,
    RKT_2023,
    complete_pk,
    naskah_rencana,
    snapshot_rencana,
)
from tests.reports.lkip.read_part import text


def marked(table: TableBlock) -> list[str]:
    said = (text(c.content) for row in table.rows for c in row.cells)
    return [one for one in said if one.endswith("[belum ditinjau]")]


def test_what_was_read_stays_as_it_is() -> None:
    assert settled("IKM", read=True) == "IKM"
    assert settled("", read=False) == ""
    assert settled(("a", LineBreak(), Bold("b")), read=False) == (
        *(Mark("a"), LineBreak(), Mark(Bold("b"))),
        *(" ", UNREAD),
    )


def test_a_text_is_found_in_the_sentence_and_list_that_it_was_put_into() -> None:
    blocks = (
        ParagraphBlock(content="Tugas kecamatan adalah membina desa."),
        ItemList(
            items=(Item(content="penanganan  Konflik;", children=(ItemList(items=(Item(content="lain"),)),)),)
        ),
        FormBlock(
            pairs=(("Mengingat", ItemList(items=(Item(content="UU 23;"),))), ("Tugas", "Membina desa"))
        ),
        PageBreak(),
    )
    assert mark_texts(blocks, ()) == mark_texts(blocks, (" ;",)) == blocks
    paragraph, listing, form, last = mark_texts(blocks, ("Membina desa;", "Penanganan konflik."))
    assert paragraph == ParagraphBlock(content=(Mark("Tugas kecamatan adalah membina desa."), " ", UNREAD))
    assert isinstance(listing, ItemList)
    assert (listing.items[0].content, listing.items[0].children) == (
        (Mark("penanganan  Konflik;"), " ", UNREAD),
        (ItemList(items=(Item(content="lain"),)),),
    )
    assert isinstance(form, FormBlock)
    assert form.pairs == (
        ("Mengingat", ItemList(items=(Item(content="UU 23;"),))),
        ("Tugas", (Mark("Membina desa"), " ", UNREAD)),
    )
    assert last == PageBreak()


@pytest.mark.parametrize(
    "typed", ["Membina desa; dan", "membina desa:", " Membina  desa, serta", "Membina desa"]
)
def test_however_an_item_ends_it_is_found_and_no_other_that_holds_its_words(typed: str) -> None:
    items = details((typed, "Membina desa dan kelurahan", "Lain"))
    (listing,) = mark_texts((ItemList(items=tuple(Item(content=one) for one in items)),), (typed,))
    assert isinstance(listing, ItemList)
    assert [one.content[-1] == UNREAD for one in listing.items] == [True, False, False]


def test_every_table_of_a_plan_marks_the_rows_that_nobody_confirmed() -> None:
    snapshot = snapshot_rencana()
    rkt = replace(
        RKT_2023,
        sasaran=tuple(replace(s, ditinjau=s.indikator != "IKM") for s in RKT_2023.sasaran),
        baris=(
            *RKT_2023.baris[:1],
            replace(
                RKT_2023.baris[1],
                indikator=tuple(replace(i, ditinjau=False) for i in RKT_2023.baris[1].indikator),
            ),
            replace(RKT_2023.baris[2], ditinjau=False),
            *RKT_2023.baris[3:],
        ),
    )
    assert marked(sasaran_rkt_table(rkt, key="t", title="T")) == ["IKM [belum ditinjau]"]
    assert marked(kegiatan_rkt_table(snapshot, rkt, key="t", title="T")) == [
        "1. Persentase administrasi\n2. Jumlah dokumen [belum ditinjau]",
        "Penyediaan Gaji [belum ditinjau]",
    ]
    pk = complete_pk(0)
    pk = replace(
        pk,
        indikator=(replace(pk.indikator[0], ditinjau=False), *pk.indikator[1:]),
        anggaran=(pk.anggaran[0], replace(pk.anggaran[1], ditinjau=False)),
    )
    assert marked(indikator_pk_table(pk, key="t", title="T")) == [
        f"{pk.indikator[0].indikator} [belum ditinjau]"
    ]
    assert marked(anggaran_pk_table(pk, key="t", title="T")) == [f"{pk.anggaran[1].nama} [belum ditinjau]"]
    row = replace(IKU.baris[0], ditinjau=False)
    assert marked(iku_table((row, *IKU.baris[1:]), key="t", title="T")) == [
        f"{row.indikator} [belum ditinjau]"
    ]
    first, second = RENCANA_AKSI.baris
    rencana = replace(RENCANA_AKSI, baris=(first, replace(second, ditinjau=False)))
    assert marked(sasaran_rencana_aksi_table(rencana, {}, key="t", title="T")) == [
        "Persentase PBB [belum ditinjau]"
    ]


def test_the_budget_marks_the_rows_that_were_taken_from_the_rkt() -> None:
    plan = naskah_jombang()
    first, *others = plan.snapshot.anggaran
    rows = (replace(first, ditinjau=False), *others)
    copied = replace(plan, snapshot=replace(plan.snapshot, anggaran=rows))
    assert copied.results
    assert marked(anggaran_table(copied, copied.results.anggaran)) == [
        f"{first.nama_sub_kegiatan} [belum ditinjau]"
    ]


def test_a_renstra_that_nobody_confirmed_says_so_before_its_matrix() -> None:
    copied = replace(RENSTRA_PERUBAHAN, ditinjau=False)
    naskah = naskah_rencana(renstra=(RENSTRA_AWAL, copied))
    assert UNREAD_LINE in rencana_strategis(naskah).content
    assert UNREAD_LINE in matriks_renstra_part(naskah, copied).content
    assert UNREAD_LINE not in rencana_strategis(naskah_rencana()).content


def test_texts_of_profile_and_decree_are_marked_where_they_stand() -> None:
    isu = PROFIL.isu_strategis[0]
    profil = replace(PROFIL, ditinjau=False, unread=(PROFIL.tugas[0], isu))
    naskah = naskah_rencana(profil=profil)
    for part in (kedudukan(naskah), isu_strategis(naskah), profil_kecamatan(naskah)):
        assert repr(UNREAD) in repr(part)
    assert repr(UNREAD) not in repr(kedudukan(naskah_rencana()))
    iku = replace(IKU, unread=(IKU.mengingat[0], IKU.fungsi[0]))
    assert repr(keputusan_part(naskah, iku)).count(repr(UNREAD)) == 1
    assert repr(lampiran_part(naskah, iku)).count(repr(UNREAD)) == 1

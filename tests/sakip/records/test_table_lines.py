"""Rows that are added in a table: typed below it, saved as the form of the row saves them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from lxml import html

from kecamatan.models import Jejak, Kecamatan
from sakip.entry.kinds import ROW_KINDS
from sakip.models import (
    RKT,
    BarisRKT,
    Indikator,
    PerjanjianKinerja,
    RencanaAksi,
)
from sakip.records.tables_page import TABLES
from tests.factory import (
    make,
    make_kecamatan,
)
from tests.sakip.records.page_forms import sign_in
from tests.sakip.records.table_pages import BASE, add, new_line
from tests.sakip.records.table_rows import (
    a_baris_pk,
    a_baris_rencana_aksi,
    a_pembanding,
    a_sasaran_rkt,
    an_anggaran,
    sub_kegiatan,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

FIRST = {"sasaran": "Tertib", "indikator": "Laporan", "satuan": "laporan"}


#: The first row of each document with a head: what is typed, and what is refused in it.
FIRST_ROWS: dict[str, tuple[type[Any], str, dict[str, str], dict[str, str]]] = {
    "rkt": (RKT, "sasaran-rkt", FIRST | {"target": "12"}, {"target": "banyak"}),
    "pk": (PerjanjianKinerja, "baris-pk", FIRST | {"target": "12"}, {"target": ""}),
    "rencana-aksi": (RencanaAksi, "baris-rencana-aksi", FIRST | {"target_1": "3"}, {"target_1": "tiga"}),
}


def test_a_line_typed_at_the_end_of_a_table_is_saved_as_the_form_saves_it(
    filler: Client, balung: Kecamatan
) -> None:
    pk = a_baris_pk(balung).perjanjian
    begun, typed = new_line(filler, "pk", "baris-pk")
    assert typed == {"acuan_indikator", "sasaran", "indikator", "satuan", "target"}
    line = {"sasaran": "Tertib", "indikator": "Laporan", "satuan": "laporan"}
    refused = add(filler, "pk", begun, **line, target="banyak")
    assert (refused.status_code, pk.baris.count()) == (422, 1)
    assert '<input type="hidden" name="kembali" value="tabel">' in refused.content.decode()
    # The page of a new row says what is wrong, and is sent to its own address.
    assert f'action="{BASE}isi/baris-pk/baru/?induk={pk.pk}"' in refused.content.decode()
    saved = add(filler, "pk", begun, **line, target="12")
    row = pk.baris.get(indikator="Laporan")
    assert (row.sasaran, row.satuan, row.angka) == ("Tertib", "laporan", 12)
    back = f"{BASE}pk/tabel/?baru=baris-pk&induk={pk.pk}#baris-baris-pk.{row.pk}"
    assert saved["Location"] == back
    assert "data-lagi" in filler.get(back).content.decode()
    assert f'id="baris-baris-pk.{row.pk}"' in filler.get(f"{BASE}pk/tabel/").content.decode()
    assert Jejak.objects.latest("pk").objek_pk == row.pk
    assert "Baris baru" not in sign_in("camat", balung).get(f"{BASE}pk/tabel/").content.decode()


def test_the_first_row_of_a_document_begins_it_and_what_is_refused_begins_nothing(
    filler: Client, balung: Kecamatan
) -> None:
    for grid, (head, kind, good, bad) in FIRST_ROWS.items():
        begun, typed = new_line(filler, grid, kind)
        assert typed >= good.keys(), grid
        refused = add(filler, grid, begun, **good | bad)
        assert (refused.status_code, head.objects.count()) == (422, 0), grid
        form = html.document_fromstring(refused.content).forms[-1]
        stored = filler.post(form.action, dict(form.form_values()) | good)
        assert stored.status_code == 302, grid
        document = head.objects.get()
        row: Any = ROW_KINDS[kind].model._default_manager.get()
        assert (row.indikator, getattr(row, ROW_KINDS[kind].parent)) == ("Laporan", document)
        assert [one.objek_pk for one in Jejak.objects.order_by("-pk")[:2]] == [row.pk, document.pk]
        # The next one stands below the same head, also when it was typed before that was there.
        assert str(document.pk) in new_line(filler, grid, kind)[0].values()
        assert add(filler, grid, begun, **good | {"indikator": "Lain"}).status_code == 302
        assert (head.objects.count(), ROW_KINDS[kind].model._default_manager.count()) == (1, 2)
    assert "kisi-baru" not in sign_in("camat", balung).get(f"{BASE}rkt/tabel/").content.decode()


def test_a_row_is_added_below_the_one_that_is_chosen_in_its_line(filler: Client, balung: Kecamatan) -> None:
    subs = sub_kegiatan(2)
    budget = [an_anggaran(balung, sub, n) for n, sub in enumerate(subs, start=1)]
    begun, typed = new_line(filler, "anggaran", "keluaran")
    assert typed == {"induk", "jenis", "uraian", "satuan", "target", "realisasi"}
    line = {"induk": str(budget[1].pk), "jenis": "output", "uraian": "Berkas"}
    refused = add(filler, "anggaran", begun, **line, target="banyak")
    assert f'<input type="hidden" name="induk" value="{budget[1].pk}">' in refused.content.decode()
    stored = add(filler, "anggaran", begun, **line, target="12")
    assert [k.uraian for k in budget[1].keluaran.all()] == ["Berkas"]
    # The next begins below the same row.
    shown = filler.get(stored["Location"]).content.decode()
    assert f'<option value="{budget[1].pk}" selected>' in shown
    stranger = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11", nama="Ambulu", slug="ambulu")
    other = an_anggaran(stranger, subs[0])
    assert add(filler, "anggaran", begun, **line | {"induk": str(other.pk)}, target="1").status_code == 404


def test_a_renstra_grows_from_its_table_alone(filler: Client, balung: Kecamatan) -> None:
    def grow(kind: str, **typed: str) -> None:
        begun, entries = new_line(filler, "renstra", kind)
        assert entries >= typed.keys(), kind
        assert add(filler, "renstra", begun, **typed).status_code == 302, kind

    grow("renstra", tahun_awal="2021", tahun_akhir="2025")
    grow("tujuan", uraian="Pelayanan baik")
    grow("sasaran", uraian="Warga puas")
    measured = {"jenis_nilai": "angka", "rumus": "positif"}
    grow("indikator-tujuan", nama="Indeks", satuan="indeks", target_2025="90", **measured)
    grow("indikator", nama="IKM", satuan="indeks", target_2021="80", target_2025="85", **measured)
    indikator = Indikator.objects.get()
    assert (indikator.sasaran.uraian, indikator.sasaran.tujuan.uraian) == ("Warga puas", "Pelayanan baik")
    assert {t.tahun: t.angka for t in indikator.target.all()} == {2021: 80, 2025: 85}
    # What it is compared with has a line as soon as there is an indikator.
    begun, typed = new_line(filler, "pembanding", "pembanding")
    assert typed == {"lingkup", "nilai", "tahun_nilai", "sumber"}
    absent = {"lingkup": "nasional", "nilai": "tidak tersedia: belum ada survei", "tahun_nilai": "2021"}
    assert add(filler, "pembanding", begun, **absent).status_code == 302
    row = indikator.pembanding.get()
    assert (row.lingkup, row.keadaan, row.alasan) == ("nasional", "tidak tersedia", "belum ada survei")


def test_every_kind_of_row_in_a_grid_can_be_added_in_it(filler: Client, balung: Kecamatan) -> None:
    for some in (a_sasaran_rkt, a_baris_rencana_aksi, a_pembanding):
        some(balung)
    sub = sub_kegiatan(1)[0]
    make(BarisRKT, rkt=RKT.objects.get(), program=sub.kegiatan.program, acuan_sasaran=None)
    an_anggaran(balung, sub)
    a_baris_pk(balung)
    for code, grid in TABLES.items():
        for kind in grid.forms:
            new_line(filler, code, kind)


def test_whatever_was_typed_comes_along_with_a_new_line(filler: Client, balung: Kecamatan) -> None:
    """Without the script the page is one form: its cells and its new lines are sent whichever button is pressed."""
    row = a_baris_pk(balung)
    cell = f"sel-baris-pk.{row.pk}.target"
    begun, _ = new_line(filler, "pk", "baris-pk")
    line = {"sasaran": "Tertib", "indikator": "Laporan", "satuan": "laporan", "target": "12"}
    # A cell that is refused holds the line back: both stand there again.
    held = add(filler, "pk", begun | {cell: "banyak"}, **line)
    shown = held.content.decode()
    assert (held.status_code, row.perjanjian.baris.count()) == (422, 1)
    for words in (
        'value="banyak"',
        "Laporan",
        "Baris Perjanjian Kinerja baru: Belum ditambahkan",
        '#baru-1-nama"',
    ):
        assert words in shown, words
    # Sent again from there, with the cell put right and by the button below all, both are stored.
    (again,) = html.document_fromstring(held.content).xpath("//form[@id='kisi']")
    stored = filler.post(f"{BASE}pk/tabel/", dict(again.form_values()) | {cell: "85"})
    assert (stored.status_code, stored["Location"]) == (302, f"{BASE}pk/tabel/")
    row.refresh_from_db()
    assert (row.angka, row.perjanjian.baris.get(indikator="Laporan").angka) == (85, 12)
    # A cell and a line by the line's own button; nothing typed is no line.
    begun, _ = new_line(filler, "pk", "baris-pk")
    assert add(filler, "pk", begun | {cell: "86"}, **line | {"indikator": "Lain"}).status_code == 302
    row.refresh_from_db()
    assert (row.angka, row.perjanjian.baris.count()) == (86, 3)
    plain, _ = new_line(filler, "pk", "baris-pk")
    del plain["tambah"]
    assert filler.post(f"{BASE}pk/tabel/", plain).status_code == 302
    assert row.perjanjian.baris.count() == 3


def test_two_new_lines_are_sent_together_and_what_is_refused_stands_there_again(
    filler: Client, balung: Kecamatan
) -> None:
    pk = a_baris_pk(balung).perjanjian
    begun, _ = new_line(filler, "pk", "baris-pk")
    program = {"baru-2-nama": "Program Pelayanan", "baru-2-anggaran": "satu juta"}
    line = {"sasaran": "Tertib", "indikator": "Laporan", "satuan": "laporan", "target": "banyak"}
    refused = add(filler, "pk", begun | program, **line)
    assert (refused.status_code, pk.baris.count(), pk.anggaran.count()) == (422, 1, 0)
    (again,) = html.document_fromstring(refused.content).xpath("//form[@id='kisi']")
    values = dict(again.form_values())
    assert (values["baru-1-target"], values["baru-2-anggaran"]) == ("banyak", "satu juta")
    # One of them put right is stored, and the page of the other says what is wrong with it.
    other = filler.post(f"{BASE}pk/tabel/", values | {"baru-2-anggaran": "1.000.000"})
    assert (other.status_code, pk.baris.count(), pk.anggaran.get().anggaran) == (422, 1, 1_000_000)
    assert 'value="banyak"' in other.content.decode()

"""Tables as HTML: header cells, spans, alignment, widths; and the columns' widths by their longest word."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.text_width import lebar_teks
from reports.document.column_widths import SKALA, fit_widths
from reports.document.tree import Bagian, Baris, BarisTabel, Kolom, Pecahan, Rata, Sel, Tabel, Tebal
from reports.html import render_html
from reports.html.tables import TampilanSel, show_table
from reports.publish.naskah import Pengaturan
from tests.reports.document.one_part import of_part


def tabel(
    *baris: BarisTabel | tuple[Sel, ...],
    lebar: tuple[int, ...] = (10, 50, 40),
    rata: tuple[Rata, ...] = ("tengah", "kiri", "kanan"),
    kepala: tuple[tuple[Sel, ...], ...] | None = None,
    nomor_kolom: bool = False,
) -> Tabel:
    return Tabel(
        kunci="t",
        judul="Judul",
        kolom=tuple(Kolom(lebar=w, rata=r) for w, r in zip(lebar, rata, strict=True)),
        kepala=(tuple(Sel(isi=f"K{i}") for i in range(len(lebar))),) if kepala is None else kepala,
        baris=tuple(b if isinstance(b, BarisTabel) else BarisTabel(sel=b) for b in baris),
        nomor_kolom=nomor_kolom,
    )


def sel(*isi: str) -> tuple[Sel, ...]:
    return tuple(Sel(isi=i) for i in isi)


def cetak(baris: tuple[TampilanSel, ...]) -> list[str]:
    return [f"{'th' if s.kepala else 'td'}{s.atribut}>{s.isi}" for s in baris]


# -- cells -------------------------------------------------------------------------------------------


def test_header_cells_say_what_they_head() -> None:
    kepala = (
        (Sel(isi="No.", baris=2), Sel(isi="Tahun", kolom=2)),
        (Sel(isi="2023"), Sel(isi="2024", rata="kiri")),
    )
    hasil = show_table(tabel(kepala=kepala), "", Pengaturan())
    assert [cetak(baris) for baris in hasil.kepala] == [
        ['th scope="col" class="te" rowspan="2">No.', 'th scope="colgroup" class="te" colspan="2">Tahun'],
        ['th scope="col" class="te">2023', 'th scope="col">2024'],
    ]


def test_body_cells_follow_their_column_below_a_row_span() -> None:
    hasil = show_table(
        tabel(
            (Sel(isi="1", baris=2), Sel(isi="Sasaran", kepala=True), Sel(isi="5")),
            (Sel(isi="Indikator"), Sel(isi="6", tebal=True)),
            BarisTabel(jenis="jumlah", sel=(Sel(isi="Jumlah", kolom=2, kepala=True), Sel(isi="11"))),
        ),
        "",
        Pengaturan(),
    )
    assert [cetak(baris.sel) for baris in hasil.baris] == [
        ['td class="te" rowspan="2">1', 'th scope="row">Sasaran', 'td class="ka">5'],
        ["td>Indikator", 'td class="ka tebal">6'],
        ['th scope="row" colspan="2">Jumlah', 'td class="ka">11'],
    ]
    assert [baris.kelas for baris in hasil.baris] == ["", "rekat", "jumlah rekat"]


def test_the_name_of_a_row_steps_in_not_its_code() -> None:
    dengan_kepala = BarisTabel(inden=2, sel=(Sel(isi="7.01"), Sel(isi="Nama", kepala=True), Sel(isi="5")))
    tanpa_kepala = BarisTabel(inden=1, sel=sel("7.01", "Nama", "5"))
    hasil = show_table(tabel(dengan_kepala, tanpa_kepala, rata=("kiri", "kiri", "kanan")), "", Pengaturan())
    assert cetak(hasil.baris[0].sel)[:2] == ["td>7.01", 'th scope="row" class="in-2">Nama']
    assert cetak(hasil.baris[1].sel)[:2] == ['td class="in-1">7.01', "td>Nama"]


def kelas_baris(isi: Tabel) -> list[str]:
    return [b.kelas for b in show_table(isi, "", Pengaturan()).baris]


def test_rows_of_one_sasaran_stay_together_and_no_row_is_left_alone() -> None:
    bernama = [(Sel(isi=str(n)), Sel(isi="Sasaran", kepala=True), Sel(isi="80")) for n in range(1, 5)]
    sambungan = (Sel(isi=""), Sel(isi=""), Sel(isi="90"))
    jumlah = BarisTabel(jenis="jumlah", sel=(Sel(isi="Jumlah", kolom=2, kepala=True), Sel(isi="170")))

    isi = tabel(bernama[0], bernama[1], bernama[2], sambungan, bernama[3], jumlah)

    # The second row, the one that continues, the last one and the total follow the row above them.
    assert kelas_baris(isi) == ["", "rekat", "", "rekat", "rekat", "jumlah rekat"]


def test_a_row_under_a_span_stays_with_the_row_that_opened_it() -> None:
    isi = tabel(
        sel("1", "a", "1"),
        sel("2", "b", "2"),
        (Sel(isi="3", baris=2), Sel(isi="c"), Sel(isi="3")),
        (Sel(isi="d", kepala=True), Sel(isi="4")),
        sel("4", "e", "5"),
        sel("5", "f", "6"),
    )
    assert kelas_baris(isi) == ["", "rekat", "", "rekat", "", "rekat"]


def test_a_tujuan_may_run_over_pages_at_its_next_sasaran() -> None:
    isi = tabel(
        (Sel(isi="Tujuan", kepala=True), Sel(isi="Sasaran 1", kepala=True), Sel(isi="1")),
        (Sel(isi=""), Sel(isi="Sasaran 2", kepala=True), Sel(isi="2")),
        (Sel(isi=""), Sel(isi="Sasaran 3", kepala=True), Sel(isi="3")),
        (Sel(isi=""), Sel(isi="Sasaran 4", kepala=True), Sel(isi="4")),
    )
    assert kelas_baris(isi) == ["", "rekat", "", "rekat"]


def test_empty_cells_under_a_name_are_one_with_it() -> None:
    isi = tabel(sel("1", "Sasaran", "80"), sel("", "", "90"), sel("2", "", "95"))
    _, kedua, ketiga = show_table(isi, "", Pengaturan()).baris
    assert cetak(kedua.sel) == ['td class="te sambung">', 'td class="sambung">', 'td class="ka">90']
    # An empty cell beside a number of its own is a value left out, and keeps its frame.
    assert cetak(ketiga.sel) == ['td class="te">2', "td>", 'td class="ka">95']


def test_column_numbers_are_counted() -> None:
    for numbered in (True, False):
        satu = Bagian(kunci="b", judul="B", tingkat=1, isi=(tabel(nomor_kolom=numbered),))
        html = render_html(of_part(satu), Pengaturan(), mandiri=False)
        assert ("<td>(1)</td><td>(2)</td><td>(3)</td>" in html) == numbered


@pytest.mark.parametrize(
    ("rusak", "pesan"),
    [
        (tabel(sel("1", "2")), "baris 1: sel tidak memenuhi 3 kolom"),
        (tabel(sel("1", "2", "3", "4")), "baris 1: sel melampaui 3 kolom"),
        (tabel((Sel(isi="1", baris=2), Sel(), Sel())), "melampaui baris terakhir"),
        (tabel(lebar=(10, 50, 41)), "lebar kolom berjumlah 101"),
    ],
    ids=["kurang", "lebih", "rentang keluar", "lebar"],
)
def test_a_table_that_would_print_under_the_wrong_heading_is_refused(rusak: Tabel, pesan: str) -> None:
    with pytest.raises(ValueError, match=pesan):
        show_table(rusak, "", Pengaturan())


# -- widths ------------------------------------------------------------------------------------------

F4 = Decimal(160)  # mm between the margins
HURUF = Decimal(12)  # pt


def test_widths_that_fit_are_kept() -> None:
    assert fit_widths(tabel(sel("1", "kata pendek", "5")), lebar_isi=F4, ukuran_huruf=HURUF) == (
        (10, 50, 40),
        "biasa",
    )


def test_a_figure_gets_its_room_from_the_column_that_can_spare_it() -> None:
    """2.277.470.966 is 13 characters, bold 5560 × 10 + 278 × 3 = 6394 thousandths of 10,008 pt = 22,57 mm; with
    padding of 0,8 × 3,53 mm and 0,3 mm of border 25,7 mm: 17 % of 160 mm. The 7 % come from columns that need 5
    and 7 of their 10 and 80: 7 × 5 : 78 = 0,4 and 7 × 73 : 78 = 6,6."""
    lebar, ukuran = fit_widths(
        tabel(sel("1", "kata", "2.277.470.966"), lebar=(10, 80, 10)), lebar_isi=F4, ukuran_huruf=HURUF
    )
    assert (lebar, ukuran) == ((10, 73, 17), "biasa")


def test_a_table_too_full_is_set_smaller() -> None:
    """The three words are 10.113, 8.281 and 10.002 thousandths wide, with padding 30.796: 108,7 mm of type of
    10 pt, 97,8 mm of 9 pt, 87,0 mm of 8 pt, and 0,9 mm of borders."""
    penuh = tabel(
        sel("Pertanggungjawaban", "Penyelenggaraan", "Penanggungjawaban"),
        lebar=(33, 34, 33),
        rata=("kiri",) * 3,
    )
    ukuran = [fit_widths(penuh, lebar_isi=Decimal(mm), ukuran_huruf=HURUF)[1] for mm in (120, 105, 93)]
    assert ukuran == ["biasa", "kecil", "mini"]


def test_when_nothing_fits_figures_come_first() -> None:
    sempit = tabel(
        sel("Pertanggungjawaban", "Penyelenggaraan", "9.999.999"),
        lebar=(40, 40, 20),
        rata=("kiri", "kiri", "kanan"),
    )
    lebar, ukuran = fit_widths(sempit, lebar_isi=Decimal(40), ukuran_huruf=HURUF)
    assert ukuran == "mini"
    assert sum(lebar) == 100
    # 7 × 556 + 2 × 278 = 4448 thousandths of 2,823 mm, padding 2,26 mm and border: 15,1 mm of 40
    assert lebar[2] == 38


def test_a_word_that_no_line_holds_leaves_the_other_columns_whole() -> None:
    """It is broken inside its cell. Thirty letters "a" of 556 thousandths, bold, are 16.680: with padding 17.480 of
    3,53 mm and a border of 0,3 mm 62,0 mm, 39 % of 160 mm; the others need less than they have."""
    endless = tabel(sel("Pertanggungjawaban", "a" * 230, "80,00"), lebar=(30, 40, 30))
    assert fit_widths(endless, lebar_isi=F4, ukuran_huruf=HURUF) == ((30, 40, 30), "biasa")
    narrow = tabel(sel("Pertanggungjawaban", "a" * 230, "80,00"), lebar=(40, 30, 30))
    assert fit_widths(narrow, lebar_isi=F4, ukuran_huruf=HURUF)[0][1] == 39


def test_pieces_of_one_word_are_measured_together_and_lines_apart() -> None:
    utuh = tabel((Sel(isi="1"), Sel(isi=("Pertanggung", Tebal("jawaban"))), Sel(isi="")), lebar=(80, 10, 10))
    pisah = tabel(
        (Sel(isi="1"), Sel(isi=("Pertanggung", Baris(), "jawaban")), Sel(isi="")), lebar=(80, 10, 10)
    )
    lebar_utuh = fit_widths(utuh, lebar_isi=F4, ukuran_huruf=HURUF)[0][1]
    assert lebar_utuh > fit_widths(pisah, lebar_isi=F4, ukuran_huruf=HURUF)[0][1]


def test_a_fraction_keeps_its_multiplier_beside_it() -> None:
    def isi(pengali: str) -> Tabel:
        pecahan = Pecahan(pembilang="realisasi", penyebut="target", pengali=pengali)
        return tabel((Sel(isi="1"), Sel(isi=(pecahan,)), Sel(isi="")), lebar=(80, 10, 10))

    dengan, tanpa = (fit_widths(isi(p), lebar_isi=F4, ukuran_huruf=HURUF)[0][1] for p in ("× 100%", ""))
    assert dengan > tanpa


kata = st.text(alphabet="abemnW0123456789.%", min_size=1, max_size=22)


@given(
    st.lists(st.lists(kata, min_size=4, max_size=4), min_size=1, max_size=4),
    st.permutations([10, 20, 30, 40]),
    st.sampled_from([Decimal(155), Decimal(160), Decimal(275)]),
)
def test_widths_always_sum_to_100_and_never_tear_a_word_that_fits(
    isi: list[list[str]], semula: list[int], lebar_isi: Decimal
) -> None:
    satu = tabel(
        *(sel(*baris) for baris in isi),
        lebar=tuple(semula),
        rata=("kiri", "kiri", "kanan", "kanan"),
        kepala=(),
    )
    lebar, ukuran = fit_widths(satu, lebar_isi=lebar_isi, ukuran_huruf=HURUF)
    assert sum(lebar) == 100
    assert min(lebar) > 0
    huruf = float(HURUF) * 352.778 * SKALA[ukuran] / 1000
    ruang = [float(lebar_isi) * 1000 * w / 100 - 0.8 * huruf for w in lebar]
    sobek = [
        teks
        for baris in isi
        for teks, r in zip(baris, ruang, strict=True)
        if lebar_teks(teks, int(huruf)) > r
    ]
    assert not sobek or ukuran == "mini"


def test_the_stylesheet_has_the_sizes_and_widths_that_are_counted_with() -> None:
    css = (Path(settings.BASE_DIR) / "static/css/print/dokumen.css").read_text()
    ukuran = dict(re.findall(r"^\.tabel(-kecil|-mini)? \{.*?font-size: (\.\d+)em", css, re.MULTILINE))
    assert {nama or "-biasa": int(Decimal(nilai) * 1000) for nama, nilai in ukuran.items()} == {
        f"-{nama}": skala for nama, skala in SKALA.items()
    }
    assert re.search(r"\.tabel td, \.tabel th \{[^}]*padding: \.25em \.4em", css)
    assert dict(re.findall(r"\.l-(\d+) \{ width: (\d+)% \}", css)) == {str(i): str(i) for i in range(1, 101)}

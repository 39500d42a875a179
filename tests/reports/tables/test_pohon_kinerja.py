"""The pohon kinerja: what is drawn, in how many pieces, and what is told to those who do not see it."""

import re
from dataclasses import replace

from reports.document.tree import Gambar
from reports.tables.pohon_kinerja import TINGGI_GAMBAR, draw_tree
from sakip.snapshot.types import BarisRKT
from tests.reports.lkip.example_plan import RKT_2023, baris_rkt, snapshot_rencana


def pohon(*baris: BarisRKT) -> tuple[Gambar, ...]:
    return draw_tree(snapshot_rencana(), replace(RKT_2023, baris=baris))


def tinggi(gambar: Gambar) -> float:
    cocok = re.search(r'height="([0-9.]+)mm"', gambar.svg)
    assert cocok is not None
    return float(cocok[1])


def test_every_tujuan_has_its_drawing_with_its_counts() -> None:
    satu, dua = pohon(*RKT_2023.baris)
    assert (satu.kunci, satu.judul) == ("gambar-pohon-1-1", "Pohon Kinerja Tahun 2023: Tujuan 1")
    assert satu.alt == (
        "Pohon Kinerja Tahun 2023: Tujuan 1. Tujuan “Meningkatnya kualitas pelayanan publik” dijabarkan menjadi "
        "1 (satu) sasaran dan 1 (satu) program; nama, indikator, dan penanggung jawabnya tercantum dalam tabel RKT."
    )
    assert dua.alt == (
        "Pohon Kinerja Tahun 2023: Tujuan 2. Tujuan “Meningkatnya akuntabilitas kinerja” dijabarkan menjadi "
        "1 (satu) sasaran, 1 (satu) program, 1 (satu) kegiatan, dan 1 (satu) sub kegiatan; nama, indikator, dan "
        "penanggung jawabnya tercantum dalam tabel RKT."
    )
    for kata in ("Terselenggaranya", "7.01.01.2.02", "Penyediaan Gaji", "Subbagian Perencanaan"):
        assert kata in dua.svg


def test_a_single_tujuan_needs_no_number() -> None:
    (satu,) = pohon(baris_rkt("pelayanan", "7.01.02", "Program Pelayanan"))
    assert satu.judul == "Pohon Kinerja Tahun 2023"


def test_a_large_cascade_is_cut_to_the_height_that_fits_twice_on_a_page() -> None:
    banyak = [
        baris_rkt("kinerja", f"7.01.01.2.0{k}.{s:02}", f"Sub kegiatan {k}-{s} dengan nama yang cukup panjang")
        for k in range(1, 6)
        for s in range(1, 6)
    ]
    gambar = pohon(*banyak)
    n = len(gambar)
    assert n > 2
    assert [g.judul for g in gambar] == [
        f"Pohon Kinerja Tahun 2023 (bagian {i} dari {n})" for i in range(1, n + 1)
    ]
    assert len({g.kunci for g in gambar}) == n
    assert all(0 < tinggi(g) <= TINGGI_GAMBAR for g in gambar)
    # Two drawings of 105 mm and 14 mm for each caption: 238 of the 242 mm between the margins of an A4 page.
    assert 2 * (TINGGI_GAMBAR + 14) <= 297 - 25 - 30


def test_a_long_tujuan_is_drawn_whole() -> None:
    s = snapshot_rencana()
    panjang = "Meningkatnya " + " ".join(f"kata{i}" for i in range(40))
    t = replace(s.renstra[-1].tujuan[0], uraian=panjang)
    s = replace(s, renstra=(replace(s.renstra[-1], tujuan=(t,)),))
    (gambar,) = draw_tree(s, replace(RKT_2023, baris=(baris_rkt("pelayanan", "7.01.02", "Program"),)))
    assert "kata39" in gambar.svg
    assert "…" not in gambar.svg


def test_rows_without_sasaran_are_left_to_the_table() -> None:
    assert pohon(baris_rkt("", "7.01.02", "Program")) == ()
    assert pohon() == ()

"""The pohon kinerja: what is drawn, in how many pieces, and what is told to those who do not see it."""

import re
from dataclasses import replace

from reports.document.tree import Figure
from reports.tables.pohon_kinerja import FIGURE_HEIGHT, draw_tree
from sakip.snapshot.types import BarisRKT
from tests.reports.lkip.example_plan import RKT_2023, rkt_row, snapshot_rencana


def tree(*rows: BarisRKT) -> tuple[Figure, ...]:
    return draw_tree(snapshot_rencana(), replace(RKT_2023, baris=rows))


def height(figure: Figure) -> float:
    matches = re.search(r'height="([0-9.]+)mm"', figure.svg)
    assert matches is not None
    return float(matches[1])


def test_every_tujuan_has_its_drawing_with_its_counts() -> None:
    one, two = tree(*RKT_2023.baris)
    assert (one.key, one.title) == ("gambar-pohon-1-1", "Pohon Kinerja Tahun 2023: Tujuan 1")
    assert one.alt == (
        "Pohon Kinerja Tahun 2023: Tujuan 1. Tujuan “Meningkatnya kualitas pelayanan publik” dijabarkan menjadi "
        "1 (satu) sasaran dan 1 (satu) program; nama, indikator, target, dan penanggung jawabnya tercantum dalam "
        "tabel RKT."
    )
    assert two.alt == (
        "Pohon Kinerja Tahun 2023: Tujuan 2. Tujuan “Meningkatnya akuntabilitas kinerja” dijabarkan menjadi "
        "1 (satu) sasaran, 1 (satu) program, dan 1 (satu) kegiatan; nama, indikator, target, dan penanggung jawabnya "
        "tercantum dalam tabel RKT."
    )
    for word in (
        "Terselenggaranya",
        "7.01.01.2.02",
        "• Persentase administrasi: 100%",
        "7.01.01 – Sekretariat",
    ):
        assert word in two.svg


def test_a_single_tujuan_needs_no_number() -> None:
    s = snapshot_rencana()
    s = replace(s, renstra=(replace(s.renstra[-1], tujuan=s.renstra[-1].tujuan[:1]),))
    rkt = replace(RKT_2023, baris=(rkt_row("pelayanan", "7.01.02", "Program Pelayanan"),))
    (one,) = draw_tree(s, rkt)
    assert one.title == "Pohon Kinerja Tahun 2023"


def test_what_no_program_serves_stands_in_the_tree_of_its_tujuan() -> None:
    """The Renstra has it, whatever the RKT says: with its indikator and target."""
    one, two = tree(rkt_row("pelayanan", "7.01.02", "Program Pelayanan"))
    assert (one.title, two.title) == (
        "Pohon Kinerja Tahun 2023: Tujuan 1",
        "Pohon Kinerja Tahun 2023: Tujuan 2",
    )
    words = " ".join(re.findall(r">([^<]+)</text>", two.svg))
    assert "Terselenggaranya pemerintahan kecamatan" in words
    assert "• Nilai SAKIP: B" in words
    assert two.alt.endswith("dijabarkan menjadi 1 (satu) sasaran yang belum didukung program dalam RKT.")


def test_a_tujuan_has_the_number_that_it_has_in_the_renstra() -> None:
    s = snapshot_rencana()
    one, two = s.renstra[-1].tujuan
    idle = replace(two, uraian="Meningkatnya kemandirian desa", sasaran=())
    s = replace(s, renstra=(replace(s.renstra[-1], tujuan=(one, idle, two)),))
    titles = [figure.title for figure in draw_tree(s, RKT_2023)]
    assert titles == ["Pohon Kinerja Tahun 2023: Tujuan 1", "Pohon Kinerja Tahun 2023: Tujuan 3"]


def test_a_large_cascade_is_cut_to_the_height_that_fits_on_a_page() -> None:
    many = [
        rkt_row("kinerja", f"7.01.{p:02}.2.{k:02}", f"Kegiatan {p}-{k} dengan nama yang cukup panjang")
        for p in range(1, 6)
        for k in range(1, 10)
    ]
    _, *figures = tree(*many)
    n = len(figures)
    assert n > 2
    assert [g.title for g in figures] == [
        f"Pohon Kinerja Tahun 2023: Tujuan 2 (bagian {i} dari {n})" for i in range(1, n + 1)
    ]
    assert len({g.key for g in figures}) == n
    assert all(0 < height(g) <= FIGURE_HEIGHT for g in figures)
    # A drawing of 128 mm, 13 mm for its caption and 13 mm for the heading: what an A4 page on its side has.
    assert FIGURE_HEIGHT + 13 + 13 <= 210 - 25 - 30


def test_what_crosses_units_or_sasaran_is_marked() -> None:
    _, one = tree(
        rkt_row("kinerja", "7.01.01", "Program A", pj=("Sekretariat", "Seksi Pemerintahan")),
    )
    assert "7.01.01 – Sekretariat, Seksi Pemerintahan (lintas unit)" in " ".join(
        re.findall(r">([^<]+)</text>", one.svg)
    )
    both = tree(
        rkt_row("kinerja", "7.01.01", "Program A"), rkt_row("pelayanan", "7.01.01.2.01", "Kegiatan B")
    )
    assert all("(lintas sasaran)" in figure.svg for figure in both[1:])


def test_a_long_tujuan_is_drawn_whole() -> None:
    s = snapshot_rencana()
    length = "Meningkatnya " + " ".join(f"kata{i}" for i in range(40))
    t = replace(s.renstra[-1].tujuan[0], uraian=length)
    s = replace(s, renstra=(replace(s.renstra[-1], tujuan=(t,)),))
    (figure,) = draw_tree(s, replace(RKT_2023, baris=(rkt_row("pelayanan", "7.01.02", "Program"),)))
    assert "kata39" in figure.svg
    assert "…" not in figure.svg


def test_rows_without_sasaran_are_left_to_the_table() -> None:
    assert tree(rkt_row("", "7.01.02", "Program")) == ()
    assert tree() == ()


def printed_wide(figure: Figure) -> float:
    """How large it is drawn."""
    found = re.search(r'viewBox="0 0 (\d+) ', figure.svg)
    assert found is not None
    return 2400 / float(found[1])


def test_a_drawing_grows_only_where_none_beside_it_has_room_on_its_page() -> None:
    """Two low ones share a page; beside one that fills it the low one has a page to itself, and larger letters."""
    low = rkt_row("kinerja", "7.01.01", "Program Penunjang")
    one, two = tree(rkt_row("pelayanan", "7.01.02", "Program Pelayanan"), low)
    assert height(one) + height(two) < FIGURE_HEIGHT
    assert printed_wide(one) == printed_wide(two) == 1
    many = (rkt_row("pelayanan", f"7.01.02.2.{n:02}", "Kegiatan") for n in range(1, 14))
    higher = (rkt_row("kinerja", f"7.01.01.2.{n:02}", "Kegiatan") for n in range(1, 6))
    full, alone = tree(*many, *higher)
    assert height(full) > 100
    assert printed_wide(full) == 1
    assert printed_wide(alone) > 1.39
    assert height(alone) <= FIGURE_HEIGHT

"""The drawing of an organisation."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import (
    ChartNode,
    JenisSimpul,
    bagan_organisasi,
)
from tests.reports.charts.drawing import PANJANG, SEKRETARIS, Gambar, check_box, check_page

SEKSI = (
    "Seksi Pemerintahan",
    "Seksi Ketenteraman dan Ketertiban Umum",
    "Seksi Pemberdayaan Masyarakat dan Desa",
    "Seksi Kesejahteraan Sosial",
    "Seksi Pelayanan Umum",
)
FUNGSIONAL = ChartNode("Kelompok Jabatan Fungsional", jenis=JenisSimpul.FUNGSIONAL)


def test_organisation_of_a_kecamatan() -> None:
    camat = ChartNode("Camat", (FUNGSIONAL, SEKRETARIS, *(ChartNode(s) for s in SEKSI)))
    gambar = Gambar(bagan_organisasi(camat))
    check_page(gambar)
    check_box(gambar)
    assert len(gambar.kotak) == 10
    puncak, fungsional, sekretaris, sub_satu, sub_dua, *seksi = gambar.kotak
    assert fungsional.kanan < puncak.x + 280 < sekretaris.x  # left and right of the trunk
    assert fungsional.y == sekretaris.y > puncak.bawah
    assert sub_satu.y == sub_dua.y > sekretaris.bawah
    assert {s.y for s in seksi} == {seksi[0].y}
    assert seksi[0].y > sub_satu.bawah


SIMPUL = st.recursive(
    st.builds(
        ChartNode,
        st.sampled_from(["Seksi Kesejahteraan Sosial", "Kelurahan Jember Kidul", PANJANG, "X"]),
        st.just(()),
        st.sampled_from(list(JenisSimpul)),
    ),
    lambda anak: st.builds(
        ChartNode, st.just("Subbagian Umum dan Kepegawaian"), st.lists(anak, max_size=4).map(tuple)
    ),
    max_leaves=8,
)


@given(st.lists(SIMPUL, max_size=12).map(tuple))
@settings(max_examples=60)
def test_any_organisation_fits_and_is_drawn_whole(anak: tuple[ChartNode, ...]) -> None:
    gambar = Gambar(bagan_organisasi(ChartNode("Camat", anak)))
    check_page(gambar)
    check_box(gambar)

    def banyak(simpul: ChartNode) -> int:
        return 1 + sum(banyak(s) for s in simpul.anak)

    assert len(gambar.kotak) == 1 + sum(banyak(s) for s in anak)

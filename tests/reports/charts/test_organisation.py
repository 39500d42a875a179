"""The drawing of an organisation."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import (
    ChartNode,
    NodeKind,
    organisasi_chart,
)
from tests.reports.charts.drawing import LENGTH, SEKRETARIS, Figure, check_box, check_page

SEKSI = (
    "Seksi Pemerintahan",
    "Seksi Ketenteraman dan Ketertiban Umum",
    "Seksi Pemberdayaan Masyarakat dan Desa",
    "Seksi Kesejahteraan Sosial",
    "Seksi Pelayanan Umum",
)
FUNGSIONAL = ChartNode("Kelompok Jabatan Fungsional", kinds=NodeKind.FUNGSIONAL)


def test_organisation_of_a_kecamatan() -> None:
    camat = ChartNode("Camat", (FUNGSIONAL, SEKRETARIS, *(ChartNode(s) for s in SEKSI)))
    figure = Figure(organisasi_chart(camat))
    check_page(figure)
    check_box(figure)
    assert len(figure.boxes) == 10
    peak, fungsional, sekretaris, first_sub, second_sub, *seksi = figure.boxes
    assert fungsional.right < peak.x + 280 < sekretaris.x  # left and right of the trunk
    assert fungsional.y == sekretaris.y > peak.below
    assert first_sub.y == second_sub.y > sekretaris.below
    assert {s.y for s in seksi} == {seksi[0].y}
    assert seksi[0].y > first_sub.below


NODE = st.recursive(
    st.builds(
        ChartNode,
        st.sampled_from(["Seksi Kesejahteraan Sosial", "Kelurahan Jember Kidul", LENGTH, "X"]),
        st.just(()),
        st.sampled_from(list(NodeKind)),
    ),
    lambda child: st.builds(
        ChartNode, st.just("Subbagian Umum dan Kepegawaian"), st.lists(child, max_size=4).map(tuple)
    ),
    max_leaves=8,
)


@given(st.lists(NODE, max_size=12).map(tuple))
@settings(max_examples=60)
def test_any_organisation_fits_and_is_drawn_whole(child: tuple[ChartNode, ...]) -> None:
    figure = Figure(organisasi_chart(ChartNode("Camat", child)))
    check_page(figure)
    check_box(figure)

    def many(node: ChartNode) -> int:
        return 1 + sum(many(s) for s in node.children)

    assert len(figure.boxes) == 1 + sum(many(s) for s in child)

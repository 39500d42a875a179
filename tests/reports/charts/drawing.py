"""A drawing read back: its boxes and texts where they stand, and that they keep clear of one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from xml.etree import ElementTree as ET  # reads only what these tests have just drawn

from reports.charts import ChartNode, NodeKind
from reports.charts.text_width import text_width

SVG = "{http://www.w3.org/2000/svg}"
LENGTH = "Persentase Penyelesaian Laporan dan Pelanggaran Ketertiban Umum serta Ketenteraman Masyarakat"
SEKRETARIS = ChartNode(
    "Sekretaris Kecamatan",
    (ChartNode("Subbagian Umum dan Kepegawaian"), ChartNode("Subbagian Perencanaan dan Keuangan")),
    NodeKind.SEKRETARIAT,
)


@dataclass(frozen=True)
class DrawnArea:
    """A rectangle on the page: of a shape, or around a line of text."""

    x: int
    y: int
    right: int
    below: int
    content: str = ""

    def overwrites(self, other: "DrawnArea") -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.below and other.y < self.below

    def fits(self, other: "DrawnArea") -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and self.right >= other.right
            and self.below >= other.below
        )


class Figure:
    """A drawing read back as a browser would read it."""

    def __init__(self, svg: str) -> None:
        self.root = ET.fromstring(svg)  # noqa: S314
        _, _, width, height = (int(n) for n in self.root.attrib["viewBox"].split())
        self.page = DrawnArea(0, 0, width, height)
        self.boxes = [self._box(r.attrib) for r in self.root.iter(f"{SVG}rect")]
        self.writing = [self._writing(t) for t in self.root.iter(f"{SVG}text")]

    @property
    def word(self) -> str:
        return " ".join(t.content for t in self.writing)

    @staticmethod
    def _box(attributes: dict[str, str]) -> DrawnArea:
        x, y, width, height = (int(attributes[n]) for n in ("x", "y", "width", "height"))
        return DrawnArea(x, y, x + width, y + height)

    @staticmethod
    def _writing(unsur: ET.Element) -> DrawnArea:
        content, size = unsur.text or "", int(unsur.attrib["font-size"])
        x, base = int(unsur.attrib["x"]), int(unsur.attrib["y"])
        width = text_width(content, size, bold=unsur.get("font-weight") == "bold")
        x -= {"start": 0, "middle": width // 2, "end": width}[unsur.attrib["text-anchor"]]
        # Capitals and descenders of the font reach 0.73 above and 0.22 below the baseline.
        return DrawnArea(x, base - size * 73 // 100, x + width, base + size * 22 // 100, content)


def check_page(figure: Figure) -> None:
    """Every text and box lies on the page and no two texts touch."""
    for field in figure.boxes + figure.writing:
        assert figure.page.fits(field), field
    for one, other in combinations(figure.writing, 2):
        assert not one.overwrites(other), (one, other)


def check_box(figure: Figure, *, column_titles: Sequence[str] = ()) -> None:
    """No two boxes touch and every text is inside one box, but for the headings of columns."""
    for one, other in combinations(figure.boxes, 2):
        assert not one.overwrites(other), (one, other)
    for text in figure.writing:
        assert text.content in column_titles or any(box.fits(text) for box in figure.boxes), text


def height_mm(figure: Figure) -> Decimal:
    return Decimal(figure.root.attrib["height"].removesuffix("mm"))

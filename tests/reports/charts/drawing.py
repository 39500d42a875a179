"""A drawing read back: its boxes and texts where they stand, and that they keep clear of one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from xml.etree import ElementTree as ET  # reads only what these tests have just drawn

from reports.charts import ChartNode, JenisSimpul
from reports.charts.text_width import lebar_teks

SVG = "{http://www.w3.org/2000/svg}"
PANJANG = "Persentase Penyelesaian Laporan dan Pelanggaran Ketertiban Umum serta Ketenteraman Masyarakat"
SEKRETARIS = ChartNode(
    "Sekretaris Kecamatan",
    (ChartNode("Subbagian Umum dan Kepegawaian"), ChartNode("Subbagian Perencanaan dan Keuangan")),
    JenisSimpul.SEKRETARIAT,
)


@dataclass(frozen=True)
class Bidang:
    """A rectangle on the page: of a shape, or around a line of text."""

    x: int
    y: int
    kanan: int
    bawah: int
    isi: str = ""

    def menimpa(self, lain: "Bidang") -> bool:
        return self.x < lain.kanan and lain.x < self.kanan and self.y < lain.bawah and lain.y < self.bawah

    def memuat(self, lain: "Bidang") -> bool:
        return self.x <= lain.x and self.y <= lain.y and self.kanan >= lain.kanan and self.bawah >= lain.bawah


class Gambar:
    """A drawing read back as a browser would read it."""

    def __init__(self, svg: str) -> None:
        self.akar = ET.fromstring(svg)  # noqa: S314
        _, _, lebar, tinggi = (int(n) for n in self.akar.attrib["viewBox"].split())
        self.halaman = Bidang(0, 0, lebar, tinggi)
        self.kotak = [self._kotak(r.attrib) for r in self.akar.iter(f"{SVG}rect")]
        self.tulisan = [self._tulisan(t) for t in self.akar.iter(f"{SVG}text")]

    @property
    def kata(self) -> str:
        return " ".join(t.isi for t in self.tulisan)

    @staticmethod
    def _kotak(atribut: dict[str, str]) -> Bidang:
        x, y, lebar, tinggi = (int(atribut[n]) for n in ("x", "y", "width", "height"))
        return Bidang(x, y, x + lebar, y + tinggi)

    @staticmethod
    def _tulisan(unsur: ET.Element) -> Bidang:
        isi, ukuran = unsur.text or "", int(unsur.attrib["font-size"])
        x, dasar = int(unsur.attrib["x"]), int(unsur.attrib["y"])
        lebar = lebar_teks(isi, ukuran, tebal=unsur.get("font-weight") == "bold")
        x -= {"start": 0, "middle": lebar // 2, "end": lebar}[unsur.attrib["text-anchor"]]
        # Capitals and descenders of the font reach 0.73 above and 0.22 below the baseline.
        return Bidang(x, dasar - ukuran * 73 // 100, x + lebar, dasar + ukuran * 22 // 100, isi)


def check_page(gambar: Gambar) -> None:
    """Every text and box lies on the page and no two texts touch."""
    for bidang in gambar.kotak + gambar.tulisan:
        assert gambar.halaman.memuat(bidang), bidang
    for satu, lain in combinations(gambar.tulisan, 2):
        assert not satu.menimpa(lain), (satu, lain)


def check_box(gambar: Gambar, *, judul_kolom: Sequence[str] = ()) -> None:
    """No two boxes touch and every text is inside one box, but for the headings of columns."""
    for satu, lain in combinations(gambar.kotak, 2):
        assert not satu.menimpa(lain), (satu, lain)
    for teks in gambar.tulisan:
        assert teks.isi in judul_kolom or any(kotak.memuat(teks) for kotak in gambar.kotak), teks


def tinggi_mm(gambar: Gambar) -> Decimal:
    return Decimal(gambar.akar.attrib["height"].removesuffix("mm"))

"""The drawings: nothing overlaps or leaves the page, everything said is drawn, the same bytes each time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from xml.etree import ElementTree as ET  # reads only what these tests have just drawn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import (
    BatangCapaian,
    JenisSimpul,
    Simpul,
    SimpulKinerja,
    bagan_organisasi,
    batang_capaian,
    pohon_kinerja,
)
from reports.charts.texts import lebar_teks, wrap

SVG = "{http://www.w3.org/2000/svg}"
PANJANG = "Persentase Penyelesaian Laporan dan Pelanggaran Ketertiban Umum serta Ketenteraman Masyarakat"


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
    def judul(self) -> str:
        return self.akar.findtext(f"{SVG}title") or ""

    @property
    def uraian(self) -> str:
        return self.akar.findtext(f"{SVG}desc") or ""

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


# --- text ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "tebal", "harap"),
    [
        # By hand from the metrics published for Helvetica: C 722, a 556, m 833, a 556, t 278.
        ("Camat", False, 2945),
        # Bold: C 722, a 556, m 889, a 556, t 333.
        ("Camat", True, 3056),
        ("98,5 %", False, 2 * 556 + 278 + 556 + 278 + 889),
        ("", False, 0),
    ],
)
def test_width_of_a_text(teks: str, tebal: bool, harap: int) -> None:
    assert lebar_teks(teks, 1000, tebal=tebal) == harap
    assert lebar_teks(teks, 30, tebal=tebal) == -(-harap * 30 // 1000)


def test_lines_break_at_spaces_and_after_a_slash() -> None:
    assert wrap("satu dua tiga", 10_000, 20) == ("satu dua tiga",)
    assert wrap("satu  dua\ntiga", lebar_teks("satu dua", 20), 20) == ("satu dua", "tiga")
    assert wrap("Koordinasi/Sinergi", lebar_teks("Koordinasi/", 20), 20) == ("Koordinasi/", "Sinergi")
    assert wrap("   ", 100, 20) == ()


def test_a_text_that_is_cut_says_so() -> None:
    assert wrap("satu dua tiga empat", lebar_teks("satu dua …", 20), 20, maks_baris=1) == ("satu dua…",)
    assert wrap("satu dua", lebar_teks("satu dua", 20), 20, maks_baris=1) == ("satu dua",)


@given(
    st.text(alphabet="abcWi /-\t\n", max_size=80),
    st.integers(min_value=40, max_value=400),
    st.none() | st.integers(min_value=1, max_value=4),
)
def test_no_line_is_too_wide_and_no_letter_is_lost(teks: str, lebar: int, maks: int | None) -> None:
    baris = wrap(teks, lebar, 20, maks_baris=maks)
    assert all(0 < lebar_teks(b, 20) <= lebar for b in baris)
    if maks is None:
        assert "".join(baris).replace(" ", "") == "".join(teks.split())
    else:
        assert len(baris) <= maks


# --- bars ---------------------------------------------------------------------------------------------


def baris_2023() -> list[BatangCapaian]:
    return [
        BatangCapaian(PANJANG, Decimal(95)),
        BatangCapaian("Indeks Kepuasan Masyarakat (IKM)", Decimal(100)),
        BatangCapaian("Nilai SAKIP OPD", Decimal(100)),
        BatangCapaian("Persentase fasilitasi kegiatan pemberdayaan masyarakat", Decimal(85)),
    ]


def test_bars_are_as_long_as_their_values() -> None:
    gambar = Gambar(batang_capaian(baris_2023(), id="capaian", judul="Capaian 2023"))
    check_page(gambar)
    # The plot is 840 units wide, so one percent is 8.4; a bar begins and ends 2 units beyond its value.
    assert [k.kanan - k.x - 4 for k in gambar.kotak] == [798, 840, 840, 714]
    for nilai in ("95,00%", "100,00%", "85,00%", "0%", "20%", "80%", "100%", "target 100%"):
        assert nilai in [t.isi for t in gambar.tulisan]
    assert gambar.judul == "Capaian 2023"
    assert f"{PANJANG}: 95,00%; " in gambar.uraian


def test_unknown_is_words_and_zero_is_a_stroke() -> None:
    kosong = batang_capaian([BatangCapaian("A", None)], id="a", judul="J")
    assert "tidak dapat disimpulkan" in Gambar(kosong).kata
    assert "0,00%" not in Gambar(kosong).kata
    assert "A: tidak dapat disimpulkan." in Gambar(kosong).uraian

    nol = Gambar(batang_capaian([BatangCapaian("A", Decimal(0))], id="a", judul="J"))
    assert "0,00%" in nol.kata
    assert [k.kanan - k.x for k in nol.kotak] == [4]


def test_a_reason_is_readable_wherever_zero_stands() -> None:
    baris = [BatangCapaian("A", None), BatangCapaian("B", Decimal(-9_000))]
    gambar = Gambar(batang_capaian(baris, id="a", judul="J"))
    check_page(gambar)
    assert "tidak dapat disimpulkan" in gambar.kata


def test_other_reasons_are_shown_too() -> None:
    gambar = Gambar(batang_capaian([BatangCapaian("A", None, "belum diisi")], id="a", judul="J"))
    assert "belum diisi" in gambar.kata
    assert "tidak dapat disimpulkan" not in gambar.kata


def test_axis_reaches_below_zero_and_above_the_target() -> None:
    gambar = Gambar(
        batang_capaian(
            [BatangCapaian("A", Decimal("107.81")), BatangCapaian("B", Decimal(-50))], id="a", judul="J"
        )
    )
    check_page(gambar)
    tanda = [t.isi for t in gambar.tulisan if re.fullmatch(r"-?\d+%", t.isi)]
    assert tanda == ["-60%", "-40%", "-20%", "0%", "20%", "40%", "60%", "80%", "100%", "120%"]
    atas, bawah = gambar.kotak
    assert bawah.kanan == atas.x + 2  # the bar below zero ends on the axis from which the other begins
    assert bawah.kanan - bawah.x == 233  # 50 of 180 percent on 840 units


def test_a_name_too_long_for_three_lines_is_whole_in_the_description() -> None:
    nama = f"{PANJANG} {PANJANG}"
    gambar = Gambar(batang_capaian([BatangCapaian(nama, Decimal(95))], id="a", judul="J"))
    check_page(gambar)
    assert "…" in gambar.kata
    assert nama in gambar.uraian


@given(
    st.lists(
        st.builds(
            BatangCapaian,
            st.text(alphabet="abc W/", max_size=200),
            st.none() | st.decimals(min_value=-2000, max_value=100_000, places=2),
            st.sampled_from(["tidak dapat disimpulkan", "belum diisi", PANJANG]),
        ),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=60)
def test_any_bars_fit(baris: list[BatangCapaian]) -> None:
    gambar = Gambar(batang_capaian(baris, id="a", judul="J"))
    check_page(gambar)
    assert sum(t.isi == "–" for t in gambar.tulisan) == sum(b.capaian is None for b in baris)


def test_bars_need_rows() -> None:
    with pytest.raises(ValueError, match="sekurang-kurangnya satu indikator"):
        batang_capaian([], id="a", judul="J")


# --- organisation -------------------------------------------------------------------------------------

SEKSI = (
    "Seksi Pemerintahan",
    "Seksi Ketenteraman dan Ketertiban Umum",
    "Seksi Pemberdayaan Masyarakat dan Desa",
    "Seksi Kesejahteraan Sosial",
    "Seksi Pelayanan Umum",
)
SEKRETARIS = Simpul(
    "Sekretaris Kecamatan",
    (Simpul("Subbagian Umum dan Kepegawaian"), Simpul("Subbagian Perencanaan dan Keuangan")),
    JenisSimpul.SEKRETARIAT,
)
FUNGSIONAL = Simpul("Kelompok Jabatan Fungsional", jenis=JenisSimpul.FUNGSIONAL)


def test_organisation_of_a_kecamatan() -> None:
    camat = Simpul(
        "Camat", (FUNGSIONAL, SEKRETARIS, *(Simpul(s) for s in SEKSI)), keterangan="Nama Camat, S.STP."
    )
    gambar = Gambar(bagan_organisasi(camat, id="org", judul="Susunan organisasi"))
    check_page(gambar)
    check_box(gambar)
    assert len(gambar.kotak) == 10
    puncak, fungsional, sekretaris, sub_satu, sub_dua, *seksi = gambar.kotak
    assert fungsional.kanan < puncak.x + 280 < sekretaris.x  # left and right of the trunk
    assert fungsional.y == sekretaris.y > puncak.bawah
    assert sub_satu.y == sub_dua.y > sekretaris.bawah
    assert {s.y for s in seksi} == {seksi[0].y}
    assert seksi[0].y > sub_satu.bawah
    assert gambar.uraian.startswith(
        "Camat (Nama Camat, S.STP.) membawahkan Kelompok Jabatan Fungsional, Sekretaris Kecamatan, "
    )
    assert (
        "Sekretaris Kecamatan membawahkan Subbagian Umum dan Kepegawaian, Subbagian Perencanaan dan Keuangan."
        in gambar.uraian
    )


SIMPUL = st.recursive(
    st.builds(
        Simpul,
        st.sampled_from(["Seksi Kesejahteraan Sosial", "Kelurahan Jember Kidul", PANJANG, "X"]),
        st.just(()),
        st.sampled_from(list(JenisSimpul)),
        st.sampled_from(["", "Drs. H. Nama Pejabat yang Panjang, M.Si."]),
    ),
    lambda anak: st.builds(
        Simpul, st.just("Subbagian Umum dan Kepegawaian"), st.lists(anak, max_size=4).map(tuple)
    ),
    max_leaves=8,
)


@given(st.lists(SIMPUL, max_size=12).map(tuple))
@settings(max_examples=60)
def test_any_organisation_fits_and_is_drawn_whole(anak: tuple[Simpul, ...]) -> None:
    gambar = Gambar(bagan_organisasi(Simpul("Camat", anak), id="org", judul="J"))
    check_page(gambar)
    check_box(gambar)

    def banyak(simpul: Simpul) -> int:
        return 1 + sum(banyak(s) for s in simpul.anak)

    assert len(gambar.kotak) == 1 + sum(banyak(s) for s in anak)


# --- cascade ------------------------------------------------------------------------------------------

KOLOM = ("Sasaran", "Program", "Kegiatan", "Sub kegiatan")


def kaskade(program: int, kegiatan: int, sub: int) -> SimpulKinerja:
    return SimpulKinerja(
        "Meningkatnya kualitas pelayanan publik",
        (
            SimpulKinerja(
                "Meningkatnya akuntabilitas kinerja kecamatan",
                tuple(
                    SimpulKinerja(
                        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
                        tuple(
                            SimpulKinerja(
                                "Administrasi Keuangan Perangkat Daerah",
                                tuple(
                                    SimpulKinerja(
                                        "Penyediaan Gaji dan Tunjangan ASN",
                                        penanggung_jawab="Subbagian Perencanaan dan Keuangan",
                                        kode=f"7.01.{p:02}.2.{k:02}.{s:04}",
                                    )
                                    for s in range(1, sub + 1)
                                ),
                                kode=f"7.01.{p:02}.2.{k:02}",
                            )
                            for k in range(1, kegiatan + 1)
                        ),
                        kode=f"7.01.{p:02}",
                        penanggung_jawab="Sekretaris Kecamatan",
                    )
                    for p in range(1, program + 1)
                ),
            ),
        ),
    )


def test_small_cascade_is_one_drawing_without_repetition() -> None:
    (svg,) = pohon_kinerja([kaskade(1, 2, 2)], id="pohon", judul="Pohon kinerja")
    gambar = Gambar(svg)
    check_page(gambar)
    check_box(gambar, judul_kolom=KOLOM)
    assert len(gambar.kotak) == 1 + 1 + 1 + 2 + 4
    assert gambar.judul == "Pohon kinerja"
    assert "(lanjutan)" not in gambar.kata
    assert [t.isi for t in gambar.tulisan if t.isi in KOLOM] == list(KOLOM)
    assert "Subbagian Perencanaan dan Keuangan" in gambar.kata
    assert (
        "Sub kegiatan: Penyediaan Gaji dan Tunjangan ASN – Subbagian Perencanaan dan Keuangan."
        in gambar.uraian
    )


def test_large_cascade_continues_and_repeats_what_stands_above() -> None:
    bagian = [
        Gambar(svg)
        for svg in pohon_kinerja([kaskade(3, 3, 4)], id="pohon", judul="Pohon kinerja", tinggi_maks=200)
    ]
    assert len(bagian) > 2
    for nomor, gambar in enumerate(bagian, start=1):
        check_page(gambar)
        check_box(gambar, judul_kolom=KOLOM)
        assert tinggi_mm(gambar) <= 200
        assert gambar.judul == f"Pohon kinerja (bagian {nomor} dari {len(bagian)})"
        assert gambar.akar.attrib["id"] == f"pohon-{nomor}"
        assert gambar.uraian.startswith("Tujuan: Meningkatnya kualitas pelayanan publik")
        assert ("(lanjutan)" in gambar.kata) == (nomor > 1)
    sub = re.compile(r"7\.01\.\d\d\.2\.\d\d\.\d{4}")
    tergambar = [t.isi for gambar in bagian for t in gambar.tulisan if sub.fullmatch(t.isi)]
    assert tergambar == [
        f"7.01.{p:02}.2.{k:02}.{s:04}" for p in (1, 2, 3) for k in (1, 2, 3) for s in (1, 2, 3, 4)
    ]


def test_each_tujuan_begins_a_drawing_and_equal_elements_stay_apart() -> None:
    kembar = SimpulKinerja("Program")
    tujuan = SimpulKinerja("T", (SimpulKinerja("S", (kembar, kembar)),))
    satu, dua = (Gambar(svg) for svg in pohon_kinerja([tujuan, tujuan], id="p", judul="J"))
    assert len(satu.kotak) == len(dua.kotak) == 4
    assert "(lanjutan)" not in satu.kata + dua.kata


def test_a_text_beyond_all_measure_still_fits_the_page() -> None:
    raksasa = " ".join([PANJANG] * 40)
    simpul = SimpulKinerja(raksasa, penanggung_jawab=raksasa, kode=raksasa)
    for tingkat in range(4):
        simpul = SimpulKinerja(raksasa, (simpul,), penanggung_jawab=raksasa, kode=f"{tingkat}")
    (gambar,) = (Gambar(svg) for svg in pohon_kinerja([simpul], id="p", judul="J", tinggi_maks=80))
    check_page(gambar)
    check_box(gambar, judul_kolom=KOLOM)
    assert tinggi_mm(gambar) <= 80


@given(
    st.lists(
        st.lists(st.lists(st.integers(min_value=0, max_value=5), max_size=4), max_size=3),
        min_size=1,
        max_size=3,
    ),
    st.integers(min_value=80, max_value=250),
    st.sampled_from([160, 240]),
)
@settings(max_examples=40)
def test_any_cascade_fits_and_every_leaf_is_drawn_once(
    bentuk: list[list[list[int]]], tinggi_maks: int, lebar: int
) -> None:
    sasaran = tuple(
        SimpulKinerja(
            PANJANG,
            tuple(
                SimpulKinerja(
                    "Program",
                    tuple(
                        SimpulKinerja(PANJANG, tuple(SimpulKinerja("Sub", kode="S") for _ in range(sub)))
                        for sub in program
                    ),
                )
                for program in satu
            ),
        )
        for satu in bentuk
    )
    bagian = [
        Gambar(svg)
        for svg in pohon_kinerja(
            [SimpulKinerja("T", sasaran)], id="p", judul="J", tinggi_maks=tinggi_maks, lebar=lebar
        )
    ]
    for gambar in bagian:
        check_page(gambar)
        check_box(gambar, judul_kolom=KOLOM)
        assert tinggi_mm(gambar) <= tinggi_maks
        assert gambar.akar.attrib["width"] == f"{lebar}mm"
    tergambar = sum(t.isi == "S" for gambar in bagian for t in gambar.tulisan)
    assert tergambar == sum(sub for satu in bentuk for program in satu for sub in program)


def test_cascade_refuses_what_it_cannot_draw() -> None:
    with pytest.raises(ValueError, match="sekurang-kurangnya satu tujuan"):
        pohon_kinerja([], id="p", judul="J")
    with pytest.raises(ValueError, match="sekurang-kurangnya 80 mm: 79"):
        pohon_kinerja([kaskade(1, 1, 1)], id="p", judul="J", tinggi_maks=79)
    dalam = SimpulKinerja("enam")
    for teks in ("lima", "empat", "tiga", "dua", "satu"):
        dalam = SimpulKinerja(teks, (dalam,))
    with pytest.raises(ValueError, match="paling banyak 5 tingkat: 'enam'"):
        pohon_kinerja([dalam], id="p", judul="J")


# --- all drawings -------------------------------------------------------------------------------------


def semua_gambar(id: str = "g", judul: str = "Judul", teks: str = "Teks") -> list[str]:
    return [
        batang_capaian([BatangCapaian(teks, Decimal(95))], id=id, judul=judul),
        bagan_organisasi(Simpul(teks, (SEKRETARIS, Simpul(teks))), id=id, judul=judul),
        *pohon_kinerja([SimpulKinerja(teks, (SimpulKinerja(teks),))], id=id, judul=judul),
    ]


def test_drawings_are_labelled_by_their_title_and_description() -> None:
    for svg in semua_gambar():
        akar = Gambar(svg).akar
        dikenal = {u.attrib["id"]: u for u in akar.iter() if "id" in u.attrib}
        assert akar.attrib["role"] == "img"
        judul, uraian = akar.attrib["aria-labelledby"].split()
        assert dikenal[judul].text == "Judul"
        assert dikenal[uraian].text
        assert len(dikenal) == 3


def test_text_of_users_is_only_ever_text() -> None:
    jahat = "<script>alert('x')</script> & \"A\""
    for svg in semua_gambar(judul=jahat, teks=jahat):
        gambar = Gambar(svg)
        assert gambar.judul == jahat
        assert {u.tag.removeprefix(SVG) for u in gambar.akar.iter()} <= {
            "svg",
            "title",
            "desc",
            "rect",
            "path",
            "text",
        }


@pytest.mark.parametrize("id_", ["", "1a", 'a" onload="x', "a b", "é"])
def test_ids_that_are_no_identifiers_are_refused(id_: str) -> None:
    with pytest.raises(ValueError, match="id grafik tidak sah"):
        batang_capaian([BatangCapaian("A", None)], id=id_, judul="J")
    with pytest.raises(ValueError, match="id grafik tidak sah"):
        bagan_organisasi(Simpul("A"), id=id_, judul="J")
    with pytest.raises(ValueError, match="id grafik tidak sah"):
        pohon_kinerja([SimpulKinerja("A")], id=id_, judul="J")


def test_same_input_same_bytes_and_no_style_that_a_strict_policy_blocks() -> None:
    assert semua_gambar() == semua_gambar()
    for svg in semua_gambar():
        assert "style" not in re.sub(r'font-style="\w+"', "", svg)
        assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")

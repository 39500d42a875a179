"""The guides: every picture they name exists and is used, every link leads somewhere, every button is on a page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from kecamatan.guide import jangkar as jangkar_judul
from kecamatan.models import Pengguna
from reports.pages import HALAMAN
from script.guide_pictures import DAFTAR

ROOT = Path(__file__).resolve().parent.parent
PANDUAN = ROOT / "docs" / "panduan"
GAMBAR = PANDUAN / "gambar"
BERKAS = sorted(PANDUAN.glob("*.md"))
TERBESAR = 120 * 1024
SEMUANYA = 3 * 1024 * 1024

_TAUTAN = re.compile(r"(?P<gambar>!?)\[(?P<teks>[^\]]*)\]\((?P<tujuan>[^)\s]+)\)")
_TEBAL = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_JUDUL = re.compile(r"^#+ (?P<judul>.+)$", re.MULTILINE)


def tautan(berkas: Path) -> Iterator[tuple[bool, str, str]]:
    """Whether it is a picture, its words and where it leads."""
    for cocok in _TAUTAN.finditer(berkas.read_text(encoding="utf-8")):
        yield bool(cocok["gambar"]), cocok["teks"], cocok["tujuan"]


def jangkar(berkas: Path) -> set[str]:
    """The anchors that a reader of Markdown gives to the headings."""
    judul = _JUDUL.findall(berkas.read_text(encoding="utf-8"))
    return {jangkar_judul(satu) for satu in judul}


@pytest.mark.parametrize("berkas", BERKAS, ids=lambda b: b.stem)
def test_links_of_a_guide_lead_somewhere(berkas: Path) -> None:
    putus = []
    for _, _, tujuan in tautan(berkas):
        if tujuan.startswith(("https://", "http://")):
            continue
        letak, _, bagian = tujuan.partition("#")
        sasaran = (berkas.parent / letak).resolve() if letak else berkas
        if not sasaran.exists() or (bagian and bagian not in jangkar(sasaran)):
            putus.append(tujuan)
    assert putus == []


def test_every_guide_is_reached_from_the_first() -> None:
    dicapai, menunggu = set(), [PANDUAN / "README.md"]
    while menunggu:
        berkas = menunggu.pop()
        dicapai.add(berkas)
        for _, _, tujuan in tautan(berkas):
            lain = (berkas.parent / tujuan.partition("#")[0]).resolve()
            if lain.suffix == ".md" and lain.parent == PANDUAN and lain not in dicapai:
                menunggu.append(lain)
    assert [b.name for b in BERKAS if b not in dicapai] == []


def di_layar() -> str:
    """Everything that a page may say: templates, scripts and code."""
    sumber = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("static/js/**/*.js")]
    sumber += [p for ruang in ("kecamatan", "sakip", "reports") for p in (ROOT / ruang).rglob("*.py")]
    tombol_isi = [f"Isi {halaman.nama}" for halaman in HALAMAN.values()]
    kata = "\n".join([*(p.read_text(encoding="utf-8") for p in sumber), *tombol_isi])
    return " ".join(kata.split())


def test_words_in_bold_are_words_on_the_screen() -> None:
    layar = di_layar().casefold()
    asing = []
    for berkas in BERKAS:
        for tebal in _TEBAL.findall(berkas.read_text(encoding="utf-8")):
            kata = " ".join(tebal.split())
            # "Menambah orang." opens a paragraph; "Isi …" is a button whose end differs.
            bagian = [b.strip().casefold() for b in kata.split("…") if b.strip()]
            if not kata.endswith(".") and not all(b in layar for b in bagian):
                asing.append(f"{berkas.name}: {kata}")
    assert asing == []


def test_pictures_named_taken_and_kept_are_the_same() -> None:
    dinamai = {tujuan for berkas in BERKAS for gambar, _, tujuan in tautan(berkas) if gambar}
    assert dinamai == {f"gambar/{satu.nama}.png" for satu in DAFTAR}
    assert dinamai == {f"gambar/{ada.name}" for ada in GAMBAR.iterdir()}


def test_pictures_are_small_and_have_words() -> None:
    for ada in GAMBAR.iterdir():
        assert ada.stat().st_size < TERBESAR, ada.name
        with Image.open(ada) as isi:
            assert isi.format == "PNG"
            assert isi.width <= 1280
    assert sum(ada.stat().st_size for ada in GAMBAR.iterdir()) < SEMUANYA
    assert [t for berkas in BERKAS for gambar, teks, t in tautan(berkas) if gambar and len(teks) < 10] == []


@pytest.mark.parametrize("nama", [b.stem for b in BERKAS])
def test_a_guide_is_a_page_of_the_site(client: Client, admin_user: Pengguna, nama: str) -> None:
    client.force_login(admin_user)
    jawaban = client.get("/panduan/" if nama == "README" else f"/panduan/{nama}/")
    isi = jawaban.content.decode().partition("<main")[2].partition("</main>")[0]
    judul = _JUDUL.findall((PANDUAN / f"{nama}.md").read_text(encoding="utf-8"))[0]
    assert f">{judul}</h1>" in isi
    assert not re.search(r"""(?:href|src)="[^"#/]|\.md\b|style=""", isi)
    for gambar in re.findall(r'src="/static/([^"]+)"', isi):
        assert finders.find(gambar), gambar
    for alamat, jangkar_tujuan in re.findall(r'href="(/panduan/[^"#]*)#([^"]+)"', isi):
        assert f'id="{jangkar_tujuan}"' in client.get(alamat).content.decode()


def test_a_guide_that_is_not_there_is_not_found(client: Client, admin_user: Pengguna) -> None:
    client.force_login(admin_user)
    for alamat in ("/panduan/tidak-ada/", "/panduan/gambar/"):
        assert client.get(alamat).status_code == 404

"""The guides: every picture they name exists and is used, every link leads somewhere, every button is on a page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from kecamatan.guide import anchor as title_anchor
from kecamatan.models import Pengguna
from reports.models import BerkasLaporan
from reports.pages import SCREEN_PAGES
from script.guide_pictures import PICTURES
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine

ROOT = Path(__file__).resolve().parent.parent
PANDUAN = ROOT / "docs" / "panduan"
FIGURE = PANDUAN / "gambar"
FILES = sorted(PANDUAN.glob("*.md"))
LARGEST = 120 * 1024
TOTAL = 3 * 1024 * 1024

_LINK = re.compile(r"(?P<gambar>!?)\[(?P<teks>[^\]]*)\]\((?P<tujuan>[^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_TITLE = re.compile(r"^#+ (?P<judul>.+)$", re.MULTILINE)


def links(file: Path) -> Iterator[tuple[bool, str, str]]:
    """Whether it is a picture, its words and where it leads."""
    for matches in _LINK.finditer(file.read_text(encoding="utf-8")):
        yield bool(matches["gambar"]), matches["teks"], matches["tujuan"]


def anchor(file: Path) -> set[str]:
    """The anchors that a reader of Markdown gives to the headings."""
    titles = _TITLE.findall(file.read_text(encoding="utf-8"))
    return {title_anchor(one) for one in titles}


@each_row("file", FILES, ids=lambda b: b.stem)
def test_links_of_a_guide_lead_somewhere(file: Path) -> None:
    dash = []
    for _, _, tujuan in links(file):
        if tujuan.startswith(("https://", "http://")):
            continue
        location, _, part = tujuan.partition("#")
        sasaran = (file.parent / location).resolve() if location else file
        if not sasaran.exists() or (part and part not in anchor(sasaran)):
            dash.append(tujuan)
    assert dash == []


def test_every_guide_is_reached_from_the_first() -> None:
    achieved, waiting = set(), [PANDUAN / "README.md"]
    while waiting:
        file = waiting.pop()
        achieved.add(file)
        for _, _, tujuan in links(file):
            other = (file.parent / tujuan.partition("#")[0]).resolve()
            if other.suffix == ".md" and other.parent == PANDUAN and other not in achieved:
                waiting.append(other)
    assert [b.name for b in FILES if b not in achieved] == []


def on_screen() -> str:
    """Everything that a page may say: templates, scripts and code."""
    sources = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("static/js/**/*.js")]
    sources += [p for space in ("kecamatan", "sakip", "reports") for p in (ROOT / space).rglob("*.py")]
    buttons = [f"Isi {page.nama}" for page in SCREEN_PAGES.values()]
    buttons += [f"Unduh {shape.label}" for shape in BerkasLaporan.Bentuk]
    word = "\n".join([*(p.read_text(encoding="utf-8") for p in sources), *buttons])
    return " ".join(word.split())


def test_words_in_bold_are_words_on_the_screen() -> None:
    screen = on_screen().casefold()
    foreign = []
    for file in FILES:
        for bold in _BOLD.findall(file.read_text(encoding="utf-8")):
            word = " ".join(bold.split())
            # "Menambah orang." opens a paragraph; "Isi …" is a button whose end differs.
            parts = [b.strip().casefold() for b in word.split("…") if b.strip()]
            if not word.endswith(".") and not all(b in screen for b in parts):
                foreign.append(f"{file.name}: {word}")
    assert foreign == []


def test_pictures_named_taken_and_kept_are_the_same() -> None:
    named = {tujuan for file in FILES for figure, _, tujuan in links(file) if figure}
    assert named == {f"gambar/{one.nama}.png" for one in PICTURES}
    assert named == {f"gambar/{present.name}" for present in FIGURE.iterdir()}


def test_pictures_are_small_and_have_words() -> None:
    for present in FIGURE.iterdir():
        assert present.stat().st_size < LARGEST, present.name
        with Image.open(present) as content:
            assert content.format == "PNG"
            assert content.width <= 1280
    assert sum(present.stat().st_size for present in FIGURE.iterdir()) < TOTAL
    assert [t for file in FILES for figure, text, t in links(file) if figure and len(text) < 10] == []


@pytest.mark.parametrize("nama", [b.stem for b in FILES])
def test_a_guide_is_a_page_of_the_site(client: Client, admin_user: Pengguna, nama: str) -> None:
    client.force_login(admin_user)
    answer = client.get("/panduan/" if nama == "README" else f"/panduan/{nama}/")
    content = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    title = _TITLE.findall((PANDUAN / f"{nama}.md").read_text(encoding="utf-8"))[0]
    assert f">{title}</h1>" in content
    assert not re.search(r"""(?:href|src)="[^"#/]|\.md\b|style=""", content)
    for figure in re.findall(r'src="/static/([^"]+)"', content):
        assert finders.find(figure), figure
    for address, tujuan_anchor in re.findall(r'href="(/panduan/[^"#]*)#([^"]+)"', content):
        assert f'id="{tujuan_anchor}"' in client.get(address).content.decode()


def test_a_guide_that_is_not_there_is_not_found(client: Client, admin_user: Pengguna) -> None:
    client.force_login(admin_user)
    for address in ("/panduan/tidak-ada/", "/panduan/gambar/"):
        assert client.get(address).status_code == 404

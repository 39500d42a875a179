"""What a page may not have, and the sign-in, which everybody passes; test_muatan_pertama goes over all other pages."""

import re
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from kecamatan.models import Pengguna
from reports.models import Arsip, PengaturanDokumen, SalinanPublik, TandaTangan
from reports.open_data.planned import PERJANJIAN
from sakip.entry.agreement import tetapkan
from sakip.models import Anggaran, Penetapan, PerjanjianKinerja
from tests.e2e.axe import Seen, look, pieces_of
from tests.e2e.site import Site
from tests.factory import make

#: A desk, the same zoomed to 200 %, a phone.
WIDTHS = (1280, 640, 360)


def violations(page: Page, *, without: str = "") -> list[str]:
    """What axe finds on the page that is open, but for what that CSS selector chooses."""
    return [f"{v['id']}: {v['help']} ({v['nodes'][0]['html'][:120]})" for v in look(page, without=without)]


def overflow(page: Page) -> list[str]:
    """Whether the page itself scrolls sideways."""
    more = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    return [f"meluap {more} piksel"] if more > 0 else []


def defects_at_widths(page: Page) -> list[str]:
    """What is wrong with the page that is open at any width, a desk's in the end; axe looks at it on a phone, where
    room is scarce."""
    page.wait_for_load_state()
    temuan = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        temuan += [f"{width}: {word}" for word in overflow(page)]
    temuan += violations(page)
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    return temuan


def defect(page: Page) -> list[str]:
    """What is wrong with the page that is open, once it is loaded."""
    page.wait_for_load_state()
    return [*violations(page), *overflow(page)]


def test_a_pale_text_is_found_among_those_that_look_like_others(browser: Browser) -> None:
    """One of forty rows is paler than the others, one stands on a darker ground, one link has lost its line; all three
    are said, and nothing else. On the next page, of the same looks, they are said again."""
    for _ in range(2):
        page = browser.new_page()
        page.set_content(
            '<!DOCTYPE html><html lang="id"><title>Uji</title><main><h1>Uji</h1>'
            + "".join(f"<p>Baris {n} dengan isi</p>" for n in range(40))
            + "".join(
                f'<p>Lihat <a href="#l{n}" id="l{n}">lampiran {n}</a> laporan ini.</p>' for n in range(20)
            )
            + "</main></html>"
        )
        assert look(page) == []
        page.locator("p").nth(30).evaluate("e => e.style.color = '#bbb'")
        page.locator("p").nth(35).evaluate("e => e.style.background = '#444'")
        page.locator("a").nth(15).evaluate("e => e.style.textDecoration = 'none'")
        found = [node["html"] for said in look(page) for node in said["nodes"]]
        assert [re.sub("<.*?>", "", html) for html in found] == [
            *("Baris 30 dengan isi", "Baris 35 dengan isi", "lampiran 15"),
        ]
        page.close()


#: A page in order, and what breaks it without anything on it that was not there before.
IN_ORDER = """<!DOCTYPE html><html lang="id"><title>Uji</title><main><h1>Uji</h1><h2>Satu</h2><h2>Dua</h2>
  <section aria-label="Pertama"><p>Isi <a href="#isi">tautan</a> <a href="#isi">lain</a></p></section>
  <section aria-label="Kedua"><p id="isi">Isi</p><button>Kirim</button><button>Batal</button></section>
  <ul><li>Satu</li><li>Dua</li></ul><div><p>Tiga</p></div><img alt="Peta" src="data:,"><img alt="Bagan" src="data:,">
  <label for="a">Nama</label><input id="a"><label for="b">Alamat</label><input id="b"></main></html>"""
#: And the rule by which axe finds it, where it minds.
BROKEN = {
    "document.querySelector('[for=b]').remove()": ["label"],
    "document.querySelector('[for=b]').htmlFor = 'c'": ["label"],
    "document.querySelector('#b').id = 'a'": [],
    "document.querySelector('a + a').textContent = ''": ["link-name"],
    "document.querySelector('button + button').textContent = ' '": ["button-name"],
    "document.querySelector('button + button').setAttribute('role', 'buton')": ["aria-roles"],
    "document.querySelector('img + img').alt = ''": [],
    "document.querySelector('img + img').removeAttribute('alt')": ["image-alt"],
    "document.querySelector('h2 + h2').outerHTML = '<h4>Dua</h4>'": ["heading-order"],
    "document.querySelector('h2 + h2').outerHTML = '<h1>Dua</h1>'": [],
    "document.querySelector('section + section').ariaLabel = 'Pertama'": ["landmark-unique"],
    "document.querySelector('li + li').tabIndex = 3": ["tabindex"],
    "document.querySelector('ul').replaceWith(...document.querySelectorAll('li'))": ["listitem"],
    "document.querySelector('button').append(document.querySelector('a'))": ["nested-interactive"],
    "document.querySelector('main').replaceWith(...document.querySelector('main').children)": [
        *("landmark-one-main", "region"),
    ],
    "document.documentElement.lang = ''": ["html-has-lang"],
    "document.title = ''": ["document-title"],
}


def test_a_page_that_is_built_as_another_but_for_a_defect_is_looked_at(browser: Browser) -> None:
    """And the defect is found, although most of the page is asked of nothing any more."""
    page = browser.new_page()
    page.set_content(IN_ORDER)
    assert look(page) == []
    known = set(pieces_of(page)[0])
    overlooked, found = [], {}
    for change in BROKEN:
        page.set_content(IN_ORDER)
        assert known.issuperset(pieces_of(page)[0])
        page.evaluate(change)
        if known.issuperset(pieces_of(page)[0]):
            overlooked.append(change)
        found[change] = [said["id"] for said in look(page)]
    assert overlooked == []
    assert found == BROKEN
    page.close()


def test_what_one_process_has_looked_at_the_others_know(tmp_path: Path) -> None:
    """Each page counts once, whoever asks how often; what was seen before somebody came is known as well."""
    one, other, third = Seen(), Seen(), Seen()
    for process in (one, other):
        process.share(tmp_path / "axe.jsonl")
    one.tell(["judul", "tabel"], ["gelap"], ["gelap"])
    other.hear()
    assert other.pieces == {"judul", "tabel"}
    other.tell(["judul", "isian"], ["gelap", "pudar"], [])
    third.share(tmp_path / "axe.jsonl")
    for process in (one, other, third):
        process.hear()
        assert process.pieces == {"judul", "tabel", "isian"}
        assert (process.texts, process.stand_out) == ({"gelap": 2, "pudar": 1}, {"gelap"})


def test_what_a_page_asks_of_others_is_told(browser: Browser) -> None:
    site = Site("http://localhost", {}, browser)
    page = site.open_page()
    with page.expect_console_message():
        page.set_content('<!DOCTYPE html><img src="https://example.org/a.png" alt="">')
    assert site.complaint == ["permintaan ke luar: https://example.org/a.png"]
    site.closed()


@pytest.mark.parametrize("width", [1280, 360], ids=["desk", "phone"])
def test_the_sign_in_has_no_defect_with_and_without_errors(site: Site, width: int) -> None:
    page = site.open_page(width=width)
    page.goto("/masuk/")
    assert defect(page) == []
    page.get_by_role("button", name="Masuk").click()
    expect(page).to_have_title("Kesalahan: Masuk – SAKIP Kecamatan")
    assert defect(page) == []
    page.get_by_role("link", name="Isi kata sandi.").click()
    expect(page.locator("#id_password")).to_be_focused()
    assert site.complaint == []


def test_findings_above_their_tables_have_no_defect_and_are_led_to(
    site: Site, blind_browser: Browser
) -> None:
    site.browser = blind_browser
    Anggaran.objects.for_tahun(2023).exclude(realisasi=None).update(realisasi=10**10)
    page = site.sign_in("operator.jombang")
    for address in ("/kecamatan/jombang/2023/anggaran/isi/", "/kecamatan/jombang/2023/anggaran/"):
        page.goto(address)
        page.get_by_role("link", name="lihat yang pertama").dispatch_event("click")
        expect(page.locator(":target")).to_contain_text("Pemeriksaan bagian ini: 1 kesalahan")
        assert defects_at_widths(page) == []
    assert site.complaint == []


def test_the_page_on_which_a_pk_is_signed_has_no_defect(site: Site, blind_browser: Browser) -> None:
    site.browser = blind_browser
    pk = PerjanjianKinerja.objects.get(kecamatan__slug="jombang", tahun=2023, versi=1)
    page = site.sign_in("camat.jombang", width=360)
    page.goto(f"/kecamatan/jombang/2023/tanda-tangan/pk/{pk.pk}/")
    expect(page.get_by_text("Draf. Tetapkan dahulu")).to_be_visible()
    tetapkan(pk, kecamatan=pk.kecamatan, tahun=2023, by=Pengguna.objects.get(username="operator.jombang"))
    page.goto("/kecamatan/jombang/2023/meja/")
    page.get_by_role("link", name=str(pk)).dispatch_event("click")
    expect(page.get_by_role("heading", name=f"Tanda tangani {pk}")).to_be_visible()
    expect(page.get_by_text("Ditetapkan, belum ditandatangani.")).to_be_visible()
    assert defects_at_widths(page) == []
    # The camat has signed it, and a former one: the kepala daerah comes.
    now = timezone.now()
    Penetapan.objects.update(ditandatangani_pada=now)
    named = {"jenis": "pk-perubahan", "kecamatan": pk.kecamatan, "tahun": 2023, "laporan": None}
    former = make(Penetapan, kecamatan=pk.kecamatan, ditandatangani_pada=now, dibuka_pada=now)
    for nth, row in ((1, Penetapan.objects.exclude(pk=former.pk).get()), (2, former)):
        make(TandaTangan, arsip=make(Arsip, penetapan=row, perubahan=nth, **named))
    page = site.sign_in("bupati", width=360)
    page.goto("/")
    expect(page.get_by_role("heading", name="Menunggu tanda tangan Anda")).to_be_visible()
    expect(page.get_by_role("link", name="Verifikasi")).to_be_visible()
    assert defects_at_widths(page) == []
    page.get_by_role(
        "link", name="Perjanjian Kinerja Perubahan Kecamatan Jombang Tahun 2023", exact=True
    ).dispatch_event("click")
    expect(page.get_by_role("heading", name=f"Tanda tangani {pk}")).to_be_visible()
    assert defects_at_widths(page) == []
    # What is signed is for everybody, once the kabupaten says so; its systems read with keys.
    kabupaten = pk.kecamatan.kabupaten
    PengaturanDokumen.objects.update_or_create(kabupaten=kabupaten, defaults={"publik": True})
    made = {"status": "selesai", "html": "publik/html/1.html", "pdf": "publik/pdf/1.pdf"}
    promised = dict.fromkeys(one.name for one in PERJANJIAN.columns) | {"sasaran": "S", "indikator": "I"}
    make(
        SalinanPublik,
        arsip=Arsip.objects.get(perubahan=1),
        **{name: named[name] for name in ("jenis", "kecamatan", "tahun")},
        perubahan=1,
        tabel={PERJANJIAN.code: [promised]},
        **made,
    )
    page = site.sign_in("organisasi", width=360)
    place = f"/publik/{pk.kecamatan.kode}/2023/"
    documents = (f"/publik/{kabupaten.kode}/", place, f"{place}pk-perubahan-1/1/", "/publik/skema/")
    for address in (*documents, "/kunci-sistem/"):
        page.goto(address)
        assert (address, defects_at_widths(page)) == (address, [])
    page.get_by_label("Nama sistem").fill("Dasbor Bappeda")
    page.get_by_role("button", name="Buat kunci").dispatch_event("click")
    expect(page.get_by_text("token ini tidak ditampilkan lagi")).to_be_visible()
    assert defects_at_widths(page) == []
    assert site.complaint == []

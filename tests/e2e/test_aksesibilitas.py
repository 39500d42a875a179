"""Every page, wide and on a phone: axe finds nothing, nothing spills over, nothing is refused, little is sent."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request

from kecamatan.models import Kecamatan
from reports.models import BerkasLaporan
from reports.sections.halaman import HALAMAN
from reports.sections.mandiri import JENIS_DOKUMEN
from tests.e2e.situs import Situs
from tests.pabrik import make

JOMBANG = "/kecamatan/jombang/2023/"
#: Compressed bytes of a first load, everything included.
BERAT_TERBESAR = 200_000


def semua_alamat(situs: Situs) -> list[str]:
    """Every page that can be seen after signing in, in each of its states."""
    kecamatan = Kecamatan.objects.get(slug="jombang")
    keadaan: list[dict[str, object]] = [
        {"status": "antre"},
        {"status": "gagal", "pesan": "Gambar hilang. Unggah ulang."},
        {"status": "selesai", "halaman": 44, "ukuran": 300_000, "berkas": "berkas/x.pdf"},
    ]
    berkas = [
        make(BerkasLaporan, kecamatan=kecamatan, tahun=2023, kunci_isi=str(n) * 64, **satu)
        for n, satu in enumerate(keadaan)
    ]
    return [
        "/",
        "/?kecamatan=jombang&tahun=1999",
        JOMBANG,
        *(f"{JOMBANG}{kode}/" for kode in HALAMAN),
        *(f"{JOMBANG}dokumen/{jenis}/" for jenis in JENIS_DOKUMEN),
        "/kecamatan/jelbuk/2024/pk/",
        "/kecamatan/balung/2020/realisasi/",
        *(f"/berkas/{b.pk}/" for b in berkas),
        "/halaman/yang/tidak/ada/",
    ]


def cacat(halaman: Page) -> list[str]:
    """What is wrong with the page that is open."""
    aksesibel = Axe().run(halaman)
    hasil = [
        f"{v['id']}: {v['help']} ({v['nodes'][0]['html'][:120]})" for v in aksesibel.response["violations"]
    ]
    lebih = halaman.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if lebih > 0:
        hasil.append(f"meluap {lebih} piksel")
    return hasil


@pytest.mark.parametrize("lebar", [1280, 640, 360], ids=["desk", "zoomed to 200 %", "phone"])
def test_no_page_has_a_defect(situs: Situs, lebar: int) -> None:
    temuan: dict[str, list[str]] = {}
    halaman = situs.masuk("organisasi", lebar=lebar)
    for alamat in semua_alamat(situs):
        halaman.goto(alamat)
        for rincian in halaman.locator("details").all():
            rincian.evaluate("e => e.open = true")
        if buruk := cacat(halaman):
            temuan[alamat] = buruk
    assert temuan == {}
    # The 404 page is meant to be one; the browser says so.
    assert [k for k in situs.keluhan if "404 (Not Found)" not in k] == []


@pytest.mark.parametrize("lebar", [1280, 360], ids=["desk", "phone"])
def test_the_sign_in_has_no_defect_with_and_without_errors(situs: Situs, lebar: int) -> None:
    halaman = situs.buka(lebar=lebar)
    halaman.goto("/masuk/")
    assert cacat(halaman) == []
    halaman.get_by_role("button", name="Masuk").click()
    assert halaman.title() == "Kesalahan: Masuk – SAKIP Kecamatan"
    assert cacat(halaman) == []
    halaman.get_by_role("link", name="Isi kata sandi.").click()
    assert halaman.evaluate("document.activeElement.id") == "id_password"
    assert situs.keluhan == []


@pytest.mark.parametrize("alamat", ["/", JOMBANG, f"{JOMBANG}renstra/", f"{JOMBANG}dokumen/lkip/"])
def test_a_first_load_is_light(situs: Situs, alamat: str) -> None:
    halaman = situs.masuk("organisasi")
    berat: list[int] = []

    def timbang(permintaan: Request) -> None:
        jawaban = permintaan.response()
        if jawaban and not jawaban.url.startswith("data:"):
            berat.append(len(gzip.compress(jawaban.body())))

    baru = halaman.context.new_page()
    baru.on("requestfinished", timbang)
    baru.goto(alamat, wait_until="networkidle")
    assert len(berat) > 4
    assert sum(berat) < BERAT_TERBESAR

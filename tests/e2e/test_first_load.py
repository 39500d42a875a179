"""Every page at its first load: axe finds nothing, nothing spills over, nothing is refused, little is sent."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page

from kecamatan.guide import BASE, FOLDER
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import Hak
from reports.models import BerkasLaporan, Permintaan
from reports.official.documents import DOKUMEN_KINDS
from reports.pages import SCREEN_PAGES
from sakip.entry.kinds import ROW_KINDS, RowKind
from sakip.models import RKT, Renstra
from sakip.records.pages import PAGES
from sakip.records.upstream_page import UPSTREAM
from tests.e2e.site import Site
from tests.e2e.steps import new_account
from tests.e2e.test_accessibility import WIDTHS, overflow, violations
from tests.factory import make

FULL = ("jombang", 2023)
EMPTY = ("ajung", 2026)

#: Compressed bytes of a first load, everything included; of its files, where less was not weighed at all.
LARGEST_WEIGHT = 200_000
SMALLEST_WEIGHT = 3_000

NONE_THERE = "/halaman/yang/tidak/ada/"


@pytest.fixture
def browser(blind_browser: Browser) -> Browser:
    """Pages are opened and looked at here; nobody clicks."""
    return blind_browser


#: Open what is folded; returns how long the page is, and the files that it had asked for.
_OPEN_ALL = """() => {
  const [page] = performance.getEntriesByType('navigation');
  const files = performance.getEntriesByType('resource').map((one) => [one.name, one.encodedBodySize]);
  document.querySelectorAll('details').forEach((one) => (one.open = true));
  return [page.decodedBodySize, files];
}"""


class Checker:
    """Opens pages and says what is wrong with them, their weight at a first load included."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._widths = WIDTHS
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})

    def check(self, addresses: Iterable[str], *, axe: int = WIDTHS[-1]) -> dict[str, list[str]]:
        """What is wrong, by address; empty when nothing is. ``axe`` is the width at which axe looks as well."""
        return {one: defect for one in addresses if (defect := list(self._defect(one, axe)))}

    def _defect(self, address: str, axe: int) -> Iterator[str]:
        answer = self.page.goto(address)
        if answer is None or answer.status != (404 if address == NONE_THERE else 200):
            yield f"jawaban {answer and answer.status}"
            return
        length, files = self.page.evaluate(_OPEN_ALL)
        of_files = sum(map(weight, files))
        if not 0 < length <= LARGEST_WEIGHT - of_files:  # else it is light enough as it is
            length = len(gzip.compress(answer.body()))
        if not (of_files > SMALLEST_WEIGHT and of_files + length <= LARGEST_WEIGHT):
            yield f"{of_files} + {length} bita"
        for width in self._widths:
            if width != self._widths[0]:
                self.page.set_viewport_size({"width": width, "height": 800})
            yield from (f"{width}: {word}" for word in overflow(self.page))
            if width == axe:
                yield from (f"{width}: {word}" for word in violations(self.page))
        self._widths = self._widths[::-1]  # the next one begins with the width at which this one ends


def weight(file: tuple[str, int]) -> int:
    """Bytes of a file that a page asked for; also of one that this browser had already. The server of the tests sends
    static files as they are, the one of the offices compresses them."""
    address, size = file
    if address.startswith("data:"):
        return 0
    _, static, path = address.partition("/static/")
    return compressed_size(path) if static else size


@cache
def compressed_size(path: str) -> int:
    """Bytes of a static file as it is sent."""
    file = finders.find(path)
    assert isinstance(file, str), path
    return len(gzip.compress(Path(file).read_bytes()))


def content_addresses(place: tuple[str, int]) -> list[str]:
    """The year's summary and every page on which something is done."""
    return [
        reverse("tahun", args=place),
        *(reverse("isi", args=[*place, kode]) for kode in dict.fromkeys([*SCREEN_PAGES, *PAGES])),
        reverse("narasi-ubah", args=[*place, "kendala", "-"]),
        *(reverse(nama, args=place) for nama in ("salin", "buku-kerja", "nomenklatur")),
    ]


def read_addresses(place: tuple[str, int]) -> list[str]:
    """Pages of records, whole documents, what changed."""
    return [
        *(reverse("halaman", args=[*place, kode]) for kode in SCREEN_PAGES),
        *(reverse("dokumen", args=[*place, kind]) for kind in DOKUMEN_KINDS),
        *(
            reverse(nama, args=place)
            for nama in ("riwayat-tahun", "alur", "meja", "catatan-reviu", "catatan-baru")
        ),
    ]


def new_addresses(place: tuple[str, int]) -> list[str]:
    """Forms of new rows that need no other row, of the kinds that the filled year has none of: test_every_form_of_a_row
    looks at the same forms of the others, filled."""
    kecamatan = Kecamatan.objects.get(slug=FULL[0])
    return [
        reverse("baris-baru", args=[*place, i.kode])
        for i in entries(Hak.ISI)
        if not i.parent and not i.unchanged and row_example(i, kecamatan) is None
    ]


def entries(hak: Hak) -> list[RowKind]:
    return [i for i in ROW_KINDS.values() if i.hak is hak]


def row_addresses(place: tuple[str, int], hak: Hak) -> Iterator[str]:
    """Of every kind of row that is recorded: its form, which is that of a new one as well. Of the form that takes
    several rows at once, which has one field for all of them: that of a kind with a parent, and of one without."""
    kecamatan = Kecamatan.objects.get(slug=place[0])
    at_once: dict[bool, str] = {}
    for one in entries(hak):
        row = row_example(one, kecamatan)
        if row is None:
            continue
        yield reverse("baris-ubah", args=[*place, one.kode, row.pk])
        if one.text_columns:
            parent = f"?induk={getattr(row, f'{one.parent}_id')}" if one.parent else ""
            at_once[bool(parent)] = reverse("baris-sekaligus", args=[*place, one.kode]) + parent
    yield from at_once.values()


def row_example(one: RowKind, kecamatan: Kecamatan) -> Any:
    """A row of the kind in the filled year; None where the contoh has none."""
    model: Any = one.model
    if one.hak is Hak.ATUR:
        path = getattr(model, "kabupaten_path", "kabupaten") or "pk"  # the kabupaten itself
        rows = model.objects.filter(**{path: kecamatan.kabupaten_id})
    else:
        rows = model.objects.for_kecamatan(kecamatan)
        if one.form.yearly and not one.form.across_years:
            rows = rows.for_tahun(FULL[1])
    return next((b for b in rows if one.form.matches({"jabatan": getattr(b, "jabatan", None)})), None)


def preparing_addresses(kabupaten: str) -> list[str]:
    """Where a kabupaten and its year are prepared."""
    return [
        *(reverse(nama) for nama in ("wilayah", "pengguna-daftar", "nomenklatur-versi", "kunci-sistem")),
        *(
            reverse(nama, args=[kabupaten])
            for nama in ("kabupaten", "kabupaten-ubah", "kecamatan-baru", "skala", "skala-baru")
        ),
        reverse("persiapan", args=[kabupaten, FULL[1]]),
        reverse("templat-iku-kirim", args=FULL),
        *(reverse("wilayah-daftar", args=[kabupaten, jenis]) for jenis in ("kecamatan", "desa")),
    ]


def without_404(complaint: list[str]) -> list[str]:
    """What the browser complains about, but for the page that is meant to be missing."""
    return [k for k in complaint if "404 (Not Found)" not in k]


def test_every_page_of_a_filled_year(site: Site) -> None:
    checker = Checker(site.sign_in("operator.jombang"))
    assert checker.check(content_addresses(FULL), axe=WIDTHS[0]) == {}  # a phone sees them in the empty year
    assert checker.check(read_addresses(FULL)) == {}
    assert site.complaint == []


def test_every_page_of_an_empty_year(site: Site) -> None:
    new_account(site, *EMPTY)
    checker = Checker(site.sign_in("operator.ajung"))
    addresses = ["/", *content_addresses(EMPTY), *read_addresses(EMPTY), *new_addresses(EMPTY)]
    assert checker.check(addresses) == {}
    assert site.complaint == []


def test_every_form_of_a_row(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    checker = Checker(page)
    row = row_example(ROW_KINDS["baris-pk"], Kecamatan.objects.get(slug=FULL[0])).pk
    renstra = Renstra.objects.filter(kecamatan__slug=FULL[0]).latest("versi").pk
    rkt = RKT.objects.get(kecamatan__slug=FULL[0], tahun=FULL[1]).pk
    addresses = [
        *row_addresses(FULL, Hak.ISI),
        *(reverse(f"baris-{nama}", args=[*FULL, "baris-pk", row]) for nama in ("hapus", "riwayat")),
        reverse("pk-perubahan", args=FULL),
        reverse("lambang", args=[*FULL, "kecamatan"]),
        reverse("renstra-salin", args=[*FULL, renstra]),
        *(reverse("perbedaan", args=[*FULL, kode]) for kode in UPSTREAM),
        f"{reverse('nomenklatur', args=FULL)}?untuk=baris-rkt&induk={rkt}&q=pelayanan",
    ]
    assert checker.check(addresses) == {}
    assert site.complaint == []


def test_every_page_of_bagian_organisasi_and_of_files(site: Site) -> None:
    state: list[dict[str, object]] = [
        {"status": "antre"},
        {"status": "gagal", "pesan": "Gambar hilang. Unggah ulang."},
        {"status": "selesai", "halaman": 44, "ukuran": 300_000, "berkas": "berkas/x.pdf"},
    ]
    kecamatan = Kecamatan.objects.get(slug=FULL[0])
    files = [
        make(BerkasLaporan, kecamatan=kecamatan, tahun=FULL[1], kunci_isi=str(n) * 64, **one)
        for n, one in enumerate(state)
    ]
    office, operator = (Pengguna.objects.get(username=one) for one in ("organisasi", "operator.jombang"))
    about = {"kecamatan": kecamatan, "tahun": FULL[1], "diminta_oleh": office}
    late = make(Permintaan, dokumen="renstra", batas_waktu=date(2024, 3, 1), **about)
    said = {
        "keadaan": "dijawab",
        "jawaban": "Sudah.",
        "dijawab_oleh": operator,
        "dijawab_pada": timezone.now(),
    }
    answered = make(Permintaan, dokumen="lkip", **about, **said)
    checker = Checker(site.sign_in("organisasi"))
    addresses = [
        "/",
        *(f"{reverse('permintaan')}?keadaan={one}" for one in ("", "selesai")),
        f"{reverse('permintaan-baru')}?tahun=2023&dokumen=lkip",
        f"{reverse('permintaan-baru')}?tahun=2023&kecamatan=jombang",
        *(reverse("permintaan-rinci", args=[*FULL, one.pk]) for one in (late, answered)),
        reverse("permintaan-lagi", args=[*FULL, answered.pk]),
        "/?kecamatan=jombang&tahun=1999",
        f"{reverse('pemantauan')}?tahun=2023&urut=narasi",
        f"{reverse('pemantauan')}?keadaan=diterima",
        reverse("pemantauan-kecamatan", args=FULL),
        *(f"{reverse(f'pemantauan-{one}')}?tahun=2023" for one in ("capaian", "peringkat", "tren")),
        reverse("pemantauan-capaian-kecamatan", args=FULL),
        *(reverse("isi", args=[*FULL, kode]) for kode in ("pengaturan", "renstra")),
        *row_addresses(FULL, Hak.ATUR),
        reverse("halaman", args=["jelbuk", 2024, "pk"]),
        reverse("halaman", args=["balung", 2020, "realisasi"]),
        *(reverse("berkas", args=[b.pk]) for b in files),
        *preparing_addresses(kecamatan.kabupaten.kode),
        reverse("panduan"),
        *(reverse("panduan-halaman", args=[b.stem]) for b in sorted(FOLDER.glob("*.md")) if b.stem != BASE),
        NONE_THERE,
    ]
    assert checker.check(addresses) == {}
    own = Checker(site.sign_in("operator.jombang"))
    assert own.check(["/", reverse("permintaan"), reverse("permintaan-rinci", args=[*FULL, late.pk])]) == {}
    nation = Checker(site.sign_in("pusat"))
    assert nation.check(["/", f"{reverse('rekapitulasi')}?tingkat=kabupaten&tahun={FULL[1]}"]) == {}
    assert without_404(site.complaint) == []

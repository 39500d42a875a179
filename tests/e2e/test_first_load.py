"""Every page at its first load: axe finds nothing, nothing spills over, nothing is refused, little is sent."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from playwright.sync_api import Page, Request

from kecamatan.guide import AWAL, FOLDER
from kecamatan.models import Kecamatan
from kecamatan.permissions import Hak
from reports.models import BerkasLaporan
from reports.official.documents import JENIS_DOKUMEN
from reports.pages import HALAMAN
from sakip.entry.kinds import ROW_KINDS, RowKind
from sakip.models import RKT, Renstra
from sakip.records.pages import PAGES
from tests.e2e.site import Situs
from tests.e2e.steps import akun_baru
from tests.e2e.test_accessibility import LEBAR, luapan, pelanggaran
from tests.factory import make

PENUH = ("jombang", 2023)
KOSONG = ("ajung", 2026)

#: Compressed bytes of a first load, everything included; less than the style sheets alone was not weighed at all.
BERAT_TERBESAR = 200_000
BERAT_TERKECIL = 3_000

TIDAK_ADA = "/halaman/yang/tidak/ada/"


class Pemeriksa:
    """Opens pages as a browser that has none of their files yet, and says what is wrong with them.

    The server of the tests compresses nothing, the one of the offices everything; so each answer is compressed here
    before it is weighed.
    """

    def __init__(self, halaman: Page) -> None:
        self.halaman = halaman
        self._permintaan: list[Request] = []
        self._berat: dict[str, int] = {}
        halaman.context.new_cdp_session(halaman).send("Network.setCacheDisabled", {"cacheDisabled": True})
        halaman.on("requestfinished", lambda permintaan: self._permintaan.append(permintaan))

    def check(self, alamat: Iterable[str], *, axe: int = LEBAR[-1]) -> dict[str, list[str]]:
        """What is wrong, by address; empty when nothing is. ``axe`` is the width at which axe looks as well."""
        return {satu: cacat for satu in alamat if (cacat := list(self._cacat(satu, axe)))}

    def _cacat(self, alamat: str, axe: int) -> Iterator[str]:
        self._permintaan.clear()
        self.halaman.set_viewport_size({"width": LEBAR[0], "height": 800})
        jawaban = self.halaman.goto(alamat)
        if jawaban is None or jawaban.status != (404 if alamat == TIDAK_ADA else 200):
            yield f"jawaban {jawaban and jawaban.status}"
            return
        berat = sum(self._timbang(p) for p in list(self._permintaan))
        if not BERAT_TERKECIL < berat <= BERAT_TERBESAR:
            yield f"{berat} bita"
        self.halaman.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        for lebar in LEBAR:
            self.halaman.set_viewport_size({"width": lebar, "height": 800})
            yield from (f"{lebar}: {kata}" for kata in luapan(self.halaman))
            if lebar == axe:
                yield from (f"{lebar}: {kata}" for kata in pelanggaran(self.halaman))

    def _timbang(self, permintaan: Request) -> int:
        jawaban = permintaan.response()
        if jawaban is None or permintaan.url.startswith("data:"):
            return 0
        if "/static/" not in permintaan.url:
            return len(gzip.compress(jawaban.body()))
        if permintaan.url not in self._berat:  # many pages use the same files
            self._berat[permintaan.url] = len(gzip.compress(jawaban.body()))
        return self._berat[permintaan.url]


def alamat_isi(tempat: tuple[str, int]) -> list[str]:
    """The year's summary and every page on which something is done."""
    return [
        reverse("tahun", args=tempat),
        *(reverse("isi", args=[*tempat, kode]) for kode in dict.fromkeys([*HALAMAN, *PAGES])),
        reverse("narasi-ubah", args=[*tempat, "kendala", "-"]),
        *(reverse(nama, args=tempat) for nama in ("salin", "buku-kerja", "nomenklatur")),
    ]


def alamat_baca(tempat: tuple[str, int]) -> list[str]:
    """Pages of records, whole documents, what changed."""
    return [
        *(reverse("halaman", args=[*tempat, kode]) for kode in HALAMAN),
        *(reverse("dokumen", args=[*tempat, jenis]) for jenis in JENIS_DOKUMEN),
        reverse("riwayat-tahun", args=tempat),
    ]


def alamat_baru(tempat: tuple[str, int]) -> list[str]:
    """Forms of new rows that need no other row."""
    return [
        reverse("baris-baru", args=[*tempat, i.kode]) for i in isian(Hak.ISI) if not i.induk and not i.tetap
    ]


def isian(hak: Hak) -> list[RowKind]:
    return [i for i in ROW_KINDS.values() if i.hak is hak]


def alamat_baris(tempat: tuple[str, int], hak: Hak) -> Iterator[str]:
    """Of every kind of row that is recorded: its form, and below its parent the form of a new one."""
    kecamatan = Kecamatan.objects.get(slug=tempat[0])
    for satu in isian(hak):
        baris = contoh_baris(satu, kecamatan)
        if baris is None:
            continue
        yield reverse("baris-ubah", args=[*tempat, satu.kode, baris.pk])
        induk = f"?induk={getattr(baris, f'{satu.induk}_id')}" if satu.induk else ""
        if induk:
            yield reverse("baris-baru", args=[*tempat, satu.kode]) + induk
        if satu.kolom_teks:
            yield reverse("baris-sekaligus", args=[*tempat, satu.kode]) + induk


def contoh_baris(satu: RowKind, kecamatan: Kecamatan) -> Any:
    """A row of the kind in the filled year; None where the contoh has none."""
    model: Any = satu.model
    if satu.hak is Hak.ATUR:
        jalur = getattr(model, "jalur_kabupaten", "kabupaten")
        semua = model.objects.filter(**{jalur: kecamatan.kabupaten_id})
    else:
        semua = model.objects.for_kecamatan(kecamatan)
        if satu.form.tahunan and not satu.form.lintas_tahun:
            semua = semua.for_tahun(PENUH[1])
    return next((b for b in semua if satu.form.cocok({"jabatan": getattr(b, "jabatan", None)})), None)


def tanpa_404(keluhan: list[str]) -> list[str]:
    """What the browser complains about, but for the page that is meant to be missing."""
    return [k for k in keluhan if "404 (Not Found)" not in k]


def test_every_page_of_a_filled_year(situs: Situs) -> None:
    pemeriksa = Pemeriksa(situs.masuk("operator.jombang"))
    assert pemeriksa.check(alamat_isi(PENUH), axe=LEBAR[0]) == {}  # a phone sees them in the empty year
    assert pemeriksa.check(alamat_baca(PENUH)) == {}
    assert situs.keluhan == []


def test_every_page_of_an_empty_year(situs: Situs) -> None:
    akun_baru(situs, *KOSONG)
    pemeriksa = Pemeriksa(situs.masuk("operator.ajung"))
    alamat = ["/", *alamat_isi(KOSONG), *alamat_baca(KOSONG), *alamat_baru(KOSONG)]
    assert pemeriksa.check(alamat) == {}
    assert situs.keluhan == []


def test_every_form_of_a_row(situs: Situs) -> None:
    halaman = situs.masuk("operator.jombang")
    pemeriksa = Pemeriksa(halaman)
    baris = contoh_baris(ROW_KINDS["baris-pk"], Kecamatan.objects.get(slug=PENUH[0])).pk
    renstra = Renstra.objects.filter(kecamatan__slug=PENUH[0]).latest("versi").pk
    rkt = RKT.objects.get(kecamatan__slug=PENUH[0], tahun=PENUH[1]).pk
    alamat = [
        *alamat_baris(PENUH, Hak.ISI),
        *(reverse(f"baris-{nama}", args=[*PENUH, "baris-pk", baris]) for nama in ("hapus", "riwayat")),
        reverse("pk-perubahan", args=PENUH),
        reverse("renstra-salin", args=[*PENUH, renstra]),
        f"{reverse('nomenklatur', args=PENUH)}?untuk=baris-rkt&induk={rkt}&q=pelayanan",
    ]
    assert pemeriksa.check(alamat) == {}
    assert situs.keluhan == []


def test_every_page_of_bagian_organisasi_and_of_files(situs: Situs) -> None:
    keadaan: list[dict[str, object]] = [
        {"status": "antre"},
        {"status": "gagal", "pesan": "Gambar hilang. Unggah ulang."},
        {"status": "selesai", "halaman": 44, "ukuran": 300_000, "berkas": "berkas/x.pdf"},
    ]
    kecamatan = Kecamatan.objects.get(slug=PENUH[0])
    berkas = [
        make(BerkasLaporan, kecamatan=kecamatan, tahun=PENUH[1], kunci_isi=str(n) * 64, **satu)
        for n, satu in enumerate(keadaan)
    ]
    pemeriksa = Pemeriksa(situs.masuk("organisasi"))
    alamat = [
        "/",
        "/?kecamatan=jombang&tahun=1999",
        *(reverse("isi", args=[*PENUH, kode]) for kode in ("pengaturan", "renstra")),
        *alamat_baris(PENUH, Hak.ATUR),
        reverse("halaman", args=["jelbuk", 2024, "pk"]),
        reverse("halaman", args=["balung", 2020, "realisasi"]),
        *(reverse("berkas", args=[b.pk]) for b in berkas),
        reverse("panduan"),
        *(reverse("panduan-halaman", args=[b.stem]) for b in sorted(FOLDER.glob("*.md")) if b.stem != AWAL),
        TIDAK_ADA,
    ]
    assert pemeriksa.check(alamat) == {}
    assert tanpa_404(situs.keluhan) == []

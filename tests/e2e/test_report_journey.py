"""A report on its way through three hands: refused, mended, submitted, returned from a phone with two notes, answered,
signed, received, opened again; who scans its QR learns whose it is.

That the same pages do their work without a script is shown where their forms are sent by hand: tests/reports/workflow,
tests/reports/signing and tests/flows/test_every_form.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from django.contrib.sessions.models import Session
from PIL import Image
from playwright.sync_api import Page, expect
from pytest_django import Settings

from kecamatan.models import Kecamatan, Pengguna
from reports.models import Laporan, Narasi, TemuanDiakui
from reports.review.answers import unanswered
from reports.review.place import location
from reports.review.review import review_year
from reports.signing.keys import local
from tests.e2e.site import Site
from tests.e2e.steps import ensure_stored
from tests.e2e.test_accessibility import overflow, violations
from tests.factory import make
from tests.reports.signing.conftest import certify
from tests.reports.signing.signers import PASSPHRASE

YEAR = "/kecamatan/balung/2020"
DESK = f"{YEAR}/meja/"
OLD_PC, PHONE, DESK_PC = 1024, 360, 1280

WRONG = "<p>Pagu Rp5.000 (enam ribu rupiah).</p>"
REASON = "Sumber datanya ditetapkan dengan keputusan tersendiri."
SINCE, AMOUNT, ANSWER = "Sejak kapan jaringannya terputus?", "Samakan pagu dengan DPA.", "Sejak Mei 2023."
OPENED = "Jumlah gangguan jaringan keliru."

#: What the operator writes of the kendala in the place of what is wrong, and in answer to the notes.
MENDED = "Jaringan internet kantor sering terputus."
ANSWERED = "Jaringan internet kantor terputus rata-rata dua kali sepekan sejak Mei 2023."

#: What the browser says of a refused form, and of the line that drops; that is meant here.
MEANT = ("422 (Unprocessable Entity)", "ERR_INTERNET_DISCONNECTED")


@pytest.fixture
def kecamatan(site: Site, monkeypatch: pytest.MonkeyPatch) -> Kecamatan:
    """The contoh with a text that is wrong, and every peringatan answered but that about what has the longest name; its
    camat has a certified key."""
    monkeypatch.setattr(local, "_ROUNDS", 1_000)  # what makes a guess slow makes a test slow
    kecamatan = Kecamatan.objects.get(slug="balung")
    Narasi.objects.filter(kecamatan=kecamatan, tahun=2020, bagian="kendala").update(isi=WRONG)
    laporan = Laporan.objects.get(kecamatan=kecamatan, tahun=2020)
    found = unanswered(review_year(kecamatan=kecamatan, tahun=2020))
    for one in sorted(found, key=lambda one: len(location(one.place)))[:-1]:
        reason = {"aturan": one.code, "sidik": one.mark, "alasan": "Demikian tercetak."}
        by = Pengguna.objects.get(username="operator.balung")
        make(TemuanDiakui, laporan=laporan, pengguna=by, **reason)
    certify(Pengguna.objects.get(username="camat.balung"))
    return kecamatan


class Journey:
    """What the three do, each at their own screen; every page is looked at where it has something new."""

    def __init__(self, site: Site, worker: Callable[[], None], kecamatan: Kecamatan, folder: Path) -> None:
        self._site, self._worker, self._kecamatan, self._folder = site, worker, kecamatan, folder
        self._looked: set[tuple[str, ...]] = set()

    def to_received(self) -> bytes:
        """From the draft, with a text that is wrong, to the report that is received; returns its PDF."""
        operator = self._site.sign_in("operator.balung", width=OLD_PC)
        self.mend(operator)
        self.submit_with_a_line_that_drops(operator)
        camat = self._site.sign_in("camat.balung", width=PHONE)
        self.give_back(camat)
        self.answer(operator)
        self.close_notes(camat)
        pdf = self.sign(camat)
        organisasi = self._site.sign_in("organisasi", width=DESK_PC)
        self.called(organisasi)
        self.step(organisasi, "Terima", "diterima")
        return pdf

    def open_again(self) -> None:
        organisasi = self._site.sign_in("organisasi", width=DESK_PC)
        organisasi.goto(DESK)
        until = {"catatan": OPENED, "batas_waktu": "31 Desember 2099"}
        self.step(organisasi, "Buka kembali", "versi 2 dimulai", **until)

    def mend(self, operator: Page) -> None:
        """Refused for what is wrong, which is a link to where it is mended; then for what has no reason yet."""
        main = operator.get_by_role("main")
        operator.goto(f"{YEAR}/")
        main.get_by_role("link", name="Ajukan LKIP").click()
        expect(operator.get_by_role("heading", name="Belum dapat diajukan: 1 kesalahan")).to_be_visible()
        expect(main.get_by_role("button", name="Ajukan")).to_have_count(0)
        self.look(operator)
        operator.locator(".temuan-galat").get_by_role("link").first.click()
        self.look(operator)
        self.write(operator, MENDED)
        operator.get_by_role("link", name="Ringkasan", exact=True).click()
        main.get_by_role("link", name="Ajukan LKIP").click()
        expect(operator.get_by_role("heading", name="Belum dapat diajukan: 1 peringatan")).to_be_visible()
        main.get_by_role("link", name="Beri alasan").click()
        operator.get_by_label("Alasan").fill(REASON)
        Session.objects.all().delete()
        main.get_by_role("button", name="Simpan").click()
        operator.get_by_label("Nama pengguna").fill("operator.balung")
        operator.get_by_label("Kata sandi").fill(self._site.passwords["operator.balung"])
        operator.get_by_role("button", name="Masuk").click()
        expect(operator.get_by_label("Alasan")).to_have_value(REASON)
        self.look(operator)
        main.get_by_role("button", name="Simpan").click()
        expect(operator.locator(":target")).to_contain_text(REASON)
        self.look(operator)

    def submit_with_a_line_that_drops(self, operator: Page) -> None:
        """At the very click: nothing was done, and it is done by another."""
        main = operator.get_by_role("main")
        main.get_by_role("link", name="Ajukan LKIP").click()
        expect(main.get_by_role("button", name="Ajukan")).to_be_visible()
        operator.context.set_offline(True)
        main.get_by_role("button", name="Ajukan").click()
        expect(operator.get_by_role("alert")).to_contain_text("Jaringan terputus")
        operator.context.set_offline(False)
        laporan = Laporan.objects.filter(kecamatan=self._kecamatan, tahun=2020).latest("versi")
        assert laporan.diajukan_pada is None
        operator.goto(f"{YEAR}/alur/")
        self.step(operator, "Ajukan", "diajukan kepada camat")
        expect(main).to_contain_text("Sekarang menunggu camat.")

    def give_back(self, camat: Page) -> None:
        """The camat, on a phone, gives it back with two notes."""
        self.called(camat)
        self.note(camat, "B. Kendala", SINCE, quoted="kendala")
        self.note(camat, "Tabel 2.", AMOUNT)
        self.look(camat)
        camat.goto(DESK)
        expect(camat.get_by_role("heading", name="Catatan reviu terbuka (2)")).to_be_visible()
        self.look(camat)
        camat.get_by_role("main").get_by_role("link", name="Kembalikan LKIP").click()
        sent = camat.get_by_label("Catatan: apa yang perlu diperbaiki").input_value()
        assert (SINCE in sent, AMOUNT in sent) == (True, True)
        camat.goto(DESK)
        self.step(camat, "Kembalikan", "dikembalikan dengan catatan Anda")

    def answer(self, operator: Page) -> None:
        """The operator answers both, mends, and hands it in again."""
        self.called(operator)
        for number in range(2):
            operator.get_by_role("link", name="Jawab catatan").nth(number).click()
            self.look(operator)
            operator.get_by_label("Jawaban").fill(ANSWER)
            operator.get_by_role("button", name="Kirim jawaban").click()
            expect(operator.locator(":target")).to_contain_text(ANSWER)
        operator.goto(f"{YEAR}/narasi/isi/kendala/-/")
        self.write(operator, ANSWERED)
        operator.goto(DESK)
        self.step(operator, "Ajukan", "diajukan kepada camat")

    def close_notes(self, camat: Page) -> None:
        """The camat sees what was answered and mended, and closes both."""
        self.called(camat)
        changes = camat.get_by_role("region", name="Perubahan")
        expect(changes).to_contain_text(f"Jawaban: {ANSWER}")
        expect(changes).to_contain_text(ANSWERED)
        for left in (1, 0):
            camat.get_by_role("button", name="Tandai selesai").first.click()
            expect(camat.get_by_role("heading", name=f"Catatan reviu terbuka ({left})")).to_be_visible()
        self.look(camat)

    def scan(self, address: str, signed: bytes) -> None:
        """Anybody opens what the QR says, and compares the file that they have."""
        anybody = self._site.open_page(width=PHONE)
        anybody.goto(address)
        expect(anybody.get_by_role("main")).to_contain_text("ditandatangani di sini dan masih berlaku.")
        self.look(anybody)
        file = {"name": "versi-1.pdf", "mimeType": "application/pdf", "buffer": signed}
        anybody.get_by_label("Berkas PDF yang hendak dibandingkan").set_input_files(file)  # type: ignore[arg-type]
        anybody.get_by_role("button", name="Bandingkan", exact=True).click()
        expect(anybody.locator(".pesan-judul")).to_have_text("Asli")
        self.look(anybody)

    def look(self, page: Page) -> None:
        """Nothing spills over, and axe finds nothing. Of a page that says the same as before nothing new is to be seen;
        of the document the parts without notes are looked at elsewhere (test_first_load)."""
        page.wait_for_load_state()
        said = tuple(page.locator("title, h1, main h2, .pesan-judul").all_inner_texts())
        if said in self._looked:
            return
        self._looked.add(said)
        found = violations(page, without=".lembar section:not(:has(.reviu-catatan))")
        assert [*found, *overflow(page)] == [], page.title()

    def called(self, page: Page) -> None:
        """The start page says that the report waits, and leads to its desk."""
        page.goto("/")
        self.look(page)
        page.get_by_role("region", name="Menunggu Anda").get_by_role("link").click()
        expect(page.get_by_role("heading", name="Meja LKIP tahun 2020")).to_be_visible()
        self.look(page)

    def step(self, page: Page, label: str, said: str, **typed: str) -> None:
        """Take the step that the page offers, on the page of its own where it is confirmed."""
        page.get_by_role("main").get_by_role("link", name=f"{label} LKIP").click()
        for name, text in typed.items():
            page.locator(f"[name={name}]").fill(text)
        self.look(page)
        page.get_by_role("main").get_by_role("button", name=label).click()
        expect(page.locator(".pesan-baik")).to_contain_text(said)
        self.look(page)

    def write(self, page: Page, text: str) -> None:
        """Put a text in the place of what stands on the page of the kendala."""
        page.locator(".ProseMirror").fill(text)
        page.get_by_role("button", name="Simpan", exact=True).click()
        ensure_stored(page)

    def note(self, page: Page, place: str, words: str, *, quoted: str = "") -> None:
        """Write a note beside the document, which names the place; of the part ``quoted`` with the words of its
        paragraph, selected."""
        page.goto(f"{YEAR}/dokumen/lkip/")
        said = page.locator(f"section:has(> #{quoted}) p", has_text="Jaringan").first if quoted else None
        quote = " ".join(said.inner_text().split()) if said else ""
        if said:
            said.click(click_count=3)
        page.get_by_role("link", name=f"Catat tentang {place}").first.click()
        page.get_by_label("Catatan", exact=True).fill(words)
        page.get_by_role("button", name="Simpan catatan").click()
        stands = page.locator(":target")
        expect(stands).to_contain_text(words)
        assert stands.locator("blockquote").all_inner_texts() == ([quote] if quote else [])

    def sign(self, camat: Page) -> bytes:
        """From the desk to the signed report; returns its PDF."""
        camat.get_by_role("main").get_by_role("link", name="Tanda tangani LKIP").click()
        camat.get_by_role("button", name="Siapkan naskah akhir").click()
        expect(camat.get_by_text("Menunggu giliran")).to_be_visible()
        self.look(camat)
        self._worker()
        for passphrase, title in (
            ("bukan frasanya ini", "Kesalahan: Tanda tangani"),
            (PASSPHRASE, "Laporan"),
        ):
            camat.get_by_label("Kata sandi akun").fill(self._site.passwords["camat.balung"])
            camat.get_by_label("Frasa sandi kunci").fill(passphrase)
            self.look(camat)
            camat.get_by_role("button", name="Tanda tangani", exact=True).click()
            expect(camat).to_have_title(re.compile(f"^{title}"))
        expect(camat.get_by_role("region", name="Alur LKIP")).to_contain_text("menunggu Bagian Organisasi")
        self.look(camat)
        return downloaded(camat, "Unduh PDF", self._folder)


def downloaded(page: Page, link: str, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=link).click()
    download.value.save_as(folder / download.value.suggested_filename)
    return (folder / download.value.suggested_filename).read_bytes()


def pages(pdf: Path) -> list[str]:
    """The words of each page."""
    words = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True, text=True).stdout
    return [" ".join(page.split()) for page in words.split("\f")]


def scanned(pdf: Path) -> Iterator[str]:
    """What a camera reads on the pages that speak of a signature: what their QR codes say."""
    for number, words in enumerate(pages(pdf), start=1):
        if "ditandatangani secara elektronik" in words:
            at = ["-f", str(number), "-l", str(number)]
            drawn = subprocess.run(
                ["pdftoppm", "-r", "100", "-gray", *at, str(pdf)], capture_output=True, check=True
            )
            yield from (one.text for one in zxingcpp.read_barcodes(Image.open(BytesIO(drawn.stdout))))


def test_a_report_goes_through_three_hands(
    site: Site, worker: Callable[[], None], kecamatan: Kecamatan, settings: Settings, tmp_path: Path
) -> None:
    settings.SAKIP_ADDRESS = site.address  # what is printed leads here
    journey = Journey(site, worker, kecamatan, tmp_path)
    signed = journey.to_received()
    file = tmp_path / "dipindai.pdf"
    file.write_bytes(signed)
    assert ANSWERED in " ".join(pages(file))
    (address,) = set(scanned(file))
    journey.scan(address, signed)

    journey.open_again()
    reader = site.sign_in("operator.balung")
    reader.goto(DESK)
    expect(reader.get_by_role("main")).to_contain_text(OPENED)
    reader.goto(f"{YEAR}/alur/")
    journey.look(reader)
    again = downloaded(reader, "Unduh PDF versi 1", tmp_path)
    assert hashlib.sha256(again).digest() == hashlib.sha256(signed).digest()
    assert [one for one in site.complaint if not any(meant in one for meant in MEANT)] == []

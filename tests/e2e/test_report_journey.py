"""A report on its way through three hands: refused, mended, submitted, returned from a phone with two notes, answered,
signed, received, opened again and signed anew; who scans the QR of the first version learns that it was replaced."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from kecamatan.models import Kecamatan, Pengguna
from reports.models import Laporan, Narasi, TemuanDiakui
from reports.review.answers import unanswered
from reports.review.place import location
from reports.review.review import review_year
from reports.signing import sign
from reports.signing.keys import local
from tests.e2e.site import Site
from tests.e2e.steps import ensure_stored
from tests.e2e.test_accessibility import overflow, violations
from tests.factory import make
from tests.flows.read_pdf import PdfReading, read_pdf
from tests.reports.signing.conftest import certify, made_small
from tests.reports.signing.signers import PASSPHRASE

YEAR = "/kecamatan/jombang/2023"
DESK = f"{YEAR}/meja/"
OLD_PC, PHONE, DESK_PC = 1024, 360, 1280

WRONG = "<p>Pagu Rp5.000 (enam ribu rupiah).</p>"
MENDED = "Jaringan internet kantor sering terputus."
ANSWERED = "Jaringan internet kantor terputus rata-rata dua kali sepekan sejak Mei 2023."
IN_VERSION_2 = "Jaringan internet kantor terputus rata-rata tiga kali sepekan sejak Mei 2023."
REASON = "Sumber datanya ditetapkan dengan keputusan tersendiri."
SINCE, AMOUNT, ANSWER = "Sejak kapan jaringannya terputus?", "Samakan pagu dengan DPA.", "Sejak Mei 2023."
OPENED = "Jumlah gangguan jaringan keliru."

#: What the browser says of a refused form, and of the line that drops; that is meant here.
MEANT = ("422 (Unprocessable Entity)", "ERR_INTERNET_DISCONNECTED")


@pytest.fixture
def kecamatan(site: Site, monkeypatch: pytest.MonkeyPatch) -> Kecamatan:
    """The contoh with a text that is wrong, and every peringatan answered but that about what has the longest name; its
    camat has a certified key."""
    monkeypatch.setattr(local, "_ROUNDS", 1_000)  # what makes a guess slow makes a test slow
    kecamatan = Kecamatan.objects.get(slug="jombang")
    Narasi.objects.filter(kecamatan=kecamatan, tahun=2023, bagian="kendala").update(isi=WRONG)
    laporan = Laporan.objects.get(kecamatan=kecamatan, tahun=2023)
    found = unanswered(review_year(kecamatan=kecamatan, tahun=2023))
    for one in sorted(found, key=lambda one: len(location(one.place)))[:-1]:
        reason = {"aturan": one.code, "sidik": one.mark, "alasan": "Demikian tercetak."}
        by = Pengguna.objects.get(username="operator.jombang")
        make(TemuanDiakui, laporan=laporan, pengguna=by, **reason)
    certify(Pengguna.objects.get(username="camat.jombang"))
    return kecamatan


class Journey:
    """What the three do, each at their own screen; every page is looked at where it has something new."""

    def __init__(self, site: Site, worker: Callable[[], None], *, javascript: bool) -> None:
        self._site, self._worker, self._javascript = site, worker, javascript
        self._looked: set[tuple[str, ...]] = set()

    def person(self, name: str, width: int) -> Page:
        return self._site.sign_in(name, width=width, javascript=self._javascript)

    def look(self, page: Page) -> None:
        """Nothing spills over, and axe, which is a script itself, finds nothing. Of a page that says the same as before
        nothing new is to be seen; of the document the parts without notes are looked at elsewhere (test_first_load)."""
        page.wait_for_load_state()
        said = tuple(page.locator("title, h1, main h2, .pesan-judul").all_inner_texts())
        if said in self._looked:
            return
        self._looked.add(said)
        found = (
            violations(page, without=".lembar section:not(:has(.reviu-catatan))") if self._javascript else []
        )
        assert [*found, *overflow(page)] == [], page.title()

    def called(self, page: Page) -> None:
        """The start page says that the report waits, and leads to its desk."""
        page.goto("/")
        self.look(page)
        page.get_by_role("region", name="Menunggu Anda").get_by_role("link").click()
        expect(page.get_by_role("heading", name="Meja LKIP tahun 2023")).to_be_visible()
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
        page.locator(".ProseMirror" if self._javascript else "textarea[name=isi]").fill(text)
        page.get_by_role("button", name="Simpan", exact=True).click()
        ensure_stored(page)

    def note(self, page: Page, place: str, words: str, *, quoted: str = "") -> None:
        """Write a note beside the document, which names the place; of the part ``quoted`` with the words of its
        paragraph, selected where a script takes them over, else copied."""
        page.goto(f"{YEAR}/dokumen/lkip/")
        said = page.locator(f"section:has(> #{quoted}) p", has_text="Jaringan").first if quoted else None
        quote = " ".join(said.inner_text().split()) if said else ""
        if said and self._javascript:
            said.click(click_count=3)
        page.get_by_role("link", name=f"Catat tentang {place}").first.click()
        if said and not self._javascript:
            page.get_by_label("Kata-kata yang dimaksud (opsional)").fill(quote)
        page.get_by_label("Catatan", exact=True).fill(words)
        page.get_by_role("button", name="Simpan catatan").click()
        stands = page.locator(":target")
        expect(stands).to_contain_text(words)
        assert stands.locator("blockquote").all_inner_texts() == ([quote] if quote else [])

    def sign(self, camat: Page, folder: Path) -> bytes:
        """From the desk to the signed report; returns its PDF."""
        camat.get_by_role("main").get_by_role("link", name="Tanda tangani LKIP").click()
        camat.get_by_role("button", name="Siapkan naskah akhir").click()
        expect(camat.get_by_text("Menunggu giliran")).to_be_visible()
        self.look(camat)
        self._worker()
        if not self._javascript:
            camat.get_by_role("link", name="Periksa sekarang").click()
        for passphrase, title in (
            ("bukan frasanya ini", "Kesalahan: Tanda tangani"),
            (PASSPHRASE, "Laporan"),
        ):
            camat.get_by_label("Kata sandi akun").fill(self._site.passwords["camat.jombang"])
            camat.get_by_label("Frasa sandi kunci").fill(passphrase)
            self.look(camat)
            camat.get_by_role("button", name="Tanda tangani", exact=True).click()
            expect(camat).to_have_title(re.compile(f"^{title}"))
        expect(camat.get_by_role("region", name="Alur LKIP")).to_contain_text("menunggu Bagian Organisasi")
        self.look(camat)
        return downloaded(camat, "Unduh PDF", folder)


def downloaded(page: Page, link: str, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=link).click()
    download.value.save_as(folder / download.value.suggested_filename)
    return (folder / download.value.suggested_filename).read_bytes()


def behind_the_qr(pdf: PdfReading) -> str:
    """The address, which the PDF says for who cannot see the drawing."""
    drawn = pdf.root.everything("Figure")
    (address,) = {found for one in drawn for found in re.findall(r"Kode QR .*, menuju (\S+)", one.alt)}
    return urlsplit(address).path


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "plain"])
def test_a_report_goes_through_three_hands_twice(
    site: Site,
    worker: Callable[[], None],
    kecamatan: Kecamatan,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    javascript: bool,
) -> None:
    if not javascript:
        monkeypatch.setattr(sign, "make", made_small)  # files of one page; with a script they are whole
    journey = Journey(site, worker, javascript=javascript)
    operator = journey.person("operator.jombang", OLD_PC)
    main = operator.get_by_role("main")

    # Refused for what is wrong, which is a link to where it is mended; then for what has no reason yet.
    operator.goto(f"{YEAR}/")
    main.get_by_role("link", name="Ajukan LKIP").click()
    expect(operator.get_by_role("heading", name="Belum dapat diajukan: 1 kesalahan")).to_be_visible()
    expect(main.get_by_role("button", name="Ajukan")).to_have_count(0)
    journey.look(operator)
    operator.locator(".temuan-galat").get_by_role("link").first.click()
    journey.look(operator)
    journey.write(operator, MENDED)
    operator.get_by_role("link", name="Ringkasan", exact=True).click()
    main.get_by_role("link", name="Ajukan LKIP").click()
    expect(operator.get_by_role("heading", name="Belum dapat diajukan: 1 peringatan")).to_be_visible()
    main.get_by_role("link", name="Beri alasan").click()
    operator.get_by_label("Alasan").fill(REASON)
    Session.objects.all().delete()
    main.get_by_role("button", name="Simpan").click()
    operator.get_by_label("Nama pengguna").fill("operator.jombang")
    operator.get_by_label("Kata sandi").fill(site.passwords["operator.jombang"])
    operator.get_by_role("button", name="Masuk").click()
    expect(operator.get_by_label("Alasan")).to_have_value(REASON)
    journey.look(operator)
    main.get_by_role("button", name="Simpan").click()
    expect(operator.locator(":target")).to_contain_text(REASON)
    journey.look(operator)

    # The line drops at the very click: nothing was done, and it is done by another.
    main.get_by_role("link", name="Ajukan LKIP").click()
    operator.context.set_offline(True)
    with operator.expect_event("requestfailed"):
        main.get_by_role("button", name="Ajukan").click()
    operator.context.set_offline(False)
    assert Laporan.objects.get(kecamatan=kecamatan, tahun=2023).status == "draf"
    operator.goto(f"{YEAR}/alur/")
    journey.step(operator, "Ajukan", "diajukan kepada camat")
    expect(main).to_contain_text("Sekarang menunggu camat.")

    # The camat, on a phone, gives it back with two notes.
    camat = journey.person("camat.jombang", PHONE)
    journey.called(camat)
    journey.note(camat, "B. Kendala", SINCE, quoted="kendala")
    journey.note(camat, "Tabel 2.", AMOUNT)
    journey.look(camat)
    camat.goto(DESK)
    expect(camat.get_by_role("heading", name="Catatan reviu terbuka (2)")).to_be_visible()
    journey.look(camat)
    camat.get_by_role("main").get_by_role("link", name="Kembalikan LKIP").click()
    sent = camat.get_by_label("Catatan: apa yang perlu diperbaiki").input_value()
    assert (SINCE in sent, AMOUNT in sent) == (True, True)
    camat.goto(DESK)
    journey.step(camat, "Kembalikan", "dikembalikan dengan catatan Anda")

    # The operator answers both, mends, and hands it in again.
    journey.called(operator)
    for number in range(2):
        operator.get_by_role("link", name="Jawab catatan").nth(number).click()
        journey.look(operator)
        operator.get_by_label("Jawaban").fill(ANSWER)
        operator.get_by_role("button", name="Kirim jawaban").click()
        expect(operator.locator(":target")).to_contain_text(ANSWER)
    operator.goto(f"{YEAR}/narasi/isi/kendala/-/")
    journey.write(operator, ANSWERED)
    operator.goto(DESK)
    journey.step(operator, "Ajukan", "diajukan kepada camat")

    # The camat sees what was answered and mended, closes both, and signs.
    journey.called(camat)
    changes = camat.get_by_role("region", name="Perubahan")
    expect(changes).to_contain_text(f"Jawaban: {ANSWER}")
    expect(changes).to_contain_text(ANSWERED)
    for left in (1, 0):
        camat.get_by_role("button", name="Tandai selesai").first.click()
        expect(camat.get_by_role("heading", name=f"Catatan reviu terbuka ({left})")).to_be_visible()
    journey.look(camat)
    first = journey.sign(camat, tmp_path)
    monkeypatch.setattr(sign, "make", made_small)

    # Bagian Organisasi receives it, and opens it again.
    organisasi = journey.person("organisasi", DESK_PC)
    journey.called(organisasi)
    journey.step(organisasi, "Terima", "diterima")
    journey.step(
        organisasi, "Buka kembali", "versi 2 dimulai", catatan=OPENED, batas_waktu="31 Desember 2099"
    )

    # Version 2 goes the same way.
    journey.called(operator)
    expect(main).to_contain_text(OPENED)
    operator.goto(f"{YEAR}/narasi/isi/kendala/-/")
    journey.write(operator, IN_VERSION_2)
    operator.goto(DESK)
    journey.step(operator, "Ajukan", "diajukan kepada camat")
    journey.called(camat)
    expect(camat.get_by_role("region", name="Perubahan")).to_contain_text("tiga kali sepekan")
    assert journey.sign(camat, tmp_path) != first

    # Who scans the QR of version 1 is told; its file is what it was.
    operator.goto(f"{YEAR}/alur/")
    journey.look(operator)
    addresses = [
        operator.get_by_role("link", name=f"Verifikasi versi {n}").get_attribute("href") for n in (1, 2)
    ]
    if javascript:
        printed = read_pdf(first)
        assert behind_the_qr(printed) == addresses[0]
        assert ANSWERED in printed.text()
    anybody = site.open_page(width=PHONE, javascript=javascript)
    anybody.goto(addresses[0] or "")
    expect(anybody.get_by_role("main")).to_contain_text("Sudah diganti versi 2")
    journey.look(anybody)
    (tmp_path / "versi-1.pdf").write_bytes(first)
    anybody.get_by_label("Berkas PDF yang hendak dibandingkan").set_input_files(tmp_path / "versi-1.pdf")
    anybody.get_by_role("button", name="Bandingkan", exact=True).click()
    expect(anybody.locator(".pesan-judul")).to_have_text("Asli")
    expect(anybody.locator(".pesan")).to_contain_text("sudah diganti versi 2")
    journey.look(anybody)
    anybody.goto(addresses[1] or "")
    expect(anybody.get_by_role("main")).to_contain_text("ditandatangani di sini dan masih berlaku.")
    anybody.get_by_role("link", name="LKIP yang ditandatangani").click()
    expect(anybody.get_by_role("link", name="Verifikasi LKIP Kecamatan Jombang")).to_be_visible()
    journey.look(anybody)

    again = downloaded(operator, "Unduh PDF versi 1", tmp_path)
    assert hashlib.sha256(again).digest() == hashlib.sha256(first).digest()
    assert [one for one in site.complaint if not any(meant in one for meant in MEANT)] == []

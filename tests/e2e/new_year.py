"""The year of a new kabupaten from its accounts on: filled in, followed, signed, handed out, read by everybody.

Every hand is one that a person has: accounts from the list, workbooks filled from the empty one, pages.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unittest.mock import patch
from zipfile import ZipFile

from django.core.management import call_command
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from kecamatan.models import Kecamatan, Pengguna
from reports.workbook.exchange import workbook_export, workbook_import
from tests.e2e.books import apply, upload
from tests.e2e.site import Site
from tests.e2e.steps import fill_form_page, store
from tests.e2e.tangerang_year import IKM, Filled
from tests.e2e.test_accessibility import defects_at_widths, overflow
from tests.reports.signing.signers import AUTHORITY, PASSPHRASE

KEPALA_DAERAH: Final = "H. MOCH. MAESYAL RASYID, M.Si."
CAMAT: Final = "WILLY PATRIA, S.H."
PASSWORD: Final = "empat kata tak berhubungan"
REASON: Final = "Langkah perbaikan dibahas dalam rapat triwulan I tahun berikutnya."

#: Of each kecamatan its IKM against 80: capaian, and mean with the other IKU, whose capaian is 90 everywhere; in the
#: words of the kabupaten's own scale, and above 100 where it is so.
MEASURED: Final = {
    "Balaraja": ("92", ("115,00", "Istimewa"), ("102,50", "Baik")),
    "Mekar Baru": ("76", ("95,00", "Baik"), ("92,50", "Baik")),
    "Legok": ("40", ("50,00", "Kurang"), ("70,00", "Cukup")),
}


def accounts_from_list(page: Page, folder: Path) -> dict[str, str]:
    """Fill the list that lies ready for the kabupaten, hand it in; returns the first passwords by user name."""
    with page.expect_download() as started:
        page.get_by_role("link", name="Templat daftar akun Kabupaten Tangerang").click()
    book = load_workbook(io.BytesIO(started.value.path().read_bytes()))
    sheet = book["Akun"]
    title = next(c for row in sheet.iter_rows(max_row=5) for c in row if c.value in ("Nama", "Nama lengkap"))
    heads = {c.value: c.column for c in sheet[title.row]}
    for row in range(title.row + 1, sheet.max_row + 1):
        place = sheet.cell(row, heads["Kecamatan"]).value
        if sheet.cell(row, heads["Peran"]).value == "Camat":
            sheet.cell(row, heads["Nama"]).value = CAMAT if place == "Balaraja" else f"Camat {place}"
            sheet.cell(row, heads["Nama pengguna"]).value = f"camat.{slug(place)}"
        elif place:
            sheet.cell(row, heads["Nama"]).value = f"Operator {place}"
            sheet.cell(row, heads["Nama pengguna"]).value = f"operator.{slug(place)}"
    book.save(folder / "akun.xlsx")
    page.get_by_label("Daftar (.xlsx)").set_input_files(folder / "akun.xlsx")
    page.get_by_role("button", name="Unggah dan periksa").click()
    page.get_by_role("button", name="Buat 58 akun").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kata sandi pertama 58 orang")
    codes = page.locator(".potong code").all_inner_texts()
    return dict(zip(codes[1::3], codes[2::3], strict=True))


def slug(nama: str) -> str:
    return nama.lower().replace(" ", "-")


@dataclass
class NewYear:
    """What operator, camat, Bagian Organisasi and everybody do with the year, each at their own screen."""

    site: Site
    worker: Callable[[], None]
    tahun: int
    passwords: dict[str, str]
    folder: Path

    def filled(self) -> None:
        """Of one kecamatan by its operator in the browser; of two by the same door, without one."""
        operator = self.first_signed_in("operator.balaraja", width=360)
        operator.goto("/")
        expect(operator.get_by_role("heading", name="Kecamatan Balaraja", exact=False)).to_be_visible()
        operator.goto(f"/kecamatan/balaraja/{self.tahun}/")
        operator.get_by_role("link", name="Buku kerja Excel").click()
        with operator.expect_download() as started:
            operator.get_by_role("link", name="Unduh buku kerja terisi").click()
        file = self.folder / started.value.suggested_filename
        file.write_bytes(self.book("Balaraja", started.value.path().read_bytes()))
        upload(operator, file, self.worker)
        apply(operator, self.worker)
        for nama in list(MEASURED)[1:]:
            kecamatan = Kecamatan.objects.get(slug=slug(nama))
            workbook_import(
                content=self.book(nama, workbook_export(kecamatan=kecamatan, tahun=self.tahun)),
                nama="buku.xlsx",
                by=Pengguna.objects.get(username=f"operator.{slug(nama)}"),
                place=(kecamatan, self.tahun),
                apply_changes=True,
            )

    def book(self, nama: str, empty: bytes) -> bytes:
        """The workbook of a kecamatan, filled."""
        workbook, filled = load_workbook(io.BytesIO(empty)), io.BytesIO()
        nip = f"19750512 200003 1 00{list(MEASURED).index(nama) + 1}"
        camat = CAMAT if nama == "Balaraja" else f"CAMAT {nama.upper()}"
        Filled(
            tahun=self.tahun,
            nama=nama,
            camat=camat,
            nip=nip,
            kepala_daerah=KEPALA_DAERAH,
            ikm=MEASURED[nama][0],
        ).into(workbook)
        workbook.save(filled)
        return filled.getvalue()

    def first_signed_in(self, username: str, *, width: int) -> Page:
        """Who signs in with the first password chooses one of their own at once."""
        self.site.passwords[username] = self.passwords[username]
        page = self.site.open_page(width=width)
        page.goto("/masuk/")
        page.get_by_label("Nama pengguna").fill(username)
        page.get_by_label("Kata sandi").fill(self.passwords[username])
        page.get_by_role("button", name="Masuk").click()
        page.get_by_label("Kata sandi sekarang").fill(self.passwords[username])
        page.get_by_label("Kata sandi baru", exact=True).fill(PASSWORD)
        page.get_by_label("Ulangi kata sandi baru").fill(PASSWORD)
        page.get_by_role("button", name="Simpan kata sandi").click()
        expect(page.get_by_text("Kata sandi Anda sudah diganti.")).to_be_visible()
        return page

    def seen_by_the_kabupaten(self, page: Page) -> None:
        """The matrix has every kecamatan; the heat map what three have reached, uncapped, in the kabupaten's words."""
        page.goto(f"/pemantauan/?tahun={self.tahun}")
        self.worker()  # works out what the page did not wait for
        page.reload()
        named = page.get_by_role("row").filter(has=page.get_by_role("rowheader"))
        assert named.count() == 29 + 1  # and all of them
        assert defects_at_widths(page) == []
        page.goto(f"/pemantauan/capaian/?tahun={self.tahun}")
        table = page.get_by_role("table", name="Capaian tahun")
        expect(table.get_by_role("columnheader", name=IKM)).to_be_visible()
        for nama, (_, ikm, mean) in MEASURED.items():
            row = table.get_by_role("row").filter(has=page.get_by_role("link", name=nama, exact=True))
            cells = [cell.split() for cell in row.get_by_role("cell").all_inner_texts()]
            reached = [[f"{nilai}%", words] for nilai, words in (mean, ikm, ("90,00", "Baik"))]
            assert cells == [*reached, ["95,00%"], ["konsep"]], nama
        assert defects_at_widths(page) == []

    def submitted(self) -> None:
        """What the review found is answered with a reason; then the report is the camat's."""
        operator = self.site.sign_in("operator.balaraja")
        operator.goto(f"/kecamatan/balaraja/{self.tahun}/")
        main = operator.get_by_role("main")
        main.get_by_role("link", name="Ajukan LKIP").click()
        main.get_by_role("link", name="Beri alasan").click()  # there is one finding
        operator.get_by_label("Alasan").fill(REASON)
        main.get_by_role("button", name="Simpan").click()
        expect(operator.locator(":target")).to_contain_text(REASON)
        operator.goto(f"/kecamatan/balaraja/{self.tahun}/")
        main.get_by_role("link", name="Ajukan LKIP").click()
        main.get_by_role("button", name="Ajukan").click()
        expect(operator.locator(".pesan-baik")).to_contain_text("diajukan kepada camat")

    def signed(self, organisasi: Page) -> None:
        """By the camat on a phone, whose account Bagian Organisasi said is his, with his own key."""
        organisasi.goto("/pengguna/?cari=camat.balaraja")
        organisasi.get_by_role("main").get_by_role("link", name=CAMAT).click()
        organisasi.get_by_role("link", name="Hubungkan dengan pejabat").click()
        fill_form_page(organisasi, {"Pejabat": CAMAT})
        store(organisasi, "Hubungkan")

        camat = self.first_signed_in("camat.balaraja", width=360)
        camat.goto("/akun/kunci-tanda-tangan/")
        for field in camat.locator("form.formulir input[type=password]").all():
            field.fill(PASSWORD if field.get_attribute("name") == "lama" else PASSPHRASE)
        camat.get_by_role("button", name="Buat kunci").click()
        expect(camat.get_by_text("Menunggu sertifikat")).to_be_visible()
        self.certified("camat.balaraja")
        camat.goto(f"/kecamatan/balaraja/{self.tahun}/meja/")
        camat.get_by_role("main").get_by_role("link", name="Tanda tangani LKIP").click()
        camat.get_by_role("button", name="Siapkan naskah akhir").click()
        expect(camat.get_by_text("Menunggu giliran")).to_be_visible()
        self.worker()
        camat.get_by_label("Kata sandi akun").fill(PASSWORD)
        camat.get_by_label("Frasa sandi kunci").fill(PASSPHRASE)
        camat.get_by_role("button", name="Tanda tangani", exact=True).click()
        expect(camat.get_by_role("main")).to_contain_text("ditandatangani dan diarsipkan")
        camat.wait_for_load_state()  # its style sheet included
        assert overflow(camat) == []
        self.worker()  # makes what everybody may read

    def certified(self, username: str) -> None:
        """The installation's admin, at the machine."""
        for verb, name, asked in (("otoritas", "SAKIP Kabupaten Tangerang", 2), ("terbitkan", username, 1)):
            typed = io.StringIO(f"{AUTHORITY}\n" * asked)
            with patch("sys.stdin", typed):
                call_command("sertifikat", verb, name, stdout=io.StringIO())

    def packed(self, page: Page) -> None:
        """Everything in one archive: three reports that say whose they are, and who has none."""
        page.goto("/paket/")
        page.get_by_label("Tahun").fill(str(self.tahun))
        page.get_by_role("button", name="Siapkan").click()
        self.worker()
        page.reload()
        expect(page.get_by_role("heading", name="Yang belum ada (26)")).to_be_visible()
        assert defects_at_widths(page) == []
        with page.expect_download() as started:
            page.get_by_role("link", name="Unduh").first.click()
        with ZipFile(started.value.path()) as archive:
            reports = {name: archive.read(name) for name in archive.namelist() if name.endswith(".pdf")}
        for nama, (_, ikm, mean) in MEASURED.items():
            (name,) = (one for one in reports if nama.replace(" ", "-") in one)
            words = read(reports[name])
            for said in (f"Kecamatan {nama}", "Kabupaten Tangerang", "Bupati Tangerang", *ikm, *mean):
                assert said.casefold() in words.casefold(), (name, said)
            assert "Jember" not in words
            assert ("KONSEP" in words) == (nama != "Balaraja"), name

    def read_by_everybody(self) -> None:
        """The signed report on a phone: with a script, where axe looks, and without one; and whose signature it is."""
        for javascript in (True, False):
            page = self.site.open_page(width=360, javascript=javascript)
            page.goto("/publik/")  # leads to the only kabupaten that is open
            expect(page.get_by_role("heading", level=1)).to_contain_text("Kabupaten Tangerang")
            self.look(page, javascript)
            page.get_by_role("link", name=f"LKIP Kecamatan Balaraja {self.tahun}").click()
            sheet = page.locator(".lembar")
            for said in (CAMAT, "Kabupaten Tangerang", "115,00", "Istimewa"):
                expect(sheet).to_contain_text(said, ignore_case=True)
            self.look(page, javascript)
            page.get_by_role("link", name="halaman verifikasi").click()
            main = page.get_by_role("main")
            expect(main).to_contain_text("ditandatangani di sini dan masih berlaku.")
            expect(main).to_contain_text(CAMAT)
            self.look(page, javascript)

    def look(self, page: Page, javascript: bool) -> None:
        """Nothing spills over, and axe finds nothing; it needs a script."""
        page.wait_for_load_state()
        found = overflow(page) if not javascript else defects_at_widths(page)
        assert found == [], f"{page.title()}: {found}"
        page.set_viewport_size({"width": 360, "height": 800})


def read(pdf: bytes) -> str:
    """The words of a PDF."""
    said = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return " ".join(said.decode().split())

"""The made-up whole document, printed once per process, and in one process only where several run."""

import pytest

from reports.naskah import Pengaturan
from reports.pdf import HasilPDF, render_pdf
from reports.render import render_html
from tests.flows.baca_pdf import BacaanPDF, baca_pdf
from tests.reports.contoh_dokumen import JUDUL, contoh_dokumen, media


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "hasil_contoh" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("contoh-dokumen"))


@pytest.fixture(scope="session")
def hasil_contoh() -> HasilPDF:
    """tests.reports.contoh_dokumen as PDF."""
    return render_pdf(render_html(contoh_dokumen(), Pengaturan()), judul=JUDUL, media=media())


@pytest.fixture(scope="session")
def bacaan_contoh(hasil_contoh: HasilPDF) -> BacaanPDF:
    """What can be read in it."""
    return baca_pdf(hasil_contoh.isi)

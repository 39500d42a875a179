"""A finding is shown where its rows are: above their table, else at the top of their page; and only once."""

from collections.abc import Callable

import pytest
from django.test import Client

from reports.pages import SCREEN_PAGES
from sakip.checks import CHECKS
from sakip.entry.watch import every_finding
from sakip.records.pages import PAGES
from tests.factory import make_pengguna
from tests.responses import panels
from tests.sakip.checks.broken_rows import BROKEN_ROWS

#: Where a finding is shown; that the checks find it on both engines, test_checks tests.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


BROKEN = [pytest.param(rows, id=rows.__name__) for code, rows, _, _ in BROKEN_ROWS if code in CHECKS]

#: The panel in which a finding of a kind stands; where a page has several tables of a shape, what comes after the kind.
AT = {
    "pk": "pk-{versi}",
    "baris-pk": "baris-pk-{versi}",
    "anggaran-pk": "anggaran-pk-{versi}",
    "pembanding": "pembanding-{kunci_indikator}",
    "keluaran": "anggaran",
    "sumber-dana": "anggaran",
}


@pytest.mark.parametrize("break_rows", BROKEN)
def test_a_finding_stands_above_its_table_and_nowhere_else_and_is_read_once(
    client: Client, break_rows: Callable[[], None]
) -> None:
    break_rows()
    # The first is the only one (test_checks).
    kecamatan, tahun, finding = next(every_finding())
    year, document = f"/kecamatan/{kecamatan.slug}/{tahun}/", finding.place.about.document
    client.force_login(make_pengguna("operator", kecamatan=kecamatan))
    seen = panels(client, f"{year}{document}/isi/")
    kind = finding.place.kind
    pattern = "renstra-{tahun_awal}-{versi}" if document == "renstra" else AT.get(kind, kind)
    panel = "top" if kind == "realisasi" else f"temuan-{pattern.format(**dict(finding.place.key))}"
    assert [name for name, words in seen.words.items() if finding.message in words] == [panel]
    assert seen.words[panel].count(finding.message) == 1

    page = document if document in SCREEN_PAGES else PAGES[document].within
    if not page:  # of the kabupaten, or only entered: no page of a year is read about it
        assert document in ("pengaturan", "tindak-lanjut", "survei-kepuasan", "lhe", "pk-berjenjang")
        return
    client.force_login(make_pengguna("camat", kecamatan=kecamatan))
    seen = panels(client, f"{year}{page}/")
    assert sum(words.count(finding.message) for words in seen.words.values()) == 1

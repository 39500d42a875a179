"""Who changes by what a year is measured sees what that does to the capaian of every year, and is asked first."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from kecamatan.models import Kecamatan
from reports.workbook.exchange import WorkbookChanged, buku_ekspor, buku_impor
from sakip.entry.capaian_changes import CapaianWatch
from sakip.models import (
    BarisPK,
    Indikator,
    KategoriSkala,
    KebijakanPengukuran,
    Skala,
    TargetRenstra,
    VersiNomenklatur,
)
from tests.factory import (
    make,
    make_indikator,
    make_laporan,
    make_pk,
    make_realisasi,
    make_renstra,
    make_sasaran,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2023/isi/"


@pytest.fixture
def indikator(balung: Kecamatan) -> Indikator:
    """Target 10 in 2021 to 2023; realisasi 8 in 2021 (signed), 12 in 2022, 8 in 2023; 2022 has no PK of its own."""
    skala = make(Skala, kode="akip-2021", untuk="capaian")
    make(KategoriSkala, skala=skala, kode="A", label="Memuaskan", batas=Decimal(80))
    make(KategoriSkala, skala=skala, kode="D", label="Kurang", batas=None)
    renstra = make_renstra(kecamatan=balung)
    row = make_indikator(sasaran=make_sasaran(renstra=renstra), satuan="kasus", nama="Kasus sengketa")
    for tahun, angka in ((2021, 8), (2022, 12), (2023, 8)):
        make(KebijakanPengukuran, kabupaten=balung.kabupaten, tahun=tahun, skala=skala)
        make(TargetRenstra, indikator=row, tahun=tahun, angka=Decimal(10))
        make_realisasi(indikator=row, tahun=tahun, angka=Decimal(angka))
    for tahun in (2021, 2023):
        pk = make_pk(kecamatan=balung, tahun=tahun)
        make(BarisPK, perjanjian=pk, acuan_indikator=row, indikator=row.nama, angka=Decimal(10))
    make_laporan(kecamatan=balung, tahun=2021, status="ditandatangani")
    return row


def typed(client: Client, address: str, **changes: str) -> dict[str, str]:
    """The form as the page shows it, with these fields typed over."""
    page = client.get(address).content.decode()
    found = {
        name: value
        for name, value in re.findall(r'<input type="(?:text|hidden)" name="([^"]+)" value="([^"]*)"', page)
        if name != "csrfmiddlewaretoken"
    }
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        found[name] = next(iter(re.findall(r'<option value="([^"]*)"\s+selected', options)), "")
    for name, text in re.findall(r'<textarea name="([^"]+)"[^>]*>(.*?)</textarea>', page, re.DOTALL):
        found[name] = text.strip()
    return found | changes


def lines(page: str) -> list[list[str]]:
    """The table of what changes."""
    table = page.partition('id="tabel-akibat"')[2].partition("</table>")[0]
    return [
        [
            " ".join(re.sub(r"<[^>]+>", "", cell).split())
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)[1:]
    ]


def test_another_rumus_shows_every_year_and_asks(client: Client, indikator: Indikator) -> None:
    # positif: 8/10 = 80, 12/10 = 120; negatif: (10 − (8 − 10))/10 = 120, (10 − (12 − 10))/10 = 80
    address = f"{BASE}indikator/{indikator.pk}/"
    entry = typed(client, address, rumus="negatif")
    answer = client.post(address, entry)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert Indikator.objects.get(pk=indikator.pk).rumus == "positif"
    assert lines(page) == [
        [
            "2021",
            "Kasus sengketa",
            "80,00%, D (Kurang)",
            "120,00%, A (Memuaskan) LKIP tahun ini sudah ditandatangani; naskahnya tetap memuat nilai semula.",
        ],
        ["2022", "Kasus sengketa", "120,00%, A (Memuaskan)", "80,00%, D (Kurang)"],
        ["2023", "Kasus sengketa", "80,00%, D (Kurang)", "120,00%, A (Memuaskan)"],
    ]
    mark = re.findall(r'name="disetujui" value="([0-9a-f]{64})"', page)[0]
    assert (
        client.post(address, entry | {"disetujui": "f" * 64}).status_code == 409
    )  # agreed to something else
    assert client.post(address, entry | {"disetujui": mark}).status_code == 302
    assert Indikator.objects.get(pk=indikator.pk).rumus == "negatif"


def test_a_target_of_the_pk_asks_about_its_year_alone(client: Client, indikator: Indikator) -> None:
    row = BarisPK.objects.get(perjanjian__tahun=2023)
    address = f"{BASE}baris-pk/{row.pk}/"
    answer = client.post(address, typed(client, address, target="16"))
    assert answer.status_code == 409
    assert lines(answer.content.decode()) == [
        ["2023", "Kasus sengketa", "80,00%, D (Kurang)", "50,00%, D (Kurang)"]
    ]


def test_a_target_of_the_renstra_asks_where_no_pk_says_another(client: Client, indikator: Indikator) -> None:
    address = f"{BASE}indikator/{indikator.pk}/"
    assert (
        client.post(address, typed(client, address, target_2021="20")).status_code == 302
    )  # the PK's is measured
    answer = client.post(address, typed(client, address, target_2022="24"))
    assert lines(answer.content.decode()) == [
        ["2022", "Kasus sengketa", "120,00%, A (Memuaskan)", "50,00%, D (Kurang)"]
    ]
    emptied = client.post(address, typed(client, address, target_2022=""))
    assert lines(emptied.content.decode()) == [
        [
            "2022",
            "Kasus sengketa",
            "120,00%, A (Memuaskan)",
            "tidak dapat dihitung (target belum ditetapkan)",
        ]
    ]


def test_what_measures_nothing_anew_is_not_asked(client: Client, indikator: Indikator) -> None:
    address = f"{BASE}indikator/{indikator.pk}/"
    assert client.post(address, typed(client, address, nama="Sengketa tanah", desimal="0")).status_code == 302
    indikator.realisasi.all().delete()
    assert client.post(address, typed(client, address, rumus="negatif")).status_code == 302


def test_a_kebijakan_is_asked_about_for_every_kecamatan(balung: Kecamatan, indikator: Indikator) -> None:
    kebijakan = KebijakanPengukuran.objects.get(tahun=2022)
    watch = CapaianWatch(balung)
    kebijakan.batas_atas = Decimal(100)
    watch.expect(kebijakan)
    kebijakan.save()
    assert watch.changes() == ()  # 2022 has no PK: nothing was measured in it
    kebijakan = KebijakanPengukuran.objects.get(tahun=2023)
    watch = CapaianWatch(balung)
    kebijakan.batas_atas = Decimal(70)
    watch.expect(kebijakan)
    kebijakan.save()
    (one,) = watch.changes()
    assert (one.tahun, one.lama, one.baru) == (2023, "80,00%, D (Kurang)", "70,00%, D (Kurang)")


def test_a_workbook_shows_it_before_it_is_applied(balung: Kecamatan, indikator: Indikator) -> None:
    """A realisasi that comes along is no part of it: both sides measure what was recorded."""
    make(VersiNomenklatur)
    book = load_workbook(BytesIO(buku_ekspor(kecamatan=balung, tahun=2023)))
    _write(book["Indikator"], "Rumus", "Semakin rendah semakin baik")
    _write(book["Realisasi"], "Realisasi", 9, where=("Tahun", 2023), filled=True)
    out = BytesIO()
    book.save(out)
    preview = buku_impor(content=out.getvalue(), nama="b.xlsx", place=(balung, 2023))
    assert preview.errors == []
    assert [(c.tahun, c.lama[:6], c.baru[:6], c.tetap) for c in preview.capaian] == [
        (2021, "80,00%", "120,00", True),
        (2022, "120,00", "80,00%", False),
        (2023, "80,00%", "120,00", False),
    ]
    make_laporan(kecamatan=balung, tahun=2022, status="ditandatangani")
    with pytest.raises(WorkbookChanged):  # what was shown is not what would be
        buku_impor(
            content=out.getvalue(),
            nama="b.xlsx",
            place=(balung, 2023),
            apply_changes=True,
            fingerprint=preview.fingerprint,
        )


def _write(
    sheet: object,
    column: str,
    value: object,
    *,
    where: tuple[str, object] | None = None,
    filled: bool = False,
) -> None:
    rows = list(sheet.iter_rows())  # type: ignore[attr-defined]
    titles = [str(cell.value) for cell in rows[0]]
    for row in rows[2:]:
        cell = row[titles.index(column)]
        if (where is None or row[titles.index(where[0])].value == where[1]) and (
            cell.value is not None or not filled
        ):
            cell.value = value
            return
    raise AssertionError(f"no row for {column}")

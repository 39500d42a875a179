"""Who changes by what a year is measured sees what that does to the capaian of every year, and is asked first."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Jejak, Kecamatan
from reports.workbook.exchange import WorkbookChanged, workbook_export, workbook_import
from sakip.entry.capaian_changes import CapaianWatch
from sakip.models import (
    RKT,
    BarisPK,
    Indikator,
    IndikatorTujuan,
    KebijakanPengukuran,
    PerjanjianKinerja,
    RealisasiTujuan,
    RenstraBerlaku,
    SasaranRKT,
    TargetRenstra,
    TargetTujuan,
    Tujuan,
    VersiNomenklatur,
)
from tests.factory import (
    build,
    make,
    make_indikator,
    make_kecamatan,
    make_laporan,
    make_measured,
    make_pk,
    make_realisasi,
    make_renstra,
    make_sasaran,
)
from tests.workbook_edits import edited

#: What is asked follows from the snapshot, which is compared on both engines to the byte.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2023/isi/"


@pytest.fixture
def indikator(balung: Kecamatan) -> Indikator:
    """Target 10 in 2021 to 2023; realisasi 8 in 2021 (signed), 12 in 2022, 8 in 2023; 2022 has no PK of its own."""
    measured = {2021: (10, 8), 2022: (10, 12), 2023: (10, 8)}
    row = make_measured(balung, measured, satuan="kasus", nama="Kasus sengketa")
    for tahun in measured:
        make(TargetRenstra, indikator=row, tahun=tahun, angka=Decimal(10))
    PerjanjianKinerja.objects.filter(tahun=2022).delete()
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


def hidden(page: str) -> dict[str, str]:
    """What the page sends along of what was agreed to."""
    (mark,) = set(re.findall(r'name="disetujui" value="([0-9a-f]{64})"', page))
    return {"disetujui": mark}


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


def test_a_row_of_the_pk_is_not_deleted_before_its_capaian_are_shown(
    client: Client, indikator: Indikator
) -> None:
    """Against the PK's target 8/16 = 50; what the PK leaves out is told against the Renstra's: 8/10 = 80."""
    row = BarisPK.objects.get(perjanjian__tahun=2023)
    BarisPK.objects.filter(pk=row.pk).update(angka=Decimal(16))
    address = f"{BASE}baris-pk/{row.pk}/hapus/"
    entry = typed(client, address)
    answer = client.post(address, entry)
    page = answer.content.decode()
    assert (answer.status_code, "Baris ini belum dihapus." in page) == (409, True)
    assert lines(page) == [["2023", "Kasus sengketa", "50,00%, D (Kurang)", "80,00%, D (Kurang)"]]
    entry = typed(client, address) | hidden(page)
    assert client.post(address, entry).status_code == 302
    assert not BarisPK.objects.filter(pk=row.pk).exists()


def test_a_row_of_the_pk_is_not_brought_back_before_its_capaian_are_shown(
    client: Client, indikator: Indikator
) -> None:
    """The same the other way round: 80 against the Renstra's target becomes 50 against the PK's."""
    row = BarisPK.objects.get(perjanjian__tahun=2023)
    BarisPK.objects.filter(pk=row.pk).update(angka=Decimal(16))
    address = f"{BASE}baris-pk/{row.pk}/hapus/"
    entry = typed(client, address)
    client.post(address, entry | hidden(client.post(address, entry).content.decode()))
    deletion = Jejak.objects.get(tindakan="catatan.dihapus")
    undo = reverse("baris-pulihkan", args=["balung", 2023, deletion.pk])
    answer = client.post(undo)
    page = answer.content.decode()
    assert (answer.status_code, "Baris ini belum dipulihkan." in page) == (409, True)
    assert lines(page) == [["2023", "Kasus sengketa", "80,00%, D (Kurang)", "50,00%, D (Kurang)"]]
    assert not BarisPK.objects.filter(pk=row.pk).exists()
    assert client.post(undo, hidden(page)).status_code == 302
    assert BarisPK.objects.filter(pk=row.pk).exists()


def test_a_whole_pk_is_not_deleted_before_its_capaian_are_shown(client: Client, indikator: Indikator) -> None:
    """Its rows go with it. 2022, which has no PK, was told in the report of 2023 alone."""
    pk = PerjanjianKinerja.objects.get(tahun=2023)
    address = f"{BASE}pk/{pk.pk}/hapus/"
    answer = client.post(address, typed(client, address))
    assert lines(answer.content.decode()) == [
        ["2022", "Kasus sengketa", "120,00%, A (Memuaskan)", "tidak diukur lagi"],
        ["2023", "Kasus sengketa", "80,00%, D (Kurang)", "tidak diukur lagi"],
    ]
    assert PerjanjianKinerja.objects.filter(pk=pk.pk).exists()


def test_what_is_taken_over_from_above_is_asked_about_as_if_it_were_typed(
    client: Client, balung: Kecamatan, indikator: Indikator
) -> None:
    """The RKT says 16 where the PK said 10: 8/16 = 50."""
    make(
        SasaranRKT,
        rkt=make(RKT, kecamatan=balung, tahun=2023),
        sasaran=indikator.sasaran.uraian,
        indikator=indikator.nama,
        acuan_indikator=indikator,
        satuan="kasus",
        angka=Decimal(16),
    )
    BarisPK.objects.update(satuan="kasus", sasaran=indikator.sasaran.uraian, acuan_sasaran=indikator.sasaran)
    address = "/kecamatan/balung/2023/pk/perbedaan/"
    marks = re.findall(r'name="tampil" value="([0-9a-f]{64})"', client.get(address).content.decode())
    answer = client.post(address, {"tindakan": "semua", "tampil": marks})
    page = answer.content.decode()
    assert (answer.status_code, "Barisnya belum disamakan." in page) == (409, True)
    assert lines(page) == [["2023", "Kasus sengketa", "80,00%, D (Kurang)", "50,00%, D (Kurang)"]]
    assert page.count(" checked") == len(marks) == 1
    entry = hidden(page) | {"tindakan": "samakan", "baris": marks[0]}
    assert client.post(address, entry).status_code == 302
    assert BarisPK.objects.get(perjanjian__tahun=2023).angka == 16


def test_an_indikator_tujuan_asks_as_one_of_a_sasaran(client: Client, indikator: Indikator) -> None:
    """Target 20, realisasi 15: 15/20 = 75; the lower the better, (20 − (15 − 20))/20 = 125; of 30, 15/30 = 50."""
    row = make(IndikatorTujuan, tujuan=indikator.sasaran.tujuan, nama="Indeks desa", satuan="indeks")
    make(TargetTujuan, indikator=row, tahun=2023, angka=Decimal(20))
    make(RealisasiTujuan, indikator=row, tahun=2023, angka=Decimal(15))
    address = f"{BASE}indikator-tujuan/{row.pk}/"
    answer = client.post(address, typed(client, address, nama="Indeks desa baru", rumus="negatif"))
    assert lines(answer.content.decode())[0] == [
        "2023",
        "Indeks desa",
        "75,00%, D (Kurang)",
        "125,00%, A (Memuaskan)",
    ]
    answer = client.post(address, typed(client, address, target_2023="30"))
    assert lines(answer.content.decode())[0] == [
        "2023",
        "Indeks desa",
        "75,00%, D (Kurang)",
        "50,00%, D (Kurang)",
    ]


def test_an_indikator_that_the_pk_leaves_out_asks_as_well(client: Client, indikator: Indikator) -> None:
    """Its realisasi 9 of the Renstra's 10 in 2023 is told beside the measured ones: 90; the lower the better 110."""
    row = make_indikator(sasaran=indikator.sasaran, kunci="lain", satuan="kasus", nama="Aduan")
    make(TargetRenstra, indikator=row, tahun=2023, angka=Decimal(10))
    make_realisasi(indikator=row, tahun=2023, angka=Decimal(9))
    address = f"{BASE}indikator/{row.pk}/"
    answer = client.post(address, typed(client, address, rumus="negatif"))
    assert lines(answer.content.decode())[0] == [
        "2023",
        "Aduan",
        "90,00%, A (Memuaskan)",
        "110,00%, A (Memuaskan)",
    ]


def test_what_nobody_has_measured_yet_is_not_asked_about(client: Client, indikator: Indikator) -> None:
    row = make_indikator(sasaran=indikator.sasaran, kunci="lain", satuan="kasus", nama="Aduan")
    make(TargetRenstra, indikator=row, tahun=2023, angka=Decimal(10))
    address = f"{BASE}indikator/{row.pk}/"
    assert client.post(address, typed(client, address, target_2023="", rumus="negatif")).status_code == 302


def test_what_measures_nothing_anew_is_not_asked(client: Client, indikator: Indikator) -> None:
    address = f"{BASE}indikator/{indikator.pk}/"
    assert client.post(address, typed(client, address, nama="Sengketa tanah", desimal="0")).status_code == 302
    indikator.realisasi.all().delete()
    assert client.post(address, typed(client, address, rumus="negatif")).status_code == 302


def test_a_kebijakan_is_asked_about_for_every_kecamatan(
    balung: Kecamatan, indikator: Indikator, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kebijakan = KebijakanPengukuran.objects.get(tahun=2022)
    watch = CapaianWatch(balung)
    kebijakan.batas_atas = Decimal(100)
    watch.expect(kebijakan)
    kebijakan.save()
    assert watch.changes() == ()  # 2022 has no PK: nothing was measured in it
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    make_pk(kecamatan=neighbour, tahun=2023)  # with nothing measured: it costs two queries, once
    with django_assert_num_queries(2):
        CapaianWatch(neighbour).expect_all()
    for number in range(12, 20):
        make_kecamatan(kabupaten=balung.kabupaten, kode=f"35.09.{number}")
    kebijakan = KebijakanPengukuran.objects.get(tahun=2023)
    kebijakan.batas_atas = Decimal(70)
    with django_assert_num_queries(15):  # what is stored, and all of the one who has realisasi of the year
        CapaianWatch(neighbour).expect(kebijakan)
    watch = CapaianWatch(balung)
    watch.expect(kebijakan)
    kebijakan.save()
    (one,) = watch.changes()
    assert (one.tahun, one.lama, one.baru) == (2023, "80,00%, D (Kurang)", "70,00%, D (Kurang)")


def test_which_renstra_is_in_force_is_asked_about(balung: Kecamatan, indikator: Indikator) -> None:
    """The second version measures the other way round, 120 in 2023; by decision the first one counts again, 80."""
    changed = make_renstra(kecamatan=balung, versi=1)
    other = make_indikator(
        sasaran=make_sasaran(tujuan=make(Tujuan, renstra=changed)),
        kunci=indikator.kunci,
        satuan="kasus",
        rumus="negatif",
    )
    make(TargetRenstra, indikator=other, tahun=2023, angka=Decimal(10))
    decision = build(RenstraBerlaku, kecamatan=balung, renstra=indikator.renstra, tahun=2023)
    watch = CapaianWatch(balung)
    watch.expect(decision)
    decision.save()
    assert [(c.tahun, c.lama[:7], c.baru[:7]) for c in watch.changes()] == [
        (2022, "tidak d", "120,00%"),  # told by the report of 2023, with a target again
        (2023, "120,00%", "80,00%,"),
    ]


def test_a_workbook_shows_it_before_it_is_applied(balung: Kecamatan, indikator: Indikator) -> None:
    """A realisasi that comes along is no part of it: both sides measure what was recorded."""
    make(VersiNomenklatur)

    def change(book: Workbook) -> None:
        _write(book["Indikator"], "Rumus", "Semakin rendah semakin baik")
        _write(book["Realisasi"], "Realisasi", 9, where=("Tahun", 2023), filled=True)

    content = edited(workbook_export(kecamatan=balung, tahun=2023), change)
    preview = workbook_import(content=content, nama="b.xlsx", place=(balung, 2023))
    assert preview.errors == []
    assert [(c.tahun, c.lama[:6], c.baru[:6], c.tetap) for c in preview.capaian] == [
        (2021, "80,00%", "120,00", True),
        (2022, "120,00", "80,00%", False),
        (2023, "80,00%", "120,00", False),
    ]
    make_laporan(kecamatan=balung, tahun=2022, status="ditandatangani")
    with pytest.raises(WorkbookChanged):  # what was shown is not what would be
        workbook_import(
            content=content,
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

"""While a report is with the camat nothing that it prints is changed, also not from the page of another year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kecamatan import models as k
from kecamatan.models import Kecamatan, Pengguna
from reports.notes.acts import note_write
from reports.workbook.exchange import workbook_export
from sakip import models as m
from sakip.entry.form import Scope
from sakip.entry.lock import YearClosed
from sakip.entry.writer import writing
from tests.factory import make_pengguna
from tests.workbook_edits import edited, import_book, row_with, sentences, write

TAHUN = 2023

#: The row and column that is changed, to what, and the year on whose page.
PRINTED: tuple[tuple[type[Any], dict[str, Any], str, Any, int], ...] = (
    (m.Renstra, {}, "sumber", "Perbup 12/2021", 2024),
    (m.Tujuan, {}, "uraian", "Melayani", 2024),
    (m.IndikatorTujuan, {}, "nama", "Mutu layanan", 2024),
    (m.TargetTujuan, {}, "angka", 99, 2024),
    (m.Sasaran, {}, "uraian", "Puas", 2024),
    (m.Indikator, {}, "nama", "Survei", 2024),
    (m.TargetRenstra, {}, "angka", 99, 2024),
    (m.Realisasi, {"tahun": 2022}, "angka", 71, 2022),
    (m.AnggaranLalu, {}, "realisasi", 1, 2022),
    (k.DesaKelurahan, {}, "nama", "Balung Kidul", 2024),
    (k.UnitKerja, {}, "nama", "Seksi Ekonomi", 2024),
    (k.Kecamatan, {"kode": "35.09.10"}, "alamat", "Jalan Baru 1", 2024),
    (k.Pejabat, {"masa__jabatan": "camat"}, "nama", "SITI AMINAH, M.Si.", 2024),
    (k.MasaJabatan, {"jabatan": "camat"}, "status", "plt", 2024),
)


@pytest.fixture
def operator(mini: Kecamatan) -> Pengguna:
    return make_pengguna("operator", kecamatan=mini, nama="Budi Santoso")


@pytest.fixture
def submitted(mini: Kecamatan, operator: Pengguna) -> Kecamatan:
    mini.laporan.filter(tahun=TAHUN).update(
        status="diajukan", diajukan_oleh=operator, diajukan_pada=timezone.now()
    )
    return mini


def change(row: Any, column: str, value: Any, tahun: int, by: Pengguna) -> None:
    place = Scope(kecamatan=Kecamatan.objects.get(kode="35.09.10"), tahun=tahun, pengguna=by)
    setattr(row, column, value)
    with writing(place, by=by) as act:
        act.put(row)


@pytest.mark.one_engine
def test_what_it_prints_stays(submitted: Kecamatan, operator: Pengguna) -> None:
    for model, which, column, value, tahun in PRINTED:
        row = model._base_manager.filter(**which).first()
        before = getattr(row, column)
        with pytest.raises(
            YearClosed,
            match=r"^Isi LKIP tahun 2023 ikut berubah\. Catatan tahun 2023 terkunci karena LKIP sudah diajukan oleh"
            r" Budi Santoso pada .* Minta camat mengembalikannya dengan catatan, lalu perbaiki\.$",
        ):
            change(row, column, value, tahun, operator)
        assert getattr(model._base_manager.get(pk=row.pk), column) == before
    submitted.laporan.update(status="dikembalikan")
    change(m.Sasaran.objects.get(), "uraian", "Puas", 2024, operator)


@pytest.mark.one_engine
def test_what_it_does_not_print_goes_on(submitted: Kecamatan, operator: Pengguna) -> None:
    """The office works on the year after while the camat reads: a new camat takes office, the next PK is drawn up."""
    change(m.PerjanjianKinerja(kecamatan=submitted, tahun=2024), "jenis", "murni", 2024, operator)
    old = k.MasaJabatan.objects.get(jabatan="camat")
    new = k.MasaJabatan(pejabat=k.Pejabat.objects.create(nama="RUDI"), jabatan="camat", kecamatan=submitted)
    change(old, "sampai", date(2024, 3, 14), 2024, operator)
    change(new, "mulai", date(2024, 3, 15), 2024, operator)
    note_write(kecamatan=submitted, tahun=TAHUN, by=operator, isi="Lihat tabel 3.1.")


def test_what_the_kabupaten_decides_for_all_waits_for_no_report(submitted: Kecamatan) -> None:
    office = make_pengguna("organisasi", kabupaten=submitted.kabupaten)
    kebijakan = m.KebijakanPengukuran.objects.get(tahun=TAHUN)
    change(kebijakan, "batas_waktu_lkip", date(2024, 3, 31), 2024, office)
    bupati = k.MasaJabatan.objects.get(jabatan="bupati")
    change(bupati, "status", "pj", 2024, office)
    with pytest.raises(YearClosed):  # what is the kecamatan's own is not the kabupaten's to change, either
        change(submitted, "alamat", "Jalan Baru 1", 2024, office)


@pytest.mark.one_engine
def test_a_form_says_so_and_keeps_what_was_typed(
    client: Client, submitted: Kecamatan, operator: Pengguna
) -> None:
    client.force_login(operator)
    row = m.Sasaran.objects.get()
    address = f"/kecamatan/balung/2024/isi/sasaran/{row.pk}/"
    shown = client.get(address)
    assert "LKIP tahun 2023 ada pada camat." in shown.content.decode()
    form = shown.context["form"]
    typed = {name: form[name].value() or "" for name in form.fields} | {"uraian": "Warga puas"}
    answer = client.post(address, typed | {"sidik": form.fingerprint})
    assert answer.status_code == 423
    page = answer.content.decode()
    assert "Isi LKIP tahun 2023 ikut berubah." in page
    assert "Warga puas" in page


@pytest.mark.one_engine
def test_a_workbook_of_another_year_says_so_before_it_is_applied(
    submitted: Kecamatan, operator: Pengguna
) -> None:
    book = workbook_export(kecamatan=submitted, tahun=2022)
    row = row_with(book, "Realisasi", Tahun=2022)
    changed = edited(book, write("Realisasi", row, "Realisasi", 71))
    preview = import_book(changed, by=operator, apply_changes=False, kabupaten=False)
    (said,) = sentences(preview)
    assert said.startswith("Isi LKIP tahun 2023 ikut berubah.")

"""A year with two Renstra, each with its RPJMD: the workbook holds both, and an empty installation becomes the same."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from kecamatan.models import Kecamatan
from sakip import models as m
from tests.factory import make, make_renstra
from tests.loaded_files import load_referensi
from tests.workbook_edits import (
    delete_row,
    edited,
    export_year,
    import_book,
    row_with,
    sentences,
    without_base,
    write,
)

pytestmark = pytest.mark.django_db
TAHUN = 2026


def _rpjmd(first: int, last: int, *sasaran: str) -> m.PeriodeRPJMD:
    """A period with one misi, one tujuan and these sasaran."""
    period = make(
        m.PeriodeRPJMD,
        kabupaten=Kecamatan.objects.get(kode="35.09.10").kabupaten,
        tahun_awal=first,
        tahun_akhir=last,
    )
    misi = make(m.MisiRPJMD, periode=period, uraian=f"Misi {first}")
    tujuan = make(m.TujuanRPJMD, misi=misi, uraian="Meningkatnya tata kelola")
    for number, words in enumerate(sasaran, start=1):
        make(m.SasaranRPJMD, tujuan=tujuan, uraian=words, urut=number)
    return period


def _renstra(kecamatan: Kecamatan, period: m.PeriodeRPJMD) -> m.Renstra:
    renstra = make_renstra(
        kecamatan=kecamatan,
        tahun_awal=period.tahun_awal,
        tahun_akhir=period.tahun_akhir,
        periode_rpjmd=period,
        misi_diacu=period.misi.get(),
    )
    served = m.SasaranRPJMD.objects.get(tujuan__misi__periode=period, urut=1)
    tujuan = make(m.Tujuan, renstra=renstra)
    make(m.Sasaran, renstra=renstra, tujuan=tujuan, sasaran_rpjmd=served)
    return renstra


def _two_plans() -> tuple[m.Renstra, m.Renstra]:
    kecamatan = Kecamatan.objects.get(kode="35.09.10")
    old = _renstra(kecamatan, _rpjmd(2021, 2026, "Meningkatnya layanan"))
    new = _renstra(kecamatan, _rpjmd(2025, 2029, "Meningkatnya layanan", "Terjaganya ketertiban"))
    return old, new


def _outline() -> list[Any]:
    rows = m.SasaranRPJMD.objects.order_by("tujuan__misi__periode__tahun_awal", "urut")
    return list(rows.values_list("tujuan__misi__periode__tahun_awal", "tujuan__misi__uraian", "uraian"))


def _served() -> list[Any]:
    rows = m.Sasaran.objects.order_by("renstra__tahun_awal")
    of_period = "sasaran_rpjmd__tujuan__misi__periode__tahun_awal"
    return list(rows.values_list("renstra__tahun_awal", "renstra__periode_rpjmd__tahun_awal", of_period))


OUTLINE = [
    (2021, "Misi 2021", "Meningkatnya layanan"),
    (2025, "Misi 2025", "Meningkatnya layanan"),
    (2025, "Misi 2025", "Terjaganya ketertiban"),
]
SERVED = [(2021, 2021, 2021), (2025, 2025, 2025)]


def test_both_rpjmd_fill_an_empty_installation() -> None:
    with transaction.atomic():
        load_referensi()
        _two_plans()
        content = export_year(TAHUN)
        assert import_book(content).tally.perubahan == 0
        transaction.set_rollback(True)
    assert not m.PeriodeRPJMD.objects.exists()
    load_referensi()
    import_book(content)
    assert _outline() == OUTLINE
    assert _served() == SERVED


def test_a_workbook_of_one_rpjmd_leaves_the_other_alone() -> None:
    load_referensi()
    _two_plans()
    content = export_year(TAHUN)
    rows = row_with(content, "RPJMD", Nomor=2025)
    only_old = edited(content, *[delete_row("RPJMD", rows)] * 5)
    assert import_book(without_base(only_old)).tally.perubahan == 0
    assert _outline() == OUTLINE


def test_a_sasaran_of_one_rpjmd_is_changed_below_its_own() -> None:
    load_referensi()
    _two_plans()
    content = export_year(TAHUN)
    last = row_with(content, "RPJMD", Uraian="Terjaganya ketertiban")
    changed = edited(content, write("RPJMD", last, "Indikator", "Indeks ketertiban"))
    assert import_book(changed).tally.berubah == 1
    row = m.SasaranRPJMD.objects.get(uraian="Terjaganya ketertiban")
    assert (row.indikator, row.tujuan.misi.periode.tahun_awal) == (["Indeks ketertiban"], 2025)
    below = row_with(content, "RPJMD", Nomor=2025) + 1
    assert sentences(import_book(edited(content, delete_row("RPJMD", below)), apply_changes=False))[0] == (
        f'Lembar RPJMD, baris {below}, kolom "Jenis": Tulis misi di atas tujuan ini.'
    )

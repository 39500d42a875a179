"""A year with two Renstra, each with its RPJMD: the workbook holds both, and an empty installation becomes the same."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from openpyxl import Workbook

from kecamatan.models import Kecamatan
from sakip import models as m
from tests.factory import make, make_indikator, make_pk, make_renstra
from tests.kept_rows import kept_referensi
from tests.loaded_files import load_referensi
from tests.workbook_edits import (
    column_number,
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
#: Which row a cell means is decided once the rows were read; the others read and store both plans on both engines.
READ_ALIKE = pytest.mark.one_engine
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
        kept_referensi()
        _two_plans()
        content = export_year(TAHUN)
        assert import_book(content).tally.perubahan == 0
        transaction.set_rollback(True)
    assert not m.PeriodeRPJMD.objects.exists()
    load_referensi()  # another installation
    import_book(content)
    assert _outline() == OUTLINE
    assert _served() == SERVED


@READ_ALIKE
def test_a_workbook_changes_what_it_says_of_one_rpjmd_and_leaves_the_other_alone() -> None:
    kept_referensi()
    _two_plans()
    content = export_year(TAHUN)
    of_one_alone(content)
    a_sasaran_is_changed_below_its_own(content)


def of_one_alone(content: bytes) -> None:
    rows = row_with(content, "RPJMD", Nomor=2025)
    only_old = edited(content, *[delete_row("RPJMD", rows)] * 5)
    assert import_book(without_base(only_old)).tally.perubahan == 0
    assert _outline() == OUTLINE


def a_sasaran_is_changed_below_its_own(content: bytes) -> None:
    last = row_with(content, "RPJMD", Uraian="Terjaganya ketertiban")
    changed = edited(content, write("RPJMD", last, "Indikator", "Indeks ketertiban"))
    assert import_book(changed).tally.berubah == 1
    row = m.SasaranRPJMD.objects.get(uraian="Terjaganya ketertiban")
    assert (row.indikator, row.tujuan.misi.periode.tahun_awal) == (["Indeks ketertiban"], 2025)
    below = row_with(content, "RPJMD", Nomor=2025) + 1
    assert sentences(import_book(edited(content, delete_row("RPJMD", below)), apply_changes=False))[0] == (
        f'Lembar RPJMD, baris {below}, kolom "Jenis": Tulis misi di atas tujuan ini.'
    )


# -- to which Renstra the rows of a document refer ---------------------------------------------------------


def _overlapping() -> None:
    """One kunci in both Renstra; RKT, IKU, rencana aksi and PK murni of the old, PK perubahan of the new."""
    old, new = _two_plans()
    of_old, of_new = (
        make_indikator(renstra=renstra, sasaran=renstra.sasaran.get(), kunci="ikm", nama="IKM")
        for renstra in (old, new)
    )
    year = {"kecamatan": old.kecamatan, "tahun": TAHUN}
    same = {"indikator": "IKM", "acuan_indikator": of_old}
    rkt = make(m.RKT, **year)
    make(m.SasaranRKT, rkt=rkt, **same)
    make(
        m.BarisRKT,
        rkt=rkt,
        program=m.Program.objects.filter(kabupaten=None).order_by("versi__tahun_awal").last(),
        acuan_sasaran=of_old.sasaran,
    )
    make(m.BarisIKU, keputusan=make(m.KeputusanIKU, **year), **same)
    make(m.BarisRencanaAksi, rencana_aksi=make(m.RencanaAksi, **year), **same)
    for versi, reference in enumerate((of_old, of_new)):
        pk = make_pk(versi=versi, jenis="perubahan" if versi else "murni", **year)
        make(
            m.BarisPK,
            perjanjian=pk,
            indikator="IKM",
            acuan_indikator=reference,
            acuan_sasaran=reference.sasaran,
        )


def _referred() -> list[Any]:
    """First years of the Renstra to which each document refers."""
    year = "acuan_indikator__renstra__tahun_awal"
    return [
        *m.SasaranRKT.objects.values_list(year, flat=True),
        *m.BarisRKT.objects.values_list("acuan_sasaran__renstra__tahun_awal", flat=True),
        *m.BarisIKU.objects.values_list(year, flat=True),
        *m.BarisRencanaAksi.objects.values_list(year, flat=True),
        *m.BarisPK.objects.order_by("perjanjian__versi").values_list(
            year, "acuan_sasaran__renstra__tahun_awal"
        ),
    ]


REFERRED = [2021, 2021, 2021, 2021, (2021, 2021), (2025, 2025)]


def test_each_row_keeps_its_renstra_in_an_empty_installation() -> None:
    with transaction.atomic():
        kept_referensi()
        _overlapping()
        content = export_year(TAHUN)
        assert import_book(content).tally.perubahan == 0
        transaction.set_rollback(True)
    load_referensi()  # another installation
    import_book(content)
    assert _referred() == REFERRED


@READ_ALIKE
def test_a_row_moves_to_the_renstra_that_its_cell_names_and_stays_without_the_column() -> None:
    kept_referensi()
    _overlapping()
    content = export_year(TAHUN)
    before_the_column_nothing_changes(content)
    a_row_moves(content)


def before_the_column_nothing_changes(book: bytes) -> None:
    def without_column(workbook: Workbook) -> None:
        for sheet in ("RKT", "RKTKegiatan", "IKU", "RencanaAksi", "PK"):
            workbook[sheet].delete_cols(column_number(workbook, sheet, "Renstra (tahun awal)"))

    content = edited(book, without_column)
    assert import_book(content).tally.perubahan == 0
    assert import_book(without_base(content)).tally.perubahan == 0
    assert _referred() == REFERRED


def a_row_moves(content: bytes) -> None:
    moved = edited(content, write("RKT", 3, "Renstra (tahun awal)", 2025))
    assert import_book(moved).tally.perubahan == 1
    assert _referred() == [2025, *REFERRED[1:]]
    unknown = edited(content, write("IKU", 3, "Renstra (tahun awal)", 2016))
    assert sentences(import_book(unknown, apply_changes=False)) == [
        'Lembar IKU, baris 3, kolom "Renstra (tahun awal)": "ikm" tidak ada dalam Renstra 2016. Isi tahun awal Renstra'
        " yang memuatnya, atau kosongkan."
    ]

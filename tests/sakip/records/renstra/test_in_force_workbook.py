"""Since when a Renstra counts, and what was decided, in the workbook."""

from __future__ import annotations

from datetime import date

import pytest

from kecamatan.models import Kecamatan
from reports.workbook.exchange import workbook_export, workbook_import
from sakip import models as m
from tests.factory import make_renstra
from tests.workbook_edits import edited, write

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def test_day_and_decision_stand_in_the_workbook(mini: Kecamatan) -> None:
    old = m.Renstra.objects.get()
    new = make_renstra(kecamatan=mini, tahun_awal=2023, tahun_akhir=2027)
    book = workbook_export(kecamatan=mini, tahun=2023)
    decided = {
        "Tahun awal": 2021,
        "Versi": 0,
        "Tanggal keputusan": "2/1/2023",
        "Alasan": "Surat Edaran Bupati.",
    }
    changed = edited(
        book,
        *(write("RenstraBerlaku", 3, title, value) for title, value in decided.items()),
        write("Renstra", 3, "Berlaku sejak", "3/4/2023"),
    )
    workbook_import(content=changed, nama="a.xlsx", kabupaten=True, apply_changes=True)
    (decision,) = m.RenstraBerlaku.objects.all()
    assert (decision.renstra, decision.tanggal, decision.alasan) == (
        old,
        date(2023, 1, 2),
        "Surat Edaran Bupati.",
    )
    assert sorted(m.Renstra.objects.values_list("pk", "berlaku_sejak")) == [
        (old.pk, date(2023, 4, 3)),
        (new.pk, None),
    ]
    book = workbook_export(kecamatan=mini, tahun=2023)
    assert workbook_import(content=book, nama="a.xlsx", kabupaten=True).changes == []

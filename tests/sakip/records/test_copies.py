"""Several documents copied from last year at once."""

from __future__ import annotations

import pytest

from kecamatan.models import Jejak, Kecamatan
from sakip import models as m
from sakip.entry.copying import copy_all
from sakip.entry.writer import RecordRefused
from sakip.records.copies import COPIES
from tests.sakip.records.last_year import SOURCE, TO, old_rkt

pytestmark = pytest.mark.django_db


def test_all_chosen_documents_or_none(balung: Kecamatan, two_renstra: dict[str, m.Indikator]) -> None:
    old_rkt(balung, two_renstra)
    with pytest.raises(RecordRefused, match="PK tahun 2021 belum dicatat"):
        copy_all(
            choices=[s for s in COPIES if s.kode in ("rkt", "pk")],
            kecamatan=balung,
            source=SOURCE,
            to=TO,
            by=None,
        )
    assert not m.RKT.objects.filter(tahun=TO).exists()
    assert not Jejak.objects.exists()

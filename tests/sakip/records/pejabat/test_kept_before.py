"""A term deleted before the kind of office had a column comes back as what it is now."""

from __future__ import annotations

import pytest
from django.core import serializers

from kecamatan.models import Jejak, Kecamatan
from sakip.entry.restore import record_restore
from sakip.entry.writer import DELETED, ROW
from tests.factory import make, make_masa_jabatan

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def test_a_plt_camat_of_before_comes_back(balung: Kecamatan) -> None:
    term = make_masa_jabatan(kecamatan=balung)
    (kept,) = serializers.serialize("python", [term])
    kept["fields"]["jabatan"] = "plt-camat"
    for column in ("status", "jabatan_sendiri"):
        del kept["fields"][column]
    kept["fields"]["mulai"] = str(term.mulai)
    jejak = make(
        Jejak,
        tindakan=DELETED,
        objek_jenis="kecamatan.masajabatan",
        objek_pk=term.pk,
        kecamatan=balung,
        tahun=2021,
        sebelum={ROW: [kept]},
    )
    term.delete()
    back = record_restore(jejak=jejak, by=None, yearly=False)
    assert str(back) == "SITI AMINAH, S.Sos., Plt. Camat Balung"
    back.refresh_from_db()
    assert str(back) == "SITI AMINAH, S.Sos., Plt. Camat Balung"

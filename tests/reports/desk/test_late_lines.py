"""On PostgreSQL an act that began first may end last: its lines come after the look, with lower numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from kecamatan.models import Jejak, Kecamatan
from reports.desk.changes import Changes, changes_since
from reports.desk.looks import Mark, last_look, looked, mark_of
from reports.publish.assemble import build_draft
from tests.factory import make, make_pengguna

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="on SQLite one writes at a time"),
]


@pytest.fixture
def import_begun(balung: Kecamatan) -> Iterator[Any]:
    """Another connection that has told the trail and is not done yet; calling it ends its act."""
    other = connection.copy()
    other.set_autocommit(False)
    with other.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kecamatan_jejak (waktu, tindakan, objek_jenis, objek_sebutan, kecamatan_id, tahun, alasan)"
            " VALUES (now(), 'impor.diubah', 'sakip.anggaran', 'Belanja', %s, 2023, '')",
            [balung.pk],
        )
    yield other.commit
    other.close()


def test_what_ends_after_the_look_is_shown_once(balung: Kecamatan, import_begun: Any) -> None:
    camat = make_pengguna("camat", kecamatan=balung)
    make(Jejak, objek_jenis="sakip.anggaran", objek_sebutan="Modal", kecamatan=balung, tahun=2023)

    def read_and_mark() -> list[str]:
        look = last_look(pengguna=camat, kecamatan=balung, tahun=2023)
        found: Changes = changes_since(
            mark_of(look) if look else Mark(),
            kecamatan=balung,
            tahun=2023,
            reader=camat,
            naskah=build_draft(kecamatan=balung, tahun=2023),
            dokumen=None,
        )
        looked(pengguna=camat, kecamatan=balung, tahun=2023, mark=found.mark)
        return [one.jejak.objek_sebutan for section in found.sections for one in section.changes]

    assert read_and_mark() == ["Modal"]
    import_begun()
    assert read_and_mark() == ["Belanja"]
    assert read_and_mark() == []

"""What tests commit is taken away for the next one, and what guards it stays."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from kecamatan.models import Jejak
from tests.emptied_tables import empty_tables
from tests.factory import make, make_kecamatan
from tests.loaded_files import row_counts


@pytest.mark.django_db(transaction=True)
def test_what_was_committed_is_gone_and_the_triggers_are_not() -> None:
    for _ in range(2):
        left = {label for label, number in row_counts().items() if number}
        assert left <= {"auth.Permission", "contenttypes.ContentType"}
        make(Jejak, kecamatan=make_kecamatan())
        for change in ("UPDATE kecamatan_jejak SET alasan = 'lain'", "DELETE FROM kecamatan_jejak"):
            with (
                pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(change)
        empty_tables()

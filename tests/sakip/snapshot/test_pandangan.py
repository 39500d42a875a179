"""What is read together shows one moment, though others write meanwhile."""

import threading

import pytest
from django.db import connection

from kecamatan.models import Kabupaten
from sakip.snapshot.pandangan import satu_pandangan
from tests.pabrik import make


def catat_di_tempat_lain() -> None:
    """Another process writes and commits."""

    def catat() -> None:
        make(Kabupaten)
        connection.close()

    lain = threading.Thread(target=catat)
    lain.start()
    lain.join()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets nobody write meanwhile")
@pytest.mark.django_db(transaction=True)
def test_what_others_commit_meanwhile_is_not_seen() -> None:
    with satu_pandangan():
        assert Kabupaten.objects.count() == 0
        catat_di_tempat_lain()
        assert Kabupaten.objects.count() == 0
    assert Kabupaten.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_it_ends_with_its_block_and_may_stand_in_another() -> None:
    with satu_pandangan():
        assert connection.in_atomic_block
        with satu_pandangan():
            assert connection.savepoint_ids == []
    assert not connection.in_atomic_block

"""The migration that gives old entries of the trail the key of their record."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, connection, transaction

from kecamatan.models import Jejak
from sakip.models import BarisPK, Realisasi
from tests.factory import make, make_indikator, make_realisasi

pytestmark = pytest.mark.django_db

#: So long that the words of an entry (200) hold neither year nor triwulan.
LENGTH = "Persentase rekomendasi yang ditindaklanjuti " * 5


def migrate() -> None:
    """Run the migration on the database as it is."""
    connection.check_constraints()  # nothing written in this transaction may wait when a trigger is put back
    editor = connection.schema_editor()
    for operation in import_module("reports.migrations.0005_trail_keys").Migration.operations:
        connection.check_constraints()  # PostgreSQL alters no table of whose new rows references wait to be checked
        operation.code(apps, editor)


def old(**columns: Any) -> Jejak:
    """An entry as it was written before there were keys."""
    return make(Jejak, **{"tindakan": "catatan.diubah", "objek_jenis": "sakip.realisasi"} | columns)


def key_of(entry: Jejak) -> Any:
    entry.refresh_from_db()
    return entry.record_key


def test_a_row_that_is_there_tells_the_key() -> None:
    realisasi = make_realisasi(tahun=2021, triwulan=3)
    pk = make(BarisPK)
    entries = [old(objek_pk=realisasi.pk), old(objek_pk=pk.pk, objek_jenis="sakip.barispk")]
    gone = old(objek_pk=pk.pk + 1, objek_jenis="sakip.barispk")
    migrate()
    assert [key_of(entry) for entry in [*entries, gone]] == [
        {
            "indikator": realisasi.indikator.kunci,
            "kecamatan": realisasi.indikator.renstra.kecamatan_id,
            "tahun": 2021,
            "triwulan": 3,
        },
        {"nomor": pk.pk},
        {"nomor": pk.pk + 1},
    ]


def test_a_deletion_that_kept_the_row_tells_the_key_of_all_its_entries() -> None:
    realisasi = make_realisasi(indikator=make_indikator(kunci="rek", nama=LENGTH), tahun=2021, triwulan=1)
    kecamatan, nomor = realisasi.indikator.renstra.kecamatan, realisasi.pk
    kept = serializers.serialize("python", [realisasi])
    words = {"objek_sebutan": str(realisasi)[:200], "objek_pk": nomor, "kecamatan": kecamatan}
    made = old(tindakan="catatan.dibuat", **words)
    deleted = old(tindakan="catatan.dihapus", sebelum={"Nilai": "70", "_baris": kept}, **words)
    realisasi.delete()
    migrate()
    assert key_of(made) == key_of(deleted)
    assert key_of(made) == {"indikator": "rek", "kecamatan": kecamatan.pk, "tahun": 2021, "triwulan": 1}


def test_words_tell_the_key_where_they_mean_one_indikator() -> None:
    indikator = make_indikator(kunci="skm", nama="Indeks kepuasan, kumulatif")
    for key in ("a", "b"):
        make_indikator(kunci=key, nama="Nilai AKIP")
    length = make_indikator(kunci="rek", nama=LENGTH)
    kecamatan = indikator.renstra.kecamatan
    here = {"kecamatan": kecamatan, "tahun": 2021}
    imported = {"indikator": length.nama, "tahun": "2020", "triwulan": "Setahun"}
    entries = [
        old(objek_sebutan=f"{indikator}, realisasi triwulan 2 2021", objek_pk=901, **here),
        old(objek_sebutan=f"{indikator}, realisasi 2020", **here),
        old(objek_sebutan=LENGTH[:200], tindakan="impor.dihapus", sebelum=imported, objek_pk=902, **here),
        old(
            objek_jenis="sakip.buktidukung",
            objek_sebutan=f"{indikator}, bukti dukung survei.pdf",
            sebelum={"Berkas": "survei.pdf", "Sidik SHA-256": "c" * 64},
            objek_pk=903,
            **here,
        ),
        old(objek_sebutan="Nilai AKIP, realisasi 2021", objek_pk=904, **here),  # of a or of b?
        old(objek_sebutan="Nilai lain, realisasi 2021", objek_pk=905, **here),
        old(objek_sebutan="RKT Kecamatan Balung Tahun 2021", objek_jenis="sakip.rkt", objek_pk=906, **here),
        old(objek_sebutan="balung.json", objek_jenis="fixtures/contoh", **here),
    ]
    migrate()
    skm = {"indikator": "skm", "kecamatan": kecamatan.pk}
    assert [key_of(entry) for entry in entries] == [
        skm | {"tahun": 2021, "triwulan": 2},
        skm | {"tahun": 2020, "triwulan": 0},
        {"indikator": "rek", "kecamatan": kecamatan.pk, "tahun": 2020, "triwulan": 0},
        skm | {"tahun": 2021, "berkas": "c" * 64},
        None,
        None,
        None,
        None,
    ]


def test_a_key_that_is_there_stays_and_the_trail_is_guarded_again() -> None:
    realisasi = make_realisasi()
    entry = old(objek_pk=realisasi.pk, record_key={"nomor": 7})
    migrate()
    assert key_of(entry) == {"nomor": 7}
    with pytest.raises(IntegrityError), transaction.atomic():
        Jejak._base_manager.filter(pk=entry.pk).update(record_key=None)
    assert Realisasi.objects.filter(pk=realisasi.pk).exists()

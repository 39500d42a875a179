"""The key of a record in the trail: it tells records apart, and nothing that is typed changes it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import models

import sakip.records.forms  # noqa: F401  # with the three above: every form of a record
from kecamatan.ground.trail import record_history, trail_add
from kecamatan.ground.trail_key import trail_key
from kecamatan.models import Jejak
from sakip.entry.form import RecordForm, Scope
from sakip.entry.restore import record_restore
from sakip.entry.save import record_delete, record_save
from sakip.models import RKT, BarisPK, BuktiDukung, Realisasi
from sakip.records.rkt.form import RKTForm
from tests.factory import make, make_indikator, make_kecamatan
from tests.table_tests import each_row

MODELS = [model for model in apps.get_models() if hasattr(model, "trail_columns")]


def columns(model: Any) -> set[str]:
    """The model's own columns in its key."""
    return {path.split("__")[0] for path in model.trail_columns.values()}


def forms_of(model: type[models.Model], base: type[RecordForm] = RecordForm) -> Iterator[type[RecordForm]]:
    for form in base.__subclasses__():
        if getattr(form._meta, "model", None) is model:
            yield form
        yield from forms_of(model, form)


@each_row("model", MODELS, ids=lambda model: model._meta.label)
def test_the_key_tells_the_rows_of_its_kind_apart(model: Any) -> None:
    unique = [
        set(rule.fields)
        for rule in model._meta.constraints
        if isinstance(rule, models.UniqueConstraint) and rule.condition is None
    ]
    unique += [{field.name} for field in model._meta.concrete_fields if field.unique]
    assert "pk" in columns(model) or any(rule <= columns(model) for rule in unique)


#: Written with the row they hang on, or by a page of their own.
FORMLESS = {
    "reports.NikPenandaTangan",
    "sakip.TargetTujuan",
    "sakip.TargetRenstra",
    "sakip.BuktiDukung",
    "sakip.KomentarRealisasi",
    "sakip.TargetTriwulan",
    "sakip.TautanTemplatIKU",
}


def test_no_form_changes_the_key_of_a_record() -> None:
    forms = {model: list(forms_of(model)) for model in MODELS}
    assert {model._meta.label for model, found in forms.items() if not found} == FORMLESS
    assert [f for model, found in forms.items() for f in found if set(f.base_fields) & columns(model)] == []


@pytest.mark.django_db
def test_a_key_says_what_the_record_is() -> None:
    indikator = make_indikator(kunci="skm")
    kecamatan = indikator.renstra.kecamatan_id
    realisasi = make(Realisasi, indikator=indikator, tahun=2021, triwulan=2)
    cells = {"indikator": "skm", "kecamatan": kecamatan, "tahun": 2021, "triwulan": 2}
    assert trail_key(realisasi) == cells
    assert trail_key(Realisasi(indikator=indikator, tahun=2021, triwulan=2)) == cells
    assert trail_key(make(BuktiDukung, realisasi=realisasi, sha256="c" * 64)) == cells | {"berkas": "c" * 64}
    pk = make(BarisPK, acuan_indikator=indikator)
    assert trail_key(pk) == {"nomor": pk.pk}


@pytest.mark.one_engine
@pytest.mark.django_db
def test_a_document_made_anew_goes_on_with_the_history_of_its_place() -> None:
    kecamatan = make_kecamatan()
    neighbour = make_kecamatan(kabupaten=kecamatan.kabupaten, kode="35.09.11")
    scope = Scope(kecamatan=kecamatan, tahun=2021, pengguna=None)

    def save() -> RKTForm:
        form = RKTForm({"tempat": "Balung"}, instance=RKT(kecamatan=kecamatan, tahun=2021), scope=scope)
        assert form.is_valid(), form.errors
        return RKTForm(instance=record_save(form=form, by=None), scope=scope)

    form = save()
    jejak = record_delete(form=form, by=None, fingerprint=form.fingerprint)
    record_restore(jejak=jejak, by=None)
    old = RKT.objects.get()
    form = RKTForm(instance=old, scope=scope)
    record_delete(form=form, by=None, fingerprint=form.fingerprint)
    save()
    new = RKT.objects.get()
    assert new.pk != jejak.objek_pk
    assert [j.tindakan for j in record_history(new)] == [
        "catatan.dibuat",
        "catatan.dihapus",
        "catatan.dipulihkan",
        "catatan.dihapus",
        "catatan.dibuat",
    ]
    assert not record_history(RKT(kecamatan=kecamatan, tahun=2022))
    assert not record_history(RKT(kecamatan=neighbour, tahun=2021))


@pytest.mark.django_db
def test_what_has_no_row_has_no_key() -> None:
    trail_add(action="contoh.dimuat", subject="fixtures/contoh", sebutan="balung.json")
    assert Jejak.objects.get().record_key is None


@pytest.mark.django_db
def test_two_records_of_one_name_have_two_histories() -> None:
    row = make(BarisPK, indikator="Indeks kepuasan", angka=Decimal(80))
    of_that_name = make(BarisPK, indikator="Indeks kepuasan", acuan_indikator=None, angka=Decimal(81))
    for one in (row, of_that_name, of_that_name):
        trail_add(action="catatan.diubah", subject=one, sebutan=str(one))
    assert (record_history(row).count(), record_history(of_that_name).count()) == (1, 2)

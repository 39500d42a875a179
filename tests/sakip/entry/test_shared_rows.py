"""What a form has in hand of another row: of what it writes nothing is lost, what it only reads is read once."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from django import forms
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Jejak
from sakip.entry.form import Pen, RecordForm, Scope
from sakip.entry.save import Conflict, record_save
from sakip.models import Sasaran
from tests.factory import make_sasaran

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


class WithTujuanForm(RecordForm):
    """A form as anybody writes one: it changes the words of the tujuan above its sasaran, and says nothing of it."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = Sasaran
        fields = ("uraian",)

    def prepare(self) -> None:
        self.fields["tujuan_uraian"] = forms.CharField(label="tujuan")
        self.initial["tujuan_uraian"] = self.instance.tujuan.uraian

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.instance.tujuan.uraian = self.cleaned_data["tujuan_uraian"]
        return self.cleaned_data

    def store(self, pen: Pen) -> None:
        pen.put(self.instance.tujuan)
        super().store(pen)


class ForgetfulForm(WithTujuanForm):
    """The same, and it forgets to write what it changed."""

    def store(self, pen: Pen) -> None:
        pen.put(self.instance)


class BelowTujuanForm(RecordForm):
    """A form that reads the tujuan for its words alone."""

    yearly = False

    class Meta(RecordForm.Meta):
        model = Sasaran
        fields = ("uraian",)

    def prepare(self) -> None:
        self.fields["uraian"].help_text = f"Di bawah {self.instance.tujuan.uraian}."


class ReadingForm(BelowTujuanForm):
    """The same, and it says so."""

    only_read: ClassVar[tuple[str, ...]] = ("tujuan",)


@pytest.fixture
def sasaran() -> Sasaran:
    row = make_sasaran(uraian="Pelayanan cepat")
    row.tujuan.uraian = "Pelayanan prima"
    row.tujuan.save()
    return row


def scope(row: Sasaran) -> Scope:
    return Scope(kecamatan=row.renstra.kecamatan, tahun=2021, pengguna=None)


def fingerprint(make: type[RecordForm], row: Sasaran) -> str:
    return make(instance=Sasaran.objects.get(pk=row.pk), scope=scope(row)).fingerprint


def save(make: type[RecordForm], row: Sasaran, seen: str, **typed: str) -> Any:
    """As the page does: the row was read, with what stands above it, before the form is asked what was typed."""
    read = Sasaran.objects.select_related("tujuan").get(pk=row.pk)
    form = make({"uraian": "Pelayanan cepat", **typed}, instance=read, scope=scope(row))
    assert form.is_valid(), form.errors
    return record_save(form=form, by=None, fingerprint=seen)


def test_a_form_that_writes_the_row_above_its_own_loses_nothing(sasaran: Sasaran) -> None:
    seen = fingerprint(WithTujuanForm, sasaran)
    stored = save(WithTujuanForm, sasaran, seen, tujuan_uraian="Pelayanan yang prima")
    assert stored.tujuan.uraian == Sasaran.objects.get().tujuan.uraian == "Pelayanan yang prima"
    told = Jejak.objects.get()
    assert (told.sebelum, told.sesudah) == ({"Tujuan": "Pelayanan prima"}, {"Tujuan": "Pelayanan yang prima"})


def test_who_saw_the_row_above_as_it_was_does_not_write_over_it(sasaran: Sasaran) -> None:
    seen = fingerprint(WithTujuanForm, sasaran)
    save(WithTujuanForm, sasaran, seen, tujuan_uraian="Pelayanan yang prima")
    with pytest.raises(Conflict) as conflict:
        save(WithTujuanForm, sasaran, seen, tujuan_uraian="Pelayanan lain")
    assert conflict.value.stored["tujuan_uraian"] == "Pelayanan yang prima"
    assert Sasaran.objects.get().tujuan.uraian == "Pelayanan yang prima"


def test_what_was_not_written_is_not_told_as_written(sasaran: Sasaran) -> None:
    seen = fingerprint(ForgetfulForm, sasaran)
    stored = save(ForgetfulForm, sasaran, seen, uraian="Pelayanan tepat", tujuan_uraian="Pelayanan lain")
    assert (stored.uraian, stored.tujuan.uraian) == ("Pelayanan tepat", "Pelayanan prima")
    assert Jejak.objects.get().sesudah == {"Uraian": "Pelayanan tepat"}


def test_a_row_that_a_form_only_reads_is_read_once_and_changes_nothing_else(sasaran: Sasaran) -> None:
    counted = []
    for make, old, new in ((BelowTujuanForm, "cepat", "tepat"), (ReadingForm, "tepat", "ramah")):
        seen = fingerprint(make, sasaran)
        with CaptureQueriesContext(connection) as asked:
            stored = save(make, sasaran, seen, uraian=f"Pelayanan {new}")
        counted.append(len(asked))
        told = Jejak.objects.latest("pk")
        assert stored.uraian == Sasaran.objects.get().uraian == f"Pelayanan {new}"
        assert (told.sebelum, told.sesudah) == (
            {"Uraian": f"Pelayanan {old}"},
            {"Uraian": f"Pelayanan {new}"},
        )
    assert counted[0] - counted[1] == 2  # for the row as stored before, and as stored now

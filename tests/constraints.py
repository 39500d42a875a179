"""Both faces of a constraint: full_clean() says what to do, and the database refuses what goes round it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import BaseConstraint, CheckConstraint, Model

from tests.factory import bangun, make

REMEDI = (
    "Buat",
    "Buka",
    "Hapus",
    "Hitung",
    "Isi",
    "Minta",
    "Pakai",
    "Perbaiki",
    "Periksa",
    "Pilih",
    "Simpan",
    "Tambahkan",
    "Tulis",
    "Tunggu",
    "Ubah",
    "Unggah",
)
"""Every message tells what to do, beginning a sentence with one of these verbs."""


@dataclass(frozen=True, kw_only=True)
class Kasus:
    """A row that breaks exactly one rule. ``ada`` is the row already stored, for rules about two rows.

    ``pesan`` is given where the field's own validator speaks before the constraint.
    """

    aturan: str
    model: type[Model]
    langgar: dict[str, Any]
    ada: dict[str, Any] | None = None
    pesan: str = ""

    @property
    def nama(self) -> str:
        """The constraint's name."""
        return f"{self.model._meta.app_label}_{self.model._meta.model_name}_{self.aturan}"

    @property
    def batasan(self) -> BaseConstraint:
        """The constraint itself; KeyError when the model has none of that name."""
        return {c.name: c for c in self.model._meta.constraints}[self.nama]

    def baris(self) -> Model:
        """The offending row, not stored; what must already be there is."""
        if self.ada is not None:
            make(self.model, **self.ada)
        return bangun(self.model, **self.langgar)


def ganda(model: type[Model], aturan: str, pesan: str = "", **beda: Any) -> Kasus:
    """A second row equal to the first in the columns of a UNIQUE, different in ``beda``."""
    return Kasus(aturan=aturan, model=model, ada={}, langgar=beda, pesan=pesan)


def kosong(kolom: str, *model: type[Model]) -> Iterator[Kasus]:
    """A required text that is empty."""
    return (Kasus(aturan=f"{kolom}_terisi", model=m, langgar={kolom: ""}) for m in model)


def tahun(kolom: str, *model: type[Model], **change: Any) -> Iterator[Kasus]:
    """Years just outside 2000–2100."""
    return (
        Kasus(aturan=f"{kolom}_wajar", model=m, langgar={kolom: t} | change)
        for m in model
        for t in (1999, 2101)
    )


def uang(model: type[Model], *kolom: str) -> Iterator[Kasus]:
    """Amounts just outside what can be kept."""
    return (
        Kasus(aturan=f"{k}_wajar", model=model, langgar={k: Decimal(n)})
        for k in kolom
        for n in ("-0.01", "10000000000000")
    )


def sidik(model: type[Model], *kolom: str) -> Iterator[Kasus]:
    """A hash that lost a character."""
    return (Kasus(aturan=f"{k}_lengkap", model=model, langgar={k: "a" * 63}) for k in kolom)


def check_full_clean(kasus: Kasus) -> None:
    """The only message is the rule's own."""
    with pytest.raises(ValidationError) as galat:
        kasus.baris().full_clean()
    assert galat.value.messages == [kasus.pesan or kasus.batasan.violation_error_message]


def check_database(kasus: Kasus) -> None:
    """The database refuses the row, and names the rule where the engine can."""
    baris = kasus.baris()
    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        type(baris)._default_manager.bulk_create([baris])
    if connection.vendor == "postgresql" or isinstance(kasus.batasan, CheckConstraint):
        assert kasus.nama in str(galat.value)


def check_valid(model: type[Model], change: dict[str, Any]) -> None:
    """A row that breaks no rule passes both, and is called something."""
    baris = bangun(model, **change)
    baris.full_clean()
    baris.save()
    baris.refresh_from_db()
    assert str(baris)


def check_all_have_cases(app_label: str, kasus: Iterable[Kasus]) -> None:
    """Every constraint of the app has a case, so that a new one without a test fails."""
    berkasus = {k.nama for k in kasus}
    ada = {c.name for m in apps.get_app_config(app_label).get_models() for c in m._meta.constraints}
    assert ada == berkasus


def check_name_and_message(app_label: str) -> None:
    """Constraints are named app_model_rule, fit PostgreSQL, and say in Indonesian what to do."""
    for model in apps.get_app_config(app_label).get_models():
        for c in model._meta.constraints:
            assert c.name.startswith(f"{app_label}_{model._meta.model_name}_"), c.name
            assert len(c.name) <= 63, c.name
            pesan = str(c.violation_error_message)
            assert pesan != str(BaseConstraint.default_violation_error_message), c.name
            assert any(re.search(rf"(^|[.;:] ){verba}\b", pesan) for verba in REMEDI), (c.name, pesan)
            assert pesan.endswith("."), (c.name, pesan)

"""Rows of a PK and what the writer is asked to do with them."""

from __future__ import annotations

from typing import Any

from kecamatan.models import Jejak, Kecamatan, Pengguna
from sakip.entry.form import Scope
from sakip.entry.save import record_move
from sakip.models import BarisPK, PerjanjianKinerja
from sakip.records.pk.form import BarisPKForm

TAHUN = 2021


def scope(kecamatan: Kecamatan) -> Scope:
    return Scope(kecamatan=kecamatan, tahun=TAHUN, pengguna=None)


def typed(row: BarisPK, **changes: str) -> BarisPKForm:
    """The form of a stored or a new row as it comes back from the page."""
    values = {
        "sasaran": row.sasaran or "Meningkatnya kepuasan warga",
        "indikator": row.indikator,
        "satuan": "indeks",
        "target": "80",
    }
    instance = BarisPK.objects.get(pk=row.pk) if row.pk else row
    form = BarisPKForm(values | changes, instance=instance, scope=scope(row.perjanjian.kecamatan))
    assert form.is_valid(), form.errors
    return form


def shown(row: BarisPK) -> BarisPKForm:
    """The form as the page shows it, of the row as it is stored now."""
    return BarisPKForm(instance=BarisPK.objects.get(pk=row.pk), scope=scope(row.perjanjian.kecamatan))


def fingerprint(row: BarisPK) -> str:
    return shown(row).fingerprint


def new(pk: PerjanjianKinerja, indikator: str = "Indeks baru") -> BarisPK:
    return BarisPK(perjanjian=pk, indikator=indikator)


def trail() -> list[tuple[str, Any, Any]]:
    return [(j.tindakan, j.sebelum, j.sesudah) for j in Jejak.objects.order_by("pk")]


def rows() -> dict[int, tuple[Any, ...]]:
    """Everything there is of the rows, by number."""
    return {
        one[0]: one for one in BarisPK.objects.values_list("pk", "indikator", "angka", "urut", "ditinjau")
    }


def move(row: BarisPK, direction: Any, by: Pengguna | None = None) -> None:
    """Move the row from where it stands now."""
    record_move(
        row=row,
        siblings=("perjanjian",),
        direction=direction,
        seen=BarisPK.objects.filter(pk=row.pk).values_list("urut", flat=True).first() or 0,
        scope=scope(row.perjanjian.kecamatan),
        by=by,
    )


def order() -> list[tuple[str, int]]:
    return list(BarisPK.objects.filter(perjanjian__versi=0).order_by("urut").values_list("indikator", "urut"))

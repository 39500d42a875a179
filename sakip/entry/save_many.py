"""Many rows in one act: all of them, or none with every reason."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models, transaction

from kecamatan.models import Pengguna
from sakip.entry.form import RecordForm
from sakip.entry.lines_form import BarisTeks, LinesForm
from sakip.entry.lock import YearClosed
from sakip.entry.save import RecordRefused, record_save


class RowRefused(RecordRefused):
    """Some lines cannot be stored, so none was; ``galat`` has a sentence for each."""

    def __init__(self, galat: list[str]) -> None:
        super().__init__(" ".join(galat))
        self.galat = galat


@transaction.atomic
def record_save_many(
    *, sekaligus: LinesForm, bangun: Iterable[models.Model], oleh: Pengguna | None
) -> list[models.Model]:
    """Store every line of a valid form as a row of its kind; ``bangun`` gives the empty rows.

    Each line is judged after those before it are stored, so that two equal lines are seen. Raises
    :class:`RowRefused` and :class:`sakip.entry.lock.YearClosed`.
    """
    hasil: list[models.Model] = []
    galat: list[str] = []
    daftar: list[BarisTeks] = sekaligus.cleaned_data["teks"]
    for baris, kosong in zip(daftar, bangun, strict=False):
        form = sekaligus.isian.form(
            sekaligus.row_data(baris), instance=kosong, lingkup=sekaligus.contoh.lingkup
        )
        if not form.is_valid():
            galat += _galat(sekaligus, baris, form)
            continue
        try:
            hasil.append(record_save(form=form, oleh=oleh))
        except YearClosed:
            raise
        except RecordRefused as refuse:
            galat.append(f"Baris {baris.nomor}: {refuse}")
    if galat:
        raise RowRefused(galat)
    return hasil


def _galat(sekaligus: LinesForm, baris: BarisTeks, form: RecordForm) -> list[str]:
    return [
        f"Baris {baris.nomor}{f', kolom {sebutan}' if (sebutan := sekaligus.sebutan(nama)) else ''}: {pesan}"
        for nama, daftar in form.errors.items()
        for pesan in daftar
    ]

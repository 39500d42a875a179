"""What services that make many rows at once do alike: check, store and note each of them in the trail."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from kecamatan.ground.trail import trail_add
from sakip.entry.form import Lingkup
from sakip.entry.judge import refuse
from sakip.entry.save import DIBUAT, RecordRefused


def save_row(
    baris: models.Model, *, lingkup: Lingkup, isi: Mapping[str, str], alasan: str, tindakan: str = DIBUAT
) -> None:
    """Store a new row and say in the trail where it came from. ``isi`` is what the row says, by column.

    Call it inside the transaction of the whole act. Raises RecordRefused for a row that the judge or the model
    refuses: what is copied was perhaps stored before a rule was there.
    """
    try:
        refuse(baris)
        baris.full_clean()
        with transaction.atomic():
            baris.save(force_insert=True)
    except ValidationError as galat:
        raise RecordRefused(f"{baris}: {' '.join(galat.messages)}") from galat
    except IntegrityError as galat:
        raise RecordRefused(
            "Catatan lain dengan isi yang sama baru saja disimpan. Muat ulang halaman, lalu periksa."
        ) from galat
    trail_add(
        tindakan=tindakan,
        objek=baris,
        sebutan=str(baris),
        pengguna=lingkup.pengguna,
        kecamatan=lingkup.kecamatan,
        tahun=lingkup.tahun,
        sesudah={nama: teks for nama, teks in isi.items() if teks},
        alasan=alasan,
    )

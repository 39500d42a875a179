"""Remarks on a realisasi: written, and settled. A closed year still takes them; they are no record of the year."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from kecamatan.ground.trail import trail_add
from kecamatan.models import Pengguna
from sakip.entry.form import Scope
from sakip.models import Indikator, KomentarRealisasi


@transaction.atomic
def comment_write(
    *, lingkup: Scope, indikator: Indikator, triwulan: int | None, isi: str, oleh: Pengguna
) -> KomentarRealisasi:
    """Add a remark. The same words of the same person on the same cell, still open, are one remark sent twice."""
    komentar, baru = KomentarRealisasi.objects.get_or_create(
        indikator=indikator, tahun=lingkup.tahun, triwulan=triwulan, isi=isi, pengguna=oleh, selesai=None
    )
    if baru:
        _tell("komentar.ditulis", komentar, lingkup, oleh, sesudah={"Komentar": isi})
    return komentar


@transaction.atomic
def comment_close(*, lingkup: Scope, komentar: KomentarRealisasi, oleh: Pengguna) -> None:
    """Settle a remark; a second time does nothing."""
    if not KomentarRealisasi.objects.filter(pk=komentar.pk, selesai=None).update(selesai=timezone.now()):
        return
    _tell("komentar.diselesaikan", komentar, lingkup, oleh, sebelum={"Komentar": komentar.isi})


def _tell(word: str, komentar: KomentarRealisasi, lingkup: Scope, oleh: Pengguna, **isi: Any) -> None:
    trail_add(
        tindakan=word,
        objek=komentar,
        sebutan=str(komentar),
        pengguna=oleh,
        kecamatan=lingkup.kecamatan,
        tahun=lingkup.tahun,
        **isi,
    )

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
    *, scope: Scope, indikator: Indikator, triwulan: int | None, isi: str, by: Pengguna
) -> KomentarRealisasi:
    """Add a remark. The same words of the same person on the same cell, still open, are one remark sent twice."""
    komentar, new = KomentarRealisasi.objects.get_or_create(
        indikator=indikator, tahun=scope.tahun, triwulan=triwulan, isi=isi, pengguna=by, selesai=None
    )
    if new:
        _tell("komentar.ditulis", komentar, scope, by, after={"Komentar": isi})
    return komentar


@transaction.atomic
def comment_close(*, scope: Scope, komentar: KomentarRealisasi, by: Pengguna) -> None:
    """Settle a remark; a second time does nothing."""
    if not KomentarRealisasi.objects.filter(pk=komentar.pk, selesai=None).update(selesai=timezone.now()):
        return
    _tell("komentar.diselesaikan", komentar, scope, by, before={"Komentar": komentar.isi})


def _tell(word: str, komentar: KomentarRealisasi, scope: Scope, by: Pengguna, **isi: Any) -> None:
    trail_add(
        action=word,
        subject=komentar,
        sebutan=str(komentar),
        pengguna=by,
        kecamatan=scope.kecamatan,
        tahun=scope.tahun,
        **isi,
    )

"""Until where a person has looked at what changed in a year.

Only who says so has looked: a page that was opened and put away again has not been read.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import LastLook


def last_look(*, pengguna: Pengguna, kecamatan: Kecamatan, tahun: int) -> LastLook | None:
    """The last look of that person, None who never looked (1 query)."""
    return LastLook.objects.for_kecamatan(kecamatan).for_tahun(tahun).filter(pengguna=pengguna).first()


@transaction.atomic
def looked(*, pengguna: Pengguna, kecamatan: Kecamatan, tahun: int, until: int) -> None:
    """Keep that the person has looked at everything until that line of the trail, which is of this year; never at less
    than before. A number of no such line keeps nothing."""
    if not Jejak.objects.for_kecamatan(kecamatan).for_tahun(tahun).filter(pk=until).exists():
        return
    now = timezone.now()
    one, new = LastLook.objects.get_or_create(
        pengguna=pengguna, kecamatan=kecamatan, tahun=tahun, defaults={"jejak": until, "waktu": now}
    )
    if not new:
        LastLook.objects.filter(pk=one.pk, jejak__lt=until).update(jejak=until, waktu=now)

"""What is kept of the kabupaten, worked out anew once a day: who looks at many of them waits for none."""

from __future__ import annotations

from typing import Final

from django.db.models import Count, Min
from django.utils import timezone

from kecamatan.models import Kabupaten
from reports.models import Pantauan
from reports.monitoring.kept import hitung_pantauan
from sakip.selectors import recorded_years_of_kabupaten
from sakip.web.task_queue import queued_arguments

#: Behind what people wait for.
_PRIORITY: Final = -50


def renew_kept() -> int:
    """Ask the worker to work out this year and the last of every kabupaten that has records of it and of which not all
    was worked out today; how many were asked for that were not already."""
    today = timezone.localdate()
    later = hitung_pantauan
    if later.get_backend().supports_priority:
        later = later.using(priority=_PRIORITY)
    every = Kabupaten.objects.annotate(size=Count("kecamatan")).order_by("kode")
    asked = 0
    for tahun in (today.year - 1, today.year):
        rows = Pantauan.objects.filter(tahun=tahun).order_by().values_list("kecamatan__kabupaten")
        kept = {pk: (count, first) for pk, count, first in rows.annotate(Count("pk"), Min("dihitung"))}
        queued = {told["kabupaten_pk"] for told in queued_arguments(hitung_pantauan, tahun=tahun)}
        for one in every:
            count, first = kept.get(one.pk, (0, None))
            fresh = count >= one.size and (first is None or timezone.localdate(first) >= today)
            if fresh or one.pk in queued or tahun not in recorded_years_of_kabupaten(one):
                continue
            later.enqueue(kabupaten_pk=one.pk, tahun=tahun)
            asked += 1
    return asked

"""That somebody works on what waits: written by the worker, read by the probe and by pages that wait."""

from django.db import models
from django.utils import timezone


class WorkerPulse(models.Model):
    """The last sign of life of a worker (:mod:`sakip.web.pulse`)."""

    worker = models.CharField("pekerja", max_length=64, unique=True)
    beat = models.DateTimeField("denyut", default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "denyut pekerja"
        verbose_name_plural = "denyut pekerja"
        ordering = ("-beat",)

    def __str__(self) -> str:
        return f"{self.worker} {self.beat:%Y-%m-%d %H:%M:%S}"

"""That the installation was backed up, or was to be: for who has to know when it no longer is."""

from django.db import models


class BackupRun(models.Model):
    """A backup that was made, or that failed (:mod:`sakip.backup`).

    It lies in the database and not beside the backups, because a web process on another machine has to read it, and
    because what is beside them is gone with their disk. ``begun``: what was saved by then is in it. ``problem`` says
    why there is none; then ``folder`` is empty. ``size`` is in bytes.
    """

    begun = models.DateTimeField("mulai", db_index=True)
    ended = models.DateTimeField("selesai")
    folder = models.CharField("folder", max_length=500, blank=True)
    files = models.PositiveIntegerField("jumlah berkas", default=0)
    size = models.PositiveBigIntegerField("ukuran", default=0)
    problem = models.TextField("sebab kegagalan", blank=True)

    class Meta:
        verbose_name = "pencadangan"
        verbose_name_plural = "pencadangan"
        ordering = ("-begun", "-id")

    def __str__(self) -> str:
        return self.folder or self.problem

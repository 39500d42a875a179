"""What is known of the backups that were made: for the page, the home page and the mail of who has to know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Final

from django.utils import timezone

from kecamatan.models import BackupRun, Pengguna
from kecamatan.permissions import Hak, may_anywhere
from sakip.text.dates import format_tanggal

#: A backup is to be no older than this.
FRESH: Final = timedelta(days=1)
#: What is remembered of backups that were made.
_KEPT: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """The last backup that was made, the last attempt if that failed, and what is wrong, a sentence; empty where
    nothing is. ``mark`` tells one trouble from another."""

    good: BackupRun | None
    failed: BackupRun | None
    trouble: str

    #: What is to be done, for who cannot do it.
    remedy: ClassVar[str] = "Sampaikan kepada petugas yang menjaga server."

    @property
    def mark(self) -> str:
        """Changes with every failure, and with every backup after which there is none for too long."""
        numbers = (one.pk if one else 0 for one in (self.good, self.failed))
        return "cadangan {} {}".format(*numbers)


def keep_run(run: BackupRun) -> None:
    """Keep what became of a backup, and forget those of long ago."""
    run.save()
    BackupRun.objects.filter(begun__lt=timezone.now() - _KEPT).delete()


def backup_state(now: datetime | None = None) -> BackupState:
    """How it stands with the backups (2 queries at the most)."""
    last = BackupRun.objects.first()
    failed = last if last and last.problem else None
    good = BackupRun.objects.filter(problem="").first() if failed else last
    return BackupState(good=good, failed=failed, trouble=_trouble(good, failed, now or timezone.now()))


def backup_trouble(user: Pengguna) -> BackupState | None:
    """What is wrong with the backups, for who is to know: who keeps accounts. None where nothing is."""
    if not may_anywhere(user, Hak.AKUN):
        return None
    state = backup_state()
    return state if state.trouble else None


def _trouble(good: BackupRun | None, failed: BackupRun | None, now: datetime) -> str:
    late = good is None or good.begun < now - FRESH
    if not (failed or late):
        return ""
    sentences = [f"Pencadangan {moment(failed.begun)} gagal."] if failed else []
    if good is None:
        sentences.append("Basis data dan berkas unggahan belum pernah dicadangkan.")
    elif late:
        sentences.append(f"Cadangan terakhir {moment(good.begun)}, lebih dari satu hari yang lalu.")
    else:
        sentences.append(f"Cadangan terakhir yang berhasil {moment(good.begun)}.")
    return " ".join(sentences)


def moment(when: datetime) -> str:
    """The day and the time on the clocks of the kabupaten."""
    local = timezone.localtime(when)
    return f"{format_tanggal(local)} pukul {local:%H.%M}"

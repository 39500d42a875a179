"""`manage.py sapu_berkas`: take up again what a killed worker left unfinished, forget what counts no more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import CommandParser

from kecamatan.accounts.kept_forms import forget_old_forms
from kecamatan.accounts.sessions import forget_ended_sessions
from kecamatan.accounts.sign_in_budget import forget_old_attempts
from kecamatan.ground.commands import ProjectCommand
from reports.bulk.requests import KEPT, bulk_forget
from reports.examine.requests import papers_forget
from reports.signing.leftovers import archive_sweep
from sakip.web.jobs import jobs_sweep, load_jobs
from sakip.web.task_queue import WORK_LIMIT, tasks_sweep


class Command(ProjectCommand):
    """Safe to run at any time and as often as wanted."""

    help = (
        "Mengantrekan lagi berkas yang terbengkalai karena pekerja (db_worker) berhenti di tengah jalan,"
        " dan menghapus sesi, catatan masuk, serta formulir tersimpan yang sudah lewat, juga berkas yang ditinggalkan"
        " penyiapan tanda tangan, paket LKIP yang sudah lama, dan berkas yang sudah diperiksa."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """``--semua`` for the moment before the only worker starts."""
        parser.add_argument(
            "--semua",
            action="store_true",
            help="Jangan menunggu 5 menit. Pakai hanya selagi tidak ada pekerja yang berjalan.",
        )

    def handle(self, *args: Any, semua: bool, **options: Any) -> None:
        """Report dead tasks, then queue their files again; then forget."""
        longest = timedelta(0) if semua else WORK_LIMIT
        tasks = tasks_sweep(longest=longest)
        load_jobs()
        file = jobs_sweep(longest=longest)
        self.stdout.write(f"{tasks} tugas terhenti diambil lagi, {file} berkas tanpa tugas diantrekan lagi.")
        if left := archive_sweep():
            self.stdout.write(f"{left} berkas penyiapan tanda tangan yang ditinggalkan dihapus.")
        if packages := bulk_forget():
            self.stdout.write(f"{packages} paket LKIP yang lebih lama dari {KEPT.days} hari dihapus.")
        if papers := papers_forget():
            self.stdout.write(f"{papers} berkas yang diperiksa lebih dari sehari yang lalu dihapus.")
        if forgotten := forget_ended_sessions() + forget_old_attempts() + forget_old_forms():
            self.stdout.write(f"{forgotten} sesi, catatan masuk, dan formulir lama dihapus.")

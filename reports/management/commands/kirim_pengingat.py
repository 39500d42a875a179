"""Reminds by mail of the last day of reports; run by a timer."""

from __future__ import annotations

from typing import Any

from kecamatan.ground.commands import ProjectCommand
from reports.workflow.reminders import send_reminders


class Command(ProjectCommand):
    """Send what is due today and was not sent yet."""

    help = (
        "Mengingatkan dengan surel 14, 7, dan 1 hari kerja sebelum batas waktu LKIP, serta 1 hari kerja sesudahnya."
        " Jalankan setiap hari; yang sudah dikirim tidak dikirim lagi, yang terlewat disusulkan."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many and which holidays are not known."""
        sent, unknown = send_reminders()
        self.stdout.write("\n".join((sent.said, *unknown)))
        sent.ensure_all()

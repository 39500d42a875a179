"""Tells by mail what waits for whom; run by a timer."""

from __future__ import annotations

from typing import Any

from kecamatan.ground.commands import ProjectCommand
from reports.workflow.notices import send_notices


class Command(ProjectCommand):
    """Send one mail to each person for whom something new waits."""

    help = (
        "Mengirim surel kepada setiap orang yang ditunggu sebuah LKIP. Jalankan berkala; yang sudah diberi tahu tidak"
        " dikirimi lagi."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and say how many."""
        sent = send_notices()
        self.stdout.write(sent.said)
        sent.ensure_all()

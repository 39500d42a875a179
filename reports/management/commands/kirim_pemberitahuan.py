"""Tells by mail what waits for whom; run by a timer."""

from __future__ import annotations

from typing import Any

from kecamatan.ground.commands import ProjectCommand
from kecamatan.ground.errors import InputError
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
        self.stdout.write(f"{sent.count} surel terkirim.")
        if sent.failed:
            down = " Peladen surel tidak menjawab, jadi yang lain tidak dicoba." if sent.gave_up else ""
            raise InputError(
                f"Surel kepada {', '.join(sent.failed)} tidak terkirim.{down} Periksa SAKIP_EMAIL; percobaan"
                " diulang pada pengiriman berikutnya."
            )

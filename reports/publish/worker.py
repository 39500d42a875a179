"""What a spawned render process runs. Imports nothing of Django's models: the process starts without Django."""

from __future__ import annotations

from typing import TYPE_CHECKING

import django
from django.apps import apps

if TYPE_CHECKING:
    from reports.publish.printing import BatchResult


def prepare() -> None:
    """Make the process a Django process; it will hold no database connection."""
    if not apps.ready:
        django.setup()


def cetak(naskah: str) -> BatchResult:
    """Render one LKIP from the JSON of its naskah."""
    # Not at the top: models can be imported only when the process has become a Django process.
    from reports.publish.naskah import Naskah
    from reports.publish.printing import print_draft
    from sakip.snapshot.codec import read

    return print_draft(read(naskah, Naskah))

"""What the engine complains about."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

Notes = list[logging.LogRecord]


@contextmanager
def recorded() -> Iterator[Notes]:
    """Collect what the engine logs meanwhile; it goes to the log as before, too."""
    notes: Notes = []

    class Recorder(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            notes.append(record)

    recorder = Recorder(logging.WARNING)
    log = logging.getLogger("weasyprint")
    log.addHandler(recorder)
    try:
        yield notes
    finally:
        log.removeHandler(recorder)

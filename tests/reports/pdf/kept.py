"""A folder of kept parts of one's own: what was printed before is not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.test import override_settings


@contextmanager
def nothing_kept() -> Iterator[Path]:
    """Nothing is kept yet."""
    with TemporaryDirectory() as folder, override_settings(PDF_PARTS=Path(folder)):
        yield Path(folder)

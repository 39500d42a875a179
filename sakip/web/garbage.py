"""Looking for what nobody can reach any more, between requests instead of within one.

CPython looks through everything that lives after so many new objects. In a process that keeps the years it was asked
for that takes 50 to 200 ms, of whichever request it falls into: of twenty pages after an edit, the slowest.
"""

from __future__ import annotations

import gc
from typing import Any, Final

from django.core.signals import request_finished

#: Collections of what is young after which all is looked through: so often that what is lost stays a few megabytes.
_DUE: Final = 20

#: So many that none falls into a request, unless one makes millions of objects.
_NEVER: Final = 1000


def collect_between_requests() -> None:
    """From now on look through everything only once an answer was sent; the young are still looked through within."""
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)
    request_finished.connect(_collect, dispatch_uid=__name__)


def _collect(**_: Any) -> None:
    if gc.get_count()[2] >= _DUE:
        gc.collect()

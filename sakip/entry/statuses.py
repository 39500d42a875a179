"""What a page answers with when it stored nothing, said to machines; the page itself says it in words."""

from __future__ import annotations

from typing import Final

#: Somebody else changed it, or another row stands in the way.
CONFLICT: Final = 409
#: What was typed is refused.
INVALID: Final = 422
#: The year is closed.
CLOSED: Final = 423

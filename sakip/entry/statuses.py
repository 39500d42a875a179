"""What a page answers with when it stored nothing, said to machines; the page itself says it in words."""

from __future__ import annotations

from typing import Final

#: Somebody else changed it, or another row stands in the way.
BENTROK: Final = 409
#: What was typed is refused.
TIDAK_SAH: Final = 422
#: The year is closed.
TERKUNCI: Final = 423

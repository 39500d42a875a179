"""The rule of every document that has one: the one registry of readiness, found in the rooms."""

from __future__ import annotations

from typing import Final

from sakip.entry.readiness import ReadinessRule
from sakip.records import rooms

#: By the code of the page.
READINESS: Final[dict[str, ReadinessRule]] = {
    rule.code: rule for rule in (module.READINESS for module in rooms.load("readiness"))
}

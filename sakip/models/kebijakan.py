"""Named by landed migrations; what it was is :mod:`sakip.records.kebijakan.models`."""

from sakip.records.kebijakan.models import known_rumus, offered_by_default

__all__ = ["known_rumus", "offered_by_default"]

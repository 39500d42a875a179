"""What is logged during a test, listened to at less cost: pytest lets its two listeners into every logger and out again
three times a test, and has all loggers forget which of their levels are heard each time."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from _pytest.logging import LoggingPlugin, caplog_handler_key, caplog_records_key


def quick_logs() -> None:
    """From here on the two listen all along, to what the configured level lets through."""
    LoggingPlugin._runtest_for = _heard  # type: ignore[method-assign]


@contextmanager
def _heard(self: LoggingPlugin, item: pytest.Item, when: str) -> Iterator[None]:
    noted, told = self.caplog_handler, self.report_handler
    if when == "setup":
        _let_in(noted, told, level=self.log_level)
    noted.reset()
    told.reset()
    item.stash[caplog_records_key][when] = noted.records
    item.stash[caplog_handler_key] = noted
    try:
        yield
    finally:
        item.add_report_section(when, "log", told.stream.getvalue().strip())


def _let_in(*listeners: Any, level: int | None) -> None:
    """Into the root, and into every logger that hands nothing on to it, unless they are there: a test that configured
    the loggers has put them out."""
    root = logging.getLogger()
    apart = [one for one in root.manager.loggerDict.values() if not getattr(one, "propagate", True)]
    for listener in listeners:
        if level is not None:
            listener.setLevel(level)
        for logger in (root, *apart):
            logger.addHandler(listener)  # type: ignore[union-attr]

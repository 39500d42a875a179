"""Rows that break one rule each, for :mod:`test_checks`."""

from typing import Final

from tests.sakip.checks.broken_cascade import BROKEN_CASCADE
from tests.sakip.checks.broken_nomenklatur import BROKEN_NOMENKLATUR
from tests.sakip.checks.broken_plan import BROKEN_PLAN, Row
from tests.sakip.checks.broken_year import BROKEN_YEAR

BROKEN_ROWS: Final[list[Row]] = [*BROKEN_PLAN, *BROKEN_NOMENKLATUR, *BROKEN_YEAR, *BROKEN_CASCADE]

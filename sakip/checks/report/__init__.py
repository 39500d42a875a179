"""Checks that are asked of a whole report alone: what it has to have, and a year that is being filled rightly lacks.

They read the records like any other check, and :data:`sakip.checks.material.WHOLE_REPORT`. Importing this registers
them.
"""

from sakip.checks.report import (  # noqa: F401
    analyses,
    cascade,
    dates,
    documents,
    formulas,
    gaps,
    lists,
    money,
    targets,
    units,
)

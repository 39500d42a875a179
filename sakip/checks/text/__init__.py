"""Checks that read texts: sentences, numbers and names that people wrote. Importing this registers them."""

from sakip.checks.text import (  # noqa: F401
    amounts,
    blanks,
    claims,
    codes,
    copies,
    counts,
    grades,
    laws,
    names,
    trends,
    verdicts,
    years,
)

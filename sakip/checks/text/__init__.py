"""Checks that read texts: sentences, numbers and names that people wrote. Importing this registers them."""

from sakip.checks.text import (  # noqa: F401
    amounts,
    arithmetic,
    blanks,
    breakdowns,
    claims,
    codes,
    copies,
    counts,
    foreign_places,
    grades,
    laws,
    letters,
    listed_counts,
    names,
    quotients,
    row_words,
    table_sums,
    trends,
    verdicts,
    years,
)

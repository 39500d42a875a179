"""Checks that read texts: sentences, numbers and names that people wrote. Importing this registers them."""

from sakip.checks.text import amounts, blanks, claims, counts, names, trends, verdicts, years  # noqa: F401

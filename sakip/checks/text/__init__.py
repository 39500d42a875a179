"""Checks that read texts: sentences, numbers and names that people wrote. Importing this registers them."""

from sakip.checks.text import amounts, blanks, claims, codes, counts, laws, names, trends, verdicts, years  # noqa: F401

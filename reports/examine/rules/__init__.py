"""The rules of a paper alone: what it says of itself in two ways. Importing this registers them."""

from reports.examine.rules import claims, counts, measures, money, numbers, order, people, scale, years  # noqa: F401

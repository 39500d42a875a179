"""What a row of each model is filled with where a test does not say: one table for each room."""

from datetime import UTC, datetime

FINGERPRINT = "ab" * 32
TAHUN = 2021
WHEN_SUBMITTED = datetime(2022, 2, 1, 3, 0, tzinfo=UTC)

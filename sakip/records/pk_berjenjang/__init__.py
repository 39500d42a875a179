"""Perjanjian Kinerja of those below the camat (PK berjenjang), with the indikator kinerja individu of each."""

"""The snapshot's dataclasses by kind of record; read through :mod:`sakip.snapshot.types`."""

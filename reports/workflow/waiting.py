"""Which reports wait for a person, and for what: shown at home and told by mail, by the same judge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import duties_in
from reports.models import Laporan
from reports.workflow.table import Step, steps_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """The latest version of a report, its kecamatan, and the act for which it waits."""

    kecamatan: Kecamatan
    laporan: Laporan
    step: Step


def waiting_for(user: Pengguna, latest: Iterable[tuple[Kecamatan, Laporan]]) -> list[Waiting]:
    """Of the latest versions that the user sees, those that wait for what is his to do (2 queries, once per user).

    A draft that nobody gave back is still being written, and waits for nobody.
    """
    return [
        Waiting(kecamatan=kecamatan, laporan=laporan, step=step)
        for kecamatan, laporan in latest
        if laporan.status != Laporan.Status.DRAF or laporan.versi > 1
        for step in steps_from(laporan.status, duties_in(user, kecamatan))
        if step.forward
    ]

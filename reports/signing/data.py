"""The numbers of a report as files that a program reads, carried inside the signed PDF."""

from __future__ import annotations

from reports.open_data.files import as_csv
from reports.open_data.measured import CAPAIAN
from reports.publish.naskah import Naskah
from sakip.capaian.export import results_to_json


def data_files(naskah: Naskah) -> dict[str, bytes]:
    """What was measured, as JSON with its working and as the table of open data; nothing where nothing was."""
    if naskah.results is None:
        return {}
    return {
        "capaian.json": results_to_json(naskah.results).encode(),
        "capaian.csv": as_csv(CAPAIAN, CAPAIAN.of(naskah)).encode(),
    }

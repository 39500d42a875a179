"""The numbers of a report as files that a program reads, carried inside the signed PDF."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Final

from reports.publish.naskah import Naskah
from sakip.capaian.export import results_to_dict, results_to_json

_COLUMNS: Final = ("nama", "satuan", "target", "realisasi", "keadaan", "capaian", "kategori")


def data_files(naskah: Naskah) -> dict[str, bytes]:
    """What was measured, as JSON and as CSV (a line per indikator, its sasaran first); nothing where nothing was."""
    if naskah.results is None:
        return {}
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(("sasaran", "indikator", *_COLUMNS[1:]))
    content: dict[str, list[dict[str, object]]] = results_to_dict(naskah.results)  # type: ignore[assignment]
    for sasaran in content["sasaran"]:
        rows: list[dict[str, object]] = sasaran["indikator"]  # type: ignore[assignment]
        for row in rows:
            writer.writerow((sasaran["uraian"], *(row[column] for column in _COLUMNS)))
    return {
        "capaian.json": results_to_json(naskah.results).encode(),
        "capaian.csv": table.getvalue().encode(),
    }

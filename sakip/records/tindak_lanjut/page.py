"""Entry of what is done about missed targets: of the year, and what became of that of the year before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sakip import models as m
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute
from sakip.entry.capaian_changes import say_capaian
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import EntryPlace
from sakip.records.realisasi.freeze import realisasi_rows
from sakip.records.reference_form import unit_names
from sakip.snapshot.build import build_definitions, with_realisasi
from sakip.snapshot.to_engine import capaian_input


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Both years' rows, and the indikator whose missed target nobody has answered yet."""
    rows = m.TindakLanjut.objects.for_kecamatan(here.kecamatan).select_related("indikator")
    own, before = list(rows.for_tahun(here.tahun)), list(rows.for_tahun(here.tahun - 1))
    nama_unit = unit_names(here.kecamatan)
    return {
        **{
            name: [(one, [nama_unit.get(k, k) for k in one.penanggung_jawab]) for one in listed]
            for name, listed in (("own", own), ("before", before))
        },
        "missed": [one for one in missed(here) if one[0] not in {r.indikator.kunci for r in own}],
    }


def missed(here: EntryPlace) -> Iterator[tuple[str, int, str, str]]:
    """Kunci, number, name and capaian of every indikator of the year below its target."""
    definitions = build_definitions(kecamatan=here.kecamatan, tahun=here.tahun)
    rows = realisasi_rows(here.kecamatan, range(here.tahun, here.tahun + 1), evidence=False)
    inputs = capaian_input(with_realisasi(definitions, rows))
    if inputs is None:
        return
    try:
        results = compute(inputs)
    except InvalidWeight:
        return  # said where the weights are entered
    renstra = definitions.renstra_in_force
    known = {
        i.kunci: i.pk for t in (renstra.tujuan if renstra else ()) for s in t.sasaran for i in s.indikator
    }
    for sasaran in results.sasaran:
        for i in sasaran.indikator:
            if i.capaian.letak == -1 and i.kunci in known:
                yield i.kunci, known[i.kunci], i.nama, say_capaian(i.capaian)


PAGE = EntryPage(
    code="tindak-lanjut",
    compose=arrange,
    title="Tindak lanjut target yang belum tercapai",
    tables=table_of_each("tindak-lanjut"),
)

"""Entry of what is done about missed targets: of the year, and what became of that of the year before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sakip import models as m
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute
from sakip.entry.capaian_changes import say_capaian
from sakip.entry.page import EntryPage, PageTable
from sakip.entry.place import EntryPlace
from sakip.records.realisasi.freeze import realisasi_rows, realisasi_tujuan_rows
from sakip.records.reference_form import unit_names
from sakip.records.tindak_lanjut.models import FollowUp
from sakip.snapshot.build import build_definitions, with_realisasi
from sakip.snapshot.to_engine import capaian_input

OF_SASARAN: Final = "tindak-lanjut"
OF_TUJUAN: Final = "tindak-lanjut-tujuan"

_MODELS: Final[dict[str, Any]] = {OF_SASARAN: m.TindakLanjut, OF_TUJUAN: m.TindakLanjutTujuan}


@dataclass(frozen=True, slots=True)
class Missed:
    """An indikator below its target: the kind of row that answers it, what it is known by, its number and name, and its
    capaian in words."""

    kind: str
    mark: str
    pk: int
    nama: str
    capaian: str


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Both years' rows, of sasaran and of tujuan, and the indikator whose missed target nobody has answered yet."""
    nama_unit = unit_names(here.kecamatan)

    def listed(tahun: int) -> list[tuple[str, FollowUp, list[str]]]:
        return [
            (kind, one, [nama_unit.get(k, k) for k in one.penanggung_jawab])
            for kind, model in _MODELS.items()
            for one in model.objects.for_kecamatan(here.kecamatan)
            .for_tahun(tahun)
            .select_related("indikator")
        ]

    own = listed(here.tahun)
    answered = {(kind, _mark(one)) for kind, one, _ in own}
    return {
        "own": own,
        "before": listed(here.tahun - 1),
        "missed": [one for one in missed(here) if (one.kind, one.mark) not in answered],
    }


def _mark(one: Any) -> str:
    """What an indikator is known by in every version of the Renstra: a kunci; of a tujuan by its name."""
    return str(getattr(one.indikator, "kunci", one.indikator.nama))


def missed(here: EntryPlace) -> Iterator[Missed]:
    """Every indikator of the year below its target."""
    definitions = build_definitions(kecamatan=here.kecamatan, tahun=here.tahun)
    year = range(here.tahun, here.tahun + 1)
    rows = realisasi_rows(here.kecamatan, year, evidence=False)
    inputs = capaian_input(with_realisasi(definitions, rows, realisasi_tujuan_rows(here.kecamatan, year)))
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
                yield Missed(OF_SASARAN, i.kunci, known[i.kunci], i.nama, say_capaian(i.capaian))
    of_tujuan = {(t.kunci, i.nama): i.pk for t in (renstra.tujuan if renstra else ()) for i in t.indikator}
    for tujuan in results.indikator_tujuan:
        for i in tujuan.indikator:
            if i.capaian.letak == -1 and (key := (tujuan.kunci, i.nama)) in of_tujuan:
                yield Missed(OF_TUJUAN, i.nama, of_tujuan[key], i.nama, say_capaian(i.capaian))


PAGE = EntryPage(
    code="tindak-lanjut",
    compose=arrange,
    title="Tindak lanjut target yang belum tercapai",
    tables=lambda _shown: (PageTable(code=OF_SASARAN, kinds=tuple(_MODELS)),),
)

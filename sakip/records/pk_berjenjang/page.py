"""Entry of PK berjenjang: a section for each unit, and the page that takes rows over from the camat's PK."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kecamatan.ground.errors import InputError
from kecamatan.models import UnitKerja
from kecamatan.permissions import Hak
from sakip import models as m
from sakip.capaian.arithmetic import complete_total
from sakip.entry.derived_page import back_to
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CONFLICT
from sakip.records.pk_berjenjang.writes import derive, proposal_of
from sakip.snapshot import types as snapshot_types
from sakip.snapshot.build import build
from sakip.snapshot.of_units import Party, amounts_of, parties_of
from sakip.snapshot.types import Snapshot

_READ = ("kecamatan", "pk", "pk_unit", "rkt", "anggaran")


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Each unit below the camat with its head, rows, money and IKI (a fixed number of queries)."""
    snapshot = build(kecamatan=here.kecamatan, tahun=here.tahun, parts=_READ)
    of_key = {u.kunci: u for u in snapshot.kecamatan.unit_kerja}
    units = UnitKerja.objects.for_kecamatan(here.kecamatan).exclude(jenis=UnitKerja.Jenis.CAMAT)
    heads = {one.unit_id: one for one in here.rows(m.PKUnit).select_related("unit")}
    rows, iki = _by_unit(here, m.BarisPKUnit, "indikator"), _by_unit(here, m.IKI)
    sections = [
        _section(snapshot, of_key[unit.kunci])
        | {"unit": unit, "head": heads.get(unit.pk), "rows": rows[unit.pk], "iki": iki[unit.pk]}
        for unit in units.order_by("urut", "pk")
        if unit.jenis != UnitKerja.Jenis.FUNGSIONAL or unit.pk in {*heads, *rows, *iki}
    ]
    return {
        "sections": sections,
        "all_heads": list(heads.values()),
        "all_rows": [row for own in rows.values() for row in own],
        "all_iki": [row for own in iki.values() for row in own],
    }


def _section(snapshot: Snapshot, unit: snapshot_types.UnitKerja) -> dict[str, Any]:
    money = amounts_of(snapshot, unit)
    return {
        "parties": _parties(snapshot, unit),
        "money": money,
        "sum": complete_total(one.pagu for one in money),
    }


def _by_unit(here: EntryPlace, model: Any, *along: str) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    rows: Any = here.rows(model)
    for row in rows.select_related("unit", *along):
        found[row.unit_id].append(row)
    return found


def _say(party: Party, unknown: str) -> str:
    return f"{party.pejabat.nama}, {party.pejabat.jabatan}" if party.pejabat else unknown


def _parties(snapshot: Snapshot, unit: snapshot_types.UnitKerja) -> dict[str, str]:
    """Who promises whom, in words."""
    first, second = parties_of(snapshot, unit)
    return {
        "Pihak pertama": _say(first, f"{first.jabatan}: nama belum diisi"),
        "Pihak kedua": _say(second, f"{second.jabatan}: nama belum diisi"),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def derive_page(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show what PK camat and RKT say about each unit; then store what was chosen of it."""
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.ISI)
    status = 200
    if request.method == "POST":
        try:
            made = derive(
                kecamatan=here.kecamatan, tahun=tahun, marks=request.POST.getlist("baris"), by=here.pengguna
            )
        except InputError as error:
            messages.error(request, str(error))
            status = CONFLICT
        else:
            messages.success(request, f"{len(made)} baris ditambahkan. Periksa, lalu isi nama pejabatnya.")
            return back_to(here, "pk-berjenjang")
    return render(
        request,
        "sakip/entry/pk_berjenjang_turunkan.html",
        page_context(here, active="pk") | {"proposal": proposal_of(here.kecamatan, tahun)},
        status=status,
    )


PAGE = EntryPage(
    code="pk-berjenjang",
    compose=arrange,
    title="PK berjenjang",
    tables=table_of_each("pk-berjenjang", "baris-pk-unit", "iki"),
)

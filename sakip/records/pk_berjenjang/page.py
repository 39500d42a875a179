"""Entry of PK berjenjang: a section for each unit, and the page that takes rows over from the camat's PK."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna, UnitKerja
from kecamatan.permissions import Hak
from sakip import models as m
from sakip.capaian.arithmetic import complete_total
from sakip.entry.derived_page import Filled, back_to, fill_page
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CONFLICT
from sakip.records.pk_berjenjang.form import version_words
from sakip.records.pk_berjenjang.printed import printed_as
from sakip.records.pk_berjenjang.writes import derive, proposal_of, renew
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
    heads = _by_unit(here, m.PKUnit)
    rows, iki = _by_unit(here, m.BarisPKUnit, "indikator"), _by_unit(here, m.IKI)
    latest = snapshot.pk_in_force.versi if snapshot.pk_in_force else 0
    sections = [
        _section(snapshot, of_key[unit.kunci], heads[unit.pk], rows[unit.pk], latest)
        | {"unit": unit, "iki": iki[unit.pk]}
        for unit in units.order_by("urut", "pk")
        if unit.jenis != UnitKerja.Jenis.FUNGSIONAL or unit.pk in {*heads, *rows, *iki}
    ]
    for one in sections:
        one |= _at_a_glance(one)
    first = next((one for one in sections if one["lacks"]), sections[0] if sections else {})
    first["opened"] = True
    return {
        "sections": sections,
        "outdated": [one["unit"] for one in sections if one["rows"] and one["versi"] < latest],
        "latest": version_words(latest),
        "all_heads": [row for own in heads.values() for row in own],
        "all_rows": (all_rows := [row for own in rows.values() for row in own]),
        "printed": printed_as({row.versi for row in all_rows}),
        "all_iki": [row for own in iki.values() for row in own],
    }


def _section(
    snapshot: Snapshot,
    unit: snapshot_types.UnitKerja,
    heads: list[m.PKUnit],
    rows: list[m.BarisPKUnit],
    latest: int,
) -> dict[str, Any]:
    """The latest PK of a unit; those before it are printed and stand in the table of the page. What has none yet will
    follow the camat's ``latest``."""
    versi = max((*(one.versi for one in rows), *(one.versi for one in heads)), default=latest)
    money = amounts_of(snapshot, unit, versi)
    return {
        "versi": versi,
        "version": version_words(versi),
        "head": next((one for one in heads if one.versi == versi), None),
        "rows": [row for row in rows if row.versi == versi],
        "parties": _parties(snapshot, unit, versi),
        "money": money,
        "sum": complete_total(one.pagu for one in money),
    }


def _at_a_glance(section: dict[str, Any]) -> dict[str, Any]:
    """What is said of a unit whose section is folded, and whether its PK lacks something."""
    rows, iki, head = len(section["rows"]), len(section["iki"]), section["head"]
    said = [f"{rows} indikator" if rows else "belum ada indikator", f"{iki} IKI" if iki else "belum ada IKI"]
    dated = head is not None and (head.tanggal is not None or head.tanggal_cetak)
    if not dated:
        said.append("tanggal belum diisi" if head else "pejabat dan tanggal belum diisi")
    return {"said": "; ".join(said), "lacks": not (rows and dated)}


def _by_unit(here: EntryPlace, model: Any, *along: str) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    rows: Any = here.rows(model)
    for row in rows.select_related("unit", *along):
        found[row.unit_id].append(row)
    return found


def _say(party: Party, unknown: str) -> str:
    return f"{party.pejabat.nama}, {party.pejabat.jabatan}" if party.pejabat else unknown


def _parties(snapshot: Snapshot, unit: snapshot_types.UnitKerja, versi: int) -> dict[str, str]:
    """Who promises whom, in words."""
    first, second = parties_of(snapshot, unit, versi)
    return {
        "Pihak pertama": _say(first, f"{first.jabatan}: nama belum diisi"),
        "Pihak kedua": _say(second, f"{second.jabatan}: nama belum diisi"),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def derive_page(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show what PK camat and RKT say about each unit; then store what was chosen of it."""
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.ISI)
    status, chosen = 200, None
    if request.method == "POST":
        chosen = request.POST.getlist("baris")
        try:
            made = derive(kecamatan=here.kecamatan, tahun=tahun, marks=chosen, by=here.pengguna)
        except InputError as error:
            messages.error(request, str(error))
            status = CONFLICT
        else:
            messages.success(request, f"{len(made)} baris ditambahkan. Periksa, lalu isi nama pejabatnya.")
            return back_to(here, "pk-berjenjang")
    return render(
        request,
        "sakip/entry/pk_berjenjang_turunkan.html",
        page_context(here, active="pk")
        | {
            "proposal": proposal_of(here.kecamatan, tahun),
            "chosen": chosen,
            "as_proposed": chosen is None,
            "content_address": reverse("isi", args=[slug, tahun, "pk"]),
        },
        status=status,
    )


def _renewed(here: EntryPlace, by: Pengguna) -> Filled:
    made = renew(kecamatan=here.kecamatan, tahun=here.tahun, by=by)
    return Filled(
        f"{len(made)} baris diperbarui menurut PK camat yang terakhir. Periksa target dan tanggalnya."
    )


renew_page = fill_page("pk-berjenjang", _renewed)


PAGE = EntryPage(
    code="pk-berjenjang",
    compose=arrange,
    title="PK berjenjang",
    tables=table_of_each("pk-berjenjang", "baris-pk-unit", "iki"),
)

"""What templates of entry pages repeat at every row: what can be done there, and what still waits for a reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.db import models
from django.template import Context
from django.utils.http import urlencode

from kecamatan.permissions import Hak
from sakip.entry.copying import AWALAN
from sakip.entry.fields import target_text
from sakip.entry.form import kolom_target
from sakip.entry.kinds import ROW_KINDS
from sakip.records.pages import PAGES
from sakip.records.realisasi.form import kolom_nilai, teks_nilai

register = template.Library()


@register.inclusion_tag("sakip/row/_actions.html", takes_context=True)
def aksi_baris(context: Context, jenis: str, baris: models.Model) -> dict[str, Any]:
    """Links and buttons of one row; only its history for who may not write here."""
    isian = ROW_KINDS[jenis]
    return _tempat(context, isian.hak) | {
        "isian": isian,
        "baris": baris,
        "nama_baris": str(baris),
        "belum_ditinjau": getattr(baris, "ditinjau", True) is False,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("sakip/row/_add.html", takes_context=True)
def tambah_baris(
    context: Context,
    kode: str,
    label: str,
    induk: models.Model | None = None,
    *,
    utama: bool = False,
    **awal: Any,
) -> dict[str, Any]:
    """The link to a new row, below ``induk`` where the kind has a parent; ``awal`` are values known already.

    Where rows of the kind can be typed line by line, a second link leads there.
    """
    isian = ROW_KINDS[kode]
    query = urlencode(({"induk": induk.pk} if induk is not None else {}) | awal)
    return _tempat(context, isian.hak) | {
        "isian": isian,
        "label": label,
        "query": f"?{query}" if query else "",
        "utama": utama,
        "sekaligus": bool(isian.kolom_teks),
    }


@register.inclusion_tag("sakip/row/_review_mark.html")
def tanda_tinjau(baris: Any) -> dict[str, Any]:
    """The mark of a row carried over from another year that nobody has confirmed yet."""
    return {"belum": getattr(baris, "ditinjau", True) is False}


@register.inclusion_tag("components/table_findings.html", takes_context=True)
def temuan_tabel(context: Context, *code: object, tingkat: int = 3) -> dict[str, Any]:
    """What the checks found in the table of that code (:class:`sakip.entry.page.PageTable`): it goes just above it.

    ``tingkat`` is the level of its heading: one below that of the section it stands in.
    """
    kode = "-".join(map(str, code))
    temuan = context.get("temuan")
    return {"kode": kode, "temuan": temuan and temuan.tables.get(kode), "tingkat": tingkat}


@register.filter
def target(baris: Any) -> str:
    """A row's target: as it is printed where that differs, else its value; empty where there is none."""
    if baris is None:
        return ""
    kolom = kolom_target(baris)
    return baris.cetak or (target_text(kolom) if kolom else "")


@register.filter
def nilai(baris: Any) -> str:
    """A recorded value: as it is printed where that differs, else itself; "tidak tersedia" with its reason."""
    return baris.cetak or teks_nilai(kolom_nilai(baris))


@register.filter
def judul_dari(semua_halaman: Iterable[Any], kode: str) -> str:
    """Title of the page of that code: of the navigation, or one of entry alone."""
    own = PAGES[kode].title if kode in PAGES else ""
    return next((str(h.judul) for h in semua_halaman if h.kode == kode), own or kode[:1].upper() + kode[1:])


@register.filter
def alamat_urungkan(pesan: Any) -> str:
    """Where a message's "Urungkan" posts to; empty when there is nothing to undo."""
    awalan = "urungkan:"
    tanda = next((t for t in (pesan.extra_tags or "").split() if t.startswith(awalan)), "")
    return str(tanda.removeprefix(awalan))


@register.filter
def kata_tindakan(tindakan: str) -> str:
    """A stable word of the trail as people say it: "catatan.diubah" → "Diubah", "salin.narasi" → "Disalin"."""
    if tindakan.startswith(AWALAN):
        return "Disalin"
    kata = tindakan.rpartition(".")[2].replace("_", " ")
    return kata[:1].upper() + kata[1:]


def _tempat(context: Context, hak: Hak) -> dict[str, Any]:
    tempat = context["tempat"]
    boleh = tempat.boleh_isi if hak is Hak.ISI else hak in tempat.hak
    return {"kecamatan": tempat.kecamatan, "tahun": tempat.tahun, "boleh": boleh}

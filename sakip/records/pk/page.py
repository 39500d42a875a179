"""Entry of the Perjanjian Kinerja, murni and perubahan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kecamatan.models import MasaJabatan, Pengguna
from kecamatan.permissions import Hak
from sakip import models as m
from sakip.entry.derived_page import Filled, back_to, fill_page
from sakip.entry.lock import YearClosed
from sakip.entry.page import EntryPage, PageTable
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.entry.writer import CheckRefused, RecordRefused
from sakip.records.pejabat.terms import TermsOf, signer_words
from sakip.records.pk.differences import pk_differences, rkt_differences
from sakip.records.pk.form import PKForm
from sakip.records.pk.writes import latest_pk, pk_draft, pk_from_rkt, pk_perubahan
from sakip.snapshot.typed import choose_pejabat


def arrange(here: EntryPlace) -> dict[str, Any]:
    """Every version of the year's PK with its rows, and where it differs from RKT and predecessor.

    10 queries; while there is none, 16 at most, for what the RKT would give it.
    """
    agreements = list(
        here.rows(m.PerjanjianKinerja)
        .select_related("kecamatan", *choose_pejabat("pihak_pertama", "pihak_kedua"))
        .prefetch_related("baris__acuan_indikator", "anggaran")
        .order_by("versi")
    )
    rkt = (
        here.rows(m.RKT)
        .select_related("kecamatan")
        .prefetch_related("sasaran__acuan_indikator", "baris__program")
        .first()
    )
    own = [pk for pk in agreements if not pk.dikutip]
    terms = TermsOf(here.kecamatan)
    return {
        "pk_list": [
            _versi(pk, own[n - 1] if n else None, rkt) | {"parties": _parties(pk, terms)}
            for n, pk in enumerate(own)
        ],
        "rkt": rkt,
        "draft": pk_draft(rkt) if rkt and not agreements else None,
        "cited": next((pk for pk in agreements if pk.dikutip), None),
    }


def _parties(pk: m.PerjanjianKinerja, terms: Iterable[MasaJabatan]) -> dict[str, str]:
    office = MasaJabatan.Jabatan
    return {
        "Pihak pertama": signer_words(pk.pihak_pertama, terms, office.CAMAT, pk),
        "Pihak kedua": signer_words(pk.pihak_kedua, terms, office.BUPATI, pk),
    }


def _versi(pk: m.PerjanjianKinerja, before: m.PerjanjianKinerja | None, rkt: m.RKT | None) -> dict[str, Any]:
    rows, anggaran = list(pk.baris.all()), list(pk.anggaran.all())
    perbandingan = []
    if before is not None:
        nama = f"PK perubahan ke-{before.versi}" if before.versi else "PK murni"
        others, other_anggaran = list(before.baris.all()), list(before.anggaran.all())
        perbandingan.append(
            (nama, pk_differences(rows, anggaran, others=others, other_anggaran=other_anggaran))
        )
    if rkt is not None:
        sasaran, rkt_rows = list(rkt.sasaran.all()), list(rkt.baris.all())
        perbandingan.append(("RKT", rkt_differences(rows, anggaran, sasaran=sasaran, rkt_rows=rkt_rows)))
    has_more = rkt is not None and (rkt.sasaran.all() or rkt.baris.all())
    return {
        "pk": pk,
        "rows": rows,
        "anggaran": anggaran,
        "comparisons": perbandingan,
        "can_be_filled": bool(has_more and not pk.versi and not rows and not anggaran),
    }


def tables(shown: Mapping[str, Any]) -> Iterator[PageTable]:
    """The head, the indikator and the programs of each version."""
    for versi in (one["pk"].versi for one in shown["pk_list"]):
        for kind in ("pk", "baris-pk", "anggaran-pk"):
            yield PageTable(code=f"{kind}-{versi}", kinds=(kind,), rows=(("versi", versi),))


def _from_rkt(here: EntryPlace, by: Pengguna) -> Filled:
    """PK murni with what the RKT says."""
    made = pk_from_rkt(kecamatan=here.kecamatan, tahun=here.tahun, by=by)
    words = (
        "PK murni dibuat. Isi tanggal dan para pihaknya."
        if made.begun is None
        else f"PK murni diisi dari RKT: {made.begun} baris."
    )
    return Filled(words, f"#pk-{made.perjanjian.pk}", tuple(made.left_behind))


pk_murni_fill = fill_page("pk", _from_rkt)


@require_http_methods(["GET", "HEAD", "POST"])
def pk_perubahan_add(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Ask why, where and when; then the next perubahan with the rows of the PK before it."""
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.ISI)
    old = latest_pk(here.kecamatan, tahun)
    none_yet = f"PK murni tahun {tahun} belum dicatat. Buat dahulu PK murni."
    if old is None and request.method != "POST":
        messages.error(request, none_yet)
        return back_to(here, "pk")
    versi = old.versi + 1 if old else 1
    form = PKForm(
        request.POST if request.method == "POST" else None,
        instance=m.PerjanjianKinerja(
            kecamatan=here.kecamatan, tahun=tahun, jenis=m.PerjanjianKinerja.Jenis.PERUBAHAN, versi=versi
        ),
        initial={"tempat": old.tempat if old else ""},
        scope=here.scope,
    )
    status = INVALID if form.is_bound else 200
    if old is None:  # deleted since the page was opened: what was typed stays
        form.add_error(None, none_yet)
    if form.is_valid():
        try:
            new = pk_perubahan(form=form, by=here.pengguna)
        except CheckRefused as refused:
            refused.tell(form, PKForm.kind_code)
            status = INVALID
        except (RecordRefused, YearClosed) as error:
            form.add_error(None, str(error))
            status = CLOSED if isinstance(error, YearClosed) else CONFLICT
        else:
            messages.success(
                request,
                f"PK perubahan ke-{new.versi} dibuat. Ubah target dan anggaran yang berubah."
                f"{form.told_after_saving()}",
            )
            return back_to(here, "pk", f"#pk-{new.pk}")
    return render(
        request,
        "sakip/entry/pk_perubahan.html",
        page_context(here, active="pk") | {"form": form, "versi": versi, "old": old},
        status=status,
    )


PAGE = EntryPage(code="pk", compose=arrange, tables=tables)

"""Pages of one kecamatan-year: its summary, and a read-only page per document."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from kecamatan.models import Kecamatan
from reports.document.tree import Dokumen
from reports.forms.filter import OtherYearForm
from reports.html import render_html
from reports.official.documents import JENIS_DOKUMEN
from reports.pages import HALAMAN, ScreenPage, build_page
from reports.pages.parts import TINGKAT
from reports.pages.working_details import rincian_capaian
from reports.publish.assemble import build_draft
from reports.publish.naskah import Naskah
from reports.selectors import find_year, potongan_belum_ditinjau, tahun_kecamatan
from reports.views.document import alamat_gambar
from sakip.checks import Place, run_checks
from sakip.entry.findings_panel import Findings, show_findings
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.records.pages import PAGES, titled_pages
from sakip.selectors import tahun_tercatat

RINGKASAN = "ringkasan"


@require_safe
def ringkasan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """What is recorded, what came out, and which documents can be made of it."""
    tempat = place_or_404(request, slug, tahun)
    naskah = build_draft(kecamatan=tempat.kecamatan, tahun=tahun)
    di_sini = find_year(tahun_kecamatan(request.user), slug, tahun)
    tercatat = di_sini.tercatat if di_sini else frozenset()
    belum = potongan_belum_ditinjau(kecamatan=tempat.kecamatan, tahun=tahun)
    return render(
        request,
        "reports/summary.html",
        konteks(tempat, aktif=RINGKASAN)
        | {
            "hasil": naskah.hasil,
            "temuan": show_findings(run_checks(naskah.snapshot, naskah.hasil), tempat),
            "form_tahun": OtherYearForm(initial={"kecamatan": slug}),
            "camat": naskah.snapshot.camat,
            "laporan": di_sini.laporan if di_sini else None,
            "daftar_halaman": [(h, h.kode in tercatat, belum.get(h.kode, 0)) for h in HALAMAN.values()],
            "halaman_lain": titled_pages(),
            "daftar_dokumen": [j for j in JENIS_DOKUMEN.values() if j.arrange(naskah) is not None],
        },
    )


@require_safe
def halaman(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """The records of one document, laid out like its official table."""
    tempat = place_or_404(request, slug, tahun)
    if kode not in HALAMAN:
        raise Http404(f"halaman {kode}")
    naskah = build_draft(kecamatan=tempat.kecamatan, tahun=tahun)
    isi = build_page(naskah, HALAMAN[kode])
    temuan = _findings(tempat, naskah, HALAMAN[kode], isi)
    return render(
        request,
        "reports/page.html",
        konteks(tempat, aktif=kode)
        | {
            "halaman": HALAMAN[kode],
            "temuan": temuan,
            "isi": isi
            and render_html(
                isi,
                naskah.pengaturan,
                mandiri=False,
                alamat=alamat_gambar(tempat),
                below_heading=_above_tables(temuan),
            ),
            "bagian": isi.batang if isi else (),
            "rincian": rincian_capaian(naskah) if kode == "realisasi" else (),
            "daftar_dokumen": [
                JENIS_DOKUMEN[jenis]
                for jenis in HALAMAN[kode].jenis
                if JENIS_DOKUMEN[jenis].arrange(naskah) is not None
            ],
        },
    )


def _findings(tempat: Tempat, naskah: Naskah, halaman: ScreenPage, isi: Dokumen | None) -> Findings | None:
    """What the checks found in the records of the page and of those that belong to it, each in the part that shows
    its row."""
    parts = {part.kunci for part in isi.batang} if isi else set()

    def part_of(place: Place) -> str:
        part = halaman.tables.get(place.kind, "").format(**dict(place.key))
        return part if part in parts else ""

    documents = {halaman.kode, *(page.code for page in PAGES.values() if page.within == halaman.kode)}
    found = run_checks(naskah.snapshot, naskah.hasil)
    return show_findings((f for f in found if f.place.about.document in documents), tempat, part_of)


def _above_tables(temuan: Findings | None) -> dict[str, SafeString]:
    return {
        part: render_to_string(
            "components/table_findings.html", {"kode": part, "temuan": found, "tingkat": TINGKAT + 1}
        )
        for part, found in (temuan.tables if temuan else {}).items()
    }


@require_safe
def move(request: HttpRequest) -> HttpResponseRedirect:
    """Go to the same page of another kecamatan or year; without a year, to the latest that has records."""
    slug, tahun, kode = (request.GET.get(nama, "") for nama in ("kecamatan", "tahun", "halaman"))
    kecamatan = get_object_or_404(Kecamatan.objects.for_user(request.user), slug=slug)
    if not (len(tahun) == 4 and tahun.isascii() and tahun.isdigit()):
        ada = tahun_tercatat(kecamatan=kecamatan)
        tahun = str(ada[-1] if ada else timezone.localdate().year)
    if kode in HALAMAN:
        return redirect(reverse("halaman", args=[kecamatan.slug, tahun, kode]))
    if kode in JENIS_DOKUMEN:
        return redirect(reverse("dokumen", args=[kecamatan.slug, tahun, kode]))
    return redirect(reverse("tahun", args=[kecamatan.slug, tahun]))

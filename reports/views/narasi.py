"""Entry of the narrative: the outline of a year, and one place with its editor and its preview."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from kecamatan.ground.trail import record_history
from kecamatan.permissions import Hak
from reports.document.tree import Bagian, Dokumen
from reports.forms.narasi import NarasiEditorForm, NarasiForm
from reports.html import render_html
from reports.models import Dokumentasi, FotoMasuk, Laporan, Narasi
from reports.publish.assemble import build_draft
from reports.publish.naskah import Naskah
from reports.writing.blocks import Block
from reports.writing.drafts import draft
from reports.writing.html import read_html, write_html
from reports.writing.live import LiveValues, conspicuous, fill, live_values, marker_messages
from reports.writing.outline import HINTS, NO_KEY, Outline, TextPlace, outline
from reports.writing.text import GUIDE
from reports.writing.to_document import narrative_of
from sakip.entry.form import values_fingerprint
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.lock import YearClosed
from sakip.entry.page import EntryPage
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.entry.save import Conflict, record_confirm, record_save
from sakip.entry.statuses import BENTROK, TERKUNCI, TIDAK_SAH
from sakip.entry.writer import RecordRefused
from sakip.records.pages import PAGES

#: Asked for by the script of the page, which needs the preview alone.
HANYA_PRATINJAU = "X-Pratinjau"

_BUKAN_ISIAN = frozenset({"csrfmiddlewaretoken", "sidik"})


def arrange(tempat: Tempat) -> dict[str, Any]:
    """The outline with what else stands on the page: the report's head and how many photos there are."""
    naskah = build_draft(kecamatan=tempat.kecamatan, tahun=tempat.tahun)
    laporan = (
        Laporan.objects.for_kecamatan(tempat.kecamatan).for_tahun(tempat.tahun).order_by("-versi").first()
    )
    foto = Dokumentasi.objects.for_kecamatan(tempat.kecamatan).for_tahun(tempat.tahun)
    masuk = FotoMasuk.objects.for_kecamatan(tempat.kecamatan).for_tahun(tempat.tahun)
    return {
        "kerangka": outline(naskah),
        "laporan": laporan,
        "tempat_bawaan": naskah.snapshot.kecamatan.ibu_kota,
        "banyak_foto": foto.count(),
        "banyak_masuk": masuk.count(),
    }


PAGES["narasi"] = EntryPage(code="narasi", compose=arrange)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, tahun: int, bagian: str, kunci: str) -> HttpResponse:
    """One place: read it, write it, look at it as it will print, have a draft made."""
    tempat = place_or_404(request, slug, tahun)
    naskah = build_draft(kecamatan=tempat.kecamatan, tahun=tahun)
    kerangka = outline(naskah)
    petak = kerangka.find(bagian, "" if kunci == NO_KEY else kunci)
    if petak is None:
        raise Http404(f"narasi {bagian} {kunci}")
    halaman = _Halaman(request, tempat, naskah, kerangka, petak)
    if request.method != "POST":
        return halaman.tampil(halaman.form())
    tempat.pastikan(Hak.ISI)
    match request.POST.get("tindakan"):
        case "pratinjau":
            return halaman.pratinjau()
        case "konsep":
            return halaman.konsep()
        case _:
            return halaman.store()


@require_POST
def tinjau(request: HttpRequest, slug: str, tahun: int, bagian: str, kunci: str) -> HttpResponse:
    """Confirm a copy or a draft after reading it."""
    tempat = place_or_404(request, slug, tahun)
    tempat.pastikan(Hak.ISI)
    baris = get_object_or_404(
        Narasi.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).for_tahun(tahun),
        bagian=bagian,
        kunci="" if kunci == NO_KEY else kunci,
    )
    try:
        record_confirm(baris=baris, lingkup=tempat.lingkup, oleh=tempat.pengguna)
    except YearClosed as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"{baris.get_bagian_display()} dinyatakan sudah ditinjau.")
    return redirect(reverse("narasi-ubah", args=[slug, tahun, bagian, kunci]))


class _Halaman:
    """The page of one place in one request."""

    def __init__(
        self, request: HttpRequest, tempat: Tempat, naskah: Naskah, kerangka: Outline, petak: TextPlace
    ) -> None:
        self.request = request
        self.tempat = tempat
        self.naskah = naskah
        self.kerangka = kerangka
        self.petak = petak
        self.nilai: LiveValues = live_values(naskah.hasil)
        milik = Narasi.objects.for_user(request.user).for_kecamatan(tempat.kecamatan).for_tahun(tempat.tahun)
        self.baris = milik.filter(bagian=petak.bagian, kunci=petak.kunci).first() or Narasi(
            kecamatan=tempat.kecamatan, tahun=tempat.tahun, bagian=petak.bagian, kunci=petak.kunci
        )

    @property
    def alamat(self) -> str:
        return reverse(
            "narasi-ubah", args=[self.tempat.kecamatan.slug, self.tempat.tahun, *self.petak.address]
        )

    def form(self, data: Any = None) -> NarasiEditorForm:
        return NarasiEditorForm(data, instance=self.baris, lingkup=self.tempat.lingkup)

    # -- what was asked for --------------------------------------------------------------------------

    def store(self) -> HttpResponse:
        """Store it; a text with an unknown marker is stored too, and the message says which."""
        form = self.form(self.request.POST)
        if not form.is_valid():
            return self.tampil(form, status=TIDAK_SAH)
        try:
            record_save(form=form, oleh=self.tempat.pengguna, sidik=self.request.POST.get("sidik", ""))
        except Conflict as bentrok:
            return self.bentrok(form, bentrok)
        except (RecordRefused, YearClosed) as galat:
            form.add_error(None, str(galat))
            return self.tampil(form, status=TERKUNCI if isinstance(galat, YearClosed) else BENTROK)
        messages.success(self.request, f"{self.petak.title} tersimpan.")
        for pesan in marker_messages(read_html(form.cleaned_data["isi"]), self.nilai, about=self.petak.kunci):
            messages.error(self.request, f"Nilai dalam tulisan: {pesan}")
        return redirect(f"{self.alamat}?tersimpan=ya")

    def pratinjau(self) -> HttpResponse:
        """Show what was typed as it will print; nothing is stored."""
        form = self.form(self.request.POST)
        if self.request.headers.get(HANYA_PRATINJAU):
            lain = self._pratinjau(form.blocks)
            return render(self.request, "reports/narasi/_preview.html", lain)
        return self.tampil(form)

    def konsep(self) -> HttpResponse:
        """Put a draft behind what was typed. It is stored only by saving, and then waits to be confirmed."""
        isi = draft(self.naskah, self.petak.bagian, self.petak.kunci)
        if not isi:
            messages.error(self.request, "Belum ada angka yang dapat dijadikan konsep untuk bagian ini.")
            return self.tampil(self.form(self.request.POST))
        data = self.request.POST.copy()
        data["isi_html"] = write_html([*self.form(self.request.POST).blocks, *isi])
        data["ditinjau"] = "False"
        return self.tampil(self.form(data), berkonsep=True)

    def bentrok(self, form: NarasiForm, bentrok: Conflict) -> HttpResponse:
        """Both texts side by side; who wrote the stored one, and when."""
        milik = form.potret_isian()
        return render(
            self.request,
            "sakip/row/conflict.html",
            konteks(self.tempat, aktif="narasi")
            | {
                "isian": ROW_KINDS["narasi"],
                "form": form,
                "bentrok": bentrok,
                "alamat_isi": reverse("isi", args=[self.tempat.kecamatan.slug, self.tempat.tahun, "narasi"]),
                "beda": [("Tulisan", milik["isi"], bentrok.tersimpan.get("isi", ""))],
                "ketikan": [
                    (nama, nilai)
                    for nama in self.request.POST
                    for nilai in self.request.POST.getlist(nama)
                    if nama not in _BUKAN_ISIAN
                ],
                "sidik": values_fingerprint(bentrok.tersimpan),
                "kembali": self.alamat,
            },
            status=BENTROK,
        )

    # -- the page ------------------------------------------------------------------------------------

    def tampil(self, form: NarasiForm, *, status: int = 200, berkonsep: bool = False) -> HttpResponse:
        sebelum, sesudah = self.kerangka.neighbours(self.petak)
        tersimpan = self.baris.pk is not None
        return render(
            self.request,
            "reports/narasi/change.html",
            konteks(self.tempat, aktif="narasi")
            | self._pratinjau(form.blocks)
            | {
                "form": form,
                "kerangka": self.kerangka,
                "petak": self.petak,
                "petunjuk": HINTS[self.petak.bagian],
                "petunjuk_teks": GUIDE,
                "sebelum": sebelum,
                "sesudah": sesudah,
                "baris": self.baris if tersimpan else None,
                "terakhir": record_history(self.baris).first() if tersimpan else None,
                "sidik": self.request.POST.get("sidik", "") if form.is_bound else form.sidik,
                "tersimpan": self.request.GET.get("tersimpan") == "ya",
                "ada_konsep": bool(draft(self.naskah, self.petak.bagian, self.petak.kunci)),
                "berkonsep": berkonsep,
                "kelompok_nilai": self.nilai.groups,
            },
            status=status,
        )

    def _pratinjau(self, blocks: tuple[Block, ...]) -> dict[str, Any]:
        kunci = self.petak.kunci
        isi = narrative_of(fill(blocks, self.nilai, about=kunci, unknown=conspicuous))
        dokumen = Dokumen(
            kunci="pratinjau",
            judul=self.petak.title,
            batang=(Bagian(kunci="pratinjau-isi", judul=self.petak.title, tingkat=3, isi=(isi,)),),
            konsep=False,
            daftar_isi=False,
        )
        return {
            "pratinjau": render_html(dokumen, self.naskah.pengaturan, mandiri=False) if blocks else "",
            "pesan_nilai": marker_messages(blocks, self.nilai, about=kunci),
        }

"""What the signing pages are about: the report of a year, or an agreed document, with their words and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from kecamatan.permissions import Hak
from reports.models import BerkasLaporan
from reports.publish.file_names import download_name
from reports.selectors import latest_laporan
from reports.signing.agreement import SIGNED_MODELS, Document, kind_of, signable_agreement
from reports.signing.archive import archives_of
from reports.signing.report import SignableReport
from reports.signing.signable import Signable
from reports.workflow.table import STEPS, StepCode
from sakip.entry.agreed import DOCUMENTS
from sakip.entry.place import EntryPlace, place_or_404

#: What the parts of the page are called in addresses, after the name of the page.
_PARTS: Final = {
    "page": "",
    "hand": "-unggah",
    "prepare": "-siapkan",
    "state": "-keadaan",
    "file": "-naskah",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningPlace:
    """A document and where it is signed. ``signable`` is None while nobody is to sign it; ``back`` leads to the page
    from which one comes, called ``back_words``, ``done`` to where one goes when it is signed; ``document`` is the head
    of what was agreed, None for the report."""

    here: EntryPlace
    signable: Signable | None
    title: str
    short: str
    active: str
    where: tuple[str | int, ...]
    back: str
    back_words: str
    shown_at: str
    done: str
    name: str
    document: Document | None = None

    @property
    def right(self) -> Hak:
        """What who signs next needs."""
        return self.signable.right if self.signable else Hak.SAHKAN

    @property
    def of_another(self) -> bool:
        """Whether who comes here hands in what another signed outside."""
        return self.signable is not None and self.signable.own not in self.here.hak

    @property
    def may_sign(self) -> bool:
        """Whether the reader is who signs next."""
        return self.right in self.here.hak

    @property
    def addresses(self) -> dict[str, str]:
        """Of the parts of the page."""
        page = "tanda-tangan-dokumen" if self.document else "tanda-tangan"
        return {part: reverse(f"{page}{name}", args=self.where) for part, name in _PARTS.items()}


def signing_place(request: HttpRequest, slug: str, tahun: int, kode: str = "", pk: int = 0) -> SigningPlace:
    """The report of a year, or the agreed document of that number. Raises 404, and 403: of the report to all but who
    signs it, of a document that nobody has signed to who reads nothing else."""
    here = place_or_404(request, slug, tahun, signed=True)
    return _agreed_place(request, here, kode, pk) if kode else _report_place(here)


def signing_address(here: EntryPlace, document: Document) -> str:
    """Where an agreed document is signed, and where it says who has."""
    where: list[str | int] = [here.kecamatan.slug, here.tahun, DOCUMENTS[type(document)].value, document.pk]
    return reverse("tanda-tangan-dokumen", args=where)


def _report_place(here: EntryPlace) -> SigningPlace:
    here.ensure_right(Hak.SAHKAN)
    laporan = latest_laporan(here.kecamatan, here.tahun)
    submitted = laporan is not None and laporan.status in STEPS[StepCode.TANDATANGANI].origin
    version = f" versi {laporan.versi}" if laporan and laporan.versi > 1 else ""
    where = (here.kecamatan.slug, here.tahun)
    return SigningPlace(
        here=here,
        signable=SignableReport(laporan) if laporan and submitted else None,
        title=f"LKIP tahun {here.tahun}{version}",
        short="LKIP",
        active="alur",
        where=where,
        back=reverse("alur", args=where),
        back_words="Alur LKIP",
        shown_at=(shown_at := reverse("dokumen", args=[*where, "lkip"])),
        done=shown_at,
        name=download_name("lkip", here.kecamatan, here.tahun, "pdf", versi=laporan.versi if laporan else 0),
    )


def _agreed_place(request: HttpRequest, here: EntryPlace, kode: str, pk: int) -> SigningPlace:
    model: Any = next((one for one in SIGNED_MODELS if DOCUMENTS[one] == kode), None)
    if model is None:
        raise Http404(f"dokumen {kode}")
    rows = model.objects.for_user(request.user).for_kecamatan(here.kecamatan).select_related("kecamatan")
    document: Document = get_object_or_404(rows, pk=pk)
    if not archives_of(document).exists():
        here.ensure_right(Hak.LIHAT)
    where = (here.kecamatan.slug, here.tahun)
    kind, home = kind_of(document), reverse("beranda")
    shown_at = reverse("dokumen", args=[*where, kind])
    return SigningPlace(
        here=here,
        signable=signable_agreement(document),
        title=str(document),
        short=BerkasLaporan.Jenis(kind).label,
        active=kode,
        where=(*where, kode, pk),
        back=reverse("isi", args=[*where, kode]) if here.reads_all else home,
        back_words=DOCUMENTS[model].label if here.reads_all else "Beranda",
        shown_at=shown_at,
        done=shown_at if here.reads_all else home,
        name=download_name(
            kind, here.kecamatan, document.tahun, "pdf", perubahan=getattr(document, "versi", 0)
        ),
        document=document,
    )

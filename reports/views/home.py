"""The first page after signing in: what waits to be entered, and the kecamatan-years in the user's scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kecamatan.models import Kecamatan
from kecamatan.permissions import Hak, punya
from reports.forms.filter import HomeFilterForm
from reports.pages import HALAMAN, ScreenPage
from reports.selectors import TahunKecamatan, find_year, tahun_kecamatan
from reports.year_lock import TERBUKA

#: Until the end of this month last year's LKIP is written: a kabupaten hands in its own within three months after the
#: year (Kementerian PANRB), its perangkat daerah before that.
BULAN_LKIP: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pekerjaan:
    """What an operator has to enter in a year: every page of the year, and whether it holds something."""

    kecamatan: Kecamatan
    tahun: int
    daftar: tuple[tuple[ScreenPage, bool], ...]

    @property
    def terisi(self) -> int:
        """How many pages hold something."""
        return sum(ada for _, ada in self.daftar)


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Every kecamatan-year with the documents that it holds; ``kecamatan`` and ``tahun`` narrow the list."""
    semua = tahun_kecamatan(request.user)
    kecamatan = list(Kecamatan.objects.for_user(request.user).order_by("nama", "pk"))
    slug, tahun = request.GET.get("kecamatan", ""), request.GET.get("tahun", "")
    terpilih = [
        baris
        for baris in semua
        if (not slug or baris.kecamatan.slug == slug) and (not tahun or str(baris.tahun) == tahun)
    ]
    tercatat = {baris.kecamatan for baris in semua}
    return render(
        request,
        "reports/home.html",
        {
            "baris": terpilih,
            "jumlah_semua": len(semua),
            "form": HomeFilterForm(
                initial={"kecamatan": slug, "tahun": tahun},
                kecamatan=[k for k in kecamatan if k in tercatat],
                tahun=sorted({baris.tahun for baris in semua}, reverse=True),
            ),
            "pekerjaan": [
                satu for k in kecamatan if punya(request.user, Hak.ISI, k) for satu in _pekerjaan(k, semua)
            ],
            "belum_mulai": [k for k in kecamatan if k not in tercatat],
            "tahun_ini": timezone.localdate().year,
        },
    )


def _pekerjaan(kecamatan: Kecamatan, semua: Sequence[TahunKecamatan]) -> Iterator[Pekerjaan]:
    """This year's, in the order of the year; before it last year's while its LKIP is being written."""
    hari_ini = timezone.localdate()
    for tahun in (hari_ini.year - 1, hari_ini.year):
        di_sini = find_year(semua, kecamatan.slug, tahun)
        if tahun < hari_ini.year and (hari_ini.month > BULAN_LKIP or not _masih_disusun(di_sini)):
            continue
        tercatat = di_sini.tercatat if di_sini else frozenset()
        yield Pekerjaan(
            kecamatan=kecamatan,
            tahun=tahun,
            daftar=tuple((halaman, halaman.kode in tercatat) for halaman in HALAMAN.values()),
        )


def _masih_disusun(tahun: TahunKecamatan | None) -> bool:
    """Whether something is recorded in the year and its LKIP is still with its kecamatan."""
    return tahun is not None and (tahun.laporan is None or tahun.laporan.status in TERBUKA)

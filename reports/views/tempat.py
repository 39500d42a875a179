"""Where a page is: the kecamatan and year in its address, and the others to which its reader may go."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from kecamatan.models import Kecamatan
from reports.sections.halaman import HALAMAN
from reports.selectors import TahunKecamatan, cari_tahun, tahun_kecamatan


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempat:
    """``tahun_lain`` are the years of this kecamatan, this one included; ``kecamatan_lain`` likewise, each once."""

    di_sini: TahunKecamatan
    tahun_lain: tuple[int, ...]
    kecamatan_lain: tuple[Kecamatan, ...]

    @property
    def kecamatan(self) -> Kecamatan:
        """The kecamatan of the page."""
        return self.di_sini.kecamatan

    @property
    def tahun(self) -> int:
        """The year of the page."""
        return self.di_sini.tahun


def tempat_atau_404(request: HttpRequest, slug: str, tahun: int) -> Tempat:
    """The place of that address. ``Http404`` where nothing is recorded or the user may not see it: to an outsider
    both look alike."""
    semua = tahun_kecamatan(request.user)
    di_sini = cari_tahun(semua, slug, tahun)
    if di_sini is None:
        raise Http404(f"kecamatan {slug} tahun {tahun}")
    return Tempat(
        di_sini=di_sini,
        tahun_lain=tuple(b.tahun for b in semua if b.kecamatan == di_sini.kecamatan),
        kecamatan_lain=tuple(dict.fromkeys(b.kecamatan for b in semua)),
    )


def konteks(tempat: Tempat, *, aktif: str) -> dict[str, object]:
    """What the frame of every page of a kecamatan-year needs; ``aktif`` is the code of the page shown."""
    return {
        "tempat": tempat,
        "kecamatan": tempat.kecamatan,
        "tahun": tempat.tahun,
        "semua_halaman": HALAMAN.values(),
        "aktif": aktif,
    }

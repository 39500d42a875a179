"""What the templates see: the document tree with numbers, anchors, classes and safe text filled in.

The templates decide nothing but how a block is marked up. Every block names its template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from reports.document import tree
from reports.document.numbering import Penomoran, nomori
from reports.html.media import Alamat
from reports.html.tables import show_table
from reports.publish.naskah import Pengaturan
from sakip.snapshot.types import Berkas

#: Most lines by which the head of one signature block may be shorter than its neighbour's and still be levelled.
_SELA_TERBESAR: Final = 3

_SVG_BUKA = re.compile(r"<svg\b([^>]*>)")


@dataclass(frozen=True, slots=True)
class TampilanBlok:
    """A block with the template that prints it: ``b`` is the block itself where that says everything."""

    templat: str
    b: object


@dataclass(frozen=True, slots=True)
class TampilanBagian:
    """A part with its blocks; ``below_heading`` is what a web page says of it."""

    bagian: tree.Bagian
    below_heading: SafeString
    blok: tuple[TampilanBlok, ...]
    anak: tuple[TampilanBagian, ...]


def show(
    dokumen: tree.Dokumen, pengaturan: Pengaturan, alamat: Alamat, below_heading: Mapping[str, SafeString]
) -> dict[str, Any]:
    """Prepare a document for ``document/_dokumen.html``. Raises :class:`ValueError` for a tree that cannot be printed
    truthfully (two parts with one anchor, a table whose rows do not fill its columns)."""
    return _Penyusun(nomori(dokumen), pengaturan, alamat, below_heading).dokumen(dokumen)


class _Penyusun:
    def __init__(
        self,
        penomoran: Penomoran,
        pengaturan: Pengaturan,
        alamat: Alamat,
        below_heading: Mapping[str, SafeString],
    ) -> None:
        self._penomoran = penomoran
        self._pengaturan = pengaturan
        self._alamat = alamat
        self._below_heading = below_heading
        self._tabel_narasi = count(1)

    def dokumen(self, d: tree.Dokumen) -> dict[str, Any]:
        return {
            "dokumen": d,
            "lambang": self._lambang(d.sampul.lambang if d.sampul else None),
            "depan": self._semua(d.depan[:1]),
            "daftar": self._penomoran.daftar if d.daftar_isi else (),
            "depan_lanjut": self._semua(d.depan[1:]),
            "batang": self._semua(d.batang),
            "lampiran": self._semua(d.lampiran),
        }

    def _semua(self, bagian: Iterable[tree.Bagian], *, lanskap: bool = False) -> tuple[TampilanBagian, ...]:
        return tuple(self._bagian(b, lanskap or b.lanskap) for b in bagian)

    def _bagian(self, b: tree.Bagian, lanskap: bool) -> TampilanBagian:
        return TampilanBagian(
            b,
            self._below_heading.get(b.kunci, SafeString()),
            tuple(TampilanBlok(f"document/{t}.html", isi) for t, isi in self._blok(b, lanskap)),
            self._semua(b.anak, lanskap=lanskap),
        )

    def _blok(self, bagian: tree.Bagian, lanskap: bool) -> Iterator[tuple[str, object]]:
        """The template of each block, and what it is given."""
        for blok in bagian.isi:
            match blok:
                case tree.Paragraf():
                    yield "_paragraph", blok
                case tree.Daftar():
                    yield "_list", blok
                case tree.Tabel():
                    yield "_table", show_table(blok, self._nomor(blok), self._pengaturan, lanskap=lanskap)
                case tree.Gambar():
                    yield "_figure", {"gambar": blok, "nomor": self._nomor(blok), "svg": _svg(blok)}
                case tree.FotoBlok():
                    yield "_foto", {"foto": blok, "src": self._alamat(blok.berkas)}
                case tree.RumusBlok():
                    yield "_rumus", blok
                case tree.Isian():
                    yield "_pairs", blok
                case tree.Kop():
                    yield "_kop", {"kop": blok, "lambang": self._lambang(blok.lambang)}
                case tree.Judul():
                    # Its first title is the heading of a form.
                    yield "_title", {"judul": blok, "bagian": bagian if blok is bagian.own_title else None}
                case tree.Narrative():
                    yield "_narasi", [self._written(b, lanskap) for b in blok.isi]
                case tree.SignatureBlock():
                    yield "_tanda_tangan", _tanda_tangan(blok)
                case tree.PindahHalaman():
                    yield "_page_break", blok

    def _nomor(self, blok: tree.Tabel | tree.Gambar) -> str:
        return self._penomoran.nomor.get(blok.kunci, "")

    def _written(self, blok: tree.Paragraf | tree.Daftar | tree.Tabel, lanskap: bool) -> dict[str, object]:
        """A block of a text. Its tables are many and have no name: they are told apart by counting."""
        if not isinstance(blok, tree.Tabel):
            return {"isi": blok}
        tabel = replace(blok, kunci=f"{blok.kunci}-tabel-{next(self._tabel_narasi)}")
        return {"tabel": show_table(tabel, "", self._pengaturan, lanskap=lanskap)}

    def _lambang(self, berkas: Berkas | None) -> dict[str, object]:
        """The lambang; without one a neutral shield stands in."""
        return {"src": self._alamat(berkas), "berkas": berkas} if berkas else {}


def _tanda_tangan(b: tree.SignatureBlock) -> list[tuple[int, tree.BlokTandaTangan]]:
    """Every signature block under as many empty lines as bring the names to one height."""
    tertinggi = max(len(satu.kepala) for satu in b.blok)
    return [(min(tertinggi - len(satu.kepala), _SELA_TERBESAR), satu) for satu in b.blok]


def _svg(gambar: tree.Gambar) -> SafeString:
    """Our drawing with the alternative text as its name; PDF takes the text from <title>."""
    opening = _SVG_BUKA.match(gambar.svg)
    if opening is None:
        raise ValueError(f"gambar {gambar.kunci!r} bukan SVG")
    return mark_safe(  # noqa: S308 drawn by reports.charts, which escapes; the title is escaped here
        f'<svg role="img"{opening[1]}<title>{escape(gambar.alt)}</title>{gambar.svg[opening.end() :]}'
    )

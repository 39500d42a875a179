"""What the templates see: the document tree with numbers, anchors, classes and safe text filled in.

The templates decide nothing. Every block names its template; lists of the front matter are ready to print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count, groupby
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from reports.document.numbering import DAFTAR_GAMBAR, DAFTAR_ISI, DAFTAR_TABEL, Penomoran, nomori
from reports.document.tree import (
    Anjuran,
    Bagian,
    Blok,
    Daftar,
    Dokumen,
    FotoBlok,
    Gambar,
    Isian,
    Judul,
    Kop,
    Narrative,
    Paragraf,
    PindahHalaman,
    RumusBlok,
    Sebaris,
    Tabel,
    TandaTangan,
    Tebal,
)
from reports.html.inline import pecahan, sebaris
from reports.html.media import Alamat
from reports.html.narrative import written
from reports.html.shapes import (
    DaftarDepan,
    Pasangan,
    Tampilan,
    TampilanBagian,
    TampilanBlok,
    TampilanButir,
    TampilanDaftar,
    TampilanFoto,
    TampilanGambar,
    TampilanJudul,
    TampilanKop,
    TampilanLambang,
    TampilanNarasi,
    TampilanParagraf,
    TampilanPasangan,
    TampilanPihak,
    TampilanRumus,
    TampilanSampul,
    TampilanTandaTangan,
)
from reports.html.tables import show_table
from reports.publish.inputs import Pengaturan
from sakip.snapshot.types import Berkas

#: Most lines by which the head of one signature block may be shorter than its neighbour's and still be levelled.
_SELA_TERBESAR: Final = 3

#: Most items of a list that is kept on one page with its label.
_BUTIR_UTUH: Final = 4

_SVG_BUKA = re.compile(r"<svg\b([^>]*>)")


def show(
    dokumen: Dokumen, pengaturan: Pengaturan, alamat: Alamat, below_heading: Mapping[str, SafeString]
) -> Tampilan:
    """Prepare a document. Raises :class:`ValueError` for a tree that cannot be printed truthfully (two parts with
    one anchor, a table whose rows do not fill its columns)."""
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

    def dokumen(self, d: Dokumen) -> Tampilan:
        return Tampilan(
            judul=d.judul,
            konsep=d.konsep,
            sampul=self._sampul(d),
            depan=self._semua(d.depan[:1]),
            daftar=self._daftar_depan() if d.daftar_isi else (),
            depan_lanjut=self._semua(d.depan[1:]),
            batang=self._semua(d.batang),
            lampiran=self._semua(d.lampiran),
        )

    def _sampul(self, d: Dokumen) -> TampilanSampul | None:
        if d.sampul is None:
            return None
        s = d.sampul
        return TampilanSampul(s.judul, s.instansi, s.tahun, self._lambang(s.lambang))

    def _daftar_depan(self) -> tuple[DaftarDepan, ...]:
        p = self._penomoran
        semua = (
            DaftarDepan(DAFTAR_ISI, "Daftar Isi", p.isi),
            DaftarDepan(DAFTAR_TABEL, "Daftar Tabel", p.tabel),
            DaftarDepan(DAFTAR_GAMBAR, "Daftar Gambar", p.gambar),
        )
        return tuple(d for d in semua if d.entri)

    def _semua(self, bagian: Iterable[Bagian], *, lanskap: bool = False) -> tuple[TampilanBagian, ...]:
        return tuple(self._bagian(b, lanskap or b.lanskap) for b in bagian)

    def _bagian(self, b: Bagian, lanskap: bool) -> TampilanBagian:
        label = f"{b.nomor} {b.judul}".strip()
        blok = tuple(self._blok(b.isi, lanskap))
        tercetak = b.tampil_judul
        if not tercetak:
            blok, ketemu = _lend_heading(blok, tag=f"h{b.tingkat}", id_=b.kunci, label=label)
            # A form without a title of its own must not lose its heading: nothing would lead to it.
            tercetak = not ketemu
        return TampilanBagian(
            b.kunci,
            b.tingkat,
            b.nomor,
            b.judul,
            label,
            tercetak,
            b.lanskap,
            self._below_heading.get(b.kunci, SafeString()),
            blok,
            self._semua(b.anak, lanskap=lanskap),
        )

    def _blok(self, isi: Iterable[Blok], lanskap: bool) -> Iterator[TampilanBlok]:
        satuan = (self._satu(blok, lanskap) for blok in isi)
        for jenis, kelompok in groupby(satuan, key=_jenis_pasangan):
            if jenis == "anjuran":
                # Neighbours share one column of labels, so their colons stand under one another.
                pasangan = tuple(
                    p for _, b in kelompok if isinstance(b, TampilanPasangan) for p in b.pasangan
                )
                yield TampilanBlok("laporan/_pasangan.html", TampilanPasangan(jenis, pasangan))
            else:
                yield from (TampilanBlok(f"laporan/{templat}.html", b) for templat, b in kelompok)

    def _satu(self, blok: Blok, lanskap: bool) -> tuple[str, object]:
        match blok:
            case Paragraf():
                return "_paragraf", TampilanParagraf(_gaya_paragraf(blok), sebaris(blok.isi))
            case Daftar():
                return "_daftar", self._daftar(blok)
            case Tabel():
                nomor = self._penomoran.nomor.get(blok.kunci, "")
                return "_tabel", show_table(blok, nomor, self._pengaturan, lanskap=lanskap)
            case Gambar():
                nomor = self._penomoran.nomor.get(blok.kunci, "")
                return "_gambar", TampilanGambar(blok.kunci, nomor, blok.judul, _svg(blok))
            case FotoBlok():
                b = blok.berkas
                return "_foto", TampilanFoto(self._alamat(b), b.lebar, b.tinggi, blok.keterangan)
            case RumusBlok():
                kanan = pecahan(blok.pembilang, blok.penyebut, blok.pengali)
                return "_rumus", TampilanRumus(blok.kiri, kanan)
            case Isian():
                pasangan = tuple(self._pasangan(label, isi) for label, isi in blok.pasangan)
                return "_pasangan", TampilanPasangan("isian", pasangan)
            case Anjuran():
                return "_pasangan", TampilanPasangan("anjuran", (self._pasangan(blok.label, blok.isi),))
            case Kop():
                return "_kop", TampilanKop(blok, self._lambang(blok.lambang))
            case Judul():
                return "_judul", TampilanJudul(blok.baris, blok.besar)
            case Narrative():
                return "_narasi", tuple(self._narrative(blok, lanskap))
            case TandaTangan():
                return "_tanda_tangan", _tanda_tangan(blok)
            case PindahHalaman():
                return "_pindah_halaman", blok

    def _daftar(self, daftar: Daftar) -> TampilanDaftar:
        return TampilanDaftar(
            "ul" if daftar.jenis == "bulatan" else "ol",
            daftar.jenis,
            tuple(
                TampilanButir(sebaris(b.isi), tuple(self._daftar(anak) for anak in b.anak))
                for b in daftar.butir
            ),
            str(daftar.mulai) if daftar.mulai != 1 else "",
        )

    def _narrative(self, narrative: Narrative, lanskap: bool) -> Iterator[TampilanNarasi]:
        """The blocks of a text. Its tables are many and have no name: they are told apart by counting."""
        for blok in narrative.isi:
            if isinstance(blok, Tabel):
                tabel = replace(blok, kunci=f"{blok.kunci}-tabel-{next(self._tabel_narasi)}")
                yield TampilanNarasi("", show_table(tabel, "", self._pengaturan, lanskap=lanskap))
            else:
                yield TampilanNarasi(written(blok), None)

    def _pasangan(self, label: str, isi: Sebaris | Daftar) -> Pasangan:
        if isinstance(isi, Daftar):
            return Pasangan(label, "", self._daftar(isi), utuh=len(isi.butir) <= _BUTIR_UTUH)
        return Pasangan(label, sebaris(isi), None, utuh=True)

    def _lambang(self, berkas: Berkas | None) -> TampilanLambang:
        if berkas is None:
            return TampilanLambang("", 0, 0)
        return TampilanLambang(self._alamat(berkas), berkas.lebar, berkas.tinggi)


def _gaya_paragraf(p: Paragraf) -> str:
    """A line that is bold from end to end titles what follows: it may not be left alone at the foot of a page."""
    sebaris_tebal = isinstance(p.isi, tuple) and len(p.isi) == 1 and isinstance(p.isi[0], Tebal)
    return f"{p.gaya} paragraf-judul" if sebaris_tebal else p.gaya


def _jenis_pasangan(satu: tuple[str, object]) -> str:
    return satu[1].jenis if isinstance(satu[1], TampilanPasangan) else ""


def _lend_heading(
    blok: tuple[TampilanBlok, ...], *, tag: str, id_: str, label: str
) -> tuple[tuple[TampilanBlok, ...], bool]:
    """Make the first Judul the heading of its part; say whether there is one."""
    for i, satu in enumerate(blok):
        if isinstance(satu.b, TampilanJudul):
            judul = TampilanJudul(satu.b.baris, satu.b.besar, tag, id_, label)
            return (*blok[:i], TampilanBlok(satu.templat, judul), *blok[i + 1 :]), True
    return blok, False


def _tanda_tangan(b: TandaTangan) -> TampilanTandaTangan:
    kepala = [tuple(filter(None, satu.kepala)) for satu in b.blok]
    tertinggi = max(map(len, kepala), default=0)
    pihak = (
        TampilanPihak(min(tertinggi - len(k), _SELA_TERBESAR), k, s.nama, tuple(filter(None, s.bawah)))
        for k, s in zip(kepala, b.blok, strict=True)
    )
    return TampilanTandaTangan(len(b.blok) == 1, tuple(pihak))


def _svg(gambar: Gambar) -> SafeString:
    """Our drawing with the alternative text as its name; PDF takes the text from <title>."""
    opening = _SVG_BUKA.match(gambar.svg)
    if opening is None:
        raise ValueError(f"gambar {gambar.kunci!r} bukan SVG")
    return mark_safe(  # noqa: S308 drawn by reports.charts, which escapes; the title is escaped here
        f'<svg role="img"{opening[1]}<title>{escape(gambar.alt)}</title>{gambar.svg[opening.end() :]}'
    )

"""Walks the document tree in printed order and writes it, section by section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reports.document.numbering import DAFTAR_GAMBAR, DAFTAR_TABEL, TINGKAT_DAFTAR_ISI
from reports.document.tree import (
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
    SignatureBlock,
    Tabel,
)
from reports.docx.context import Konteks
from reports.docx.form_blocks import kop, pasangan, sampul, tanda_tangan
from reports.docx.front_lists import daftar_depan, tanda_entri
from reports.docx.ooxml import emu
from reports.docx.pages import DocxPage, DocxPaper
from reports.docx.paragraphs import TAB, Alinea, baris_baris, lari, persamaan, sebaris
from reports.docx.pictures import foto
from reports.docx.shapes import draw_shape
from reports.docx.tables import judul_bernomor, tabel

_GAYA_PARAGRAF = {"biasa": "BodyText", "rapat": "TeksRapat", "tengah": "TeksTengah", "catatan": "Catatan"}
#: EMU in a twip.
_EMU_TWIP = 635
#: Largest photo in millimetres, as on the HTML's paper.
_FOTO = (110, 95)
#: Twips that a drawing leaves for its caption.
_RUANG_JUDUL = 1400


@dataclass(slots=True)
class Bab:
    """A section: how its pages look and what stands on them."""

    halaman: DocxPage
    isi: list[str] = field(default_factory=list)


class Penulis:
    """Writes one document. Use it once: it counts bookmarks, lists and drawings."""

    def __init__(self, konteks: Konteks, kertas: DocxPaper) -> None:
        self._k = konteks
        self._kertas = kertas
        self._bab: list[Bab] = []

    def write(self, d: Dokumen) -> list[Bab]:
        """Every section in order. Raises :class:`ValueError` for a tree that cannot be printed truthfully."""
        if d.sampul is not None:
            self._begin(DocxPage(angka=""))
            self._bab[-1].isi.append(sampul(self._k, d.sampul))
        romawi = DocxPage(angka="lowerRoman")
        self._bagian_utama(d.depan[:1], romawi)
        if d.daftar_isi:
            self._daftar_depan(romawi)
        self._bagian_utama(d.depan[1:], romawi)
        self._bagian_utama((*d.batang, *d.lampiran), DocxPage())
        return self._bab

    # -- parts -------------------------------------------------------------------------------------

    def _begin(self, halaman: DocxPage) -> None:
        """Begin a section; the first of its kind of page numbers begins at 1."""
        mulai = bool(halaman.angka) and all(b.halaman.angka != halaman.angka for b in self._bab)
        self._bab.append(Bab(replace(halaman, mulai=mulai)))
        self._k.lebar, self._k.tinggi = self._kertas.bidang_teks(lanskap=halaman.lanskap)

    def _bagian_utama(self, bagian: Iterable[Bagian], halaman: DocxPage) -> None:
        for b in bagian:
            self._begin(replace(halaman, label=b.label, lanskap=b.lanskap))
            self._bagian(b, lanskap=b.lanskap)

    def _daftar_depan(self, halaman: DocxPage) -> None:
        sebelum = ""
        for id_, judul, isi in daftar_depan(self._k):
            # The daftar gambar is short; it follows the daftar tabel on the same page.
            if (sebelum, id_) == (DAFTAR_TABEL, DAFTAR_GAMBAR):
                self._bab[-1].isi.append(Alinea().wrap(""))
            else:
                self._begin(replace(halaman, label=judul))
            sebelum = id_
            self._bab[-1].isi += [Alinea(gaya="Heading1").wrap(self._k.mark(id_, lari(judul))), isi]

    def _bagian(self, b: Bagian, *, lanskap: bool) -> None:
        if self._bab[-1].halaman.lanskap != lanskap:
            self._begin(replace(self._bab[-1].halaman, lanskap=lanskap))
        if b.own_title is None:
            self._bab[-1].isi.append(self._judul_bagian(b))
        for blok, sesudah in zip(b.isi, [*b.isi[1:], None], strict=False):
            # A signature never stands alone on a page: the block before it comes along.
            isi = self._blok(blok, pemilik=b, rekat=isinstance(sesudah, SignatureBlock))
            self._bab[-1].isi.append(isi)
        for anak in b.anak:
            self._bagian(anak, lanskap=lanskap or anak.lanskap)

    def _judul_bagian(self, b: Bagian) -> str:
        """The heading. A BAB has its number on a line of its own, which Word turns into a space in its lists."""
        tingkat = min(b.tingkat, 4)
        tercantum = b.daftar_isi or b.tingkat > TINGKAT_DAFTAR_ISI
        pemisah = {1: "<w:r><w:br/></w:r>", 4: lari(" ")}.get(tingkat, TAB)
        nomor = lari(b.nomor) + pemisah if b.nomor else ""
        gaya = f"Heading{tingkat}" if tercantum else f"JudulLepas{tingkat}"
        return Alinea(gaya=gaya).wrap(self._k.mark(b.kunci, nomor + lari(b.judul)))

    # -- blocks ------------------------------------------------------------------------------------

    def _blok(self, blok: Blok, *, pemilik: Bagian, rekat: bool = False) -> str:
        """A block of ``pemilik``; ``rekat`` keeps it on one page with what follows."""
        k = self._k
        match blok:
            case Paragraf():
                alinea = Alinea(gaya=_GAYA_PARAGRAF[blok.gaya], rekat=rekat or blok.is_title)
                return alinea.wrap(sebaris(blok.isi, k.ruang()))
            case Daftar():
                return self._daftar(blok)
            case Tabel():
                return tabel(k, blok)
            case Gambar():
                return self._draw(blok)
            case FotoBlok():
                return self._foto(blok)
            case RumusBlok():
                b = blok
                rumus = persamaan(b.kiri, b.pembilang, b.penyebut, b.pengali, k.ruang())
                return Alinea(gaya="Rumus").wrap(rumus)
            case Isian():
                return pasangan(k, blok.pasangan, self._daftar, rekat=rekat)
            case Kop():
                return kop(k, blok)
            case Judul():
                return self._judul(blok, pemilik if blok is pemilik.own_title else None)
            case SignatureBlock():
                return tanda_tangan(k, blok)
            case Narrative():
                return "".join(self._blok(b, pemilik=pemilik) for b in blok.isi)
            case PindahHalaman():
                return Alinea(gaya="Pemisah", halaman_baru=True).wrap("")

    def _judul(self, j: Judul, pemilik: Bagian | None) -> str:
        """Title lines of a form. As the heading of its part they are in the navigation and, by a hidden entry, in
        the daftar isi, with the words that stand there."""
        gaya = "JudulFormulirBesar" if j.besar else "JudulFormulir"
        isi = baris_baris(j.baris)
        if pemilik is None:
            return Alinea(gaya=gaya).wrap(isi)
        tercantum = pemilik.daftar_isi and pemilik.tingkat <= TINGKAT_DAFTAR_ISI
        entri = tanda_entri(pemilik.label, pemilik.tingkat) if tercantum else ""
        alinea = Alinea(gaya=gaya, tingkat=min(pemilik.tingkat, 9) - 1)
        return alinea.wrap(self._k.mark(pemilik.kunci, entri + isi))

    def _daftar(self, d: Daftar, tingkat: int = 0) -> str:
        nomor = self._k.list_number(d.jenis, tingkat, d.mulai)
        alinea = Alinea(gaya="ButirDaftar", nomor=nomor)
        return "".join(
            alinea.wrap(sebaris(b.isi, self._k.ruang()))
            + "".join(self._daftar(anak, tingkat + 1) for anak in b.anak)
            for b in d.butir
        )

    def _draw(self, g: Gambar) -> str:
        k = self._k
        muat = k.lebar * _EMU_TWIP, (k.tinggi - _RUANG_JUDUL) * _EMU_TWIP
        try:
            isi = draw_shape(g.svg, alt=g.alt, muat=muat, id_baru=k.id_gambar)
        except ValueError as error:
            raise ValueError(f"gambar {g.kunci!r}: {error}") from error
        judul = judul_bernomor(k, g.kunci, g.judul)
        return Alinea(gaya="Gambar").wrap(isi) + Alinea(gaya="JudulGambar").wrap(judul)

    def _foto(self, f: FotoBlok) -> str:
        k = self._k
        muat = min(emu(_FOTO[0]), k.lebar * _EMU_TWIP), emu(_FOTO[1])
        isi = foto(k.bagian, f.berkas, k.media, alt=f"Foto: {f.keterangan}", muat=muat, id_=k.id_gambar())
        return Alinea(gaya="Gambar").wrap(isi) + Alinea(gaya="KeteranganFoto").wrap(lari(f.keterangan))

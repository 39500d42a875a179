"""Parts of a letter or form: cover, letterhead, titles, "Nama : …", signatures. Laid out in tables without borders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reports.document.tree import BlokTandaTangan, Daftar, Kop, Sampul, Sebaris, SignatureBlock
from reports.docx.context import Konteks
from reports.docx.ooxml import emu, twip
from reports.docx.paragraphs import PEMISAH, Alinea, baris_baris, lari, sebaris
from reports.docx.pictures import foto, tempat_lambang
from reports.docx.styles import BIRU
from sakip.snapshot.types import Berkas

_ALT_LAMBANG: Final = "Lambang daerah"
#: Widths of "Nama : …" in percent: label, colon, text.
_PASANGAN: Final = (26, 3, 71)

#: Writes a list of the tree.
_TulisDaftar = Callable[[Daftar], str]


def sampul(k: Konteks, s: Sampul) -> str:
    """The cover: a frame that fills the page, the names of the instansi at its foot."""
    # What the section's last paragraph and the frame itself need is left free.
    tinggi = k.tinggi - twip(4)
    bawah = twip(55)
    atas = (
        Alinea(rata="tengah").wrap(_lambang(k, s.lambang, (39, 45)))
        + Alinea().wrap("")
        + "".join(Alinea(gaya="SampulJudul").wrap(lari(b)) for b in s.judul)
    )
    if s.tahun:
        atas += Alinea(gaya="SampulTahun").wrap(lari(s.tahun))
    kaki = "".join(Alinea(gaya="SampulInstansi").wrap(lari(b)) for b in s.instansi)
    garis = "".join(
        f'<w:{sisi} w:val="double" w:sz="12" w:space="0" w:color="{BIRU}"/>'
        for sisi in ("top", "left", "bottom", "right")
    )
    return _tabel(
        k,
        (100,),
        _baris([_sel(atas, 100)], tinggi=tinggi - bawah)
        + _baris([_sel(kaki or Alinea().wrap(""), 100, tegak="bottom")], tinggi=bawah),
        garis=garis,
        jarak=twip(10),
    )


def kop(k: Konteks, b: Kop) -> str:
    """The letterhead with its double rule."""
    lambang = Alinea(gaya="KopSurat").wrap(_lambang(k, b.lambang, (20, 23)))
    teks = "".join(
        Alinea(gaya=gaya).wrap(lari(isi))
        for isi, gaya in (
            (b.pemerintah, "KopPemerintah"),
            (b.instansi, "KopInstansi"),
            *((baris, "KopSurat") for baris in b.alamat),
        )
    )
    garis = '<w:bottom w:val="double" w:sz="12" w:space="0" w:color="000000"/>'
    # The third column is as wide as the lambang, so that the words stand in the middle of the page.
    kosong = Alinea(gaya="KopSurat").wrap("")
    lebar = (16, 68, 16)
    sel = [
        _sel(lambang, lebar[0], tegak="center"),
        _sel(teks, lebar[1], tegak="center"),
        _sel(kosong, lebar[2]),
    ]
    return _tabel(k, lebar, _baris(sel), garis=garis) + Alinea(gaya="Jarak").wrap("")


def pasangan(
    k: Konteks, isi: Sequence[tuple[str, Sebaris | Daftar]], daftar: _TulisDaftar, *, rekat: bool = False
) -> str:
    """Labels with aligned colons; behind them a line, or a list that ``daftar`` writes. ``rekat`` keeps the last
    pair on one page with what follows."""
    lebar = _PASANGAN
    ruang = k.ruang(k.lebar * lebar[2] // 100)
    baris = ""
    for nomor, (label, nilai) in enumerate(isi, start=1):
        ikut = rekat and nomor == len(isi)
        kiri = Alinea(gaya="LabelIsian", rekat=ikut)
        kanan = (
            daftar(nilai)
            if isinstance(nilai, Daftar)
            else Alinea(gaya="Isian", rekat=ikut).wrap(sebaris(nilai, ruang))
        )
        sel = [
            _sel(kiri.wrap(lari(label)), lebar[0]),
            _sel(kiri.wrap(lari(":")), lebar[1]),
            _sel(kanan, lebar[2]),
        ]
        baris += _baris(sel, pecah=isinstance(nilai, Daftar))
    return _tabel(k, lebar, baris) + Alinea(gaya="Jarak", rekat=rekat).wrap("")


def tanda_tangan(k: Konteks, b: SignatureBlock) -> str:
    """One block at the right or two side by side, on one page; the names stand on one line.

    Raises :class:`ValueError` for more than two.
    """
    if not 1 <= len(b.blok) <= 2:
        raise ValueError("tanda tangan harus satu atau dua")
    blok: tuple[BlokTandaTangan | None, ...] = (None, *b.blok) if len(b.blok) == 1 else b.blok
    biasa, nama = Alinea(gaya="TandaTangan"), Alinea(gaya="NamaPenandaTangan")
    kosong = biasa.wrap("")
    kepala = _baris(
        [_sel(biasa.wrap(baris_baris(s.kepala)) if s else kosong, 50, tegak="bottom") for s in blok]
    )
    badan = _baris(
        [
            _sel(
                nama.wrap(lari(s.nama)) + "".join(biasa.wrap(lari(x)) for x in s.bawah) if s else kosong,
                50,
            )
            for s in blok
        ]
    )
    return kosong + _tabel(k, (50, 50), kepala + badan) + PEMISAH


def _lambang(k: Konteks, berkas: Berkas | None, mm: tuple[int, int]) -> str:
    muat = emu(mm[0]), emu(mm[1])
    if berkas is None:
        return tempat_lambang(muat=muat, id_=k.id_gambar())
    return foto(k.bagian, berkas, k.media, alt=_ALT_LAMBANG, muat=muat, id_=k.id_gambar())


def _tabel(k: Konteks, lebar: Sequence[int], baris: str, *, garis: str = "", jarak: int = 0) -> str:
    kisi = "".join(f'<w:gridCol w:w="{k.lebar * w // 100}"/>' for w in lebar)
    tepi = f"<w:tblBorders>{garis}</w:tblBorders>" if garis else ""
    dalam = (
        f'<w:tblCellMar><w:top w:w="{jarak}" w:type="dxa"/><w:left w:w="{jarak}" w:type="dxa"/>'
        f'<w:bottom w:w="{jarak}" w:type="dxa"/><w:right w:w="{jarak}" w:type="dxa"/></w:tblCellMar>'
        if jarak
        else ""
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>{tepi}<w:tblLayout w:type="fixed"/>{dalam}'
        f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{kisi}</w:tblGrid>{baris}</w:tbl>'
    )


def _baris(sel: Sequence[str], *, tinggi: int = 0, pecah: bool = False) -> str:
    sifat = "" if pecah else "<w:cantSplit/>"
    sifat += f'<w:trHeight w:val="{tinggi}" w:hRule="atLeast"/>' if tinggi else ""
    return f"<w:tr><w:trPr>{sifat}</w:trPr>{''.join(sel)}</w:tr>"


def _sel(isi: str, lebar: int, *, tegak: str = "") -> str:
    v = f'<w:vAlign w:val="{tegak}"/>' if tegak else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{lebar * 50}" w:type="pct"/>{v}</w:tcPr>{isi}</w:tc>'

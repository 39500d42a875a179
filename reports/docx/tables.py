"""Tables: header rows that Word repeats, rows that do not break, widths in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reports.document.table_layout import SelTerletak, tata_tabel
from reports.document.tree import Rata, Sebaris, Tabel
from reports.docx.context import Konteks
from reports.docx.ooxml import atribut, bulat
from reports.docx.paragraphs import Alinea, bidang, lari, sebaris
from reports.docx.styles import GAYA_TABEL, UKURAN_TABEL

#: Shades and weight of a row by its kind; the header wears "jumlah".
_ARSIR: Final = {"biasa": "", "kelompok": "F5F7F9", "subjumlah": "", "jumlah": "E9EFF4"}
#: Twips that the text of a cell keeps from its borders, left and right.
_BANTALAN: Final = 80
_NOMOR = re.compile(r"(?P<awalan>(?P<jenis>\w+) .*?)(?P<angka>\d+)")

_BORDER: Final = "".join(
    f'<w:{sisi} w:val="single" w:sz="6" w:space="0" w:color="444444"/>'
    for sisi in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_JARAK: Final = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Baris:
    """How a whole row is set."""

    kepala: bool = False
    arsir: str = ""
    tebal: bool = False
    rekat: bool = False


def tabel(k: Konteks, t: Tabel) -> str:
    """A table with its caption and source. Raises the :class:`ValueError` of :func:`tata_tabel`."""
    tata = tata_tabel(t)
    penulis = _Penulis(k, t)
    nomor = k.penomoran.nomor.get(t.kunci, "")
    isi = ""
    if nomor or (t.judul_tampil and t.judul):
        isi += Alinea(gaya="Caption").wrap(judul_bernomor(k, t.kunci, t.judul))
    kepala = "".join(penulis.baris(tata.kepala, [_Baris(kepala=True, arsir=_ARSIR["jumlah"], tebal=True)]))
    if t.nomor_kolom:
        kepala += penulis.nomor_kolom()
    sifat = [
        _Baris(
            arsir=_ARSIR[b.jenis],
            tebal=b.jenis != "biasa",
            # A group heading stays with its first row, and a row with the one that may not be parted from it.
            rekat=b.jenis == "kelompok" or sesudah,
        )
        for b, sesudah in zip(t.baris, [*tata.rekat[1:], False], strict=True)
    ]
    badan = "".join(penulis.baris(tata.baris, sifat))
    kisi = "".join(f'<w:gridCol w:w="{w}"/>' for w in penulis.lebar)
    isi += (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{_BORDER}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{_JARAK}<w:tblLook w:val="0020" w:firstRow="1"/>'
        f'<w:tblCaption w:val="{atribut(f"{nomor} {t.judul}")}"/></w:tblPr>'
        f"<w:tblGrid>{kisi}</w:tblGrid>{kepala}{badan}</w:tbl>"
    )
    # Two tables without a paragraph between them are one table to Word.
    sumber = Alinea(gaya="Sumber").wrap(lari(f"Sumber: {t.sumber}"))
    return isi + (sumber if t.sumber else Alinea(gaya="Jarak").wrap(""))


def judul_bernomor(k: Konteks, kunci: str, judul: str) -> str:
    """The words of a caption; if it is numbered, inside the bookmark that the lists in front lead to.

    The last number is Word's own counter, so that a table put in later is counted too; where the document's
    numbering begins again, so does the counter.
    """
    cocok = _NOMOR.fullmatch(k.penomoran.nomor.get(kunci, ""))
    if cocok is None:
        return lari(judul)
    jenis, angka = cocok["jenis"], int(cocok["angka"])
    ulang = "" if k.melanjutkan(jenis, angka) else f" \\r {angka}"
    penghitung = bidang(f"SEQ {jenis} \\* ARABIC{ulang}", cocok["angka"])
    return k.mark(kunci, f"{lari(cocok['awalan'])}{penghitung}{lari(f' {judul}')}")


class _Penulis:
    """Writes the rows of one table."""

    def __init__(self, k: Konteks, t: Tabel) -> None:
        self._k = k
        self._kolom = t.kolom
        self._gaya = GAYA_TABEL[t.ukuran]
        self._bagian = UKURAN_TABEL[t.ukuran]
        self._langkah = bulat(k.pengaturan.ukuran * self._bagian * 20)  # one em
        batas = [
            bulat(Decimal(k.lebar * sum(c.lebar for c in t.kolom[:i])) / 100) for i in range(len(t.kolom) + 1)
        ]
        self.lebar = [b - a for a, b in pairwise(batas)]

    def baris(self, isi: Sequence[tuple[SelTerletak, ...]], sifat: Sequence[_Baris]) -> Iterator[str]:
        """Rows with the cells that spans from above continue into; the last of ``sifat`` holds for all that follow."""
        sambungan: dict[int, tuple[int, int]] = {}  # column → columns it spans, rows still to come
        for nomor, baris in enumerate(isi):
            satu = sifat[min(nomor, len(sifat) - 1)]
            sel = {kolom: self._sambungan(kolom, lebar, satu) for kolom, (lebar, _) in sambungan.items()}
            sambungan = {c: (lebar, sisa - 1) for c, (lebar, sisa) in sambungan.items() if sisa > 1}
            for letak in baris:
                s = letak.sel
                sel[letak.kolom] = self._sel(
                    letak.kolom, s.kolom, s.isi, satu, rata=letak.rata, inden=letak.inden,
                    tebal=s.tebal, combine='<w:vMerge w:val="restart"/>' if s.baris > 1 else "",
                )  # fmt: skip
                if s.baris > 1:
                    sambungan[letak.kolom] = (s.kolom, s.baris - 1)
            yield self._wrap(satu, "".join(sel[kolom] for kolom in sorted(sel)))

    def nomor_kolom(self) -> str:
        """The row "(1) (2) …" below the header."""
        satu = _Baris(kepala=True)
        sel = (self._sel(i, 1, f"({i + 1})", satu, rata="tengah") for i in range(len(self._kolom)))
        return self._wrap(satu, "".join(sel))

    def _wrap(self, baris: _Baris, sel: str) -> str:
        kepala = "<w:tblHeader/>" if baris.kepala else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{kepala}</w:trPr>{sel}</w:tr>"

    def _sambungan(self, kolom: int, rentang: int, baris: _Baris) -> str:
        return self._sel(kolom, rentang, "", baris, combine="<w:vMerge/>")

    def _sel(
        self,
        kolom: int,
        rentang: int,
        isi: Sebaris,
        baris: _Baris,
        *,
        rata: Rata = "kiri",
        inden: int = 0,
        tebal: bool = False,
        combine: str = "",
    ) -> str:
        lebar = sum(c.lebar for c in self._kolom[kolom : kolom + rentang])
        dalam = sum(self.lebar[kolom : kolom + rentang]) - 2 * _BANTALAN
        tcpr = f'<w:tcW w:w="{lebar * 50}" w:type="pct"/>'
        tcpr += f'<w:gridSpan w:val="{rentang}"/>' if rentang > 1 else ""
        tcpr += combine
        tcpr += f'<w:shd w:val="clear" w:color="auto" w:fill="{baris.arsir}"/>' if baris.arsir else ""
        tcpr += '<w:vAlign w:val="center"/>' if baris.kepala else ""
        alinea = Alinea(
            gaya=self._gaya,
            rekat=baris.rekat or baris.kepala,
            rata=None if rata == "kiri" else rata,
            inden=inden * self._langkah or None,
        )
        runs = sebaris(isi, self._k.ruang(dalam, self._bagian), tebal=tebal or baris.tebal)
        return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{alinea.wrap(runs)}</w:tc>"

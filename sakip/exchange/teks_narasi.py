"""Narrative between the HTML that is stored and the plain text that a clerk reads in a cell.

Paragraphs are lines, items begin with "- " or "1. ". What plain text cannot say (bold words, tables) stays HTML in
the cell, so that nothing is lost on the way.
"""

from __future__ import annotations

import html
import re
from itertools import groupby

_BUTIR = re.compile(r"[-•–*]\s+(?P<isi>.+)")
_NOMOR = re.compile(r"[0-9]{1,3}[.)]\s+(?P<isi>.+)")
_BLOK = re.compile(r"<p>(?P<p>[^<]*)</p>|<(?P<daftar>ul|ol)>(?P<butir>(?:<li>[^<]*</li>)+)</(?P=daftar)>")
_LI = re.compile(r"<li>([^<]*)</li>")


def ke_html(teks: str) -> str:
    """Plain text, or HTML that begins with a tag → HTML (not yet cleaned)."""
    if teks.lstrip().startswith("<"):
        return teks
    baris = [b.strip() for b in teks.split("\n") if b.strip()]
    hasil = []
    for jenis, isi in groupby(baris, key=_jenis):
        if jenis == "p":
            hasil += [f"<p>{html.escape(b, quote=False)}</p>" for b in isi]
        else:
            butir = "".join(f"<li>{html.escape(_tanpa_tanda(b), quote=False)}</li>" for b in isi)
            hasil.append(f"<{jenis}>{butir}</{jenis}>")
    return "".join(hasil)


def ke_teks(isi: str) -> str:
    """Stored HTML → plain text where that says all of it, else the HTML itself."""
    teks: list[str] = []
    letak = 0
    for blok in _BLOK.finditer(isi):
        if blok.start() != letak:
            break
        letak = blok.end()
        if blok["p"] is not None:
            teks.append(html.unescape(blok["p"]))
        else:
            for nomor, butir in enumerate(_LI.findall(blok["butir"]), start=1):
                tanda = "-" if blok["daftar"] == "ul" else f"{nomor}."
                teks.append(f"{tanda} {html.unescape(butir)}")
    polos = "\n".join(teks)
    if letak == len(isi) and ke_html(polos) == isi:
        return polos
    # The mark makes it HTML for ke_html and is taken out when the text is cleaned.
    return isi if isi.startswith("<") else f"<!---->{isi}"


def potong(teks: str, batas: int) -> list[str]:
    """A text in pieces that fit into a cell each; :func:`sambung` puts them together again."""
    pertama, *lanjutan = re.split(r"(?<=>)(?=<)", teks) if teks.startswith("<") else teks.split("\n")
    hasil = [pertama]
    for satu in lanjutan:
        gabungan = sambung(hasil[-1], satu) if not teks.startswith("<") else hasil[-1] + satu
        if len(gabungan) > batas:
            hasil.append(satu)
        else:
            hasil[-1] = gabungan
    return hasil


def sambung(depan: str, belakang: str) -> str:
    """Two pieces of one text."""
    return f"{depan}{'' if depan.startswith('<') else chr(10)}{belakang}"


def _jenis(baris: str) -> str:
    if _BUTIR.fullmatch(baris):
        return "ul"
    return "ol" if _NOMOR.fullmatch(baris) else "p"


def _tanpa_tanda(baris: str) -> str:
    cocok = _BUTIR.fullmatch(baris) or _NOMOR.fullmatch(baris)
    return cocok["isi"] if cocok else baris

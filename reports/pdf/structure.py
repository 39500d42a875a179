"""Finishing touches on the structure tree and the page labels of a tagged PDF, before it is written.

The engine tags the page's text well, but leaves three things to us that ISO 14289-1 (PDF/UA-1) asks for: header
cells say what they head (7.5), running headers and page numbers are artifacts (7.8), and no cell names headers
that are not its own (the engine's header lists miscount below row spans, and a scope says it better).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]

_PAGINASI: Final = {"Type": "/Pagination"}

#: How pages of a kind (the named pages of halaman.css) are numbered; the others are 1, 2 …
_LABEL: Final = {"sampul": {"P": pydyf.String("Sampul")}, "depan": {"S": "/r"}}
_LABEL_BIASA: Final = {"S": "/D"}


def tidy_structure(pdf: pydyf.PDF) -> None:
    """Correct the structure tree of ``pdf`` in place."""
    pohon = _Pohon(pdf)
    pohon.traverse()
    pohon.release_pagination()


def label_pages(pdf: pydyf.PDF, jenis: Iterable[str]) -> None:
    """Call the pages of ``pdf``, one kind each, by the numbers printed on them: "iv" is not the fourth page."""
    label = [_LABEL.get(satu, _LABEL_BIASA) for satu in jenis]
    nomor = pydyf.Array()
    for indeks, (sebelum, ini) in enumerate(pairwise([None, *label])):
        if ini is not sebelum:
            nomor += [indeks, pydyf.Dictionary(ini)]
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": nomor})


def padatkan(pdf: pydyf.PDF) -> None:
    """Compress the content streams once, at zlib's usual level.

    The engine would do it twice, for the identifier and for the file, and at the slowest level: four times the time
    for one percent of the size.
    """
    for objek in pdf.objects:
        if isinstance(objek, pydyf.Stream) and objek.compress:
            objek.stream = [zlib.compress(b"\n".join(map(_bita, objek.stream)))]
            objek.extra["Filter"] = "/FlateDecode"
            objek.compress = False


def _bita(bagian: bytes | str | pydyf.Object) -> bytes:
    if isinstance(bagian, bytes):
        return bagian
    return bagian.encode("ascii") if isinstance(bagian, str) else bagian.data


class _Pohon:
    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._akar = self._objek(pdf.catalog["StructTreeRoot"])
        self._terjangkau: set[int] = set()

    def traverse(self) -> None:
        """Visit every element that a reader can reach; give header cells their scope on the way."""
        antrean: list[tuple[Any, bool]] = [(acuan, False) for acuan in self._akar["K"]]
        while antrean:
            acuan, dalam_kepala = antrean.pop()
            if not isinstance(acuan, bytes):
                continue  # an MCID: content, not an element
            elemen = self._objek(acuan)
            self._terjangkau.add(elemen.number)
            jenis = elemen.get("S")
            dalam_kepala = (dalam_kepala or jenis == "/THead") and jenis != "/Table"
            if jenis == "/TR":
                self._baris(elemen, dalam_kepala)
            antrean += [(anak, dalam_kepala) for anak in elemen.get("K", ())]

    def _baris(self, baris: pydyf.Dictionary, dalam_kepala: bool) -> None:
        sel = [self._objek(acuan) for acuan in baris["K"]]
        # A row of nothing but headers heads columns wherever it stands; a lone one is the title of a group of rows.
        kolom = dalam_kepala or (len(sel) > 1 and all(s["S"] == "/TH" for s in sel))
        for satu in sel:
            satu.pop("ID", None)
            atribut = satu.get("A", {})
            atribut.pop("Headers", None)
            if satu["S"] == "/TH":
                atribut["Scope"] = "/Column" if kolom else "/Row"

    def release_pagination(self) -> None:
        """Turn what no element of the tree holds, the margin boxes, into pagination artifacts."""
        nomor = self._objek(self._akar["ParentTree"])["Nums"]
        halaman = self._pdf.page_references
        for indeks, acuan in zip(nomor[::2], nomor[1::2], strict=True):
            if isinstance(acuan, bytes):
                continue  # an annotation
            lepas = {
                mcid
                for mcid, elemen in enumerate(acuan)
                if isinstance(elemen, bytes) and self._objek(elemen).number not in self._terjangkau
            }
            if not lepas:
                continue
            isi = self._objek(self._objek(halaman[indeks])["Contents"]).stream
            for letak, bagian in enumerate(isi):
                if isinstance(bagian, pydyf.Dictionary) and bagian.get("MCID") in lepas:
                    isi[letak - 1 : letak + 1] = "/Artifact", pydyf.Dictionary(_PAGINASI)
            for mcid in lepas:
                acuan[mcid] = "null"
        for objek in self._pdf.objects:
            if (
                isinstance(objek, pydyf.Dictionary)
                and objek.get("Type") == "/StructElem"
                and objek.number not in self._terjangkau
            ):
                objek.clear()

    def _objek(self, acuan: bytes) -> Any:
        return self._pdf.objects[int(acuan.split()[0])]

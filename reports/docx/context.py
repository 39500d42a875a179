"""What the writers of blocks share: numbers that must be unique in the document, and the room of the section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count

from docx.parts.document import DocumentPart

from reports.document.numbering import Penomoran
from reports.docx.paragraphs import Ruang, poin
from reports.docx.styles import JENIS_DAFTAR, TINGKAT_DAFTAR
from reports.publish.naskah import Pengaturan


@dataclass(slots=True, kw_only=True)
class Konteks:
    """``lebar`` and ``tinggi`` of the text are those of the section being written, in twips."""

    bagian: DocumentPart
    media: Mapping[str, bytes]
    pengaturan: Pengaturan
    penomoran: Penomoran
    lebar: int
    tinggi: int
    #: Kind, level and first number of every list so far.
    daftar: list[tuple[int, int, int]] = field(default_factory=list)
    _draw: count[int] = field(default_factory=lambda: count(1))
    _penanda: dict[str, int] = field(default_factory=dict)
    _urut: dict[str, int] = field(default_factory=dict)

    def id_gambar(self) -> int:
        """A number that no other drawing of the document has."""
        return next(self._draw)

    def penanda(self, kunci: str) -> str:
        """The bookmark of a part, table or figure, named as Word names its own (hidden) ones."""
        return f"_Toc{self._nomor_penanda(kunci):08d}"

    def mark(self, kunci: str, isi: str) -> str:
        """Runs inside the bookmark to which the lists in front lead."""
        nomor = self._nomor_penanda(kunci)
        return f'<w:bookmarkStart w:id="{nomor}" w:name="{self.penanda(kunci)}"/>{isi}<w:bookmarkEnd w:id="{nomor}"/>'

    def list_number(self, jenis: str, tingkat: int, mulai: int = 1) -> tuple[int, int]:
        """Begin a list with the number ``mulai``: its numId and level."""
        tingkat = min(tingkat, TINGKAT_DAFTAR - 1)
        self.daftar.append((JENIS_DAFTAR[jenis], tingkat, mulai))
        return len(self.daftar), tingkat

    def melanjutkan(self, jenis: str, angka: int) -> bool:
        """Whether a caption's number follows from Word's own counting of ``jenis``; remembers it."""
        lanjut = self._urut.get(jenis, 0) + 1 == angka
        self._urut[jenis] = angka
        return lanjut

    def ruang(self, lebar: int | None = None, bagian: Decimal = Decimal(1)) -> Ruang:
        """Room of a line ``lebar`` twips wide (the section's text without it), set at ``bagian`` of the size."""
        return Ruang(poin(self.lebar if lebar is None else lebar), self.pengaturan.ukuran * bagian)

    def _nomor_penanda(self, kunci: str) -> int:
        return self._penanda.setdefault(kunci, len(self._penanda) + 1)

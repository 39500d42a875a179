"""Copying a document of one year into another: what all of them do alike; each record's own is its ``copy.py``.

Words are copied and marked *belum ditinjau*; targets are those that the Renstra in force in the new year sets, never
last year's; amounts are decisions of the new year and are not copied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from django.db import models, transaction
from django.db.models import Q

from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import DISALIN, Act, New, RecordRefused, writing

T = TypeVar("T")

#: Begins the word of the trail for a whole document: "salin.rkt".
AWALAN: Final = "salin."

NO_AMOUNTS: Final = "anggaran ditetapkan untuk setiap tahun. Isi anggaran tahun"


class AlreadyFilled(RecordRefused):
    """The document of the new year has rows already; ``str()`` says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyResult:
    """How many rows were copied, and in sentences what was left out and why."""

    disalin: int
    ditinggalkan: tuple[str, ...]


@dataclass(kw_only=True)
class Copier:
    """One act of copying the year ``dari`` into ``ke``; made by :meth:`CopyOffer.copy`."""

    kecamatan: Kecamatan
    dari: int
    ke: int
    act: Act
    disalin: int = field(default=0, init=False)
    ditinggalkan: list[str] = field(default_factory=list, init=False)

    def ensure(self, lama: T | None, *, terisi: bool, nama: str) -> T:
        """What is to be copied. Raises RecordRefused where there is nothing, AlreadyFilled where the new year's
        document has rows."""
        if lama is None:
            raise RecordRefused(f"{nama} tahun {self.dari} belum dicatat, sehingga tidak ada yang disalin.")
        if terisi:
            raise AlreadyFilled(
                f"{nama} tahun {self.ke} sudah berisi. Yang ada tidak ditimpa; hapus dahulu isinya, lalu salin."
            )
        return lama

    def write(self, baris: Iterable[tuple[models.Model, models.Model]], *, counted: bool = True) -> None:
        """Store rows of one model, each with the row that it is a copy of and a word in its own trail."""
        baru = [New(row=row, source=asal) for row, asal in baris]
        self.act.add(baru, why=f"Disalin dari tahun {self.dari}.", word=DISALIN)
        self.disalin += len(baru) * counted

    def tinggalkan(self, kalimat: str) -> None:
        """Say what was left out, and why."""
        self.ditinggalkan.append(kalimat)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOffer:
    """A document that can be copied, as the page offers it: ``halaman`` is the code of its own page.

    ``counted`` are the models whose rows it is made of, each with which of them count. ``make`` writes the copy and
    returns the document, by which the trail names the whole act.
    """

    kode: str
    nama: str
    halaman: str
    keterangan: str
    counted: tuple[tuple[Any, Q], ...]
    make: Callable[[Copier], models.Model | str]

    def jumlah(self, kecamatan: Kecamatan, tahun: int) -> int:
        """How many rows there are in a year (1 query for each model)."""
        return sum(
            model.objects.for_kecamatan(kecamatan).for_tahun(tahun).filter(which).count()
            for model, which in self.counted
        )

    def copy(self, *, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> CopyResult:
        """Copy it in one act; no other copy into this kecamatan runs meanwhile.

        Raises :class:`AlreadyFilled`, :class:`sakip.entry.writer.RecordRefused`, and as
        :func:`sakip.entry.writer.writing` does; then nothing is written. A fault that the copied rows have in their own
        year does not stand in the way.
        """
        lingkup = Scope(kecamatan=kecamatan, tahun=ke, pengguna=oleh)
        with writing(lingkup, by=oleh, hold=kecamatan, source_year=dari) as act:
            copier = Copier(kecamatan=kecamatan, dari=dari, ke=ke, act=act)
            dokumen = self.make(copier)
            isi = {
                "Dari tahun": str(dari),
                "Baris disalin": str(copier.disalin),
                "Tidak disalin": "\n".join(copier.ditinggalkan),
            }
            act.tell(
                f"{AWALAN}{self.kode}", dokumen, after={nama: teks for nama, teks in isi.items() if teks}
            )
        return CopyResult(disalin=copier.disalin, ditinggalkan=tuple(copier.ditinggalkan))


@transaction.atomic
def copy_all(
    *, pilihan: Sequence[CopyOffer], kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None
) -> list[tuple[CopyOffer, CopyResult]]:
    """Copy the chosen documents, all or none. Raises as each of them does."""
    return [(s, s.copy(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh)) for s in pilihan]

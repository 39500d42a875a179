"""Copying a document of one year into another: what all of them do alike.

Words are copied and marked *belum ditinjau*; targets are those that the Renstra in force in the new year sets, never
last year's; amounts are decisions of the new year and are not copied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from django.db import models

from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import DISALIN, Act, New, RecordRefused, writing
from sakip.models import (
    Indikator,
    Kegiatan,
    Program,
    Sasaran,
    SubKegiatan,
    TargetRenstra,
    VersiNomenklatur,
)
from sakip.selectors import renstra_berlaku

#: Begins the word of the trail for a whole document: "salin.rkt".
AWALAN: Final = "salin."


class AlreadyFilled(RecordRefused):
    """The document of the new year has rows already; ``str()`` says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyResult:
    """How many rows were copied, and in sentences what was left out and why."""

    disalin: int
    ditinggalkan: tuple[str, ...]


@dataclass(kw_only=True)
class Copier:
    """One act of copying; made by :func:`copying`."""

    kecamatan: Kecamatan
    dari: int
    ke: int
    act: Act
    disalin: int = field(default=0, init=False)
    ditinggalkan: list[str] = field(default_factory=list, init=False)

    def ensure(self, *, ada: bool, terisi: bool, nama: str) -> None:
        """Raise RecordRefused where there is nothing to copy, AlreadyFilled where the new year's document has rows."""
        if not ada:
            raise RecordRefused(f"{nama} tahun {self.dari} belum dicatat, sehingga tidak ada yang disalin.")
        if terisi:
            raise AlreadyFilled(
                f"{nama} tahun {self.ke} sudah berisi. Yang ada tidak ditimpa; hapus dahulu isinya, lalu salin."
            )

    def write(self, baris: Iterable[tuple[models.Model, models.Model]], *, counted: bool = True) -> None:
        """Store rows of one model, each with the row that it is a copy of and a word in its own trail."""
        baru = [New(row=row, source=asal) for row, asal in baris]
        self.act.add(baru, why=f"Disalin dari tahun {self.dari}.", word=DISALIN)
        self.disalin += len(baru) * counted

    def tinggalkan(self, kalimat: str) -> None:
        """Say what was left out, and why."""
        self.ditinggalkan.append(kalimat)

    def selesai(self, *, kode: str, dokumen: models.Model | str) -> CopyResult:
        """Note the whole act in the trail."""
        isi = {
            "Dari tahun": str(self.dari),
            "Baris disalin": str(self.disalin),
            "Tidak disalin": "\n".join(self.ditinggalkan),
        }
        self.act.tell(f"{AWALAN}{kode}", dokumen, after={nama: teks for nama, teks in isi.items() if teks})
        return CopyResult(disalin=self.disalin, ditinggalkan=tuple(self.ditinggalkan))

    # -- the Renstra of the new year ---------------------------------------------------------------

    @cached_property
    def indikator(self) -> dict[str, Indikator]:
        """Indikator of the Renstra in force in the new year, by kunci."""
        renstra = renstra_berlaku(kecamatan=self.kecamatan, tahun=self.ke)
        semua = Indikator.objects.filter(renstra=renstra).select_related("sasaran") if renstra else ()
        return {i.kunci: i for i in semua}

    @cached_property
    def sasaran(self) -> dict[str, Sasaran]:
        """Its sasaran, by kunci."""
        renstra = renstra_berlaku(kecamatan=self.kecamatan, tahun=self.ke)
        return {s.kunci: s for s in Sasaran.objects.filter(renstra=renstra)} if renstra else {}

    @cached_property
    def target(self) -> dict[str, TargetRenstra]:
        """Its targets of the new year, by kunci of the indikator."""
        pk = [i.pk for i in self.indikator.values()]
        semua = TargetRenstra.objects.filter(indikator__in=pk, tahun=self.ke).select_related("indikator")
        return {t.indikator.kunci: t for t in semua}

    def acuan(self, lama: Indikator | None) -> Indikator | None:
        """The indikator of the new year that is the same by kunci; None where the Renstra no longer has it."""
        return self.indikator.get(lama.kunci) if lama is not None else None

    # -- the nomenklatur of the new year -----------------------------------------------------------

    @cached_property
    def _versi(self) -> set[int]:
        return set(VersiNomenklatur.objects.for_tahun(self.ke).values_list("pk", flat=True))

    @cached_property
    def _letak(self) -> dict[tuple[str, int | None, str], int]:
        """Numbers of the rows of the new nomenklatur by level, what they stand below, and code or name."""
        program = Program.objects.filter(versi__in=self._versi)
        kegiatan = Kegiatan.objects.filter(program__versi__in=self._versi)
        sub = SubKegiatan.objects.filter(kegiatan__program__versi__in=self._versi)
        semua: list[tuple[str, int | None, Any]] = [
            *(("program", None, p) for p in program),
            *(("kegiatan", k.program_id, k) for k in kegiatan),
            *(("sub_kegiatan", s.kegiatan_id, s) for s in sub),
        ]
        nama = {(tingkat, induk, b.nama.casefold()): b.pk for tingkat, induk, b in semua}
        kode = {(tingkat, induk, b.kode): b.pk for tingkat, induk, b in semua if not b.tanpa_kode}
        return nama | kode

    def jenjang(self, baris: Any) -> dict[str, int | None] | None:
        """The three levels of a row in the nomenklatur of the new year; None where one of them is not in it.

        A level is found by its code, or by its name where an edition numbers it otherwise. The row needs program,
        kegiatan and sub kegiatan selected.
        """
        tingkat = ("program", "kegiatan", "sub_kegiatan")
        if baris.program.versi_id in self._versi:
            return {f"{nama}_id": getattr(baris, f"{nama}_id") for nama in tingkat}
        hasil: dict[str, int | None] = dict.fromkeys((f"{nama}_id" for nama in tingkat), None)
        induk: int | None = None
        for nama in tingkat:
            lama = getattr(baris, nama)
            if lama is None:
                break
            kunci = [(nama, induk, teks) for teks in (lama.kode, lama.nama.casefold())]
            induk = next((self._letak[k] for k in kunci if k in self._letak), None)
            if induk is None:
                return None
            hasil[f"{nama}_id"] = induk
        return hasil


@contextmanager
def copying(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> Iterator[Copier]:
    """Open an act of copying; no other copy into this kecamatan runs meanwhile.

    Raises as :func:`sakip.entry.writer.writing` does. A fault that the copied rows have in their own year does not
    stand in the way.
    """
    lingkup = Scope(kecamatan=kecamatan, tahun=ke, pengguna=oleh)
    with writing(lingkup, by=oleh, hold=kecamatan, source_year=dari) as act:
        yield Copier(kecamatan=kecamatan, dari=dari, ke=ke, act=act)

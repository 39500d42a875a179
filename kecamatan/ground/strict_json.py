"""Fixture files read strictly: every key is known, every value has its type, every error names file and place.

A key that nobody asks for is an error, because a misspelt key would otherwise be a fact that is silently lost.
An absent key and ``null`` both mean "not known", which is never zero. Numbers are strings with a decimal point.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from django.db import models

from kecamatan.ground.errors import InputError

_ANGKA = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class InvalidFile(InputError):
    """A file that cannot be read; the message names the file, the place in it and what to write instead.

    ``semua`` holds every error where several rows of one list are wrong, the first of them being this one.
    """

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan)
        self.semua: tuple[InvalidFile, ...] = (self,)

    @classmethod
    def combine(cls, galat: Sequence[InvalidFile]) -> InvalidFile:
        """The first of several errors, which brings the others along."""
        pertama = galat[0]
        pertama.semua = tuple(satu for g in galat for satu in g.semua)
        return pertama


class JsonObject:
    """A JSON object of a file. Values are taken by key; :meth:`selesai` refuses the keys that were never taken."""

    def __init__(self, isi: object, *, berkas: str, tempat: str = "") -> None:
        self.berkas = berkas
        self.tempat = tempat
        self._dibaca: set[str] = set()
        self._anak: list[JsonObject] = []
        if not isinstance(isi, dict):
            raise self.galat(f'"{_singkat(isi)}" bukan objek. Tulis {{"kunci": "nilai"}}.')
        self.isi: dict[str, Any] = isi

    def galat(self, pesan: str, kunci: str = "") -> InvalidFile:
        """The error for a value of this object (``kunci``) or for the object as a whole."""
        tempat = ".".join(bagian for bagian in (self.tempat, kunci) if bagian)
        return InvalidFile(f"Berkas {self.berkas}{', ' if tempat else ''}{tempat}: {pesan}")

    # -- single values -----------------------------------------------------------------------------

    def teks(self, kunci: str) -> str:
        """A text; empty when it is not given."""
        nilai = self._take(kunci)
        if nilai is None:
            return ""
        if not isinstance(nilai, str):
            raise self.galat(f'{_singkat(nilai)} bukan teks. Tulis di antara tanda kutip: "{nilai}".', kunci)
        return nilai

    def teks_wajib(self, kunci: str) -> str:
        """A text that has to be there and to say something."""
        nilai = self.teks(kunci)
        if not nilai.strip():
            raise self.galat(f'kunci "{kunci}" belum diisi. Isi teksnya.')
        return nilai

    def angka(self, kunci: str) -> Decimal | None:
        """An exact number written as a string with a decimal point, or None."""
        nilai = self._take(kunci)
        if nilai is None:
            return None
        if not isinstance(nilai, str) or not _ANGKA.fullmatch(nilai):
            raise self.galat(
                f'"{_singkat(nilai)}" bukan angka. Tulis di antara tanda kutip dengan titik desimal,'
                ' misalnya "98.5".',
                kunci,
            )
        return Decimal(nilai)

    def bulat(self, kunci: str) -> int | None:
        """A plain integer (a count, a year), or None."""
        nilai = self._take(kunci)
        if nilai is None:
            return None
        if type(nilai) is not int:  # bool is an int to isinstance
            raise self.galat(
                f'"{_singkat(nilai)}" bukan bilangan bulat. Tulis tanpa tanda kutip, misalnya 12.', kunci
            )
        return nilai

    def required_integer(self, kunci: str) -> int:
        """A plain integer that has to be there."""
        nilai = self.bulat(kunci)
        if nilai is None:
            raise self.galat(f'kunci "{kunci}" belum diisi. Isi bilangan bulat.')
        return nilai

    def benar(self, kunci: str, *, bawaan: bool) -> bool:
        """A truth value; ``bawaan`` when it is not given."""
        nilai = self._take(kunci)
        if nilai is None:
            return bawaan
        if not isinstance(nilai, bool):
            raise self.galat(f'"{_singkat(nilai)}" bukan true atau false. Tulis salah satunya.', kunci)
        return nilai

    def tanggal(self, kunci: str) -> date | None:
        """An ISO date, or None."""
        nilai = self._take(kunci)
        if nilai is None:
            return None
        try:
            return date.fromisoformat(nilai)
        except (TypeError, ValueError) as galat:
            raise self.galat(
                f'"{_singkat(nilai)}" bukan tanggal. Tulis tahun-bulan-tanggal, misalnya 2021-01-31.', kunci
            ) from galat

    def columns(self, model: type[models.Model], *names: str) -> dict[str, Any]:
        """What these columns of a model hold, each under its own key: of which type it is, and whether it has to be
        there, is what the model says."""
        return {name: self._column(model._meta.get_field(name)) for name in names}

    def _column(self, field: Any) -> Any:
        match field:
            case models.BooleanField():
                return self.benar(field.name, bawaan=field.default)
            case models.DecimalField():
                return self.angka(field.name)
            case models.DateField():
                return self.tanggal(field.name)
            case models.IntegerField():
                return self.bulat(field.name) if field.null else self.required_integer(field.name)
            case _:
                return self.teks(field.name) if field.blank else self.teks_wajib(field.name)

    # -- structure ---------------------------------------------------------------------------------

    def objek(self, kunci: str) -> JsonObject | None:
        """An object below this one, or None."""
        nilai = self._take(kunci)
        return None if nilai is None else self._descend(nilai, kunci)

    def daftar(self, kunci: str) -> list[JsonObject]:
        """A list of objects; empty when it is not given."""
        return [self._descend(nilai, f"{kunci}[{i}]") for i, nilai in enumerate(self._larik(kunci))]

    def daftar_teks(self, kunci: str) -> list[str]:
        """A list of texts that say something."""
        for i, nilai in enumerate(self._larik(kunci)):
            if not isinstance(nilai, str) or not nilai.strip():
                raise self.galat(
                    f'"{_singkat(nilai)}" bukan teks. Isi atau hapus butir itu.', f"{kunci}[{i}]"
                )
        return list(self._larik(kunci))

    def selesai(self) -> None:
        """Refuse whatever was never asked for, here and in every object below."""
        lebih = sorted(self.isi.keys() - self._dibaca)
        if lebih:
            raise self.galat(f'kunci "{lebih[0]}" tidak dikenal. Periksa ejaannya atau hapus kunci itu.')
        for anak in self._anak:
            anak.selesai()

    # -- helpers -----------------------------------------------------------------------------------

    def _take(self, kunci: str) -> Any:
        self._dibaca.add(kunci)
        return self.isi.get(kunci)

    def _larik(self, kunci: str) -> list[Any]:
        nilai = self._take(kunci)
        if nilai is None:
            return []
        if not isinstance(nilai, list):
            raise self.galat(f'"{_singkat(nilai)}" bukan larik. Tulis [ … ].', kunci)
        return nilai

    def _descend(self, nilai: object, tempat: str) -> JsonObject:
        anak = type(self)(nilai, berkas=self.berkas, tempat=".".join(t for t in (self.tempat, tempat) if t))
        self._anak.append(anak)
        return anak


def read_object(berkas: Path) -> JsonObject:
    """A file whose content is one object. Raises :class:`InvalidFile`."""
    return JsonObject(read_json(berkas), berkas=berkas.name)


def read_list(berkas: Path) -> list[JsonObject]:
    """A file whose content is a list of objects. Raises :class:`InvalidFile`."""
    isi = read_json(berkas)
    if not isinstance(isi, list):
        raise InvalidFile(f"Berkas {berkas.name}: isinya bukan larik. Tulis [ … ].")
    return [JsonObject(butir, berkas=berkas.name, tempat=f"[{i}]") for i, butir in enumerate(isi)]


def read_json(berkas: Path) -> object:
    """The content of a file in which no key stands twice. Raises :class:`InvalidFile`."""
    try:
        return json.loads(
            berkas.read_text(encoding="utf-8"), object_pairs_hook=partial(_tanpa_kembar, berkas)
        )
    except OSError as galat:
        raise InvalidFile(
            f"Berkas {berkas} tidak dapat dibaca. Pastikan berkas itu ada dan boleh dibaca."
        ) from galat
    except UnicodeDecodeError as galat:
        raise InvalidFile(f"Berkas {berkas.name} bukan UTF-8. Simpan ulang sebagai UTF-8.") from galat
    except json.JSONDecodeError as galat:
        raise InvalidFile(
            f"Berkas {berkas.name}, baris {galat.lineno}, kolom {galat.colno}: bukan JSON yang sah."
            " Perbaiki tanda baca di sekitarnya."
        ) from galat


def _tanpa_kembar(berkas: Path, pasangan: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON lets the last of two equal keys win; here that would lose a fact."""
    hasil: dict[str, Any] = {}
    for kunci, nilai in pasangan:
        if kunci in hasil:
            raise InvalidFile(
                f'Berkas {berkas.name}: kunci "{kunci}" tertulis dua kali dalam satu objek. Hapus salah satu.'
            )
        hasil[kunci] = nilai
    return hasil


def _singkat(nilai: object) -> str:
    teks = nilai if isinstance(nilai, str) else json.dumps(nilai, ensure_ascii=False)
    return teks if len(teks) <= 60 else f"{teks[:59]}…"

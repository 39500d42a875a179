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

    ``everything`` holds every error where several rows of one list are wrong, the first of them being this one.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.everything: tuple[InvalidFile, ...] = (self,)

    @classmethod
    def combine(cls, errors: Sequence[InvalidFile]) -> InvalidFile:
        """The first of several errors, which brings the others along."""
        first = errors[0]
        first.everything = tuple(one for g in errors for one in g.everything)
        return first


class JsonObject:
    """A JSON object of a file. Values are taken by key; :meth:`done` refuses the keys that were never taken."""

    def __init__(self, content: object, *, file: str, place: str = "") -> None:
        self.file = file
        self.place = place
        self._is_read: set[str] = set()
        self._children: list[JsonObject] = []
        if not isinstance(content, dict):
            raise self.error(f'"{_short(content)}" bukan objek. Tulis {{"kunci": "nilai"}}.')
        self.content: dict[str, Any] = content

    def error(self, message: str, key: str = "") -> InvalidFile:
        """The error for a value of this object (``key``) or for the object as a whole."""
        place = ".".join(part for part in (self.place, key) if part)
        return InvalidFile(f"Berkas {self.file}{', ' if place else ''}{place}: {message}")

    # -- single values -----------------------------------------------------------------------------

    def text(self, key: str) -> str:
        """A text; empty when it is not given."""
        nilai = self._take(key)
        if nilai is None:
            return ""
        if not isinstance(nilai, str):
            raise self.error(f'{_short(nilai)} bukan teks. Tulis di antara tanda kutip: "{nilai}".', key)
        return nilai

    def required_text(self, key: str) -> str:
        """A text that has to be there and to say something."""
        nilai = self.text(key)
        if not nilai.strip():
            raise self.error(f'kunci "{key}" belum diisi. Isi teksnya.')
        return nilai

    def angka(self, key: str) -> Decimal | None:
        """An exact number written as a string with a decimal point, or None."""
        nilai = self._take(key)
        if nilai is None:
            return None
        if not isinstance(nilai, str) or not _ANGKA.fullmatch(nilai):
            raise self.error(
                f'"{_short(nilai)}" bukan angka. Tulis di antara tanda kutip dengan titik desimal,'
                ' misalnya "98.5".',
                key,
            )
        return Decimal(nilai)

    def integer(self, key: str) -> int | None:
        """A plain integer (a count, a year), or None."""
        nilai = self._take(key)
        if nilai is None:
            return None
        if type(nilai) is not int:  # bool is an int to isinstance
            raise self.error(
                f'"{_short(nilai)}" bukan bilangan bulat. Tulis tanpa tanda kutip, misalnya 12.', key
            )
        return nilai

    def required_integer(self, key: str) -> int:
        """A plain integer that has to be there."""
        nilai = self.integer(key)
        if nilai is None:
            raise self.error(f'kunci "{key}" belum diisi. Isi bilangan bulat.')
        return nilai

    def boolean(self, key: str, *, default: bool) -> bool:
        """A truth value; ``default`` when it is not given."""
        nilai = self._take(key)
        if nilai is None:
            return default
        if not isinstance(nilai, bool):
            raise self.error(f'"{_short(nilai)}" bukan true atau false. Tulis salah satunya.', key)
        return nilai

    def tanggal(self, key: str) -> date | None:
        """An ISO date, or None."""
        nilai = self._take(key)
        if nilai is None:
            return None
        try:
            return date.fromisoformat(nilai)
        except (TypeError, ValueError) as error:
            raise self.error(
                f'"{_short(nilai)}" bukan tanggal. Tulis tahun-bulan-tanggal, misalnya 2021-01-31.', key
            ) from error

    def columns(self, model: type[models.Model], *names: str) -> dict[str, Any]:
        """What these columns of a model hold, each under its own key: of which type it is, and whether it has to be
        there, is what the model says."""
        return {name: self._column(model._meta.get_field(name)) for name in names}

    def _column(self, field: Any) -> Any:
        match field:
            case models.BooleanField():
                return self.boolean(field.name, default=field.default)
            case models.DecimalField():
                return self.angka(field.name) if field.name in self.content else field.get_default()
            case models.DateField():
                return self.tanggal(field.name)
            case models.IntegerField():
                return self.integer(field.name) if field.null else self.required_integer(field.name)
            case models.CharField() | models.TextField():
                return self.text(field.name) if field.blank else self.required_text(field.name)
            case _:
                raise TypeError(f"{field} is of no type that a file says in one value")

    # -- structure ---------------------------------------------------------------------------------

    def inner(self, key: str) -> JsonObject | None:
        """An object below this one, or None."""
        nilai = self._take(key)
        return None if nilai is None else self._descend(nilai, key)

    def listing(self, key: str) -> list[JsonObject]:
        """A list of objects; empty when it is not given."""
        return [self._descend(nilai, f"{key}[{i}]") for i, nilai in enumerate(self._array(key))]

    def text_list(self, key: str) -> list[str]:
        """A list of texts that say something."""
        for i, nilai in enumerate(self._array(key)):
            if not isinstance(nilai, str) or not nilai.strip():
                raise self.error(f'"{_short(nilai)}" bukan teks. Isi atau hapus butir itu.', f"{key}[{i}]")
        return list(self._array(key))

    def done(self) -> None:
        """Refuse whatever was never asked for, here and in every object below."""
        more = sorted(self.content.keys() - self._is_read)
        if more:
            raise self.error(f'kunci "{more[0]}" tidak dikenal. Periksa ejaannya atau hapus kunci itu.')
        for child in self._children:
            child.done()

    # -- helpers -----------------------------------------------------------------------------------

    def _take(self, key: str) -> Any:
        self._is_read.add(key)
        return self.content.get(key)

    def _array(self, key: str) -> list[Any]:
        nilai = self._take(key)
        if nilai is None:
            return []
        if not isinstance(nilai, list):
            raise self.error(f'"{_short(nilai)}" bukan larik. Tulis [ … ].', key)
        return nilai

    def _descend(self, nilai: object, place: str) -> JsonObject:
        child = type(self)(nilai, file=self.file, place=".".join(t for t in (self.place, place) if t))
        self._children.append(child)
        return child


def read_object(file: Path) -> JsonObject:
    """A file whose content is one object. Raises :class:`InvalidFile`."""
    return JsonObject(read_json(file), file=file.name)


def read_list(file: Path) -> list[JsonObject]:
    """A file whose content is a list of objects. Raises :class:`InvalidFile`."""
    content = read_json(file)
    if not isinstance(content, list):
        raise InvalidFile(f"Berkas {file.name}: isinya bukan larik. Tulis [ … ].")
    return [JsonObject(item, file=file.name, place=f"[{i}]") for i, item in enumerate(content)]


def read_json(file: Path) -> object:
    """The content of a file in which no key stands twice. Raises :class:`InvalidFile`."""
    try:
        return json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=partial(_without_twin, file))
    except OSError as error:
        raise InvalidFile(
            f"Berkas {file} tidak dapat dibaca. Pastikan berkas itu ada dan boleh dibaca."
        ) from error
    except UnicodeDecodeError as error:
        raise InvalidFile(f"Berkas {file.name} bukan UTF-8. Simpan ulang sebagai UTF-8.") from error
    except json.JSONDecodeError as error:
        raise InvalidFile(
            f"Berkas {file.name}, baris {error.lineno}, kolom {error.colno}: bukan JSON yang sah."
            " Perbaiki tanda baca di sekitarnya."
        ) from error


def _without_twin(file: Path, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON lets the last of two equal keys win; here that would lose a fact."""
    results: dict[str, Any] = {}
    for key, nilai in pairs:
        if key in results:
            raise InvalidFile(
                f'Berkas {file.name}: kunci "{key}" tertulis dua kali dalam satu objek. Hapus salah satu.'
            )
        results[key] = nilai
    return results


def _short(nilai: object) -> str:
    text = nilai if isinstance(nilai, str) else json.dumps(nilai, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:59]}…"

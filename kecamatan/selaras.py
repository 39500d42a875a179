"""Stored rows made equal to wanted rows: the smallest change, counted, so that a second run changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError, QuerySet

from kecamatan.bacaan import BerkasTidakSah, Objek
from kecamatan.models.aturan import DapatDisunting

M = TypeVar("M", bound=models.Model)

SUDAH_TERTULIS = "baris ini sama dengan baris sebelumnya. Hapus salah satu."

Baris = tuple[Objek, dict[str, Any]]
"""Where a row comes from, and its columns."""


class Sisa(Enum):
    """What happens to stored rows that are not wanted any more."""

    HAPUS = auto()
    TUNDA = auto()
    """Delete in :meth:`Penyelaras.buang_usang`, because other rows still point at them until then."""
    BILA_BEBAS = auto()
    """Delete, but keep what other records use: they were made with it."""
    BIARKAN = auto()


@dataclass(kw_only=True)
class Hitungan:
    """How many rows were new, changed, left as they were and deleted."""

    baru: int = 0
    berubah: int = 0
    tetap: int = 0
    dihapus: int = 0

    @property
    def perubahan(self) -> int:
        """Rows that are not as they were before."""
        return self.baru + self.berubah + self.dihapus

    def __add__(self, lain: Hitungan) -> Hitungan:
        return Hitungan(
            baru=self.baru + lain.baru,
            berubah=self.berubah + lain.berubah,
            tetap=self.tetap + lain.tetap,
            dihapus=self.dihapus + lain.dihapus,
        )

    def __str__(self) -> str:
        teks = f"{self.baru} baru, {self.berubah} berubah, {self.tetap} tetap"
        return f"{teks}, {self.dihapus} dihapus" if self.dihapus else teks


class Penyelaras:
    """Writes rows and counts. Use inside one transaction, which the caller opens.

    Rows are checked as a form would check them; a refusal is a :class:`~kecamatan.bacaan.BerkasTidakSah` that
    names the place the row comes from.
    """

    def __init__(self) -> None:
        self.hitungan = Hitungan()
        self._usang: list[tuple[models.Model, Objek]] = []
        self._satu: set[tuple[Any, ...]] = set()

    def satu(
        self,
        model: type[M],
        asal: Objek,
        *,
        kunci: dict[str, Any],
        nilai: dict[str, Any],
        suntingan: bool = False,
    ) -> M:
        """The row with this key, with these values. ``suntingan`` leaves a row alone that people have changed.

        A key that comes a second time is refused: of two rows the last would win, and a fact would be lost.
        """
        tanda = (model, *((k, _polos(v)) for k, v in sorted(kunci.items())))
        if tanda in self._satu:
            raise asal.galat(SUDAH_TERTULIS)
        self._satu.add(tanda)
        ada = model._default_manager.filter(**kunci).first()
        if ada is None:
            return self._buat(model, [(asal, kunci | nilai)])[0]
        self._perbarui(ada, nilai, asal, suntingan=suntingan)
        return ada

    def daftar(
        self,
        model: type[M],
        baris: Sequence[Baris],
        *,
        asal: Objek,
        induk: dict[str, Any],
        kunci: Collection[str] = ("urut",),
        lingkup: QuerySet[M] | None = None,
        sisa: Sisa = Sisa.HAPUS,
    ) -> list[M]:
        """The rows below ``induk``, in order. ``kunci`` tells them apart; without one there is at most one row.

        ``sisa`` says what happens to the other rows of ``lingkup`` (default: those below ``induk``); ``asal`` is
        where the list stands in the file. A column ``urut`` is filled with the place in the list. Rows that only
        their place tells apart are replaced rather than changed: two of them may have changed places, and the
        database looks at one at a time.
        """
        menurut_tempat = tuple(kunci) == ("urut",)
        berurut = any(f.name == "urut" for f in model._meta.concrete_fields)
        stok = model._default_manager.filter(**induk) if lingkup is None else lingkup
        ada = {_kunci(b, kunci): b for b in stok}
        hasil: list[M | None] = []
        baru: list[Baris] = []
        ganti = 0
        terpakai = set()
        for nomor, (asal_baris, nilai) in enumerate(baris, start=1):
            isi = induk | ({"urut": nomor} if berurut else {}) | nilai
            tanda = tuple(_polos(isi[k]) for k in kunci)
            if tanda in terpakai:
                raise asal_baris.galat(SUDAH_TERTULIS)
            terpakai.add(tanda)
            lama = ada.pop(tanda, None)
            if lama is not None and menurut_tempat and _beda(lama, isi):
                lama.delete()
                lama = None
                ganti += 1
            if lama is None:
                baru.append((asal_baris, isi))
            else:
                self._perbarui(lama, isi, asal_baris)
            hasil.append(lama)
        for usang in ada.values():
            if sisa is Sisa.TUNDA:
                self._usang.append((usang, asal))
            elif sisa is not Sisa.BIARKAN:
                self._hapus(usang, asal, bila_bebas=sisa is Sisa.BILA_BEBAS)
        dibuat = iter(self._buat(model, baru))
        self.hitungan.baru -= ganti
        self.hitungan.berubah += ganti
        return [next(dibuat) if b is None else b for b in hasil]

    def buang_usang(self) -> None:
        """Delete what was set aside, last found first: children before their parents."""
        while self._usang:
            self._hapus(*self._usang.pop())

    # -- helpers -----------------------------------------------------------------------------------

    def _perbarui(
        self, ada: models.Model, nilai: dict[str, Any], asal: Objek, *, suntingan: bool = False
    ) -> None:
        disunting = isinstance(ada, DapatDisunting) and ada.revisi > 1
        if not _beda(ada, nilai) or (suntingan and disunting):
            self.hitungan.tetap += 1
            return
        for kolom, isi in nilai.items():
            setattr(ada, kolom, isi)
        if isinstance(ada, DapatDisunting) and not suntingan:
            ada.revisi += 1
        _periksa(ada, asal)
        ada.save()
        self.hitungan.berubah += 1

    def _buat(self, model: type[M], baris: Sequence[Baris]) -> list[M]:
        """Insert in one statement; only when the database refuses is each row checked to find which one."""
        dibuat = [model(**isi) for _, isi in baris]
        tanpa_acuan = [f.name for f in model._meta.concrete_fields if f.is_relation]
        for objek, (asal, _) in zip(dibuat, baris, strict=True):
            try:
                objek.clean_fields(exclude=tanpa_acuan)
            except ValidationError as galat:
                raise _tolak(objek, galat, asal) from galat
        try:
            with transaction.atomic():
                model._default_manager.bulk_create(dibuat)
        except IntegrityError:
            for objek, (asal, _) in zip(dibuat, baris, strict=True):
                _periksa(objek, asal)
                objek.save()
        self.hitungan.baru += len(dibuat)
        return dibuat

    def _hapus(self, baris: models.Model, asal: Objek, *, bila_bebas: bool = False) -> None:
        try:
            with transaction.atomic():
                baris.delete()
        except ProtectedError as galat:
            if bila_bebas:
                self.hitungan.tetap += 1
                return
            raise asal.galat(
                f'{baris._meta.verbose_name} "{baris}" tidak ada lagi dalam berkas, tetapi masih dipakai catatan lain.'
                " Kembalikan ke berkas, atau hapus dahulu catatan yang memakainya."
            ) from galat
        self.hitungan.dihapus += 1


def _polos(nilai: object) -> Any:
    """A row is known by its primary key."""
    return nilai.pk if isinstance(nilai, models.Model) else nilai


def _kunci(baris: models.Model, kunci: Collection[str]) -> tuple[Any, ...]:
    return tuple(_tersimpan(baris, k) for k in kunci)


def _tersimpan(baris: models.Model, kolom: str) -> Any:
    # attname reads the key of a foreign row without fetching the row
    return getattr(baris, baris._meta.get_field(kolom).attname)  # type: ignore[union-attr]


def _beda(baris: models.Model, nilai: dict[str, Any]) -> bool:
    return any(_tersimpan(baris, kolom) != _polos(isi) for kolom, isi in nilai.items())


def _periksa(baris: models.Model, asal: Objek) -> None:
    try:
        baris.full_clean()
    except ValidationError as galat:
        raise _tolak(baris, galat, asal) from galat


def _tolak(baris: models.Model, galat: ValidationError, asal: Objek) -> BerkasTidakSah:
    """The first message, with the column's Indonesian name where it is about one column."""
    kolom, pesan = next(iter(galat.message_dict.items()))
    if kolom == NON_FIELD_ERRORS:
        return asal.galat(pesan[0])
    sebutan = baris._meta.get_field(kolom).verbose_name  # type: ignore[union-attr]
    return asal.galat(f"{sebutan}: {pesan[0]}")

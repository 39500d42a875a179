"""Stored rows made equal to wanted rows: the smallest change, counted, so that a second run changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, TypeVar

from django.db import models, transaction
from django.db.models import ProtectedError

from kecamatan.ground.row_changes import (
    Change,
    ChangeKind,
    Origin,
    Tally,
    Wanted,
    filled_columns,
    readable,
)
from kecamatan.ground.row_pairs import pasangkan, urutan
from kecamatan.ground.row_write import Refusal, RowsRefused, RowWriter, taken_along
from kecamatan.ground.strict_json import InvalidFile

M = TypeVar("M", bound=models.Model)

SUDAH_TERTULIS = "baris ini sama dengan baris sebelumnya. Hapus salah satu."


class Rest(Enum):
    """What happens to stored rows that are not wanted any more."""

    HAPUS = auto()
    TUNDA = auto()
    """Delete in :meth:`RowSync.discard_stale`, because other rows still point at them until then."""
    BILA_BEBAS = auto()
    """Delete, but keep what other records use: they were made with it."""
    BIARKAN = auto()


@dataclass(frozen=True, kw_only=True)
class KeyedReference:
    """A kind of row that is referred to by its key rather than by its number.

    A Renstra version repeats the indikator of the one before it under the same kunci: a row that refers to either
    means the same. ``tersimpan`` has the key of every stored row by its number, ``tanda`` the key of a row at hand.
    """

    tersimpan: Mapping[int, Any]
    tanda: Callable[[Any], Any]


@dataclass
class RowSync:
    """Finds which rows are new, changed or gone, hands them to ``writer`` and counts. Use inside one transaction,
    which the caller opens.

    What the writer refuses is a :class:`kecamatan.ground.strict_json.InvalidFile` that names the place the row comes
    from.

    ``galat`` collects the refusals of parts (:meth:`bagian`). ``acuan`` tells which references are compared by key. A
    row that is ``left_alone`` stays as it is, whatever is wanted. Every change is kept in ``perubahan`` when ``note``
    is set.
    """

    note: bool = False
    galat: list[InvalidFile] = field(default_factory=list)
    acuan: Mapping[type[models.Model], KeyedReference] = field(default_factory=dict)
    writer: RowWriter = field(default_factory=RowWriter)
    left_alone: Callable[[models.Model], bool] = lambda row: False
    hitungan: Tally = field(default_factory=Tally, init=False)
    perubahan: list[Change] = field(default_factory=list, init=False)
    _usang: list[tuple[models.Model, Origin]] = field(default_factory=list, init=False)
    _ikut: set[tuple[type[models.Model], int]] = field(default_factory=set, init=False)
    """Rows that are gone together with another."""
    _satu: set[tuple[Any, ...]] = field(default_factory=set, init=False)

    def bagian(self, write: Callable[[], object]) -> bool:
        """Write one part of the file; its refusals are collected, and the caller takes everything back in the end.

        Returns whether it was written.
        """
        try:
            write()
        except InvalidFile as galat:
            self.galat.extend(galat.semua)
            return False
        return True

    def satu(
        self,
        model: type[M],
        asal: Origin,
        *,
        kunci: dict[str, Any],
        nilai: dict[str, Any],
        stok: Iterable[M] | None = None,
    ) -> M:
        """The row with this key, with these values.

        ``stok`` are the stored rows among which it is looked for, where they were read before (0 queries).

        A key that comes a second time is refused: of two rows the last would win, and a fact would be lost.
        """
        tanda = (model, *((k, _polos(v)) for k, v in sorted(kunci.items())))
        if tanda in self._satu:
            raise asal.galat(SUDAH_TERTULIS)
        self._satu.add(tanda)
        ada = self._find(model, kunci, stok)
        if ada is None:
            return self._create(model, [(asal, kunci | nilai)])[0]
        self._renew(ada, nilai, asal)
        return ada

    def daftar(
        self,
        model: type[M],
        baris: Sequence[Wanted],
        *,
        asal: Origin,
        induk: dict[str, Any],
        kunci: Collection[str] = ("urut",),
        sisa: Rest = Rest.HAPUS,
        stok: Sequence[M] | None = None,
    ) -> list[M]:
        """The rows below ``induk``, in order. ``kunci`` tells them apart; without one there is at most one row.

        ``sisa`` says what happens to the other rows below ``induk``, or of ``stok`` where the stored rows were read
        before; ``asal`` is where the list stands in the file. A column ``urut`` is filled with the place in the list.
        Rows that only their place tells apart are known by what they say: a row that moved is the same row, and of the
        rest those most alike belong together. Where such a pair differs in a column that must be unique the row is
        replaced rather than changed: two rows may have changed places, and the database looks at one at a time.
        """
        berurut = any(f.name == "urut" for f in model._meta.concrete_fields)
        lengkap = [
            (asal_baris, induk | ({"urut": nomor} if berurut else {}) | nilai)
            for nomor, (asal_baris, nilai) in enumerate(baris, start=1)
        ]
        if stok is None:
            stok = list(model._default_manager.filter(**induk))
        tempat = {b.pk: nomor for nomor, b in enumerate(stok)}
        menurut_tempat = tuple(kunci) == ("urut",)
        if menurut_tempat:
            pasangan, usang = self._menurut_isi(stok, [isi for _, isi in lengkap], lewati=set(induk))
            unik = _kolom_unik(model) - set(induk)
        else:
            pasangan, usang = self._menurut_kunci(stok, lengkap, kunci)
            unik = frozenset()
        if berurut:
            nomor_urut = urutan([None if b is None else (tempat[b.pk], _urut(b)) for b in pasangan])
            lengkap = [
                (asal_baris, isi | {"urut": nomor})
                for (asal_baris, isi), nomor in zip(lengkap, nomor_urut, strict=True)
            ]
        hasil: list[M | None] = []
        baru: list[Wanted] = []
        swap: list[tuple[dict[str, Any], dict[str, Any]] | None] = []
        galat: list[InvalidFile] = []
        for (asal_baris, isi), lama in zip(lengkap, pasangan, strict=True):
            beda = self._beda(lama, isi) if lama is not None else set()
            if lama is None or beda & unik:
                swap.append(None if lama is None else self._catatan(lama, isi, beda))
                if lama is not None:
                    isi = isi | {k: getattr(lama, k) for k in isi.keys() - beda}
                    self.writer.remove(lama)
                baru.append((asal_baris, isi))
                hasil.append(None)
                continue
            try:
                self._renew(lama, isi, asal_baris)
            except InvalidFile as refuse:
                galat.append(refuse)
            hasil.append(lama)
        for satu in usang:
            if sisa is Rest.TUNDA:
                self._usang.append((satu, asal))
            elif sisa is not Rest.BIARKAN:
                self._delete(satu, asal, bila_bebas=sisa is Rest.BILA_BEBAS)
        try:
            dibuat = self._create(model, baru, swap)
        except InvalidFile as refuse:
            raise InvalidFile.combine([*galat, refuse]) from refuse
        if galat:
            raise InvalidFile.combine(galat)
        berikut = iter(dibuat)
        return [next(berikut) if b is None else b for b in hasil]

    def discard_stale(self) -> None:
        """Delete what was set aside, last found first: children before their parents."""
        galat: list[InvalidFile] = []
        while self._usang:
            try:
                self._delete(*self._usang.pop())
            except InvalidFile as refuse:
                galat.append(refuse)
        if galat:
            raise InvalidFile.combine(galat)

    # -- which stored row is meant -----------------------------------------------------------------

    def _find(self, model: type[M], kunci: dict[str, Any], stok: Iterable[M] | None) -> M | None:
        if stok is None:
            return model._default_manager.filter(**kunci).first()
        return next(
            (
                b
                for b in stok
                if all(
                    b.pk == v if k == "pk" else self._tersimpan(b, k) == self._tanda(v)
                    for k, v in kunci.items()
                )
            ),
            None,
        )

    def _menurut_kunci(
        self, stok: Iterable[M], baris: Sequence[Wanted], kunci: Collection[str]
    ) -> tuple[list[M | None], list[M]]:
        """The stored row of each wanted one, and those that nobody wants. Of two with one key the last counts."""
        ada: dict[tuple[Any, ...], M] = {tuple(self._tersimpan(b, k) for k in kunci): b for b in stok}
        terpakai = set()
        pasangan: list[M | None] = []
        for asal, isi in baris:
            tanda = tuple(self._tanda(isi[k]) for k in kunci)
            if tanda in terpakai:
                raise asal.galat(SUDAH_TERTULIS)
            terpakai.add(tanda)
            pasangan.append(ada.pop(tanda, None))
        return pasangan, list(ada.values())

    def _menurut_isi(
        self, stok: Sequence[M], baris: Sequence[dict[str, Any]], *, lewati: set[str]
    ) -> tuple[list[M | None], list[M]]:
        """Pair rows that say the same, then those most alike, then what is left in order."""
        if not baris:
            return [], list(stok)
        kolom = [k for k in baris[0] if k != "urut" and k not in lewati]
        nomor = pasangkan(
            [tuple(_beku(self._tanda(isi[k])) for k in kolom) for isi in baris],
            [tuple(_beku(self._tersimpan(b, k)) for k in kolom) for b in stok],
        )
        terpakai = set(nomor)
        return (
            [None if n is None else stok[n] for n in nomor],
            [b for n, b in enumerate(stok) if n not in terpakai],
        )

    # -- writing -----------------------------------------------------------------------------------

    def _renew(self, ada: models.Model, nilai: dict[str, Any], asal: Origin) -> None:
        beda = self._beda(ada, nilai)
        if beda and self.left_alone(ada):
            beda = set()
        if beda:
            nilai = self._settle(ada, nilai, asal)
            beda = self._beda(ada, nilai)
        if not beda:
            self.hitungan.tetap += 1
            return
        sebelum, sesudah = self._catatan(ada, nilai, beda)
        for kolom in beda:
            setattr(ada, kolom, nilai[kolom])
        with _placed({id(ada): asal}):
            self.writer.change(ada, moved_only=beda == {"urut"})
        self.hitungan.berubah += 1
        self._remember(ChangeKind.BERUBAH, ada, asal, sebelum, sesudah)

    def _create(
        self,
        model: type[M],
        baris: Sequence[Wanted],
        swap: Sequence[tuple[dict[str, Any], dict[str, Any]] | None] = (),
    ) -> list[M]:
        """Insert new rows. ``swap`` has what was and what is for those that replace another."""
        if not baris:
            return []
        dibuat = [model(**isi) for _, isi in baris]
        with _placed({id(objek): asal for objek, (asal, _) in zip(dibuat, baris, strict=True)}):
            self.writer.insert(dibuat)
        for nomor, (objek, (asal, _)) in enumerate(zip(dibuat, baris, strict=True)):
            lama = swap[nomor] if nomor < len(swap) else None
            if lama is None:
                self.hitungan.baru += 1
                if self.note:
                    self._remember(ChangeKind.BARU, objek, asal, {}, filled_columns(objek))
            else:
                self.hitungan.berubah += 1
                self._remember(ChangeKind.BERUBAH, objek, asal, *lama)
        return dibuat

    def _settle(self, row: models.Model, values: dict[str, Any], asal: Origin) -> dict[str, Any]:
        """The wanted columns as the judge leaves them. Raises InvalidFile with everything it refuses."""
        wanted = copy(row)
        wanted._state = copy(row._state)  # its own memory of the rows it points at
        wanted._state.fields_cache = dict(row._state.fields_cache)
        for name, value in values.items():
            setattr(wanted, name, value)
        with _placed({id(wanted): asal}):
            self.writer.settle(wanted)
        return {name: getattr(wanted, name) for name in values}

    def _delete(self, baris: models.Model, asal: Origin, *, bila_bebas: bool = False) -> None:
        if (type(baris), baris.pk) in self._ikut:
            self.hitungan.dihapus += 1  # told already, with the row that took it along
            return
        try:
            with transaction.atomic():
                remove = [
                    Change(
                        jenis=ChangeKind.DIHAPUS, baris=o, sebelum=filled_columns(o), sesudah={}, asal=asal
                    )
                    for o in (taken_along(baris) if self.note else ())
                    if not o._meta.auto_created
                ]
                self.writer.remove(baris)
        except ProtectedError as galat:
            if bila_bebas:
                self.hitungan.tetap += 1
                return
            raise asal.galat(
                f'{baris._meta.verbose_name} "{baris}" tidak ada lagi dalam berkas, tetapi masih dipakai catatan lain.'
                " Kembalikan ke berkas, atau hapus dahulu catatan yang memakainya."
            ) from galat
        self.hitungan.dihapus += 1
        self._ikut |= {(satu.model, satu.pk) for satu in remove}
        self.perubahan += remove

    def _remember(
        self,
        jenis: ChangeKind,
        baris: models.Model,
        asal: Origin,
        sebelum: dict[str, Any],
        sesudah: dict[str, Any],
    ) -> None:
        if self.note:
            self.perubahan.append(
                Change(jenis=jenis, baris=baris, sebelum=sebelum, sesudah=sesudah, asal=asal)
            )

    def _catatan(
        self, baris: models.Model, isi: dict[str, Any], beda: set[str]
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """The differing columns before and after, in the order of the model."""
        if not self.note:
            return {}, {}
        urutan = [f.name for f in baris._meta.concrete_fields if f.name in beda]
        return {k: readable(getattr(baris, k, None)) for k in urutan}, {k: readable(isi[k]) for k in urutan}

    # -- comparing ---------------------------------------------------------------------------------

    def _beda(self, baris: models.Model, nilai: dict[str, Any]) -> set[str]:
        return {k for k, isi in nilai.items() if self._tersimpan(baris, k) != self._tanda(isi)}

    def _tanda(self, nilai: object) -> Any:
        if isinstance(nilai, models.Model) and (acuan := self.acuan.get(type(nilai))):
            return acuan.tanda(nilai)
        return _polos(nilai)

    def _tersimpan(self, baris: models.Model, kolom: str) -> Any:
        """A stored value as :meth:`_tanda` gives the wanted one."""
        bidang: Any = baris._meta.get_field(kolom)
        nilai = getattr(baris, bidang.attname)  # the key of a foreign row, without fetching the row
        acuan = self.acuan.get(bidang.related_model) if bidang.is_relation else None
        return acuan.tersimpan.get(nilai, nilai) if acuan else nilai


def _urut(baris: Any) -> int:
    nomor: int = baris.urut
    return nomor


def _polos(nilai: object) -> Any:
    """A row is known by its primary key."""
    return nilai.pk if isinstance(nilai, models.Model) else nilai


def _beku(nilai: Any) -> Any:
    """A value that a set can hold."""
    return tuple(nilai) if isinstance(nilai, list) else nilai


def _kolom_unik(model: type[models.Model]) -> frozenset[str]:
    """Columns of which no two rows may have the same."""
    return frozenset(
        kolom
        for aturan in model._meta.constraints
        if isinstance(aturan, models.UniqueConstraint)
        for kolom in aturan.fields
    )


@contextmanager
def _placed(places: Mapping[int, Origin]) -> Iterator[None]:
    """What the writer refuses is said where the row comes from."""

    def at_its_place(refusal: Refusal) -> InvalidFile:
        return places[id(refusal.row)].galat(refusal.message, refusal.column)

    try:
        yield
    except RowsRefused as refused:
        raise InvalidFile.combine([at_its_place(r) for r in refused.refusals]) from refused

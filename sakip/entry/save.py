"""One row written by a person: saved, deleted, restored, moved and confirmed, each one act of the writer.

There is one lock: what the page showed. A save and a deletion bring back the fingerprint (*sidik*) of the row that
was shown, a move the place (*urut*) at which it stood. The stored row is taken for update (on SQLite every
transaction is the only writer) and compared; when it says something else, the act is refused with who changed it.
Not a counter of changes: it would refuse over what the page does not show, could not say which field differs, and
would have to be kept by every writer. An act that is done already is a success where it can be told: the same values
again. What a deletion took comes back once, and never over another row: number and place are unique.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, Literal

from django.core import serializers
from django.db import models
from django.db.models import ProtectedError

from kecamatan.ground.row_write import taken_along
from kecamatan.ground.trail import record_history
from kecamatan.ground.trail_key import trail_key
from kecamatan.models import Jejak, Pengguna
from sakip.entry.form import RecordForm, Scope, Shown, values_fingerprint
from sakip.entry.writer import (
    BESIDE,
    DIBUAT,
    DIHAPUS,
    DIPINDAH,
    DIPULIHKAN,
    DITINJAU,
    DIUBAH,
    Act,
    RecordRefused,
    last_place,
    writing,
)

#: Key of ``Jejak.sebelum`` that holds the deleted rows themselves; keys with an underscore are not shown.
BARIS: Final = "_baris"


class Conflict(Exception):
    """Somebody else changed the row since the page was shown. ``tersimpan`` is what is stored now.

    ``oleh`` and ``waktu`` are of the last entry in the trail; ``terhapus`` holds when the row is gone.
    """

    def __init__(self, *, tersimpan: Shown, jejak: Jejak | None, terhapus: bool = False) -> None:
        super().__init__("catatan berubah sejak halaman dibuka")
        self.tersimpan = tersimpan
        self.oleh: str = str(jejak.pengguna) if jejak and jejak.pengguna else "Sistem"
        self.waktu: datetime | None = jejak.waktu if jejak else None
        self.terhapus = terhapus


def record_save(
    *, form: RecordForm, oleh: Pengguna | None, sidik: str = "", alasan: str = ""
) -> models.Model:
    """Store what a valid form holds; returns the row.

    What is stored already is not stored again, so that a request that comes twice does once. Raises
    :class:`Conflict` when the row is not the one whose ``sidik`` the page showed,
    :class:`sakip.entry.writer.RecordRefused` when another row stands in the way,
    :class:`sakip.entry.writer.CheckRefused` when its year would not be right with it, and
    :class:`sakip.entry.lock.YearClosed`.
    """
    with writing(form.lingkup, by=oleh, yearly=form.tahunan) as act:
        return form_save(act, form, sidik=sidik, alasan=alasan)


def form_save(
    act: Act, form: RecordForm, *, sidik: str = "", alasan: str = "", held: bool = False
) -> models.Model:
    """The same as one of the things that an act does. ``held`` says that the act took the row of the form for update
    already, so that it is not asked for twice.

    Whatever this raises has to end the act.
    """
    if held:
        lama = form.potret()
        if form.instance.pk is not None:
            _refuse_unseen(form, form.instance, lama, sidik)
    else:
        lama = _lama(form, sidik)
    isian = form.potret_isian()
    baris: models.Model = form.instance
    if lama == isian:
        return baris
    if baris.pk is None:
        _di_akhir(form, baris)
    form.store(act)
    key = trail_key(baris)  # before reading anew: what the row hangs on is still at hand
    if form.stored_as_shown:
        baru, potret = form, isian
    else:
        baris.refresh_from_db()
        baru = type(form)(instance=baris, lingkup=form.lingkup)
        potret = baru.potret()
    berubah = [nama for nama in potret if lama.get(nama, "") != potret[nama]]
    act.tell(
        DIUBAH if lama else DIBUAT,
        baris,
        key=key,
        before=_tampilan(baru, lama, berubah) if lama else None,
        after=_tampilan(baru, potret, berubah),
        why=alasan,
    )
    return baris


def record_delete(*, form: RecordForm, oleh: Pengguna | None, sidik: str, alasan: str = "") -> Jejak:
    """Delete the row of the form with everything below it; the trail keeps them, so that it can be undone.

    Raises :class:`sakip.entry.writer.RecordRefused` when other records use the row, and as :func:`record_save` does.
    """
    with writing(form.lingkup, by=oleh, yearly=form.tahunan) as act:
        return form_delete(act, form, sidik=sidik, alasan=alasan)


def form_delete(act: Act, form: RecordForm, *, sidik: str, alasan: str = "") -> Jejak:
    """The same as one of the things that an act does."""
    lama = _lama(form, sidik)
    if larangan := form.larangan_hapus():
        raise RecordRefused(larangan)
    baris = form.instance
    ikut = _ikut_terhapus(baris)
    before = _tampilan(form, lama, list(lama)) | {BARIS: serializers.serialize("python", ikut)}
    jejak = act.tell(DIHAPUS, baris, before=before, why=alasan)
    act.remove(baris)
    return jejak


def record_restore(*, jejak: Jejak, oleh: Pengguna | None, tahunan: bool = True) -> models.Model:
    """Bring back what a deletion took; returns the row. Raises :class:`sakip.entry.writer.RecordRefused` when its
    place is taken, and :class:`sakip.entry.writer.CheckRefused` when its year would not be right with it.

    ``tahunan`` is False for records that no report's year closes.
    """
    isi = (jejak.sebelum or {}).get(BARIS)
    if jejak.tindakan != DIHAPUS or not isi or jejak.kecamatan is None or jejak.tahun is None:
        raise RecordRefused(_NOT_KEPT)
    lingkup = Scope(kecamatan=jejak.kecamatan, tahun=jejak.tahun, pengguna=oleh)
    with writing(lingkup, by=oleh, yearly=tahunan) as act:
        utama: models.Model | None = None
        for satu in serializers.deserialize("python", isi, ignorenonexistent=True):
            baris: models.Model = satu.object
            if type(baris)._base_manager.filter(pk=baris.pk).exists():
                raise RecordRefused("Catatan ini sudah dipulihkan.")
            act.bring_back(
                satu, taken="Tempatnya sudah diisi catatan lain. Hapus dahulu catatan itu, lalu pulihkan."
            )
            if baris.pk == jejak.objek_pk and baris._meta.label_lower == jejak.objek_jenis:
                utama = baris
        if utama is None:
            raise RecordRefused(_NOT_KEPT)
        act.tell(DIPULIHKAN, utama)
        return utama


_NOT_KEPT: Final = "Catatan ini tidak dapat dipulihkan. Buat catatan baru."


def record_move(
    *,
    baris: models.Model,
    saudara: tuple[str, ...],
    arah: Literal["naik", "turun"],
    seen: int,
    lingkup: Scope,
    oleh: Pengguna | None,
    tahunan: bool = True,
) -> None:
    """Exchange the row with its neighbour among the rows that share the columns ``saudara``; at the end nothing.

    ``seen`` is the ``urut`` that the page showed. Raises :class:`Conflict` when the row stands elsewhere or is gone, so
    that two who move it, or one who clicks twice, move it once.
    """
    with writing(lingkup, by=oleh, yearly=tahunan) as act:
        model = type(baris)
        sama = {kolom: getattr(baris, model._meta.get_field(kolom).attname) for kolom in saudara}  # type: ignore[union-attr]
        semua: list[Any] = list(model._base_manager.select_for_update().filter(**sama).order_by("urut", "pk"))
        letak = next((n for n, b in enumerate(semua) if b.pk == baris.pk), None)
        if letak is None:
            raise Conflict(tersimpan={}, jejak=record_history(baris).first(), terhapus=True)
        if semua[letak].urut != seen:
            move = Jejak.objects.filter(
                tindakan=DIPINDAH,
                objek_jenis=model._meta.label_lower,
                record_key__in=[trail_key(b) for b in semua],
            )
            raise Conflict(
                tersimpan={"urut": str(semua[letak].urut)}, jejak=move.select_related("pengguna").first()
            )
        tujuan = letak + (-1 if arah == "naik" else 1)
        if not 0 <= tujuan < len(semua):
            return
        semua[letak], semua[tujuan] = semua[tujuan], semua[letak]
        for urut, satu in enumerate(semua, start=1):
            if satu.urut != urut:
                satu.urut = urut
                act.put(satu, columns=("urut",))
        act.tell(DIPINDAH, baris, before={"Urutan": str(letak + 1)}, after={"Urutan": str(tujuan + 1)})


def record_confirm(*, baris: models.Model, lingkup: Scope, oleh: Pengguna | None) -> None:
    """Confirm a row that was carried over from another year; a second time does nothing."""
    with writing(lingkup, by=oleh) as act:
        waiting: Any = (
            type(baris)._base_manager.select_for_update().filter(pk=baris.pk, ditinjau=False).first()
        )
        if waiting is None:
            return
        waiting.ditinjau = True
        act.put(waiting, columns=("ditinjau",))
        act.tell(DITINJAU, baris, before={"Ditinjau": "belum"}, after={"Ditinjau": "sudah"})


def _lama(form: RecordForm, sidik: str) -> Shown:
    """The picture of the row as stored, locked; empty for a new row. Raises Conflict when it is not the one seen."""
    if form.instance.pk is None:
        return {}
    model = type(form.instance)
    tersimpan = model._base_manager.select_for_update().filter(pk=form.instance.pk).first()
    if tersimpan is None:
        raise Conflict(tersimpan={}, jejak=record_history(form.instance).first(), terhapus=True)
    lama = type(form)(instance=tersimpan, lingkup=form.lingkup).potret()
    _refuse_unseen(form, tersimpan, lama, sidik)
    for kolom in BESIDE.difference(form.fields):
        if hasattr(tersimpan, kolom):
            setattr(form.instance, kolom, getattr(tersimpan, kolom))
    return lama


def _refuse_unseen(form: RecordForm, tersimpan: models.Model, lama: Shown, sidik: str) -> None:
    """Raise Conflict when the stored row is not the one that the page showed, unless it says already what was typed."""
    sama = form.is_bound and form.is_valid() and lama == form.potret_isian()
    if values_fingerprint(lama) != sidik and not sama:
        raise Conflict(tersimpan=lama, jejak=record_history(tersimpan).first())


def _di_akhir(form: RecordForm, baris: models.Model) -> None:
    """A new row comes after the rows of its parent, or of its kecamatan and year."""
    kolom = {k.name: k for k in baris._meta.concrete_fields}
    if "urut" not in kolom or "urut" in form.fields:
        return
    # A column that is entered through another field (letak_galat) says what the row is, not where it stands.
    isian = {n for n in kolom if n in form.fields or form.letak_galat.get(n) in form.fields}
    induk = {
        k.attname: getattr(baris, k.attname)
        for k in kolom.values()
        if (k.is_relation and k.name not in isian and getattr(baris, k.attname) is not None)
        or k.name == "tahun"
    }
    baris.urut = last_place(type(baris)._base_manager.filter(**induk)) + 1  # type: ignore[attr-defined]


def _ikut_terhapus(baris: models.Model) -> list[models.Model]:
    """The row and everything that goes with it. Raises RecordRefused when other records use one of them."""
    try:
        semua = taken_along(baris)
    except ProtectedError as galat:
        pemakai = sorted({str(o._meta.verbose_name) for o in galat.protected_objects})
        raise RecordRefused(
            f"Masih dipakai catatan lain ({', '.join(pemakai)}). Hapus atau ubah dahulu catatan itu."
        ) from galat
    return [baris, *(o for o in semua if o != baris)]


def _tampilan(form: RecordForm, potret: Shown, nama: list[str]) -> dict[str, str]:
    return {form.sebutan(n): form.tampil(n, potret[n]) for n in nama if n in potret}

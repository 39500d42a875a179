"""Rows written by people: one way to save, delete, restore and move, always locked against each other and audited.

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
from django.db import IntegrityError, models, transaction
from django.db.models import Max, ProtectedError
from django.db.models.deletion import Collector

from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import record_history, trail_add
from kecamatan.ground.trail_key import trail_key
from kecamatan.models import Jejak, Pengguna
from sakip.checks import Finding
from sakip.entry.form import Lingkup, Potret, RecordForm, values_fingerprint
from sakip.entry.lock import ensure_open
from sakip.entry.watch import RowWatch, is_about

#: Columns that are written by moving and confirming; a save of what a form holds leaves them as they are.
_ELSEWHERE: Final = frozenset({"urut", "ditinjau"})

#: Key of ``Jejak.sebelum`` that holds the deleted rows themselves; keys with an underscore are not shown.
BARIS: Final = "_baris"

DIBUAT: Final = "catatan.dibuat"
DIUBAH: Final = "catatan.diubah"
DIHAPUS: Final = "catatan.dihapus"
DIPULIHKAN: Final = "catatan.dipulihkan"
DIPINDAH: Final = "catatan.dipindah"
DITINJAU: Final = "catatan.ditinjau"


class Conflict(Exception):
    """Somebody else changed the row since the page was shown. ``tersimpan`` is what is stored now.

    ``oleh`` and ``waktu`` are of the last entry in the trail; ``terhapus`` holds when the row is gone.
    """

    def __init__(self, *, tersimpan: Potret, jejak: Jejak | None, terhapus: bool = False) -> None:
        super().__init__("catatan berubah sejak halaman dibuka")
        self.tersimpan = tersimpan
        self.oleh: str = str(jejak.pengguna) if jejak and jejak.pengguna else "Sistem"
        self.waktu: datetime | None = jejak.waktu if jejak else None
        self.terhapus = terhapus


class RecordRefused(InputError):
    """The row cannot be written as asked; ``str()`` says why and what helps."""


class CheckRefused(RecordRefused):
    """Saving the row would make something of its year wrong; ``findings`` are what, ``str()`` says the first.

    ``own`` are those that are mended in the form of this row.
    """

    def __init__(self, findings: tuple[Finding, ...], row: models.Model) -> None:
        super().__init__(str(findings[0]))
        self.findings = findings
        self.own = tuple(f for f in findings if is_about(f, row))


@transaction.atomic
def record_save(
    *, form: RecordForm, oleh: Pengguna | None, sidik: str = "", alasan: str = ""
) -> models.Model:
    """Store what a valid form holds; returns the row.

    What is stored already is not stored again, so that a request that comes twice does once. Raises
    :class:`Conflict` when the row is not the one whose ``sidik`` the page showed, :class:`RecordRefused` when
    another row stands in the way, :class:`CheckRefused` when its year would not be right with it, and
    :class:`sakip.entry.lock.YearClosed`.
    """
    _ensure_open(form, form.lingkup)
    return _store(form, _lama(form, sidik), oleh=oleh, alasan=alasan)


def save_held(*, form: RecordForm, oleh: Pengguna | None, sidik: str) -> models.Model:
    """The same as :func:`record_save` for a caller that holds the row already: inside the transaction that it is in
    it made sure that the year is open and took the row of the form for update, so that neither is asked twice.

    Whatever this raises has to end that transaction.
    """
    lama = form.potret()
    if form.instance.pk is not None:
        _refuse_unseen(form, form.instance, lama, sidik)
    return _store(form, lama, oleh=oleh)


def _store(form: RecordForm, lama: Potret, *, oleh: Pengguna | None, alasan: str = "") -> models.Model:
    """Write what the form holds where it differs from ``lama``, and tell it in the trail; inside a transaction that
    ends with whatever is raised here."""
    lingkup = form.lingkup
    isian = form.potret_isian()
    baris: models.Model = form.instance
    if lama == isian:
        return baris
    baru_dibuat = baris.pk is None
    if baru_dibuat:
        _di_akhir(form, baris)
    watch = RowWatch(kecamatan=lingkup.kecamatan, tahun=lingkup.tahun, model=baris._meta.label_lower)
    try:
        baris = form.store()
    except IntegrityError as galat:
        raise RecordRefused(
            "Catatan lain dengan isi yang sama baru saja disimpan. Muat ulang halaman, lalu periksa."
        ) from galat
    if errors := watch.errors(baris):
        ditolak = CheckRefused(errors, baris)
        if baru_dibuat:  # the transaction takes the row back; the form is shown again as one of a new row
            form.instance.pk, form.instance._state.adding = None, True
        raise ditolak
    key = trail_key(baris)  # before reading anew: what the row hangs on is still at hand
    if form.stored_as_shown:
        baru, potret = form, isian
    else:
        baris.refresh_from_db()
        baru = type(form)(instance=baris, lingkup=lingkup)
        potret = baru.potret()
    berubah = [nama for nama in potret if lama.get(nama, "") != potret[nama]]
    trail_add(
        tindakan=DIUBAH if lama else DIBUAT,
        objek=baris,
        sebutan=str(baris),
        key=key,
        pengguna=oleh,
        kecamatan=lingkup.kecamatan,
        tahun=lingkup.tahun,
        sebelum=_tampilan(baru, lama, berubah) if lama else None,
        sesudah=_tampilan(baru, potret, berubah),
        alasan=alasan,
    )
    return baris


@transaction.atomic
def record_delete(*, form: RecordForm, oleh: Pengguna | None, sidik: str, alasan: str = "") -> Jejak:
    """Delete the row of the form with everything below it; the trail keeps them, so that it can be undone.

    Raises :class:`RecordRefused` when other records use the row, and as :func:`record_save` does.
    """
    lingkup = form.lingkup
    _ensure_open(form, lingkup)
    lama = _lama(form, sidik)
    if larangan := form.larangan_hapus():
        raise RecordRefused(larangan)
    baris = form.instance
    ikut = _ikut_terhapus(baris)
    jejak = trail_add(
        tindakan=DIHAPUS,
        objek=baris,
        sebutan=str(baris),
        pengguna=oleh,
        kecamatan=lingkup.kecamatan,
        tahun=lingkup.tahun,
        sebelum=_tampilan(form, lama, list(lama)) | {BARIS: serializers.serialize("python", ikut)},
        alasan=alasan,
    )
    baris.delete()
    return jejak


@transaction.atomic
def record_restore(*, jejak: Jejak, oleh: Pengguna | None, tahunan: bool = True) -> models.Model:
    """Bring back what a deletion took; returns the row. Raises :class:`RecordRefused` when its place is taken, and
    :class:`CheckRefused` when its year would not be right with it.

    ``tahunan`` is False for records that no report's year closes.
    """
    if tahunan and jejak.kecamatan is not None and jejak.tahun is not None:
        ensure_open(kecamatan=jejak.kecamatan, tahun=jejak.tahun)
    isi = (jejak.sebelum or {}).get(BARIS)
    if jejak.tindakan != DIHAPUS or not isi:
        raise RecordRefused("Catatan ini tidak dapat dipulihkan. Buat catatan baru.")
    watch: RowWatch | None = None
    if jejak.kecamatan is not None and jejak.tahun is not None:
        watch = RowWatch(kecamatan=jejak.kecamatan, tahun=jejak.tahun, model=jejak.objek_jenis)
    utama: models.Model | None = None
    try:
        with transaction.atomic():
            for satu in serializers.deserialize("python", isi, ignorenonexistent=True):
                baris: models.Model = satu.object
                if type(baris)._base_manager.filter(pk=baris.pk).exists():
                    raise RecordRefused("Catatan ini sudah dipulihkan.")
                satu.save(force_insert=True)
                if baris.pk == jejak.objek_pk and baris._meta.label_lower == jejak.objek_jenis:
                    utama = baris
    except IntegrityError as galat:
        raise RecordRefused(
            "Tempatnya sudah diisi catatan lain. Hapus dahulu catatan itu, lalu pulihkan."
        ) from galat
    if utama is None:
        raise RecordRefused("Catatan ini tidak dapat dipulihkan. Buat catatan baru.")
    if watch is not None and (errors := watch.errors(utama)):
        raise CheckRefused(errors, utama)
    trail_add(
        tindakan=DIPULIHKAN,
        objek=utama,
        sebutan=str(utama),
        pengguna=oleh,
        kecamatan=jejak.kecamatan,
        tahun=jejak.tahun,
    )
    return utama


@transaction.atomic
def record_move(
    *,
    baris: models.Model,
    saudara: tuple[str, ...],
    arah: Literal["naik", "turun"],
    seen: int,
    lingkup: Lingkup,
    oleh: Pengguna | None,
    tahunan: bool = True,
) -> None:
    """Exchange the row with its neighbour among the rows that share the columns ``saudara``; at the end nothing.

    ``seen`` is the ``urut`` that the page showed. Raises :class:`Conflict` when the row stands elsewhere or is gone, so
    that two who move it, or one who clicks twice, move it once.
    """
    if tahunan:
        ensure_open(kecamatan=lingkup.kecamatan, tahun=lingkup.tahun)
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
            satu.save(update_fields=["urut"])
    trail_add(
        tindakan=DIPINDAH,
        objek=baris,
        sebutan=str(baris),
        pengguna=oleh,
        kecamatan=lingkup.kecamatan,
        tahun=lingkup.tahun,
        sebelum={"Urutan": str(letak + 1)},
        sesudah={"Urutan": str(tujuan + 1)},
    )


@transaction.atomic
def record_confirm(*, baris: models.Model, lingkup: Lingkup, oleh: Pengguna | None) -> None:
    """Confirm a row that was carried over from another year; a second time does nothing."""
    ensure_open(kecamatan=lingkup.kecamatan, tahun=lingkup.tahun)
    if not type(baris)._base_manager.filter(pk=baris.pk, ditinjau=False).update(ditinjau=True):
        return
    trail_add(
        tindakan=DITINJAU,
        objek=baris,
        sebutan=str(baris),
        pengguna=oleh,
        kecamatan=lingkup.kecamatan,
        tahun=lingkup.tahun,
        sebelum={"Ditinjau": "belum"},
        sesudah={"Ditinjau": "sudah"},
    )


def _ensure_open(form: RecordForm, lingkup: Lingkup) -> None:
    if form.tahunan:
        ensure_open(kecamatan=lingkup.kecamatan, tahun=lingkup.tahun)


def _lama(form: RecordForm, sidik: str) -> Potret:
    """The picture of the row as stored, locked; empty for a new row. Raises Conflict when it is not the one seen."""
    if form.instance.pk is None:
        return {}
    model = type(form.instance)
    tersimpan = model._base_manager.select_for_update().filter(pk=form.instance.pk).first()
    if tersimpan is None:
        raise Conflict(tersimpan={}, jejak=record_history(form.instance).first(), terhapus=True)
    lama = type(form)(instance=tersimpan, lingkup=form.lingkup).potret()
    _refuse_unseen(form, tersimpan, lama, sidik)
    for kolom in _ELSEWHERE.difference(form.fields):
        if hasattr(tersimpan, kolom):
            setattr(form.instance, kolom, getattr(tersimpan, kolom))
    return lama


def _refuse_unseen(form: RecordForm, tersimpan: models.Model, lama: Potret, sidik: str) -> None:
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
    terakhir = type(baris)._base_manager.filter(**induk).aggregate(urut=Max("urut"))["urut"]
    baris.urut = (terakhir or 0) + 1  # type: ignore[attr-defined]


def _ikut_terhapus(baris: models.Model) -> list[models.Model]:
    """The row and everything that goes with it. Raises RecordRefused when other records use one of them."""
    pengumpul = Collector(using=baris._state.db or "default")
    try:
        pengumpul.collect([baris])
    except ProtectedError as galat:
        pemakai = sorted({str(o._meta.verbose_name) for o in galat.protected_objects})
        raise RecordRefused(
            f"Masih dipakai catatan lain ({', '.join(pemakai)}). Hapus atau ubah dahulu catatan itu."
        ) from galat
    semua = [o for objek in pengumpul.data.values() for o in objek]
    semua += [o for cepat in pengumpul.fast_deletes for o in cepat]
    return [baris, *(o for o in semua if o != baris)]


def _tampilan(form: RecordForm, potret: Potret, nama: list[str]) -> dict[str, str]:
    return {form.sebutan(n): form.tampil(n, potret[n]) for n in nama if n in potret}

"""A Renstra is changed by a new version that begins as a copy of the one in force."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from django.db import IntegrityError, models, transaction

from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import trail_add
from kecamatan.models import Pengguna
from sakip.models import Indikator, IndikatorTujuan, Renstra, Sasaran, TargetRenstra, TargetTujuan, Tujuan

DISALIN: Final = "catatan.disalin"

M = TypeVar("M", bound=models.Model)


class CopyRefused(InputError):
    """The Renstra cannot be copied; ``str()`` says why and what helps."""


@transaction.atomic
def renstra_copy_perubahan(*, renstra: Renstra, oleh: Pengguna | None) -> Renstra:
    """The next version: the whole tree under the same kunci, with its targets.

    Legal basis, date and source are the new document's own and begin empty. Raises :class:`CopyRefused` when
    there is a later version already.
    """
    asal = Renstra.objects.select_for_update().select_related("kecamatan").get(pk=renstra.pk)
    kemudian = (
        Renstra.objects.for_kecamatan(asal.kecamatan)
        .filter(tahun_awal=asal.tahun_awal, versi__gt=asal.versi)
        .order_by("-versi")
        .first()
    )
    if kemudian is not None:
        raise CopyRefused(f"Sudah ada perubahan ke-{kemudian.versi}. Salin dari perubahan itu.")
    try:
        with transaction.atomic():
            baru = Renstra.objects.create(
                kecamatan=asal.kecamatan,
                tahun_awal=asal.tahun_awal,
                tahun_akhir=asal.tahun_akhir,
                versi=asal.versi + 1,
                periode_rpjmd_id=asal.periode_rpjmd_id,
                misi_diacu_id=asal.misi_diacu_id,
            )
    except IntegrityError as galat:  # somebody else copied it in the same moment
        raise CopyRefused("Renstra ini baru saja disalin. Muat ulang halaman.") from galat
    _copy_content(asal, baru)
    tujuan = Tujuan.objects.filter(renstra=baru)
    for baris in (
        baru,
        *tujuan,
        *IndikatorTujuan.objects.filter(tujuan__in=tujuan),
        *Sasaran.objects.filter(renstra=baru),
        *Indikator.objects.filter(renstra=baru),
    ):
        trail_add(
            tindakan=DISALIN,
            objek=baris,
            sebutan=str(baris),
            pengguna=oleh,
            kecamatan=asal.kecamatan,
            sesudah={str(baris._meta.verbose_name).capitalize(): str(baris), "Disalin dari": str(asal)},
        )
    return baru


def _copy_content(asal: Renstra, baru: Renstra) -> None:
    """The tree below a Renstra (1 read per level; rows one by one, for their numbers)."""
    tujuan = {t.pk: _copy(t, renstra=baru) for t in asal.tujuan.all()}
    for i in IndikatorTujuan.objects.filter(tujuan__in=tujuan).prefetch_related("target"):
        salinan = _copy(i, tujuan=tujuan[i.tujuan_id])
        TargetTujuan.objects.bulk_create(_salinan(t, indikator=salinan) for t in i.target.all())
    sasaran = {s.pk: _copy(s, renstra=baru, tujuan=tujuan[s.tujuan_id]) for s in asal.sasaran.all()}
    for indikator in asal.indikator.prefetch_related("target"):
        salinan_indikator = _copy(indikator, renstra=baru, sasaran=sasaran[indikator.sasaran_id])
        TargetRenstra.objects.bulk_create(
            _salinan(t, indikator=salinan_indikator) for t in indikator.target.all()
        )


def _copy(baris: M, **change: Any) -> M:
    salinan = _salinan(baris, **change)
    salinan.save(force_insert=True)
    return salinan


def _salinan(baris: M, **change: Any) -> M:
    """A row not yet stored, like another but for ``change``."""
    kolom = {
        k.attname: getattr(baris, k.attname)
        for k in baris._meta.concrete_fields
        if not k.primary_key and k.name not in change
    }
    return type(baris)(**kolom, **change)

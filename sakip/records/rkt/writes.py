"""Rows of the RKT taken over from the Renstra."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna
from sakip.entry.derive import save_row
from sakip.entry.fields import TARGET_COLUMNS, target_text
from sakip.entry.form import Lingkup
from sakip.entry.lock import ensure_open
from sakip.models import RKT, Indikator, SasaranRKT
from sakip.selectors import renstra_berlaku


class RenstraBelumDicatat(InputError):
    """No Renstra covers the year; ``str()`` says what helps."""


@transaction.atomic
def sasaran_rkt_dari_renstra(*, rkt: RKT, oleh: Pengguna | None) -> list[SasaranRKT]:
    """Add the indikator of the Renstra in force that the RKT does not have yet, with their targets of its year.

    Those that the matrix of the Renstra does not print stay out. A second time adds nothing. Raises
    :class:`RenstraBelumDicatat`, :class:`sakip.entry.save.RecordRefused` and
    :class:`sakip.entry.lock.YearClosed`.
    """
    ensure_open(kecamatan=rkt.kecamatan, tahun=rkt.tahun)
    RKT.objects.select_for_update().get(pk=rkt.pk)
    renstra = renstra_berlaku(kecamatan=rkt.kecamatan, tahun=rkt.tahun)
    if renstra is None:
        raise RenstraBelumDicatat(
            f"Renstra yang berlaku tahun {rkt.tahun} belum dicatat. Isi dahulu Renstra."
        )
    ada = set(rkt.sasaran.exclude(acuan_indikator=None).values_list("acuan_indikator__kunci", flat=True))
    urut = rkt.sasaran.aggregate(n=Max("urut"))["n"] or 0
    kurang = (
        Indikator.objects.filter(renstra=renstra, dalam_renstra=True)
        .exclude(kunci__in=ada)
        .select_related("sasaran")
        .prefetch_related("target")
        .order_by("sasaran__tujuan__urut", "sasaran__tujuan", "sasaran__urut", "sasaran", "urut", "pk")
    )
    baru = [_baris(rkt, indikator, urut + n) for n, indikator in enumerate(kurang, start=1)]
    lingkup = Lingkup(kecamatan=rkt.kecamatan, tahun=rkt.tahun, pengguna=oleh)
    for baris in baru:
        isi = {
            "Indikator Renstra": baris.indikator,
            "Sasaran": baris.sasaran,
            "Indikator": baris.indikator,
            "Satuan": baris.satuan,
            "Target": target_text({nama: getattr(baris, nama) for nama in TARGET_COLUMNS}),
            "Target seperti tercetak": baris.cetak,
        }
        save_row(baris, lingkup=lingkup, isi=isi, alasan=f"Ditambahkan dari {renstra}.")
    return baru


def _baris(rkt: RKT, indikator: Indikator, urut: int) -> SasaranRKT:
    baris = SasaranRKT(
        rkt=rkt,
        sasaran=indikator.sasaran.uraian,
        indikator=indikator.nama,
        acuan_indikator=indikator,
        satuan=indikator.satuan,
        urut=urut,
    )
    target = next((t for t in indikator.target.all() if t.tahun == rkt.tahun), None)
    if target is not None:
        for nama in (*TARGET_COLUMNS, "cetak"):
            setattr(baris, nama, getattr(target, nama))
    return baris

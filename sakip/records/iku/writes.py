"""Rows of the SK IKU taken over from the Renstra."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from kecamatan.models import Pengguna
from sakip.entry.derive import save_row
from sakip.entry.form import Lingkup
from sakip.entry.lock import ensure_open
from sakip.entry.save import RecordRefused
from sakip.models import BarisIKU, Indikator, KeputusanIKU
from sakip.records.iku.form import fill_from_indikator, nama_unit
from sakip.selectors import renstra_berlaku


@transaction.atomic
def iku_dari_renstra(*, keputusan: KeputusanIKU, oleh: Pengguna | None) -> list[BarisIKU]:
    """Add the indikator kinerja utama of the Renstra in force that the decision does not have yet.

    A second time adds nothing. Raises :class:`sakip.entry.save.RecordRefused` without a Renstra, and
    :class:`sakip.entry.lock.YearClosed`.
    """
    lingkup = Lingkup(kecamatan=keputusan.kecamatan, tahun=keputusan.tahun, pengguna=oleh)
    ensure_open(kecamatan=keputusan.kecamatan, tahun=keputusan.tahun)
    KeputusanIKU.objects.select_for_update().get(pk=keputusan.pk)
    renstra = renstra_berlaku(kecamatan=keputusan.kecamatan, tahun=keputusan.tahun)
    if renstra is None:
        raise RecordRefused(
            f"Renstra yang berlaku tahun {keputusan.tahun} belum dicatat. Isi dahulu Renstra."
        )
    ada = set(keputusan.baris.exclude(acuan_indikator=None).values_list("acuan_indikator__kunci", flat=True))
    urut = keputusan.baris.aggregate(n=Max("urut"))["n"] or 0
    unit = nama_unit(keputusan.kecamatan)
    kurang = (
        Indikator.objects.filter(renstra=renstra, iku=True)
        .exclude(kunci__in=ada)
        .select_related("sasaran")
        .order_by("sasaran__tujuan__urut", "sasaran__tujuan", "sasaran__urut", "sasaran", "urut", "pk")
    )
    baru: list[BarisIKU] = []
    for n, indikator in enumerate(kurang, start=1):
        isi = fill_from_indikator(indikator, unit)
        baris = BarisIKU(keputusan=keputusan, acuan_indikator=indikator, urut=urut + n, **isi)
        save_row(
            baris,
            lingkup=lingkup,
            isi={nama.capitalize().replace("_", " "): _teks(nilai) for nama, nilai in isi.items()},
            alasan=f"Ditambahkan dari {renstra}.",
        )
        baru.append(baris)
    return baru


def _teks(nilai: str | list[str]) -> str:
    return "\n".join(nilai) if isinstance(nilai, list) else nilai

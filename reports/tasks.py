"""What the worker does. Arguments are primary keys; every task may run twice."""

from __future__ import annotations

from reports.photos.incoming import foto_olah
from reports.publish.requests import berkas_buat
from reports.workbook.uploads import impor_olah
from sakip.web.tasks import task


@task()
def buat_berkas(berkas_pk: int) -> None:
    """Make the PDF of a BerkasLaporan."""
    berkas_buat(berkas_pk=berkas_pk)


@task()
def olah_foto_masuk(masuk_pk: int) -> None:
    """Make a Dokumentasi of a FotoMasuk."""
    foto_olah(masuk_pk=masuk_pk)


@task()
def olah_impor_buku(impor_pk: int) -> None:
    """Preview or apply an ImporBuku."""
    impor_olah(impor_pk=impor_pk)

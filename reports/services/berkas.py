"""PDFs made by the worker: asked for in a request, made outside it, made once per content."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kecamatan.models import Kecamatan, Pengguna
from reports.models import BerkasLaporan
from reports.pdf import GalatPDF
from reports.penerbitan import terbitkan_pdf
from reports.penyusun import TidakAdaDokumen, sidik_isi, susun, susun_dokumen, susun_naskah

log = logging.getLogger(__name__)

#: A render takes seconds. What is still "diproses" after this long belongs to a worker that died.
BATAS_PENGERJAAN = timedelta(minutes=5)

Status = BerkasLaporan.Status


def berkas_minta(*, kecamatan: Kecamatan, tahun: int, jenis: str, oleh: Pengguna | None) -> BerkasLaporan:
    """Ask for the PDF of the records as they are now; the same content is made once, whoever asks.

    Returns the row at once: finished when that content was made before, else waiting for the worker. A row whose
    worker died or that failed is queued again. Raises :class:`TidakAdaDokumen` when there is nothing to print.
    """
    naskah = susun_naskah(kecamatan=kecamatan, tahun=tahun)
    susun_dokumen(naskah, jenis)  # refuse here, in words, rather than in the worker
    with transaction.atomic():
        berkas, baru = BerkasLaporan.objects.get_or_create(
            kecamatan=kecamatan,
            tahun=tahun,
            jenis=jenis,
            kunci_isi=sidik_isi(naskah, jenis),
            defaults={"diminta_oleh": oleh},
        )
        if baru or _antre_lagi(berkas.pk, timezone.now()):
            _jadwalkan(berkas.pk)
    berkas.refresh_from_db()
    return berkas


def berkas_buat(*, berkas_pk: int) -> None:
    """Make one PDF (called in the worker). Safe to run twice: only who turns "antre" into "diproses" works on it.

    What goes wrong is written on the row in words; nothing half made is ever offered for download.
    """
    diambil = BerkasLaporan.objects.filter(pk=berkas_pk, status=Status.ANTRE).update(
        status=Status.DIPROSES, mulai=timezone.now()
    )
    if not diambil:
        return
    berkas = BerkasLaporan.objects.select_related("kecamatan").get(pk=berkas_pk)
    try:
        naskah = susun_naskah(kecamatan=berkas.kecamatan, tahun=berkas.tahun)
        if sidik_isi(naskah, berkas.jenis) != berkas.kunci_isi:
            _gagal(berkas, "Catatan berubah selagi berkas ini menunggu. Minta unduhan sekali lagi.")
            return
        hasil = terbitkan_pdf(susun(naskah, berkas.jenis))
    except (GalatPDF, TidakAdaDokumen) as galat:
        _gagal(berkas, str(galat))
    except Exception:
        # The user must not wait for ever for a file that will not come; the log has the traceback.
        log.exception("berkas %s gagal dibuat", berkas_pk)
        _gagal(berkas, "Berkas tidak dapat dibuat karena gangguan pada sistem. Hubungi admin.")
        raise
    else:
        berkas.berkas.save(f"{berkas.kunci_isi}.pdf", ContentFile(hasil.isi), save=False)
        berkas.status = Status.SELESAI
        berkas.halaman = hasil.halaman
        berkas.ukuran = len(hasil.isi)
        berkas.full_clean()
        berkas.save()


def berkas_sapu(*, sekarang: datetime | None = None, batas: timedelta = BATAS_PENGERJAAN) -> int:
    """Queue again what a dead worker left behind for longer than ``batas``; returns how many."""
    waktu = sekarang or timezone.now()
    jumlah = 0
    for pk in BerkasLaporan.objects.filter(_tertinggal(waktu, batas)).values_list("pk", flat=True):
        with transaction.atomic():
            if _antre_lagi(pk, waktu, batas):
                _jadwalkan(pk)
                jumlah += 1
    return jumlah


def berkas_terhenti(berkas: BerkasLaporan, *, sekarang: datetime) -> bool:
    """Whether nobody can be working on this row any more, so that asking again is all that helps."""
    batas = sekarang - BATAS_PENGERJAAN
    if berkas.status == Status.DIPROSES:
        return berkas.mulai is None or berkas.mulai <= batas
    return berkas.status == Status.ANTRE and berkas.dibuat <= batas


def _tertinggal(sekarang: datetime, batas: timedelta = BATAS_PENGERJAAN) -> Q:
    """The rows of :func:`berkas_terhenti`."""
    sejak = sekarang - batas
    return Q(status=Status.DIPROSES, mulai__lte=sejak) | Q(status=Status.ANTRE, dibuat__lte=sejak)


def _antre_lagi(berkas_pk: int, sekarang: datetime, batas: timedelta = BATAS_PENGERJAAN) -> bool:
    """Turn a failed or left-behind row into a waiting one, in one statement: two askers queue it once."""
    return bool(
        BerkasLaporan.objects.filter(
            Q(pk=berkas_pk) & (Q(status=Status.GAGAL) | _tertinggal(sekarang, batas))
        ).update(status=Status.ANTRE, pesan="", mulai=None, dibuat=sekarang)
    )


def _jadwalkan(berkas_pk: int) -> None:
    from reports.tasks import buat_berkas  # the task calls this module

    transaction.on_commit(lambda: buat_berkas.enqueue(berkas_pk=berkas_pk))


def _gagal(berkas: BerkasLaporan, pesan: str) -> None:
    berkas.status = Status.GAGAL
    berkas.pesan = pesan
    berkas.full_clean()
    berkas.save()

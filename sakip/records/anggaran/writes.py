"""The budget table: amounts of many rows stored in one act, and rows taken over from the RKT."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max

from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.derive import save_row
from sakip.entry.form import Lingkup, values_fingerprint
from sakip.entry.lock import ensure_open
from sakip.entry.save import Conflict, RecordRefused, record_save
from sakip.models import RKT, Anggaran
from sakip.records.anggaran.form import TotalForm
from sakip.snapshot.levels import daun, kunci_jenjang
from sakip.text.numbers import format_angka


class TotalConflict(Exception):
    """Somebody else changed some of the rows; ``bentrok`` tells which, by their number. Nothing was stored."""

    def __init__(self, bentrok: dict[int, Conflict]) -> None:
        super().__init__("baris anggaran berubah sejak halaman dibuka")
        self.bentrok = bentrok


@transaction.atomic
def anggaran_save_totals(*, baris: Iterable[tuple[TotalForm, str]], oleh: Pengguna | None) -> int:
    """Store the amounts that were changed, all or none; returns how many rows changed.

    Each form (valid) comes with the ``sidik`` of the row that the page showed. A row in which nothing was typed is
    left alone, whoever changed it meanwhile. Raises :class:`TotalConflict` and
    :class:`sakip.entry.lock.YearClosed`.
    """
    bentrok: dict[int, Conflict] = {}
    berubah = 0
    for form, sidik in baris:
        if values_fingerprint(form.potret_isian()) == sidik:
            continue
        nomor = form.instance.pk
        try:
            record_save(form=form, oleh=oleh, sidik=sidik)
            berubah += (
                values_fingerprint(form.potret_isian()) != form.sidik
            )  # what stood there already is no change
        except Conflict as satu:
            bentrok[nomor] = satu
    if bentrok:
        raise TotalConflict(bentrok)
    return berubah


@transaction.atomic
def anggaran_dari_rkt(*, kecamatan: Kecamatan, tahun: int, oleh: Pengguna | None) -> list[Anggaran]:
    """Add the undivided rows of the RKT that the budget does not have yet, with their amount as pagu murni.

    A row that the budget divides further stays out. A second time adds nothing. Raises
    :class:`sakip.entry.save.RecordRefused` without an RKT, and :class:`sakip.entry.lock.YearClosed`.
    """
    lingkup = Lingkup(kecamatan=kecamatan, tahun=tahun, pengguna=oleh)
    ensure_open(kecamatan=kecamatan, tahun=tahun)
    Kecamatan.objects.select_for_update().get(pk=kecamatan.pk)
    rkt = RKT.objects.filter(kecamatan=kecamatan, tahun=tahun).first()
    if rkt is None:
        raise RecordRefused(f"RKT tahun {tahun} belum dicatat. Isi dahulu RKT.")
    semua = Anggaran.objects.filter(kecamatan=kecamatan, tahun=tahun)
    ada = {
        kunci[:n] + (None,) * (3 - n)
        for kunci in map(kunci_jenjang, semua)
        for n in (1, 2, 3)
        if kunci[n - 1]
    }
    urut = semua.aggregate(n=Max("urut"))["n"] or 0
    baru: list[Anggaran] = []
    for asal in daun(list(rkt.baris.select_related("program", "kegiatan", "sub_kegiatan"))):
        if kunci_jenjang(asal) in ada:
            continue
        # The same row may serve two sasaran in the RKT; the budget knows it once.
        ada.add(kunci_jenjang(asal))
        baris = Anggaran(
            kecamatan=kecamatan,
            tahun=tahun,
            program=asal.program,
            kegiatan=asal.kegiatan,
            sub_kegiatan=asal.sub_kegiatan,
            pagu_murni=asal.anggaran,
            urut=urut + len(baru) + 1,
        )
        isi = {
            "Program, kegiatan, atau sub kegiatan": str(baris),
            "Pagu murni (Rp)": "" if asal.anggaran is None else format_angka(asal.anggaran),
        }
        save_row(baris, lingkup=lingkup, isi=isi, alasan=f"Ditambahkan dari {rkt}.")
        baru.append(baris)
    return baru

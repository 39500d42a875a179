"""The budget table: amounts of many rows stored in one act, and rows taken over from the RKT."""

from __future__ import annotations

from collections.abc import Iterable

from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.form import Scope, values_fingerprint
from sakip.entry.save_many import Entry, record_save_many
from sakip.entry.writer import Act, New, RecordRefused, last_place, writing
from sakip.models import RKT, Anggaran
from sakip.records.anggaran.form import TotalForm
from sakip.snapshot.leaves import daun, kunci_jenjang


def anggaran_save_totals(
    *, baris: Iterable[tuple[TotalForm, str]], lingkup: Scope, oleh: Pengguna | None
) -> int:
    """Store the amounts that were changed, all or none; returns how many rows changed.

    Each form (valid) comes with the ``sidik`` of the row that the page showed. A row in which nothing was typed is
    left alone, whoever changed it meanwhile. Raises as :func:`sakip.entry.save_many.record_save_many` does.
    """
    typed = [
        Entry(name=str(form.instance), form=form, sidik=sidik)
        for form, sidik in baris
        if values_fingerprint(form.potret_isian()) != sidik
    ]
    record_save_many(entries=typed, lingkup=lingkup, oleh=oleh)
    # What stood there already is no change.
    return sum(values_fingerprint(e.form.potret_isian()) != e.form.sidik for e in typed)


def anggaran_dari_rkt(*, kecamatan: Kecamatan, tahun: int, oleh: Pengguna | None) -> list[Anggaran]:
    """Add the undivided rows of the RKT that the budget does not have yet, with their amount as pagu murni.

    A row that the budget divides further stays out. A second time adds nothing. Raises
    :class:`sakip.entry.writer.RecordRefused` without an RKT, and as :func:`sakip.entry.writer.writing` does.
    """
    lingkup = Scope(kecamatan=kecamatan, tahun=tahun, pengguna=oleh)
    with writing(lingkup, by=oleh, hold=kecamatan) as act:
        return _add_from_rkt(act, kecamatan, tahun)


def _add_from_rkt(act: Act, kecamatan: Kecamatan, tahun: int) -> list[Anggaran]:
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
    urut = last_place(semua)
    baru: list[New[Anggaran]] = []
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
        baru.append(New(row=baris, source=asal))
    return act.add(baru, why=f"Ditambahkan dari {rkt}.")

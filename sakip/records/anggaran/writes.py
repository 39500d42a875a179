"""The budget table: amounts of many rows stored in one act, and rows taken over from the RKT."""

from __future__ import annotations

from collections.abc import Iterable

from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.form import Scope, values_fingerprint
from sakip.entry.save_many import Entry, record_save_many
from sakip.entry.writer import Act, New, RecordRefused, last_place, writing
from sakip.models import RKT, Anggaran
from sakip.records.anggaran.form import TotalForm
from sakip.snapshot.leaves import jenjang_keys, leaves


def anggaran_save_totals(*, rows: Iterable[tuple[TotalForm, str]], scope: Scope, by: Pengguna | None) -> int:
    """Store the amounts that were changed, all or none; returns how many rows changed.

    Each form (valid) comes with the ``fingerprint`` of the row that the page showed. A row in which nothing was typed
    is left alone, whoever changed it meanwhile. Raises as :func:`sakip.entry.save_many.record_save_many` does.
    """
    typed = [
        Entry(name=str(form.instance), form=form, fingerprint=fingerprint)
        for form, fingerprint in rows
        if values_fingerprint(form.shown_of_fields()) != fingerprint
    ]
    record_save_many(entries=typed, scope=scope, by=by)
    # What stood there already is no change.
    return sum(values_fingerprint(e.form.shown_of_fields()) != e.form.fingerprint for e in typed)


def anggaran_from_rkt(*, kecamatan: Kecamatan, tahun: int, by: Pengguna | None) -> list[Anggaran]:
    """Add the undivided rows of the RKT that the budget does not have yet, with their amount as pagu murni.

    A row that the budget divides further stays out. A second time adds nothing. Raises
    :class:`sakip.entry.writer.RecordRefused` without an RKT, and as :func:`sakip.entry.writer.writing` does.
    """
    scope = Scope(kecamatan=kecamatan, tahun=tahun, pengguna=by)
    with writing(scope, by=by, hold=kecamatan) as act:
        return _add_from_rkt(act, kecamatan, tahun)


def _add_from_rkt(act: Act, kecamatan: Kecamatan, tahun: int) -> list[Anggaran]:
    rkt = RKT.objects.filter(kecamatan=kecamatan, tahun=tahun).first()
    if rkt is None:
        raise RecordRefused(f"RKT tahun {tahun} belum dicatat. Isi dahulu RKT.")
    rows = Anggaran.objects.filter(kecamatan=kecamatan, tahun=tahun)
    present = {
        keys[:n] + (None,) * (3 - n) for keys in map(jenjang_keys, rows) for n in (1, 2, 3) if keys[n - 1]
    }
    order = last_place(rows)
    new: list[New[Anggaran]] = []
    for origin in leaves(list(rkt.baris.select_related("program", "kegiatan", "sub_kegiatan"))):
        if jenjang_keys(origin) in present:
            continue
        # The same row may serve two sasaran in the RKT; the budget knows it once.
        present.add(jenjang_keys(origin))
        row = Anggaran(
            kecamatan=kecamatan,
            tahun=tahun,
            program=origin.program,
            kegiatan=origin.kegiatan,
            sub_kegiatan=origin.sub_kegiatan,
            pagu_murni=origin.anggaran,
            urut=order + len(new) + 1,
        )
        new.append(New(row=row, source=origin))
    return act.add(new, why=f"Ditambahkan dari {rkt}.")

"""The sheet of officials → persons and their terms."""

from __future__ import annotations

from typing import Any

from kecamatan import models as k
from kecamatan.ground.row_changes import Wanted as Pair
from kecamatan.ground.row_sync import Rest
from sakip.records.pejabat.named import officials
from sakip.records.pejabat.sheet import office_of, stored_terms
from sakip.workbook.cells.row import SheetRow
from sakip.workbook.run import Run, columns


def apply_officials(run: Run) -> None:
    """Persons in order of their first row, each with the terms; terms that the sheet leaves out go."""
    known = run.table.once(officials)
    people: dict[str, list[SheetRow]] = {}
    for r in run.table["Pejabat"]:
        people.setdefault(known.key(r["nama"], r["nip"] or ""), []).append(r)
    written: list[k.Pejabat] = []
    for key, rows in people.items():
        person = _person(run, rows[0])
        written.append(person)
        run.terms[key] = _terms(run, person, rows)
    pks = {p.pk for p in written}
    run.write(
        k.MasaJabatan,
        [],
        at=run.sheet("Pejabat"),
        parent={},
        stock=[t for t in stored_terms(run.current) if t.pejabat_id not in pks],
        key=("pejabat", "jabatan", "status", "mulai"),
        rest=Rest.TUNDA,
    )


def _person(run: Run, row: SheetRow) -> k.Pejabat:
    """The person by NIP, else by name; somebody recorded without a NIP who now has one stays the same."""
    nama, nip = row["nama"], row["nip"] or ""
    known = {t.pejabat_id: t.pejabat for t in stored_terms(run.current)}.values()
    stored = next((p for p in known if (p.nip == nip if nip else (p.nip, p.nama) == ("", nama))), None)
    if stored is None:  # known from another place, or not at all
        found = k.Pejabat.objects.filter(nip=nip) if nip else k.Pejabat.objects.filter(nip="", nama=nama)
        stored = found.first()
    if stored is None and nip:
        stored = next((p for p in known if (p.nip, p.nama) == ("", nama)), None)
        if stored is not None:
            run.sync.one(
                k.Pejabat, run.place(row), keys={"pk": stored.pk}, nilai={"nip": nip}, stock=[stored]
            )
    return run.sync.one(
        k.Pejabat,
        run.place(row),
        keys={"nip": nip} if nip else {"nip": "", "nama": nama},
        nilai={"nama": nama},
        stock=[stored] if stored else [],
    )


def _terms(run: Run, person: k.Pejabat, rows: list[SheetRow]) -> list[k.MasaJabatan]:
    """Terms in this kecamatan, and those of a kepala daerah in its kabupaten."""
    here: list[Pair] = []
    above: list[Pair] = []
    for r in rows:
        grade = run.current.references.grades[r["golongan"]] if r["golongan"] else None
        own = columns(r, k.MasaJabatan) | office_of(r) | {"pangkat": grade}
        (above if r["jabatan"] == k.MasaJabatan.Jabatan.BUPATI else here).append((run.place(r), own))
    result: list[k.MasaJabatan] = []
    stored = [t for t in stored_terms(run.current) if t.pejabat_id == person.pk]
    for wanted, area in (
        (here, {"kecamatan": run.kecamatan}),
        (above, {"kabupaten": run.kecamatan.kabupaten}),
    ):
        stock = [t for t in stored if (t.kabupaten_id is None) == ("kecamatan" in area)]
        result += run.write(
            k.MasaJabatan,
            wanted,
            at=run.sheet("Pejabat"),
            parent={"pejabat": person, **area},
            stock=stock,
            key=_term_key(wanted, stock),
            rest=Rest.TUNDA,
        )
    return result


def _term_key(wanted: list[Pair], stored: list[k.MasaJabatan]) -> tuple[str, ...]:
    """An office that the person held once stays the same term when its first day is corrected."""
    offices: tuple[list[Any], ...] = (
        [(c["jabatan"], c["status"]) for _, c in wanted],
        [(t.jabatan, t.status) for t in stored],
    )
    once = all(len(set(o)) == len(o) for o in offices)
    return ("jabatan", "status") if once else ("jabatan", "status", "mulai")

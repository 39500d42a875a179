"""Snapshot → the engine's input. Pure; the one place that decides which record feeds which number."""

from __future__ import annotations

from sakip.capaian.inputs import (
    AnggaranInput,
    AnggaranTahun,
    AsalTarget,
    IndikatorInput,
    Inputs,
    KeadaanNilai,
    Nilai,
    Pembanding,
    SasaranInput,
    Target,
    TriwulanInput,
    TujuanInput,
    YearBefore,
)
from sakip.capaian.rumus import rumus_bawaan
from sakip.snapshot.coverage import document_targets, outside_pk, target_of
from sakip.snapshot.leaves import in_code_order
from sakip.snapshot.types import (
    BarisPK,
    Indikator,
    IndikatorTujuan,
    PerjanjianKinerja,
    Renstra,
    Sasaran,
    Snapshot,
    Tujuan,
)

#: How many earlier years a report compares with at most (this year included: 2 to 5 columns).
MAXIMUM_PREVIOUS_YEARS = 4

_NOT_FILLED = Nilai(keadaan=KeadaanNilai.BELUM_DIISI)


def capaian_input(snapshot: Snapshot) -> Inputs | None:
    """The engine's input for a snapshot; None when there is no kebijakan or no PK to measure against.

    What is measured are the indikator of the latest PK (Permen PANRB 53/2014: the LKIP reports on the Perjanjian
    Kinerja), in the PK's order and wording; definitions (rumus, scale, decimals) come from the Renstra in force.
    """
    pk = snapshot.pk_in_force
    if snapshot.kebijakan is None or pk is None:
        return None
    return Inputs(
        kecamatan=snapshot.kecamatan.kode,
        tahun=snapshot.tahun,
        kebijakan=snapshot.kebijakan,
        sasaran=_sasaran(snapshot, pk),
        anggaran=anggaran_rows(snapshot),
        anggaran_lalu=anggaran_years(snapshot),
        di_luar_pk=tuple(
            _defined(snapshot, i, target=target_of(i, snapshot.tahun), asal=AsalTarget.RENSTRA)
            for i in outside_pk(snapshot)
        ),
        indikator_tujuan=_indikator_tujuan(snapshot),
    )


def anggaran_rows(snapshot: Snapshot) -> tuple[AnggaranInput, ...]:
    """The rows of the budget, in the order of their codes."""
    return tuple(
        AnggaranInput(
            program=a.program,
            nama_program=a.nama_program,
            kegiatan=a.kegiatan,
            nama_kegiatan=a.nama_kegiatan,
            sub_kegiatan=a.sub_kegiatan,
            nama_sub_kegiatan=a.nama_sub_kegiatan,
            pagu=a.pagu,
            realisasi=a.realisasi,
            rinci=a.rinci,
            unit=a.unit,
        )
        for a in in_code_order(snapshot.anggaran, last=lambda a: not a.rinci)
    )


def anggaran_years(snapshot: Snapshot) -> tuple[AnggaranTahun, ...]:
    """Pagu and realisasi of earlier years."""
    return tuple(
        AnggaranTahun(tahun=a.tahun, pagu=a.pagu, realisasi=a.realisasi) for a in snapshot.anggaran_lalu
    )


def _indikator_tujuan(snapshot: Snapshot) -> tuple[TujuanInput, ...]:
    """Every tujuan of the Renstra in force that has indikator of its own, with what was recorded of them."""
    renstra = snapshot.renstra_in_force
    if renstra is None:
        return ()
    return tuple(
        TujuanInput(
            kunci=t.kunci,
            uraian=t.uraian,
            indikator=tuple(
                _of_tujuan(snapshot, renstra, t, i, f"{t.kunci}-{n}")
                for n, i in enumerate(t.indikator, start=1)
            ),
        )
        for t in renstra.tujuan
        if t.indikator
    )


def _of_tujuan(
    snapshot: Snapshot, renstra: Renstra, tujuan: Tujuan, indikator: IndikatorTujuan, key: str
) -> IndikatorInput:
    recorded = {
        r.tahun: r.nilai
        for r in snapshot.realisasi_tujuan
        if (r.kunci_tujuan, r.indikator) == (tujuan.kunci, indikator.nama)
    }
    return IndikatorInput(
        kunci=key,
        nama=indikator.nama,
        satuan=indikator.satuan,
        rumus=indikator.rumus,
        desimal=indikator.desimal,
        target=target_of(indikator, snapshot.tahun),
        realisasi=recorded.get(snapshot.tahun, _NOT_FILLED),
        skala=indikator.skala,
        lalu=tuple(
            YearBefore(
                tahun=t,
                target=target_of(indikator, t),
                realisasi=recorded[t],
                asal=AsalTarget.RENSTRA,
                target_renstra=target_of(indikator, t),
            )
            for t in sorted(recorded)
            if t < snapshot.tahun
        ),
        tahun_akhir=renstra.tahun_akhir,
        target_akhir=target_of(indikator, renstra.tahun_akhir),
        pengali=indikator.pengali_pecahan,
        asal=AsalTarget.RENSTRA,
    )


def _sasaran(snapshot: Snapshot, pk: PerjanjianKinerja) -> tuple[SasaranInput, ...]:
    """The PK's rows grouped by sasaran, in order of first appearance."""
    locations = _locations(snapshot.renstra_in_force)
    definition = {i.kunci: i for _, s in locations.values() for i in s.indikator}
    dukungan = {d.kunci_sasaran: d.program for d in snapshot.dukungan}
    # A sasaran of the PK that the Renstra does not know has no kunci; its own words keep its rows together.
    groups: dict[str, list[tuple[int, BarisPK]]] = {}
    for nomor, row in enumerate(pk.indikator, start=1):
        groups.setdefault(row.kunci_sasaran or row.sasaran, []).append((nomor, row))
    results = []
    for content in groups.values():
        nomor, first = content[0]
        key = first.kunci_sasaran or f"pk-sasaran-{nomor}"
        place = locations.get(key)
        results.append(
            SasaranInput(
                kunci=key,
                uraian=first.sasaran,
                tujuan=place[0].uraian if place else "",
                indikator=tuple(
                    _indikator(snapshot, n, b, definition.get(b.kunci_indikator)) for n, b in content
                ),
                program=dukungan.get(key, ()),
                bobot=place[1].bobot if place else None,
            )
        )
    return tuple(results)


def _locations(renstra: Renstra | None) -> dict[str, tuple[Tujuan, Sasaran]]:
    """Every sasaran of the Renstra in force with its tujuan, by kunci."""
    if renstra is None:
        return {}
    return {s.kunci: (t, s) for t in renstra.tujuan for s in t.sasaran}


def _indikator(snapshot: Snapshot, nomor: int, row: BarisPK, definition: Indikator | None) -> IndikatorInput:
    """An indikator of the PK, measured as the Renstra defines it.

    One that the Renstra does not know (finding R-cascade) has nowhere to enter a realisasi, so it stays *belum
    diisi*: it is shown and counted among the indikator, never dropped.
    """
    if definition is None:
        return IndikatorInput(
            kunci=row.kunci_indikator or f"pk-indikator-{nomor}",
            nama=row.indikator,
            satuan=row.satuan,
            rumus=rumus_bawaan(row.target.jenis_nilai),
            desimal=2,
            target=row.target,
            realisasi=_NOT_FILLED,
        )
    return _defined(
        snapshot,
        definition,
        target=row.target,
        asal=AsalTarget.PK,
        nama=row.indikator,
        satuan=row.satuan,
    )


def _defined(
    snapshot: Snapshot,
    definition: Indikator,
    *,
    target: Target | None,
    asal: AsalTarget,
    nama: str = "",
    satuan: str = "",
) -> IndikatorInput:
    """An indikator of the Renstra against a target of this document, in this document's words."""
    key = definition.kunci
    renstra = snapshot.renstra_in_force
    tahun_akhir = renstra.tahun_akhir if renstra else None
    by_renstra = {t.tahun: t.target for t in definition.target}
    others = document_targets(
        snapshot, definition, without=snapshot.pk_in_force if asal is AsalTarget.PK else None
    )
    return IndikatorInput(
        kunci=key,
        nama=nama or definition.nama,
        satuan=satuan or definition.satuan,
        rumus=definition.rumus,
        desimal=definition.desimal,
        target=target,
        realisasi=_nilai(snapshot, key, snapshot.tahun) or _NOT_FILLED,
        skala=definition.skala,
        bobot=definition.bobot,
        lalu=_tahun_lalu(snapshot, key, by_renstra),
        tahun_akhir=tahun_akhir,
        target_akhir=by_renstra.get(tahun_akhir) if tahun_akhir is not None else None,
        pembanding=_pembanding(snapshot, key),
        pengali=definition.pengali_pecahan,
        asal=asal,
        target_lain=tuple(o for o in others if o.dokumen != asal),
        triwulan=_triwulan(snapshot, definition),
    )


def _triwulan(snapshot: Snapshot, definition: Indikator) -> TriwulanInput | None:
    """Targets of the rencana aksi beside the realisasi of the triwulan; None where there are not both."""
    planned = next(
        (
            b
            for b in (snapshot.rencana_aksi.baris if snapshot.rencana_aksi else ())
            if b.kunci_indikator == definition.kunci and any(b.triwulan)
        ),
        None,
    )
    measured = next(
        (
            r.triwulan
            for r in snapshot.realisasi
            if r.kunci_indikator == definition.kunci and r.tahun == snapshot.tahun and r.triwulan
        ),
        None,
    )
    if planned is None or measured is None:
        return None
    return TriwulanInput(
        target=planned.triwulan,
        akumulasi_target=planned.akumulasi,
        realisasi=measured,
        akumulasi=definition.akumulasi,
        measured=definition.triwulan_measured,
    )


def _nilai(snapshot: Snapshot, key: str, tahun: int) -> Nilai | None:
    return next(
        (r.tahunan for r in snapshot.realisasi if r.kunci_indikator == key and r.tahun == tahun), None
    )


def _tahun_lalu(snapshot: Snapshot, key: str, renstra: dict[int, Target]) -> tuple[YearBefore, ...]:
    """Earlier years with a recorded realisasi or an earlier PK's target, oldest first.

    The target of an earlier year is that year's latest PK's, else the Renstra's: the same precedence as this year.
    """
    from_pk = {
        pk.tahun: b.target
        for pk in sorted(snapshot.pk_lalu, key=lambda p: (p.tahun, p.versi))
        for b in pk.indikator
        if b.kunci_indikator == key
    }
    recorded = {r.tahun: r.tahunan for r in snapshot.realisasi if r.kunci_indikator == key}
    tahun = sorted(t for t in recorded.keys() | from_pk.keys() if t < snapshot.tahun)
    return tuple(
        YearBefore(
            tahun=t,
            target=from_pk.get(t, renstra.get(t)),
            realisasi=recorded.get(t, _NOT_FILLED),
            asal=AsalTarget.PK if t in from_pk else AsalTarget.RENSTRA,
            target_renstra=renstra.get(t),
        )
        for t in tahun[-MAXIMUM_PREVIOUS_YEARS:]
    )


def _pembanding(snapshot: Snapshot, key: str) -> tuple[Pembanding, ...]:
    return next((p.nilai for p in snapshot.pembanding if p.kunci_indikator == key), ())

"""Snapshot → the engine's input. Pure; the one place that decides which record feeds which number."""

from __future__ import annotations

from sakip.capaian.inputs import (
    AnggaranMasukan,
    AnggaranTahun,
    IndikatorMasukan,
    KeadaanNilai,
    Masukan,
    Nilai,
    Pembanding,
    SasaranMasukan,
    TahunLalu,
    Target,
)
from sakip.capaian.rumus import rumus_bawaan
from sakip.snapshot.types import (
    BarisPK,
    Indikator,
    PerjanjianKinerja,
    Renstra,
    Sasaran,
    Snapshot,
    Tujuan,
)

#: How many earlier years a report compares with at most (this year included: 2 to 5 columns).
TAHUN_LALU_MAKSIMUM = 4

_BELUM_DIISI = Nilai(keadaan=KeadaanNilai.BELUM_DIISI)


def masukan_capaian(snapshot: Snapshot) -> Masukan | None:
    """The engine's input for a snapshot; None when there is no kebijakan or no PK to measure against.

    What is measured are the indikator of the latest PK (Permen PANRB 53/2014: the LKIP reports on the Perjanjian
    Kinerja), in the PK's order and wording; definitions (rumus, scale, decimals) come from the Renstra in force.
    """
    pk = snapshot.pk_berlaku
    if snapshot.kebijakan is None or pk is None:
        return None
    return Masukan(
        kecamatan=snapshot.kecamatan.kode,
        tahun=snapshot.tahun,
        kebijakan=snapshot.kebijakan,
        sasaran=_sasaran(snapshot, pk),
        anggaran=tuple(
            AnggaranMasukan(
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
            for a in snapshot.anggaran
        ),
        anggaran_lalu=tuple(
            AnggaranTahun(tahun=a.tahun, pagu=a.pagu, realisasi=a.realisasi) for a in snapshot.anggaran_lalu
        ),
    )


def _sasaran(snapshot: Snapshot, pk: PerjanjianKinerja) -> tuple[SasaranMasukan, ...]:
    """The PK's rows grouped by sasaran, in order of first appearance."""
    letak = _letak(snapshot.renstra_berlaku)
    definisi = {i.kunci: i for _, s in letak.values() for i in s.indikator}
    dukungan = {d.kunci_sasaran: d.program for d in snapshot.dukungan}
    # A sasaran of the PK that the Renstra does not know has no kunci; its own words keep its rows together.
    kelompok: dict[str, list[tuple[int, BarisPK]]] = {}
    for nomor, baris in enumerate(pk.indikator, start=1):
        kelompok.setdefault(baris.kunci_sasaran or baris.sasaran, []).append((nomor, baris))
    hasil = []
    for isi in kelompok.values():
        nomor, pertama = isi[0]
        kunci = pertama.kunci_sasaran or f"pk-sasaran-{nomor}"
        tempat = letak.get(kunci)
        hasil.append(
            SasaranMasukan(
                kunci=kunci,
                uraian=pertama.sasaran,
                tujuan=tempat[0].uraian if tempat else "",
                indikator=tuple(_indikator(snapshot, n, b, definisi.get(b.kunci_indikator)) for n, b in isi),
                program=dukungan.get(kunci, ()),
                bobot=tempat[1].bobot if tempat else None,
            )
        )
    return tuple(hasil)


def _letak(renstra: Renstra | None) -> dict[str, tuple[Tujuan, Sasaran]]:
    """Every sasaran of the Renstra in force with its tujuan, by kunci."""
    if renstra is None:
        return {}
    return {s.kunci: (t, s) for t in renstra.tujuan for s in t.sasaran}


def _indikator(
    snapshot: Snapshot, nomor: int, baris: BarisPK, definisi: Indikator | None
) -> IndikatorMasukan:
    """An indikator of the PK, measured as the Renstra defines it.

    One that the Renstra does not know (finding R-cascade) has nowhere to enter a realisasi, so it stays *belum
    diisi*: it is shown and counted among the indikator, never dropped.
    """
    if definisi is None:
        return IndikatorMasukan(
            kunci=baris.kunci_indikator or f"pk-indikator-{nomor}",
            nama=baris.indikator,
            satuan=baris.satuan,
            rumus=rumus_bawaan(baris.target.jenis_nilai),
            desimal=2,
            target=baris.target,
            realisasi=_BELUM_DIISI,
        )
    kunci = definisi.kunci
    renstra = snapshot.renstra_berlaku
    tahun_akhir = renstra.tahun_akhir if renstra else None
    target = {t.tahun: t.target for t in definisi.target}
    return IndikatorMasukan(
        kunci=kunci,
        nama=baris.indikator,
        satuan=baris.satuan or definisi.satuan,
        rumus=definisi.rumus,
        desimal=definisi.desimal,
        target=baris.target,
        realisasi=_nilai(snapshot, kunci, snapshot.tahun) or _BELUM_DIISI,
        skala=definisi.skala,
        bobot=definisi.bobot,
        lalu=_tahun_lalu(snapshot, kunci, target),
        tahun_akhir=tahun_akhir,
        target_akhir=target.get(tahun_akhir) if tahun_akhir is not None else None,
        pembanding=_pembanding(snapshot, kunci),
        pengali=definisi.pengali_pecahan,
    )


def _nilai(snapshot: Snapshot, kunci: str, tahun: int) -> Nilai | None:
    return next(
        (r.tahunan for r in snapshot.realisasi if r.kunci_indikator == kunci and r.tahun == tahun), None
    )


def _tahun_lalu(snapshot: Snapshot, kunci: str, renstra: dict[int, Target]) -> tuple[TahunLalu, ...]:
    """Earlier years with a recorded realisasi or an earlier PK's target, oldest first.

    The target of an earlier year is that year's latest PK's, else the Renstra's: the same precedence as this year.
    """
    dari_pk = {
        pk.tahun: b.target
        for pk in sorted(snapshot.pk_lalu, key=lambda p: (p.tahun, p.versi))
        for b in pk.indikator
        if b.kunci_indikator == kunci
    }
    tercatat = {r.tahun: r.tahunan for r in snapshot.realisasi if r.kunci_indikator == kunci}
    tahun = sorted(t for t in tercatat.keys() | dari_pk.keys() if t < snapshot.tahun)
    return tuple(
        TahunLalu(
            tahun=t,
            target=dari_pk.get(t, renstra.get(t)),
            realisasi=tercatat.get(t, _BELUM_DIISI),
        )
        for t in tahun[-TAHUN_LALU_MAKSIMUM:]
    )


def _pembanding(snapshot: Snapshot, kunci: str) -> tuple[Pembanding, ...]:
    return next((p.nilai for p in snapshot.pembanding if p.kunci_indikator == kunci), ())

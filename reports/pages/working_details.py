"""The working behind each capaian, as pairs of label and words that a person can follow."""

from __future__ import annotations

from dataclasses import dataclass

from reports.lkip.bab3.sources import definisi_indikator, semua_indikator
from reports.pages.pengukuran import realisasi_tahun_ini
from reports.prose.language import kalimat, persen, rapi, say_kategori
from reports.publish.naskah import Naskah
from sakip.capaian.inputs import Target
from sakip.capaian.nilai import print_target
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, Capaian, HasilIndikator, Perubahan
from sakip.capaian.rumus import definisi_rumus


@dataclass(frozen=True, slots=True, kw_only=True)
class Rincian:
    """One indikator: its name, the result in one word, and the steps that lead there."""

    nama: str
    ringkas: str
    langkah: tuple[tuple[str, str], ...]


def rincian_capaian(naskah: Naskah) -> tuple[Rincian, ...]:
    """The working of every indikator in the order of the PK; none where nothing was measured."""
    if naskah.hasil is None:
        return ()
    return tuple(_rincian(naskah, i) for i in semua_indikator(naskah.hasil))


def _rincian(naskah: Naskah, i: HasilIndikator) -> Rincian:
    tercatat = realisasi_tahun_ini(naskah).get(i.kunci)
    langkah = [
        ("Target PK", i.target_cetak),
        *_target_lain(naskah, i),
        ("Realisasi", i.realisasi_cetak),
        *_capaian(i.capaian),
        *((f"Tahun {p.tahun}", _lalu(p)) for p in i.perubahan),
        *_kemajuan(i),
    ]
    if tercatat:
        langkah += [("Sumber data", rapi(tercatat.sumber))] if tercatat.sumber else []
        langkah += [("Catatan", tercatat.catatan)] if tercatat.catatan else []
        langkah.append(("Bukti dukung", f"{tercatat.bukti} berkas" if tercatat.bukti else "belum ada"))
    return Rincian(nama=rapi(i.nama), ringkas=_summarize(i.capaian), langkah=tuple(langkah))


def _summarize(capaian: Capaian) -> str:
    if capaian.nilai is None:
        return TIDAK_DAPAT_DISIMPULKAN
    return f"{persen(capaian.nilai)}, {say_kategori(capaian.kategori)}"


def _target_lain(naskah: Naskah, i: HasilIndikator) -> list[tuple[str, str]]:
    """Targets of Renstra and RKT, kept apart from the PK's; a difference is said, never merged."""
    snapshot = naskah.snapshot
    definisi = definisi_indikator(snapshot).get(i.kunci)
    menurut_tahun = {t.tahun: t.target for t in definisi.target} if definisi else {}
    menurut_rkt = {s.kunci_indikator: s.target for s in snapshot.rkt.sasaran} if snapshot.rkt else {}
    desimal = definisi.desimal if definisi else 0
    return [
        (
            nama,
            print_target(target, i.satuan, desimal)
            + ("" if _sama(target, i.capaian.target) else ", berbeda dari target PK"),
        )
        for nama, target in (
            ("Target Renstra", menurut_tahun.get(snapshot.tahun)),
            ("Target RKT", menurut_rkt.get(i.kunci) if i.kunci else None),
        )
        if target is not None
    ]


def _sama(satu: Target | None, lain: Target | None) -> bool:
    """Whether two targets mean the same value, however each document prints it."""
    if satu is None or lain is None:
        return satu is lain
    return (satu.angka, satu.huruf, satu.bawah, satu.atas) == (lain.angka, lain.huruf, lain.bawah, lain.atas)


def _capaian(capaian: Capaian) -> list[tuple[str, str]]:
    if capaian.nilai is None:
        return [("Capaian", kalimat(f"{TIDAK_DAPAT_DISIMPULKAN} karena {capaian.alasan}"))]
    hasil = [("Rumus", f"makna {definisi_rumus(capaian.rumus).makna}"), ("Perhitungan", capaian.langkah)]
    if capaian.batas:
        hasil.append(("Batas", capaian.batas))
    return [*hasil, ("Capaian", persen(capaian.nilai)), ("Predikat", say_kategori(capaian.kategori))]


def _lalu(p: Perubahan) -> str:
    nilai = "" if p.capaian.nilai is None else f", capaian {persen(p.capaian.nilai)}"
    return f"realisasi {p.realisasi_cetak}{nilai} ({p.arah.value})"


def _kemajuan(i: HasilIndikator) -> list[tuple[str, str]]:
    if i.tahun_akhir is None:
        return []
    judul = f"Kemajuan terhadap target {i.tahun_akhir}"
    if i.kemajuan.nilai is None:
        return [(judul, kalimat(f"{TIDAK_DAPAT_DISIMPULKAN} karena {i.kemajuan.alasan}"))]
    return [(judul, f"{persen(i.kemajuan.nilai)} dari target {i.target_akhir_cetak}")]

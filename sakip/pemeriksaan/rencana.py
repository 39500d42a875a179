"""Rules about scales, RPJMD and Renstra."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db.models import F, Q

from kecamatan.models import UnitKerja
from sakip import models as m
from sakip.angka import format_angka
from sakip.pemeriksaan.aturan import Aturan, Pelanggaran

SERATUS = Decimal(100)


def skala_utuh() -> Pelanggaran:
    """A scale has exactly one category without a lower bound, so that no value falls through."""
    for s in m.Skala.objects.prefetch_related("kategori"):
        terendah = [k for k in s.kategori.all() if k.batas is None]
        if len(terendah) != 1:
            yield (
                f"Skala {s.kode}",
                f"Memiliki {len(terendah)} kategori tanpa batas bawah. Sisakan tepat satu.",
            )


def sasaran_satu_renstra() -> Pelanggaran:
    """A sasaran belongs to the Renstra of its tujuan."""
    for s in m.Sasaran.objects.exclude(renstra=F("tujuan__renstra")).select_related("renstra__kecamatan"):
        yield (
            f"{s.renstra}, sasaran {s.kunci}",
            "Tujuannya milik Renstra lain. Pilih tujuan Renstra yang sama.",
        )


def indikator_satu_renstra() -> Pelanggaran:
    """An indikator belongs to the Renstra of its sasaran."""
    for i in m.Indikator.objects.exclude(renstra=F("sasaran__renstra")).select_related("renstra__kecamatan"):
        yield (
            f"{i.renstra}, indikator {i.kunci}",
            "Sasarannya milik Renstra lain. Pilih sasaran Renstra yang sama.",
        )


def target_dalam_masa() -> Pelanggaran:
    """Targets are of years of the Renstra."""
    for model, jalur in (
        (m.TargetRenstra, "indikator__renstra"),
        (m.TargetTujuan, "indikator__tujuan__renstra"),
    ):
        di_luar = Q(tahun__lt=F(f"{jalur}__tahun_awal")) | Q(tahun__gt=F(f"{jalur}__tahun_akhir"))
        for t in model._default_manager.filter(di_luar).select_related(f"{jalur}__kecamatan"):
            renstra = _turut(t, jalur)
            yield (
                f"{renstra}, {t.indikator.nama}",
                f"Target {t.tahun} di luar masa Renstra. Hapus target itu.",
            )


def misi_satu_periode() -> Pelanggaran:
    """The misi that a Renstra refers to is one of its RPJMD."""
    for r in (
        m.Renstra.objects.exclude(misi_diacu=None)
        .exclude(periode_rpjmd=F("misi_diacu__periode"))
        .select_related("kecamatan")
    ):
        yield str(r), "Misi yang diacu milik RPJMD lain. Pilih misi RPJMD yang sama."


def rpjmd_sekabupaten() -> Pelanggaran:
    """A Renstra refers to the RPJMD of its own kabupaten."""
    for r in (
        m.Renstra.objects.exclude(periode_rpjmd=None)
        .exclude(kecamatan__kabupaten=F("periode_rpjmd__kabupaten"))
        .select_related("kecamatan")
    ):
        yield str(r), "RPJMD yang diacu milik kabupaten lain. Pilih RPJMD kabupatennya."


def sasaran_rpjmd_satu_periode() -> Pelanggaran:
    """The sasaran RPJMD that a sasaran serves is one of the RPJMD of its Renstra."""
    for s in (
        m.Sasaran.objects.exclude(sasaran_rpjmd=None)
        .exclude(renstra__periode_rpjmd=F("sasaran_rpjmd__tujuan__misi__periode"))
        .select_related("renstra__kecamatan")
    ):
        yield (
            f"{s.renstra}, sasaran {s.kunci}",
            "Sasaran RPJMD-nya milik RPJMD lain. Pilih dari RPJMD yang sama.",
        )


def versi_renstra_berurutan() -> Pelanggaran:
    """Versions of a Renstra are 0, 1, 2 … without a gap."""
    urut = m.Renstra.objects.select_related("kecamatan").order_by("kecamatan", "tahun_awal", "versi")
    for _, isi in groupby(urut, key=lambda r: (r.kecamatan_id, r.tahun_awal)):
        daftar = list(isi)
        if [r.versi for r in daftar] != list(range(len(daftar))):
            yield (
                str(daftar[-1]),
                "Versi sebelumnya belum dicatat. Catat versi awal dan perubahannya berurutan.",
            )


def bobot_seratus() -> Pelanggaran:
    """All sasaran of a Renstra have a weight and these add up to 100, or none has one; so do indikator of a sasaran."""
    sasaran = m.Sasaran.objects.select_related("renstra__kecamatan").order_by("renstra", "urut")
    for _, isi in groupby(sasaran, key=lambda s: s.renstra_id):
        daftar = list(isi)
        yield from _bobot(f"{daftar[0].renstra}, bobot sasaran", daftar)
    indikator = m.Indikator.objects.select_related("renstra__kecamatan", "sasaran").order_by(
        "sasaran", "urut"
    )
    for _, isi_sasaran in groupby(indikator, key=lambda i: i.sasaran_id):
        anggota = list(isi_sasaran)
        yield from _bobot(
            f"{anggota[0].renstra}, bobot indikator sasaran {anggota[0].sasaran.kunci}", anggota
        )


def _bobot(lokasi: str, baris: Iterable[Any]) -> Pelanggaran:
    if pesan := pesan_bobot(baris):
        yield lokasi, pesan


def pesan_bobot(baris: Iterable[Any]) -> str:
    """What is wrong with the weights of rows that are weighed against one another; empty when nothing is."""
    bobot = [b.bobot for b in baris]
    terisi = [b for b in bobot if b is not None]
    if not terisi or (len(terisi) == len(bobot) and sum(terisi) == SERATUS):
        return ""
    return (
        f"{len(terisi)} dari {len(bobot)} bobot terisi, berjumlah {format_angka(sum(terisi, Decimal(0)))}%. "
        "Isi semuanya hingga 100%, atau kosongkan semuanya."
    )


def target_sesuai_jenis() -> Pelanggaran:
    """A target is of the indikator's kind: number, letter (or a number read on its scale) or range."""
    for model, jalur in ((m.TargetRenstra, "indikator"), (m.BarisPK, "acuan_indikator")):
        baris: Any = model._default_manager.filter(**{f"{jalur}__isnull": False})
        for t in baris.select_related(f"{jalur}__renstra__kecamatan", f"{jalur}__skala").prefetch_related(
            f"{jalur}__skala__kategori"
        ):
            indikator: m.Indikator = getattr(t, jalur)
            pesan = pesan_target(t, indikator)
            if pesan:
                yield f"{indikator.renstra}, indikator {indikator.kunci}, target {t}", pesan


def pesan_target(target: Any, indikator: m.Indikator) -> str:
    """What is wrong with a target of the indikator's kind, and the remedy; empty when it fits."""
    jenis = m.Indikator.JenisNilai
    if indikator.jenis_nilai == jenis.RENTANG:
        return (
            "" if target.bawah is not None else "Indikator ini memerlukan rentang. Isi batas bawah dan atas."
        )
    if indikator.jenis_nilai == jenis.ANGKA:
        return "" if target.angka is not None else "Indikator ini memerlukan angka. Isi target dengan angka."
    if (
        target.huruf
        and indikator.skala
        and target.huruf not in {k.kode for k in indikator.skala.kategori.all()}
    ):
        return f'"{target.huruf}" tidak ada pada skala {indikator.skala.kode}. Pilih salah satu kategorinya.'
    return "" if target.huruf or target.angka is not None else "Indikator ini memerlukan huruf. Isi hurufnya."


def penanggung_jawab_dikenal() -> Pelanggaran:
    """Responsible units exist in the organisation of the kecamatan."""
    ada: dict[int, set[str]] = {}
    for kecamatan, kunci in UnitKerja.objects.order_by().values_list("kecamatan_id", "kunci"):
        ada.setdefault(kecamatan, set()).add(kunci)
    indikator = m.Indikator.objects.select_related("renstra__kecamatan")
    baris_rkt = m.BarisRKT.objects.select_related("rkt__kecamatan", "program", "kegiatan", "sub_kegiatan")
    pemilik: list[tuple[str, int, list[str]]] = [
        *(
            (f"{i.renstra}, indikator {i.kunci}", i.renstra.kecamatan_id, i.penanggung_jawab)
            for i in indikator
        ),
        *((f"{b.rkt}, {b}", b.rkt.kecamatan_id, b.penanggung_jawab) for b in baris_rkt),
    ]
    for lokasi, kecamatan_pk, daftar in pemilik:
        for kunci in daftar:
            if kunci not in ada.get(kecamatan_pk, set()):
                yield (
                    lokasi,
                    f'Penanggung jawab "{kunci}" bukan unit kerja kecamatan ini. Pilih unit yang ada.',
                )


def _turut(baris: Any, jalur: str) -> Any:
    for nama in jalur.split("__"):
        baris = getattr(baris, nama)
    return baris


ATURAN_RENCANA = (
    Aturan("skala-utuh", skala_utuh),
    Aturan("sasaran-satu-renstra", sasaran_satu_renstra),
    Aturan("indikator-satu-renstra", indikator_satu_renstra),
    Aturan("target-dalam-masa", target_dalam_masa),
    Aturan("misi-satu-periode", misi_satu_periode),
    Aturan("rpjmd-sekabupaten", rpjmd_sekabupaten),
    Aturan("sasaran-rpjmd-satu-periode", sasaran_rpjmd_satu_periode),
    Aturan("versi-renstra-berurutan", versi_renstra_berurutan),
    Aturan("bobot-seratus", bobot_seratus),
    Aturan("target-sesuai-jenis", target_sesuai_jenis),
    Aturan("penanggung-jawab-dikenal", penanggung_jawab_dikenal),
)

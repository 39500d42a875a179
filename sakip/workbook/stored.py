"""What several sheets read and write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import Any, Final

from django.db.models import Prefetch, Q

from kecamatan import models as k
from sakip import models as m
from sakip.entry.values import plain_number
from sakip.records.pejabat.terms import document_span, in_office
from sakip.snapshot.to_engine import TAHUN_LALU_MAKSIMUM
from sakip.text.dates import InvalidDate, format_tanggal
from sakip.workbook.references import Rujukan, terbanyak

Isi = dict[str, Any]
"""A row of a sheet: values by the key of their column."""

KODE: Final = ("program__versi", "kegiatan__program__versi", "sub_kegiatan__kegiatan__program__versi")


class Bacaan:
    """The rows of one kecamatan-year, read once for all sheets, and how several sheets write them."""

    def __init__(
        self, kecamatan: k.Kecamatan, tahun: int, acuan: Rujukan, versi: tuple[str, str] | None
    ) -> None:
        self.kecamatan = kecamatan
        self.tahun = tahun
        self.acuan = acuan
        milik = {"kecamatan": kecamatan, "tahun": tahun}
        self.rkt = (
            m.RKT.objects.filter(**milik)
            .select_related("penandatangan__pejabat")
            .prefetch_related(
                fetch("sasaran", m.SasaranRKT, "acuan_indikator"),
                fetch("baris", m.BarisRKT, "acuan_sasaran", *KODE),
                "baris__indikator",
            )
            .first()
        )
        self.pk = list(
            m.PerjanjianKinerja.objects.filter(Q(tahun=tahun) | Q(tahun__lt=tahun, dikutip=True))
            .filter(kecamatan=kecamatan)
            .order_by("tahun", "versi")
            .select_related("pihak_pertama__pejabat", "pihak_kedua__pejabat")
            .prefetch_related(
                fetch("baris", m.BarisPK, "acuan_indikator", "acuan_sasaran"),
                fetch("anggaran", m.AnggaranPK, "program__versi"),
            )
        )
        self.iku = (
            m.KeputusanIKU.objects.filter(**milik)
            .select_related("penandatangan__pejabat")
            .prefetch_related(
                fetch("daftar_mengingat", m.MengingatIKU, "peraturan"),
                "butir",
                fetch("baris", m.BarisIKU, "acuan_indikator"),
            )
            .first()
        )
        self.rencana_aksi = (
            m.RencanaAksi.objects.filter(**milik)
            .select_related("penandatangan__pejabat")
            .prefetch_related(
                fetch("baris", m.BarisRencanaAksi, "acuan_indikator"),
                "baris__target",
                fetch("baris__kegiatan", m.KegiatanRencanaAksi, *KODE),
            )
            .first()
        )
        self.anggaran = list(
            m.Anggaran.objects.filter(**milik).select_related(*KODE).prefetch_related("keluaran")
        )
        self.dukungan = list(
            m.DukunganProgram.objects.filter(**milik).select_related("sasaran", "program__versi")
        )
        self.profil = (
            k.ProfilKecamatan.objects.filter(**milik)
            .prefetch_related(fetch("daftar_dasar_hukum", k.DasarHukumProfil, "peraturan"), "butir", "fakta")
            .first()
        )
        self.renstra = self._renstra()
        self.desa = list(k.DesaKelurahan.objects.filter(kecamatan=kecamatan))
        self.unit = list(k.UnitKerja.objects.filter(kecamatan=kecamatan).select_related("induk"))
        # In the order of the list as a whole, by which its rows are numbered through.
        self.sdm = list(k.KomposisiSDM.objects.filter(**milik).order_by("urut", "id"))
        self.belanja = list(m.Belanja.objects.filter(**milik).select_related("induk"))
        self.anggaran_lalu = list(m.AnggaranLalu.objects.filter(kecamatan=kecamatan, tahun__lt=tahun))
        self._periode = {p.tahun_awal: p for p in self._rpjmd()}
        self.masa = list(
            k.MasaJabatan.objects.filter(Q(kecamatan=kecamatan) | Q(kabupaten=kecamatan.kabupaten_id))
            .select_related("pejabat", "pangkat")
            .order_by("pejabat__nama", "pejabat_id", "mulai", "id")
        )
        if versi is None:
            umum = terbanyak(self._versi_dipakai(), acuan.version_for(tahun))
            rkt = self.rkt.baris.all() if self.rkt else ()
            versi = umum, terbanyak((b.program.versi.kode for b in rkt), umum)
        self.versi, self.versi_rkt = versi
        self.huruf = frozenset(acuan.huruf.values())
        self.nama_indikator = {i.kunci: i.nama for r in self.renstra for i in r.indikator.all()}

    @cached_property
    def realisasi(self) -> list[m.Realisasi]:
        """Values of this year and the earlier ones of indikator that the Renstra in force knows; of two under one
        kunci the last one counts."""
        semua = (
            m.Realisasi.objects.for_kecamatan(self.kecamatan)
            .filter(tahun__range=(self.tahun - TAHUN_LALU_MAKSIMUM, self.tahun))
            .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi")
            .select_related("indikator")
        )
        return [r for r in semua if r.indikator.kunci in self.nama_indikator]

    @cached_property
    def pembanding(self) -> list[m.PembandingIndikator]:
        """Values of wider areas that the year's LKIP prints."""
        return list(
            m.PembandingIndikator.objects.for_kecamatan(self.kecamatan)
            .for_tahun(self.tahun)
            .select_related("indikator")
            .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi", "indikator__urut", "pk")
        )

    @property
    def rpjmd(self) -> m.PeriodeRPJMD | None:
        """The period that the Renstra in force refers to; without a Renstra the latest that covers the year."""
        if self.renstra:
            acuan = self.renstra[-1].periode_rpjmd_id
            if acuan:
                return next(p for p in self._periode.values() if p.pk == acuan)
        meliputi = [p for p in self._periode.values() if p.tahun_awal <= self.tahun <= p.tahun_akhir]
        return max(meliputi, key=lambda p: p.tahun_awal, default=None)

    def rpjmd_of(self, tahun_awal: int | None) -> m.PeriodeRPJMD | None:
        """The period that begins in a year."""
        return self._periode.get(tahun_awal) if tahun_awal is not None else None

    def sasaran_rpjmd(self, periode: int | None, uraian: str) -> m.SasaranRPJMD | None:
        """The sasaran of a period that says this, as it is stored now."""
        read = (
            s
            for p in self._periode.values()
            if p.pk == periode
            for misi in p.misi.all()
            for t in misi.tujuan.all()
            for s in t.sasaran.all()
        )
        if found := next((s for s in read if s.uraian == uraian and s.pk), None):
            return found
        return (
            m.SasaranRPJMD.objects.filter(uraian=uraian, tujuan__misi__periode=periode)
            .select_related("tujuan__misi")
            .order_by("tujuan__misi__nomor", "tujuan__urut", "urut")
            .first()
        )

    def other_renstra(self) -> list[m.Renstra]:
        """Versions of other periods, the latest first, with what rows refer to (3 queries)."""
        dibaca = [r.pk for r in self.renstra]
        lain = m.Renstra.objects.for_kecamatan(self.kecamatan).exclude(pk__in=dibaca)
        return list(lain.order_by("-tahun_awal", "-versi").prefetch_related("sasaran", "indikator"))

    def _rpjmd(self) -> list[m.PeriodeRPJMD]:
        return list(
            m.PeriodeRPJMD.objects.filter(kabupaten=self.kecamatan.kabupaten_id).prefetch_related(
                "misi__tujuan__sasaran"
            )
        )

    def _versi_dipakai(self) -> Iterator[str]:
        yield from (a.program.versi.kode for a in self.anggaran if a.program)
        yield from (d.program.versi.kode for d in self.dukungan)
        for pk in self.pk:
            if pk.tahun == self.tahun:
                yield from (a.program.versi.kode for a in pk.anggaran.all() if a.program)
        for baris in self.rencana_aksi.baris.all() if self.rencana_aksi else ():
            yield from (g.program.versi.kode for g in baris.kegiatan.all())

    def _renstra(self) -> list[m.Renstra]:
        """Versions whose period includes the year; the period that the year's PK refers to comes last, because of
        two indikator with one kunci the last is meant."""
        semua = (
            m.Renstra.objects.for_kecamatan(self.kecamatan)
            .for_tahun(self.tahun)
            .select_related("periode_rpjmd", "misi_diacu")
            .prefetch_related(
                Prefetch("tujuan", m.Tujuan.objects.prefetch_related("indikator__target")),
                fetch("sasaran", m.Sasaran, "tujuan", "sasaran_rpjmd"),
                Prefetch(
                    "indikator",
                    m.Indikator.objects.select_related("sasaran", "skala")
                    .prefetch_related("target")
                    .order_by("sasaran__urut", "sasaran_id", "urut", "id"),
                ),
            )
        )
        diacu = {
            b.acuan_indikator.renstra_id
            for pk in self.pk
            if pk.tahun == self.tahun
            for b in pk.baris.all()
            if b.acuan_indikator
        }
        awal = {r.tahun_awal for r in semua if r.pk in diacu}
        return sorted(semua, key=lambda r: (r.tahun_awal in awal, r.tahun_awal, r.versi))

    def kode(self, baris: Any, versi: str | None = None) -> Isi:
        """The code of a row of the nomenklatur, and what it is called."""
        kode, nama = self.acuan.write_code(
            self.versi if versi is None else versi, baris.program, baris.kegiatan, baris.sub_kegiatan
        )
        return {"kode": kode, "nama_kode": nama}

    def target(self, baris: Any) -> Isi | None:
        """A target as its column writes it."""
        if baris.angka is None and not baris.huruf and baris.bawah is None:
            return None
        return {
            "angka": angka(baris.angka),
            "huruf": baris.huruf,
            "bawah": angka(baris.bawah),
            "atas": angka(baris.atas),
            "dikenal": sorted(self.huruf) if baris.huruf in self.huruf else [],
        }

    def nilai(self, baris: Any) -> Isi:
        """The columns of a recorded value."""
        nilai = None
        if baris.angka is not None or baris.huruf:
            dikenal = sorted(self.huruf) if baris.huruf in self.huruf else []
            nilai = {"angka": angka(baris.angka), "huruf": baris.huruf, "dikenal": dikenal}
        return {
            "keadaan": baris.keadaan,
            "nilai": nilai,
            "pembilang": angka(baris.pembilang),
            "penyebut": angka(baris.penyebut),
            "alasan": baris.alasan,
            "cetak": baris.cetak,
        }

    def acuan_indikator(self, indikator: m.Indikator | None) -> Isi:
        """The column that refers to an indikator."""
        return {"kunci_indikator": indikator.kunci if indikator else ""}

    def pejabat_pada(self, masa: k.MasaJabatan | None, dokumen: Any) -> str:
        """The cell that names who signed: the name alone where it leads to that very term."""
        if masa is None:
            return ""
        orang = [t for t in self.masa if t.pejabat_id == masa.pejabat_id]
        sama = {t.pejabat_id for t in self.masa if t.pejabat.nama == masa.pejabat.nama}
        nama = masa.pejabat.nip if len(sama) > 1 and masa.pejabat.nip else masa.pejabat.nama
        with suppress(InvalidDate):
            rentang = document_span(dokumen.tanggal, dokumen.tanggal_cetak, dokumen.tahun or self.tahun)
            if masa == in_office(orang, *rentang):
                return nama
        return f"{nama} ({masa.get_jabatan_display()} sejak {format_tanggal(masa.mulai)})"


def fetch(jalur: str, model: type[Any], *pilih: str) -> Prefetch[str]:
    """A prefetch whose rows bring the rows they point at along, in the same query."""
    return Prefetch(jalur, queryset=model._default_manager.select_related(*pilih))


def versi_renstra(renstra: m.Renstra) -> Isi:
    """The columns that say which version of the Renstra a row belongs to."""
    return {"tahun_awal": renstra.tahun_awal, "versi": renstra.versi}


def angka(nilai: Any) -> str | None:
    """A stored number without the zeros of its column, the same from both databases."""
    return None if nilai is None else plain_number(nilai)

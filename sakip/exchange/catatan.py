"""Rows of one kecamatan-year → sheets of values: what the workbook says about the present state.

A value is what the column's kind writes (:mod:`.sel`): codes rather than words, Decimals, dates, lists. The values of
all sheets have a fingerprint, by which an upload is told from which state it was filled in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Prefetch, Q

from kecamatan import models as k
from kecamatan.services.contoh import Tempat, induk_dahulu
from sakip import models as m
from sakip.exchange.lembar import ALAMAT, FORMAT, PROFIL, Buku, Lembar
from sakip.exchange.rujukan import Rujukan, rujukan, terbanyak
from sakip.exchange.sel import polos
from sakip.snapshot.masukan import TAHUN_LALU_MAKSIMUM
from sakip.tanggal import TanggalTidakSah, format_tanggal, urai_bulan

Isi = dict[str, Any]
"""A row of a sheet: values by the key of their column."""

_KODE = ("program__versi", "kegiatan__program__versi", "sub_kegiatan__kegiatan__program__versi")


@dataclass(frozen=True, kw_only=True)
class Catatan:
    """Everything one workbook holds. ``isi`` has the rows of every sheet by its name."""

    kecamatan: k.Kecamatan
    tahun: int
    buku: Buku
    rujukan: Rujukan
    nomenklatur: str
    nomenklatur_rkt: str
    isi: Mapping[str, list[Isi]]
    berprofil: bool
    """Whether the year has a profile, even an empty one."""

    @property
    def berlaporan(self) -> bool:
        """Whether a report of the year exists, whose place and date may be emptied but not its row removed."""
        return any(b["dokumen"] == "laporan" for b in self.isi["Dokumen"])

    @property
    def sidik(self) -> str:
        """SHA-256 of what the records say."""
        polos = json.dumps(
            [self.nomenklatur, self.nomenklatur_rkt, self.isi],
            cls=DjangoJSONEncoder,
            sort_keys=True,
            ensure_ascii=False,
        )
        return hashlib.sha256(polos.encode()).hexdigest()

    @property
    def meta(self) -> dict[str, str]:
        """What the sheet ``_meta`` holds."""
        return {
            "format": str(FORMAT),
            "kecamatan": self.kecamatan.kode,
            "nama": self.kecamatan.nama,
            "tahun": str(self.tahun),
            "nomenklatur": self.nomenklatur,
            "nomenklatur_rkt": self.nomenklatur_rkt,
            "sidik": self.sidik,
        }

    def lembar(self) -> Iterator[tuple[Lembar, list[Isi]]]:
        """The sheets with their rows."""
        for lembar in self.buku.lembar:
            yield lembar, self.isi[lembar.nama]


def catatan(
    *,
    kecamatan: k.Kecamatan,
    tahun: int,
    buku: Buku,
    atas: Mapping[str, list[Isi]],
    versi: tuple[str, str] | None = None,
) -> Catatan:
    """Read the records (a fixed number of queries). ``atas`` are the rows that the room above brings along:
    ``Narasi``, and for ``Dokumen`` the head of the LKIP. ``versi`` are the nomenklatur in which codes are written
    (all sheets, RKT), where not the one that most rows use."""
    kecamatan = k.Kecamatan.objects.select_related("kabupaten").get(pk=kecamatan.pk)
    acuan = rujukan(kecamatan, tahun)
    pengambil = _Pengambil(kecamatan, tahun, acuan, versi)
    isi: dict[str, list[Isi]] = pengambil.semua()
    isi["Dokumen"] = [*isi["Dokumen"], *atas.get("Dokumen", [])]
    isi["Narasi"] = list(atas.get("Narasi", []))
    return Catatan(
        kecamatan=kecamatan,
        tahun=tahun,
        buku=buku,
        rujukan=acuan,
        nomenklatur=pengambil.versi,
        nomenklatur_rkt=pengambil.versi_rkt,
        isi=isi,
        berprofil=pengambil.profil is not None,
    )


class _Pengambil:
    """Reads one kecamatan-year, sheet by sheet."""

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
                _ambil("sasaran", m.SasaranRKT, "acuan_indikator"),
                _ambil("baris", m.BarisRKT, "acuan_sasaran", *_KODE),
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
                _ambil("baris", m.BarisPK, "acuan_indikator", "acuan_sasaran"),
                _ambil("anggaran", m.AnggaranPK, "program__versi"),
            )
        )
        self.iku = (
            m.KeputusanIKU.objects.filter(**milik)
            .select_related("penandatangan__pejabat")
            .prefetch_related(
                _ambil("daftar_mengingat", m.MengingatIKU, "peraturan"),
                "butir",
                _ambil("baris", m.BarisIKU, "acuan_indikator"),
            )
            .first()
        )
        self.rencana_aksi = (
            m.RencanaAksi.objects.filter(**milik)
            .select_related("penandatangan__pejabat")
            .prefetch_related(
                _ambil("baris", m.BarisRencanaAksi, "acuan_indikator"),
                "baris__target",
                _ambil("baris__kegiatan", m.KegiatanRencanaAksi, *_KODE),
            )
            .first()
        )
        self.anggaran = list(
            m.Anggaran.objects.filter(**milik).select_related(*_KODE).prefetch_related("keluaran")
        )
        self.dukungan = list(
            m.DukunganProgram.objects.filter(**milik).select_related("sasaran", "program__versi")
        )
        self.profil = (
            k.ProfilKecamatan.objects.filter(**milik)
            .prefetch_related(_ambil("daftar_dasar_hukum", k.DasarHukumProfil, "peraturan"), "butir", "fakta")
            .first()
        )
        self.renstra = self._renstra()
        self.masa = list(
            k.MasaJabatan.objects.filter(Q(kecamatan=kecamatan) | Q(kabupaten=kecamatan.kabupaten_id))
            .select_related("pejabat", "pangkat")
            .order_by("pejabat__nama", "pejabat_id", "mulai", "id")
        )
        if versi is None:
            umum = terbanyak(self._versi_dipakai(), acuan.versi_untuk(tahun))
            rkt = self.rkt.baris.all() if self.rkt else ()
            versi = umum, terbanyak((b.program.versi.kode for b in rkt), umum)
        self.versi, self.versi_rkt = versi
        self.huruf = frozenset(acuan.huruf.values())
        self.nama_indikator = {i.kunci: i.nama for r in self.renstra for i in r.indikator.all()}

    def semua(self) -> dict[str, list[Isi]]:
        """Every sheet that needs nothing from above."""
        return {
            nama: list(baris())
            for nama, baris in {
                "Profil": self._profil,
                "ProfilButir": self._profil_butir,
                "ProfilFakta": self._profil_fakta,
                "DasarHukum": self._dasar_hukum,
                "Desa": self._desa,
                "UnitKerja": self._unit_kerja,
                "Pejabat": self._pejabat,
                "SDM": self._sdm,
                "RPJMD": self._rpjmd,
                "Renstra": self._lembar_renstra,
                "Tujuan": self._tujuan,
                "IndikatorTujuan": self._indikator_tujuan,
                "TargetTujuan": self._target_tujuan,
                "Sasaran": self._sasaran,
                "Indikator": self._indikator,
                "TargetRenstra": self._target_renstra,
                "Dokumen": self._dokumen,
                "RKT": self._rkt,
                "RKTKegiatan": self._rkt_kegiatan,
                "PK": self._pk,
                "PKAnggaran": self._pk_anggaran,
                "IKU": self._iku,
                "IKUButir": self._iku_butir,
                "RencanaAksi": self._rencana_aksi,
                "RencanaAksiKegiatan": self._rencana_aksi_kegiatan,
                "Realisasi": self._realisasi,
                "Pembanding": self._pembanding,
                "Anggaran": self._anggaran,
                "Keluaran": self._keluaran,
                "Belanja": self._belanja,
                "AnggaranLalu": self._anggaran_lalu,
                "DukunganProgram": self._dukungan,
            }.items()
        }

    # -- what several sheets need ------------------------------------------------------------------

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
                _ambil("sasaran", m.Sasaran, "tujuan", "sasaran_rpjmd"),
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

    def _kode(self, baris: Any, versi: str | None = None) -> Isi:
        kode, nama = self.acuan.tulis_kode(
            self.versi if versi is None else versi, baris.program, baris.kegiatan, baris.sub_kegiatan
        )
        return {"kode": kode, "nama_kode": nama}

    def _target(self, baris: Any) -> Isi | None:
        if baris.angka is None and not baris.huruf and baris.bawah is None:
            return None
        return {
            "angka": _angka(baris.angka),
            "huruf": baris.huruf,
            "bawah": _angka(baris.bawah),
            "atas": _angka(baris.atas),
            "dikenal": sorted(self.huruf) if baris.huruf in self.huruf else [],
        }

    def _nilai(self, baris: Any) -> Isi:
        nilai = None
        if baris.angka is not None or baris.huruf:
            dikenal = sorted(self.huruf) if baris.huruf in self.huruf else []
            nilai = {"angka": _angka(baris.angka), "huruf": baris.huruf, "dikenal": dikenal}
        return {
            "keadaan": baris.keadaan,
            "nilai": nilai,
            "pembilang": _angka(baris.pembilang),
            "penyebut": _angka(baris.penyebut),
            "alasan": baris.alasan,
            "cetak": baris.cetak,
        }

    def _acuan_indikator(self, indikator: m.Indikator | None) -> Isi:
        return {"kunci_indikator": indikator.kunci if indikator else ""}

    def _pejabat_pada(self, masa: k.MasaJabatan | None, dokumen: Any) -> str:
        """The cell that names who signed: the name alone where it leads to that very term."""
        if masa is None:
            return ""
        orang = [t for t in self.masa if t.pejabat_id == masa.pejabat_id]
        sama = {t.pejabat_id for t in self.masa if t.pejabat.nama == masa.pejabat.nama}
        nama = masa.pejabat.nip if len(sama) > 1 and masa.pejabat.nip else masa.pejabat.nama
        tempat = Tempat(kecamatan=self.kecamatan, unit=frozenset(), masa={nama: orang})
        if masa.pk == _yang_menjabat(tempat, nama, dokumen, self.tahun):
            return nama
        return f"{nama} ({masa.get_jabatan_display()} sejak {format_tanggal(masa.mulai)})"

    # -- who and where -----------------------------------------------------------------------------

    def _profil(self) -> Iterator[Isi]:
        isi = {kolom: getattr(self.kecamatan, kolom) for kolom in ALAMAT}
        for kolom in PROFIL:
            isi[kolom] = getattr(self.profil, kolom) if self.profil else None
        isi["luas_km2"] = _angka(isi["luas_km2"])
        yield isi

    def _profil_butir(self) -> Iterator[Isi]:
        jenis_buku = {"isu": "isu_strategis"}
        butir = list(self.profil.butir.all()) if self.profil else []
        for jenis in k.ButirProfil.Jenis.values:
            for b in butir:
                if b.jenis == jenis:
                    yield {"jenis": jenis_buku.get(jenis, jenis), "uraian": b.uraian}

    def _profil_fakta(self) -> Iterator[Isi]:
        for f in self.profil.fakta.all() if self.profil else ():
            yield {
                "kelompok": f.kelompok,
                "uraian": f.uraian,
                "nilai": _angka(f.nilai),
                "satuan": f.satuan,
                "teks": f.teks,
                "sumber": f.sumber,
            }

    def _dasar_hukum(self) -> Iterator[Isi]:
        profil: Iterable[Any] = self.profil.daftar_dasar_hukum.all() if self.profil else ()
        iku: Iterable[Any] = self.iku.daftar_mengingat.all() if self.iku else ()
        for untuk, daftar in (("profil", profil), ("iku", iku)):
            for d in daftar:
                yield {"untuk": untuk, "peraturan": d.peraturan.kode, "sebutan": d.peraturan.sebutan}

    def _desa(self) -> Iterator[Isi]:
        for d in k.DesaKelurahan.objects.filter(kecamatan=self.kecamatan):
            yield {"jenis": d.jenis, "nama": d.nama, "status": d.status}

    def _unit_kerja(self) -> Iterator[Isi]:
        semua = k.UnitKerja.objects.filter(kecamatan=self.kecamatan).select_related("induk")
        for u in induk_dahulu(semua):
            yield {
                "kunci": u.kunci,
                "nama": u.nama,
                "jenis": u.jenis,
                "induk": u.induk.kunci if u.induk else "",
            }

    def _pejabat(self) -> Iterator[Isi]:
        for t in self.masa:
            yield {
                "nama": t.pejabat.nama,
                "nip": t.pejabat.nip,
                "jabatan": t.jabatan,
                "mulai": t.mulai,
                "sampai": t.sampai,
                "golongan": t.pangkat.golongan if t.pangkat else "",
            }

    def _sdm(self) -> Iterator[Isi]:
        # In the order of the list as a whole, which the loader numbers through.
        for s in k.KomposisiSDM.objects.filter(kecamatan=self.kecamatan, tahun=self.tahun).order_by(
            "urut", "id"
        ):
            yield {
                kolom: getattr(s, kolom)
                for kolom in ("kelompok", "uraian", "golongan", "asn", "non_asn", "keterangan")
            }

    # -- plan --------------------------------------------------------------------------------------

    def _rpjmd(self) -> Iterator[Isi]:
        """The period that the Renstra in force refers to; without a Renstra the one that covers the year."""
        acuan = self.renstra[-1].periode_rpjmd_id if self.renstra else None
        semua = m.PeriodeRPJMD.objects.prefetch_related("misi__tujuan__sasaran")
        periode = (
            semua.get(pk=acuan)
            if acuan
            else semua.filter(
                kabupaten=self.kecamatan.kabupaten_id, tahun_awal__lte=self.tahun, tahun_akhir__gte=self.tahun
            )
            .order_by("-tahun_awal")
            .first()
        )
        if periode is None:
            return
        yield {
            "jenis": "periode",
            "nomor": periode.tahun_awal,
            "tahun_akhir": periode.tahun_akhir,
            "uraian": periode.visi,
            "dasar": periode.dasar,
        }
        for misi in periode.misi.all():
            yield {"jenis": "misi", "nomor": misi.nomor, "uraian": misi.uraian}
            for tujuan in misi.tujuan.all():
                yield {"jenis": "tujuan", "uraian": tujuan.uraian, "indikator": tujuan.indikator}
                for sasaran in tujuan.sasaran.all():
                    yield {"jenis": "sasaran", "uraian": sasaran.uraian, "indikator": sasaran.indikator}

    def _lembar_renstra(self) -> Iterator[Isi]:
        for r in self.renstra:
            yield {
                "tahun_awal": r.tahun_awal,
                "tahun_akhir": r.tahun_akhir,
                "versi": r.versi,
                "dasar": r.dasar,
                "tanggal": r.tanggal,
                "sumber": r.sumber,
                "rpjmd": r.periode_rpjmd.tahun_awal if r.periode_rpjmd else None,
                "misi_diacu": r.misi_diacu.nomor if r.misi_diacu else None,
            }

    def _tujuan(self) -> Iterator[Isi]:
        for r in self.renstra:
            for t in r.tujuan.all():
                yield _versi(r) | {"kunci": t.kunci, "uraian": t.uraian}

    def _indikator_tujuan(self) -> Iterator[Isi]:
        for r, t, nomor, i in self._semua_indikator_tujuan():
            yield _versi(r) | {"tujuan": t.kunci, "nomor": nomor, "nama": i.nama, "satuan": i.satuan}

    def _target_tujuan(self) -> Iterator[Isi]:
        for r, t, nomor, i in self._semua_indikator_tujuan():
            for sasaran in i.target.all():
                yield _versi(r) | {
                    "tujuan": t.kunci,
                    "nomor": nomor,
                    "tahun": sasaran.tahun,
                    "target": self._target(sasaran),
                    "cetak": sasaran.cetak,
                }

    def _semua_indikator_tujuan(self) -> Iterator[tuple[m.Renstra, m.Tujuan, int, m.IndikatorTujuan]]:
        for r in self.renstra:
            for t in r.tujuan.all():
                for nomor, i in enumerate(t.indikator.all(), start=1):
                    yield r, t, nomor, i

    def _sasaran(self) -> Iterator[Isi]:
        for r in self.renstra:
            for s in r.sasaran.all():
                yield _versi(r) | {
                    "tujuan": s.tujuan.kunci,
                    "kunci": s.kunci,
                    "uraian": s.uraian,
                    "bobot": _angka(s.bobot),
                    "strategi": s.strategi,
                    "kebijakan": s.kebijakan,
                    "program": s.program_teks,
                    "sasaran_rpjmd": s.sasaran_rpjmd.uraian if s.sasaran_rpjmd else "",
                }

    def _indikator(self) -> Iterator[Isi]:
        kolom = (
            "kunci",
            "nama",
            "satuan",
            "jenis_nilai",
            "rumus",
            "desimal",
            "akumulasi",
            "pembilang",
            "penyebut",
            "formulasi",
            "penjelasan",
            "penanggung_jawab",
            "sumber_data",
            "iku",
            "dalam_renstra",
        )
        for r in self.renstra:
            for i in r.indikator.all():
                yield (
                    _versi(r)
                    | {"sasaran": i.sasaran.kunci}
                    | {nama: getattr(i, nama) for nama in kolom}
                    | {"skala": i.skala.kode if i.skala else "", "bobot": _angka(i.bobot)}
                )

    def _target_renstra(self) -> Iterator[Isi]:
        for r in self.renstra:
            for i in r.indikator.all():
                for t in i.target.all():
                    yield _versi(r) | {
                        "kunci_indikator": i.kunci,
                        "nama_indikator": i.nama,
                        "tahun": t.tahun,
                        "target": self._target(t),
                        "cetak": t.cetak,
                    }

    # -- documents ---------------------------------------------------------------------------------

    def _dokumen(self) -> Iterator[Isi]:
        if self.rkt:
            yield self._kepala("rkt", self.rkt, self.rkt.penandatangan)
        for pk in self.pk:
            yield self._kepala("pk", pk, pk.pihak_pertama) | {
                "tahun": pk.tahun,
                "versi": pk.versi,
                "pihak_kedua": self._pejabat_pada(pk.pihak_kedua, pk),
                "alasan": pk.alasan,
                "sumber": pk.sumber,
            }
        if self.iku:
            yield self._kepala("iku", self.iku, self.iku.penandatangan) | {
                "nomor": self.iku.nomor,
                "instansi": self.iku.instansi,
            }
        if self.rencana_aksi:
            yield self._kepala("rencana_aksi", self.rencana_aksi, self.rencana_aksi.penandatangan)

    def _kepala(self, jenis: str, dokumen: Any, penandatangan: k.MasaJabatan | None) -> Isi:
        return {
            "dokumen": jenis,
            "tahun": dokumen.tahun,
            "tempat": dokumen.tempat,
            "tanggal": dokumen.tanggal,
            "tanggal_cetak": dokumen.tanggal_cetak,
            "penandatangan": self._pejabat_pada(penandatangan, dokumen),
        }

    def _rkt(self) -> Iterator[Isi]:
        for s in self.rkt.sasaran.all() if self.rkt else ():
            yield {"sasaran": s.sasaran, "indikator": s.indikator, "satuan": s.satuan, "cetak": s.cetak} | {
                **self._acuan_indikator(s.acuan_indikator),
                "target": self._target(s),
            }

    def _rkt_kegiatan(self) -> Iterator[Isi]:
        for nomor, b in enumerate(self.rkt.baris.all() if self.rkt else (), start=1):
            indikator: list[Isi] = [
                {"uraian": i.uraian, "target": i.target, "satuan": i.satuan} for i in b.indikator.all()
            ]
            yield (
                {
                    "nomor": nomor,
                    "sasaran": b.acuan_sasaran.kunci if b.acuan_sasaran else "",
                    "anggaran": _angka(b.anggaran),
                    "penanggung_jawab": b.penanggung_jawab,
                }
                | self._kode(b, self.versi_rkt)
                | (indikator[0] if indikator else {})
            )
            for lanjutan in indikator[1:]:
                yield {"nomor": nomor} | lanjutan

    def _pk(self) -> Iterator[Isi]:
        for pk in self.pk:
            for b in pk.baris.all():
                yield {
                    "tahun": pk.tahun,
                    "versi": pk.versi,
                    "sasaran": b.sasaran,
                    "kunci_sasaran": b.acuan_sasaran.kunci if b.acuan_sasaran else "",
                    "indikator": b.indikator,
                    "satuan": b.satuan,
                    "target": self._target(b),
                    "cetak": b.cetak,
                } | self._acuan_indikator(b.acuan_indikator)

    def _pk_anggaran(self) -> Iterator[Isi]:
        for pk in self.pk:
            versi = self.versi if pk.tahun == self.tahun else self.acuan.versi_untuk(pk.tahun) or self.versi
            for a in pk.anggaran.all():
                yield {
                    "tahun": pk.tahun,
                    "versi": pk.versi,
                    "kode": self.acuan.tulis_kode(versi, a.program, None, None)[0],
                    "nama": a.nama,
                    "anggaran": _angka(a.anggaran),
                    "sumber_dana": a.sumber_dana,
                }

    def _iku(self) -> Iterator[Isi]:
        kolom = (
            "sasaran",
            "indikator",
            "satuan",
            "pembilang",
            "penyebut",
            "formulasi",
            "penjelasan",
            "penanggung_jawab",
            "sumber_data",
        )
        for b in self.iku.baris.all() if self.iku else ():
            yield {nama: getattr(b, nama) for nama in kolom} | self._acuan_indikator(b.acuan_indikator)

    def _iku_butir(self) -> Iterator[Isi]:
        butir = list(self.iku.butir.all()) if self.iku else []
        for jenis in m.ButirIKU.Jenis.values:
            for b in butir:
                if b.jenis == jenis:
                    yield {"jenis": jenis, "uraian": b.uraian}

    def _rencana_aksi(self) -> Iterator[Isi]:
        for nomor, b in enumerate(self.rencana_aksi.baris.all() if self.rencana_aksi else (), start=1):
            isi: Isi = {
                "nomor": nomor,
                "sasaran": b.sasaran,
                "indikator": b.indikator,
                "satuan": b.satuan,
                "akumulasi": b.akumulasi,
            } | self._acuan_indikator(b.acuan_indikator)
            for t in b.target.all():
                isi[f"target_{t.triwulan}"] = self._target(t)
                isi[f"cetak_{t.triwulan}"] = t.cetak
            yield isi

    def _rencana_aksi_kegiatan(self) -> Iterator[Isi]:
        for nomor, b in enumerate(self.rencana_aksi.baris.all() if self.rencana_aksi else (), start=1):
            for g in b.kegiatan.all():
                yield (
                    {"nomor": nomor, "indikator": g.indikator, "satuan": g.satuan}
                    | self._kode(g)
                    | {f"triwulan_{n}": _angka(getattr(g, f"triwulan_{n}")) for n in range(1, 5)}
                )

    # -- measured values and money -----------------------------------------------------------------

    def _realisasi(self) -> Iterator[Isi]:
        """What is recorded, then an empty row for whatever of this year is not."""
        urutan = {kunci: nomor for nomor, kunci in enumerate(self.nama_indikator)}
        terkumpul: dict[tuple[int, int, int], m.Realisasi] = {}
        for r in (
            m.Realisasi.objects.for_kecamatan(self.kecamatan)
            .filter(tahun__range=(self.tahun - TAHUN_LALU_MAKSIMUM, self.tahun))
            .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi")
            .select_related("indikator")
        ):
            if r.indikator.kunci in urutan:
                terkumpul[urutan[r.indikator.kunci], r.tahun, r.triwulan] = r
        kosong = {(n, self.tahun, t) for n in urutan.values() for t in (1, 2, 3, 4, 0)}
        # The year's own value after its triwulan.
        kunci = list(urutan)
        for n, tahun, triwulan in sorted({*terkumpul, *kosong}, key=lambda x: (x[0], x[1], x[2] or 9)):
            isi: Isi = {
                "kunci_indikator": kunci[n],
                "nama_indikator": self.nama_indikator[kunci[n]],
                "tahun": tahun,
                "triwulan": triwulan,
            }
            if tercatat := terkumpul.get((n, tahun, triwulan)):
                isi |= self._nilai(tercatat)
                isi |= {"catatan": tercatat.catatan, "sumber": tercatat.sumber}
            yield isi

    def _pembanding(self) -> Iterator[Isi]:
        terkumpul: dict[tuple[str, str], m.PembandingIndikator] = {}
        for p in (
            m.PembandingIndikator.objects.for_kecamatan(self.kecamatan)
            .for_tahun(self.tahun)
            .select_related("indikator")
            .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi", "indikator__urut", "pk")
        ):
            terkumpul[p.indikator.kunci, p.lingkup] = p
        for (kunci, lingkup), p in terkumpul.items():
            yield {
                "kunci_indikator": kunci,
                "nama_indikator": p.indikator.nama,
                "lingkup": lingkup,
                "tahun": p.tahun_nilai,
                "sumber": p.sumber,
            } | self._nilai(p)

    def _anggaran(self) -> Iterator[Isi]:
        for a in self.anggaran:
            yield self._kode(a) | {
                "rinci": a.rinci,
                "pagu_murni": _angka(a.pagu_murni),
                "pagu_perubahan": _angka(a.pagu_perubahan),
                "realisasi": _angka(a.realisasi),
                "keterangan": a.keterangan,
            }

    def _keluaran(self) -> Iterator[Isi]:
        kolom = ("jenis", "uraian", "satuan", "target_cetak", "realisasi_cetak", "keadaan", "keterangan")
        for a in self.anggaran:
            for o in a.keluaran.all():
                yield (
                    self._kode(a)
                    | {nama: getattr(o, nama) for nama in kolom}
                    | {"target": _angka(o.target), "realisasi": _angka(o.realisasi)}
                )

    def _belanja(self) -> Iterator[Isi]:
        semua = m.Belanja.objects.filter(kecamatan=self.kecamatan, tahun=self.tahun).select_related("induk")
        for b in induk_dahulu(semua):
            yield {
                "kode": b.kode,
                "nama": b.nama,
                "induk": b.induk.kode if b.induk else "",
                "pagu": _angka(b.pagu),
                "realisasi": _angka(b.realisasi),
            }

    def _anggaran_lalu(self) -> Iterator[Isi]:
        for a in m.AnggaranLalu.objects.filter(kecamatan=self.kecamatan, tahun__lt=self.tahun):
            yield {
                "tahun": a.tahun,
                "pagu": _angka(a.pagu),
                "realisasi": _angka(a.realisasi),
                "sumber": a.sumber,
            }

    def _dukungan(self) -> Iterator[Isi]:
        for d in self.dukungan:
            kode, nama = self.acuan.tulis_kode(self.versi, d.program, None, None)
            yield {"sasaran": d.sasaran.kunci, "kode": kode, "nama_kode": nama}


def _ambil(jalur: str, model: type[Any], *pilih: str) -> Prefetch[str]:
    """A prefetch whose rows bring the rows they point at along, in the same query."""
    return Prefetch(jalur, queryset=model._default_manager.select_related(*pilih))


def _versi(renstra: m.Renstra) -> Isi:
    return {"tahun_awal": renstra.tahun_awal, "versi": renstra.versi}


def _angka(nilai: Any) -> str | None:
    """A stored number without the zeros of its column, the same from both databases."""
    return None if nilai is None else polos(nilai)


def _yang_menjabat(tempat: Tempat, nama: str, dokumen: Any, tahun: int) -> int | None:
    """Number of the term that the loader will take the name for."""
    try:
        dari, sampai = _masa(dokumen, tahun)
    except TanggalTidakSah:
        return None
    masa = tempat.cari(nama, dari, sampai)
    return masa.pk if masa else None


def _masa(dokumen: Any, tahun: int) -> tuple[date, date]:
    if dokumen.tanggal:
        return dokumen.tanggal, dokumen.tanggal
    if dokumen.tanggal_cetak:
        return urai_bulan(dokumen.tanggal_cetak)
    tahun = dokumen.tahun or tahun
    return date(tahun, 1, 1), date(tahun, 12, 31)

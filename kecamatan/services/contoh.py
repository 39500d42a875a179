"""The part of a contoh file that is about who and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from kecamatan import models as m
from kecamatan.bacaan import Objek
from kecamatan.selaras import Baris, Penyelaras, Sisa

#: Who signs first when one person held several of the offices at once.
URUTAN_JABATAN = tuple(m.MasaJabatan.Jabatan)


@dataclass(frozen=True, kw_only=True)
class Tempat:
    """What the other parts of the file refer to: the kecamatan, its unit kerja and its office holders by kunci."""

    kecamatan: m.Kecamatan
    unit: frozenset[str]
    masa: dict[str, list[m.MasaJabatan]]

    def menjabat(self, asal: Objek, kolom: str, dari: date, sampai: date) -> m.MasaJabatan | None:
        """The term in which the person named in ``kolom`` held office at some day of the span; None without a name.

        Raises BerkasTidakSah for an unknown person and for one without an office then.
        """
        kunci = asal.teks(kolom)
        if not kunci:
            return None
        if kunci not in self.masa:
            raise asal.galat(
                f'"{kunci}" tidak dikenal. Isi kunci salah satu pejabat dalam berkas ini.', kolom
            )
        cocok = [
            masa
            for masa in self.masa[kunci]
            if masa.mulai <= sampai and (masa.sampai is None or masa.sampai >= dari)
        ]
        if not cocok:
            raise asal.galat(
                f'"{kunci}" tidak menjabat pada {dari:%d/%m/%Y}–{sampai:%d/%m/%Y}.'
                " Perbaiki masa jabatannya atau tanggal dokumen.",
                kolom,
            )
        return min(
            cocok, key=lambda masa: (URUTAN_JABATAN.index(m.MasaJabatan.Jabatan(masa.jabatan)), masa.mulai)
        )


@transaction.atomic
def tempat_muat(*, asal: Objek, tahun: int, selaras: Penyelaras) -> Tempat:
    """Write address, desa, unit kerja, SDM, profile and office holders of the file's kecamatan."""
    kode = asal.teks_wajib("kecamatan")
    kecamatan = m.Kecamatan.objects.filter(kode=kode).select_related("kabupaten").first()
    if kecamatan is None:
        raise asal.galat(
            f'"{kode}" tidak dikenal. Jalankan "manage.py siapkan" atau perbaiki kodenya.', "kecamatan"
        )
    _alamat(asal, kecamatan, selaras)
    selaras.daftar(
        m.DesaKelurahan,
        [
            (d, {"nama": d.teks_wajib("nama"), "jenis": d.teks_wajib("jenis"), "status": d.teks("status")})
            for d in asal.daftar("desa")
        ],
        asal=asal,
        induk={"kecamatan": kecamatan},
        kunci=("jenis", "nama"),
    )
    unit = _unit_kerja(asal, kecamatan, selaras)
    _sdm(asal, kecamatan, tahun, selaras)
    _profil(asal, kecamatan, tahun, selaras)
    return Tempat(kecamatan=kecamatan, unit=unit, masa=_pejabat(asal, kecamatan, selaras))


def _alamat(asal: Objek, kecamatan: m.Kecamatan, selaras: Penyelaras) -> None:
    alamat = asal.objek("alamat")
    if alamat is None:
        return
    selaras.satu(
        m.Kecamatan,
        alamat,
        kunci={"kode": kecamatan.kode},
        nilai={k: alamat.teks(k) for k in ("alamat", "telepon", "kode_pos", "surel", "ibu_kota")},
    )


def _unit_kerja(asal: Objek, kecamatan: m.Kecamatan, selaras: Penyelaras) -> frozenset[str]:
    """One after another, because each names its atasan among those before it."""
    tercatat: dict[str, m.UnitKerja] = {}
    for urut, u in enumerate(asal.daftar("unit_kerja"), start=1):
        kunci, induk = u.teks_wajib("kunci"), u.teks("induk")
        if kunci in tercatat:
            raise u.galat(f'"{kunci}" sudah dipakai unit lain. Pilih kunci lain.', "kunci")
        if induk and induk not in tercatat:
            raise u.galat(
                f'"{induk}" tidak dikenal. Tulis unit atasannya lebih dahulu dalam daftar.', "induk"
            )
        tercatat[kunci] = selaras.satu(
            m.UnitKerja,
            u,
            kunci={"kecamatan": kecamatan, "kunci": kunci},
            nilai={
                "nama": u.teks_wajib("nama"),
                "jenis": u.teks_wajib("jenis"),
                "induk": tercatat[induk] if induk else None,
                "urut": urut,
            },
        )
    selaras.daftar(
        m.UnitKerja,
        [],
        asal=asal,
        induk={},
        lingkup=m.UnitKerja.objects.for_kecamatan(kecamatan).exclude(kunci__in=tercatat),
        kunci=("kunci",),
    )
    return frozenset(tercatat)


def _sdm(asal: Objek, kecamatan: m.Kecamatan, tahun: int, selaras: Penyelaras) -> None:
    selaras.daftar(
        m.KomposisiSDM,
        [
            (
                s,
                {
                    "kelompok": s.teks_wajib("kelompok"),
                    "uraian": s.teks_wajib("uraian"),
                    "golongan": s.teks("golongan"),
                    "asn": s.bulat("asn"),
                    "non_asn": s.bulat("non_asn"),
                    "keterangan": s.teks("keterangan"),
                },
            )
            for s in asal.daftar("sdm")
        ],
        asal=asal,
        induk={"kecamatan": kecamatan, "tahun": tahun},
    )


def _profil(asal: Objek, kecamatan: m.Kecamatan, tahun: int, selaras: Penyelaras) -> None:
    p = asal.objek("profil")
    induk = {"kecamatan": kecamatan, "tahun": tahun}
    batas = ("batas_utara", "batas_timur", "batas_selatan", "batas_barat")
    penduduk = ("penduduk", "penduduk_laki_laki", "penduduk_perempuan")
    kolom = [
        (
            o,
            {
                "luas_km2": o.angka("luas_km2"),
                **{k: o.teks(k) for k in batas},
                **{k: o.bulat(k) for k in penduduk},
            },
        )
        for o in ([p] if p else [])
    ]
    tercatat = selaras.daftar(m.ProfilKecamatan, kolom, asal=asal, induk=induk, kunci=())
    if p is None:
        return
    (profil,) = tercatat
    selaras.daftar(
        m.DasarHukumProfil,
        [(p, {"peraturan": baris}) for baris in peraturan(p, "dasar_hukum")],
        asal=p,
        induk={"profil": profil},
    )
    for jenis, kunci in (
        (m.ButirProfil.Jenis.KEDUDUKAN, "kedudukan"),
        (m.ButirProfil.Jenis.TUGAS, "tugas"),
        (m.ButirProfil.Jenis.FUNGSI, "fungsi"),
        (m.ButirProfil.Jenis.ISU, "isu_strategis"),
    ):
        selaras.daftar(
            m.ButirProfil,
            [(p, {"uraian": uraian}) for uraian in p.daftar_teks(kunci)],
            asal=p,
            induk={"profil": profil, "jenis": jenis.value},
        )
    selaras.daftar(
        m.FaktaProfil, [(f, _fakta(f)) for f in p.daftar("fakta")], asal=p, induk={"profil": profil}
    )


def _fakta(f: Objek) -> dict[str, Any]:
    return {
        "kelompok": f.teks_wajib("kelompok"),
        "uraian": f.teks_wajib("uraian"),
        "nilai": f.angka("nilai"),
        "satuan": f.teks("satuan"),
        "teks": f.teks("teks"),
        "sumber": f.teks("sumber"),
    }


def peraturan(asal: Objek, kunci: str) -> list[m.Peraturan]:
    """The regulations that a list of kode names, in its order. Raises BerkasTidakSah for an unknown kode."""
    kode = asal.daftar_teks(kunci)
    ada = {p.kode: p for p in m.Peraturan.objects.filter(kode__in=kode)}
    for nomor, k in enumerate(kode):
        if k not in ada:
            raise asal.galat(
                f'"{k}" tidak dikenal. Tambahkan ke fixtures/referensi/peraturan.json, lalu jalankan'
                ' "manage.py siapkan".',
                f"{kunci}[{nomor}]",
            )
    return [ada[k] for k in kode]


def _pejabat(asal: Objek, kecamatan: m.Kecamatan, selaras: Penyelaras) -> dict[str, list[m.MasaJabatan]]:
    hasil: dict[str, list[m.MasaJabatan]] = {}
    for p in asal.daftar("pejabat"):
        kunci, nama, nip = p.teks_wajib("kunci"), p.teks_wajib("nama"), p.teks("nip")
        if kunci in hasil:
            raise p.galat(f'"{kunci}" sudah dipakai pejabat lain. Pilih kunci lain.', "kunci")
        pejabat = selaras.satu(
            m.Pejabat, p, kunci={"nip": nip} if nip else {"nip": "", "nama": nama}, nilai={"nama": nama}
        )
        hasil[kunci] = _masa(p, pejabat, kecamatan, selaras)
    return hasil


def _masa(p: Objek, pejabat: m.Pejabat, kecamatan: m.Kecamatan, selaras: Penyelaras) -> list[m.MasaJabatan]:
    """Terms in this kecamatan, and those of a kepala daerah in its kabupaten."""
    pangkat = {g.golongan: g for g in m.Pangkat.objects.all()}
    di_kecamatan: list[Baris] = []
    di_kabupaten: list[Baris] = []
    for masa in p.daftar("masa"):
        jabatan, golongan = masa.teks_wajib("jabatan"), masa.teks("golongan")
        if golongan and golongan not in pangkat:
            raise masa.galat(f'"{golongan}" tidak dikenal. Isi golongan seperti "III/d".', "golongan")
        kolom = {
            "jabatan": jabatan,
            "mulai": masa.tanggal_wajib("mulai"),
            "sampai": masa.tanggal("sampai"),
            "pangkat": pangkat[golongan] if golongan else None,
        }
        (di_kabupaten if jabatan == m.MasaJabatan.Jabatan.BUPATI else di_kecamatan).append((masa, kolom))
    hasil = []
    for baris, wilayah in (
        (di_kecamatan, {"kecamatan": kecamatan}),
        (di_kabupaten, {"kabupaten": kecamatan.kabupaten}),
    ):
        hasil += selaras.daftar(
            m.MasaJabatan,
            baris,
            asal=p,
            induk={"pejabat": pejabat, **wilayah},
            kunci=("jabatan", "mulai"),
            sisa=Sisa.TUNDA,
        )
    return hasil

"""The part of a contoh file that is about who and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from django.db import transaction
from django.db.models import Q, QuerySet

from kecamatan import models as m
from kecamatan.bacaan import Objek
from kecamatan.pasangan import urutan
from kecamatan.selaras import Baris, Penyelaras, Sisa


class Bercabang(Protocol):
    """A row of a tree."""

    pk: Any
    induk_id: int | None


B = TypeVar("B", bound=Bercabang)

#: Between a person's kunci, an office and its first day, where a document names one term and no other.
TENTU = "\x1f"

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
        kunci, _, tentu = kunci.partition(TENTU)
        if kunci not in self.masa:
            raise asal.galat(
                f'"{kunci}" tidak dikenal. Isi kunci salah satu pejabat dalam berkas ini.', kolom
            )
        if tentu:
            return self._masa_tentu(asal, kolom, kunci, tentu)
        masa = self.cari(kunci, dari, sampai)
        if masa is None:
            raise asal.galat(
                f'"{kunci}" tidak menjabat pada {dari:%d/%m/%Y}–{sampai:%d/%m/%Y}.'
                " Perbaiki masa jabatannya atau tanggal dokumen.",
                kolom,
            )
        return masa

    def cari(self, kunci: str, dari: date, sampai: date) -> m.MasaJabatan | None:
        """The term of a known person at some day of the span; of several that of the office that signs first."""
        return min(
            (
                masa
                for masa in self.masa[kunci]
                if masa.mulai <= sampai and (masa.sampai is None or masa.sampai >= dari)
            ),
            key=lambda masa: (URUTAN_JABATAN.index(m.MasaJabatan.Jabatan(masa.jabatan)), masa.mulai),
            default=None,
        )

    def _masa_tentu(self, asal: Objek, kolom: str, kunci: str, tentu: str) -> m.MasaJabatan:
        for masa in self.masa[kunci]:
            if f"{masa.jabatan}{TENTU}{masa.mulai.isoformat()}" == tentu:
                return masa
        jabatan, _, mulai = tentu.partition(TENTU)
        raise asal.galat(
            f'"{kunci}" tidak tercatat menjabat {m.MasaJabatan.Jabatan(jabatan).label} sejak {mulai}.'
            " Perbaiki, atau tulis namanya saja.",
            kolom,
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
    selaras.bagian(lambda: _alamat(asal, kecamatan, selaras))
    selaras.bagian(lambda: _desa(asal, kecamatan, selaras))
    selaras.bagian(lambda: _sdm(asal, kecamatan, tahun, selaras))
    selaras.bagian(lambda: _profil(asal, kecamatan, tahun, selaras))
    # The other parts refer to units and persons: without them there is nothing more to say about the file.
    return Tempat(
        kecamatan=kecamatan,
        unit=_unit_kerja(asal, kecamatan, selaras),
        masa=_pejabat(asal, kecamatan, selaras),
    )


def _desa(asal: Objek, kecamatan: m.Kecamatan, selaras: Penyelaras) -> None:
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
    daftar = asal.daftar("unit_kerja")
    semua = m.UnitKerja.objects.filter(kecamatan=kecamatan) if selaras.utuh else ()
    nomor = nomor_urut([u.teks("kunci") for u in daftar], {u.kunci: u for u in induk_dahulu(semua)})
    for urut, u in zip(nomor, daftar, strict=True):
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


def induk_dahulu(baris: Iterable[B]) -> list[B]:
    """Rows of a tree (``induk``) in their order, but each after the one above it."""
    tunggu, sudah, hasil = list(baris), set(), []
    while tunggu:
        satu = next((b for b in tunggu if b.induk_id is None or b.induk_id in sudah), tunggu[0])
        tunggu.remove(satu)
        sudah.add(satu.pk)
        hasil.append(satu)
    return hasil


def nomor_urut(kunci: list[str], tersimpan: Mapping[str, Any]) -> list[int]:
    """Numbers for rows in a wanted order; stored rows, in theirs, keep them as long as nobody reordered."""
    tempat = {k: (nomor, b.urut) for nomor, (k, b) in enumerate(tersimpan.items())}
    return urutan([tempat.get(k) for k in kunci])


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
    tercatat: list[m.Pejabat] = []
    for p in asal.daftar("pejabat"):
        kunci, nama, nip = p.teks_wajib("kunci"), p.teks_wajib("nama"), p.teks("nip")
        if kunci in hasil:
            raise p.galat(f'"{kunci}" sudah dipakai pejabat lain. Pilih kunci lain.', "kunci")
        if nip and selaras.utuh:
            _nip_menyusul(p, kecamatan, nama, nip, selaras)
        pejabat = selaras.satu(
            m.Pejabat, p, kunci={"nip": nip} if nip else {"nip": "", "nama": nama}, nilai={"nama": nama}
        )
        tercatat.append(pejabat)
        hasil[kunci] = _masa(p, pejabat, kecamatan, selaras)
    if selaras.utuh:
        selaras.daftar(
            m.MasaJabatan,
            [],
            asal=asal,
            induk={},
            lingkup=_masa_di(kecamatan).exclude(pejabat__in=tercatat),
            kunci=("pejabat", "jabatan", "mulai"),
            sisa=Sisa.TUNDA,
        )
    return hasil


def _masa_di(kecamatan: m.Kecamatan) -> QuerySet[m.MasaJabatan]:
    """Terms in the kecamatan, and those of the kepala daerah above it."""
    return m.MasaJabatan.objects.filter(Q(kecamatan=kecamatan) | Q(kabupaten=kecamatan.kabupaten_id))


def _nip_menyusul(asal: Objek, kecamatan: m.Kecamatan, nama: str, nip: str, selaras: Penyelaras) -> None:
    """Somebody recorded without a NIP who now has one stays the same person."""
    if m.Pejabat.objects.filter(nip=nip).exists():
        return
    lama = m.Pejabat.objects.filter(nip="", nama=nama, masa__in=_masa_di(kecamatan)).first()
    if lama is not None:
        selaras.satu(m.Pejabat, asal, kunci={"pk": lama.pk}, nilai={"nip": nip})


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
        induk = {"pejabat": pejabat, **wilayah}
        hasil += selaras.daftar(
            m.MasaJabatan, baris, asal=p, induk=induk, kunci=_kunci_masa(baris, induk), sisa=Sisa.TUNDA
        )
    return hasil


def _kunci_masa(baris: list[Baris], induk: dict[str, Any]) -> tuple[str, ...]:
    """An office that the person held once stays the same term when its first day is corrected."""
    dimaksud = [kolom["jabatan"] for _, kolom in baris]
    tersimpan = list(m.MasaJabatan.objects.filter(**induk).values_list("jabatan", flat=True))
    sekali = all(len(set(jabatan)) == len(jabatan) for jabatan in (dimaksud, tersimpan))
    return ("jabatan",) if sekali else ("jabatan", "mulai")

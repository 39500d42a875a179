"""Builders for the naskah of the sections' tests: small, frozen, nothing that a test does not give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reports.publish.naskah import Foto, Narasi, Naskah, Pengaturan
from sakip.capaian.engine import compute
from sakip.capaian.inputs import Akumulasi, IndikatorMasukan
from sakip.capaian.results import HasilIndikator
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import KeadaanNilai, Nilai, Skala, Target
from sakip.snapshot.to_engine import masukan_capaian
from sakip.snapshot.types import (
    Anggaran,
    BarisPK,
    Belanja,
    Indikator,
    Kabupaten,
    Kecamatan,
    Keluaran,
    Pejabat,
    PerjanjianKinerja,
    Realisasi,
    Renstra,
    Sasaran,
    Snapshot,
    TargetTahun,
    Tujuan,
)
from tests.sakip.capaian.example_inputs import kebijakan
from tests.sakip.capaian.example_inputs import masukan as masukan_engine
from tests.sakip.capaian.example_inputs import sasaran as sasaran_engine

D = Decimal

RAGAM = range(6)
"""Positions that reach every wording of a sentence (no pattern has more than three)."""

KABUPATEN = Kabupaten(
    kode="35.09",
    nama="Jember",
    sebutan="Kabupaten",
    provinsi="Jawa Timur",
    ibu_kota="Jember",
    sebutan_kepala_daerah="Bupati",
    lambang=None,
)
CAMAT = Pejabat(
    nama="NURYADI, S.STP.",
    jabatan="Camat Jombang",
    nip="198011242001121003",
    pangkat="Penata Tingkat I",
    golongan="III/d",
)


def persen(nilai: str) -> Target:
    return Target(angka=D(nilai), cetak=f"{nilai}%")


def angka(nilai: str) -> Target:
    return Target(angka=D(nilai), cetak=nilai.replace(".", ","))


def huruf(nilai: str) -> Target:
    return Target(huruf=nilai, cetak=nilai)


def terisi(nilai: str, akhiran: str = "") -> Nilai:
    return Nilai(keadaan=KeadaanNilai.TERISI, angka=D(nilai), cetak=f"{nilai.replace('.', ',')}{akhiran}")


def berhuruf(nilai: str, cetak: str = "") -> Nilai:
    return Nilai(keadaan=KeadaanNilai.TERISI, huruf=nilai, cetak=cetak or nilai)


def tidak_tersedia(alasan: str = "") -> Nilai:
    return Nilai(keadaan=KeadaanNilai.TIDAK_TERSEDIA, alasan=alasan)


def indikator(
    kunci: str,
    nama: str,
    *,
    satuan: str = "%",
    rumus: Rumus = Rumus.POSITIF,
    skala: Skala | None = None,
    target: dict[int, Target] | None = None,
    sumber: str = "",
) -> Indikator:
    return Indikator(
        kunci=kunci,
        nama=nama,
        satuan=satuan,
        jenis_nilai="huruf" if rumus is Rumus.PREDIKAT else "angka",
        rumus=rumus,
        skala=skala,
        desimal=0,
        akumulasi=Akumulasi.TERAKHIR,
        irama="",
        bobot=None,
        pembilang="",
        penyebut="",
        pengali=None,
        formulasi="",
        penjelasan=(),
        penanggung_jawab=(),
        sumber_data=sumber,
        iku=True,
        dalam_renstra=True,
        target=tuple(TargetTahun(tahun=t, target=nilai) for t, nilai in (target or {}).items()),
    )


def sasaran(kunci: str, uraian: str, *isi: Indikator) -> Sasaran:
    return Sasaran(
        kunci=kunci, uraian=uraian, bobot=None, strategi=(), kebijakan=(), program=(), indikator=isi
    )


def tujuan(kunci: str, uraian: str, *isi: Sasaran) -> Tujuan:
    return Tujuan(kunci=kunci, uraian=uraian, indikator=(), sasaran=isi)


def renstra(awal: int, akhir: int, *isi: Tujuan) -> Renstra:
    return Renstra(tahun_awal=awal, tahun_akhir=akhir, versi=0, dasar="", tanggal=None, sumber="", tujuan=isi)


def pk(tahun: int, berkas: Renstra, target: dict[str, Target], *, versi: int = 0) -> PerjanjianKinerja:
    """A PK that promises ``target`` (by kunci of the indikator) in the wording and order of the Renstra."""
    return PerjanjianKinerja(
        tahun=tahun,
        versi=versi,
        alasan="",
        tempat="Jember",
        tanggal=None,
        tanggal_cetak="",
        pihak_pertama=None,
        pihak_kedua=None,
        sumber="",
        indikator=tuple(
            BarisPK(
                sasaran=s.uraian,
                kunci_sasaran=s.kunci,
                indikator=i.nama,
                kunci_indikator=i.kunci,
                target=target[i.kunci],
                satuan=i.satuan,
            )
            for t in berkas.tujuan
            for s in t.sasaran
            for i in s.indikator
            if i.kunci in target
        ),
        anggaran=(),
    )


def realisasi(kunci: str, tahun: int, nilai: Nilai, sumber: str = "") -> Realisasi:
    return Realisasi(
        kunci_indikator=kunci, tahun=tahun, tahunan=nilai, triwulan=(), catatan="", sumber=sumber, bukti=0
    )


def baris_anggaran(
    program: tuple[str, str],
    pagu: int | None,
    terealisasi: int | None,
    *,
    kegiatan: tuple[str, str] = ("", ""),
    sub: tuple[str, str] = ("", ""),
    rinci: bool = True,
    keluaran: tuple[Keluaran, ...] = (),
) -> Anggaran:
    return Anggaran(
        program=program[0],
        nama_program=program[1],
        kegiatan=kegiatan[0],
        nama_kegiatan=kegiatan[1],
        sub_kegiatan=sub[0],
        nama_sub_kegiatan=sub[1],
        rinci=rinci,
        pagu_murni=None if pagu is None else D(pagu),
        pagu_perubahan=None,
        realisasi=None if terealisasi is None else D(terealisasi),
        keluaran=keluaran,
    )


def keluaran(
    uraian: str, satuan: str = "", target: str | None = None, hasil: str | None = None, jenis: str = "output"
) -> Keluaran:
    return Keluaran(
        jenis=jenis,
        uraian=uraian,
        satuan=satuan,
        target=None if target is None else D(target),
        target_cetak="",
        realisasi=None if hasil is None else D(hasil),
        realisasi_cetak="",
        keadaan="belum diisi" if hasil is None else "terisi",
        keterangan="",
    )


def belanja(
    kode: str, nama: str, pagu: int | None, terealisasi: int | None = None, induk: str = ""
) -> Belanja:
    return Belanja(
        kode=kode,
        nama=nama,
        induk=induk,
        pagu=None if pagu is None else D(pagu),
        realisasi=None if terealisasi is None else D(terealisasi),
    )


def snapshot(nama: str, kode: str, tahun: int, **isi: object) -> Snapshot:
    """A snapshot with nothing but its kecamatan and what is given."""
    kosong = Snapshot(
        versi_format=1,
        tahun=tahun,
        kecamatan=Kecamatan(
            kode=kode,
            nama=nama,
            slug=nama.lower(),
            alamat="",
            telepon="",
            kode_pos="",
            surel="",
            ibu_kota="",
            kabupaten=KABUPATEN,
            desa=(),
            unit_kerja=(),
        ),
        camat=replace(CAMAT, jabatan=f"Camat {nama}"),
        kepala_daerah=None,
        profil=None,
        sdm=(),
        kebijakan=None,
        rpjmd=None,
        renstra=(),
        rkt=None,
        pk=(),
        pk_lalu=(),
        iku=None,
        rencana_aksi=None,
        realisasi=(),
        pembanding=(),
        anggaran=(),
        anggaran_lalu=(),
        belanja=(),
        dukungan=(),
    )
    return replace(kosong, **isi)  # type: ignore[arg-type]


def naskah(isi: Snapshot, narasi: tuple[Narasi, ...] = (), foto: tuple[Foto, ...] = ()) -> Naskah:
    """The naskah of a snapshot, measured by the engine."""
    masukan = masukan_capaian(isi)
    return Naskah(
        snapshot=isi,
        hasil=None if masukan is None else compute(masukan),
        narasi=narasi,
        foto=foto,
        pengaturan=Pengaturan(),
        versi=1,
        konsep=True,
        tempat="Jember",
        tanggal=date(isi.tahun + 1, 2, 21),
        tanggal_cetak="",
    )


def measure(isi: IndikatorMasukan, *, atas: str | None = None) -> HasilIndikator:
    """One indikator measured by the engine on the scale of Jember 2020."""
    return compute(masukan_engine(sasaran_engine(isi), aturan=kebijakan(atas=atas))).sasaran[0].indikator[0]

"""Builders for the naskah of the sections' tests: small, frozen, nothing that a test does not give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reports.publish.naskah import Foto, Narasi, Naskah, PageSettings
from sakip.capaian.engine import compute
from sakip.capaian.inputs import Akumulasi, IndikatorInput
from sakip.capaian.results import IndikatorResult
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import KeadaanNilai, Nilai, Skala, Target
from sakip.snapshot.to_engine import capaian_input
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
from tests.sakip.capaian.example_inputs import inputs as engine_input
from tests.sakip.capaian.example_inputs import kebijakan
from tests.sakip.capaian.example_inputs import sasaran as sasaran_engine

D = Decimal

VARIETY = range(6)
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


def filled(nilai: str, suffix: str = "") -> Nilai:
    return Nilai(keadaan=KeadaanNilai.TERISI, angka=D(nilai), cetak=f"{nilai.replace('.', ',')}{suffix}")


def lettered(nilai: str, cetak: str = "") -> Nilai:
    return Nilai(keadaan=KeadaanNilai.TERISI, huruf=nilai, cetak=cetak or nilai)


def not_available(alasan: str = "") -> Nilai:
    return Nilai(keadaan=KeadaanNilai.TIDAK_TERSEDIA, alasan=alasan)


def indikator(
    key: str,
    nama: str,
    *,
    satuan: str = "%",
    rumus: Rumus = Rumus.POSITIF,
    skala: Skala | None = None,
    target: dict[int, Target] | None = None,
    sumber: str = "",
) -> Indikator:
    return Indikator(
        kunci=key,
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


def sasaran(key: str, uraian: str, *content: Indikator) -> Sasaran:
    return Sasaran(
        kunci=key, uraian=uraian, bobot=None, strategi=(), kebijakan=(), program=(), indikator=content
    )


def tujuan(key: str, uraian: str, *content: Sasaran) -> Tujuan:
    return Tujuan(kunci=key, uraian=uraian, indikator=(), sasaran=content)


def renstra(start: int, end: int, *content: Tujuan) -> Renstra:
    return Renstra(
        tahun_awal=start, tahun_akhir=end, versi=0, dasar="", tanggal=None, sumber="", tujuan=content
    )


def pk(tahun: int, file: Renstra, target: dict[str, Target], *, versi: int = 0) -> PerjanjianKinerja:
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
            for t in file.tujuan
            for s in t.sasaran
            for i in s.indikator
            if i.kunci in target
        ),
        anggaran=(),
    )


def realisasi(key: str, tahun: int, nilai: Nilai, sumber: str = "") -> Realisasi:
    return Realisasi(
        kunci_indikator=key, tahun=tahun, tahunan=nilai, triwulan=(), catatan="", sumber=sumber, bukti=0
    )


def anggaran_row(
    program: tuple[str, str],
    pagu: int | None,
    realised: int | None,
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
        realisasi=None if realised is None else D(realised),
        keluaran=keluaran,
    )


def keluaran(
    uraian: str, satuan: str = "", target: str | None = None, result: str | None = None, kind: str = "output"
) -> Keluaran:
    return Keluaran(
        jenis=kind,
        uraian=uraian,
        satuan=satuan,
        target=None if target is None else D(target),
        target_cetak="",
        realisasi=None if result is None else D(result),
        realisasi_cetak="",
        keadaan="belum diisi" if result is None else "terisi",
        keterangan="",
    )


def belanja(kode: str, nama: str, pagu: int | None, realised: int | None = None, parent: str = "") -> Belanja:
    return Belanja(
        kode=kode,
        nama=nama,
        induk=parent,
        pagu=None if pagu is None else D(pagu),
        realisasi=None if realised is None else D(realised),
    )


def snapshot(nama: str, kode: str, tahun: int, **content: object) -> Snapshot:
    """A snapshot with nothing but its kecamatan and what is given."""
    empty = Snapshot(
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
    return replace(empty, **content)  # type: ignore[arg-type]


def naskah(content: Snapshot, narasi: tuple[Narasi, ...] = (), foto: tuple[Foto, ...] = ()) -> Naskah:
    """The naskah of a snapshot, measured by the engine."""
    inputs = capaian_input(content)
    return Naskah(
        snapshot=content,
        results=None if inputs is None else compute(inputs),
        narasi=narasi,
        foto=foto,
        pengaturan=PageSettings(),
        versi=1,
        konsep=True,
        tempat="Jember",
        tanggal=date(content.tahun + 1, 2, 21),
        tanggal_cetak="",
    )


def measure(content: IndikatorInput, *, above: str | None = None) -> IndikatorResult:
    """One indikator measured by the engine on the scale of Jember 2020."""
    return (
        compute(engine_input(sasaran_engine(content), rules=kebijakan(above=above))).sasaran[0].indikator[0]
    )

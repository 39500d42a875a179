"""What the parts of one contoh file share: where they belong, and the rows that they refer to by key."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from kecamatan.bacaan import Objek
from kecamatan.models import Kecamatan, MasaJabatan
from kecamatan.selaras import Penyelaras
from kecamatan.services.contoh import Tempat
from sakip import models as m
from sakip.tanggal import TanggalTidakSah, urai_bulan

T = TypeVar("T")

#: Columns of a target (``KolomTarget``): numbers, then texts.
_ANGKA_TARGET = ("angka", "bawah", "atas")
_TEKS_TARGET = ("huruf", "cetak")


#: Between the version and the code of a row that is written in another version than the file's.
VERSI_LAIN = ":"


class Nomenklatur:
    """Program, kegiatan and sub kegiatan of one version, by code; "2023:7.01.02" is one of another version."""

    def __init__(self, versi: m.VersiNomenklatur) -> None:
        self.versi = versi
        self._lain: dict[int, Nomenklatur] = {}
        self._program = {p.kode: p for p in m.Program.objects.filter(versi=versi)}
        self._kegiatan = {k.kode: k for k in m.Kegiatan.objects.filter(program__versi=versi)}
        self._sub_kegiatan = {s.kode: s for s in m.SubKegiatan.objects.filter(kegiatan__program__versi=versi)}

    def program(self, asal: Objek, kolom: str = "program") -> m.Program | None:
        """The program that the column names, None without a code. Raises BerkasTidakSah for an unknown code."""
        return self._cari(asal, kolom, asal.teks(kolom), self._program)

    def cari_program(self, asal: Objek, kode: str) -> m.Program | None:
        """The program with this code, one of a list."""
        return self._cari(asal, "program", kode, self._program)

    def jenjang(self, asal: Objek) -> dict[str, Any]:
        """The three columns of a row that belongs to the hierarchy."""
        return {
            "program": self.program(asal),
            "kegiatan": self._cari(asal, "kegiatan", asal.teks("kegiatan"), self._kegiatan),
            "sub_kegiatan": self._cari(asal, "sub_kegiatan", asal.teks("sub_kegiatan"), self._sub_kegiatan),
        }

    def _cari(self, asal: Objek, kolom: str, kode: str, tingkat: dict[str, T]) -> T | None:
        if not kode:
            return None
        versi, ada, kode_lain = kode.partition(VERSI_LAIN)
        if ada and versi != self.versi.kode:
            return self._cari_versi_lain(asal, kolom, versi, kode_lain, tingkat)
        kode = kode_lain or kode
        if kode not in tingkat:
            raise asal.galat(
                f'"{kode}" tidak ada dalam nomenklatur "{self.versi.kode}".'
                " Perbaiki kodenya, atau tambahkan ke fixtures/referensi/nomenklatur.json.",
                kolom,
            )
        return tingkat[kode]

    def _cari_versi_lain(
        self, asal: Objek, kolom: str, versi: str, kode: str, tingkat: dict[str, T]
    ) -> T | None:
        lain = m.VersiNomenklatur.objects.filter(kode=versi).first()
        if lain is None:
            raise asal.galat(f'versi nomenklatur "{versi}" tidak dikenal. Perbaiki atau hapus.', kolom)
        if lain.pk not in self._lain:
            self._lain[lain.pk] = Nomenklatur(lain)
        nomenklatur = self._lain[lain.pk]
        if tingkat is self._program:
            return nomenklatur._cari(asal, kolom, kode, nomenklatur._program)  # type: ignore[return-value]
        if tingkat is self._kegiatan:
            return nomenklatur._cari(asal, kolom, kode, nomenklatur._kegiatan)  # type: ignore[return-value]
        return nomenklatur._cari(asal, kolom, kode, nomenklatur._sub_kegiatan)  # type: ignore[return-value]


def nomenklatur(asal: Objek, kolom: str) -> Nomenklatur | None:
    """The version that the column names, None without a name. Raises BerkasTidakSah for an unknown one."""
    kode = asal.teks(kolom)
    if not kode:
        return None
    versi = m.VersiNomenklatur.objects.filter(kode=kode).first()
    if versi is None:
        dikenal = ", ".join(m.VersiNomenklatur.objects.values_list("kode", flat=True))
        raise asal.galat(f'"{kode}" tidak dikenal. Isi salah satu dari {dikenal}.', kolom)
    return Nomenklatur(versi)


@dataclass(kw_only=True)
class Konteks:
    """One file on its way into the database. ``sasaran`` and ``indikator`` are filled by the Renstra."""

    asal: Objek
    tempat: Tempat
    tahun: int
    selaras: Penyelaras
    nomenklatur: Nomenklatur
    nomenklatur_rkt: Nomenklatur
    sasaran: dict[str, m.Sasaran] = field(default_factory=dict)
    indikator: dict[str, m.Indikator] = field(default_factory=dict)

    @property
    def kecamatan(self) -> Kecamatan:
        return self.tempat.kecamatan

    @property
    def induk(self) -> dict[str, Any]:
        """Columns of everything that belongs to this kecamatan and year."""
        return {"kecamatan": self.kecamatan, "tahun": self.tahun}

    def acuan_sasaran(self, asal: Objek, kolom: str) -> m.Sasaran | None:
        """The sasaran that the column names. Raises BerkasTidakSah for an unknown kunci."""
        return _acuan(asal, kolom, self.sasaran, "sasaran Renstra")

    def acuan_indikator(self, asal: Objek, kolom: str = "kunci_indikator") -> m.Indikator | None:
        """The indikator that the column names. Raises BerkasTidakSah for an unknown kunci."""
        return _acuan(asal, kolom, self.indikator, "indikator Renstra")

    def indikator_wajib(self, asal: Objek) -> m.Indikator:
        """The indikator that the row is about."""
        kunci = asal.teks_wajib("kunci_indikator")
        self.acuan_indikator(asal)
        return self.indikator[kunci]

    def unit(self, asal: Objek, kolom: str = "penanggung_jawab") -> list[str]:
        """Kunci of responsible units. Raises BerkasTidakSah for an unknown one."""
        kunci = asal.daftar_teks(kolom)
        for nomor, k in enumerate(kunci):
            if k not in self.tempat.unit:
                raise asal.galat(
                    f'"{k}" tidak dikenal. Isi kunci salah satu unit kerja dalam berkas ini.',
                    f"{kolom}[{nomor}]",
                )
        return kunci

    def bertanggal(self, asal: Objek) -> dict[str, Any]:
        """Columns of place and date."""
        return {
            "tempat": asal.teks("tempat"),
            "tanggal": asal.tanggal("tanggal"),
            "tanggal_cetak": asal.teks("tanggal_cetak"),
        }

    def penanda(
        self, asal: Objek, kolom: str = "penandatangan", *, tahun: int | None = None
    ) -> MasaJabatan | None:
        """The term of office in which the person signed the document of ``asal``."""
        return self.tempat.menjabat(asal, kolom, *_masa_dokumen(asal, tahun or self.tahun))


def _acuan(asal: Objek, kolom: str, pilihan: dict[str, T], sebutan: str) -> T | None:
    kunci = asal.teks(kolom)
    if not kunci:
        return None
    if kunci not in pilihan:
        raise asal.galat(
            f'"{kunci}" bukan kunci {sebutan}. Isi salah satu dari {", ".join(sorted(pilihan)) or "(belum ada)"}.',
            kolom,
        )
    return pilihan[kunci]


def _masa_dokumen(asal: Objek, tahun: int) -> tuple[date, date]:
    """First and last day on which the document can have been signed: its day, its month or its year."""
    if tanggal := asal.tanggal("tanggal"):
        return tanggal, tanggal
    cetak = asal.teks("tanggal_cetak")
    if cetak:
        try:
            return urai_bulan(cetak)
        except TanggalTidakSah as galat:
            raise asal.galat(str(galat), "tanggal_cetak") from galat
    return date(tahun, 1, 1), date(tahun, 12, 31)


def kolom_target(asal: Objek | None) -> dict[str, Any]:
    """Columns of a target; all empty where there is none."""
    if asal is None:
        return dict.fromkeys(_ANGKA_TARGET) | dict.fromkeys(_TEKS_TARGET, "")
    return {k: asal.angka(k) for k in _ANGKA_TARGET} | {k: asal.teks(k) for k in _TEKS_TARGET}


def kolom_nilai(asal: Objek) -> dict[str, Any]:
    """Columns of a recorded value (``NilaiTercatat``)."""
    return {
        "keadaan": asal.teks_wajib("keadaan"),
        **{k: asal.angka(k) for k in ("angka", "pembilang", "penyebut")},
        **{k: asal.teks(k) for k in ("huruf", "alasan", "cetak")},
    }

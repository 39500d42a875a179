"""What cells may refer to outside the workbook: nomenklatur, scales, regulations, ranks, and keys of other years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kecamatan.models import Kecamatan, Pangkat, Peraturan
from sakip import models as m
from sakip.offered_rumus import offered_rumus
from sakip.services.contoh.konteks import VERSI_LAIN

PANAH = " > "
"""Between the levels of a row whose kegiatan is not the one its sub kegiatan belongs to."""


@dataclass(frozen=True)
class Jenjang:
    """Where a code stands: the codes of its program, kegiatan and sub kegiatan, empty below its own level."""

    program: str
    kegiatan: str = ""
    sub_kegiatan: str = ""
    nama: str = ""

    @property
    def kode(self) -> str:
        """The code itself."""
        return self.sub_kegiatan or self.kegiatan or self.program


@dataclass(frozen=True, kw_only=True)
class Rujukan:
    """Reference data at one moment (a fixed number of queries)."""

    nomenklatur: Mapping[str, Mapping[str, Jenjang]]
    """Version → code → its place."""

    versi_tahun: tuple[tuple[str, int, int | None], ...]
    """Versions with their first and last year."""

    peraturan: Mapping[str, str]
    skala: Mapping[str, str]
    golongan: tuple[str, ...]
    huruf: Mapping[str, str]
    sasaran_lain: frozenset[str]
    indikator_lain: frozenset[str]
    rumus: frozenset[str]
    """Codes that the year's kebijakan offers, and those in use."""

    def versi_untuk(self, tahun: int) -> str:
        """The version in which a year's budget is written, the first if several, empty if none."""
        return next(
            (
                kode
                for kode, awal, akhir in self.versi_tahun
                if awal <= tahun and (akhir is None or tahun <= akhir)
            ),
            "",
        )

    def urai_kode(self, teks: str, versi: str) -> dict[str, str] | None:
        """ "7.01.02.2.01" → the columns program, kegiatan, sub_kegiatan as the loader takes them; None if unknown.

        "2023:7.01.02" is of another version; "a > b > c" names every level.
        """
        hasil = {"program": "", "kegiatan": "", "sub_kegiatan": ""}
        bagian = [b.strip() for b in teks.split(PANAH.strip())]
        if len(bagian) > len(hasil):
            return None
        for satu in bagian:
            nama_versi, ada, kode = satu.rpartition(VERSI_LAIN)
            jenjang = self.nomenklatur.get(nama_versi or versi, {}).get(kode)
            if jenjang is None:
                return None
            awalan = f"{nama_versi}{VERSI_LAIN}" if ada else ""
            if len(bagian) > 1:
                hasil[_tingkat(jenjang)] = awalan + kode
            else:
                for tingkat in hasil:
                    if milik := getattr(jenjang, tingkat):
                        hasil[tingkat] = awalan + milik
        return hasil

    def tulis_kode(
        self, versi: str, program: m.Program | None, kegiatan: m.Kegiatan | None, sub: m.SubKegiatan | None
    ) -> tuple[str, str]:
        """The cell for a row's levels, and the name of the deepest. Inverse of :meth:`urai_kode`."""
        baris = [b for b in (program, kegiatan, sub) if b is not None]
        if not baris or program is None:
            return "", ""
        milik = [(program.versi.kode, baris[0].kode)]
        if kegiatan is not None:
            milik.append((kegiatan.program.versi.kode, kegiatan.kode))
        if sub is not None:
            milik.append((sub.kegiatan.program.versi.kode, sub.kode))
        kode = [k if v == versi else f"{v}{VERSI_LAIN}{k}" for v, k in milik]
        dimaksud = dict(zip(("program", "kegiatan", "sub_kegiatan"), [*kode, "", ""], strict=False))
        dimaksud = {t: dimaksud.get(t, "") for t in ("program", "kegiatan", "sub_kegiatan")}
        singkat = kode[-1]
        return (singkat if self.urai_kode(singkat, versi) == dimaksud else PANAH.join(kode)), baris[-1].nama


def _tingkat(jenjang: Jenjang) -> str:
    if jenjang.sub_kegiatan:
        return "sub_kegiatan"
    return "kegiatan" if jenjang.kegiatan else "program"


def rujukan(kecamatan: Kecamatan, tahun: int) -> Rujukan:
    """Read the reference data (12 queries)."""
    lain = m.Renstra.objects.for_kecamatan(kecamatan).exclude(tahun_awal__lte=tahun, tahun_akhir__gte=tahun)
    huruf = {k.casefold(): k for k in m.KategoriSkala.objects.values_list("kode", flat=True).distinct()}
    return Rujukan(
        nomenklatur=_nomenklatur(),
        versi_tahun=tuple(m.VersiNomenklatur.objects.values_list("kode", "tahun_awal", "tahun_akhir")),
        peraturan=dict(Peraturan.objects.values_list("kode", "sebutan")),
        skala=dict(m.Skala.objects.values_list("kode", "nama")),
        golongan=tuple(Pangkat.objects.values_list("golongan", flat=True)),
        huruf=huruf,
        sasaran_lain=frozenset(m.Sasaran.objects.filter(renstra__in=lain).values_list("kunci", flat=True)),
        indikator_lain=frozenset(
            m.Indikator.objects.filter(renstra__in=lain).values_list("kunci", flat=True)
        ),
        rumus=offered_rumus(kecamatan.kabupaten_id, tahun)
        | set(m.Indikator.objects.for_kecamatan(kecamatan).values_list("rumus", flat=True)),
    )


def _nomenklatur() -> dict[str, dict[str, Jenjang]]:
    hasil: dict[str, dict[str, Jenjang]] = {
        k: {} for k in m.VersiNomenklatur.objects.values_list("kode", flat=True)
    }
    for versi, kode, nama in m.Program.objects.values_list("versi__kode", "kode", "nama"):
        hasil[versi][kode] = Jenjang(kode, nama=nama)
    for versi, program, kode, nama in m.Kegiatan.objects.values_list(
        "program__versi__kode", "program__kode", "kode", "nama"
    ):
        hasil[versi].setdefault(kode, Jenjang(program, kode, nama=nama))
    for versi, program, kegiatan, kode, nama in m.SubKegiatan.objects.values_list(
        "kegiatan__program__versi__kode", "kegiatan__program__kode", "kegiatan__kode", "kode", "nama"
    ):
        hasil[versi].setdefault(kode, Jenjang(program, kegiatan, kode, nama=nama))
    return {versi: dict(sorted(isi.items())) for versi, isi in hasil.items()}


def terbanyak(versi: Iterable[str], bawaan: str) -> str:
    """The version that most rows use."""
    hitung: dict[str, int] = {}
    for satu in versi:
        hitung[satu] = hitung.get(satu, 0) + 1
    return max(sorted(hitung), key=lambda v: hitung[v]) if hitung else bawaan

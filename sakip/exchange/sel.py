"""How one cell of each kind of column is written and read.

Reading takes what Excel gives (text, number, date, truth value) and returns what the loader of contoh files
takes: texts, numbers as text with a decimal point, ISO dates. What has two readings is refused, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from sakip.angka import AngkaTidakSah, format_angka, urai_angka, urai_rupiah
from sakip.tanggal import TanggalTidakSah, format_tanggal, urai_tanggal

PANJANG_SEL: Final = 32_767
"""Characters that a cell can hold."""

GANTI_BARIS: Final = "\u2028"
"""Stands for a line break inside an item of a list, where a line break separates items."""

ANGKA_TEKS: Final = "@"

_KUNCI = re.compile(r"[-a-zA-Z0-9_]+")
_RENTANG = re.compile(
    r"(?P<bawah>.*?[0-9%])\s*(?:–|—|s\.?\s?d\.?|sampai(?:\s+dengan)?|\s-\s)\s*(?P<atas>[-0-9R].*)",
    re.IGNORECASE | re.DOTALL,
)
_KUTIP = re.compile(r'["“”](?P<isi>.+)["“”]', re.DOTALL)


class SelTidakSah(ValueError):
    """A cell that cannot be read; ``str()`` is Indonesian: the value, what is wrong, what to write instead."""


@dataclass(frozen=True)
class Konteks:
    """What the reading of some kinds depends on: letters of all scales (by their lower-case form)."""

    huruf: Mapping[str, str] = field(default_factory=dict)


def singkat(nilai: object) -> str:
    """A value as a message quotes it."""
    if isinstance(nilai, bool):
        teks = "TRUE" if nilai else "FALSE"
    elif isinstance(nilai, date):
        teks = format_tanggal(nilai)
    elif isinstance(nilai, int | float | Decimal):
        teks = format_angka(angka_sel(nilai))
    else:
        teks = " ".join(str(nilai).split())
    return teks if len(teks) <= 60 else f"{teks[:59]}…"


def angka_sel(nilai: float | int | Decimal) -> Decimal:
    """A number as Excel shows it: fifteen digits, without the noise of binary fractions."""
    return Decimal(format(nilai, ".15g")) if isinstance(nilai, float) else Decimal(nilai)


def polos(nilai: Decimal) -> str:
    """A number as text with a decimal point and without padding zeros: what fixture files hold."""
    teks = format(nilai, "f")
    return (teks.rstrip("0").rstrip(".") if "." in teks else teks) or "0"


def rapikan(teks: str) -> str:
    """Text as it is stored: line breaks of every system are one, no blanks at the ends."""
    return teks.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()


@dataclass(frozen=True)
class Jenis:
    """A kind of cell. ``format_sel`` is Excel's number format, ``rata_kanan`` for figures."""

    format_sel: str = ANGKA_TEKS
    rata_kanan: bool = False
    contoh: str = ""

    def tulis(self, nilai: Any) -> Any:
        """A stored value → what the cell holds; None leaves it empty."""
        return nilai or None

    def baca(self, mentah: Any, konteks: Konteks) -> Any:
        """What a cell that is not empty holds → a value. Raises :class:`SelTidakSah`."""
        raise NotImplementedError


@dataclass(frozen=True)
class Teks(Jenis):
    """A text. ``satu_baris`` has no line breaks."""

    satu_baris: bool = False

    def baca(self, mentah: Any, konteks: Konteks) -> str:
        """The text; a whole number that Excel made of it is read back."""
        if isinstance(mentah, bool | date):
            raise SelTidakSah(
                f'"{singkat(mentah)}" terbaca sebagai {"tanggal" if isinstance(mentah, date) else "nilai logika"},'
                " bukan teks. Ubah format selnya menjadi Teks, lalu ketik ulang."
            )
        if isinstance(mentah, int | float | Decimal):
            return format_angka(angka_sel(mentah)).replace(".", "")
        teks = rapikan(str(mentah))
        return " ".join(teks.split()) if self.satu_baris else teks


@dataclass(frozen=True)
class Kunci(Teks):
    """A short name without blanks, by which other sheets refer to the row."""

    satu_baris: bool = True

    def baca(self, mentah: Any, konteks: Konteks) -> str:
        """The key."""
        teks = super().baca(mentah, konteks)
        if not _KUNCI.fullmatch(teks):
            raise SelTidakSah(
                f'"{singkat(teks)}" bukan kunci. Tulis huruf, angka, atau tanda hubung tanpa spasi, misalnya'
                f" {re.sub('[^a-z0-9]+', '-', teks.lower()).strip('-') or 'skm'}."
            )
        return teks


@dataclass(frozen=True)
class Daftar(Jenis):
    """A list of texts, one to a line."""

    def tulis(self, nilai: Any) -> Any:
        """The items, one to a line."""
        return "\n".join(GANTI_BARIS.join(butir.splitlines()) for butir in nilai) or None

    def baca(self, mentah: Any, konteks: Konteks) -> list[str]:
        """The lines that say something."""
        # Not splitlines(): it would take GANTI_BARIS for the end of an item.
        baris = Teks().baca(mentah, konteks).split("\n")
        return [b.strip().replace(GANTI_BARIS, "\n") for b in baris if b.strip()]


@dataclass(frozen=True)
class Angka(Jenis):
    """A number with at most ``desimal`` decimals."""

    format_sel: str = "#,##0.####"
    rata_kanan: bool = True
    desimal: int = 4
    terbesar: Decimal = Decimal(10) ** 15

    def tulis(self, nilai: Any) -> Any:
        """The number; one that Excel cannot keep exactly is written as text."""
        if nilai is None:
            return None
        angka = Decimal(nilai).normalize()
        if len(angka.as_tuple().digits) > 15:
            return format_angka(angka)
        return int(angka) if angka == angka.to_integral_value() else angka

    def baca(self, mentah: Any, konteks: Konteks) -> str:
        """The number as text with a decimal point."""
        return polos(self.batasi(self.nilai(mentah), mentah))

    def nilai(self, mentah: Any) -> Decimal:
        """The number in the cell."""
        if isinstance(mentah, bool):
            raise SelTidakSah(f'"{singkat(mentah)}" bukan angka. Tulis angka, misalnya 98,5.')
        if isinstance(mentah, date):
            raise SelTidakSah(
                f'"{singkat(mentah)}" terbaca sebagai tanggal, bukan angka.'
                " Ubah format selnya menjadi Umum, lalu ketik ulang angkanya."
            )
        if isinstance(mentah, int | float | Decimal):
            return angka_sel(mentah)
        try:
            return self._urai(rapikan(str(mentah)))
        except AngkaTidakSah as galat:
            raise SelTidakSah(str(galat)) from galat

    def _urai(self, teks: str) -> Decimal:
        return urai_angka(teks)

    def batasi(self, angka: Decimal, mentah: Any) -> Decimal:
        """The number, unless it is too fine or too large to be kept exactly."""
        if -int(angka.normalize().as_tuple().exponent) > self.desimal:
            pilihan = format_angka(angka, self.desimal)
            batas = f"paling banyak {self.desimal} desimal" if self.desimal else "bilangan bulat"
            raise SelTidakSah(f'"{singkat(mentah)}" terlalu rinci. Tulis {batas}, misalnya {pilihan}.')
        if abs(angka) >= self.terbesar:
            raise SelTidakSah(f'"{singkat(mentah)}" terlalu besar. Periksa angkanya.')
        return angka


@dataclass(frozen=True)
class Rupiah(Angka):
    """An amount of money."""

    format_sel: str = "#,##0.##"
    desimal: int = 2
    terbesar: Decimal = Decimal(10) ** 13

    def _urai(self, teks: str) -> Decimal:
        return urai_rupiah(teks)

    def batasi(self, angka: Decimal, mentah: Any) -> Decimal:
        """Not negative either."""
        if angka < 0:
            raise SelTidakSah(f'"{singkat(mentah)}" negatif. Tulis jumlah rupiah nol atau lebih.')
        return super().batasi(angka, mentah)


@dataclass(frozen=True)
class Bulat(Angka):
    """A whole number that is not negative, as int."""

    format_sel: str = "#,##0"
    desimal: int = 0
    terbesar: Decimal = Decimal(2) ** 31
    paling_besar: int = 2**31 - 1

    def baca(self, mentah: Any, konteks: Konteks) -> Any:
        """The number."""
        angka = int(self.batasi(self.nilai(mentah), mentah))
        if angka < 0:
            raise SelTidakSah(f'"{singkat(mentah)}" negatif. Tulis 0 atau lebih.')
        if angka > self.paling_besar:
            raise SelTidakSah(f'"{singkat(mentah)}" terlalu besar. Tulis paling banyak {self.paling_besar}.')
        return angka


@dataclass(frozen=True)
class Tahun(Bulat):
    """A year from 2000 to 2100."""

    format_sel: str = "0"

    def baca(self, mentah: Any, konteks: Konteks) -> Any:
        """The year."""
        teks = rapikan(str(mentah)) if isinstance(mentah, str) else ""
        tahun = int(teks) if re.fullmatch("[0-9]{4}", teks) else super().baca(mentah, konteks)
        if not 2000 <= tahun <= 2100:
            raise SelTidakSah(f'"{singkat(mentah)}" bukan tahun. Tulis antara 2000 dan 2100, misalnya 2026.')
        return tahun


@dataclass(frozen=True)
class Tanggal(Jenis):
    """A date, as ISO text."""

    format_sel: str = "d mmmm yyyy"
    rata_kanan: bool = True

    def tulis(self, nilai: Any) -> Any:
        """The date."""
        return nilai

    def baca(self, mentah: Any, konteks: Konteks) -> str:
        """The date that Excel holds, or the one that a text says."""
        if isinstance(mentah, date):
            tanggal = mentah.date() if isinstance(mentah, datetime) else mentah
            if not 1900 <= tanggal.year <= 2100:
                raise SelTidakSah(f'"{singkat(mentah)}" di luar 1900–2100. Periksa tahunnya.')
            return tanggal.isoformat()
        if not isinstance(mentah, str):
            raise SelTidakSah(f'"{singkat(mentah)}" bukan tanggal. Tulis seperti 17/8/2026.')
        try:
            return urai_tanggal(rapikan(mentah)).isoformat()
        except TanggalTidakSah as galat:
            raise SelTidakSah(str(galat)) from galat


@dataclass(frozen=True)
class Pilihan(Jenis):
    """One of a few values: the cell shows the words, the record keeps the code."""

    pilihan: tuple[tuple[str, str], ...] = ()

    def tulis(self, nilai: Any) -> Any:
        """The words of a code."""
        if nilai in (None, ""):
            return None
        return dict(self.pilihan).get(str(nilai), str(nilai))

    def baca(self, mentah: Any, konteks: Konteks) -> Any:
        """The code of the words; the code itself is read as well."""
        teks = " ".join(str(mentah).split()).casefold()
        for kode, sebutan in self.pilihan:
            if teks in (kode.casefold(), sebutan.casefold()):
                return kode
        raise SelTidakSah(
            f'"{singkat(mentah)}" tidak dikenal. Pilih {_atau(sebutan for _, sebutan in self.pilihan)}.'
        )


@dataclass(frozen=True)
class YaTidak(Pilihan):
    """Yes or no, as bool."""

    pilihan: tuple[tuple[str, str], ...] = (("ya", "Ya"), ("tidak", "Tidak"))

    def tulis(self, nilai: Any) -> Any:
        """The word."""
        return None if nilai is None else "Ya" if nilai else "Tidak"

    def baca(self, mentah: Any, konteks: Konteks) -> Any:
        """True or False."""
        return mentah if isinstance(mentah, bool) else super().baca(mentah, konteks) == "ya"


@dataclass(frozen=True)
class PilihanBulat(Pilihan):
    """One of a few numbers shown as words, as int."""

    def baca(self, mentah: Any, konteks: Konteks) -> Any:
        """The number."""
        return int(super().baca(mentah, konteks))


@dataclass(frozen=True)
class Nilai(Angka):
    """A number or a letter of a scale; ``{"angka": …}`` or ``{"huruf": …}``."""

    def tulis(self, nilai: Any) -> Any:
        """The number, or the letter; a letter of no scale is put between quotation marks."""
        if nilai is None:
            return None
        if nilai.get("angka") is not None:
            return super().tulis(nilai["angka"])
        huruf = nilai.get("huruf") or ""
        return huruf if not huruf or huruf in nilai.get("dikenal", ()) else f'"{huruf}"'

    def baca(self, mentah: Any, konteks: Konteks) -> Any:
        """What the cell says."""
        if isinstance(mentah, str):
            teks = rapikan(mentah)
            if kutip := _KUTIP.fullmatch(teks):
                return {"huruf": kutip["isi"]}
            if huruf := konteks.huruf.get(" ".join(teks.split()).casefold()):
                return {"huruf": huruf}
        return {"angka": super().baca(mentah, konteks)}


@dataclass(frozen=True)
class Target(Nilai):
    """A target: number, letter or range; one of ``angka``, ``huruf``, and ``bawah`` with ``atas``."""

    def tulis(self, nilai: Any) -> Any:
        """The target in one cell."""
        if nilai is None:
            return None
        if nilai.get("bawah") is not None and nilai.get("atas") is not None:
            return f"{format_angka(Decimal(nilai['bawah']))} s.d. {format_angka(Decimal(nilai['atas']))}"
        return super().tulis(nilai)

    def baca(self, mentah: Any, konteks: Konteks) -> Any:
        """What the cell says."""
        if isinstance(mentah, str):
            teks = rapikan(mentah)
            rentang = _RENTANG.fullmatch(teks)
            if rentang and teks.casefold() not in konteks.huruf and not _KUTIP.fullmatch(teks):
                bawah, atas = (self.batasi(self.nilai(rentang[sisi]), teks) for sisi in ("bawah", "atas"))
                if bawah > atas:
                    raise SelTidakSah(
                        f'"{singkat(teks)}" terbalik. Tulis {format_angka(atas)} s.d. {format_angka(bawah)}.'
                    )
                return {"bawah": polos(bawah), "atas": polos(atas)}
        return super().baca(mentah, konteks)


@dataclass(frozen=True)
class Keterangan(Jenis):
    """A column that helps whoever fills the sheet and is not read."""


def _atau(pilihan: Iterable[str]) -> str:
    *awal, akhir = pilihan
    return f"{', '.join(awal)}, atau {akhir}" if awal else akhir

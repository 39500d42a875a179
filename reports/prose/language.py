"""Small parts that every generated sentence is made of: tidy text, lists in words, counts, shown numbers.

Text that people entered (names, reasons) reaches a sentence only through :func:`rapi`, :func:`petik` or
:func:`klausa`, so that a stray space or full stop in a record never shows in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from sakip.capaian.inputs import Kategori
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN
from sakip.text.in_words import bilangan
from sakip.text.numbers import format_angka, format_persen

_ANGKA_SAJA = re.compile(r"-?[0-9][0-9.,]*")
_SATUAN_TANPA_KATA = frozenset({"", "%", "persen", "indeks", "nilai", "poin", "skor", "predikat", "kategori"})

#: First words of an entered reason that keep their capital inside a sentence: names of bodies and documents.
_NAMA_DIRI = frozenset(
    {
        *("Aplikasi", "Badan", "Bagian", "Bappeda", "Bupati", "Camat", "Dinas", "Inspektorat", "Kabupaten"),
        *(
            "Kecamatan",
            "Kementerian",
            "Lampiran",
            "Pemerintah",
            "Perjanjian",
            "Provinsi",
            "Rencana",
            "Renstra",
        ),
        *("Tabel", "Wali"),
    }
)


def rapi(teks: str) -> str:
    """Entered text for use inside a sentence: single spaces, no full stop at its end."""
    return " ".join(teks.split()).rstrip(" .")


def petik(nama: str) -> str:
    """A name in quotation marks, as long names of indikator need them to be told from the sentence."""
    return f"“{rapi(nama)}”"


def klausa(alasan: str, cadangan: str = "datanya tidak tersedia") -> str:
    """A reason as the clause after "karena": tidy, beginning small unless it begins with a name or acronym."""
    bersih = rapi(alasan) or cadangan
    kata = bersih.split()[0]
    if kata in _NAMA_DIRI or kata[1:2].isupper():
        return bersih
    return bersih[0].lower() + bersih[1:]


def kalimat(teks: str) -> str:
    """A finished sentence: tidy, capital first, one full stop."""
    bersih = " ".join(teks.split()).rstrip(" .,;:")
    return f"{bersih[:1].upper()}{bersih[1:]}."


def paragraf(*isi: str) -> str:
    """Sentences joined to one paragraph; empty ones fall away."""
    return " ".join(k for k in isi if k)


def rangkai(kata: Sequence[str]) -> str:
    """ "a", "a dan b", "a, b, dan c"."""
    if len(kata) <= 2:
        return " dan ".join(kata)
    return f"{', '.join(kata[:-1])}, dan {kata[-1]}"


def unik(kata: Sequence[str]) -> list[str]:
    """The tidy, non-empty texts in order of first appearance."""
    return list(dict.fromkeys(bersih for k in kata if (bersih := rapi(k))))


def ragam(urutan: int, *pilihan: str) -> str:
    """One of several wordings of the same statement, by position: neighbours differ, a document is reproducible."""
    return pilihan[urutan % len(pilihan)]


def count_of(n: int, benda: str) -> str:
    """ "4 (empat) indikator": Indonesian nouns take no plural after a number."""
    return f"{bilangan(n)} {benda}"


def shown_decimals(nilai: Decimal) -> int:
    """Decimals that a shown value carries: the engine has rounded it to those of the kebijakan."""
    eksponen = nilai.as_tuple().exponent
    return max(0, -eksponen) if isinstance(eksponen, int) else 0


def persen(nilai: Decimal) -> str:
    """A shown percentage with all its decimals: "95,00%"."""
    return format_persen(nilai, shown_decimals(nilai))


def say_persen(nilai: Decimal | None) -> str:
    """A shown percentage, or that there is none to show."""
    return TIDAK_DAPAT_DISIMPULKAN if nilai is None else persen(nilai)


def besar_selisih(selisih: Decimal, satuan: str) -> str:
    """Size of a difference without its sign: "5,00 poin", "1 (satu) peringkat", "3 dokumen".

    Points carry two decimals, or more where two would hide a difference that exists.
    """
    besar = abs(selisih)
    if satuan == "peringkat":
        return count_of(int(besar), "peringkat")
    if satuan == "poin":
        return f"{format_angka(besar, max(2, shown_decimals(besar.normalize())))} poin"
    return f"{format_angka(besar)} {rapi(satuan)}".rstrip()


def gerak_selisih(selisih: Decimal, satuan: str) -> str:
    """Movement of a number by its sign: "naik 5,00 poin", "turun 3 dokumen", "tetap"."""
    if selisih == 0:
        return "tetap"
    return f"{'naik' if selisih > 0 else 'turun'} {besar_selisih(selisih, satuan)}"


def dengan_satuan(cetak: str, satuan: str) -> str:
    """A printed value with its unit ("12 dokumen"); percent, index and letters carry theirs already or need none."""
    bersih = rapi(cetak)
    if satuan.strip().casefold() in _SATUAN_TANPA_KATA or not _ANGKA_SAJA.fullmatch(bersih):
        return bersih
    return f"{bersih} {rapi(satuan)}"


def sebesar(cetak: str) -> str:
    """ "sebesar 95%" for a number, "senilai B" for a letter or other words."""
    return f"{'sebesar' if _ANGKA_SAJA.match(cetak) else 'senilai'} {cetak}"


def lower_first(nama: str) -> str:
    """A title ("Belanja Tidak Langsung") as running text; acronyms keep their capitals."""
    return " ".join(kata if kata.isupper() else kata.lower() for kata in rapi(nama).split())


def say_kategori(kategori: Kategori | None) -> str:
    """ "AA (Sangat Memuaskan)" where a scale has letters, "Baik" where the word is the category itself."""
    if kategori is None:
        return TIDAK_DAPAT_DISIMPULKAN
    if kategori.kode == kategori.label:
        return kategori.label
    if "(" in kategori.label:  # "CC – Cukup (Memadai)": brackets within brackets are hard to read
        return f"{kategori.kode} – {kategori.label}"
    return f"{kategori.kode} ({kategori.label})"

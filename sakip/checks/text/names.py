"""Checks of names: other kecamatan, desa and kabupaten that were left from another document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage, Surroundings
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.snapshot.types import Kecamatan
from sakip.text.reading.sentences import sentences

_KINDS: Final = ("narasi", "dokumentasi", *KINDS_OF_RECORDS)
#: A sentence that names neighbours, partners or rivals names them rightly.
_RIGHTLY: Final = re.compile(
    r"\b(?:berbatasan|batas|perbatasan|sebelah|bertetangga|tetangga|kerja\s*sama|bekerja\s*sama|(?!sebanding)\w*banding\w*|studi|kunjungan|"
    r"lomba|juara|peringkat|antara?(?!\s+lain)|kecamatan\s+lain\w*|lebih\s+(?:besar|kecil|tinggi|rendah|banyak|sedikit)|"
    r"pindah|pemekaran|dimekarkan|bersama-sama|pesertanya?|tuan\s+rumah|"
    r"lahir|alamat|jalan|jl|universitas|berbeda|tidak\s+sama|bukan|mengungsi|undangan|rujukan|kerabat|sebelumnya|mantan|mutasi|"
    r"tertinggi|terendah|terbaik|serupa|lawan|atlet|korban|narasumber|"
    r"dan\s+sekitarnya|pada\s+(?:tahun|acara|saat|waktu|hari|kesempatan)\s+yang\s+sama|"
    r"bagian\s+(?:utara|selatan|timur|barat))\b",
    re.IGNORECASE,
)
#: Right before a name: where somebody comes from, goes to, or with whom something is done.
_WITH: Final = re.compile(
    r"(?:\byang\s+(?:berada|terletak|berlokasi|beralamat|berkedudukan)\s+di|"
    # "Masyarakat yang datang ke Kantor Kecamatan …" come to this office.
    r"\b(?:(?<!masyarakat yang datang )(?<!warga yang datang )(?<!pemohon yang datang )ke|"
    r"(?<!bersumber )dari|dengan|bersama|antara|melalui|menuju|asal|daripada|"
    r"(?:(?:desa|kelurahan)\s+[^\W\d_]+(?:\s+[^\W\d_]+)?)))"
    r"[\s,]*(?:(?:camat|kantor|pemerintah|warga|masyarakat|pihak)\s+)*$",
    re.IGNORECASE,
)
#: Right before a name: what is somewhere else; "di wilayah" is said of what is done.
_PLACE_IN: Final = re.compile(
    r"\b(?:pasar|terminal|stasiun|rumah\s+sakit|RSUD|RSD|puskesmas|polsek|koramil|pabrik|pelabuhan|pantai)\b[^,.;]{0,20}\bdi\s*$",
    re.IGNORECASE,
)
#: Right behind a name: what another area does for this one or beside it.
_HELPS: Final = re.compile(
    r"\s+(?:telah\s+)?(?:(?:juga|turut|ikut)\s+\w+|mengirim\w*|membantu|menyumbang\w*|menerjunkan|meminjam\w*|menawarkan|"
    r"bergabung|mengundang)\b",
    re.IGNORECASE,
)
#: What a kecamatan is called in an office; a name behind it is the name of a kecamatan.
_AREA: Final = r"(?:Kecamatan|Kec\.?|Distrik|Kapanewon|Kemantren)"
_OFFICE: Final = (
    r"(?:Camat|Kantor\s+Camat|Kantor\s+Kecamatan|Pemerintah\s+Kecamatan|OPD\s+Kecamatan|"
    r"masyarakat|warga|wilayah)"
)


@check(
    "nama-kecamatan",
    rule="R-name",
    basis="Laporan menyebut kecamatannya sendiri; kecamatan lain hanya sebagai batas, mitra, atau pembanding.",
    example="Rekomendasi hasil koordinasi di Kecamatan Arjasa dalam laporan Kecamatan Umbulsari.",
    reads=("passages", "around", *PARTS),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def no_other_kecamatan_is_left_in(year: CheckedYear) -> Found:
    """No sentence speaks of another kecamatan of the kabupaten as if it were this one."""
    around = year.around or Surroundings()
    own = year.snapshot.kecamatan
    pattern = _neighbour_pattern(own, around)
    if pattern is None:
        return
    neighbours = "|".join(re.escape(area.nama) for area in around.neighbours if area.nama != own.nama)
    others = re.compile(rf"\s*(?:,|,?\s*\b(?:dan|serta))\s+(?:{neighbours})\b", re.IGNORECASE)
    for passage, text in _spoken(year, pattern):
        if len({found["name"].casefold() for found in pattern.finditer(text)}) > 1:
            continue  # a list of others, of which none was left in
        for found in pattern.finditer(text):
            if _named(own, text, found) and not (
                _WITH.search(text, 0, found.start())
                or (found[0][:7].casefold() != "wilayah" and _PLACE_IN.search(text, 0, found.start()))
                or _names_own_village(own, text, found.start())
                or others.match(text, found.end())
                or _HELPS.match(text, found.end())
            ):
                name = found["name"]
                yield (
                    passage.place,
                    Said(
                        f"“{found[0]}” adalah kecamatan lain. Seharusnya {own.sebutan} {own.nama}?",
                        name,
                        own.nama,
                    ),
                )


@check(
    "nama-desa",
    rule="R-name",
    basis="Laporan menyebut desa dan kelurahannya sendiri.",
    example="Desa Sumberejo di Kecamatan Ambulu disebut sebagai desa Jombang.",
    reads=("passages", "around", *PARTS),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def no_village_of_another_kecamatan_is_left_in(year: CheckedYear) -> Found:
    """No desa or kelurahan of another kecamatan stands where those of this one do."""
    around = year.around or Surroundings()
    own = {d.nama.casefold() for d in year.snapshot.kecamatan.desa}
    others = {desa.casefold(): area.nama for area in around.neighbours for desa in area.desa}
    strange = {name: area for name, area in others.items() if name not in own}
    if not strange or not own:
        return
    names = "|".join(re.escape(name) for name in sorted(strange, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:Desa|Kelurahan|Ds\.|Kel\.)\s+(?P<name>{names})\b", re.IGNORECASE)
    for passage in every_text(year):
        for sentence in sentences(passage.text):
            if names_rightly(sentence.text):
                continue
            for found in pattern.finditer(sentence.text):
                area = strange[found["name"].casefold()]
                yield (
                    passage.place,
                    Said(f"{found[0]} termasuk Kecamatan {area}. Periksa nama desanya.", found[0], ""),
                )


@check(
    "nama-kabupaten",
    rule="R-name",
    basis="Laporan menyebut kabupaten atau kotanya sendiri.",
    example="Kabupaten Camaru dalam laporan kecamatan di Kabupaten Jember.",
    reads=("passages", "around", "jabatan", *PARTS),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def no_other_kabupaten_is_left_in(year: CheckedYear) -> Found:
    """No sentence speaks of another kabupaten as if it were this one."""
    kabupaten = year.snapshot.kecamatan.kabupaten
    own = _comparable(kabupaten.nama)
    people = {word for holder in year.snapshot.jabatan for word in _comparable(holder.nama).split()}
    where = re.compile(
        rf"(?<=\b{re.escape(year.snapshot.kecamatan.nama)}\b)(?P<is>[^.;,]*)\bbagian\s+[^\W\d_]+(?=\s+(?:Kabupaten|Kab\.))"
    )
    for passage, text in _spoken(year, _KABUPATEN, where):
        for found in _KABUPATEN.finditer(text):
            name = found["name"]
            if (
                _comparable(name).startswith(own)
                or _comparable(name).split()[0] in _NO_NAMES
                or _FOUNDED.search(text, 0, found.start())
                or own.startswith(_comparable(name))
            ):
                continue
            if (
                _HELPS.match(text, found.end())
                or _WITH.search(text, 0, found.start())
                or people.intersection(_comparable(name).split())
            ):
                continue
            expected = f"{kabupaten.sebutan} {kabupaten.nama}"
            yield (
                passage.place,
                Said(f"“{found[0]}” adalah daerah lain. Seharusnya {expected}?", found[0], expected),
            )


#: Before a name in the title of a law: "tentang Pembentukan Daerah-Daerah Kabupaten dalam Lingkungan …".
_FOUNDED: Final = re.compile(r"\b(?:pembentukan|mengubah\s+undang-undang)\b[^.;]*$", re.IGNORECASE)
_KABUPATEN: Final = re.compile(
    r"\b(?:Kabupaten|KABUPATEN|Kab\.|Bupati|BUPATI|(?:Pemerintah|APBD|DPRD|Wali)\s+Kota)\s+"
    r"(?P<name>[A-Z][A-Za-z]+(?:\s+[A-Z][a-z]+)?)\b"
)
#: Words that follow "Kabupaten" in titles and are no name.
_NO_NAMES: Final = frozenset(
    {
        "kota",
        "dan",
        "tahun",
        "daerah",
        "layak",
        "sehat",
        "yang",
        "serta",
        "atau",
        "se",
        "pada",
        "induk",
        "tersebut",
        *(
            "nomor",
            "tentang",
            "melalui",
            "selaku",
            "cq",
            "terpilih",
            "wakil",
            "bersama",
            "untuk",
            "dalam",
            "dengan",
        ),
        *(
            "telah",
            "akan",
            "sebagai",
            "tanggal",
            "beserta",
            "agar",
            "dalam",
            "lain",
            "lainnya",
            "oleh",
            "kepada",
        ),
    }
)


def names_rightly(text: str) -> bool:
    """Whether a sentence names neighbours, partners, rivals, borders or addresses: other names stand there rightly."""
    return _RIGHTLY.search(text) is not None


def _spoken(
    year: CheckedYear, pattern: re.Pattern[str], where: re.Pattern[str] | None = None
) -> Iterator[tuple[Passage, str]]:
    """The sentences that name no neighbour rightly, of the texts in which the pattern is found at all. ``where`` finds
    what tells where the kecamatan itself lies, which is no reason to name another area."""
    for passage in every_text(year):
        for sentence in sentences(passage.text) if pattern.search(passage.text) else ():
            if not names_rightly(where.sub(r"\g<is>", sentence.text) if where else sentence.text):
                yield passage, sentence.text


def _neighbour_pattern(own: Kecamatan, around: Surroundings) -> re.Pattern[str] | None:
    villages = {d.nama.casefold() for d in own.desa}
    names = [
        area.nama
        for area in around.neighbours
        if area.nama.casefold() not in {own.nama.casefold(), own.kabupaten.nama.casefold()} | villages
    ]
    if not names:
        return None
    any_name = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"\b(?:{_AREA}|{_OFFICE}(?:\s+{_AREA})?)\s+(?P<name>{any_name})\b(?!\s+(?:Kidul|Lor|Wetan|Kulon|Timur|Barat))",
        re.IGNORECASE,
    )


def _named(own: Kecamatan, text: str, found: re.Match[str]) -> bool:
    """Whether the name is written as a name, and not after the own kecamatan in a list of several."""
    listed = re.search(
        rf"\b{re.escape(own.nama)}\s*(?:,|dan|serta)\s*$", text[: found.start()], re.IGNORECASE
    )
    follows = re.match(
        rf"\s*(?:,|dan|serta)\s+(?:{_OFFICE}\s+|{_AREA}\s+)*{re.escape(own.nama)}\b",
        text[found.end() :],
        re.IGNORECASE,
    )
    return found["name"][:1].isupper() and not listed and not follows


def _names_own_village(own: Kecamatan, text: str, at: int) -> bool:
    """Whether a desa of the kecamatan is named elsewhere in the sentence: then the other one is no slip for it."""
    villages = "|".join(re.escape(d.nama) for d in own.desa)
    found = re.search(rf"\b(?:desa|kelurahan)\s+(?:{villages})\b", text, re.IGNORECASE) if villages else None
    return found is not None and (found.start() > at or text[found.end() : at].strip(" ,") != "")


def _comparable(name: str) -> str:
    return " ".join(name.casefold().split())

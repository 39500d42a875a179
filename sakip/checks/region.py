"""Checks about who and where."""

from __future__ import annotations

from itertools import combinations

from kecamatan.areas import own_words
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Place
from sakip.checks.places import place_of
from sakip.snapshot.types import MasaJabatan, Pejabat
from sakip.text.dates import format_tanggal
from sakip.text.numbers import format_angka

#: Who acts on days on which the holder is away, by status: his own term goes on.
_ACTING = frozenset({"pjs", "plh"})


@check(
    "unit-sampai-camat",
    rule="R-sign",
    basis="Susunan organisasi kecamatan berujung pada camat (PP Nomor 17 Tahun 2018).",
    example="Seksi Pemerintahan di bawah Seksi Pelayanan, dan sebaliknya.",
    reads=("kecamatan",),
    kinds=("unit-kerja",),
)
def units_lead_to_the_camat(year: CheckedYear) -> Found:
    """Going up from a unit kerja ends at the camat, not in a circle."""
    units = {u.kunci: u for u in year.snapshot.kecamatan.unit_kerja}
    for unit in units.values():
        passed = set()
        above = unit
        while above.induk in units and above.kunci not in passed:
            passed.add(above.kunci)
            above = units[above.induk]
        if above.kunci in passed:
            yield (
                place_of("unit-kerja", unit, "induk", words=f"unit kerja {unit.nama}", kunci=unit.kunci),
                "Susunan atasannya melingkar. Perbaiki atasan langsungnya.",
            )


@check(
    "masa-jabatan-tidak-bertindih",
    rule="R-sign",
    basis="Satu jabatan dipegang satu orang pada satu waktu.",
    example="Dua camat menjabat pada bulan yang sama.",
    reads=("jabatan",),
    kinds=("pejabat", "kepala-daerah"),
)
def terms_do_not_overlap(year: CheckedYear) -> Found:
    """One office is held by one person at a time, and one acts for its holder; who signs a.n. holds another."""
    by_office: dict[tuple[str, str, bool], list[tuple[Pejabat, MasaJabatan]]] = {}
    for holder in year.snapshot.jabatan:
        if (term := holder.masa) is not None and term.status != "an":
            office = (term.jabatan, term.wilayah, term.status in _ACTING)
            by_office.setdefault(office, []).append((holder, term))
    for terms in by_office.values():
        for (earlier, first), (later, second) in combinations(terms, 2):
            if first.sampai is None or first.sampai >= second.mulai:
                yield (
                    place_of(
                        "kepala-daerah" if second.jabatan == "bupati" else "pejabat",
                        second,
                        "mulai",
                        words=f"masa jabatan {later.nama}, {later.jabatan}",
                        nama=later.nama,
                        mulai=str(second.mulai),
                    ),
                    f"Bertindih dengan {earlier.nama}, {earlier.jabatan} sejak {format_tanggal(first.mulai)}. "
                    f"{_remedy(first, second)}",
                )


def _remedy(first: MasaJabatan, second: MasaJabatan) -> str:
    """How two terms are parted: the last day of an office counts, so the next begins on the day after."""
    if first.sampai is None:
        return "Isi akhir masa jabatan yang terdahulu."
    return (
        f"Yang terdahulu tercatat sampai dengan {format_tanggal(first.sampai)}; mulai sehari sesudahnya, atau"
        f" akhiri yang terdahulu sebelum {format_tanggal(second.mulai)}."
    )


@check(
    "penduduk-menjumlah",
    rule="R-sum",
    basis="Penjumlahan.",
    example="56.439 laki-laki dan 28.344 perempuan, sedangkan penduduknya 56.439.",
    reads=("profil",),
    kinds=("profil",),
)
def population_adds_up(year: CheckedYear) -> Found:
    """Laki-laki and perempuan add up to the population, where all three are known."""
    p = year.snapshot.profil
    if p is None or p.penduduk is None or p.penduduk_laki_laki is None or p.penduduk_perempuan is None:
        return
    total = p.penduduk_laki_laki + p.penduduk_perempuan
    if p.penduduk != total:
        here, men, women = map(format_angka, (p.penduduk, p.penduduk_laki_laki, p.penduduk_perempuan))
        yield (
            place_of("profil", p, "penduduk", words="profil"),
            Said(
                f"Penduduk {here} jiwa bukan jumlah {men} laki-laki dan {women} perempuan. Periksa ketiganya.",
                f"{here} jiwa",
                f"{format_angka(total)} jiwa",
            ),
        )


@check(
    "jumlah-desa-resmi",
    rule="R-count",
    basis="Kode dan data wilayah administrasi pemerintahan menurut Kemendagri.",
    example="Tujuh desa dicatat, sedangkan Kemendagri mencatat enam.",
    reads=("kecamatan",),
    kinds=("desa",),
    level=Level.PERINGATAN,
)
def villages_are_as_many_as_counted(year: CheckedYear) -> Found:
    """The desa and kelurahan listed are as many as Kemendagri counts."""
    kecamatan = year.snapshot.kecamatan
    recorded, official = len(kecamatan.desa), kecamatan.jumlah_resmi
    if recorded and official is not None and recorded != official:
        words = own_words("desa/kelurahan", kecamatan)
        yield (
            Place(kind="desa", words=own_words("desa", kecamatan)),
            Said(
                f"Tercatat {recorded} {words}; menurut Kemendagri {official}. Periksa daftarnya.",
                str(recorded),
                str(official),
            ),
        )


@check(
    "pegawai-sama-banyak",
    rule="R-count",
    basis="Setiap pegawai ASN mempunyai satu golongan dan satu pendidikan.",
    example="Menurut golongan 12 orang ASN, menurut pendidikan 13.",
    reads=("sdm",),
    kinds=("sdm",),
    level=Level.PERINGATAN,
)
def tables_of_people_count_alike(year: CheckedYear) -> Found:
    """As many ASN have a golongan as have a schooling; who holds an office is only some of them."""
    counts = {
        table: sum(row.asn for row in year.snapshot.sdm if row.kelompok == table and row.asn is not None)
        for table in ("golongan", "pendidikan")
    }
    golongan, pendidikan = counts.values()
    if golongan and pendidikan and golongan != pendidikan:
        yield (
            Place(kind="sdm", column="asn", words="tabel pegawai"),
            Said(
                f"Menurut golongan {golongan} orang ASN, menurut pendidikan {pendidikan}. Periksa kedua tabelnya.",
                str(golongan),
                str(pendidikan),
            ),
        )

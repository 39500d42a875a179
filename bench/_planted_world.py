"""What the records of a report say, as people would write it, right and wrong: the fields of the forms."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bench._planted_fixed import fixed
from bench._planted_writing import (
    MONEY,
    Words,
    broken_money,
    count,
    dots,
    letter,
    number,
    percent,
    rupiah,
    spelled,
)
from kecamatan.nip import format_nip
from reports.publish.naskah import Naskah
from sakip.capaian.results import IndikatorResult, Results, SasaranResult, Serapan, walk_rows
from sakip.capaian.values import Kategori
from sakip.checks.material import Surroundings
from sakip.snapshot.types import Snapshot
from sakip.text.in_words import terbilang

D = Decimal
_FIELD: Final = re.compile(r"\[([\w+-]+)\]|<([\w+-]+)>")
_UP: Final = ("kenaikan", "peningkatan")
_RISES: Final = ("meningkat", "naik", "mengalami peningkatan", "mengalami kenaikan")
_FALLS: Final = ("menurun", "turun", "mengalami penurunan")
_STAYS: Final = ("tetap", "tidak berubah")
_FOREIGN: Final = ("Amat Baik", "Sangat Tinggi", "Tinggi", "Istimewa", "Sangat Efektif")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a form can be filled about: its fields, and the kunci of the narrative about it."""

    kunci: str
    sasaran: bool
    fields: dict[str, Words]


@dataclass(frozen=True, slots=True)
class World:
    """A report with what its forms can be filled with."""

    name: str
    naskah: Naskah
    around: Surroundings
    subjects: tuple[Subject, ...]


def world_of(name: str, naskah: Naskah, around: Surroundings) -> World:
    """The fields of a report: of the year, and with them those of each sasaran, indikator and program.

    Raises ValueError where nothing was measured.
    """
    snapshot, results = naskah.snapshot, naskah.results
    if results is None:
        raise ValueError(f"{name}: tidak ada yang diukur")
    year = _year(snapshot, results, around)
    subjects = [Subject("", False, year)]
    for sasaran in results.sasaran:
        subjects.append(Subject(sasaran.kunci, True, year | _sasaran(sasaran, results)))
        for one in sasaran.indikator:
            subjects.append(Subject(one.kunci, False, year | _indikator(one, results)))
    for row, _ in walk_rows(results.anggaran.program):
        if row.kode and row.tingkat == "program":
            subjects.append(Subject("", False, year | _money("program", row.nama, row.serapan)))
    return World(name, naskah, around, tuple(subjects))


def can_fill(form: str, subject: Subject) -> bool:
    """Whether a subject has every field of a form."""
    return all((a or b) in subject.fields for a, b in _FIELD.findall(form))


def filled(form: str, subject: Subject, choose: random.Random) -> Iterator[tuple[str, str]]:
    """The right sentence, then one with each of the marked fields wrong: the text, and the field ("" for the right)."""
    names = [a or b for a, b in _FIELD.findall(form)]
    if not can_fill(form, subject):
        return
    marked = [match[2] for match in _FIELD.finditer(form) if match[2]]
    chosen = {
        name: choose.choice(subject.fields[name].right)
        for name in dict.fromkeys(names)
        if subject.fields[name].right
    }
    if all(name in chosen for name in names):
        yield _put(form, chosen), ""
    for spoiled in marked:
        if subject.fields[spoiled].wrong and all(n in chosen for n in names if n != spoiled):
            yield _put(form, chosen, {spoiled: choose.choice(subject.fields[spoiled].wrong)}), spoiled


def _put(form: str, right: dict[str, str], wrong: dict[str, str] | None = None) -> str:
    """The form with its fields filled; a marked one with what is wrong, where that is given."""

    def put(match: re.Match[str]) -> str:
        return (wrong or {}).get(match[2]) or right[match[1] or match[2]]

    return _FIELD.sub(put, form)


# -- the year -----------------------------------------------------------------------------------------


def _year(snapshot: Snapshot, results: Results, around: Surroundings) -> dict[str, Words]:
    n, own = snapshot.tahun, snapshot.kecamatan
    total, scale = results.anggaran.total, results.kebijakan.skala.kategori
    fields = {
        "n": Words((str(n),)),
        "n-1": Words((str(n - 1),)),
        "n-2": Words((str(n - 2),)),
        "n+1": Words((str(n + 1),)),
        "kecamatan": Words((own.nama, own.nama.upper())),
        "kabupaten": Words((own.kabupaten.nama,)),
        "kode": Words((own.kode,), tuple(a.kode for a in around.neighbours)),
        "tahun": Words((str(n),), (str(n - 2), str(n - 3), str(n + 2))),
        "tahun_akhir": Words((str(n),), (str(n - 3), str(n - 2))),
        "tahun_kolom": Words((str(n),), (str(n + 1), str(n + 2))),
        "lalu_tahun": Words((str(n - 1),), (str(n - 2), str(n - 3))),
        "depan": Words((str(n + 1),), (str(n), str(n - 1))),
        "mean": percent(results.rerata.nilai),
        "asing": Words((), _FOREIGN),
        **_total(total),
        **_counts(snapshot, results),
        **_names(snapshot, around),
        **_laws(snapshot, around),
        **_broken(n),
        **fixed(),
    }
    if results.rerata.kategori:
        fields["predikat_mean"] = _predikat(results.rerata.kategori, scale)
    renstra = [(r.tahun_awal, r.tahun_akhir) for r in snapshot.renstra]
    if renstra:
        first, last = renstra[0]
        wrong = tuple(
            f"{a}{b}{c}"
            for a, b, c in ((first + 2, "-", last), (first, " - ", last - 1), (first - 5, " s.d. ", last - 5))
        )
        fields["renstra"] = Words(
            tuple(f"{first}{dash}{last}" for dash in ("-", " - ", "–", " s.d. ")), wrong
        )
    before = next((b for b in results.anggaran.lalu if b.tahun == n - 1), None)
    if before and before.selisih:
        right, wrong = (_UP, ("penurunan",)) if before.selisih > 0 else (("penurunan",), _UP)
        fields["kenaikan_serapan"] = Words(right, wrong)
    return fields


def _total(total: Serapan) -> dict[str, Words]:
    fields = {
        "pagu": rupiah(total.pagu),
        "spent": rupiah(total.realisasi),
        "serapan": percent(total.nilai),
    }
    if total.pagu and total.realisasi and total.nilai:
        fields |= {
            "pagu_kata": spelled(total.pagu),
            "spent_kata": spelled(total.realisasi),
            "spent_rusak": Words(rupiah(total.realisasi).right, broken_money(total.realisasi)),
            "pagu_ribu": Words(
                rupiah(total.pagu).right, tuple(m.format(dots(total.pagu) + ".000") for m in MONEY)
            ),
            "serapan_rusak": Words(percent(total.nilai).right, (f"{total.nilai} %", f"{total.nilai}%")),
        }
    return fields


def _counts(snapshot: Snapshot, results: Results) -> dict[str, Words]:
    renstra, pk, measured = snapshot.renstra, snapshot.pk_in_force, results.sasaran
    rows = [row for row, _ in walk_rows(results.anggaran.program) if row.kode]
    own = snapshot.kecamatan
    tables = [[r for r in snapshot.sdm if r.kelompok == t] for t in {r.kelompok for r in snapshot.sdm}]
    counted = {
        "sasaran_n": len(measured),
        "indikator_n": sum(len(s.indikator) for s in measured),
        "jumlah_indikator": sum(len(s.indikator) for s in measured),
        "tujuan_n": len(renstra[-1].tujuan) if renstra else 0,
        "program_n": sum(r.tingkat == "program" for r in rows) if pk else 0,
        "kegiatan_n": sum(r.tingkat == "kegiatan" for r in rows),
        "asn_n": max((sum(r.asn or 0 for r in table) for table in tables), default=0),
        "non_asn_n": max((sum(r.non_asn or 0 for r in table) for table in tables), default=0),
        "desa_n": own.jumlah_desa or sum(d.jenis == "desa" for d in own.desa),
    }
    return {name: count(many) for name, many in counted.items() if many}


def _names(snapshot: Snapshot, around: Surroundings) -> dict[str, Words]:
    own = snapshot.kecamatan
    villages = {d.nama for d in own.desa}
    others = tuple(a.nama for a in around.neighbours if a.nama not in villages)
    fields = {
        "tetangga": Words((own.nama,), others),
        "tetangga_benar": Words(others),
        "kecamatan_asing": Words((own.nama,), ("Sukamaju", "Tanjungsari", "Mekarjaya", "Purwasari Wetan")),
        "TETANGGA": Words((own.nama.upper(),), tuple(name.upper() for name in others)),
        "kabupaten_lain": Words((own.kabupaten.nama,), ("Banyuwangi", "Lumajang", "Bondowoso", "CAMARU")),
        "aceh": Words((), ("Mukim", "mukim", "Imeum Mukim", "Gampong", "Keuchik", "Tuha Peut")),
    }
    desa = tuple(v for a in around.neighbours for v in a.desa if v not in villages)
    if villages and desa:
        fields["desa_lain"] = Words(tuple(villages), desa)
    if villages and len(own.desa) == own.jumlah_resmi:
        unknown = tuple(
            name for name in ("Pontang", "Andongsari", "Sabrang", "Tegalsari") if name not in desa
        )
        fields["desa_asing"] = Words(tuple(sorted(villages)), unknown)
    if villages:
        fields["desa"] = Words(tuple(sorted(villages)))
    if own.desa_kinds == ("desa",):
        fields["lurah"] = Words(
            ("para Kepala Desa", "Kepala Desa"),
            ("para lurah", "Lurah Kepatihan", "para Lurah", "Kelurahan Sumbersari"),
        )
    camat = [h for h in snapshot.jabatan if h.nip and h.jabatan.startswith("Camat")]
    for holder in camat[-1:]:
        nip = holder.nip
        slips = (
            nip[:4] + ("11" if nip[4:6] != "11" else "10") + nip[6:],
            nip[:-1] + str((int(nip[-1]) + 1) % 10),
        )
        spaced = (f"{nip[:8]}-{nip[8:14]} {nip[14]} {nip[15:]}", format_nip(nip), nip)
        wrong = (*(format_nip(slip) for slip in slips), *slips, nip[:-1], f"{nip[:4]}13{nip[6:]}")
        fields |= {"camat": Words((holder.nama,)), "nip": Words(spaced, wrong)}
    return fields


def _laws(snapshot: Snapshot, around: Surroundings) -> dict[str, Words]:
    """Regulations of the reference that are in force, cited with their year and with another; and revoked ones."""
    fields: dict[str, Words] = {}
    tahun = snapshot.tahun
    cited = re.compile(r"^(?P<kind>.+?) Nomor (?P<nomor>\d+) Tahun (?P<tahun>\d{4}) tentang (?P<tentang>.+)$")
    known = [(found, one) for one in around.peraturan if (found := cited.match(one.sebutan))]
    numbers = [(f["kind"], f["nomor"]) for f, _ in known]
    in_force = [
        f
        for f, one in known
        if (one.berlaku_sampai is None or one.berlaku_sampai >= tahun)
        and numbers.count((f["kind"], f["nomor"])) == 1
    ]
    for found in in_force:
        if found["nomor"] != "53":
            continue
        right, wrong = [], []
        for kind in (
            found["kind"],
            "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
            "Permen PAN-RB",
            "Permenpan RB",
            "PermenPANRB",
            "Peraturan Menteri PAN dan RB",
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Republik Indonesia",
        ):
            for cited_as in ("Nomor 53", "Nomer 53", "No. 53", "Nomor : 53", "No 53"):
                for word in ("Tahun", "tahun"):
                    right.append(f"{kind} {cited_as} {word} {found['tahun']}")
                    wrong.append(f"{kind} {cited_as} {word} {int(found['tahun']) + 1}")
        fields["peraturan"] = Words(tuple(right), tuple(wrong))
        fields["tentang"] = Words(
            ("tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu",)
        )
    short = [f for f in in_force if f["nomor"] != "53" and len(f["kind"]) < 40]
    fields["peraturan_pendek"] = Words(
        tuple(f[0] for f in short),
        tuple(f[0].replace(f"Tahun {f['tahun']}", f"Tahun {int(f['tahun']) - 1}") for f in short),
    )
    revoked = tuple(
        f"{f['kind']} Nomor {f['nomor']} Tahun {f['tahun']}"
        for f, one in known
        if one.berlaku_sampai and one.berlaku_sampai < tahun
    )
    fields["dicabut"] = Words(
        tuple(f"{f['kind']} Nomor {f['nomor']} Tahun {f['tahun']}" for f in short), revoked
    )
    return fields


def _broken(tahun: int) -> dict[str, Words]:
    """What is left open, cut off or written so that nobody can read it."""
    return {
        "titik": Words(("2.000.000",), ("..........", "……", "___________", "…….", ". . . . . .")),
        "nihil": Words((" data penduduk.",), (" (Nihil)", "(Nihil) Yang disebabkan(Nihil)", " ( nihil )")),
        "kosong": Words(("12",), (" ", "  ", "\u00a0")),
        "tanggal": Words(
            (f"21 Februari {tahun + 1}", f"3 Januari {tahun + 1}"),
            (f"Januari {tahun + 1}", f"Februari {tahun + 1}"),
        ),
        "terpotong": Words((".",), (" dan", " yang", " sebesar", " karena", " dari", " untuk")),
        "pilihan": Words((" meningkat ",), (" naik/turun ", " meningkat/menurun ", " naik/ turun ")),
        "kurung": Words((" Camat ",), (" ( ) ", " (      ) ", " [ ] ")),
        "angka_hilang": Words(("3 ",), ("jumlah ", "..... ")),
        "rupiah_rusak": Words(
            ("Rp. 9.230.400,-", "Rp 268.085.000"),
            ("Rp 9.23.268.085", "Rp. 12.5000.000,-", "Rp 337.369.33,-", "Rp. 1.234.56.789"),
        ),
        "persen_rusak": Words(("94,60 %", "75,5%"), ("94.60 %", "75.5%", "99.8 %", "88.40%")),
        "beda_kata": Words(
            tuple(f"{n} ({terbilang(n)})" for n in (2, 12, 24)),
            ("2 (tiga)", "12 (dua puluh)", "5 (Enam)", "24 (dua puluh lima)", "8(tujuh)"),
        ),
    }


# -- a subject ----------------------------------------------------------------------------------------


def _indikator(one: IndikatorResult, results: Results) -> dict[str, Words]:
    capaian = one.capaian
    fields = {"indikator": Words(tuple(_spellings(one.nama)))}
    if capaian.target and capaian.target.huruf and one.realisasi and one.realisasi.huruf:
        fields["huruf"], fields["huruf_target"] = letter(one.realisasi.huruf), letter(capaian.target.huruf)
    if capaian.nilai is None:
        return fields
    unit = "%" if one.satuan == "%" else ""
    fields["capaian"] = percent(capaian.nilai)
    fields["realisasi"] = number(one.realisasi.angka if one.realisasi else None, unit)
    fields["target"] = number(capaian.target.angka if capaian.target else None, unit)
    if not fields["target"].right:
        fields.pop("target")
    if not fields["realisasi"].right:
        fields.pop("realisasi")
    scale = results.kebijakan.skala.kategori
    if capaian.kategori and "target" in fields:
        fields["predikat"] = _predikat(capaian.kategori, scale)
        upper = fields["predikat"]
        fields["PREDIKAT"] = Words(tuple(map(str.upper, upper.right)), tuple(map(str.upper, upper.wrong)))
    if capaian.letak is not None and "target" in fields:
        fields["letak"] = _letak(capaian.letak)
        yes, no = ("Tercapai", "tercapai"), ("Tidak tercapai", "Belum Tercapai", "di bawah target")
        fields["tercapai"] = Words(yes, no) if capaian.letak >= 0 else Words(no, yes)
    before = next((p for p in one.perubahan if p.tahun == results.tahun - 1), None)
    if before and before.selisih_realisasi is not None and "realisasi" in fields:
        if before.realisasi and before.realisasi.angka is not None:
            fields["lalu"] = number(before.realisasi.angka, unit)
        fields |= _moves(before.selisih_realisasi)
        moved = fields["naik"]
        fields["Naik"] = Words(
            tuple(w.capitalize() for w in moved.right if " " not in w),
            tuple(w.capitalize() for w in moved.wrong if " " not in w),
        )
    return fields


def _moves(change: Decimal) -> dict[str, Words]:
    if change > 0:
        return {
            "kenaikan": Words(_UP, ("penurunan",)),
            "naiknya": Words(_UP),
            "naik": Words(_RISES, (*_FALLS, *_STAYS)),
        }
    if change < 0:
        return {
            "kenaikan": Words(("penurunan",), _UP),
            "naiknya": Words(("penurunan",)),
            "naik": Words(_FALLS, (*_RISES, *_STAYS)),
        }
    return {"naik": Words(_STAYS, (*_RISES, *_FALLS))}


def _letak(letak: int) -> Words:
    above = ("diatas target", "melampaui target", "melebihi target", "di atas target")
    below = (
        "dibawah target",
        "di bawah target",
        "belum mencapai target",
        "kurang dari target",
        "tidak mencapai target",
    )
    equal = ("sesuai target", "sesuai dengan target", "sama dengan target", "mencapai target")
    return {1: Words(above, below), -1: Words(below, above), 0: Words(equal, above + below)}[letak]


def _sasaran(one: SasaranResult, results: Results) -> dict[str, Words]:
    fields = {"sasaran": Words((one.uraian, f"“{one.uraian}”", one.uraian.lower()))}
    fields |= {
        "mean_sasaran": percent(one.rerata.nilai if one.rerata.complete else None),
        "pagu_sasaran": rupiah(one.anggaran.pagu),
        "spent_sasaran": rupiah(one.anggaran.realisasi),
        "serapan_sasaran": percent(one.anggaran.nilai),
    }
    if one.rerata.kategori:
        fields["predikat_sasaran"] = _predikat(one.rerata.kategori, results.kebijakan.skala.kategori)
    if one.efisiensi.efisien is not None:
        yes, no = (
            ("sudah efisien", "cukup efisien", "efisien"),
            ("tidak efisien", "belum efisien", "kurang efisien"),
        )
        yes, no = (yes, no) if one.efisiensi.efisien else (no, yes)
        fields["efisien"] = Words(yes, no)
        fields["Efisien"] = Words(
            (yes[-1].capitalize(),), (no[0].capitalize() if not one.efisiensi.efisien else "Tidak Efisien",)
        )
        if not one.efisiensi.efisien:
            fields["Efisien"] = Words(("Tidak Efisien",), ("Efisien",))
    return {name: words for name, words in fields.items() if words.right}


def _money(kind: str, nama: str, serapan: Serapan) -> dict[str, Words]:
    fields = {
        "program": Words(
            (nama, nama.title().replace(" Dan ", " dan "), nama.replace("Program ", "program ", 1))
        ),
        "pagu_program": rupiah(serapan.pagu),
        "spent_program": rupiah(serapan.realisasi),
        "serapan_program": percent(serapan.nilai),
    }
    if serapan.pagu:
        fields["pagu_program_kata"] = spelled(serapan.pagu)
        fields["pagu_program_rusak"] = Words(fields["pagu_program"].right, broken_money(serapan.pagu))
    return {name: words for name, words in fields.items() if words.right}


def _spellings(nama: str) -> Iterator[str]:
    yield nama
    yield nama.lower() if len(nama) > 5 else nama
    if nama.startswith("Persentase"):
        yield nama.replace("Persentase", "Prosentase", 1)
    if nama == "IKM":
        yield from ("Indeks Kepuasan Masyarakat", "Indeks Kepuasan Masyarakat (IKM)", "nilai IKM")
    if "(SKM)" in nama:
        yield from ("SKM", "nilai Survei Kepuasan Masyarakat", "Survey Kepuasan Masyarakat (SKM)")


def _predikat(right: Kategori, scale: tuple[Kategori, ...]) -> Words:
    others = tuple(k.label.partition(" (")[0] for k in scale if k != right)
    return Words((right.label.partition(" (")[0],), others)

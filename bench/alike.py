"""How many generated sentences the LKIPs of one kabupaten share, beyond names and numbers.

    script/bench alike                   the worst and the median pair of 31 kecamatan, for each contoh
    script/bench alike --kalimat 20      and the sentences that most of them share

The plan of a contoh stands under every kecamatan of its kabupaten, which is the hardest case (all promise the same
indikator), each with values of its own; no narrative, for that is not generated. The first contoh stands there once
more with what none of them has (an evaluation, a survey, means, a review), the same in all 31. What is counted are the
sentences that follow from the records. Not counted, because they are the same by intent:

- the form of the report, which a kabupaten decides once for all: what the law says, why the report exists, how it is
  laid out, by which rules it measures (:data:`FORM`), and the documents in the appendices, whose words are prescribed;
- headings, captions, source lines, cells, the lines that say what the marks of a table mean or where the whole of it
  stands ("Keterangan: …", "Selengkapnya: …"), and notes that people wrote.

A sentence is compared after every name, every text that people entered and every number in it was blanked.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from random import Random
from statistics import median
from typing import Any, Final

from bench._site import own_process
from reports.document.numbering import traverse
from reports.document.plain_text import plain_text
from reports.document.tree import Block, ItemList, ParagraphBlock
from reports.lkip.lkip import lkip
from reports.publish.naskah import Naskah, ReviewFollowUp
from sakip.snapshot.codec import to_plain
from sakip.text.reading.sentences import sentences

CONTOH: Final = (("Jombang", 2023), ("Balung", 2020), ("Umbulsari", 2021))
KECAMATAN: Final = 31
#: Parts that every report of a kabupaten words alike, by their key.
FORM: Final = frozenset(
    [
        "kata-pengantar",
        "latar-belakang",
        "dasar-hukum",
        "maksud-tujuan",
        "kedudukan",
        "sistematika",
        "kerangka-pengukuran",
    ]
)
_NUMBER: Final = re.compile(r"−?(?:Rp)?\d[\d.,]*%?(?: \([a-z ]+\))?")
#: Numbers in words, where a sentence says them without digits.
_SPELLED: Final = re.compile(r"\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b")
_QUOTED: Final = re.compile(r"“[^”]*”")
_LEGEND: Final = ("Keterangan:", "Perhitungan ", "Selengkapnya:", "Catatan “")


def variant(naskah: Naskah, number: int, chance: Random) -> Naskah:
    """The same plan in the kecamatan of this number: its own realisasi of every year, and no narrative."""
    from reports.publish.assemble import compute_snapshot

    snapshot = naskah.snapshot
    kode = f"{snapshot.kecamatan.kabupaten.kode}.{number:02}"
    kecamatan = replace(snapshot.kecamatan, kode=kode, nama=f"Contoh{number}", slug=f"contoh{number}")
    realisasi = tuple(
        replace(r, tahunan=replace(r.tahunan, angka=_lower(r.tahunan.angka, chance), cetak=""))
        if isinstance(r.tahunan.angka, Decimal) and not r.tahunan.huruf
        else r
        for r in snapshot.realisasi
    )
    share = Decimal(chance.randrange(86, 100)) / 100
    anggaran = tuple(
        replace(a, realisasi=a.realisasi and (a.realisasi * share).quantize(Decimal(1)))
        for a in snapshot.anggaran
    )
    changed = replace(snapshot, kecamatan=kecamatan, realisasi=realisasi, anggaran=anggaran)
    return replace(naskah, snapshot=changed, results=compute_snapshot(changed), narasi=(), foto=())


def complete(name: str, tahun: int) -> Naskah:
    """A contoh with a row of everything that the report tells in a sentence and the contoh lack."""
    from kecamatan.ground.row_changes import Tally
    from kecamatan.models import Kecamatan
    from reports.publish.assemble import build_draft
    from reports.simulation.supplements import supplement
    from reports.workbook.fixtures import Loaded
    from sakip.models import LHE, RekomendasiLHE

    own: dict[str, Any] = {"kecamatan": Kecamatan.objects.get(nama=name), "tahun": tahun}
    supplement([Loaded(name=name, counts=Tally(), **own)])
    LHE.objects.create(nomor="700/3", tanggal=date(tahun, 6, 5), nilai=Decimal("73.5"), predikat="BB", **own)
    for urut, status in enumerate(RekomendasiLHE.Status.values, start=1):
        told_so = {
            "rekomendasi": f"Rekomendasi {urut}",
            "tindakan": "Dilaksanakan sesuai jadwal",
            "status": status,
        }
        RekomendasiLHE.objects.create(urut=urut, **told_so, **own)
    told = ReviewFollowUp(catatan=5, selesai=3, dijawab=1, beralasan=2)
    return replace(build_draft(**own), tindak_lanjut_reviu=told)


def _lower(angka: Decimal, chance: Random) -> Decimal:
    """A value up to a fifth lower, or a little higher, with the decimals of the original."""
    percent = Decimal(chance.choice((80, 88, 92, 95, 98, 100, 100, 100, 102)))
    return (angka * percent / 100).quantize(angka) if abs(angka) > 10 else angka


def generated(naskah: Naskah) -> list[str]:
    """The sentences that follow from the records, each with its names and numbers blanked."""
    dokumen, names = lkip(naskah), _names(naskah)
    said = []
    for part in (*dokumen.front, *dokumen.body):
        skipped = {id(below) for one in traverse(part) if one.key in FORM for below in traverse(one)}
        for one in traverse(part):
            if id(one) not in skipped:
                said += [s for block in one.content for text in _texts(block) for s in _blank(text, names)]
    return said


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, ParagraphBlock) and not block.is_title:
        text = plain_text(block.content)
        if not text.startswith(_LEGEND):
            yield text
    elif isinstance(block, ItemList):
        for item in block.items:
            yield plain_text(item.content)
            for child in item.children:
                yield from _texts(child)


def _names(naskah: Naskah) -> re.Pattern[str]:
    """Everything that is a name or was entered, longest first."""
    found = {
        " ".join(text.replace(";", ",").split()).rstrip(" .") for text in _leaves(to_plain(naskah.snapshot))
    }
    names = sorted((t for t in found if " " in t or t[:1].isupper()), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(t)}(?!\w)" for t in names if len(t) > 1), re.IGNORECASE)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _leaves(one)


def _blank(text: str, names: re.Pattern[str]) -> Iterator[str]:
    """The sentences of a text (a semicolon ends none), blanked; what is left of a mere name or figure is none."""
    for one in sentences(text.replace(";", ",")):
        said = names.sub("~", _QUOTED.sub("~", one.text))
        said = _SPELLED.sub("#", _NUMBER.sub("#", said))
        if len(re.findall(r"[a-z]{2,}", said)) > 2:
            yield said


def share(one: Counter[str], other: Counter[str]) -> Decimal:
    """Sentences that both have, percent of the shorter report's."""
    least = min(one.total(), other.total())
    return Decimal((one & other).total() * 100) / least if least else Decimal(0)


def kabupaten(original: Naskah, many: int = KECAMATAN) -> list[Counter[str]]:
    """The generated sentences of so many kecamatan that share a plan."""
    chance = Random(2026)  # noqa: S311  # what it chooses guards nothing
    return [Counter(generated(variant(original, number, chance))) for number in range(1, many + 1)]


def shares(reports: Sequence[Counter[str]]) -> list[Decimal]:
    """The share of every pair, ascending."""
    return sorted(share(one, other) for one, other in combinations(reports, 2))


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench alike", description="Kalimat yang sama antarlaporan.")
    parser.add_argument("--kalimat", type=int, default=0, help="sebut sekian kalimat yang paling sama")
    args = parser.parse_args()
    with own_process():
        from bench.planted import worlds

        contoh = {world.name: world.naskah for world in worlds(CONTOH)}
        contoh[f"{CONTOH[0][0]}, tahun lengkap"] = complete(*CONTOH[0])
    print(
        f"| {KECAMATAN} kecamatan dengan rencana | kalimat per LKIP | pasangan tengah | pasangan terburuk |"
        "\n|---|---|---|---|"
    )
    for name, original in contoh.items():
        reports = kabupaten(original)
        found = shares(reports)
        size = median(r.total() for r in reports)
        print(f"| {name} | {size} | {median(found):.1f}% | {found[-1]:.1f}% |")
        held = Counter(s for r in reports for s in r)
        for sentence, many in held.most_common(args.kalimat):
            print(f"    {many:3} {sentence}")


if __name__ == "__main__":
    main()

"""The nomenklatur of a new Keputusan Menteri from its list: rows in their hierarchy, beside those in force before.

Of the list the part of a kecamatan is taken: urusan 7.01, and what the ministry writes as X.XX for every perangkat
daerah. A year that was written in an older version keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import transaction

from kecamatan.authority import keeps_installation
from kecamatan.ground.errors import InputError
from kecamatan.ground.strict_json import JsonObject
from kecamatan.ground.trail import trail_add
from kecamatan.models import Kabupaten, Pengguna
from kecamatan.permissions import Hak, kabupaten_with
from sakip import models as m
from sakip.lists.carried import mark_of
from sakip.records.nomenklatur.codes import EDITION, MODEL
from sakip.records.reference import nomenklatur_write
from sakip.workbook.plain_table import TableRow, Wanted

COLUMNS: Final = (
    Wanted(
        key="kode",
        hint="Kode lengkap sebagai teks.",
        titles=(
            *("Kode", "Kode Rekening", "Kode Nomenklatur", "Kode Program/Kegiatan/Sub Kegiatan"),
            *("Kode Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan", "Kode Sub Kegiatan"),
        ),
    ),
    Wanted(
        key="nama",
        width=70,
        titles=(
            *("Nama", "Nomenklatur", "Uraian", "Nomenklatur Urusan Kabupaten/Kota"),
            *("Program/Kegiatan/Sub Kegiatan", "Nama Program/Kegiatan/Sub Kegiatan", "Nama Nomenklatur"),
            "Nomenklatur Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan",
        ),
    ),
    Wanted(
        key="indikator",
        titles=("Indikator", "Indikator Sub Kegiatan", "Indikator Kinerja"),
        needed=False,
        width=60,
    ),
    Wanted(key="satuan", titles=("Satuan",), needed=False),
)

IMPORTED: Final = "nomenklatur.diimpor"

_OURS: Final = "7.01"
#: What the ministry writes for the urusan of any perangkat daerah.
_ANY_URUSAN: Final = re.compile(r"X\.XX", re.IGNORECASE)
_SHAPE: Final = re.compile(r"[0-9]\.[0-9]{2}(\.[0-9]{2}(\.[0-9](\.[0-9]{2}(\.[0-9]{2,4})?)?)?)?")
#: Level by the number of parts of its code; of the others a list has headings alone.
_LEVELS: Final = {3: "program", 5: "kegiatan", 6: "sub_kegiatan"}
#: Parts of the code of the level above.
_ABOVE: Final = {"kegiatan": ("program", 3), "sub_kegiatan": ("kegiatan", 5)}

_LONGEST: Final = {"nama": 300, "satuan": 50}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCode:
    """A program, kegiatan or sub kegiatan of the list. ``before`` is its wording in the version before, empty where it
    is the same or was not there."""

    number: int
    level: str
    kode: str
    nama: str
    indikator: str = ""
    satuan: str = ""
    state: str = "baru"
    before: str = ""

    @property
    def level_words(self) -> str:
        """The level as pages name it."""
        return self.level.replace("_", " ")


@dataclass(kw_only=True)
class JudgedNomenklatur:
    """A list beside the version before it; ``gone`` are codes of that one which the list has not."""

    rows: list[ListedCode] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    skipped: int = 0
    gone: list[tuple[str, str]] = field(default_factory=list)
    previous: Any = None
    written: int = 0
    additions: int = 0

    def of_state(self, state: str) -> list[ListedCode]:
        """Rows that are so."""
        return [row for row in self.rows if row.state == state]

    @property
    def new(self) -> list[ListedCode]:
        """Codes that the version before has not."""
        return self.of_state("baru")

    @property
    def changed(self) -> list[ListedCode]:
        """Codes that say something else now."""
        return self.of_state("berubah")

    @property
    def same(self) -> list[ListedCode]:
        """Codes that say the same."""
        return self.of_state("tetap")

    @property
    def counts(self) -> dict[str, int]:
        """How many of each level there are."""
        return {
            level.replace("_", " "): sum(row.level == level for row in self.rows)
            for level in _LEVELS.values()
        }

    @property
    def mark(self) -> str:
        """What is shown of it, to be compared when it is confirmed."""
        return mark_of(
            [[r.kode, r.nama, r.indikator, r.satuan, r.state] for r in self.rows]
            + [self.gone, self.errors, self.previous and self.previous.pk]
        )


def may_install(user: Pengguna) -> bool:
    """Whether the user decides for every kabupaten that is recorded here: the nomenklatur is that of all of them."""
    if keeps_installation(user):
        return True
    own = kabupaten_with(user, Hak.ATUR)
    return own is None or (bool(own) and not Kabupaten.objects.exclude(pk__in=own).exists())


def judge_nomenklatur(given: Sequence[TableRow], *, tahun_awal: int) -> JudgedNomenklatur:
    """The list as it would be in force from that year on (7 queries)."""
    result = JudgedNomenklatur()
    last = m.VersiNomenklatur.objects.order_by("-tahun_awal").first()
    if last is not None and last.tahun_awal >= tahun_awal:
        result.errors.append(
            f"{last} sudah berlaku sejak tahun {last.tahun_awal}. Isi tahun sesudah {last.tahun_awal} sebagai tahun"
            " mulai berlaku."
        )
    result.previous = last
    known = dict(_recorded(last))
    places: dict[str, int] = {}
    for row in given:
        _take(row, result, known, places)
    if not result.rows and not result.errors:
        result.errors.append(
            f"Daftar tidak memuat satu pun program, kegiatan, atau sub kegiatan {_OURS} (atau X.XX). Pilih bagian"
            " kecamatan dari lampiran keputusannya."
        )
    _refuse_orphans(result, places)
    listed = {row.kode for row in result.rows}
    result.gone = [
        (kode, row.nama) for kode, row in known.items() if kode not in listed and not row.tanpa_kode
    ]
    result.written = sum(
        model._default_manager.filter(program__versi=last, **{f"{path}__gte": tahun_awal}).count()
        for model, path in ((m.BarisRKT, "rkt__tahun"), (m.Anggaran, "tahun"))
        if last is not None
    )
    result.additions = sum(
        model._default_manager.filter(kabupaten__isnull=False, **{EDITION[level]: last}).count()
        for level, model in MODEL.items()
    )
    return result


def _take(row: TableRow, result: JudgedNomenklatur, known: dict[str, Any], places: dict[str, int]) -> None:
    """Add a row of the list to the result, or what is wrong with it."""
    result.errors += [f"Sel {said}" for said in row.broken.values()]
    texts = {name: " ".join(text.split()) for name, text in row.texts.items()}
    kode, nama = (
        _ANY_URUSAN.sub(_OURS, texts.get("kode", "")).replace(" ", "").rstrip("."),
        texts.get("nama", ""),
    )
    if row.broken or (kode and not kode[0].isdigit()):
        return  # a heading that is repeated on every sheet, or the number of a column
    if not kode:
        if nama:
            result.errors.append(
                f'Baris {row.number}: "{nama[:60]}" tidak berkode. Isi kodenya, atau gabungkan dengan baris di atasnya.'
            )
        return
    parts = kode.split(".")
    if len(parts) > 1 and kode != _OURS and not kode.startswith(f"{_OURS}."):
        result.skipped += 1
        return
    level = _LEVELS.get(len(parts), "")
    if len(parts) < 3 or (not level and _SHAPE.fullmatch(kode)):
        return  # urusan, bidang urusan, and the kind of kegiatan are headings of the list
    if not _SHAPE.fullmatch(kode):
        result.errors.append(
            f'Baris {row.number}: "{kode}" bukan kode. Tulis seperti 7.01.02 (program), 7.01.02.2.01 (kegiatan), atau'
            " 7.01.02.2.01.0001 (sub kegiatan)."
        )
        return
    if kode in places:
        result.errors.append(
            f"Baris {row.number}: kode {kode} sudah ada pada baris {places[kode]}. Hapus salah satunya."
        )
        return
    places[kode] = row.number
    if not nama:
        result.errors.append(f"Baris {row.number}: {kode} belum bernama. Isi namanya.")
    for column, longest in _LONGEST.items():
        if len(texts.get(column, "")) > longest:
            result.errors.append(
                f"Baris {row.number}: {column} {kode} lebih dari {longest} karakter. Periksa apakah dua baris menyatu."
            )
    listed = {name: texts.get(name, "") for name in ("indikator", "satuan") if level == "sub_kegiatan"}
    state, before = _compared(known.get(kode), {"nama": nama} | listed)
    result.rows.append(
        ListedCode(number=row.number, level=level, kode=kode, nama=nama, state=state, before=before, **listed)
    )


def _compared(old: Any, new: dict[str, str]) -> tuple[str, str]:
    """How a row stands to that of the version before, and the wording of that one where it is another."""
    if old is None:
        return "baru", ""
    # What the list has no column for is no change of it.
    other = {
        name: getattr(old, name)
        for name, text in new.items()
        if text and getattr(old, name).casefold() != text.casefold()
    }
    return ("berubah", "; ".join(text or "kosong" for text in other.values())) if other else ("tetap", "")


def _refuse_orphans(result: JudgedNomenklatur, places: dict[str, int]) -> None:
    for row in result.rows:
        if row.level in _ABOVE:
            level, parts = _ABOVE[row.level]
            above = ".".join(row.kode.split(".")[:parts])
            if above not in places:
                result.errors.append(
                    f"Baris {row.number}: {row.kode} {row.nama[:60]} tidak berinduk; {level} {above} tidak ada dalam"
                    " daftar. Tambahkan baris induknya, atau perbaiki kodenya."
                )


def _recorded(versi: Any) -> Iterator[tuple[str, Any]]:
    """What a version has of its own, by code (3 queries)."""
    if versi is None:
        return
    for level, model in MODEL.items():
        for row in model._default_manager.filter(kabupaten=None, **{EDITION[level]: versi}).order_by("kode"):
            yield row.kode, row


@transaction.atomic
def nomenklatur_install(
    judged: JudgedNomenklatur, *, nama: str, dasar: str, tahun_awal: int, by: Pengguna
) -> m.VersiNomenklatur:
    """Record the list as the version of that year and those after it; the one before ends with the year before.

    Raises InputError for a list with errors.
    """
    if judged.errors:
        raise InputError(judged.errors[0])
    known = set(m.VersiNomenklatur.objects.values_list("kode", flat=True))
    kode = next(
        one for n in range(1, 100) if (one := f"{tahun_awal}-{n}" if n > 1 else f"{tahun_awal}") not in known
    )
    of_aceh = {k for k, row in _recorded(judged.previous) if row.khusus_aceh}
    version: dict[str, Any] = {
        "kode": kode,
        "nama": nama,
        "dasar": dasar,
        "tahun_awal": tahun_awal,
        "program": [],
    }
    nodes: dict[str, dict[str, Any]] = {}
    for row in sorted(judged.rows, key=lambda one: one.kode):
        node: dict[str, Any] = {"kode": row.kode, "nama": row.nama, "khusus_aceh": row.kode in of_aceh}
        if row.level == "sub_kegiatan":
            node |= {"indikator": row.indikator, "satuan": row.satuan, "kode_dikonfirmasi": True}
        nodes[row.kode] = node
        level, parts = _ABOVE.get(row.level, ("", 0))
        above = nodes[".".join(row.kode.split(".")[:parts])] if level else version
        above.setdefault(row.level, []).append(node)
    previous = judged.previous
    nomenklatur_write(
        JsonObject({"versi": [version]}, file=nama),
        ended={} if previous is None else {previous.kode: tahun_awal - 1},
    )
    installed = m.VersiNomenklatur.objects.get(kode=kode)
    counts = {f"banyaknya {level}": str(number) for level, number in judged.counts.items()}
    trail_add(
        action=IMPORTED,
        subject=installed,
        sebutan=nama,
        pengguna=by,
        after={"berlaku sejak tahun": str(tahun_awal)} | counts,
    )
    return installed

"""Old entries of the trail get the key of their record, where it can be told.

The key is told by the row where it still exists; else by what a deletion kept of it; else, for realisasi and their
evidence, by the words of the entry where one indikator alone answers to them. What cannot be told stays empty. The
trail refuses to be changed, so its triggers are off meanwhile.

The columns are those that the models named on the day of this migration, so that it does the same for ever.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kecamatan.pemicu import lift_triggers, pasang_pemicu, tambah_saja

PLACE_AND_YEAR = {"kecamatan": "kecamatan", "tahun": "tahun"}
COLUMNS: dict[str, dict[str, str]] = {
    "kecamatan.profilkecamatan": PLACE_AND_YEAR,
    "reports.laporan": PLACE_AND_YEAR | {"versi": "versi"},
    "reports.narasi": PLACE_AND_YEAR | {"bagian": "bagian", "kunci": "kunci"},
    "reports.pengaturandokumen": {"kabupaten": "kabupaten"},
    "sakip.buktidukung": {
        "berkas": "sha256",
        "indikator": "realisasi__indikator__kunci",
        "kecamatan": "realisasi__indikator__renstra__kecamatan",
        "tahun": "realisasi__tahun",
        "triwulan": "realisasi__triwulan",
    },
    "sakip.indikator": {"kunci": "kunci", "renstra": "renstra"},
    "sakip.keputusaniku": PLACE_AND_YEAR,
    "sakip.komentarrealisasi": {
        "indikator": "indikator__kunci",
        "kecamatan": "indikator__renstra__kecamatan",
        "nomor": "pk",
        "tahun": "tahun",
        "triwulan": "triwulan",
    },
    "sakip.perjanjiankinerja": PLACE_AND_YEAR | {"jenis": "jenis", "versi": "versi"},
    "sakip.realisasi": {
        "indikator": "indikator__kunci",
        "kecamatan": "indikator__renstra__kecamatan",
        "tahun": "tahun",
        "triwulan": "triwulan",
    },
    "sakip.rencanaaksi": PLACE_AND_YEAR,
    "sakip.rkt": PLACE_AND_YEAR,
    "sakip.sasaran": {"kunci": "kunci", "renstra": "renstra"},
    "sakip.targetrenstra": {
        "indikator": "indikator__kunci",
        "renstra": "indikator__renstra",
        "tahun": "tahun",
    },
    "sakip.targettriwulan": {"baris": "baris", "triwulan": "triwulan"},
    "sakip.targettujuan": {"indikator": "indikator", "tahun": "tahun"},
    "sakip.tujuan": {"kunci": "kunci", "renstra": "renstra"},
}
"""Of every kind that is known by more than its number."""

NUMBER = {"nomor": "pk"}
REALISASI = "sakip.realisasi"
BUKTI = "sakip.buktidukung"
WORDS = re.compile(r"(?P<nama>.+), realisasi (?:triwulan (?P<triwulan>[1-4]) )?(?P<tahun>\d{4})", re.DOTALL)
TRIWULAN = {"Setahun": 0, "Triwulan I": 1, "Triwulan II": 2, "Triwulan III": 3, "Triwulan IV": 4}

Key = dict[str, Any]
Record = tuple[str, int]
"""Label of the model, and number."""


class Keys:
    """Tells the keys of records from what the database holds."""

    def __init__(self, apps: Apps, alias: str) -> None:
        self.models = {model._meta.label_lower: model for model in apps.get_models()}
        self.alias = alias
        self.gone = dict(self._gone())
        self.kunci: dict[tuple[int, str], set[str]] = defaultdict(set)
        for kecamatan, nama, kunci in self.rows("sakip.indikator").values_list(
            "renstra__kecamatan", "nama", "kunci"
        ):
            self.kunci[kecamatan, nama].add(kunci)

    def rows(self, label: str) -> Any:
        return self.models[label]._base_manager.using(self.alias)

    def of_kind(self, label: str, numbers: set[int]) -> Iterator[tuple[int, Key]]:
        """Number and key of each of the records that can be told by their row, or by what a deletion kept."""
        columns = dict(sorted(COLUMNS.get(label, NUMBER).items()))
        if columns == NUMBER:
            yield from ((number, {"nomor": number}) for number in numbers)
            return
        left = set(numbers)
        for number, *values in self.rows(label).values_list("pk", *columns.values()).iterator():
            if number in left:
                left.discard(number)
                yield number, dict(zip(columns, values, strict=True))
        for number in left:
            try:
                yield number, {part: self._kept(label, number, path) for part, path in columns.items()}
            except LookupError:
                continue

    def by_words(self, entry: Any) -> Key | None:
        """The key of a realisasi or a bukti that the words of an entry tell, where only one indikator is meant."""
        isi: dict[str, str] = (entry.sebelum or {}) | (entry.sesudah or {})
        if entry.objek_jenis == BUKTI:
            nama, pisah, _ = entry.objek_sebutan.rpartition(", bukti dukung ")
            part: Key = {"berkas": isi.get("Sidik SHA-256", ""), "tahun": entry.tahun}
            if not pisah or not part["berkas"] or entry.tahun is None:
                return None
        elif isi.get("triwulan") in TRIWULAN and isi.get("tahun", "").isdigit():  # kept by an import
            nama, part = isi.get("indikator", ""), {"tahun": int(isi["tahun"])}
            part["triwulan"] = TRIWULAN[isi["triwulan"]]
        elif words := WORDS.fullmatch(entry.objek_sebutan):
            nama = words["nama"]
            part = {"tahun": int(words["tahun"]), "triwulan": int(words["triwulan"] or 0)}
        else:
            return None
        found = self.kunci.get((entry.kecamatan_id, nama), set())
        if len(found) != 1:
            return None
        return dict(sorted((part | {"indikator": min(found), "kecamatan": entry.kecamatan_id}).items()))

    def _gone(self) -> Iterator[tuple[Record, dict[str, Any]]]:
        """Rows that deletions kept, with their columns."""
        for isi in (
            self.rows("kecamatan.jejak")
            .filter(tindakan="catatan.dihapus")
            .values_list("sebelum", flat=True)
            .iterator()
        ):
            for row in (isi or {}).get("_baris", ()):
                yield (row["model"], row["pk"]), row["fields"]

    def _kept(self, label: str, number: Any, path: str) -> Any:
        """A column of a deleted row, or of what it hung on. Raises LookupError where nobody kept it."""
        if (fields := self.gone.get((label, number))) is None:
            if (row := self.rows(label).filter(pk=number).values_list(path).first()) is None:
                raise LookupError(path)
            return row[0]
        step, _, rest = path.partition("__")
        if not rest:
            return number if step == "pk" else fields[step]
        above = self.models[label]._meta.get_field(step).related_model._meta.label_lower
        return self._kept(above, fields[step], rest)


def fill_keys(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give every entry without a key the key of its record, where it can be told."""
    keys = Keys(apps, schema_editor.connection.alias)
    empty = keys.rows("kecamatan.jejak").filter(record_key__isnull=True)
    numbers: dict[str, set[int]] = defaultdict(set)
    for label, number in (
        empty.order_by().exclude(objek_pk=None).values_list("objek_jenis", "objek_pk").distinct()
    ):
        if label in keys.models:
            numbers[label].add(number)
    for label in sorted(numbers):
        for number, key in keys.of_kind(label, numbers[label]):
            empty.filter(objek_jenis=label, objek_pk=number).update(record_key=key)
    # All entries about one row tell the same key; where they do not, nothing is told.
    told: dict[Any, list[Key]] = defaultdict(list)
    entries: dict[Any, list[int]] = defaultdict(list)
    for entry in empty.filter(objek_jenis__in=(REALISASI, BUKTI)).iterator():
        record = ("entry", entry.pk) if entry.objek_pk is None else (entry.objek_jenis, entry.objek_pk)
        entries[record].append(entry.pk)
        if (key := keys.by_words(entry)) is not None and key not in told[record]:
            told[record].append(key)
    for record, found in told.items():
        if len(found) == 1:
            empty.filter(pk__in=entries[record]).update(record_key=found[0])


TRIGGERS = tambah_saja("kecamatan_jejak", "Jejak", "id")


class Migration(migrations.Migration):
    dependencies = [
        ("kecamatan", "0005_trail_by_key"),
        ("sakip", "0004_komentar_realisasi"),
        ("reports", "0004_impor_buku"),
    ]

    operations = [
        lift_triggers(TRIGGERS),
        migrations.RunPython(fill_keys, migrations.RunPython.noop),
        pasang_pemicu(TRIGGERS),
    ]

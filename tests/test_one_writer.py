"""Records are written by the one writer (sakip/entry/writer.py) and by nothing else: read from the source."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.sources import TOGETHER, nodes
from tests.table_tests import each_row

pytestmark = TOGETHER

ROOT = Path(__file__).resolve().parent.parent

#: Where records are at hand.
ROOMS = (
    "kecamatan/ground",
    "sakip/checks",
    "sakip/entry",
    "sakip/records",
    "sakip/snapshot",
    "sakip/workbook",
    "reports/desk",
    "reports/monitoring",
    "reports/notes",
    "reports/photos",
    "reports/views",
    "reports/workbook",
    "reports/writing",
)

WRITES = {
    "bulk_create",
    "bulk_update",
    "create",
    "delete",
    "get_or_create",
    "save",
    "save_base",
    "update",
    "update_or_create",
}

#: The file and what it calls: why that is no way round the writer.
EXPLAINED = {
    "kecamatan/ground/row_write.py": {
        "model._default_manager.bulk_create": "the hand of the writer",
        "type(those[0])._base_manager.bulk_update": "the hand of the writer",
        "row.save": "the hand of the writer",
        "row.delete": "the hand of the writer",
    },
    "sakip/entry/agreement.py": {
        "Penetapan.objects.create": "that a document is agreed, which none of its rows says",
        "own.delete": "the same",
        "own.filter(ditandatangani_pada__isnull=False).update": "the same, of what was signed",
    },
    "sakip/entry/writer.py": {"kept.save": "the writer brings back what a deletion took, as it was"},
    "kecamatan/ground/constraints.py": {"super().save": "what a model does when it is saved"},
    "kecamatan/ground/trail.py": {
        "entry.save": "the trail, not a record",
        "Jejak.objects.bulk_create": "the trail, not a record",
    },
    "kecamatan/ground/submission.py": {
        "Submission.objects.create": "which forms were sent, in the transaction of what they asked"
    },
    "sakip/records/realisasi/evidence.py": {
        "bukti.berkas.save": "the file; its row goes through the writer",
        "default_storage.delete": "the file",
    },
    "sakip/records/realisasi/remarks.py": {
        "KomentarRealisasi.objects.get_or_create": "talk about a record; a closed year still takes it",
        "KomentarRealisasi.objects.filter(pk=komentar.pk, selesai=None).update": "the same",
    },
    "sakip/workbook/listing.py": {"workbook.save": "the workbook's own file"},
    "reports/monitoring/kept.py": {
        "Pantauan.objects.update_or_create": "what follows from the records, and may be worked out again"
    },
    "sakip/workbook/writer.py": {"workbook.save": "the workbook's own file"},
    "reports/desk/looks.py": {
        "LastLook.objects.get_or_create": "until where a person has read, which is no record",
        "LastLook.objects.filter(pk=one.pk, jejak__lte=mark.until).update": "the same",
    },
    "reports/photos/images.py": {"figure.save": "a picture"},
    "reports/photos/lambang.py": {"picture.save": "a picture"},
    "reports/photos/incoming.py": {
        "incoming.berkas.save": "what waits for the worker is no record yet",
        "incoming.save": "the same",
        "FotoMasuk.objects.filter(pk=masuk_pk, status=Status.ANTRE).update": "the same",
        "FotoMasuk.objects.filter(pk=incoming.pk).delete": "the same",
        "rows.filter(status=Status.DIPROSES).update": "the same",
        "own.update": "the same",
        "default_storage.delete": "a picture",
        "default_storage.save": "a picture",
    },
    "reports/workbook/uploads.py": {
        "upload.berkas.save": "an upload that waits for the worker is no record",
        "upload.save": "the same",
        "ImporBuku.objects.filter(which, pk=pk).update": "the same",
        "ImporBuku.objects.filter(allowed, pk=upload.pk).update": "the same",
        "ImporBuku.objects.filter(pk=impor_pk, status=wait).update": "the same",
        "rows.filter(status=running).update": "the same",
        "rows.filter(status__in=ImporBuku.BERJALAN).update": "the same",
        "self.own.update": "the same",
    },
}


def writes(of: Iterable[ast.AST]) -> Iterator[str]:
    """What these nodes of a source call that may write rows, as written there.

    A queryset's update takes columns by name; a dict's and a set's take a thing, and ``initial`` is a dict.
    """
    for node in of:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        receiver = node.func.value
        holds_values = isinstance(receiver, ast.Attribute) and receiver.attr == "initial"
        if node.func.attr in WRITES and not (node.func.attr == "update" and (node.args or holds_values)):
            yield ast.unparse(node.func)


@each_row("room", ROOMS)
def test_nothing_but_the_writer_writes_rows(room: str) -> None:
    files = sorted((ROOT / room).rglob("*.py"))
    assert files, f"{room} has no Python files; the rule guards nothing"
    found = {
        name: calls
        for path in files
        if (calls := set(writes(nodes(path))))
        for name in [str(path.relative_to(ROOT))]
    }
    explained = {name: set(calls) for name, calls in EXPLAINED.items() if name.startswith(f"{room}/")}
    assert found == explained


#: What the writer does around every row, and who else does it: why that is none of a record.
AROUND = {
    "ensure_open": {
        "sakip/entry/writer.py": "the writer",
        "sakip/entry/agreement.py": "what is agreed is opened to be changed, which a closed year is not",
        "reports/photos/incoming.py": "a photo is refused before it is looked at, not only when it becomes a row",
        "reports/workbook/uploads.py": "an upload is refused before it is read",
    },
    "trail_add": {
        "sakip/entry/writer.py": "the writer",
        "sakip/entry/agreement.py": "that a document is agreed, which no record says",
        "reports/workflow/acts.py": "the steps of a report, which no record is",
        "reports/signing/agreement.py": "that an agreed document is signed, which no record says",
        "sakip/records/realisasi/remarks.py": "talk about a record; a closed year still takes it",
        "sakip/records/reference.py": "one line for all of the referensi",
        "sakip/records/kebijakan/scale_save.py": "a scale is the kabupaten's, which may have no kecamatan yet",
        "sakip/records/wilayah/areas.py": "a kabupaten, and a kecamatan that is not there yet, are in no kecamatan",
        "sakip/lists/nomenklatur.py": "one line for all of a version",
        "reports/workbook/fixtures.py": "one line for a whole file",
        "reports/signing/keys/installation.py": "a person's key is no record of a year",
        "reports/signing/bsre/nik.py": "nor is a person's number",
    },
    "trail_add_many": {"sakip/entry/writer.py": "the writer"},
}


@pytest.mark.parametrize("function", AROUND)
def test_nothing_but_the_writer_keeps_lock_and_trail(function: str) -> None:
    found = {
        str(path.relative_to(ROOT))
        for room in ("sakip", "reports")
        for path in (ROOT / room).rglob("*.py")
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function
    }
    assert found == AROUND[function].keys()


@each_row(
    ("source", "expected"),
    [
        ("row.save()", ["row.save"]),
        ("A.objects.filter(pk=1).update(b=2)", ["A.objects.filter(pk=1).update"]),
        ("rows.update(**values)", ["rows.update"]),
        ("type(row)._base_manager.bulk_create(rows)", ["type(row)._base_manager.bulk_create"]),
        ("self.initial.update(a=1); seen.update({1}); act.put(row); save(row)", []),
    ],
)
def test_the_reader_of_writes_sees(source: str, expected: list[str]) -> None:
    assert list(writes(ast.walk(ast.parse(source)))) == expected

"""Whatever of the planning records is missing, the document can be signed: generated removals."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.document.numbering import number_all
from reports.document.table_layout import table_layout
from reports.document.tree import FormBlock, ItemList, ParagraphBlock, Part, TableBlock
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.naskah import Naskah
from sakip.snapshot.types import Snapshot
from tests.reports.lkip.example_plan import snapshot_rencana
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import all_parts, all_tables, blocks_from, defect
from tests.reports.official.read_forms import all_texts

#: The prescribed words of the PK and the label of the form keep a space before the colon.
ALLOWED = "kami yang bertanda tangan dibawah ini :"
#: Parts that this file answers for; BAB III, BAB IV and the ikhtisar have their own.
PARTS = ("kata-pengantar", "bab-1", "bab-2")

#: What may be missing: records, and inside them the fields that may be empty.
RECORDING = ("profil", "sdm", "rpjmd", "renstra", "rkt", "pk", "iku", "rencana_aksi", "camat")
INSIDE = {
    "profil": (
        *(
            "dasar_hukum",
            "kedudukan",
            "tugas",
            "fungsi",
            "batas_utara",
            "batas_barat",
            "luas_km2",
            "penduduk",
        ),
        *("penduduk_perempuan", "fakta", "isu_strategis"),
    ),
    "rpjmd": ("visi", "dasar", "misi"),
    "rkt": ("tempat", "tanggal", "penandatangan", "sasaran", "baris"),
    "iku": (
        *(
            "nomor",
            "tempat",
            "tanggal",
            "penandatangan",
            "mengingat",
            "instansi",
            "tugas",
            "fungsi",
            "tujuan",
        ),
        *("indikator_tujuan", "baris"),
    ),
    "rencana_aksi": ("tempat", "tanggal", "penandatangan", "baris"),
    "kecamatan": ("alamat", "telepon", "kode_pos", "ibu_kota", "desa", "unit_kerja"),
}
IN_PK = ("tempat", "tanggal", "pihak_pertama", "pihak_kedua", "indikator", "anggaran", "alasan")
IN_RENSTRA = ("dasar", "sumber", "tujuan")

remove = st.sets(st.sampled_from(RECORDING), max_size=4)
delete_in = st.sets(st.sampled_from([(r, f) for r, content in INSIDE.items() for f in content]), max_size=12)


def empty(nilai: object) -> Any:
    """The empty value of the same kind: "" or () where the type has one, else None."""
    return type(nilai)() if isinstance(nilai, str | tuple) else None


def without(content: Any, *nama: str) -> Any:
    """A record without some of its fields; nothing stays nothing."""
    return content and replace(content, **{n: empty(getattr(content, n)) for n in nama})


def thin(
    s: Snapshot, recording: set[str], inside: set[tuple[str, str]], pk: set[str], renstra: set[str]
) -> Snapshot:
    s = replace(
        s, pk=tuple(without(p, *pk) for p in s.pk), renstra=tuple(without(r, *renstra) for r in s.renstra)
    )
    for nama in INSIDE:
        s = replace(s, **{nama: without(getattr(s, nama), *(f for r, f in inside if r == nama))})
    result: Snapshot = without(s, *recording)
    return result


thin_naskah = st.builds(
    lambda *content: naskah(thin(snapshot_rencana(), *content)),
    remove,
    delete_in,
    st.sets(st.sampled_from(IN_PK)),
    st.sets(st.sampled_from(IN_RENSTRA)),
)


def ours(n: Naskah) -> list[Part]:
    d = DOKUMEN_KINDS["lkip"].arrange(n)
    assert d is not None
    number_all(d)  # anchors are unique
    return [b for b in (*d.front, *d.body) if b.key in PARTS] + list(d.lampiran)


@settings(max_examples=150)
@given(thin_naskah)
def test_every_word_can_be_signed_and_nothing_is_empty(n: Naskah) -> None:
    """One test, as the documents that are looked at take longest to make."""
    parts = ours(n)
    every_word_can_be_signed(parts)
    no_heading_stands_over_nothing_and_no_list_is_empty(parts)
    every_table_fills_its_page_and_every_row_its_columns(parts)


def every_word_can_be_signed(parts: list[Part]) -> None:
    for part in parts:
        for text in all_texts(part):
            assert not defect(text.removesuffix(ALLOWED)), (part.key, text)
            assert text == text.strip(), (part.key, text)


def no_heading_stands_over_nothing_and_no_list_is_empty(parts: list[Part]) -> None:
    for above in parts:
        for part in all_parts(above):
            assert part.content or part.children, part.key
        for block in blocks_from(above):
            match block:
                case ParagraphBlock():
                    assert block.content
                case ItemList():
                    assert block.items
                case FormBlock():
                    assert all(content for _, content in block.pairs)
                case TableBlock():
                    assert block.rows, block.key


def every_table_fills_its_page_and_every_row_its_columns(parts: list[Part]) -> None:
    for part in parts:
        for table in all_tables(part).values():
            assert sum(k.width for k in table.columns) == 100
            table_layout(table)


@settings(max_examples=50)
@given(thin_naskah)
def test_documents_of_their_own_exist_exactly_where_something_is_recorded(n: Naskah) -> None:
    s = n.snapshot
    present = {
        "renstra": bool(s.renstra),
        "rkt": s.rkt is not None,
        "pk-murni": bool(s.pk),
        "pk-perubahan": bool(s.pk),
        "sk-iku": s.iku is not None,
        "rencana-aksi": s.rencana_aksi is not None,
    }
    assert {k: DOKUMEN_KINDS[k].arrange(n) is not None for k in present} == present


def test_the_lists_above_name_real_fields() -> None:
    s = snapshot_rencana()
    for nama, content in {**INSIDE, "": RECORDING}.items():
        recording = getattr(s, nama) if nama else s
        assert is_dataclass(recording)
        assert set(content) <= {f.name for f in fields(recording)}

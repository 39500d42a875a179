"""Whatever of the planning records is missing, the document can be signed: generated removals."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.document.numbering import nomori
from reports.document.table_layout import tata_tabel
from reports.document.tree import Bagian, Daftar, Isian, Paragraf, Tabel
from reports.official.documents import JENIS_DOKUMEN
from reports.publish.naskah import Naskah
from sakip.snapshot.types import Snapshot
from tests.reports.lkip.example_plan import snapshot_rencana
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import blok_dari, cacat, semua_bagian, semua_tabel
from tests.reports.official.read_forms import semua_teks

#: The prescribed words of the PK and the label of the form keep a space before the colon.
BOLEH = "kami yang bertanda tangan dibawah ini :"
#: Parts that this file answers for; BAB III, BAB IV and the ikhtisar have their own.
BAGIAN = ("kata-pengantar", "bab-1", "bab-2")

#: What may be missing: records, and inside them the fields that may be empty.
REKAMAN = ("profil", "sdm", "rpjmd", "renstra", "rkt", "pk", "iku", "rencana_aksi", "camat")
DALAM = {
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
DALAM_PK = ("tempat", "tanggal", "pihak_pertama", "pihak_kedua", "indikator", "anggaran", "alasan")
DALAM_RENSTRA = ("dasar", "sumber", "tujuan")

remove = st.sets(st.sampled_from(REKAMAN), max_size=4)
hapus_dalam = st.sets(st.sampled_from([(r, f) for r, isi in DALAM.items() for f in isi]), max_size=12)


def kosong(nilai: object) -> Any:
    """The empty value of the same kind: "" or () where the type has one, else None."""
    return type(nilai)() if isinstance(nilai, str | tuple) else None


def tanpa(isi: Any, *nama: str) -> Any:
    """A record without some of its fields; nothing stays nothing."""
    return isi and replace(isi, **{n: kosong(getattr(isi, n)) for n in nama})


def tipis(
    s: Snapshot, rekaman: set[str], dalam: set[tuple[str, str]], pk: set[str], renstra: set[str]
) -> Snapshot:
    s = replace(
        s, pk=tuple(tanpa(p, *pk) for p in s.pk), renstra=tuple(tanpa(r, *renstra) for r in s.renstra)
    )
    for nama in DALAM:
        s = replace(s, **{nama: tanpa(getattr(s, nama), *(f for r, f in dalam if r == nama))})
    result: Snapshot = tanpa(s, *rekaman)
    return result


naskah_tipis = st.builds(
    lambda *isi: naskah(tipis(snapshot_rencana(), *isi)),
    remove,
    hapus_dalam,
    st.sets(st.sampled_from(DALAM_PK)),
    st.sets(st.sampled_from(DALAM_RENSTRA)),
)


def milik_kita(n: Naskah) -> list[Bagian]:
    d = JENIS_DOKUMEN["lkip"].arrange(n)
    assert d is not None
    nomori(d)  # anchors are unique
    return [b for b in (*d.depan, *d.batang) if b.kunci in BAGIAN] + list(d.lampiran)


@settings(max_examples=150)
@given(naskah_tipis)
def test_every_word_can_be_signed(n: Naskah) -> None:
    for bagian in milik_kita(n):
        for teks in semua_teks(bagian):
            assert not cacat(teks.removesuffix(BOLEH)), (bagian.kunci, teks)
            assert teks == teks.strip(), (bagian.kunci, teks)


@settings(max_examples=100)
@given(naskah_tipis)
def test_no_heading_stands_over_nothing_and_no_list_is_empty(n: Naskah) -> None:
    for atas in milik_kita(n):
        for bagian in semua_bagian(atas):
            assert bagian.isi or bagian.anak, bagian.kunci
        for blok in blok_dari(atas):
            match blok:
                case Paragraf():
                    assert blok.isi
                case Daftar():
                    assert blok.butir
                case Isian():
                    assert all(isi for _, isi in blok.pasangan)
                case Tabel():
                    assert blok.baris, blok.kunci


@settings(max_examples=100)
@given(naskah_tipis)
def test_every_table_fills_its_page_and_every_row_its_columns(n: Naskah) -> None:
    for bagian in milik_kita(n):
        for tabel in semua_tabel(bagian).values():
            assert sum(k.lebar for k in tabel.kolom) == 100
            tata_tabel(tabel)


@settings(max_examples=50)
@given(naskah_tipis)
def test_documents_of_their_own_exist_exactly_where_something_is_recorded(n: Naskah) -> None:
    s = n.snapshot
    ada = {
        "renstra": bool(s.renstra),
        "rkt": s.rkt is not None,
        "pk-murni": bool(s.pk),
        "pk-perubahan": bool(s.pk),
        "sk-iku": s.iku is not None,
        "rencana-aksi": s.rencana_aksi is not None,
    }
    assert {k: JENIS_DOKUMEN[k].arrange(n) is not None for k in ada} == ada


def test_the_lists_above_name_real_fields() -> None:
    s = snapshot_rencana()
    for nama, isi in {**DALAM, "": REKAMAN}.items():
        rekaman = getattr(s, nama) if nama else s
        assert is_dataclass(rekaman)
        assert set(isi) <= {f.name for f in fields(rekaman)}

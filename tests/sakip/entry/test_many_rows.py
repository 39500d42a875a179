"""Many rows in one act: all of them, or none with a sentence for every line that is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kecamatan.models import DesaKelurahan, Jejak, Kecamatan, KomposisiSDM, Pengguna
from sakip.entry import save_many as service
from sakip.entry.form import RecordForm, Scope
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.lines_form import LinesForm
from sakip.entry.lock import YearClosed
from sakip.entry.save import form_save
from sakip.entry.save_many import RowRefused, record_save_many
from sakip.entry.writer import Act, RecordRefused
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from tests.factory import make_laporan, make_pengguna

pytestmark = pytest.mark.django_db

TAHUN = 2021

#: As they would be where no sheet is pasted for them: of the kinds that are typed as lines none is of a kecamatan.
SDM = replace(ROW_KINDS["sdm"], text_columns=("uraian", "golongan", "asn", "non_asn", "keterangan"))
DESA = replace(ROW_KINDS["desa"], text_columns=("nama", "jenis", "status"))


@pytest.fixture
def budi(balung: Kecamatan) -> Pengguna:
    return make_pengguna("operator", kecamatan=balung)


def store_sdm(kecamatan: Kecamatan, text: str, by: Pengguna | None = None) -> list[str]:
    """Store lines of uraian, golongan, ASN, non-ASN, keterangan; returns what each row is about."""
    scope = Scope(kecamatan=kecamatan, tahun=TAHUN, pengguna=by)

    def empty() -> KomposisiSDM:
        return KomposisiSDM(kecamatan=kecamatan, tahun=TAHUN)

    form = LinesForm({"kelompok": "jabatan", "teks": text}, kind=SDM, scope=scope, row=empty())
    assert form.is_valid(), form.errors
    stored = record_save_many(entries=form.entries(empty), scope=scope, by=by)
    return [str(row.uraian) for row in stored if isinstance(row, KomposisiSDM)]


def store_desa(kecamatan: Kecamatan, text: str) -> int:
    scope = Scope(kecamatan=kecamatan, tahun=TAHUN, pengguna=None)

    def empty() -> DesaKelurahan:
        return DesaKelurahan(kecamatan=kecamatan)

    form = LinesForm({"teks": text}, kind=DESA, scope=scope, row=empty())
    assert form.is_valid(), form.errors
    return len(record_save_many(entries=form.entries(empty), scope=scope, by=None, yearly=False))


def test_every_line_is_stored_by_the_one_who_sent_them(balung: Kecamatan, budi: Pengguna) -> None:
    assert store_sdm(balung, "Camat\t\t1\nStaf\tIII/a\t4", budi) == ["Camat", "Staf"]
    assert list(KomposisiSDM.objects.order_by("urut").values_list("uraian", "asn")) == [
        ("Camat", 1),
        ("Staf", 4),
    ]
    assert [(j.tindakan, j.pengguna, j.tahun) for j in Jejak.objects.all()] == [
        ("catatan.dibuat", budi, TAHUN),
        ("catatan.dibuat", budi, TAHUN),
    ]


@pytest.mark.one_engine
def test_each_wrong_line_has_its_sentence_and_no_line_is_stored(balung: Kecamatan) -> None:
    with pytest.raises(RowRefused) as refused:
        store_sdm(balung, "Camat\t\t1\n\t\t3\nStaf\tIII/a\ttiga\nPramu\t\t2")
    assert len(refused.value.errors) == 2
    assert refused.value.errors[0].startswith("Baris 2, kolom Uraian: Isi uraian baris")
    assert refused.value.errors[1].startswith('Baris 3, kolom ASN (orang): "tiga" bukan angka.')
    assert str(refused.value) == " ".join(refused.value.errors)
    assert not KomposisiSDM.objects.exists()
    assert not Jejak.objects.exists()


@pytest.mark.one_engine
def test_a_cell_of_several_lines_is_one_cell_and_no_row_moves(balung: Kecamatan) -> None:
    """Each row keeps its place; only the cell with the remark is refused, and says what to write."""
    with pytest.raises(RowRefused) as refused:
        store_sdm(balung, 'Camat\t\t80\nSekretaris\t\t"98,5\n(Baik)"\nStaf\t\t75\nPramu\t\t60')
    assert refused.value.errors == ['Baris 2, kolom ASN (orang): "98,5 (Baik)" bukan angka. Tulis 98,5.']
    assert store_sdm(balung, 'Camat\t\t1\n"Staf\nseksi"\t\t75\nPramu\t\t60') == [
        "Camat",
        "Staf seksi",
        "Pramu",
    ]


def test_a_line_equal_to_one_before_it_is_refused_with_its_number(balung: Kecamatan) -> None:
    with pytest.raises(RowRefused) as refused:
        store_desa(balung, "Balung Lor\nBalung Kidul\nBalung Lor")
    assert refused.value.errors == [
        "Baris 3, kolom Nama: Desa atau kelurahan ini sudah tercatat di kecamatan yang sama. Ubah catatan yang ada."
    ]
    assert not DesaKelurahan.objects.exists()


def test_a_line_that_the_writer_refuses_is_named_and_the_others_are_judged_too(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_camat(act: Act, form: RecordForm, **more: object) -> object:
        if form.instance.uraian == "Camat":
            raise RecordRefused("Sudah disimpan orang lain.")
        return form_save(act, form, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(service, "form_save", refuse_camat)
    with pytest.raises(RowRefused) as refused:
        store_sdm(balung, "Sekretaris\t\t1\nCamat\t\t1\nStaf\t\tx")
    assert refused.value.errors[0] == "Baris 2: Sudah disimpan orang lain."
    assert refused.value.errors[1].startswith("Baris 3, kolom ASN (orang): ")
    assert not KomposisiSDM.objects.exists()


def test_a_closed_year_is_said_once_and_not_for_every_line(balung: Kecamatan) -> None:
    make_laporan(kecamatan=balung, tahun=TAHUN, status="ditandatangani")
    with pytest.raises(YearClosed, match="Catatan tahun 2021 terkunci"):
        store_sdm(balung, "Camat\t\t1\nStaf\t\t4")
    assert not KomposisiSDM.objects.exists()


@pytest.mark.one_engine
def test_a_message_about_no_column_names_the_line_alone(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    form: type[Any] = ROW_KINDS["desa"].form
    clean = form.clean

    def refuse(self: Any) -> Any:
        cleaned = clean(self)
        self.add_error(None, "Tidak selaras.")
        return cleaned

    monkeypatch.setattr(form, "clean", refuse)
    with pytest.raises(RowRefused) as refused:
        store_desa(balung, "Balung Lor")
    assert refused.value.errors == ["Baris 1: Tidak selaras."]


def test_lines_of_no_year_are_stored_in_a_closed_one_too(balung: Kecamatan) -> None:
    make_laporan(kecamatan=balung, tahun=TAHUN, status="ditandatangani")
    assert store_desa(balung, "Balung Lor") == 1


def test_a_line_that_the_database_refuses_does_not_keep_the_others_from_being_judged(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when somebody stores the same between look and write: the model's own rules see nothing."""
    monkeypatch.setattr(DesaKelurahan, "validate_constraints", lambda *_, **__: None)
    monkeypatch.setattr(DesaKelurahan, "validate_unique", lambda *_, **__: None)
    with pytest.raises(RowRefused) as refused:
        store_desa(balung, "Balung Lor\nBalung Lor\nBalung Kidul\nBalung Kidul")
    same = "Catatan lain dengan isi yang sama baru saja disimpan. Muat ulang halaman, lalu periksa."
    assert refused.value.errors == [f"Baris 2: {same}", f"Baris 4: {same}"]
    assert not DesaKelurahan.objects.exists()

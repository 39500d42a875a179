"""What a workbook may touch: what others share stays, a closed year and the unit of another are left alone."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from kecamatan.models import Keanggotaan, Kecamatan, MasaJabatan, Pejabat
from reports.models import Laporan
from reports.workbook.exchange import WorkbookRefused
from sakip.models import (
    BarisPK,
    BuktiDukung,
    Indikator,
    Realisasi,
    Renstra,
    SasaranRPJMD,
)
from sakip.workbook.safety import WorkbookUnsafe
from tests.factory import make, make_laporan, make_pengguna
from tests.workbook_edits import (
    delete_row,
    edited,
    export_year,
    import_book,
    row_with,
    sentences,
    write,
)

#: What an import may reach; its queries run on both engines in test_there_and_back.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def test_references_to_an_older_renstra_version_stay(mini: Kecamatan, lean: bytes) -> None:
    """A perubahan repeats the indikator; what was recorded before it still refers to the first version."""
    content = lean

    def perubahan(workbook: Workbook) -> None:
        for nama in (
            "Renstra",
            "Tujuan",
            "IndikatorTujuan",
            "TargetTujuan",
            "Sasaran",
            "Indikator",
            "TargetRenstra",
        ):
            sheet = workbook[nama]
            for row in list(sheet.iter_rows(min_row=3, values_only=True)):
                if any(nilai is not None for nilai in row):
                    sheet.append(row)
                    write(nama, sheet.max_row, "Versi", 1)(workbook)

    import_book(edited(content, perubahan))
    assert Renstra.objects.count() == 2
    old = Indikator.objects.get(kunci="skm", renstra__versi=0)
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).indikator == old
    assert BarisPK.objects.get(acuan_indikator__kunci="skm", perjanjian__tahun=2023).acuan_indikator == old
    assert import_book(export_year()).tally.perubahan == 0


def test_a_person_whose_nip_becomes_known_stays_the_same(mini: Kecamatan) -> None:
    person = make(Pejabat, nama="BUDI, S.H.", nip="")
    make(MasaJabatan, pejabat=person, kecamatan=mini, jabatan="sekretaris", mulai="2021-01-01")
    content = export_year()
    row = row_with(content, "Pejabat", Nama_dengan_gelar="BUDI, S.H.")
    preview = import_book(edited(content, write("Pejabat", row, "NIP", "19750101 200001 1 002")))
    assert (preview.tally.berubah, preview.tally.baru, preview.tally.dihapus) == (1, 0, 0)
    person.refresh_from_db()
    assert person.nip == "197501012000011002"


def test_a_corrected_first_day_keeps_the_term(mini: Kecamatan, lean: bytes) -> None:
    content = lean
    row = row_with(content, "Pejabat", Jabatan="Camat")
    masa = MasaJabatan.objects.get(jabatan="camat")
    preview = import_book(edited(content, write("Pejabat", row, "Mulai menjabat", "3/1/2022")))
    assert (preview.tally.berubah, preview.tally.perubahan) == (1, 1)
    masa.refresh_from_db()
    assert str(masa.mulai) == "2022-01-03"


def test_what_belongs_to_the_kabupaten_is_not_an_operators_to_change(mini: Kecamatan, lean: bytes) -> None:
    operator = make_pengguna("operator", kecamatan=mini)
    content = lean
    row = row_with(content, "RPJMD", Jenis="Sasaran")
    content = edited(
        content,
        write("RPJMD", row, "Indikator", "Indeks baru"),
        write("Pejabat", row_with(content, "Pejabat", Jabatan="Kepala daerah"), "Sampai dengan", "1/1/2025"),
    )
    with pytest.raises(WorkbookRefused) as error:
        import_book(content, by=operator, kabupaten=False)
    words = sentences(error.value.preview)
    assert len(words) == 2
    assert words[0].startswith("Lembar Pejabat, baris")
    assert "masa jabatan kepala daerah hanya dapat diubah oleh Bagian Organisasi" in words[0]
    assert words[1].startswith(f"Lembar RPJMD, baris {row}: sasaran RPJMD")
    assert SasaranRPJMD.objects.get().indikator == []
    bagian = make_pengguna("organisasi", kabupaten=mini.kabupaten)
    assert import_book(content, by=bagian, kabupaten=False).tally.berubah == 2


def test_an_operator_of_one_unit_changes_the_realisasi_of_that_unit_only(
    mini: Kecamatan, lean: bytes
) -> None:
    operator = make_pengguna("operator", kecamatan=mini)
    Keanggotaan.objects.get(pengguna=operator).unit.add(mini.unit_kerja.get(kunci="seksi-umum"))
    content = lean
    skm = row_with(content, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    sakip = row_with(content, "Realisasi", Kunci_indikator="sakip", Tahun=2023, Triwulan="Triwulan I")
    with pytest.raises(
        WorkbookRefused, match=f"Lembar Realisasi, baris {sakip}: Indikator ini diisi oleh unit kerja lain"
    ):
        import_book(
            edited(content, write("Realisasi", sakip, "Realisasi", "BB")), by=operator, kabupaten=False
        )
    own = row_with(content, "Indikator", Kunci="sakip")
    with pytest.raises(
        WorkbookRefused,
        match=rf"Lembar Indikator, baris {own}: .*tidak dibatasi pada unit kerja\. Kembalikan",
    ):
        import_book(
            edited(
                content,
                write("Indikator", own, "Penanggung jawab", "seksi-umum"),
                write("Realisasi", sakip, "Realisasi", "BB"),
            ),
            by=operator,
            kabupaten=False,
        )
    allowed = edited(content, write("Realisasi", skm, "Realisasi", "78"))
    assert import_book(allowed, by=operator, kabupaten=False).tally.berubah == 1


def test_a_person_shared_with_another_kecamatan_is_not_renamed_from_here(
    mini: Kecamatan, lean: bytes
) -> None:
    operator = make_pengguna("operator", kecamatan=mini)
    siti = Pejabat.objects.get(nip="197001011990012001")
    make(
        MasaJabatan,
        pejabat=siti,
        kecamatan=Kecamatan.objects.get(kode="35.09.11"),
        jabatan="camat",
        mulai="2019-01-01",
        sampai="2021-12-31",
    )
    content = edited(
        lean,
        write("Pejabat", row_with(lean, "Pejabat", Jabatan="Camat"), "Nama dengan gelar", "X"),
    )
    with pytest.raises(WorkbookRefused):
        import_book(content, by=operator, kabupaten=False)


@pytest.mark.parametrize("status", ["diajukan", "ditandatangani"])
def test_a_closed_year_takes_no_workbook(mini: Kecamatan, lean: bytes, status: str) -> None:
    content = lean
    Laporan.objects.all().delete()
    make_laporan(kecamatan=mini, tahun=2023, status=status)
    with pytest.raises(WorkbookRefused, match="Catatan tahun 2023 terkunci karena LKIP sudah"):
        import_book(content)


def test_values_of_a_closed_earlier_year_stay(mini: Kecamatan, lean: bytes) -> None:
    make_laporan(kecamatan=mini, tahun=2022, status="diajukan")
    content = lean
    row = row_with(content, "Realisasi", Tahun=2022)
    with pytest.raises(WorkbookRefused, match=f"Lembar Realisasi, baris {row}: Catatan tahun 2022 terkunci"):
        import_book(edited(content, write("Realisasi", row, "Realisasi", 1)))
    assert import_book(content).tally.perubahan == 0


def test_a_value_with_evidence_is_not_taken_away(mini: Kecamatan, lean: bytes) -> None:
    """As in the grid: the files that prove a value do not go along with its row."""
    row = row_with(lean, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    without = edited(lean, delete_row("Realisasi", row))
    make(BuktiDukung, realisasi=Realisasi.objects.get(indikator__kunci="skm", tahun=2023))
    with pytest.raises(WorkbookRefused, match=r"masih dipakai catatan lain \(bukti dukung\)"):
        import_book(without)
    assert BuktiDukung.objects.exists()
    BuktiDukung.objects.all().delete()
    assert import_book(without).tally.dihapus == 1


def test_a_workbook_of_another_place_is_named(mini: Kecamatan, lean: bytes) -> None:
    with pytest.raises(
        WorkbookUnsafe, match="milik Kecamatan Balung tahun 2023, bukan Kecamatan Balung tahun 2024"
    ):
        import_book(lean, place=(mini, 2024))

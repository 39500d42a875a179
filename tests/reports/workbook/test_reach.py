"""What a workbook may touch: what others share stays, a closed year and the unit of another are left alone."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from kecamatan.models import Keanggotaan, Kecamatan, MasaJabatan, Pejabat
from reports.models import Laporan
from reports.workbook.exchange import WorkbookRefused
from sakip.models import (
    BarisPK,
    Indikator,
    Realisasi,
    Renstra,
    SasaranRPJMD,
)
from sakip.workbook.safety import WorkbookUnsafe
from tests.factory import make, make_laporan, make_pengguna
from tests.workbook_edits import (
    baris_dengan,
    diubah,
    export_year,
    import_book,
    sentences,
    write,
)

#: Whose a row is, is decided before it is written.
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]


def test_references_to_an_older_renstra_version_stay(mini: Kecamatan, buku_mini: bytes) -> None:
    """A perubahan repeats the indikator; what was recorded before it still refers to the first version."""
    isi = buku_mini

    def perubahan(buku: Workbook) -> None:
        for nama in (
            "Renstra",
            "Tujuan",
            "IndikatorTujuan",
            "TargetTujuan",
            "Sasaran",
            "Indikator",
            "TargetRenstra",
        ):
            lembar = buku[nama]
            for baris in list(lembar.iter_rows(min_row=3, values_only=True)):
                if any(nilai is not None for nilai in baris):
                    lembar.append(baris)
                    write(nama, lembar.max_row, "Versi", 1)(buku)

    import_book(diubah(isi, perubahan))
    assert Renstra.objects.count() == 2
    lama = Indikator.objects.get(kunci="skm", renstra__versi=0)
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).indikator == lama
    assert BarisPK.objects.get(acuan_indikator__kunci="skm", perjanjian__tahun=2023).acuan_indikator == lama
    assert import_book(export_year()).hitungan.perubahan == 0


def test_a_person_whose_nip_becomes_known_stays_the_same(mini: Kecamatan) -> None:
    orang = make(Pejabat, nama="BUDI, S.H.", nip="")
    make(MasaJabatan, pejabat=orang, kecamatan=mini, jabatan="sekretaris", mulai="2021-01-01")
    isi = export_year()
    baris = baris_dengan(isi, "Pejabat", Nama_dengan_gelar="BUDI, S.H.")
    tinjauan = import_book(diubah(isi, write("Pejabat", baris, "NIP", "19750101 200001 1 002")))
    assert (tinjauan.hitungan.berubah, tinjauan.hitungan.baru, tinjauan.hitungan.dihapus) == (1, 0, 0)
    orang.refresh_from_db()
    assert orang.nip == "197501012000011002"


def test_a_corrected_first_day_keeps_the_term(mini: Kecamatan, buku_mini: bytes) -> None:
    isi = buku_mini
    baris = baris_dengan(isi, "Pejabat", Jabatan="Camat")
    masa = MasaJabatan.objects.get(jabatan="camat")
    tinjauan = import_book(diubah(isi, write("Pejabat", baris, "Mulai menjabat", "3/1/2022")))
    assert (tinjauan.hitungan.berubah, tinjauan.hitungan.perubahan) == (1, 1)
    masa.refresh_from_db()
    assert str(masa.mulai) == "2022-01-03"


def test_what_belongs_to_the_kabupaten_is_not_an_operators_to_change(
    mini: Kecamatan, buku_mini: bytes
) -> None:
    operator = make_pengguna("operator", kecamatan=mini)
    isi = buku_mini
    baris = baris_dengan(isi, "RPJMD", Jenis="Sasaran")
    isi = diubah(
        isi,
        write("RPJMD", baris, "Indikator", "Indeks baru"),
        write("Pejabat", baris_dengan(isi, "Pejabat", Jabatan="Kepala daerah"), "Sampai dengan", "1/1/2025"),
    )
    with pytest.raises(WorkbookRefused) as galat:
        import_book(isi, oleh=operator, kabupaten=False)
    kata = sentences(galat.value.tinjauan)
    assert len(kata) == 2
    assert kata[0].startswith("Lembar Pejabat, baris")
    assert "masa jabatan kepala daerah hanya dapat diubah oleh Bagian Organisasi" in kata[0]
    assert kata[1].startswith(f"Lembar RPJMD, baris {baris}: sasaran RPJMD")
    assert SasaranRPJMD.objects.get().indikator == []
    bagian = make_pengguna("organisasi", kabupaten=mini.kabupaten)
    assert import_book(isi, oleh=bagian, kabupaten=False).hitungan.berubah == 2


def test_an_operator_of_one_unit_changes_the_realisasi_of_that_unit_only(
    mini: Kecamatan, buku_mini: bytes
) -> None:
    operator = make_pengguna("operator", kecamatan=mini)
    Keanggotaan.objects.get(pengguna=operator).unit.add(mini.unit_kerja.get(kunci="seksi-umum"))
    isi = buku_mini
    skm = baris_dengan(isi, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    sakip = baris_dengan(isi, "Realisasi", Kunci_indikator="sakip", Tahun=2023, Triwulan="Triwulan I")
    with pytest.raises(
        WorkbookRefused, match=f"Lembar Realisasi, baris {sakip}: .*bukan tanggung jawab unit Anda"
    ):
        import_book(diubah(isi, write("Realisasi", sakip, "Realisasi", "BB")), oleh=operator, kabupaten=False)
    boleh = diubah(isi, write("Realisasi", skm, "Realisasi", "78"))
    assert import_book(boleh, oleh=operator, kabupaten=False).hitungan.berubah == 1


def test_a_person_shared_with_another_kecamatan_is_not_renamed_from_here(mini: Kecamatan) -> None:
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
    isi = diubah(
        export_year(),
        write("Pejabat", baris_dengan(export_year(), "Pejabat", Jabatan="Camat"), "Nama dengan gelar", "X"),
    )
    with pytest.raises(WorkbookRefused):
        import_book(isi, oleh=operator, kabupaten=False)


@pytest.mark.parametrize("status", ["diajukan", "ditandatangani"])
def test_a_closed_year_takes_no_workbook(mini: Kecamatan, buku_mini: bytes, status: str) -> None:
    isi = buku_mini
    Laporan.objects.all().delete()
    make_laporan(kecamatan=mini, tahun=2023, status=status)
    with pytest.raises(WorkbookRefused, match="Catatan tahun 2023 terkunci karena LKIP sudah"):
        import_book(isi)


def test_values_of_a_closed_earlier_year_stay(mini: Kecamatan) -> None:
    make_laporan(kecamatan=mini, tahun=2022, status="diajukan")
    isi = export_year()
    baris = baris_dengan(isi, "Realisasi", Tahun=2022)
    with pytest.raises(
        WorkbookRefused, match=f"Lembar Realisasi, baris {baris}: Catatan tahun 2022 terkunci"
    ):
        import_book(diubah(isi, write("Realisasi", baris, "Realisasi", 1)))
    assert import_book(isi).hitungan.perubahan == 0


def test_a_workbook_of_another_place_is_named(mini: Kecamatan, buku_mini: bytes) -> None:
    with pytest.raises(
        WorkbookUnsafe, match="milik Kecamatan Balung tahun 2023, bukan Kecamatan Balung tahun 2024"
    ):
        import_book(buku_mini, tempat=(mini, 2024))

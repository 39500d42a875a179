"""The Perjanjian Kinerja as a form: prescribed words to the letter, two parties, lampiran on its own page."""

from dataclasses import replace

from reports.document.tree import (
    Bagian,
    Judul,
    Kop,
    Paragraf,
    PindahHalaman,
    SignatureBlock,
    Tabel,
    Tebal,
)
from reports.official.pk import bagian_pk
from sakip.snapshot.types import PerjanjianKinerja
from tests.reports.lkip.example_plan import naskah_rencana, pk_lengkap
from tests.reports.lkip.read_part import baris_tabel, blok_dari, semua_tabel, teks
from tests.reports.official.read_forms import pasangan

#: The pernyataan as the blank form has it (Permen PANRB 53/2014 as used in Jember); names between the sentences.
PERNYATAAN = [
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi pada "
    "hasil, kami yang bertanda tangan dibawah ini :",
    "Selanjutnya disebut Pihak Pertama.",
    "Selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua.",
    "Pihak Pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
    "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
    "Pihak Kedua akan memberikan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari "
    "perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
]


def formulir(pk: PerjanjianKinerja) -> Bagian:
    return bagian_pk(naskah_rencana(pk=(pk,)), pk)


def test_the_pernyataan_is_exact_to_the_letter() -> None:
    kalimat = [b for b in blok_dari(formulir(pk_lengkap())) if isinstance(b, Paragraf)]
    assert [teks(k.isi) for k in kalimat] == PERNYATAAN
    assert [p for k in kalimat if not isinstance(k.isi, str) for p in k.isi if isinstance(p, Tebal)] == [
        Tebal("Pihak Pertama."),
        Tebal("Pihak Kedua."),
    ]


def test_the_pernyataan_has_its_page_and_the_lampiran_the_next() -> None:
    assert [type(b).__name__ for b in formulir(pk_lengkap()).isi] == [
        *("Kop", "Judul", "Paragraf", "Isian", "Paragraf", "Isian", "Paragraf", "Paragraf", "Paragraf"),
        *("SignatureBlock", "PindahHalaman", "Judul", "Tabel", "Tabel", "SignatureBlock"),
    ]


def test_both_parties_by_name_and_office() -> None:
    assert pasangan(formulir(pk_lengkap())) == {
        "Nama": ["NURYADI, S.STP.", "Ir. H. HENDY SISWANTO, ST, IPU"],
        "Jabatan": ["Camat Jombang", "Bupati Jember"],
    }


def test_the_bupati_signs_left_and_the_camat_right_with_place_and_date() -> None:
    tanda = [b for b in blok_dari(formulir(pk_lengkap())) if isinstance(b, SignatureBlock)]
    assert len(tanda) == 2
    for satu in tanda:
        kiri, kanan = satu.blok
        assert kiri.kepala == ("Pihak Kedua,", "Bupati Jember,")
        assert (kiri.nama, kiri.bawah) == ("Ir. H. HENDY SISWANTO, ST, IPU", ())
        assert kanan.kepala == ("Jember, 21 November 2023", "Pihak Pertama,", "Camat Jombang,")
        assert kanan.nama == "NURYADI, S.STP."
        assert kanan.bawah == ("Penata Tingkat I", "NIP 19801124 200112 1 003")


def test_titles_name_the_version() -> None:
    def judul(versi: int) -> list[tuple[str, ...]]:
        return [b.baris for b in blok_dari(formulir(pk_lengkap(versi))) if isinstance(b, Judul)]

    assert judul(0) == [
        ("PERJANJIAN KINERJA", "TAHUN 2023"),
        ("LAMPIRAN PERJANJIAN KINERJA TAHUN 2023", "KECAMATAN JOMBANG"),
    ]
    assert judul(1)[0] == ("PERJANJIAN KINERJA PERUBAHAN", "TAHUN 2023")
    assert judul(2)[0] == ("PERJANJIAN KINERJA PERUBAHAN KE-2", "TAHUN 2023")


def test_the_lampiran_lists_targets_then_programs_with_their_total() -> None:
    isi = formulir(pk_lengkap())
    assert baris_tabel(isi, "pk-1-indikator") == [
        ["1", "Meningkatnya kepuasan masyarakat", "IKM", "85"],
        ["", "", "Persentase layanan tepat waktu", "90%"],
        ["2", "Terselenggaranya pemerintahan kecamatan", "Nilai SAKIP", "B"],
    ]
    assert baris_tabel(isi, "pk-1-anggaran") == [
        ["1", "Program Penunjang Urusan Pemerintahan Daerah", "2.321.886.527", "P-APBD"],
        ["2", "Program Penyelenggaraan Urusan Pemerintahan Umum", "9.230.400", "P-APBD"],
        ["Jumlah", "2.331.116.927", "P-APBD"],
    ]
    assert all(not t.bernomor and not t.judul_tampil for t in semua_tabel(isi).values())


def test_a_pk_without_counterpart_date_or_rows_still_is_a_form() -> None:
    kosong = replace(
        pk_lengkap(0), pihak_kedua=None, tempat="", tanggal=None, tanggal_cetak="", indikator=(), anggaran=()
    )
    isi = formulir(kosong)
    assert pasangan(isi)["Nama"] == ["NURYADI, S.STP."]
    assert pasangan(isi)["Jabatan"] == ["Camat Jombang", "Bupati Jember"]
    assert [teks(b.isi) for b in blok_dari(isi) if isinstance(b, Paragraf)][-3:] == [
        "Keterangan: Nama Pihak Kedua dan tanggal penandatanganan tidak tercantum dalam sumber data Perjanjian Kinerja "
        "Tahun 2023.",
        "Sasaran, indikator, dan target dalam Perjanjian Kinerja Tahun 2023 belum dicatat.",
        "Perjanjian Kinerja Tahun 2023 tidak memuat anggaran program.",
    ]
    (tanda, _) = [b for b in blok_dari(isi) if isinstance(b, SignatureBlock)]
    assert tanda.blok[0].kepala == ("Pihak Kedua,", "Bupati Jember,")
    assert tanda.blok[1].kepala == ("Pihak Pertama,", "Camat Jombang,")
    assert tanda.blok[0].nama == ""


def test_the_form_brings_its_own_title_and_letterhead() -> None:
    isi = formulir(pk_lengkap())
    assert not isi.tampil_judul
    assert not isi.lanskap
    (kop,) = [b for b in isi.isi if isinstance(b, Kop)]
    assert (kop.pemerintah, kop.instansi) == ("Pemerintah Kabupaten Jember", "Kecamatan Jombang")
    assert kop.alamat == ("Jl. Ahmad Yani No. 104, Telepon (0336) 322155", "Jombang – Kode Pos 68168")
    assert sum(isinstance(b, PindahHalaman) for b in isi.isi) == 1
    assert sum(isinstance(b, Tabel) for b in isi.isi) == 2

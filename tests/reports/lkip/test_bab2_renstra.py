"""BAB II.A: what the kabupaten wants, tujuan and sasaran of every version, and what a perubahan changed."""

from dataclasses import replace

from reports.document.tree import Bagian, Daftar
from reports.lkip.bab2_renstra import rencana_strategis
from reports.publish.naskah import Narasi
from sakip.snapshot.types import MisiRPJMD
from tests.reports.lkip.example_plan import (
    RENSTRA_AWAL,
    RENSTRA_PERUBAHAN,
    RPJMD,
    naskah_rencana,
    snapshot_rencana,
)
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import (
    bagian_dari,
    blok_dari,
    narasi,
    semua_kalimat,
    semua_tabel,
)
from tests.reports.official.read_forms import isi_daftar


def bagian(kunci: str, **isi: object) -> Bagian:
    return bagian_dari(rencana_strategis(naskah_rencana(**isi)), kunci)


def test_visi_misi_and_what_the_kecamatan_serves() -> None:
    isi = bagian("visi-misi")
    assert isi.judul == "Visi dan Misi Kabupaten Jember"
    assert semua_kalimat(isi) == [
        "Visi pembangunan Kabupaten Jember Tahun 2021–2026 adalah “Wes Wayahe Mbenahi Jember”.",
        "Misi yang ditetapkan untuk mewujudkan visi tersebut adalah sebagai berikut.",
        "Misi ke-1: Meningkatkan pertumbuhan ekonomi.",
        "Misi ke-2: Membangun tata kelola pemerintahan yang kondusif.",
        "Kecamatan Jombang mendukung misi ke-2. Tujuan dan sasaran kabupaten yang menjadi acuannya adalah sebagai "
        "berikut.",
        "Tujuan: Meningkatkan tata kelola yang baik.",
    ]
    daftar = [b for b in blok_dari(isi) if isinstance(b, Daftar)][-1]
    assert list(isi_daftar(daftar))[1:] == [
        "Sasaran: Meningkatnya pelayanan publik.",
        "Sasaran: Meningkatnya realisasi pajak daerah.",
    ]


def test_a_single_recorded_misi_is_named_in_the_sentence() -> None:
    satu = replace(RPJMD, visi="", misi=RPJMD.misi[1:])
    assert semua_kalimat(bagian("visi-misi", rpjmd=satu))[1] == (
        "Kecamatan Jombang mendukung misi ke-2 RPJMD Kabupaten Jember Tahun 2021–2026, yaitu “Membangun tata kelola "
        "pemerintahan yang kondusif”. Tujuan dan sasaran kabupaten yang menjadi acuannya adalah sebagai berikut."
    )


def test_a_misi_without_tujuan_promises_none() -> None:
    kosong = replace(RPJMD.misi[1], tujuan=())
    kata = semua_kalimat(bagian("visi-misi", rpjmd=replace(RPJMD, misi=(RPJMD.misi[0], kosong))))
    assert kata[-1] == "Kecamatan Jombang mendukung misi ke-2."


def test_misi_that_nobody_serves_are_only_listed() -> None:
    lain = MisiRPJMD(nomor=1, uraian="Meningkatkan ekonomi", diacu=False, tujuan=())
    kata = semua_kalimat(bagian("visi-misi", rpjmd=replace(RPJMD, visi="", misi=(lain,))))
    assert kata == [
        "Rumusan visi pembangunan Kabupaten Jember Tahun 2021–2026 tidak tersedia dalam sumber data.",
        "Misi yang ditetapkan dalam RPJMD Kabupaten Jember Tahun 2021–2026 adalah sebagai berikut.",
        "Misi ke-1: Meningkatkan ekonomi.",
    ]


def test_numbers_follow_the_parts_that_exist() -> None:
    lengkap = rencana_strategis(naskah_rencana())
    assert [(b.nomor, b.judul) for b in lengkap.anak] == [
        ("1.", "Visi dan Misi Kabupaten Jember"),
        ("2.", "Tujuan dan Sasaran Kecamatan Jombang"),
        ("3.", "Strategi dan Kebijakan"),
    ]
    for rpjmd in (None, replace(RPJMD, visi="", misi=())):
        tanpa = rencana_strategis(naskah_rencana(rpjmd=rpjmd))
        assert [(b.nomor, b.kunci) for b in tanpa.anak] == [("1.", "tujuan-sasaran"), ("2.", "strategi")]


def test_a_first_renstra_counts_its_tujuan_and_sasaran() -> None:
    assert semua_kalimat(bagian("tujuan-sasaran", renstra=(RENSTRA_AWAL,))) == [
        "Renstra Kecamatan Jombang menetapkan 1 (satu) tujuan dan 2 (dua) sasaran dengan target setiap tahun "
        "sebagaimana disajikan dalam tabel berikut."
    ]


def test_a_changed_renstra_shows_both_versions_and_the_difference() -> None:
    alasan = (Narasi(bagian="perubahan-renstra", kunci="", isi="<p>Menyesuaikan tata kelola.</p>"),)
    isi = bagian_dari(rencana_strategis(naskah(snapshot_rencana(), narasi=alasan)), "tujuan-sasaran")
    assert semua_kalimat(isi) == [
        "Renstra Kecamatan Jombang telah mengalami 1 (satu) kali perubahan. Renstra yang berlaku memuat 2 (dua) tujuan "
        "dan 2 (dua) sasaran. Tujuan, sasaran, indikator, dan target sebelum dan setelah perubahan disajikan dalam "
        "tabel berikut.",
        "Perubahan tersebut meliputi 8 (delapan) hal sebagaimana dirinci dalam tabel berikut.",
    ]
    assert narasi(isi) == ["Menyesuaikan tata kelola."]
    assert [t.judul for t in semua_tabel(isi).values()] == [
        "Tujuan, Sasaran, dan Target Renstra Tahun 2021–2026 Sebelum Perubahan",
        "Tujuan, Sasaran, dan Target Renstra Tahun 2021–2026 Setelah Perubahan",
        "Hal yang Berubah dalam Renstra Tahun 2021–2026",
    ]


def test_several_changes_are_told_apart_and_the_last_two_are_compared() -> None:
    kedua = replace(RENSTRA_PERUBAHAN, versi=2)
    isi = bagian("tujuan-sasaran", renstra=(RENSTRA_AWAL, RENSTRA_PERUBAHAN, kedua))
    assert [t.judul.rpartition("2026")[2] for t in semua_tabel(isi).values()] == [
        " Sebelum Perubahan",
        " Setelah Perubahan Ke-1",
        " Setelah Perubahan Ke-2",
    ]
    assert "telah mengalami 2 (dua) kali perubahan" in semua_kalimat(isi)[0]
    assert semua_kalimat(isi)[-1] == (
        "Perubahan tersebut tidak mengubah tujuan, sasaran, indikator, maupun targetnya."
    )


def test_a_renstra_without_tujuan_says_so() -> None:
    kosong = replace(RENSTRA_AWAL, tujuan=())
    assert semua_kalimat(bagian("tujuan-sasaran", renstra=(kosong,))) == [
        "Tujuan dan sasaran Renstra Kecamatan Jombang belum dicatat."
    ]


def test_strategi_and_kebijakan_of_those_sasaran_that_have_some() -> None:
    isi = bagian("strategi")
    (daftar,) = [b for b in blok_dari(isi) if isinstance(b, Daftar)]
    assert list(isi_daftar(daftar)) == [
        "Sasaran “Meningkatnya kepuasan masyarakat”:",
        "Strategi: Melatih petugas; menata loket.",
        "Kebijakan: Standar pelayanan ditegakkan.",
    ]
    assert semua_kalimat(bagian("strategi", renstra=(RENSTRA_AWAL,))) == [
        "Renstra yang berlaku tidak mencantumkan strategi dan kebijakan."
    ]

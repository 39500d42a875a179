"""What was left open in a text is found; what only looks like it is not."""

from sakip.checks.material import Shape
from tests.sakip.checks.report.material import iku, iku_row
from tests.sakip.checks.text.passages import found, passage
from tests.table_tests import each_row


@each_row(
    "text",
    [
        "Permasalahan: ……………",
        "Anggaran sebesar Rp ........ telah terserap",
        "Nama: ____________",
        "Nomor 900/ /35.09.05/2021",
        "Hasil kegiatan ( ) terlampir",
        "Hambatan (Nihil)",
        "Nilai mengalami naik/turun",
        "Ditetapkan tanggal Januari 2024",
        "Balung, Januari 2021",
        "Peraturan Bupati Jember Nomor   Tahun 2021 tentang Kedudukan",
        "Permasalahan: …….",
        "Pencapaiannya sebanyak jumlah indikator dalam kategori baik",
    ],
)
def test_what_was_left_open_is_found(text: str) -> None:
    (message,) = found("tidak-ada-yang-terbuka", text)
    assert message.endswith("Isi, atau hapus.")


@each_row(
    "text",
    [
        "Pembinaan, monitoring, dan evaluasi … dilanjutkan tahun berikutnya.",
        "Nomor 900/12/35.09.05/2021 tanggal 3 Januari 2024",
        "Program dan/atau kegiatan (terlampir)",
        "Nilai B/BB dan rasio 8/7",
        "Jumlah laporan yang selesai _____ x 100%",
        "Balung, 21 Januari 2021",
        "Pada rapat di Balung, Januari 2021 dipilih.",
        "Penduduk laki-laki/perempuan",
        "Peraturan Nomor 5 Tahun 2021; nomor, tahun 2021, dan judulnya",
    ],
)
def test_what_is_whole_stays_silent(text: str) -> None:
    assert found("tidak-ada-yang-terbuka", text) == []


def test_what_was_left_open_in_a_record_is_found() -> None:
    row = iku_row("ikm", "Indeks Kepuasan Masyarakat", sumber_data="Laporan Nomor 900/ /2023")
    (message,) = found("tidak-ada-yang-terbuka", iku=iku(row))
    assert message == "“Laporan Nomor 900/ /2023”: bagian nomor yang kosong. Isi, atau hapus."
    assert found("tidak-ada-yang-terbuka", iku=iku(iku_row("ikm", "Indeks Kepuasan Masyarakat"))) == []


@each_row(
    ("text", "cut_off"),
    [
        ("Jumlah indikator yang tercapai sebanyak", True),
        ("Hambatan utama adalah kurangnya pegawai dan", True),
        ("Hambatan utama adalah kurangnya pegawai.", False),
        ("Kegiatan yang diikuti warga:", False),
        ("RT dan RW", False),
    ],
)
def test_a_sentence_without_its_end_is_found(text: str, cut_off: bool) -> None:
    assert bool(found("kalimat-selesai", text)) is cut_off


@each_row(
    ("first", "cut_off"),
    [
        ("Hambatan utama adalah kurangnya pegawai untuk", True),
        ("Hambatan utama adalah kurangnya pegawai dan", True),
        ("Kurangnya pegawai; dan", False),  # of a list whose last item follows
        ("Hambatan utama yaitu", False),
    ],
)
def test_what_follows_ends_a_sentence_only_where_it_can(first: str, cut_off: bool) -> None:
    assert bool(found("kalimat-selesai", first, "Kurangnya kendaraan dinas.")) is cut_off


def test_a_list_goes_on_after_its_introduction_and_its_items() -> None:
    texts = (
        "Tujuan laporan ini adalah",
        passage("menilai kinerja; dan", shape=Shape.ITEM),
        "bahan evaluasi.",
    )
    assert found("kalimat-selesai", *texts) == []
    assert len(found("kalimat-selesai", *texts[:2])) == 1


def test_a_table_of_contents_leads_to_its_pages() -> None:
    assert (
        found(
            "tidak-ada-yang-terbuka", "A. LATAR BELAKANG ..... 6", "DAFTAR ISI.....\tii", "BAB IV..... | 56"
        )
        == []
    )


def test_a_cell_of_a_table_need_not_be_a_sentence() -> None:
    assert found("kalimat-selesai", passage("Jumlah dan", shape=Shape.ROW)) == []


def test_a_copy_that_nobody_confirmed_is_told_once() -> None:
    texts = [passage("Satu.", unread=True), passage("Dua.", unread=True)]
    assert found("tulisan-ditinjau", *texts) == [
        "Tulisan salinan atau konsep ini belum ditinjau. Baca, lalu nyatakan sudah ditinjau."
    ]
    assert found("tulisan-ditinjau", "Satu.") == []


def test_a_marker_without_a_value_is_told() -> None:
    one = passage("Capaian {capain: IKM}.", unknown=("{capain: IKM}",))
    assert found("penanda-dikenal", one) == [
        "{capain: IKM} tidak dikenal. Pilih nilainya dari daftar, atau hapus."
    ]

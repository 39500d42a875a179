"""A budget file in the browser: shown row by row, stored all or nothing, its layout remembered by the kabupaten."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kecamatan.models import Jejak, Kecamatan
from sakip.models import Anggaran, Kegiatan, Program, SubKegiatan, TataLetakSipd, VersiNomenklatur
from tests.factory import make, make_anggaran, make_kabupaten, make_kecamatan, make_laporan, make_pengguna
from tests.sakip.lists.list_files import xlsx
from tests.sakip.lists.sipd.budget_files import RECAP_CSV, per_document

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/anggaran/sipd/"
HEADINGS = ("Kode", "Nama Sub Kegiatan", "Pagu", "Realisasi")
KODE = "7.01.01.2.01.000{}"


@pytest.fixture
def subs() -> list[SubKegiatan]:
    """A kegiatan of three sub kegiatan in the nomenklatur of the year."""
    versi = VersiNomenklatur.objects.create(kode="2021", nama="Kepmendagri 5889", tahun_awal=2021)
    program = make(Program, versi=versi, kode="7.01.01", nama="Program Penunjang")
    kegiatan = make(Kegiatan, program=program, kode="7.01.01.2.01", nama="Perencanaan")
    return [make(SubKegiatan, kegiatan=kegiatan, kode=KODE.format(n), nama=f"Sub {n}") for n in (1, 2, 3)]


@pytest.fixture
def rows(balung: Kecamatan, subs: list[SubKegiatan]) -> list[Anggaran]:
    """The first two of them with a pagu of 1.000 each, of which 400 of the first are spent."""
    return [
        make_anggaran(
            kecamatan=balung,
            program=sub.kegiatan.program,
            kegiatan=sub.kegiatan,
            sub_kegiatan=sub,
            pagu_murni=Decimal(1000),
            realisasi=spent,
            urut=n,
        )
        for n, (sub, spent) in enumerate(zip(subs[:2], (Decimal(400), None), strict=True), start=1)
    ]


def upload(
    client: Client, content: bytes, *, name: str = "lra.xlsx", sampai: str = "5", pagu: str = ""
) -> Any:
    return client.post(BASE, {"berkas": SimpleUploadedFile(name, content), "sampai": sampai, "pagu": pagu})


def hidden(response: Any) -> dict[str, str]:
    """What the page carries to the next one."""
    return dict(re.findall(r'type="hidden" name="(berkas|sidik)" value="([^"]+)"', response.content.decode()))


def text(response: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def save(client: Client, preview: Any, **fields: Any) -> Any:
    return client.post(f"{BASE}simpan/", hidden(preview) | fields)


def stored() -> list[tuple[str | int | None, ...]]:
    found = Anggaran.objects.order_by("sub_kegiatan__kode", "unit")
    return [
        (
            row.sub_kegiatan.kode[-1] if row.sub_kegiatan else "",
            *(None if v is None else int(v) for v in (row.pagu_murni, row.pagu_perubahan, row.realisasi)),
        )
        for row in found
    ]


FILE = xlsx(
    ("Kecamatan Balung", None, None, None),
    HEADINGS,
    (KODE.format(1), "Sub 1", 1000, 900),
    (KODE.format(2), "Sub Dua", 1200, None),
    (KODE.format(3), "Sub 3", 500, 100),
    ("7.01.05.2.01.0001", "Pembinaan", 70, 60),
    ("Jumlah", None, 2770, 1060),
)


def test_a_file_is_shown_row_by_row_and_stored_as_it_was_shown(client: Client, rows: list[Anggaran]) -> None:
    preview = upload(client, FILE, pagu="perubahan")
    assert preview.status_code == 200
    said = text(preview)
    assert "2 baris berubah, 0 sama, 1 baris baru, 1 tidak cocok" in said
    assert "Realisasi sampai dengan akhir Mei 2021 menggantikan yang tercatat." in said
    assert "Namanya dalam berkas: Sub Dua" in said
    assert "7.01.05.2.01.0001 Pembinaan Baris 6 Kode ini tidak ada dalam nomenklatur tahun 2021." in said
    # 1000 + 1000; the second row becomes 1200, the third adds 500. A sum with a realisasi that is empty is not known.
    assert "Pagu yang berlaku Rp2.000 Rp2.200 Rp2.700 Realisasi belum lengkap" in said
    assert stored() == [("1", 1000, None, 400), ("2", 1000, None, None)]

    answer = save(client, preview, tambah=f"{SubKegiatan.objects.get(kode=KODE.format(3)).pk}/")
    assert answer.status_code == 302
    assert stored() == [("1", 1000, None, 900), ("2", 1000, 1200, None), ("3", None, 500, 100)]
    told = Jejak.objects.filter(alasan__contains="berkas SIPD lra.xlsx")
    assert {one.tindakan for one in told} == {"catatan.diubah", "catatan.dibuat"}
    assert told.filter(alasan__endswith="realisasi sampai dengan akhir Mei 2021.").count() == 3
    # Sent once more from the page that is still open: nothing is there to be done, and nothing is done twice.
    assert save(client, preview, tambah="").status_code == 409
    assert len(stored()) == 3


def test_a_semicolon_csv_fills_an_empty_year_with_the_rows_that_are_chosen(
    client: Client, subs: list[SubKegiatan]
) -> None:
    for sub, name in zip(subs, ("Penyusunan Dokumen", "Koordinasi RKA"), strict=False):
        sub.nama = name
        sub.save()
    preview = upload(client, RECAP_CSV.encode("cp1252"), name="rekap.csv", pagu="murni")
    # Two digits where the nomenklatur has four, under the same names.
    assert "0 baris berubah, 0 sama, 2 baris baru" in text(preview)
    save(client, preview, tambah=[f"{sub.pk}/" for sub in subs])
    assert stored() == [("1", 1_000_000, None, 1_250_500), ("2", 2_000_000, None, 0)]


def test_units_of_a_sub_kegiatan_are_told_apart_where_the_budget_does(
    client: Client, balung: Kecamatan, rows: list[Anggaran]
) -> None:
    first = rows[0]
    first.unit = "Kecamatan Balung"
    first.save()
    make_anggaran(
        kecamatan=balung,
        program=first.program,
        kegiatan=first.kegiatan,
        sub_kegiatan=first.sub_kegiatan,
        unit="Karangduren",
        urut=3,
    )
    preview = upload(client, per_document())
    assert "1 unit lain dilewati: Kecamatan Ambulu (1 baris)." in text(preview)
    save(client, preview)
    found = Anggaran.objects.filter(sub_kegiatan=first.sub_kegiatan).order_by("pk")
    assert [(row.unit, row.realisasi) for row in found] == [("Kecamatan Balung", 2500), ("Karangduren", 700)]


def test_columns_are_mapped_once_and_the_next_file_of_any_kecamatan_goes_straight_to_its_preview(
    client: Client, balung: Kecamatan, rows: list[Anggaran]
) -> None:
    def month(name: str, spent: int) -> bytes:
        return xlsx(("Kd.Sub", f"Terpakai s.d. {name} 2021"), (KODE.format(1), spent))

    asked = upload(client, month("Mei", 900))
    assert asked.status_code == 422
    assert "Kolom pagu atau realisasi belum dikenali." in text(asked)
    fields = {"langkah": "pakai", "kolom-0": "kode", "kolom-1": "realisasi", "angka": "id"}
    preview = client.post(f"{BASE}kolom/", hidden(asked) | fields)
    assert preview.status_code == 200
    assert not TataLetakSipd.objects.exists()  # a layout that nobody confirmed is not remembered
    save(client, preview)
    layout = TataLetakSipd.objects.get()
    assert (layout.kabupaten, layout.kolom) == (balung.kabupaten, {"0": "kode", "1": "realisasi"})
    assert Jejak.objects.filter(objek_jenis="sakip.tataletaksipd", tindakan="catatan.dibuat").count() == 1

    june = upload(client, month("Juni", 950), sampai="6")
    assert june.status_code == 200
    assert "1 baris berubah" in text(june)

    def there(place: Kecamatan, content: bytes) -> Any:
        """The answer to an operator of another kecamatan."""
        client.force_login(make_pengguna("operator", username=place.slug, kecamatan=place))
        address = f"/kecamatan/{place.slug}/2021/anggaran/sipd/"
        return client.post(
            address, {"berkas": SimpleUploadedFile("a.xlsx", content), "sampai": "7", "pagu": ""}
        )

    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11", nama="Ambulu")
    july = there(neighbour, month("Juli", 1))
    assert july.status_code == 200
    assert "0 baris berubah, 0 sama, 1 baris baru" in text(july)
    other = make_kecamatan(
        kabupaten=make_kabupaten(kode="36.03", nama="Tangerang"), kode="36.03.01", nama="Tigaraksa"
    )
    assert there(other, month("Juli", 1)).status_code == 422  # another kabupaten knows nothing of it
    assert (
        client.post(f"/kecamatan/{other.slug}/2021/anggaran/sipd/tata-letak/{layout.pk}/lupakan/").status_code
        == 404
    )


def test_a_layout_can_be_forgotten(client: Client, balung: Kecamatan) -> None:
    layout = make(TataLetakSipd, kabupaten=balung.kabupaten)
    assert client.post(f"{BASE}tata-letak/{layout.pk}/lupakan/").status_code == 302
    assert not TataLetakSipd.objects.exists()
    assert Jejak.objects.get(objek_jenis="sakip.tataletaksipd").tindakan == "catatan.dihapus"


def test_what_changed_since_the_preview_is_shown_again_and_nothing_is_stored(
    client: Client, rows: list[Anggaran]
) -> None:
    preview = upload(client, FILE)
    Anggaran.objects.filter(pk=rows[0].pk).update(realisasi=Decimal(450))
    answer = save(client, preview)
    assert answer.status_code == 409
    assert "Sejak pratinjau ada yang berubah." in text(answer)
    assert stored()[0] == ("1", 1000, None, 450)
    save(client, answer)
    assert stored()[0] == ("1", 1000, None, 900)


def test_a_realisasi_that_becomes_less_is_said_to_be_of_one_month_perhaps(
    client: Client, rows: list[Anggaran]
) -> None:
    preview = upload(client, xlsx(HEADINGS, (KODE.format(1), "Sub 1", 1000, 90)))
    assert "Realisasi 1 baris menjadi lebih kecil daripada yang tercatat." in text(preview)


def test_a_cell_with_two_readings_stops_the_whole_file(client: Client, rows: list[Anggaran]) -> None:
    preview = upload(
        client, xlsx(HEADINGS, (KODE.format(1), "Sub 1", None, "1.5"), (KODE.format(2), "Sub 2", None, 7))
    )
    assert preview.status_code == 422
    assert 'D2: "1.5" meragukan' in text(preview)
    assert "Simpan semua" not in text(preview)
    assert save(client, preview).status_code == 409
    assert stored()[1] == ("2", 1000, None, None)


def test_a_preview_of_another_place_or_another_person_is_of_no_use(
    client: Client, balung: Kecamatan, rows: list[Anggaran]
) -> None:
    carried = hidden(upload(client, FILE))
    assert client.post("/kecamatan/balung/2022/anggaran/sipd/simpan/", carried).status_code == 409
    client.force_login(make_pengguna("operator", username="kedua", kecamatan=balung))
    assert client.post(f"{BASE}simpan/", carried).status_code == 409
    assert stored()[0] == ("1", 1000, None, 400)


def test_a_closed_year_takes_no_file(client: Client, balung: Kecamatan, rows: list[Anggaran]) -> None:
    preview = upload(client, FILE)
    make_laporan(kecamatan=balung, tahun=2021, status="diajukan")
    assert save(client, preview).status_code == 423
    assert upload(client, FILE).status_code == 423
    assert stored()[0] == ("1", 1000, None, 400)


def test_the_preview_of_many_rows_asks_no_more_of_the_database(
    client: Client, balung: Kecamatan, rows: list[Anggaran], django_assert_max_num_queries: Any
) -> None:
    kegiatan = rows[0].kegiatan
    more = [
        make(SubKegiatan, kegiatan=kegiatan, kode=f"7.01.01.2.01.1{n:03}", nama=f"S{n}") for n in range(40)
    ]
    content = xlsx(HEADINGS, *((sub.kode, sub.nama, 10, 5) for sub in more))
    with django_assert_max_num_queries(45):
        assert "40 baris baru" in text(upload(client, content))

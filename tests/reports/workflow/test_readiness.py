"""What keeps a report from being submitted, and whether it came in time: by the records."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from kecamatan.models import Kecamatan, Pengguna
from reports.models import Laporan, Narasi, TemuanDiakui
from reports.review.answers import read_answers, unanswered
from reports.review.around import surroundings
from reports.review.review import review_year
from reports.workflow.acts import NotReady, ajukan, laporan_steps, terima
from sakip.checks import Level
from sakip.models import KebijakanPengukuran
from tests.factory import TAHUN, make, make_kabupaten, make_kecamatan, make_laporan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def operator(mini: Kecamatan) -> Pengguna:
    return make_pengguna("operator", kecamatan=mini)


@pytest.mark.both_engines
def test_what_the_review_finds_keeps_it(mini: Kecamatan, operator: Pengguna) -> None:
    text = "<p>Pada tahun ini …… dengan {capaian: entah}.</p>"
    make(Narasi, kecamatan=mini, tahun=2023, bagian="kendala", isi=text, ditinjau=False)
    with pytest.raises(NotReady, match="LKIP belum dapat diajukan") as refused:
        ajukan(kecamatan=mini, tahun=2023, by=operator)
    assert {one.level for one in refused.value.findings} <= {Level.GALAT, Level.PERINGATAN}
    codes = [one.code for one in refused.value.findings]
    assert {"tidak-ada-yang-terbuka", "tulisan-ditinjau", "penanda-dikenal"} <= set(codes)
    assert not Laporan.objects.filter(status="diajukan").exists()


def test_what_hinders_is_named_with_its_link(client: Client, mini: Kecamatan, operator: Pengguna) -> None:
    text = "<p>Pada tahun ini …… dengan {capaian: entah}.</p>"
    make(Narasi, kecamatan=mini, tahun=2023, bagian="kendala", isi=text, ditinjau=False)
    client.force_login(operator)
    address = "/kecamatan/balung/2023/alur/ajukan/"
    for answer in (client.get(address), client.post(address)):
        content = answer.content.decode()
        assert "Belum dapat diajukan" in content
        assert 'href="/kecamatan/balung/2023/narasi/isi/kendala/-/"' in content
        assert '<form class="formulir"' not in content
    assert answer.status_code == 422
    assert not Laporan.objects.filter(status="diajukan").exists()


@pytest.mark.both_engines
def test_a_reason_holds_until_what_was_found_changes(mini: Kecamatan) -> None:
    review = review_year(kecamatan=mini, tahun=2023)
    found = review.findings[0]
    warning, error = (replace(found, level=level) for level in (Level.PERINGATAN, Level.GALAT))
    info = replace(found, level=Level.INFO)
    laporan = Laporan.objects.filter(kecamatan=mini, tahun=2023).first() or make_laporan(
        kecamatan=mini, tahun=2023
    )
    assert unanswered(replace(review, findings=(error, warning, info))) == (warning,)
    make(TemuanDiakui, laporan=laporan, aturan=found.code, sidik=found.mark, alasan="Memang demikian.")
    review = replace(review, answers=read_answers(kecamatan=mini, tahun=2023))
    assert unanswered(replace(review, findings=(error, warning, info))) == ()
    other = replace(warning, message="Nilai lain.")
    assert unanswered(replace(review, findings=(other,))) == (other,)


@pytest.mark.both_engines
def test_the_review_knows_the_deadline_of_the_kabupaten(mini: Kecamatan) -> None:
    policy = KebijakanPengukuran.objects.filter(kabupaten=mini.kabupaten, tahun=2023)
    policy.update(batas_waktu_lkip=date(2024, 2, 10))
    assert surroundings(kecamatan=mini, tahun=2023, signed=None).deadline == date(2024, 2, 10)
    policy.update(batas_waktu_lkip=None)
    assert surroundings(kecamatan=mini, tahun=2023, signed=None).deadline == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("signed", "batas", "in_time"),
    [
        (datetime(2022, 2, 28, 16, 59, tzinfo=UTC), None, True),  # 23.59 in Jember, the last day of February
        (datetime(2022, 2, 28, 17, 0, tzinfo=UTC), None, False),
        (datetime(2022, 1, 31, 3, 0, tzinfo=UTC), date(2022, 1, 31), True),
        (datetime(2022, 2, 1, 3, 0, tzinfo=UTC), date(2022, 1, 31), False),
        (None, None, None),
    ],
)
def test_received_in_time(
    referensi: None, signed: datetime | None, batas: date | None, in_time: bool | None
) -> None:
    kabupaten = make_kabupaten(kode="35.98", nama="Uji")
    kecamatan = make_kecamatan(kabupaten=kabupaten, kode="35.98.01", slug="uji", nama="Uji")
    if batas:
        make(KebijakanPengukuran, kabupaten=kabupaten, tahun=TAHUN, batas_waktu_lkip=batas)
    one = make_laporan(kecamatan=kecamatan, tahun=TAHUN, status="ditandatangani", ditandatangani_pada=signed)
    terima(one, by=make_pengguna("organisasi", kabupaten=kabupaten))
    assert one.tepat_waktu is in_time
    assert laporan_steps([one])[0].sesudah == {
        "Status": "Diterima",
        "Batas waktu": "31 Januari 2022" if batas else "28 Februari 2022",
        "Ketepatan waktu": {True: "tepat waktu", False: "terlambat", None: "tidak diketahui"}[in_time],
    }

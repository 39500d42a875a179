"""Who signs follows the document's date until a person chooses, and the form says who that is."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

import pytest
from django.test import Client

from kecamatan.models import Kecamatan, MasaJabatan, Pejabat
from reports.publish.assemble import build_draft
from sakip.models import PerjanjianKinerja
from tests.factory import make, make_masa_jabatan, make_pk

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/isi/pk"
ASK = f"{BASE}/penanda-tangan/"
TERM = "/kecamatan/balung/2021/isi/pejabat/baru/"


@pytest.fixture
def camat(balung: Kecamatan) -> MasaJabatan:
    return make_masa_jabatan(kecamatan=balung, mulai=date(2019, 1, 1), sampai=date(2021, 3, 31))


@pytest.fixture
def plt(camat: MasaJabatan) -> MasaJabatan:
    return make_masa_jabatan(
        pejabat=camat.pejabat, kecamatan=camat.kecamatan, mulai=date(2021, 4, 1), status="plt"
    )


@pytest.fixture
def pjs(camat: MasaJabatan, balung: Kecamatan) -> MasaJabatan:
    place = {"kecamatan": None, "kabupaten": balung.kabupaten, "jabatan": "bupati"}
    return make(MasaJabatan, pejabat=camat.pejabat, mulai=date(2021, 1, 1), status="pjs", **place)


def read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def save(client: Client, pk: PerjanjianKinerja, **data: str) -> str:
    address = f"{BASE}/{pk.pk}/"
    fingerprint = read(client, address).split('name="sidik" value="')[1].split('"')[0]
    posted = {"tempat": "Balung", "sidik": fingerprint} | data
    return client.post(address, posted, follow=True).content.decode()


@pytest.mark.usefixtures("plt", "pjs")
def test_the_form_says_who_signs_on_the_date_and_the_saved_one_as_well(
    client: Client, balung: Kecamatan
) -> None:
    pk = make_pk(kecamatan=balung)
    empty = read(client, f"{BASE}/{pk.pk}/")
    assert empty.count("Isi tanggal agar terlihat siapa yang menjabat.") == 2
    assert '<option value="" selected>Menurut tanggal dokumen</option>' in empty
    saved = save(client, pk, tanggal="31/3/2021")
    assert (
        "Pihak pertama: pada tanggal itu yang menjabat SITI AMINAH, S.Sos., Camat Balung."
        " Pihak kedua: pada tanggal itu yang menjabat SITI AMINAH, S.Sos., Pjs. Bupati Jember." in saved
    )
    assert "<dd>SITI AMINAH, S.Sos., Camat Balung, menurut tanggal dokumen</dd>" in saved
    assert "SITI AMINAH, S.Sos., Plt. Camat Balung, menurut" in save(client, pk, tanggal="1/4/2021")
    words = "Pada tanggal itu yang menjabat SITI AMINAH, S.Sos., Plt. Camat Balung."
    assert words in read(client, f"{BASE}/{pk.pk}/")
    pk.refresh_from_db()
    assert (pk.pihak_pertama, pk.pihak_kedua) == (None, None)


@pytest.mark.usefixtures("plt", "pjs")
@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ({"tanggal": "4 Januari 2021"}, "menjabat SITI AMINAH, S.Sos., Camat Balung", "Pjs. Bupati Jember"),
        (
            {"tanggal_cetak": "April 2021"},
            "Pada bulan itu yang menjabat SITI AMINAH, S.Sos.",
            "Pjs. Bupati",
        ),
        (
            {"tanggal": "31/12/2018"},
            "Camat yang menjabat pada tanggal itu belum",
            "Kepala daerah yang menjabat pada",
        ),
        (
            {"tanggal_cetak": "Desember 2018"},
            "Camat yang menjabat sepanjang bulan itu belum tercatat.",
            "Kepala daerah yang menjabat sepanjang",
        ),
        (
            {"tanggal_cetak": "Desember 2020"},
            "menjabat SITI AMINAH, S.Sos., Camat Balung.",
            "Kepala daerah yang menjabat sepanjang",
        ),
        ({"tanggal": "31/13/2018"}, "Isi tanggal agar terlihat", "Isi tanggal agar terlihat"),
    ],
)
def test_while_the_date_is_typed(client: Client, typed: dict[str, str], first: str, second: str) -> None:
    words = client.get(f"{ASK}?{urlencode(typed)}").json()
    assert list(words) == ["pihak_pertama", "pihak_kedua"]
    assert first in words["pihak_pertama"]
    assert second in words["pihak_kedua"]


@pytest.mark.usefixtures("camat")
def test_where_the_camat_changed_in_its_month_the_day_is_asked_for(client: Client, balung: Kecamatan) -> None:
    new = make_masa_jabatan(
        pejabat=make(Pejabat, nama="NURYADI, S.STP.", nip="198003152003121004"),
        kecamatan=balung,
        mulai=date(2021, 4, 1),
    )
    MasaJabatan.objects.exclude(pk=new.pk).update(sampai=date(2021, 3, 15))
    MasaJabatan.objects.filter(pk=new.pk).update(mulai=date(2021, 3, 16))
    pk = make_pk(kecamatan=balung)
    words = "amat pada awal dan akhir bulan itu tidak sama; isi tanggalnya"
    page = save(client, pk, tanggal_cetak="Maret 2021")
    assert f"<dd>Belum diketahui: c{words}</dd>" in page
    assert f"C{words}." in read(client, f"{BASE}/{pk.pk}/")
    assert "Camat yang menjabat sepanjang bulan dokumen belum tercatat. Isi tanggalnya, lengkapi" in page
    assert f"{new}, menurut tanggal dokumen" in save(client, pk, tanggal="16/3/2021")


@pytest.mark.usefixtures("plt")
def test_an_office_does_not_end_before_what_its_holder_was_chosen_to_sign(
    client: Client, camat: MasaJabatan
) -> None:
    make_pk(kecamatan=camat.kecamatan, tanggal=date(2021, 3, 31), pihak_pertama=camat)
    address = f"/kecamatan/balung/2021/isi/pejabat/{camat.pk}/"
    fingerprint = read(client, address).split('name="sidik" value="')[1].split('"')[0]
    content = {"nama": camat.pejabat.nama, "nip": camat.pejabat.nip, "jabatan": "camat", "mulai": "1/1/2019"}
    answer = client.post(address, content | {"sidik": fingerprint, "sampai": "30/3/2021"})
    assert answer.status_code == 422
    refused = answer.content.decode()
    assert "PK murni, pihak pertama: SITI AMINAH, S.Sos., Camat Balung tidak menjabat pada tanggal" in refused
    camat.refresh_from_db()
    assert camat.sampai == date(2021, 3, 31)


def test_only_of_what_officials_sign(client: Client, balung: Kecamatan) -> None:
    assert client.get(f"/kecamatan/{balung.slug}/2021/isi/desa/penanda-tangan/").status_code == 404


@pytest.mark.usefixtures("plt")
def test_a_choice_stays_and_is_refused_beside_its_field_where_the_date_is_another(
    client: Client, camat: MasaJabatan
) -> None:
    pk = make_pk(kecamatan=camat.kecamatan)
    chosen = {"pihak_pertama": str(camat.pk)}
    assert "Camat Balung</dd>" in save(client, pk, tanggal="31/3/2021", **chosen)
    refused = save(client, pk, tanggal="1/4/2021", **chosen)
    assert 'id="id_pihak_pertama_error"' in refused
    assert (
        "SITI AMINAH, S.Sos., Camat Balung tidak menjabat pada tanggal dokumen, 1 April 2021: masa jabatannya"
        in refused
    )
    pk.refresh_from_db()
    assert (pk.pihak_pertama, pk.tanggal) == (camat, date(2021, 3, 31))


def test_a_perubahan_before_its_murni_is_refused_beside_the_date(client: Client, balung: Kecamatan) -> None:
    make_pk(kecamatan=balung, tanggal=date(2021, 3, 1))
    perubahan = make_pk(kecamatan=balung, versi=1)
    refused = save(client, perubahan, tanggal="28/2/2021", alasan="a")
    assert 'id="id_tanggal_error"' in refused
    assert "Bertanggal 28 Februari 2021, sebelum PK murni yang diubahnya (1 Maret 2021)." in refused
    second = make_pk(kecamatan=balung, versi=2)  # the first perubahan has no date yet
    assert "sebelum PK murni yang diubahnya" in save(client, second, tanggal="28/2/2021", alasan="a")


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"tanggal": "28/2/2021"}, "tanggal", "Bertanggal 28 Februari 2021, sebelum PK murni"),
        (
            {"tanggal": "1/4/2021", "pihak_pertama": "CAMAT"},
            "pihak_pertama",
            "tidak menjabat pada tanggal dokumen",
        ),
    ],
)
def test_so_is_a_perubahan_that_is_only_begun(
    client: Client, camat: MasaJabatan, typed: dict[str, str], field: str, words: str
) -> None:
    make_pk(kecamatan=camat.kecamatan, tanggal=date(2021, 3, 1))
    sent = {name: value.replace("CAMAT", str(camat.pk)) for name, value in typed.items()}
    answer = client.post("/kecamatan/balung/2021/pk/perubahan/", {"alasan": "a", "tempat": "Balung"} | sent)
    assert answer.status_code == 422
    refused = answer.content.decode()
    assert words in refused.split(f'id="id_{field}_error"')[1].split("</p>")[0]
    assert PerjanjianKinerja.objects.count() == 1


@pytest.mark.usefixtures("camat")
def test_a_second_camat_on_one_day_is_refused_beside_the_first_day(client: Client) -> None:
    data = {"nama": "NURYADI, S.STP.", "nip": "198003152003121004", "jabatan": "camat"}
    answer = client.post(TERM, data | {"mulai": "31/3/2021"})
    assert answer.status_code == 422
    refused = answer.content.decode()
    assert 'id="id_mulai_error"' in refused
    assert (
        "Bertindih dengan SITI AMINAH, S.Sos., Camat Balung sejak 1 Januari 2019. Yang terdahulu tercatat sampai dengan"
        " 31 Maret 2021; mulai sehari sesudahnya, atau akhiri yang terdahulu sebelum 31 Maret 2021."
        in refused
    )
    assert client.post(TERM, data | {"mulai": "1/4/2021"}).status_code == 302


@pytest.mark.usefixtures("camat")
def test_one_at_a_time_acts_for_a_camat_who_is_away(client: Client) -> None:
    data = {"nama": "NURYADI, S.STP.", "nip": "198003152003121004", "jabatan": "camat", "sampai": "9/3/2021"}
    assert client.post(TERM, data | {"mulai": "1/3/2021", "status": "plh"}).status_code == 302
    answer = client.post(TERM, data | {"mulai": "9/3/2021", "status": "pjs"})
    assert (
        "Bertindih dengan NURYADI, S.STP., Plh. Camat Balung sejak 1 Maret 2021." in answer.content.decode()
    )


@pytest.mark.usefixtures("plt")
@pytest.mark.parametrize(
    ("date_of_report", "words", "signed_as"),
    [
        (
            {"tanggal": "31/3/2021"},
            "Pada tanggal itu yang menjabat SITI AMINAH, S.Sos., Camat Balung.",
            "Camat Balung",
        ),
        ({"tanggal_cetak": "April 2021"}, "Pada bulan itu yang menjabat SITI AMINAH", "Plt. Camat Balung"),
    ],
)
def test_the_report_is_signed_by_whom_its_day_or_month_says(
    client: Client, balung: Kecamatan, date_of_report: dict[str, str], words: str, signed_as: str
) -> None:
    address = "/kecamatan/balung/2021/isi/laporan/baru/"
    assert 'data-penanda-tangan="tanggal"' in read(client, address)
    saved = client.post(address, {"tempat": "Balung"} | date_of_report, follow=True).content.decode()
    assert words in saved
    camat = build_draft(kecamatan=balung, tahun=2021).snapshot.camat
    assert camat is not None
    assert camat.jabatan == signed_as

"""A session that ends while somebody types: after signing in the same form stands there with everything in it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from datetime import timedelta
from io import StringIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.forms import PasswordInput
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from lxml import html

from kecamatan.accounts.kept_forms import openable
from kecamatan.forms.account import CodeForm, NewPasswordForm, OldPasswordForm, PasswordForm
from kecamatan.forms.sign_in import SignInForm
from kecamatan.models import FaktaProfil, Kecamatan, KeptForm, Pengguna, ProfilKecamatan
from sakip.models import RKT, Tujuan
from tests.factory import make, make_pengguna, make_renstra

TAHUN = 2023
TOKEN = {"csrfmiddlewaretoken": "t" * 64}
FACT = {"kelompok": "geografi", "uraian": 'Ketinggian <83> & "lereng"', "nilai": "83,5x", "satuan": "m"}

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def profil(balung: Kecamatan) -> ProfilKecamatan:
    return make(ProfilKecamatan, kecamatan=balung, tahun=TAHUN)


@pytest.fixture
def office(client: Client, signed_in: None) -> Client:
    """A browser in which the operator has worked for a while."""
    client.get("/akun/")
    return client


def end_session() -> None:
    Session.objects.all().delete()


def sign_in_page(answer: object) -> str:
    """Where the sign-in leads to."""
    location = answer["Location"]  # type: ignore[index]
    assert urlsplit(location).path == "/masuk/"
    (following,) = parse_qs(urlsplit(location).query)["next"]
    return following


def sent(fields: Mapping[str, str | None]) -> dict[str, str]:
    """What a browser sends of a form that looks like this."""
    return {name: value or "" for name, value in fields.items()}


def form_of(page: str, name: str) -> html.FormElement:
    """The form of the page that has this field."""
    return next(form for form in html.document_fromstring(page).forms if name in form.fields)


@pytest.mark.both_engines
def test_an_added_row_comes_back_with_everything_typed(
    office: Client, operator: Pengguna, profil: ProfilKecamatan
) -> None:
    address = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/baru/?induk={profil.pk}"
    end_session()
    following = sign_in_page(office.post(address, TOKEN | FACT))
    said = office.get("/masuk/", {"next": following}).content.decode()
    assert "Sesi Anda berakhir. Yang Anda ketik tidak hilang" in said
    assert not FaktaProfil.objects.exists()

    office.force_login(operator)
    page = office.get(following).content.decode()
    typed = form_of(page, "uraian").fields
    assert {name: typed[name] for name in FACT} == FACT
    assert "Yang Anda ketik ada di bawah: periksa, lalu simpan." in page
    assert typed["csrfmiddlewaretoken"] != TOKEN["csrfmiddlewaretoken"]
    assert not FaktaProfil.objects.exists()  # nothing is sent by itself

    assert office.post(following, sent(typed) | {"nilai": "83,5"}).status_code == 302
    assert FaktaProfil.objects.get().uraian == FACT["uraian"]
    assert not KeptForm.objects.exists()
    assert "Yang Anda ketik ada di bawah" not in office.get(following).content.decode()


def test_what_was_typed_where_the_page_folds_it_away_is_unfolded(
    office: Client, operator: Pengguna, balung: Kecamatan
) -> None:
    """Of a grid with several lines to be added those that were typed, and no other."""
    make(Tujuan, renstra=make_renstra(kecamatan=balung))
    address = f"/kecamatan/balung/{TAHUN}/renstra/tabel/"
    fields = form_of(office.get(address).content.decode(), "asal").fields
    end_session()
    typed = {"baru-3-uraian": "Warga puas", "tambah": "baru-3"}
    following = sign_in_page(office.post(address, TOKEN | sent(fields) | typed))
    office.force_login(operator)
    page = html.document_fromstring(office.get(following).content)
    lines = {
        one.xpath("string(.//button/@value)"): "open" in one.attrib
        for one in page.xpath("//details[contains(@class, 'kisi-baru')]")
    }
    assert {name for name, is_open in lines.items() if is_open} == {"baru-3"}
    assert "Warga puas" in page.xpath("string(//*[@name='baru-3-uraian'])")
    assert "awal" not in page.xpath("string(//main/div[1])")


@pytest.mark.both_engines
def test_what_the_page_had_seen_comes_back_too(
    office: Client, operator: Pengguna, profil: ProfilKecamatan
) -> None:
    """Else a value that somebody else wrote meanwhile would be overwritten unseen."""
    row = make(FaktaProfil, profil=profil, kelompok="geografi", uraian="Ketinggian", nilai=80)
    address = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/{row.pk}/"
    shown = form_of(office.get(address).content.decode(), "sidik").fields["sidik"]
    end_session()
    following = sign_in_page(office.post(address, TOKEN | FACT | {"nilai": "85", "sidik": shown}))
    FaktaProfil.objects.update(nilai=90)
    office.force_login(operator)
    typed = form_of(office.get(following).content.decode(), "uraian").fields
    assert typed["sidik"] == shown
    assert office.post(following, sent(typed)).status_code == 409


def test_marks_of_what_the_page_had_seen_are_shown_to_nobody(
    office: Client, operator: Pengguna, profil: ProfilKecamatan
) -> None:
    """What was agreed to of a change of capaian, and the mark of a row that is gone: no field holds them, nobody typed
    them."""
    end_session()
    address = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/baru/?induk={profil.pk}"
    marks = {"disetujui": "d" * 64, "baris-7-sidik": "pagu:5f2e", "baris-7-pagu": "1.250.000"}
    following = sign_in_page(office.post(address, TOKEN | FACT | marks))
    office.force_login(operator)
    page = office.get(following).content.decode()
    assert "1.250.000" in page
    assert "d" * 64 not in page
    assert "pagu:5f2e" not in page


def test_two_hundred_pasted_rows_come_back(
    office: Client, operator: Pengguna, profil: ProfilKecamatan
) -> None:
    lines = "\n".join(f"Desa Nomor {n}\tDesa" for n in range(200))
    end_session()
    address = f"/kecamatan/balung/{TAHUN}/profil/tempel/"
    following = sign_in_page(office.post(address, TOKEN | {"teks": lines}))
    office.force_login(operator)
    assert form_of(office.get(following).content.decode(), "teks").fields["teks"].strip() == lines


@pytest.mark.both_engines
@pytest.mark.parametrize("asked", ["", "/", "/akun/"])
def test_who_comes_in_by_another_way_finds_it_once(
    office: Client, operator: Pengguna, balung: Kecamatan, profil: ProfilKecamatan, asked: str
) -> None:
    """The page was closed, and somebody else worked here meanwhile: it waits for its person, who asked for no page."""
    address = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/baru/?induk={profil.pk}"
    end_session()
    office.post(address, TOKEN | FACT)
    rekan = make_pengguna("operator", kecamatan=balung, username="rekan")
    for person in (operator, rekan):
        person.set_password("kuda besi berlari 7")
        person.save()

    def comes_in(person: Pengguna) -> str:
        entry = {"username": person.username, "password": "kuda besi berlari 7", "next": asked}
        location: str = Client().post("/masuk/", entry)["Location"]
        return location

    assert comes_in(rekan) == (asked or "/")
    kept = KeptForm.objects.get()
    assert comes_in(operator) == (asked if asked == "/akun/" else f"{address}&lanjut={kept.key}")
    assert comes_in(operator) == (asked or "/")


def test_a_form_that_a_script_had_opened_comes_back_on_its_own_page(
    office: Client, operator: Pengguna, profil: ProfilKecamatan
) -> None:
    """The page from which it was sent does not show it by itself."""
    address = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/baru/?induk={profil.pk}"
    end_session()
    came_from = f"http://testserver/kecamatan/balung/{TAHUN}/profil/"
    following = sign_in_page(office.post(address, TOKEN | FACT, headers={"referer": came_from}))
    assert urlsplit(following).path == f"/kecamatan/balung/{TAHUN}/profil/"
    office.force_login(operator)
    kept = KeptForm.objects.get()
    answer = office.get(following, follow=True)
    assert answer.redirect_chain == [(f"{address}&lanjut={kept.key}", 302)]
    assert form_of(answer.content.decode(), "uraian").fields["uraian"] == FACT["uraian"]


@pytest.mark.both_engines
def test_it_comes_back_to_its_person_alone_and_not_for_ever(
    office: Client, operator: Pengguna, balung: Kecamatan, profil: ProfilKecamatan
) -> None:
    address = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/baru/?induk={profil.pk}"
    end_session()
    following = sign_in_page(office.post(address, TOKEN | FACT))
    office.force_login(make_pengguna("operator", kecamatan=balung, username="rekan"))
    assert "Ketinggian" not in office.get(following).content.decode()
    office.force_login(operator)
    KeptForm.objects.update(made=timezone.now() - timedelta(hours=2, minutes=1))
    assert "Ketinggian" not in office.get(following).content.decode()


@pytest.mark.both_engines
def test_an_address_longer_than_can_be_kept_costs_nothing_that_was_typed(
    office: Client, operator: Pengguna, profil: ProfilKecamatan
) -> None:
    page = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/baru/"
    end_session()
    following = sign_in_page(office.post(f"{page}?induk={profil.pk}&sumber={'x' * 3000}", TOKEN | FACT))
    assert KeptForm.objects.get().address == page
    office.force_login(operator)
    assert "Ketinggian" in office.get(following).content.decode()


def test_a_page_whose_very_name_is_too_long_keeps_nothing(office: Client) -> None:
    end_session()
    assert office.post(f"/kecamatan/{'x' * 3000}/2023/profil/tempel/", TOKEN | FACT).status_code == 302
    assert not KeptForm.objects.exists()


def test_nothing_is_kept_in_a_browser_that_its_person_has_left(
    office: Client, profil: ProfilKecamatan
) -> None:
    office.post("/keluar/")
    address = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/baru/?induk={profil.pk}"
    assert sign_in_page(office.post(address, TOKEN | FACT)) == address
    assert not KeptForm.objects.exists()


def test_a_password_is_not_kept(office: Client) -> None:
    end_session()
    sent = TOKEN | {"sandi_lama": "rahasia", "sandi": "rahasia-baru-2026", "ulang": "rahasia-baru-2026"}
    assert sign_in_page(office.post("/akun/sandi/", sent)) == "/akun/sandi/"
    assert not KeptForm.objects.exists()


SECRETS = {
    name
    for form in (PasswordForm, OldPasswordForm, NewPasswordForm, CodeForm, SignInForm)
    for name, field in form.base_fields.items()
    if isinstance(field.widget, PasswordInput) or name == "kode"
} | {"nik", "frasa_sandi", "passphrase", "totp"}


@pytest.mark.parametrize("name", sorted(SECRETS))
def test_no_field_of_a_secret_is_kept(office: Client, name: str) -> None:
    """Also where it stands alone, as the present password that is asked before a second step is set up."""
    end_session()
    office.post("/akun/langkah-kedua/", TOKEN | {name: "rahasia-sekali"})
    assert not KeptForm.objects.exists()


def test_what_nobody_comes_back_for_is_swept_away(office: Client, profil: ProfilKecamatan) -> None:
    end_session()
    office.post(f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/baru/?induk={profil.pk}", TOKEN | FACT)
    made = KeptForm.objects.get().made
    for after, left in ((timedelta(hours=2), 1), (timedelta(hours=2, seconds=1), 0)):
        with time_machine.travel(made + after, tick=False):
            call_command("sapu_berkas", stdout=StringIO())
        assert KeptForm.objects.count() == left


def test_which_button_it_was_is_nothing_that_was_typed(
    office: Client, operator: Pengguna, balung: Kecamatan
) -> None:
    """A button that says which, and what a page sends hidden, come back with the form; no reader wrote them."""
    make(RKT, kecamatan=balung, tahun=TAHUN)
    end_session()
    page = f"/kecamatan/balung/{TAHUN}/dokumen/rkt/"
    answer = office.post(
        f"{page}berkas/", TOKEN | {"bentuk": "docx"}, headers={"Referer": f"http://testserver{page}"}
    )
    office.force_login(operator)
    shown = office.get(sign_in_page(answer)).content.decode()
    assert "Tekan tombolnya sekali lagi." in shown
    assert "Yang Anda ketik" not in shown


def test_a_button_leads_back_to_its_page_and_is_to_be_pressed_again(
    office: Client, operator: Pengguna, profil: ProfilKecamatan
) -> None:
    end_session()
    page = f"/kecamatan/balung/{TAHUN}/dokumen/sk-iku/"
    answer = office.post(f"{page}berkas/", TOKEN, headers={"Referer": f"http://testserver{page}"})
    following = sign_in_page(answer)
    assert urlsplit(following).path == page
    office.force_login(operator)
    assert "Tekan tombolnya sekali lagi." in office.get(following).content.decode()


def test_a_file_has_to_be_chosen_again(office: Client, operator: Pengguna, profil: ProfilKecamatan) -> None:
    end_session()
    page = f"/kecamatan/balung/{TAHUN}/dokumentasi/isi/"
    sent = TOKEN | {"keterangan": "Musyawarah di balai desa.", "foto": SimpleUploadedFile("a.jpg", b"x")}
    address = f"/kecamatan/balung/{TAHUN}/dokumentasi/unggah/"
    following = sign_in_page(office.post(address, sent, headers={"Referer": f"http://testserver{page}"}))
    office.force_login(operator)
    again = office.get(following).content.decode()
    assert form_of(again, "keterangan").fields["keterangan"].strip() == "Musyawarah di balai desa."
    assert "Berkas perlu dipilih lagi." in again


def test_a_form_of_before_another_sign_in_comes_back_and_that_of_another_site_does_not(
    operator: Pengguna, profil: ProfilKecamatan
) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(operator)
    address = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/baru/?induk={profil.pk}"
    browser.get(address)
    old = browser.post(address, TOKEN | FACT, headers={"Origin": "http://testserver"})
    assert old.status_code == 302
    assert form_of(browser.get(old["Location"]).content.decode(), "uraian").fields["nilai"] == "83,5x"
    strange = browser.post(address, TOKEN | FACT, headers={"Origin": "http://lain.id"})
    assert strange.status_code == 403
    assert KeptForm.objects.count() == 1


def views(found: URLResolver | URLPattern) -> list[Callable[..., object]]:
    if isinstance(found, URLPattern):
        return [found.callback]
    return [view for below in found.url_patterns for view in views(below)]


def test_every_address_that_takes_forms_only_says_so() -> None:
    """By this mark a sign-in knows where it cannot lead to: the answer of each address to a reader, and its mark."""
    for view in views(get_resolver()):
        marked = getattr(view, "post_only", False)
        allowed: list[str] = []
        layer: Any = view
        while layer is not None:
            names = inspect.getclosurevars(layer).nonlocals if inspect.isfunction(layer) else {}
            allowed += names.get("request_method_list", [])
            layer = getattr(layer, "__wrapped__", None)
        assert marked == (allowed == ["POST"]), allowed


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/kecamatan/balung/2023/anggaran/simpan/", "/kecamatan/balung/2023/anggaran/"),
        ("/keluar/", "/"),
        ("/kecamatan/balung/2023/rkt/", "/kecamatan/balung/2023/rkt/"),
        ("/tidak/ada/", "/"),
    ],
)
def test_signing_in_leads_to_a_page(client: Client, address: str, page: str, balung: Kecamatan) -> None:
    assert openable(address) == page

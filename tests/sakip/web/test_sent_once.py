"""Two clicks on one button: one row, one message, and the second answer is the first's."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kecamatan.models import FaktaProfil, Jejak, Kecamatan, Pengguna, ProfilKecamatan, Submission
from sakip.models import BarisPK
from sakip.web import sent_once
from tests.factory import make, make_pk

TAHUN = 2023


@pytest.fixture
def address(balung: Kecamatan) -> str:
    """Where a fakta of the profile is added: two of them may say the same, so that nothing but the token helps."""
    profil = make(ProfilKecamatan, kecamatan=balung, tahun=TAHUN)
    return f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/baru/?induk={profil.pk}"


def page(token: str, label: str = "Ketinggian", **more: str) -> dict[str, str]:
    """What the form sends: its page's token and what was typed."""
    return {
        "csrfmiddlewaretoken": token * 64,
        "kelompok": "geografi",
        "uraian": label,
        "nilai": "83",
        "satuan": "m",
        **more,
    }


def typed() -> list[str]:
    return list(FaktaProfil.objects.order_by("pk").values_list("uraian", flat=True))


@pytest.mark.one_engine
@pytest.mark.django_db
def test_a_form_sent_again_is_answered_as_the_first_and_done_once(
    client: Client, signed_in: None, address: str
) -> None:
    first = client.post(address, page("a"))
    again = client.post(address, page("a"))
    assert (
        (first.status_code, first["Location"])
        == (again.status_code, again["Location"])
        == (302, again["Location"])
    )
    assert typed() == ["Ketinggian"]
    assert Jejak.objects.count() == 1
    said = client.get(again["Location"])
    assert [str(m) for m in said.context["messages"]] == ["Fakta profil tersimpan."]


@pytest.mark.one_engine
@pytest.mark.django_db
def test_another_page_and_another_content_are_another_form(
    client: Client, signed_in: None, address: str
) -> None:
    for form in (page("a"), page("b"), page("b", "Curah hujan"), page("b", lagi="1")):
        assert client.post(address, form).status_code == 302
    assert typed() == ["Ketinggian", "Ketinggian", "Curah hujan", "Ketinggian"]


@pytest.mark.django_db
def test_a_form_that_was_refused_may_be_sent_again(client: Client, signed_in: None, address: str) -> None:
    for _ in range(2):
        assert client.post(address, page("a", uraian="")).status_code == 422
    assert not Submission.objects.exists()


@pytest.mark.one_engine
@pytest.mark.django_db
def test_a_form_of_another_person_is_another_form(
    client: Client, signed_in: None, address: str, operator: Pengguna
) -> None:
    other = Client()
    other.force_login(operator)  # another session, even of the same person
    assert client.post(address, page("a")).status_code == other.post(address, page("a")).status_code == 302
    assert typed() == ["Ketinggian", "Ketinggian"]


@pytest.mark.django_db
def test_the_second_click_on_delete_is_answered_with_what_the_first_was(
    client: Client, signed_in: None, address: str
) -> None:
    client.post(address, page("a"))
    row = FaktaProfil.objects.get()
    remove = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/{row.pk}/hapus/"
    shown = client.get(remove).context["form"].fingerprint
    sent = {"csrfmiddlewaretoken": "c" * 64, "sidik": shown, "alasan": "Keliru."}
    answers = [client.post(remove, sent) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Jejak.objects.filter(tindakan="catatan.dihapus").count() == 1


@pytest.mark.django_db
def test_what_was_undone_is_not_taken_for_done(client: Client, signed_in: None, address: str) -> None:
    """Deleted, brought back, and deleted once more from the page that *Back* shows: it is gone, as the page says."""
    client.post(address, page("a"))
    row = FaktaProfil.objects.get()
    remove = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/{row.pk}/hapus/"
    sent = {"csrfmiddlewaretoken": "c" * 64, "sidik": client.get(remove).context["form"].fingerprint}
    client.post(remove, sent)
    jejak = Jejak.objects.get(tindakan="catatan.dihapus")
    client.post(
        reverse("baris-pulihkan", args=["balung", TAHUN, jejak.pk]), {"csrfmiddlewaretoken": "d" * 64}
    )
    assert typed() == ["Ketinggian"]
    client.post(remove, sent)
    assert typed() == []


@pytest.mark.one_engine
@pytest.mark.django_db
def test_what_was_deleted_since_can_be_added_again(client: Client, signed_in: None, address: str) -> None:
    """From the page that *Back* shows, as it was sent then."""
    client.post(address, page("a"))
    remove = f"/kecamatan/balung/{TAHUN}/isi/fakta-profil/{FaktaProfil.objects.get().pk}/hapus/"
    sent = {"csrfmiddlewaretoken": "c" * 64, "sidik": client.get(remove).context["form"].fingerprint}
    client.post(remove, sent)
    for _ in range(2):
        client.post(address, page("a"))
    assert typed() == ["Ketinggian"]


@pytest.mark.one_engine
@pytest.mark.django_db
def test_what_was_unsaid_since_can_be_said_again(client: Client, signed_in: None, balung: Kecamatan) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung, tahun=TAHUN), ditinjau=False)
    confirm = f"/kecamatan/balung/{TAHUN}/isi/baris-pk/{row.pk}/tinjau/"
    sent = {"csrfmiddlewaretoken": "c" * 64}
    client.post(confirm, sent)
    undo = reverse("baris-pulihkan", args=["balung", TAHUN, Jejak.objects.get().pk])
    client.post(undo, {"csrfmiddlewaretoken": "d" * 64})
    assert not BarisPK.objects.get(pk=row.pk).ditinjau
    for _ in range(2):
        client.post(confirm, sent)
    assert BarisPK.objects.get(pk=row.pk).ditinjau
    assert Jejak.objects.filter(tindakan="catatan.ditinjau").count() == 2


@pytest.mark.django_db
def test_a_file_that_nothing_is_told_of_may_be_sent_again_after_a_while(
    client: Client, signed_in: None, address: str
) -> None:
    client.post(address, page("a"))
    for ago, again in ((timedelta(seconds=29), 1), (timedelta(seconds=31), 2)):
        Submission.objects.update(made=timezone.now() - ago, written=[])
        client.post(address, page("a"))
        assert len(typed()) == again


@pytest.mark.django_db
def test_who_waits_too_long_is_led_back_to_the_page(
    client: Client, signed_in: None, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written, and then the server stopped before it could say so: what was stored is shown, and not stored again."""
    client.post(address, page("a"))
    Submission.objects.update(answer=None)
    monkeypatch.setattr(sent_once, "WAITED", 0)
    here = f"/kecamatan/balung/{TAHUN}/profil/isi/"
    answer = client.post(address, page("a"), headers={"Referer": f"http://testserver{here}"})
    assert (answer.status_code, answer["Location"]) == (302, here)
    assert typed() == ["Ketinggian"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said", ["http://testserver//jahat.example/", "https://jahat.example/akun/", "jahat.example", ""]
)
def test_who_waits_too_long_is_led_to_no_other_site(
    client: Client, signed_in: None, address: str, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    """Whatever the browser says of where it came from: a page of this site, or the nearest one above the form."""
    client.post(address, page("a"))
    Submission.objects.update(answer=None)
    monkeypatch.setattr(sent_once, "WAITED", 0)
    answer = client.post(address, page("a"), headers={"Referer": said})
    assert (answer.status_code, answer["Location"]) == (302, address)


@pytest.mark.django_db
def test_what_was_sent_days_ago_is_forgotten(client: Client, signed_in: None, address: str) -> None:
    client.post(address, page("a"))
    Submission.objects.update(made=timezone.now() - timedelta(days=2))
    client.post(address, page("b"))
    assert Submission.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_clicks_at_the_same_moment_are_one(balung: Kecamatan, operator: Pengguna, address: str) -> None:
    client = Client()
    client.force_login(operator)
    cookies = client.cookies
    answers: list[Any] = []
    ready = threading.Barrier(4)

    def click() -> None:
        one = Client()
        one.cookies = cookies
        try:
            ready.wait()
            answers.append(one.post(address, page("a")))
        finally:
            connection.close()

    clicks = [threading.Thread(target=click) for _ in range(4)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    assert typed() == ["Ketinggian"]
    row = FaktaProfil.objects.get()
    assert {(a.status_code, a["Location"].rpartition("#")[2]) for a in answers} == {
        (302, f"fakta-profil-{row.pk}")
    }
    assert len(answers) == 4
    assert Jejak.objects.count() == 1

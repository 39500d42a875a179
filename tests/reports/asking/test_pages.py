"""Asking as pages do it: from the matrix to the Beranda of the kecamatan and the page of the document, and back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kecamatan.models import Kecamatan, Pengguna
from reports.asking.acts import Asked, ask, ask_answer
from reports.models import Permintaan
from reports.monitoring import kept
from sakip.models import RKT
from tests.factory import TAHUN, make, make_kecamatan, make_laporan, make_pengguna
from tests.plain_browser import PlainBrowser, words
from tests.reports.workflow.test_acts import everybody

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

NEW = "/permintaan/baru/"


@pytest.fixture(autouse=True)
def today() -> object:
    with time_machine.travel("2022-03-05T10:00:00+07:00", tick=False):
        yield


@pytest.fixture
def people(balung: Kecamatan) -> dict[str, Pengguna]:
    return everybody(balung)  # with the neighbour Puger


def signed_in(person: Pengguna) -> Client:
    client = Client()
    client.force_login(person)
    return client


def page(client: Client, address: str, **words: str) -> str:
    answer = client.get(address, words)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def sent(**change: Any) -> dict[str, Any]:
    return {"yang": ["balung:lkip"], "pesan": "", "batas_waktu": "12 Maret 2022"} | change


def test_from_the_matrix_to_each_kecamatan_that_is_late(
    balung: Kecamatan, people: dict[str, Pengguna]
) -> None:
    """Both LKIPs are past 28 February; that of Puger is asked for already and stands unchosen."""
    puger = Kecamatan.objects.get(slug="puger")
    make(RKT, kecamatan=balung, tahun=TAHUN)
    make_laporan(kecamatan=puger, tahun=TAHUN, status="draf")
    office = signed_in(people["organisasi"])
    address = f"{NEW}?tahun={TAHUN}"
    assert f'href="{NEW}?tahun={TAHUN}&amp;kabupaten=35.09"' in page(office, "/pemantauan/", tahun=str(TAHUN))
    form = office.get(address).context["form"]
    assert [label for _, label in form.fields["yang"].choices] == [
        "Balung: Selesaikan LKIP tahun 2021; keadaannya kini belum dimulai.",
        "Puger: Selesaikan LKIP tahun 2021; keadaannya kini draf.",
    ]
    assert form["yang"].value() == ["balung:lkip", "puger:lkip"]
    answer = office.post(
        address, sent(yang=["puger:lkip"], pesan="Hubungi kami bila terkendala."), follow=True
    )
    assert "1 permintaan kepada 1 kecamatan tersimpan" in answer.content.decode()
    row = Permintaan.objects.get()
    assert (row.kecamatan, row.tahun, row.dokumen, str(row.batas_waktu)) == (
        puger,
        TAHUN,
        "lkip",
        "2022-03-12",
    )
    assert row.isi == ("Selesaikan LKIP tahun 2021; keadaannya kini draf. Hubungi kami bila terkendala.")
    form = office.get(address).context["form"]
    assert form["yang"].value() == ["balung:lkip"]
    assert "sudah diminta, paling lambat 12 Maret 2022" in page(office, NEW, tahun=str(TAHUN))


def test_of_one_kecamatan_every_document_is_offered_and_what_lacks_is_chosen(
    balung: Kecamatan, people: dict[str, Pengguna]
) -> None:
    office = signed_in(people["organisasi"])
    own = page(office, reverse("pemantauan-kecamatan", args=["balung", TAHUN]))
    address = f"{NEW}?tahun={TAHUN}&kabupaten=35.09&kecamatan=balung"
    assert address.replace("&", "&amp;") in own
    form = office.get(address).context["form"]
    labels = dict(form.fields["yang"].choices)
    assert labels["balung:rkt"] == "Isi Rencana Kinerja Tahunan tahun 2021; catatannya masih kosong."
    assert not any(code.startswith("puger") for code in labels)
    assert {"balung:renstra", "balung:rkt", "balung:lkip"} <= set(form["yang"].value())


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    balung: Kecamatan, people: dict[str, Pengguna]
) -> None:
    office = signed_in(people["organisasi"])
    address = f"{NEW}?tahun={TAHUN}&kecamatan=balung"
    for change, said in (
        ({"yang": []}, "Pilih sekurang-kurangnya satu."),
        ({"yang": ["puger:lkip"]}, "Pilih dari daftar."),
        ({"batas_waktu": ""}, "Isi sampai kapan ditunggu."),
        (
            {"batas_waktu": "4 Maret 2022"},
            "Batas waktu 4 Maret 2022 sudah lewat. Isi tanggal hari ini atau sesudahnya.",
        ),
    ):
        answer = office.post(address, sent(pesan="Mohon segera.", **change))
        assert answer.status_code == 422
        form = answer.context["form"]
        assert [said] in form.errors.values()
        assert form["pesan"].value() == "Mohon segera."
    assert not Permintaan.objects.exists()


def test_what_lacks_nothing_is_asked_for_in_words_alone(
    balung: Kecamatan, people: dict[str, Pengguna]
) -> None:
    make_laporan(kecamatan=balung, tahun=TAHUN, status="diterima", ditandatangani_pada="2022-02-01T03:00:00Z")
    office = signed_in(people["organisasi"])
    address = f"{NEW}?tahun={TAHUN}&kecamatan=balung&dokumen=lkip&keadaan=diterima"
    answer = office.post(address, sent())
    assert "Isi apa yang diminta: LKIP Kecamatan Balung sudah lengkap." in answer.content.decode()
    office.post(address, sent(pesan="Kirim salinan bermaterai."))
    assert Permintaan.objects.get().isi == "Kirim salinan bermaterai."


def asked(kecamatan: Kecamatan, by: Pengguna, dokumen: str) -> Permintaan:
    wanted = Asked(kecamatan=kecamatan, dokumen=dokumen, isi=f"Lengkapi {dokumen}.")
    (row,) = ask([wanted], tahun=TAHUN, until=date(2022, 3, 12), by=by)
    return row


def test_the_kecamatan_finds_it_at_home_and_at_its_document(
    balung: Kecamatan, people: dict[str, Pengguna]
) -> None:
    for dokumen in ("rkt", "realisasi-1", "lkip"):
        asked(balung, people["organisasi"], dokumen)
    operator = signed_in(people["operator"])
    home = page(operator, "/")
    assert "Menunggu Anda" in home
    for dokumen in ("rkt", "realisasi-1", "lkip"):
        assert f"Lengkapi {dokumen}." in home
    for address, about in {
        reverse("tahun", args=["balung", TAHUN]): {"rkt", "realisasi-1", "lkip"},
        reverse("halaman", args=["balung", TAHUN, "rkt"]): {"rkt"},
        reverse("isi", args=["balung", TAHUN, "rkt"]): {"rkt"},
        reverse("realisasi-isi", args=["balung", TAHUN]): {"realisasi-1"},
        reverse("meja", args=["balung", TAHUN]): {"lkip"},
        reverse("halaman", args=["balung", TAHUN, "profil"]): set(),
    }.items():
        _, _, shown = page(operator, address).partition('class="diminta"')
        shown = shown.partition("</section>")[0]
        assert {one for one in ("rkt", "realisasi-1", "lkip") if f"Lengkapi {one}." in shown} == about, (
            address
        )
    assert "Lengkapi rkt." not in page(operator, reverse("isi", args=["balung", TAHUN + 1, "rkt"]))
    neighbour = make_pengguna("operator", kecamatan=Kecamatan.objects.get(slug="puger"), username="tetangga")
    assert "Lengkapi rkt." not in page(signed_in(neighbour), "/permintaan/")


def test_a_page_that_the_browser_has_is_made_anew_once_something_is_asked(
    balung: Kecamatan, people: dict[str, Pengguna]
) -> None:
    operator = signed_in(people["operator"])
    address = reverse("halaman", args=["balung", TAHUN, "rkt"])
    operator.get(address)  # the token of its forms
    mark = operator.get(address).headers["ETag"]
    assert operator.get(address, headers={"if-none-match": mark}).status_code == 304
    asked(balung, people["organisasi"], "rkt")
    assert "Lengkapi rkt." in operator.get(address, headers={"if-none-match": mark}).content.decode()


def test_answered_without_a_script_followed_up_and_done_with(
    balung: Kecamatan, people: dict[str, Pengguna]
) -> None:
    row = asked(balung, people["organisasi"], "rkt")
    own = reverse("permintaan-rinci", args=["balung", TAHUN, row.pk])
    operator, office = PlainBrowser(people["operator"].username), signed_in(people["organisasi"])
    operator.goto("/")
    operator.follow("Balung: Rencana Kinerja Tahunan 2021")
    operator.send("Kirim jawaban")
    assert "Isi jawaban." in words(operator.main)
    operator.fill({"Jawaban": "Sudah dilengkapi."})
    operator.press("Kirim jawaban")
    assert "Rencana Kinerja Tahunan 2021" not in page(signed_in(people["operator"]), "/")
    home = page(office, "/")
    assert "1 sudah dijawab" in home
    assert "Sudah dilengkapi." in page(office, "/permintaan/", keadaan="dijawab")
    office.post(f"{own}lagi/", {"isi": "Baris kedua masih kosong.", "batas_waktu": "20/3/2022"})
    assert "Baris kedua masih kosong." in page(signed_in(people["camat"]), "/")
    ask_answer(Permintaan.objects.get(), jawaban="Sudah semua.", by=people["camat"])
    office.post(f"{own}selesai/")
    assert Permintaan.objects.get().keadaan == "selesai"
    assert "Permintaan kepada kecamatan" not in page(office, "/")
    assert "Tidak ada permintaan" in page(office, "/permintaan/")
    assert "Baris kedua masih kosong." in page(office, "/permintaan/", keadaan="selesai")


def test_what_became_of_it_meanwhile_is_said_to_who_answers(
    balung: Kecamatan, people: dict[str, Pengguna]
) -> None:
    row = asked(balung, people["organisasi"], "rkt")
    own = reverse("permintaan-rinci", args=["balung", TAHUN, row.pk])
    signed_in(people["organisasi"]).post(f"{own}selesai/")
    answer = signed_in(people["operator"]).post(own, {"isi": "Sudah dilengkapi."})
    assert answer.status_code == 409
    assert "Permintaan ini kini selesai." in answer.content.decode()


def test_the_list_costs_the_same_for_any_number(
    balung: Kecamatan, people: dict[str, Pengguna], django_assert_num_queries: Any
) -> None:
    office = signed_in(people["organisasi"])
    asked(balung, people["organisasi"], "rkt")
    office.get("/permintaan/")
    with django_assert_num_queries(6) as counted:
        office.get("/permintaan/")
    for number in range(20):
        other = make_kecamatan(
            kabupaten=balung.kabupaten,
            kode=f"35.09.{number + 40}",
            nama=f"Lain {number}",
            slug=f"lain-{number}",
        )
        asked(other, people["organisasi"], "rkt")
    with django_assert_num_queries(len(counted)):
        office.get("/permintaan/")


def test_what_is_not_worked_out_is_not_called_complete(
    balung: Kecamatan, people: dict[str, Pengguna], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker has not come to it yet: of no document is it known what it lacks."""
    monkeypatch.setattr(kept, "AT_ONCE", 0)
    monkeypatch.setattr(kept, "leave_to_worker", lambda *_: None)
    office = signed_in(people["organisasi"])
    address = f"{NEW}?tahun={TAHUN}&kabupaten=35.09&kecamatan=balung"
    labels = dict(office.get(address).context["form"].fields["yang"].choices)
    assert labels["balung:renstra"] == "Renstra: belum dihitung."
    assert not any("sudah lengkap" in label for label in labels.values())
    refused = office.post(address, sent(yang=["balung:renstra"]))
    assert refused.context["form"].errors["pesan"] == [
        "Isi apa yang diminta: Renstra Kecamatan Balung belum dihitung."
    ]

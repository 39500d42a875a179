"""Pages of one row: what a clerk types is stored once, nothing is overwritten unseen, and everything can be undone."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from lxml import html

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import Laporan
from sakip.models import BarisPK, PerjanjianKinerja
from tests.factory import make, make_kecamatan, make_laporan, make_pengguna, make_pk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in"), pytest.mark.one_engine]

BASE = "/kecamatan/balung/2021/"


def entries(**change: str) -> dict[str, str]:
    return {
        "sasaran": "Meningkatnya kepuasan warga",
        "indikator": "Indeks kepuasan",
        "satuan": "indeks",
        "target": "82,5",
    } | change


def fingerprint(client: Client, address: str) -> str:
    content = client.get(address).content.decode()
    return content.split('name="sidik" value="', 1)[1].split('"', 1)[0]


def test_a_row_is_added_to_its_document(client: Client, balung: Kecamatan, operator: Pengguna) -> None:
    pk = make_pk(kecamatan=balung)
    answer = client.post(f"{BASE}isi/baris-pk/baru/?induk={pk.pk}", entries())
    row = BarisPK.objects.get()
    assert answer["Location"] == f"{BASE}pk/isi/#baris-pk-{row.pk}"
    assert (row.perjanjian, row.angka, row.urut) == (pk, Decimal("82.5"), 1)
    jejak = Jejak.objects.get(objek_jenis="sakip.barispk", objek_pk=row.pk)
    assert (jejak.pengguna, jejak.tindakan, jejak.sebelum) == (operator, "catatan.dibuat", None)
    assert jejak.sesudah == {
        "Sasaran": "Meningkatnya kepuasan warga",
        "Indikator": "Indeks kepuasan",
        "Satuan": "indeks",
        "Target": "82,5",
    }
    assert "82,5" in client.get(f"{BASE}pk/isi/").content.decode()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"target": "98.5"}, "&quot;98.5&quot; meragukan"),
        ({"target": ""}, "Isi target."),
        (
            {"target": "90–80"},
            "&quot;90–80&quot; terbalik: batas bawah ditulis lebih dahulu. Tulis 80 s.d. 90.",
        ),
        ({"indikator": ""}, "Isi indikator seperti tercetak dalam perjanjian kinerja."),
    ],
    ids=["ambiguous number", "no target", "range upside down", "no name"],
)
def test_what_cannot_be_stored_is_said_beside_the_field_and_kept(
    client: Client, balung: Kecamatan, change: dict[str, str], message: str
) -> None:
    pk = make_pk(kecamatan=balung)
    answer = client.post(f"{BASE}isi/baris-pk/baru/?induk={pk.pk}", entries(**change))
    content = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Kesalahan: Tambah baris Perjanjian Kinerja" in content
    assert content.count(message) == 2  # in the summary and beside the field
    assert "Meningkatnya kepuasan warga" in content  # nothing typed is cleared
    assert not BarisPK.objects.exists()


@pytest.mark.both_engines
def test_a_change_is_recorded_from_old_to_new_with_its_reason(client: Client, balung: Kecamatan) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    data = entries(
        acuan_indikator=str(row.acuan_indikator_id),
        target="81",
        sidik=fingerprint(client, address),
        alasan_perubahan="Kesepakatan dengan bupati.",
    )
    assert client.post(address, data).status_code == 302
    jejak = Jejak.objects.get(objek_pk=row.pk)
    assert (jejak.sebelum, jejak.sesudah) == ({"Target": "80"}, {"Target": "81"})
    assert jejak.alasan == "Kesepakatan dengan bupati."
    page = client.get(f"{address}riwayat/").content.decode()
    assert "<del>80</del>" in page
    assert "<ins>81</ins>" in page
    assert "Budi Santoso" in page


def test_the_reason_is_kept_as_well_when_the_row_is_refused(client: Client, balung: Kecamatan) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    data = entries(target="delapan puluh", alasan_perubahan='Salah "ketik".')
    answer = client.post(f"{BASE}isi/baris-pk/{row.pk}/", data)
    assert answer.status_code == 422
    assert 'name="alasan_perubahan" value="Salah &quot;ketik&quot;."' in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(" Salah_x000B_ketik.\u200b ", "Salah ketik."), ("Salah\r\nketik.", "Salah ketik.")],
)
@pytest.mark.parametrize("act", ["", "hapus/"])
def test_a_reason_is_read_as_every_other_text(
    client: Client, balung: Kecamatan, act: str, typed: str, kept: str
) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    data = entries(
        acuan_indikator=str(row.acuan_indikator_id),
        target="81",
        sidik=fingerprint(client, address),
        alasan_perubahan=typed,
    )
    assert client.post(f"{address}{act}", data).status_code == 302
    assert Jejak.objects.get(objek_pk=row.pk).alasan == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Salah\0ketik.", "Isian memuat karakter yang tidak dapat dibaca (U+0000)"),
        ("Salah\x1fketik.", "Isian memuat karakter yang tidak dapat dibaca (U+001F)"),
        ("x" * 501, "501 karakter, paling banyak 500. Ringkas."),
    ],
)
@pytest.mark.parametrize("act", ["", "hapus/"])
def test_a_reason_that_cannot_be_kept_stores_nothing(
    client: Client, balung: Kecamatan, act: str, typed: str, said: str
) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    data = entries(
        acuan_indikator=str(row.acuan_indikator_id),
        target="81",
        sidik=fingerprint(client, address),
        alasan_perubahan=typed,
    )
    answer = client.post(f"{address}{act}", data)
    assert answer.status_code == 422
    content = answer.content.decode()
    assert "<title>Kesalahan: " in content
    assert content.count(said) == 2  # in the summary and beside the field
    assert '<a href="#alasan_perubahan">' in content
    row.refresh_from_db()
    assert row.angka == Decimal(80)
    assert not Jejak.objects.exists()


def test_a_stale_save_shows_both_values_and_overwrites_nothing(
    client: Client, balung: Kecamatan, operator: Pengguna
) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    seen = fingerprint(client, address)
    reference = str(row.acuan_indikator_id)
    siti = Client()
    siti.force_login(make_pengguna("operator", kecamatan=balung, nama="Siti Aminah"))
    assert siti.post(address, entries(acuan_indikator=reference, target="84", sidik=seen)).status_code == 302
    answer = client.post(address, entries(acuan_indikator=reference, target="86", sidik=seen))
    content = answer.content.decode()
    assert answer.status_code == 409
    assert "Siti Aminah mengubahnya" in content
    assert "<td>86</td>" in content.replace("<p>", "").replace("</p>", "")
    assert "<td>84</td>" in content.replace("<p>", "").replace("</p>", "")
    row.refresh_from_db()
    assert row.angka == 84
    # Having seen both, the user may insist.
    new = content.split('name="sidik" value="', 1)[1].split('"', 1)[0]
    assert client.post(address, entries(acuan_indikator=reference, target="86", sidik=new)).status_code == 302
    row.refresh_from_db()
    assert row.angka == 86


def shown_form(answer: Any) -> Any:
    """The fields of the row's form on the page, as a browser would send them."""
    forms = html.document_fromstring(answer.content.decode()).forms
    return next(form.fields for form in forms if "target" in form.fields)


@pytest.mark.both_engines
def test_who_changes_another_field_is_in_nobodys_way(client: Client, balung: Kecamatan) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    own = {name: value or "" for name, value in shown_form(client.get(address)).items()}
    siti = Client()
    siti.force_login(make_pengguna("operator", kecamatan=balung, nama="Siti Aminah"))
    assert siti.post(address, own | {"satuan": "poin"}).status_code == 302
    answer = client.post(address, own | {"target": "86"}, follow=True)
    row.refresh_from_db()
    assert (row.satuan, row.angka) == ("poin", 86)
    assert "Yang disimpan sejak halaman ini dibuka tetap ada: Satuan." in answer.content.decode()
    last = Jejak.objects.filter(objek_pk=row.pk, objek_jenis="sakip.barispk").first()
    assert last
    assert list(last.sesudah or {}) == ["Target"]


def test_only_the_field_that_both_changed_is_asked_about(client: Client, balung: Kecamatan) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    seen = fingerprint(client, address)
    reference = str(row.acuan_indikator_id)
    siti = Client()
    siti.force_login(make_pengguna("operator", kecamatan=balung, nama="Siti Aminah"))
    theirs = entries(acuan_indikator=reference, satuan="poin", target="84", sidik=seen)
    assert siti.post(address, theirs).status_code == 302
    answer = client.post(address, entries(acuan_indikator=reference, target="86", sidik=seen))
    assert answer.status_code == 409
    assert [label for label, _, _ in answer.context["differences"]] == ["Target"]
    # Who insists keeps the unit that Siti wrote: it was never his to choose.
    assert client.post(address, dict(shown_form(answer))).status_code == 302
    row.refresh_from_db()
    assert (row.satuan, row.angka) == ("poin", 86)


def test_a_new_target_is_not_printed_in_the_words_of_the_old(client: Client, balung: Kecamatan) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), acuan_indikator=None, cetak="80 (Baik)")
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    sent = entries(target="90", cetak="80 (Baik)", sidik=fingerprint(client, address))
    answer = client.post(address, sent)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["cetak"]
    assert "Tercetak &quot;80 (Baik)&quot;" in answer.content.decode()
    for others in (sent | {"target": "80,0"}, sent | {"cetak": "90 (Sangat Baik)"}):
        assert client.post(address, others | {"sidik": fingerprint(client, address)}).status_code == 302


def test_the_same_save_twice_is_one_change(client: Client, balung: Kecamatan) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    data = entries(
        acuan_indikator=str(row.acuan_indikator_id), target="81", sidik=fingerprint(client, address)
    )
    assert client.post(address, data).status_code == 302
    assert client.post(address, data).status_code == 302  # the answer was lost, the browser asks again
    assert Jejak.objects.filter(objek_pk=row.pk).count() == 1


@pytest.mark.both_engines
def test_a_deleted_document_comes_back_whole(client: Client, balung: Kecamatan) -> None:
    pk = make_pk(kecamatan=balung)
    row = make(BarisPK, perjanjian=pk)
    address = f"{BASE}isi/pk/{pk.pk}/hapus/"
    assert "dapat diurungkan" in client.get(address).content.decode()
    answer = client.post(address, {"sidik": fingerprint(client, address)}, follow=True)
    assert not PerjanjianKinerja.objects.exists()
    assert "Urungkan" in answer.content.decode()
    jejak = Jejak.objects.get(tindakan="catatan.dihapus")
    assert client.post(f"{BASE}pulihkan/{jejak.pk}/").status_code == 302
    back = BarisPK.objects.get()
    assert (back.pk, back.perjanjian, back.angka) == (row.pk, pk, row.angka)
    # Twice is once.
    client.post(f"{BASE}pulihkan/{jejak.pk}/")
    assert BarisPK.objects.count() == 1


def test_what_hung_on_a_deleted_document_says_what_comes_back_first(
    client: Client, balung: Kecamatan
) -> None:
    pk = make_pk(kecamatan=balung)
    row = make(BarisPK, perjanjian=pk)
    for address in (f"{BASE}isi/baris-pk/{row.pk}/hapus/", f"{BASE}isi/pk/{pk.pk}/hapus/"):
        client.post(address, {"sidik": fingerprint(client, address)})
    below, above = Jejak.objects.filter(tindakan="catatan.dihapus").order_by("pk")
    answer = client.post(f"{BASE}pulihkan/{below.pk}/", follow=True)
    page = answer.content.decode()
    assert "Pulihkan dahulu perjanjian kinerja" in page
    assert f'action="{BASE}pulihkan/{above.pk}/"' in page
    for entry in (above, below):
        client.post(f"{BASE}pulihkan/{entry.pk}/")
    assert BarisPK.objects.get() == row


@pytest.mark.both_engines
def test_what_was_typed_into_a_deleted_row_is_shown_once_more(
    client: Client, balung: Kecamatan, operator: Pengguna
) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), acuan_indikator=None)
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    is_open = fingerprint(client, address)
    client.post(f"{address}hapus/", {"sidik": is_open})
    answer = client.post(address, entries(target="90", sidik=is_open))
    assert answer.status_code == 409
    content = answer.content.decode()
    assert "Baris ini dihapus oleh Budi Santoso pada " in content
    assert "<td>90</td>" in content
    assert "Simpan nilai saya" not in content
    assert not BarisPK.objects.exists()
    assert client.get(address).status_code == 404


def test_a_row_that_changed_since_is_shown_before_it_is_deleted(client: Client, balung: Kecamatan) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks", acuan_indikator=None)
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    seen = fingerprint(client, f"{address}hapus/")
    siti = Client()
    siti.force_login(make_pengguna("operator", kecamatan=balung, nama="Siti Aminah"))
    siti.post(address, entries(target="90", sidik=seen))
    asked = client.post(f"{address}hapus/", {"sidik": seen, "alasan_perubahan": "Keliru."})
    page = asked.content.decode()
    assert asked.status_code == 409
    assert "Siti Aminah mengubahnya pada " in page
    assert "Baris ini belum dihapus." in page
    assert "<dd>90</dd>" in page  # what it says now
    assert "Keliru." in page
    assert "Simpan nilai saya" not in page
    sent = {"sidik": fingerprint(client, f"{address}hapus/"), "alasan_perubahan": "Keliru."}
    assert client.post(f"{address}hapus/", sent).status_code == 302
    assert not BarisPK.objects.exists()


def test_who_comes_back_and_types_something_else_is_told_that_it_was_himself(
    client: Client, balung: Kecamatan
) -> None:
    """The page that *Back* shows knows nothing of the first save: its second is no second click, and not lost."""
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks", acuan_indikator=None)
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    page = {"sidik": fingerprint(client, address), "csrfmiddlewaretoken": "a" * 64}
    assert client.post(address, entries(target="81", **page)).status_code == 302
    answer = client.post(address, entries(target="82", **page))
    content = answer.content.decode()
    assert answer.status_code == 409
    assert "Anda sendiri mengubahnya, di tab lain atau sebelum menekan Kembali, pada " in content
    again = re.findall(r'name="sidik" value="([^"]*)"', content)[0]
    assert client.post(address, entries(target="82", sidik=again)).status_code == 302
    assert BarisPK.objects.get().angka == 82


def test_deleting_twice_is_one_deletion(client: Client, balung: Kecamatan) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), acuan_indikator=None)
    address = f"{BASE}isi/baris-pk/{row.pk}/hapus/"
    sent = {"sidik": fingerprint(client, address)}
    for _ in range(2):
        answer = client.post(address, sent, follow=True)
        assert "Baris Perjanjian Kinerja dihapus." in answer.content.decode()
        assert "Urungkan" in answer.content.decode()
    assert Jejak.objects.filter(tindakan="catatan.dihapus").count() == 1
    assert client.post(address.replace(str(row.pk), str(row.pk + 1)), sent).status_code == 404


def test_rows_change_places(client: Client, balung: Kecamatan) -> None:
    pk = make_pk(kecamatan=balung)
    above = make(BarisPK, perjanjian=pk, indikator="A", acuan_indikator=None, urut=0)
    below = make(BarisPK, perjanjian=pk, indikator="B", acuan_indikator=None, urut=0)
    assert (
        client.post(f"{BASE}isi/baris-pk/{below.pk}/pindah/", {"arah": "naik", "urut": "0"}).status_code
        == 302
    )
    assert [b.indikator for b in pk.baris.all()] == ["B", "A"]
    client.post(f"{BASE}isi/baris-pk/{above.pk}/pindah/", {"arah": "turun", "urut": "2"})  # already last
    assert [b.indikator for b in pk.baris.all()] == ["B", "A"]


def test_a_copied_row_is_confirmed_once(client: Client, balung: Kecamatan) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), ditinjau=False)
    assert "Belum ditinjau" in client.get(f"{BASE}pk/isi/").content.decode()
    client.post(f"{BASE}isi/baris-pk/{row.pk}/tinjau/")
    client.post(f"{BASE}isi/baris-pk/{row.pk}/tinjau/")
    row.refresh_from_db()
    assert row.ditinjau
    assert Jejak.objects.filter(tindakan="catatan.ditinjau").count() == 1
    assert "Belum ditinjau" not in client.get(f"{BASE}pk/isi/").content.decode()


@pytest.mark.parametrize("status", [Laporan.Status.DIAJUKAN, Laporan.Status.DITANDATANGANI])
def test_a_submitted_year_is_closed(client: Client, balung: Kecamatan, status: str) -> None:
    row = make(BarisPK, perjanjian=make_pk(kecamatan=balung), satuan="indeks")
    address = f"{BASE}isi/baris-pk/{row.pk}/"
    seen = fingerprint(client, address)
    make_laporan(kecamatan=balung, status=status)
    data = entries(acuan_indikator=str(row.acuan_indikator_id), target="81", sidik=seen)
    answer = client.post(address, data)
    assert answer.status_code == 423
    assert "terkunci karena LKIP sudah" in answer.content.decode()
    row.refresh_from_db()
    assert row.angka == 80
    assert "Tambah indikator" not in client.get(f"{BASE}pk/isi/").content.decode()


def test_a_row_of_the_next_kecamatan_is_not_there(client: Client, balung: Kecamatan) -> None:
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    row = make(BarisPK, perjanjian=make_pk(kecamatan=neighbour))
    for tail in ("", "hapus/", "riwayat/"):
        assert client.get(f"{BASE}isi/baris-pk/{row.pk}/{tail}").status_code == 404
    pk = make_pk(kecamatan=neighbour, tahun=2022)
    assert client.post(f"{BASE}isi/baris-pk/baru/?induk={pk.pk}", entries()).status_code == 404
    assert BarisPK.objects.count() == 1


def test_who_reads_only_is_told_who_may_write(client: Client, balung: Kecamatan) -> None:
    pk = make_pk(kecamatan=balung)
    camat = Client()
    camat.force_login(make_pengguna("camat", kecamatan=balung))
    answer = camat.post(f"{BASE}isi/baris-pk/baru/?induk={pk.pk}", entries())
    assert answer.status_code == 403
    assert "Hanya operator kecamatan yang dapat melakukan ini." in answer.content.decode()
    assert not BarisPK.objects.exists()


@pytest.mark.parametrize("parent", ["", "0", "-1", "dua", "²", pytest.param("9" * 5000, id="huge")])
def test_a_row_below_a_document_that_never_was_is_not_there(
    client: Client, balung: Kecamatan, parent: str
) -> None:
    make_pk(kecamatan=balung)
    assert client.post(f"{BASE}isi/baris-pk/baru/", entries() | {"induk": parent}).status_code == 404
    assert not BarisPK.objects.exists()


@pytest.mark.parametrize("seen", ["1", "", "-1", "dua", pytest.param("9" * 5000, id="huge")])
def test_a_row_is_not_moved_from_a_page_that_shows_another_order(
    client: Client, balung: Kecamatan, seen: str
) -> None:
    pk = make_pk(kecamatan=balung)
    for order, nama in enumerate("AB", start=1):
        make(BarisPK, perjanjian=pk, indikator=nama, acuan_indikator=None, urut=order)
    below = pk.baris.get(indikator="B")
    address = f"{BASE}isi/baris-pk/{below.pk}/pindah/"
    answer = client.post(address, {"arah": "naik", "urut": seen}, follow=True)
    assert "ini tidak dipindahkan: urutannya sudah diubah orang lain" in answer.content.decode()
    assert [b.indikator for b in pk.baris.all()] == ["A", "B"]
    sent = re.search(rf'action="{address}".*?name="urut" value="(\d+)"', answer.content.decode(), re.DOTALL)
    assert sent
    client.post(address, {"arah": "naik", "urut": sent[1]})
    assert [b.indikator for b in pk.baris.all()] == ["B", "A"]

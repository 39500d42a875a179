"""A kabupaten's own scale in the browser: drawn first, then stored as it was drawn, and chosen there alone."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kecamatan.models import Jejak, Kabupaten, Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import RecordRefused
from sakip.models import KebijakanPengukuran, Skala
from sakip.records.kebijakan.form import KebijakanForm
from sakip.records.kebijakan.scale_form import ScaleForm
from sakip.records.kebijakan.scale_save import scale_save
from tests.factory import make, make_kabupaten, make_kecamatan, make_pengguna, make_scale

pytestmark = pytest.mark.django_db

ROWS = {
    "nama": "Skala Kabupaten Tangerang",
    "dasar": "Perbup Tangerang Nomor 4 Tahun 2026",
    "label_1": "Sangat Baik",
    "bawah_termasuk_1": "ya",
    "bawah_1": "90",
    "label_2": "Baik",
    "bawah_termasuk_2": "ya",
    "bawah_2": "62,5",
    "atas_termasuk_2": "tidak",
    "atas_2": "90",
    "label_3": "Kurang",
    "atas_termasuk_3": "tidak",
    "atas_3": "62,5",
}


@pytest.fixture
def tangerang(client: Client) -> Kabupaten:
    """With its Bagian Organisasi signed in."""
    kabupaten = make_kabupaten(kode="36.03", nama="Tangerang", provinsi="Banten")
    client.force_login(make_pengguna("organisasi", kabupaten=kabupaten))
    return kabupaten


def test_a_scale_is_drawn_first_and_stored_as_it_was_drawn(client: Client, tangerang: Kabupaten) -> None:
    address = reverse("skala-baru", args=["36.03"])
    shown = client.post(address, ROWS)
    page = shown.content.decode()
    assert "<svg" in page
    assert "Simpan skala ini" in page
    assert [(str(one["value"]), one["predikat"]) for one in shown.context["readings"]] == [
        ("100", "Sangat Baik"),
        ("90.01", "Sangat Baik"),
        ("90", "Sangat Baik"),
        ("89.99", "Baik"),
        ("62.51", "Baik"),
        ("62.5", "Baik"),
        ("62.49", "Kurang"),
        ("0", "Kurang"),
    ]
    assert not Skala.objects.exists()
    client.post(address, ROWS | {"dilihat": shown.context["form"]["dilihat"].value()})
    scale = Skala.objects.get()
    assert (scale.kabupaten, scale.kode, scale.untuk) == (tangerang, "36-03-1", "capaian")
    stored = scale.kategori.values_list("label", "batas", "tertutup", "rentang_cetak")
    assert [(label, str(b and b.normalize()), t, r) for label, b, t, r in stored] == [
        ("Sangat Baik", "9E+1", True, "≥ 90"),
        ("Baik", "62.5", True, "≥ 62,5 dan < 90"),
        ("Kurang", "None", False, "< 62,5"),
    ]
    assert Jejak.objects.get(objek_jenis="sakip.skala").tindakan == "catatan.dibuat"


@pytest.mark.one_engine
def test_what_changed_since_it_was_drawn_is_drawn_again(client: Client, tangerang: Kabupaten) -> None:
    address = reverse("skala-baru", args=["36.03"])
    seen = client.post(address, ROWS).context["form"]["dilihat"].value()
    other = ROWS | {"bawah_2": "60", "atas_3": "60", "dilihat": seen}
    assert "Simpan skala ini" in client.post(address, other).content.decode()
    assert not Skala.objects.exists()


@pytest.mark.one_engine
def test_a_gap_is_refused_with_both_rows(client: Client, tangerang: Kabupaten) -> None:
    answer = client.post(reverse("skala-baru", args=["36.03"]), ROWS | {"atas_3": "60"})
    assert answer.status_code == 422
    assert (
        "Ada celah antara baris 3 (Kurang) dan baris 2 (Baik): nilai 60 tidak masuk predikat mana pun."
        in answer.content.decode()
    )


def test_an_own_scale_is_changed_with_its_upper_bounds_as_they_follow(
    client: Client, tangerang: Kabupaten
) -> None:
    scale = make_scale(kabupaten=tangerang, nama="Dua predikat")
    address = reverse("skala-ubah", args=["36.03", scale.pk])
    form = client.get(address).context["form"]
    assert form["atas_2"].value() == "90"
    assert form["atas_termasuk_2"].value() == "tidak"
    rows = {
        "nama": "Dua predikat",
        "dasar": scale.dasar,
        "sidik": form["sidik"].value(),
        "label_1": "Tinggi",
        "bawah_termasuk_1": "tidak",
        "bawah_1": "80",
        "label_2": "Rendah",
        "atas_termasuk_2": "ya",
        "atas_2": "80",
    }
    seen = client.post(address, rows).context["form"]["dilihat"].value()
    client.post(address, rows | {"dilihat": seen})
    assert list(scale.kategori.values_list("label", "batas", "tertutup")) == [
        ("Tinggi", 80, False),
        ("Rendah", None, False),
    ]
    late = client.post(address, rows | {"bawah_1": "70", "atas_2": "70"})
    again = client.post(
        address,
        rows | {"bawah_1": "70", "atas_2": "70", "dilihat": late.context["form"]["dilihat"].value()},
    )
    assert "diubah orang lain" in again.content.decode()


def test_a_scale_in_use_by_a_year_cannot_change(client: Client, tangerang: Kabupaten) -> None:
    scale = make_scale(kabupaten=tangerang, nama="Dua predikat")
    address = reverse("skala-ubah", args=["36.03", scale.pk])
    rows = ROWS | {"sidik": client.get(address).context["form"]["sidik"].value()}
    rows |= {"dilihat": client.post(address, rows).context["form"]["dilihat"].value()}
    policy = make(
        KebijakanPengukuran, kabupaten=tangerang, tahun=2023, skala=scale
    )  # while its page was open
    held = client.post(address, rows)
    assert held.status_code == 409
    shown = client.get(address).content.decode()
    for page in (held.content.decode(), shown):
        assert (
            "dipakai kebijakan pengukuran tahun 2023, jadi tidak dapat diubah. Tambah skala baru, lalu pilih"
            in page
        )
        assert 'name="label_1"' not in page
    typed = ScaleForm(rows, stored=scale)
    assert typed.is_valid()
    assert typed.scale is not None
    by, seen = Pengguna.objects.get(), rows["sidik"]
    with pytest.raises(RecordRefused, match="jadi tidak dapat diubah"):  # whoever comes past the page
        scale_save(kabupaten=tangerang, scale=typed.scale, stored=scale, seen=seen, by=by)
    assert list(scale.kategori.values_list("label", "batas")) == [("Tinggi", 90), ("Rendah", None)]
    policy.delete()
    assert client.post(address, rows).status_code == 302
    assert [k.label for k in scale.kategori.all()] == ["Sangat Baik", "Baik", "Kurang"]


def test_it_is_offered_to_its_own_kabupaten_alone(tangerang: Kabupaten) -> None:
    own = make_scale(kabupaten=tangerang)
    for kabupaten, offered in ((tangerang, [own]), (make_kabupaten(), [])):
        kecamatan = make_kecamatan(
            kabupaten=kabupaten, kode=f"{kabupaten.kode}.01", nama="X", slug=f"x-{kabupaten.pk}"
        )
        scope = Scope(kecamatan=kecamatan, tahun=2026, pengguna=None)
        field = KebijakanForm(instance=KebijakanPengukuran(kabupaten=kabupaten), scope=scope).fields["skala"]
        assert list(field.queryset) == offered  # type: ignore[attr-defined]


@pytest.mark.one_engine
def test_its_own_scales_come_first(client: Client, tangerang: Kabupaten) -> None:
    make_scale(kabupaten=None, kode="a-terpasang")
    own = make_scale(kabupaten=tangerang, kode="z-sendiri")
    shown = client.get(reverse("skala", args=["36.03"])).context["scales"]
    assert [one["row"].kode for one in shown] == [own.kode, "a-terpasang"]


@pytest.mark.one_engine
def test_a_scale_of_another_kabupaten_is_not_found(client: Client, tangerang: Kabupaten) -> None:
    other = make_scale(kabupaten=make_kabupaten())
    assert client.get(reverse("skala-ubah", args=["36.03", other.pk])).status_code == 404
    assert client.get(reverse("skala", args=["35.09"])).status_code == 404


def test_only_an_own_scale_that_nothing_reads_is_taken_away(client: Client, tangerang: Kabupaten) -> None:
    scale = make_scale(kabupaten=tangerang, nama="Dua predikat")
    policy = make(KebijakanPengukuran, kabupaten=tangerang, tahun=2023, skala=scale)
    address = reverse("skala-hapus", args=["36.03", scale.pk])
    assert address in client.get(reverse("skala", args=["36.03"])).content.decode()
    held = client.post(address, {"alasan_perubahan": "keliru"})
    assert held.status_code == 409
    assert "dipakai kebijakan pengukuran tahun 2023. Pilih skala lain" in held.content.decode()
    policy.delete()
    client.post(address, {"alasan_perubahan": "keliru"})
    assert not Skala.objects.exists()
    (told,) = Jejak.objects.filter(tindakan="catatan.dihapus")
    assert told.alasan == "keliru"
    assert told.sebelum is not None
    assert "Dua predikat" in told.sebelum["skala"]


@pytest.mark.one_engine
def test_a_scale_that_is_installed_stays(client: Client, tangerang: Kabupaten) -> None:
    scale = make_scale(kabupaten=None, kode="akip-2021")
    assert client.post(reverse("skala-hapus", args=["36.03", scale.pk])).status_code == 404
    assert Skala.objects.filter(pk=scale.pk).exists()

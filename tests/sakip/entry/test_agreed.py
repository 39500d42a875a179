"""A document that is agreed is changed by no door until it is opened with a reason."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.utils import timezone

from kecamatan.models import DesaKelurahan, Jejak, Kecamatan, Pejabat, Pengguna
from sakip import models as m
from sakip.entry.agreed import DOCUMENTS, Agreed, DocumentClosed, path_to_document, year_of
from sakip.entry.agreement import AgreementRefused, buka_penetapan, tetapkan
from sakip.entry.confirm import record_confirm
from sakip.entry.form import Scope
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.restore import record_restore
from sakip.entry.save import record_delete, record_move, record_save
from sakip.records.pk.form import BarisPKForm
from tests.factory import make, make_laporan, make_pengguna, make_pk, make_renstra

pytestmark = pytest.mark.django_db

TAHUN = 2021

#: Written out once more: which rows belong to which document.
ROWS = {
    "renstra": {
        *("Renstra", "Tujuan", "IndikatorTujuan", "TargetTujuan", "Sasaran", "Indikator", "TargetRenstra"),
        "KomentarRealisasi",  # hangs on the indikator, and is no record: tests/sakip/records/realisasi
    },
    "iku": {"KeputusanIKU", "MengingatIKU", "ButirIKU", "BarisIKU"},
    "rkt": {"RKT", "SasaranRKT", "BarisRKT", "IndikatorBarisRKT"},
    "pk": {"PerjanjianKinerja", "BarisPK", "AnggaranPK"},
    "rencana-aksi": {
        "RencanaAksi",
        "BarisRencanaAksi",
        "TargetTriwulan",
        "KegiatanRencanaAksi",
        "LangkahRencanaAksi",
    },
}


def test_every_row_of_a_document_leads_to_its_head() -> None:
    found: dict[str, set[str]] = {}
    for model in apps.get_app_config("sakip").get_models():
        path = path_to_document(model)
        if path is not None:
            head: Any = model
            for column in path:
                head = head._meta.get_field(column).related_model
            found.setdefault(DOCUMENTS[head].value, set()).add(model.__name__)
    assert found == ROWS


def test_the_year_that_a_row_is_a_record_of(balung: Kecamatan) -> None:
    pk = make_pk(kecamatan=balung, tahun=2024)
    for row, tahun in (
        (pk, 2024),
        (m.BarisPK(perjanjian=pk), 2024),
        (m.Realisasi(tahun=2022), 2022),
        (m.TargetRenstra(tahun=2026), None),  # a target of the plan, which all its years print
        (make_renstra(kecamatan=balung), None),
        (DesaKelurahan(kecamatan=balung), None),
        (Pejabat(), None),
    ):
        assert year_of(row) == tahun, row


@pytest.fixture
def pk(balung: Kecamatan) -> m.PerjanjianKinerja:
    return make_pk(kecamatan=balung, tahun=TAHUN)


@pytest.fixture
def row(pk: m.PerjanjianKinerja) -> m.BarisPK:
    return make(m.BarisPK, perjanjian=pk, acuan_indikator=None, indikator="IKM", satuan="indeks", urut=1)


def agree(pk: m.PerjanjianKinerja | m.KeputusanIKU, by: Pengguna) -> None:
    tetapkan(pk, kecamatan=pk.kecamatan, tahun=pk.tahun, by=by)


def open_again(
    pk: m.PerjanjianKinerja | m.KeputusanIKU, by: Pengguna, alasan: str = "Salah ketik target."
) -> None:
    buka_penetapan(pk, kecamatan=pk.kecamatan, tahun=pk.tahun, by=by, alasan=alasan)


def scope(pk: m.PerjanjianKinerja) -> Scope:
    return Scope(kecamatan=pk.kecamatan, tahun=pk.tahun, pengguna=None)


def form(row: m.BarisPK, target: str = "") -> BarisPKForm:
    values = {"sasaran": row.sasaran, "indikator": row.indikator, "satuan": "indeks", "target": target}
    result = BarisPKForm(values if target else None, instance=row, scope=scope(row.perjanjian))
    assert not target or result.is_valid(), result.errors
    return result


def test_no_door_of_a_row_changes_it_and_opening_it_lets_all(
    pk: m.PerjanjianKinerja, row: m.BarisPK, operator: Pengguna
) -> None:
    other = make(m.BarisPK, perjanjian=pk, acuan_indikator=None, indikator="IPM", satuan="indeks", urut=2)
    deletion = record_delete(form=form(other), by=operator, fingerprint=form(other).fingerprint)
    second = make(m.BarisPK, perjanjian=pk, acuan_indikator=None, indikator="AKIP", satuan="nilai", urut=3)
    agree(pk, operator)
    place, by = scope(pk), operator

    def change() -> None:
        record_save(
            form=form(m.BarisPK.objects.get(pk=row.pk), "85"), by=by, fingerprint=form(row).fingerprint
        )

    doors = {
        "change": change,
        "delete": lambda: record_delete(form=form(row), by=by, fingerprint=form(row).fingerprint),
        "undo": lambda: record_restore(jejak=deletion, by=by),
        "move": lambda: record_move(
            row=second, siblings=("perjanjian",), direction="naik", seen=3, scope=place, by=by
        ),
    }
    before = list(m.BarisPK.objects.order_by("pk").values())
    for name, door in doors.items():
        with pytest.raises(
            DocumentClosed, match="Perjanjian Kinerja ini sudah ditetapkan oleh Budi Santoso pada"
        ):
            door()
        assert list(m.BarisPK.objects.order_by("pk").values()) == before, name
    open_again(pk, operator)
    for door in (change, doors["move"]):
        door()
    assert m.BarisPK.objects.get(pk=row.pk).angka == Decimal(85)


@pytest.mark.one_engine
def test_agreeing_and_opening_are_told(pk: m.PerjanjianKinerja, operator: Pengguna) -> None:
    agree(pk, operator)
    with pytest.raises(AgreementRefused, match="sudah ditetapkan oleh Budi Santoso"):
        agree(pk, operator)
    with pytest.raises(AgreementRefused, match=r"^Isi alasan membuka penetapan\.$"):
        open_again(pk, operator, " ")
    open_again(pk, operator)
    with pytest.raises(AgreementRefused, match="tidak sedang ditetapkan"):
        open_again(pk, operator)
    told = Jejak.objects.filter(objek_jenis="sakip.perjanjiankinerja").order_by("id")
    assert [(one.tindakan, one.pengguna, one.alasan) for one in told] == [
        ("dokumen.ditetapkan", operator, ""),
        ("dokumen.penetapan_dibuka", operator, "Salah ketik target."),
    ]


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("peran", "allowed"),
    [("operator", True), ("camat", True), ("organisasi", False), ("pengawas", False), ("admin", False)],
)
def test_who_may(pk: m.PerjanjianKinerja, operator: Pengguna, peran: str, allowed: bool) -> None:
    below = {"kecamatan": pk.kecamatan} if peran in ("operator", "camat") else {}
    above = {"kabupaten": pk.kecamatan.kabupaten} if peran in ("organisasi", "pengawas") else {}
    person = make_pengguna(peran, username="orang", **below, **above)
    if allowed:
        agree(pk, person)
        open_again(pk, person)
        return
    with pytest.raises(PermissionDenied, match="operator kecamatan dan camat"):
        agree(pk, person)
    agree(pk, operator)
    with pytest.raises(PermissionDenied, match="operator kecamatan dan camat"):
        open_again(pk, person)


@pytest.mark.one_engine
def test_unread_rows_are_read_first(pk: m.PerjanjianKinerja, row: m.BarisPK, operator: Pengguna) -> None:
    m.BarisPK.objects.update(ditinjau=False)
    with pytest.raises(AgreementRefused, match=r"^1 baris .* belum ditinjau\."):
        agree(pk, operator)
    record_confirm(rows=[row], scope=scope(pk), by=operator)
    agree(pk, operator)


@pytest.mark.one_engine
def test_a_perubahan_takes_its_place_and_the_agreed_one_stays(
    pk: m.PerjanjianKinerja, operator: Pengguna
) -> None:
    agree(pk, operator)
    new = make_pk(kecamatan=pk.kecamatan, tahun=TAHUN, jenis="perubahan", versi=1)
    make(m.BarisPK, perjanjian=new, acuan_indikator=None)
    assert not Agreed(pk.kecamatan).replaced(pk)
    agree(new, operator)
    agreed = Agreed(pk.kecamatan)
    assert (agreed.replaced(pk), agreed.replaced(new)) == (True, False)
    assert agreed.reason(pk)
    open_again(new, operator)
    assert not Agreed(pk.kecamatan).replaced(pk)


@pytest.mark.one_engine
def test_a_closed_year_is_not_opened_by_opening_its_document(
    pk: m.PerjanjianKinerja, operator: Pengguna
) -> None:
    agree(pk, operator)
    make_laporan(kecamatan=pk.kecamatan, tahun=TAHUN, status="diajukan")
    with pytest.raises(Exception, match="terkunci karena LKIP sudah diajukan"):
        open_again(pk, operator)


@pytest.mark.one_engine
def test_other_documents_stay_open(pk: m.PerjanjianKinerja, row: m.BarisPK, operator: Pengguna) -> None:
    agree(pk, operator)
    agreed = Agreed(pk.kecamatan)
    assert agreed.reason(row)
    other = make_pk(kecamatan=pk.kecamatan, tahun=TAHUN + 1)
    renstra = make_renstra(kecamatan=pk.kecamatan)
    for one in (other, make(m.BarisPK, perjanjian=other, acuan_indikator=None), renstra):
        assert agreed.reason(one) == ""


@pytest.mark.django_db(transaction=True)
def test_of_two_who_agree_at_once_one_does(balung: Kecamatan) -> None:
    pk, by = make_pk(kecamatan=balung, tahun=TAHUN), make_pengguna("operator", kecamatan=balung)
    results: list[str] = []

    def run() -> None:
        try:
            agree(pk, by)
            results.append("ditetapkan")
        except AgreementRefused:
            results.append("ditolak")
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["ditetapkan", "ditolak", "ditolak"]
    assert m.Penetapan.objects.count() == Jejak.objects.count() == 1


def test_the_pages(client: Client, pk: m.PerjanjianKinerja, row: m.BarisPK, operator: Pengguna) -> None:
    client.force_login(operator)
    entry, address = f"/kecamatan/balung/{TAHUN}/pk/isi/", f"/kecamatan/balung/{TAHUN}/penetapan/pk/{pk.pk}/"
    change = f"/kecamatan/balung/{TAHUN}/isi/baris-pk/{row.pk}/"
    content = client.get(entry).content.decode()
    assert f'href="{address}"' in content
    assert f'href="{change}"' in content
    assert "Sesudah ditetapkan, isinya tidak dapat diubah" in client.get(address).content.decode()
    done = client.post(address, {"tindakan": "tetapkan"}, follow=True).content.decode()
    assert "Isinya terkunci sampai penetapannya dibuka." in done
    assert "Ditetapkan oleh Budi Santoso pada" in done
    assert f'href="{change}"' not in done
    assert "baris-pk/baru/" not in done
    assert client.post(address, {"tindakan": "tetapkan"}).status_code == 409
    seen = client.get(change).content.decode()
    assert "Buka penetapannya dengan alasan, atau buat perubahannya." in seen
    assert ">Simpan</button>" not in seen
    assert client.post(change, {"indikator": "IKM"}).status_code in (422, 423)
    assert client.post(address, {"tindakan": "buka", "alasan": " "}).status_code == 422
    opened = client.post(
        address, {"tindakan": "buka", "alasan": "Salah ketik."}, follow=True
    ).content.decode()
    assert "Perbaiki, lalu tetapkan lagi." in opened
    assert f'href="{change}"' in opened
    assert "Penetapannya dibuka oleh Budi Santoso pada" in opened
    assert ": Salah ketik." in opened
    history = client.get(address).content.decode()
    assert "Salah ketik." in history
    assert "Penetapan dibuka" in history


@pytest.mark.one_engine
@pytest.mark.parametrize("kind", ["pk", "iku"])
def test_what_was_signed_stays_though_it_is_opened(
    client: Client, balung: Kecamatan, operator: Pengguna, kind: str
) -> None:
    """Its archive is found from it."""
    head = (
        make_pk(kecamatan=balung, tahun=TAHUN)
        if kind == "pk"
        else make(m.KeputusanIKU, kecamatan=balung, tahun=TAHUN)
    )
    agree(head, operator)
    m.Penetapan.objects.update(ditandatangani_pada=timezone.now())
    open_again(head, operator)
    row_form = ROW_KINDS[kind].form(
        None, instance=head, scope=Scope(kecamatan=balung, tahun=TAHUN, pengguna=operator)
    )
    with pytest.raises(
        DocumentClosed, match=r"ini ditandatangani pada .* lalu tetapkan dan tandatangani versi"
    ):
        record_delete(form=row_form, by=operator, fingerprint=row_form.fingerprint)
    client.force_login(operator)
    page = client.get(f"/kecamatan/balung/{TAHUN}/isi/{kind}/{head.pk}/hapus/")
    assert "arsipnya dibuka dari sini" in page.text
    assert type(head).objects.filter(pk=head.pk).exists()

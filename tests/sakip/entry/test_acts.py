"""What an act of many rows may bring into its year: no new galat, from wherever the rows come."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core import serializers
from django.db import IntegrityError, connection
from django.db.models import Model, QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.ground.row_write import RowWriter
from kecamatan.ground.trail_key import trail_key
from kecamatan.models import ButirProfil, Jejak, Kecamatan, MasaJabatan, ProfilKecamatan
from sakip.checks import CHECKS
from sakip.entry import writer
from sakip.entry.confirm import record_confirm
from sakip.entry.form import Scope
from sakip.entry.restore import record_restore
from sakip.entry.save import record_delete, record_move, record_save
from sakip.entry.save_many import Entry, RowRefused, record_save_many
from sakip.entry.watch import year_findings
from sakip.entry.writer import CheckRefused, New, RecordRefused, writing
from sakip.models import (
    RKT,
    Anggaran,
    AnggaranPK,
    BarisPK,
    BarisRencanaAksi,
    BarisRKT,
    Belanja,
    Indikator,
    Kegiatan,
    PerjanjianKinerja,
    Program,
    RencanaAksi,
    Renstra,
    SasaranRKT,
    TargetRenstra,
    VersiNomenklatur,
)
from sakip.records.anggaran.form import BelanjaForm
from sakip.records.anggaran.writes import anggaran_from_rkt
from sakip.records.nomenklatur import codes as nomenklatur
from sakip.records.pejabat.form import MasaJabatanForm
from sakip.records.pk.form import PKForm
from sakip.records.pk.writes import pk_from_rkt, pk_perubahan
from sakip.records.profil.copy import PROFIL_COPY
from sakip.records.rencana_aksi.writes import rencana_aksi_from_pk
from sakip.records.renstra.writes import renstra_copy_perubahan
from sakip.records.rkt.copy import RKT_COPY
from sakip.records.rkt.form import RKTForm
from sakip.snapshot.build import build
from tests.factory import (
    make,
    make_indikator,
    make_masa_jabatan,
    make_pengguna,
    make_pk,
    make_renstra,
    make_sasaran,
)

pytestmark = pytest.mark.django_db

TAHUN = 2021

OLD = "Nomenklatur lama tidak berlaku tahun 2021. Pilih program dari nomenklatur tahun itu."


def place(kecamatan: Kecamatan, tahun: int = TAHUN) -> Scope:
    return Scope(kecamatan=kecamatan, tahun=tahun, pengguna=None)


def codes(kecamatan: Kecamatan, tahun: int = TAHUN) -> set[str]:
    """The checks that are broken now."""
    return {f.code for f in year_findings(kecamatan=kecamatan, tahun=tahun, checks=CHECKS.values())}


@pytest.fixture
def old_rkt(balung: Kecamatan) -> RKT:
    """An RKT of 2021, written the year before in the nomenklatur of then: that is right of an RKT alone."""
    versi = make(VersiNomenklatur, kode="lama", nama="Nomenklatur lama", tahun_awal=2006, tahun_akhir=2020)
    rkt = make(RKT, kecamatan=balung, tahun=TAHUN)
    for order, nama in enumerate(("Penunjang", "Pelayanan"), start=1):
        program = make(Program, versi=versi, kode=f"7.01.0{order}", nama=nama)
        make(BarisRKT, rkt=rkt, program=program, anggaran=Decimal(1_000_000), urut=order)
    assert "nomenklatur-semasa" not in codes(balung)
    return rkt


@pytest.fixture
def aceh_rkt(balung: Kecamatan) -> RKT:
    """An RKT with a program that is for Aceh alone: stored before that was known."""
    rkt = make(RKT, kecamatan=balung, tahun=TAHUN)
    program = make(Program, kode="7.01.09", nama="Gampong", khusus_aceh=True)
    make(BarisRKT, rkt=rkt, program=program, anggaran=Decimal(1_000_000))
    assert codes(balung) == {"khusus-aceh"}
    return rkt


# --- What a document made from another brings ---


@pytest.mark.one_engine
def test_a_budget_is_not_filled_from_the_nomenklatur_of_last_year(balung: Kecamatan, old_rkt: RKT) -> None:
    with pytest.raises(CheckRefused) as refused:
        anggaran_from_rkt(kecamatan=balung, tahun=TAHUN, by=None)
    assert refused.value.sentences == [f"Anggaran Penunjang: {OLD}", f"Anggaran Pelayanan: {OLD}"]
    assert str(refused.value) == f"2 kesalahan. Yang pertama: Anggaran Penunjang: {OLD}"
    assert (Anggaran.objects.count(), Jejak.objects.count()) == (0, 0)


def test_its_page_says_so(client: Client, balung: Kecamatan, old_rkt: RKT) -> None:
    BarisRKT.objects.filter(urut=2).delete()
    client.force_login(make_pengguna("operator", kecamatan=balung))
    page = client.post(f"/kecamatan/balung/{TAHUN}/anggaran/dari-rkt/", follow=True)
    assert [str(m) for m in page.context["messages"]] == [f"Anggaran Penunjang: {OLD}"]


def test_a_pk_is_not_made_of_the_nomenklatur_of_last_year(balung: Kecamatan, old_rkt: RKT) -> None:
    with pytest.raises(
        CheckRefused, match=r"^2 kesalahan\. Yang pertama: PK murni, Penunjang: Nomenklatur lama"
    ):
        pk_from_rkt(kecamatan=balung, tahun=TAHUN, by=None)
    assert (PerjanjianKinerja.objects.count(), AnggaranPK.objects.count(), Jejak.objects.count()) == (0, 0, 0)


@pytest.mark.one_engine
def test_a_fault_of_the_row_itself_goes_along(balung: Kecamatan, aceh_rkt: RKT) -> None:
    """It is told already, and is mended there: it does not stand in the way of what is made of it."""
    assert len(anggaran_from_rkt(kecamatan=balung, tahun=TAHUN, by=None).rows) == 1
    assert pk_from_rkt(kecamatan=balung, tahun=TAHUN, by=None).perjanjian.anggaran.count() == 1
    assert codes(balung) == {"khusus-aceh"}


def test_a_fault_of_another_row_does_not_excuse(balung: Kecamatan, old_rkt: RKT) -> None:
    Program.objects.filter(nama="Penunjang").update(khusus_aceh=True)
    with pytest.raises(CheckRefused) as refused:
        anggaran_from_rkt(kecamatan=balung, tahun=TAHUN, by=None)
    assert {f.code for f in refused.value.findings} == {"nomenklatur-semasa"}
    assert len(refused.value.findings) == 2


@pytest.mark.one_engine
def test_rencana_aksi_and_perubahan_take_over_what_their_pk_refers_to(balung: Kecamatan) -> None:
    """A PK row that refers to a Renstra of other years: wrong already in the PK, whatever is made of it."""
    old = make_indikator(
        sasaran=make_sasaran(renstra=make_renstra(kecamatan=balung, tahun_awal=2016, tahun_akhir=2020))
    )
    make(
        BarisPK,
        perjanjian=make_pk(kecamatan=balung, tahun=TAHUN),
        acuan_indikator=old,
        acuan_sasaran=old.sasaran,
    )
    assert codes(balung) == {"acuan-semasa"}
    rencana = make(RencanaAksi, kecamatan=balung, tahun=TAHUN)
    assert len(rencana_aksi_from_pk(rencana=rencana, by=None).rows) == 1
    form = PKForm(
        {"alasan": "b"},
        instance=PerjanjianKinerja(kecamatan=balung, tahun=TAHUN, jenis="perubahan", versi=1),
        scope=place(balung),
    )
    assert form.is_valid(), form.errors
    assert pk_perubahan(form=form, by=None).baris.count() == 1
    assert BarisRencanaAksi.objects.count() == 1


@pytest.mark.one_engine
def test_a_target_is_told_with_its_row(balung: Kecamatan) -> None:
    make(BarisPK, perjanjian=make_pk(kecamatan=balung, tahun=TAHUN), acuan_indikator=None, angka=Decimal(80))
    rencana = make(RencanaAksi, kecamatan=balung, tahun=TAHUN)
    assert rencana_aksi_from_pk(rencana=rencana, by=None).bertarget == 1
    (jejak,) = Jejak.objects.all()
    assert (jejak.objek_jenis, jejak.tindakan) == ("sakip.barisrencanaaksi", "catatan.dibuat")
    assert (jejak.sesudah or {})["Target triwulan IV"] == "80"


def test_a_second_time_adds_nothing(balung: Kecamatan, aceh_rkt: RKT) -> None:
    assert len(anggaran_from_rkt(kecamatan=balung, tahun=TAHUN, by=None).rows) == 1
    told = Jejak.objects.count()
    assert anggaran_from_rkt(kecamatan=balung, tahun=TAHUN, by=None).rows == ()
    assert Jejak.objects.count() == told


def test_an_equal_row_stored_between_look_and_write_is_refused_in_words(
    balung: Kecamatan, aceh_rkt: RKT, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The model's rules have nothing against the row; the database has."""

    class Late(RowWriter):
        def insert(self, rows: object) -> None:
            raise IntegrityError

    monkeypatch.setattr(writer, "ROWS", Late())
    with pytest.raises(RecordRefused, match=r"^Catatan lain dengan isi yang sama baru saja disimpan\."):
        anggaran_from_rkt(kecamatan=balung, tahun=TAHUN, by=None)
    assert (Anggaran.objects.count(), Jejak.objects.count()) == (0, 0)


# --- What the copy of another year brings ---


@pytest.fixture
def aceh_in_the_new_edition(balung: Kecamatan) -> None:
    """The new edition has the program for Aceh alone; last year's is everybody's."""
    old = make(VersiNomenklatur, kode="lama", tahun_awal=2006, tahun_akhir=TAHUN)
    new = make(VersiNomenklatur, kode="baru", tahun_awal=TAHUN + 1)
    for versi in (old, new):
        make(Program, versi=versi, kode="7.01.01", nama="Gampong", khusus_aceh=versi == new)
    rkt = make(RKT, kecamatan=balung, tahun=TAHUN)
    make(BarisRKT, rkt=rkt, program=Program.objects.get(versi=old))


@pytest.mark.one_engine
def test_what_became_a_program_for_aceh_is_left_behind(
    balung: Kecamatan, aceh_in_the_new_edition: None
) -> None:
    result = RKT_COPY.copy(kecamatan=balung, source=TAHUN, to=TAHUN + 1, by=None)
    assert result.left_behind == ('"7.01.01 Gampong" tidak disalin: tidak ada dalam nomenklatur tahun 2022.',)
    assert codes(balung, TAHUN + 1) == set()


def test_a_copy_is_refused_for_a_fault_that_its_year_does_not_have(
    balung: Kecamatan, aceh_in_the_new_edition: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were such a row carried over all the same, the checks of the new year would have the last word."""
    monkeypatch.setattr(nomenklatur, "is_offered", lambda *_: True)
    with pytest.raises(
        CheckRefused, match=r"^RKT, Gampong: 7\.01\.01 Gampong hanya untuk Aceh\. Pilih program lain\.$"
    ):
        RKT_COPY.copy(kecamatan=balung, source=TAHUN, to=TAHUN + 1, by=None)
    assert not RKT.objects.filter(tahun=TAHUN + 1).exists()
    assert not Jejak.objects.exists()


@pytest.mark.one_engine
def test_a_copy_of_what_was_wrong_last_year_is_made(balung: Kecamatan) -> None:
    program = make(Program, kode="7.01.09", nama="Pelayanan")
    elsewhere = make(Kegiatan, program=make(Program, kode="7.01.08"), kode="7.01.08.2.01")
    make(BarisRKT, rkt=make(RKT, kecamatan=balung, tahun=TAHUN), program=program, kegiatan=elsewhere)
    assert RKT_COPY.copy(kecamatan=balung, source=TAHUN, to=TAHUN + 1, by=None).copied == 1
    assert codes(balung, TAHUN + 1) == {"nomenklatur-sejenjang"}


@pytest.mark.one_engine
def test_a_row_for_aceh_is_not_carried_into_another_year(balung: Kecamatan, aceh_rkt: RKT) -> None:
    result = RKT_COPY.copy(kecamatan=balung, source=TAHUN, to=TAHUN + 1, by=None)
    assert result.left_behind[0] == '"7.01.09 Gampong" tidak disalin: 7.01.09 Gampong hanya untuk Aceh.'
    assert codes(balung, TAHUN + 1) == set()


def test_a_renstra_is_not_copied_with_a_target_that_the_judge_refuses(balung: Kecamatan) -> None:
    skm = make_indikator(sasaran=make_sasaran(renstra=make_renstra(kecamatan=balung)))
    for tahun in (2021, 2022):
        make(TargetRenstra, indikator=skm, tahun=tahun, angka=Decimal(81), cetak="80")
    with pytest.raises(
        RecordRefused,
        match=r"^2 kesalahan\. Yang pertama: Survei Kepuasan Masyarakat, target 2021: Tercetak \"80\", padahal",
    ):
        renstra_copy_perubahan(renstra=Renstra.objects.get(), tahun=TAHUN, by=None)
    assert (Renstra.objects.count(), Indikator.objects.count(), Jejak.objects.count()) == (1, 1, 0)


# --- What comes back ---


def test_an_undone_deletion_is_refused_for_the_rows_below(balung: Kecamatan) -> None:
    """The head is right; the row that comes back with it is not any more."""
    rkt = make(RKT, kecamatan=balung, tahun=TAHUN)
    kegiatan = make(Kegiatan, program=make(Program, nama="Penunjang"), nama="Rapat gampong")
    make(BarisRKT, rkt=rkt, program=kegiatan.program, kegiatan=kegiatan)
    form = RKTForm(instance=rkt, scope=place(balung))
    jejak = record_delete(form=form, by=None, fingerprint=form.fingerprint)
    Kegiatan.objects.update(khusus_aceh=True)
    with pytest.raises(CheckRefused, match="hanya untuk Aceh") as refused:
        record_restore(jejak=jejak, by=None)
    assert refused.value.own == refused.value.findings
    assert (RKT.objects.count(), BarisRKT.objects.count()) == (0, 0)
    assert not Jejak.objects.filter(tindakan="catatan.dipulihkan").exists()


def test_what_comes_back_overwrites_no_row(balung: Kecamatan) -> None:
    """It came back already, between look and write, and was changed since."""
    make(RKT, kecamatan=balung, tahun=TAHUN, tempat="Balung")
    (kept,) = serializers.deserialize("python", serializers.serialize("python", RKT.objects.all()))
    RKT.objects.update(tempat="Jember")
    with (
        pytest.raises(RecordRefused, match=r"^Tempatnya sudah diisi\.$"),
        writing(place(balung), by=None) as act,
    ):
        act.bring_back(kept, taken="Tempatnya sudah diisi.")
    assert RKT.objects.get().tempat == "Jember"


# --- The act itself ---


def test_a_refused_act_leaves_its_new_rows_as_new_as_they_were(balung: Kecamatan) -> None:
    rkt = make(RKT, kecamatan=balung, tahun=TAHUN)
    row = BarisRKT(rkt=rkt, program=make(Program, kode="7.01.09", nama="Gampong", khusus_aceh=True))
    with pytest.raises(CheckRefused), writing(place(balung), by=None) as act:
        act.add([New(row=row)])
    assert (row.pk, row._state.adding) == (None, True)


def test_an_act_holds_the_row_that_others_who_do_the_same_wait_for(
    balung: Kecamatan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On SQLite every writer waits for the other anyway."""
    rkt, _ = (make(RKT, kecamatan=balung, tahun=tahun) for tahun in (TAHUN, TAHUN + 1))
    held: list[type[Model]] = []
    original = QuerySet.select_for_update

    def noted(rows: QuerySet[Any], **how: Any) -> QuerySet[Any]:
        held.append(rows.model)
        return original(rows, **how)

    monkeypatch.setattr(QuerySet, "select_for_update", noted)
    with CaptureQueriesContext(connection) as queries, writing(place(balung), by=None, hold=rkt):
        pass
    assert held == [RKT]
    assert [q for q in queries if 'FROM "sakip_rkt"' in q["sql"]]


def test_a_row_is_told_by_the_name_and_the_key_that_are_given(balung: Kecamatan) -> None:
    rkt = make(RKT, kecamatan=balung, tahun=TAHUN)
    with writing(place(balung), by=None) as act:
        act.tell("catatan.diubah", rkt, name="Rencana lama", key={"nomor": 7})
        act.tell("catatan.diubah", rkt)
    told = [(j.objek_sebutan, j.record_key) for j in Jejak.objects.order_by("pk")]
    assert told == [("Rencana lama", {"nomor": 7}), (str(rkt), trail_key(rkt))]


# --- Many forms in one act ---


@pytest.fixture
def belanja(balung: Kecamatan) -> tuple[Belanja, Belanja]:
    """A group of Rp2.500.000 and the one part that it has."""
    group = make(Belanja, kode="operasi", nama="Belanja Operasi", pagu=Decimal(2_500_000))
    return group, make(Belanja, kode="barang", nama="Belanja Barang", induk=group, pagu=Decimal(2_500_000))


def entry(row: Belanja, name: str, pagu: str) -> Entry:
    values = {"nama": row.nama, "induk": row.induk_id or "", "pagu": pagu}
    scope = place(row.kecamatan, row.tahun)
    stored = Belanja.objects.get(pk=row.pk)
    form = BelanjaForm(values, instance=stored, scope=scope)
    return Entry(name=name, form=form, fingerprint=BelanjaForm(instance=stored, scope=scope).fingerprint)


@pytest.mark.one_engine
def test_what_comes_right_only_together_is_one_act(
    balung: Kecamatan, belanja: tuple[Belanja, Belanja]
) -> None:
    group, part = belanja
    alone = entry(group, "Baris 1", "3.000.000")
    with pytest.raises(RowRefused) as refused:
        record_save_many(entries=[alone], scope=place(balung), by=None)
    assert alone.form.instance.pk == group.pk  # the page shows it again as the row that it is
    assert refused.value.errors == [
        "Baris 1: Belanja Operasi: Pagu Rp3.000.000 bukan jumlah rinciannya (Rp2.500.000). Periksa rinciannya."
    ]
    assert refused.value.conflicts == {}
    both = [entry(group, "Baris 1", "3.000.000"), entry(part, "Baris 2", "3.000.000")]
    assert len(record_save_many(entries=both, scope=place(balung), by=None)) == 2
    assert {b.pagu for b in Belanja.objects.all()} == {Decimal(3_000_000)}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The parts of the snapshot that were built for the checks, one entry for each time."""
    parts: list[Any] = []

    def counted(**more: Any) -> Any:
        parts.append(set(more["parts"]))
        return build(**more)

    monkeypatch.setattr("sakip.entry.watch.build", counted)
    return parts


def test_the_checks_are_asked_once_of_all_rows(
    balung: Kecamatan, belanja: tuple[Belanja, Belanja], asked: list[Any]
) -> None:
    both = [entry(row, row.nama, "3.000.000") for row in belanja]
    record_save_many(entries=both, scope=place(balung), by=None)
    assert asked == [{"belanja"}, {"belanja"}]  # as the year was, and as it is


def test_moving_and_confirming_ask_no_check(balung: Kecamatan, asked: list[Any]) -> None:
    rkt = make(RKT, kecamatan=balung, tahun=TAHUN)
    rows = [
        make(SasaranRKT, rkt=rkt, acuan_indikator=None, indikator=nama, urut=order, ditinjau=False)
        for order, nama in enumerate("ab", start=1)
    ]
    record_move(row=rows[0], siblings=("rkt",), direction="turun", seen=1, scope=place(balung), by=None)
    record_confirm(rows=[rows[0]], scope=place(balung), by=None)
    assert [*rkt.sasaran.values_list("indikator", "ditinjau")] == [("b", False), ("a", True)]
    assert asked == []


def test_making_a_quoted_pk_ones_own_asks_the_checks(balung: Kecamatan, asked: list[Any]) -> None:
    """A column of it is written as moving and confirming write theirs; but this one the checks read."""
    make_pk(kecamatan=balung, tahun=TAHUN, dikutip=True)
    assert not pk_from_rkt(kecamatan=balung, tahun=TAHUN, by=None).perjanjian.dikutip
    assert len(asked) == 2  # as the year was, and as it is


@pytest.mark.one_engine
def test_a_row_of_another_model_is_looked_at_only_for_what_is_new(
    balung: Kecamatan, asked: list[Any]
) -> None:
    """Head, rows and programs of a PK: each check is asked before the first of them that can break it."""
    make_pk(kecamatan=balung, tahun=TAHUN)
    form = PKForm(
        {"alasan": "b"},
        instance=PerjanjianKinerja(kecamatan=balung, tahun=TAHUN, jenis="perubahan", versi=1),
        scope=place(balung),
    )
    assert form.is_valid(), form.errors
    pk_perubahan(form=form, by=None)
    assert len(asked) == 2


@pytest.mark.one_engine
def test_who_is_at_fault_is_told_from_what_is_wrong_elsewhere(balung: Kecamatan) -> None:
    """An earlier camat whose term reaches into that of the next: the next one's row is said to overlap."""
    make_masa_jabatan(kecamatan=balung, mulai=date(2021, 1, 1), sampai=None)
    for start, own in (("1/6/2021", True), ("1/6/2020", False)):
        typed = {"nama": "BUDI SANTOSO", "jabatan": "camat", "mulai": start}
        form = MasaJabatanForm(typed, instance=MasaJabatan(kecamatan=balung), scope=place(balung))
        assert form.is_valid(), form.errors
        with pytest.raises(CheckRefused) as refused:
            record_save(form=form, by=None)
        assert {f.code for f in refused.value.findings} == {"masa-jabatan-tidak-bertindih"}
        assert bool(refused.value.own) is own
        assert (form.instance.pk, form.instance._state.adding) == (None, True)  # the page of a new row


@pytest.mark.one_engine
def test_the_copy_of_many_rows_asks_no_more_than_that_of_few(balung: Kecamatan) -> None:
    counted = []
    for tahun, many in ((2010, 2), (2014, 20)):
        profil = make(ProfilKecamatan, kecamatan=balung, tahun=tahun)
        for order in range(many):
            make(ButirProfil, profil=profil, uraian=f"Tugas {order}", urut=order)
        with CaptureQueriesContext(connection) as queries:
            assert PROFIL_COPY.copy(kecamatan=balung, source=tahun, to=tahun + 1, by=None).copied == 1 + many
        counted.append(len(queries))
    assert counted[0] == counted[1]


@pytest.mark.one_engine
def test_a_copied_row_says_in_the_trail_what_it_says(balung: Kecamatan) -> None:
    rkt = make(RKT, kecamatan=balung, tahun=TAHUN)
    make(SasaranRKT, rkt=rkt, acuan_indikator=None, sasaran="Warga puas", indikator="IKM", satuan="indeks")
    RKT_COPY.copy(kecamatan=balung, source=TAHUN, to=TAHUN + 1, by=None)
    jejak = Jejak.objects.get(objek_jenis="sakip.sasaranrkt")
    assert jejak.sesudah == {"Sasaran": "Warga puas", "Indikator": "IKM", "Satuan": "indeks"}
    assert (jejak.tindakan, jejak.alasan) == ("catatan.disalin", "Disalin dari tahun 2021.")


def test_somebody_elses_change_and_what_is_wrong_are_said_together(
    balung: Kecamatan, belanja: tuple[Belanja, Belanja]
) -> None:
    group, part = belanja
    late, wrong = entry(group, "Baris 1", "3.000.000"), entry(part, "Baris 2", "tiga")
    Belanja.objects.filter(pk=group.pk).update(pagu=Decimal(2_600_000))
    with pytest.raises(RowRefused) as refused:
        record_save_many(entries=[late, wrong], scope=place(balung), by=None)
    assert [g.split(":")[0] for g in refused.value.errors] == ["Baris 2, kolom Pagu (Rp)"]
    assert {pk: c.stored["pagu"] for pk, c in refused.value.conflicts.items()} == {group.pk: "2.600.000"}
    with pytest.raises(RowRefused) as refused:
        record_save_many(entries=[late], scope=place(balung), by=None)
    assert (refused.value.errors, refused.value.conflicts.keys()) == ([], {group.pk})
    assert {b.pagu for b in Belanja.objects.all()} == {Decimal(2_500_000), Decimal(2_600_000)}

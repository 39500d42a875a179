"""Copying last year: words with a mark, targets of the Renstra, no amounts, and never over what is there."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kecamatan.models import (
    ButirProfil,
    DasarHukumProfil,
    FaktaProfil,
    Jejak,
    Kecamatan,
    KomposisiSDM,
    Peraturan,
    ProfilKecamatan,
)
from reports.models import Laporan, Narasi
from reports.writing.copy_year import copy_narasi
from sakip import models as m
from sakip.copy_year import (
    SALINAN,
    AlreadyFilled,
    copy_all,
    copy_iku,
    copy_pk,
    copy_profil,
    copy_rkt,
    copy_sdm,
)
from sakip.entry.lock import YearClosed
from sakip.entry.writer import RecordRefused
from tests.pabrik import (
    make,
    make_indikator,
    make_kecamatan,
    make_laporan,
    make_pk,
    make_renstra,
    make_sasaran,
)

pytestmark = pytest.mark.django_db

DARI, KE = 2021, 2022


@pytest.fixture
def indikator(balung: Kecamatan) -> dict[str, m.Indikator]:
    """Of the first Renstra: skm and lama. The perubahan in force has skm alone, with a target for the new year."""
    awal = make_sasaran(renstra=make_renstra(kecamatan=balung, tahun_awal=2021, tahun_akhir=2026))
    hasil = {
        "skm": make_indikator(sasaran=awal, kunci="skm"),
        "lama": make_indikator(sasaran=awal, kunci="lama", nama="Indikator lama"),
    }
    perubahan = make_renstra(kecamatan=balung, tahun_awal=2021, tahun_akhir=2026, versi=1)
    tujuan = make(m.Tujuan, renstra=perubahan)
    sasaran = make(m.Sasaran, renstra=perubahan, tujuan=tujuan)
    hasil["skm baru"] = make_indikator(sasaran=sasaran, kunci="skm")
    make(m.TargetRenstra, indikator=hasil["skm baru"], tahun=KE, angka=Decimal(88), cetak="88 (Baik)")
    return hasil


def argumen(balung: Kecamatan) -> dict[str, object]:
    return {"kecamatan": balung, "dari": DARI, "ke": KE, "oleh": None}


def rkt_lama(balung: Kecamatan, indikator: dict[str, m.Indikator]) -> m.RKT:
    rkt = make(m.RKT, kecamatan=balung, tahun=DARI, tempat="Jember")
    make(m.SasaranRKT, rkt=rkt, indikator="IKM", acuan_indikator=indikator["skm"], angka=Decimal(70), urut=1)
    make(m.SasaranRKT, rkt=rkt, indikator="Lama", acuan_indikator=indikator["lama"], angka=Decimal(1), urut=2)
    program = make(m.Program)
    baris = make(
        m.BarisRKT,
        rkt=rkt,
        acuan_sasaran=indikator["skm"].sasaran,
        program=program,
        kegiatan=make(m.Kegiatan, program=program),
        anggaran=Decimal(5_000_000),
        penanggung_jawab=["seksi-pemerintahan"],
    )
    make(m.IndikatorBarisRKT, baris=baris, target="12 laporan", satuan="laporan")
    return rkt


def test_rkt_takes_targets_from_the_renstra_in_force_and_no_amounts(
    balung: Kecamatan, indikator: dict[str, m.Indikator]
) -> None:
    rkt_lama(balung, indikator)
    hasil = copy_rkt(**argumen(balung))  # type: ignore[arg-type]
    rkt = m.RKT.objects.get(tahun=KE)
    assert (rkt.tempat, rkt.tanggal) == ("Jember", None)
    assert [(s.indikator, s.acuan_indikator, s.angka, s.cetak, s.ditinjau) for s in rkt.sasaran.all()] == [
        ("IKM", indikator["skm baru"], Decimal(88), "88 (Baik)", False),
        ("Lama", None, None, "", False),
    ]
    baris = rkt.baris.get()
    assert (baris.anggaran, baris.ditinjau, baris.penanggung_jawab) == (None, False, ["seksi-pemerintahan"])
    assert baris.acuan_sasaran == indikator["skm baru"].sasaran
    assert [(i.uraian, i.target, i.satuan, i.ditinjau) for i in baris.indikator.all()] == [
        ("Jumlah laporan", "", "laporan", False)
    ]
    assert hasil.disalin == 4
    assert hasil.ditinggalkan == (
        'Target "Lama" dikosongkan: indikator ini tidak ada dalam Renstra yang berlaku tahun 2022.',
        "Anggaran RKT tidak disalin: anggaran ditetapkan untuk setiap tahun. Isi anggaran tahun 2022.",
        "Target indikator program, kegiatan, dan sub kegiatan tidak disalin. Isi target tahun 2022.",
    )
    jejak = Jejak.objects.get(tindakan="salin.rkt")
    assert (jejak.objek_pk, jejak.tahun, jejak.sesudah["Baris disalin"]) == (rkt.pk, KE, "4")  # type: ignore[index]
    assert Jejak.objects.filter(tindakan="catatan.disalin", alasan="Disalin dari tahun 2021.").count() == 5


def test_nothing_is_copied_over_what_is_there(balung: Kecamatan, indikator: dict[str, m.Indikator]) -> None:
    rkt_lama(balung, indikator)
    kini = make(m.SasaranRKT, rkt=make(m.RKT, kecamatan=balung, tahun=KE), indikator="Ketikan")
    with pytest.raises(AlreadyFilled, match="RKT tahun 2022 sudah berisi"):
        copy_rkt(**argumen(balung))  # type: ignore[arg-type]
    assert [*m.SasaranRKT.objects.filter(rkt__tahun=KE)] == [kini]
    assert not m.BarisRKT.objects.filter(rkt__tahun=KE).exists()


def test_a_head_without_rows_is_filled(balung: Kecamatan, indikator: dict[str, m.Indikator]) -> None:
    rkt_lama(balung, indikator)
    kepala = make(m.RKT, kecamatan=balung, tahun=KE, tempat="Balung")
    copy_rkt(**argumen(balung))  # type: ignore[arg-type]
    assert m.RKT.objects.get(tahun=KE) == kepala
    assert (kepala.sasaran.count(), kepala.baris.count()) == (2, 1)


def test_rows_are_found_in_the_new_nomenklatur_by_code_or_name(
    balung: Kecamatan, indikator: dict[str, m.Indikator]
) -> None:
    lama = make(m.VersiNomenklatur, kode="lama", tahun_awal=2006, tahun_akhir=2021)
    baru = make(m.VersiNomenklatur, kode="baru", tahun_awal=2022)
    rkt = make(m.RKT, kecamatan=balung, tahun=DARI)
    program = [make(m.Program, versi=v, kode="7.01.01", nama="Penunjang") for v in (lama, baru)]
    kegiatan = [make(m.Kegiatan, program=p, kode="7.01.01.2.02", nama=f"Keuangan {p.versi}") for p in program]
    # The new edition numbers the same sub kegiatan with four digits.
    sub = [
        make(m.SubKegiatan, kegiatan=k, kode=f"7.01.01.2.02.{ekor}", nama="Gaji ASN")
        for k, ekor in zip(kegiatan, ("01", "0001"), strict=True)
    ]
    make(m.BarisRKT, rkt=rkt, program=program[0], kegiatan=kegiatan[0], sub_kegiatan=sub[0], urut=1)
    make(m.BarisRKT, rkt=rkt, program=make(m.Program, versi=lama, kode="7.01.09", nama="Hilang"), urut=2)
    hasil = copy_rkt(**argumen(balung))  # type: ignore[arg-type]
    baris = m.BarisRKT.objects.get(rkt__tahun=KE)
    assert (baris.program, baris.kegiatan, baris.sub_kegiatan) == (program[1], kegiatan[1], sub[1])
    assert hasil.ditinggalkan == ('"7.01.09 Hilang" tidak disalin: tidak ada dalam nomenklatur tahun 2022.',)


def test_pk_has_only_rows_with_a_target_of_the_renstra(
    balung: Kecamatan, indikator: dict[str, m.Indikator]
) -> None:
    murni = make_pk(kecamatan=balung, tahun=DARI, tempat="Jember")
    make(m.BarisPK, perjanjian=murni, acuan_indikator=indikator["skm"], indikator="Kata murni")
    perubahan = make_pk(kecamatan=balung, tahun=DARI, versi=1, tempat="Jember")
    make(
        m.BarisPK, perjanjian=perubahan, acuan_indikator=indikator["skm"], indikator="IKM", angka=Decimal(99)
    )
    make(m.BarisPK, perjanjian=perubahan, acuan_indikator=indikator["lama"], indikator="Lama")
    make(m.AnggaranPK, perjanjian=perubahan)
    hasil = copy_pk(**argumen(balung))  # type: ignore[arg-type]
    pk = m.PerjanjianKinerja.objects.get(tahun=KE)
    assert (pk.jenis, pk.versi, pk.tempat) == ("murni", 0, "Jember")
    assert [(b.indikator, b.acuan_indikator, b.angka, b.ditinjau) for b in pk.baris.all()] == [
        ("IKM", indikator["skm baru"], Decimal(88), False)
    ]
    assert not pk.anggaran.exists()
    assert hasil.ditinggalkan == (
        'Indikator "Lama" tidak disalin: indikator ini tidak ada dalam Renstra yang berlaku tahun 2022.',
        "1 program PK tidak disalin: anggaran ditetapkan untuk setiap tahun. Isi anggaran tahun 2022.",
    )


def test_iku_is_copied_without_number_and_date(balung: Kecamatan, indikator: dict[str, m.Indikator]) -> None:
    iku = make(m.KeputusanIKU, kecamatan=balung, tahun=DARI, nomor="065/25", instansi="Kecamatan Balung")
    make(m.MengingatIKU, keputusan=iku)
    make(m.ButirIKU, keputusan=iku, uraian="Membina desa pada tahun 2021.")
    make(m.BarisIKU, keputusan=iku, acuan_indikator=indikator["skm"], penjelasan=["a", "b"])
    assert copy_iku(**argumen(balung)).disalin == 3  # type: ignore[arg-type]
    baru = m.KeputusanIKU.objects.get(tahun=KE)
    assert (baru.nomor, baru.tanggal, baru.instansi) == ("", None, "Kecamatan Balung")
    baris = baru.baris.get()
    assert (baris.acuan_indikator, baris.penjelasan, baris.ditinjau) == (
        indikator["skm baru"],
        ["a", "b"],
        False,
    )
    # A year inside the text is the reader's to correct.
    assert baru.butir.get().uraian == "Membina desa pada tahun 2021."
    assert not baru.butir.get().ditinjau
    assert not baru.daftar_mengingat.get().ditinjau


def test_profil_leaves_out_what_is_no_longer_in_force(balung: Kecamatan) -> None:
    profil = make(ProfilKecamatan, kecamatan=balung, tahun=DARI, penduduk=1000, batas_utara="Rambipuji")
    make(DasarHukumProfil, profil=profil)
    dicabut = make(Peraturan, kode="perbup-1", sebutan="Perbup 1", berlaku_sampai=2021)
    make(DasarHukumProfil, profil=profil, peraturan=dicabut)
    make(ButirProfil, profil=profil)
    make(FaktaProfil, profil=profil)
    hasil = copy_profil(**argumen(balung))  # type: ignore[arg-type]
    baru = ProfilKecamatan.objects.get(tahun=KE)
    assert (baru.penduduk, baru.batas_utara, baru.ditinjau) == (1000, "Rambipuji", False)
    for baris in (baru.daftar_dasar_hukum, baru.butir, baru.fakta):
        assert [*baris.values_list("ditinjau", flat=True)] == [False]
    assert hasil.ditinggalkan == ("Perbup 1 tidak disalin: berlaku sampai tahun 2021.",)


def test_people_are_counted_anew(balung: Kecamatan) -> None:
    make(KomposisiSDM, kecamatan=balung, tahun=DARI, asn=3, non_asn=0, golongan="III/d")
    copy_sdm(**argumen(balung))  # type: ignore[arg-type]
    baru = KomposisiSDM.objects.get(tahun=KE)
    assert (baru.uraian, baru.golongan, baru.asn, baru.non_asn) == ("Camat", "III/d", None, None)


def test_narasi_about_what_the_renstra_no_longer_has_stays_behind(
    balung: Kecamatan, indikator: dict[str, m.Indikator]
) -> None:
    make(Narasi, kecamatan=balung, tahun=DARI, bagian="kendala", isi="<p>Tahun 2021.</p>")
    make(Narasi, kecamatan=balung, tahun=DARI, bagian="pendorong", kunci="skm", isi="<p>A</p>")
    make(Narasi, kecamatan=balung, tahun=DARI, bagian="pendorong", kunci="lama", isi="<p>B</p>")
    hasil = copy_narasi(**argumen(balung))  # type: ignore[arg-type]
    baru = Narasi.objects.filter(tahun=KE).order_by("bagian")
    assert [(n.bagian, n.kunci, n.isi, n.ditinjau) for n in baru] == [
        ("kendala", "", "<p>Tahun 2021.</p>", False),
        ("pendorong", "skm", "<p>A</p>", False),
    ]
    assert len(hasil.ditinggalkan) == 1
    with pytest.raises(AlreadyFilled):
        copy_narasi(**argumen(balung))  # type: ignore[arg-type]


def test_all_chosen_documents_or_none(balung: Kecamatan, indikator: dict[str, m.Indikator]) -> None:
    rkt_lama(balung, indikator)
    with pytest.raises(RecordRefused, match="PK tahun 2021 belum dicatat"):
        copy_all(
            pilihan=[s for s in SALINAN if s.kode in ("rkt", "pk")],
            kecamatan=balung,
            dari=DARI,
            ke=KE,
            oleh=None,
        )
    assert not m.RKT.objects.filter(tahun=KE).exists()
    assert not Jejak.objects.exists()


def test_a_closed_year_is_not_filled(balung: Kecamatan, indikator: dict[str, m.Indikator]) -> None:
    rkt_lama(balung, indikator)
    make_laporan(kecamatan=balung, tahun=KE, status=Laporan.Status.DIAJUKAN)
    with pytest.raises(YearClosed):
        copy_rkt(**argumen(balung))  # type: ignore[arg-type]


def test_the_neighbours_documents_are_not_copied(
    balung: Kecamatan, indikator: dict[str, m.Indikator]
) -> None:
    rkt_lama(balung, indikator)
    tetangga = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    with pytest.raises(RecordRefused, match="belum dicatat"):
        copy_rkt(kecamatan=tetangga, dari=DARI, ke=KE, oleh=None)

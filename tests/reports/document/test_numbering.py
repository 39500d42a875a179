from __future__ import annotations

import pytest

from reports.document.numbering import Entri, nomori
from reports.document.tree import Bagian, Blok, Dokumen, Gambar, Kolom, Sel, Tabel


def tabel(kunci: str, *, bernomor: bool = True) -> Tabel:
    return Tabel(
        kunci=kunci,
        judul=f"Judul {kunci}",
        kolom=(Kolom(lebar=100),),
        kepala=((Sel(isi="Uraian"),),),
        baris=(),
        bernomor=bernomor,
    )


def gambar(kunci: str) -> Gambar:
    return Gambar(kunci=kunci, judul=f"Judul {kunci}", svg="<svg/>", alt="x")


def bagian(
    kunci: str, *isi: Blok, nomor: str = "", anak: tuple[Bagian, ...] = (), tingkat: int = 1
) -> Bagian:
    return Bagian(kunci=kunci, judul=f"Judul {kunci}", tingkat=tingkat, nomor=nomor, isi=isi, anak=anak)


def dokumen(
    *,
    depan: tuple[Bagian, ...] = (),
    batang: tuple[Bagian, ...] = (),
    lampiran: tuple[Bagian, ...] = (),
    daftar_isi: bool = True,
) -> Dokumen:
    return Dokumen(
        kunci="d",
        judul="D",
        kepala="D",
        sampul=None,
        depan=depan,
        batang=batang,
        lampiran=lampiran,
        konsep=False,
        daftar_isi=daftar_isi,
    )


def test_tables_count_within_their_bab_and_lampiran() -> None:
    hasil = nomori(
        dokumen(
            depan=(bagian("ikhtisar", tabel("t-ikhtisar")),),
            batang=(
                bagian("bab-1", nomor="BAB I"),
                bagian(
                    "bab-2",
                    tabel("t-1"),
                    gambar("g-1"),
                    nomor="BAB II",
                    anak=(bagian("bab-2-a", tabel("t-2"), tabel("t-tanpa", bernomor=False), tingkat=2),),
                ),
            ),
            lampiran=(bagian("l-1"), bagian("l-2", tabel("t-l"))),
        )
    )
    assert dict(hasil.nomor) == {
        "t-ikhtisar": "Tabel 1",
        "t-1": "Tabel 2.1",
        "g-1": "Gambar 2.1",
        "t-2": "Tabel 2.2",
        "t-l": "Tabel L2.1",
    }
    assert [(e.id, e.nomor, e.romawi) for e in hasil.tabel] == [
        ("t-ikhtisar", "Tabel 1", True),
        ("t-1", "Tabel 2.1", False),
        ("t-2", "Tabel 2.2", False),
        ("t-l", "Tabel L2.1", False),
    ]


def test_parts_without_number_share_one_run_of_tables() -> None:
    hasil = nomori(dokumen(batang=(bagian("a", tabel("t-1")), bagian("b", tabel("t-2")))))
    assert list(hasil.nomor.values()) == ["Tabel 1", "Tabel 2"]


def test_daftar_isi_lists_headings_to_the_third_level_and_the_lists_after_the_first_part() -> None:
    sub = bagian("d-4", tingkat=4)
    anak = bagian("b-a", nomor="A.", tingkat=2, anak=(bagian("b-a-1", tingkat=3, anak=(sub,)),))
    hasil = nomori(
        dokumen(
            depan=(bagian("kata-pengantar"), bagian("ikhtisar")),
            batang=(bagian("bab-1", tabel("t"), nomor="BAB I", anak=(anak,)),),
        )
    )
    assert [(e.id, e.tingkat, e.romawi) for e in hasil.isi] == [
        ("kata-pengantar", 1, True),
        ("daftar-isi", 1, True),
        ("daftar-tabel", 1, True),
        ("ikhtisar", 1, True),
        ("bab-1", 1, False),
        ("b-a", 2, False),
        ("b-a-1", 3, False),
    ]


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Latar Belakang", "Latar ", "Belakang"),
        ("Pendahuluan", " ", "Pendahuluan"),
        ("Sasaran " + "x" * 40, "Sasaran ", "x" * 40),
        ("Sasaran " + "x" * 229 + "y", "Sasaran " + "x" * 220, "x" * 9 + "y"),
    ],
)
def test_what_keeps_the_page_number_company_is_a_word_or_the_end_of_an_endless_one(
    title: str, first: str, last: str
) -> None:
    entry = Entri(id="a", nomor="A.", judul=title, tingkat=2, romawi=False)
    assert (entry.judul_awal, entry.judul_akhir) == (first, last)


def test_a_part_may_stay_out_of_the_daftar_isi() -> None:
    tersembunyi = Bagian(kunci="x", judul="X", tingkat=1, daftar_isi=False)
    assert nomori(dokumen(batang=(tersembunyi,), daftar_isi=False)).isi == ()


@pytest.mark.parametrize(
    "batang",
    [
        (bagian("a"), bagian("a")),
        (bagian("a", tabel("a")),),
        (bagian("a", tabel("t"), gambar("t")),),
        (bagian("a", tabel("t", bernomor=False), tabel("t", bernomor=False)),),
        (bagian("daftar-isi"),),
    ],
    ids=["bagian", "bagian dan tabel", "tabel dan gambar", "tabel tanpa nomor", "daftar isi"],
)
def test_one_anchor_twice_is_refused(batang: tuple[Bagian, ...]) -> None:
    with pytest.raises(ValueError, match="dipakai dua kali"):
        nomori(dokumen(batang=batang))


@pytest.mark.parametrize("kunci", ["", "dua kata", 'petik"', "#pagar"])
def test_what_cannot_be_an_anchor_is_refused(kunci: str) -> None:
    with pytest.raises(ValueError, match="hanya boleh berisi"):
        nomori(dokumen(batang=(bagian(kunci),)))

"""BAB III.A Kerangka pengukuran: formulas, the year's scale, caps and the rule for what is not known."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import daftar, header, kolom, row, sel
from reports.document.tree import Bagian, Blok, Paragraf, RumusBlok, Tabel
from reports.lkip.bab3.sources import definisi_indikator, semua_indikator
from reports.official.signatures import nama_kecamatan
from reports.prose.language import kalimat
from reports.publish.naskah import Naskah
from reports.tables.pk import nama_pk
from sakip.capaian.inputs import Kategori, Kebijakan, Skala
from sakip.capaian.predikat import DESIMAL_SKALA, peringkat
from sakip.capaian.rumus import DAFTAR_RUMUS, definisi_rumus
from sakip.text.numbers import format_angka

_KIRI = "Capaian Kinerja"


def kerangka_pengukuran(naskah: Naskah) -> Bagian:
    """What is compared with what, by which formulas, on which scale, under which rules."""
    return Bagian(
        kunci="kerangka-pengukuran",
        judul="Kerangka Pengukuran Kinerja",
        tingkat=2,
        isi=(*_pembuka(naskah), *_rumus(naskah), *_ketentuan(naskah), *_skala(naskah)),
    )


def _pembuka(naskah: Naskah) -> tuple[Blok, ...]:
    snapshot = naskah.snapshot
    acuan = (
        nama_pk(snapshot.pk_berlaku) if snapshot.pk_berlaku else f"Perjanjian Kinerja Tahun {snapshot.tahun}"
    )
    return (
        Paragraf(
            isi=kalimat(
                f"Pengukuran kinerja dilakukan dengan membandingkan realisasi setiap indikator sasaran dengan "
                f"targetnya dalam {acuan}. Hasil perbandingan itu disebut capaian kinerja dan menunjukkan sejauh mana "
                f"{nama_kecamatan(snapshot)} mewujudkan sasaran strategisnya, sesuai dengan Peraturan Menteri "
                f"Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014"
            )
        ),
    )


def _rumus(naskah: Naskah) -> tuple[Blok, ...]:
    """The formulas that every document prints, and those that this report uses."""
    dipakai = {i.capaian.rumus for i in semua_indikator(naskah.hasil)} if naskah.hasil else set()
    blok: list[Blok] = [
        Paragraf(
            isi="Capaian kinerja dihitung menurut makna indikatornya dengan rumus berikut.", gaya="rapat"
        )
    ]
    for definisi in DAFTAR_RUMUS.values():
        if definisi.selalu_dicetak or definisi.kode in dipakai:
            blok.append(Paragraf(isi=definisi.pengantar, gaya="rapat"))
            blok += [
                RumusBlok(kiri=_KIRI, pembilang=f.pembilang, penyebut=f.penyebut) for f in definisi.formula
            ]
    return tuple(blok)


def _ketentuan(naskah: Naskah) -> tuple[Blok, ...]:
    butir = [
        *_batas(naskah.snapshot.kebijakan),
        "Indikator yang realisasinya belum diisi, tidak tersedia, atau tidak dapat dihitung tidak dinilai nol. "
        "Capaiannya dinyatakan tidak dapat disimpulkan beserta alasannya dan tidak ikut dirata-ratakan.",
        "Rata-rata capaian menyebutkan banyaknya indikator yang dihitung dari seluruh indikator yang diperjanjikan.",
        "Tingkat kemajuan dihitung dengan rumus yang sama terhadap target tahun terakhir Renstra, tanpa pembatasan "
        "nilai.",
        "Serapan anggaran adalah realisasi anggaran dibagi pagu. Penggunaan sumber daya dinilai efisien apabila "
        "capaian kinerja tidak lebih rendah daripada serapan anggaran.",
        *_pembulatan(naskah.snapshot.kebijakan),
        *_ketentuan_aplikasi(naskah),
    ]
    return (
        Paragraf(isi="Pengukuran tersebut mengikuti ketentuan sebagai berikut.", gaya="rapat"),
        daftar(butir),
    )


def _batas(kebijakan: Kebijakan | None) -> tuple[str, ...]:
    """The caps of the year in words."""
    if kebijakan is None:
        return ()
    bagian = []
    if kebijakan.batas_atas is not None:
        bagian.append(
            f"capaian di atas {_bulat(kebijakan.batas_atas)} dihitung {_bulat(kebijakan.batas_atas)}"
        )
    if kebijakan.batas_bawah is not None:
        bagian.append(
            f"capaian di bawah {_bulat(kebijakan.batas_bawah)} dihitung {_bulat(kebijakan.batas_bawah)}"
        )
    if not bagian:
        return (
            kalimat(
                "Nilai capaian tidak dibatasi: capaian di atas 100% dicantumkan sebagaimana hasil hitungnya"
            ),
        )
    return (kalimat(" dan ".join(bagian)),)


def _bulat(nilai: Decimal) -> str:
    return f"{format_angka(nilai)}%"


def _pembulatan(kebijakan: Kebijakan | None) -> tuple[str, ...]:
    if kebijakan is None:
        return ()
    # A year that prints fewer decimals, or more, is classified like any other.
    dasar = "yang dicantumkan" if kebijakan.desimal == DESIMAL_SKALA else f"dengan {DESIMAL_SKALA} desimal"
    return (
        kalimat(
            f"Nilai dibulatkan satu kali, pada saat dicantumkan, menjadi {kebijakan.desimal} desimal dengan pembulatan "
            f"setengah ke atas; predikat ditentukan dari nilai {dasar}"
        ),
    )


def _ketentuan_aplikasi(naskah: Naskah) -> tuple[str, ...]:
    """Our own rules, named as such, and only those that a result of this report needed."""
    if naskah.hasil is None:
        return ()
    return tuple(
        dict.fromkeys(
            ketentuan.isi
            for i in semua_indikator(naskah.hasil)
            for ketentuan in definisi_rumus(i.capaian.rumus).ketentuan
            if i.capaian.target is not None
            and i.realisasi is not None
            and ketentuan.berlaku(i.capaian.target, i.realisasi)
        )
    )


def _skala(naskah: Naskah) -> tuple[Blok, ...]:
    kebijakan = naskah.snapshot.kebijakan
    tahun = naskah.snapshot.tahun
    huruf = _skala_huruf(naskah)
    if kebijakan is None:
        pembuka: tuple[Blok, ...] = (
            Paragraf(isi=kalimat(f"Skala predikat capaian kinerja tahun {tahun} belum ditetapkan")),
        )
    else:
        pembuka = (
            Paragraf(isi=f"Predikat capaian kinerja tahun {tahun} ditetapkan dengan skala berikut."),
            tabel_skala(
                kebijakan.skala,
                kunci="tabel-skala",
                judul=f"Skala Predikat Capaian Kinerja Tahun {tahun}",
                berperingkat=any(s.kode == kebijakan.skala.kode for s in huruf),
            ),
            Paragraf(
                isi="Penggolongan memakai batas bawah dalam tabel tersebut, sehingga setiap nilai termasuk tepat satu "
                "predikat."
            ),
        )
    lain = [s for s in huruf if kebijakan is None or s.kode != kebijakan.skala.kode]
    return (
        *pembuka,
        *(
            blok
            for s in lain
            for blok in (
                Paragraf(
                    isi="Peringkat predikat indikator yang targetnya berupa predikat disajikan dalam tabel berikut."
                ),
                tabel_skala(
                    s, kunci=f"tabel-skala-{s.kode}", judul=f"Peringkat Predikat: {s.nama}", berperingkat=True
                ),
            )
        ),
    )


def _skala_huruf(naskah: Naskah) -> list[Skala]:
    """Scales of the indikator that are measured by predikat, each once."""
    if naskah.hasil is None:
        return []
    definisi = definisi_indikator(naskah.snapshot)
    skala: dict[str, Skala] = {}
    for i in semua_indikator(naskah.hasil):
        milik = definisi[i.kunci].skala if i.kunci in definisi else None
        if definisi_rumus(i.capaian.rumus).berperingkat and milik is not None:
            skala.setdefault(milik.kode, milik)
    return list(skala.values())


def tabel_skala(skala: Skala, *, kunci: str, judul: str, berperingkat: bool) -> Tabel:
    """A scale with its printed ranges, the bounds that classify, and ranks where letters are compared."""
    berkode = any(k.kode != k.label for k in skala.kategori)
    judul_kolom = ["No.", *(["Kategori"] if berkode else []), "Predikat", "Rentang nilai", "Batas bawah"]
    judul_kolom += ["Peringkat"] if berperingkat else []
    lebar = [8, *([14] if berkode else []), 0, 22, 18, *([14] if berperingkat else [])]
    lebar[judul_kolom.index("Predikat")] = 100 - sum(lebar)
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom(
            *((w, "kiri" if j == "Predikat" else "tengah") for w, j in zip(lebar, judul_kolom, strict=True))
        ),
        kepala=header(*judul_kolom),
        baris=tuple(
            row(
                sel(nomor),
                *((sel(k.kode, kepala=True),) if berkode else ()),
                sel(k.label, kepala=not berkode),
                sel(k.rentang_cetak),
                sel(_batas_bawah(k)),
                *((sel(peringkat(k.kode, skala)),) if berperingkat else ()),
            )
            for nomor, k in enumerate(skala.kategori, start=1)
        ),
        sumber=skala.nama,
    )


def _batas_bawah(kategori: Kategori) -> str:
    if kategori.batas is None:
        return "tanpa batas"
    return f"{'≥' if kategori.tertutup else '>'} {format_angka(kategori.batas, 2)}"

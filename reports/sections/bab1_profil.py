"""BAB I.E Profil kecamatan: area, borders, people, desa, and further figures of the year."""

from __future__ import annotations

from reports.dokumen import Bagian, BarisTabel, Blok, Kolom, NarasiHTML, Paragraf, Sel, Tabel
from reports.naskah import Naskah
from reports.sections.identitas import nama_kabupaten, nama_kecamatan
from sakip.angka import format_angka
from sakip.snapshot.types import Desa, Fakta, Profil
from sakip.terbilang import bilangan


def profil_kecamatan(naskah: Naskah) -> Bagian:
    """E. Profile: sentences for what is known, a table of desa/kelurahan, a table of further figures."""
    snapshot = naskah.snapshot
    profil = snapshot.profil
    html = naskah.narasi_untuk("profil")
    blok: list[Blok] = []
    if profil:
        blok += [
            Paragraf(isi=kalimat) for kalimat in (_wilayah(naskah, profil), _penduduk(profil)) if kalimat
        ]
    if snapshot.kecamatan.desa:
        blok += _desa(naskah, snapshot.kecamatan.desa)
    if profil and profil.fakta:
        blok.append(_fakta(naskah, profil.fakta))
    if html:
        blok.append(NarasiHTML(isi=html))
    if not blok:
        blok.append(Paragraf(isi=f"Profil {nama_kecamatan(snapshot)} tahun {snapshot.tahun} belum dicatat."))
    return Bagian(kunci="profil", judul="Profil Kecamatan", tingkat=2, nomor="E.", isi=tuple(blok))


def _wilayah(naskah: Naskah, profil: Profil) -> str:
    kecamatan = nama_kecamatan(naskah.snapshot)
    letak = f"{kecamatan} terletak di {nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)}"
    if profil.luas_km2 is not None:
        letak += f" dengan luas wilayah {format_angka(profil.luas_km2)} km²"
    arah = (
        ("utara", profil.batas_utara),
        ("timur", profil.batas_timur),
        ("selatan", profil.batas_selatan),
        ("barat", profil.batas_barat),
    )
    batas = [f"di sebelah {mata} dengan {tetangga}" for mata, tetangga in arah if tetangga]
    if not batas:
        return f"{letak}." if profil.luas_km2 is not None else ""
    *awal, akhir = batas
    rangkai = f"{', '.join(awal)}, dan {akhir}" if awal else akhir
    return f"{letak}. Wilayahnya berbatasan {rangkai}."


def _penduduk(profil: Profil) -> str:
    if profil.penduduk is None:
        return ""
    rinci = [
        f"{format_angka(n)} {kata}"
        for n, kata in (
            (profil.penduduk_laki_laki, "laki-laki"),
            (profil.penduduk_perempuan, "perempuan"),
        )
        if n is not None
    ]
    tambahan = f", terdiri atas {' dan '.join(rinci)}" if rinci else ""
    return f"Jumlah penduduknya {format_angka(profil.penduduk)} jiwa{tambahan}."


def _desa(naskah: Naskah, desa: tuple[Desa, ...]) -> list[Blok]:
    kecamatan = nama_kecamatan(naskah.snapshot)
    hitung = [(jenis, sum(d.jenis == jenis for d in desa)) for jenis in ("desa", "kelurahan")]
    sebutan = " dan ".join(f"{bilangan(n)} {jenis}" for jenis, n in hitung if n)
    ada_status = any(d.status for d in desa)
    judul = " dan ".join(jenis.capitalize() for jenis, n in hitung if n)
    lebar = (8, 52, 40) if ada_status else (10, 90)
    return [
        Paragraf(isi=f"Secara administratif, {kecamatan} membawahkan {sebutan}."),
        Tabel(
            kunci="tabel-desa",
            judul=f"{judul} di {kecamatan}",
            kolom=tuple(Kolom(lebar=w, rata="tengah" if i == 0 else "kiri") for i, w in enumerate(lebar)),
            kepala=(tuple(Sel(isi=j) for j in ("No.", judul, "Status kemandirian")[: len(lebar)]),),
            baris=tuple(
                BarisTabel(
                    sel=(
                        Sel(isi=str(nomor)),
                        Sel(isi=d.nama, kepala=True),
                        *((Sel(isi=d.status or "tidak tersedia"),) if ada_status else ()),
                    )
                )
                for nomor, d in enumerate(desa, start=1)
            ),
            sumber=f"Data {kecamatan}",
        ),
    ]


def _fakta(naskah: Naskah, fakta: tuple[Fakta, ...]) -> Tabel:
    kecamatan = nama_kecamatan(naskah.snapshot)
    return Tabel(
        kunci="tabel-profil",
        judul=f"Data Umum {kecamatan} Tahun {naskah.snapshot.tahun}",
        kolom=(Kolom(lebar=8, rata="tengah"), Kolom(lebar=62), Kolom(lebar=30, rata="kanan")),
        kepala=(tuple(Sel(isi=j) for j in ("No.", "Uraian", "Keterangan")),),
        baris=tuple(
            BarisTabel(
                sel=(
                    Sel(isi=str(nomor)),
                    Sel(isi=f.uraian, kepala=True),
                    Sel(isi=_nilai(f), rata="kanan" if f.nilai is not None else "kiri"),
                )
            )
            for nomor, f in enumerate(fakta, start=1)
        ),
        sumber="; ".join(sorted({f.sumber for f in fakta if f.sumber})) or f"Data {kecamatan}",
    )


def _nilai(f: Fakta) -> str:
    angka = " ".join(b for b in (format_angka(f.nilai) if f.nilai is not None else "", f.satuan) if b)
    return angka if f.nilai is not None else f.teks or "tidak tersedia"

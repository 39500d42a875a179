"""BAB I.E Profil kecamatan: area, borders, people, desa, and further figures of the year."""

from __future__ import annotations

from reports.document.builders import header, kolom, row, sel
from reports.document.tree import Bagian, Blok, Paragraf, Tabel
from reports.official.signatures import nama_kabupaten, nama_kecamatan
from reports.prose.language import count_of, paragraf, rangkai, rapi, unik
from reports.publish.naskah import Naskah
from reports.tables.printed import TIDAK_TERSEDIA
from reports.writing.to_document import narrative
from sakip.snapshot.types import Desa, Fakta, Profil
from sakip.text.numbers import format_angka


def profil_kecamatan(naskah: Naskah) -> Bagian:
    """Profile: sentences for what is known, a table of desa/kelurahan, a table of further figures."""
    snapshot = naskah.snapshot
    profil, desa = snapshot.profil, snapshot.kecamatan.desa
    kalimat = paragraf(
        _wilayah(naskah, profil) if profil else "",
        _penduduk(profil) if profil else "",
        _administratif(naskah, desa) if desa else "",
    )
    blok: list[Blok] = [Paragraf(isi=kalimat)] if kalimat else []
    if desa:
        blok.append(_desa(naskah, desa))
    if profil and profil.fakta:
        blok.append(_fakta(naskah, profil.fakta))
    blok += narrative(naskah.narasi_for("profil"))
    if not blok:
        blok.append(Paragraf(isi=f"Profil {nama_kecamatan(snapshot)} tahun {snapshot.tahun} belum dicatat."))
    return Bagian(kunci="profil", judul="Profil Kecamatan", tingkat=2, isi=tuple(blok))


def _wilayah(naskah: Naskah, profil: Profil) -> str:
    kecamatan = nama_kecamatan(naskah.snapshot)
    kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
    luas = (
        f"{kecamatan} terletak di {kabupaten} dengan luas wilayah {format_angka(profil.luas_km2)} km²."
        if profil.luas_km2 is not None
        else ""
    )
    arah = (
        ("utara", profil.batas_utara),
        ("timur", profil.batas_timur),
        ("selatan", profil.batas_selatan),
        ("barat", profil.batas_barat),
    )
    batas = [f"di sebelah {mata} dengan {rapi(tetangga)}" for mata, tetangga in arah if rapi(tetangga)]
    subjek = "Wilayahnya" if luas else f"Wilayah {kecamatan}"
    return paragraf(luas, f"{subjek} berbatasan {rangkai(batas)}." if batas else "")


def _penduduk(profil: Profil) -> str:
    if profil.penduduk is None:
        return ""
    rincian = [
        f"{format_angka(n)} {kata}"
        for n, kata in (
            (profil.penduduk_laki_laki, "laki-laki"),
            (profil.penduduk_perempuan, "perempuan"),
        )
        if n is not None
    ]
    tambahan = f", terdiri atas {rangkai(rincian)}" if len(rincian) == 2 else ""
    return f"Jumlah penduduk kecamatan ini {format_angka(profil.penduduk)} jiwa{tambahan}."


def _administratif(naskah: Naskah, desa: tuple[Desa, ...]) -> str:
    banyak = [count_of(n, jenis) for jenis, n in _count_kind(desa) if n]
    return f"Secara administratif, {nama_kecamatan(naskah.snapshot)} terdiri atas {rangkai(banyak)}."


def _count_kind(desa: tuple[Desa, ...]) -> list[tuple[str, int]]:
    return [(jenis, sum(d.jenis == jenis for d in desa)) for jenis in ("desa", "kelurahan")]


def _desa(naskah: Naskah, desa: tuple[Desa, ...]) -> Tabel:
    kecamatan = nama_kecamatan(naskah.snapshot)
    berstatus = any(d.status for d in desa)
    judul = " dan ".join(jenis.capitalize() for jenis, n in _count_kind(desa) if n)
    return Tabel(
        kunci="tabel-desa",
        judul=f"{judul} di {kecamatan}",
        kolom=kolom((8, "tengah"), 52, 40) if berstatus else kolom((8, "tengah"), 92),
        kepala=header("No.", judul, *(["Status kemandirian"] if berstatus else [])),
        baris=tuple(
            row(
                sel(str(nomor)),
                sel(rapi(d.nama), kepala=True),
                *((sel(rapi(d.status) or TIDAK_TERSEDIA),) if berstatus else ()),
            )
            for nomor, d in enumerate(desa, start=1)
        ),
        sumber=f"Data {kecamatan}",
    )


def _fakta(naskah: Naskah, fakta: tuple[Fakta, ...]) -> Tabel:
    kecamatan = nama_kecamatan(naskah.snapshot)
    return Tabel(
        kunci="tabel-profil",
        judul=f"Data Umum {kecamatan} Tahun {naskah.snapshot.tahun}",
        kolom=kolom((8, "tengah"), 57, 35),
        kepala=header("No.", "Uraian", "Keterangan"),
        baris=tuple(
            row(sel(str(nomor)), sel(rapi(f.uraian), kepala=True), sel(_nilai(f)))
            for nomor, f in enumerate(fakta, start=1)
        ),
        sumber="; ".join(sorted(unik([f.sumber for f in fakta]))) or f"Data {kecamatan}",
    )


def _nilai(f: Fakta) -> str:
    """ "50,05 km²", "49,85%", or the words."""
    if f.nilai is None:
        return rapi(f.teks) or TIDAK_TERSEDIA
    angka, satuan = format_angka(f.nilai), rapi(f.satuan)
    return f"{angka}%" if satuan == "%" else f"{angka} {satuan}".rstrip()

"""BAB I.E Profil kecamatan: area, borders, people, desa, and further figures of the year."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, row
from reports.document.marks import settled
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock
from reports.official.signatures import desa_names, nama_kabupaten, nama_kecamatan
from reports.prose.language import beside_unit, chain, count_of, paragraph, tidy, unique
from reports.publish.naskah import Naskah
from reports.writing.to_document import written_for
from sakip.snapshot.types import Desa, Fakta, Profil
from sakip.text.numbers import format_angka
from sakip.text.states import BELUM_DIISI


def profil_kecamatan(naskah: Naskah) -> Part:
    """Profile: sentences for what is known, a table of further figures, and one of desa/kelurahan where more than their
    names is known."""
    snapshot = naskah.snapshot
    profil, desa = snapshot.profil, snapshot.kecamatan.desa
    sentence = paragraph(
        _wilayah(naskah, profil) if profil else "",
        _penduduk(naskah, profil) if profil else "",
        _administrative(naskah, desa) if desa else "",
    )
    blocks: list[Block] = (
        [ParagraphBlock(content=settled(sentence, read=profil is None or profil.ditinjau))]
        if sentence
        else []
    )
    if any(d.status for d in desa):
        blocks.append(_desa(naskah, desa))
    if profil and profil.fakta:
        blocks.append(_fakta(naskah, profil.fakta))
    blocks += written_for(naskah, "profil")
    if not blocks:
        blocks.append(
            ParagraphBlock(content=f"Profil {nama_kecamatan(snapshot)} tahun {snapshot.tahun} belum dicatat.")
        )
    return Part(key="profil", title=f"Profil {snapshot.kecamatan.sebutan}", level=2, content=tuple(blocks))


def _wilayah(naskah: Naskah, profil: Profil) -> str:
    kecamatan = nama_kecamatan(naskah.snapshot)
    kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
    luas = (
        f"{kecamatan} terletak di {kabupaten} dengan luas wilayah {format_angka(profil.luas_km2)} km²."
        if profil.luas_km2 is not None
        else ""
    )
    direction = (
        ("utara", profil.batas_utara),
        ("timur", profil.batas_timur),
        ("selatan", profil.batas_selatan),
        ("barat", profil.batas_barat),
    )
    batas = [
        f"di sebelah {side} dengan {tidy(neighbour)}" for side, neighbour in direction if tidy(neighbour)
    ]
    subject = "Wilayahnya" if luas else f"Wilayah {kecamatan}"
    return paragraph(luas, f"{subject} berbatasan {chain(batas)}." if batas else "")


def _penduduk(naskah: Naskah, profil: Profil) -> str:
    if profil.penduduk is None:
        return ""
    details = [
        f"{format_angka(n)} {word}"
        for n, word in (
            (profil.penduduk_laki_laki, "laki-laki"),
            (profil.penduduk_perempuan, "perempuan"),
        )
        if n is not None
    ]
    extra = f", terdiri atas {chain(details)}" if len(details) == 2 else ""
    level = naskah.snapshot.kecamatan.sebutan.lower()
    return f"Jumlah penduduk {level} ini {format_angka(profil.penduduk)} jiwa{extra}."


def _administrative(naskah: Naskah, desa: tuple[Desa, ...]) -> str:
    names = desa_names(naskah.snapshot.kecamatan.kabupaten)
    many = [count_of(n, names[kind].lower()) for kind, n in _count_kind(desa) if n]
    # A table of nothing but names says no more than a sentence does.
    listed = "" if any(d.status for d in desa) else f", yaitu {chain([tidy(d.nama) for d in desa])}"
    return f"Secara administratif, {nama_kecamatan(naskah.snapshot)} terdiri atas {chain(many)}{listed}."


def _count_kind(desa: tuple[Desa, ...]) -> list[tuple[str, int]]:
    return [(kind, sum(d.jenis == kind for d in desa)) for kind in ("desa", "kelurahan")]


def _desa(naskah: Naskah, desa: tuple[Desa, ...]) -> TableBlock:
    kecamatan = nama_kecamatan(naskah.snapshot)
    names = desa_names(naskah.snapshot.kecamatan.kabupaten)
    title = " dan ".join(names[kind] for kind, n in _count_kind(desa) if n)
    return TableBlock(
        key="tabel-desa",
        title=f"{title} di {kecamatan}",
        columns=columns((8, "tengah"), 52, 40),
        heads=header("No.", title, "Status kemandirian"),
        rows=tuple(
            row(
                cell(str(nomor)),
                cell(tidy(d.nama), head=True),
                cell(tidy(d.status) or BELUM_DIISI),
            )
            for nomor, d in enumerate(desa, start=1)
        ),
        sumber=f"Data {kecamatan}",
        size="kecil",
    )


def _fakta(naskah: Naskah, fakta: tuple[Fakta, ...]) -> TableBlock:
    kecamatan = nama_kecamatan(naskah.snapshot)
    return TableBlock(
        key="tabel-profil",
        title=f"Data Umum {kecamatan} Tahun {naskah.snapshot.tahun}",
        columns=columns((8, "tengah"), 57, 35),
        heads=header("No.", "Uraian", "Keterangan"),
        rows=tuple(
            row(cell(str(nomor)), cell(settled(tidy(f.uraian), read=f.ditinjau), head=True), cell(_nilai(f)))
            for nomor, f in enumerate(fakta, start=1)
        ),
        sumber="; ".join(sorted(unique([f.sumber for f in fakta]))) or f"Data {kecamatan}",
        size="kecil",
    )


def _nilai(f: Fakta) -> str:
    """ "50,05 km²", "49,85%", or the words."""
    if f.nilai is None:
        return tidy(f.teks) or BELUM_DIISI
    angka, satuan = format_angka(f.nilai), tidy(f.satuan)
    return beside_unit(angka, satuan)

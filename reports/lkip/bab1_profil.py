"""BAB I.E Profil kecamatan: area, borders, people, desa, and further figures of the year."""

from __future__ import annotations

from reports.document.builders import cell, columns, header, row
from reports.document.marks import settled
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock
from reports.official.signatures import desa_names, nama_kabupaten, nama_kecamatan
from reports.prose.capitals import begin_large
from reports.prose.language import beside_unit, chain, compose, count_of, paragraph, sentence, tidy, unique
from reports.prose.position import wording_number
from reports.publish.naskah import Naskah
from reports.writing.to_document import written_for
from sakip.snapshot.reads import kept
from sakip.snapshot.types import Desa, Fakta, Profil
from sakip.text.numbers import format_angka
from sakip.text.states import BELUM_DIISI


@kept
def profil_kecamatan(naskah: Naskah) -> Part:
    """Profile: sentences for what is known, a table of further figures, and one of desa/kelurahan where more than their
    names is known."""
    snapshot = naskah.snapshot
    profil, desa = snapshot.profil, snapshot.kecamatan.desa
    said = paragraph(
        _wilayah(naskah, profil) if profil else "",
        _penduduk(naskah, profil) if profil else "",
        _administrative(naskah, desa) if desa else "",
    )
    blocks: list[Block] = (
        [ParagraphBlock(content=settled(said, read=profil is None or profil.ditinjau))] if said else []
    )
    if any(d.status for d in desa):
        blocks.append(_desa(naskah, desa))
    if profil and profil.fakta:
        blocks.append(_fakta(naskah, profil.fakta))
    blocks += written_for(naskah, "profil")
    return Part(key="profil", title=f"Profil {snapshot.kecamatan.sebutan}", level=2, content=tuple(blocks))


def _wilayah(naskah: Naskah, profil: Profil) -> str:
    kecamatan = nama_kecamatan(naskah.snapshot)
    kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
    ordering = wording_number(naskah.snapshot)
    area = "" if profil.luas_km2 is None else f"{format_angka(profil.luas_km2)} km²"
    luas = (
        sentence(
            compose(
                ordering,
                (
                    f"{kecamatan} terletak di {kabupaten}",
                    f"{kecamatan} berada di {kabupaten}",
                    f"{kecamatan} merupakan bagian wilayah {kabupaten}",
                    f"{kecamatan} termasuk wilayah {kabupaten}",
                    f"{kecamatan} adalah bagian dari {kabupaten}",
                    f"Secara administratif {kecamatan} termasuk {kabupaten}",
                ),
                (
                    f"dengan luas wilayah {area}",
                    f"dengan luas {area}",
                    f"dengan wilayah seluas {area}",
                    f"dan luasnya {area}",
                    f"; luas wilayahnya {area}",
                    f"dan mempunyai wilayah seluas {area}",
                ),
            )
        )
        if area
        else ""
    )
    direction = (
        ("utara", profil.batas_utara),
        ("timur", profil.batas_timur),
        ("selatan", profil.batas_selatan),
        ("barat", profil.batas_barat),
    )
    subject = "wilayahnya" if luas else f"wilayah {kecamatan}"
    known = [(side, tidy(neighbour)) for side, neighbour in direction if tidy(neighbour)]
    borders = compose(
        ordering,
        (subject, f"secara geografis, {subject}", f"dilihat dari letaknya, {subject}", f"adapun {subject}"),
        ("berbatasan", "bersebelahan", "berbatasan langsung"),
        (
            chain([f"di sebelah {side} dengan {neighbour}" for side, neighbour in known]),
            chain([f"dengan {neighbour} di sebelah {side}" for side, neighbour in known]),
            chain([f"di {side} dengan {neighbour}" for side, neighbour in known]),
        ),
    )
    return paragraph(luas, sentence(borders) if known else "")


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
    many = format_angka(profil.penduduk)
    level = naskah.snapshot.kecamatan.sebutan.lower()
    return sentence(
        compose(
            wording_number(naskah.snapshot),
            (
                f"Jumlah penduduk {level} ini {many} jiwa",
                f"Penduduk {level} ini berjumlah {many} jiwa",
                f"Wilayah ini dihuni {many} jiwa",
                f"Penduduknya berjumlah {many} jiwa",
                f"{begin_large(level)} ini berpenduduk {many} jiwa",
                f"Di {level} ini tercatat {many} jiwa penduduk",
            ),
            (
                f", terdiri atas {chain(details)}",
                f", yaitu {chain(details)}",
                f": {chain(details)}",
                f", yang terdiri atas {chain(details)}",
                f"({chain(details)})",
                f"dengan rincian {chain(details)}",
            )
            if len(details) == 2
            else ("",),
        )
    )


def _administrative(naskah: Naskah, desa: tuple[Desa, ...]) -> str:
    names = desa_names(naskah.snapshot.kecamatan.kabupaten)
    many = chain([count_of(n, names[kind].lower()) for kind, n in _count_kind(desa) if n])
    kecamatan, listed = nama_kecamatan(naskah.snapshot), chain([tidy(d.nama) for d in desa])
    return sentence(
        compose(
            wording_number(naskah.snapshot),
            (
                f"Secara administratif, {kecamatan} terdiri atas {many}",
                f"Wilayah administratif {kecamatan} meliputi {many}",
                f"{kecamatan} terbagi atas {many}",
                f"Di {kecamatan} terdapat {many}",
                f"{kecamatan} mencakup {many}",
                f"Secara administratif, {kecamatan} terbagi menjadi {many}",
            ),
            # A table of nothing but names says no more than a sentence does.
            ("",)
            if any(d.status for d in desa)
            else (
                f", yaitu {listed}",
                f": {listed}",
                f", yakni {listed}",
                f"dengan nama {listed}",
                f", masing-masing {listed}",
                f"({listed})",
            ),
        )
    )


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

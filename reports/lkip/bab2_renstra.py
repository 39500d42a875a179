"""BAB II.A Rencana Strategis: what the kabupaten wants, the kecamatan's tujuan and sasaran, and how they changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reports.document.builders import listing
from reports.document.marks import UNREAD_LINE
from reports.document.numbering import counted
from reports.document.plain_text import plain_text
from reports.document.tree import Block, Bold, Italic, Item, ItemList, ParagraphBlock, Part, TableBlock
from reports.lkip.appendices import appendix_numbers
from reports.lkip.bab3.sources import nama_renstra
from reports.official.signatures import nama_kabupaten, nama_kecamatan
from reports.prose.language import chain, clause, compose, count_of, paragraph, quoted, sentence, tidy
from reports.prose.position import wording_number
from reports.publish.naskah import Naskah
from reports.tables.perubahan import perubahan_renstra
from reports.tables.renstra import target_renstra_table
from reports.writing.to_document import written_for
from sakip.snapshot.reads import kept
from sakip.snapshot.types import MisiRPJMD, PeriodeRPJMD, Renstra, TujuanRPJMD


@kept
def rencana_strategis(naskah: Naskah) -> Part:
    """Visi and misi, tujuan and sasaran, strategi and kebijakan; before and after when the Renstra changed."""
    snapshot = naskah.snapshot
    renstra = snapshot.renstra_in_force
    title = "Rencana Strategis (Renstra)"
    if renstra is None:
        opening = ParagraphBlock(content=f"Rencana Strategis {nama_kecamatan(snapshot)} belum dicatat.")
        return Part(key="renstra", title=title, level=2, content=(opening,))
    dasar = tidy(renstra.dasar)
    nama = f"Renstra {nama_kecamatan(snapshot)} Tahun {_masa(renstra)}"
    founded = compose(
        wording_number(snapshot),
        (
            nama,
            f"Adapun {nama}",
            f"Sebagai dokumen perencanaan, {nama}",
            f"Sebagai acuan kinerja tahunan, {nama}",
            f"Sebagai dasar RKT, {nama}",
            f"Dalam perencanaan kinerja, {nama}",
        ),
        (
            f"ditetapkan berdasarkan {dasar}",
            f"didasarkan pada {dasar}",
            f"mengacu pada {dasar}",
            f"berpedoman pada {dasar}",
            f"disusun berdasarkan {dasar}",
            f"ditetapkan menurut {dasar}",
        ),
    )
    return Part(
        key="renstra",
        title=title,
        level=2,
        content=(
            *(() if renstra.ditinjau else (UNREAD_LINE,)),
            *((ParagraphBlock(content=sentence(founded)),) if dasar else ()),
        ),
        children=counted(*_children(naskah, renstra)),
    )


def elsewhere(*said: tuple[str, str | None]) -> tuple[ParagraphBlock, ...]:
    """Where the whole of each thing stands ("RKT dalam Lampiran 2"); nothing of what no appendix has."""
    places = chain([f"{what} dalam {where}" for what, where in said if where])
    return (ParagraphBlock(content=f"Selengkapnya: {places}.", style="catatan"),) if places else ()


def with_elsewhere(content: tuple[Block, ...], *said: tuple[str, str | None]) -> tuple[Block, ...]:
    """The same, in the line below the table that ends the ``content``; a line of its own where none does."""
    notes = elsewhere(*said)
    last = content[-1] if content else None
    if notes and isinstance(last, TableBlock) and last.sumber:
        return (*content[:-1], replace(last, sumber=f"{last.sumber}. {plain_text(notes[0].content)[:-1]}"))
    return (*content, *notes)


def _children(naskah: Naskah, renstra: Renstra) -> Iterator[Part]:
    rpjmd = naskah.snapshot.rpjmd
    kecamatan = nama_kecamatan(naskah.snapshot)
    if rpjmd and (content := _visi_misi(naskah, rpjmd)):
        kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
        there = [*(["Visi"] if tidy(rpjmd.visi) else []), *(["Misi"] if rpjmd.misi else [])]
        yield Part(key="visi-misi", title=f"{chain(there)} {kabupaten}", level=3, content=content)
    title = f"Tujuan dan Sasaran {kecamatan}"
    yield Part(key="tujuan-sasaran", title=title, level=3, content=_tujuan_sasaran(naskah, renstra))
    if strategi := _strategi(renstra):
        yield Part(key="strategi", title="Strategi dan Kebijakan", level=3, content=strategi)


def _masa(periode: Renstra | PeriodeRPJMD) -> str:
    return f"{periode.tahun_awal}–{periode.tahun_akhir}"


def _visi_misi(naskah: Naskah, rpjmd: PeriodeRPJMD) -> tuple[Block, ...]:
    """Visi, the misi, and what below the misi the kecamatan serves; nothing when the RPJMD records neither."""
    kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
    visi = tidy(rpjmd.visi)
    content: list[Block] = []
    if visi:
        content.append(
            ParagraphBlock(content=(Bold(f"Visi RPJMD {kabupaten} Tahun {_masa(rpjmd)}"),), style="rapat")
        )
        content.append(ParagraphBlock(content=(Italic(f"“{visi}”"),)))
    if any(not m.diacu for m in rpjmd.misi):
        heading = "Misi" if visi else f"Misi RPJMD {kabupaten} Tahun {_masa(rpjmd)}"
        content.append(ParagraphBlock(content=(Bold(heading),), style="rapat"))
        content.append(listing((f"Misi ke-{m.nomor}: {tidy(m.uraian)}." for m in rpjmd.misi), "bulatan"))
    for misi in (m for m in rpjmd.misi if m.diacu):
        content += _referred_misi(naskah, rpjmd, misi, own=len(rpjmd.misi) == 1)
    return tuple(content)


def _referred_misi(naskah: Naskah, rpjmd: PeriodeRPJMD, misi: MisiRPJMD, *, own: bool) -> tuple[Block, ...]:
    """The misi that the kecamatan serves; ``own``: no list has named it yet."""
    kecamatan = nama_kecamatan(naskah.snapshot)
    kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
    sebutan = (
        f"misi ke-{misi.nomor} RPJMD {kabupaten} Tahun {_masa(rpjmd)}, yaitu {quoted(misi.uraian)}"
        if own
        else f"misi ke-{misi.nomor}"
    )
    said = sentence(
        compose(
            wording_number(naskah.snapshot),
            (
                f"{kecamatan}",
                f"Dalam perencanaannya, {kecamatan}",
                f"Dengan Renstranya, {kecamatan}",
                f"Sebagai perangkat daerah, {kecamatan}",
                f"Menurut sasarannya, {kecamatan}",
                f"Adapun {kecamatan}",
            ),
            (
                f"mendukung {sebutan}",
                f"turut mewujudkan {sebutan}",
                f"berkontribusi pada {sebutan}",
                f"mengacu pada {sebutan}",
                f"menunjang {sebutan}",
                f"ikut melaksanakan {sebutan}",
            ),
            ("",)
            if own
            else ("", "melalui tugas dan fungsinya", "sesuai dengan tugasnya", "menurut kewenangannya"),
        )
    )
    if not misi.tujuan:
        return (ParagraphBlock(content=said),)
    return (
        ParagraphBlock(content=said, style="rapat"),
        ItemList(items=tuple(_tujuan_item(t) for t in misi.tujuan)),
    )


def _tujuan_item(tujuan: TujuanRPJMD) -> Item:
    sasaran = listing((f"Sasaran: {tidy(s.uraian)}." for s in tujuan.sasaran), "huruf")
    return Item(content=f"Tujuan: {tidy(tujuan.uraian)}.", children=(sasaran,) if tujuan.sasaran else ())


def _tujuan_sasaran(naskah: Naskah, in_force: Renstra) -> tuple[Block, ...]:
    kecamatan = nama_kecamatan(naskah.snapshot)
    versi = naskah.snapshot.renstra
    if not in_force.tujuan:
        return (ParagraphBlock(content=f"Tujuan dan sasaran Renstra {kecamatan} belum dicatat."),)
    changed = in_force.versi > 0
    said = ""
    if changed:
        counts = chain(
            [
                count_of(len(in_force.tujuan), "tujuan"),
                count_of(sum(len(t.sasaran) for t in in_force.tujuan), "sasaran"),
            ]
        )
        times = count_of(in_force.versi, "kali")
        said = sentence(
            compose(
                wording_number(naskah.snapshot),
                (
                    f"Renstra {kecamatan} telah diubah {times}",
                    f"Renstra {kecamatan} mengalami perubahan {times}",
                    f"Renstra {kecamatan} sudah {times} diubah",
                    f"Renstra {kecamatan} sudah mengalami perubahan {times}",
                    f"Renstra {kecamatan} telah {times} mengalami perubahan",
                    f"Renstra {kecamatan} pernah diubah {times}",
                ),
                (
                    f"dan kini memuat {counts}",
                    f"; rumusan yang berlaku memuat {counts}",
                    f"; yang kini berlaku memuat {counts}",
                    f"dan rumusan terakhirnya menetapkan {counts}",
                    f"; rumusan terakhirnya memuat {counts}",
                    f", dengan {counts} dalam rumusan yang berlaku",
                ),
            )
        )
    # Who wrote what was changed has no need of a count of it.
    written = written_for(naskah, "perubahan-renstra") if changed else ()
    counted = _perubahan(versi[-2], in_force, naskah) if len(versi) > 1 and not written else ()
    differences = paragraph(said, *counted)
    table = target_renstra_table(
        in_force,
        key=f"tabel-renstra-{in_force.versi}",
        title=f"Tujuan, Sasaran, dan Target Renstra Tahun {_masa(in_force)}",
        tahun=tuple(t for t in in_force.tahun if t in (naskah.snapshot.tahun, in_force.tahun_akhir)),
    )
    return with_elsewhere(
        (
            *((ParagraphBlock(content=differences),) if differences else ()),
            *written,
            replace(table, sumber=table.sumber or nama_renstra(naskah.snapshot)),
        ),
        (
            f"target setiap tahun{' dan rumusan sebelum perubahan' if len(versi) > 1 else ''}",
            appendix_numbers(naskah).get("renstra"),
        ),
    )


#: What happened to an unsur, as a clause tells it, in the order in which it is told.
_VERBS: Final = {"ditambahkan": "menambahkan", "diubah": "mengubah", "dihapus": "menghapus"}


def _perubahan(old: Renstra, new: Renstra, naskah: Naskah) -> Iterator[str]:
    """What the change did, counted; its rows stand beside the matrix."""
    differences = perubahan_renstra(old, new)
    if not differences:
        yield "Perubahan tersebut tidak mengubah tujuan, sasaran, indikator, maupun targetnya."
        return
    said = []
    for trait, verb in _VERBS.items():
        counts = Counter(d.unsur for d in differences if d.trait == trait)
        if counts:
            said.append(f"{verb} {chain([_count(n, unsur) for unsur, n in counts.items()])}")
    yield sentence(
        compose(
            wording_number(naskah.snapshot),
            (
                "Perubahan tersebut",
                "Perubahan itu",
                "Perubahan yang terakhir",
                "Dibandingkan dengan rumusan sebelumnya, perubahan itu",
                "Terhadap rumusan semula, perubahan tersebut",
                "Rumusan yang baru",
            ),
            (
                "; ".join(said),
                ", serta ".join([", ".join(said[:-1]), *said[-1:]][-len(said) :]),
                "; serta ".join(["; ".join(said[:-1]), *said[-1:]][-len(said) :]),
            ),
            ("", "; rinciannya dalam matriks Renstra", ", sebagaimana dimuat dalam matriks Renstra"),
        )
    )


def _count(n: int, unsur: str) -> str:
    return count_of(n, "target indikator" if unsur == "target" else unsur)


def _strategi(renstra: Renstra) -> tuple[Block, ...]:
    items = tuple(
        Item(
            content=f"Sasaran {quoted(s.uraian)}:",
            children=(
                listing(
                    (
                        f"{nama}: {'; '.join((tidy(content[0]), *(clause(i) for i in content[1:])))}."
                        for nama, content in (("Strategi", s.strategi), ("Kebijakan", s.kebijakan))
                        if content
                    ),
                    "huruf",
                ),
            ),
        )
        for t in renstra.tujuan
        for s in t.sasaran
        if s.strategi or s.kebijakan
    )
    if not items:
        return ()
    return (ItemList(items=items),)

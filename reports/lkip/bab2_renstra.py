"""BAB II.A Rencana Strategis: what the kabupaten wants, the kecamatan's tujuan and sasaran, and how they changed."""

from __future__ import annotations

from collections.abc import Iterator

from reports.document.builders import listing
from reports.document.marks import UNREAD_LINE
from reports.document.numbering import counted
from reports.document.tree import Block, Italic, Item, ItemList, ParagraphBlock, Part
from reports.official.signatures import nama_kabupaten, nama_kecamatan
from reports.prose.language import chain, clause, count_of, paragraph, quoted, tidy
from reports.publish.naskah import Naskah
from reports.tables.perubahan import perubahan_renstra, perubahan_renstra_table
from reports.tables.renstra import target_renstra_table
from reports.writing.to_document import written_for
from sakip.snapshot.types import MisiRPJMD, PeriodeRPJMD, Renstra, TujuanRPJMD


def rencana_strategis(naskah: Naskah) -> Part:
    """Visi and misi, tujuan and sasaran, strategi and kebijakan; before and after when the Renstra changed."""
    snapshot = naskah.snapshot
    renstra = snapshot.renstra_in_force
    title = "Rencana Strategis (Renstra)"
    if renstra is None:
        opening = ParagraphBlock(content=f"Rencana Strategis {nama_kecamatan(snapshot)} belum dicatat.")
        return Part(key="renstra", title=title, level=2, content=(opening,))
    dasar = tidy(renstra.dasar)
    content = paragraph(
        f"Renstra {nama_kecamatan(snapshot)} Tahun {_masa(renstra)} adalah dokumen perencanaan jangka menengah yang "
        f"menjadi acuan penyusunan rencana kinerja setiap tahun.",
        f"Penetapannya berdasarkan {dasar}." if dasar else "",
    )
    return Part(
        key="renstra",
        title=title,
        level=2,
        content=(*(() if renstra.ditinjau else (UNREAD_LINE,)), ParagraphBlock(content=content)),
        children=counted(*_children(naskah, renstra)),
    )


def _children(naskah: Naskah, renstra: Renstra) -> Iterator[Part]:
    rpjmd = naskah.snapshot.rpjmd
    kecamatan = nama_kecamatan(naskah.snapshot)
    if rpjmd and (content := _visi_misi(naskah, rpjmd)):
        kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
        yield Part(key="visi-misi", title=f"Visi dan Misi {kabupaten}", level=3, content=content)
    title = f"Tujuan dan Sasaran {kecamatan}"
    yield Part(key="tujuan-sasaran", title=title, level=3, content=_tujuan_sasaran(naskah, renstra))
    yield Part(key="strategi", title="Strategi dan Kebijakan", level=3, content=_strategi(renstra))


def _masa(periode: Renstra | PeriodeRPJMD) -> str:
    return f"{periode.tahun_awal}–{periode.tahun_akhir}"


def _visi_misi(naskah: Naskah, rpjmd: PeriodeRPJMD) -> tuple[Block, ...]:
    """Visi, the misi, and what below the misi the kecamatan serves; nothing when the RPJMD records neither."""
    kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
    visi = tidy(rpjmd.visi)
    content: list[Block] = []
    if visi:
        start = f"Visi pembangunan {kabupaten} Tahun {_masa(rpjmd)} adalah "
        content.append(ParagraphBlock(content=(start, Italic(f"“{visi}”"), ".")))
    elif rpjmd.misi:
        without = f"Rumusan visi pembangunan {kabupaten} Tahun {_masa(rpjmd)} belum diisi."
        content.append(ParagraphBlock(content=without))
    if any(not m.diacu for m in rpjmd.misi):
        purpose = (
            "untuk mewujudkan visi tersebut" if visi else f"dalam RPJMD {kabupaten} Tahun {_masa(rpjmd)}"
        )
        content.append(
            ParagraphBlock(content=f"Misi yang ditetapkan {purpose} adalah sebagai berikut.", style="rapat")
        )
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
    dukungan = f"{kecamatan} mendukung {sebutan}."
    level = naskah.snapshot.kecamatan.kabupaten.sebutan.lower()
    if not misi.tujuan:
        return (ParagraphBlock(content=dukungan),)
    return (
        ParagraphBlock(
            content=f"{dukungan} Tujuan dan sasaran {level} yang menjadi acuannya adalah sebagai berikut.",
            style="rapat",
        ),
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
    fill_renstra = chain(
        [
            count_of(len(in_force.tujuan), "tujuan"),
            count_of(sum(len(t.sasaran) for t in in_force.tujuan), "sasaran"),
        ]
    )
    if in_force.versi == 0:
        sentence = (
            f"Renstra {kecamatan} menetapkan {fill_renstra} dengan target setiap tahun sebagaimana disajikan dalam "
            f"tabel berikut."
        )
        return (ParagraphBlock(content=sentence), _table(in_force, ""))
    sentence = (
        f"Renstra {kecamatan} telah mengalami {count_of(in_force.versi, 'kali perubahan')}. Renstra yang berlaku "
        "memuat "
        f"{fill_renstra}. "
        + (
            "Rumusan Renstra sebelum perubahan belum dicatat; tujuan, sasaran, indikator, dan "
            "target setelah perubahan disajikan dalam tabel berikut."
            if versi[0].versi
            else "Tujuan, sasaran, indikator, dan target sebelum dan setelah perubahan disajikan dalam tabel berikut."
        )
    )
    return (
        ParagraphBlock(content=sentence),
        *written_for(naskah, "perubahan-renstra"),
        *(_table(r, _sebutan_versi(r, in_force)) for r in versi),
        *(_perubahan(versi[-2], in_force) if len(versi) > 1 else ()),
    )


def _table(renstra: Renstra, sebutan: str) -> Block:
    return target_renstra_table(
        renstra,
        key=f"tabel-renstra-{renstra.versi}",
        title=f"Tujuan, Sasaran, dan Target Renstra Tahun {_masa(renstra)}{sebutan}",
    )


def _sebutan_versi(renstra: Renstra, in_force: Renstra) -> str:
    """ " Sebelum Perubahan", " Setelah Perubahan"; the n-th is told by its number when there were several."""
    if renstra.versi == 0:
        return " Sebelum Perubahan"
    return " Setelah Perubahan" + (f" Ke-{renstra.versi}" if in_force.versi > 1 else "")


def _perubahan(old: Renstra, new: Renstra) -> tuple[Block, ...]:
    differences = perubahan_renstra(old, new)
    if not differences:
        return (
            ParagraphBlock(
                content="Perubahan tersebut tidak mengubah tujuan, sasaran, indikator, maupun targetnya."
            ),
        )
    table = perubahan_renstra_table(
        differences, key="tabel-perubahan-renstra", title=f"Hal yang Berubah dalam Renstra Tahun {_masa(new)}"
    )
    sentence = (
        f"Perubahan tersebut meliputi {count_of(len(differences), 'hal')} sebagaimana dirinci dalam tabel "
        "berikut."
    )
    return (ParagraphBlock(content=sentence), table)


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
        return (ParagraphBlock(content="Renstra yang berlaku tidak mencantumkan strategi dan kebijakan."),)
    opening = "Strategi dan kebijakan untuk mencapai sasaran ditetapkan sebagai berikut."
    return (ParagraphBlock(content=opening, style="rapat"), ItemList(items=items))

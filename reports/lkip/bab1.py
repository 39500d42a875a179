"""BAB I Pendahuluan: why the report exists, the organisation, its people, its area and its strategic issues."""

from __future__ import annotations

from typing import Final

from reports.document.builders import details, listing
from reports.document.marks import mark_texts
from reports.document.numbering import lettered
from reports.document.tree import Block, ParagraphBlock, Part
from reports.lkip.appendices import appendix_numbers
from reports.lkip.arrangement import LISTED, in_order, prints
from reports.lkip.bab1_organisasi import susunan_organisasi
from reports.lkip.bab1_profil import profil_kecamatan
from reports.lkip.bab1_sarana import sarana_prasarana
from reports.lkip.bab1_sdm import sumber_daya_manusia
from reports.lkip.bab1_singkatan import daftar_singkatan
from reports.official.signatures import nama_kecamatan
from reports.prose.language import chain, paragraph, sentence, unique
from reports.publish.naskah import Naskah
from reports.writing.to_document import worded_for, written_for
from sakip.snapshot.reads import kept
from sakip.snapshot.types import Profil


def bab1(naskah: Naskah) -> Part:
    """BAB I in the order of Permen PANRB 53/2014 as Jember uses it; people and profile where anything of them is
    recorded."""
    return Part(
        key="bab-1",
        title="Pendahuluan",
        level=1,
        nomor="BAB I",
        children=lettered(
            latar_belakang(naskah),
            *dasar_hukum(naskah),
            maksud_dan_tujuan(naskah),
            kedudukan(naskah),
            *(part for part in (sumber_daya_manusia(naskah),) if part.content),
            *sarana_prasarana(naskah),
            *(part for part in (profil_kecamatan(naskah),) if part.content),
            isu_strategis(naskah),
            sistematika(naskah),
            *daftar_singkatan(naskah),
        ),
    )


@kept
def latar_belakang(naskah: Naskah) -> Part:
    """Why the kecamatan reports: what people wrote, else the duty of Perpres 29/2014; and what they added to it."""
    return Part(
        key="latar-belakang",
        title="Latar Belakang",
        level=2,
        content=(
            *(worded_for(naskah, "latar-belakang-pembuka") or _usual_background(naskah)),
            *written_for(naskah, "latar-belakang"),
        ),
    )


def _usual_background(naskah: Naskah) -> tuple[ParagraphBlock, ...]:
    kecamatan = nama_kecamatan(naskah.snapshot)
    return (
        ParagraphBlock(
            content="Setiap instansi pemerintah wajib mempertanggungjawabkan hasil yang dicapainya dengan "
            "anggaran yang dipercayakan kepadanya. Asas akuntabilitas tersebut ditegaskan dalam "
            "Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggaraan Negara yang Bersih dan Bebas dari "
            "Korupsi, Kolusi dan Nepotisme serta dijabarkan dalam Peraturan Presiden Nomor 29 Tahun 2014 "
            "tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP)."
        ),
        ParagraphBlock(
            content=f"Dalam SAKIP, rencana strategis dijabarkan ke dalam rencana kinerja tahunan, diperjanjikan "
            f"melalui Perjanjian Kinerja, diukur selama tahun berjalan, dan dilaporkan setelah tahun anggaran "
            f"berakhir. Laporan Kinerja {kecamatan} Tahun {naskah.snapshot.tahun} menutup rangkaian tersebut. "
            f"Laporan ini membandingkan target dalam Perjanjian Kinerja dengan realisasinya, menjelaskan "
            f"penyebab keberhasilan dan kegagalan, serta menetapkan langkah perbaikan."
        ),
    )


@kept
def dasar_hukum(naskah: Naskah) -> tuple[Part, ...]:
    """What the report rests on, where people wrote it; else the background alone names it."""
    written = worded_for(naskah, "dasar-hukum")
    return (Part(key="dasar-hukum", title="Dasar Hukum", level=2, content=written),) if written else ()


@kept
def maksud_dan_tujuan(naskah: Naskah) -> Part:
    """Purpose of the report, as written, else the usual one."""
    return Part(
        key="maksud-tujuan",
        title="Maksud dan Tujuan",
        level=2,
        content=worded_for(naskah, "maksud-tujuan") or _usual_purpose(naskah),
    )


def _usual_purpose(naskah: Naskah) -> tuple[Block, ...]:
    kecamatan = nama_kecamatan(naskah.snapshot)
    return (
        ParagraphBlock(
            content=f"Maksud penyusunan laporan ini adalah menyampaikan informasi kinerja {kecamatan} tahun "
            f"anggaran {naskah.snapshot.tahun} secara terukur kepada pemberi mandat dan masyarakat."
        ),
        ParagraphBlock(content="Tujuan penyusunan laporan ini adalah:", style="rapat"),
        listing(
            details(
                (
                    "mempertanggungjawabkan pencapaian sasaran strategis yang telah diperjanjikan",
                    "menyediakan bahan evaluasi bagi pimpinan atas pelaksanaan program dan kegiatan",
                    f"menjadi dasar perbaikan perencanaan dan peningkatan kinerja {kecamatan} pada "
                    f"tahun-tahun berikutnya",
                )
            )
        ),
    )


@kept
def kedudukan(naskah: Naskah) -> Part:
    """Position, duties, functions and structure, as the regulation in force sets them, with the chart; one sentence
    where none is recorded."""
    snapshot, subject = naskah.snapshot, "Kedudukan, tugas, fungsi, dan susunan organisasi"
    content: tuple[Block, ...] = (
        (*_tugas_fungsi(naskah, snapshot.profil), *susunan_organisasi(snapshot))
        if _has_tugas(snapshot.profil) or snapshot.kecamatan.unit_kerja
        else (ParagraphBlock(content=f"{subject} {nama_kecamatan(snapshot)} belum dicatat untuk tahun ini."),)
    )
    return Part(
        key="kedudukan",
        title="Kedudukan, Tugas, Fungsi, dan Susunan Organisasi",
        level=2,
        content=content,
    )


def _has_tugas(profil: Profil | None) -> bool:
    return profil is not None and bool(profil.kedudukan or profil.tugas or profil.fungsi)


def _tugas_fungsi(naskah: Naskah, profil: Profil | None) -> tuple[Block, ...]:
    kecamatan = nama_kecamatan(naskah.snapshot)
    if profil is None or not _has_tugas(profil):
        return (
            ParagraphBlock(
                content=f"Kedudukan, tugas, dan fungsi {kecamatan} belum dicatat untuk tahun ini."
            ),
        )
    dasar = chain(unique(profil.dasar_hukum))
    opening = paragraph(
        f"Kedudukan, tugas, fungsi, dan susunan organisasi {kecamatan} diatur dalam {dasar}."
        if dasar
        else "",
        *(sentence(k) for k in profil.kedudukan if k.strip()),
    )
    fungsi = f"Dalam melaksanakan tugasnya, {kecamatan} menyelenggarakan fungsi"
    blocks = (
        *((ParagraphBlock(content=opening),) if opening else ()),
        *_items(f"Tugas {kecamatan} adalah", f"Tugas {kecamatan} meliputi:", profil.tugas),
        *_items(fungsi, f"{fungsi}:", profil.fungsi),
    )
    return mark_texts(blocks, profil.unread)


def _items(single: str, plural: str, items: tuple[str, ...]) -> tuple[Block, ...]:
    """One item finishes its sentence; several follow theirs as a list."""
    content = details(items)
    if len(content) <= 1:
        return tuple(ParagraphBlock(content=f"{single} {one}") for one in content)
    return (ParagraphBlock(content=plural, style="rapat"), listing(content, "huruf"))


@kept
def isu_strategis(naskah: Naskah) -> Part:
    """Strategic issues (Permen PANRB 53/2014: penekanan pada aspek strategis dan permasalahan utama)."""
    kecamatan = nama_kecamatan(naskah.snapshot)
    profil = naskah.snapshot.profil
    isu = unique(profil.isu_strategis) if profil else []
    content: tuple[Block, ...] = (
        (listing(sentence(i) for i in isu),)
        if isu
        else (
            ParagraphBlock(content=f"Isu strategis {kecamatan} tahun {naskah.snapshot.tahun} belum dicatat."),
        )
    )
    unread = profil.unread if profil else ()
    return Part(key="isu-strategis", title="Isu Strategis", level=2, content=mark_texts(content, unread))


@kept
def sistematika(naskah: Naskah) -> Part:
    """What each chapter holds (Permen PANRB 53/2014, lampiran II), as written, else as the kabupaten arranges them."""
    chapters = (
        f"BAB I memuat pendahuluan; BAB II merangkum {chain(_summed_up(naskah))}; BAB III mengukur dan "
        f"menganalisis capaian kinerja serta realisasi anggaran; BAB IV memuat {chain(_concluded(naskah))}."
    )
    whole = all(
        one.wished or prints(naskah.susunan, one.key) for one in LISTED["lampiran"]
    ) and appendix_numbers(naskah)
    text = paragraph(chapters, "Dokumen perencanaan selengkapnya terdapat dalam lampiran." if whole else "")
    return Part(
        key="sistematika",
        title="Sistematika Penyajian",
        level=2,
        content=worded_for(naskah, "sistematika") or (ParagraphBlock(content=text),),
    )


def _summed_up(naskah: Naskah) -> list[str]:
    """What BAB II sums up, in the order in which the kabupaten prints it."""
    return [_PLANS[key] for key in in_order(naskah.susunan, _PLANS, key=str)]


def _concluded(naskah: Naskah) -> list[str]:
    """The same of BAB IV."""
    return [_CONCLUSIONS[key] for key in in_order(naskah.susunan, _CONCLUSIONS, key=str)]


_PLANS: Final = {"renstra": "Renstra", "rkt": "RKT", "pk": "Perjanjian Kinerja", "iku": "IKU"}
_CONCLUSIONS: Final = {"simpulan": "simpulan", "kendala": "kendala", "langkah": "langkah perbaikan"}

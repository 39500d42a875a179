"""The cover and the kata pengantar."""

from __future__ import annotations

from reports.document.tree import Cover, ParagraphBlock, Part
from reports.lkip.bab3.sources import all_indikator
from reports.official.signatures import (
    desa_kelurahan,
    full_name,
    lambang,
    nama_kabupaten,
    nama_kecamatan,
    tanda_tangan_camat,
)
from reports.prose.language import chain, compose, count_of, paragraph, sentence
from reports.prose.position import wording_number
from reports.prose.sentences import reached
from reports.publish.naskah import Naskah
from reports.writing.to_document import worded_for
from sakip.snapshot.reads import kept
from sakip.snapshot.types import Snapshot


@kept
def cover(naskah: Naskah) -> Cover:
    """Cover of the LKIP: title, kecamatan, kabupaten and the year reported on."""
    kabupaten = naskah.snapshot.kecamatan.kabupaten
    return Cover(
        titles=("Laporan Kinerja", "Instansi Pemerintah", "(LKIP)"),
        instansi=(nama_kecamatan(naskah.snapshot), nama_kabupaten(kabupaten)),
        tahun=f"Tahun {naskah.snapshot.tahun}",
        lambang=lambang(naskah.snapshot),
    )


@kept
def kata_pengantar(naskah: Naskah) -> Part:
    """Foreword: what people wrote, else what the report is, what it rests on and thanks; signed by the camat in office
    on its date."""
    return Part(
        key="kata-pengantar",
        title="Kata Pengantar",
        level=1,
        content=(
            *(worded_for(naskah, "kata-pengantar") or _usual_words(naskah)),
            tanda_tangan_camat(naskah),
        ),
    )


def _usual_words(naskah: Naskah) -> tuple[ParagraphBlock, ...]:
    snapshot = naskah.snapshot
    kecamatan = nama_kecamatan(snapshot)
    tahun = snapshot.tahun
    return (
        ParagraphBlock(
            content=f"Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas selesainya Laporan Kinerja "
            f"Instansi Pemerintah (LKIP) {full_name(snapshot)} Tahun {tahun}. Laporan ini merupakan "
            f"pertanggungjawaban {kecamatan} kepada "
            f"{_kepala_daerah(snapshot)} dan masyarakat atas kinerja yang telah "
            f"diperjanjikan."
        ),
        ParagraphBlock(
            content="Penyusunan laporan ini berpedoman pada Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem "
            "Akuntabilitas Kinerja Instansi Pemerintah dan Peraturan Menteri Pendayagunaan Aparatur Negara "
            "dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, "
            "Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah."
        ),
        ParagraphBlock(
            content=paragraph(
                f"LKIP ini memuat perencanaan, pengukuran, dan analisis capaian kinerja {kecamatan} tahun "
                f"{tahun} beserta realisasi anggarannya.",
                _to_mend(naskah),
            )
        ),
        ParagraphBlock(
            content=f"Kami menyampaikan terima kasih kepada seluruh pegawai {kecamatan}, pemerintah "
            f"{desa_kelurahan(snapshot)}, serta semua pihak yang telah membantu pelaksanaan tugas dan "
            f"penyusunan laporan ini. Semoga laporan ini bermanfaat bagi peningkatan kinerja dan kualitas "
            f"pelayanan kepada masyarakat."
        ),
    )


def _to_mend(naskah: Naskah) -> str:
    """How many indikator missed their target or have no data, and where the remedy is told; empty where none did."""
    verdicts = [reached(i.capaian) for i in all_indikator(naskah.results)] if naskah.results else []
    words = {False: "belum memenuhi target", None: "capaiannya belum dapat disimpulkan"}
    said = chain(
        [
            f"{count_of(verdicts.count(verdict), 'indikator')} yang {word}"
            for verdict, word in words.items()
            if verdict in verdicts
        ]
    )
    if not said:
        return ""
    return sentence(
        compose(
            wording_number(naskah.snapshot),
            (
                f"Masih terdapat {said}",
                f"Laporan ini mencatat {said}",
                f"Pada tahun {naskah.snapshot.tahun} masih ada {said}",
                f"Perhatian diperlukan bagi {said}",
                f"Yang perlu dibenahi adalah {said}",
                f"Dalam laporan ini tercatat {said}",
            ),
            (
                "; langkah perbaikannya dimuat dalam BAB IV",
                ", dengan langkah perbaikan dalam BAB IV",
                ", yang langkah perbaikannya diuraikan pada bagian penutup",
                "; perbaikannya disampaikan pada bagian penutup",
            ),
        )
    )


def _kepala_daerah(snapshot: Snapshot) -> str:
    """ "Bupati", "Pj. Bupati": who holds that office on the report's date; who signs a.n. does not hold it."""
    holder, kabupaten = snapshot.kepala_daerah, snapshot.kecamatan.kabupaten
    if holder is None or holder.atas_nama:
        return kabupaten.sebutan_kepala_daerah
    return holder.jabatan.removesuffix(kabupaten.nama).rstrip()

"""BAB II Perencanaan dan Perjanjian Kinerja: Renstra, RKT with the pohon kinerja, PK and IKU."""

from __future__ import annotations

from reports.document.builders import daftar, group_count
from reports.document.numbering import lettered
from reports.document.tree import Bagian, Blok, Paragraf
from reports.lkip.bab2_renstra import rencana_strategis
from reports.official.signatures import (
    jabatan_camat,
    jabatan_kepala_daerah,
    nama_kecamatan,
    waktu,
)
from reports.prose.language import count_of, paragraf, rapi
from reports.publish.naskah import Naskah
from reports.tables.iku import tabel_iku
from reports.tables.pk import (
    ALASAN_PERUBAHAN,
    jumlah_anggaran_pk,
    nama_pk,
    tabel_anggaran_pk,
    tabel_indikator_pk,
)
from reports.tables.pohon_kinerja import draw_tree
from reports.tables.rkt import (
    jumlah_anggaran_rkt,
    tabel_acuan_rpjmd,
    tabel_kegiatan_rkt,
    tabel_sasaran_rkt,
)
from sakip.snapshot.types import RKT, PerjanjianKinerja
from sakip.text.in_words import spell_rupiah
from sakip.text.numbers import format_rupiah


def bab2(naskah: Naskah) -> Bagian:
    """BAB II in the order of Permen PANRB 53/2014 as Jember uses it."""
    return Bagian(
        kunci="bab-2",
        judul="Perencanaan dan Perjanjian Kinerja",
        tingkat=1,
        nomor="BAB II",
        anak=lettered(
            rencana_strategis(naskah),
            rencana_kinerja_tahunan(naskah),
            perjanjian_kinerja(naskah),
            indikator_kinerja_utama(naskah),
        ),
    )


def rencana_kinerja_tahunan(naskah: Naskah) -> Bagian:
    """RKT: sasaran with targets, program down to sub kegiatan, and the cascade drawn."""
    snapshot = naskah.snapshot
    rkt = snapshot.rkt
    if rkt is None or not (rkt.sasaran or rkt.baris):
        teks = f"Rencana Kinerja Tahunan {nama_kecamatan(snapshot)} tahun {snapshot.tahun} belum dicatat."
        isi: tuple[Blok, ...] = (Paragraf(isi=teks),)
    else:
        isi = _isi_rkt(naskah, rkt)
    judul = f"Rencana Kinerja Tahunan (RKT) Tahun {snapshot.tahun}"
    return Bagian(kunci="rkt", judul=judul, tingkat=2, isi=isi)


def _isi_rkt(naskah: Naskah, rkt: RKT) -> tuple[Blok, ...]:
    snapshot = naskah.snapshot
    isi: list[Blok] = [Paragraf(isi=_kalimat_rkt(naskah, rkt))]
    acuan = (
        tabel_acuan_rpjmd(
            snapshot.rpjmd, kunci="tabel-acuan-rpjmd", judul="Keterkaitan RKT dengan RPJMD Kabupaten"
        )
        if snapshot.rpjmd
        else None
    )
    sumber = f"RKT {nama_kecamatan(snapshot)} Tahun {rkt.tahun}"
    if acuan:
        isi.append(acuan)
    if rkt.sasaran:
        judul = f"Sasaran dan Target RKT Tahun {rkt.tahun}"
        isi.append(tabel_sasaran_rkt(rkt, kunci="tabel-rkt-sasaran", judul=judul, sumber=sumber))
    if pohon := draw_tree(snapshot, rkt):
        teks = (
            f"Penjabaran tujuan {nama_kecamatan(snapshot)} sampai dengan sub kegiatan beserta unit kerja yang "
            f"bertanggung jawab diperlihatkan dalam pohon kinerja berikut."
        )
        isi += [Paragraf(isi=teks), *pohon]
    if rkt.baris:
        isi.append(
            tabel_kegiatan_rkt(
                snapshot,
                rkt,
                kunci="tabel-rkt-kegiatan",
                judul=f"Program, Kegiatan, dan Sub Kegiatan dalam RKT Tahun {rkt.tahun}",
                sumber=sumber,
                ringkas=True,
            )
        )
    return tuple(isi)


def _kalimat_rkt(naskah: Naskah, rkt: RKT) -> str:
    sasaran = group_count(rkt.sasaran, lambda s: s.sasaran)
    program = len({b.program for b in rkt.baris})
    muatan = []
    if sasaran:
        muatan.append(
            f"{count_of(sasaran, 'sasaran')} dengan {count_of(len(rkt.sasaran), 'indikator sasaran')}"
        )
    if program:
        muatan.append(count_of(program, "program"))
    anggaran = jumlah_anggaran_rkt(rkt)
    return paragraf(
        "Rencana Kinerja Tahunan menjabarkan target Renstra ke dalam satu tahun anggaran.",
        f"RKT {nama_kecamatan(naskah.snapshot)} tahun {rkt.tahun} memuat {' serta '.join(muatan)} sebagaimana "
        f"disajikan dalam bagian ini.",
        f"Anggaran yang tercantum di dalamnya berjumlah {format_rupiah(anggaran)}."
        if anggaran is not None
        else "Anggaran tidak tercantum di dalamnya."
        if rkt.baris
        else "",
    )


def perjanjian_kinerja(naskah: Naskah) -> Bagian:
    """The PK that is measured: indikator table, programs in figures and words; the murni when it was changed."""
    snapshot = naskah.snapshot
    pk = snapshot.pk_berlaku
    isi: tuple[Blok, ...]
    if pk is None:
        isi = (
            Paragraf(
                isi=f"Perjanjian Kinerja {nama_kecamatan(snapshot)} tahun {snapshot.tahun} belum dicatat sehingga "
                f"target yang menjadi dasar pengukuran belum dapat disajikan."
            ),
        )
    else:
        isi = (
            Paragraf(isi=_kalimat_pk(naskah, pk)),
            *(
                tabel_indikator_pk(
                    versi,
                    kunci=f"tabel-pk-indikator-{versi.versi}",
                    judul=f"Indikator dan Target {nama_pk(versi)}",
                )
                for versi in snapshot.pk
                if versi.indikator
            ),
            *_anggaran_pk(pk),
        )
    judul = f"Perjanjian Kinerja Tahun {snapshot.tahun}"
    return Bagian(kunci="pk", judul=judul, tingkat=2, isi=isi)


def _kalimat_pk(naskah: Naskah, pk: PerjanjianKinerja) -> str:
    snapshot = naskah.snapshot
    saat = waktu(pk.tanggal, pk.tanggal_cetak)
    alasan = ALASAN_PERUBAHAN.get(pk.alasan, "")
    return paragraf(
        f"Perjanjian Kinerja merupakan kesepakatan antara {jabatan_camat(snapshot)} sebagai pihak pertama dan "
        f"{jabatan_kepala_daerah(snapshot)} sebagai pihak kedua tentang kinerja yang harus diwujudkan dalam satu "
        f"tahun.",
        f"{nama_pk(pk)} ditandatangani pada {'tanggal' if pk.tanggal else 'bulan'} {saat}." if saat else "",
        f"Perubahan itu dilakukan karena {alasan}." if alasan else "",
        "Kinerja dalam laporan ini diukur terhadap perjanjian yang terakhir; perjanjian sebelumnya disajikan agar "
        "perubahannya dapat diketahui."
        if len(snapshot.pk) > 1
        else f"Target dalam {nama_pk(pk)} menjadi dasar pengukuran kinerja pada BAB III.",
        "" if pk.indikator else f"Sasaran, indikator, dan target dalam {nama_pk(pk)} belum dicatat.",
    )


def _anggaran_pk(pk: PerjanjianKinerja) -> tuple[Blok, ...]:
    if not pk.anggaran:
        return (Paragraf(isi=f"{nama_pk(pk)} tidak memuat anggaran program."),)
    jumlah = jumlah_anggaran_pk(pk)
    uang = [
        f"{rapi(a.nama)} sebesar {format_rupiah(a.anggaran)} ({spell_rupiah(a.anggaran)})"
        for a in pk.anggaran
    ]
    pembuka = (
        f"Untuk mewujudkan kinerja tersebut, {nama_pk(pk)} menyediakan anggaran sebesar {format_rupiah(jumlah)} "
        f"({spell_rupiah(jumlah)})"
    )
    rincian: tuple[Blok, ...] = (
        (Paragraf(isi=f"{pembuka} untuk {uang[0]}."),)
        if len(uang) == 1
        else (
            Paragraf(
                isi=f"{pembuka} yang terbagi ke dalam {count_of(len(uang), 'program')} sebagai berikut."
            ),
            daftar(f"{u}." for u in uang),
        )
    )
    tabel = tabel_anggaran_pk(pk, kunci="tabel-pk-anggaran", judul=f"Anggaran Program dalam {nama_pk(pk)}")
    return (*rincian, tabel)


def indikator_kinerja_utama(naskah: Naskah) -> Bagian:
    """IKU as decided by the camat, with fractions set as fractions."""
    snapshot = naskah.snapshot
    iku = snapshot.iku
    kecamatan = nama_kecamatan(snapshot)
    isi: tuple[Blok, ...]
    if iku is None or not iku.baris:
        teks = f"Indikator Kinerja Utama {kecamatan} yang berlaku pada tahun {snapshot.tahun} belum dicatat."
        isi = (Paragraf(isi=teks),)
    else:
        keputusan = f"Keputusan {jabatan_camat(snapshot)}" + (f" Nomor {iku.nomor}" if iku.nomor else "")
        teks = (
            f"Indikator Kinerja Utama (IKU) adalah ukuran keberhasilan {kecamatan} dalam melaksanakan tugas dan "
            f"fungsinya. IKU {kecamatan} ditetapkan dengan {keputusan} dan terdiri atas "
            f"{count_of(len(iku.baris), 'indikator')}."
        )
        isi = (
            Paragraf(isi=teks),
            tabel_iku(
                iku.baris,
                kunci="tabel-iku",
                judul=f"Indikator Kinerja Utama {kecamatan} Tahun {iku.tahun}",
                sumber=keputusan,
            ),
        )
    return Bagian(kunci="iku", judul="Indikator Kinerja Utama (IKU)", tingkat=2, isi=isi)

"""BAB II.A Rencana Strategis: what the kabupaten wants, the kecamatan's tujuan and sasaran, and how they changed."""

from __future__ import annotations

from reports.dokumen import Bagian, Blok, Butir, Daftar, Miring, NarasiHTML, Paragraf
from reports.naskah import Naskah
from reports.sections.identitas import nama_kabupaten, nama_kecamatan
from reports.sections.tabel_renstra import tabel_target_renstra
from sakip.snapshot.types import PeriodeRPJMD, Renstra
from sakip.terbilang import bilangan


def rencana_strategis(naskah: Naskah) -> Bagian:
    """A. Visi and misi, tujuan and sasaran, strategi and kebijakan; before and after when the Renstra changed."""
    snapshot = naskah.snapshot
    renstra = snapshot.renstra_berlaku
    if renstra is None:
        pembuka = Paragraf(isi=f"Rencana Strategis {nama_kecamatan(snapshot)} belum dicatat.")
        return Bagian(kunci="renstra", judul="Rencana Strategis", tingkat=2, nomor="A.", isi=(pembuka,))
    dasar = f" Renstra ini ditetapkan berdasarkan {renstra.dasar}." if renstra.dasar else ""
    return Bagian(
        kunci="renstra",
        judul="Rencana Strategis",
        tingkat=2,
        nomor="A.",
        isi=(
            Paragraf(
                isi=f"Rencana Strategis (Renstra) {nama_kecamatan(snapshot)} Tahun {renstra.tahun_awal}–"
                f"{renstra.tahun_akhir} adalah dokumen perencanaan jangka menengah yang menjadi acuan penyusunan "
                f"rencana kinerja setiap tahun.{dasar}"
            ),
        ),
        anak=(
            *((_visi_misi(naskah, snapshot.rpjmd),) if snapshot.rpjmd else ()),
            _tujuan_sasaran(naskah, renstra, nomor="2." if snapshot.rpjmd else "1."),
            _strategi(renstra, nomor="3." if snapshot.rpjmd else "2."),
        ),
    )


def _visi_misi(naskah: Naskah, rpjmd: PeriodeRPJMD) -> Bagian:
    kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
    isi: list[Blok] = []
    if rpjmd.visi:
        isi.append(
            Paragraf(
                isi=(
                    f"Visi pembangunan {kabupaten} Tahun {rpjmd.tahun_awal}–{rpjmd.tahun_akhir} adalah ",
                    Miring(f"“{rpjmd.visi}”"),
                    ".",
                )
            )
        )
    if rpjmd.misi:
        isi.append(
            Paragraf(isi="Misi yang ditetapkan untuk mewujudkannya:" if rpjmd.visi else "Misi kabupaten:")
        )
        isi.append(
            Daftar(
                butir=tuple(Butir(isi=(f"Misi ke-{m.nomor}: {m.uraian}")) for m in rpjmd.misi),
                jenis="bulatan",
            )
        )
    diacu = [m for m in rpjmd.misi if m.diacu]
    if diacu:
        nomor = " dan ".join(f"ke-{m.nomor}" for m in diacu)
        isi.append(
            Paragraf(
                isi=f"{nama_kecamatan(naskah.snapshot)} mendukung misi {nomor}. Tujuan dan sasaran kabupaten yang "
                f"menjadi acuannya adalah sebagai berikut.",
                gaya="rapat",
            )
        )
        isi.append(
            Daftar(
                butir=tuple(
                    Butir(
                        isi=f"Tujuan: {t.uraian}",
                        anak=Daftar(
                            butir=tuple(Butir(isi=f"Sasaran: {s.uraian}") for s in t.sasaran), jenis="huruf"
                        )
                        if t.sasaran
                        else None,
                    )
                    for m in diacu
                    for t in m.tujuan
                ),
            )
        )
    return Bagian(
        kunci="visi-misi", judul=f"Visi dan Misi {kabupaten}", tingkat=3, nomor="1.", isi=tuple(isi)
    )


def _tujuan_sasaran(naskah: Naskah, berlaku: Renstra, *, nomor: str) -> Bagian:
    snapshot = naskah.snapshot
    kecamatan = nama_kecamatan(snapshot)
    sasaran = sum(len(t.sasaran) for t in berlaku.tujuan)
    kalimat = (
        f"Renstra {kecamatan} menetapkan {bilangan(len(berlaku.tujuan))} tujuan dan {bilangan(sasaran)} sasaran "
        f"dengan target setiap tahun sebagaimana disajikan dalam tabel berikut."
    )
    isi: list[Blok] = []
    lama = snapshot.renstra[:-1]
    if lama:
        kalimat = (
            f"Renstra {kecamatan} telah mengalami {bilangan(berlaku.versi)} kali perubahan. Tujuan, sasaran, "
            f"indikator, dan target sebelum dan sesudah perubahan disajikan dalam tabel berikut; yang berlaku "
            f"adalah hasil perubahan terakhir."
        )
    isi.append(Paragraf(isi=kalimat))
    if lama and (alasan := naskah.narasi_untuk("perubahan-renstra")):
        isi.append(NarasiHTML(isi=alasan))
    for renstra in snapshot.renstra:
        isi.append(
            tabel_target_renstra(
                renstra,
                kunci=f"tabel-renstra-{renstra.versi}",
                judul=f"Tujuan, Sasaran, dan Target Renstra Tahun {renstra.tahun_awal}–{renstra.tahun_akhir}"
                + (
                    ""
                    if not lama
                    else " Sebelum Perubahan"
                    if renstra is not berlaku
                    else " Setelah Perubahan"
                ),
            )
        )
    return Bagian(
        kunci="tujuan-sasaran",
        judul=f"Tujuan dan Sasaran {kecamatan}",
        tingkat=3,
        nomor=nomor,
        isi=tuple(isi),
    )


def _strategi(renstra: Renstra, *, nomor: str) -> Bagian:
    butir = tuple(
        Butir(
            isi=f"Sasaran “{s.uraian}”",
            anak=Daftar(
                butir=(
                    *((Butir(isi=f"Strategi: {'; '.join(s.strategi)}."),) if s.strategi else ()),
                    *((Butir(isi=f"Kebijakan: {'; '.join(s.kebijakan)}."),) if s.kebijakan else ()),
                ),
                jenis="huruf",
            ),
        )
        for t in renstra.tujuan
        for s in t.sasaran
        if s.strategi or s.kebijakan
    )
    isi: tuple[Blok, ...] = (
        (
            Paragraf(
                isi="Strategi dan kebijakan untuk mencapai setiap sasaran ditetapkan sebagai berikut.",
                gaya="rapat",
            ),
            Daftar(butir=butir),
        )
        if butir
        else (
            Paragraf(
                isi="Renstra yang berlaku tidak mencantumkan strategi dan kebijakan untuk setiap sasaran."
            ),
        )
    )
    return Bagian(kunci="strategi", judul="Strategi dan Kebijakan", tingkat=3, nomor=nomor, isi=isi)

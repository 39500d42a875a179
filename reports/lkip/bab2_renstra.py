"""BAB II.A Rencana Strategis: what the kabupaten wants, the kecamatan's tujuan and sasaran, and how they changed."""

from __future__ import annotations

from collections.abc import Iterator

from reports.document.builders import daftar
from reports.document.numbering import counted
from reports.document.tree import Bagian, Blok, Butir, Daftar, Miring, Paragraf
from reports.official.signatures import nama_kabupaten, nama_kecamatan
from reports.prose.language import count_of, klausa, paragraf, petik, rangkai, rapi
from reports.publish.naskah import Naskah
from reports.tables.perubahan import perubahan_renstra, tabel_perubahan_renstra
from reports.tables.renstra import tabel_target_renstra
from reports.writing.to_document import narrative
from sakip.snapshot.types import MisiRPJMD, PeriodeRPJMD, Renstra, TujuanRPJMD


def rencana_strategis(naskah: Naskah) -> Bagian:
    """Visi and misi, tujuan and sasaran, strategi and kebijakan; before and after when the Renstra changed."""
    snapshot = naskah.snapshot
    renstra = snapshot.renstra_berlaku
    judul = "Rencana Strategis (Renstra)"
    if renstra is None:
        pembuka = Paragraf(isi=f"Rencana Strategis {nama_kecamatan(snapshot)} belum dicatat.")
        return Bagian(kunci="renstra", judul=judul, tingkat=2, isi=(pembuka,))
    dasar = rapi(renstra.dasar)
    isi = paragraf(
        f"Renstra {nama_kecamatan(snapshot)} Tahun {_masa(renstra)} adalah dokumen perencanaan jangka menengah yang "
        f"menjadi acuan penyusunan rencana kinerja setiap tahun.",
        f"Penetapannya berdasarkan {dasar}." if dasar else "",
    )
    return Bagian(
        kunci="renstra",
        judul=judul,
        tingkat=2,
        isi=(Paragraf(isi=isi),),
        anak=counted(*_anak(naskah, renstra)),
    )


def _anak(naskah: Naskah, renstra: Renstra) -> Iterator[Bagian]:
    rpjmd = naskah.snapshot.rpjmd
    kecamatan = nama_kecamatan(naskah.snapshot)
    if rpjmd and (isi := _visi_misi(naskah, rpjmd)):
        kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
        yield Bagian(kunci="visi-misi", judul=f"Visi dan Misi {kabupaten}", tingkat=3, isi=isi)
    judul = f"Tujuan dan Sasaran {kecamatan}"
    yield Bagian(kunci="tujuan-sasaran", judul=judul, tingkat=3, isi=_tujuan_sasaran(naskah, renstra))
    yield Bagian(kunci="strategi", judul="Strategi dan Kebijakan", tingkat=3, isi=_strategi(renstra))


def _masa(periode: Renstra | PeriodeRPJMD) -> str:
    return f"{periode.tahun_awal}–{periode.tahun_akhir}"


def _visi_misi(naskah: Naskah, rpjmd: PeriodeRPJMD) -> tuple[Blok, ...]:
    """Visi, the misi, and what below the misi the kecamatan serves; nothing when the RPJMD records neither."""
    kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
    visi = rapi(rpjmd.visi)
    isi: list[Blok] = []
    if visi:
        awal = f"Visi pembangunan {kabupaten} Tahun {_masa(rpjmd)} adalah "
        isi.append(Paragraf(isi=(awal, Miring(f"“{visi}”"), ".")))
    elif rpjmd.misi:
        tanpa = f"Rumusan visi pembangunan {kabupaten} Tahun {_masa(rpjmd)} tidak tersedia dalam sumber data."
        isi.append(Paragraf(isi=tanpa))
    if any(not m.diacu for m in rpjmd.misi):
        untuk = "untuk mewujudkan visi tersebut" if visi else f"dalam RPJMD {kabupaten} Tahun {_masa(rpjmd)}"
        isi.append(Paragraf(isi=f"Misi yang ditetapkan {untuk} adalah sebagai berikut.", gaya="rapat"))
        isi.append(daftar((f"Misi ke-{m.nomor}: {rapi(m.uraian)}." for m in rpjmd.misi), "bulatan"))
    for misi in (m for m in rpjmd.misi if m.diacu):
        isi += _misi_diacu(naskah, rpjmd, misi, sendiri=len(rpjmd.misi) == 1)
    return tuple(isi)


def _misi_diacu(naskah: Naskah, rpjmd: PeriodeRPJMD, misi: MisiRPJMD, *, sendiri: bool) -> tuple[Blok, ...]:
    """The misi that the kecamatan serves; ``sendiri``: no list has named it yet."""
    kecamatan = nama_kecamatan(naskah.snapshot)
    kabupaten = nama_kabupaten(naskah.snapshot.kecamatan.kabupaten)
    sebutan = (
        f"misi ke-{misi.nomor} RPJMD {kabupaten} Tahun {_masa(rpjmd)}, yaitu {petik(misi.uraian)}"
        if sendiri
        else f"misi ke-{misi.nomor}"
    )
    dukungan = f"{kecamatan} mendukung {sebutan}."
    if not misi.tujuan:
        return (Paragraf(isi=dukungan),)
    return (
        Paragraf(
            isi=f"{dukungan} Tujuan dan sasaran kabupaten yang menjadi acuannya adalah sebagai berikut.",
            gaya="rapat",
        ),
        Daftar(butir=tuple(_butir_tujuan(t) for t in misi.tujuan)),
    )


def _butir_tujuan(tujuan: TujuanRPJMD) -> Butir:
    sasaran = daftar((f"Sasaran: {rapi(s.uraian)}." for s in tujuan.sasaran), "huruf")
    return Butir(isi=f"Tujuan: {rapi(tujuan.uraian)}.", anak=(sasaran,) if tujuan.sasaran else ())


def _tujuan_sasaran(naskah: Naskah, berlaku: Renstra) -> tuple[Blok, ...]:
    kecamatan = nama_kecamatan(naskah.snapshot)
    versi = naskah.snapshot.renstra
    if not berlaku.tujuan:
        return (Paragraf(isi=f"Tujuan dan sasaran Renstra {kecamatan} belum dicatat."),)
    fill_renstra = rangkai(
        [
            count_of(len(berlaku.tujuan), "tujuan"),
            count_of(sum(len(t.sasaran) for t in berlaku.tujuan), "sasaran"),
        ]
    )
    if len(versi) == 1:
        kalimat = (
            f"Renstra {kecamatan} menetapkan {fill_renstra} dengan target setiap tahun sebagaimana disajikan dalam "
            f"tabel berikut."
        )
        return (Paragraf(isi=kalimat), _tabel(berlaku, ""))
    kalimat = (
        f"Renstra {kecamatan} telah mengalami {count_of(berlaku.versi, 'kali perubahan')}. Renstra yang berlaku memuat "
        f"{fill_renstra}. Tujuan, sasaran, indikator, dan target sebelum dan setelah perubahan disajikan dalam tabel "
        f"berikut."
    )
    return (
        Paragraf(isi=kalimat),
        *narrative(naskah.narasi_for("perubahan-renstra")),
        *(_tabel(r, _sebutan_versi(r, berlaku)) for r in versi),
        *_perubahan(versi[-2], berlaku),
    )


def _tabel(renstra: Renstra, sebutan: str) -> Blok:
    return tabel_target_renstra(
        renstra,
        kunci=f"tabel-renstra-{renstra.versi}",
        judul=f"Tujuan, Sasaran, dan Target Renstra Tahun {_masa(renstra)}{sebutan}",
    )


def _sebutan_versi(renstra: Renstra, berlaku: Renstra) -> str:
    """ " Sebelum Perubahan", " Setelah Perubahan"; the n-th is told by its number when there were several."""
    if renstra.versi == 0:
        return " Sebelum Perubahan"
    return " Setelah Perubahan" + (f" Ke-{renstra.versi}" if berlaku.versi > 1 else "")


def _perubahan(lama: Renstra, baru: Renstra) -> tuple[Blok, ...]:
    beda = perubahan_renstra(lama, baru)
    if not beda:
        return (
            Paragraf(isi="Perubahan tersebut tidak mengubah tujuan, sasaran, indikator, maupun targetnya."),
        )
    tabel = tabel_perubahan_renstra(
        beda, kunci="tabel-perubahan-renstra", judul=f"Hal yang Berubah dalam Renstra Tahun {_masa(baru)}"
    )
    kalimat = (
        f"Perubahan tersebut meliputi {count_of(len(beda), 'hal')} sebagaimana dirinci dalam tabel berikut."
    )
    return (Paragraf(isi=kalimat), tabel)


def _strategi(renstra: Renstra) -> tuple[Blok, ...]:
    butir = tuple(
        Butir(
            isi=f"Sasaran {petik(s.uraian)}:",
            anak=(
                daftar(
                    (
                        f"{nama}: {'; '.join((rapi(isi[0]), *(klausa(i) for i in isi[1:])))}."
                        for nama, isi in (("Strategi", s.strategi), ("Kebijakan", s.kebijakan))
                        if isi
                    ),
                    "huruf",
                ),
            ),
        )
        for t in renstra.tujuan
        for s in t.sasaran
        if s.strategi or s.kebijakan
    )
    if not butir:
        return (Paragraf(isi="Renstra yang berlaku tidak mencantumkan strategi dan kebijakan."),)
    pembuka = "Strategi dan kebijakan untuk mencapai sasaran ditetapkan sebagai berikut."
    return (Paragraf(isi=pembuka, gaya="rapat"), Daftar(butir=butir))

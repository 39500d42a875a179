"""Tables of the Rencana Kinerja Tahunan: what it serves in the RPJMD, and sasaran down to sub kegiatan."""

from __future__ import annotations

from decimal import Decimal

from reports.dokumen import BarisTabel, Sel, Tabel
from reports.sections.cetak import KOSONG, cetak_target, cetak_uang
from reports.sections.susun import baris_baris, bernomor, kepala, kolom, sel
from sakip.snapshot.types import RKT, BarisRKT, IndikatorKegiatan, PeriodeRPJMD, Snapshot

#: Our keys for the program and kegiatan names before 2021, which the nomenklatur of that time did not number.
KODE_TANPA_CETAK = "lama."
_INDEN = {"program": 0, "kegiatan": 1, "sub kegiatan": 2}


def tabel_acuan_rpjmd(
    rpjmd: PeriodeRPJMD, *, kunci: str, judul: str, bernomor_tabel: bool = True
) -> Tabel | None:
    """The misi, tujuan and sasaran of the kabupaten that the kecamatan serves; None when none is marked."""
    baris = [
        BarisTabel(
            sel=(
                sel(
                    f"Misi {misi.nomor}: {misi.uraian}" if i == 0 and j == 0 else "", kepala=i == 0 and j == 0
                ),
                sel(tujuan.uraian if j == 0 else ""),
                sel(bernomor(tujuan.indikator) if j == 0 else ""),
                sel(sasaran.uraian if sasaran else KOSONG),
                sel(bernomor(sasaran.indikator) if sasaran and sasaran.indikator else KOSONG),
            )
        )
        for misi in rpjmd.misi
        if misi.diacu
        for i, tujuan in enumerate(misi.tujuan)
        for j, sasaran in enumerate(tujuan.sasaran or (None,))
    ]
    if not baris:
        return None
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom(20, 20, 20, 20, 20),
        kepala=(kepala("Misi", "Tujuan RPJMD", "Indikator tujuan", "Sasaran RPJMD", "Indikator sasaran"),),
        baris=tuple(baris),
        sumber=f"RPJMD Tahun {rpjmd.tahun_awal}–{rpjmd.tahun_akhir}",
        bernomor=bernomor_tabel,
        judul_tampil=bernomor_tabel,
        ukuran="kecil",
    )


def tabel_sasaran_rkt(rkt: RKT, *, kunci: str, judul: str) -> Tabel:
    """No | Sasaran | Indikator sasaran | Target | Satuan, as the RKT itself prints them."""
    baris: list[BarisTabel] = []
    nomor = 0
    sebelumnya = None
    for s in rkt.sasaran:
        baru = s.sasaran != sebelumnya
        nomor += baru
        sebelumnya = s.sasaran
        baris.append(
            BarisTabel(
                sel=(
                    sel(str(nomor) if baru else ""),
                    sel(s.sasaran if baru else "", kepala=baru),
                    sel(s.indikator),
                    sel(cetak_target(s.target)),
                    sel(s.satuan or KOSONG),
                )
            )
        )
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((7, "tengah"), 35, 34, (12, "kanan"), (12, "tengah")),
        kepala=(kepala("No.", "Sasaran", "Indikator sasaran", "Target", "Satuan"),),
        baris=tuple(baris),
        sumber=f"RKT Tahun {rkt.tahun}",
    )


def jumlah_anggaran_rkt(rkt: RKT) -> Decimal | None:
    """Σ of the amounts at the deepest level that has one (rupiah); None when the RKT prints no amount."""
    beranggaran = [b for b in rkt.baris if b.anggaran is not None]
    jumlah = [
        b.anggaran
        for b in beranggaran
        if b.anggaran is not None and not any(_di_bawah(lain, b) for lain in beranggaran if lain is not b)
    ]
    return sum(jumlah, Decimal(0)) if jumlah else None


def _di_bawah(bawah: BarisRKT, atas: BarisRKT) -> bool:
    if bawah.program != atas.program or _INDEN[bawah.tingkat] <= _INDEN[atas.tingkat]:
        return False
    return not atas.kegiatan or bawah.kegiatan == atas.kegiatan


def tabel_kegiatan_rkt(snapshot: Snapshot, rkt: RKT, *, kunci: str, judul: str) -> Tabel:
    """Sasaran (group) → program → kegiatan → sub kegiatan with indikator, target, amount and responsible unit."""
    renstra = snapshot.renstra_berlaku
    uraian = {s.kunci: s.uraian for t in (renstra.tujuan if renstra else ()) for s in t.sasaran}
    baris: list[BarisTabel] = []
    sebelumnya = None
    for b in rkt.baris:
        if b.kunci_sasaran != sebelumnya:
            sebelumnya = b.kunci_sasaran
            if teks := uraian.get(b.kunci_sasaran):
                baris.append(
                    BarisTabel(jenis="kelompok", sel=(Sel(isi=f"Sasaran: {teks}", kolom=7, kepala=True),))
                )
        baris.append(_baris(b))
    jumlah = jumlah_anggaran_rkt(rkt)
    if jumlah is not None:
        baris.append(
            BarisTabel(
                jenis="jumlah", sel=(sel("Jumlah", kolom=5, kepala=True), sel(cetak_uang(jumlah)), sel(""))
            )
        )
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom(13, 26, 24, (8, "kanan"), (8, "tengah"), (11, "kanan"), 10),
        kepala=(
            kepala(
                "Kode",
                "Program/kegiatan/sub kegiatan",
                "Indikator",
                "Target",
                "Satuan",
                "Anggaran (Rp)",
                "Penanggung jawab",
            ),
        ),
        baris=tuple(baris),
        sumber=f"RKT Tahun {rkt.tahun}",
        ukuran="kecil",
    )


def _baris(b: BarisRKT) -> BarisTabel:
    return BarisTabel(
        jenis="subjumlah" if b.tingkat == "program" else "biasa",
        inden=_INDEN[b.tingkat],
        sel=(
            sel(kode_tampil(b.sub_kegiatan or b.kegiatan or b.program)),
            sel(b.nama, kepala=True),
            sel(baris_baris(i.uraian for i in b.indikator) or KOSONG),
            sel(baris_baris(_target(i) for i in b.indikator) or KOSONG),
            sel(baris_baris(i.satuan or KOSONG for i in b.indikator) or KOSONG),
            sel(cetak_uang(b.anggaran) if b.anggaran is not None else KOSONG),
            sel(baris_baris(b.penanggung_jawab) or KOSONG),
        ),
    )


def _target(indikator: IndikatorKegiatan) -> str:
    return indikator.target or KOSONG


def kode_tampil(kode: str) -> str:
    """The nomenklatur's code; the names before 2021 have none, and our own key for them is never printed."""
    return KOSONG if kode.startswith(KODE_TANPA_CETAK) or not kode else kode

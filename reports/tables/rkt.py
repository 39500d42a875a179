"""Tables of the Rencana Kinerja Tahunan: what it serves in the RPJMD, and sasaran down to sub kegiatan."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import (
    baris_baris,
    berkelompok,
    bernomor,
    header,
    kolom,
    of_group,
    row,
    sel,
    share_width,
)
from reports.document.tree import BarisTabel, Kolom, Sebaris, Sel, Tabel
from reports.prose.language import rapi
from reports.tables.printed import KOSONG, print_money, print_target, print_with_satuan
from sakip.snapshot.leaves import KODE_TANPA_CETAK
from sakip.snapshot.types import RKT, BarisRKT, PeriodeRPJMD, Snapshot

#: Heading of RKT rows that no sasaran of the Renstra claims, where others are claimed.
TANPA_SASARAN = "Belum dikaitkan dengan sasaran"
_INDEN = {"program": 0, "kegiatan": 1, "sub kegiatan": 2}


def tabel_acuan_rpjmd(rpjmd: PeriodeRPJMD, *, kunci: str, judul: str) -> Tabel | None:
    """The misi, tujuan and sasaran of the kabupaten that the kecamatan serves; None when none is marked.

    The columns of indikator stand only where the RPJMD names some.
    """
    acuan = [
        (misi, tujuan, sasaran, i == 0 and j == 0, j == 0)
        for misi in rpjmd.misi
        if misi.diacu
        for i, tujuan in enumerate(misi.tujuan)
        for j, sasaran in enumerate(tujuan.sasaran or (None,))
    ]
    if not acuan:
        return None
    isi: list[tuple[str, list[Sebaris]]] = [
        ("Misi", [f"Misi ke-{m.nomor}: {rapi(m.uraian)}" if baru else "" for m, _, _, baru, _ in acuan]),
        ("Tujuan RPJMD", [rapi(t.uraian) if baru else "" for _, t, _, _, baru in acuan]),
        (
            "Indikator tujuan",
            [bernomor(t.indikator) or KOSONG if baru else "" for _, t, _, _, baru in acuan],
        ),
        ("Sasaran RPJMD", [rapi(s.uraian) if s else KOSONG for _, _, s, _, _ in acuan]),
        ("Indikator sasaran", [bernomor(s.indikator) or KOSONG if s else KOSONG for _, _, s, _, _ in acuan]),
    ]
    tampil = [(judul, sel_) for judul, sel_ in isi if any(s not in ("", KOSONG) for s in sel_)]
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom(*share_width(100, len(tampil))),
        kepala=header(*(judul for judul, _ in tampil)),
        baris=tuple(
            row(*tuple(sel(s, kepala=i == 0 and s != "") for i, s in enumerate(baris)))
            for baris in zip(*(sel_ for _, sel_ in tampil), strict=True)
        ),
        sumber=f"RPJMD Tahun {rpjmd.tahun_awal}–{rpjmd.tahun_akhir}",
        ukuran="kecil",
    )


def tabel_sasaran_rkt(rkt: RKT, *, kunci: str, judul: str, sumber: str = "") -> Tabel:
    """No | Sasaran | Indikator sasaran | Target, as the RKT itself prints them."""
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((7, "tengah"), 39, 39, (15, "tengah")),
        kepala=header("No.", "Sasaran", "Indikator sasaran", "Target"),
        baris=tuple(
            row(
                *of_group(nomor, rapi(s.sasaran), pertama),
                sel(rapi(s.indikator)),
                sel(print_target(s.target, s.satuan)),
            )
            for nomor, pertama, s in berkelompok(rkt.sasaran, lambda s: s.sasaran)
        ),
        sumber=sumber,
    )


def jumlah_anggaran_rkt(rkt: RKT) -> Decimal | None:
    """Σ of the amounts of the highest level that states one (rupiah); None when the RKT prints no amount.

    A program's own amount covers what stands below it, whether or not all of that is priced.
    """
    jumlah: list[Decimal] = []
    for program in dict.fromkeys(b.program for b in rkt.baris):
        seprogram = [b for b in rkt.baris if b.program == program]
        jumlah += _teratas(seprogram, "program") or [
            uang
            for kegiatan in dict.fromkeys(b.kegiatan for b in seprogram)
            for uang in _teratas([b for b in seprogram if b.kegiatan == kegiatan], "kegiatan")
            or _teratas([b for b in seprogram if b.kegiatan == kegiatan], "sub kegiatan")
        ]
    return sum(jumlah, Decimal(0)) if jumlah else None


def _teratas(baris: list[BarisRKT], tingkat: str) -> list[Decimal]:
    return [b.anggaran for b in baris if b.tingkat == tingkat and b.anggaran is not None]


def tabel_kegiatan_rkt(
    snapshot: Snapshot, rkt: RKT, *, kunci: str, judul: str, sumber: str = "", ringkas: bool = False
) -> Tabel:
    """Sasaran (group) → program → kegiatan → sub kegiatan with indikator, target, amount and responsible unit.

    ``ringkas`` is what a portrait page holds: the unit stands with its target, the responsible unit is left to the
    pohon kinerja and the lampiran.
    """
    renstra = snapshot.renstra_berlaku
    uraian = {s.kunci: s.uraian for t in (renstra.tujuan if renstra else ()) for s in t.sasaran}
    berkode = any(kode_tampil(_kode(b)) != KOSONG for b in rkt.baris)
    berharga = any(b.anggaran is not None for b in rkt.baris)
    susunan = _kolom(berkode=berkode, ringkas=ringkas, berharga=berharga)
    dikaitkan = any(b.kunci_sasaran in uraian for b in rkt.baris)
    baris: list[BarisTabel] = []
    for _, pertama, b in berkelompok(rkt.baris, lambda b: uraian.get(b.kunci_sasaran, "")):
        if pertama and dikaitkan:
            teks = uraian.get(b.kunci_sasaran)
            isi = f"Sasaran: {rapi(teks)}" if teks else TANPA_SASARAN
            baris.append(row(Sel(isi=isi, kolom=len(susunan), kepala=True), jenis="kelompok"))
        baris.append(_baris(b, berkode=berkode, ringkas=ringkas, berharga=berharga))
    jumlah = jumlah_anggaran_rkt(rkt)
    if jumlah is not None:
        baris.append(_baris_jumlah(jumlah, susunan))
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=tuple(k for _, k in susunan),
        kepala=header(*(nama for nama, _ in susunan)),
        baris=tuple(baris),
        sumber=sumber,
        ukuran="kecil",
    )


_ANGGARAN = "Anggaran (Rp)"


def _kolom(*, berkode: bool, ringkas: bool, berharga: bool) -> list[tuple[str, Kolom]]:
    """Names and widths of the columns; without codes the name gets their room, without amounts the indikator."""
    nama = "Program/kegiatan/sub kegiatan"
    if ringkas:
        isi = [("Kode", 16), (nama, 28), ("Indikator", 26), ("Target", 14), (_ANGGARAN, 16)]
    else:
        isi = [
            *(("Kode", 11), (nama, 23), ("Indikator", 23), ("Target", 8)),
            *(("Satuan", 8), (_ANGGARAN, 11), ("Penanggung jawab", 16)),
        ]
    if not berkode:
        isi = [(nama, isi[0][1] + isi[1][1]), *isi[2:]]
    if not berharga:
        sisa = dict(isi)[_ANGGARAN]
        isi = [(j, w + sisa if j == "Indikator" else w) for j, w in isi if j != _ANGGARAN]
    return [
        (j, Kolom(lebar=w, rata="kanan" if j == _ANGGARAN else "tengah" if j == "Satuan" else "kiri"))
        for j, w in isi
    ]


def _baris_jumlah(jumlah: Decimal, susunan: list[tuple[str, Kolom]]) -> BarisTabel:
    letak = [j for j, _ in susunan].index(_ANGGARAN)
    setelah = len(susunan) - letak - 1
    return row(
        sel("Jumlah", kolom=letak, kepala=True),
        sel(print_money(jumlah)),
        *(sel("") for _ in range(setelah)),
        jenis="jumlah",
    )


def _baris(b: BarisRKT, *, berkode: bool, ringkas: bool, berharga: bool) -> BarisTabel:
    target = [print_with_satuan(i.target, i.satuan) if ringkas else rapi(i.target) for i in b.indikator]
    isi = [
        sel(rapi(b.nama), kepala=True),
        sel(bernomor([rapi(i.uraian) for i in b.indikator]) or KOSONG),
        sel(_sejajar(target)),
    ]
    if not ringkas:
        isi.append(sel(_sejajar([rapi(i.satuan) for i in b.indikator])))
    if berharga:
        isi.append(sel(print_money(b.anggaran) if b.anggaran is not None else KOSONG))
    if not ringkas:
        isi.append(sel(baris_baris(rapi(p) for p in b.penanggung_jawab) or KOSONG))
    return row(
        *((sel(kode_tampil(_kode(b))),) if berkode else ()),
        *isi,
        jenis="subjumlah" if b.tingkat == "program" else "biasa",
        inden=_INDEN[b.tingkat],
    )


def _sejajar(teks: list[str]) -> Sebaris:
    """The target or unit of each indikator, numbered like the indikator it belongs to."""
    return bernomor([t or KOSONG for t in teks]) or KOSONG


def _kode(b: BarisRKT) -> str:
    return b.sub_kegiatan or b.kegiatan or b.program


def kode_tampil(kode: str) -> str:
    """The nomenklatur's code; the names before 2021 have none, and our own key for them is never printed."""
    return KOSONG if kode.startswith(KODE_TANPA_CETAK) or not kode else kode

"""Names, letterheads and signature blocks: who the document is about and who signs it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kecamatan.nip import format_nip
from reports.charts.qr import qr
from reports.document.tree import Figure, Kop, Lambang, SignatureBlock, TandaTanganBlock
from reports.publish.naskah import Naskah, Pengesahan
from sakip.snapshot.of_units import office_of_head
from sakip.snapshot.types import Kabupaten, Kecamatan, Pejabat, Snapshot
from sakip.text.dates import format_tanggal


def nama_kecamatan(snapshot: Snapshot) -> str:
    """ "Kecamatan Balung" (or "Distrik …": the sebutan is data)."""
    return f"{snapshot.kecamatan.sebutan} {snapshot.kecamatan.nama}"


def nama_kabupaten(kabupaten: Kabupaten) -> str:
    """ "Kabupaten Jember" (or "Kota …": the sebutan is data)."""
    return f"{kabupaten.sebutan} {kabupaten.nama}"


def full_name(snapshot: Snapshot) -> str:
    """ "Kecamatan Balung Kabupaten Jember"."""
    return f"{nama_kecamatan(snapshot)} {nama_kabupaten(snapshot.kecamatan.kabupaten)}"


def desa_kelurahan(snapshot: Snapshot) -> str:
    """ "desa", "kelurahan" or "desa dan kelurahan", as the kecamatan has them; "desa/kelurahan" when unknown."""
    names = desa_names(snapshot.kecamatan.kabupaten)
    kinds = snapshot.kecamatan.desa_kinds
    words = " dan ".join(names[kind] for kind in kinds) if kinds else "/".join(names.values())
    return words.lower()


def desa_names(kabupaten: Kabupaten) -> dict[str, str]:
    """What "desa" and "kelurahan" are called there ("Kalurahan", "Gampong"), by the code of their kind."""
    return {"desa": kabupaten.sebutan_desa, "kelurahan": kabupaten.sebutan_kelurahan}


def jabatan_camat(snapshot: Snapshot) -> str:
    """ "Camat Balung": the office, where no person is recorded."""
    return office_of_head(snapshot, None)


def jabatan_kepala_daerah(snapshot: Snapshot) -> str:
    """ "Bupati Jember" (or "Wali Kota …")."""
    kabupaten = snapshot.kecamatan.kabupaten
    return f"{kabupaten.sebutan_kepala_daerah} {kabupaten.nama}"


def office_of(pejabat: Pejabat | None, office: str) -> str:
    """The office of who is named, in its kind ("Pjs. Bupati Jember"); without a recorded person the office alone."""
    return pejabat.jabatan if pejabat else office


def kop(snapshot: Snapshot) -> Kop:
    """Letterhead of the kecamatan; address parts that are not recorded are left out."""
    kecamatan = snapshot.kecamatan
    return Kop(
        pemerintah=f"Pemerintah {nama_kabupaten(kecamatan.kabupaten)}",
        instansi=nama_kecamatan(snapshot),
        addresses=_addresses(kecamatan),
        lambang=lambang(snapshot),
    )


def lambang(snapshot: Snapshot) -> tuple[Lambang, ...]:
    """The lambang of the kabupaten, then that of the kecamatan, as far as they are stored."""
    kecamatan = snapshot.kecamatan
    both = (
        (kecamatan.kabupaten.lambang, nama_kabupaten(kecamatan.kabupaten)),
        (kecamatan.lambang, nama_kecamatan(snapshot)),
    )
    return tuple(Lambang(file=file, alt=f"Lambang {owner}") for file, owner in both if file)


def _addresses(kecamatan: Kecamatan) -> tuple[str, ...]:
    first = (kecamatan.alamat, f"Telepon {kecamatan.telepon}" if kecamatan.telepon else "")
    second = (
        kecamatan.ibu_kota,
        f"Kode Pos {kecamatan.kode_pos}" if kecamatan.kode_pos else "",
        f"Surel {kecamatan.surel}" if kecamatan.surel else "",
    )
    rows = (", ".join(b for b in first if b), " – ".join(b for b in second if b))
    return tuple(b for b in rows if b)


def moment(tanggal: date | None, tanggal_cetak: str) -> str:
    """ "21 November 2023"; the printed date where the document has no day; never a date of its own."""
    return format_tanggal(tanggal) if tanggal else tanggal_cetak.strip()


def place_and_date(place: str, tanggal: date | None, tanggal_cetak: str) -> str:
    """ "Jember, 21 November 2023", as far as both are recorded."""
    return ", ".join(part for part in (place.strip(), moment(tanggal, tanggal_cetak)) if part)


def block(pejabat: Pejabat | None, jabatan: str, *before: str) -> TandaTanganBlock:
    """A signature block; ``before`` are lines above the jabatan. Without a recorded person the name stays blank.

    Below it stand pangkat and NIP, where the person has them (a bupati has neither).
    """
    *above, office = pejabat.signs_as if pejabat else (jabatan,)
    below = (pejabat.pangkat, f"NIP {format_nip(pejabat.nip)}" if pejabat.nip else "") if pejabat else ()
    return TandaTanganBlock(
        heads=(*(row for row in before if row), *above, f"{office},"),
        nama=pejabat.nama if pejabat else "",
        below=tuple(filter(None, below)),
    )


def tanda_tangan(
    snapshot: Snapshot,
    camat: Pejabat | None,
    place: str,
    tanggal: date | None,
    tanggal_cetak: str,
    pengesahan: Pengesahan | None = None,
) -> SignatureBlock:
    """The camat's block with place and date."""
    one = block(camat, jabatan_camat(snapshot), place_and_date(place, tanggal, tanggal_cetak))
    return SignatureBlock(blocks=(stamped(one, pengesahan),))


def stamped(one: TandaTanganBlock, pengesahan: Pengesahan | None) -> TandaTanganBlock:
    """The block with the QR of an electronic signature where a pen would write."""
    if pengesahan is None:
        return one
    stamp = Figure(
        key="pengesahan",
        title="Tanda tangan elektronik",
        svg=qr(pengesahan.alamat),
        alt=f"Kode QR tanda tangan elektronik {one.nama}, menuju {pengesahan.alamat}",
        numbered=False,
    )
    return replace(one, stamp=stamp, words=pengesahan.pernyataan)


def tanda_tangan_camat(naskah: Naskah) -> SignatureBlock:
    """The camat's block at the end of the kata pengantar and of BAB IV."""
    return tanda_tangan(
        naskah.snapshot,
        naskah.snapshot.camat,
        naskah.tempat,
        naskah.tanggal,
        naskah.tanggal_cetak,
        naskah.pengesahan,
    )

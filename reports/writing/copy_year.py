"""The narrative of one year copied into another."""

from __future__ import annotations

from kecamatan.models import Kecamatan, Pengguna
from reports.models import Narasi
from sakip.copy_year import CopyOffer, CopyResult, copying
from sakip.entry.writer import copy_row


def copy_narasi(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> CopyResult:
    """Every text, to be read again; one about a sasaran or indikator that the Renstra no longer has is left out.

    Raises as :func:`sakip.copy_year.copy_rkt` does.
    """
    with copying(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh) as copy:
        lama = [n for n in Narasi.objects.filter(kecamatan=kecamatan, tahun=dari) if n.isi.strip()]
        terisi = Narasi.objects.filter(kecamatan=kecamatan, tahun=ke).exists()
        copy.ensure(ada=bool(lama), terisi=terisi, nama="Narasi")
        baru = []
        for asal in lama:
            if asal.kunci and asal.kunci not in copy.indikator and asal.kunci not in copy.sasaran:
                copy.tinggalkan(
                    f'"{asal.get_bagian_display()}" untuk {asal.kunci} tidak disalin: tidak ada dalam Renstra'
                    f" yang berlaku tahun {ke}."
                )
                continue
            baru.append((copy_row(asal, tahun=ke, ditinjau=False), asal))
        copy.write(baru)
        return copy.selesai(kode="narasi", dokumen=Narasi._meta.label_lower)


def _jumlah(kecamatan: Kecamatan, tahun: int) -> int:
    return Narasi.objects.for_kecamatan(kecamatan).for_tahun(tahun).exclude(isi="").count()


SALINAN_NARASI = CopyOffer(
    kode="narasi",
    nama="Narasi",
    halaman="narasi",
    keterangan="Tulisan setiap bagian LKIP; angka tahun di dalamnya tidak diubah.",
    jumlah=_jumlah,
    copy=copy_narasi,
)

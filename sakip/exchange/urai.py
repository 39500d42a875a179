"""Cells → values, with everything that is wrong: on every sheet, each with sheet, row and column.

What the database or the loader would refuse later is refused here as far as one workbook shows it, because here every
error can be named at once. A sheet that the file lacks is taken as it is recorded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.core.exceptions import ValidationError

from kecamatan.models import MasaJabatan
from kecamatan.nip import NipTidakSah, urai_nip
from kecamatan.services.contoh import TENTU
from sakip.exchange.catatan import Catatan
from sakip.exchange.lembar import NOMENKLATUR, PERATURAN, Kolom, Lembar
from sakip.exchange.pembaca import BarisMentah, Galat, Mentah
from sakip.exchange.sel import Daftar, SelTidakSah, singkat
from sakip.snapshot.masukan import TAHUN_LALU_MAKSIMUM
from sakip.tanggal import TanggalTidakSah, urai_bulan, urai_tanggal

_MASA_TENTU = re.compile(
    r"(?P<nama>.+?)\s*\((?P<jabatan>[^()]+?)\s+sejak\s+(?P<mulai>[^()]+)\)", re.IGNORECASE
)

#: Columns without which a row of prefilled indikator says nothing.
_ISIAN_NILAI: Final = ("keadaan", "nilai", "pembilang", "penyebut", "alasan", "cetak", "catatan", "sumber")


@dataclass(kw_only=True)
class Baris:
    """A row of a sheet. ``nilai`` has what was filled in and could be read; ``nomor`` is None for a recorded row."""

    lembar: Lembar
    nomor: int | None
    nilai: dict[str, Any]
    rusak: set[str] = field(default_factory=set)

    def __getitem__(self, kunci: str) -> Any:
        return self.nilai.get(kunci)


Tabel = dict[str, list[Baris]]
"""Rows by sheet; every sheet is there."""


@dataclass(frozen=True, kw_only=True)
class Uraian:
    """What a file says, what is wrong with it, and what its reader should know."""

    tabel: Tabel
    galat: list[Galat]
    catatan: list[str]


def urai(mentah: Mentah, catatan: Catatan) -> Uraian:
    """Read the values of a file against what is recorded and what may be referred to."""
    return _Pengurai(mentah, catatan).urai()


class _Pengurai:
    def __init__(self, mentah: Mentah, catatan: Catatan) -> None:
        self.mentah = mentah
        self.catatan = catatan
        self.rujukan = catatan.rujukan
        self.konteks = catatan.rujukan.konteks
        self.galat: list[Galat] = list(mentah.galat)
        self.tabel: Tabel = {}

    def urai(self) -> Uraian:
        pesan = list(self.mentah.catatan)
        rusak = {g.lembar for g in self.mentah.galat}
        hilang = []
        for lembar in self.catatan.buku.lembar:
            if (mentah := self.mentah.lembar.get(lembar.nama)) is not None:
                self.tabel[lembar.nama] = [b for m in mentah if (b := self._baris(lembar, m))]
            else:
                self.tabel[lembar.nama] = list(self._tercatat(lembar))
                if lembar.nama not in rusak:
                    hilang.append(lembar.nama)
        if hilang:
            pesan.append(
                f"Lembar yang tidak ada dalam berkas dibiarkan seperti adanya di situs: {', '.join(hilang)}."
            )
        self._lengkapi()
        for lembar in self.catatan.buku.lembar:
            if lembar.nama in self.mentah.lembar:
                self._periksa(lembar)
        return Uraian(tabel=self.tabel, galat=self.galat, catatan=pesan)

    def tolak(self, baris: Baris, kolom: str, pesan: str) -> None:
        """Note an error, unless the cell is known to be wrong already."""
        if kolom in baris.rusak:
            return
        judul = baris.lembar[kolom].judul if kolom else ""
        self.galat.append(Galat(pesan=pesan, lembar=baris.lembar.nama, baris=baris.nomor, kolom=judul))
        baris.rusak.add(kolom)

    # -- cells -------------------------------------------------------------------------------------

    def _baris(self, lembar: Lembar, mentah: BarisMentah) -> Baris | None:
        baris = Baris(lembar=lembar, nomor=mentah.nomor, nilai={})
        for kunci, pesan in mentah.rusak.items():
            self.tolak(baris, kunci, pesan)
        for kunci, sel in mentah.sel.items():
            kolom = lembar[kunci]
            try:
                baris.nilai[kunci] = _sah(kolom, kolom.jenis.baca(sel, self.konteks))
            except SelTidakSah as galat:
                self.tolak(baris, kunci, str(galat))
        if lembar.nama == "Realisasi" and not (baris.nilai.keys() | baris.rusak) & set(_ISIAN_NILAI):
            return None  # a prefilled row in which nobody wrote anything
        return baris

    def _tercatat(self, lembar: Lembar) -> Iterator[Baris]:
        """The recorded rows as the workbook would have said them."""
        for isi in self.catatan.isi[lembar.nama]:
            nilai = {
                kolom.kunci: kolom.jenis.baca(sel, self.konteks)
                for kolom in lembar.terbaca
                if isi.get(kolom.kunci) is not None
                and (sel := kolom.jenis.tulis(isi[kolom.kunci])) not in (None, "")
            }
            if lembar.nama == "Realisasi" and not nilai.keys() & set(_ISIAN_NILAI):
                continue
            yield Baris(lembar=lembar, nomor=None, nilai=nilai)

    # -- what an empty cell means ------------------------------------------------------------------

    def _lengkapi(self) -> None:
        """Fill in what may be left empty because there is only one thing it can mean."""
        renstra = self.tabel["Renstra"]
        for baris in renstra:
            baris.nilai.setdefault("versi", 0)
        awal = {b["tahun_awal"] for b in renstra if b["tahun_awal"]}
        versi = {b["versi"] for b in renstra}
        for nama in ("Tujuan", "IndikatorTujuan", "TargetTujuan", "Sasaran", "Indikator", "TargetRenstra"):
            for baris in self.tabel[nama]:
                if len(awal) == 1:
                    baris.nilai.setdefault("tahun_awal", next(iter(awal)))
                baris.nilai.setdefault("versi", next(iter(versi)) if len(versi) == 1 else 0)
        for nama in ("Dokumen", "PK", "PKAnggaran", "Realisasi", "Pembanding"):
            for baris in self.tabel[nama]:
                if "tahun" not in baris.rusak:
                    baris.nilai.setdefault("tahun", self.catatan.tahun)
                if nama not in ("Realisasi", "Pembanding"):
                    baris.nilai.setdefault("versi", 0)
        for baris in self.tabel["Realisasi"]:
            baris.nilai.setdefault("triwulan", 0)

    # -- rows --------------------------------------------------------------------------------------

    def _periksa(self, lembar: Lembar) -> None:
        baris = self.tabel[lembar.nama]
        khusus: Callable[[Sequence[Baris]], None] | None = getattr(
            self, f"_lembar_{lembar.nama.lower()}", None
        )
        for satu in baris:
            for kolom in lembar.kolom:
                if kolom.wajib and kolom.kunci not in satu.nilai and not lembar.tegak:
                    self.tolak(satu, kolom.kunci, f"Isi {kolom.arti}.")
                if kolom.acuan and kolom.kunci in satu.nilai:
                    self._periksa_acuan(satu, kolom)
        if khusus is not None:
            khusus(baris)
        self._periksa_kembar(lembar, baris)

    def _periksa_kembar(self, lembar: Lembar, baris: Sequence[Baris]) -> None:
        if not lembar.unik:
            return
        pertama: dict[tuple[Any, ...], Baris] = {}
        for satu in baris:
            tanda = tuple(satu[k] for k in lembar.unik)
            if satu.rusak & set(lembar.unik) or (tanda == (None,) and lembar.nama == "RencanaAksi"):
                continue
            lain = pertama.setdefault(tanda, satu)
            if lain is not satu:
                sebutan = " dan ".join(lembar[k].judul.lower() for k in lembar.unik)
                self.tolak(
                    satu, "", f"{sebutan} sama dengan baris {lain.nomor}. Hapus salah satu, atau perbaiki."
                )

    def _periksa_acuan(self, baris: Baris, kolom: Kolom) -> None:
        nilai = baris[kolom.kunci]
        if kolom.acuan == NOMENKLATUR:
            self._acuan_kode(baris, kolom, nilai)
        elif kolom.acuan == "Pejabat":
            self._acuan_pejabat(baris, kolom, nilai)
        else:
            pilihan = self._pilihan(kolom.acuan, baris)
            for satu in nilai if isinstance(kolom.jenis, Daftar) else [nilai]:
                if satu not in pilihan:
                    self.tolak(
                        baris, kolom.kunci, f'"{singkat(satu)}" tidak dikenal. {_saran(kolom, pilihan)}'
                    )
                    break

    def _pilihan(self, acuan: str, baris: Baris) -> Mapping[str, object] | frozenset[str]:
        """Keys that a cell of this row may refer to."""
        match acuan:
            case "Skala":
                return self.rujukan.skala
            case "Golongan":
                return frozenset(self.rujukan.golongan)
            case _ if acuan == PERATURAN:
                return self.rujukan.peraturan
            case "SasaranIndikator":
                return self._pilihan("Sasaran", baris) | self._pilihan("Indikator", baris)  # type: ignore[operator]
            case "Anggaran":
                return frozenset(b["kode"] or "" for b in self.tabel["Anggaran"])
            case "Belanja" | "UnitKerja":
                semua = self.tabel[acuan]
                if baris.lembar.nama == acuan:  # a group is written before what belongs to it
                    semua = semua[: next(i for i, b in enumerate(semua) if b is baris)]
                return frozenset(b["kode" if acuan == "Belanja" else "kunci"] or "" for b in semua)
            case _:
                lain = {"Sasaran": self.rujukan.sasaran_lain, "Indikator": self.rujukan.indikator_lain}
                return self._kunci_renstra(acuan, baris) | (
                    lain.get(acuan, frozenset()) if "tahun_awal" not in baris.nilai else frozenset()
                )

    def _kunci_renstra(self, lembar: str, baris: Baris) -> frozenset[str]:
        """Keys of a Renstra sheet: of the row's own version where it says one, else of all."""
        versi = {k: baris[k] for k in ("tahun_awal", "versi")} if "tahun_awal" in baris.nilai else {}
        return frozenset(
            b["kunci"]
            for b in self.tabel[lembar]
            if b["kunci"] and all(b[k] == nilai for k, nilai in versi.items())
        )

    def _acuan_kode(self, baris: Baris, kolom: Kolom, kode: str) -> None:
        versi = versi_kode(self.catatan, baris)
        if self.rujukan.urai_kode(kode, versi) is None:
            self.tolak(
                baris,
                kolom.kunci,
                f'"{singkat(kode)}" tidak ada dalam nomenklatur {versi}.'
                f" Salin kodenya dari lembar {NOMENKLATUR}, dan ketik sebagai teks.",
            )

    def _acuan_pejabat(self, baris: Baris, kolom: Kolom, teks: str) -> None:
        nama, _ = urai_pejabat(teks)
        kunci = cari_pejabat(self.tabel["Pejabat"], nama)
        if len(kunci) == 1:
            return
        if kunci:
            pesan = f'ada beberapa pejabat bernama "{singkat(nama)}". Tulis NIP-nya: {", ".join(kunci)}.'
        else:
            ada = list(dict.fromkeys(b["nama"] for b in self.tabel["Pejabat"] if b["nama"]))
            pesan = (
                f'"{singkat(nama)}" tidak ada pada lembar Pejabat.'
                f" {'Tulis salah satu: ' + '; '.join(ada[:5]) + '.' if ada else 'Isi dahulu lembar Pejabat.'}"
            )
        self.tolak(baris, kolom.kunci, pesan)

    # -- sheets ------------------------------------------------------------------------------------

    def _versi_renstra(self, semua: Sequence[Baris]) -> None:
        """The version that a row names is on the sheet Renstra."""
        ada = {(b["tahun_awal"], b["versi"]) for b in self.tabel["Renstra"]}
        for b in semua:
            if b.rusak & {"tahun_awal", "versi"}:
                continue
            if b["tahun_awal"] is None:
                pesan = "Isi tahun awal Renstra." if ada else "Isi dahulu lembar Renstra."
                self.tolak(b, "tahun_awal", pesan)
            elif (b["tahun_awal"], b["versi"]) not in ada:
                self.tolak(
                    b,
                    "versi",
                    f"Renstra {b['tahun_awal']} versi {b['versi']} tidak ada pada lembar Renstra. Perbaiki versinya.",
                )

    def _lembar_renstra(self, semua: Sequence[Baris]) -> None:
        for b in semua:
            if b["tahun_awal"] and b["tahun_akhir"]:
                if b["tahun_akhir"] < b["tahun_awal"]:
                    self.tolak(
                        b, "tahun_akhir", "Isi tahun akhir yang tidak lebih awal daripada tahun awalnya."
                    )
                elif not b["tahun_awal"] <= self.catatan.tahun <= b["tahun_akhir"]:
                    self.tolak(
                        b,
                        "tahun_awal",
                        f"Renstra {b['tahun_awal']}–{b['tahun_akhir']} tidak meliputi tahun {self.catatan.tahun}."
                        " Isi Renstra yang berlaku pada tahun buku kerja.",
                    )
            if b["misi_diacu"] is not None and b["rpjmd"] is None:
                self.tolak(b, "rpjmd", "Isi tahun awal RPJMD yang memuat misi yang diacu.")

    def _lembar_tujuan(self, semua: Sequence[Baris]) -> None:
        self._versi_renstra(semua)

    def _lembar_indikatortujuan(self, semua: Sequence[Baris]) -> None:
        self._versi_renstra(semua)

    def _lembar_targettujuan(self, semua: Sequence[Baris]) -> None:
        self._versi_renstra(semua)
        kolom = ("tahun_awal", "versi", "tujuan", "nomor")
        ada = {tuple(b[k] for k in kolom) for b in self.tabel["IndikatorTujuan"]}
        for b in semua:
            if not b.rusak & set(kolom) and tuple(b[k] for k in kolom) not in ada:
                self.tolak(
                    b,
                    "nomor",
                    f"indikator nomor {b['nomor']} tujuan {b['tujuan']} tidak ada pada lembar IndikatorTujuan.",
                )

    def _lembar_sasaran(self, semua: Sequence[Baris]) -> None:
        self._versi_renstra(semua)
        self._periksa_bobot(semua)
        sasaran = {b["uraian"] for b in self.tabel["RPJMD"] if b["jenis"] == "sasaran"}
        for b in semua:
            if b["sasaran_rpjmd"] and self.tabel["RPJMD"] and b["sasaran_rpjmd"] not in sasaran:
                self.tolak(
                    b,
                    "sasaran_rpjmd",
                    f'"{singkat(b["sasaran_rpjmd"])}" tidak ada pada lembar RPJMD. Salin uraiannya dengan tepat.',
                )

    def _periksa_bobot(self, semua: Sequence[Baris]) -> None:
        for b in semua:
            if b["bobot"] is not None and not 0 < float(b["bobot"]) <= 100:
                self.tolak(b, "bobot", "Isi bobot lebih dari 0 sampai 100 persen.")

    def _lembar_indikator(self, semua: Sequence[Baris]) -> None:
        self._versi_renstra(semua)
        self._periksa_bobot(semua)
        self._periksa_pecahan(semua)
        sah = {"angka": ("positif", "negatif"), "huruf": ("predikat",), "rentang": ("rentang",)}
        for b in semua:
            jenis = b["jenis_nilai"] or "angka"
            if "jenis_nilai" in b.rusak or "rumus" in b.rusak:
                continue
            if (b["rumus"] or sah[jenis][0]) not in sah[jenis]:
                self.tolak(
                    b,
                    "rumus",
                    "tidak sesuai dengan jenis nilai: Angka memakai semakin tinggi atau semakin rendah, Huruf"
                    " memakai huruf pada skala, Rentang memakai terbaik di dalam rentang.",
                )
            elif jenis == "huruf" and not b["skala"]:
                self.tolak(b, "skala", "Isi skala hurufnya.")

    def _periksa_pecahan(self, semua: Sequence[Baris]) -> None:
        for b in semua:
            if bool(b["pembilang"]) != bool(b["penyebut"]) and not b.rusak & {"pembilang", "penyebut"}:
                kosong = "penyebut" if b["pembilang"] else "pembilang"
                self.tolak(b, kosong, "Isi pembilang dan penyebut, atau kosongkan keduanya.")

    def _lembar_iku(self, semua: Sequence[Baris]) -> None:
        self._periksa_pecahan(semua)

    def _lembar_targetrenstra(self, semua: Sequence[Baris]) -> None:
        self._versi_renstra(semua)

    def _lembar_rpjmd(self, semua: Sequence[Baris]) -> None:
        """An outline: one period, then misi, below each its tujuan, below each its sasaran."""
        di_atas: set[str] = set()
        for b in semua:
            jenis = b["jenis"]
            perlu = {"misi": "periode", "tujuan": "misi", "sasaran": "tujuan"}.get(jenis or "")
            if jenis is None:
                continue
            if jenis == "periode" and di_atas:
                self.tolak(b, "jenis", "Hanya satu periode per buku kerja. Hapus baris ini.")
            elif perlu and perlu not in di_atas:
                self.tolak(b, "jenis", f"Tulis {perlu} di atas {jenis} ini.")
            if jenis in ("periode", "misi") and b["nomor"] is None:
                self.tolak(b, "nomor", "Isi tahun awal periode." if jenis == "periode" else "Isi nomor misi.")
            if jenis == "periode" and b["nomor"] is not None and not 2000 <= b["nomor"] <= 2100:
                self.tolak(b, "nomor", "Isi tahun awal periode, misalnya 2021.")
            if jenis == "periode" and b["tahun_akhir"] is None:
                self.tolak(b, "tahun_akhir", "Isi tahun akhir periode.")
            if jenis != "periode" and not b["uraian"]:
                self.tolak(b, "uraian", f"Isi uraian {jenis}.")
            di_atas.add(jenis)
            di_atas -= {"periode": set(), "misi": {"tujuan"}, "tujuan": set(), "sasaran": set()}[jenis]

    def _lembar_unitkerja(self, semua: Sequence[Baris]) -> None:
        for b in semua:
            if b["jenis"] == "camat" and b["induk"]:
                self.tolak(b, "induk", "Kosongkan: camat tidak memiliki atasan dalam kecamatan.")
            elif b["jenis"] and b["jenis"] != "camat" and not b["induk"]:
                self.tolak(
                    b, "induk", "Isi kunci atasan langsung unit ini; hanya camat yang tidak memilikinya."
                )
        camat = [b for b in semua if b["jenis"] == "camat"]
        for b in camat[1:]:
            self.tolak(b, "jenis", f"unit camat sudah ada pada baris {camat[0].nomor}. Hapus salah satu.")

    def _lembar_pejabat(self, semua: Sequence[Baris]) -> None:
        nama_nip: dict[str, Baris] = {}
        masa: dict[tuple[Any, ...], Baris] = {}
        for b in semua:
            if b["nip"]:
                try:
                    b.nilai["nip"] = urai_nip(b["nip"]).angka
                except NipTidakSah as galat:
                    self.tolak(b, "nip", str(galat))
                    continue
                lain = nama_nip.setdefault(b["nip"], b)
                if lain["nama"] and b["nama"] and lain["nama"] != b["nama"]:
                    self.tolak(b, "nama", f"NIP ini atas nama lain pada baris {lain.nomor}. Samakan namanya.")
            if b["mulai"] and b["sampai"] and b["sampai"] < b["mulai"]:
                self.tolak(
                    b, "sampai", "Isi tanggal akhir jabatan yang tidak lebih awal daripada tanggal mulainya."
                )
            tanda = (b["nip"] or b["nama"], b["jabatan"], b["mulai"])
            lain = masa.setdefault(tanda, b)
            if lain is not b and None not in tanda:
                self.tolak(
                    b, "mulai", f"masa jabatan ini sudah ada pada baris {lain.nomor}. Hapus salah satu."
                )

    def _lembar_profilfakta(self, semua: Sequence[Baris]) -> None:
        for b in semua:
            if b["nilai"] is None and not b["teks"] and "nilai" not in b.rusak:
                self.tolak(b, "nilai", "Isi nilai fakta dengan angka atau kata-kata.")

    def _lembar_profil(self, semua: Sequence[Baris]) -> None:
        for b in semua:
            if b["luas_km2"] is not None and float(b["luas_km2"]) <= 0:
                self.tolak(b, "luas_km2", "Isi luas wilayah lebih dari 0 km².")

    def _lembar_dokumen(self, semua: Sequence[Baris]) -> None:
        tahun = self.catatan.tahun
        for b in semua:
            dokumen = b["dokumen"]
            if b["tanggal"] and b["tanggal_cetak"]:
                self.tolak(
                    b,
                    "tanggal_cetak",
                    "Isi tanggal, atau tanggal seperti tercetak bila harinya tidak diketahui; jangan keduanya.",
                )
            elif b["tanggal_cetak"] and (b["penandatangan"] or b["pihak_kedua"]):
                try:
                    urai_bulan(b["tanggal_cetak"])
                except TanggalTidakSah as galat:
                    self.tolak(b, "tanggal_cetak", str(galat))
            if dokumen != "pk":
                if b["tahun"] is not None and b["tahun"] != tahun:
                    self.tolak(b, "tahun", f"Kosongkan, atau isi {tahun}.")
                if b["versi"]:
                    self.tolak(b, "versi", "Kosongkan; hanya PK yang berversi.")
            elif b["alasan"] and not b["versi"]:
                self.tolak(b, "alasan", "Kosongkan; alasan hanya untuk PK perubahan.")
            elif b["tahun"] is not None and b["tahun"] > tahun:
                self.tolak(b, "tahun", f"Isi {tahun} atau tahun sebelumnya.")

    def _lembar_pk(self, semua: Sequence[Baris]) -> None:
        self._periksa_tahun_pk(semua)
        pertama: dict[tuple[Any, ...], Baris] = {}
        for b in semua:
            if not b["kunci_indikator"]:
                continue
            lain = pertama.setdefault((b["tahun"], b["versi"], b["kunci_indikator"]), b)
            if lain is not b:
                self.tolak(
                    b,
                    "kunci_indikator",
                    f"indikator ini sudah ada pada baris {lain.nomor}. Hapus salah satu.",
                )

    def _lembar_pkanggaran(self, semua: Sequence[Baris]) -> None:
        self._periksa_tahun_pk(semua)
        for b in semua:
            kolom = self._jenjang(b)
            if kolom and kolom["kegiatan"]:
                self.tolak(b, "kode", "Tulis kode program, bukan kegiatan atau sub kegiatan.")

    def _periksa_tahun_pk(self, semua: Sequence[Baris]) -> None:
        for b in semua:
            if b["tahun"] is not None and b["tahun"] > self.catatan.tahun:
                self.tolak(b, "tahun", f"Isi {self.catatan.tahun} atau tahun sebelumnya.")

    def _jenjang(self, b: Baris) -> dict[str, str] | None:
        if not b["kode"] or "kode" in b.rusak:
            return None
        return self.rujukan.urai_kode(b["kode"], versi_kode(self.catatan, b))

    def _lembar_rktkegiatan(self, semua: Sequence[Baris]) -> None:
        """The first row of a number has the code; the following ones add indikator."""
        pertama: dict[int, Baris] = {}
        for b in semua:
            nomor = b["nomor"]
            lain = b if nomor is None else pertama.setdefault(nomor, b)
            if lain is b:
                if not b["kode"]:
                    self.tolak(b, "kode", "Isi kode program, kegiatan, atau sub kegiatan.")
            else:
                for kolom in ("kode", "sasaran", "anggaran", "penanggung_jawab"):
                    if b[kolom] is not None and b[kolom] != lain[kolom]:
                        self.tolak(
                            b,
                            kolom,
                            f"berbeda dengan baris {lain.nomor} yang bernomor sama. Kosongkan, atau beri nomor lain.",
                        )
                if not b["uraian"]:
                    self.tolak(b, "uraian", "Isi uraian indikator.")
            if not b["uraian"] and (b["target"] or b["satuan"]):
                self.tolak(b, "uraian", "Isi uraian indikator.")

    def _lembar_dukunganprogram(self, semua: Sequence[Baris]) -> None:
        for b in semua:
            kolom = self._jenjang(b)
            if kolom and kolom["kegiatan"]:
                self.tolak(b, "kode", "Tulis kode program, bukan kegiatan atau sub kegiatan.")

    def _lembar_rencanaaksi(self, semua: Sequence[Baris]) -> None:
        for b in semua:
            for n in range(1, 5):
                if b[f"cetak_{n}"] and b[f"target_{n}"] is None:
                    self.tolak(b, f"target_{n}", "Isi target triwulan itu, atau kosongkan bentuk cetaknya.")

    def _lembar_rencanaaksikegiatan(self, semua: Sequence[Baris]) -> None:
        ada = {b["nomor"] for b in self.tabel["RencanaAksi"]}
        for b in semua:
            if b["nomor"] is not None and b["nomor"] not in ada:
                self.tolak(b, "nomor", f"baris nomor {b['nomor']} tidak ada pada lembar RencanaAksi.")

    def _periksa_nilai(self, semua: Sequence[Baris], kolom_nilai: str) -> None:
        for b in semua:
            if b.rusak & {"keadaan", "nilai", "pembilang", "penyebut"}:
                continue
            cara = sum((b["nilai"] is not None, b["pembilang"] is not None or b["penyebut"] is not None))
            if (b["keadaan"] or ("tidak tersedia" if b["alasan"] and not cara else "terisi")) == "terisi":
                if cara != 1:
                    self.tolak(
                        b,
                        kolom_nilai,
                        "Isi nilai dengan satu cara saja: angka, huruf, atau pembilang dan penyebut."
                        if cara
                        else 'Isi nilainya, atau pilih keadaan "Tidak tersedia" dan isi alasannya.',
                    )
                elif b["alasan"]:
                    self.tolak(b, "alasan", 'Kosongkan alasan, atau pilih keadaan "Tidak tersedia".')
                elif b["nilai"] is None:
                    self._periksa_pecahan_nilai(b)
            elif cara:
                self.tolak(b, kolom_nilai, 'Kosongkan nilainya, atau pilih keadaan "Terisi".')
            elif not b["alasan"]:
                self.tolak(b, "alasan", "Isi alasan nilai tidak tersedia.")

    def _periksa_pecahan_nilai(self, b: Baris) -> None:
        for kolom in ("pembilang", "penyebut"):
            if b[kolom] is None:
                self.tolak(b, kolom, f"Isi {kolom}.")
        if b["penyebut"] is not None and float(b["penyebut"]) <= 0:
            self.tolak(b, "penyebut", "Isi penyebut lebih dari 0.")

    def _lembar_realisasi(self, semua: Sequence[Baris]) -> None:
        self._periksa_nilai(semua, "nilai")
        awal = self.catatan.tahun - TAHUN_LALU_MAKSIMUM
        for b in semua:
            if b["tahun"] is not None and not awal <= b["tahun"] <= self.catatan.tahun:
                self.tolak(b, "tahun", f"Isi tahun antara {awal} dan {self.catatan.tahun}.")

    def _lembar_pembanding(self, semua: Sequence[Baris]) -> None:
        self._periksa_nilai(semua, "nilai")

    def _lembar_anggaran(self, semua: Sequence[Baris]) -> None:
        for b in semua:
            if not b["kode"] and b["rinci"] is not False and "kode" not in b.rusak:
                self.tolak(
                    b,
                    "kode",
                    "Isi kode program; hanya sisa yang tidak dirinci (Dirinci: Tidak) boleh tanpa kode.",
                )

    def _lembar_keluaran(self, semua: Sequence[Baris]) -> None:
        tanpa_kode = any(not b["kode"] for b in self.tabel["Anggaran"])
        for b in semua:
            if not b["kode"] and not tanpa_kode:
                self.tolak(b, "kode", "Isi kode pada lembar Anggaran.")
            terisi = b["realisasi"] is not None or bool(b["realisasi_cetak"])
            if "realisasi" not in b.rusak and b["keadaan"] and (b["keadaan"] == "terisi") != terisi:
                self.tolak(
                    b, "keadaan", 'Isi realisasi dan pilih keadaan "Terisi", atau kosongkan realisasi.'
                )

    def _lembar_anggaranlalu(self, semua: Sequence[Baris]) -> None:
        for b in semua:
            if b["tahun"] is not None and b["tahun"] >= self.catatan.tahun:
                self.tolak(b, "tahun", f"Isi tahun sebelum {self.catatan.tahun}.")

    def _lembar_narasi(self, semua: Sequence[Baris]) -> None:
        pertama: dict[tuple[Any, ...], Baris] = {}
        for b in semua:
            tanda = (b["bagian"], b["kunci"] or "")
            if b["bagian"] is None:
                continue
            if b["lanjutan"]:
                if tanda not in pertama:
                    self.tolak(b, "lanjutan", "Tidak ada baris dengan bagian dan kunci ini di atasnya.")
                continue
            lain = pertama.setdefault(tanda, b)
            if lain is not b:
                self.tolak(
                    b, "bagian", f"sudah ditulis pada baris {lain.nomor}. Gabungkan, atau hapus salah satu."
                )


def versi_kode(catatan: Catatan, baris: Baris) -> str:
    """The nomenklatur version in which the codes of a row are written."""
    if baris.lembar.nama == "RKTKegiatan":
        return catatan.nomenklatur_rkt
    tahun = baris["tahun"] if baris.lembar.nama == "PKAnggaran" else None
    if tahun is not None and tahun != catatan.tahun:
        return catatan.rujukan.versi_untuk(tahun) or catatan.nomenklatur
    return catatan.nomenklatur


def urai_pejabat(teks: str) -> tuple[str, str]:
    """ "NAMA (Plt. Camat sejak 2 Januari 2023)" → name and, where given, the term as the loader takes it."""
    cocok = _MASA_TENTU.fullmatch(teks)
    if cocok is None:
        return teks, ""
    jabatan = next(
        (
            kode
            for kode, sebutan in MasaJabatan.Jabatan.choices
            if sebutan.casefold() == cocok["jabatan"].casefold()
        ),
        None,
    )
    try:
        mulai = urai_tanggal(cocok["mulai"])
    except TanggalTidakSah:
        return teks, ""
    return (cocok["nama"], f"{jabatan}{TENTU}{mulai.isoformat()}") if jabatan else (teks, "")


def cari_pejabat(semua: Sequence[Baris], nama: str) -> list[str]:
    """Keys of the persons with that name or NIP: their name, or their NIP where several share the name."""
    orang = {(b["nama"], b["nip"] or "") for b in semua if b["nama"]}
    angka = re.sub(r"\D", "", nama)
    cocok = sorted(o for o in orang if o[0] == nama or (len(angka) == 18 and o[1] == angka))
    return [kunci_pejabat(semua, *satu) for satu in cocok]


def kunci_pejabat(semua: Sequence[Baris], nama: str, nip: str) -> str:
    """The key of a person in this workbook."""
    senama = {b["nip"] or "" for b in semua if b["nama"] == nama}
    return nip if len(senama) > 1 and nip else nama


def _sah(kolom: Kolom, nilai: Any) -> Any:
    """The value, if its model field takes it."""
    bidang = kolom.field()
    if bidang is not None and nilai not in ("", None):
        try:
            bidang.run_validators(bidang.to_python(nilai))
        except ValidationError as galat:
            raise SelTidakSah(f'"{singkat(nilai)}" tidak dapat disimpan. {galat.messages[0]}') from galat
    return nilai


def _saran(kolom: Kolom, pilihan: Mapping[str, object] | frozenset[str]) -> str:
    ada = sorted(p for p in pilihan if p)
    if not ada:
        return f"Isi dahulu lembar {kolom.acuan}."
    return f"Isi salah satu dari {', '.join(ada[:8])}{' …' if len(ada) > 8 else ''}."

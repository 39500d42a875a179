"""Values of sheets → the nested document that the loader of contoh files reads, each part knowing where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from kecamatan.bacaan import BerkasTidakSah, Objek
from kecamatan.services.contoh import TENTU
from sakip.exchange.catatan import Catatan
from sakip.exchange.lembar import ALAMAT, PROFIL, Lembar
from sakip.exchange.pembaca import Galat
from sakip.exchange.teks_narasi import ke_html, sambung
from sakip.exchange.urai import (
    Baris,
    Tabel,
    Uraian,
    cari_pejabat,
    kunci_pejabat,
    urai_pejabat,
    versi_kode,
)

#: Keys of the loader's document that stand in a column of another name.
_NAMA_LAIN: Final = {
    "program": "kode",
    "kegiatan": "kode",
    "sub_kegiatan": "kode",
    "angka": "nilai",
    "huruf": "nilai",
    "pihak_pertama": "penandatangan",
    "tujuan": "tujuan",
}


class Isi(dict[str, Any]):
    """An object of the document that knows the row it was read from."""

    def __init__(
        self, isi: Mapping[str, Any], baris: Baris | None = None, lembar: Lembar | None = None
    ) -> None:
        super().__init__(isi)
        self.baris = baris
        self.lembar = baris.lembar if baris else lembar

    def galat(self, pesan: str, kunci: str) -> Galat:
        """An error about one key of this object, or about all of it."""
        if self.lembar is None:
            return Galat(pesan=pesan)
        kunci = re.sub(r"\[.*", "", kunci)
        kolom = {k.kunci: k.judul for k in self.lembar.kolom}
        return Galat(
            pesan=pesan,
            lembar=self.lembar.nama,
            baris=self.baris.nomor if self.baris else None,
            kolom=kolom.get(kunci) or kolom.get(_NAMA_LAIN.get(kunci, ""), ""),
        )


class GalatBuku(BerkasTidakSah):
    """A refusal with its place in the workbook."""

    def __init__(self, galat: Galat) -> None:
        super().__init__(str(galat))
        self.galat = galat


class ObjekBuku(Objek):
    """A part of the document; its errors name sheet, row and column."""

    def galat(self, pesan: str, kunci: str = "") -> BerkasTidakSah:
        """The error for a value of this object (``kunci``) or for the object as a whole."""
        isi = getattr(self, "isi", None)
        return GalatBuku(isi.galat(pesan, kunci) if isinstance(isi, Isi) else Galat(pesan=pesan))


def rakit(uraian: Uraian, catatan: Catatan) -> ObjekBuku:
    """Put the document together. Call it only for values without errors."""
    return ObjekBuku(_Perakit(uraian.tabel, catatan).dokumen(), berkas="buku kerja")


class _Perakit:
    def __init__(self, tabel: Tabel, catatan: Catatan) -> None:
        self.tabel = tabel
        self.catatan = catatan
        self.lembar = {lembar.nama: lembar for lembar in catatan.buku.lembar}

    def dokumen(self) -> Isi:
        """Everything the loader takes."""
        kepala = self._kepala()
        return Isi(
            {
                "kecamatan": self.catatan.kecamatan.kode,
                "tahun": self.catatan.tahun,
                "nomenklatur": self.catatan.nomenklatur,
                "nomenklatur_rkt": self.catatan.nomenklatur_rkt,
                "alamat": self._tegak(ALAMAT),
                "profil": self._profil(),
                "desa": [Isi(_ambil(b, "nama", "jenis", "status"), b) for b in self.tabel["Desa"]],
                "unit_kerja": [
                    Isi(_ambil(b, "kunci", "nama", "jenis", "induk"), b) for b in self.tabel["UnitKerja"]
                ],
                "sdm": [
                    Isi(_ambil(b, "kelompok", "uraian", "golongan", "asn", "non_asn", "keterangan"), b)
                    for b in self.tabel["SDM"]
                ],
                "pejabat": self._pejabat(),
                "rpjmd": self._rpjmd(),
                "misi_diacu": None,
                "renstra": [self._renstra(b) for b in self.tabel["Renstra"]],
                "rkt": self._rkt(kepala.get("rkt")),
                "pk": self._pk(lalu=False),
                "pk_lalu": self._pk(lalu=True),
                "iku": self._iku(kepala.get("iku")),
                "rencana_aksi": self._rencana_aksi(kepala.get("rencana_aksi")),
                "realisasi": [
                    Isi(_ambil(b, "kunci_indikator", "tahun", "triwulan", "catatan", "sumber") | _nilai(b), b)
                    for b in self.tabel["Realisasi"]
                ],
                "pembanding": [
                    Isi(_ambil(b, "kunci_indikator", "lingkup", "tahun", "sumber") | _nilai(b), b)
                    for b in self.tabel["Pembanding"]
                ],
                "anggaran": self._anggaran(),
                "anggaran_lalu": [
                    Isi(_ambil(b, "tahun", "pagu", "realisasi", "sumber"), b)
                    for b in self.tabel["AnggaranLalu"]
                ],
                "belanja": [
                    Isi(_ambil(b, "kode", "nama", "induk", "pagu", "realisasi"), b)
                    for b in self.tabel["Belanja"]
                ],
                "dukungan": [
                    Isi({"sasaran": b["sasaran"], "program": [self._jenjang(b)["program"]]}, b)
                    for b in self.tabel["DukunganProgram"]
                ],
                "narasi": self._narasi(),
                "laporan": self._laporan(kepala.get("laporan")),
            }
        )

    # -- helpers -----------------------------------------------------------------------------------

    def _isi(self, isi: Mapping[str, Any], lembar: str, baris: Baris | None = None) -> Isi:
        return Isi(isi, baris, self.lembar[lembar])

    def _kepala(self) -> dict[str, Baris]:
        return {b["dokumen"]: b for b in self.tabel["Dokumen"] if b["dokumen"] != "pk"}

    def _jenjang(self, b: Baris) -> dict[str, str]:
        kosong = {"program": "", "kegiatan": "", "sub_kegiatan": ""}
        if not b["kode"]:
            return kosong
        return self.catatan.rujukan.urai_kode(b["kode"], versi_kode(self.catatan, b)) or kosong

    def _orang(self, b: Baris | None, kolom: str) -> str:
        """Key of the person that a cell names, with the term where it names one."""
        if b is None or not b[kolom]:
            return ""
        nama, masa = urai_pejabat(b[kolom])
        kunci = cari_pejabat(self.tabel["Pejabat"], nama)
        return TENTU.join([kunci[0] if kunci else nama, *([masa] if masa else [])])

    def _bertanggal(self, b: Baris | None) -> dict[str, Any]:
        return _ambil(b, "tempat", "tanggal", "tanggal_cetak") if b else {}

    # -- who and where -----------------------------------------------------------------------------

    def _tegak(self, kolom: Iterable[str]) -> Isi:
        baris = {k: b for b in self.tabel["Profil"] for k in b.nilai}
        hasil = self._isi({k: baris[k][k] for k in kolom if k in baris}, "Profil")
        return hasil

    def _profil(self) -> Isi | None:
        isi = self._tegak(PROFIL)
        hukum = [b["peraturan"] for b in self.tabel["DasarHukum"] if b["untuk"] == "profil"]
        butir: dict[str, list[str]] = {}
        for b in self.tabel["ProfilButir"]:
            butir.setdefault(b["jenis"], []).append(b["uraian"])
        fakta = [
            Isi(_ambil(b, "kelompok", "uraian", "nilai", "satuan", "teks", "sumber"), b)
            for b in self.tabel["ProfilFakta"]
        ]
        if not (isi or hukum or butir or fakta or self.catatan.berprofil):
            return None
        return self._isi({**isi, "dasar_hukum": hukum, **butir, "fakta": fakta}, "Profil")

    def _pejabat(self) -> list[Isi]:
        """Persons in order of their first row, each with the terms."""
        orang: dict[str, Isi] = {}
        for b in self.tabel["Pejabat"]:
            kunci = kunci_pejabat(self.tabel["Pejabat"], b["nama"], b["nip"] or "")
            isi = orang.setdefault(
                kunci, Isi({"kunci": kunci, "nama": b["nama"], "nip": b["nip"] or "", "masa": []}, b)
            )
            isi["masa"].append(Isi(_ambil(b, "jabatan", "mulai", "sampai", "golongan"), b))
        return list(orang.values())

    # -- plan --------------------------------------------------------------------------------------

    def _rpjmd(self) -> Isi | None:
        """The outline as a tree."""
        periode: Isi | None = None
        for b in self.tabel["RPJMD"]:
            match b["jenis"]:
                case "periode":
                    periode = Isi(
                        {
                            "tahun_awal": b["nomor"],
                            "tahun_akhir": b["tahun_akhir"],
                            "visi": b["uraian"],
                            "dasar": b["dasar"],
                            "misi": [],
                        },
                        b,
                    )
                case "misi" if periode is not None:
                    periode["misi"].append(Isi({"nomor": b["nomor"], "uraian": b["uraian"], "tujuan": []}, b))
                case "tujuan" if periode is not None:
                    periode["misi"][-1]["tujuan"].append(
                        Isi({"uraian": b["uraian"], "indikator": b["indikator"], "sasaran": []}, b)
                    )
                case "sasaran" if periode is not None:
                    periode["misi"][-1]["tujuan"][-1]["sasaran"].append(
                        Isi({"uraian": b["uraian"], "indikator": b["indikator"]}, b)
                    )
        return periode

    def _renstra(self, kepala: Baris) -> Isi:
        return Isi(
            _ambil(
                kepala,
                "tahun_awal",
                "tahun_akhir",
                "versi",
                "dasar",
                "tanggal",
                "sumber",
                "rpjmd",
                "misi_diacu",
            )
            | {"tujuan": [self._tujuan(t) for t in self._milik("Tujuan", kepala)]},
            kepala,
        )

    def _milik(self, lembar: str, induk: Baris, **kolom: Any) -> list[Baris]:
        """Rows of a Renstra sheet in the version of ``induk``, with those values."""
        dicari = {"tahun_awal": induk["tahun_awal"], "versi": induk["versi"]} | kolom
        return [b for b in self.tabel[lembar] if all(b[k] == nilai for k, nilai in dicari.items())]

    def _tujuan(self, t: Baris) -> Isi:
        return Isi(
            _ambil(t, "kunci", "uraian")
            | {
                "indikator": [
                    Isi(
                        _ambil(i, "nama", "satuan")
                        | {
                            "target": self._target_tahun(
                                self._milik("TargetTujuan", t, tujuan=t["kunci"], nomor=i["nomor"])
                            )
                        },
                        i,
                    )
                    for i in sorted(
                        self._milik("IndikatorTujuan", t, tujuan=t["kunci"]), key=lambda i: i["nomor"]
                    )
                ],
                "sasaran": [self._sasaran(s) for s in self._milik("Sasaran", t, tujuan=t["kunci"])],
            },
            t,
        )

    def _sasaran(self, s: Baris) -> Isi:
        return Isi(
            _ambil(s, "kunci", "uraian", "bobot", "strategi", "kebijakan", "program", "sasaran_rpjmd")
            | {"indikator": [self._indikator(i) for i in self._milik("Indikator", s, sasaran=s["kunci"])]},
            s,
        )

    def _indikator(self, i: Baris) -> Isi:
        bawaan = {"angka": "positif", "huruf": "predikat", "rentang": "rentang"}
        jenis = i["jenis_nilai"] or "angka"
        return Isi(
            _ambil(
                i,
                "kunci",
                "nama",
                "satuan",
                "skala",
                "desimal",
                "bobot",
                "pembilang",
                "penyebut",
                "formulasi",
                "penjelasan",
                "penanggung_jawab",
                "sumber_data",
                "iku",
                "dalam_renstra",
            )
            | {
                "jenis_nilai": jenis,
                "rumus": i["rumus"] or bawaan[jenis],
                "akumulasi": i["akumulasi"] or "terakhir",
                "target": self._target_tahun(self._milik("TargetRenstra", i, kunci_indikator=i["kunci"])),
            },
            i,
        )

    def _target_tahun(self, baris: Iterable[Baris]) -> dict[str, Isi]:
        return {str(b["tahun"]): _target(b) or Isi({}, b) for b in baris}

    # -- documents ---------------------------------------------------------------------------------

    def _rkt(self, kepala: Baris | None) -> Isi | None:
        if not (kepala or self.tabel["RKT"] or self.tabel["RKTKegiatan"]):
            return None
        baris: dict[Any, Isi] = {}
        for urut, b in enumerate(self.tabel["RKTKegiatan"]):
            isi = baris.setdefault(
                ("tanpa nomor", urut) if b["nomor"] is None else b["nomor"],
                Isi(
                    _ambil(b, "sasaran", "anggaran", "penanggung_jawab")
                    | self._jenjang(b)
                    | {"indikator": []},
                    b,
                ),
            )
            if b["uraian"]:
                isi["indikator"].append(Isi(_ambil(b, "uraian", "target", "satuan"), b))
        return self._isi(
            self._bertanggal(kepala)
            | {
                "penandatangan": self._orang(kepala, "penandatangan"),
                "sasaran": [
                    Isi(
                        _ambil(b, "sasaran", "indikator", "kunci_indikator", "satuan")
                        | {"target": _target(b)},
                        b,
                    )
                    for b in self.tabel["RKT"]
                ],
                "baris": list(baris.values()),
            },
            "Dokumen",
            kepala,
        )

    def _pk(self, *, lalu: bool) -> list[Isi]:
        """PK of the year, or of earlier ones; one that only has rows has an empty head."""
        kepala = {(b["tahun"], b["versi"]): b for b in self.tabel["Dokumen"] if b["dokumen"] == "pk"}
        semua = {
            (b["tahun"], b["versi"]): None for lembar in ("PK", "PKAnggaran") for b in self.tabel[lembar]
        }
        hasil = []
        for tahun, versi in sorted({*kepala, *semua}):
            if (tahun < self.catatan.tahun) is not lalu:
                continue
            b = kepala.get((tahun, versi))
            isi = self._bertanggal(b) | (_ambil(b, "alasan", "sumber") if b else {})
            hasil.append(
                self._isi(
                    isi
                    | {
                        **({"tahun": tahun} if lalu else {}),
                        "versi": versi,
                        "pihak_pertama": self._orang(b, "penandatangan"),
                        "pihak_kedua": self._orang(b, "pihak_kedua"),
                        "indikator": [
                            Isi(
                                _ambil(
                                    x, "sasaran", "kunci_sasaran", "indikator", "kunci_indikator", "satuan"
                                )
                                | {"target": _target(x)},
                                x,
                            )
                            for x in self.tabel["PK"]
                            if (x["tahun"], x["versi"]) == (tahun, versi)
                        ],
                        "anggaran": [
                            Isi(
                                _ambil(x, "nama", "anggaran", "sumber_dana")
                                | {"program": self._jenjang(x)["program"]},
                                x,
                            )
                            for x in self.tabel["PKAnggaran"]
                            if (x["tahun"], x["versi"]) == (tahun, versi)
                        ],
                    },
                    "Dokumen",
                    b,
                )
            )
        return hasil

    def _iku(self, kepala: Baris | None) -> Isi | None:
        mengingat = [b["peraturan"] for b in self.tabel["DasarHukum"] if b["untuk"] == "iku"]
        if not (kepala or mengingat or self.tabel["IKU"] or self.tabel["IKUButir"]):
            return None
        butir: dict[str, list[str]] = {}
        for b in self.tabel["IKUButir"]:
            butir.setdefault(b["jenis"], []).append(b["uraian"])
        return self._isi(
            self._bertanggal(kepala)
            | (_ambil(kepala, "nomor", "instansi") if kepala else {})
            | {
                "penandatangan": self._orang(kepala, "penandatangan"),
                "mengingat": mengingat,
                **butir,
                "baris": [
                    Isi(
                        _ambil(
                            b,
                            "sasaran",
                            "indikator",
                            "kunci_indikator",
                            "satuan",
                            "pembilang",
                            "penyebut",
                            "formulasi",
                            "penjelasan",
                            "penanggung_jawab",
                            "sumber_data",
                        ),
                        b,
                    )
                    for b in self.tabel["IKU"]
                ],
            },
            "Dokumen",
            kepala,
        )

    def _rencana_aksi(self, kepala: Baris | None) -> Isi | None:
        if not (kepala or self.tabel["RencanaAksi"]):
            return None
        return self._isi(
            self._bertanggal(kepala)
            | {
                "penandatangan": self._orang(kepala, "penandatangan"),
                "baris": [
                    Isi(
                        _ambil(b, "sasaran", "indikator", "kunci_indikator", "satuan")
                        | {
                            "akumulasi": b["akumulasi"] or "kumulatif",
                            "triwulan": [_target(b, f"target_{n}", f"cetak_{n}") for n in range(1, 5)],
                            "kegiatan": [
                                Isi(
                                    _ambil(g, "indikator", "satuan")
                                    | self._jenjang(g)
                                    | {"triwulan": [g[f"triwulan_{n}"] for n in range(1, 5)]},
                                    g,
                                )
                                for g in self.tabel["RencanaAksiKegiatan"]
                                if b["nomor"] is not None and g["nomor"] == b["nomor"]
                            ],
                        },
                        b,
                    )
                    for b in self.tabel["RencanaAksi"]
                ],
            },
            "Dokumen",
            kepala,
        )

    def _anggaran(self) -> list[Isi]:
        return [
            Isi(
                _ambil(b, "rinci", "pagu_murni", "pagu_perubahan", "realisasi", "keterangan")
                | self._jenjang(b)
                | {
                    "keluaran": [
                        Isi(
                            _ambil(
                                o,
                                "uraian",
                                "satuan",
                                "target",
                                "target_cetak",
                                "realisasi",
                                "realisasi_cetak",
                                "keadaan",
                                "keterangan",
                            )
                            | {"jenis": o["jenis"] or "output"},
                            o,
                        )
                        for o in self.tabel["Keluaran"]
                        if (o["kode"] or "") == (b["kode"] or "")
                    ]
                },
                b,
            )
            for b in self.tabel["Anggaran"]
        ]

    # -- narrative ---------------------------------------------------------------------------------

    def _narasi(self) -> list[Isi]:
        """Texts; what was continued on another row is one text again."""
        teks: dict[tuple[str, str], Isi] = {}
        for b in self.tabel["Narasi"]:
            tanda = (b["bagian"], b["kunci"] or "")
            if b["lanjutan"]:
                teks[tanda]["isi"] = sambung(teks[tanda]["isi"], b["isi"])
            else:
                ditinjau = True if b["ditinjau"] is None else b["ditinjau"]
                teks[tanda] = Isi(
                    {"bagian": b["bagian"], "kunci": tanda[1], "isi": b["isi"], "ditinjau": ditinjau}, b
                )
        for isi in teks.values():
            isi["isi"] = ke_html(isi["isi"])
        return list(teks.values())

    def _laporan(self, kepala: Baris | None) -> Isi | None:
        if kepala is None and not self.catatan.berlaporan:
            return None
        return self._isi(self._bertanggal(kepala), "Dokumen", kepala)


def _ambil(b: Baris, *kolom: str) -> dict[str, Any]:
    return {k: b[k] for k in kolom}


def _target(b: Baris, kolom: str = "target", cetak: str = "cetak") -> Isi | None:
    if b[kolom] is None and not b[cetak]:
        return None
    return Isi({**(b[kolom] or {}), "cetak": b[cetak]}, b)


def _nilai(b: Baris) -> dict[str, Any]:
    """Columns of a recorded value; what was left out follows from what is there."""
    keadaan = b["keadaan"] or ("tidak tersedia" if b["alasan"] and b["nilai"] is None else "terisi")
    return {"keadaan": keadaan, **_ambil(b, "pembilang", "penyebut", "alasan", "cetak"), **(b["nilai"] or {})}

"""A kecamatan without records builds its year form by form, and its LKIP holds what was typed.

Without a script: each page does its work by itself. The filled pages are then looked at on a phone, without scripts.
"""

from __future__ import annotations

from tests.e2e import ajung_year as ajung
from tests.e2e.lkip import check_lkip_on_screen
from tests.e2e.site import Site
from tests.e2e.steps import new_account
from tests.e2e.test_accessibility import overflow
from tests.plain_browser import PlainBrowser, enter, name_of, words


def fill_profil(page: PlainBrowser) -> None:
    page.to_content("Profil dan SDM")
    page.follow(f"Ubah Kecamatan {ajung.NAMA}")
    page.fill({"Alamat kantor": ajung.ADDRESS, "Ibu kota kecamatan": ajung.NAMA})
    page.store()
    page.add(
        "Tambah masa jabatan",
        {
            "Nama dengan gelar": ajung.CAMAT,
            "NIP": ajung.NIP,
            "Jabatan": "Camat",
            "Pangkat": ajung.GOLONGAN,
            "Mulai menjabat": "2/1/2022",
        },
    )
    page.add(
        "Tambah unit kerja",
        {"Nama": "Camat", "Jenis": "Camat"},
        {"Nama": ajung.SEKRETARIAT, "Jenis": "Sekretariat", "Atasan langsung": "Camat"},
        {"Nama": ajung.SEKSI, "Jenis": "Seksi", "Atasan langsung": "Camat"},
    )
    page.follow("Tambah beberapa sekaligus", inside=page.region("Desa dan Kelurahan"))
    page.fill({"Tempelan": "\n".join(ajung.DESA)})
    page.send("Periksa")
    page.press("Terapkan semua perubahan")
    page.add(
        "Isi profil tahun ini",
        {
            "Luas (km²)": ajung.LUAS,
            "Penduduk (jiwa)": ajung.PENDUDUK,
            "Penduduk laki-laki (jiwa)": ajung.LAKI_LAKI,
            "Penduduk perempuan (jiwa)": ajung.PEREMPUAN,
        },
    )
    for title, uraian in (("Tugas", ajung.TUGAS), ("Isu strategis", ajung.ISU)):
        part = page.region(title)
        page.add("Tambah butir", {"Uraian": uraian}, inside=part)


def fill_renstra(page: PlainBrowser) -> None:
    page.to_content("Renstra")
    page.add("Buat Renstra", {"Tahun awal": "2021", "Tahun akhir": "2026"})
    page.add("Tambah tujuan", {"Uraian": ajung.TUJUAN})
    for uraian in ajung.SASARAN:
        page.add("Tambah sasaran", {"Uraian": uraian}, row=ajung.TUJUAN)
    for i in ajung.INDIKATOR:
        pembilang, penyebut = i.pecahan
        page.add(
            "Tambah indikator",
            {
                "Nama": i.nama,
                "Satuan": i.satuan,
                **{f"Target {tahun}": target for tahun, target in i.target.items()},
                **i.way,
                "Pembilang": pembilang,
                "Penyebut": penyebut,
                "Penanggung jawab": [i.unit],
            },
            row=ajung.SASARAN[i.sasaran],
        )


def fill_rkt(page: PlainBrowser) -> None:
    page.to_content("RKT")
    page.add(
        "Buat RKT",
        {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_RKT, "Penanda tangan": ajung.CAMAT},
    )
    page.press("Tambahkan semua dari Renstra")
    for s in ajung.SUB:
        page.follow("Cari dalam nomenklatur")
        sought = s.kode.replace(".", "") if s.sasaran else s.nama.lower()
        enter(page.field("Kode atau kata"), sought)
        page.send("Cari", inside=page.main)
        page.follow(f"Pilih {s.kode} {s.nama}")
        page.fill(
            {
                "Sasaran": ajung.SASARAN[s.sasaran],
                "Anggaran (Rp)": s.pagu,
                "Penanggung jawab": [s.unit],
                "Target": s.target,
            },
        )
        page.store()


def fill_pk(page: PlainBrowser) -> None:
    page.to_content("PK")
    page.press("Buat PK murni dari RKT")
    page.follow(f"Ubah PK Kecamatan {ajung.NAMA} Tahun {ajung.TAHUN}", inside=page.region("Murni"))
    page.fill({"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_PK})
    page.store()
    for nama in (ajung.CAMAT, ajung.BUPATI):
        assert nama in words(page.main)
    for s in ajung.SUB:
        nama = s.program[1]
        page.follow(f"Ubah {nama}")
        page.fill({"Keterangan (sumber dana)": ajung.SUMBER_DANA})
        page.store()


def fill_iku(page: PlainBrowser) -> None:
    page.to_content("IKU")
    page.add(
        "Buat keputusan IKU",
        {"Nomor": ajung.NOMOR_IKU, "Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_IKU},
    )
    page.press("Isi dari Renstra dan profil")


def fill_rencana_aksi(page: PlainBrowser) -> None:
    page.to_content("Rencana Aksi")
    page.add(
        "Buat rencana aksi",
        {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_RKT, "Penanda tangan": ajung.CAMAT},
    )
    page.press("Isi dari PK")
    for i in ajung.INDIKATOR:
        page.follow(f"Ubah {i.nama}")
        page.fill(
            {
                "Akumulasi triwulan": "Nilai triwulan terakhir",
                **{f"Target triwulan {'I' * n if n < 4 else 'IV'}": t for n, t in i.triwulan.items()},
            },
        )
        page.store()


def fill_realisasi(page: PlainBrowser) -> None:
    """All with one button, and the capaian follows."""
    page.to_content("Realisasi")
    for i in ajung.INDIKATOR:
        for triwulan, text in i.realisasi.items():
            column = ("Setahun", "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")[triwulan]
            enter(page.field(f"{column} {i.nama}"), text)
    page.press("Simpan")
    for i, (capaian, predikat) in zip(ajung.INDIKATOR, ajung.CAPAIAN, strict=True):
        said = words(page.row(i.nama))
        assert (capaian in said, predikat in said) == (True, True), said
    (mean,) = page.main.xpath(".//*[starts-with(normalize-space(text()), 'Capaian kecamatan:')]")
    assert ajung.RERATA in words(mean)


def fill_anggaran(page: PlainBrowser) -> None:
    page.to_content("Anggaran")
    page.press("Ambil dari RKT")
    for s in ajung.SUB:
        enter(page.field(f"realisasi (Rp), {s.kode} {s.nama}"), s.realisasi)
    page.press("Simpan anggaran")
    for s in ajung.SUB:
        uraian, satuan, target, realisasi = s.keluaran
        # The RKT brought its own, in the words of the nomenklatur.
        (part,) = (one for one in page.region("Keluaran dan Hasil").iter("tbody") if s.nama in words(one))
        (planned,) = part.xpath(
            "./tr[starts-with(@id, 'keluaran-') and not(starts-with(@id, 'keluaran-dari'))]"
        )
        (change,) = (name for one in planned.iter("a") if (name := name_of(one)).startswith("Ubah "))
        page.follow(change, inside=planned)
        page.fill({"Uraian": uraian, "Satuan": satuan, "Target": target, "Realisasi": realisasi})
        page.store()
        page.add(
            "Tambah dukungan program",
            {"Sasaran": ajung.SASARAN[s.sasaran], "Program": s.program[1]},
        )
    tahun, pagu, realisasi = ajung.LAST_SERAPAN
    page.add(
        "Tambah anggaran tahun lalu",
        {"Tahun": str(tahun), "Pagu (Rp)": pagu, "Realisasi (Rp)": realisasi},
    )


def write_narasi(page: PlainBrowser, text: str) -> None:
    enter(page.field("Tulisan"), text)
    page.press("Simpan")


def fill_narasi(page: PlainBrowser) -> None:
    page.to_content("Narasi")
    page.add("Isi tempat dan tanggal", {"Tempat": ajung.NAMA, "Tanggal": ajung.TANGGAL_LKIP})
    page.follow("Faktor pendorong keberhasilan", inside=page.region(f"Indikator: {ajung.IKM.nama}"))
    write_narasi(page, ajung.PENDORONG)
    page.to_content("Narasi")
    page.follow("Kendala (BAB IV)")
    write_narasi(page, ajung.KENDALA)


def test_an_empty_kecamatan_comes_to_its_lkip(site: Site) -> None:
    new_account(site, ajung.SLUG, ajung.TAHUN)
    page = PlainBrowser(ajung.OPERATOR)
    page.goto(f"/kecamatan/{ajung.SLUG}/{ajung.TAHUN}/")
    filled = []
    for fill in (
        fill_profil,
        fill_renstra,
        fill_rkt,
        fill_pk,
        fill_iku,
        fill_rencana_aksi,
        fill_realisasi,
        fill_anggaran,
        fill_narasi,
    ):
        fill(page)
        filled.append(page.address)
    phone = site.sign_in(ajung.OPERATOR, width=360, javascript=False)
    for address in filled:
        phone.goto(address)
        assert overflow(phone) == [], address
    check_lkip_on_screen(phone, ajung.SLUG, ajung.TAHUN, ajung.TABLES, ajung.SENTENCES)
    assert site.complaint == []

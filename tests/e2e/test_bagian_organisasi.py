"""Bagian Organisasi prepares a year that nobody has touched; the operator of a kecamatan finds what it takes."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.site import Site
from tests.e2e.steps import add, new_account, row
from tests.e2e.test_accessibility import defects_at_widths
from tests.plain_browser import PlainBrowser, name_of, words

TAHUN = 2031
BUPATI = "Dra. SRI LESTARI, M.Si."


def test_a_new_year_is_prepared_before_the_operator_comes(site: Site) -> None:
    new_account(site, "ajung", TAHUN)
    operator = PlainBrowser("operator.ajung")
    operator.goto(f"/kecamatan/ajung/{TAHUN}/pengaturan/isi/")
    assert f"Kebijakan tahun {TAHUN} belum ditetapkan" in words(operator.main)
    assert "Tambah kebijakan" not in map(name_of, operator.main.iter("a"))

    organisasi = PlainBrowser("organisasi")
    organisasi.goto(f"/kecamatan/ajung/{TAHUN}/pengaturan/isi/")
    organisasi.add("Tambah kebijakan", {"Batas waktu penyampaian LKIP": f"28/2/{TAHUN + 1}"})
    (one,) = (row for row in organisasi.rows("") if str(TAHUN) in map(words, row.iterchildren("th")))
    # Begins like the year before: from 0 to 100 percent, two decimals.
    cells = [words(cell) for cell in one.iterchildren("td")]
    assert (cells[1], cells[2], cells[4]) == (
        *("bawah 0%, atas 100%, efisien mulai 100%", "2", f"LKIP 28 Februari {TAHUN + 1}"),
    )
    organisasi.add(
        "Tambah masa jabatan",
        {"Nama dengan gelar": BUPATI, "Mulai menjabat": f"20/2/{TAHUN - 1}"},
    )
    assert "sekarang" in words(organisasi.row(BUPATI))

    operator.goto(operator.address)
    assert "belum ditetapkan" not in words(operator.main)
    operator.goto(f"/kecamatan/ajung/{TAHUN}/")
    operator.to_content("PK")
    operator.follow("Buat PK murni")
    options = operator.field("Pihak kedua").iter("option")
    assert len([one for one in options if BUPATI in words(one)]) == 1


def test_a_program_of_another_urusan_is_added_and_chosen(site: Site) -> None:
    perbup = "Perbup Jember Nomor 12 Tahun 2022"
    source = {"Sumber": perbup}
    organisasi = site.sign_in("organisasi")
    organisasi.goto("/kecamatan/jombang/2023/pengaturan/isi/")
    add(organisasi, "Tambah program", {"Kode": "8.01.02", "Nama": "Program Penguatan Ideologi"} | source)
    program = f"8.01.02 Program Penguatan Ideologi (tambahan Kabupaten Jember; sumber: {perbup})"
    organisasi.get_by_role("link", name="Tambah kegiatan").click()
    organisasi.get_by_label("Program").select_option(label=program)
    for label, text in ({"Kode": "8.01.02.2.01", "Nama": "Perumusan Kebijakan"} | source).items():
        organisasi.get_by_label(label, exact=True).fill(text)
    assert defects_at_widths(organisasi) == []
    organisasi.get_by_role("button", name="Simpan", exact=True).click()
    expect(row(organisasi, "8.01.02.2.01 Perumusan Kebijakan")).to_contain_text("2023–sekarang")
    assert defects_at_widths(organisasi) == []

    operator = site.sign_in("operator.jombang")
    operator.goto("/kecamatan/jombang/2023/nomenklatur/?untuk=anggaran&q=8.01")
    expect(operator.get_by_role("heading", name=program)).to_be_visible()
    assert defects_at_widths(operator) == []
    operator.get_by_role("link", name="Pilih 8.01.02.2.01").click()
    operator.get_by_label("Pagu murni").fill("1.000.000")
    assert defects_at_widths(operator) == []
    operator.get_by_role("button", name="Simpan", exact=True).click()
    expect(operator.get_by_role("row").filter(has_text="Perumusan Kebijakan").first).to_be_visible()
    assert site.complaint == []

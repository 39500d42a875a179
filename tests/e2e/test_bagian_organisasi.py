"""Bagian Organisasi prepares a year that nobody has touched; the operator of a kecamatan finds what it takes."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.site import Site
from tests.e2e.steps import add, new_account, row, to_content
from tests.e2e.test_accessibility import defects_at_widths

TAHUN = 2031
BUPATI = "Dra. SRI LESTARI, M.Si."


def test_a_new_year_is_prepared_before_the_operator_comes(site: Site) -> None:
    new_account(site, "ajung", TAHUN)
    operator = site.sign_in("operator.ajung")
    operator.goto(f"/kecamatan/ajung/{TAHUN}/pengaturan/isi/")
    expect(operator.get_by_text(f"Kebijakan tahun {TAHUN} belum ditetapkan")).to_be_visible()
    expect(operator.get_by_role("link", name="Tambah kebijakan")).to_have_count(0)

    organisasi = site.sign_in("organisasi")
    organisasi.goto(f"/kecamatan/ajung/{TAHUN}/pengaturan/isi/")
    add(organisasi, "Tambah kebijakan", {"Batas waktu penyampaian LKIP": f"28/2/{TAHUN + 1}"})
    one = organisasi.get_by_role("row").filter(has=organisasi.get_by_role("rowheader", name=str(TAHUN)))
    # Begins like the year before: from 0 to 100 percent, two decimals.
    for column, word in (
        (1, "bawah 0%, atas 100%, efisien mulai 100%"),
        (2, "2"),
        (4, f"LKIP 28 Februari {TAHUN + 1}"),
    ):
        expect(one.get_by_role("cell").nth(column)).to_have_text(word)
    add(
        organisasi,
        "Tambah masa jabatan",
        {"Nama dengan gelar": BUPATI, "Mulai menjabat": f"20/2/{TAHUN - 1}"},
    )
    expect(row(organisasi, BUPATI)).to_contain_text("sekarang")

    operator.reload()
    expect(operator.get_by_text("belum ditetapkan", exact=False)).to_have_count(0)
    operator.goto(f"/kecamatan/ajung/{TAHUN}/")
    to_content(operator, "PK")
    operator.get_by_role("link", name="Buat PK murni").first.click()
    expect(operator.get_by_label("Pihak kedua").locator("option", has_text=BUPATI)).to_have_count(1)
    assert site.complaint == []


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

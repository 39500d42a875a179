"""Two people on one row: the second sees both values, who wrote and when; nothing is overwritten unseen.

That it takes no script is shown where the forms are sent by hand (tests/sakip/entry/test_row_pages).
"""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from kecamatan.models import Jejak
from sakip.models import BarisPK
from tests.e2e.site import Site
from tests.e2e.steps import fill_form_page, other_operator, row, store_agreeing
from tests.e2e.test_accessibility import defect

INDIKATOR = "IKM"
ORIGINAL, OF_ANI, OF_BUDI, THIRD = "85", "86,5", "87", "88"


def open_row(page: Page) -> int:
    """The form of the PK row, by its link; returns the row's number."""
    page.goto("/kecamatan/jombang/2023/pk/isi/")
    row(page, INDIKATOR).get_by_role("link", name=f"Ubah {INDIKATOR}").first.click()
    expect(page.get_by_label("Target", exact=True)).to_have_value(ORIGINAL)
    nomor = re.search(r"/isi/baris-pk/([0-9]+)/$", page.url)
    assert nomor
    return int(nomor[1])


def entries(nilai: str) -> dict[str, str]:
    """A target that is printed as it is."""
    return {"Target": nilai, "Target seperti tercetak": ""}


def change_target(page: Page, nilai: str) -> None:
    fill_form_page(page, entries(nilai))
    store_agreeing(page)


def losing(page: Page, nilai: str) -> None:
    """Save a target over one that somebody else changed meanwhile."""
    fill_form_page(page, entries(nilai))
    press_too_late(page, "Simpan")


def press_too_late(page: Page, button: str) -> None:
    """Press a button that is refused because somebody else was first; the page that says so has come."""
    with page.expect_navigation() as answer:  # the page before may look the same
        page.get_by_role("button", name=button, exact=True).click()
    assert answer.value.status == 409
    expect(page).to_have_title(re.compile("^Kesalahan: "))


def stored(nomor: int) -> str:
    angka = BarisPK.objects.values_list("angka", flat=True).get(pk=nomor)
    return f"{angka:f}".rstrip("0").rstrip(".").replace(".", ",")


def two_nilai(page: Page) -> Locator:
    """Of the row "Target": one's own value and the stored one."""
    cell = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Target", exact=True))
    return cell.get_by_role("cell")


def two_people(site: Site) -> tuple[Page, Page, int]:
    """Ani and Budi have the same row open; Ani saves first."""
    other_operator(site, "ani.jombang", "Ani Lestari", "jombang")
    ani = site.sign_in("ani.jombang")
    budi = site.sign_in("operator.jombang")
    nomor = open_row(ani)
    assert open_row(budi) == nomor
    change_target(ani, OF_ANI)
    return ani, budi, nomor


def test_the_second_sees_both_values_who_wrote_and_when_and_chooses(site: Site) -> None:
    ani, budi, nomor = two_people(site)
    shown = f"#baris-pk-{nomor}"
    losing(budi, OF_BUDI)
    problem = budi.get_by_role("alert")
    expect(problem).to_contain_text(
        re.compile(
            r"Ani Lestari mengubahnya pada \d{1,2} \w+ 20\d\d pukul \d\d\.\d\d, setelah Anda membukanya\."
        )
    )
    expect(two_nilai(budi)).to_have_text([OF_BUDI, OF_ANI])
    assert defect(budi) == []
    assert stored(nomor) == OF_ANI

    # A third save came before he chose: he is asked again, with the newer value.
    ani.locator(shown).get_by_role("link", name=f"Ubah {INDIKATOR}").click()
    change_target(ani, THIRD)
    press_too_late(budi, "Simpan nilai saya")
    expect(two_nilai(budi)).to_have_text([OF_BUDI, THIRD])
    assert stored(nomor) == THIRD

    store_agreeing(budi, "Simpan nilai saya")
    expect(budi.locator(shown)).to_contain_text(OF_BUDI)
    assert stored(nomor) == OF_BUDI
    jejak = Jejak.objects.filter(objek_jenis="sakip.barispk", objek_pk=nomor).order_by("pk")
    assert [(str(j.pengguna), (j.sebelum or {})["Target"], (j.sesudah or {})["Target"]) for j in jejak] == [
        ("Ani Lestari", ORIGINAL, OF_ANI),
        ("Ani Lestari", OF_ANI, THIRD),
        ("Operator Kecamatan Jombang", THIRD, OF_BUDI),
    ]

    # The other choice: the stored value stays, nothing is written.
    ani.goto(budi.url.replace("pk/isi/", f"isi/baris-pk/{nomor}/"))
    budi.locator(shown).get_by_role("link", name=f"Ubah {INDIKATOR}").click()
    change_target(budi, ORIGINAL)
    losing(ani, OF_ANI)
    ani.get_by_role("link", name="Pakai nilai tersimpan").click()
    expect(ani.locator(shown)).to_contain_text(ORIGINAL)
    assert stored(nomor) == ORIGINAL
    assert jejak.all().count() == 4
    # The browser itself reports a 409; nothing else is wrong.
    assert [k for k in site.complaint if "409 (Conflict)" not in k] == []

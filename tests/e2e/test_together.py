"""Two people on one row: the second sees both values, who wrote and when; nothing is overwritten unseen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from kecamatan.models import Jejak
from sakip.models import BarisPK
from tests.e2e.site import Situs
from tests.e2e.steps import baris, fill_form_page, ke_isi, operator_lain, store
from tests.e2e.test_accessibility import cacat

INDIKATOR = "IKM"
SEMULA, MILIK_ANI, MILIK_BUDI, KETIGA = "85", "86,5", "87", "88"


def open_row(halaman: Page) -> int:
    """The form of the PK row, by the way a person goes there; returns the row's number."""
    halaman.goto("/kecamatan/jombang/2023/")
    ke_isi(halaman, "PK")
    baris(halaman, INDIKATOR).get_by_role("link", name=f"Ubah {INDIKATOR}").first.click()
    expect(halaman.get_by_label("Target", exact=True)).to_have_value(SEMULA)
    nomor = re.search(r"/isi/baris-pk/([0-9]+)/$", halaman.url)
    assert nomor
    return int(nomor[1])


def isian(nilai: str) -> dict[str, str]:
    """A target that is printed as it is."""
    return {"Target": nilai, "Target seperti tercetak": ""}


def change_target(halaman: Page, nilai: str) -> None:
    fill_form_page(halaman, isian(nilai))
    store(halaman)


def kalah(halaman: Page, nilai: str) -> None:
    """Save a target over one that somebody else changed meanwhile."""
    fill_form_page(halaman, isian(nilai))
    with halaman.expect_response(lambda r: r.request.method == "POST") as jawaban:
        halaman.get_by_role("button", name="Simpan", exact=True).click()
    assert jawaban.value.status == 409
    expect(halaman).to_have_title(re.compile("^Kesalahan: "))


def tersimpan(nomor: int) -> str:
    angka = BarisPK.objects.values_list("angka", flat=True).get(pk=nomor)
    return f"{angka:f}".rstrip("0").rstrip(".").replace(".", ",")


def dua_nilai(halaman: Page) -> list[str]:
    """Of the row "Target": one's own value and the stored one."""
    sel = halaman.get_by_role("row").filter(has=halaman.get_by_role("rowheader", name="Target", exact=True))
    return sel.get_by_role("cell").all_inner_texts()


def berdua(situs: Situs, *, javascript: bool) -> tuple[Page, Page, int]:
    """Ani and Budi have the same row open; Ani saves first."""
    operator_lain(situs, "ani.jombang", "Ani Lestari", "jombang")
    ani = situs.masuk("ani.jombang", javascript=javascript)
    budi = situs.masuk("operator.jombang", javascript=javascript)
    nomor = open_row(ani)
    assert open_row(budi) == nomor
    change_target(ani, MILIK_ANI)
    return ani, budi, nomor


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_the_second_sees_both_values_who_wrote_and_when_and_chooses(situs: Situs, javascript: bool) -> None:
    ani, budi, nomor = berdua(situs, javascript=javascript)
    tampil = f"#baris-pk-{nomor}"
    kalah(budi, MILIK_BUDI)
    masalah = budi.get_by_role("alert")
    expect(masalah).to_contain_text(
        re.compile(
            r"Ani Lestari mengubahnya pada \d{1,2} \w+ 20\d\d pukul \d\d\.\d\d, setelah Anda membukanya\."
        )
    )
    assert dua_nilai(budi) == [MILIK_BUDI, MILIK_ANI]
    assert not javascript or cacat(budi) == []
    assert tersimpan(nomor) == MILIK_ANI

    # A third save came before he chose: he is asked again, with the newer value.
    ani.locator(tampil).get_by_role("link", name=f"Ubah {INDIKATOR}").click()
    change_target(ani, KETIGA)
    with budi.expect_response(lambda r: r.request.method == "POST") as jawaban:
        budi.get_by_role("button", name="Simpan nilai saya").click()
    assert jawaban.value.status == 409
    assert dua_nilai(budi) == [MILIK_BUDI, KETIGA]
    assert tersimpan(nomor) == KETIGA

    budi.get_by_role("button", name="Simpan nilai saya").click()
    expect(budi.locator(tampil)).to_contain_text(MILIK_BUDI)
    assert tersimpan(nomor) == MILIK_BUDI
    jejak = Jejak.objects.filter(objek_jenis="sakip.barispk", objek_pk=nomor).order_by("pk")
    assert [(str(j.pengguna), (j.sebelum or {})["Target"], (j.sesudah or {})["Target"]) for j in jejak] == [
        ("Ani Lestari", SEMULA, MILIK_ANI),
        ("Ani Lestari", MILIK_ANI, KETIGA),
        ("Operator Kecamatan Jombang", KETIGA, MILIK_BUDI),
    ]

    # The other choice: the stored value stays, nothing is written.
    ani.goto(budi.url.replace("pk/isi/", f"isi/baris-pk/{nomor}/"))
    budi.locator(tampil).get_by_role("link", name=f"Ubah {INDIKATOR}").click()
    change_target(budi, SEMULA)
    kalah(ani, MILIK_ANI)
    ani.get_by_role("link", name="Pakai nilai tersimpan").click()
    expect(ani.locator(tampil)).to_contain_text(SEMULA)
    assert tersimpan(nomor) == SEMULA
    assert jejak.all().count() == 4
    # The browser itself reports a 409; nothing else is wrong.
    assert [k for k in situs.keluhan if "409 (Conflict)" not in k] == []

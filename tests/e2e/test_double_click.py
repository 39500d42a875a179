"""Two real clicks on one button, with the pause that a hand makes between them: done once, said once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from django.apps import apps
from playwright.sync_api import Locator, Page, expect

from kecamatan.models import FaktaProfil, ProfilKecamatan
from sakip.models import Renstra
from tests.e2e.site import Site
from tests.e2e.steps import fill_form_page

PLACE = "/kecamatan/jombang/2023"

#: Milliseconds between the two clicks of somebody who is used to double clicks.
PAUSES = (80, 150, 250)


def click_twice(page: Page, button: Locator, pause: int) -> None:
    """Press where the button is, and there again, unless its page has made way for the next by then."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box
    at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    address = page.url
    page.mouse.click(*at)
    page.wait_for_timeout(pause)
    if page.url == address:
        page.mouse.click(*at)


def new_fakta(page: Page) -> Locator:
    profil = ProfilKecamatan.objects.get(kecamatan__slug="jombang", tahun=2023)
    page.goto(f"{PLACE}/isi/fakta-profil/baru/?induk={profil.pk}")
    fill_form_page(
        page, {"Kelompok": "Geografi", "Uraian": f"Puncak ke-{FaktaProfil.objects.count()}", "Nilai": "83"}
    )
    return page.get_by_role("button", name="Simpan", exact=True)


def new_sasaran(page: Page) -> Locator:
    tujuan = Renstra.objects.filter(kecamatan__slug="jombang").latest("versi").tujuan.first()
    assert tujuan
    page.goto(f"{PLACE}/isi/sasaran/baru/?induk={tujuan.pk}")
    fill_form_page(page, {"Uraian": "Meningkatnya kerukunan warga"})
    return page.get_by_role("button", name="Simpan", exact=True)


def all_counts() -> dict[str, int]:
    return {
        model._meta.label: model._default_manager.count()
        for app in ("kecamatan", "sakip", "reports")
        for model in apps.get_app_config(app).get_models()
    }


@pytest.mark.parametrize(
    ("form", "added", "pauses"),
    [
        (new_fakta, {"kecamatan.FaktaProfil": 1, "kecamatan.Jejak": 1}, PAUSES),
        (new_sasaran, {"sakip.Sasaran": 1, "kecamatan.Jejak": 1}, PAUSES[1:2]),
    ],
    ids=["fakta", "sasaran"],
)
def test_two_clicks_add_once_and_say_it_once(
    site: Site, form: Callable[[Page], Locator], added: dict[str, int], pauses: Sequence[int]
) -> None:
    page = site.sign_in("operator.jombang")
    for pause in pauses:
        before = all_counts()
        click_twice(page, form(page), pause)
        expect(page.locator(".pesan-baik")).to_have_count(1)
        page.wait_for_load_state()
        after = all_counts()
        new = {label: n - before[label] for label, n in after.items() if n != before[label]}
        assert new == added | {"kecamatan.Submission": 1}, pause
    # Forms that were left for another answer are nothing to complain of; a page that lost its script would be.
    assert [k for k in site.complaint if "ERR_ABORTED" not in k] == []

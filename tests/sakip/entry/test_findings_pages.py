"""What a page says at its top of the findings below, and where it says each."""

import pytest
from django.test import Client

from kecamatan.models import Kecamatan
from sakip.checks import Finding, Level, Place
from sakip.entry.findings_panel import Findings, Shown
from sakip.models import Anggaran
from tests.factory import make_pengguna
from tests.responses import panels

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def test_the_top_counts_the_page_and_leads_to_the_gravest_table(client: Client, mini: Kecamatan) -> None:
    Anggaran.objects.update(pagu_murni=1, pagu_perubahan=None, realisasi=2)
    client.force_login(make_pengguna("operator", kecamatan=mini))
    seen = panels(client, "/kecamatan/balung/2023/anggaran/isi/")
    assert list(seen.words) == ["top", "temuan-anggaran", "temuan-belanja"]
    assert " ".join(seen.words["top"].split()) == (
        "Pemeriksaan: 1 kesalahan dan 1 peringatan dalam catatan Tampil di atas tabelnya; lihat yang pertama."
    )
    assert seen.links["top"] == ["#temuan-belanja"]  # a kesalahan comes before a peringatan
    assert "Realisasi Rp2 melebihi pagu Rp1." in seen.words["temuan-anggaran"]
    assert seen.levels == {"top": "h2", "temuan-anggaran": "h2", "temuan-belanja": "h3"}
    assert seen.next["temuan-belanja"] == "tabel-belanja"


@pytest.mark.both_engines
def test_a_budget_whose_amounts_were_refused_still_says_what_was_found(
    client: Client, mini: Kecamatan
) -> None:
    Anggaran.objects.update(pagu_murni=1, pagu_perubahan=None, realisasi=2)
    (row,) = Anggaran.objects.for_kecamatan(mini).for_tahun(2023)
    client.force_login(make_pengguna("operator", kecamatan=mini))
    typed = {f"baris-{row.pk}-sidik": "", f"baris-{row.pk}-pagu_murni": "98.5"}
    answer = client.post("/kecamatan/balung/2023/anggaran/simpan/", typed)
    assert answer.status_code == 422
    assert set(answer.context["temuan"].tables) == {"anggaran", "belanja"}


def test_the_page_that_is_read_says_a_finding_in_the_part_that_shows_its_row(
    client: Client, mini: Kecamatan
) -> None:
    Anggaran.objects.update(pagu_murni=1, pagu_perubahan=None, realisasi=2)
    client.force_login(make_pengguna("camat", kecamatan=mini))
    seen = panels(client, "/kecamatan/balung/2023/anggaran/")
    assert list(seen.words) == ["top", "temuan-alokasi-belanja", "temuan-serapan-program"]
    assert seen.levels == {"top": "h2", "temuan-alokasi-belanja": "h3", "temuan-serapan-program": "h3"}
    assert seen.links["top"] == ["#temuan-alokasi-belanja"]


def test_what_is_said_alike_of_several_places_is_said_once_with_each_of_them() -> None:
    def line(name: str, message: str, answer: str = "") -> Shown:
        place = Place(kind="anggaran", key=(("sub_kegiatan", name),), words=name)
        finding = Finding(code="x", level=Level.PERINGATAN, basis="Uji.", place=place, message=message)
        return Shown(finding, f"/{name}/", answer)

    lines = (line("a", "kosong"), line("b", "lebih"), line("c", "kosong"), line("d", "tanya", "/jawab/d/"))
    found = Findings(count="", errors=False, lines=(*lines, line("e", "tanya", "/jawab/e/")), more=0)
    assert ["".join(one.address for one in group.lines) for group in found.alike] == [
        "/a//c/",
        "/b/",
        "/d/",
        "/e/",
    ]

"""The LKIP on the screen after an edit is made of what is kept, and says byte for byte what an empty process would."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from kecamatan.models import DesaKelurahan, Kecamatan, MasaJabatan, Peraturan
from reports.models import Laporan, Narasi
from sakip.models import Anggaran, BarisPK, Realisasi, TargetRenstra
from sakip.snapshot import kept
from tests.factory import make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
TAHUN = 2023
ADDRESS = f"/kecamatan/jombang/{TAHUN}/dokumen/lkip/"

#: What one page has that the next has not: its token.
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken[^}]*')


def page(client: Client) -> str:
    answer = client.get(ADDRESS)
    assert answer.status_code == 200
    return TOKEN.sub("", answer.content.decode())


def jombang() -> Kecamatan:
    return Kecamatan.objects.get(slug="jombang")


def one(rows: Any, **values: Any) -> None:
    assert rows.filter(pk=rows.order_by("pk").first().pk).update(**values) == 1


def official(kecamatan: Kecamatan) -> None:
    pejabat = MasaJabatan.objects.filter(kecamatan=kecamatan).latest("mulai").pejabat
    pejabat.nama = "Siti Aminah, S.Sos."
    pejabat.save()


def of_year(model: Any, kecamatan: Kecamatan) -> Any:
    return model.objects.for_kecamatan(kecamatan).for_tahun(TAHUN)


#: One of each kind, with words that the page says afterwards.
EDITS: dict[str, tuple[Callable[[Kecamatan], object], str]] = {
    "narrative": (
        lambda k: Narasi.objects.update_or_create(
            kecamatan=k,
            tahun=TAHUN,
            bagian="kendala",
            kunci="",
            defaults={"isi": "<p>Hujan {capaian: x}.</p>"},
        ),
        "tidak dikenal",
    ),
    "narrative that is wrong": (
        lambda k: Narasi.objects.update_or_create(
            kecamatan=k,
            tahun=TAHUN,
            bagian="langkah",
            kunci="",
            defaults={"isi": "<p>Realisasi IKM tahun 2023 sebesar 12,34.</p>"},
        ),
        "ditulis 12,34",
    ),
    "realisasi": (
        lambda k: one(
            of_year(Realisasi, k).filter(triwulan=0, indikator__kunci="ikm"), angka=Decimal("71.23"), cetak=""
        ),
        "71,23",
    ),
    "budget": (lambda k: one(of_year(Anggaran, k), keterangan="Sisa tender {pagu}."), "Sisa tender"),
    "official": (official, "Siti Aminah, S.Sos."),
    "PK": (lambda k: one(of_year(BarisPK, k), indikator="Indeks yang diubah"), "Indeks yang diubah"),
    "Renstra": (
        lambda k: one(TargetRenstra.objects.for_kecamatan(k).filter(tahun=2026), angka=Decimal("43.21")),
        "",
    ),
    "village": (lambda k: one(DesaKelurahan.objects.filter(kecamatan=k), nama="Sukamekar"), "Sukamekar"),
    "place of the report": (
        lambda k: Laporan.objects.filter(kecamatan=k, tahun=TAHUN).update(tempat="Ambulu {x}"),
        "Ambulu",
    ),
    "regulation": (
        lambda k: one(
            Peraturan.objects.filter(berlaku_sampai=None, berlaku_mulai__lt=2020), berlaku_sampai=2020
        ),
        "",
    ),
}


def test_the_page_after_each_edit_is_that_of_an_empty_process(contoh: None, client: Client) -> None:
    """One after another, so that each is made of what the one before left; looked at after two of them, whose words
    are those of different parts."""
    client.force_login(make_pengguna("operator", kecamatan=jombang()))
    kept.forget()
    pages = [page(client)]
    looked_at = list(EDITS)[1::2]
    for name, (edit, words) in EDITS.items():
        edit(jombang())
        after = page(client)
        assert words in after, name
        if name in looked_at:
            kept.forget()
            assert page(client) == after, name
        pages.append(after)
    assert name in looked_at  # the last of them
    assert len(set(pages)) > len(EDITS) / 2

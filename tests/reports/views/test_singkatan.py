"""A kabupaten adds its own abbreviations and terms, which the reports that use them list."""

import pytest
from django.test import Client

from kecamatan.models import Jejak, Kecamatan
from reports.lkip.bab1_singkatan import stands_in
from reports.models import Narasi, Singkatan
from reports.publish.assemble import build_draft
from reports.publish.naskah import Naskah
from sakip.snapshot.codec import from_plain, to_plain
from tests.factory import make, make_kabupaten, make_pengguna

#: Pages over the writer, which is tried on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

ROWS = "/kecamatan/balung/2021/isi/singkatan/baru/"
PAGE = "/kecamatan/balung/2021/singkatan/isi/"


def test_bagian_organisasi_adds_what_the_reports_of_its_kecamatan_list(
    client: Client, balung: Kecamatan
) -> None:
    make(Singkatan, kabupaten=make_kabupaten(kode="35.10", nama="Banyuwangi"), singkatan="BWI")
    make(Narasi, kecamatan=balung, tahun=2021, bagian="kendala", isi="<p>J-HUR dan BWI belum merata.</p>")
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    for short, words in (("J-HUR", "Jember Hadir untuk Rakyat"), ("PUSPA", "Pusat Pelayanan")):
        assert client.post(ROWS, {"singkatan": short, "kepanjangan": words}).status_code == 302
    page = client.get(PAGE).text
    assert "BWI" not in page
    cells = " ".join(page.partition("<tbody>")[2].partition("</tbody>")[0].split())
    assert "<td>Jember Hadir untuk Rakyat</td> <td>Ya</td>" in cells
    assert "<td>Pusat Pelayanan</td> <td>Tidak</td>" in cells
    assert Jejak.objects.filter(objek_jenis="reports.singkatan").count() == 2
    # What is frozen of a report has them; what was frozen before there were any is read without.
    frozen = to_plain(build_draft(kecamatan=balung, tahun=2021))
    assert stands_in(from_plain(frozen, Naskah))["J-HUR"] == "Jember Hadir untuk Rakyat"
    del frozen["singkatan"]
    assert from_plain(frozen, Naskah).singkatan == ()


def test_one_that_is_there_is_refused_and_others_read_alone(client: Client, balung: Kecamatan) -> None:
    make(Singkatan, kabupaten=balung.kabupaten)
    client.force_login(make_pengguna("organisasi", kabupaten=balung.kabupaten))
    refused = client.post(ROWS, {"singkatan": "J-HUR", "kepanjangan": "Lain"})
    assert refused.status_code == 422
    assert "Singkatan ini sudah ada. Ubah yang ada." in refused.text
    client.force_login(make_pengguna("operator", kecamatan=balung))
    assert client.post(ROWS, {"singkatan": "X1", "kepanjangan": "Y"}).status_code == 403
    assert "J-HUR" in client.get(PAGE).text

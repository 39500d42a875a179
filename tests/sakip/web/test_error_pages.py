"""Whatever goes wrong is said on a page of the site, in Indonesian and with what helps; without asking the database."""

from __future__ import annotations

import errno
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.decorators import login_not_required
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import BadRequest
from django.db import DatabaseError, OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import Client
from django.urls import path
from django.views.decorators.http import require_POST

from sakip.urls import handler400 as handler400
from sakip.urls import handler500 as handler500
from sakip.web.error_pages import PAGES
from sakip.web.storage_trouble import storage_trouble
from tests.table_tests import each_row


def without_its_table() -> DatabaseError:
    """What the engine says of a table that no migration has made yet."""
    with pytest.raises(DatabaseError) as found, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT kolom FROM tabel_versi_baru")
    return found.value


FAULTS = {
    "rusak": lambda: BadRequest("potongan"),
    "sesi": lambda: SessionInterrupted("ended elsewhere"),
    "terkunci": lambda: OperationalError("database is locked"),
    "belum-siap": without_its_table,
    "galat": lambda: ZeroDivisionError("1 / 0"),
    "penuh": lambda: OSError(errno.ENOSPC, "No space left on device"),
    "hanya-baca": lambda: OSError(errno.EROFS, "Read-only file system"),
    "berkas": lambda: FileNotFoundError(errno.ENOENT, "No such file"),
}


@login_not_required
def wordless(request: HttpRequest, status: int) -> HttpResponse:
    return HttpResponse(status=status)


@login_not_required
def in_words(request: HttpRequest, status: int) -> HttpResponse:
    return JsonResponse({"pesan": "sudah berubah"}, status=status)


@login_not_required
def faulty(request: HttpRequest, fault: str) -> HttpResponse:
    raise FAULTS[fault]()


@login_not_required
@require_POST
def form_only(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{len(request.POST)} isian")


urlpatterns = [
    path("bisu/<int:status>/", wordless),
    path("kata/<int:status>/", in_words),
    path("galat/<fault>/", faulty),
    path("kirim/", form_only),
]

pytestmark = pytest.mark.urls(__name__)

TITLES = {
    400: "Permintaan tidak dapat dibaca",
    405: "Alamat ini bukan halaman",
    409: "Catatan sudah berubah",
    413: "Kiriman terlalu besar",
    423: "Tahun ini dikunci",
    429: "Terlalu banyak percobaan",
    500: "Gangguan sistem",
    503: "Situs sedang sibuk",
}


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


def title(answer: Any) -> str:
    """The heading of a page that has the site's head and foot."""
    page = answer.content.decode()
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert '<html lang="id">' in page
    assert 'class="merek"' in page
    (heading,) = re.findall("<h1>(.*?)</h1>", page)
    return str(heading)


def test_every_status_has_a_page() -> None:
    assert TITLES.keys() == PAGES


@pytest.mark.parametrize("status", sorted(TITLES))
def test_an_answer_of_a_number_alone_becomes_a_page(client: Client, status: int) -> None:
    """No mark asks for the database here: pytest-django refuses a page that looks for anything in it."""
    answer = client.get(f"/bisu/{status}/")
    assert answer.status_code == status
    assert title(answer) == TITLES[status]
    assert answer["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("address", "cookie"),
    [
        ("/kata/409/%00", ""),
        ("/kata/409/?cari=%00", ""),
        ("/kata/409/?cari=Balung%00&tahun=2023", ""),
        ("/kata/409/?%00=x", ""),
        ("/kata/409/", 'sessionid="\\000abcdefghijklmnop"'),
    ],
)
def test_what_no_database_can_be_asked_about_is_not_read(client: Client, address: str, cookie: str) -> None:
    answer = client.get(address, headers={"Cookie": cookie})
    assert answer.status_code == 400
    assert title(answer) == TITLES[400]


def test_a_percent_sign_before_two_noughts_is_read(client: Client) -> None:
    assert client.get("/kata/409/?cari=%2500").status_code == 409


JSON = {"Accept": "application/json"}


def test_an_answer_in_words_stays(client: Client) -> None:
    assert client.get("/kata/409/").json() == {"pesan": "sudah berubah"}
    assert client.get("/kata/409/", headers=JSON).json() == {"pesan": "sudah berubah"}


@pytest.mark.parametrize("status", sorted(TITLES))
def test_a_script_is_told_in_words_too(client: Client, status: int) -> None:
    answer = client.get(f"/bisu/{status}/", headers=JSON)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
    assert list(answer.json()) == ["pesan"]
    assert answer.json()["pesan"].endswith(".")


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/bisu/409/?cari=%00", 400, "tidak dapat dibaca"),
        ("/galat/rusak/", 400, "tidak dapat dibaca"),
        ("/galat/terkunci/", 503, "sibuk"),
        ("/galat/penuh/", 503, "Penyimpanan server penuh. Hubungi admin"),
        ("/galat/galat/", 500, "gangguan"),
    ],
)
def test_a_script_reads_no_page_where_something_went_wrong(
    client: Client, address: str, status: int, words: str
) -> None:
    answer = client.get(address, headers=JSON)
    assert answer.status_code == status
    assert words in answer.json()["pesan"]


@pytest.mark.parametrize(
    ("fault", "status"), [("rusak", 400), ("sesi", 400), ("terkunci", 503), ("galat", 500), ("berkas", 500)]
)
def test_a_fault_is_said_on_a_page_without_what_it_was(client: Client, fault: str, status: int) -> None:
    answer = client.get(f"/galat/{fault}/")
    assert answer.status_code == status
    assert title(answer) == TITLES[status]
    assert str(FAULTS[fault]()) not in answer.content.decode()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("penuh", "Penyimpanan server penuh. Hubungi admin,"),
        ("hanya-baca", "Penyimpanan server hanya dapat dibaca. Hubungi admin,"),
    ],
)
def test_a_storage_that_takes_nothing_is_named(client: Client, fault: str, said: str) -> None:
    answer = client.get(f"/galat/{fault}/")
    assert (answer.status_code, title(answer)) == (503, "Situs tidak dapat menyimpan")
    assert said in answer.content.decode()


@pytest.mark.django_db
def test_a_database_of_another_version_is_not_called_busy(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    """Waiting helps nobody: who looks after the site is told what to run, on the page and in the log."""
    answer = client.get("/galat/belum-siap/")
    assert (answer.status_code, title(answer)) == (503, "Pembaruan situs belum selesai")
    assert "manage.py siapkan" in answer.content.decode()
    assert "Tunggu satu menit" not in answer.content.decode()
    (line,) = [one.getMessage() for one in caplog.records if one.name == "sakip.web.error_pages"]
    assert 'Jalankan "manage.py siapkan"' in line
    assert "tabel_versi_baru" in line
    assert "manage.py siapkan" in client.get("/galat/belum-siap/", headers=JSON).json()["pesan"]


def by_a_database(code: str) -> DatabaseError:
    """What Django raises for the error of a driver that has this name or number."""
    driver = Exception()
    setattr(driver, "sqlstate" if code.isalnum() else "sqlite_errorname", code)
    error = DatabaseError("tidak dapat disimpan")
    error.__cause__ = driver
    return error


@each_row(
    ("code", "said"),
    [
        ("53100", "Penyimpanan server penuh"),
        ("SQLITE_READONLY_DIRECTORY", "hanya dapat dibaca"),
        ("25006", "hanya dapat dibaca"),
        ("SQLITE_BUSY", ""),
        ("55P03", ""),
    ],
)
def test_a_database_says_in_its_own_way_that_nothing_can_be_stored(code: str, said: str) -> None:
    assert said in storage_trouble(by_a_database(code))
    assert bool(storage_trouble(by_a_database(code))) is bool(said)


def test_a_full_database_is_not_merely_busy(tmp_path: Path) -> None:
    """A real one: SQLite lets a file grow to so many pages and no further."""
    database = sqlite3.connect(tmp_path / "penuh.sqlite3")
    database.execute("PRAGMA max_page_count = 1")
    with pytest.raises(sqlite3.OperationalError) as full:
        database.executescript("CREATE TABLE a (b); CREATE TABLE c (d);")
    database.close()
    error = OperationalError("database or disk is full")
    error.__cause__ = full.value
    assert storage_trouble(error).startswith("Penyimpanan server penuh.")


def test_a_busy_site_says_when_to_ask_again(client: Client) -> None:
    assert client.get("/galat/terkunci/")["Retry-After"] == "30"
    assert client.get("/bisu/503/")["Retry-After"] == "30"
    assert "Retry-After" not in client.get("/galat/galat/")


def test_an_address_for_forms_alone_says_so(client: Client) -> None:
    answer = client.get("/kirim/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert title(answer) == TITLES[405]


@pytest.mark.parametrize(
    ("sent", "limit"),
    [
        ({"teks": "x" * (2560 * 1024 + 1)}, "lebih dari 2.560 KB"),
        ({f"n{n}": "" for n in range(1001)}, "lebih dari 1.000 isian"),
    ],
)
def test_a_form_that_is_too_large_says_which_limit(client: Client, sent: dict[str, str], limit: str) -> None:
    answer = client.post(
        "/kirim/",
        "&".join(f"{k}={v}" for k, v in sent.items()),
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 413
    assert title(answer) == TITLES[413]
    assert limit in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.urls("sakip.urls")
def test_a_database_that_is_gone_is_said_to_who_has_signed_in(
    client: Client, django_user_model: type
) -> None:
    """Neither session nor user can be read, and the page is made without them."""
    client.force_login(django_user_model.objects.create_user(username="sri", password="kata-sandi-uji"))  # type: ignore[attr-defined]

    def gone(*_: object) -> None:
        raise OperationalError("unable to open database file")

    with connection.execute_wrapper(gone):
        answer = client.get("/")
    assert answer.status_code == 503
    assert title(answer) == TITLES[503]

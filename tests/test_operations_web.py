"""What surrounds every page: sign-in first, safe headers, a log line without secrets, the lock-out."""

import logging
import re

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path, re_path
from pytest_django import Settings

from sakip.web.access_log import WithoutToken
from sakip.web.client_ip import client_ip

pytestmark = pytest.mark.one_engine


@login_not_required
def open_page(request: HttpRequest, **kwargs: str) -> HttpResponse:
    return HttpResponse("isi")


def closed_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("isi")


urlpatterns = [
    path("masuk/", open_page, name="masuk"),
    re_path(r"^terbuka/(?P<sisa>(?s:.+))$", open_page),
    path("tertutup/", closed_page),
]


def access_lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "sakip.akses"]


@pytest.mark.urls(__name__)
def test_a_page_asks_for_a_sign_in_unless_it_says_otherwise(client: Client) -> None:
    assert client.get("/terbuka/").status_code == 404
    assert client.get("/terbuka/a").status_code == 200
    closed = client.get("/tertutup/")
    assert (closed.status_code, closed["Location"]) == (302, "/masuk/?next=/tertutup/")


@pytest.mark.urls(__name__)
def test_every_answer_carries_the_security_headers(client: Client) -> None:
    for url in ("/terbuka/a", "/tertutup/", "/tidak-ada/"):
        answer = client.get(url)
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy


@pytest.mark.urls(__name__)
def test_the_log_says_what_and_from_where_but_no_query(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    client.get("/terbuka/a?nip=197001011990011001", REMOTE_ADDR="10.1.2.3")
    (line,) = access_lines(caplog)
    assert re.fullmatch(r"pengguna=- dari=10\.1\.2\.3 GET /terbuka/a 200 \d+ md", line)


@pytest.mark.urls(__name__)
def test_a_path_cannot_forge_a_log_line(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    client.get("/terbuka/a%0Apengguna=1%20dari=x")
    (line,) = access_lines(caplog)
    assert "\n" not in line
    assert r"/terbuka/a\npengguna=1 dari=x" in line


@pytest.mark.urls("sakip.urls")
@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/undangan/rahasia-sekali/", "/undangan/rahasia-sekali"])
def test_no_log_line_holds_the_token_of_a_link(
    client: Client, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    caplog.set_level(logging.INFO)
    client.get(address)
    (line,) = access_lines(caplog)
    assert "GET /undangan/..." in line
    assert "rahasia" not in line
    # Django names the path of what failed; what the handlers write has been through the filter.
    keep_out = WithoutToken()
    for record in caplog.records:
        assert keep_out.filter(record)
        assert "rahasia" not in record.getMessage()


def test_every_log_handler_keeps_tokens_out() -> None:
    from sakip.settings import LOGGING

    handlers: dict[str, dict[str, object]] = LOGGING["handlers"]
    assert all("tanpa_token" in handler["filters"] for handler in handlers.values())  # type: ignore[operator]


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_the_log_names_the_user_by_key_only(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    user = get_user_model().objects.create_user(username="sri.wahyuni", password="kata-sandi-uji")
    client.force_login(user)
    client.get("/tertutup/")
    assert access_lines(caplog)[-1].startswith(f"pengguna={user.pk} dari=127.0.0.1 GET /tertutup/ 200 ")
    assert not [record for record in caplog.records if "wahyuni" in record.getMessage()]


@pytest.mark.parametrize(
    ("count", "forwarded", "expected"),
    [
        (0, "1.1.1.1", "10.0.0.9"),
        (1, "", "10.0.0.9"),
        (1, "1.1.1.1", "1.1.1.1"),
        (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        (2, "6.6.6.6, 1.1.1.1, 10.0.0.8", "1.1.1.1"),
        (2, "1.1.1.1", "10.0.0.9"),
        (1, "1.1.1.1:50123", "1.1.1.1"),
        (1, "[2001:db8::7]:50123", "2001:db8::7"),
        (1, "2001:DB8:0::7", "2001:db8::7"),
        (1, "fe80::7%eth0", "fe80::7"),
        (1, "::ffff:1.1.1.1", "1.1.1.1"),
        (1, "6.6.6.6, unknown", "10.0.0.9"),
        (1, "1.1.1.1:port", "10.0.0.9"),
        (1, "<script>", "10.0.0.9"),
    ],
    ids=[
        "no proxy",
        "header missing",
        "one proxy",
        "header forged",
        "two proxies",
        "one proxy bypassed",
        "with a port",
        "IPv6 with a port",
        "IPv6",
        "IPv6 with a zone",
        "IPv4 in IPv6",
        "unknown",
        "no port",
        "rubbish",
    ],
)
def test_the_client_is_what_our_outermost_proxy_saw(
    rf: RequestFactory, settings: Settings, count: int, forwarded: str, expected: str
) -> None:
    settings.SAKIP_PROXY_COUNT = count
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert client_ip(rf.get("/", headers=headers, REMOTE_ADDR="10.0.0.9")) == expected


@pytest.mark.parametrize("remote", ["", "unix:", "10.0.0.9:x"])
def test_without_an_address_there_is_none(rf: RequestFactory, remote: str) -> None:
    assert client_ip(rf.get("/", REMOTE_ADDR=remote)) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "forwarded", ["1.1.1.1:50123", "[2001:db8::7]:50123", "fe80::7%eth0", "rubbish", "\x00"]
)
def test_signing_in_works_whatever_a_proxy_says(client: Client, settings: Settings, forwarded: str) -> None:
    """The address goes to a database column that takes nothing but addresses."""
    settings.AXES_ENABLED = True
    settings.SAKIP_PROXY_COUNT = 1
    get_user_model().objects.create_user(username="camat", password="kata-sandi-uji")
    for password, status in (("salah", 200), ("kata-sandi-uji", 302)):
        data = {"username": "camat", "password": password}
        assert client.post("/masuk/", data, headers={"X-Forwarded-For": forwarded}).status_code == status


FAILED = "sakip.masuk"


def failed_lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == FAILED]


@pytest.mark.django_db
def test_a_failed_sign_in_is_logged_with_name_and_address_and_no_password(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    get_user_model().objects.create_user(username="camat.balung", password="kata-sandi-uji")
    for name in ("Camat.Balung", "tak.ada"):
        client.post("/masuk/", {"username": name, "password": "rahasia-sekali"})
    assert failed_lines(caplog) == [
        "masuk gagal: nama=camat.balung dari=127.0.0.1",
        # Who types the password where the name belongs must not find it in a log.
        "masuk gagal: nama=(tidak dikenal) dari=127.0.0.1",
    ]
    assert "rahasia-sekali" not in caplog.text
    assert "tak.ada" not in caplog.text


@pytest.mark.django_db
def test_five_failures_lock_that_name_at_that_address_only(rf: RequestFactory, settings: Settings) -> None:
    settings.AXES_ENABLED = True
    for name in ("camat", "sekretaris"):
        get_user_model().objects.create_user(username=name, password="kata-sandi-uji")

    def sign_in(name: str, password: str, address: str) -> bool:
        request = rf.post("/masuk/", REMOTE_ADDR=address)
        try:
            return authenticate(request, username=name, password=password) is not None
        except PermissionDenied:
            return False

    for _ in range(5):
        assert not sign_in("camat", "salah", "10.0.0.1")
    assert not sign_in("camat", "kata-sandi-uji", "10.0.0.1")
    assert sign_in("camat", "kata-sandi-uji", "10.0.0.2")
    assert sign_in("sekretaris", "kata-sandi-uji", "10.0.0.1")


def test_passwords_are_hashed_with_argon2_first() -> None:
    from sakip.settings import PASSWORD_HASHERS

    assert PASSWORD_HASHERS[0] == "django.contrib.auth.hashers.Argon2PasswordHasher"

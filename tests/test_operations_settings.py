"""Settings: every way to run starts as intended, and a wrong value stops the start by name."""

import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import Tags, run_checks
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from kecamatan.ground.errors import InputError
from sakip.web.environment import VARIABLES
from sakip.web.site import site_address

ROOT = Path(__file__).resolve().parent.parent

SECRET = "b9Vq2Lx7RkT4mZ8sWc1YpE6nHd3JfG5uA0oIiQrStUvXyzBaCeDg"
PRODUCTION = {
    "SAKIP_MODE": "produksi",
    "SAKIP_SECRET_KEY": SECRET,
    "SAKIP_ALLOWED_HOSTS": "sakip.contohkab.go.id",
}
DEMO_SECRET = "demo-saja-kunci-ini-tertulis-di-kode-dan-bukan-rahasia-siapa-pun"


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Return a function that reads the settings file afresh under the given environment."""

    def load(**environment: str) -> dict[str, Any]:
        for name in ("DATABASE_URL", "REDIS_URL"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("SAKIP_DATA_DIR", str(tmp_path / "data"))
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "sakip/settings.py"))

    return load


def test_without_any_variable_it_is_a_demo_for_this_machine_only(load: Any, tmp_path: Path) -> None:
    settings = load()
    assert settings["SAKIP_MODE"] == "demo"
    assert settings["DEBUG"] is False
    assert settings["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert settings["SECRET_KEY"] == DEMO_SECRET
    assert settings["DATABASES"]["default"]["NAME"] == tmp_path / "data" / "sakip.sqlite3"


def test_an_empty_place_is_none_named_and_not_the_folder_of_the_program(load: Any) -> None:
    assert load(SAKIP_DATA_DIR="")["DATA_DIR"] == ROOT / "data"


def test_produksi_starts_with_its_own_secret(load: Any) -> None:
    settings = load(**PRODUCTION)
    assert settings["SECRET_KEY"] == SECRET
    assert settings["ALLOWED_HOSTS"] == ["sakip.contohkab.go.id"]
    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["CSRF_COOKIE_SECURE"] is True
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SECURE_HSTS_SECONDS"] == 31536000
    assert settings["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["upgrade-insecure-requests"] is True


def test_what_is_set_is_taken_to_the_letter(load: Any) -> None:
    """A random secret may begin with any sign, and names may have blanks between them."""
    hosts = "sakip.contohkab.go.id, lkip.contohkab.go.id"
    settings = load(**PRODUCTION | {"SAKIP_SECRET_KEY": f"${SECRET}", "SAKIP_ALLOWED_HOSTS": hosts})
    assert settings["SECRET_KEY"] == f"${SECRET}"
    assert settings["ALLOWED_HOSTS"] == ["sakip.contohkab.go.id", "lkip.contohkab.go.id"]


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        (
            {"SAKIP_MODE": "production"},
            'SAKIP_MODE="production" tidak dikenal. Isi salah satu dari: demo, produksi.',
        ),
        (
            {"SAKIP_DEBUG": "flase"},
            'SAKIP_DEBUG="flase" tidak dikenal. Isi salah satu dari: 1, true, ya, 0, false, tidak.',
        ),
        (
            {"SAKIP_PROXY_COUNT": "-1"},
            'SAKIP_PROXY_COUNT="-1" bukan bilangan bulat. Isi 0 atau lebih, misalnya 0.',
        ),
        (
            {"SAKIP_TIME_ZONE": "Asia/Jakarta"},
            'SAKIP_TIME_ZONE="Asia/Jakarta" tidak dikenal. Isi salah satu dari: WIB, WITA, WIT.',
        ),
        (
            {"SAKIP_LOG_LEVEL": "info"},
            'SAKIP_LOG_LEVEL="info" tidak dikenal. Isi salah satu dari: DEBUG, INFO, WARNING, ERROR.',
        ),
        (
            {"SAKIP_TOTP": "ya"},
            'SAKIP_TOTP="ya" tidak dikenal. Isi salah satu dari: mati, boleh, wajib.',
        ),
        (
            {**PRODUCTION, "SAKIP_SECRET_KEY": ""},
            "SAKIP_SECRET_KEY belum diisi. Mode produksi memerlukan kunci sendiri.",
        ),
        (
            {**PRODUCTION, "SAKIP_SECRET_KEY": DEMO_SECRET},
            "SAKIP_SECRET_KEY masih kunci demo. Mode produksi memerlukan kunci sendiri.",
        ),
        (
            {**PRODUCTION, "SAKIP_SECRET_KEY": SECRET[:49]},
            "SAKIP_SECRET_KEY terlalu lemah. Isi sedikitnya 50 karakter acak.",
        ),
        (
            {**PRODUCTION, "SAKIP_SECRET_KEY": "rahasia" * 10},
            "SAKIP_SECRET_KEY terlalu lemah. Isi sedikitnya 50 karakter acak.",
        ),
        (
            {**PRODUCTION, "SAKIP_DEBUG": "ya"},
            "SAKIP_DEBUG tidak boleh menyala pada mode produksi. Hapus variabel itu.",
        ),
        (
            {**PRODUCTION, "SAKIP_ALLOWED_HOSTS": ""},
            "SAKIP_ALLOWED_HOSTS belum diisi. Tulis nama situs, misalnya sakip.contohkab.go.id.",
        ),
        (
            {**PRODUCTION, "SAKIP_ALLOWED_HOSTS": "*"},
            "SAKIP_ALLOWED_HOSTS belum diisi. Tulis nama situs, misalnya sakip.contohkab.go.id.",
        ),
        ({"SAKIP_BSRE_VERSION": "3"}, 'SAKIP_BSRE_VERSION="3" tidak dikenal. Isi salah satu dari: 1, 2.'),
        (
            {"SAKIP_BSRE_SECONDS": "0"},
            'SAKIP_BSRE_SECONDS="0" bukan 1 sampai 50. Isi misalnya 45.',
        ),
        (
            {"SAKIP_BSRE_ADDRESS": "https://esign.contohkab.go.id", "SAKIP_BSRE_USER": "sakip"},
            "SAKIP_BSRE_ADDRESS diisi, tetapi SAKIP_BSRE_USER atau SAKIP_BSRE_PASSWORD belum. Lengkapi keduanya.",
        ),
        (
            {"SAKIP_BSRE_CA": "/dev/null/ca.pem"},
            'SAKIP_BSRE_CA="/dev/null/ca.pem" bukan berkas sertifikat CA (PEM) yang dapat dibaca. Isi letaknya, atau'
            " hapus.",
        ),
        (
            {"SAKIP_S3_ADDRESS": "https://s3.contohkab.go.id", "SAKIP_S3_KEY": "k"},
            "Penyimpanan S3 belum lengkap: isi SAKIP_S3_BUCKET (nama bucket), SAKIP_S3_SECRET (kunci rahasia), atau"
            " hapus semua SAKIP_S3_… untuk menyimpan di SAKIP_DATA_DIR.",
        ),
        (
            {"SAKIP_S3_REGION": "id-jatim"},
            "SAKIP_S3_REGION diisi tanpa SAKIP_S3_ADDRESS. Lengkapi SAKIP_S3_…, atau hapus.",
        ),
        (
            {"SAKIP_DATA_DIR": "/dev/null/data"},
            'SAKIP_DATA_DIR="/dev/null/data" tidak dapat dibuat: Not a directory.',
        ),
    ],
    ids=lambda value: (
        next((n for n in value if n not in PRODUCTION), None) if isinstance(value, dict) else ""
    ),
)
def test_a_value_that_cannot_be_meant_stops_the_start(
    load: Any, environment: dict[str, str], message: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        load(**environment)
    assert str(refused.value) == message


def test_a_misspelt_name_stops_the_start(load: Any) -> None:
    with pytest.raises(
        ImproperlyConfigured, match=r"^SAKIP_ALOWED_HOSTS tidak dikenal. Variabel yang dikenal: "
    ):
        load(SAKIP_ALOWED_HOSTS="sakip.contohkab.go.id")


@pytest.mark.parametrize(
    "url", ["mysql://sakip:rahasia@db/sakip", "postgres://sakip:rahasia@db:lima/sakip", "sakip:rahasia"]
)
def test_a_wrong_database_url_is_refused_without_repeating_its_password(load: Any, url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL ") as refused:
        load(DATABASE_URL=url)
    assert "rahasia" not in str(refused.value)
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


@pytest.mark.parametrize(
    "address",
    [
        "http://esign.contohkab.go.id",
        "https://sakip:rahasia@esign.contohkab.go.id",
        "https://esign.contohkab.go.id?sandi=rahasia",
        "esign.contohkab.go.id/rahasia",
        "ftp://localhost/rahasia",
        "https://[rahasia",
        "https://esign.contohkab.go.id:rahasia",
    ],
)
def test_a_passphrase_is_sent_to_no_address_in_the_clear(load: Any, address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^SAKIP_BSRE_ADDRESS bukan alamat https") as refused:
        load(SAKIP_BSRE_ADDRESS=address, SAKIP_BSRE_USER="sakip", SAKIP_BSRE_PASSWORD="r")
    assert "rahasia" not in str(refused.value)
    assert refused.value.__suppress_context__


@pytest.mark.parametrize("address", ["https://esign.contohkab.go.id:8443/jalur", "http://127.0.0.1:8080"])
def test_a_password_of_the_service_may_begin_with_any_sign(load: Any, address: str) -> None:
    settings = load(SAKIP_BSRE_ADDRESS=address, SAKIP_BSRE_USER="sakip", SAKIP_BSRE_PASSWORD="$rahasia")
    assert (settings["SAKIP_BSRE_ADDRESS"], settings["SAKIP_BSRE_PASSWORD"]) == (address, "$rahasia")
    assert (settings["SAKIP_BSRE_VERSION"], settings["SAKIP_BSRE_SECONDS"]) == ("2", 45)


@pytest.mark.parametrize(("word", "value"), [("1", True), ("Ya", True), ("0", False), ("tidak", False)])
def test_yes_and_no_in_both_languages(load: Any, word: str, value: bool) -> None:
    assert load(SAKIP_DEBUG=word)["DEBUG"] is value


@pytest.mark.parametrize("word", ["mati", "boleh", "wajib"])
def test_the_second_step_is_a_choice_of_the_office(load: Any, word: str) -> None:
    assert load()["SAKIP_TOTP"] == "boleh"
    assert load(SAKIP_TOTP=word)["SAKIP_TOTP"] == word


def test_the_day_ends_where_the_kabupaten_is(load: Any) -> None:
    assert load()["TIME_ZONE"] == "Asia/Jakarta"
    assert load(SAKIP_TIME_ZONE="WIT")["TIME_ZONE"] == "Asia/Jayapura"


def test_postgresql_by_url(load: Any) -> None:
    database = load(DATABASE_URL="postgres://sakip:s%40ndi@db.contohkab.go.id:5433/sakip")["DATABASES"][
        "default"
    ]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.contohkab.go.id", 5433, "sakip")
    assert (database["USER"], database["PASSWORD"]) == ("sakip", "s@ndi")
    assert database["CONN_HEALTH_CHECKS"] is True


def test_sqlite_by_url_keeps_the_safe_options(load: Any) -> None:
    database = load(DATABASE_URL="sqlite:////srv/sakip.sqlite3")["DATABASES"]["default"]
    assert database["NAME"] == "/srv/sakip.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_tasks_are_recorded_in_the_database_with_redis_and_without(load: Any) -> None:
    alone = load()
    assert alone["TASKS"]["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend"
    assert (alone["RQ_QUEUES"], "django_rq" in alone["INSTALLED_APPS"]) == ({}, False)
    called = load(REDIS_URL="rediss://sakip:s%40ndi@redis.contohkab.go.id:6380/2")
    assert {name: one["BACKEND"] for name, one in called["TASKS"].items()} == {
        "default": "sakip.web.calls.CallingBackend",
        "panggilan": "django_tasks_rq.RQBackend",
    }
    assert called["RQ_QUEUES"]["panggilan"]["URL"] == (
        "rediss://sakip:s%40ndi@redis.contohkab.go.id:6380/2?socket_connect_timeout=2&socket_timeout=15"
    )
    assert "django_rq" in called["INSTALLED_APPS"]


@pytest.mark.parametrize(
    "url",
    [
        "http://:rahasia@redis:6379/0",
        "redis://:rahasia@redis:enam/0",
        "redis:///0",
        "redis://:rahasia@redis/sakip",
        "unix:rahasia.sock",
        "unix:///run/redis.sock?rahasia=1",
        "rahasia",
    ],
)
def test_a_wrong_redis_url_is_refused_without_repeating_its_password(load: Any, url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^REDIS_URL bukan alamat Redis. Isi redis://") as refused:
        load(REDIS_URL=url)
    assert "rahasia" not in str(refused.value)
    assert refused.value.__suppress_context__


S3 = {"SAKIP_S3_BUCKET": "sakip", "SAKIP_S3_KEY": "kunci", "SAKIP_S3_SECRET": "rahasia"}


def test_media_are_kept_here_or_in_a_bucket(load: Any) -> None:
    assert load()["STORAGES"]["default"] == {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    bucket = load(**S3, SAKIP_S3_ADDRESS="https://s3.contohkab.go.id:9000/")["STORAGES"]["default"]
    assert bucket["BACKEND"] == "sakip.web.shared_media.SharedMedia"
    assert bucket["OPTIONS"]["endpoint_url"] == "https://s3.contohkab.go.id:9000"
    assert bucket["OPTIONS"]["region_name"] == "us-east-1"


@pytest.mark.parametrize(
    "address",
    [
        "s3.contohkab.go.id",
        "https://s3.contohkab.go.id/sakip",
        "https://k:rahasia@s3",
        "https://s3:x",
        "s3://sakip",
    ],
)
def test_an_address_that_is_no_service_is_refused(load: Any, address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^SAKIP_S3_ADDRESS bukan alamat layanan S3") as refused:
        load(**S3, SAKIP_S3_ADDRESS=address)
    assert "rahasia" not in str(refused.value)


def test_content_policy_allows_nothing_unsafe(load: Any) -> None:
    directives = load()["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert directives["default-src"] == ["'none'"]
    assert directives["frame-ancestors"] == ["'none'"]
    sources = [source for value in directives.values() if isinstance(value, list) for source in value]
    assert [source for source in sources if "unsafe" in source or "*" in source or "http" in source] == []
    assert directives["script-src"] == ["'self'"]


def run_manage(*arguments: str, data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    base = {"PATH": "/usr/bin:/bin", "SAKIP_DATA_DIR": str(data)}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=base | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_command_reports_a_wrong_setting_in_one_line(tmp_path: Path) -> None:
    done = run_manage("migrate", data=tmp_path, **{**PRODUCTION, "SAKIP_SECRET_KEY": DEMO_SECRET})
    assert done.returncode == 1
    assert done.stdout == ""
    assert (
        done.stderr
        == "manage.py: SAKIP_SECRET_KEY masih kunci demo. Mode produksi memerlukan kunci sendiri.\n"
    )


TWO = {**PRODUCTION, "SAKIP_ALLOWED_HOSTS": "sakip.contohkab.go.id,sakip.lan"}


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"SAKIP_ADDRESS": "http://localhost:8080/"}, "http://localhost:8080"),
        (PRODUCTION, "https://sakip.contohkab.go.id"),
        ({**PRODUCTION, "SAKIP_ALLOWED_HOSTS": ".contohkab.go.id"}, ""),
        (TWO, ""),
        ({**TWO, "SAKIP_ADDRESS": "https://sakip.lan:8443"}, "https://sakip.lan:8443"),
    ],
)
def test_the_address_of_the_site_is_told_or_the_only_one(
    load: Any, environment: dict[str, str], address: str
) -> None:
    assert load(**environment)["SAKIP_ADDRESS"] == address


@pytest.mark.parametrize(
    "address",
    [
        "sakip.contohkab.go.id",
        "http://sakip.contohkab.go.id",
        "https://jahat.example",
        "https://sakip.contohkab.go.id/sakip",
        "https://sakip.contohkab.go.id@jahat.example",
        "https://sakip.contohkab.go.id?x",
        "https://",
    ],
)
def test_an_address_that_is_not_of_this_site_stops_the_start(load: Any, address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"SAKIP_ADDRESS=.* bukan alamat situs ini"):
        load(**TWO, SAKIP_ADDRESS=address)


def test_deployment_is_told_what_signing_lacks(settings: Settings) -> None:
    settings.SAKIP_ADDRESS, settings.SAKIP_BSRE_ADDRESS = "", "https://esign.contohkab.go.id"
    said = [one.id for one in run_checks(tags=[Tags.security], include_deployment_checks=True)]
    assert {"sakip.W001", "sakip.W002"} <= set(said)
    with pytest.raises(InputError, match="Isi SAKIP_ADDRESS"):
        site_address("/verifikasi/")


def test_deployment_check_is_clean_in_produksi(tmp_path: Path) -> None:
    done = run_manage("check", "--deploy", "--fail-level", "WARNING", data=tmp_path, **PRODUCTION)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_the_operations_guide_lists_every_variable() -> None:
    guide = (ROOT / "docs/operasi/README.md").read_text()
    listed = set(re.findall(r"^\| `([A-Z0-9_]+)` \|", guide, re.M))
    assert listed == VARIABLES | {"DATABASE_URL", "REDIS_URL"}

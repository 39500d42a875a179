"""What script/pasang writes agrees with its program; that it works on a bare machine script/uji-pasang shows."""

import os
import re
import runpy
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.core.management import get_commands
from django.urls import reverse

from kecamatan.models import Pengguna, WorkerPulse
from reports.forms.dokumentasi import LARGEST_COUNT
from reports.forms.signing import LARGEST_SIGNED
from reports.photos.images import LARGEST_SIZE as LARGEST_FOTO
from reports.public.upload import LARGEST_SIZE as LARGEST_VERIFIED
from reports.signing.sign import HELD
from sakip.records.realisasi.evidence import LARGEST_BUKTI
from sakip.web.task_queue import WORK_LIMIT
from sakip.workbook.safety import LARGEST_SIZE as LARGEST_WORKBOOK
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine

ROOT = Path(__file__).resolve().parent.parent
PIECES = ROOT / "script" / "pasang_pieces"
SITE = (PIECES / "nginx-situs.conf").read_text()
UNITS = sorted(
    [*PIECES.glob("sakip-*.service"), *PIECES.glob("sakip-*.timer"), *PIECES.glob("sakip-*.socket")]
)


def number(pattern: str, text: str) -> int:
    (found,) = re.findall(pattern, text)
    return int(found)


# --- What is refused before the machine is looked at ---


@each_row(
    ("words", "said"),
    [
        (["--cepat"], 'pilihan "--cepat" tidak dikenal'),
        (["--domain"], 'pilihan "--domain" memerlukan isi'),
        (["--domain", "https://sakip.go.id"], '--domain "https://sakip.go.id" bukan nama situs'),
        (["--domain", "a;reboot"], '--domain "a;reboot" bukan nama situs'),
        (["--zona", "GMT"], '--zona "GMT" tidak dikenal. Isi WIB, WITA, atau WIT.'),
        (["--proses", "0"], '--proses "0" bukan bilangan 1 sampai 99'),
        (["--cadangan", "cadangan"], '--cadangan "cadangan" tidak dapat dipakai'),
        (["--sertifikat", "/etc/ssl/situs.pem"], "--sertifikat dan --kunci ditulis bersama"),
        (["--tanpa-tls"], "--tanpa-tls memerlukan --proksi ALAMAT"),
        (["--proksi", "10.0.0.5"], "--proksi hanya bersama --tanpa-tls"),
    ],
)
def test_what_can_only_be_wrong_is_refused_by_name(words: list[str], said: str) -> None:
    done = subprocess.run(
        [ROOT / "script" / "pasang", *words], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert f"script/pasang: {said}" in done.stderr


# --- Settings ---


def environment_of(place: Path, words: str) -> str:
    """The lines of the environment file after the step that writes it, run with these words of bash."""
    subprocess.run(
        [
            "bash",
            "-euc",
            f". {PIECES}/machine.sh; environment={place}/sakip.env; answers={place}/pasang.conf; changed=()\n"
            "declare -A given=(); domain=sakip.contohkab.go.id tls=sendiri certificate= key= proxy="
            f" backups=/var/backups/sakip processes=\n{words}\nmake_environment",
        ],
        timeout=60,
        check=True,
    )
    return (place / "sakip.env").read_text()


def load(monkeypatch: pytest.MonkeyPatch, place: Path, text: str) -> dict[str, Any]:
    """The settings under that environment, its data in another folder."""
    for line in text.splitlines():
        name, is_value, value = line.partition("=")
        if is_value and not line.startswith("#"):
            monkeypatch.setenv(name, value)
    monkeypatch.setenv("SAKIP_DATA_DIR", str(place / "data"))
    return runpy.run_path(str(ROOT / "sakip/settings.py"))


def test_its_environment_is_that_of_a_production_site(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = environment_of(tmp_path, "given[zona]=WITA")
    settings = load(monkeypatch, tmp_path, text)
    assert (tmp_path / "sakip.env").stat().st_mode & 0o777 == 0o600
    assert settings["IS_PRODUCTION"]
    assert len(settings["SECRET_KEY"]) > 80
    assert settings["SAKIP_ADDRESS"] == "https://sakip.contohkab.go.id"
    assert settings["TIME_ZONE"] == "Asia/Makassar"
    assert settings["SAKIP_PROXY_COUNT"] == 1
    database = settings["DATABASES"]["default"]
    # Over the socket the server knows the user by the process: no password anywhere.
    assert [database[name] for name in ("HOST", "USER", "NAME", "PASSWORD")] == [
        "/var/run/postgresql",
        "sakip",
        "sakip",
        "",
    ]


def test_what_an_operator_wrote_stays_and_only_what_is_said_again_changes(tmp_path: Path) -> None:
    first = environment_of(tmp_path, "")
    with (tmp_path / "sakip.env").open("a") as file:
        file.write("SAKIP_EMAIL=smtp://surel.contohkab.go.id\n")
    same = environment_of(tmp_path, "")
    assert same == first + "SAKIP_EMAIL=smtp://surel.contohkab.go.id\n"
    moved = environment_of(
        tmp_path, "domain=kinerja.contohkab.go.id; given[domain]=$domain; given[tanpa-tls]=ya; tls=tanpa"
    )
    assert set(moved.splitlines()) - set(same.splitlines()) == {
        "SAKIP_ALLOWED_HOSTS=kinerja.contohkab.go.id",
        "SAKIP_ADDRESS=https://kinerja.contohkab.go.id",
        # The proxy that ends TLS, and nginx.
        "SAKIP_PROXY_COUNT=2",
    }
    assert len(moved.splitlines()) == len(same.splitlines())


# --- nginx ---


def test_nginx_lets_through_what_the_program_takes_and_little_more() -> None:
    largest = max(
        LARGEST_COUNT * LARGEST_FOTO, LARGEST_SIGNED, LARGEST_VERIFIED, LARGEST_WORKBOOK, LARGEST_BUKTI
    )
    limit = number(r"client_max_body_size (\d+)m;", SITE) * 1024 * 1024
    assert largest + 1024 * 1024 <= limit <= 1.2 * largest
    assert f"{limit // 1024 // 1024} MB" in (PIECES / "413.html").read_text()


def test_nobody_gives_up_before_a_signature_is_given_up() -> None:
    program = number(r"--timeout (\d+)", (PIECES / "sakip-web.service").read_text())
    assert HELD.total_seconds() <= program < number(r"proxy_read_timeout (\d+)s;", SITE)


def test_the_headers_that_the_program_believes_are_written_by_nginx(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    header, value = load(monkeypatch, tmp_path, environment_of(tmp_path, ""))["SECURE_PROXY_SSL_HEADER"]
    name = header.removeprefix("HTTP_").replace("_", "-").title()
    assert f"proxy_set_header {name} $sakip_scheme;" in SITE
    assert f"set $sakip_scheme {value};" in (PIECES / "nginx-tls.conf").read_text()
    behind = (PIECES / "nginx-tanpa-tls.conf").read_text()
    # What another proxy says of the scheme is passed on only where nobody else may ask.
    assert f"set $sakip_scheme ${header.lower()};" in behind
    assert behind.index("allow @PROKSI@;") < behind.index("deny all;")
    assert "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;" in SITE


def test_the_key_of_an_invitation_is_in_no_log_of_nginx() -> None:
    place = reverse("undangan", args=["kunci"]).removesuffix("kunci/")
    (rules,) = re.findall(rf"location {place} {{\n(.*?)\n}}", SITE, re.S)
    assert "access_log off;" in rules
    (line,) = re.findall(r"log_format sakip '(.*)';", (PIECES / "nginx-umum.conf").read_text())
    assert not {"$request ", "$request_uri", "$args", "$http_referer"} & set(re.findall(r"\$\w+ ?", line))


def test_every_static_file_has_a_type(settings: Any) -> None:
    (types,) = re.findall(r"types \{\n(.*?)\n    \}", SITE, re.S)
    known = set(re.findall(r"[\w.]+(?=[ ;])", re.sub(r"^\s*\S+", "", types, flags=re.M)))
    folders = [ROOT / "static", ROOT / "docs" / "panduan" / "gambar"]
    used = {
        path.suffix[1:] for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix
    }
    assert used <= known
    assert f"location {settings.STATIC_URL} {{" in SITE


# --- Services ---


def test_services_start_commands_that_there_are() -> None:
    commands = re.findall(r"manage\.py (\w+)", "".join(unit.read_text() for unit in UNITS))
    assert sorted(commands) == ["cadangkan", "db_worker", "prune_db_task_results", "sapu_berkas"]
    assert set(commands) <= set(get_commands())


def test_a_worker_may_end_the_job_that_it_has_begun() -> None:
    allowed = number(r"TimeoutStopSec=(\d+)", (PIECES / "sakip-pekerja.service").read_text())
    assert allowed > WORK_LIMIT.total_seconds()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="tanpa systemd")
def test_systemd_understands_every_unit(tmp_path: Path) -> None:
    for unit in UNITS:
        text = re.sub(r"/opt/sakip/kini/\.venv/bin/\w+", "/bin/true", unit.read_text())
        (tmp_path / unit.name).write_text(
            text.replace("@PROSES@", "2").replace("@CADANGAN@", "/var/backups/sakip")
        )
    (tmp_path / "sakip-.service.d").mkdir()
    shutil.copy(PIECES / "50-bersama.conf", tmp_path / "sakip-.service.d")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(tmp_path / unit.name for unit in UNITS)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


# --- What it asks of the program by name ---


def test_tables_and_pages_that_it_asks_have_these_names() -> None:
    text = (PIECES / "release.sh").read_text()
    tables = set(re.findall(r"FROM (kecamatan_\w+)", text))
    assert tables == {Pengguna._meta.db_table, WorkerPulse._meta.db_table}
    assert set(re.findall(r"\$\(page (\S+)\)", text)) == {reverse("masuk"), reverse("sehat")}


def test_a_release_holds_everything_but_what_is_for_developers() -> None:
    (listed,) = re.findall(r"^program=\((.*?)\)", (PIECES / "release.sh").read_text(), re.S | re.M)
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True, env=os.environ
    ).stdout.split("\0")
    there = {name.split("/")[0] for name in tracked if name}
    assert there - set(listed.split()) == {".ci", ".editorconfig", ".gitignore", "bench", "tests"}
    assert set(listed.split()) <= there

"""The scripts: refuse what they must, in one clear line, before they touch anything."""

import os
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ["bench", "demo", "gambar-panduan", "mutasi", "resep", "setup", "test"]


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SAKIP_")}
    return subprocess.run(
        command, cwd=ROOT, env=clean | environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_can_be_run_and_read_by_bash(name: str) -> None:
    assert os.access(ROOT / "script" / name, os.X_OK)
    done = run("bash", "-n", f"script/{name}")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", SCRIPTS)
def test_help_is_indonesian_and_does_nothing_else(name: str) -> None:
    done = run(f"script/{name}", "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Pemakaian: script/{name}")
    assert done.stderr == ""


@pytest.mark.parametrize("name", ["demo", "setup"])
def test_an_unknown_option_is_named(name: str) -> None:
    done = run(f"script/{name}", "--cepat")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.endswith(f'script/{name}: pilihan "--cepat" tidak dikenal.\n')


def test_an_unknown_benchmark_is_named() -> None:
    done = run("script/bench", "tidak-ada")
    assert done.returncode == 1
    assert done.stderr.endswith('script/bench: tolok ukur "tidak-ada" tidak dikenal.\n')


def test_the_demo_refuses_production_settings() -> None:
    done = run("script/demo", SAKIP_MODE="produksi")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "script/demo: SAKIP_MODE=produksi: demo tidak dijalankan dengan setelan produksi. "
        "Hapus SAKIP_MODE, lalu ulangi.\n"
    )


def test_the_demo_refuses_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("script/demo", PORT=str(port))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        f"script/demo: port {port} sedang dipakai program lain. "
        f"Pilih port lain, misalnya: PORT={port + 1} script/demo\n"
    )


def test_the_demo_refuses_a_port_that_is_no_number() -> None:
    done = run("script/demo", PORT="delapan")
    assert (done.returncode, done.stderr) == (
        1,
        'script/demo: PORT="delapan" bukan nomor port. Contoh: PORT=8080 script/demo\n',
    )


def test_ci_runs_the_same_tests_as_people_do() -> None:
    assert (ROOT / ".ci/run").read_text().splitlines()[-1] == "exec ./script/test"

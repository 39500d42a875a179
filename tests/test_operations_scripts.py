"""The scripts: refuse what they must, in one clear line, before they touch anything."""

import ensurepip
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.table_tests import each_row

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ["bench", "demo", "gambar-panduan", "mutasi", "pasang", "resep", "setup", "test", "uji-pasang"]


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SAKIP_")}
    return subprocess.run(
        command, cwd=ROOT, env=clean | environment, capture_output=True, text=True, timeout=60, check=False
    )


@each_row("name", SCRIPTS)
def test_a_script_can_be_run_and_read_by_bash(name: str) -> None:
    assert os.access(ROOT / "script" / name, os.X_OK)
    done = run("bash", "-n", f"script/{name}")
    assert (done.returncode, done.stderr) == (0, "")


@each_row("name", SCRIPTS)
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


def _wheel(folder: Path, name: str, files: dict[str, str]) -> str:
    """Writes a wheel of version 1.0; its line in a lock."""
    info = f"{name}-1.0.dist-info"
    files = files | {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: uji\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for place, text in files.items():
            entry = zipfile.ZipInfo(place)
            entry.external_attr = 0o100755 << 16  # pip makes a script of a regular file only
            packed.writestr(entry, text)
        packed.writestr(f"{info}/RECORD", "".join(f"{place},,\n" for place in [*files, f"{info}/RECORD"]))
    return f"{name}==1.0 \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@pytest.fixture(scope="module")
def environment_of_old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with pip and setuptools, as Python brings them, and its installer compiled once for all."""
    place = tmp_path_factory.mktemp("lama")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", ".venv"], cwd=place, check=True)
    (site,) = place.glob(".venv/lib/python*/site-packages")
    bundled = Path(sysconfig.get_config_var("WHEEL_PKG_DIR") or Path(ensurepip.__file__).parent / "_bundled")
    for wheel in [*bundled.glob("pip-*.whl"), *bundled.glob("setuptools-*.whl")]:
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(site)
    # What it has loaded once it need not compile again.
    subprocess.run(
        [".venv/bin/python", "-c", "from pip._internal.commands import install, uninstall"],
        cwd=place,
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        check=True,
    )
    return place / ".venv"


@pytest.fixture
def packages(tmp_path: Path, environment_of_old: Path) -> Path:
    """A folder with the script and that environment; the machine's own packages are not these tests' business."""
    (tmp_path / "script").mkdir()
    shutil.copy(ROOT / "script" / "setup", tmp_path / "script")
    shutil.copytree(environment_of_old, tmp_path / ".venv", symlinks=True)
    packages = tmp_path / "bin"
    packages.mkdir()
    (packages / "dpkg-query").write_text("#!/bin/sh\necho installed\n")
    (packages / "dpkg-query").chmod(0o755)
    return packages


def test_where_uv_fails_pip_installs(tmp_path: Path, packages: Path) -> None:
    """uv is told where pip looks, and to hold to the hashes; what it cannot do, pip does, from the same lock."""
    wheels = tmp_path / "roda"
    wheels.mkdir()
    failing = '#!/bin/sh\n{ echo "$@"; echo "$UV_FIND_LINKS"; } >telah-diminta\nexit 1\n'
    lock = _wheel(wheels, "sesuatu", {"sesuatu.py": "ada = True\n"})
    (tmp_path / "requirements.lock").write_text(lock)
    (tmp_path / "requirements-dev.lock").write_text(
        lock + _wheel(wheels, "uv", {"uv-1.0.data/scripts/uv": failing})
    )
    done = subprocess.run(
        ["script/setup"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
        | {"PATH": f"{packages}:{os.environ['PATH']}", "PIP_CONFIG_FILE": os.devnull}
        | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}
        | {"PIP_NO_COMPILE": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    words, links = (tmp_path / "telah-diminta").read_text().splitlines()
    assert words.startswith("pip sync ")
    assert "--require-hashes" in words
    assert words.endswith(" requirements.lock")
    assert links == str(wheels)
    (site,) = tmp_path.glob(".venv/lib/python*/site-packages")
    assert not (tmp_path / ".venv" / "uv").exists()
    assert (site / "sesuatu.py").read_text() == "ada = True\n"
    assert {folder.name.split("-")[0] for folder in site.glob("*.dist-info")} == {"sesuatu"}


def test_an_environment_keeps_nothing_that_no_lock_names(tmp_path: Path, packages: Path) -> None:
    """pip and setuptools come with Python, as old as it is; with everything installed nobody needs them."""
    locks = [tmp_path / name for name in ("requirements.lock", "requirements-dev.lock")]
    (site,) = tmp_path.glob(".venv/lib/python*/site-packages")
    for lock in locks:
        lock.write_text("")
        stamp = tmp_path / ".venv" / f".terpasang-{lock.name}"
        stamp.write_text(hashlib.sha256(b"").hexdigest())

    def present() -> set[str]:
        return {folder.name.split("-")[0] for folder in site.glob("*.dist-info")}

    assert "pip" in present()
    done = subprocess.run(
        ["script/setup"],
        cwd=tmp_path,
        env=os.environ | {"PATH": f"{packages}:{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "✓ Paket Python sudah sesuai requirements-dev.lock\n",  # what was there for tests stays
        "",
    )
    assert present() == set()


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

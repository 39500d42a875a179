"""script/demo as a parent: what it starts it stops, together, however it ends.

The script runs for real in a folder of its own; only the programs it calls are stand-ins.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Answers every command of manage.py as the real one does, as far as the script can see.
PYTHON = f"""#!/bin/bash
[ "$1" = manage.py ] || exec {sys.executable} "$@"
echo "$@" >>perintah.log
case $2 in
    lkip | dokumen)
        [ "$3" != "${{GAGAL-}}" ] || {{ echo "lkip: kecamatan $3 tidak dikenal." >&2; exit 1; }}
        printf '/Type /Page\\n/Type /Page\\n/Type /Pages\\n' >"${{@: -1}}"
        printf '<p>' >"${{@: -3:1}}"
        ;;
    db_worker)
        echo $$ >db_worker.pid
        [ -z "${{PEKERJA_MATI-}}" ] || {{ while [ ! -e gunicorn.pid ]; do :; done; exit 7; }}
        exec sleep 300
        ;;
esac
"""
GUNICORN = f"""#!/bin/bash
echo $$ >gunicorn.pid
exec {sys.executable} -m http.server --bind 127.0.0.1 "${{3##*:}}" 2>/dev/null
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with the real script/demo and stand-ins for all that it calls."""
    (tmp_path / "script").mkdir()
    shutil.copy(ROOT / "script/demo", tmp_path / "script/demo")
    for name, text in {
        "script/setup": "#!/bin/bash\n",
        ".venv/bin/python": PYTHON,
        ".venv/bin/gunicorn": GUNICORN,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(0o755)
    return tmp_path


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        number: int = free.getsockname()[1]
        return number


def environment(**extra: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], **extra}


def run(house: Path, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["script/demo", *arguments],
        cwd=house,
        env=environment(**extra),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def alive(house: Path) -> list[str]:
    """Return the stand-ins that still run."""
    found = []
    for file in sorted(house.glob("*.pid")):
        try:
            os.kill(int(file.read_text()), 0)
        except ProcessLookupError:
            continue
        found.append(file.stem)
    return found


@pytest.fixture
def serving(house: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The demo at the moment when it says that the site is up."""
    with subprocess.Popen(
        ["script/demo"],
        cwd=house,
        env=environment(PORT=str(port)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as demo:
        assert demo.stdout
        for line in demo.stdout:
            if line.startswith("Situs berjalan"):
                assert f"http://127.0.0.1:{port}/" in line
                break
        else:
            pytest.fail(f"the demo never served: {demo.stderr.read() if demo.stderr else ''}")
        yield demo
        demo.kill()


def test_without_server_it_makes_four_documents_and_ends(house: Path) -> None:
    done = run(house, "--tanpa-server")
    assert (done.returncode, done.stderr) == (0, "")
    assert (house / "perintah.log").read_text().splitlines() == [
        "manage.py siapkan",
        "manage.py muat_contoh",
        "manage.py lkip 35.09.05 2021"
        " --html keluaran/lkip-umbulsari-2021.html --pdf keluaran/lkip-umbulsari-2021.pdf",
        "manage.py lkip 35.09.10 2020"
        " --html keluaran/lkip-balung-2020.html --pdf keluaran/lkip-balung-2020.pdf",
        "manage.py lkip 35.09.01 2023"
        " --html keluaran/lkip-jombang-2023.html --pdf keluaran/lkip-jombang-2023.pdf",
        "manage.py dokumen sk-iku 35.09.25 2024"
        " --html keluaran/sk-iku-jelbuk-2024.html --pdf keluaran/sk-iku-jelbuk-2024.pdf",
    ]
    assert "Dokumen selesai: 4 buah, masing-masing HTML dan PDF, dalam folder keluaran/" in done.stdout
    assert len(list((house / "keluaran").iterdir())) == 8


def test_a_failed_document_ends_the_demo_with_its_reason(house: Path) -> None:
    done = run(house, "--tanpa-server", GAGAL="35.09.10")
    assert (done.returncode, done.stderr) == (1, "lkip: kecamatan 35.09.10 tidak dikenal.\n")


@pytest.mark.parametrize(
    ("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["INT", "TERM"]
)
def test_a_signal_stops_the_server_and_the_worker(
    serving: subprocess.Popen[str], house: Path, sent: signal.Signals, status: int
) -> None:
    assert alive(house) == ["db_worker", "gunicorn"]
    serving.send_signal(sent)
    assert serving.wait(timeout=120) == status
    assert alive(house) == []


def test_when_the_worker_dies_the_server_is_stopped_too(house: Path, port: int) -> None:
    done = run(house, PEKERJA_MATI="ya", PORT=str(port))
    assert done.returncode == 1
    assert done.stderr == (
        "script/demo: Pekerja dokumen (db_worker) berhenti sendiri dengan kode 7; semuanya dihentikan.\n"
    )
    assert alive(house) == []


def test_when_the_server_dies_the_worker_is_stopped_too(serving: subprocess.Popen[str], house: Path) -> None:
    os.kill(int((house / "gunicorn.pid").read_text()), signal.SIGKILL)
    _, reason = serving.communicate(timeout=120)
    assert serving.returncode == 1
    # bash may report the kill itself on a line before.
    assert reason.endswith(
        "script/demo: Server web (gunicorn) berhenti sendiri dengan kode 137; semuanya dihentikan.\n"
    )
    assert alive(house) == []

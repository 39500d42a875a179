"""Where a measurement runs: a data folder of its own, the environment of whatever works in it, and its server."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django

ROOT = Path(__file__).resolve().parent.parent
WAIT_LIMIT = 60  # seconds until the server must answer at all


@contextmanager
def own_environment(*, database: str = "", settings: str = "sakip.settings") -> Iterator[dict[str, str]]:
    """The environment of processes that share a data folder, gone afterwards; on SQLite where no ``database`` is
    named."""
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as folder:
        environment = os.environ | {
            "SAKIP_DATA_DIR": folder,
            "DJANGO_SETTINGS_MODULE": settings,
            "PYTHONPATH": str(ROOT),
        }
        for name in ("DATABASE_URL", "REDIS_URL"):
            environment.pop(name, None)
        yield environment | ({"DATABASE_URL": database} if database else {})


@contextmanager
def own_process() -> Iterator[None]:
    """The same for this very process, with Django set up in it."""
    with own_environment() as environment:
        for name in ("DATABASE_URL", "REDIS_URL"):
            os.environ.pop(name, None)
        os.environ |= environment
        django.setup()
        yield


def run_step(environment: dict[str, str], module: str, *words: str) -> Any:
    """Run a module where Django has the settings of this run; what it says last, as JSON."""
    result = subprocess.run(
        [sys.executable, "-m", module, *words],
        env=environment,
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(result.stdout.splitlines()[-1])


@contextmanager
def server(environment: dict[str, str]) -> Iterator[int]:
    """The real server on a port of its own (gunicorn with two workers, as in docs/operasi)."""
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        port = int(attempt.getsockname()[1])
    command = [sys.executable, "-m", "gunicorn", "sakip.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", "2", "--no-control-socket", "--log-level", "warning"]
    quiet = environment | {"SAKIP_LOG_LEVEL": "WARNING"}
    running = subprocess.Popen(command, env=quiet, cwd=ROOT)
    try:
        end = time.monotonic() + WAIT_LIMIT
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(timeout=WAIT_LIMIT)


class OwnRedis:
    """A Redis of our own (Debian's redis-server) behind a socket in its own folder; it keeps nothing on the disk."""

    def __init__(self, folder: str) -> None:
        self.address = f"unix://{folder}/redis.sock"
        self._command = ["redis-server", "--port", "0", "--unixsocket", f"{folder}/redis.sock", "--save", ""]
        self._folder = folder
        self.start()

    def start(self) -> None:
        """Start it, empty."""
        self._running = subprocess.Popen(self._command, cwd=self._folder, stdout=subprocess.DEVNULL)

    def kill(self) -> None:
        """End it as a crash would."""
        self._running.kill()
        self._running.wait(timeout=WAIT_LIMIT)


@contextmanager
def redis() -> Iterator[OwnRedis]:
    """One that runs until it is killed, or this ends."""
    with tempfile.TemporaryDirectory(prefix="sakip-bench-redis-") as folder:
        running = OwnRedis(folder)
        try:
            yield running
        finally:
            running.kill()


def _postgres_user() -> tuple[Path, list[str]]:
    """Where the programs of PostgreSQL are, and how to run one as its own user."""
    binary = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
    return binary, ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


def postgres_folder(address: str) -> str:
    """Where the socket of :func:`postgres` is."""
    return urlsplit(address).path.removeprefix("/").removesuffix("/sakip")


def postgres_crash(address: str) -> None:
    """End the cluster of :func:`postgres` as a crash would, and start it again."""
    binary, as_user = _postgres_user()
    folder = postgres_folder(address)
    command = [f"{binary}/pg_ctl", "-D", f"{folder}/data", "-w", "-s", "-m", "immediate", "restart"]
    subprocess.run(
        [*as_user, *command, "-l", f"{folder}/data/log", "-o", f"-k {folder} -c listen_addresses="],
        check=True,
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@contextmanager
def postgres() -> Iterator[str]:
    """A cluster of our own behind a socket in its own folder, with durable writes as an office would run it."""
    binary, as_user = _postgres_user()
    with tempfile.TemporaryDirectory(prefix="sakip-bench-pg-") as folder:
        if as_user:
            subprocess.run(["chown", "postgres", folder], check=True)
        data = f"{folder}/data"

        def run(*command: str) -> None:
            subprocess.run(
                [*as_user, *command],
                check=True,
                cwd="/",
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

        run(f"{binary}/initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        choice = f"-k {folder} -c listen_addresses="
        run(f"{binary}/pg_ctl", "-D", data, "-l", f"{data}/log", "-w", "-s", "start", "-o", choice)
        try:
            run(f"{binary}/createdb", "-h", folder, "-U", "postgres", "sakip")
            yield f"postgres://postgres@/{folder}/sakip"
        finally:
            run(f"{binary}/pg_ctl", "-D", data, "-m", "fast", "-s", "stop")

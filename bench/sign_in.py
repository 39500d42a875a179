"""How long others wait while somebody tries passwords over eight connections, on SQLite.

    script/bench sign_in               prints the figures of bench/HASIL.md
    script/bench sign_in --detik 60    longer

The real server (gunicorn with two workers, as in docs/operasi) without any account: every attempt names somebody else,
as who guesses does. Meanwhile the probe of the site is asked, five times a second.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from http.client import HTTPConnection
from statistics import median
from urllib.parse import urlencode

from bench._site import ROOT, own_environment, server

CONNECTIONS = 8
PAUSE = 0.2
IDLE = 50  # answers of the probe before anybody tries

#: What is to be reached: seconds of the probe's answer, at the median.
PROBE_LIMIT = 0.1


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="script/bench sign_in",
        description="Ukur situs selama kata sandi dicoba-coba dari delapan sambungan.",
    )
    parser.add_argument("--detik", type=int, default=20, help="lamanya percobaan (bawaan: 20)")
    args = parser.parse_args()
    with own_environment() as environment:
        for step in (("migrate",), ("collectstatic", "--noinput")):
            command = [sys.executable, "manage.py", *step, "--verbosity=0"]
            subprocess.run(command, env=environment, cwd=ROOT, check=True)
        with server(environment) as port:
            quiet = [_probe(port) for _ in range(IDLE)]
            end = time.monotonic() + args.detik
            answers: Counter[int] = Counter()
            guessers = [
                threading.Thread(target=_guess, args=(port, number, end, answers))
                for number in range(CONNECTIONS)
            ]
            for one in guessers:
                one.start()
            meanwhile = []
            while time.monotonic() < end:
                meanwhile.append(_probe(port))
                time.sleep(PAUSE)
            for one in guessers:
                one.join()
    print(_report(quiet, meanwhile, answers, args.detik))


def _probe(port: int) -> float:
    """Seconds of one answer of ``/sehat/``."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    begun = time.perf_counter()
    connection.request("GET", "/sehat/")
    connection.getresponse().read()
    connection.close()
    return time.perf_counter() - begun


def _guess(port: int, number: int, end: float, answers: Counter[int]) -> None:
    """Wrong passwords of ever other names over one connection, without a pause."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/masuk/")
    response = connection.getresponse()
    text = response.read().decode()
    cookie = (response.getheader("Set-Cookie") or "").partition(";")[0]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
    attempt = 0
    while token and time.monotonic() < end:
        attempt += 1
        body = urlencode(
            {"csrfmiddlewaretoken": token[1], "username": f"orang.{number}.{attempt}", "password": "salah"}
        )
        head = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
        try:
            connection.request("POST", "/masuk/", body, head)
            response = connection.getresponse()
            response.read()
        except OSError:
            connection.close()
            continue
        answers[response.status] += 1


def _report(quiet: list[float], meanwhile: list[float], answers: Counter[int], seconds: int) -> str:
    said = ", ".join(f"{status}: {count}" for status, count in sorted(answers.items()))
    held = "tercapai" if median(meanwhile) <= PROBE_LIMIT else "TIDAK tercapai"
    return "\n".join(
        (
            f"{CONNECTIONS} sambungan, {seconds} detik; jawaban atas percobaan ({said}).",
            f"/sehat/ tanpa percobaan: p50 {_ms(median(quiet))}, terlama {_ms(max(quiet))}.",
            f"/sehat/ selama percobaan: p50 {_ms(median(meanwhile))}, terlama {_ms(max(meanwhile))} "
            f"({len(meanwhile)} jawaban); paling lama 100 md pada p50: {held}.",
        )
    )


def _ms(second: float) -> str:
    return f"{second * 1000:.0f} md"


if __name__ == "__main__":
    main()

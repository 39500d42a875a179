"""Two workers, many jobs, one worker killed, the database crashed: whether every job is done once, by nobody's hand.

    script/bench killed                          200 photos on PostgreSQL, with the queue in the database and with Redis
    script/bench killed --antrean redis          only one of them
    script/bench killed --redis-mati             Redis killed as well, for good, when a third is done
    script/bench killed --redis-ulang            Redis killed as well, and started again, with nothing in it

While Redis is away a quarter of the jobs is enqueued, and with Redis every call in it was lost. The workers are real
processes (db_worker), as docs/operasi starts them; the killed one is not started again.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import Any

import psycopg

from bench._site import (
    ROOT,
    OwnRedis,
    own_environment,
    postgres,
    postgres_crash,
    postgres_folder,
    redis,
    run_step,
)

LIMIT = 1800  # seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="script/bench killed", description="Matikan pekerja dan basis data di tengah pekerjaan."
    )
    parser.add_argument("--pekerjaan", type=int, default=200, help="banyaknya pekerjaan (bawaan: 200)")
    parser.add_argument("--antrean", choices=("basis-data", "redis"), help="hanya dengan antrean ini")
    parser.add_argument("--redis-mati", action="store_true", help="matikan pula Redis untuk seterusnya")
    parser.add_argument(
        "--redis-ulang", action="store_true", help="matikan pula Redis, lalu nyalakan lagi, kosong"
    )
    args = parser.parse_args()
    dies = args.redis_mati or args.redis_ulang
    queues = [args.antrean] if args.antrean else ["redis"] if dies else ["basis-data", "redis"]
    for queue in queues:
        for name, value in _run(
            queue, args.pekerjaan, redis_dies=dies, redis_returns=args.redis_ulang
        ).items():
            print(f"{queue}: {name}: {value}")


def _run(queue: str, jobs: int, *, redis_dies: bool, redis_returns: bool) -> dict[str, Any]:
    with ExitStack() as stack:
        database = stack.enter_context(postgres())
        environment = stack.enter_context(own_environment(database=database))
        line = None
        if queue == "redis":
            line = stack.enter_context(redis())
            environment["REDIS_URL"] = line.address
        environment["SAKIP_LOG_LEVEL"] = "WARNING"
        manage = [sys.executable, "manage.py"]
        subprocess.run([*manage, "siapkan"], env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        later = jobs // 4 if line is not None and redis_dies else 0
        run_step(environment, "bench._killed_world", "antrekan", str(jobs - later))

        def without_redis(line: OwnRedis) -> None:
            line.kill()
            run_step(environment, "bench._killed_world", "antrekan", str(later), str(jobs - later))
            if redis_returns:
                line.start()

        began = time.monotonic()
        workers = [
            subprocess.Popen([*manage, "db_worker", "-v", "0"], env=environment, cwd=ROOT) for _ in range(2)
        ]
        try:
            found = _watch(
                database, workers[0], jobs, partial(without_redis, line) if line and later else None
            )
        finally:
            for one in workers:
                one.send_signal(signal.SIGTERM)
                one.wait(timeout=60)
        return (
            found
            | {"seluruhnya (detik)": f"{time.monotonic() - began:.0f}"}
            | run_step(environment, "bench._killed_world", "hasil")
        )


def _watch(
    database: str, first: subprocess.Popen[bytes], jobs: int, at_a_third: Callable[[], None] | None
) -> dict[str, Any]:
    """Kill and crash at their time, and wait for the end; how long nothing was finished, at most, after each."""
    killed = crashed = 0.0
    done, progressed, longest = 0, time.monotonic(), 0.0
    taken_up: float | None = None
    where = f"host={postgres_folder(database)} user=postgres dbname=sakip"
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        time.sleep(0.1)
        now = time.monotonic()
        try:
            with psycopg.connect(where, connect_timeout=5) as db:
                made, waiting, left = _state(db, first.pid)
        except psycopg.OperationalError:
            continue
        if made > done:
            longest = max(longest, now - progressed) if done else 0.0
            done, progressed = made, now
        if at_a_third and done >= jobs // 3:
            at_a_third()
            at_a_third, progressed = None, time.monotonic()  # what was finished meanwhile is not known
        if not killed and done >= jobs // 5 and left:
            os.kill(first.pid, signal.SIGKILL)
            first.wait()  # as systemd would notice
            killed = time.monotonic()
        elif killed and taken_up is None and not left:
            taken_up = now - killed
        if not crashed and killed and done >= jobs // 2:
            postgres_crash(database)
            crashed = time.monotonic()
        if not waiting:
            break
    return {
        "pekerjaan pekerja yang dimatikan diambil lagi sesudah (detik)": f"{taken_up or 0:.1f}",
        "paling lama tanpa ada yang selesai (detik)": f"{longest:.1f}",
    }


def _state(db: psycopg.Connection[Any], process: int) -> tuple[int, int, int]:
    """How many photos are made, how many uploads wait, and how many tasks the worker of this process has."""
    row = db.execute(
        "SELECT (SELECT count(*) FROM reports_dokumentasi),"
        " (SELECT count(*) FROM reports_fotomasuk WHERE status <> 'gagal'),"
        " (SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'RUNNING'"
        "  AND worker_ids->>-1 LIKE %s)",
        [f"%:{process}:%"],
    ).fetchone()
    made, waiting, left = row or (0, 0, 0)
    return made, waiting, left


if __name__ == "__main__":
    main()

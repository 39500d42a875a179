"""What a run of bench/pdf.py says, as Markdown."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

from bench._offices import DOMPDF, OFFICE, PACKAGES

#: Ours with nothing kept, in one piece, after one text was changed, and with nothing changed; Chromium making the same
#: kind of file (tagged, with bookmarks), and Chromium making a plain one; the library that we print with, as it comes.
WEASY, PIECE, EDIT, SAME = "pertama", "sepotong", "suntingan", "sama"
WORST: Final = "suntingan terlama"
SIGNED, PLAIN = "Chromium bertanda", "Chromium polos"
LIBRARY: Final = "WeasyPrint apa adanya"

#: What is to be reached: ratio to warm Chromium (on a fast processor), ratio to the document in one piece, be it by the
#: library as it comes or as ours is; MB.
LIMITS: Final = {WEASY: (3.0, 0.55), EDIT: (1.0, 0.12), WORST: (1.0, 0.12), SAME: (0.3, 0.05)}
MEMORY_LIMIT: Final = 200


@dataclass
class Measurement:
    """Seconds of one engine on one document, one number a round; ``page`` of what it made; ``beside``: of the browser
    that took turns with it."""

    warm: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)
    cold_processor: list[float] = field(default_factory=list)
    page: int = 0
    cold_page: int = 0
    memory: int = 0  # MiB


def write_report(
    results: dict[str, dict[str, Measurement]],
    *,
    rss: int,
    argument: argparse.Namespace,
    chromium: str,
) -> str:
    """The Markdown of a run. ``rss`` is the worker's highest resident set (MiB)."""
    rows = [
        "# Hasil tolok ukur",
        "",
        "Dibuat oleh `script/bench pdf`; cara dan artinya dijelaskan dalam README.md di folder ini.",
        "",
        f"Mesin: {_processor()}, {os.cpu_count()} inti, Python {platform.python_version()}, {_versi(chromium)}, beban "
        f"{_d(os.getloadavg()[0])}.",
        f"{argument.ronde} ronde hangat, {argument.dingin} dingin; detik (median); rasio = median rasio tiap ronde.",
        "",
        "| LKIP | halaman W / C | cara | hangat W | : C bertanda | : WP | : sepotong | prosesor : sepotong "
        "| C bertanda | C polos | WP |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    ratios: dict[str, list[tuple[float, ...]]] = {way: [] for way in LIMITS}
    for nama, sizes in results.items():
        c, plain, library = sizes[SIGNED], sizes[PLAIN], sizes[LIBRARY]
        for way in (WEASY, EDIT, WORST, SAME, PIECE):
            w = sizes[EDIT if way == WORST else way]
            choose = max if way == WORST else median
            signed, whole, processor = (choose(one) for one in _ratios(w, c, sizes[PIECE]))
            as_it_comes = choose(_ratios(w, c, library)[1])
            rows.append(
                f"| {nama} | {w.page} / {c.page} | {way} | {_d(choose(w.warm))} | **{_d(signed)}** | {_d(as_it_comes)} "
                f"| {_d(whole)} | {_d(processor)} | {_d(median(c.warm))} | {_d(median(plain.warm))} "
                f"| {_d(median(library.warm))} |"
            )
            if way in ratios:
                ratios[way].append((signed, as_it_comes, whole))
    memory = max(u[WEASY].memory for u in results.values())
    rows.append("")
    for way, (browser, piece) in LIMITS.items():
        peers = (SIGNED, browser), (LIBRARY, piece), (PIECE, piece)
        rows += [
            _limit(f"{way} : {peer}", max(found), limit)
            for (peer, limit), found in zip(peers, zip(*ratios[way], strict=True), strict=True)
        ]
    rows += [
        f"- Memori puncak proses perender {_mb(memory)} MB (PSS; RSS {_mb(rss)} MB); batas {MEMORY_LIMIT} MB: "
        f"{_capai(_mb(memory) <= MEMORY_LIMIT)}.",
        "",
        *_cold_rows(results),
        "",
        "W: WeasyPrint, PDF/UA-1 bertanda, dengan dua proses bila banyak yang digambar. pertama: belum ada bagian",
        "yang disimpan; suntingan: satu kalimat ditambahkan pada satu narasi, setiap narasi tiga kali (median,",
        "lalu yang terlama); sama: tidak ada yang berubah; sepotong: seluruh dokumen sebagai satu bagian, satu proses,",
        "dengan mesin yang sama. WP: seluruh dokumen dengan WeasyPrint apa adanya, tanpa satu pun cara kami.",
        "C bertanda: Chromium dengan tanda dan penanda bab, seperti PDF kami; C polos: tanpa keduanya. Keduanya tanpa",
        "nomor halaman pada daftar isi.",
        "",
    ]
    return "\n".join(rows)


def _cold_rows(results: dict[str, dict[str, Measurement]]) -> list[str]:
    """Each engine in a process of its own; what is not installed is named below."""
    peers = {OFFICE: "LibreOffice dari Word kami", DOMPDF: "dompdf dari HTML yang sama"}
    rows = [
        "| LKIP | dalam proses baru | halaman | detik | detik prosesor | kami : ia |",
        "|---|---|---|---|---|---|",
    ]
    for nama, sizes in results.items():
        for m, name in {WEASY: "kami (pertama)", SIGNED: SIGNED, **peers}.items():
            if m not in sizes or not sizes[m].cold:
                continue
            own = sizes[m]
            ratio = median(a / b for a, b in zip(sizes[WEASY].cold, own.cold, strict=True))
            seconds = f"{_d(median(own.cold))} | {_d(median(own.cold_processor))} | {_d(ratio)}"
            rows.append(f"| {nama} | {name} | {own.cold_page or own.page} | {seconds} |")
    missing = [m for m in peers if not any(m in sizes for sizes in results.values())]
    return [
        *rows,
        "",
        *(f"{m} tidak terpasang (paket {PACKAGES[m]}), sehingga tidak diukur." for m in missing),
    ]


def _ratios(
    w: Measurement, c: Measurement, piece: Measurement
) -> tuple[list[float], list[float], list[float]]:
    """To the browser and to the whole in one piece, by the clock and by the processor; who did not take turns with the
    one piece is compared with its median."""
    if w.beside:
        each = median(piece.warm), median(piece.processor)
        return (
            [a / b for a, b in zip(w.warm, w.beside, strict=True)],
            [one / each[0] for one in w.warm],
            [one / each[1] for one in w.processor],
        )
    pairs = (w.warm, c.warm), (w.warm, piece.warm), (w.processor, piece.processor)
    signed, whole, processor = ([a / b for a, b in zip(*pair, strict=True)] for pair in pairs)
    return signed, whole, processor


def _limit(what: str, ratio: float, limit: float) -> str:
    return f"- Rasio hangat terbesar {what} {_d(ratio)}; batas {_d(limit)}: {_capai(ratio <= limit)}."


def _d(nilai: float) -> str:
    return f"{nilai:.2f}".replace(".", ",")


def _mb(mib: int) -> int:
    return round(mib * 1.048576)


def _capai(reached: bool) -> str:
    return "tercapai" if reached else "BELUM tercapai"


def _processor() -> str:
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    return next((b.partition(":")[2].strip() for b in info.splitlines() if b.startswith("model name")), "?")


def _versi(chromium: str) -> str:
    from importlib.metadata import version

    keluaran = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True).stdout
    return f"WeasyPrint {version('weasyprint')}, {' '.join(keluaran.split()[:2])}"

"""What a run of bench/pdf.py says, as Markdown."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

#: The engines: ours, Chromium making the same kind of file (tagged, with bookmarks), Chromium making a plain one.
WEASY, SIGNED, PLAIN = "WeasyPrint", "Chromium bertanda", "Chromium polos"

#: What is to be reached: ratio to warm Chromium, MB per process.
RATIO_LIMIT, MEMORY_LIMIT = 6.5, 200


@dataclass
class Measurement:
    """Seconds of one engine on one document, one number a round; ``page`` of what it made."""

    warm: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    page: int = 0
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
        f"Mesin: {_processor()}, {os.cpu_count()} inti, Python {platform.python_version()}, {_versi(chromium)}.",
        f"{argument.ronde} ronde hangat, {argument.dingin} dingin; detik (median); rasio = median rasio tiap ronde.",
        "",
        "| LKIP | halaman W / C | hangat W | C bertanda | rasio | C polos | rasio | dingin W | C bertanda "
        "| memori W / C |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for nama, sizes in results.items():
        w, c, plain = (sizes[m] for m in (WEASY, SIGNED, PLAIN))
        rows.append(
            f"| {nama} | {w.page} / {c.page} | {_d(median(w.warm))} | {_d(median(c.warm))} | "
            f"**{_d(_ratio(w.warm, c.warm))}** | {_d(median(plain.warm))} | "
            f"{_d(_ratio(w.warm, plain.warm))} | {_d(median(w.cold))} | {_d(median(c.cold))} | "
            f"{w.memory} / {c.memory} MiB |"
        )
    memory = max(u[WEASY].memory for u in results.values())
    same, plain_ = (max(_ratio(u[WEASY].warm, u[m].warm) for u in results.values()) for m in (SIGNED, PLAIN))
    rows += [
        "",
        f"- Rasio hangat terbesar terhadap Chromium bertanda {_d(same)}; batas {_d(RATIO_LIMIT)}: "
        f"{_capai(same <= RATIO_LIMIT)}.",
        f"- Rasio hangat terbesar terhadap Chromium polos {_d(plain_)}; batas {_d(RATIO_LIMIT)}: "
        f"{_capai(plain_ <= RATIO_LIMIT)}.",
        f"- Memori puncak proses perender {_mb(memory)} MB (PSS; RSS {_mb(rss)} MB); batas {MEMORY_LIMIT} MB: "
        f"{_capai(_mb(memory) <= MEMORY_LIMIT)}.",
    ]
    rows += [
        "",
        "W: WeasyPrint, PDF/UA-1 bertanda. C bertanda: Chromium dengan tanda dan penanda bab, seperti PDF kami;",
        "C polos: tanpa keduanya. Keduanya tanpa nomor halaman pada daftar isi. Memori: PSS, milik C seluruh pohon",
        "prosesnya.",
        "",
    ]
    return "\n".join(rows)


def _ratio(above: list[float], below: list[float]) -> float:
    return median(a / b for a, b in zip(above, below, strict=True))


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

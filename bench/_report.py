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
WEASY, BERTANDA, POLOS = "WeasyPrint", "Chromium bertanda", "Chromium polos"

#: What is to be reached: ratio to warm Chromium, MB per process, two processes against one.
BATAS_RASIO, BATAS_MEMORI, BATAS_MASSAL = 6.5, 200, 0.6


@dataclass
class Ukuran:
    """Seconds of one engine on one document, one number a round; ``halaman`` of what it made."""

    hangat: list[float] = field(default_factory=list)
    dingin: list[float] = field(default_factory=list)
    halaman: int = 0
    memori: int = 0  # MiB


def write_report(
    hasil: dict[str, dict[str, Ukuran]],
    *,
    rss: int,
    massal: list[tuple[float, float]],
    argumen: argparse.Namespace,
    chromium: str,
) -> str:
    """The Markdown of a run. ``rss`` is the worker's highest resident set (MiB), ``massal`` pairs of seconds with one
    and with two processes."""
    baris = [
        "# Hasil tolok ukur",
        "",
        "Dibuat oleh `script/bench pdf`; cara dan artinya dijelaskan dalam README.md di folder ini.",
        "",
        f"Mesin: {_prosesor()}, {os.cpu_count()} inti, Python {platform.python_version()}, {_versi(chromium)}.",
        f"{argumen.ronde} ronde hangat, {argumen.dingin} dingin; detik (median); rasio = median rasio tiap ronde.",
        "",
        "| LKIP | halaman W / C | hangat W | C bertanda | rasio | C polos | rasio | dingin W | C bertanda "
        "| memori W / C |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for nama, ukuran in hasil.items():
        w, c, polos = (ukuran[m] for m in (WEASY, BERTANDA, POLOS))
        baris.append(
            f"| {nama} | {w.halaman} / {c.halaman} | {_d(median(w.hangat))} | {_d(median(c.hangat))} | "
            f"**{_d(_rasio(w.hangat, c.hangat))}** | {_d(median(polos.hangat))} | "
            f"{_d(_rasio(w.hangat, polos.hangat))} | {_d(median(w.dingin))} | {_d(median(c.dingin))} | "
            f"{w.memori} / {c.memori} MiB |"
        )
    memori = max(u[WEASY].memori for u in hasil.values())
    sama, polos_ = (
        max(_rasio(u[WEASY].hangat, u[m].hangat) for u in hasil.values()) for m in (BERTANDA, POLOS)
    )
    baris += [
        "",
        f"- Rasio hangat terbesar terhadap Chromium bertanda {_d(sama)}; batas {_d(BATAS_RASIO)}: "
        f"{_capai(sama <= BATAS_RASIO)}.",
        f"- Rasio hangat terbesar terhadap Chromium polos {_d(polos_)}; batas {_d(BATAS_RASIO)}: "
        f"{_capai(polos_ <= BATAS_RASIO)}.",
        f"- Memori puncak proses perender {_mb(memori)} MB (PSS; RSS {_mb(rss)} MB); batas {BATAS_MEMORI} MB: "
        f"{_capai(_mb(memori) <= BATAS_MEMORI)}.",
    ]
    if massal:
        rasio = median(dua / satu for satu, dua in massal)
        baris.append(
            f"- {argumen.dokumen} dokumen berurutan {_d(median(s for s, _ in massal))} detik, dengan dua proses "
            f"{_d(median(d for _, d in massal))} detik: rasio {_d(rasio)}; batas {_d(BATAS_MASSAL)}: "
            f"{_capai(rasio <= BATAS_MASSAL)}."
        )
    baris += [
        "",
        "W: WeasyPrint, PDF/UA-1 bertanda. C bertanda: Chromium dengan tanda dan penanda bab, seperti PDF kami;",
        "C polos: tanpa keduanya. Keduanya tanpa nomor halaman pada daftar isi. Memori: PSS, milik C seluruh pohon",
        "prosesnya.",
        "",
    ]
    return "\n".join(baris)


def _rasio(atas: list[float], bawah: list[float]) -> float:
    return median(a / b for a, b in zip(atas, bawah, strict=True))


def _d(nilai: float) -> str:
    return f"{nilai:.2f}".replace(".", ",")


def _mb(mib: int) -> int:
    return round(mib * 1.048576)


def _capai(tercapai: bool) -> str:
    return "tercapai" if tercapai else "BELUM tercapai"


def _prosesor() -> str:
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    return next((b.partition(":")[2].strip() for b in info.splitlines() if b.startswith("model name")), "?")


def _versi(chromium: str) -> str:
    from importlib.metadata import version

    keluaran = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True).stdout
    return f"WeasyPrint {version('weasyprint')}, {' '.join(keluaran.split()[:2])}"

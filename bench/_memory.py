"""Memory of processes, read from /proc."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

_SELANG = 0.02  # seconds between two looks


def puncak_rss(pid: int) -> int:
    """Highest resident set of a living process so far, in MiB (VmHWM)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return next(int(b.split()[1]) for b in status.splitlines() if b.startswith("VmHWM:")) // 1024


class PuncakMemori:
    """The highest sum of PSS, in MiB, of the descendants of ``induk`` whose command names ``nama``, while it is
    open. Looking costs time: never around what is being timed."""

    def __init__(self, induk: int, nama: str) -> None:
        self.mib = 0
        self._induk = induk
        self._nama = nama
        self._selesai = threading.Event()
        self._pengamat = threading.Thread(target=self._amati)

    def __enter__(self) -> Self:
        self._pengamat.start()
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, nilai: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self._selesai.set()
        self._pengamat.join()

    def _amati(self) -> None:
        while True:
            jumlah = sum(_pss(pid) for pid in _keturunan(self._induk) if self._nama in _perintah(pid))
            self.mib = max(self.mib, jumlah // 1024)
            if self._selesai.wait(_SELANG):
                return


def _keturunan(induk: int) -> set[int]:
    anak: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        isi = _read(stat)
        if isi:
            anak.setdefault(int(isi.rpartition(")")[2].split()[1]), []).append(int(stat.parent.name))
    hasil: set[int] = set()
    antrean = [induk]
    while antrean:
        baru = anak.get(antrean.pop(), [])
        hasil.update(baru)
        antrean += baru
    return hasil


def _pss(pid: int) -> int:
    isi = _read(Path(f"/proc/{pid}/smaps_rollup"))
    return next((int(b.split()[1]) for b in isi.splitlines() if b.startswith("Pss:")), 0)


def _perintah(pid: int) -> str:
    return _read(Path(f"/proc/{pid}/cmdline"))


def _read(berkas: Path) -> str:
    try:
        return berkas.read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return ""  # it has ended meanwhile

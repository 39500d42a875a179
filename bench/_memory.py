"""Memory of processes, read from /proc."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

_INTERVAL = 0.02  # seconds between two looks


def peak_rss(pid: int) -> int:
    """Highest resident set of a living process so far, in MiB (VmHWM)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return next(int(b.split()[1]) for b in status.splitlines() if b.startswith("VmHWM:")) // 1024


def rss(pid: int) -> float:
    """Resident set of a living process now, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return next(int(b.split()[1]) for b in status.splitlines() if b.startswith("VmRSS:")) / 1024


def processes(parent: int, nama: str) -> list[int]:
    """The descendants of ``parent`` whose command names ``nama``, the oldest first."""
    return sorted(pid for pid in _descendants(parent) if nama in _command_line(pid))


class PeakMemory:
    """The highest sum of PSS, in MiB, of the descendants of ``parent`` whose command names ``nama``, while it is
    open, and of one of them (``most``). Looking costs time: never around what is being timed."""

    def __init__(self, parent: int, nama: str) -> None:
        self.mib = self.most = 0
        self._parent = parent
        self._nama = nama
        self._done = threading.Event()
        self._watcher = threading.Thread(target=self._watch)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, nilai: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self._done.set()
        self._watcher.join()

    def _watch(self) -> None:
        while True:
            sizes = [_pss(pid) for pid in _descendants(self._parent) if self._nama in _command_line(pid)]
            self.mib = max(self.mib, sum(sizes) // 1024)
            self.most = max(self.most, max(sizes, default=0) // 1024)
            if self._done.wait(_INTERVAL):
                return


def _descendants(parent: int) -> set[int]:
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        content = _read(stat)
        if content:
            children.setdefault(int(content.rpartition(")")[2].split()[1]), []).append(int(stat.parent.name))
    results: set[int] = set()
    queue = [parent]
    while queue:
        new = children.get(queue.pop(), [])
        results.update(new)
        queue += new
    return results


def _pss(pid: int) -> int:
    content = _read(Path(f"/proc/{pid}/smaps_rollup"))
    return next((int(b.split()[1]) for b in content.splitlines() if b.startswith("Pss:")), 0)


def _command_line(pid: int) -> str:
    return _read(Path(f"/proc/{pid}/cmdline"))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return ""  # it has ended meanwhile

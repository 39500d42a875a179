"""The recipes of CONTRIBUTING.md, done for real: what has to be written, whether it works, how many files it touches.

Run by script/resep. Each recipe is done in a scratch copy of the checkout, uncommitted work included: files are written
as a developer would write them, its tests are run, and what differs from before is counted, tests aside. The house says
how much one may cost; more than that, or a test that fails, ends with exit code 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
PIECES: Final = ROOT / "script" / "recipe_pieces"

#: Not part of what is made: tests show that it works, data/ comes from running it.
NOT_COUNTED: Final = ("tests/", "data/")

#: How much of a failure is shown: its end says what it was.
FAILURE_LINES: Final = 40


@dataclass(frozen=True, kw_only=True)
class Write:
    """A new file, from the piece of the same name in ``script/recipe_pieces``."""

    path: str
    piece: str


@dataclass(frozen=True, kw_only=True)
class Insert:
    """Lines put before or after a line (its whole text) that the file has exactly once."""

    path: str
    at: str
    lines: str
    before: bool = False


@dataclass(frozen=True, kw_only=True)
class Raise:
    """A version, written as ``NAME = "7"``, raised by one."""

    path: str
    name: str

    @property
    def line(self) -> re.Pattern[str]:
        """The line that says it."""
        return re.compile(rf'^{self.name} = "(\d+)"$', re.M)


Step = Write | Insert | Raise


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """``name`` is what is added, as people say it. ``files`` and ``rooms`` are what it may cost at most; None where
    the house sets no number of rooms.

    ``migration`` names the one that the models then need; ``tests`` show that it works. ``after`` is the recipe that
    has to be done first; what that costs is its own.
    """

    name: str
    files: int
    rooms: int | None
    steps: tuple[Step, ...]
    tests: tuple[str, ...]
    migration: str = ""
    after: str = ""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a recipe came to: the production files that differ, and what its tests said where they failed."""

    recipe: Recipe
    touched: tuple[str, ...]
    failure: str = ""

    @property
    def rooms(self) -> tuple[str, ...]:
        """The rooms of the touched files."""
        return tuple(sorted({room_of(path) for path in self.touched}))

    @property
    def passed(self) -> bool:
        """Whether it works at no more than its price."""
        few_rooms = self.recipe.rooms is None or len(self.rooms) <= self.recipe.rooms
        return len(self.touched) <= self.recipe.files and few_rooms and not self.failure


def room_of(path: str) -> str:
    """The folder that whoever changes the file has to open: the record's own, else the second level."""
    parts = path.split("/")
    deep = 3 if parts[:2] == ["sakip", "records"] else 2
    return "/".join(parts[:-1][:deep]) or path


RECIPES: Final = (
    Recipe(
        name="rumus",
        files=3,
        rooms=None,
        steps=(
            Insert(
                path="sakip/capaian/rumus.py",
                at='    RENTANG = "rentang"',
                lines='    SIMPANGAN = "simpangan"',
            ),
            Insert(
                path="sakip/capaian/rumus.py",
                at="def _rentang(target: Target, realisasi: Nilai, skala: Skala | None) -> Working:",
                lines="rumus.py",
                before=True,
            ),
            Insert(
                path="sakip/capaian/README.md",
                at="| `predikat` | letters on a named scale | peringkat(R) ÷ peringkat(T) × 100, 1 = lowest | our rule;"
                " Jombang 2023 prints B against B as 100% |",
                lines="| `simpangan` | nearest to the target | (1 − abs(R − T) ÷ T) × 100 | an example |",
            ),
            Insert(
                path="sakip/capaian/README.md",
                at='| negatif-bagi | | 10 | B | tidak dapat dihitung: realisasi "B" berupa huruf, padahal diperlukan'
                " angka |",
                lines="| simpangan | | 100 | 90 | 90,00 |\n| simpangan | | 100 | 110 | 90,00 |\n"
                "| simpangan | | 80 | 60 | 75,00 |\n"
                "| simpangan | | 0 | 1 | tidak dapat dihitung: target bernilai nol |",
            ),
            Insert(
                path="sakip/capaian/README.md",
                at="| negatif-bagi | | 235 | 470 | 422 | −48 | poin | 5,69 | membaik |",
                lines="| simpangan | | 100 | 80 | 95 | 15 | poin | 15,00 | membaik |\n"
                "| simpangan | | 100 | 120 | 110 | −10 | poin | 10,00 | membaik |",
            ),
            Write(path="tests/sakip/capaian/test_resep_rumus.py", piece="test_rumus.py"),
        ),
        migration="rumus_simpangan",
        tests=(
            "tests/sakip/capaian",
            "tests/sakip/capaian/test_resep_rumus.py",
            "tests/sakip/records/renstra/test_indikator_pages.py",
        ),
    ),
    Recipe(
        name="jenis catatan dengan dua kolom",
        files=9,
        rooms=2,
        steps=(
            *(
                Write(path=f"sakip/records/pengaduan/{name}.py", piece=f"record_{name}.py")
                for name in ("__init__", "models", "rules", "form", "sheet", "page")
            ),
            Write(path="tests/sakip/records/test_resep_catatan.py", piece="test_catatan.py"),
        ),
        migration="pengaduan",
        tests=(
            "tests/sakip/records/test_resep_catatan.py",
            "tests/sakip/entry/test_trail_key.py",
            "tests/test_arrows.py",
            "tests/reports/workbook/test_there_and_back.py",
            "tests/reports/workbook/test_fixtures.py",
        ),
    ),
    Recipe(
        name="bagian LKIP",
        files=4,
        rooms=None,
        steps=(
            Write(path="reports/lkip/bab1_wilayah.py", piece="lkip_part.py"),
            Insert(
                path="reports/lkip/bab1.py",
                at="from reports.lkip.bab1_sdm import sumber_daya_manusia",
                lines="from reports.lkip.bab1_wilayah import wilayah_kerja",
            ),
            Insert(
                path="reports/lkip/bab1.py",
                at="            isu_strategis(naskah),",
                lines="            wilayah_kerja(naskah),",
            ),
            Raise(path="reports/publish/assemble.py", name="VERSI_DOKUMEN"),
            Write(path="tests/reports/lkip/test_resep_bagian.py", piece="test_bagian.py"),
        ),
        tests=(
            "tests/reports/lkip/test_resep_bagian.py",
            "tests/reports/lkip/test_lkip.py",
            "tests/reports/document/test_numbering.py",
            "tests/test_arrows.py",
        ),
    ),
    Recipe(
        name="bagian LKIP dengan data baru",
        files=4,
        rooms=None,
        after="jenis catatan dengan dua kolom",
        steps=(
            Insert(
                path="sakip/snapshot/types.py",
                at="@dataclass(frozen=True, slots=True, kw_only=True)",
                lines="frozen_rows.py",
                before=True,
            ),
            Insert(
                path="sakip/snapshot/types.py",
                at='    sdm: tuple[SDMRow, ...] = rows_of("kecamatan.KomposisiSDM")',
                lines='    pengaduan: tuple[Pengaduan, ...] = rows_of("sakip.Pengaduan")',
            ),
            Write(path="reports/lkip/bab1_pengaduan.py", piece="lkip_rows.py"),
            Insert(
                path="reports/lkip/bab1.py",
                at="from reports.lkip.bab1_sdm import sumber_daya_manusia",
                lines="from reports.lkip.bab1_pengaduan import pengaduan",
            ),
            Insert(
                path="reports/lkip/bab1.py",
                at="            isu_strategis(naskah),",
                lines="            pengaduan(naskah),",
            ),
            Raise(path="reports/publish/assemble.py", name="VERSI_DOKUMEN"),
            Write(path="tests/reports/lkip/test_resep_bagian_data.py", piece="test_bagian_data.py"),
        ),
        tests=(
            "tests/reports/lkip/test_resep_bagian_data.py",
            "tests/reports/lkip/test_lkip.py",
            "tests/sakip/snapshot/test_codec.py",
            "tests/sakip/snapshot/test_frozen.py",
            "tests/test_arrows.py",
        ),
    ),
    Recipe(
        name="pemeriksaan",
        files=1,
        rooms=None,
        steps=(
            Insert(
                path="sakip/checks/region.py", at='    "penduduk-menjumlah",', lines="check.py", before=True
            ),
            Write(path="tests/sakip/checks/test_resep_pemeriksaan.py", piece="test_pemeriksaan.py"),
        ),
        tests=("tests/sakip/checks/test_resep_pemeriksaan.py", "tests/sakip/checks/test_budget_checks.py"),
    ),
    Recipe(
        name="halaman pengisian",
        files=2,
        rooms=None,
        steps=(
            Write(path="sakip/records/pejabat/page.py", piece="page.py"),
            Write(path="templates/sakip/entry/pejabat.html", piece="page.html"),
            Write(path="tests/sakip/entry/test_resep_halaman.py", piece="test_halaman.py"),
        ),
        tests=("tests/sakip/entry/test_resep_halaman.py", "tests/test_arrows.py"),
    ),
)


# -- doing them ------------------------------------------------------------------------------------


def piece(name: str) -> str:
    """The text of a piece; what is no name of a piece is the text itself."""
    path = PIECES / f"{name}.txt"
    return path.read_text(encoding="utf-8").rstrip("\n") if path.exists() else name


def perform(step: Step, root: Path) -> None:
    """Do one step in the copy. Raises ValueError where the file is not what the recipe expects."""
    path = root / step.path
    if isinstance(step, Write):
        if path.exists():
            raise ValueError(f"{step.path} sudah ada")
        path.parent.mkdir(exist_ok=True)
        path.write_text(piece(step.piece) + "\n", encoding="utf-8")
        return
    if isinstance(step, Raise):
        text, count = step.line.subn(
            lambda m: f'{step.name} = "{int(m[1]) + 1}"', path.read_text(encoding="utf-8")
        )
        if count != 1:
            raise ValueError(f"{step.path}: {step.name} ada {count} kali, seharusnya 1")
        path.write_text(text, encoding="utf-8")
        return
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines.count(step.at) != 1:
        raise ValueError(f"{step.path}: baris {step.at!r} ada {lines.count(step.at)} kali, seharusnya 1")
    place = lines.index(step.at) + (0 if step.before else 1)
    lines[place:place] = piece(step.lines).split("\n")
    path.write_text("\n".join(lines), encoding="utf-8")


def copy(target: Path) -> None:
    """The checkout as it is, without what is made by running."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def contents(root: Path) -> dict[str, str]:
    """Every production file with its SHA-256."""
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and not (name := path.relative_to(root).as_posix()).startswith(NOT_COUNTED)
    }


def run(root: Path, *command: str) -> str:
    """Run a command of the copy; what it said where it failed, else nothing."""
    done = subprocess.run(
        [sys.executable, *command], cwd=root, env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return "" if done.returncode == 0 else (done.stdout + done.stderr).strip() or "gagal tanpa pesan"


def do(recipe: Recipe, root: Path) -> str:
    """Its steps and its migration; what failed."""
    for step in recipe.steps:
        perform(step, root)
    return (
        run(root, "manage.py", "makemigrations", "sakip", "-n", recipe.migration) if recipe.migration else ""
    )


def carry_out(recipe: Recipe, root: Path) -> Outcome:
    """Do a recipe in a copy and see what came of it."""
    failure = "".join(do(first, root) for first in RECIPES if first.name == recipe.after)
    before = contents(root)
    failure = failure or do(recipe, root)
    failure = failure or run(root, "manage.py", "makemigrations", "--check", "--dry-run")
    touched = {name for name, mark in contents(root).items() if before.get(name) != mark}
    quiet = ("-p", "no:cacheprovider", "-q", "-x", "--no-header")
    failure = failure or run(root, "-m", "pytest", *quiet, *recipe.tests)
    return Outcome(recipe=recipe, touched=tuple(sorted(touched)), failure=failure)


# -- saying it -------------------------------------------------------------------------------------


def table(outcomes: Sequence[Outcome]) -> str:
    """What each came to, beside what it may cost."""
    rows = [("resep", "berkas", "boleh", "ruang", "boleh", "uji")]
    rows += [
        (
            o.recipe.name,
            str(len(o.touched)),
            str(o.recipe.files),
            str(len(o.rooms)),
            "–" if o.recipe.rooms is None else str(o.recipe.rooms),
            "GAGAL" if o.failure else "lulus",
        )
        for o in outcomes
    ]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def main(arguments: Sequence[str], say: Callable[[str], object] = print) -> int:
    """Carry the recipes out and print the table; 0 when all work at no more than their price."""
    parser = argparse.ArgumentParser(prog="script/resep", add_help=False)
    parser.add_argument("nama", nargs="*")
    names = parser.parse_args(arguments).nama
    wanted = [r for r in RECIPES if not names or any(n in r.name for n in names)]
    if not wanted:
        say(f"script/resep: tidak ada resep {' '.join(names)!r}. Ada: {', '.join(r.name for r in RECIPES)}.")
        return 1
    outcomes = []
    for recipe in wanted:
        with tempfile.TemporaryDirectory(prefix="sakip-resep.") as folder:
            copy(Path(folder))
            outcomes.append(outcome := carry_out(recipe, Path(folder)))
        say(f"\n── {recipe.name}")
        for path in outcome.touched:
            say(f"   {path}")
        if outcome.failure:
            say("\n".join(outcome.failure.splitlines()[-FAILURE_LINES:]))
    say(f"\n{table(outcomes)}")
    return 0 if all(o.passed for o in outcomes) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

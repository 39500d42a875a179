"""What all commands share: Indonesian help and refusals, one line and exit code 1, whole files or none."""

import io
import json
import os
import subprocess
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

import pytest
from django.core.management.base import CommandError, CommandParser
from django.db import OperationalError, ProgrammingError

from kecamatan.ground.arguments import tahun, translate
from kecamatan.ground.commands import (
    Perintah,
    ensure_year,
    format_argument,
    kecamatan_dari,
    place_argument,
    satu_baris,
    write_file,
)
from kecamatan.ground.errors import InputError
from tests.factory import make_kecamatan


class Contoh(Perintah):
    """A command for these tests: it does what ``buat`` says."""

    help = "Perintah untuk uji."
    buat: Any = None

    def add_arguments(self, parser: CommandParser) -> None:
        place_argument(parser)
        format_argument(parser)
        parser.add_argument("--proses", type=int, default=1, help="jumlah proses")

    def handle(self, *args: Any, **options: Any) -> None:
        if self.buat is not None:
            raise self.buat
        self.write_json({"kecamatan": options["kecamatan"], "tahun": options["tahun"]})


def execute(*argumen: str, buat: BaseException | None = None) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the command as called from a shell."""
    keluar, galat = io.StringIO(), io.StringIO()
    perintah = Contoh(stdout=keluar, stderr=galat)
    perintah.buat = buat
    try:
        perintah.run_from_argv(["manage.py", "contoh", *argumen])
    except SystemExit as selesai:
        return int(selesai.code or 0), keluar.getvalue(), galat.getvalue()
    return 0, keluar.getvalue(), galat.getvalue()


def test_help_is_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    kode, _, galat = execute("--help")
    keluar = capsys.readouterr().out
    assert (kode, galat) == (0, "")
    assert keluar.startswith("Pemakaian: manage.py contoh")
    for kata in (
        "Argumen:",
        "Pilihan:",
        "Perintah untuk uji.",
        "tampilkan bantuan ini",
        "kode wilayah (35.09.10)",
    ):
        assert kata in keluar
    for kata in ("usage", "options", "show this", "positional", "settings", "Display", "Verbosity"):
        assert kata not in keluar


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        ((), "Argumen K, T belum diisi. Lihat --help."),
        (("balung",), "Argumen T belum diisi. Lihat --help."),
        (("balung", "21"), 'Argumen T: "21" bukan tahun. Tulis empat angka, misalnya 2021.'),
        (("balung", "2021", "x"), "Argumen x tidak dikenal. Lihat --help."),
        (("balung", "2021", "--warna"), "Argumen --warna tidak dikenal. Lihat --help."),
        (
            ("balung", "2021", "--format", "xml"),
            "Argumen --format: 'xml' tidak dikenal. Pilih 'teks', 'json'.",
        ),
        (("balung", "2021", "--format"), "Argumen --format belum diberi nilai. Lihat --help."),
        (
            ("balung", "2021", "--proses", "dua"),
            'Argumen --proses: "dua" bukan bilangan bulat. Tulis misalnya 2.',
        ),
        (("balung", "2021", "--traceback=x"), "Argumen --traceback tidak memerlukan nilai. Lihat --help."),
    ],
)
def test_wrong_arguments_are_one_indonesian_line(argumen: tuple[str, ...], pesan: str) -> None:
    assert execute(*argumen) == (1, "", f"{pesan}\n")


@pytest.mark.parametrize(
    ("inggris", "indonesia"),
    [
        (
            "argument --a: not allowed with argument --b",
            "Argumen --a dan --b tidak dapat dipakai bersama. Pilih satu.",
        ),
        ("one of the arguments --a --b is required", "Isi salah satu dari argumen --a --b."),
        (
            "ambiguous option: --pro could match --proses, --profil",
            "Argumen --pro dapat berarti --proses, --profil. Tulis selengkapnya.",
        ),
        ("something new", "Argumen tidak dapat dibaca (something new). Lihat --help."),
    ],
)
def test_what_argparse_may_say_otherwise(inggris: str, indonesia: str) -> None:
    assert translate(inggris) == indonesia


def test_json_is_all_of_stdout() -> None:
    kode, keluar, galat = execute("balung", "2021", "--format", "json")
    assert (kode, json.loads(keluar), galat) == (0, {"kecamatan": "balung", "tahun": 2021}, "")


@pytest.mark.parametrize("jenis", [CommandError, InputError])
def test_a_refusal_is_one_line_and_exit_code_1(jenis: type[Exception]) -> None:
    assert execute("balung", "2021", buat=jenis("Salah.\n  Perbaiki.")) == (1, "", "Salah. Perbaiki.\n")


def test_a_programming_error_is_one_line_too_and_a_traceback_on_request() -> None:
    galat = KeyError("kunci")
    kode, keluar, pesan = execute("balung", "2021", buat=galat)
    assert (kode, keluar, pesan.count("\n")) == (1, "", 1)
    assert "KeyError 'kunci'" in pesan
    assert "--traceback" in pesan
    with pytest.raises(KeyError):
        execute("balung", "2021", "--traceback", buat=galat)


def test_a_database_without_tables_says_what_to_run() -> None:
    pesan = 'Basis data belum disiapkan. Jalankan "manage.py siapkan", lalu ulangi.\n'
    assert execute("balung", "2021", buat=OperationalError("no such table: x"))[2] == pesan
    assert execute("balung", "2021", buat=OperationalError("disk I/O error"))[2] == (
        "Basis data tidak dapat dipakai: disk I/O error. Pastikan basis data berjalan dan dapat ditulisi, lalu"
        " ulangi.\n"
    )
    assert "ProgrammingError" in execute("balung", "2021", buat=ProgrammingError("syntax error"))[2]


def test_each_engine_has_its_words_for_a_database_without_tables() -> None:
    """A database that does not exist cannot be made by siapkan, so it is not sent there."""
    for galat in (
        ProgrammingError('relation "kecamatan_kecamatan" does not exist\nLINE 1: SELECT'),
        ProgrammingError('column "slug" does not exist'),
        OperationalError("no such column: slug"),
    ):
        assert execute("balung", "2021", buat=galat)[2].startswith("Basis data belum disiapkan.")
    tanpa = execute("balung", "2021", buat=OperationalError('FATAL: database "sakip" does not exist'))
    assert tanpa[2].startswith("Basis data tidak dapat dipakai: FATAL")


def test_an_interrupted_command_ends_without_a_traceback() -> None:
    assert execute("balung", "2021", buat=KeyboardInterrupt()) == (130, "", "Dihentikan.\n")


def test_every_line_of_an_error_becomes_one() -> None:
    assert satu_baris(CommandError("a\nb")) == "a b"


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    """A shell with another encoding must not turn JSON into question marks."""
    hasil = subprocess.run(
        [sys.executable, "manage.py", "capaian", "„tidak ada“", "2021"],
        cwd=Path(__file__).resolve().parents[3],
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "SAKIP_DATA_DIR": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert hasil.returncode == 1
    assert hasil.stdout == b""
    assert hasil.stderr.decode("utf-8").count("\n") == 1


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    """``manage.py capaian … | head -1`` must not end in a message about a pipe."""
    skrip = (
        "import os, sys; from tests.kecamatan.ground.test_commands import Contoh; r, w = os.pipe(); os.close(r);"
        "os.dup2(w, 1); Contoh().run_from_argv(['manage.py', 'contoh', 'balung', '2021'])"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {skrip}"],
        cwd=Path(__file__).resolve().parents[3],
        # Buffered, as a shell runs it: unbuffered, the refusal would come at the first line already.
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONUNBUFFERED": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (hasil.returncode, hasil.stderr) == (1, "")


@pytest.mark.parametrize("teks", ["21", "20211", "2o21", "²⁰²¹", ""])
def test_a_year_has_four_digits(teks: str) -> None:
    with pytest.raises(ArgumentTypeError, match="bukan tahun"):
        tahun(teks)
    assert tahun("2021") == 2021


@pytest.mark.django_db
@pytest.mark.parametrize("teks", ["35.09.10", "balung", "Balung", " balung "])
def test_a_kecamatan_is_found_by_code_and_by_name(teks: str) -> None:
    kecamatan = make_kecamatan()
    assert kecamatan_dari(teks) == kecamatan


@pytest.mark.django_db
def test_an_unknown_kecamatan_is_refused() -> None:
    with pytest.raises(InputError) as galat:
        kecamatan_dari("35.09.99")
    assert (
        str(galat.value)
        == 'Kecamatan "35.09.99" tidak dikenal. Pakai kode seperti 35.09.10 atau nama seperti balung.'
    )


@pytest.mark.django_db
def test_a_year_without_records_names_those_that_there_are() -> None:
    kecamatan = make_kecamatan()
    ensure_year(kecamatan, 2020, [2020])
    with pytest.raises(InputError) as galat:
        ensure_year(kecamatan, 2019, [2021, 2020])
    assert str(galat.value) == "Balung belum memiliki catatan tahun 2019. Tahun yang ada: 2020, 2021."
    with pytest.raises(InputError) as galat:
        ensure_year(kecamatan, 2019, [])
    assert str(galat.value) == "Balung belum memiliki catatan tahun 2019. Isi dahulu catatannya di situs."


def test_a_file_is_written_whole_and_replaces_the_former(tmp_path: Path) -> None:
    letak = tmp_path / "lkip.pdf"
    write_file({letak: b"lama"})
    write_file({letak: b"baru"})
    assert letak.read_bytes() == b"baru"
    assert [b.name for b in tmp_path.iterdir()] == ["lkip.pdf"]


def test_a_file_keeps_its_former_content_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letak = tmp_path / "lkip.pdf"
    write_file({letak: b"lama"})

    def penuh(_: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", penuh)
    with pytest.raises(InputError) as galat:
        write_file({letak: b"baru"})
    assert str(galat.value) == (
        f'Berkas "{letak}" tidak dapat ditulis. Pastikan foldernya ada, boleh ditulisi, dan tidak penuh.'
    )
    assert letak.read_bytes() == b"lama"
    assert [b.name for b in tmp_path.iterdir()] == ["lkip.pdf"]


@pytest.mark.parametrize(
    "bagian",
    [("tidak-ada", "lkip.pdf"), ("ada.txt", "lkip.pdf"), ("x" * 300,)],
    ids=["no folder", "a file as folder", "too long"],
)
def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, bagian: tuple[str, ...]) -> None:
    (tmp_path / "ada.txt").write_text("")
    letak = tmp_path.joinpath(*bagian)
    with pytest.raises(InputError) as galat:
        write_file({letak: b""})
    assert str(galat.value).startswith(f'Berkas "{letak}" tidak dapat ditulis.')


def test_a_folder_and_a_device_are_no_place_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"adalah folder\. Tulis nama berkas"):
        write_file({tmp_path: b""})
    pipa = tmp_path / "pipa"
    os.mkfifo(pipa)
    with pytest.raises(InputError, match=r"bukan berkas biasa\. Pilih nama berkas lain"):
        write_file({pipa: b""})
    assert pipa.is_fifo()


def test_a_link_is_followed_and_kept(tmp_path: Path) -> None:
    asli, tautan = tmp_path / "asli.pdf", tmp_path / "tautan.pdf"
    tautan.symlink_to(asli)
    write_file({tautan: b"isi"})
    assert tautan.is_symlink()
    assert asli.read_bytes() == b"isi"


def test_of_several_files_none_is_written_when_one_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        write_file({tmp_path / "a.html": b"a", tmp_path / "tidak-ada" / "a.pdf": b"b"})
    assert list(tmp_path.iterdir()) == []

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
    ProjectCommand,
    ensure_year,
    format_argument,
    kecamatan_of,
    one_row,
    place_argument,
    write_file,
)
from kecamatan.ground.errors import InputError
from tests.factory import make_kecamatan
from tests.table_tests import each_row


class ExampleCommand(ProjectCommand):
    """A command for these tests: it does what ``make`` says."""

    help = "Perintah untuk uji."
    make: Any = None

    def add_arguments(self, parser: CommandParser) -> None:
        place_argument(parser)
        format_argument(parser)
        parser.add_argument("--proses", type=int, default=1, help="jumlah proses")

    def handle(self, *args: Any, **options: Any) -> None:
        if self.make is not None:
            raise self.make
        self.write_json({"kecamatan": options["kecamatan"], "tahun": options["tahun"]})


def execute(*arguments: str, make: BaseException | None = None) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the command as called from a shell."""
    sign_out, error = io.StringIO(), io.StringIO()
    command = ExampleCommand(stdout=sign_out, stderr=error)
    command.make = make
    try:
        command.run_from_argv(["manage.py", "contoh", *arguments])
    except SystemExit as done:
        return int(done.code or 0), sign_out.getvalue(), error.getvalue()
    return 0, sign_out.getvalue(), error.getvalue()


def test_help_is_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    kode, _, error = execute("--help")
    sign_out = capsys.readouterr().out
    assert (kode, error) == (0, "")
    assert sign_out.startswith("Pemakaian: manage.py contoh")
    for word in (
        "Argumen:",
        "Pilihan:",
        "Perintah untuk uji.",
        "tampilkan bantuan ini",
        "kode wilayah (35.09.10)",
    ):
        assert word in sign_out
    for word in ("usage", "options", "show this", "positional", "settings", "Display", "Verbosity"):
        assert word not in sign_out


@each_row(
    ("argument", "message"),
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
def test_wrong_arguments_are_one_indonesian_line(argument: tuple[str, ...], message: str) -> None:
    assert execute(*argument) == (1, "", f"{message}\n")


@pytest.mark.parametrize(
    ("english", "indonesia"),
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
def test_what_argparse_may_say_otherwise(english: str, indonesia: str) -> None:
    assert translate(english) == indonesia


def test_json_is_all_of_stdout() -> None:
    kode, sign_out, error = execute("balung", "2021", "--format", "json")
    assert (kode, json.loads(sign_out), error) == (0, {"kecamatan": "balung", "tahun": 2021}, "")


@pytest.mark.parametrize("kind", [CommandError, InputError])
def test_a_refusal_is_one_line_and_exit_code_1(kind: type[Exception]) -> None:
    assert execute("balung", "2021", make=kind("Salah.\n  Perbaiki.")) == (1, "", "Salah. Perbaiki.\n")


def test_a_programming_error_is_one_line_too_and_a_traceback_on_request() -> None:
    error = KeyError("kunci")
    kode, sign_out, message = execute("balung", "2021", make=error)
    assert (kode, sign_out, message.count("\n")) == (1, "", 1)
    assert "KeyError 'kunci'" in message
    assert "--traceback" in message
    with pytest.raises(KeyError):
        execute("balung", "2021", "--traceback", make=error)


def test_a_database_without_tables_says_what_to_run() -> None:
    message = 'Basis data belum disiapkan. Jalankan "manage.py siapkan", lalu ulangi.\n'
    assert execute("balung", "2021", make=OperationalError("no such table: x"))[2] == message
    assert execute("balung", "2021", make=OperationalError("disk I/O error"))[2] == (
        "Basis data tidak dapat dipakai: disk I/O error. Pastikan basis data berjalan dan dapat ditulisi, lalu"
        " ulangi.\n"
    )
    assert "ProgrammingError" in execute("balung", "2021", make=ProgrammingError("syntax error"))[2]


def test_each_engine_has_its_words_for_a_database_without_tables() -> None:
    """A database that does not exist cannot be made by siapkan, so it is not sent there."""
    for error in (
        ProgrammingError('relation "kecamatan_kecamatan" does not exist\nLINE 1: SELECT'),
        ProgrammingError('column "slug" does not exist'),
        OperationalError("no such column: slug"),
    ):
        assert execute("balung", "2021", make=error)[2].startswith("Basis data belum disiapkan.")
    without = execute("balung", "2021", make=OperationalError('FATAL: database "sakip" does not exist'))
    assert without[2].startswith("Basis data tidak dapat dipakai: FATAL")


def test_an_interrupted_command_ends_without_a_traceback() -> None:
    assert execute("balung", "2021", make=KeyboardInterrupt()) == (130, "", "Dihentikan.\n")


def test_every_line_of_an_error_becomes_one() -> None:
    assert one_row(CommandError("a\nb")) == "a b"


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    """A shell with another encoding must not turn JSON into question marks."""
    result = subprocess.run(
        [sys.executable, "manage.py", "capaian", "„tidak ada“", "2021"],
        cwd=Path(__file__).resolve().parents[3],
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "SAKIP_DATA_DIR": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert result.returncode == 1
    assert result.stdout == b""
    assert result.stderr.decode("utf-8").count("\n") == 1


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    """``manage.py capaian … | head -1`` must not end in a message about a pipe."""
    script = (
        "import os, sys; from tests.kecamatan.ground.test_commands import ExampleCommand;"
        "r, w = os.pipe(); os.close(r); os.dup2(w, 1);"
        "ExampleCommand().run_from_argv(['manage.py', 'contoh', 'balung', '2021'])"
    )
    result = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {script}"],
        cwd=Path(__file__).resolve().parents[3],
        # Buffered, as a shell runs it: unbuffered, the refusal would come at the first line already.
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONUNBUFFERED": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (1, "")


@each_row("text", ["21", "20211", "2o21", "²⁰²¹", ""])
def test_a_year_has_four_digits(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="bukan tahun"):
        tahun(text)
    assert tahun("2021") == 2021


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["35.09.10", "balung", "Balung", " balung "])
def test_a_kecamatan_is_found_by_code_and_by_name(text: str) -> None:
    kecamatan = make_kecamatan()
    assert kecamatan_of(text) == kecamatan


@pytest.mark.django_db
def test_an_unknown_kecamatan_is_refused() -> None:
    with pytest.raises(InputError) as error:
        kecamatan_of("35.09.99")
    assert (
        str(error.value)
        == 'Kecamatan "35.09.99" tidak dikenal. Pakai kode seperti 35.09.10 atau nama seperti balung.'
    )


@pytest.mark.django_db
def test_a_year_without_records_names_those_that_there_are() -> None:
    kecamatan = make_kecamatan()
    ensure_year(kecamatan, 2020, [2020])
    with pytest.raises(InputError) as error:
        ensure_year(kecamatan, 2019, [2021, 2020])
    assert str(error.value) == "Balung belum memiliki catatan tahun 2019. Tahun yang ada: 2020, 2021."
    with pytest.raises(InputError) as error:
        ensure_year(kecamatan, 2019, [])
    assert str(error.value) == "Balung belum memiliki catatan tahun 2019. Isi dahulu catatannya di situs."


def test_a_file_is_written_whole_and_replaces_the_former(tmp_path: Path) -> None:
    location = tmp_path / "lkip.pdf"
    write_file({location: b"lama"})
    write_file({location: b"baru"})
    assert location.read_bytes() == b"baru"
    assert [b.name for b in tmp_path.iterdir()] == ["lkip.pdf"]


def test_a_file_keeps_its_former_content_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    location = tmp_path / "lkip.pdf"
    write_file({location: b"lama"})

    def full(_: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError) as error:
        write_file({location: b"baru"})
    assert str(error.value) == (
        f'Berkas "{location}" tidak dapat ditulis. Pastikan foldernya ada, boleh ditulisi, dan tidak penuh.'
    )
    assert location.read_bytes() == b"lama"
    assert [b.name for b in tmp_path.iterdir()] == ["lkip.pdf"]


@pytest.mark.parametrize(
    "parts",
    [("tidak-ada", "lkip.pdf"), ("ada.txt", "lkip.pdf"), ("x" * 300,)],
    ids=["no folder", "a file as folder", "too long"],
)
def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, parts: tuple[str, ...]) -> None:
    (tmp_path / "ada.txt").write_text("")
    location = tmp_path.joinpath(*parts)
    with pytest.raises(InputError) as error:
        write_file({location: b""})
    assert str(error.value).startswith(f'Berkas "{location}" tidak dapat ditulis.')


def test_a_folder_and_a_device_are_no_place_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"adalah folder\. Tulis nama berkas"):
        write_file({tmp_path: b""})
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match=r"bukan berkas biasa\. Pilih nama berkas lain"):
        write_file({pipe: b""})
    assert pipe.is_fifo()


def test_a_link_is_followed_and_kept(tmp_path: Path) -> None:
    original, link = tmp_path / "asli.pdf", tmp_path / "tautan.pdf"
    link.symlink_to(original)
    write_file({link: b"isi"})
    assert link.is_symlink()
    assert original.read_bytes() == b"isi"


def test_of_several_files_none_is_written_when_one_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        write_file({tmp_path / "a.html": b"a", tmp_path / "tidak-ada" / "a.pdf": b"b"})
    assert list(tmp_path.iterdir()) == []

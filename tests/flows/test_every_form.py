"""Every form of the site: nothing typed into it is lost with the session, and sent twice it is done once."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.utils import timezone
from lxml.html import document_fromstring
from PIL import Image
from pytest_django import DjangoDbBlocker

from kecamatan.accounts.demo import demo_account_create
from kecamatan.models import Kabupaten, Kecamatan, Pengguna
from reports.models import PaketLaporan, Permintaan
from reports.workbook.exchange import workbook_export
from sakip.models import Kegiatan, Program
from tests.conftest import of_module
from tests.factory import make
from tests.flows.every_form import (
    FoundForm,
    addresses_taking_forms,
    distinct,
    entries,
    every_form,
    form_on,
    forms_on,
)
from tests.written_tables import writing

#: What is kept and what is claimed are rows like others, held on both engines by tests of their own.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TAHUN = 2023
HOME = f"/kecamatan/jombang/{TAHUN}/"

#: The way out, and forms that hold a secret: it is typed again.
NOT_KEPT: Final = ("keluar", "sandi-ubah", "langkah-kedua")

#: Fields that the page fills for itself, or that no reader types into.
OWN: Final = ("csrfmiddlewaretoken", "sidik", "next", "asal")


class Known(NamedTuple):
    """A form and who may fill it in."""

    person: str
    form: FoundForm


@pytest.fixture(scope="module")
def forms(contoh_of_module: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Known]]:
    """Every form by its name: of who fills in a year, and of who keeps what belongs to the kabupaten."""
    with of_module(django_db_blocker):
        demo_account_create(kecamatan=[(Kecamatan.objects.get(slug="jombang"), TAHUN)])
        organisasi = Pengguna.objects.get(username="organisasi")
        make(PaketLaporan, kabupaten=Kabupaten.objects.get(kode="35.09"), tahun=TAHUN, pengguna=organisasi)
        jombang = Kecamatan.objects.get(slug="jombang")
        given = {"jawaban": "Sudah.", "dijawab_oleh": organisasi, "dijawab_pada": timezone.now()}
        _, answered = (
            make(Permintaan, kecamatan=jombang, tahun=TAHUN, diminta_oleh=organisasi, **answer)
            for answer in ({}, given | {"keadaan": Permintaan.Keadaan.DIJAWAB})
        )
        asking = f"/permintaan/baru/?tahun={TAHUN}&kabupaten=35.09&kecamatan=jombang"
        known: dict[str, Known] = {}
        seen: set[str] = set()
        operator = f"/pengguna/{Pengguna.objects.get(username='operator.jombang').pk}/"
        for person, starts in (
            ("operator.jombang", (f"/kecamatan/jombang/{TAHUN + 1}/salin/", HOME, "/", "/akun/")),
            # The RPJMD is of the kabupaten: who fills in a year reads it there.
            (
                "organisasi",
                (
                    # What can be asked for follows from what the matrix knows.
                    *(f"/pemantauan/?tahun={TAHUN}", HOME, asking, f"{HOME}permintaan/{answered.pk}/"),
                    *(operator, "/pengguna/", "/paket/", f"{HOME}renstra/isi/"),
                ),
            ),
        ):
            for name, form in every_form(browser_of(person), *starts, year=TAHUN, seen=seen).items():
                known.setdefault(name, Known(person, form))
        yield known


def browser_of(person: str) -> Client:
    """A browser in which this person works."""
    client = Client()
    client.force_login(Pengguna.objects.get(username=person))
    return client


# -- the session ends --------------------------------------------------------------------------------


def typed_over(form: Any) -> dict[str, list[str]]:
    """What stands in the form after somebody typed into every text, chose the last of each list, ticked all else."""
    for number, control in enumerate(form.iter("input", "textarea", "select")):
        name, kind = control.get("name"), control.get("type", "text")
        if not name or name in OWN or kind in ("hidden", "file", "submit"):
            continue
        if control.tag == "textarea":
            control.text = f"ketikan {number}\nbaris <dua>"
        elif control.tag == "select":
            *_, last = control.iter("option")
            for option in control.iter("option"):
                option.attrib.pop("selected", None)
            last.set("selected", "selected")
        elif kind in ("checkbox", "radio"):
            control.set("checked", "checked")
        else:
            control.set("value", f'ketikan "{number}"')
    return entries(form)


def test_everything_typed_stands_there_again(forms: dict[str, Known], db: None) -> None:
    lost: dict[str, Any] = {}
    browsers = {person: browser_of(person) for person in {known.person for known in forms.values()}}
    for client in browsers.values():
        client.get("/akun/")  # the browser learns whose it is
    found_forms = {name: known.form for name, known in forms.items()}
    for name in distinct(found_forms, as_shown=True).difference(NOT_KEPT):
        person, found = forms[name]
        client = browsers[person]
        sent = typed_over(found.form)
        Session.objects.all().delete()
        referer = {"Referer": f"http://testserver{found.page}"}
        answer = client.post(found.action, sent | {"csrfmiddlewaretoken": "t" * 64}, headers=referer)
        (following,) = parse_qs(urlsplit(answer["Location"]).query)["next"]
        client.force_login(Pengguna.objects.get(username=person))
        again = entries(form_on(client, found, following))
        if again != sent:
            names = [n for n in sent | again if sent.get(n) != again.get(n)]
            lost[name] = {n: (sent.get(n), again.get(n)) for n in names}
    assert lost == {}


# -- two clicks --------------------------------------------------------------------------------------


def picture() -> SimpleUploadedFile:
    content = BytesIO()
    Image.new("RGB", (600, 400), "green").save(content, "JPEG")
    return SimpleUploadedFile("rapat.jpg", content.getvalue())


def workbook() -> SimpleUploadedFile:
    content = workbook_export(kecamatan=Kecamatan.objects.get(slug="jombang"), tahun=TAHUN)
    return SimpleUploadedFile("jombang.xlsx", content)


#: The first choice that the field offers.
FIRST: Final = object()


def shown(text: str) -> dict[str, Any]:
    """A list that was shown before, row by row."""
    return {"teks": text, "dilihat": sha256(text.encode()).hexdigest()}


#: A scale of two predikat, as it is said once it was drawn.
DRAWN: Final = "Skala Jember; Perbup 1/2023; Tinggi: mulai dari 90 (≥ 90); Rendah: selebihnya (< 90)"
SCALE: Final = {
    "nama": "Skala Jember",
    "dasar": "Perbup 1/2023",
    "label_1": "Tinggi",
    "bawah_1": "90",
    "label_2": "Rendah",
    "atas_2": "90",
    "dilihat": sha256(DRAWN.encode()).hexdigest(),
}

#: What has to be filled in where the form as it stands would be refused.
FILLED: Final[dict[str, dict[str, Any]]] = {
    "salin": {"dokumen": FIRST},
    "permintaan-rinci": {"isi": "Sudah dilengkapi."},
    "baris-baru pejabat": {"mulai": "2 Januari 2019", "sampai": "1 Januari 2020"},
    "baris-baru kepala-daerah": {"mulai": "2 Januari 2010", "sampai": "1 Januari 2011"},
    "baris-baru peraturan": {"nomor": "999", "tentang": "Kedudukan Kecamatan"},
    "baris-ubah peraturan": {"tentang": "Kedudukan Kecamatan"},
    "baris-baru program-tambahan": {"kode": "8.01.02", "nama": "Program Ideologi", "dasar": "Perbup 1/2023"},
    "baris-baru kegiatan-tambahan": {
        "program": lambda: str(Program.objects.get(versi__kode="2021", kode="7.01.02").pk),
        "kode": "7.01.02.2.99",
        "nama": "Kegiatan tambahan",
        "dasar": "Perbup 1/2023",
    },
    "baris-baru sub-kegiatan-tambahan": {
        "kegiatan": lambda: str(Kegiatan.objects.get(program__versi__kode="2021", kode="7.01.02.2.01").pk),
        "kode": "7.01.02.2.01.99",
        "nama": "Sub kegiatan tambahan",
        "dasar": "Perbup 1/2023",
    },
    "baris-baru tindak-lanjut": {
        "indikator": FIRST,
        "tindakan": "Menambah petugas pelayanan.",
        "batas_waktu": "30 Juni 2024",
    },
    "baris-baru tindak-lanjut-tujuan": {
        "indikator": FIRST,
        "tindakan": "Menyusun standar pelayanan.",
        "batas_waktu": "30 Juni 2024",
    },
    "baris-baru survei-kepuasan": {
        "indikator": FIRST,
        "periode": "Semester I",
        "responden": "150",
        **{f"u{n}": "3,25" for n in range(1, 10)},
    },
    "baris-baru prestasi": {"jenis": "inovasi", "nama": "Loket Malam"},
    "baris-baru lintas-sektor": {
        "sasaran": FIRST,
        "instansi": "Dinas Sosial",
        "peran": "Memutakhirkan data keluarga miskin.",
    },
    "baris-baru pk-berjenjang": {"unit": FIRST, "jabatan": "Sekretaris Kecamatan"},
    "baris-baru baris-pk-unit": {
        "unit": FIRST,
        "indikator": FIRST,
        "kinerja": "Administrasi umum",
        "ukuran": "Jumlah laporan",
        "target": "12",
    },
    "baris-baru iki": {"unit": FIRST, "tugas": "Menyusun rencana", "ukuran": "Kehadiran", "target": "95"},
    "baris-baru sarana-prasarana": {"nama": "Komputer", "satuan": "unit", "jumlah": "5"},
    "baris-baru lhe": {"nilai": "66,4"},
    "baris-baru langkah-rencana-aksi": {"uraian": "Menambah petugas pelayanan.", "triwulan": "2"},
    "baris-baru rekomendasi-lhe": {"rekomendasi": "Lengkapi definisi operasional indikator."},
    "baris-baru realisasi-tujuan": {"nilai": "80"},
    "baris-baru sumber-dana": {"sumber": "PAD", "pagu": "1.000"},
    "baris-baru misi-rpjmd": {"nomor": "9"},
    "baris-baru templat-iku": {
        "nama": "Indeks Kepuasan Masyarakat",
        "tujuan": "Meningkatnya mutu pelayanan.",
        "sasaran": "Pelayanan yang memuaskan.",
    },
    "kunci-sistem": {"nama": "SIMPEG"},
    "baris-baru singkatan": {"singkatan": "J-HUR", "kepanjangan": "Jember Hadir untuk Rakyat"},
    "baris-sekaligus singkatan": {"teks": "J-HUR\tJember Hadir untuk Rakyat"},
    "baris-baru teks-baku": {"bagian": FIRST, "isi": "Kecamatan melayani masyarakat."},
    "baris-baru renstra": {"tahun_awal": "2027", "tahun_akhir": "2031"},
    "baris-baru hari-libur": {"tanggal": "17/8/2023", "keterangan": "Hari Kemerdekaan", "sumber": "SKB"},
    "baris-sekaligus hari-libur": {"sumber": "SKB", "teks": "25/12/2023\tHari Natal"},
    "baris-baru renstra-berlaku": {
        "renstra": FIRST,
        "tanggal": "2 Januari 2023",
        "alasan": "Surat Edaran Bupati.",
    },
    "baris-baru rpjmd": {"tahun_awal": "2035", "tahun_akhir": "2040"},
    "baris-baru temuan-diakui": {"alasan": "Data BPS belum terbit."},
    "pk-perubahan": {"alasan": FIRST},
    "realisasi-komentar": {"isi": "Mengapa turun?"},
    "narasi-ubah": {"isi": "Kecamatan melayani masyarakat."},
    "narasi-semua": {"isi.langkah.-": "Pelayanan ditambah."},
    "catatan-baru": {"isi": "Mengapa turun?", "kutipan": ""},
    "realisasi-nilai": {"nilai": "80"},
    "bukti-unggah": {"berkas": lambda: SimpleUploadedFile("bukti.pdf", b"%PDF-1.7 bukti")},
    **{f"lambang {whose}": {"berkas": picture} for whose in ("kabupaten", "kecamatan")},
    "foto-unggah": {"foto": picture, "keterangan": "Musyawarah di balai desa."},
    "buku-unggah": {"berkas": workbook},
    "baca-unggah": {"berkas": lambda: SimpleUploadedFile("lkip.txt", b"LKIP Tahun 2023")},
    "periksa-berkas": {"berkas": lambda: SimpleUploadedFile("lkip.txt", b"LKIP Tahun 2023")},
    "kecamatan-baru 35.09": {"kode": "35.09.99", "nama": "Kecamatan Baru"},
    "wilayah-daftar kecamatan 35.09": shown("35.09.98\tTanjung"),
    "wilayah-daftar desa 35.09": shown("35.09.01.2099\tDesa Baru"),
    "skala-baru 35.09": SCALE,
    "pengguna-baru": {
        "nama": "Siti Aminah",
        "username": "siti.aminah",
        "peran": "operator",
        "wilayah": lambda: f"kecamatan-{Kecamatan.objects.get(slug='balung').pk}",
    },
    "keanggotaan-baru": {
        "peran": "operator",
        "wilayah": lambda: f"kecamatan-{Kecamatan.objects.get(slug='balung').pk}",
    },
}

#: Refused both times, with nothing written: forms that hold a secret, the only peran of somebody, and lists, which show
#: first what they would come to. Of those that show a secret, the second shows another.
REFUSED: Final = frozenset(
    {
        "sandi-ubah",
        "langkah-kedua",
        "keluar",
        "keanggotaan-cabut",
        "pengguna-undang",
        "pengguna-sandi-pertama",
        "pengguna-daftar",
        "nomenklatur-versi",
        "anggaran-sipd",
        "kunci-sistem",
        # Shows what a block comes to; what it showed is stored once: tests/reports/views/test_paste.py
        "tempel lintas-sektor",
        "tempel renstra",
    }
)


def sent_of(client: Client, name: str, forms: dict[str, Known]) -> dict[str, Any]:
    """What is sent: the form as it stands, and of a new row what one of its kind says that was deleted before."""
    verb, _, kind = name.partition(" ")
    sent: dict[str, Any] = entries(forms[name].form.form)
    if verb == "baris-baru" and f"baris-ubah {kind}" in forms:
        sent |= entries(forms[f"baris-ubah {kind}"].form.form) | {"sidik": ""}
        if f"baris-hapus {kind}" in forms:
            # Of the very row whose words are sent: what leads to a form may name another first.
            address = f"{urlsplit(forms[f'baris-ubah {kind}'].form.action).path}hapus/"
            for deletion in forms_on(address, document_fromstring(client.get(address).content.decode())):
                if urlsplit(deletion.action).path == address:
                    agreed(client, address, entries(deletion.form))
    for field, value in FILLED.get(name, {}).items():
        sent[field] = value() if callable(value) else value
        if value is FIRST:
            found = forms[name].form.form.xpath(
                f".//*[@name='{field}']/descendant-or-self::*[self::input or self::option]/@value"
            )
            sent[field] = next((one for one in found if one), f"tidak ada pilihan {field}")
    return sent


def test_sent_twice_is_done_once(forms: dict[str, Known], db: None) -> None:
    """The second answer is the first's, and nothing more is stored by it."""
    refused: dict[str, Any] = {}
    twice: dict[str, Any] = {}
    for name in distinct({name: known.form for name, known in forms.items()}):
        person, found = forms[name]
        with transaction.atomic():
            client = browser_of(person)
            sent = sent_of(client, name, forms) | {"csrfmiddlewaretoken": name.ljust(64, "-")}
            first = agreed(client, found.action, sent)
            with writing() as tables:
                second = client.post(found.action, rewound(sent))
            if first.status_code != 302 or name == "keluar":
                refused[name] = getattr((first.context or {}).get("form"), "errors", first.status_code)
            elif tables or second.get("Location") != first["Location"]:
                twice[name] = (second.status_code, tables)
            transaction.set_rollback(True)
    assert twice == {}
    assert {name: why for name, why in refused.items() if name not in REFUSED} == {}
    assert sorted(refused) == sorted(REFUSED)


def agreed(client: Client, action: str, sent: dict[str, Any]) -> Any:
    """The answer to a form; where it changes capaian that are measured already, to that with the person's consent."""
    answer = client.post(action, rewound(sent))
    if mark := getattr((answer.context or {}).get("asked"), "mark", ""):
        sent["disetujui"] = mark
        answer = client.post(action, rewound(sent))
    return answer


def rewound(sent: dict[str, Any]) -> dict[str, Any]:
    """The same once more: files from their beginning."""
    for value in sent.values():
        if isinstance(value, SimpleUploadedFile):
            value.seek(0)
    return sent


#: Addresses whose forms no page of the contoh shows, and why they need not be sent twice here.
ELSEWHERE: Final[dict[str, str]] = (
    dict.fromkeys(
        ("baris-pulihkan", "baris-tinjau", "narasi-tinjau", "komentar-selesai", "foto-buang", "buku-buang"),
        "an action without a field: tests/test_access_rights.py",
    )
    | dict.fromkeys(
        (
            "pk-murni",
            "iku-dari-renstra",
            "pk-berjenjang-perubahan",
            "buku-ulangi",
            "catatan-tutup",
            "catatan-buka",
        ),
        "an action without a field: tests/test_access_rights.py",
    )
    | {
        "alur-langkah": "a report goes on once, whoever asks: tests/reports/workflow/test_acts.py",
        "tabel-tinjau": "a second press finds nothing to confirm: tests/sakip/entry/test_review_table.py",
        "bukti-hapus": "its row is gone after the first",
        "catatan-jawab": "no note is open yet: tests/reports/views/test_notes.py",
        "lambang-hapus": "its picture is gone after the first: tests/reports/views/test_lambang.py",
        "buku-pilih": "what was chosen is no longer asked about: tests/reports/views/test_workbook.py",
        "baca-pilih": "takes or leaves what a preview shows: tests/reports/views/test_papers.py",
        "buku-terapkan": "an upload is applied once, whoever asks: tests/reports/workbook/test_uploads.py",
        "paket-ulangi": "what failed is repeated once: tests/reports/bulk/test_package.py",
        "periksa-berkas-simpan": "nothing is uploaded yet: tests/reports/examine/test_pages.py",
        "periksa-berkas-hapus": "the same",
        "pekerjaan-ulangi": "what was asked for has not failed any more: tests/reports/views/test_jobs.py",
        "pengguna-aktifkan": "an account is open or not",
        "pengguna-langkah-kedua": "a second step is there or not",
        "pengguna-pejabat": "whose account it is is said once: tests/kecamatan/accounts/test_officials.py",
        "pengguna-pejabat-lepas": "the same",
        "kunci-sistem-cabut": "no key has been made yet, and one is revoked once",
        "pengguna-daftar-buat": "who has an account already is given none: tests/sakip/lists/test_accounts.py",
        "anggaran-sipd-kolom": "shows what it comes to, and stores nothing: tests/sakip/lists/sipd/test_pages.py",
        "anggaran-sipd-simpan": "what its preview showed is stored once: the same",
        "anggaran-sipd-lupakan": "no layout is remembered yet, and one is forgotten once: the same",
        "nomenklatur-pasang": "a list is installed once: tests/sakip/lists/test_nomenklatur.py",
        "rencana-aksi-dari-perbaikan": "a second time adds nothing: tests/sakip/records/test_improvement_steps.py",
        "templat-iku-kirim": "what is there already is left: tests/sakip/records/templat_iku/test_push.py",
        "kabupaten-baru": "made by who keeps the installation: tests/sakip/records/wilayah/test_area_pages.py",
        "kecamatan-hapus": "offered where nothing hangs on one: tests/sakip/records/wilayah/test_area_pages.py",
        "kabupaten-hapus": "the same",
        "skala-hapus": "the contoh has no scale of its own: tests/reports/views/test_scale.py",
        "skala-ubah": "the contoh has no scale of its own: tests/reports/views/test_scale.py",
        "realisasi-sel": "a cell says what it has seen",
        "tabel-sel": "the same: tests/sakip/records/test_tables.py",
        "kode-cadangan": "shows codes once; asked again, it makes new ones",
        "langkah-kedua-lepas": "asks for a code",
        "masuk-kode": "a way in",
        "undangan": "a way in, open once",
        "verifikasi": "needs no sign-in, and writes no record",
        "verifikasi-laporan": "the same",
        "tanda-tangan-siapkan": "what is prepared already is prepared once: tests/reports/signing/test_sign.py",
        "tanda-tangan": "holds secrets of a camat, and signs once: tests/reports/signing/test_sign.py",
        "tanda-tangan-unggah": "the same: tests/reports/signing/bsre/test_by_hand.py",
        "tanda-tangan-dokumen-siapkan": "prepared once, too: tests/reports/signing/test_agreement.py",
        "tanda-tangan-dokumen": "signs once: tests/reports/signing/test_agreement.py",
        "tanda-tangan-dokumen-unggah": "the same",
        "kunci-tanda-tangan": "holds a secret of a camat: it is typed again",
        "nik-bsre": "holds a secret of a camat: it is typed again",
    }
)


def test_no_address_that_takes_forms_is_missing(forms: dict[str, Known]) -> None:
    assert sorted(addresses_taking_forms() - {name.split()[0] for name in forms}) == sorted(ELSEWHERE)

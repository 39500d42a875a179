"""Accounts from a list: what each row comes to, and all of them opened at once, each with a first password.

A row is judged by the form of the single account (:class:`kecamatan.forms.people.NewPersonForm`) and opened by the same
functions. Who has an account already is said and left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from kecamatan.accounts.accounts import membership_change_unit, pengguna_create, unit_fingerprint
from kecamatan.accounts.officials import OFFICIALS, offered_officials, official_connect
from kecamatan.accounts.passwords import PreparedPassword, first_password_create, password_prepare
from kecamatan.authority import DI_KECAMATAN, Authority
from kecamatan.forms.people import NewPersonForm, OfferedPlaces
from kecamatan.ground.errors import InputError
from kecamatan.models import Kabupaten, Keanggotaan, Kecamatan, MasaJabatan, Pengguna, UnitKerja
from kecamatan.nip import InvalidNip, parse_nip
from kecamatan.person_names import bare_name, names_agree
from sakip.lists.carried import mark_of
from sakip.workbook.plain_table import TableRow, Wanted
from sakip.workbook.raw_cells import folded

Peran = Keanggotaan.Peran

#: Rows of one list: each password is made on purpose slowly, and the whole is one act.
MOST_ROWS: Final = 100

COLUMNS: Final = (
    Wanted(key="nama", titles=("Nama", "Nama lengkap"), hint="Harus diisi, beserta gelarnya.", width=32),
    Wanted(
        key="nip", titles=("NIP",), needed=False, hint="Untuk camat: NIP pejabat yang tercatat. 18 angka."
    ),
    Wanted(
        key="kecamatan",
        titles=("Kecamatan", "Distrik", "Kapanewon", "Kemantren", "Wilayah"),
        hint="Untuk operator dan camat: nama atau kode. Kosong untuk peran seluruh kabupaten.",
    ),
    Wanted(key="peran", titles=("Peran", "Jabatan"), hint="Harus diisi. Pilih dari daftar."),
    Wanted(
        key="unit",
        titles=("Unit kerja",),
        needed=False,
        hint="Hanya operator yang dibatasi pada unit tertentu; beberapa dipisahkan titik koma.",
        width=32,
    ),
    Wanted(key="surel", titles=("Surel", "E-mail", "Email"), needed=False, hint="Boleh kosong.", width=32),
    Wanted(
        key="username",
        titles=("Nama pengguna", "Username"),
        needed=False,
        hint="Boleh kosong: dibuat dari namanya. Huruf kecil, angka, titik.",
    ),
)
_TITLES: Final = {one.key: one.titles[0] for one in COLUMNS}
#: The heading under which a field of the form is entered in the list.
_OF_FIELD: Final = {"wilayah": "kecamatan"}

_USERNAME_LENGTH: Final = 40
_MOST_NAMESAKES: Final = 20


@dataclass(kw_only=True)
class AccountRow:
    """What a row of the list comes to. ``errors`` are lines that name place, value and remedy; ``existing`` is who has
    the account already; ``remarks`` is what happens besides."""

    number: int
    texts: Mapping[str, str]
    username: str = ""
    peran: str = ""
    place: Kecamatan | Kabupaten | None = None
    units: Sequence[UnitKerja] = ()
    official: Any = None
    existing: Pengguna | None = None
    errors: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def peran_words(self) -> str:
        """The peran as pages name it, or what the list has."""
        return str(Peran(self.peran).label) if self.peran else self.texts.get("peran", "")

    @property
    def place_words(self) -> str:
        """The place, or what the list has."""
        return str(self.place or self.texts.get("kecamatan", ""))

    @property
    def is_new(self) -> bool:
        """Whether an account is opened for it."""
        return not self.errors and self.existing is None


@dataclass(frozen=True, kw_only=True)
class JudgedList:
    """All rows of a list; ``errors`` those of the list as a whole."""

    rows: Sequence[AccountRow]
    errors: Sequence[str] = ()

    @property
    def new(self) -> list[AccountRow]:
        """Rows for which an account is opened."""
        return [row for row in self.rows if row.is_new]

    @property
    def existing(self) -> list[AccountRow]:
        """Rows of who has one."""
        return [row for row in self.rows if row.existing is not None and not row.errors]

    @property
    def wrong(self) -> list[AccountRow]:
        """Rows that cannot be taken."""
        return [row for row in self.rows if row.errors]

    @property
    def mark(self) -> str:
        """What is shown of it, to be compared when it is confirmed."""
        return mark_of(
            [[r.number, r.username, r.errors, r.remarks, r.existing and r.existing.pk] for r in self.rows]
        )


def judge_accounts(given: Sequence[TableRow], *, kabupaten: Kabupaten, by: Pengguna) -> JudgedList:
    """What each row comes to, by whoever keeps accounts in the kabupaten (7 queries, and 1 for every new account).

    A row of the template with a place and a peran alone is nobody's, and is left out.
    """
    rows = [row for row in given if row.broken or row.texts.keys() - {"kecamatan", "peran", "unit"}]
    errors = []
    if not rows:
        errors.append("Daftar tidak berisi satu orang pun. Isi di bawah baris judul, lalu unggah lagi.")
    if len(rows) > MOST_ROWS:
        errors.append(
            f"Daftar berisi {len(rows)} orang; satu daftar paling banyak {MOST_ROWS}. Bagi menjadi beberapa berkas."
        )
    if errors:
        return JudgedList(rows=(), errors=errors)
    judge = _Judge(rows, kabupaten, by)
    return JudgedList(rows=[judge.row(one) for one in rows])


class _Judge:
    """The list against what is recorded; each kind of record is read once."""

    def __init__(self, rows: Sequence[TableRow], kabupaten: Kabupaten, by: Pengguna) -> None:
        self.by = by
        self.kabupaten = kabupaten
        self.authority = Authority(by)
        self.places: dict[str, Kecamatan] = {}
        for one in kabupaten.kecamatan.order_by("pk"):
            one.kabupaten = kabupaten
            self.places |= {folded(one.nama): one, one.kode: one, folded(one): one}
        self.offered = OfferedPlaces.of((kabupaten,), self.places.values())
        named = {place.pk for row in rows if (place := self._kecamatan(row.texts.get("kecamatan", "")))}
        self.units: dict[int, list[UnitKerja]] = {}
        for unit in UnitKerja.objects.filter(kecamatan__in=named):
            self.units.setdefault(unit.kecamatan_id, []).append(unit)
        here = Q(keanggotaan__kecamatan__in=named) | Q(keanggotaan__kabupaten=kabupaten)
        usernames = {row.texts.get("username", "").lower() for row in rows} - {""}
        typed = {row.texts.get("surel", "") for row in rows} - {""}
        surel = typed | {one.lower() for one in typed}
        found = Pengguna.objects.for_user(by).filter(here | Q(username__in=usernames) | Q(email__in=surel))
        self.people = list(found.distinct().prefetch_related("keanggotaan"))
        self.terms = list(
            MasaJabatan.objects.for_user(by)
            .filter(Q(kecamatan__in=named) | Q(kabupaten=kabupaten), jabatan__in=OFFICIALS)
            .exclude(pejabat__nip="")
            .select_related("pejabat__akun_pejabat__pengguna")
        )
        self.taken = self._taken_usernames(rows)
        self.seen: dict[tuple[Any, ...], int] = {}

    def row(self, given: TableRow) -> AccountRow:
        """One row, after those above it."""
        row = AccountRow(number=given.number, texts=given.texts)
        row.errors += [f'Kolom "{_TITLES[key]}", sel {said}' for key, said in given.broken.items()]
        self._peran(row)
        self._place(row)
        nip = self._nip(row)
        self._units(row)
        if row.errors:
            return row
        row.existing = self._existing(row, nip)
        if row.existing is not None:
            row.remarks.append(f"Sudah punya akun {row.existing.username}; tidak ada yang diubah.")
            return row
        self._official(row, nip)
        self._once(row)
        row.username = given.texts.get("username", "").lower() or self._free_username(
            given.texts.get("nama", "")
        )
        self._by_form(row)
        if row.username:
            self.taken.add(row.username)
        return row

    def _peran(self, row: AccountRow) -> None:
        text = row.texts.get("peran", "")
        known = {folded(name): peran for peran in Peran for name in (peran.value, peran.label)}
        known |= {"operator": Peran.OPERATOR}
        may = ", ".join(str(one.label) for one in self.authority.peran())
        if not text:
            row.errors.append(f'Kolom "Peran" kosong. Isi salah satu: {may}.')
        elif folded(text) not in known:
            row.errors.append(f'Peran "{text}" tidak dikenal. Isi salah satu: {may}.')
        else:
            row.peran = known[folded(text)].value

    def _place(self, row: AccountRow) -> None:
        if not row.peran:
            return
        text = row.texts.get("kecamatan", "")
        place = self._kecamatan(text)
        if row.peran not in DI_KECAMATAN:
            if text and folded(text) not in (folded(self.kabupaten), folded(self.kabupaten.nama)):
                row.errors.append(
                    f'Peran {row.peran_words} berlaku untuk seluruh {self.kabupaten}, bukan "{text}". Kosongkan kolom'
                    ' "Kecamatan".'
                )
            row.place = self.kabupaten
        elif not text:
            row.errors.append(f'Kolom "Kecamatan" kosong. Isi tempat {row.peran_words.lower()} ini bekerja.')
        elif place is None:
            row.errors.append(
                f'Kecamatan "{text}" tidak ada di {self.kabupaten}. Tulis nama atau kodenya seperti di lembar Kecamatan'
                " pada templat."
            )
        else:
            row.place = place

    def _kecamatan(self, text: str) -> Kecamatan | None:
        return self.places.get(folded(text)) if text else None

    def _nip(self, row: AccountRow) -> str:
        if not (text := row.texts.get("nip", "")):
            return ""
        try:
            return parse_nip(text).angka
        except InvalidNip as problem:
            row.errors.append(str(problem))
            return ""

    def _units(self, row: AccountRow) -> None:
        text = row.texts.get("unit", "")
        if not text or not isinstance(row.place, Kecamatan):
            return
        if row.peran != Peran.OPERATOR:
            row.errors.append(
                f'Unit kerja "{text}" hanya untuk operator kecamatan. Kosongkan kolom "Unit kerja" pada'
                f" {row.peran_words.lower()}."
            )
            return
        there = self.units.get(row.place.pk, [])
        units = []
        for name in filter(None, (folded(one) for one in text.replace("\n", ";").split(";"))):
            found = [one for one in there if name in (folded(one.nama), one.kunci)]
            if not found:
                known = "; ".join(one.nama for one in there) or "belum ada unit kerja yang tercatat"
                row.errors.append(
                    f'Unit kerja "{name}" tidak ada di {row.place}. Pilih: {known}; atau kosongkan untuk seluruh'
                    " kecamatan."
                )
            units += found[:1]
        row.units = units

    def _existing(self, row: AccountRow, nip: str) -> Pengguna | None:
        """Who has the account of this row already."""
        nama, username = row.texts.get("nama", ""), row.texts.get("username", "").lower()
        surel = row.texts.get("surel", "").lower()
        for person in self.people:
            alike = names_agree(person.nama, nama)
            here = any(
                one.peran == row.peran and row.place in (one.kecamatan, one.kabupaten)
                for one in person.keanggotaan.all()
            )
            by_address = bool(surel) and person.email.lower() == surel
            if alike and (here or by_address or person.username == username):
                return person
        ties = (getattr(t.pejabat, "akun_pejabat", None) for t in self.terms if nip and t.pejabat.nip == nip)
        return next((tie.pengguna for tie in ties if tie is not None), None)

    def _official(self, row: AccountRow, nip: str) -> None:
        """Which recorded official the account is of, by his NIP; nothing else is done with a NIP."""
        if row.peran not in OFFICIALS or not nip:
            return
        for term in self.terms:
            there = term.kecamatan_id if isinstance(row.place, Kecamatan) else term.kabupaten_id
            if term.pejabat.nip == nip and term.jabatan == row.peran and row.place and there == row.place.pk:
                row.official = term.pejabat
                row.remarks.append(f"Dihubungkan dengan pejabat {term.pejabat.nama}.")
                return
        row.remarks.append(
            f"NIP ini belum tercatat sebagai {row.peran_words} di {row.place}: catat dahulu pejabatnya, lalu hubungkan"
            " di halaman akunnya."
        )

    def _once(self, row: AccountRow) -> None:
        username = row.texts.get("username", "").lower()
        place = row.place and row.place.pk
        keys: list[tuple[Any, ...]] = [("orang", bare_name(row.texts.get("nama", "")), row.peran, place)]
        keys += [("nama pengguna", username)] if username else []
        for key in keys:
            if key in self.seen:
                row.errors.append(
                    f"{key[0].capitalize()} yang sama sudah ada pada baris {self.seen[key]}. Hapus salah satu baris"
                    " itu."
                )
                return
            self.seen[key] = row.number

    def _by_form(self, row: AccountRow) -> None:
        """What the page of a single account says of it."""
        key = self.offered.key_of(row.place) if row.place else ""
        entries = {n: row.texts.get(n, "") for n in ("nama", "surel")}
        form = NewPersonForm(
            entries | {"username": row.username, "peran": row.peran, "wilayah": key},
            authority=self.authority,
            offered=self.offered,
        )
        for name, messages in form.errors.items():
            column = _TITLES.get(_OF_FIELD.get(name, name), name)
            value = row.texts.get(_OF_FIELD.get(name, name), "")
            row.errors += [
                f'Kolom "{column}"{f", isi “{value}”" if value else ""}: {one}' for one in messages
            ]

    def _taken_usernames(self, rows: Sequence[TableRow]) -> set[str]:
        """Of the user names that might be made here, those that somebody has, and those that the list gives out."""
        made = {name for row in rows for name in _candidates(row.texts.get("nama", ""))}
        taken = {row.texts["username"].lower() for row in rows if row.texts.get("username")}
        return taken | {
            name.lower()
            for name in Pengguna.objects.filter(username__in=made).values_list("username", flat=True)
        }

    def _free_username(self, nama: str) -> str:
        return next((name for name in _candidates(nama) if name not in self.taken), "")


def _candidates(nama: str) -> list[str]:
    """User names out of a name, without titles and degrees: siti.aminah, siti.aminah2 …"""
    words = ["".join(c for c in word if c.isascii() and c.isalnum()) for word in bare_name(nama)]
    base = ".".join(filter(None, words))[:_USERNAME_LENGTH].strip(".")
    if not base:
        return []
    base = base if len(base) > 1 else f"{base}1"
    return [base, *(f"{base}{n}" for n in range(2, _MOST_NAMESAKES))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What is cut out and handed over: shown once, stored nowhere."""

    person: Pengguna
    peran: str
    place: str
    password: str


def accounts_create(judged: JudgedList, *, by: Pengguna) -> list[Slip]:
    """Open every new account of the list, all or nothing. Raises InputError with the row at which it failed."""
    prepared = [password_prepare() for _ in judged.new]
    with transaction.atomic():
        return [_create(row, new, by) for row, new in zip(judged.new, prepared, strict=True)]


def _create(row: AccountRow, prepared: PreparedPassword, by: Pengguna) -> Slip:
    try:
        person = pengguna_create(
            username=row.username,
            nama=row.texts["nama"],
            surel=row.texts.get("surel", ""),
            peran=row.peran,
            kecamatan=row.place if isinstance(row.place, Kecamatan) else None,
            kabupaten=row.place if isinstance(row.place, Kabupaten) else None,
            by=by,
        )
        if row.units:
            member = person.keanggotaan.get()
            membership_change_unit(
                keanggotaan=member, unit=row.units, fingerprint=unit_fingerprint(member), by=by
            )
        if row.official is not None:
            official_connect(
                pengguna=person, pejabat=offered_officials(person, by).get(pk=row.official.pk), by=by
            )
        password = first_password_create(pengguna=person, by=by, prepared=prepared)
    except (InputError, ValidationError) as error:
        said = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        raise InputError(f"Baris {row.number} ({row.texts.get('nama', '')}): {said}") from error
    return Slip(person=person, peran=row.peran_words, place=str(row.place), password=password)

"""Users, what they may do where, and the links by which they first come in."""

from collections.abc import Iterable
from typing import Any, ClassVar, Final, NamedTuple

from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser, UserManager
from django.db import models
from django.db.models import F, Q, UniqueConstraint, Value
from django.db.models.functions import Coalesce, Left, Lower
from django.db.models.lookups import Exact
from django.utils import timezone
from django.utils.functional import cached_property

from kecamatan.ground.constraints import NAMA, check, sha256_fingerprint, unique
from kecamatan.ground.prepared import PreparedRows
from kecamatan.models.organisasi import UnitKerja
from kecamatan.models.wilayah import Kabupaten, Kecamatan, Provinsi
from kecamatan.querysets import PenggunaQuerySet, Places

#: Columns of a membership that say where it holds, at most one of them filled.
PLACES: Final = ("kecamatan", "kabupaten", "provinsi")


class PenggunaManager(UserManager["Pengguna"]):
    """Django's way to make users, with our way to choose among them."""

    use_in_migrations = False

    def get_queryset(self) -> PenggunaQuerySet["Pengguna"]:
        """Everybody."""
        return PenggunaQuerySet(self.model, using=self._db)

    def get_by_natural_key(self, username: str | None) -> "Pengguna":
        """The person of that name, whatever its capitals: no two people have names that differ in those alone."""
        return self.named(username or "").get()

    def named(self, username: str) -> PenggunaQuerySet["Pengguna"]:
        """The person of that name, whatever its capitals; asked as the name is unique, and so found by that index."""
        return self.get_queryset().filter(Exact(Lower("username"), Lower(Value(username))))

    def for_user(self, user: "Pengguna | AnonymousUser") -> PenggunaQuerySet["Pengguna"]:
        """People whom the user sees."""
        return self.get_queryset().for_user(user)


class Pengguna(AbstractUser):
    """A person who signs in. ``nama`` is one text: Indonesian names have no first and last part.

    ``wajib_ganti_sandi`` holds after an account was handed out until the person chose a password. ``pemberitahuan``
    says whether what waits for the person is told by mail; ``told`` is what of it was told, one mark each.
    """

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    nama = models.CharField("nama lengkap", max_length=150)
    wajib_ganti_sandi = models.BooleanField("wajib mengganti kata sandi", default=False)
    pemberitahuan = models.BooleanField("pemberitahuan lewat surel", default=True)
    told = models.JSONField("yang sudah diberitahukan", default=list, blank=True, editable=False)

    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]

    objects: ClassVar[PenggunaManager] = PenggunaManager()

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ("username",)
        indexes = (
            models.Index(fields=("nama", "id")),
        )  # the list of all people of a country is read by name
        constraints = (
            UniqueConstraint(
                Lower("username"),
                name=NAMA.format("username_tanpa_besar_kecil"),
                violation_error_message="Nama pengguna ini sudah dipakai, mungkin dengan huruf besar yang lain."
                " Pilih nama pengguna lain.",
            ),
        )

    def __str__(self) -> str:
        return self.nama or self.username

    @cached_property
    def held(self) -> tuple["Held", ...]:
        """The memberships, none of who is not active (1 query, once per object, that is, per request; 1 more of who
        follows a provinsi).

        Nothing keeps a person's object longer than a request, so a membership that was revoked opens nothing.
        """
        if self.pk is None or not self.is_active:
            return ()
        rows: dict[int, Held] = {}
        memberships = _MEMBERSHIPS(self.pk)
        inside = _kabupaten_inside({one.kode_provinsi for one in memberships if one.kode_provinsi})
        for one in memberships:
            one.pengguna = self
            before = rows[one.pk].units if one.pk in rows else frozenset()
            rows[one.pk] = Held(one, before | ({one.kunci_unit} - {None}), one.around, _areas_of(one, inside))
        return tuple(rows.values())

    @cached_property
    def places(self) -> Places:
        """Where the person works: whose rows ``for_user`` finds (no query beside that of :attr:`held`)."""
        return Places(
            everywhere=self.pk is not None
            and self.is_active
            and (self.is_superuser or any(one.areas is None for one in self.held)),
            kecamatan=_keys(one.of.kecamatan_id for one in self.held),
            kabupaten=_keys(area for one in self.held for area in one.areas or ()),
            around=_keys(area for one in self.held for area in (one.around, *(one.areas or ()))),
        )

    def get_full_name(self) -> str:
        """The name as entered."""
        return self.nama

    def get_short_name(self) -> str:
        """The name as entered; there is no shorter one that is polite for everybody."""
        return self.nama


def _keys(found: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(sorted({one for one in found if one is not None}))


def _kabupaten_inside(provinsi: set[str]) -> dict[str, frozenset[int]]:
    """The keys of the kabupaten in each provinsi, by its kode (1 query; none for no provinsi)."""
    inside: dict[str, set[int]] = {kode: set() for kode in provinsi}
    if provinsi:
        rows = Kabupaten.objects.annotate(provinsi_kode=Left("kode", 2)).filter(provinsi_kode__in=provinsi)
        for pk, kode in rows.order_by().values_list("pk", "provinsi_kode"):
            inside[kode].add(pk)
    return {kode: frozenset(keys) for kode, keys in inside.items()}


def _areas_of(one: "Keanggotaan", inside: dict[str, frozenset[int]]) -> frozenset[int] | None:
    """The kabupaten in the whole of which a membership holds; None for all there are."""
    if one.kecamatan_id is not None:
        return frozenset()
    if one.kabupaten_id is not None:
        return frozenset({one.kabupaten_id})
    return inside[one.kode_provinsi] if one.provinsi_id is not None else None  # type: ignore[attr-defined]


class Keanggotaan(models.Model):
    """A user's peran in a kecamatan, a kabupaten, a provinsi or (admin, pusat) everywhere.

    ``unit`` narrows an operator to the indikator of some unit kerja; none means the whole kecamatan. The peran of who
    signs has the code of the office in which he does (:class:`kecamatan.models.pejabat.MasaJabatan.Jabatan`).
    """

    class Peran(models.TextChoices):
        OPERATOR = "operator", "Operator kecamatan"
        CAMAT = "camat", "Camat"
        ORGANISASI = "organisasi", "Bagian Organisasi"
        ADMIN = "admin", "Admin"
        PENGAWAS = "pengawas", "Pengawas"
        BUPATI = "bupati", "Kepala Daerah"
        PROVINSI = "provinsi", "Pemantau provinsi"
        PUSAT = "pusat", "Pemantau pusat"

    pengguna = models.ForeignKey(
        Pengguna, models.CASCADE, related_name="keanggotaan", verbose_name="pengguna"
    )
    peran = models.CharField("peran", max_length=10, choices=Peran.choices)
    kecamatan = models.ForeignKey(
        Kecamatan, models.CASCADE, related_name="keanggotaan", null=True, blank=True, verbose_name="kecamatan"
    )
    kabupaten = models.ForeignKey(
        Kabupaten, models.CASCADE, related_name="keanggotaan", null=True, blank=True, verbose_name="kabupaten"
    )
    provinsi = models.ForeignKey(
        Provinsi, models.PROTECT, related_name="keanggotaan", null=True, blank=True, verbose_name="provinsi"
    )
    unit = models.ManyToManyField(
        UnitKerja, related_name="keanggotaan", blank=True, verbose_name="unit kerja"
    )

    class Meta:
        verbose_name = "keanggotaan"
        verbose_name_plural = "keanggotaan"
        ordering = ("pengguna", "peran", "id")
        constraints = (
            check(
                "wilayah_peran",
                Q(peran__in=("operator", "camat"), kecamatan__isnull=False, kabupaten=None, provinsi=None)
                | Q(
                    peran__in=("organisasi", "pengawas", "bupati"),
                    kabupaten__isnull=False,
                    kecamatan=None,
                    provinsi=None,
                )
                | Q(peran="provinsi", provinsi__isnull=False, kecamatan=None, kabupaten=None)
                | Q(peran="admin", kecamatan=None, provinsi=None)
                | Q(peran="pusat", kecamatan=None, kabupaten=None, provinsi=None),
                "Pilih kecamatan untuk operator dan camat, kabupaten untuk Bagian Organisasi, pengawas, dan kepala"
                " daerah, atau provinsi untuk pemantau provinsi; admin tanpa kecamatan, pemantau pusat tanpa wilayah.",
            ),
            unique(
                "peran_kecamatan",
                "pengguna",
                "peran",
                "kecamatan",
                condition=Q(kecamatan__isnull=False),
                message="Pengguna sudah memiliki peran ini di kecamatan yang sama. Ubah keanggotaan yang ada.",
                at="peran",
            ),
            unique(
                "peran_kabupaten",
                "pengguna",
                "peran",
                "kabupaten",
                condition=Q(kabupaten__isnull=False),
                message="Pengguna sudah memiliki peran ini di kabupaten yang sama. Ubah keanggotaan yang ada.",
                at="peran",
            ),
            unique(
                "peran_provinsi",
                "pengguna",
                "peran",
                "provinsi",
                condition=Q(provinsi__isnull=False),
                message="Pengguna sudah memiliki peran ini di provinsi yang sama. Ubah keanggotaan yang ada.",
                at="peran",
            ),
            unique(
                "peran_umum",
                "pengguna",
                "peran",
                condition=Q(kecamatan=None, kabupaten=None, provinsi=None),
                message="Pengguna sudah memiliki peran ini untuk semua wilayah. Ubah keanggotaan yang ada.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pengguna}: {self.get_peran_display()}"

    @property
    def wilayah(self) -> str:
        """Where the peran holds, in words."""
        return str(self.kecamatan or self.kabupaten or self.provinsi or "Semua wilayah")


# In the order of the model, which joins its way up to the account to say so.
_MEMBERSHIPS: Final[PreparedRows[Any]] = PreparedRows(
    lambda pengguna: (
        Keanggotaan.objects.filter(pengguna=pengguna)
        .annotate(
            kunci_unit=F("unit__kunci"),
            around=Coalesce("kabupaten", "kecamatan__kabupaten"),
            kode_provinsi=F("provinsi__kode"),
        )
        .order_by("peran", "pk")
    )
)


class Held(NamedTuple):
    """A membership, the kunci of the units that it names, its own kabupaten or that of its kecamatan, and the kabupaten
    in the whole of which it holds (None: all there are)."""

    of: Keanggotaan
    units: frozenset[str]
    around: int | None
    areas: frozenset[int] | None


class Undangan(models.Model):
    """A link with which one person chooses a password, once. Only the SHA-256 of its token is kept.

    It is open until it is used, withdrawn (a newer one takes its place, the account is closed) or too old.
    """

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="undangan", verbose_name="pengguna")
    token_sha256 = models.CharField("sidik token", max_length=64, editable=False)
    dibuat_pada = models.DateTimeField("dibuat pada", default=timezone.now)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="undangan_dibuat",
        null=True,
        blank=True,
        verbose_name="dibuat oleh",
    )
    berlaku_sampai = models.DateTimeField("berlaku sampai")
    dipakai_pada = models.DateTimeField("dipakai pada", null=True, blank=True)
    dicabut_pada = models.DateTimeField("dicabut pada", null=True, blank=True)

    class Meta:
        verbose_name = "undangan"
        verbose_name_plural = "undangan"
        ordering = ("-dibuat_pada", "-id")
        constraints = (
            sha256_fingerprint("token_sha256"),
            unique("token", "token_sha256", message="Buat undangan baru: tokennya sudah pernah dipakai."),
            unique(
                "satu_terbuka",
                "pengguna",
                condition=Q(dipakai_pada=None, dicabut_pada=None),
                message="Orang ini masih memiliki undangan yang terbuka. Buat undangan baru; yang lama dicabut.",
            ),
        )

    def __str__(self) -> str:
        return f"Undangan {self.pengguna}"

"""Named row sets: who may see what, and whose rows of which year. Names, not logic.

Every model that belongs to a kecamatan says where its kecamatan and its year are found (``kecamatan_path``,
``tahun_path``); one queryset class then serves all of them, so that no page can invent its own idea of scope.
"""

from datetime import date
from typing import Any, NamedTuple, Self, TypeVar

from django.apps import apps
from django.db.models import Manager, Model, Q, QuerySet

M = TypeVar("M", bound=Model, covariant=True)
Rows = TypeVar("Rows", bound=QuerySet[Any])

Reader = Any
"""A Pengguna, or Django's AnonymousUser: the models stand above this module and cannot be named here."""

ACCOUNT_GUARDS = ("organisasi", "admin")
"""Peran that keep accounts: those with the right AKUN in :mod:`kecamatan.permissions`, not imported here."""


class Places(NamedTuple):
    """Where a user works, by primary keys: all of it, these kecamatan, and all kecamatan of these kabupaten.

    ``around`` are the kabupaten whose common records the user reads: those, and the ones of the kecamatan.
    """

    everywhere: bool = False
    kecamatan: tuple[int, ...] = ()
    kabupaten: tuple[int, ...] = ()
    around: tuple[int, ...] = ()


def places_of(user: Reader) -> Places:
    """Where the user works, found once per user object, that is, per request (1 query, shared with the rights).

    Membership in a kecamatan opens that kecamatan, in a kabupaten all of its kecamatan, in a provinsi all kabupaten in
    it; an admin without a kabupaten and who follows the nation see everything. Nobody sees anything without membership.
    """
    places: Places = getattr(user, "places", Places())  # an AnonymousUser has none
    return places


def kecamatan_scope(user: Reader, path: str) -> Q:
    """Rows of the kecamatan that the user may see; ``path`` leads from the row to its Kecamatan ("" is itself)."""
    places = places_of(user)
    if places.everywhere:
        return Q()
    if not places.kabupaten:
        # Keys in the statement itself: what they find is then looked up in an index, however many rows there are.
        return Q(**{f"{path or 'pk'}__in": places.kecamatan})
    inside = Q(kabupaten__in=places.kabupaten)
    if places.kecamatan:
        inside |= Q(pk__in=places.kecamatan)
    # Of many kecamatan their own table is asked for them: as a statement within, so that rows that are locked are ours.
    return Q(**{f"{path}__in": _rows_of("Kecamatan").filter(inside).values("pk")}) if path else inside


def kabupaten_scope(user: Reader, path: str) -> Q:
    """Rows of the kabupaten that the user works in, whether for the whole of it or for one of its kecamatan."""
    places = places_of(user)
    return Q() if places.everywhere else Q(**{f"{path or 'pk'}__in": places.around})


def _rows_of(model: str) -> QuerySet[Any]:
    """Rows of a model of this app, which stands above this module, in no order."""
    rows: QuerySet[Any] = apps.get_model("kecamatan", model)._base_manager.order_by()
    return rows


def ordered_below(rows: Rows, path: object) -> Rows:
    """Rows that are all alike in ``path``, without what they are ordered by first if it is that.

    The order stays the same, and the database need not join its way up to the kecamatan to find it.
    """
    order = rows.query.order_by or (rows.model._meta.ordering if rows.query.default_ordering else ())
    return rows.order_by(*order[1:]) if order[:1] == (path,) else rows


class BelowManager(Manager[M]):
    """Rows below another (``pk.baris``, prefetched or not) in their own order: where that other one stands among its
    kind is the same for all of them."""

    def get_queryset(self) -> QuerySet[M]:
        """All rows; of a related manager those below its row."""
        rows = super().get_queryset()
        field = getattr(self, "field", None)  # only a related manager has one
        return rows if field is None else ordered_below(rows, field.name)


class KecamatanQuerySet(QuerySet[M]):
    """Rows that belong to a kecamatan; the model's ``kecamatan_path`` and ``tahun_path`` lead there."""

    def _path(self, nama: str) -> str:
        path: str = getattr(self.model, nama)
        return path

    def for_user(self, user: Reader) -> Self:
        """Rows that the user may see; every view begins here."""
        return self.filter(kecamatan_scope(user, self._path("kecamatan_path")))

    def for_kecamatan(self, kecamatan: Model | int) -> Self:
        """Rows of one kecamatan; its key is enough."""
        path, key = self._path("kecamatan_path"), kecamatan.pk if isinstance(kecamatan, Model) else kecamatan
        return ordered_below(self.filter(**{path or "pk": key}), path)

    def for_tahun(self, tahun: int) -> Self:
        """Rows of one year; only for models that have one."""
        path = self._path("tahun_path")
        return ordered_below(self.filter(**{path: tahun}), path)


class KabupatenQuerySet(QuerySet[M]):
    """Rows that belong to a kabupaten and are read by all of its kecamatan (``kabupaten_path``)."""

    def for_user(self, user: Reader) -> Self:
        """Rows of the kabupaten that the user works in."""
        path: str = getattr(self.model, "kabupaten_path")  # noqa: B009  # only some models have it
        return self.filter(kabupaten_scope(user, path))


class NationalQuerySet(KabupatenQuerySet[M]):
    """Rows of the nation, without a kabupaten, and those that a kabupaten keeps besides for itself alone."""

    def for_user(self, user: Reader) -> Self:
        """Those of the nation, which everybody reads, and those of the kabupaten that the user works in."""
        return self.filter(Q(kabupaten=None) | kabupaten_scope(user, "kabupaten"))

    def offered_to(self, kabupaten: int) -> Self:
        """What documents of that kabupaten may name: never what another one decided for itself."""
        return self.filter(Q(kabupaten=None) | Q(kabupaten=kabupaten))


class MasaJabatanQuerySet(KecamatanQuerySet[M]):
    """Terms of office; those of the kepala daerah belong to the kabupaten."""

    def for_user(self, user: Reader) -> Self:
        """Terms in the user's kecamatan, and those of the kepala daerah above them."""
        if places_of(user).everywhere:
            return self.all()
        # Each half finds its rows by an index of its own; asked as one condition, every term would be looked at.
        terms = _rows_of("MasaJabatan")
        inside = terms.filter(kecamatan_scope(user, "kecamatan")).values("pk")
        above = terms.filter(kabupaten_scope(user, "kabupaten")).values("pk")
        return self.filter(pk__in=inside.union(above, all=True))

    def on(self, tanggal: date) -> Self:
        """Terms that include the date, first and last day included."""
        return self.filter(Q(sampai=None) | Q(sampai__gte=tanggal), mulai__lte=tanggal)


class PejabatQuerySet(QuerySet[M]):
    """Office holders; a person is seen where they hold or held an office."""

    def for_user(self, user: Reader) -> Self:
        """Persons with a term of office that the user may see."""
        terms = apps.get_model("kecamatan", "MasaJabatan").objects.order_by()
        return self.filter(pk__in=terms.for_user(user).values("pejabat"))


class PenggunaQuerySet(QuerySet[M]):
    """People, seen by those who keep their accounts."""

    def for_user(self, user: Reader) -> Self:
        """People with a peran in a kabupaten whose accounts the user keeps; an admin of everything sees everybody."""
        guarded = {one.of.kabupaten_id for one in getattr(user, "held", ()) if one.of.peran in ACCOUNT_GUARDS}
        if None in guarded or (places_of(user).everywhere and user.is_superuser):
            return self.all()
        members = _rows_of("Keanggotaan")
        own = members.filter(kabupaten__in=guarded).values("pengguna")
        below = members.filter(kecamatan__kabupaten__in=guarded).values("pengguna")
        return self.filter(pk__in=own.union(below, all=True))


class FixedRecordError(TypeError):
    """An attempt to change or delete a record that is only ever added to."""

    def __init__(self, nama: Any) -> None:
        super().__init__(f"{nama} tidak dapat diubah atau dihapus. Tambahkan catatan baru.")


class AppendOnlyQuerySet(KecamatanQuerySet[M]):
    """Rows that are only ever added to. The database refuses as well; here the reason is readable."""

    def update(self, **kwargs: Any) -> int:
        """Refuse: raises :class:`FixedRecordError`."""
        raise FixedRecordError(self.model._meta.verbose_name)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse: raises :class:`FixedRecordError`."""
        raise FixedRecordError(self.model._meta.verbose_name)

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        """Refuse: raises :class:`FixedRecordError`."""
        raise FixedRecordError(self.model._meta.verbose_name)

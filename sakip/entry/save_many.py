"""Many rows in one act: all of them, or none with every reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import models, transaction

from kecamatan.models import Pengguna
from sakip.entry.form import RecordForm, Scope
from sakip.entry.save import Conflict, form_save
from sakip.entry.writer import CheckRefused, RecordRefused, writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A form of many. ``name`` is what a refusal calls its row ("Baris 3"), ``fingerprint`` as for ``record_save``."""

    name: str
    form: RecordForm
    fingerprint: str = ""

    def refusals(self) -> list[str]:
        """What is wrong with what was typed, each at its row and column; empty for a valid form."""
        return [
            f"{self.name}{f', kolom {self.form.sebutan(field)}' if field in self.form.fields else ''}: {message}"
            for field, messages in self.form.errors.items()
            for message in messages
        ]


class RowRefused(RecordRefused):
    """Some rows cannot be stored, so none was; ``errors`` has a sentence for each.

    ``conflicts`` are those that somebody else changed meanwhile, by the number of the row.
    """

    def __init__(self, errors: list[str], conflicts: Mapping[int, Conflict] | None = None) -> None:
        super().__init__(" ".join(errors))
        self.errors = errors
        self.conflicts = conflicts or {}


def record_save_many(
    *, entries: Iterable[Entry], scope: Scope, by: Pengguna | None, yearly: bool = True
) -> list[models.Model]:
    """Store every form as :func:`sakip.entry.save.record_save` stores one; returns their rows.

    Each is judged after those before it are stored, so that two equal ones are seen; make them one by one. The checks
    over the year are asked once, of all of them. Raises :class:`RowRefused` and
    :class:`sakip.entry.lock.YearClosed`.
    """
    stored: list[models.Model] = []
    refused: list[str] = []
    conflicts: dict[int, Conflict] = {}
    try:
        with writing(scope, by=by, yearly=yearly) as act:
            for entry in entries:
                act.name = entry.name
                if wrong := entry.refusals():
                    refused += wrong
                    continue
                try:
                    with transaction.atomic():
                        stored.append(form_save(act, entry.form, fingerprint=entry.fingerprint))
                except Conflict as conflict:
                    conflicts[entry.form.instance.pk] = conflict
                except RecordRefused as problem:
                    refused.append(f"{entry.name}: {problem}")
            if refused or conflicts:
                raise RowRefused(refused, conflicts)
    except CheckRefused as problem:
        raise RowRefused(problem.sentences) from problem
    return stored

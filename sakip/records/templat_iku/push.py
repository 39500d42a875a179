"""Templates into the Renstra of each kecamatan: what a push would do there, and the push itself.

What is there and the same is left; what is there and different is kept unless it is chosen; an agreed Renstra is not
touched. Which indikator a template is in a kecamatan is written down by its kunci (:class:`TautanTemplatIKU`): it stays
so in later versions, and templates that changed find it again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from django.db.models import Q

from kecamatan.models import Kecamatan, Pengguna
from sakip import models as m
from sakip.entry.agreed import Agreed
from sakip.entry.form import Scope
from sakip.entry.lock import YearClosed
from sakip.entry.row_words import say_row
from sakip.entry.writer import CHANGED, Act, CapaianAsked, New, RecordRefused, last_place, writing
from sakip.records.renstra.in_force import plan_of
from sakip.text.key_names import new_key

#: What an indikator takes from its template.
PUSHED: Final = (
    *("nama", "satuan", "jenis_nilai", "rumus", "skala", "desimal", "akumulasi", "irama"),
    *("pembilang", "penyebut", "pengali", "formulasi", "penjelasan", "sumber_data"),
)

State = Literal["baru", "sama", "taut", "beda"]

_MEASURES: Final = (
    "Kiriman ini mengubah capaian yang sudah terukur. Ubah di halaman indikator kecamatan itu, yang menampilkan"
    " akibatnya dahulu."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A column that says something else: its label, what is there, what the template has."""

    column: str
    label: str
    here: str
    template: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a template comes to in a kecamatan: to be added, there and the same, the same but not yet known to be this
    template, or there and different."""

    template: m.TemplatIKU
    state: State
    indikator: m.Indikator | None = None
    sasaran: m.Sasaran | None = None
    differences: Sequence[Difference] = ()

    @property
    def mark(self) -> str:
        """What was shown of a difference, to be compared when it is chosen."""
        said = repr([(d.column, d.here, d.template) for d in self.differences])
        return hashlib.sha256(said.encode()).hexdigest()[:16]


@dataclass(kw_only=True)
class Target:
    """A kecamatan: its Renstra in force in the year, why nothing is written there, what each template comes to."""

    kecamatan: Kecamatan
    renstra: m.Renstra | None = None
    refused: str = ""
    verdicts: list[Verdict] = field(default_factory=list)

    def of_state(self, state: State) -> list[Verdict]:
        """Templates that come to that."""
        return [one for one in self.verdicts if one.state == state]

    @property
    def added(self) -> list[Verdict]:
        """Those that are not there."""
        return self.of_state("baru")

    @property
    def different(self) -> list[Verdict]:
        """Those that say something else there."""
        return self.of_state("beda")

    @property
    def same(self) -> list[Verdict]:
        """Those that are there and the same."""
        return [one for one in self.verdicts if one.state in ("sama", "taut")]

    @property
    def writable(self) -> bool:
        """Whether a push would write anything here."""
        ties = self.of_state("taut")
        return bool(ties or (not self.refused and (self.added or self.different)))


def templates_of(kabupaten: int, tahun: int) -> list[m.TemplatIKU]:
    """Templates that are offered for the year (1 query)."""
    offered = Q(tahun_akhir=None) | Q(tahun_akhir__gte=tahun)
    rows = m.TemplatIKU.objects.filter(offered, kabupaten=kabupaten, tahun_awal__lte=tahun)
    return list(rows.select_related("skala").order_by("pk"))


def targets_of(kecamatan: Sequence[Kecamatan], tahun: int, templates: Sequence[m.TemplatIKU]) -> list[Target]:
    """What a push of the templates would do in each kecamatan (6 queries, and 2 for each with several Renstra)."""
    versions: dict[int, list[m.Renstra]] = {}
    covering = m.Renstra.objects.for_tahun(tahun).filter(kecamatan__in=kecamatan)
    for renstra in covering.select_related("kecamatan"):
        versions.setdefault(renstra.kecamatan_id, []).append(renstra)
    plans = {k.pk: plan_of(versions.get(k.pk, ()), k, tahun).in_force for k in kecamatan}
    in_force = [plan for plan in plans.values() if plan is not None]
    indikator: dict[int, list[m.Indikator]] = {}
    for row in m.Indikator.objects.filter(renstra__in=in_force).select_related("skala"):
        indikator.setdefault(row.renstra_id, []).append(row)
    sasaran: dict[int, list[m.Sasaran]] = {}
    for one in m.Sasaran.objects.filter(renstra__in=in_force).select_related("tujuan"):
        sasaran.setdefault(one.renstra_id, []).append(one)
    ties: dict[int, dict[int, str]] = {}
    for tie in m.TautanTemplatIKU.objects.filter(kecamatan__in=kecamatan):
        ties.setdefault(tie.kecamatan_id, {})[tie.templat_id] = tie.kunci
    agreed = Agreed.of_many(kecamatan)
    result = []
    for place in kecamatan:
        plan = plans[place.pk]
        target = Target(kecamatan=place, renstra=plan)
        result.append(target)
        if plan is None:
            target.refused = f"Renstra yang memuat tahun {tahun} belum dicatat."
            continue
        target.refused = agreed[place.pk].reason(plan)
        taken = set(ties.get(place.pk, {}).values())
        for template in templates:
            known = ties.get(place.pk, {}).get(template.pk, "")
            target.verdicts.append(
                _verdict(template, indikator.get(plan.pk, ()), sasaran.get(plan.pk, ()), known, taken)
            )
    return result


def _verdict(
    template: m.TemplatIKU,
    rows: Iterable[m.Indikator],
    sasaran: Iterable[m.Sasaran],
    known: str,
    taken: Collection[str],
) -> Verdict:
    rows = list(rows)
    own = next((row for row in rows if known and row.kunci == known), None)
    by_name = (row for row in rows if row.kunci not in taken and _alike(row.nama, template.nama))
    row = own or next(by_name, None)
    if row is None:
        below = next((one for one in sasaran if _alike(one.uraian, template.sasaran)), None)
        return Verdict(template=template, state="baru", sasaran=below)
    differences = _differences(row, template)
    state: State = "beda" if differences else "sama" if own is not None else "taut"
    return Verdict(template=template, state=state, indikator=row, differences=differences)


def _differences(row: m.Indikator, template: m.TemplatIKU) -> list[Difference]:
    here, wanted = say_row(_pushed_into(m.Indikator(), row)), say_row(_pushed_into(m.Indikator(), template))
    return [
        Difference(column=name, label=label, here=here.get(label, ""), template=wanted.get(label, ""))
        for name, label in ((name, _label(name)) for name in PUSHED)
        if getattr(row, _attribute(name)) != getattr(template, _attribute(name))
    ]


def _label(name: str) -> str:
    """The label of a column as the trail has it."""
    column: Any = m.Indikator._meta.get_field(name)
    label = str(column.verbose_name)
    return label[:1].upper() + label[1:]


def _attribute(name: str) -> str:
    return "skala_id" if name == "skala" else name


def _pushed_into(row: m.Indikator, source: Any) -> m.Indikator:
    """The row with the columns of the source that are pushed."""
    for name in PUSHED:
        value = getattr(source, name)
        setattr(row, name, list(value) if isinstance(value, list) else value)
    return row


def _alike(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


@dataclass(kw_only=True)
class Outcome:
    """What became of a kecamatan: what was done in words, or why nothing was."""

    kecamatan: Kecamatan
    added: int = 0
    changed: int = 0
    tied: int = 0
    refused: str = ""


def push(target: Target, *, tahun: int, chosen: Mapping[int, str], by: Pengguna) -> Outcome:
    """Write the templates into one kecamatan, all or nothing; ``chosen`` are templates whose differences are to be
    taken over, by number with the mark of what was shown."""
    outcome = Outcome(kecamatan=target.kecamatan)
    scope = Scope(kecamatan=target.kecamatan, tahun=tahun, pengguna=by)
    try:
        with writing(scope, by=by, yearly=False, agreed="") as act:
            for verdict in target.verdicts:
                act.name = verdict.template.nama
                _write(act, target, verdict, chosen.get(verdict.template.pk), outcome)
    except CapaianAsked:
        return Outcome(kecamatan=target.kecamatan, refused=_MEASURES)
    except (YearClosed, RecordRefused) as refused:
        return Outcome(kecamatan=target.kecamatan, refused=str(refused))
    return outcome


def _write(act: Act, target: Target, verdict: Verdict, chosen: str | None, outcome: Outcome) -> None:
    renstra, row = target.renstra, verdict.indikator
    if renstra is None:
        return
    why = f"Templat IKU {target.kecamatan.kabupaten}"
    if row is None:
        if target.refused:
            return
        row = _add(act, renstra, verdict, why)
        outcome.added += 1
    elif verdict.state == "beda" and chosen == verdict.mark and not target.refused:
        before = {d.label: d.here for d in verdict.differences}
        _pushed_into(row, verdict.template)
        act.change(row, [d.column for d in verdict.differences])
        act.tell(
            CHANGED, row, before=before, after={d.label: d.template for d in verdict.differences}, why=why
        )
        outcome.changed += 1
    _tie(act, target, verdict, row, outcome, why)


def _tie(act: Act, target: Target, verdict: Verdict, row: m.Indikator, outcome: Outcome, why: str) -> None:
    """Write down which indikator the template is here."""
    ties = m.TautanTemplatIKU.objects.filter(kecamatan=target.kecamatan, templat=verdict.template)
    tie = ties.first()
    if tie is None:
        own = m.TautanTemplatIKU(kecamatan=target.kecamatan, templat=verdict.template, kunci=row.kunci)
        act.add([New(row=own)], why=why)
    elif tie.kunci != row.kunci:
        before, tie.kunci = tie.kunci, row.kunci
        act.change(tie, ["kunci"])
        act.tell(CHANGED, tie, before={"kunci": before}, after={"kunci": row.kunci}, why=why)
    else:
        return
    outcome.tied += verdict.state == "taut"


def _add(act: Act, renstra: m.Renstra, verdict: Verdict, why: str) -> m.Indikator:
    """A new indikator below its sasaran, which is made where the Renstra has none of these words."""
    template = verdict.template
    sasaran = (
        verdict.sasaran or m.Sasaran.objects.filter(renstra=renstra, uraian__iexact=template.sasaran).first()
    )
    if sasaran is None:
        sasaran = _add_sasaran(act, renstra, template, why)
    used = set(m.Indikator.objects.filter(renstra=renstra).values_list("kunci", flat=True))
    earlier = m.TautanTemplatIKU.objects.filter(kecamatan=renstra.kecamatan, templat=template).first()
    kunci = earlier.kunci if earlier and earlier.kunci not in used else ""
    row = m.Indikator(
        renstra=renstra,
        sasaran=sasaran,
        kunci=kunci or new_key(template.nama, used, default="indikator"),
        urut=last_place(m.Indikator.objects.filter(sasaran=sasaran)) + 1,
    )
    act.add([New(row=_pushed_into(row, template))], why=why)
    return row


def _add_sasaran(act: Act, renstra: m.Renstra, template: m.TemplatIKU, why: str) -> m.Sasaran:
    """A sasaran of these words, below the tujuan of its words, which is made as well where there is none."""
    all_tujuan = list(m.Tujuan.objects.filter(renstra=renstra))
    tujuan = next((one for one in all_tujuan if _alike(one.uraian, template.tujuan)), None)
    if tujuan is None:
        tujuan = m.Tujuan(
            renstra=renstra,
            kunci=new_key(template.tujuan, {one.kunci for one in all_tujuan}, default="tujuan"),
            uraian=template.tujuan,
            urut=max((one.urut for one in all_tujuan), default=0) + 1,
        )
        act.add([New(row=tujuan)], why=why)
    used = set(m.Sasaran.objects.filter(renstra=renstra).values_list("kunci", flat=True))
    sasaran = m.Sasaran(
        renstra=renstra,
        tujuan=tujuan,
        kunci=new_key(template.sasaran, used, default="sasaran"),
        uraian=template.sasaran,
        urut=last_place(m.Sasaran.objects.filter(tujuan=tujuan)) + 1,
    )
    act.add([New(row=sasaran)], why=why)
    return sasaran

"""What one row of the Renstra must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from sakip.capaian.inputs import Akumulasi
from sakip.capaian.rumus import rumus_definition, say_rumus
from sakip.entry.judge import Problem, rule
from sakip.entry.value_kinds import one_of
from sakip.models import Indikator, IndikatorTujuan, Renstra, RenstraBerlaku, TargetRenstra, TargetTujuan
from sakip.records.renstra.measure import judge_target, measure_of
from sakip.records.shared_columns import AKUMULASI_CHOICES
from sakip.text.dates import format_tanggal


@rule(RenstraBerlaku)
def decided_covers_the_year(row: RenstraBerlaku) -> Iterator[Problem]:
    """What is in force in a year is a Renstra of the kecamatan whose period includes that year."""
    if not row.renstra_id:  # left empty, which the column itself refuses
        return
    renstra = row.renstra
    if renstra.kecamatan_id != row.kecamatan_id or not renstra.tahun_awal <= row.tahun <= renstra.tahun_akhir:
        yield Problem(
            "renstra",
            f"{renstra} tidak meliputi tahun {row.tahun}. Pilih Renstra kecamatan ini yang masanya meliputi tahun itu.",
        )


@rule(Renstra)
def takes_effect_in_the_order_of_versions(row: Renstra) -> Iterator[Problem]:
    """A perubahan takes effect no earlier than the version that it replaces, or it would count in no year (1 query)."""
    if row.berlaku_sejak is None or None in (row.tahun_awal, row.versi):
        return
    dated = Renstra.objects.filter(kecamatan=row.kecamatan_id, tahun_awal=row.tahun_awal).exclude(pk=row.pk)
    too_late = Q(versi__lt=row.versi, berlaku_sejak__gt=row.berlaku_sejak)
    too_early = Q(versi__gt=row.versi, berlaku_sejak__lt=row.berlaku_sejak)
    other = dated.filter(too_late | too_early).first()
    if other is not None and other.berlaku_sejak is not None:
        side = "mendahului" if other.versi < row.versi else "sesudah"
        yield Problem(
            "berlaku_sejak",
            f"{format_tanggal(row.berlaku_sejak)} {side} {other.masa}, yang berlaku sejak"
            f" {format_tanggal(other.berlaku_sejak)}. Isi tanggal menurut urutan versinya.",
        )


@rule(TargetRenstra, TargetTujuan)
def target_fits(row: TargetRenstra | TargetTujuan) -> Iterator[Problem]:
    """The target of a year is of the indikator's kind."""
    yield from judge_target(row, measure_of(row.indikator))


@rule(Indikator, IndikatorTujuan)
def rumus_suits_kind(row: Indikator | IndikatorTujuan) -> Iterator[Problem]:
    """The rumus takes this kind of value, and letters have their scale; said in the words of the choices."""
    kind = row.jenis_nilai
    if rumus_definition(row.rumus).jenis_nilai != kind:
        label = Indikator.JenisNilai(kind).label
        yield Problem("rumus", f"Untuk jenis nilai {label}, pilih {say_rumus(kind)}.")
    if kind == Indikator.JenisNilai.HURUF and row.skala_id is None:
        yield Problem("skala", "Pilih skala hurufnya.")


@rule(Indikator)
def letters_are_not_added_up(row: Indikator) -> Iterator[Problem]:
    """Of letters there is a last one, but no sum and no mean."""
    if row.jenis_nilai == Indikator.JenisNilai.HURUF and row.akumulasi in (
        Akumulasi.JUMLAH,
        Akumulasi.RATA_RATA,
    ):
        ways = (
            words for code, words in AKUMULASI_CHOICES if code in (Akumulasi.TERAKHIR, Akumulasi.DIKETAHUI)
        )
        yield Problem(
            "akumulasi",
            f"Huruf tidak dijumlah dan tidak dirata-rata. Pilih {one_of(f'“{one}”' for one in ways)}.",
        )

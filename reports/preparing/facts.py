"""What is recorded of a kabupaten before its kecamatan begin a year: read once, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kecamatan.models import Kabupaten, Keanggotaan, Kecamatan, MasaJabatan, Peraturan
from reports.models import PengaturanDokumen, TeksBaku
from sakip import models as m

_ACCOUNTS = (Keanggotaan.Peran.OPERATOR, Keanggotaan.Peran.CAMAT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """``first`` is the kecamatan from whose pages what holds for all is written, None where there is none;
    ``without_…`` count the kecamatan that lack something of their own."""

    kabupaten: Kabupaten
    tahun: int
    total: int
    first: Kecamatan | None
    without_desa: int
    without_accounts: int
    without_camat: int
    scales: int
    kebijakan: m.KebijakanPengukuran | None
    has_settings: bool
    has_holidays: bool
    regulations: int
    kepala_daerah: str
    nomenklatur: str
    rpjmd: str
    iku_templates: int
    has_texts: bool


def read_facts(kabupaten: Kabupaten, tahun: int) -> Facts:
    """Read them (14 queries)."""
    kecamatan = list(Kecamatan.objects.filter(kabupaten=kabupaten).order_by("kode"))
    numbers = {one.pk for one in kecamatan}
    for one in kecamatan[:1]:
        one.kabupaten = kabupaten  # its words are asked for
    in_year = Q(mulai__lte=date(tahun, 12, 31)) & (Q(sampai=None) | Q(sampai__gte=date(tahun, 1, 1)))
    terms = MasaJabatan.objects.filter(in_year)
    camat = terms.filter(kecamatan__kabupaten=kabupaten, jabatan=MasaJabatan.Jabatan.CAMAT)
    head = terms.filter(kabupaten=kabupaten).select_related("pejabat").order_by("-mulai", "-pk").first()
    held = set(
        Keanggotaan.objects.filter(
            kecamatan__kabupaten=kabupaten, peran__in=_ACCOUNTS, pengguna__is_active=True
        ).values_list("kecamatan", "peran")
    )
    with_desa = Kecamatan.objects.filter(kabupaten=kabupaten, desa__isnull=False).distinct().count()
    cited = Peraturan.objects.filter(kabupaten=kabupaten)
    cited = cited.filter(Q(berlaku_mulai=None) | Q(berlaku_mulai__lte=tahun))
    rpjmd = m.PeriodeRPJMD.objects.filter(
        kabupaten=kabupaten, tahun_awal__lte=tahun, tahun_akhir__gte=tahun
    ).first()
    offered = Q(tahun_awal__lte=tahun) & (Q(tahun_akhir=None) | Q(tahun_akhir__gte=tahun))
    scales = m.Skala.objects.offered_to(kabupaten.pk).filter(untuk=m.Skala.Untuk.CAPAIAN)
    return Facts(
        kabupaten=kabupaten,
        tahun=tahun,
        total=len(kecamatan),
        first=kecamatan[0] if kecamatan else None,
        without_desa=len(kecamatan) - with_desa,
        without_accounts=sum(any((pk, peran) not in held for peran in _ACCOUNTS) for pk in numbers),
        without_camat=len(numbers - set(camat.values_list("kecamatan", flat=True))),
        scales=scales.count(),
        kebijakan=m.KebijakanPengukuran.objects.filter(kabupaten=kabupaten, tahun=tahun)
        .select_related("skala")
        .first(),
        has_settings=PengaturanDokumen.objects.filter(kabupaten=kabupaten).exists(),
        has_holidays=m.HariLibur.objects.filter(kabupaten=kabupaten, tanggal__year=tahun).exists(),
        regulations=cited.filter(Q(berlaku_sampai=None) | Q(berlaku_sampai__gte=tahun)).count(),
        kepala_daerah=head.pejabat.nama if head else "",
        nomenklatur=str(m.VersiNomenklatur.objects.for_tahun(tahun).first() or ""),
        rpjmd=rpjmd.masa if rpjmd else "",
        iku_templates=m.TemplatIKU.objects.filter(offered, kabupaten=kabupaten).count(),
        has_texts=TeksBaku.objects.filter(offered, kabupaten=kabupaten).exists(),
    )

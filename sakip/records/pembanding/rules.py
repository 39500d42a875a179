"""What one value of a wider area must satisfy."""

from __future__ import annotations

from sakip.entry.judge import rule
from sakip.models import PembandingIndikator
from sakip.records.renstra.measure import judge_value

rule(PembandingIndikator)(judge_value)

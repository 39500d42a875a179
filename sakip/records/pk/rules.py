"""What one row of the Perjanjian Kinerja must satisfy."""

from __future__ import annotations

from sakip.entry.judge import rule
from sakip.models import BarisPK
from sakip.records.renstra.measure import judge_own_target

rule(BarisPK)(judge_own_target)

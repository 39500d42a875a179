"""What of a year can be copied from the year before, in the order of the page that offers it."""

from __future__ import annotations

from typing import Final

from sakip.entry.copying import CopyOffer
from sakip.records.iku.copy import IKU_COPY
from sakip.records.lintas_sektor.copy import LINTAS_SEKTOR_COPY
from sakip.records.pk.copy import PK_COPY
from sakip.records.pk_berjenjang.copy import PK_UNIT_COPY
from sakip.records.profil.copy import PROFIL_COPY, SDM_COPY
from sakip.records.rkt.copy import RKT_COPY
from sakip.records.sarana_prasarana.copy import SARANA_COPY

COPIES: Final[tuple[CopyOffer, ...]] = (
    PROFIL_COPY,
    SDM_COPY,
    SARANA_COPY,
    RKT_COPY,
    PK_COPY,
    PK_UNIT_COPY,
    IKU_COPY,
    LINTAS_SEKTOR_COPY,
)
